//! Colours, and how well one can be read on another.

/// A colour of the screen, as `#rrggbb` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// The darkest.
    pub const BLACK: Self = Self([0; 3]);
    /// The lightest.
    pub const WHITE: Self = Self([255; 3]);

    /// Reads `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok();
        let pair = |at: usize| Some(digit(at)? * 16 + digit(at + 1)?);
        match digits.len() {
            3 => Some(Self([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 => Some(Self([pair(0)?, pair(2)?, pair(4)?])),
            _ => None,
        }
    }

    /// This colour with `share` (0 to 1) of `other` in it.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what lies between two bytes is one"
    )]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |at: usize| {
            let (own, other) = (f64::from(self.0[at]), f64::from(other.0[at]));
            (own + (other - own) * share).round() as u8
        };
        Self([mix(0), mix(1), mix(2)])
    }

    /// WCAG 2.2's relative luminance: 0 for black, 1 for white.
    fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// WCAG 2.2's contrast ratio: from 1 for the same colour to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour nearest to this one that has at least the contrast `least` on all of `grounds`:
    /// made darker or lighter, whichever takes less. `None` if neither black nor white has it.
    pub fn readable_on(self, grounds: &[Self], least: f64) -> Option<Self> {
        const STEPS: u32 = 200;
        let passes = |colour: Self| {
            grounds
                .iter()
                .all(|ground| colour.contrast(*ground) >= least)
        };
        (0..=STEPS).find_map(|step| {
            let share = f64::from(step) / f64::from(STEPS);
            let mixed = [Self::BLACK, Self::WHITE].map(|end| self.mixed(end, share));
            mixed.into_iter().find(|colour| passes(*colour))
        })
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |one: &str, two: &str| {
            let colour = |text| Colour::parse(text).unwrap_or(Colour::BLACK);
            (colour(one).contrast(colour(two)) * 100.0).round() / 100.0
        };
        let shown = ["#000", "#777777", "#767676"].map(|text| contrast(text, "#fff").to_string());
        assert_eq!(shown, ["21", "4.48", "4.54"]);
        assert_eq!(contrast("#aBc", "#AABBCC").to_string(), "1");
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "#", "#12", "#12345", "#ggg", "#é12", "red", "123456"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_nearest_readable_colour_barely_passes() {
        let grey = Colour([0x80; 3]);
        let found = grey.readable_on(&[Colour::WHITE], 4.5);
        assert_eq!(found.map(|c| c.to_string()), Some("#767676".into()));
        assert_eq!(grey.readable_on(&[Colour::WHITE, Colour::BLACK], 7.0), None);
    }
}
