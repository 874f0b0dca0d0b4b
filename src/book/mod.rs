//! The handbook as a book: all of it, some of it, or one chapter as a fact sheet.
//!
//! 1. [`outline()`] says of which parts the book consists: chapters in the order of reading, and what a book
//!    has around them.
//! 2. The theme renders each part with its templates in `book/`, from the same values and the same HTML of
//!    texts as the pages of the site. [`tree`] reads that, and [`refine`] takes out what only a screen can
//!    use and says where links lead within the book. So there is one reading of Markdown for all outputs, and
//!    what stands on a page stands in the book.
//! 3. [`epub`] writes the parts as an EPUB, and `pdf`, where the program has it, as a PDF.
//! 4. Pictures come from whoever has them ([`Originals`]): nothing here knows a disk.
//!
//! What is wrong is a finding, and then there is no book.

mod epub;
mod facts;
mod outline;
#[cfg(feature = "book")]
mod pdf;
mod refine;
mod tree;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::config::{BookFormat, EditionId};
use crate::diagnostic::{Finding, codes};
use crate::link::Linked;
use crate::pages::{FileSource, Plan};
use crate::picture::Recipe;
use crate::source::{HandbookPath, Raster, hex};
use crate::theme::{BookFacts, BookPart, Theme, ThemeFile};
use facts::{facts, title};
use outline::{Placed, outline};
use refine::{PICTURE, Refiner};
use tree::{Node, each_element};

pub use outline::Selection;

/// How wide pictures for printing are at least, in pixels: enough for the width of a page.
const PRINTED_WIDTH: u32 = 1200;

/// Where the bytes of pictures come from.
pub trait Originals: Sync {
    /// The bytes of a file of the handbook.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, path: &HandbookPath) -> Result<Vec<u8>, String>;

    /// What a recipe makes of the picture at `path`.
    ///
    /// # Errors
    /// Why nothing can be made of it.
    fn make(&self, path: &HandbookPath, raster: &Raster, recipe: Recipe)
    -> Result<Vec<u8>, String>;
}

/// What book is wanted.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Its language.
    pub edition: EditionId,
    /// Its chapters.
    pub selection: Selection,
    /// Its form.
    pub format: BookFormat,
    /// The day that it carries; that of the release or of the newest chapter without one.
    pub date: Option<Date>,
}

/// What a book is made from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The chapters, and where everything leads.
    pub linked: &'a Linked,
    /// What the site consists of.
    pub plan: &'a Plan,
    /// What it looks like.
    pub theme: &'a Theme,
    /// Where its pictures are.
    pub originals: &'a dyn Originals,
}

/// A book that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is called.
    pub title: String,
    /// How many chapters it has.
    pub chapters: usize,
}

/// Makes a book; nothing if it would have no chapter.
///
/// # Errors
/// Findings: what keeps it from being made.
pub fn make(sources: Sources<'_>, wanted: &Wanted) -> Result<Option<Made>, Vec<Finding>> {
    let book = Book::read(sources, wanted)?;
    if book.facts.chapters.is_empty() {
        return Ok(None);
    }
    let bytes = match wanted.format {
        BookFormat::Epub => epub::write(&book)?,
        BookFormat::Pdf => pdf(&book)?,
    };
    Ok(Some(Made {
        bytes,
        title: book.facts.title,
        chapters: book.facts.chapters.len(),
    }))
}

#[cfg(feature = "book")]
fn pdf(book: &Book<'_>) -> Result<Vec<u8>, Vec<Finding>> {
    pdf::write(book)
}

/// Whether the program can write books in a format.
pub fn can_write(format: BookFormat) -> bool {
    format != BookFormat::Pdf || cfg!(feature = "book")
}

#[cfg(not(feature = "book"))]
fn pdf(_: &Book<'_>) -> Result<Vec<u8>, Vec<Finding>> {
    let file = HandbookPath::literal(crate::config::FILE);
    Err(vec![Finding::new(&codes::PROGRAM_WITHOUT_PDF, file)])
}

/// A part of a book with what stands in it.
struct Part {
    part: BookPart,
    depth: usize,
    title: String,
    /// The address of the page that it comes from.
    address: String,
    nodes: Vec<Node>,
}

/// A book before it has a form.
struct Book<'a> {
    sources: Sources<'a>,
    facts: BookFacts,
    parts: Vec<Part>,
}

impl<'a> Book<'a> {
    fn read(sources: Sources<'a>, wanted: &Wanted) -> Result<Self, Vec<Finding>> {
        let Sources {
            linked,
            plan,
            theme,
            ..
        } = sources;
        let edition = wanted.edition;
        let parts = outline(linked, plan, edition, &wanted.selection);
        let facts = facts(sources, wanted, &parts);
        let address = |part: BookPart| plan.address(part.page(linked, edition)).as_str();
        let at_home = parts
            .iter()
            .enumerate()
            .filter(|(_, placed)| has_page(placed.part));
        let by_address: FxHashMap<String, usize> = at_home
            .map(|(number, placed)| (address(placed.part).to_owned(), number))
            .collect();
        let refiner = Refiner {
            linked,
            plan,
            parts: by_address,
            picture_width: match wanted.format {
                BookFormat::Epub => epub::PICTURE_WIDTH,
                BookFormat::Pdf => PRINTED_WIDTH,
            },
        };
        let read = |(number, placed): (usize, &Placed)| {
            let html = theme.render_for_book(linked, plan, placed.part, &facts)?;
            let address = address(placed.part);
            Ok(Part {
                part: placed.part,
                depth: placed.depth,
                title: title(sources, placed.part, &facts),
                address: address.to_owned(),
                nodes: refiner.part(tree::parse(&html), number, address),
            })
        };
        let parts = parts.par_iter().enumerate().map(read);
        let parts: Result<Vec<Part>, Box<Finding>> = parts.collect();
        let mut parts = parts.map_err(|finding| vec![*finding])?;
        keep_places(&mut parts);
        Ok(Self {
            sources,
            facts,
            parts,
        })
    }

    /// The pictures that it shows, by their addresses in the site.
    fn pictures(&self) -> Result<BTreeMap<String, Vec<u8>>, Vec<Finding>> {
        let mut shown = BTreeSet::new();
        for part in &self.parts {
            each_element(&part.nodes, &mut |element| {
                let src = element
                    .attribute("src")
                    .and_then(|src| src.strip_prefix(PICTURE));
                shown.extend(src);
            });
        }
        let shown: Vec<&str> = shown.into_iter().collect();
        let read: Vec<_> = shown
            .into_par_iter()
            .map(|address| (address.to_owned(), self.picture(address)))
            .collect();
        let mut pictures = BTreeMap::new();
        let mut findings = Vec::new();
        for (address, bytes) in read {
            match bytes {
                Ok(bytes) => drop(pictures.insert(address, bytes)),
                Err(finding) => findings.push(*finding),
            }
        }
        if findings.is_empty() {
            Ok(pictures)
        } else {
            Err(findings)
        }
    }

    fn picture(&self, address: &str) -> Result<Vec<u8>, Box<Finding>> {
        let Sources {
            linked,
            plan,
            theme,
            originals,
        } = self.sources;
        let (path, bytes) = match plan.files().get(address) {
            Some(FileSource::Picture(of, recipe)) => {
                let known = linked.site.pictures.get(of);
                let raster = known.and_then(|picture| picture.raster.as_ref());
                let raster = raster.expect("a plan makes pictures only of what was read as one");
                (of, originals.make(of, raster, *recipe))
            }
            Some(FileSource::Drawing(path)) => {
                let known = linked.site.pictures.get(path);
                let drawing = known.and_then(|picture| picture.drawing.as_ref());
                let drawing = drawing.expect("a plan lists only drawings that were read");
                return Ok(drawing.text.clone().into_bytes());
            }
            Some(FileSource::CopyOf(path)) => (path, originals.read(path)),
            Some(FileSource::Theme(asset)) => match theme.asset(asset) {
                Some(ThemeFile::Bytes(bytes)) => return Ok(bytes.clone()),
                Some(ThemeFile::At(path)) => (path, originals.read(path)),
                None => return Ok(Vec::new()),
            },
            Some(FileSource::Page(_) | FileSource::Code(_) | FileSource::Book(..)) | None => {
                return Ok(Vec::new());
            }
        };
        bytes.map_err(|problem| {
            let finding = Finding::new(&codes::UNREADABLE_PICTURE, path);
            Box::new(finding.with("problem", problem))
        })
    }
}

/// Whether links to the page that a part comes from lead to the part.
fn has_page(part: BookPart) -> bool {
    matches!(
        part,
        BookPart::Chapter(_) | BookPart::Section(_) | BookPart::Glossary
    )
}

/// Lets links that name a place that a part doesn't have lead to the part: pages have places that books
/// lack.
fn keep_places(parts: &mut [Part]) {
    let places: Vec<BTreeSet<String>> = parts
        .iter()
        .map(|part| {
            let mut ids = BTreeSet::new();
            each_element(&part.nodes, &mut |element| {
                ids.extend(element.attribute("id").map(str::to_owned));
            });
            ids
        })
        .collect();
    for part in parts {
        keep_links(&mut part.nodes, &places);
    }
}

fn keep_links(nodes: &mut [Node], places: &[BTreeSet<String>]) {
    for node in nodes {
        let Node::Element(element) = node else {
            continue;
        };
        let href = element
            .attribute("href")
            .and_then(|href| href.strip_prefix(refine::WITHIN));
        if let Some((number, place)) = href.and_then(|href| href.split_once('#')) {
            let known = number
                .parse()
                .ok()
                .and_then(|number: usize| places.get(number));
            if !known.is_some_and(|known| known.contains(place)) {
                let href = format!("{}{number}", refine::WITHIN);
                element.set("href", &href);
            }
        }
        keep_links(&mut element.children, places);
    }
}

impl Book<'_> {
    /// The code of its language.
    fn language(&self) -> &str {
        let site = &self.sources.linked.site;
        &site.edition(self.facts.edition).language
    }

    /// What tells the book from all others: the same for the same book of each release.
    fn identifier(&self) -> String {
        let site = &self.sources.linked.site;
        let mut hash = Sha256::new();
        let mut add = |text: &str| {
            hash.update(text.as_bytes());
            hash.update([0]);
        };
        add(site.config.url.as_ref().map_or("", |url| url.as_str()));
        add(site.title(self.language()));
        add(self.language());
        for part in &self.parts {
            add(&part.address);
        }
        let release = self.sources.plan.release();
        add(&release.map_or_else(String::new, |release| release.version.to_string()));
        let mut bytes: [u8; 16] = hash.finalize()[..16].try_into().expect("a hash is longer");
        // A UUID of the version for those made of other things, in the variant of the standard.
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let digits = hex(&bytes);
        let lengths = [0..8, 8..12, 12..16, 16..20, 20..32];
        format!("urn:uuid:{}", lengths.map(|part| &digits[part]).join("-"))
    }
}
