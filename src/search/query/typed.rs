//! A query as it was typed: its words, without those that carry no weight.

use super::super::IndexError;
use super::super::fold::fold;
use super::super::titles;
use super::super::words::words;
use super::index::Index;
use super::lookup::letters_in;
use super::quantity::number;

/// Stop words from which on a query is a spoken question.
const SPOKEN: usize = 2;

/// A word of a query.
pub(crate) struct Word {
    /// As it was typed, without gender signs.
    pub text: String,
    /// Folded.
    pub key: String,
    /// Folded, but for ae, oe and ue.
    pub spelt: String,
    /// If the handbook doesn't have it, the query is about something else. That is said of nouns, where
    /// the query has capitals, and of all key words, where it has none.
    pub essential: bool,
}

/// The words of a query.
pub(crate) struct Typed {
    /// Each once. Stop words only if there is nothing else.
    pub words: Vec<Word>,
    /// Words that stand side by side.
    pub pairs: Vec<(usize, usize)>,
    /// Words with stop words alone between them.
    pub apart: Vec<(usize, usize)>,
    /// The last word, be it a stop word.
    pub last: String,
    /// All words, folded.
    pub keys: Vec<String>,
    /// The key of the title that is the query.
    pub title: Option<String>,
}

/// A word as it stands in the query.
struct Written {
    text: String,
    key: String,
    spelt: String,
    capital: bool,
}

impl Typed {
    /// Reads a query.
    pub fn new(query: &str, index: &Index) -> Result<Self, IndexError> {
        let language = &index.language;
        let all: Vec<Written> = words(query, language)
            .iter()
            .map(|word| Written {
                text: word.text.clone().into_owned(),
                key: word.key(language),
                spelt: fold(&word.text, false),
                capital: word.text.starts_with(char::is_uppercase),
            })
            .filter(|word| !word.key.is_empty())
            .collect();
        let counts = |key: &str| {
            let single = key.len() < 2 && !key.bytes().all(|b| b.is_ascii_digit());
            !single && !index.meta.stops.iter().any(|stop| stop == key)
        };
        // Some stop words are units behind a number, «20 Leute».
        let is_unit: Vec<bool> = (0..all.len())
            .map(|at| {
                let units = &index.meta.quantities;
                let number = at.checked_sub(1).and_then(|at| number(index, &all[at].key));
                number.is_some() && units.iter().flatten().any(|unit| *unit == all[at].key)
            })
            .collect();
        let weighs = |at: usize, word: &Written| is_unit[at] || counts(&word.key);
        let counted = all.iter().enumerate();
        let counting = counted.filter(|(at, word)| weighs(*at, word)).count();
        let spoken = all.len() - counting >= SPOKEN;
        let capitals = all.iter().any(|word| word.capital);
        let keys: Vec<&str> = all.iter().map(|word| word.key.as_str()).collect();
        let mut typed = Self {
            title: titles::key(&keys, counts),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            last: keys
                .last()
                .map_or_else(String::new, |key| (*key).to_owned()),
            words: Vec::new(),
            pairs: Vec::new(),
            apart: Vec::new(),
        };
        let (mut before, mut last) = (None, None);
        let weighing: Vec<bool> = all
            .iter()
            .enumerate()
            .map(|(at, word)| weighs(at, word))
            .collect();
        for (written, weighs) in all.into_iter().zip(weighing) {
            let Written {
                text,
                key,
                spelt,
                capital,
            } = written;
            if counting > 0 && !weighs {
                before = None;
                continue;
            }
            let known = typed.words.iter().position(|word| word.key == key);
            if known.is_none() && typed.words.len() == index.meta.ranking.words {
                break;
            }
            let at = known.unwrap_or(typed.words.len());
            if known.is_none() {
                typed.words.push(Word {
                    text,
                    key,
                    spelt,
                    essential: capital || !spoken && !capitals,
                });
            }
            let pairs = match before {
                Some(_) => &mut typed.pairs,
                None => &mut typed.apart,
            };
            pairs.extend(last.filter(|&left| left < at).map(|left| (left, at)));
            (before, last) = (Some(at), Some(at));
        }
        typed.drop_hardly_begun(index)?;
        Ok(typed)
    }

    /// Waits for more of a last word of one or two letters that the handbook doesn't have, rather than
    /// call it unknown.
    fn drop_hardly_begun(&mut self, index: &Index) -> Result<(), IndexError> {
        let begun = self.words.len() > 1 && self.words.last().is_some_and(|w| w.key == self.last);
        if begun && letters_in(&self.last) < 3 && !index.has(&self.last)? {
            self.words.pop();
            self.pairs.retain(|(_, right)| *right < self.words.len());
            self.apart.retain(|(_, right)| *right < self.words.len());
        }
        Ok(())
    }
}
