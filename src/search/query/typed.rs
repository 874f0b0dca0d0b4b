//! A query as it was typed: its words, without those that carry no weight.

use super::super::words::words;
use super::index::Index;
use super::lookup::letters_in;

/// Stop words from which on a query is a spoken question.
const SPOKEN: usize = 2;

/// The words of a query.
pub struct Typed {
    /// Folded, each once. Stop words only if there is nothing else.
    pub words: Vec<String>,
    /// By word: if the handbook doesn't have it, the query is about something else. That is said of
    /// nouns, where the query has capitals, and of all key words, where it has none.
    pub essential: Vec<bool>,
    /// Words that stand side by side.
    pub pairs: Vec<(usize, usize)>,
    /// The last word, be it a stop word.
    pub last: String,
}

impl Typed {
    /// Reads a query.
    pub fn new(query: &str, index: &Index) -> Self {
        let language = &index.language;
        let all: Vec<(String, bool)> = words(query, language)
            .iter()
            .map(|word| {
                (
                    word.key(language),
                    word.text.starts_with(char::is_uppercase),
                )
            })
            .filter(|(key, _)| !key.is_empty())
            .collect();
        let counts = |key: &str| {
            let single = key.len() < 2 && !key.bytes().all(|b| b.is_ascii_digit());
            !single && !index.meta.stops.iter().any(|stop| stop == key)
        };
        let counting = all.iter().filter(|(key, _)| counts(key)).count();
        let spoken = all.len() - counting >= SPOKEN;
        let capitals = all.iter().any(|(_, capital)| *capital);
        let last = all.last().map_or_else(String::new, |(key, _)| key.clone());
        let mut typed = Self {
            words: Vec::new(),
            essential: Vec::new(),
            pairs: Vec::new(),
            last,
        };
        let mut before = None;
        for (key, capital) in &all {
            if counting > 0 && !counts(key) {
                before = None;
                continue;
            }
            let known = typed.words.iter().position(|word| word == key);
            if known.is_none() && typed.words.len() == index.meta.ranking.words {
                break;
            }
            let at = known.unwrap_or(typed.words.len());
            if known.is_none() {
                typed.words.push(key.clone());
                typed.essential.push(*capital || !spoken && !capitals);
            }
            typed
                .pairs
                .extend(before.filter(|&left| left < at).map(|left| (left, at)));
            before = Some(at);
        }
        typed.drop_hardly_begun();
        typed
    }

    /// Waits for more of a last word of one or two letters, rather than call it unknown.
    fn drop_hardly_begun(&mut self) {
        let begun = self.words.len() > 1 && self.words.last() == Some(&self.last);
        if begun && letters_in(&self.last) < 3 {
            self.words.pop();
            self.essential.pop();
            self.pairs.retain(|(_, right)| *right < self.words.len());
        }
    }
}
