//! The size of a book's pages, and what fits on them.

use crate::config::PaperSize;

/// A size of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    A4,
    A5,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::A5 => Self::A5,
        }
    }
}

impl Paper {
    /// Its name in `book.typ`.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A5 => "a5",
        }
    }

    /// The characters of a line in a table, in letters of its usual size.
    pub fn characters(self) -> usize {
        match self {
            Self::A4 => 92,
            Self::A5 => 62,
        }
    }

    /// The characters of a line in small letters.
    fn small(self) -> usize {
        self.characters() * 6 / 5
    }

    /// The characters of a line in small letters on a page that lies.
    fn wide(self) -> usize {
        match self {
            Self::A4 => 180,
            Self::A5 => 120,
        }
    }

    /// How a table is set that needs so many characters.
    pub fn size(self, needed: usize) -> &'static str {
        if needed <= self.characters() {
            "normal"
        } else if needed <= self.small() {
            "small"
        } else {
            "wide"
        }
    }

    /// Whether a table that needs so many characters fits on no page.
    pub fn is_too_narrow(self, needed: usize) -> bool {
        needed > self.wide()
    }
}
