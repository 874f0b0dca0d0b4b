//! The handbook's vocabulary: every distinct word, the term that it is a form of, and the parts
//! that it is made of.
//!
//! 1. The words of all chapters are merged and sorted, their counts added up.
//! 2. Words with one stem are forms of one term; terms are numbered in the order of their keys.
//! 3. Nouns are split into parts that are words of this vocabulary.
//! 4. The full forms of elliptic spellings join the vocabulary.
//!
//! This is the only pass that looks at all chapters' words at once; it depends on the distinct
//! words, not on the length of the texts.

use super::analyse::{ChapterTerms, Cut};
use super::compound::{Lexicon, Part, is_suffix, split};
use super::hash::WordMap;
use super::language::{Language, strip, uninflected};
use super::ranking::INDEXING;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Terms that a word is made of, with their weights.
pub(super) type Parts = Vec<(u32, f64)>;

pub(super) struct Vocabulary {
    /// The terms' keys (folded stems), sorted. A term's number is its place here.
    pub keys: Vec<String>,
    /// By term: its folded forms, sorted.
    pub forms: Vec<Vec<String>>,
    /// By word: its term.
    pub term: Vec<u32>,
    /// By word: what it is made of.
    pub parts: Vec<Parts>,
    /// Long nouns that could not be split, without inflection, to be found by their ends.
    pub tails: Vec<String>,
    /// By chapter: its words' numbers in the vocabulary.
    pub numbers: Vec<Vec<u32>>,
    /// By chapter: the words that its elliptic spellings stand for.
    pub full_forms: Vec<Vec<(Cut, u32)>>,
    /// The synonyms' members, as terms.
    pub synonyms: Vec<Vec<Vec<u32>>>,
}

/// A known word or stem.
#[derive(Clone, Copy, Default)]
struct Known {
    count: u32,
    small: u32,
}

impl Known {
    fn add(&mut self, (count, small): (u32, u32)) {
        self.count = self.count.saturating_add(count);
        self.small = self.small.saturating_add(small);
    }

    /// German nouns have a capital; a word seen only where every word has one may be a noun.
    fn is_noun(self) -> bool {
        self.small * 2 < self.count.max(1)
    }
}

impl Vocabulary {
    pub(super) fn new(
        chapters: &[&ChapterTerms],
        synonyms: &[Vec<Vec<String>>],
        language: &Language,
    ) -> Self {
        let words = merged(chapters, synonyms);
        let number: WordMap<&str, u32> = words.iter().map(|(w, _)| *w).zip(0..).collect();
        let stems: Vec<String> = words.par_iter().map(|(w, _)| key(w, language)).collect();
        let lexicon = Words::new(&words, &stems, &number, language);
        let splits: Vec<Vec<Part<u32>>> = if language.compounds {
            words
                .par_iter()
                .map(|(word, known)| lexicon.split(word, *known))
                .collect()
        } else {
            vec![Vec::new(); words.len()]
        };
        let numbers: Vec<Vec<u32>> = chapters
            .par_iter()
            .map(|c| c.words().map(|word| number[word]).collect())
            .collect();

        let mut full = FullForms::new(&words, &lexicon, &splits);
        let full_forms = chapters
            .iter()
            .zip(&numbers)
            .map(|(c, n)| full.of(c, n))
            .collect();
        let mut all_stems = stems.clone();
        all_stems.extend(full.new.iter().map(|word| key(word, language)));

        let keys: Vec<String> = all_stems
            .iter()
            .cloned()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let term_of = |stem: &String| -> u32 {
            let at = keys
                .binary_search(stem)
                .expect("every stem is among the keys");
            u32::try_from(at).expect("fewer than 2^32 terms")
        };
        let term: Vec<u32> = all_stems.par_iter().map(term_of).collect();
        let base: Vec<u32> = lexicon
            .keys
            .iter()
            .map(|key| term_of(&(*key).to_owned()))
            .collect();
        let mut forms = vec![Vec::new(); keys.len()];
        let all_words = words
            .iter()
            .map(|(w, _)| *w)
            .chain(full.new.iter().map(String::as_str));
        for (word, &term) in all_words.zip(&term) {
            forms[term as usize].push(word.to_owned());
        }
        forms.iter_mut().for_each(|forms| forms.sort_unstable());
        let mut parts: Vec<Parts> = (0..words.len())
            .into_par_iter()
            .map(|word| parts_of(word, 1.0, &words, &number, &splits, &base))
            .collect();
        parts.resize(term.len(), Vec::new());
        let tails = if language.compounds {
            tails(&words, &splits, language)
        } else {
            Vec::new()
        };
        let terms =
            |words: &Vec<String>| words.iter().map(|w| term[number[&**w] as usize]).collect();
        let synonyms = synonyms
            .iter()
            .map(|group| group.iter().map(terms).collect())
            .collect();
        Self {
            keys,
            forms,
            term,
            parts,
            tails,
            numbers,
            full_forms,
            synonyms,
        }
    }
}

/// All distinct words with what is known of them, sorted.
fn merged<'t>(
    chapters: &[&'t ChapterTerms],
    synonyms: &'t [Vec<Vec<String>>],
) -> Vec<(&'t str, Known)> {
    let count = |chapters: &[&'t ChapterTerms]| {
        let mut words: WordMap<&'t str, Known> = WordMap::default();
        for chapter in chapters {
            for (word, &seen) in chapter.words().zip(&chapter.seen) {
                words.entry(word).or_default().add(seen);
            }
        }
        words
    };
    let mut all = chapters
        .par_chunks(512)
        .map(count)
        .reduce(WordMap::default, |left, right| {
            let (mut most, rest) = if left.len() < right.len() {
                (right, left)
            } else {
                (left, right)
            };
            for (word, known) in rest {
                most.entry(word)
                    .or_default()
                    .add((known.count, known.small));
            }
            most
        });
    for word in synonyms.iter().flatten().flatten() {
        all.entry(word).or_default();
    }
    let mut words: Vec<_> = all.into_iter().collect();
    words.par_sort_unstable_by_key(|(word, _)| *word);
    words
}

/// A word's stem, if the word begins with most of it: a query looks for a word among the keys that
/// share its beginning.
fn key(word: &str, language: &Language) -> String {
    let stem = language.stem(word);
    let same = word
        .bytes()
        .zip(stem.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let near = same >= 3.max(word.len().saturating_sub(6));
    if near { stem } else { word.to_owned() }
}

/// The vocabulary as the compound splitter asks for it. Ids are places in the sorted stems.
struct Words<'v> {
    words: &'v [(&'v str, Known)],
    number: &'v WordMap<&'v str, u32>,
    keys: Vec<&'v str>,
    key_of_word: Vec<u32>,
    by_stem: WordMap<&'v str, (u32, Known)>,
    language: &'v Language,
    /// How often a part must have been seen: once in a small handbook, else twice.
    often: u32,
}

impl<'v> Words<'v> {
    fn new(
        words: &'v [(&'v str, Known)],
        stems: &'v [String],
        number: &'v WordMap<&'v str, u32>,
        language: &'v Language,
    ) -> Self {
        let keys: Vec<&str> = stems
            .iter()
            .map(String::as_str)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let mut by_stem: WordMap<&str, (u32, Known)> = keys
            .iter()
            .copied()
            .zip(0..)
            .map(|(k, n)| (k, (n, Known::default())))
            .collect();
        for ((_, known), stem) in words.iter().zip(stems) {
            let entry = by_stem
                .get_mut(stem.as_str())
                .expect("made from the same stems");
            entry.1.add((known.count, known.small));
        }
        let key_of_word = stems.iter().map(|stem| by_stem[stem.as_str()].0).collect();
        let often = if words.len() > 3000 { 2 } else { 1 };
        Self {
            words,
            number,
            keys,
            key_of_word,
            by_stem,
            language,
            often,
        }
    }

    /// A word that the handbook has in other forms only. The stemmer would know better, and take
    /// longer than everything else: most of these texts are no words.
    fn uninflected(&self, text: &str) -> Option<(u32, Known)> {
        let once = strip(text, self.language.inflections);
        let twice = strip(once, self.language.inflections);
        [text, once, twice]
            .iter()
            .find_map(|stem| self.by_stem.get(stem).copied())
    }

    /// The parts of a noun.
    fn split(&self, word: &str, known: Known) -> Vec<Part<u32>> {
        let worth = word.len() >= 7 && known.is_noun() && word.is_ascii();
        if worth { split(word, self) } else { Vec::new() }
    }
}

impl Lexicon for Words<'_> {
    type Id = u32;

    fn beginning(&self, text: &str) -> Option<(u32, u32)> {
        if self.language.stops.contains(text) {
            return None;
        }
        let of_word = || {
            let &number = self.number.get(text)?;
            let key = self.key_of_word[number as usize];
            Some((key, self.by_stem[self.keys[key as usize]].1))
        };
        let (id, known) = of_word().or_else(|| self.by_stem.get(text).copied())?;
        (known.count >= self.often).then_some((id, known.count))
    }

    fn ending(&self, text: &str) -> Option<(u32, u32)> {
        let word = self.number.get(text);
        if text.len() < 4 {
            let known = self.words[*word? as usize].1;
            let key = self.key_of_word[*word? as usize];
            return (known.is_noun() && known.count >= 3).then_some((key, known.count));
        }
        if is_suffix(text) || self.language.stops.contains(text) {
            return None;
        }
        let (id, known) = match word {
            Some(&number) => {
                let key = self.key_of_word[number as usize];
                (key, self.by_stem[self.keys[key as usize]].1)
            }
            None => self.uninflected(text)?,
        };
        (known.is_noun() && known.count >= self.often).then_some((id, known.count))
    }
}

/// A word's parts as terms with weights, and the parts of those parts.
fn parts_of(
    word: usize,
    weight: f64,
    words: &[(&str, Known)],
    number: &WordMap<&str, u32>,
    splits: &[Vec<Part<u32>>],
    base: &[u32],
) -> Parts {
    let mut out = Vec::new();
    let Some((last, _)) = splits[word].split_last() else {
        return out;
    };
    for part in &splits[word] {
        let role = if part.start == last.start {
            INDEXING.head
        } else {
            INDEXING.modifier
        };
        out.push((base[part.id as usize], weight * role));
        if let Some(&whole) = number.get(&words[word].0[part.start..part.end]) {
            let weight = weight * role * INDEXING.nested;
            out.extend(parts_of(
                whole as usize,
                weight,
                words,
                number,
                splits,
                base,
            ));
        }
    }
    out
}

/// Nouns of eight letters or more whose parts are unknown.
fn tails(words: &[(&str, Known)], splits: &[Vec<Part<u32>>], language: &Language) -> Vec<String> {
    let unsplit = |at: &usize| {
        let (word, known) = words[*at];
        splits[*at].is_empty() && word.len() >= 8 && word.is_ascii() && known.is_noun()
    };
    let bases = (0..words.len())
        .filter(unsplit)
        .map(|at| uninflected(words[at].0, language.inflections));
    bases
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

/// Writes elliptic spellings out.
struct FullForms<'v> {
    words: &'v [(&'v str, Known)],
    lexicon: &'v Words<'v>,
    splits: &'v [Vec<Part<u32>>],
    new: Vec<String>,
    new_number: WordMap<String, u32>,
}

impl<'v> FullForms<'v> {
    fn new(
        words: &'v [(&'v str, Known)],
        lexicon: &'v Words<'v>,
        splits: &'v [Vec<Part<u32>>],
    ) -> Self {
        Self {
            words,
            lexicon,
            splits,
            new: Vec::new(),
            new_number: WordMap::default(),
        }
    }

    fn of(&mut self, chapter: &ChapterTerms, numbers: &[u32]) -> Vec<(Cut, u32)> {
        chapter
            .cuts
            .iter()
            .filter_map(|cut| Some((*cut, self.full(cut, numbers)?)))
            .collect()
    }

    /// With a lender of which only the lent part is known: the hyphen says that it is a compound.
    fn half_known(&self, short: &str, lender: &str, at_start: bool) -> Option<String> {
        if !lender.is_ascii() || lender.len() < 8 {
            return None;
        }
        let mut cuts = 4..=lender.len() - 4;
        if at_start {
            let cut = cuts
                .rev()
                .find(|&cut| self.lexicon.beginning(&lender[..cut]).is_some())?;
            Some(format!("{}{short}", &lender[..cut]))
        } else {
            let cut = cuts.find(|&cut| self.lexicon.ending(&lender[cut..]).is_some())?;
            Some(format!("{short}{}", &lender[cut..]))
        }
    }

    /// The number of «Sprachkurse» for «Sprach-» and «Integrationskurse».
    fn full(&mut self, cut: &Cut, numbers: &[u32]) -> Option<u32> {
        let short = self.words[numbers[cut.cut as usize] as usize].0;
        let full = numbers[cut.full as usize] as usize;
        let lender = self.words[full].0;
        let written = match self.splits[full].as_slice() {
            // With the linking element: what stands before the second part.
            [_, second, ..] if cut.at_start => format!("{}{short}", &lender[..second.start]),
            [.., last] if !cut.at_start => format!("{short}{}", &lender[last.start..]),
            _ => self.half_known(short, lender, cut.at_start)?,
        };
        if let Some(&known) = self.lexicon.number.get(written.as_str()) {
            return Some(known);
        }
        let next = u32::try_from(self.words.len() + self.new.len()).expect("fewer than 2^32 words");
        let new = &mut self.new;
        Some(
            *self
                .new_number
                .entry(written)
                .or_insert_with_key(|written| {
                    new.push(written.clone());
                    next
                }),
        )
    }
}
