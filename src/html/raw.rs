//! Raw HTML, whose destinations depend on the page.

use super::embed::RawHtml;
use super::fragment::Hole;
use super::writer::Writer;
use crate::link::Target;
use crate::markdown::html;

/// Elements in which no term of the glossary is explained.
const PLAIN: [&str; 9] = [
    "a", "abbr", "button", "code", "dfn", "kbd", "label", "samp", "summary",
];

impl<'s> Writer<'s> {
    /// Writes raw HTML, whose n-th destination leads to `target(n)`.
    pub(super) fn raw_html(&mut self, text: &str, target: impl Fn(usize) -> &'s Target) {
        let ends = text.strip_prefix("</");
        let ends = ends.and_then(|name| name.strip_suffix('>'));
        // Only attributes depend on the page.
        if ends.is_none() && !text.contains('=') {
            return self.out.push(text);
        }
        let found = html::find(text).destinations.len();
        let mut rest = text.trim_end();
        rest = rest.strip_suffix("</p>").unwrap_or(rest);
        let raw = RawHtml {
            html: rest.to_owned(),
            targets: (0..found).map(target).collect(),
            ends: ends.map(|name| name.trim().to_owned()),
        };
        self.out.hole(Hole::RawHtml(Box::new(raw)));
        // What a footnote may end with stands behind the hole, where it can be found.
        self.out.push(&text[rest.len()..]);
    }

    /// Notes the elements of raw HTML that `html` opens or closes, if no term may stand in them.
    pub(super) fn note_plain(&mut self, html: &str) {
        let (closes, tag) = match html.strip_prefix("</") {
            Some(tag) => (true, tag),
            None => (false, html.trim_start_matches('<')),
        };
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next();
        if !name.is_some_and(|name| PLAIN.iter().any(|plain| name.eq_ignore_ascii_case(plain))) {
            return;
        }
        self.plain = if closes {
            self.plain.saturating_sub(1)
        } else {
            self.plain + 1
        };
    }
}
