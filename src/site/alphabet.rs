//! The chapters of an edition by the first letter of their titles.

use icu_collator::CollatorBorrowed;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{ChapterId, Edition, Site, order};

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

/// The letters of an edition, in the order of its language.
pub(super) fn letters(site: &Site, edition: &Edition) -> Vec<Letter> {
    let collator = order::collator(&edition.language);
    let mut titles: Vec<(char, Vec<u8>, ChapterId)> = edition
        .reading_order
        .par_iter()
        .map(|id| {
            let title = site.chapter(*id).title.as_str();
            (first_letter(title), sort_key(&collator, title), *id)
        })
        .collect();
    titles.sort_by(|a, b| (&a.1, a.2).cmp(&(&b.1, b.2)));
    let mut letters: Vec<Letter> = Vec::new();
    for (letter, _, id) in titles {
        match letters.iter_mut().find(|known| known.letter == letter) {
            Some(known) => known.chapters.push(id),
            None => letters.push(Letter {
                letter,
                chapters: vec![id],
            }),
        }
    }
    letters
}

/// The bytes by which a title sorts: making them once is cheaper than comparing at every step.
fn sort_key(collator: &CollatorBorrowed<'_>, title: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(title.len() * 2);
    let Ok(()) = collator.write_sort_key_to(title, &mut key);
    key
}

/// The letter under which a title stands: Ä under A, „Zitat“ under Z.
fn first_letter(title: &str) -> char {
    let first = title.chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
    if first.is_numeric() {
        return '0';
    }
    let base = std::iter::once(first)
        .nfd()
        .find(|c| !is_combining_mark(*c))
        .unwrap_or(first);
    base.to_uppercase().next().unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_under_their_plain_first_letter() {
        let letters = ["Ämter", "„Zitat“", "ß", "2018", "…", "Їжак"].map(first_letter);
        assert_eq!(letters, ['A', 'Z', 'S', '0', '#', 'І']);
    }
}
