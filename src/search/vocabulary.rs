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
use super::compound::{Lexicon, Part};
use super::hash::WordMap;
use super::language::{Language, uninflected};
use super::lexicon::{Known, KnownWords, merged};
use super::ranking::INDEXING;
use super::spellings::Spellings;
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
    /// By spelling: its word's number in the vocabulary.
    pub numbers: Vec<u32>,
    /// By chapter: the words that its elliptic spellings stand for.
    pub full_forms: Vec<Vec<(Cut, u32)>>,
    /// The synonyms' members, as terms.
    pub synonyms: Vec<Vec<Vec<u32>>>,
}

impl Vocabulary {
    pub(super) fn new(
        chapters: &[&ChapterTerms],
        synonyms: &[Vec<Vec<String>>],
        language: &Language,
        table: &Spellings,
    ) -> Self {
        let spellings = table.all();
        let (words, numbers) = merged(chapters, &spellings, synonyms);
        let number: WordMap<&str, u32> = words.iter().map(|(w, _)| *w).zip(0..).collect();
        let stems: Vec<String> = words.par_iter().map(|(w, _)| key(w, language)).collect();
        let lexicon = KnownWords::new(&words, &stems, &number, language);
        let splits: Vec<Vec<Part<u32>>> = if language.compounds {
            words
                .par_iter()
                .map(|(word, known)| lexicon.split(word, *known))
                .collect()
        } else {
            vec![Vec::new(); words.len()]
        };

        let mut full = FullForms::new(&words, &lexicon, &splits);
        let full_forms = chapters
            .iter()
            .map(|chapter| full.of(chapter, &numbers))
            .collect();
        let mut all_stems = stems.clone();
        all_stems.extend(full.new.iter().map(|word| key(word, language)));

        let mut keys = all_stems.clone();
        keys.par_sort_unstable();
        keys.dedup();
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
        for forms in &mut forms {
            forms.sort_unstable();
        }
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
    lexicon: &'v KnownWords<'v>,
    splits: &'v [Vec<Part<u32>>],
    new: Vec<String>,
    new_number: WordMap<String, u32>,
}

impl<'v> FullForms<'v> {
    fn new(
        words: &'v [(&'v str, Known)],
        lexicon: &'v KnownWords<'v>,
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
        let number = |word: u32| numbers[chapter.seen[word as usize].spelling as usize];
        let mut full = |cut: &Cut| {
            let written = self.full(number(cut.short), number(cut.full), cut.at_start)?;
            Some((*cut, written))
        };
        chapter.cuts.iter().filter_map(&mut full).collect()
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
    fn full(&mut self, short: u32, full: u32, at_start: bool) -> Option<u32> {
        let short = self.words[short as usize].0;
        let lender = self.words[full as usize].0;
        let written = match self.splits[full as usize].as_slice() {
            // With the linking element: what stands before the second part.
            [_, second, ..] if at_start => format!("{}{short}", &lender[..second.start]),
            [.., last] if !at_start => format!("{short}{}", &lender[last.start..]),
            _ => self.half_known(short, lender, at_start)?,
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
