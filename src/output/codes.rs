//! A QR code as a drawing, for the foot of printed pages: one path, in which squares side by side are one stroke.

use std::fmt::Write as _;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::pages::{Plan, permanent_url};
use crate::site::{ChapterId, Site};

/// The light squares that a reader of codes needs around it.
const MARGIN: i32 = 4;

/// The file of the code that leads to a chapter, as SVG.
pub fn code(site: &Site, plan: &Plan, id: ChapterId) -> String {
    let url = permanent_url(site, plan.release(), id);
    let drawing = url.as_deref().and_then(drawing);
    drawing.expect("a plan lists only codes of addresses that are short enough")
}

/// The code of `text` as SVG; `None` if it is too long for one.
fn drawing(text: &str) -> Option<String> {
    // Any of the eight masks can be read. To weigh them against each other would take most of the time.
    let mask = Some(Mask::new(2));
    let segments = QrSegment::make_segments(text);
    let (from, to) = (Version::MIN, Version::MAX);
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, from, to, mask, true)
        .ok()?;
    let size = code.size();
    let whole = size + 2 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{whole}v{whole}H0z\"/><path d=\""
    );
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let (left, top, long) = (start + MARGIN, y + MARGIN, x - start);
                // Writing into memory doesn't fail.
                let _ = write!(svg, "M{left} {top}h{long}v1h-{long}z");
            }
            x += 1;
        }
    }
    svg.push_str("\"/></svg>\n");
    Some(svg)
}

#[cfg(test)]
mod tests {
    use super::drawing;

    #[test]
    fn a_code_is_one_small_drawing() {
        let svg = drawing("https://handbuch.example.org/formate/dorfgespraech/").unwrap();
        assert!(svg.starts_with("<svg xmlns") && svg.ends_with("z\"/></svg>\n"));
        // Four squares of margin, then the seven of the corner by which a reader finds it.
        assert!(svg.contains("d=\"M4 4h7v1h-7z"), "{svg}");
        assert!(svg.len() < 8_000, "{}", svg.len());
    }
}
