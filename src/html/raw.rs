//! Raw HTML, whose destinations depend on the page.

use super::embed::RawHtml;
use super::fragment::Hole;
use super::writer::Writer;
use crate::link::Target;
use crate::markdown::html::{self, Found, Token, TokenKind};

/// Elements in which no term of the glossary is explained.
const PLAIN: [&str; 9] = [
    "a", "abbr", "button", "code", "dfn", "kbd", "label", "samp", "summary",
];

impl<'s> Writer<'s> {
    /// Writes raw HTML, whose n-th destination leads to `target(n)`.
    pub(super) fn raw_html(&mut self, text: &str, target: impl Fn(usize) -> &'s Target) {
        if text.is_empty() {
            return;
        }
        let tokens = html::tokens(text);
        self.note_plain(&tokens);
        let (begins, ends) = match tokens.as_slice() {
            [
                Token {
                    kind: TokenKind::End(name),
                    ..
                },
            ] => (None, embedding(name)),
            tokens => (left_open(tokens), None),
        };
        // Only attributes depend on the page.
        let has_attributes = |token: &Token| match &token.kind {
            TokenKind::Start(tag) => !tag.attributes.is_empty(),
            _ => false,
        };
        if ends.is_none() && !tokens.iter().any(has_attributes) {
            return self.out.push(text);
        }
        let found = Found::of(&tokens).destinations.into_iter().enumerate();
        let mut rest = text.trim_end();
        rest = rest.strip_suffix("</p>").unwrap_or(rest);
        let raw = RawHtml {
            html: rest.to_owned(),
            targets: found
                .map(|(nth, destination)| (target(nth), destination.shows))
                .collect(),
            begins,
            ends,
        };
        self.out.hole(Hole::RawHtml(Box::new(raw)));
        // What a footnote may end with stands behind the hole, where it can be found.
        self.out.push(&text[rest.len()..]);
    }

    /// Notes the elements that begin or end, if no term may stand in them.
    fn note_plain(&mut self, tokens: &[Token]) {
        let is_plain = |name: &str| PLAIN.contains(&name);
        for token in tokens {
            match &token.kind {
                TokenKind::Start(tag) if is_plain(&tag.name) => self.plain += 1,
                TokenKind::End(name) if is_plain(name) => self.plain = self.plain.saturating_sub(1),
                _ => {}
            }
        }
    }
}

fn embedding(name: &str) -> Option<String> {
    html::is_embedding(name).then(|| name.to_owned())
}

/// The element that shows something within the page and that the last tag of a piece begins.
fn left_open(tokens: &[Token]) -> Option<String> {
    let mut tags = tokens
        .iter()
        .rev()
        .filter(|token| token.kind != TokenKind::Text);
    match &tags.next()?.kind {
        TokenKind::Start(tag) => embedding(&tag.name),
        _ => None,
    }
}
