//! The text of a file, wherever that is.

use std::ops::Deref;
use std::sync::OnceLock;

use super::decode::decode;
use super::lines::{self, Lines};

/// A text that knows where its lines begin, once somebody has asked.
#[derive(Debug)]
pub struct FileText {
    text: String,
    starts: OnceLock<Vec<usize>>,
}

impl FileText {
    /// A decoded text.
    pub fn new(text: String) -> Self {
        Self {
            text,
            starts: OnceLock::new(),
        }
    }

    /// The text of a file's bytes, as [`super::Source`] decodes them.
    pub fn decode(bytes: Vec<u8>) -> Self {
        Self::new(decode(bytes).text)
    }

    /// Its lines, to find places in them.
    pub fn line_index(&self) -> Lines<'_> {
        let starts = self.starts.get_or_init(|| lines::starts(&self.text));
        Lines::new(&self.text, starts)
    }
}

impl Deref for FileText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for FileText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

#[cfg(test)]
mod tests {
    use super::lines::Position;
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let text = FileText::new("Bürger\nÄmter".into());
        let place = |offset| {
            let Position { line, column } = text.line_index().position(offset);
            (line, column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(3), (1, 3));
        assert_eq!(place("Bürger\nÄ".len()), (2, 2));
        assert_eq!(place(999), (2, 6));
    }
}
