//! The codes that lead a phone from paper to a page: QR codes of whole addresses.
//!
//! 1. Every chapter that can be cited has one, if the handbook says where it is published and the address isn't
//!    too long for one; [`code_path`] says where it stands in a site.
//! 2. [`code_of`] draws it: one path, in which squares side by side are one stroke.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use super::FileSource;
use super::address::permanent_url;
use crate::link::Linked;
use crate::release::Release;
use crate::search::digits;
use crate::site::ChapterId;

/// The folder of all codes. Authors can't have files in it.
pub(super) const CODES: &str = "assets/codes/";

/// How long an address may be, in bytes. A code of more is too fine for a phone to read from a sheet of paper.
const ADDRESS_MAX: usize = 300;

/// The path of the file with the code of `url`; `None` if that is too long for one.
pub fn code_path(url: &str) -> Option<String> {
    let name = || digits(url.as_bytes(), 16);
    (url.len() <= ADDRESS_MAX).then(|| format!("{CODES}{}.svg", name()))
}

/// All codes of a site, by path. What stands in for a missing translation has the one of its original.
pub(super) fn all<'l>(
    linked: &'l Linked,
    release: Option<&'l Release>,
) -> impl Iterator<Item = (String, FileSource)> + 'l {
    let site = &linked.site;
    let chapters = (0..site.chapters.len()).map(ChapterId);
    let cited = chapters.filter(|id| {
        let chapter = site.chapter(*id);
        !chapter.is_index && !chapter.is_fallback && !linked.is_legal(*id)
    });
    cited.filter_map(move |id| {
        let path = code_path(&permanent_url(site, release, id)?)?;
        Some((path, FileSource::Code(id)))
    })
}

/// The code of `address` as SVG, with so many light squares around it; `None` if it is too long for one.
pub fn code_of(address: &str, margin: i32) -> Option<String> {
    if address.len() > ADDRESS_MAX {
        return None;
    }
    // Any of the eight masks can be read. To weigh them against each other would take most of the time.
    let mask = Some(Mask::new(2));
    let text = QrSegment::make_segments(address);
    let (from, to) = (Version::MIN, Version::MAX);
    let code =
        QrCode::encode_segments_advanced(&text, QrCodeEcc::Medium, from, to, mask, true).ok()?;
    let size = code.size();
    let whole = size + 2 * margin;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{whole}v{whole}H0z\"/><path d=\""
    );
    // A thousand strokes are made of a few numbers.
    let to_index = |at: i32| usize::try_from(at).unwrap_or_default();
    let numbers: Vec<String> = (0..=whole).map(|number| number.to_string()).collect();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let [left, top, long] = [start + margin, y + margin, x - start]
                    .map(|at| numbers[to_index(at)].as_str());
                for part in ["M", left, " ", top, "h", long, "v1h-", long, "z"] {
                    svg.push_str(part);
                }
            }
            x += 1;
        }
    }
    svg.push_str("\"/></svg>\n");
    Some(svg)
}

#[cfg(test)]
mod tests {
    use super::code_of;

    #[test]
    fn a_code_is_one_small_drawing() {
        let svg = code_of("https://handbuch.example.org/formate/dorfgespraech/", 4).unwrap();
        assert!(svg.starts_with("<svg xmlns") && svg.ends_with("z\"/></svg>\n"));
        // Four squares of margin, then the seven of the corner by which a reader finds it.
        assert!(svg.contains("d=\"M4 4h7v1h-7z"), "{svg}");
        assert!(svg.len() < 8_000, "{}", svg.len());
    }

    #[test]
    fn an_address_can_be_too_long_for_a_code() {
        assert_eq!(code_of(&"a".repeat(301), 0), None);
    }
}
