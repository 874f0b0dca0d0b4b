//! Where the lines of a text begin, for the places of many findings in it.

use std::ops::Range;

/// A text with the offsets of its lines.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'t> {
    text: &'t str,
    starts: &'t [usize],
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

    /// Line and column of a byte offset, both from 1, the column in characters. An offset within a
    /// character, or behind the text's end, counts as the last place before it.
    pub fn line_column(self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let (line, range) = self.line(offset);
        let column = self.text[range.start..offset].chars().count() + 1;
        (line, column)
    }

    /// The number, from 1, of the line that a byte offset is in, and its bytes with its end.
    pub fn line(self, offset: usize) -> (usize, Range<usize>) {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        (line, self.starts[line - 1]..end)
    }

    /// The text between two byte offsets, which are put at the borders of characters.
    pub fn slice(self, start: usize, end: usize) -> &'t str {
        let start = self.text.floor_char_boundary(start);
        let end = self.text.floor_char_boundary(end).max(start);
        &self.text[start..end]
    }
}
