//! QR codes of the addresses of chapters, for the foot of their printed pages.
//!
//! 1. Every chapter that can be cited has one, if the handbook says where it is published.
//! 2. Its squares become a drawing: one path, in which squares side by side are one stroke.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use rayon::prelude::*;

use crate::link::Linked;
use crate::pages::{Plan, code_path};
use crate::site::ChapterId;
use crate::theme::citation::Citation;

/// The light squares that a reader of codes needs around it.
const MARGIN: i32 = 4;

/// The files, by path.
pub(super) fn files(linked: &Linked, plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let site = &linked.site;
    let chapters = (0..site.chapters.len()).map(ChapterId);
    let cited = chapters.filter(|id| !site.chapter(*id).is_index && !linked.is_legal(*id));
    // What stands in for a missing translation has the address of its original.
    let addresses: BTreeSet<String> = cited
        .filter_map(|id| Citation::of(linked, plan.release(), id).url)
        .collect();
    let file = |address: String| Some((code_path(&address)?, drawing(&address)?.into_bytes()));
    addresses.into_par_iter().filter_map(file).collect()
}

/// The code of `address` as SVG; `None` if it is too long for one.
fn drawing(address: &str) -> Option<String> {
    // Any of the eight masks can be read. To weigh them against each other would take most of the time.
    let mask = Some(Mask::new(2));
    let text = QrSegment::make_segments(address);
    let (from, to) = (Version::MIN, Version::MAX);
    let code =
        QrCode::encode_segments_advanced(&text, QrCodeEcc::Medium, from, to, mask, true).ok()?;
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
