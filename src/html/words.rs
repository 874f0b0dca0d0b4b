//! Running text, in which terms of the glossary are explained, and headings, in which long words can be
//! parted.

use super::fragment::Hole;
use super::writer::Writer;
use crate::prose::hyphens::soften;
use crate::site::escape;

impl Writer<'_> {
    /// Writes running text. A term of the glossary leads to it where it first stands in a section,
    /// and carries its meaning along for the theme's script.
    pub(super) fn words(&mut self, text: &str) {
        let edition = self.renderer.chapter().parsed.edition;
        let edition = self.renderer.linked.site.edition(edition);
        if self.heading.is_some() || self.tables.in_head {
            return self.out.text(&soften(text, &edition.language));
        }
        if !self.links.is_empty() || self.plain > 0 {
            return self.out.text(text);
        }
        let out = &mut self.out;
        let mut written = 0;
        for (range, number) in edition.terms.find(text) {
            if !self.explained.insert(number) {
                continue;
            }
            let term = edition.terms.term(number);
            out.text(&text[written..range.start]);
            out.push("<a class=\"term\" href=\"");
            out.hole(Hole::Address(edition.glossary().into()));
            out.push("#");
            out.attribute(&escape(&term.id));
            out.push("\" data-note=\"");
            out.attribute(&term.note);
            out.push("\">");
            out.text(&text[range.clone()]);
            out.push("</a>");
            written = range.end;
        }
        out.text(&text[written..]);
    }
}
