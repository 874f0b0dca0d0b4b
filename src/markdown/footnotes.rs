//! Footnotes with only one of their two sides.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::read::Visitor;
use crate::source::Span;

/// A footnote with only one of its two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Its label.
    pub label: String,
    /// Whether the definition is there, and no reference to it; else the other way round.
    pub defined: bool,
    /// Where it stands.
    pub span: Span,
}

/// Notes which footnotes a text refers to and which it defines.
#[derive(Default)]
pub(super) struct Footnotes {
    used: BTreeSet<String>,
    defined: Vec<(String, Range<usize>)>,
    /// Where code stands, in order.
    code: Vec<Range<usize>>,
}

impl Visitor for Footnotes {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => self.code.push(range.clone()),
            Event::FootnoteReference(label) if !self.used.contains(label.as_ref()) => {
                self.used.insert(label.to_string());
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let at = range.start..range.start + label.len() + "[^]".len();
                self.defined.push((label.to_string(), at));
            }
            _ => {}
        }
    }
}

impl Footnotes {
    /// Those of `text` with one side: first those that aren't defined.
    pub fn one_sided(self, text: &str, span: impl Fn(&Range<usize>) -> Span) -> Vec<Footnote> {
        let defined: BTreeSet<&str> = self.defined.iter().map(|(d, _)| d.as_str()).collect();
        let mut found = Vec::new();
        for range in self.undefined(text, &defined) {
            let label = text[range.start + "[^".len()..range.end - "]".len()].to_owned();
            found.push(Footnote {
                label,
                defined: false,
                span: span(&range),
            });
        }
        let unused = self.defined.iter().filter(|(d, _)| !self.used.contains(d));
        found.extend(unused.map(|(label, range)| Footnote {
            label: label.clone(),
            defined: true,
            span: span(range),
        }));
        found
    }

    /// pulldown-cmark leaves a reference without definition as text.
    fn undefined(&self, text: &str, defined: &BTreeSet<&str>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(next) = text[at..].find("[^") {
            let start = at + next;
            at = start + "[^".len();
            let Some(length) = text[at..].find([']', '\n', '[', '`']) else {
                continue;
            };
            let label = &text[at..at + length];
            let closed = text[at + length..].starts_with(']');
            let known = self.used.contains(label) || defined.contains(label);
            let is_label = !label.is_empty() && !label.contains(char::is_whitespace);
            if closed && is_label && !known && !self.in_code(start) {
                found.push(start..at + length + "]".len());
            }
        }
        found
    }

    fn in_code(&self, at: usize) -> bool {
        let before = self.code.partition_point(|range| range.start <= at);
        before > 0 && self.code[before - 1].contains(&at)
    }
}
