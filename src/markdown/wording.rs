//! What a review needs to know of the words of a text.
//!
//! 1. The visible text of a block is gathered, with the place of each piece in the file.
//! 2. At the end of the block, what [`crate::prose`] finds in it is kept. That takes as long as all
//!    other reading of a text, so it is only read when a review asks for it.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::html::{StartTag, TokenKind, is_void};
use super::read::{RawHtml, Visitor, read};
use super::{Prepared, Settings};
use crate::prose::{abbreviations, foreign, gender, is_easy, is_german, sentences};
use crate::source::Span;

/// What a review needs to know of the words of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wording {
    /// How often each gender sign stands outside of quotations, and its first place.
    pub gender: BTreeMap<gender::Sign, (usize, Span)>,
    /// Abbreviations and their first places.
    pub abbreviations: BTreeMap<String, Span>,
    /// Abbreviations that are explained.
    pub explained: Vec<String>,
    /// Numbers of words of the sentences, in easy language only.
    pub sentences: Vec<(usize, Span)>,
    /// Passages in another language than the text's, without a mark that says so.
    pub foreign: Vec<(&'static str, Span)>,
}

impl Wording {
    /// Calls `place` on every place.
    pub fn spans(&mut self, mut place: impl FnMut(&mut Span)) {
        self.gender.values_mut().for_each(|(_, span)| place(span));
        self.abbreviations.values_mut().for_each(&mut place);
        self.sentences.iter_mut().for_each(|(_, span)| place(span));
        self.foreign.iter_mut().for_each(|(_, span)| place(span));
    }

    /// Reads the wording of `text`, which begins at byte `offset` of its file.
    pub fn read(text: &str, prepared: &Prepared, offset: usize, settings: Settings<'_>) -> Self {
        let mut reader = WordingReader {
            language: settings.language,
            ..WordingReader::default()
        };
        read(text, prepared, settings, &mut reader);
        reader.flush();
        let mut wording = reader.wording;
        wording.spans(|span| *span = span.shifted(offset));
        wording
    }
}

/// Gathers the wording of a text.
#[derive(Default)]
struct WordingReader<'t> {
    language: &'t str,
    wording: Wording,
    block: Block,
    /// How many images are open.
    images: usize,
    in_link: bool,
    quotes: usize,
    notes: usize,
    code: bool,
    /// The elements of raw HTML that are open, and whether each says its language.
    elements: Vec<(String, bool)>,
    /// How many of them do.
    languages: usize,
    /// Where the text of an abbreviation with a long form begins.
    abbreviation: Option<usize>,
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

impl Visitor for WordingReader<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            _ if self.images > 0 => {}
            Event::Text(_) if self.code => {}
            Event::Text(text) => self.block.push(text, range.clone()),
            // Code is no prose, but it takes a word's place.
            Event::Code(text) => {
                let text = if self.in_link { text } else { " " };
                self.block.push(text, range.clone());
            }
            Event::SoftBreak => self.block.push(" ", range.clone()),
            Event::HardBreak => self.block.push("\n", range.clone()),
            Event::FootnoteReference(_) => self.note(),
            _ => {}
        }
    }

    fn html(&mut self, html: &RawHtml<'_>) {
        for token in &html.tokens {
            match &token.kind {
                TokenKind::Start(tag) => self.begin(tag),
                TokenKind::End(name) => self.end_element(name),
                _ => {}
            }
        }
    }
}

impl WordingReader<'_> {
    /// The note at an abbreviation says what it means.
    fn note(&mut self) {
        let text = self.block.text.as_str();
        let last = text.rsplit(|c: char| !c.is_alphanumeric()).next();
        let noted = last.filter(|word| abbreviations::is_abbreviation(word));
        self.wording.explained.extend(noted.map(str::to_owned));
    }

    fn begin(&mut self, tag: &StartTag) {
        if is_void(&tag.name) || tag.closes_itself {
            return;
        }
        let says_language = tag.attribute("lang").is_some();
        if says_language || self.languages > 0 {
            self.flush();
        }
        self.languages += usize::from(says_language);
        self.elements.push((tag.name.clone(), says_language));
        if tag.name == "abbr" {
            let explains = tag.attribute("title").is_some();
            self.abbreviation = explains.then_some(self.block.text.len());
        }
    }

    /// What has begun ends in turn: [`super::html::Balance`] sees to that.
    fn end_element(&mut self, name: &str) {
        if self.languages > 0 {
            self.flush();
        }
        if self.elements.last().is_some_and(|(open, _)| open == name) {
            let says_language = self.elements.pop().is_some_and(|(_, says)| says);
            self.languages -= usize::from(says_language);
        }
        if name == "abbr"
            && let Some(start) = self.abbreviation.take()
        {
            let text = self.block.text.get(start..);
            self.wording.explained.extend(text.map(str::to_owned));
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } => self.images += 1,
            Tag::Link { .. } => self.in_link |= self.images == 0,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
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

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Link => self.in_link &= self.images > 0,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
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

    /// Keeps what the block at hand shows.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let wording = &mut self.wording;
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
        let marked = self.languages > 0;
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
}
