//! What `handbook.yml` says of the handbook as a book.

use super::Localized;
use crate::yaml::{Fields, Reader, Value};

/// Forms of books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BookFormat {
    /// For reading on a device, in letters of any size.
    Epub,
}

impl BookFormat {
    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Epub => "epub",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Epub => "EPUB",
        }
    }
}

/// How the handbook becomes a book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookSettings {
    /// Whether a site has it as an EPUB.
    pub epub: bool,
    /// Who publishes it, for its title page.
    pub publisher: Localized,
}

impl BookSettings {
    /// The forms that a site has.
    pub fn formats(&self) -> impl Iterator<Item = BookFormat> + use<> {
        self.epub.then_some(BookFormat::Epub).into_iter()
    }

    pub(super) fn read(value: &Value, reader: &mut Reader<'_>) -> Self {
        let mut book = Self::default();
        let Some(mut fields) = Fields::of(value, "book", reader) else {
            return book;
        };
        book.epub = fields.flag("epub", reader).unwrap_or(false);
        if let Some(value) = fields.get("publisher") {
            book.publisher = Localized::read("publisher", value, reader);
        }
        fields.finish(reader);
        book
    }
}
