//! Dimensions of pictures: a page that names them doesn't jump when a picture arrives.

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimensions {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Dimensions {
    /// Dimensions of a picture that can be seen; there are none of nothing.
    pub fn new(width: u32, height: u32) -> Option<Self> {
        (width > 0 && height > 0).then_some(Self { width, height })
    }
}

/// The dimensions that the beginning of an SVG file gives: its `width` and `height` where both are
/// in pixels, else those of its `viewBox`.
pub fn svg_dimensions(text: &str) -> Option<Dimensions> {
    let tag = &text[text.find("<svg")?..];
    let tag = tag.split('>').next().unwrap_or_default();
    let sides = pixels(attribute(tag, "width")).zip(pixels(attribute(tag, "height")));
    let (width, height) = sides.or_else(|| {
        let numbers = attribute(tag, "viewBox")?
            .split([' ', ',', '\n', '\t'])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse::<f64>().ok());
        match numbers.collect::<Option<Vec<_>>>()?.as_slice() {
            [_, _, width, height] => Some((*width, *height)),
            _ => None,
        }
    })?;
    Dimensions::new(whole(width)?, whole(height)?)
}

/// The value of an attribute, which is one only behind a blank: `stroke-width` is no `width`.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = value[1..].split(quote).next()?;
        before.is_ascii_whitespace().then_some(value.trim())
    })
}

fn pixels(length: Option<&str>) -> Option<f64> {
    let length = length?;
    length.strip_suffix("px").unwrap_or(length).parse().ok()
}

/// A length as HTML writes it: without a fraction.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
fn whole(length: f64) -> Option<u32> {
    let length = length.round();
    (1.0..100_000.0).contains(&length).then_some(length as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_has_the_size_that_it_names_or_that_of_its_view() {
        let size = |text| svg_dimensions(text).map(|d| (d.width, d.height));
        assert_eq!(
            size("<?xml?>\n<svg width='72' height=\"36px\">"),
            Some((72, 36))
        );
        assert_eq!(size("<svg viewBox=\"0 0 720.4 360\">"), Some((720, 360)));
        let in_percent = "<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,7,3\">";
        assert_eq!(size(in_percent), Some((7, 3)));
        assert_eq!(size("<svg stroke-width=\"2\" height=\"3\">"), None);
        assert_eq!(size("<svg width=\"0\" height=\"3\">"), None);
        assert_eq!(size("<svg width=\"-1\" height=\"1e99\">"), None);
        assert_eq!(size("<svg width="), None);
        assert_eq!(size("<p>"), None);
    }
}
