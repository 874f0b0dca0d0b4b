//! The spellings that a reader has met, each folded once.
//!
//! A handbook has millions of words and some hundred thousand spellings. Every reader has a table of
//! its own, so that threads never wait for each other. Which number a spelling gets depends on who
//! came first, so numbers reach no output: `lexicon` merges the tables.

use super::ellipsis::is_link;
use super::interner::Interner;
use super::language::Language;
use super::words::Word;

/// Before a folded word that is interned as it is. No text has it in a word.
const FOLDED: char = '\0';

/// What a spelling begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Initial {
    Small,
    Capital,
    /// A capital, in a word of three letters or more.
    CapitalOfName,
}

/// What is known of a spelling without looking at it again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    /// The number of its folded word.
    pub folded: u32,
    /// It carries no weight.
    pub stop: bool,
    pub initial: Initial,
    /// A capital follows a small letter.
    pub inner_capital: bool,
    /// It links the members of an enumeration.
    pub is_link: bool,
}

#[derive(Default)]
pub(super) struct Spellings {
    written: Interner,
    folded: Interner,
    /// By number.
    known: Vec<Spelling>,
}

impl Spellings {
    /// The number of a word as it is spelt.
    pub(super) fn number(&mut self, text: &str, language: &Language) -> u32 {
        let (number, new) = self.written.intern(text);
        if new {
            self.add(text, &Word::key_of(text, language), language);
        }
        number
    }

    /// The number of several words written together.
    pub(super) fn number_joined(
        &mut self,
        words: impl Iterator<Item = u32>,
        language: &Language,
    ) -> u32 {
        let mut text = String::from(FOLDED);
        for word in words {
            text.push_str(self.folded.get(self.known[word as usize].folded));
        }
        let (number, new) = self.written.intern(&text);
        if new {
            self.add("", &text[FOLDED.len_utf8()..], language);
        }
        number
    }

    fn add(&mut self, text: &str, key: &str, language: &Language) {
        let initial = match text.starts_with(char::is_uppercase) {
            true if text.chars().nth(2).is_some() => Initial::CapitalOfName,
            true => Initial::Capital,
            false => Initial::Small,
        };
        self.known.push(Spelling {
            folded: self.folded.intern(key).0,
            stop: language.is_stop(key),
            initial,
            is_link: is_link(text),
            inner_capital: has_inner_capital(text),
        });
    }

    pub(super) fn get(&self, number: u32) -> Spelling {
        self.known[number as usize]
    }

    /// All spellings, by number.
    pub(super) fn all(&self) -> impl Iterator<Item = Spelling> {
        self.known.iter().copied()
    }

    /// The spelling, without gender signs; of joined words, no spelling.
    pub(super) fn text(&self, number: u32) -> &str {
        self.written.get(number)
    }

    /// The distinct folded words, by number.
    pub(super) fn folded(&self) -> &Interner {
        &self.folded
    }
}

fn has_inner_capital(word: &str) -> bool {
    let mut letters = word.chars();
    let mut before = letters.next().unwrap_or(' ');
    letters.any(|c| std::mem::replace(&mut before, c).is_lowercase() && c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_keeps_its_number_and_is_folded() {
        let german = Language::of("de");
        let mut spellings = Spellings::default();
        let numbers =
            ["Straße", "STRASSE", "Straße", "die"].map(|word| spellings.number(word, &german));
        assert_eq!(numbers[0], numbers[2]);
        assert_ne!(numbers[0], numbers[1]);
        let [street, capitals, _, article] = numbers.map(|number| spellings.get(number));
        assert!(article.stop && !street.stop);
        assert_eq!(street.initial, Initial::CapitalOfName);
        assert_eq!(article.initial, Initial::Small);
        assert_eq!(street.folded, capitals.folded);
        assert_eq!(spellings.folded().get(street.folded), "strasse");
    }

    #[test]
    fn joined_words_are_no_spelling_of_their_own() {
        let german = Language::of("de");
        let mut spellings = Spellings::default();
        let words = ["Neue", "Energie"].map(|word| spellings.number(word, &german));
        let joined = spellings.number_joined(words.into_iter(), &german);
        assert_ne!(joined, spellings.number("neueenergie", &german));
        let folded = spellings.get(joined).folded;
        assert_eq!(spellings.folded().get(folded), "neueenergie");
    }

    #[test]
    fn capitals_inside_a_word_are_seen() {
        assert!(has_inner_capital("LernWerkstatt"));
        assert!(!has_inner_capital("STRASSE") && !has_inner_capital("Straße"));
    }
}
