//! The events of a text, with HTML that ends what it begins. A text without HTML has them as they come.
//!
//! 1. A block of raw HTML comes in lines, and becomes one event; where its lines stand is kept until
//!    it has been read.
//! 2. Comments and what must not reach a page are left out ([`Balance`]): an event without HTML
//!    stands for them, so that their bytes have been seen.
//! 3. Before the end of each element of Markdown come the ends of what is still open of HTML in it.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::definition::Definition;
use super::events::{MarkdownEvents, Part};
use super::html::{Balance, HtmlProblem, Piece, Token, tokens};
use super::{Prepared, Settings};

/// Events with their bytes in the text.
pub(crate) struct Events<'t> {
    events: MarkdownEvents<'t>,
    has_html: bool,
    balance: Balance,
    /// Events that come next.
    queue: VecDeque<Part<'t>>,
    /// Where the text ends, until that has come.
    end: Option<usize>,
    /// The tokens of the piece of HTML that comes next or came last, if nothing was left out of it.
    tokens: Vec<Token>,
}

impl<'t> Events<'t> {
    /// The events of `text`, for which `prepared` was made.
    pub fn new(text: &'t str, prepared: &'t Prepared, settings: Settings<'_>) -> Self {
        Self {
            events: MarkdownEvents::new(text, prepared, settings),
            has_html: settings.raw_html && prepared.marked(text).contains('<'),
            balance: Balance::default(),
            queue: VecDeque::new(),
            end: Some(text.len()),
            tokens: Vec::new(),
        }
    }

    /// The definitions of links, in their order.
    pub(super) fn definitions(&self) -> Vec<Definition> {
        self.events.definitions()
    }

    /// What was wrong with the HTML.
    pub(super) fn into_problems(self) -> Vec<HtmlProblem> {
        self.balance.into_problems()
    }

    /// The tokens of `html`, the piece that came last.
    pub(super) fn tokens(&mut self, html: &str) -> Vec<Token> {
        if self.tokens.is_empty() {
            tokens(html)
        } else {
            std::mem::take(&mut self.tokens)
        }
    }

    /// What is left of a piece of HTML.
    fn piece(&mut self, piece: &Piece) -> String {
        let (left, tokens) = self.balance.piece(piece);
        self.tokens = tokens;
        if left != piece.html {
            self.tokens.clear();
        }
        left
    }

    /// The block of raw HTML that has begun.
    fn block(&mut self, begin: Part<'t>) -> Part<'t> {
        let mut block = Piece::default();
        let mut end = None;
        for (event, range) in self.events.by_ref() {
            match event {
                // Blanks before it are text to the parser.
                Event::Html(html) | Event::Text(html) => block.push(&html, &range),
                event => {
                    end = Some((event, range));
                    break;
                }
            }
        }
        let range = block.range();
        let html = self.piece(&block);
        if html.trim().is_empty() {
            return (Event::InlineHtml(CowStr::Borrowed("")), range);
        }
        self.queue.push_back((Event::Html(html.into()), range));
        self.queue.extend(end);
        begin
    }

    /// Puts `event` behind the ends of HTML that belong before it.
    fn behind(&mut self, ends: Vec<String>, event: Option<Event<'t>>, range: &Range<usize>) {
        let at = match event {
            Some(Event::Start(_) | Event::Rule) => range.start..range.start,
            _ => range.end..range.end,
        };
        let ends = ends
            .into_iter()
            .map(|end| (Event::InlineHtml(end.into()), at.clone()));
        self.queue.extend(ends);
        self.queue.extend(event.map(|event| (event, range.clone())));
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = Part<'t>;

    fn next(&mut self) -> Option<Part<'t>> {
        if !self.has_html {
            return self.events.next();
        }
        if let Some(part) = self.queue.pop_front() {
            return Some(part);
        }
        let Some((event, range)) = self.events.next() else {
            let end = self.end.take()?;
            let ends = self.balance.finish();
            self.behind(ends, None, &(end..end));
            return self.queue.pop_front();
        };
        let ends = match &event {
            Event::Start(Tag::HtmlBlock) => return Some(self.block((event, range))),
            Event::InlineHtml(html) | Event::Html(html) => {
                let left = self.piece(&Piece::new(html, &range));
                if left == **html {
                    return Some((event, range));
                }
                return Some((Event::InlineHtml(left.into()), range));
            }
            Event::Start(tag) => self.balance.enter(tag),
            Event::End(tag) => self.balance.leave(*tag),
            Event::Rule => self.balance.begin_block(),
            _ => Vec::new(),
        };
        if ends.is_empty() {
            return Some((event, range));
        }
        self.behind(ends, Some(event), &range);
        self.queue.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::super::html::{TokenKind, is_void};
    use super::*;

    /// Parts of texts, most of which begin or end something.
    const PARTS: &[&str] = &[
        "a",
        " ",
        "\n",
        "\n\n",
        "\n\n- ",
        "\n\n> ",
        "\n\n  ",
        "*",
        "**",
        "[",
        "](x)",
        "`",
        "| a |\n|---|\n| ",
        "\n\n# ",
        "[^1]",
        "\n\n[^1]: ",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<p class=\"",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "<a href=x>",
        "</a>",
        "<!-- c -->",
        "<!-- c ->",
        "<textarea>",
        "</textarea>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<svg>",
        "</svg>",
        "<path/>",
        "<br>",
        "<b/>",
        "<h2>",
        "</h2>",
        "<select>",
        "<option>",
        "<button>",
        "</button>",
        "<body>",
        "<?php ?>",
        "<![CDATA[",
        "]]>",
        "<iframe src=x>",
        "</iframe>",
        "<hr>",
        "<template>",
    ];

    /// What is open of raw HTML and of Markdown, the latter without a name.
    fn open_behind(text: &str, events: Events<'_>) -> Vec<Option<String>> {
        let mut open: Vec<Option<String>> = Vec::new();
        for (event, _) in events {
            match event {
                Event::Start(Tag::HtmlBlock) | Event::End(pulldown_cmark::TagEnd::HtmlBlock) => {}
                Event::Start(_) => open.push(None),
                Event::End(end) => assert_eq!(open.pop(), Some(None), "{text:?}: {end:?}"),
                Event::Html(html) | Event::InlineHtml(html) => {
                    for token in tokens(&html) {
                        match token.kind {
                            TokenKind::Start(tag) if is_void(&tag.name) || tag.closes_itself => {}
                            TokenKind::Start(tag) => open.push(Some(tag.name)),
                            TokenKind::End(name) => {
                                assert_eq!(open.pop(), Some(Some(name)), "{text:?}: {html}");
                            }
                            TokenKind::Text => {}
                            kind => panic!("{kind:?} in {text:?}: {html}"),
                        }
                    }
                }
                _ => {}
            }
        }
        open
    }

    #[test]
    fn whatever_a_text_holds_its_html_is_balanced() {
        let settings = Settings {
            language: "de",
            raw_html: true,
        };
        let mut state = 1_u64;
        let mut number = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(state >> 33).expect("31 bits")
        };
        for _ in 0..1000 {
            let length = 2 + number() % 14;
            let text: String = (0..length).map(|_| PARTS[number() % PARTS.len()]).collect();
            let prepared = Prepared::new(&text, "de");
            let open = open_behind(&text, Events::new(&text, &prepared, settings));
            assert_eq!(open, Vec::new(), "{text:?}");
        }
    }
}
