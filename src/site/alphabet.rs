//! The chapters of an edition by the first letter of their titles.

use std::collections::BTreeMap;

use icu_collator::CollatorBorrowed;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{ChapterId, Edition, Site, order};
use crate::config::EditionId;

/// Chapters whose titles begin with one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The letter, a capital; `0` for all digits, `#` for signs.
    pub letter: char,
    /// The chapters, by title.
    pub chapters: Vec<ChapterId>,
}

impl Letter {
    /// What it is called.
    pub fn name(&self) -> String {
        if self.letter == '0' {
            "0–9".into()
        } else {
            self.letter.to_string()
        }
    }

    /// Its part of an address.
    pub fn slug(&self) -> String {
        match self.letter {
            '#' => "-".into(),
            letter => letter.to_lowercase().collect(),
        }
    }
}

/// Gives the name of the letter under which a text stands in `language`.
pub fn letter_names(language: &str) -> impl Fn(&str) -> String + use<> {
    let plain = order::plain_collator(language);
    move |text| {
        let letter = Letter {
            letter: first_letter(text, &plain),
            chapters: Vec::new(),
        };
        letter.name()
    }
}

/// Number of a letter in [`Edition::letters`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterId {
    /// The edition.
    pub edition: EditionId,
    number: usize,
}

impl Site {
    /// The letter with this number.
    pub fn letter(&self, id: LetterId) -> &Letter {
        &self.edition(id.edition).letters[id.number]
    }

    /// The letters of an edition, in the order of its language.
    pub fn letters(&self, edition: EditionId) -> impl Iterator<Item = LetterId> + use<> {
        let all = 0..self.edition(edition).letters.len();
        all.map(move |number| LetterId { edition, number })
    }
}

/// A title, in the order of its language.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Title {
    sort_key: Vec<u8>,
    chapter: ChapterId,
    letter: char,
}

/// The letters of an edition, in the order of its language.
pub(super) fn letters(site: &Site, edition: &Edition) -> Vec<Letter> {
    let collator = order::collator(&edition.language);
    let plain = order::plain_collator(&edition.language);
    let mut titles: Vec<Title> = edition
        .reading_order
        .par_iter()
        .map(|id| {
            let title = site.chapter(*id).title.as_str();
            Title {
                sort_key: sort_key(&collator, title),
                chapter: *id,
                letter: first_letter(title, &plain),
            }
        })
        .collect();
    titles.sort();
    let mut by_letter: BTreeMap<char, Vec<ChapterId>> = BTreeMap::new();
    for title in titles {
        by_letter
            .entry(title.letter)
            .or_default()
            .push(title.chapter);
    }
    let letters = by_letter.into_iter();
    let mut letters: Vec<Letter> = letters
        .map(|(letter, chapters)| Letter { letter, chapters })
        .collect();
    letters
        .sort_by_cached_key(|known| (sort_key(&collator, &known.letter.to_string()), known.letter));
    letters
}

/// Puts a chapter with a new title where it belongs now.
pub(super) fn replace(letters: &mut Vec<Letter>, site: &Site, id: ChapterId, language: &str) {
    let collator = order::collator(language);
    for letter in letters.iter_mut() {
        letter.chapters.retain(|other| *other != id);
    }
    let title = site.chapter(id).title.as_str();
    let letter = first_letter(title, &order::plain_collator(language));
    let chapters = under(letters, letter, &collator);
    let is_before = |other: &ChapterId| {
        let order = collator.compare(&site.chapter(*other).title, title);
        order.then_with(|| other.cmp(&id)).is_lt()
    };
    chapters.insert(chapters.partition_point(is_before), id);
    letters.retain(|letter| !letter.chapters.is_empty());
}

/// The chapters under a letter, which gets its place if it has none yet.
fn under<'l>(
    letters: &'l mut Vec<Letter>,
    letter: char,
    collator: &CollatorBorrowed<'_>,
) -> &'l mut Vec<ChapterId> {
    let place = letters.iter().position(|known| known.letter == letter);
    let place = place.unwrap_or_else(|| {
        let text = |letter: char| letter.to_string();
        let is_before = |known: &Letter| {
            let order = collator.compare(&text(known.letter), &text(letter));
            order.then_with(|| known.letter.cmp(&letter)).is_lt()
        };
        let place = letters.partition_point(is_before);
        let chapters = Vec::new();
        letters.insert(place, Letter { letter, chapters });
        place
    });
    &mut letters[place].chapters
}

/// The bytes by which a title sorts: making them once is cheaper than comparing at every step.
fn sort_key(collator: &CollatorBorrowed<'_>, title: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(title.len() * 2);
    let Ok(()) = collator.write_sort_key_to(title, &mut key);
    key
}

/// The letter under which a title stands: „Zitat“ under Z, Ä under A where the language takes them
/// for the same letter, as `plain` compares them.
fn first_letter(title: &str, plain: &CollatorBorrowed<'_>) -> char {
    let first = title.chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
    if first.is_numeric() {
        return '0';
    }
    let base = std::iter::once(first)
        .nfd()
        .find(|c| !is_combining_mark(*c));
    let text = |letter: char| letter.to_string();
    let same = |base: &char| first.is_ascii() || plain.compare(&text(first), &text(*base)).is_eq();
    let letter = base.filter(same).unwrap_or(first);
    letter.to_uppercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_under_the_letters_of_their_language() {
        let letter = |language, title| first_letter(title, &order::plain_collator(language));
        let titles = ["Ämter", "„Zitat“", "ß", "2018", "…", "Étude"];
        assert_eq!(
            titles.map(|title| letter("de", title)),
            ['A', 'Z', 'S', '0', '#', 'E']
        );
        assert_eq!(letter("sv", "Ämter"), 'Ä');
        assert_eq!(["Їжак", "Йти"].map(|title| letter("uk", title)), ['Ї', 'Й']);
    }
}
