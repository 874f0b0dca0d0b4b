//! What is open of a text's raw HTML, so that each element ends where it must.
//!
//! 1. Elements of HTML are kept as they begin. Those of Markdown are frames around them: what begins
//!    within a frame ends there.
//! 2. An end closes the elements within its own. Where HTML lets an end out, the element ends by what
//!    follows.
//! 3. Comments, declarations, elements that may not stand in a text or not at their place, and ends
//!    that end nothing are left out. What isn't ended is ended.
//! 4. All but comments and ends that may be left out is a problem. One mistake is one problem: what
//!    only follows from it is left out without a word.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::elements::{
    APART, HEADINGS, implied, is_block, is_forbidden, is_html_only, is_raw_text, is_void,
    may_end_unmarked, parents, stands_alone,
};
use super::problem::{HtmlProblem, HtmlProblemKind, end_of};
use super::tokens::{StartTag, Token, TokenKind, tokens};
use super::{Piece, escaped};
use crate::markdown::leftovers::quoted;

/// An element that has begun.
#[derive(Debug)]
struct Element {
    name: String,
    /// Its tag, as written.
    tag: String,
    /// Where that stands in the text.
    range: Range<usize>,
    /// Whether it is known already why it doesn't end.
    excused: bool,
}

/// An end that may still come.
#[derive(Debug)]
enum Expected {
    /// Of an element about which all is said.
    Known,
    /// Of a paragraph that a block has ended: its tag, and where that stands in the text.
    Paragraph(String, Range<usize>),
}

/// What is open of a text's raw HTML.
#[derive(Debug, Default)]
pub(crate) struct Balance {
    open: Vec<Element>,
    /// The numbers of the open elements with each name, in order.
    by_name: FxHashMap<String, Vec<usize>>,
    /// How many elements were open where each open element of Markdown began.
    frames: Vec<usize>,
    /// The same for the paragraph of Markdown that is open.
    paragraph: Option<usize>,
    /// Whether a link and a heading of Markdown are open.
    link: bool,
    heading: bool,
    /// Ends that may still come of elements that are closed or left out already, by name.
    expected: FxHashMap<String, Vec<Expected>>,
    /// How many elements are open of which the ends stand in what never ended.
    excused: usize,
    problems: Vec<HtmlProblem>,
}

impl Balance {
    /// What was wrong.
    pub fn into_problems(mut self) -> Vec<HtmlProblem> {
        self.problems.sort_by_key(|problem| problem.range.start);
        self.problems
    }

    /// Goes into an element of Markdown. Gives the ends that belong before it.
    pub fn enter(&mut self, tag: &Tag<'_>) -> Vec<String> {
        let mut ends = Vec::new();
        match tag {
            Tag::Link { .. } => self.link = true,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Image { .. } => {}
            _ => ends = self.begin_block(),
        }
        match tag {
            Tag::Heading { .. } => self.heading = true,
            Tag::Paragraph => self.paragraph = Some(self.open.len()),
            _ => {}
        }
        self.frames.push(self.open.len());
        ends
    }

    /// Before a block of Markdown. Gives the ends that belong before it.
    pub fn begin_block(&mut self) -> Vec<String> {
        let mut ends = Vec::new();
        if !self.open.is_empty() {
            self.end_paragraph(&mut ends);
        }
        ends
    }

    /// Leaves an element of Markdown. Gives the ends that belong before its own.
    pub fn leave(&mut self, tag: TagEnd) -> Vec<String> {
        match tag {
            TagEnd::Link => self.link = false,
            TagEnd::Heading(_) => self.heading = false,
            TagEnd::Paragraph => self.paragraph = None,
            _ => {}
        }
        let base = self.frames.pop().unwrap_or(0);
        self.close_down_to(base)
    }

    /// Ends the text. Gives the ends that belong there.
    pub fn finish(&mut self) -> Vec<String> {
        self.frames.clear();
        self.close_down_to(0)
    }

    /// Takes a piece of raw HTML. Gives what is left of it, and its tokens.
    pub fn piece(&mut self, piece: &Piece) -> (String, Vec<Token>) {
        let html = piece.html.as_str();
        let mut out = String::with_capacity(html.len());
        let tokens = tokens(html);
        // Whether an element has just begun here in which tags are text.
        let mut is_raw = false;
        for (number, Token { kind, range }) in tokens.iter().enumerate() {
            let text = &html[range.clone()];
            let begins_raw = std::mem::take(&mut is_raw);
            match kind {
                TokenKind::Comment => {}
                TokenKind::Declaration => {
                    self.report(HtmlProblemKind::Forbidden, text, piece.in_text(range));
                }
                TokenKind::Unclosed => {
                    let kind = HtmlProblemKind::Unclosed(end_of(text));
                    self.report(kind, text, piece.in_text(range));
                    self.excused = self.open.len();
                }
                // A program that doesn't end here could keep its end from being seen as one.
                TokenKind::Text if self.is_in("script") && number + 1 == tokens.len() => {}
                TokenKind::Text if begins_raw => out.push_str(text),
                // Text has such a sign where browsers see no tag; what is read again must not see one.
                TokenKind::Text => out.push_str(&text.replace('<', "&lt;")),
                TokenKind::Start(tag) => {
                    let open = self.open.len();
                    self.start(tag, text, || piece.in_text(range), &mut out);
                    is_raw = self.open.len() > open && self.is_in_raw_text();
                }
                TokenKind::End(name) => self.end(name, text, || piece.in_text(range), &mut out),
            }
        }
        (out, tokens)
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.last().is_some_and(|element| element.name == name)
    }

    fn is_in_raw_text(&self) -> bool {
        let last = self.open.last();
        last.is_some_and(|element| is_raw_text(&element.name)) && !self.is_foreign()
    }

    /// How many elements are open around the element of Markdown at hand.
    fn base(&self) -> usize {
        self.frames.last().copied().unwrap_or(0)
    }

    fn last(&self, name: &str) -> Option<usize> {
        self.by_name
            .get(name)
            .and_then(|numbers| numbers.last().copied())
    }

    /// The last element with this name that stands in the element of Markdown at hand.
    fn last_here(&self, name: &str) -> Option<usize> {
        self.last(name).filter(|number| *number >= self.base())
    }

    fn last_of(&self, names: &[&str]) -> Option<usize> {
        names.iter().filter_map(|name| self.last(name)).max()
    }

    /// Whether the place is in an image or a formula, which have rules of their own.
    fn is_foreign(&self) -> bool {
        let within = self.last_of(&["svg", "math"]);
        within.is_some() && within > self.last_of(&["foreignobject", "desc", "annotation-xml"])
    }

    fn report(&mut self, kind: HtmlProblemKind, tag: &str, range: Range<usize>) {
        let tag = quoted(tag);
        self.problems.push(HtmlProblem { kind, tag, range });
    }

    fn start(
        &mut self,
        tag: &StartTag,
        text: &str,
        range: impl Fn() -> Range<usize>,
        out: &mut String,
    ) {
        if self.is_in_raw_text() {
            return out.push_str(&escaped(text));
        }
        let name = tag.name.as_str();
        let is_foreign = self.is_foreign() && !is_html_only(name);
        let wrong = if is_foreign {
            None
        } else if is_forbidden(name) {
            Some(HtmlProblemKind::Forbidden)
        } else {
            self.make_room(name, out).map(HtmlProblemKind::Misplaced)
        };
        if let Some(kind) = wrong {
            self.report(kind, text, range());
            if !is_void(name) {
                self.expected
                    .entry(name.to_owned())
                    .or_default()
                    .push(Expected::Known);
            }
            return;
        }
        let is_graphic = is_foreign || matches!(name, "svg" | "math");
        if is_void(name) || is_graphic && tag.closes_itself {
            out.push_str(text);
            return;
        }
        if let Some(begin) = text.strip_suffix("/>").filter(|_| tag.closes_itself) {
            // The slash ends nothing, though it once did.
            let end = format!("</{name}>");
            out.push_str(&format!("{begin}>{end}"));
            self.report(HtmlProblemKind::Unclosed(end), text, range());
            self.expected
                .entry(name.to_owned())
                .or_default()
                .push(Expected::Known);
            return;
        }
        out.push_str(text);
        let numbers = self.by_name.entry(name.to_owned()).or_default();
        numbers.push(self.open.len());
        self.open.push(Element {
            name: name.to_owned(),
            tag: text.to_owned(),
            range: range(),
            excused: false,
        });
    }

    fn end(&mut self, name: &str, text: &str, range: impl Fn() -> Range<usize>, out: &mut String) {
        if self.is_in_raw_text() && !self.is_in(name) {
            return out.push_str(&escaped(text));
        }
        if let Some(number) = self.last_here(name) {
            out.extend(self.close_down_to(number + 1));
            self.pop();
            out.push_str(&format!("</{name}>"));
            return;
        }
        match self.expected.get_mut(name).and_then(Vec::pop) {
            Some(Expected::Known) => {}
            Some(Expected::Paragraph(tag, range)) => {
                let kind = HtmlProblemKind::Misplaced("html-paragraph-around-block");
                self.report(kind, &tag, range);
            }
            None => {
                // It stands in another paragraph or block than its beginning.
                if let Some(number) = self.last(name) {
                    self.open[number].excused = true;
                }
                self.report(HtmlProblemKind::Unopened, text, range());
            }
        }
    }

    /// Ends what ends by the beginning of the element `name`. Gives the rule that the element breaks.
    fn make_room(&mut self, name: &str, out: &mut String) -> Option<&'static str> {
        if let Some((ended, within)) = implied(name) {
            let base = self.base();
            let from = self
                .last_of(within)
                .map_or(base, |number| base.max(number + 1));
            let first = |name: &&str| {
                let numbers = self.by_name.get(*name)?;
                numbers
                    .get(numbers.partition_point(|number| *number < from))
                    .copied()
            };
            if let Some(number) = ended.iter().filter_map(first).min() {
                out.extend(self.close_down_to(number));
            }
        }
        if let Some((parents, rule)) = parents(name) {
            let parent = self.open[self.base()..]
                .last()
                .map(|element| element.name.as_str());
            if !parent.is_some_and(|parent| parents.contains(&parent) || parent == "template") {
                return Some(rule);
            }
        }
        let is_heading = HEADINGS.contains(&name);
        let is_within_own = match name {
            "a" => self.link || self.last("a").is_some(),
            _ if is_heading => {
                self.heading || HEADINGS.iter().any(|name| self.last_here(name).is_some())
            }
            _ => self.last(name).is_some(),
        };
        if stands_alone(name) && is_within_own {
            return Some("html-not-within-its-own");
        }
        if !is_block(name) {
            return None;
        }
        let apart = self.last_of(APART);
        let is_in_paragraph = self
            .paragraph
            .is_some_and(|start| apart.is_none_or(|at| at < start));
        let mut ends = Vec::new();
        if is_in_paragraph || !self.end_paragraph(&mut ends) {
            return Some("html-block-in-paragraph");
        }
        out.extend(ends);
        None
    }

    /// Ends the paragraph of HTML around a block that begins, if there is one. Gives whether it could.
    fn end_paragraph(&mut self, ends: &mut Vec<String>) -> bool {
        let Some(number) = self
            .last("p")
            .filter(|number| Some(*number) > self.last_of(APART))
        else {
            return true;
        };
        if number < self.base() {
            return false;
        }
        let paragraph = &self.open[number];
        let place = Expected::Paragraph(paragraph.tag.clone(), paragraph.range.clone());
        ends.extend(self.close_down_to(number));
        self.expected.entry("p".to_owned()).or_default().push(place);
        true
    }

    /// Closes all elements but the first `count`, the innermost first, and gives their ends.
    fn close_down_to(&mut self, count: usize) -> Vec<String> {
        let mut ends = Vec::new();
        while self.open.len() > count {
            let is_excused = self.open.len() <= self.excused;
            let Some(element) = self.pop() else { break };
            let end = format!("</{}>", element.name);
            if !may_end_unmarked(&element.name) {
                if !element.excused && !is_excused {
                    let kind = HtmlProblemKind::Unclosed(end.clone());
                    self.report(kind, &element.tag, element.range);
                }
                if is_raw_text(&element.name) {
                    // What ends the elements around may have been taken for its text.
                    self.excused = self.open.len();
                }
                self.expected
                    .entry(element.name)
                    .or_default()
                    .push(Expected::Known);
            }
            ends.push(end);
        }
        ends
    }

    fn pop(&mut self) -> Option<Element> {
        let element = self.open.pop()?;
        self.excused = self.excused.min(self.open.len());
        if let Some(numbers) = self.by_name.get_mut(&element.name) {
            numbers.pop();
        }
        Some(element)
    }
}
