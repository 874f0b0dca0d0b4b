//! What was read as markup and was hardly meant so.
//!
//! 1. Numbers of a list's items that don't rise by one: a page shows those that do. All of them being
//!    1 is a habit of Markdown.
//! 2. A block of code that never ends takes all that follows.
//! 3. A line of hyphens directly below a paragraph makes a heading of it, however long it is.
//! 4. Code that begins or ends within a word: the sign was meant as an apostrophe.
//! 5. A paragraph that was moved in by four blanks, as word processors do, is code.
//! 6. Short lines that begin anew, as in an address, are one paragraph and stand in one line.
//! 7. A line below an item is part of it, though nothing moves it in and there was room above.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::read::Visitor;
use crate::source::Span;

/// Longer paragraphs are no headings, in letters.
const LONGEST_HEADING: usize = 120;

/// Headings that are underlined by any line of hyphens, in letters.
const SHORT_HEADING: usize = 20;

/// Words of the shortest paragraph that code isn't.
const PARAGRAPH: usize = 4;

/// Lines of an address and the like are not longer, in letters.
const SHORT_LINE: usize = 60;

/// No program wraps texts so narrowly, in letters.
const NARROW: usize = 36;

/// A name before what a line says is not longer, in letters.
const SHORT_NAME: usize = 20;

/// How many such lines there are at least; with a name before each, as in `Telefon: 0123`, two are enough.
const SHORT_LINES: usize = 3;

/// Something that was hardly meant as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// Where it stands.
    pub span: Span,
    /// What it was read as.
    pub kind: MisreadKind,
}

/// What was hardly meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MisreadKind {
    /// The number of an item, of which the page shows another.
    ItemNumber {
        /// As written.
        written: u64,
        /// As the page shows it.
        shown: u64,
    },
    /// A block of code that never ends.
    UnclosedCode,
    /// A paragraph that a line of hyphens below it makes a heading.
    HyphensBelowParagraph,
    /// Code within a word.
    CodeWithinWord,
    /// Code that reads like a paragraph, by the blanks before it.
    IndentedParagraph,
    /// So many lines that are one.
    LinesInOne(usize),
    /// A line that is part of the item above.
    LineInItem,
}

/// Notes what was hardly meant as it was read.
pub(super) struct MisreadFinder<'t> {
    source: &'t str,
    found: Vec<Misread>,
    /// The lists that are open.
    lists: Vec<Option<List>>,
    /// The breaks of lines in the paragraph or item that is open.
    breaks: Breaks,
}

/// The breaks of lines in a paragraph or item.
#[derive(Default)]
struct Breaks {
    /// Those that a page doesn't show.
    soft: usize,
    /// Whether there are others, whose author knows of them.
    hard: bool,
}

/// A list with numbers.
struct List {
    next: u64,
    /// The first item whose number doesn't follow.
    wrong: Option<Misread>,
    all_are_one: bool,
}

impl<'t> MisreadFinder<'t> {
    pub fn new(source: &'t str) -> Self {
        Self {
            source,
            found: Vec::new(),
            lists: Vec::new(),
            breaks: Breaks::default(),
        }
    }

    /// What was found, in the order of the text, which begins at byte `offset` of its file.
    pub fn finish(mut self, offset: usize) -> Vec<Misread> {
        self.found.sort_by_key(|misread| misread.span.start);
        for misread in &mut self.found {
            misread.span = misread.span.shifted(offset);
        }
        self.found
    }

    fn push(&mut self, range: Range<usize>, kind: MisreadKind) {
        self.found.push(Misread {
            span: Span::new(range),
            kind,
        });
    }

    fn item(&mut self, range: &Range<usize>) {
        let Some(Some(list)) = self.lists.last_mut() else {
            return;
        };
        let text = self.source[range.clone()].trim_start();
        let start = range.end - text.len();
        let start = if text.is_empty() { range.start } else { start };
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(written) = text[..digits].parse::<u64>() else {
            list.next += 1;
            return;
        };
        list.all_are_one &= written == 1;
        if written != list.next && list.wrong.is_none() {
            list.wrong = Some(Misread {
                span: Span::new(start..start + digits + 1),
                kind: MisreadKind::ItemNumber {
                    written,
                    shown: list.next,
                },
            });
        }
        list.next += 1;
    }

    fn fence(&mut self, range: &Range<usize>) {
        let text = &self.source[range.clone()];
        let sign = |c: char| c == '`' || c == '~';
        let length = text.len() - text.trim_start_matches(sign).len();
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        let last = lines.next_back().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
        let closes = last.len() >= length && text[..1].repeat(last.len()) == last;
        if length >= 3 && !closes {
            self.push(
                range.start..range.start + first.trim_end().len(),
                MisreadKind::UnclosedCode,
            );
        }
    }

    fn indented(&mut self, range: &Range<usize>) {
        let text = self.source[range.clone()].trim();
        let is_code = |c: char| "{}()[]<>;=$\\|`_/".contains(c);
        let begins = text.chars().next().is_some_and(char::is_uppercase);
        let words = text
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphabetic));
        if begins && words.count() >= PARAGRAPH && !text.contains(is_code) {
            let first = text.lines().next().unwrap_or_default();
            let start = range.start + self.source[range.clone()].find(first).unwrap_or_default();
            self.push(
                start..start + first.trim_end().len(),
                MisreadKind::IndentedParagraph,
            );
        }
    }

    fn heading(&mut self, range: &Range<usize>) {
        let text = self.source[range.clone()].trim_end();
        if text.starts_with('#') {
            return;
        }
        let Some((paragraph, hyphens)) = text.rsplit_once('\n') else {
            return;
        };
        let is_sentence = paragraph.trim_end().ends_with(['.', ',', ';']);
        // Two hyphens begin what ends an e-mail; who underlines a long heading makes the line long too.
        let letters = paragraph.trim().chars().count();
        let length = hyphens.trim().len();
        let is_underlined = length > 2 && (letters <= SHORT_HEADING || 2 * length > letters);
        if paragraph.contains('\n')
            || is_sentence
            || !is_underlined
            || paragraph.chars().count() > LONGEST_HEADING
        {
            let start = range.start + text.len() - hyphens.trim_start().len();
            self.push(
                start..range.start + text.len(),
                MisreadKind::HyphensBelowParagraph,
            );
        }
    }

    fn paragraph(&mut self, range: &Range<usize>) {
        let Breaks { soft, hard } = std::mem::take(&mut self.breaks);
        if soft == 0 || hard || !self.lists.is_empty() {
            return;
        }
        let text = self.source[range.clone()].trim_end();
        let lines: Vec<&str> = text.lines().map(content).collect();
        let last = lines.len() - 1;
        let are_enough = lines.len() >= SHORT_LINES || lines.iter().all(|line| is_named(line));
        let all_begin = lines.iter().all(|line| begins_anew(line));
        // Those of a table and of a list are told as such.
        let are_cells = text.contains('\t') || text.contains(" | ");
        let is_glued = |behind: &str| behind.starts_with(char::is_alphabetic);
        let are_items = lines
            .iter()
            .all(|line| behind_number(line).is_some_and(is_glued));
        let all_end = lines[..last]
            .iter()
            .all(|line| !ends_within(line) && !ends_sentence(line));
        let are_short = lines.iter().all(|line| letters(line) <= SHORT_LINE);
        if lines.len() == soft + 1
            && are_enough
            && all_begin
            && all_end
            && are_short
            && are_meant(&lines)
            && !are_cells
            && !are_items
        {
            let kind = MisreadKind::LinesInOne(lines.len());
            self.push(range.start..range.start + text.len(), kind);
        }
    }

    /// A break between two lines of an item.
    fn line_in_item(&mut self, range: &Range<usize>) {
        let before = self.source[..range.start]
            .rsplit('\n')
            .next()
            .unwrap_or_default();
        let behind = &self.source[range.end..];
        let line = behind.lines().next().unwrap_or_default().trim_end();
        let is_item = ["- ", "* ", "+ "]
            .iter()
            .any(|mark| before.starts_with(mark))
            || behind_number(before).is_some_and(|behind| behind.starts_with(' '));
        let lines = [content(before), line];
        if is_item && begins_anew(line) && !ends_within(before.trim_end()) && are_meant(&lines) {
            let span = range.end..range.end + line.len();
            self.push(span, MisreadKind::LineInItem);
        }
    }

    fn code(&mut self, range: &Range<usize>) {
        let source = self.source;
        let is_letter = |c: char| c.is_alphabetic();
        let code = &source[range.clone()];
        let begins_within = source[..range.start].ends_with(is_letter)
            && code.trim_start_matches('`').starts_with(is_letter);
        if begins_within && code.starts_with('`') && !code.starts_with("``") && code.contains(' ') {
            self.push(range.clone(), MisreadKind::CodeWithinWord);
        }
    }
}

/// A line without what makes it part of a quotation or of an item.
fn content(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>']).trim_end()
}

/// Whether a line begins like a name, a number or a sentence, or is the address of a mail or a page.
fn begins_anew(line: &str) -> bool {
    let is_address = line.contains('@') || line.starts_with("www.") || line.starts_with("http");
    let first = |c: char| c.is_uppercase() || c.is_ascii_digit() || c == '+';
    line.starts_with(first) || is_address && !line.contains(' ')
}

/// What stands behind the number that a line begins with, and its point: ` Ankommen` of `1. Ankommen`.
fn behind_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.strip_prefix(['.', ')'])?;
    (rest.len() < line.len()).then_some(behind)
}

/// Whether an author broke the lines: in one at least, the next word would have had its place; or all begin alike, as
/// those of a list of days do.
fn are_meant(lines: &[&str]) -> bool {
    let longest = lines.iter().map(|line| letters(line)).max();
    let width = longest.unwrap_or_default().max(NARROW);
    let has_place = |pair: &[&str]| letters(pair[0]) + 1 + letters(first_word(pair[1])) <= width;
    let begin_alike = |pair: &[&str]| first_word(pair[0]) == first_word(pair[1]);
    let goes_on = |line: &&str| {
        line.split_once(", ")
            .is_some_and(|(_, behind)| behind.starts_with(char::is_lowercase))
    };
    let pairs = || lines.windows(2);
    (pairs().any(has_place) || pairs().all(begin_alike)) && !lines.iter().any(goes_on)
}

/// Whether what a line says has a name: `Telefon: 0123`.
fn is_named(line: &str) -> bool {
    let name = line.split_once(": ").map_or("", |(name, _)| name);
    !name.is_empty() && letters(name) <= SHORT_NAME && !name.contains(char::is_whitespace)
}

/// Whether a line ends within a sentence.
fn ends_within(line: &str) -> bool {
    const WORDS: [&str; 44] = [
        "ab", "als", "am", "an", "auf", "aus", "bei", "beim", "bis", "das", "dem", "den", "der",
        "des", "die", "ein", "eine", "einem", "einen", "einer", "für", "im", "in", "ins", "mit",
        "nach", "oder", "ohne", "seit", "um", "und", "unter", "vom", "von", "vor", "zu", "zum",
        "zur", "a", "and", "at", "of", "the", "with",
    ];
    let last = line.rsplit(' ').next().unwrap_or_default();
    line.ends_with([',', '-', '–']) || WORDS.contains(&last)
}

/// Whether a line ends a sentence, which the next one may follow.
fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ';', '…'])
}

fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or_default()
}

fn letters(line: &str) -> usize {
    line.chars().count()
}

impl Visitor for MisreadFinder<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::List(start)) => self.lists.push(start.map(|next| List {
                next,
                wrong: None,
                all_are_one: true,
            })),
            Event::Start(Tag::Item) => self.item(range),
            Event::Start(Tag::Paragraph) => self.breaks = Breaks::default(),
            Event::End(TagEnd::Paragraph) => self.paragraph(range),
            Event::SoftBreak => {
                self.breaks.soft += 1;
                if !self.lists.is_empty() {
                    self.line_in_item(range);
                }
            }
            Event::HardBreak => self.breaks.hard = true,
            Event::InlineHtml(tag) => {
                let start = tag.get(..3);
                self.breaks.hard |= start.is_some_and(|start| start.eq_ignore_ascii_case("<br"));
            }
            Event::End(TagEnd::List(_)) => {
                let list = self.lists.pop().flatten();
                let wrong = list
                    .filter(|list| !list.all_are_one)
                    .and_then(|list| list.wrong);
                self.found.extend(wrong);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => self.fence(range),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => self.indented(range),
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            }) => self.heading(range),
            Event::Code(_) => self.code(range),
            _ => {}
        }
    }
}
