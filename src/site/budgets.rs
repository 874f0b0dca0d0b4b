//! Texts are texts: words that someone could type, and no more different ones than a dictionary has.

use rustc_hash::FxHashSet;

use crate::diagnostic::{Finding, codes};
use crate::markdown::Document;
use crate::prose::WORD_MAX;
use crate::source::{Source, Span};
use crate::yaml::Reader;

/// As many different words as one text may have.
const WORDS_MAX: usize = 50_000;

/// Reports words that are none, which the search leaves out, and a text with the words of many.
pub(super) fn check(source: &Source, document: &Document, reader: &mut Reader<'_>) {
    let written: &str = &source.text;
    // What is long in an address is no word.
    let is_address = |word: &Span| {
        let images = &document.facts.images;
        let holds = |span: Span| span.start <= word.start && word.end <= span.end;
        images.iter().any(|image| {
            let target = &image.target;
            target.len() >= word.range().len() && holds(image.span)
        })
    };
    for span in long_words(written).filter(|span| !is_address(span)) {
        let count = written[span.range()].chars().count();
        reader
            .report(&codes::WORD_TOO_LONG, span)
            .set_arg("count", count);
    }
    // A shorter one can't have them.
    if written.len() <= WORDS_MAX * 4 {
        return;
    }
    let words = written.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let count = words.collect::<FxHashSet<&str>>().len();
    if count > WORDS_MAX {
        let finding = Finding::new(&codes::TOO_MANY_WORDS, &source.path);
        let finding = finding.with("count", count).with("max", WORDS_MAX);
        reader.findings.push(finding);
    }
}

/// Words of more bytes than [`WORD_MAX`]. Each holds a place that is a multiple of that, so nothing between is
/// looked at.
fn long_words(text: &str) -> impl Iterator<Item = Span> {
    let mut seen = 0;
    let places = (0..text.len()).step_by(WORD_MAX);
    places.filter_map(move |at| {
        let at = text.floor_char_boundary(at);
        if at < seen {
            return None;
        }
        let is_other = |c: char| !c.is_alphanumeric();
        let start = text[..at].rfind(is_other);
        let start = start.map_or(0, |at| text.ceil_char_boundary(at + 1));
        let end = text[at..]
            .find(is_other)
            .map_or(text.len(), |length| at + length);
        seen = end.max(at);
        (end > start + WORD_MAX).then(|| Span::new(start..end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_long_or_not_wherever_they_stand() {
        for before in [0, 1, 500, 999, 1000, 1500] {
            let text = |length: usize| {
                let letters = if length.is_multiple_of(2) { "ä" } else { "a" };
                let word = letters.repeat(length / letters.len());
                (format!("{}– {word} x", ". ".repeat(before)), word.len())
            };
            for (length, is_long) in [
                (WORD_MAX - 1, false),
                (WORD_MAX, false),
                (WORD_MAX + 1, true),
                (5 * WORD_MAX, true),
            ] {
                let (text, bytes) = text(length);
                let found: Vec<usize> = long_words(&text).map(|span| span.range().len()).collect();
                assert_eq!(
                    found,
                    vec![bytes; usize::from(is_long)],
                    "{before} {length}"
                );
            }
        }
    }
}
