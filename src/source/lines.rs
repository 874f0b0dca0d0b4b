//! Where the lines of a text begin, for the places of many findings in it.

use std::ops::Range;

use serde::Serialize;

/// A text with the offsets of its lines.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'t> {
    text: &'t str,
    starts: &'t [usize],
}

/// A place in a text, as editors show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters (Unicode code points).
    pub column: usize,
}

/// A line of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// Its bytes, with the line break.
    pub range: Range<usize>,
}

/// Where the lines of `text` begin.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let behind = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(behind).collect()
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, starts: &'t [usize]) -> Self {
        Self { text, starts }
    }

    /// Line and column of a byte offset. An offset within a character, or behind the text's end,
    /// counts as the last place before it.
    pub fn position(self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        Position {
            line: line.number,
            column: self.text[line.range.start..offset].chars().count() + 1,
        }
    }

    /// The line that a byte offset is in.
    pub fn line(self, offset: usize) -> Line {
        let offset = offset.min(self.text.len());
        let number = self.starts.partition_point(|start| *start <= offset);
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        Line {
            number,
            range: self.starts[number - 1]..end,
        }
    }

    /// The text between two byte offsets, which are put at the borders of characters.
    pub fn slice(self, start: usize, end: usize) -> &'t str {
        let start = self.text.floor_char_boundary(start);
        let end = self.text.floor_char_boundary(end).max(start);
        &self.text[start..end]
    }
}
