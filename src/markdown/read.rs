//! One reading of a text for all who want to know something of it.
//!
//! 1. [`read`] goes over the events of a text once and shows each to a [`Visitor`]; a tuple of
//!    visitors is one too.
//! 2. Raw HTML comes in lines, and is shown in one piece at the end of its block; what is of use to
//!    several visitors is looked for in it once.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Definition;
use super::html::{Found, find};
use super::{Events, Prepared, Settings};

/// Learns something from a text that is read.
pub(super) trait Visitor {
    /// Sees an event, and where it stands in the text.
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>);

    /// Sees a piece of raw HTML, after the event that ends it.
    fn html(&mut self, _: &RawHtml<'_>) {}
}

/// A piece of raw HTML: a block, or a tag within a paragraph.
pub(super) struct RawHtml<'h> {
    pub text: &'h str,
    pub found: Found,
    /// Where the event stands that begins and ends the piece.
    pub event: Range<usize>,
    /// Where its text stands.
    pub range: Range<usize>,
    /// Whether its text stands there in one piece: in a quotation, marks stand between its lines.
    whole: bool,
}

impl RawHtml<'_> {
    /// Where a part of it stands in the text, as far as that is known.
    pub fn in_text(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.range.start;
        if self.whole {
            start + part.start..start + part.end
        } else {
            self.range.clone()
        }
    }
}

impl<V: Visitor> Visitor for &mut V {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        (**self).event(event, range);
    }

    fn html(&mut self, html: &RawHtml<'_>) {
        (**self).html(html);
    }
}

impl<A: Visitor, B: Visitor> Visitor for (A, B) {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        self.0.event(event, range);
        self.1.event(event, range);
    }

    fn html(&mut self, html: &RawHtml<'_>) {
        self.0.html(html);
        self.1.html(html);
    }
}

/// Reads `text`, for which `prepared` was made, for `visitor`. Gives the definitions of its links.
pub(super) fn read<V: Visitor>(
    text: &str,
    prepared: &Prepared,
    settings: Settings<'_>,
    visitor: &mut V,
) -> Vec<Definition> {
    let mut block: Option<(String, Range<usize>)> = None;
    let piece = |html: &str, event: &Range<usize>, range: Range<usize>, visitor: &mut V| {
        visitor.html(&RawHtml {
            text: html,
            found: find(html),
            event: event.clone(),
            whole: text.get(range.clone()) == Some(html),
            range,
        });
    };
    let events = Events::new(text, prepared, settings);
    let definitions = events.definitions();
    for (event, range) in events {
        visitor.event(&event, &range);
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some((String::new(), range)),
            Event::Html(html) => match &mut block {
                Some((block, bytes)) => {
                    block.push_str(&html);
                    bytes.end = range.end;
                }
                None => piece(&html, &range, range.clone(), visitor),
            },
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((html, bytes)) = block.take() {
                    piece(&html, &range, bytes, visitor);
                }
            }
            Event::InlineHtml(html) => piece(&html, &range, range.clone(), visitor),
            _ => {}
        }
    }
    definitions
}
