//! Notes as papers have them: `[1]` behind a word, and below a paragraph that begins with `[1]`.
//!
//! Numbers in brackets are notes only where both are there: a list of sources alone, or a year in a quotation,
//! stays what it is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Leftover;

/// The digits of the longest number that counts.
const DIGITS: usize = 3;

/// A number in brackets.
struct Mark<'t> {
    range: Range<usize>,
    number: &'t str,
    /// Whether a note begins with it.
    begins_note: bool,
}

/// What is left of notes in `source`, whose text in the page is `visible`; in order.
pub(super) fn find(source: &str, visible: &[u8]) -> Vec<Leftover> {
    let marks = marks(source, visible);
    let numbers = |begins_note| {
        let marks = marks
            .iter()
            .filter(move |mark| mark.begins_note == begins_note);
        marks.map(|mark| mark.number).collect::<BTreeSet<_>>()
    };
    let (notes, references) = (numbers(true), numbers(false));
    let has_both =
        |mark: &&Mark<'_>| notes.contains(mark.number) && references.contains(mark.number);
    let leftover = |mark: &Mark<'_>| {
        let end = if mark.begins_note { "]:" } else { "]" };
        let fix = format!("[^{}{end}", mark.number);
        Leftover::new(mark.range.clone(), "left-footnote").with_fix(mark.range.clone(), fix)
    };
    marks.iter().filter(has_both).map(leftover).collect()
}

fn marks<'t>(source: &'t str, visible: &[u8]) -> Vec<Mark<'t>> {
    let openings = source.match_indices('[').map(|(at, _)| at);
    let marks = openings.filter_map(|at| {
        let inside = &source[at + 1..];
        let length = inside.bytes().take_while(u8::is_ascii_digit).count();
        let behind = inside[length..].strip_prefix(']')?;
        let range = at..at + length + "[]".len();
        let is_text = visible[range.clone()].iter().all(|byte| *byte > b' ');
        if !(1..=DIGITS).contains(&length) || !is_text || behind.starts_with(['(', '[', ':']) {
            return None;
        }
        let begins_line = at == 0 || source[..at].ends_with('\n');
        let text = behind.strip_prefix([' ', '\t']).unwrap_or_default();
        Some(Mark {
            number: &inside[..length],
            range,
            begins_note: begins_line && text.starts_with(|c: char| !c.is_whitespace()),
        })
    });
    marks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = find(text, text.as_bytes());
        let ranges = found.into_iter().map(|leftover| leftover.span.range());
        ranges.map(|range| &text[range]).collect()
    }

    #[test]
    fn notes_have_a_mark_and_a_text() {
        let both = "Das steht fest [1], sagt man.[2]\n\n[1] Bericht 2018.\n[2] Bericht 2019.\n";
        assert_eq!(found(both), ["[1]", "[2]", "[1]", "[2]"]);
        assert_eq!(found("Ein [1] ohne Note."), [""; 0]);
        assert_eq!(found("[1] Bericht.\n[2] Bericht.\n"), [""; 0]);
        assert_eq!(found("Ein [1](a.md).\n\n[1]: https://stadt.de\n"), [""; 0]);
    }
}
