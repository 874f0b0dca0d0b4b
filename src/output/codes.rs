//! The file of a chapter's QR code, for the foot of printed pages.

use crate::pages::{Plan, code_of, permanent_url};
use crate::site::{ChapterId, Site};

/// The light squares that a reader of codes needs around it.
const MARGIN: i32 = 4;

/// The code that leads to a chapter, as SVG.
pub fn code(site: &Site, plan: &Plan, id: ChapterId) -> String {
    let url = permanent_url(site, plan.release(), id);
    let drawing = url.as_deref().and_then(|url| code_of(url, MARGIN));
    drawing.expect("a plan lists only codes of addresses that are short enough")
}
