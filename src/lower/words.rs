//! Running text, in which terms of the glossary are explained.

use super::writer::Writer;
use crate::site::{escape, relative};

impl Writer<'_> {
    /// Writes running text. A term of the glossary leads to it where it first stands in a section,
    /// and carries its meaning along for the theme's script.
    pub(super) fn words(&mut self, text: &str) {
        let edition = &self.lower.linked.site.editions[self.lower.chapter().parsed.edition];
        if self.heading.is_some() || !self.links.is_empty() || self.plain > 0 {
            return self.text(text);
        }
        let mut written = 0;
        for (range, number) in edition.terms.find(text) {
            if !self.explained.insert(number) {
                continue;
            }
            let term = edition.terms.term(number);
            let glossary = relative(self.frame.address, &edition.glossary());
            self.text(&text[written..range.start]);
            self.out.push_str("<a class=\"term\" href=\"");
            self.attribute(&format!("{glossary}#{}", escape(&term.id)));
            self.out.push_str("\" data-note=\"");
            self.attribute(&term.note);
            self.out.push_str("\">");
            self.text(&text[range.clone()]);
            self.out.push_str("</a>");
            written = range.end;
        }
        self.text(&text[written..]);
    }
}
