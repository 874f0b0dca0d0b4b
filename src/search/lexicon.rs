//! The words of the whole handbook, merged and counted, as the compound splitter asks for them.

use super::analyse::ChapterTerms;
use super::compound::{Lexicon, Part, is_suffix, split};
use super::hash::WordMap;
use super::language::{Language, strip};
use super::spellings::Folded;
use rayon::prelude::*;

/// A known word or stem.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    count: u32,
    small: u32,
}

impl Known {
    fn add(&mut self, (count, small): (u32, u32)) {
        self.count = self.count.saturating_add(count);
        self.small = self.small.saturating_add(small);
    }

    /// German nouns have a capital; a word seen only where every word has one may be a noun.
    pub(super) fn is_noun(self) -> bool {
        self.small * 2 < self.count.max(1)
    }
}

/// The distinct words of the chapters with what is known of them, sorted, and by spelling the
/// number of its word. Spellings that no chapter has any more have none.
pub(super) fn merged<'s>(
    chapters: &[&ChapterTerms],
    spellings: &'s [(u32, Folded)],
    synonyms: &'s [Vec<Vec<String>>],
) -> (Vec<(&'s str, Known)>, Vec<u32>) {
    let most = spellings
        .iter()
        .map(|(number, _)| *number as usize + 1)
        .max()
        .unwrap_or(0);
    let mut known = vec![None; most];
    for seen in chapters.iter().flat_map(|chapter| &chapter.seen) {
        let known: &mut Option<Known> = &mut known[seen.spelling as usize];
        known
            .get_or_insert_default()
            .add((seen.count.into(), seen.small.into()));
    }
    let present = spellings.iter().filter_map(|(number, word)| {
        let known = known[*number as usize]?;
        Some((&*word.key, known, Some(*number)))
    });
    let members = synonyms.iter().flatten().flatten();
    let mut all: Vec<(&str, Known, Option<u32>)> = present
        .chain(members.map(|word| (&**word, Known::default(), None)))
        .collect();
    all.par_sort_unstable_by_key(|(word, ..)| *word);
    let mut words: Vec<(&str, Known)> = Vec::with_capacity(all.len());
    let mut number_of = vec![u32::MAX; most];
    for (word, known, spelling) in all {
        match words.last_mut().filter(|(last, _)| *last == word) {
            Some((_, sum)) => sum.add((known.count, known.small)),
            None => words.push((word, known)),
        }
        if let Some(spelling) = spelling {
            let number = words.len() - 1;
            number_of[spelling as usize] = u32::try_from(number).expect("fewer than 2^32 words");
        }
    }
    (words, number_of)
}

/// The vocabulary as the compound splitter asks for it. Ids are places in the sorted stems.
pub(super) struct KnownWords<'v> {
    words: &'v [(&'v str, Known)],
    pub number: &'v WordMap<&'v str, u32>,
    /// The distinct stems, sorted.
    pub keys: Vec<&'v str>,
    key_of_word: Vec<u32>,
    by_stem: WordMap<&'v str, u32>,
    /// By key: what is known of all its forms.
    known: Vec<Known>,
    language: &'v Language,
    /// How often a part must have been seen: once in a small handbook, else twice.
    often: u32,
}

impl<'v> KnownWords<'v> {
    pub(super) fn new(
        words: &'v [(&'v str, Known)],
        stems: &'v [String],
        number: &'v WordMap<&'v str, u32>,
        language: &'v Language,
    ) -> Self {
        let mut keys: Vec<&str> = stems.iter().map(String::as_str).collect();
        keys.par_sort_unstable();
        keys.dedup();
        let by_stem: WordMap<&str, u32> = keys.iter().copied().zip(0..).collect();
        let mut known = vec![Known::default(); keys.len()];
        let key_of_word: Vec<u32> = stems.iter().map(|stem| by_stem[stem.as_str()]).collect();
        for ((_, seen), &key) in words.iter().zip(&key_of_word) {
            known[key as usize].add((seen.count, seen.small));
        }
        let often = if words.len() > 3000 { 2 } else { 1 };
        Self {
            words,
            number,
            keys,
            key_of_word,
            by_stem,
            known,
            language,
            often,
        }
    }

    /// The key of a word or of a stem.
    fn key(&self, text: &str) -> Option<u32> {
        let of_word = self
            .number
            .get(text)
            .map(|&number| self.key_of_word[number as usize]);
        of_word.or_else(|| self.by_stem.get(text).copied())
    }

    /// The key of a word that the handbook may have in other forms only. The stemmer would know
    /// better, and take longer than everything else: most of these texts are no words.
    fn key_of_form(&self, text: &str) -> Option<u32> {
        let once = strip(text, self.language.inflections);
        let twice = strip(once, self.language.inflections);
        self.key(text).or_else(|| {
            [once, twice]
                .iter()
                .find_map(|s| self.by_stem.get(s).copied())
        })
    }

    /// The parts of a noun.
    pub(super) fn split(&self, word: &str, known: Known) -> Vec<Part<u32>> {
        let worth = word.len() >= 7 && known.is_noun() && word.is_ascii();
        if worth { split(word, self) } else { Vec::new() }
    }
}

impl Lexicon for KnownWords<'_> {
    type Id = u32;

    fn beginning(&self, text: &str) -> Option<(u32, u32)> {
        let key = self.key(text)?;
        let count = self.known[key as usize].count;
        (count >= self.often && !self.language.stops.contains(text)).then_some((key, count))
    }

    fn ending(&self, text: &str) -> Option<(u32, u32)> {
        if text.len() < 4 {
            let &number = self.number.get(text)?;
            let known = self.words[number as usize].1;
            let sure = known.is_noun() && known.count >= 3;
            return sure.then_some((self.key_of_word[number as usize], known.count));
        }
        let key = self.key_of_form(text)?;
        let known = self.known[key as usize];
        let is_noun = known.is_noun() && known.count >= self.often && !is_suffix(text);
        (is_noun && !self.language.stops.contains(text)).then_some((key, known.count))
    }
}
