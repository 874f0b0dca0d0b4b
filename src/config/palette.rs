//! The colours that `handbook.yml` gives its pages, by day and in the dark.
//!
//! 1. [`Palette::read`] takes the colours that are given. An accent brings its stronger and softer
//!    shades along, and one for dark pages, unless these are given too.
//! 2. It reports every given colour that can't be read on the grounds where it stands, with the
//!    contrast that it has and the nearest colour that has enough.

use std::collections::BTreeMap;

use super::colour::Colour;
use crate::diagnostic::codes;
use crate::source::Spanned;
use crate::text::Arg;
use crate::yaml::{Fields, Reader, Value};

/// A colour of the standard theme, which a handbook can give otherwise.
#[derive(Debug, Clone, Copy)]
pub struct StandardColour {
    /// Its key in `palette`.
    pub name: &'static str,
    /// On light pages.
    pub light: &'static str,
    /// On dark pages.
    pub dark: &'static str,
}

const fn standard(name: &'static str, light: &'static str, dark: &'static str) -> StandardColour {
    StandardColour { name, light, dark }
}

/// The colours that can be given.
pub const STANDARD: [StandardColour; 10] = [
    standard("paper", "#ffffff", "#14191b"),
    standard("raised", "#f3f6f6", "#1d2427"),
    standard("ink", "#1a2225", "#e4eaeb"),
    standard("muted", "#4e5a5e", "#aab6b9"),
    standard("line", "#d2dadb", "#364043"),
    standard("edge", "#738084", "#7f8c90"),
    standard("accent", "#0b5a66", "#7fcfda"),
    standard("accent_strong", "#073f48", "#b4e6ed"),
    standard("accent_soft", "#e1eff1", "#1b363b"),
    standard("focus", "#b23c0a", "#ffb066"),
];

/// WCAG 2.2: letters, and what marks the edge of a control.
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// A colour and what it must be seen on.
struct Pairing {
    colour: &'static str,
    grounds: &'static [&'static str],
    contrast: f64,
}

const fn pairing(colour: &'static str, grounds: &'static [&'static str], contrast: f64) -> Pairing {
    Pairing {
        colour,
        grounds,
        contrast,
    }
}

const PAIRINGS: [Pairing; 7] = [
    pairing("ink", &["paper", "raised", "accent_soft"], TEXT),
    pairing("muted", &["paper", "raised"], TEXT),
    pairing("accent", &["paper", "raised"], TEXT),
    pairing("accent_strong", &["paper", "raised", "accent_soft"], TEXT),
    pairing("edge", &["paper", "raised"], CONTROL),
    pairing("focus", &["paper", "raised"], CONTROL),
    pairing("accent_soft", &["ink"], TEXT),
];

/// Colours by name.
pub type Colours = BTreeMap<&'static str, Colour>;

/// The colours that differ from the standard theme's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// On light pages.
    pub light: Colours,
    /// On dark pages.
    pub dark: Colours,
}

/// Colours as the handbook gives them.
type OwnColours = BTreeMap<&'static str, Spanned<Colour>>;

impl Palette {
    /// The accent on light pages: the handbook's own or the standard one.
    pub fn accent(&self) -> String {
        let standard = STANDARD.iter().find(|colour| colour.name == "accent");
        let standard = || standard.map_or_else(String::new, |colour| colour.light.to_owned());
        let own = self.light.get("accent");
        own.map_or_else(standard, ToString::to_string)
    }

    pub(super) fn read(value: &Value, reader: &mut Reader<'_>) -> Self {
        let Some(mut fields) = Fields::of(value, "palette", reader) else {
            return Self::default();
        };
        let light = own_colours(&mut fields, reader);
        let mut dark = OwnColours::new();
        if let Some(value) = fields.get("dark")
            && let Some(mut fields) = Fields::of(value, "dark", reader)
        {
            dark = own_colours(&mut fields, reader);
            fields.finish(reader);
        }
        fields.finish(reader);
        let mut palette = Self {
            light: without_places(&light),
            dark: without_places(&dark),
        };
        palette.derive();
        check(&light, &effective(&palette.light, false), reader);
        check(&dark, &effective(&palette.dark, true), reader);
        palette
    }

    /// Adds the shades that an accent brings along.
    fn derive(&mut self) {
        let standard = |name: &str, dark: bool| effective(&Colours::new(), dark)[name];
        if let Some(accent) = self.light.get("accent").copied() {
            let paper = self.light.get("paper").copied();
            let paper = paper.unwrap_or(standard("paper", false));
            let strong = accent.mixed(Colour::BLACK, 0.3);
            self.light.entry("accent_strong").or_insert(strong);
            let soft = accent.mixed(paper, 0.88);
            self.light.entry("accent_soft").or_insert(soft);
            // In the dark links are light: as light as the standard theme's are, or lighter.
            let grounds = ["paper", "raised"].map(|name| {
                let own = self.dark.get(name).copied();
                own.unwrap_or(standard(name, true))
            });
            let light = accent.mixed(Colour::WHITE, 0.4).readable_on(&grounds, 7.0);
            self.dark
                .entry("accent")
                .or_insert(light.unwrap_or(Colour::WHITE));
        }
        if let Some(accent) = self.dark.get("accent").copied() {
            let paper = self.dark.get("paper").copied();
            let paper = paper.unwrap_or(standard("paper", true));
            let strong = accent.mixed(Colour::WHITE, 0.5);
            self.dark.entry("accent_strong").or_insert(strong);
            let soft = accent.mixed(paper, 0.8);
            self.dark.entry("accent_soft").or_insert(soft);
        }
    }

    /// The style that puts these colours in place of the standard ones; empty without any. Which
    /// pages are dark is decided as in the standard stylesheet.
    pub fn css(&self) -> String {
        let rules = |colours: &Colours| -> String {
            let rule = |(name, colour): (&&str, &Colour)| {
                format!(" --{}: {colour};", name.replace('_', "-"))
            };
            colours.iter().map(rule).collect()
        };
        let mut css = String::new();
        if !self.light.is_empty() {
            css += &format!(":root {{{} }}\n", rules(&self.light));
        }
        if !self.dark.is_empty() {
            let dark = rules(&self.dark);
            css += &format!(
                "@media (prefers-color-scheme: dark) {{\n  \
                 :root:not([data-theme=\"light\"]) {{{dark} }}\n}}\n\
                 :root[data-theme=\"dark\"] {{{dark} }}\n"
            );
        }
        css
    }
}

fn own_colours(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> OwnColours {
    let mut own = OwnColours::new();
    for StandardColour { name, .. } in STANDARD {
        let Some(value) = fields.get(name) else {
            continue;
        };
        let Some(text) = reader.text(name, value) else {
            continue;
        };
        match Colour::parse(text.trim()) {
            Some(colour) => {
                own.insert(name, Spanned::new(colour, value.span));
            }
            None => {
                let finding = reader.report(&codes::NOT_A_COLOUR, value.span);
                finding.set_arg("value", text);
            }
        }
    }
    own
}

fn without_places(own: &OwnColours) -> Colours {
    own.iter()
        .map(|(name, colour)| (*name, colour.value))
        .collect()
}

/// All colours of a page: the given ones over the standard theme's.
fn effective(own: &Colours, dark: bool) -> Colours {
    let standard = STANDARD.iter().map(|colour| {
        let text = if dark { colour.dark } else { colour.light };
        let standard = Colour::parse(text).expect("the table holds colours");
        let own = own.get(colour.name).copied();
        (colour.name, own.unwrap_or(standard))
    });
    standard.collect()
}

fn check(own: &OwnColours, all: &Colours, reader: &mut Reader<'_>) {
    for pairing in PAIRINGS {
        let Some(Spanned {
            value: colour,
            span,
        }) = own.get(pairing.colour)
        else {
            continue;
        };
        let contrast = |ground: &&&str| colour.contrast(all[**ground]);
        let worst = pairing.grounds.iter();
        let worst = worst.min_by(|a, b| contrast(a).total_cmp(&contrast(b)));
        let Some(ground) = worst.filter(|ground| contrast(ground) < pairing.contrast) else {
            continue;
        };
        let grounds: Vec<Colour> = pairing.grounds.iter().map(|name| all[name]).collect();
        let better = colour.readable_on(&grounds, pairing.contrast);
        let finding = reader.report(&codes::LOW_CONTRAST, *span);
        finding.set_arg("key", pairing.colour);
        finding.set_arg("value", colour.to_string());
        finding.set_arg("ground", *ground);
        finding.set_arg("against", all[ground].to_string());
        finding.set_arg("ratio", Arg::Number(tenths(contrast(&ground))));
        finding.set_arg("least", Arg::Number(tenths(pairing.contrast)));
        finding.suggestion = better.map(|colour| colour.to_string());
    }
}

/// A ratio with one digit behind the point, never rounded up to what it doesn't reach.
fn tenths(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_the_colours_of_the_standard_stylesheet() {
        let css = include_str!("../../themes/standard/assets/style.css");
        for StandardColour { name, light, dark } in STANDARD {
            for colour in [light, dark] {
                let short = if colour == "#ffffff" { "#fff" } else { colour };
                let rule = format!("--{}: {short};", name.replace('_', "-"));
                assert!(css.contains(&rule), "{rule}");
            }
        }
    }

    #[test]
    fn the_standard_colours_can_be_read() {
        for dark in [false, true] {
            let all = effective(&Colours::new(), dark);
            for Pairing {
                colour,
                grounds,
                contrast,
            } in PAIRINGS
            {
                for ground in grounds {
                    let ratio = all[colour].contrast(all[ground]);
                    assert!(ratio >= contrast, "{colour} on {ground}: {ratio}");
                }
            }
        }
    }

    #[test]
    fn an_accent_brings_readable_shades_along() {
        for accent in ["#7a1f5c", "#000000", "#0000ff", "#6b5d00"] {
            let accent = Colour::parse(accent).unwrap_or(Colour::WHITE);
            let mut palette = Palette::default();
            palette.light.insert("accent", accent);
            palette.derive();
            for (colours, dark) in [(&palette.light, false), (&palette.dark, true)] {
                let all = effective(colours, dark);
                for Pairing {
                    colour,
                    grounds,
                    contrast,
                } in PAIRINGS
                {
                    for ground in grounds {
                        let ratio = all[colour].contrast(all[ground]);
                        assert!(ratio >= contrast, "{accent}, {colour} on {ground}: {ratio}");
                    }
                }
            }
        }
    }
}
