//! A book as a PDF that everybody can read and archives take: PDF/UA-1 and PDF/A-2a.
//!
//! 1. [`blocks`] and [`inlines`] turn the tree of each part into [`data`]: text as text, never as code.
//! 2. [`findings`] says what can't be set, where it stands: letters that no font has, pictures that can't be
//!    embedded, tables wider than any page.
//! 3. `book.typ` of the theme walks over the data and sets it with Typst, which sees nothing but the files in
//!    [`world`].
//! 4. What Typst says then is said of the theme ([`failed`]).
//!
//! The same handbook gives the same bytes: the date and the number of the document come from the book.

mod blocks;
mod data;
mod elements;
mod failed;
mod figures;
mod findings;
mod fonts;
mod inlines;
mod lists;
mod paper;
mod pictures;
mod tables;
mod world;

use std::collections::BTreeMap;

use jiff::civil::Date;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::text::Font;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use self::blocks::PartReader;
use self::data::{Day, Document, Part};
use self::paper::Paper;
use self::pictures::Pictures;
use self::world::Files;
use super::refine::PICTURE;
use super::tree::each_element;
use super::{Book, Sources};
use crate::config::language;
use crate::diagnostic::{Finding, codes};
use crate::pages::code_of;
use crate::source::HandbookPath;
use crate::theme::citation::Citation;
use crate::theme::{BookPart, ThemeFile};

/// The day of a book of which none is known, as archives want one.
const NO_DAY: (i16, i8, i8) = (2000, 1, 1);

/// Words of the interface that `book.typ` gets.
const WORDS: [&str; 7] = [
    "book-contents",
    "book-edition",
    "book-online",
    "book-page",
    "book-publisher",
    "book-standards",
    "version",
];

/// The bytes of a book.
pub(super) fn write(book: &Book<'_>) -> Result<Vec<u8>, Vec<Finding>> {
    let settings = &book.sources.linked.site.config.book;
    let paper = Paper::from(settings.paper);
    let own = own_fonts(book)?;
    let fonts: Vec<Font> = own.iter().chain(fonts::OWN.iter()).cloned().collect();
    let mut pictures = Pictures::new(paper, book.pictures()?);
    let parts = parts(book, &mut pictures);
    let document = document(book, paper, &own, &mut pictures);
    let values: Vec<_> = parts
        .iter()
        .map(|part| serde_json::to_value(part).expect("a part has nothing that JSON lacks"))
        .collect();
    let mut found = findings::pictures(book, pictures.refused());
    found.extend(findings::tables(book, &parts, paper));
    found.extend(findings::letters(book, &values, &fonts));
    if !found.is_empty() {
        return Err(found);
    }
    let mut files = theme_files(book)?;
    files.extend(pictures.into_files());
    let document = serde_json::to_vec(&document).expect("it has nothing that JSON lacks");
    files.insert("book.json".to_owned(), Bytes::new(document));
    for (number, part) in values.iter().enumerate() {
        let json = Bytes::new(part.to_string().into_bytes());
        files.insert(format!("parts/{}.json", number + 1), json);
    }
    let world = Files::new(files, fonts).expect("the name of the first file is one");
    let made = set(book, &world);
    // What was remembered to set it would stay as long as the program runs.
    typst::comemo::evict(0);
    made
}

/// Sets the book and writes it.
fn set(book: &Book<'_>, world: &Files) -> Result<Vec<u8>, Vec<Finding>> {
    let set = typst::compile::<PagedDocument>(world);
    let pages = set
        .output
        .map_err(|errors| failed::findings(book, world, &errors))?;
    let doubtful = failed::doubtful(&set.warnings);
    if !doubtful.is_empty() {
        return Err(failed::findings(book, world, &doubtful));
    }
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    let options = PdfOptions {
        ident: Smart::Custom(book.identifier()),
        creator: Smart::Custom(Some(format!("Transferbuch {}", env!("CARGO_PKG_VERSION")))),
        timestamp: midnight(book.facts.date).map(Timestamp::new_utc),
        standards: standards.expect("these two go together"),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| failed::findings(book, world, &errors))
}

fn midnight(date: Option<Date>) -> Option<Datetime> {
    let (year, month, day) = date.map_or(NO_DAY, |date| (date.year(), date.month(), date.day()));
    let number = |number: i8| u8::try_from(number).ok();
    Datetime::from_ymd_hms(year.into(), number(month)?, number(day)?, 0, 0, 0)
}

/// The fonts of the handbook's own.
fn own_fonts(book: &Book<'_>) -> Result<Vec<Font>, Vec<Finding>> {
    let (mut fonts, mut findings) = (Vec::new(), Vec::new());
    for file in &book.sources.linked.site.config.book.font {
        let path = HandbookPath::parse(&file.path).ok();
        let bytes = path.and_then(|path| book.sources.originals.read(&path).ok());
        let read = bytes.map(fonts::read).unwrap_or_default();
        if read.is_empty() {
            let settings = HandbookPath::literal(crate::config::FILE);
            let finding = Finding::new(&codes::NOT_A_FONT, settings).at(file.span);
            findings.push(finding.with("file", file.path.as_str()));
        }
        fonts.extend(read);
    }
    if findings.is_empty() {
        Ok(fonts)
    } else {
        Err(findings)
    }
}

/// What the theme sets books with, and what stands beside that.
fn theme_files(book: &Book<'_>) -> Result<BTreeMap<String, Bytes>, Vec<Finding>> {
    let (mut files, mut findings) = (BTreeMap::new(), Vec::new());
    for (name, file) in book.sources.theme.book_files() {
        let bytes = match &file.file {
            ThemeFile::Bytes(bytes) => Ok(bytes.clone()),
            ThemeFile::At(path) => book.sources.originals.read(path),
        };
        match bytes {
            Ok(bytes) => drop(files.insert(name.clone(), Bytes::new(bytes))),
            Err(problem) => {
                let finding = Finding::new(&codes::BOOK_TEMPLATE, &file.place);
                findings.push(finding.with("message", problem));
            }
        }
    }
    if findings.is_empty() {
        Ok(files)
    } else {
        Err(findings)
    }
}

/// The parts as they are set. What is told on the cover comes with the [`document`].
fn parts(book: &Book<'_>, pictures: &mut Pictures) -> Vec<Part> {
    let read = |(number, part): (usize, &super::Part)| {
        let cited = cited(book, part.part);
        let code = cited.as_deref().and_then(|url| code_of(url, 0));
        Part {
            kind: match part.part {
                BookPart::Title => "title",
                BookPart::Chapter(_) => "chapter",
                BookPart::Section(_) => "section",
                BookPart::Glossary => "glossary",
                BookPart::Lists => "lists",
                BookPart::Sources => "sources",
                BookPart::Index => "index",
            },
            depth: part.depth,
            title: part.title.clone(),
            url: cited.or_else(|| address(book, part)),
            code: code.and_then(|code| pictures.drawing(&code)),
            label: elements::label(number, None),
            body: match part.part {
                BookPart::Title => Vec::new(),
                _ => PartReader::read(&part.nodes, number, part.depth, pictures),
            },
        }
    };
    book.parts.iter().enumerate().map(read).collect()
}

/// Where a chapter is for good, if it is one that is cited: a paper outlives the site's next edition.
fn cited(book: &Book<'_>, part: BookPart) -> Option<String> {
    let Sources { linked, plan, .. } = book.sources;
    let BookPart::Chapter(id) = part else {
        return None;
    };
    let is_cited = !linked.site.chapter(id).is_index && !linked.is_legal(id);
    is_cited.then(|| Citation::of(linked, plan.release(), id).url)?
}

/// Where the page of a part is.
fn address(book: &Book<'_>, part: &super::Part) -> Option<String> {
    let base = book.sources.linked.site.config.url.as_ref();
    let base = base.filter(|_| super::has_page(part.part))?;
    Some(format!("{base}{}", crate::site::escape(&part.address)))
}

fn document(book: &Book<'_>, paper: Paper, own: &[Font], pictures: &mut Pictures) -> Document {
    let site = &book.sources.linked.site;
    let code = book.language();
    let theme = book.sources.theme;
    let facts = &book.facts;
    let mut families: Vec<String> = Vec::new();
    let own = own.iter().map(|font| font.info().family.as_str());
    for family in own.chain(fonts::FAMILIES) {
        if !families.iter().any(|known| known == family) {
            families.push(family.to_owned());
        }
    }
    let is_title = |part: &&super::Part| part.part == BookPart::Title;
    let mut logo = None;
    if let Some(title) = book.parts.iter().find(is_title) {
        each_element(&title.nodes, &mut |element| {
            let src = element.attribute("src").unwrap_or_default();
            if element.name == "img" && src.starts_with(PICTURE) {
                logo = pictures.of_element(element);
            }
        });
    }
    Document {
        language: language::base(code).to_ascii_lowercase(),
        region: elements::region(code),
        direction: language::direction(code),
        paper: paper.name(),
        fonts: families,
        accent: site.config.palette.accent(),
        sheet: !book.parts.iter().any(|part| part.part == BookPart::Title),
        title: facts.title.clone(),
        subtitle: facts.subtitle.clone(),
        publisher: site.config.book.publisher.get(code).to_owned(),
        version: book
            .sources
            .plan
            .release()
            .map(|release| release.version.to_string()),
        date: facts.date.map(|date| Day {
            text: theme.day(book.sources.linked, book.sources.plan, date, facts.edition),
            year: date.year(),
            month: date.month(),
            day: date.day(),
        }),
        url: site.config.url.as_ref().map(ToString::to_string),
        logo,
        words: WORDS
            .iter()
            .map(|id| (*id, theme.word(id, facts.edition)))
            .collect(),
        parts: book.parts.len(),
    }
}
