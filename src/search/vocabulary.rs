//! The handbook's vocabulary: every distinct word, the term that it is a form of, and the parts
//! that it is made of.
//!
//! 1. The words of all chapters are merged and sorted, their counts added up (`lexicon`).
//! 2. Words with one stem are forms of one term; terms are numbered in the order of their keys.
//! 3. Nouns are split into parts that are words of this vocabulary.
//! 4. The full forms of elliptic spellings join the vocabulary.
//!
//! This is the only pass that looks at all chapters' words at once; it depends on the distinct
//! words, not on the length of the texts.

use std::borrow::Cow;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::compound::{LONGEST, Lexicon, Part};
use super::groups::Groups;
use super::language::{Language, uninflected};
use super::lexicon::{CompoundLexicon, Counts, Words};
use super::ranking::INDEXING;
use super::spellings::Spellings;
use super::terms::{ChapterTerms, Cut};

/// A term that a word is made of, with its weight.
pub(super) type TermPart = (u32, f64);

/// What the dictionary tells of the terms.
pub(super) struct Terms<'s> {
    /// Their keys (folded stems), sorted. A term's number is its place here.
    pub keys: Vec<Cow<'s, str>>,
    /// By term: its folded forms, sorted.
    pub forms: Groups<Cow<'s, str>>,
    /// Long nouns that could not be split, without inflection, to be found by their ends. Sorted.
    pub tails: Vec<&'s str>,
}

/// The terms that words, spellings and synonyms stand for.
pub(super) struct WordTerms {
    /// By word: its term.
    pub term: Vec<u32>,
    /// By word, but for full forms of elliptic spellings: what it is made of.
    pub parts: Groups<TermPart>,
    /// By reader, by spelling: its word's number in the vocabulary.
    pub numbers: Vec<Vec<u32>>,
    /// By chapter: the words that its elliptic spellings stand for.
    pub full_forms: Vec<Vec<(Cut, u32)>>,
    /// The synonyms' members, as terms.
    pub synonyms: Vec<Vec<Vec<u32>>>,
}

pub(super) struct Vocabulary<'s> {
    pub terms: Terms<'s>,
    pub words: WordTerms,
}

/// Words that a thread takes at a time.
const CHUNK: usize = 1024;

impl<'s> Vocabulary<'s> {
    pub(super) fn new(
        chapters: &[ChapterTerms],
        synonyms: &'s [Vec<Vec<String>>],
        language: &Language,
        readers: &[&'s Spellings],
    ) -> Self {
        let Words {
            sorted: words,
            numbers,
        } = Words::merge(chapters, readers, synonyms);
        let stem_of: Vec<Cow<str>> = words.par_iter().map(|(w, _)| key(w, language)).collect();
        let lexicon = CompoundLexicon::new(&words, &stem_of, language);
        let splits = if language.compounds {
            in_chunks(&words, |_, (word, counts)| lexicon.split(word, *counts))
        } else {
            in_chunks(&words, |_, _| Vec::new())
        };

        let mut full = FullForms::new(&words, &lexicon, &splits);
        let full_forms = chapters
            .iter()
            .map(|chapter| full.of(chapter, &numbers))
            .collect();
        let full = full.new;
        let stem_of_full = full
            .iter()
            .map(|word| Cow::Owned(key(word, language).into_owned()));
        let all_stems: Vec<Cow<str>> = stem_of.iter().cloned().chain(stem_of_full).collect();
        let mut keys = all_stems.clone();
        keys.par_sort_unstable();
        keys.dedup();
        let term_of = |stem: &str| -> u32 {
            let at = keys.binary_search_by(|key| (**key).cmp(stem));
            let at = at.expect("every stem is among the keys");
            u32::try_from(at).expect("fewer than 2^32 terms")
        };
        let term: Vec<u32> = all_stems.par_iter().map(|stem| term_of(stem)).collect();
        let stem_terms: Vec<u32> = lexicon.stems.iter().map(|stem| term_of(stem)).collect();
        let parts = in_chunks(&words, |word, _| {
            let mut parts = Vec::new();
            add_parts(
                word,
                1.0,
                &words,
                &lexicon,
                &splits,
                &stem_terms,
                &mut parts,
            );
            parts
        });
        let tails = if language.compounds {
            tails(&words, &splits, language)
        } else {
            Vec::new()
        };
        let member = |words: &Vec<String>| -> Vec<u32> {
            let number = |word: &String| lexicon.word(word).expect("members are words");
            words.iter().map(|w| term[number(w) as usize]).collect()
        };
        let synonyms = synonyms
            .iter()
            .map(|group| group.iter().map(member).collect())
            .collect();
        let words = words.iter().map(|(word, _)| Cow::Borrowed(*word));
        let forms = forms(words.chain(full.into_iter().map(Cow::Owned)), &term);
        Self {
            terms: Terms { keys, forms, tails },
            words: WordTerms {
                term,
                parts,
                numbers,
                full_forms,
                synonyms,
            },
        }
    }
}

/// What `make` gives for each word, made on all cores.
fn in_chunks<W: Sync, T: Send>(
    words: &[W],
    make: impl Fn(usize, &W) -> Vec<T> + Sync,
) -> Groups<T> {
    let chunks: Vec<Groups<T>> = words
        .par_chunks(CHUNK)
        .enumerate()
        .map(|(chunk, words)| {
            let mut groups = Groups::new();
            for (at, word) in (chunk * CHUNK..).zip(words) {
                groups.push(make(at, word));
            }
            groups
        })
        .collect();
    let mut all = Groups::new();
    for chunk in chunks {
        all.append(chunk);
    }
    all
}

/// By term its forms, sorted, of words with their terms.
fn forms<'s>(words: impl Iterator<Item = Cow<'s, str>>, term: &[u32]) -> Groups<Cow<'s, str>> {
    let mut forms: Vec<(u32, Cow<str>)> = term.iter().copied().zip(words).collect();
    forms.par_sort_unstable();
    let mut groups = Groups::new();
    let mut forms = forms.into_iter().peekable();
    while let Some((term, form)) = forms.next() {
        let others = std::iter::from_fn(|| forms.next_if(|(next, _)| *next == term));
        groups.push(std::iter::once(form).chain(others.map(|(_, form)| form)));
    }
    groups
}

/// A word's stem, if the word begins with most of it: a query looks for a word among the keys that
/// share its beginning.
pub(super) fn key<'w>(word: &'w str, language: &Language) -> Cow<'w, str> {
    let stem = language.stem(word);
    let same = word
        .bytes()
        .zip(stem.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let same = (0..=same)
        .rfind(|&at| word.is_char_boundary(at))
        .unwrap_or(0);
    let near = same >= 3 && word[same..].chars().count() <= 6;
    match stem {
        _ if !near => word.into(),
        stem if same == stem.len() => word[..same].into(),
        stem => stem,
    }
}

/// Adds a word's parts as terms with weights, and the parts of those parts.
fn add_parts(
    word: usize,
    weight: f64,
    words: &[(&str, Counts)],
    lexicon: &CompoundLexicon<'_>,
    splits: &Groups<Part<u32>>,
    stem_terms: &[u32],
    out: &mut Vec<TermPart>,
) {
    let parts = splits.get(word);
    for (at, part) in parts.iter().enumerate() {
        let role = if parts.len() == 1 {
            INDEXING.last_alone
        } else if at + 1 == parts.len() {
            INDEXING.head
        } else {
            INDEXING.modifier
        };
        let weight = weight * role;
        out.push((stem_terms[part.id as usize], weight));
        let text = &words[word].0[part.start as usize..part.end as usize];
        if let Some(whole) = lexicon.word(text) {
            let (whole, weight) = (whole as usize, weight * INDEXING.nested);
            add_parts(whole, weight, words, lexicon, splits, stem_terms, out);
        }
    }
}

/// Nouns of eight letters or more whose parts are unknown.
fn tails<'s>(
    words: &[(&'s str, Counts)],
    splits: &Groups<Part<u32>>,
    language: &Language,
) -> Vec<&'s str> {
    let mut tails: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(at, (word, counts))| {
            let long = word.len() >= 8 && word.is_ascii() && counts.is_noun();
            long && counts.written && splits.get(*at).len() < 2
        })
        .map(|(_, (word, _))| uninflected(word, &language.inflections))
        .collect();
    tails.sort_unstable();
    tails.dedup();
    tails
}

/// Writes elliptic spellings out.
struct FullForms<'v> {
    words: &'v [(&'v str, Counts)],
    lexicon: &'v CompoundLexicon<'v>,
    splits: &'v Groups<Part<u32>>,
    /// Full forms that no text has.
    new: Vec<String>,
    new_number: FxHashMap<String, u32>,
}

impl<'v> FullForms<'v> {
    fn new(
        words: &'v [(&'v str, Counts)],
        lexicon: &'v CompoundLexicon<'v>,
        splits: &'v Groups<Part<u32>>,
    ) -> Self {
        Self {
            words,
            lexicon,
            splits,
            new: Vec::new(),
            new_number: FxHashMap::default(),
        }
    }

    fn of(&mut self, chapter: &ChapterTerms, numbers: &[Vec<u32>]) -> Vec<(Cut, u32)> {
        if chapter.cuts.is_empty() {
            return Vec::new();
        }
        let words = chapter.words(numbers);
        let number = |word: u32| words[word as usize];
        let mut full = |cut: &Cut| {
            let written = self.full(number(cut.short), number(cut.full), cut.at_start)?;
            Some((*cut, written))
        };
        chapter.cuts.iter().filter_map(&mut full).collect()
    }

    /// With a lender of which only the lent part is known: the hyphen says that it is a compound.
    fn half_known(&self, short: &str, lender: &str, at_start: bool) -> Option<String> {
        if !lender.is_ascii() || lender.len() < 8 || lender.len() > LONGEST {
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
        let written = match self.splits.get(full as usize) {
            // With the linking element: what stands before the second part.
            [_, second, ..] if at_start => format!("{}{short}", &lender[..second.start as usize]),
            [.., last] if !at_start => format!("{short}{}", &lender[last.start as usize..]),
            _ => self.half_known(short, lender, at_start)?,
        };
        if let Some(known) = self.lexicon.word(&written) {
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
