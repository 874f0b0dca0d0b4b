//! Prose: what can be told of a running text without understanding it.
//!
//! 1. [`gender`] finds gender signs, by sort.
//! 2. [`abbreviations`] finds abbreviations, and places that explain one.
//! 3. [`sentences`] finds sentences and counts their words.
//! 4. [`foreign`] tells the language of a passage that isn't in its text's language.
//! 5. [`names_maker`] tells whether a caption says who made a picture.
//! 6. [`markup`] finds emphasis, code and links as Markdown writes them.
//!
//! Each takes visible text and gives ranges of bytes in it. All of them would rather overlook
//! something than report what is right.

pub(crate) mod abbreviations;
mod credits;
pub(crate) mod foreign;
pub(crate) mod gender;
pub(crate) mod hyphens;
pub(crate) mod markup;
pub(crate) mod sentences;

use std::ops::Range;

pub(crate) use credits::names_maker;

/// As many bytes as a word may have that is found. What is longer is none that someone would type, and readers
/// would have to load it.
pub(crate) const WORD_MAX: usize = 1000;

/// Signs that word processors put before the items of a list.
pub(crate) const BULLETS: &[char] = &[
    '•', '·', '‣', '▪', '▫', '■', '□', '●', '○', '◦', '⁃', '→', '➢', '➔', '➤', '►', '✓', '✔', '☐',
    '☑', '☒', '\u{f0b7}', '\u{f0a7}', '\u{f0a8}', '\u{f0d8}', '\u{f0fc}',
];

/// Dashes that some put before the items of a list.
pub(crate) const DASHES: &[char] = &['–', '—', '−'];

/// The words of `text`, runs of letters and digits, with their bytes.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let length = text[start..]
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(text.len() - start);
        at = start + length;
        Some((start..at, &text[start..at]))
    })
}

/// Whether a text in `language` (BCP 47) is in easy language: short sentences, common words.
pub(crate) fn is_easy(language: &str) -> bool {
    language.split('-').skip(1).any(|part| part == "simple")
}

/// Whether `language` (BCP 47) is German.
pub(crate) fn is_german(language: &str) -> bool {
    language.split('-').next() == Some("de")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_languages_say_so() {
        assert!(is_easy("de-simple"));
        assert!(!is_easy("de-AT"));
        assert!(!is_easy("simple"));
    }
}
