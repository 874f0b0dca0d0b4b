//! The spellings of a handbook, each folded once.
//!
//! A handbook has millions of words and some hundred thousand spellings. All chapters share this
//! table, from all threads, and it may be kept between builds: it only grows. Which number a
//! spelling gets depends on who came first, so numbers reach no output; see `lexicon`.

use super::hash::{WordHasher, WordMap};
use super::language::Language;
use super::words::Word;
use std::hash::{Hash, Hasher};
use std::sync::{PoisonError, RwLock};

/// Tables, so that threads rarely wait for each other.
const TABLES: usize = 64;
/// Before a folded word that is interned as it is. No text has it in a word.
const FOLDED: char = '\0';

/// A folded word.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    pub key: Box<str>,
    /// It carries no weight.
    pub stop: bool,
}

#[derive(Default)]
struct Table {
    places: WordMap<Box<str>, u32>,
    folded: Vec<Folded>,
}

pub(super) struct Spellings {
    tables: Vec<RwLock<Table>>,
}

impl Spellings {
    pub(super) fn new() -> Self {
        Self {
            tables: (0..TABLES).map(|_| RwLock::default()).collect(),
        }
    }

    /// The number of a word as it is spelt, and whether it is a stop word.
    pub(super) fn word(&self, word: &Word, language: &Language) -> (u32, bool) {
        self.number(&word.text, language, || word.key(language))
    }

    /// The number of a folded word, and whether it is a stop word.
    pub(super) fn folded(&self, key: &str, language: &Language) -> (u32, bool) {
        self.number(&format!("{FOLDED}{key}"), language, || key.to_owned())
    }

    fn number(
        &self,
        spelling: &str,
        language: &Language,
        key: impl FnOnce() -> String,
    ) -> (u32, bool) {
        let mut hasher = WordHasher::default();
        spelling.hash(&mut hasher);
        // The maps look at the lower bits.
        let at = usize::try_from(hasher.finish() >> 40).unwrap_or_default() % TABLES;
        let answer = |table: &Table, place: u32| {
            let number = place * u32::try_from(TABLES).unwrap_or_default()
                + u32::try_from(at).unwrap_or_default();
            (number, table.folded[place as usize].stop)
        };
        // A table is whole even if a thread died while it held it.
        let table = self.tables[at]
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(&place) = table.places.get(spelling) {
            return answer(&table, place);
        }
        drop(table);
        let mut table = self.tables[at]
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let next = u32::try_from(table.folded.len()).expect("fewer than 2^26 spellings");
        let place = *table.places.entry(spelling.into()).or_insert(next);
        if place == next {
            let key = key();
            let single = key.len() < 2 && !key.bytes().all(|b| b.is_ascii_digit());
            let stop = single || language.stops.contains(&key);
            table.folded.push(Folded {
                key: key.into(),
                stop,
            });
        }
        answer(&table, place)
    }

    /// All spellings: their numbers with the folded words.
    pub(super) fn all(&self) -> Vec<(u32, Folded)> {
        let mut out = Vec::new();
        for (at, table) in (0..).zip(&self.tables) {
            let table = table.read().unwrap_or_else(PoisonError::into_inner);
            let step = u32::try_from(TABLES).unwrap_or_default();
            let numbers = (0..).map(|place: u32| place * step + at);
            out.extend(numbers.zip(table.folded.iter().cloned()));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::words::words;

    #[test]
    fn a_spelling_keeps_its_number_and_is_folded() {
        let german = Language::of("de");
        let spellings = Spellings::new();
        let numbers: Vec<_> = words("Straße STRASSE Straße die", &german)
            .iter()
            .map(|word| spellings.word(word, &german))
            .collect();
        assert_eq!(numbers[0], numbers[2]);
        assert_ne!(numbers[0], numbers[1]);
        assert!(numbers[3].1 && !numbers[0].1);
        let all = spellings.all();
        let key = |number| &*all.iter().find(|(n, _)| *n == number).unwrap().1.key;
        assert_eq!(
            (key(numbers[0].0), key(numbers[1].0)),
            ("strasse", "strasse")
        );
    }

    #[test]
    fn a_folded_word_is_taken_as_it_is() {
        let german = Language::of("de");
        let spellings = Spellings::new();
        let (number, _) = spellings.folded("neuenergie", &german);
        assert_eq!(spellings.folded("neuenergie", &german).0, number);
        assert_eq!(&*spellings.all()[0].1.key, "neuenergie");
    }
}
