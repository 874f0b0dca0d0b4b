//! What is written into a drawing as an address: pictures and fonts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::picture::{Recipe, make, probe};
use crate::source::ContentHash;

/// Sorts of data that a drawing may hold.
const SORTS: [&str; 4] = ["image/", "font/", "application/font", "application/x-font"];

/// The address of data that stands in it, as it is published; `None` for any other address. Photos lose what
/// their camera noted in them.
pub(super) fn embedded(address: &str) -> Option<String> {
    let address = address.trim();
    let data = address
        .get(..5)
        .filter(|scheme| scheme.eq_ignore_ascii_case("data:"));
    data?;
    let (sort, data) = address[5..].split_once(',')?;
    let lower = sort.to_ascii_lowercase();
    if !SORTS.iter().any(|known| lower.starts_with(known)) {
        return None;
    }
    if !lower.ends_with(";base64") || !lower.starts_with("image/") || lower.contains("svg") {
        return Some(address.to_owned());
    }
    let written: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(written).ok()?;
    let hash = ContentHash::default();
    let made = match probe(&bytes, hash) {
        Some(probed) => make(&bytes, &probed.raster, &[Recipe::Whole]).ok()?.pop()?,
        // In a format that isn't read, so nobody knows what it tells.
        None => return None,
    };
    Some(format!("data:{sort},{}", STANDARD.encode(made)))
}
