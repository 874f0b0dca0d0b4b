//! Lines of raw HTML, and where they stand in their text.

use std::ops::Range;

/// A piece of raw HTML, in lines that stand somewhere in a text.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    /// All of it.
    pub html: String,
    /// Where each line begins in it, and its bytes in the text.
    lines: Vec<(usize, Range<usize>)>,
}

impl Piece {
    /// A piece that stands in the text at `range`.
    pub fn new(html: &str, range: &Range<usize>) -> Self {
        let mut piece = Self::default();
        piece.push(html, range);
        piece
    }

    /// Adds a line.
    pub fn push(&mut self, html: &str, range: &Range<usize>) {
        self.lines.push((self.html.len(), range.clone()));
        self.html.push_str(html);
    }

    /// Where it stands in the text.
    pub fn range(&self) -> Range<usize> {
        let mut lines = self.lines.iter().map(|(_, range)| range);
        let first = lines.next().cloned().unwrap_or_default();
        let end = lines.next_back().map_or(first.end, |last| last.end);
        first.start..end.max(first.start)
    }

    /// Where a part of it stands in the text.
    pub fn in_text(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.line(part.start).0;
        let end = self.line(part.end.saturating_sub(1).max(part.start)).1;
        start..end.max(start)
    }

    /// Where the byte at `at` stands in the text, and where it ends there.
    fn line(&self, at: usize) -> (usize, usize) {
        let number = self.lines.partition_point(|(begin, _)| *begin <= at);
        let Some((begin, range)) = number.checked_sub(1).map(|number| &self.lines[number]) else {
            return (0, 0);
        };
        let next = self
            .lines
            .get(number)
            .map_or(self.html.len(), |(begin, _)| *begin);
        if next - begin == range.len() {
            let place = range.start + at - begin;
            (place, place + 1)
        } else {
            // The line isn't what was written: its text has characters that marks stood for.
            (range.start, range.end)
        }
    }
}
