//! How large a drawing is shown, if nothing makes it smaller.

use roxmltree::Node;

use crate::source::Dimensions;

/// As large as browsers show a drawing that doesn't say it, in CSS pixels.
const DEFAULT: (f64, f64) = (300.0, 150.0);

/// CSS pixels of the units that lengths are written in.
const UNITS: [(&str, f64); 7] = [
    ("px", 1.0),
    ("pt", 96.0 / 72.0),
    ("pc", 16.0),
    ("mm", 96.0 / 25.4),
    ("cm", 96.0 / 2.54),
    ("in", 96.0),
    ("q", 96.0 / 101.6),
];

pub(super) struct Size {
    pub shown: Dimensions,
    /// Whether the drawing says it itself, whatever is around it.
    pub is_said: bool,
    /// The part of the plane that is shown, where the drawing doesn't say it: without that it would be cut off
    /// where it is made smaller.
    pub view: Option<String>,
}

/// The size that the drawing's first element gives.
pub(super) fn of(root: Node<'_, '_>) -> Size {
    let length = |name: &str| pixels(root.attribute(name)?);
    let view = root.attribute("viewBox").and_then(view);
    let (width, height) = match (length("width"), length("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(view)) => view,
        (width, height, None) => (width.unwrap_or(DEFAULT.0), height.unwrap_or(DEFAULT.1)),
    };
    let shown = Dimensions::new(whole(width), whole(height));
    Size {
        is_said: length("width").is_some() && length("height").is_some(),
        shown: shown.expect("no length is less than one pixel"),
        view: view.is_none().then(|| format!("0 0 {width} {height}")),
    }
}

fn view(numbers: &str) -> Option<(f64, f64)> {
    let parts = numbers.split(|c: char| c.is_ascii_whitespace() || c == ',');
    let parts = parts.filter(|part| !part.is_empty());
    let numbers: Option<Vec<f64>> = parts.map(|part| part.parse().ok()).collect();
    match numbers?.as_slice() {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    }
}

/// A length in CSS pixels; none that depends on what is around the drawing.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim().to_ascii_lowercase();
    let unit = UNITS.iter().find(|(unit, _)| length.ends_with(unit));
    let (number, factor) = match unit {
        Some((unit, factor)) => (length.strip_suffix(unit)?, *factor),
        None => (length.as_str(), 1.0),
    };
    let pixels = number.trim_end().parse::<f64>().ok()? * factor;
    (pixels.is_finite() && pixels > 0.0).then_some(pixels)
}

/// A length as HTML writes it: without a fraction.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
fn whole(length: f64) -> u32 {
    length.round().clamp(1.0, 100_000.0) as u32
}
