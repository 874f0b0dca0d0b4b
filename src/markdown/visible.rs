//! What of a text stands in the page as text, byte by byte.
//!
//! 1. Every byte begins as unseen. What an event shows or means is noted over it.
//! 2. Text that the parser read as text keeps its bytes: what is markup there was not understood
//!    ([`super::leftovers`]).
//! 3. Letters that are still unseen in the end would be lost; so would definitions of links that no
//!    link uses.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::definition::{Definition, folded_label};
use super::destination::is_include;
use super::footnotes::label_of;
use super::leftovers::quoted;
use super::read::Visitor;
use crate::source::Span;

/// No event has shown this byte.
const UNSEEN: u8 = 0;

/// Markup, code, HTML, or a character that was escaped.
const SEEN: u8 = 1;

/// Notes what of a text stands in the page as text.
pub(super) struct VisibleText<'t> {
    source: &'t str,
    /// One byte for each of the source: of its text, [`SEEN`] or [`UNSEEN`].
    bytes: Vec<u8>,
    code: bool,
    heading: bool,
    /// Whether a picture is open that stands for a text.
    include: bool,
    /// The table that is open.
    table: Option<Range<usize>>,
    tables: Vec<Range<usize>>,
    /// Labels of definitions that links use, folded.
    used: BTreeSet<String>,
}

/// Part of a text that no page would show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Where it stands.
    pub span: Span,
    /// Its first line.
    pub text: String,
    /// Why it isn't shown.
    pub reason: LostReason,
}

/// Why a part of a text isn't shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostReason {
    /// The row of a table has more cells than its head.
    CellBeyondHead,
    /// It defines a link that nothing uses.
    UnusedDefinition,
    /// The parser dropped it.
    Dropped,
}

impl<'t> VisibleText<'t> {
    pub fn new(source: &'t str) -> Self {
        Self {
            source,
            bytes: vec![UNSEEN; source.len()],
            code: false,
            heading: false,
            include: false,
            table: None,
            tables: Vec::new(),
            used: BTreeSet::new(),
        }
    }

    /// The text as it stands in the page: a byte of it where it is text, else one below a blank.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn see(&mut self, range: Range<usize>) {
        if let Some(bytes) = self.bytes.get_mut(range) {
            bytes.fill(SEEN);
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.include {
            // The text that is put in stands for it.
            return self.bytes[range.clone()].fill(UNSEEN);
        }
        let source = &self.source.as_bytes()[range.clone()];
        // References to characters are meant as text, also within addresses.
        let has_reference = text.len() != range.len() && source.contains(&b'&');
        if self.code || has_reference {
            return self.see(range.clone());
        }
        self.bytes[range.clone()].copy_from_slice(source);
        let before = range.start.checked_sub(1);
        let is_escaped = before.is_some_and(|before| {
            self.source.as_bytes()[before] == b'\\' && self.bytes[before] == UNSEEN
        });
        if is_escaped && let Some(first) = self.bytes.get_mut(range.start) {
            *first = SEEN;
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Link { id, dest_url, .. } | Tag::Image { id, dest_url, .. } => {
                if !id.is_empty() {
                    self.used.insert(folded_label(id));
                }
                self.see(range.clone());
                let is_image = matches!(tag, Tag::Image { .. });
                self.include |= is_image && !self.heading && is_include(dest_url);
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                self.see(range.clone());
            }
            Tag::FootnoteDefinition(_) => self.see(label_of(self.source, range)),
            Tag::Heading { id, .. } => {
                self.heading = true;
                let text = &self.source[range.clone()];
                if let Some(brace) = text.rfind('{').filter(|_| id.is_some()) {
                    self.see(range.start + brace..range.end);
                }
            }
            Tag::BlockQuote(Some(_)) => {
                let text = &self.source[range.clone()];
                if let Some((begin, end)) = text.find("[!").zip(text.find(']')) {
                    self.see(range.start + begin..range.start + end.max(begin));
                }
            }
            Tag::Table(_) => self.table = Some(range.clone()),
            _ => {}
        }
    }

    /// What no page would show. `definitions` are those of links; the text begins at byte `offset` of its
    /// file.
    pub fn lost(&mut self, definitions: Vec<Definition>, offset: usize) -> Vec<Lost> {
        let source = self.source;
        let lost_at = |range: Range<usize>, reason| Lost {
            text: quoted(&source[range.clone()]),
            span: Span::new(range),
            reason,
        };
        let mut lost = Vec::new();
        for definition in definitions {
            let Definition {
                label,
                range,
                is_comment,
            } = definition;
            self.see(range.clone());
            if !is_comment && !self.used.contains(&label) {
                lost.push(lost_at(range, LostReason::UnusedDefinition));
            }
        }
        let tables = std::mem::take(&mut self.tables);
        for range in self.unseen() {
            let table = tables.partition_point(|table| table.start <= range.start);
            let in_table = table > 0 && tables[table - 1].contains(&range.start);
            let is_number = !self.source[range.clone()].contains(char::is_alphabetic);
            if is_number && !in_table {
                // The number of an item.
                continue;
            }
            if in_table {
                let cell = within(source, range, &['|', '\n']);
                if lost
                    .last()
                    .is_none_or(|last: &Lost| last.span.range() != cell)
                {
                    lost.push(lost_at(cell, LostReason::CellBeyondHead));
                }
                continue;
            }
            // A second definition, which no link can use.
            let line = within(source, range.clone(), &['\n']);
            let label = source[range.start..line.end].split_once(']');
            let is_definition = source[..range.start].ends_with('[')
                && label.is_some_and(|(_, behind)| behind.starts_with(':'));
            lost.push(if is_definition {
                lost_at(range.start - 1..line.end, LostReason::UnusedDefinition)
            } else {
                lost_at(range, LostReason::Dropped)
            });
        }
        lost.sort_by_key(|lost| lost.span.start);
        for lost in &mut lost {
            lost.span = lost.span.shifted(offset);
        }
        lost
    }

    /// Letters and digits that are unseen, with what stands between them on a line.
    fn unseen(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut joins = false;
        let mut at = 0;
        while let Some(length) = self.bytes[at..].iter().position(|byte| *byte == UNSEEN) {
            at += length;
            let rest = &self.source[at..];
            let character = rest.chars().next().expect("a byte is left");
            let end = at + character.len_utf8();
            if character.is_alphanumeric() {
                match found.last_mut().filter(|_| joins) {
                    Some(range) => range.end = end,
                    None => found.push(at..end),
                }
                joins = true;
            }
            joins &= !matches!(character, '\n' | '|') && self.bytes.get(end) == Some(&UNSEEN);
            at = end;
        }
        found
    }
}

/// What stands around `range` up to the next of `ends` on both sides, without blanks around it.
fn within(source: &str, range: Range<usize>, ends: &[char]) -> Range<usize> {
    let start = source[..range.start].rfind(ends).map_or(0, |at| at + 1);
    let end = source[range.end..]
        .find(ends)
        .map_or(source.len(), |at| range.end + at);
    let text = &source[start..end];
    let start = end - text.trim_start().len();
    start..start + text.trim().len()
}

impl Visitor for VisibleText<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::CodeBlock) => self.code = false,
            Event::End(TagEnd::Heading(_)) => self.heading = false,
            Event::End(TagEnd::Image) => self.include = false,
            Event::End(TagEnd::Table) => self.tables.extend(self.table.take()),
            Event::Text(text) => self.text(text, range),
            Event::SoftBreak | Event::HardBreak => {
                let source = &self.source.as_bytes()[range.clone()];
                self.bytes[range.clone()].copy_from_slice(source);
            }
            Event::Code(_) if self.include => self.bytes[range.clone()].fill(UNSEEN),
            Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => self.see(range.clone()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Events, Prepared, Settings};
    use super::*;

    /// What is lost of `text` if the parser drops the event that shows `dropped`.
    fn lost_without(text: &str, dropped: &str) -> Vec<String> {
        let settings = Settings {
            language: "de",
            raw_html: true,
        };
        let prepared = Prepared::new(text, settings.language);
        let mut visible = VisibleText::new(text);
        for (event, range) in Events::new(text, &prepared, settings) {
            let shows = |event: &Event<'_>| match event {
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                    &**text == dropped
                }
                _ => false,
            };
            if !shows(&event) {
                visible.event(&event, &range);
            }
        }
        let lost = visible.lost(Vec::new(), 0);
        lost.into_iter().map(|lost| lost.text).collect()
    }

    #[test]
    fn what_no_event_shows_is_lost() {
        for (text, dropped) in [
            ("Ein Satz.\n", "Ein Satz."),
            ("Ein *Wort* im Satz.\n", "Wort"),
            ("Ein `Code` im Satz.\n", "Code"),
            ("## Titel\n\nText\n", "Titel"),
            ("- eins\n- zwei\n", "zwei"),
            ("> Zitat\n", "Zitat"),
            ("> [!TIPP] Titel\n> Text\n", "Titel"),
            ("| a | b |\n|---|---|\n| c | d |\n", "d"),
            ("Begriff\n: Erklärung\n", "Erklärung"),
            ("Text[^1].\n\n[^1]: Note\n", "Note"),
            ("Zeile\nnoch eine\n", "noch eine"),
        ] {
            assert_eq!(lost_without(text, ""), [""; 0], "{text}");
            let expected = dropped.trim_end_matches('.');
            assert_eq!(lost_without(text, dropped), [expected], "{text}");
        }
    }
}
