//! What in a text leads elsewhere.

use std::ops::Range;

use crate::source::Span;

/// What tells the destinations of one text apart: the bytes in the text of the event that one stands
/// in, and which of those in the event it is, since raw HTML can have several. Keys are in the order
/// of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DestinationKey {
    start: usize,
    end: usize,
    nth: usize,
}

impl DestinationKey {
    /// The destination with this number in the event at `range`.
    pub fn new(range: &Range<usize>, nth: usize) -> Self {
        let Range { start, end } = *range;
        Self { start, end, nth }
    }
}

/// Something that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// What tells it from the text's other ones.
    pub key: DestinationKey,
    /// As written.
    pub target: String,
    /// How it is used.
    pub kind: DestinationKind,
    /// Where it stands.
    pub span: Span,
}

/// How a destination is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DestinationKind {
    /// The reader may go there.
    Link,
    /// The page shows it.
    Image,
    /// Its text is put in.
    Include,
    /// Raw HTML links to it, or loads it.
    Html {
        /// Whether the reader's browser loads it with the page.
        loads: bool,
        /// Whether it is a picture that stands on the page.
        shows: bool,
    },
}

/// Whether an image's destination is a text to put in.
pub(crate) fn is_include(target: &str) -> bool {
    let is_text = |path: &str| {
        path.rsplit_once('.')
            .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md"))
    };
    // The name of a file may have a `#` in it.
    let path = target.split('#').next().unwrap_or_default();
    (is_text(path) || is_text(target)) && !target.contains("://")
}
