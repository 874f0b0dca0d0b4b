//! What `handbook.yml` says of the handbook as a book.

use super::{Localized, Named};
use crate::yaml::{Fields, Reader, Value};

/// Forms of books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BookFormat {
    /// For printing, filing and reading as it is printed.
    Pdf,
    /// For reading on a device, in letters of any size.
    Epub,
}

impl BookFormat {
    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Epub => "epub",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Epub => "EPUB",
        }
    }
}

/// Sizes of a book's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperSize {
    /// For desks and printers.
    #[default]
    A4,
    /// For bags.
    A5,
}

impl PaperSize {
    /// All sizes by name.
    pub const ALL: [(&str, Self); 2] = [("a4", Self::A4), ("a5", Self::A5)];
}

/// How the handbook becomes a book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookSettings {
    /// Whether a site has it as a PDF.
    pub pdf: bool,
    /// Whether a site has it as an EPUB.
    pub epub: bool,
    /// Who publishes it, for its title page.
    pub publisher: Localized,
    /// How large the pages of a PDF are.
    pub paper: PaperSize,
    /// The files of the font of a PDF, as seen from the handbook.
    pub font: Vec<Named>,
}

impl BookSettings {
    /// The forms that a site has.
    pub fn formats(&self) -> impl Iterator<Item = BookFormat> + use<> {
        let pdf = self.pdf.then_some(BookFormat::Pdf);
        let epub = self.epub.then_some(BookFormat::Epub);
        pdf.into_iter().chain(epub)
    }

    pub(super) fn read(value: &Value, reader: &mut Reader<'_>) -> Self {
        let mut book = Self::default();
        let Some(mut fields) = Fields::of(value, "book", reader) else {
            return book;
        };
        book.pdf = fields.flag("pdf", reader).unwrap_or(false);
        book.epub = fields.flag("epub", reader).unwrap_or(false);
        if let Some(value) = fields.get("paper")
            && let Some(name) = reader.text("paper", value)
        {
            let lower = name.to_lowercase();
            match PaperSize::ALL.iter().find(|(known, _)| *known == lower) {
                Some((_, size)) => book.paper = *size,
                None => {
                    let known = PaperSize::ALL.map(|(name, _)| name);
                    reader.unknown_value("paper", &name, value.span, &known);
                }
            }
        }
        if let Some(value) = fields.get("font") {
            let files = reader.list("font", value).into_iter();
            let files = files.filter_map(|file| Named::read("font", file, reader));
            book.font = files.collect();
        }
        if let Some(value) = fields.get("publisher") {
            book.publisher = Localized::read("publisher", value, reader);
        }
        fields.finish(reader);
        book
    }
}
