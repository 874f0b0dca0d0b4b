//! Markdown between the tags of a block of HTML, where nothing reads it.
//!
//! 1. The text of such blocks is looked at line by line, but for elements that show code.
//! 2. A line in which Markdown would see markup is left over from its first markup on.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::Leftover;
use crate::markdown::Prepared;
use crate::markdown::html::TokenKind;
use crate::markdown::read::{RawHtml, Visitor};

/// Elements whose text is no prose.
const CODE: &[&str] = &[
    "code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "var",
];

/// Looks for Markdown in blocks of HTML.
pub(in crate::markdown) struct MarkdownInHtml<'t> {
    language: &'t str,
    /// How many elements are open whose text is no prose.
    code: usize,
    found: Vec<Leftover>,
}

impl<'t> MarkdownInHtml<'t> {
    /// For a text in the language with this BCP 47 code.
    pub fn new(language: &'t str) -> Self {
        Self {
            language,
            code: 0,
            found: Vec::new(),
        }
    }

    /// What is left over, in order.
    pub fn finish(self) -> Vec<Leftover> {
        self.found
    }

    /// The markup in `line`, if it has any.
    fn markup(&self, line: &str) -> Option<Range<usize>> {
        let may_be = line.contains(['*', '_', '`', '[', '#']) || line.starts_with(['-', '+', '>']);
        if !may_be {
            return None;
        }
        let prepared = Prepared::new(line, self.language);
        let mut parts = Parser::new(prepared.marked(line)).into_offset_iter();
        let (_, range) = parts.find(|(event, range)| match event {
            Event::Start(tag) => match tag {
                Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } => true,
                // A sign alone is text.
                Tag::Heading { .. } | Tag::Item | Tag::BlockQuote(_) => range.len() > "- a".len(),
                _ => false,
            },
            Event::Code(_) => true,
            _ => false,
        })?;
        Some(range.start..range.start + line[range].trim_end().len())
    }
}

impl Visitor for MarkdownInHtml<'_> {
    fn event(&mut self, _: &Event<'_>, _: &Range<usize>) {}

    fn html(&mut self, html: &RawHtml<'_>) {
        for token in &html.tokens {
            match &token.kind {
                TokenKind::Start(tag) if CODE.contains(&tag.name.as_str()) => {
                    self.code += usize::from(!tag.closes_itself);
                }
                TokenKind::End(name) if CODE.contains(&name.as_str()) => {
                    self.code = self.code.saturating_sub(1);
                }
                TokenKind::Text if self.code == 0 => {
                    let mut start = token.range.start;
                    for line in html.text[token.range.clone()].split_inclusive('\n') {
                        let text = line.trim_start();
                        let at = start + line.len() - text.len();
                        start += line.len();
                        if let Some(range) = self.markup(text) {
                            let range = html.in_text(&(at + range.start..at + range.end));
                            self.found.push(Leftover::new(range, "left-in-html"));
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
