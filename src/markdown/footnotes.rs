//! Footnotes that readers would miss.
//!
//! 1. Labels are told apart without regard to capital letters, as the parser does.
//! 2. References are noted with the note they stand in, if any: what only unused notes refer to is
//!    unused too.
//! 3. A reference without definition is left as text; the first definition of a label is the one
//!    that is shown.
//! 4. A definition without its colon is left as text too, and so is all that refers to it: that is one fault.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::read::Visitor;
use crate::source::Span;

/// A footnote that readers would miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Its label, as written.
    pub label: String,
    /// What is wrong with it.
    pub problem: FootnoteProblem,
    /// Where it stands.
    pub span: Span,
}

impl Footnote {
    /// Takes back what would mend it.
    pub(super) fn remove_fix(&mut self) {
        if let FootnoteProblem::WithoutColon(colon) = &mut self.problem {
            *colon = None;
        }
    }
}

/// What is wrong with a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FootnoteProblem {
    /// It is referred to and not defined.
    Undefined,
    /// It is defined, but for the colon that belongs here, where it can be put.
    WithoutColon(Option<Span>),
    /// Nothing that is shown refers to it.
    Unused,
    /// Its label is defined already, here.
    Duplicate(Span),
}

/// Notes which footnotes a text refers to and which it defines.
#[derive(Default)]
pub(super) struct Footnotes {
    /// What the text and each note refer to, by the note's label.
    references: BTreeMap<Option<String>, BTreeSet<String>>,
    defined: Vec<(String, Range<usize>)>,
    /// The notes that are being defined, the innermost last.
    open: Vec<String>,
}

/// Where the label of the note that is defined in `range` stands, with its brackets. The parser joins the blanks of
/// a label, so what it makes of one may be shorter.
pub(super) fn label_of(source: &str, range: &Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let end = text.find("]:").map_or(text.len(), |at| at + "]".len());
    range.start..range.start + end
}

impl Visitor for Footnotes {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::FootnoteReference(label) => {
                let from = self
                    .references
                    .entry(self.open.last().cloned())
                    .or_default();
                if !from.contains(label.as_ref()) {
                    from.insert(label.to_string());
                }
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.defined.push((label.to_string(), range.clone()));
                self.open.push(label.to_string());
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.open.pop();
            }
            _ => {}
        }
    }
}

impl Footnotes {
    /// What is wrong with the footnotes of `source`, whose text in the page is `visible`: first those
    /// that aren't defined.
    pub fn problems(
        self,
        source: &str,
        visible: &[u8],
        span: impl Fn(&Range<usize>) -> Span,
    ) -> Vec<Footnote> {
        let footnote = |range: &Range<usize>, problem| Footnote {
            label: source[range.start + "[^".len()..range.end - "]".len()].to_owned(),
            problem,
            span: span(range),
        };
        let undefined = undefined(source, visible);
        let (definitions, references): (Vec<_>, Vec<_>) = undefined
            .into_iter()
            .partition(|range| begins_definition(source, range));
        let label = |range: &Range<usize>| source[range.clone()].to_lowercase();
        let meant: BTreeSet<_> = definitions.iter().map(label).collect();
        let without_colon = definitions.iter().map(|range| {
            let blanks = source[range.end..].len()
                - source[range.end..].trim_start_matches([' ', ':']).len();
            let colon = span(&(range.end..range.end + blanks));
            footnote(range, FootnoteProblem::WithoutColon(Some(colon)))
        });
        let references = references
            .iter()
            .filter(|range| !meant.contains(&label(range)));
        let mut found: Vec<_> = references
            .map(|range| footnote(range, FootnoteProblem::Undefined))
            .chain(without_colon)
            .collect();
        found.sort_by_key(|footnote| footnote.span.start);
        let reached = self.reached();
        let mut first: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for (label, definition) in &self.defined {
            let range = label_of(source, definition);
            if let Some(first) = first.get(label.as_str()) {
                found.push(footnote(&range, FootnoteProblem::Duplicate(span(first))));
                continue;
            }
            if !reached.contains(label) {
                found.push(footnote(&range, FootnoteProblem::Unused));
            }
            first.insert(label, range);
        }
        found
    }

    /// The notes that the text leads to, by way of others too.
    fn reached(&self) -> BTreeSet<&String> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&String> = self.references.get(&None).into_iter().flatten().collect();
        while let Some(label) = next.pop() {
            if reached.insert(label) {
                next.extend(
                    self.references
                        .get(&Some(label.clone()))
                        .into_iter()
                        .flatten(),
                );
            }
        }
        reached
    }
}

/// Whether a reference that was left as text begins a paragraph, or a line below one that does, and a text follows it.
fn begins_definition(source: &str, range: &Range<usize>) -> bool {
    let begins_paragraph = |above: &str| {
        let above = above.strip_suffix('\n').unwrap_or(above);
        let line = above.rsplit('\n').next().unwrap_or_default();
        line.trim().is_empty() || line.starts_with("[^")
    };
    let before = source[..range.start].trim_end_matches(' ');
    let behind = source[range.end..].lines().next().unwrap_or_default();
    let note = behind
        .strip_prefix(' ')
        .unwrap_or_default()
        .trim_start_matches([' ', ':']);
    (before.is_empty() || before.ends_with('\n'))
        && begins_paragraph(before)
        && !note.trim().is_empty()
}

/// The references in `source` that were left as text.
fn undefined(source: &str, visible: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = source[at..].find("[^") {
        let start = at + next;
        at = start + "[^".len();
        if visible[start] != b'[' {
            continue;
        }
        let Some(length) = source[at..].find([']', '\n', '[', '`']) else {
            break;
        };
        let label = &source[at..at + length];
        let closed = source[at + length..].starts_with(']');
        if closed && !label.is_empty() && !label.contains(char::is_whitespace) {
            found.push(start..at + length + "]".len());
        }
    }
    found
}
