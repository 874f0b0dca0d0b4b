//! Phrases in a query that mean a value, «nicht funktioniert»: chapters that have it.

use super::super::IndexError;
use super::super::phrases::BETWEEN;
use super::index::Index;
use std::ops::Range;

/// A phrase: its places among the query's words, and the chapters with the value.
pub(crate) struct Phrase {
    pub words: Range<usize>,
    pub chapters: Vec<usize>,
}

/// The phrases among the words of a query, stop words included.
pub(crate) fn phrases(index: &Index, keys: &[String]) -> Result<Vec<Phrase>, IndexError> {
    let mut out = Vec::new();
    for (number, phrase) in index.meta.phrases.iter().enumerate() {
        let words: Vec<&str> = phrase.split(BETWEEN).collect();
        let places = keys.windows(words.len()).enumerate();
        let at = places
            .filter(|(_, window)| *window == words)
            .map(|(at, _)| at);
        for at in at {
            out.push(Phrase {
                words: at..at + words.len(),
                chapters: index.phrases()?.get(number).cloned().unwrap_or_default(),
            });
        }
    }
    Ok(out)
}
