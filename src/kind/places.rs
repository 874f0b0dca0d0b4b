//! Where the text of a value in YAML stands in its file.
//!
//! 1. A text in one line stands there as it is: its places are moved.
//! 2. One in several lines has its lines indented, and perhaps folded. Its words stand in the file
//!    in the same order; each of them has a place.
//! 3. Where the words differ, as with signs that YAML escapes, only the whole value has one.

use crate::source::Span;

/// Where the text of a value stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TextPlaces {
    /// In one piece from this byte on.
    From(usize),
    /// Word by word, in their order.
    Words(Vec<Word>),
    /// Somewhere in there.
    Within(Span),
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it begins in the text.
    start: usize,
    /// And in the file.
    in_file: usize,
    len: usize,
}

impl TextPlaces {
    /// The places of `text`, which is the value at `span` of `file`.
    pub(crate) fn of(text: &str, span: Span, file: &str) -> Self {
        let trimmed = text.trim_end();
        let Some(written) = file.get(span.range()).filter(|_| !trimmed.is_empty()) else {
            return Self::Within(span);
        };
        if let Some(at) = written.find(trimmed) {
            return Self::From(span.range().start + at);
        }
        match words(trimmed, written) {
            Some(mut words) => {
                for word in &mut words {
                    word.in_file += span.range().start;
                }
                Self::Words(words)
            }
            None => Self::Within(span),
        }
    }

    /// Where in the file `span` of the text stands.
    pub(crate) fn place(&self, span: Span) -> Span {
        match self {
            Self::From(start) => span.shifted(*start),
            Self::Words(words) => {
                let range = span.range();
                let last = range.end.saturating_sub(1).max(range.start);
                let start = in_file(words, range.start);
                let end = in_file(words, last) + usize::from(!range.is_empty());
                Span::new(start..end.max(start))
            }
            Self::Within(whole) => *whole,
        }
    }
}

/// The place of a byte; of one between two words, the end of the first.
fn in_file(words: &[Word], at: usize) -> usize {
    let number = words.partition_point(|word| word.start <= at);
    match number.checked_sub(1).map(|number| &words[number]) {
        Some(word) => word.in_file + (at - word.start).min(word.len),
        None => words[0].in_file,
    }
}

/// The words of `text` as they stand in `written`, its YAML, if they are the same.
fn words(text: &str, written: &str) -> Option<Vec<Word>> {
    let begin = match written.as_bytes().first()? {
        // What a block begins with stands in the line above it.
        b'|' | b'>' => written.find('\n')?,
        b'"' | b'\'' => 1,
        _ => 0,
    };
    let mut rest = &written[begin..];
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        rest = rest.trim_start();
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let in_file = written.len() - rest.len();
        rest = rest.strip_prefix(word)?;
        words.push(Word {
            start,
            in_file,
            len: word.len(),
        });
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed<'f>(text: &str, file: &'f str, part: &str) -> &'f str {
        let places = TextPlaces::of(text, Span::new(0..file.len()), file);
        let at = text.find(part).unwrap();
        &file[places.place(Span::new(at..at + part.len())).range()]
    }

    #[test]
    fn words_of_indented_and_folded_lines_have_places() {
        let block = "|\n    Erste Zeile\n\n    - [zweite](x.md)\n";
        let text = "Erste Zeile\n\n- [zweite](x.md)\n";
        assert_eq!(placed(text, block, "Zeile"), "Zeile");
        assert_eq!(placed(text, block, "x.md"), "x.md");
        assert_eq!(
            placed(text, block, "Zeile\n\n- [zweite]"),
            "Zeile\n\n    - [zweite]"
        );
        assert_eq!(
            placed(
                "Erste Zeile und zweite",
                ">-\n  Erste Zeile\n  und zweite",
                "und zweite"
            ),
            "und zweite"
        );
        assert_eq!(placed("eins zwei", "\"eins\n  zwei\"", "zwei"), "zwei");
        assert_eq!(placed("eins zwei", "eins\n  zwei", "ei"), "ei");
    }

    #[test]
    fn what_is_written_otherwise_stands_within_the_whole() {
        let file = "\"eins\\tzwei\n  drei\"";
        assert_eq!(placed("eins\tzwei drei", file, "drei"), file);
    }
}
