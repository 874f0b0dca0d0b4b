//! The colours that `handbook.yml` gives its pages, by day and in the dark.
//!
//! 1. [`Palette::read`] takes the colours that are given. An accent brings its stronger and softer
//!    shades along, and one for dark pages, unless these are given too.
//! 2. It reports every given colour that can't be read on the grounds where it stands, with the
//!    contrast that it has and the nearest colour that has enough.

use std::collections::BTreeMap;

use super::colour::Colour;
use crate::diagnostic::codes;
use crate::source::Span;
use crate::yaml::{Fields, Reader, Value};

/// The colours that can be given, with those of the standard theme, light and dark.
pub const STANDARD: [(&str, &str, &str); 10] = [
    ("paper", "#ffffff", "#14191b"),
    ("raised", "#f3f6f6", "#1d2427"),
    ("ink", "#1a2225", "#e4eaeb"),
    ("muted", "#4e5a5e", "#aab6b9"),
    ("line", "#d2dadb", "#364043"),
    ("edge", "#738084", "#7f8c90"),
    ("accent", "#0b5a66", "#7fcfda"),
    ("accent_strong", "#073f48", "#b4e6ed"),
    ("accent_soft", "#e1eff1", "#1b363b"),
    ("focus", "#b23c0a", "#ffb066"),
];

/// WCAG 2.2: letters, and what marks the edge of a control.
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// What stands on which ground, and the contrast that it needs.
const PAIRS: [(&str, &[&str], f64); 7] = [
    ("ink", &["paper", "raised", "accent_soft"], TEXT),
    ("muted", &["paper", "raised"], TEXT),
    ("accent", &["paper", "raised"], TEXT),
    ("accent_strong", &["paper", "raised", "accent_soft"], TEXT),
    ("edge", &["paper", "raised"], CONTROL),
    ("focus", &["paper", "raised"], CONTROL),
    ("accent_soft", &["ink"], TEXT),
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

/// Colours as given, with their places.
type Given = BTreeMap<&'static str, (Colour, Span)>;

impl Palette {
    pub(super) fn read(value: &Value, reader: &mut Reader<'_>) -> Self {
        let Some(mut fields) = Fields::of(value, "palette", reader) else {
            return Self::default();
        };
        let light = given(&mut fields, reader);
        let mut dark = Given::new();
        if let Some(value) = fields.get("dark")
            && let Some(mut fields) = Fields::of(value, "dark", reader)
        {
            dark = given(&mut fields, reader);
            fields.finish(reader);
        }
        fields.finish(reader);
        let mut palette = Self {
            light: plain(&light),
            dark: plain(&dark),
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

fn given(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Given {
    let mut given = Given::new();
    for (name, ..) in STANDARD {
        let Some(value) = fields.get(name) else {
            continue;
        };
        let Some(text) = reader.text(name, value) else {
            continue;
        };
        match Colour::parse(text.trim()) {
            Some(colour) => {
                given.insert(name, (colour, value.span));
            }
            None => {
                let finding = reader.report(&codes::NOT_A_COLOUR, value.span);
                finding.set_arg("value", text);
            }
        }
    }
    given
}

fn plain(given: &Given) -> Colours {
    given
        .iter()
        .map(|(name, (colour, _))| (*name, *colour))
        .collect()
}

/// All colours of a page: the given ones over the standard theme's.
fn effective(own: &Colours, dark: bool) -> Colours {
    let standard = STANDARD.iter().map(|(name, light, in_dark)| {
        let text = if dark { in_dark } else { light };
        let standard = Colour::parse(text).expect("the table holds colours");
        (*name, own.get(name).copied().unwrap_or(standard))
    });
    standard.collect()
}

fn check(given: &Given, all: &Colours, reader: &mut Reader<'_>) {
    for (name, on, least) in PAIRS {
        let Some((colour, span)) = given.get(name) else {
            continue;
        };
        let grounds: Vec<(&str, Colour)> = on.iter().map(|name| (*name, all[name])).collect();
        let worst = grounds
            .iter()
            .min_by(|a, b| colour.contrast(a.1).total_cmp(&colour.contrast(b.1)));
        let Some((ground, against)) = worst.filter(|(_, on)| colour.contrast(*on) < least) else {
            continue;
        };
        let colours: Vec<Colour> = grounds.iter().map(|(_, colour)| *colour).collect();
        let better = colour.readable_on(&colours, least);
        let finding = reader.report(&codes::LOW_CONTRAST, *span);
        let ratio = colour.contrast(*against);
        finding.set_arg("key", name);
        finding.set_arg("value", colour.to_string());
        finding.set_arg("ground", *ground);
        finding.set_arg("against", against.to_string());
        finding.set_arg("ratio", tenths(ratio));
        finding.set_arg("least", tenths(least));
        finding.suggestion = better.map(|colour| colour.to_string());
    }
}

/// A ratio with one digit behind the point, never rounded up to what it doesn't reach.
fn tenths(ratio: f64) -> String {
    format!("{:.1}", (ratio * 10.0).floor() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_the_colours_of_the_standard_stylesheet() {
        let css = include_str!("../../themes/standard/assets/style.css");
        for (name, light, dark) in STANDARD {
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
            for (name, on, least) in PAIRS {
                for ground in on {
                    assert!(
                        all[name].contrast(all[ground]) >= least,
                        "{name} on {ground}"
                    );
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
                for (name, on, least) in PAIRS {
                    for ground in on {
                        let ratio = all[name].contrast(all[ground]);
                        assert!(ratio >= least, "{accent}, {name} on {ground}: {ratio}");
                    }
                }
            }
        }
    }
}
