//! One reading of a text for all who want to know something of it.
//!
//! 1. [`read`] goes over the events of a text once and shows each to a [`Visitor`]; a tuple of
//!    visitors is one too.
//! 2. A piece of raw HTML is shown with its tokens, behind its event: it is read once for all.

use std::ops::Range;

use pulldown_cmark::Event;

use super::definition::Definition;
use super::html::{HtmlProblem, Token};
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
    pub tokens: Vec<Token>,
    /// Where its event stands.
    pub range: Range<usize>,
    /// Where its lines stand there: in a quotation, marks stand between them, and comments are left
    /// out. None where that can't be told.
    lines: Vec<Line>,
}

/// Where a line of raw HTML stands in the text.
struct Line {
    /// Where it begins in the HTML, without blanks.
    begin: usize,
    /// The same in the text; all of the line's place where something was left out of it.
    place: Result<usize, Range<usize>>,
}

/// What reading a text shows only in the end.
pub(super) struct Read {
    /// The definitions of its links.
    pub definitions: Vec<Definition>,
    /// What is wrong with its HTML.
    pub problems: Vec<HtmlProblem>,
}

impl RawHtml<'_> {
    /// Where a part of it stands in the text, as far as that is known.
    pub fn in_text(&self, part: &Range<usize>) -> Range<usize> {
        let number = self.lines.partition_point(|line| line.begin <= part.start);
        let line = number.checked_sub(1).map(|number| &self.lines[number]);
        match line.map(|line| (line.begin, &line.place)) {
            Some((begin, Ok(place))) => {
                let start = place + part.start - begin;
                start..(start + part.len()).min(self.range.end)
            }
            Some((_, Err(place))) => place.clone(),
            None => self.range.clone(),
        }
    }
}

/// Where the lines of `html` stand in `source`, which begins at the byte `start` of the text.
fn lines(html: &str, source: &str, start: usize) -> Vec<Line> {
    if html == source {
        let place = Ok(start);
        return vec![Line { begin: 0, place }];
    }
    let count = |text: &str| text.split_inclusive('\n').count();
    if count(html) != count(source) {
        return Vec::new();
    }
    let (mut begin, mut at) = (0, start);
    let pairs = html.split_inclusive('\n').zip(source.split_inclusive('\n'));
    let line = |(line, source): (&str, &str)| {
        let text = line.trim();
        let found = Line {
            begin: begin + line.len() - line.trim_start().len(),
            place: match source.find(text) {
                Some(found) => Ok(at + found),
                None => Err(at..at + source.trim_end().len()),
            },
        };
        begin += line.len();
        at += source.len();
        found
    };
    pairs.map(line).collect()
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

/// Reads `text`, for which `prepared` was made, for `visitor`.
pub(super) fn read<V: Visitor>(
    text: &str,
    prepared: &Prepared,
    settings: Settings<'_>,
    visitor: &mut V,
) -> Read {
    let mut events = Events::new(text, prepared, settings);
    let definitions = events.definitions();
    while let Some((event, range)) = events.next() {
        visitor.event(&event, &range);
        if let Event::Html(html) | Event::InlineHtml(html) = &event
            && !html.is_empty()
        {
            visitor.html(&RawHtml {
                text: html,
                tokens: events.tokens(html),
                lines: lines(html, &text[range.clone()], range.start),
                range,
            });
        }
    }
    Read {
        definitions,
        problems: events.into_problems(),
    }
}

/// Where raw HTML first stands in `text`, if the handbook doesn't switch it off.
pub(super) fn first_html(text: &str, prepared: &Prepared) -> Option<Range<usize>> {
    let settings = Settings {
        language: "",
        raw_html: true,
    };
    let mut html = Events::new(text, prepared, settings)
        .filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    html.next().map(|(_, range)| range)
}
