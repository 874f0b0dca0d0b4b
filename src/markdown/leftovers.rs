//! Markup that is left in a text because nothing understood it.
//!
//! 1. Only what stands in the page as text is looked at ([`super::visible`]): no code, no HTML, no
//!    address of a link, nothing that was escaped.
//! 2. [`lines`] looks at how lines begin, [`inline`] at stars, braces and the like within them, [`links`] at
//!    brackets, [`notes`] at numbers in brackets.
//! 3. [`html`] looks for Markdown where only HTML is read.
//! 4. Each leftover says what to type instead, and where that is certain, how to mend it.

mod address;
mod html;
mod inline;
mod lines;
mod links;
mod notes;
mod signs;

use std::ops::Range;

pub(super) use html::MarkdownInHtml;

use crate::source::Span;

/// What a message quotes at most, in letters.
const LONGEST_QUOTE: usize = 60;

/// Markup that is left as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stands.
    pub span: Span,
    /// Its first line.
    pub text: String,
    /// What it was meant to be: the id of the message that says what to type instead.
    pub instead: &'static str,
    /// What mends it for certain, in the order of the text.
    pub fixes: Vec<(Span, String)>,
}

impl Leftover {
    fn new(range: Range<usize>, instead: &'static str) -> Self {
        Self {
            span: Span::new(range),
            text: String::new(),
            instead,
            fixes: Vec::new(),
        }
    }

    fn with_fix(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.fixes.push((Span::new(range), text.into()));
        self
    }

    /// Leaves mending to the author.
    pub fn remove_fixes(&mut self) {
        self.fixes.clear();
    }

    fn shifted(self, offset: usize) -> Self {
        Self {
            span: self.span.shifted(offset),
            fixes: self
                .fixes
                .into_iter()
                .map(|(span, text)| (span.shifted(offset), text))
                .collect(),
            ..self
        }
    }
}

/// The markup that is left in `source`, which begins at byte `offset` of its file and whose text in
/// the page is `visible`, with what is left `in_html`.
pub(super) fn find(
    source: &str,
    visible: &[u8],
    in_html: Vec<Leftover>,
    offset: usize,
) -> Vec<Leftover> {
    let mut found = lines::find(source, visible);
    found.extend(notes::find(source, visible));
    found.sort_by_key(|leftover| leftover.span.start);
    let beginnings = found.len();
    for leftover in inline::find(source, visible) {
        let known = &found[..beginnings];
        let next = known.partition_point(|known| known.span.end <= leftover.span.start);
        let known = known.get(next);
        if known.is_none_or(|known| known.span.start >= leftover.span.end) {
            found.push(leftover);
        }
    }
    found.extend(in_html);
    found.sort_by_key(|leftover| leftover.span.start);
    let finish = |leftover: Leftover| Leftover {
        text: quoted(&source[leftover.span.range()]),
        ..leftover.shifted(offset)
    };
    found.into_iter().map(finish).collect()
}

/// A text as a message quotes it: one line of it, and not more of that than fits.
pub(super) fn quoted(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
