//! What keeps a book from being a PDF, found before it is set, at its place in the handbook.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use typst::text::Font;

use super::data::{Block, Part};
use super::paper::Paper;
use crate::book::Book;
use crate::config::{FILE, glossary};
use crate::diagnostic::{Finding, codes};
use crate::pages::FileSource;
use crate::source::{HandbookPath, Source, Span};
use crate::theme::BookPart;

/// What of the data is no text that is set.
const NOT_SET: [&str; 8] = ["type", "alt", "to", "path", "url", "role", "label", "place"];

/// Letters that no font has and none needs: signs for the letters around them.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a letter means what someone has agreed on: archives don't know what.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}')
}

/// The letters of parts that no font has.
pub(super) fn letters(book: &Book<'_>, parts: &[Value], fonts: &[Font]) -> Vec<Finding> {
    let mut known: BTreeMap<char, bool> = BTreeMap::new();
    let mut is_known = |c: char| {
        *known.entry(c).or_insert_with(|| {
            let covered = |font: &Font| font.info().coverage.contains(u32::from(c));
            is_unseen(c) || !is_private(c) && fonts.iter().any(covered)
        })
    };
    let mut findings = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let mut missing = BTreeSet::new();
        texts(part, &mut |text| {
            missing.extend(text.chars().filter(|c| !c.is_ascii() && !is_known(*c)));
        });
        for c in missing {
            let (path, span) = place(book, number, c.encode_utf8(&mut [0; 4]));
            let finding = Finding::new(&codes::MISSING_LETTER, path)
                .with("letter", c.to_string())
                .with("number", format!("U+{:04X}", u32::from(c)));
            findings.push(match span {
                Some(span) => finding.at(span),
                None => finding,
            });
        }
    }
    findings
}

/// Calls `visit` for every text that is set.
pub(super) fn texts(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, visit)),
        Value::Object(fields) => {
            for (name, value) in fields {
                if !value.is_string() || !NOT_SET.contains(&name.as_str()) {
                    texts(value, visit);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Tables that fit on no page.
pub(super) fn tables(book: &Book<'_>, parts: &[Part], paper: Paper) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        each_block(&part.body, &mut |block| {
            let Block::Table(table) = block else { return };
            if !paper.is_too_narrow(table.needed) {
                return;
            }
            let cells = table.head.iter().chain(&table.rows).flatten();
            let mut words = cells.filter_map(|cell| {
                let mut words = String::new();
                let value = serde_json::to_value(&cell.body).ok()?;
                texts(&value, &mut |text| words.push_str(text));
                (!words.trim().is_empty()).then_some(words)
            });
            let first = words.next().unwrap_or_default().replace('\u{ad}', "");
            let (path, span) = place(book, number, &first);
            let finding = Finding::new(&codes::TABLE_TOO_WIDE, path).with("table", first);
            findings.push(match span {
                Some(span) => finding.at(span),
                None => finding,
            });
        });
    }
    findings
}

fn each_block<'b>(blocks: &'b [Block], visit: &mut impl FnMut(&'b Block)) {
    for block in blocks {
        visit(block);
        match block {
            Block::List { items, .. } => {
                for item in items {
                    each_block(&item.body, visit);
                }
            }
            Block::Facts { items } => {
                for value in items.iter().flat_map(|fact| &fact.values) {
                    each_block(value, visit);
                }
            }
            Block::Quote { body } | Block::Frame { body, .. } | Block::Group { body, .. } => {
                each_block(body, visit);
            }
            Block::Figure { body, caption, .. } => {
                each_block(body, visit);
                each_block(caption, visit);
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(&table.rows).flatten() {
                    each_block(&cell.body, visit);
                }
            }
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Code { .. }
            | Block::Rule
            | Block::Place { .. } => {}
        }
    }
}

/// Pictures that a PDF can't show, by their addresses in the site.
pub(super) fn pictures(book: &Book<'_>, refused: &[String]) -> Vec<Finding> {
    let files = book.sources.plan.files();
    let path = |address: &String| match files.get(address) {
        Some(
            FileSource::Picture(path, _) | FileSource::Drawing(path) | FileSource::CopyOf(path),
        ) => path.clone(),
        _ => HandbookPath::literal(FILE),
    };
    let finding = |address| Finding::new(&codes::PICTURE_NOT_IN_PDF, path(address));
    refused.iter().map(finding).collect()
}

/// Where `words` stand that a part shows: in the text of its chapter, or in one that it puts in.
fn place(book: &Book<'_>, number: usize, words: &str) -> (HandbookPath, Option<Span>) {
    let site = &book.sources.linked.site;
    let find = |source: &Source| {
        let at = source.text.find(words)?;
        Some((source.path.clone(), Some(Span::new(at..at + words.len()))))
    };
    match book.parts[number].part {
        BookPart::Chapter(id) => {
            let chapter = site.chapter(id);
            let own = &chapter.parsed.source;
            let texts = std::iter::once(&chapter.parsed).chain(chapter.includes.iter());
            let mut texts = texts.map(|parsed| &parsed.source);
            let found = texts.find_map(|source| find(source));
            found.unwrap_or_else(|| (own.path.clone(), None))
        }
        BookPart::Glossary => (HandbookPath::literal(glossary::FILE), None),
        _ => {
            let chapters = book.facts.chapters.iter();
            let mut sources = chapters.map(|id| &site.chapter(*id).parsed.source);
            let found = sources.find_map(|source| find(source));
            found.unwrap_or_else(|| (HandbookPath::literal(FILE), None))
        }
    }
}
