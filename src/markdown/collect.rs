//! Gathers the facts of a text.
//!
//! 1. [`Collector`] sees every event behind [`super::Document`] and gathers the visible text of a
//!    block, with the place of each piece in the file.
//! 2. Images, links and tables are kept as they close; raw HTML gives its own.
//! 3. If it is asked for the [`Wording`], it keeps what [`crate::prose`] finds at the end of a
//!    block. That takes as long as all the rest, and only a review needs it. Text isn't kept.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::facts::{Facts, Image, Link};
use super::html;
use super::tags::{self, Open, tags};
use super::wording::Wording;
use crate::prose::{abbreviations, foreign, gender, is_easy, is_german, sentences};
use crate::source::Span;

/// Gathers the facts of one text.
#[derive(Default)]
pub(super) struct Collector<'t> {
    source: &'t str,
    language: &'t str,
    facts: Facts,
    /// Nothing, unless it is asked for.
    wording: Option<Wording>,
    block: Block,
    /// Images that are open, the innermost last.
    images: Vec<Image>,
    link: Option<(Link, usize, Range<usize>)>,
    table: Option<Range<usize>>,
    /// In the header of a table: whether it has said something yet.
    header: Option<bool>,
    quotes: usize,
    notes: usize,
    code: bool,
    open: Open,
    /// Raw HTML's video and table that are open, and whether each has what it needs.
    video: Option<(Span, bool)>,
    html_table: Option<(Span, bool)>,
    /// Where the text of an abbreviation with a long form begins.
    abbreviation: Option<usize>,
    has_transcript: bool,
}

/// The visible text of a block.
#[derive(Default)]
struct Block {
    text: String,
    /// Where each piece begins in the text, and its bytes in the source.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Block {
    fn push(&mut self, text: &str, range: Range<usize>) {
        self.pieces.push((self.text.len(), range));
        self.text.push_str(text);
    }

    /// The bytes in the source of a range of the text.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let piece = self.pieces.partition_point(|(begin, _)| *begin <= at);
            let Some((begin, source)) = piece.checked_sub(1).map(|piece| &self.pieces[piece])
            else {
                return 0;
            };
            (source.start + at - begin).min(source.end)
        };
        let start = place(range.start);
        // The last byte belongs to the text, the one behind it may belong to another piece.
        let end = place(range.end.saturating_sub(1)) + 1;
        start..end.max(start)
    }
}

impl<'t> Collector<'t> {
    pub fn new(source: &'t str, language: &'t str) -> Self {
        Self {
            source,
            language,
            ..Self::default()
        }
    }

    /// One that gathers the wording too.
    pub fn of_wording(source: &'t str, language: &'t str) -> Self {
        Self {
            wording: Some(Wording::default()),
            ..Self::new(source, language)
        }
    }

    pub fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(_) if self.code => {}
            Event::Text(text) => self.text(text, range),
            // Code is no prose, but it takes a word's place.
            Event::Code(_) if self.images.is_empty() && self.link.is_none() => {
                self.block.push(" ", range.clone());
                self.says_header(" code ");
            }
            Event::Code(text) => self.text(text, range),
            Event::SoftBreak => self.text(" ", range),
            Event::HardBreak => self.text("\n", range),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some(image) = self.images.last_mut() {
            image.alt.get_or_insert_default().push_str(text);
            return;
        }
        if let Some((link, _, _)) = &mut self.link {
            link.text.push_str(text);
        }
        self.says_header(text);
        self.block.push(text, range.clone());
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Image {
                dest_url, title, ..
            } => {
                let image = Image {
                    alt: Some(String::new()),
                    title: title.to_string(),
                    target: dest_url.to_string(),
                    html: false,
                    span: Span::new(range.clone()),
                };
                self.images.push(image);
            }
            // What stands in an image's brackets is no link, and no other image.
            Tag::Link { .. } if !self.images.is_empty() => {}
            Tag::Link { dest_url, .. } => {
                let link = Link {
                    text: String::new(),
                    target: dest_url.to_string(),
                    span: Span::new(range.clone()),
                };
                self.link = Some((link, self.block.pieces.len(), range.clone()));
            }
            // Between letters, this was meant as a gender sign.
            Tag::Emphasis if self.is_within_word(range.start) => {
                self.block.push("*", range.start..range.start + 1);
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            Tag::Table(_) => {
                self.flush();
                self.table = Some(range.clone());
            }
            Tag::TableHead => self.header = Some(false),
            Tag::BlockQuote(None) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::FootnoteDefinition(_) => {
                self.flush();
                self.notes += 1;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = true;
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Image => {
                if let Some(image) = self.images.pop() {
                    let says = image.alt.clone().unwrap_or_default();
                    if let Some(outer) = self.images.last_mut() {
                        outer.alt.get_or_insert_default().push_str(&says);
                        return;
                    }
                    // An image is what a link around it or a header cell says.
                    if let Some((link, _, _)) = &mut self.link {
                        link.text.push_str(&says);
                    }
                    self.says_header(&says);
                    self.facts.images.push(image);
                }
            }
            TagEnd::Link if self.images.is_empty() => self.end_link(),
            TagEnd::Link => {}
            TagEnd::Emphasis if self.is_within_word(range.end.saturating_sub(1)) => {
                self.block.push("*", range.end - 1..range.end);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            TagEnd::TableHead => {
                self.flush();
                if self.header.take() == Some(false)
                    && let Some(range) = self.table.take()
                {
                    self.facts.tables.push(Span::new(range));
                }
            }
            TagEnd::BlockQuote(None) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.notes = self.notes.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.code = false,
            _ => self.flush(),
        }
    }

    fn says_header(&mut self, text: &str) {
        if let Some(says) = &mut self.header {
            *says |= !text.trim().is_empty();
        }
    }

    fn end_link(&mut self) {
        let Some((mut link, first, whole)) = self.link.take() else {
            return;
        };
        let pieces = &self.block.pieces[first.min(self.block.pieces.len())..];
        let range = match (pieces.first(), pieces.last()) {
            (Some((_, begin)), Some((_, end))) => begin.start..end.end,
            _ => whole,
        };
        link.span = Span::new(range);
        self.has_transcript |= [
            "Transkript",
            "Abschrift",
            "Untertitel",
            "transcript",
            "Transcript",
        ]
        .iter()
        .any(|word| link.text.contains(word));
        self.facts.links.push(link);
    }

    /// Whether letters stand on both sides of the sign at byte `at`.
    fn is_within_word(&self, at: usize) -> bool {
        let (before, behind) = (self.source.get(..at), self.source.get(at + 1..));
        before.is_some_and(|text| text.ends_with(char::is_alphabetic))
            && behind.is_some_and(|text| text.starts_with(char::is_alphabetic))
    }

    /// Takes what stands in a piece of raw HTML.
    pub fn html(&mut self, text: &str, found: &mut html::Found, range: &Range<usize>) {
        let span = Span::new(range.clone());
        for image in &mut found.images {
            image.span = span;
        }
        self.facts.images.append(&mut found.images);
        if let Some((_, caption)) = text.split_once("<figcaption")
            && let Some(image) = self.facts.images.last_mut()
        {
            image.title.push_str(caption);
        }
        for tag in tags(text) {
            if self.open.says_language() || tag.text.contains("lang=") {
                self.flush();
            }
            self.open.pass(&tag);
            self.element(&tag, span);
        }
    }

    /// A tag of an element that is checked as a whole.
    fn element(&mut self, tag: &tags::Tag<'_>, span: Span) {
        let has = |marks: &[&str]| marks.iter().any(|mark| tag.text.contains(mark));
        match (tag.name.to_ascii_lowercase().as_str(), tag.closes) {
            // A film without sound needs no captions; a description may stand elsewhere.
            ("video", false) => self.video = Some((span, has(&["aria-describedby=", " muted"]))),
            ("video", true) => {
                let video = self.video.take().filter(|(_, has_captions)| !has_captions);
                self.facts.videos.extend(video.map(|(span, _)| span));
            }
            ("track", false) => {
                if let Some((_, has_captions)) = &mut self.video {
                    *has_captions = true;
                }
            }
            ("table", false) => self.html_table = Some((span, has(&["role="]))),
            ("table", true) => {
                let table = self.html_table.take().filter(|(_, has_header)| !has_header);
                self.facts.tables.extend(table.map(|(span, _)| span));
            }
            ("th", false) => {
                if let Some((_, has_header)) = &mut self.html_table {
                    *has_header = true;
                }
            }
            ("abbr", false) => {
                self.abbreviation = has(&["title="]).then_some(self.block.text.len());
            }
            ("abbr", true) => {
                let start = self.abbreviation.take();
                let text = start.and_then(|start| self.block.text.get(start..));
                if let Some(wording) = &mut self.wording {
                    wording.explained.extend(text.map(str::to_owned));
                }
            }
            _ => {}
        }
    }

    /// Keeps what the block at hand shows.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let Some(wording) = &mut self.wording else {
            return;
        };
        let text = block.text.as_str();
        if text.len() < 2 {
            return;
        }
        let span = |range: &Range<usize>| Span::new(block.source(range));
        if is_german(self.language) && self.quotes == 0 {
            for (sign, range) in gender::find(text) {
                let first = wording.gender.entry(sign).or_insert((0, span(&range)));
                first.0 += 1;
            }
        }
        let explained = abbreviations::explained(text).map(str::to_owned);
        wording.explained.extend(explained);
        if abbreviations::is_abbreviation(text) {
            // It stands alone as the term of a definition, in a heading or in a table's cell.
            wording.explained.push(text.to_owned());
        }
        let marked = self.open.says_language();
        if self.quotes == 0 && !marked {
            for (word, range) in abbreviations::used(text) {
                if !wording.abbreviations.contains_key(word) {
                    wording.abbreviations.insert(word.to_owned(), span(&range));
                }
            }
        }
        if is_easy(self.language) && self.notes == 0 {
            let sentences = sentences::find(text);
            let sentences = sentences.map(|(range, words)| (words, span(&range)));
            wording.sentences.extend(sentences);
        }
        if self.notes == 0
            && !marked
            && let Some(language) = foreign::detect(text, self.language)
        {
            wording.foreign.push((language, span(&(0..text.len()))));
        }
    }

    /// The facts, whose places are shifted by `offset`.
    pub fn finish(mut self, offset: usize) -> Facts {
        self.flush();
        if self.has_transcript {
            self.facts.videos.clear();
        }
        self.facts.spans(|span| *span = span.shifted(offset));
        self.facts
    }

    /// The wording, if it was asked for, whose places are shifted by `offset`.
    pub fn finish_wording(mut self, offset: usize) -> Wording {
        self.flush();
        let mut wording = self.wording.unwrap_or_default();
        wording.spans(|span| *span = span.shifted(offset));
        wording
    }
}
