//! A word of a query becomes lists of postings with weights.
//!
//! 1. The word itself, or if the handbook has it only in other forms, those.
//! 2. Words of its family, other forms of the verb that it may be, and those that begin with it, if it may be typed only half.
//! 3. If it is a compound of known words: passages that have all of them.
//! 4. If no text has the word: long words that end with it; if no page was found by now, words that it may
//!    be a misspelling of, and beside a compound's parts those with a single error; and at last a compound
//!    with parts that are no words.
//!
//! A step is left out when a page has been found, not when there is something to look for; what synonyms
//! lead to is found beside all steps, so that none takes a page away.

use super::super::IndexError;
use super::super::language::uninflected;
use super::super::ranking::Ranking;
use super::super::verbs::{is_same_verb, other_forms};
use super::super::words::{Word as Written, is_single};
use super::index::{Entry, Index, List};
use super::lookup::{ENDING, Parts, letters_in};
use super::score::together;
use super::typed::Word;
use std::cmp::Reverse;
use std::rc::Rc;

/// Units with a word itself from which on its family and what begins with it are left out: there are
/// better answers than the reader can look at.
const FREQUENT: usize = 500;
/// Letters of the shortest compound.
const COMPOUND: usize = 7;
/// Words with the same beginning that are taken.
const EXPANSIONS: usize = 24;

/// What the texts' words weigh where a phrase means something else.
const ASIDE: f64 = 0.25;

/// How much less other words weigh where the handbook has something of the word itself.
const BEHIND: f64 = 6.0;

/// What a word of a query is looked up as.
#[derive(Default)]
pub(crate) struct Expansion {
    /// Lists, with the weight of what stands in them.
    pub lists: Vec<(List, f64)>,
    /// Entries that must all be near each other, with the weight of that.
    pub parts: Vec<Vec<Rc<Entry>>>,
    /// See `parts`.
    pub parts_weight: f64,
    /// Chapters with a field that says so.
    pub chapters: Vec<usize>,
    /// Forms that are marked where they stand.
    pub forms: Vec<String>,
    /// Stems: words with one of them as a part are marked.
    pub stems: Vec<String>,
    /// The form that was probably meant.
    pub correction: Option<String>,
    /// Only longer words have it, at their ends.
    pub by_end: bool,
    /// Other words that are looked for too.
    pub others: Vec<String>,
    /// A known word with which an unknown compound begins.
    pub beginning: Option<String>,
}

impl Expansion {
    /// It means these chapters, before those whose texts have the word.
    pub(super) fn mean(&mut self, chapters: &[usize]) {
        for (_, weight) in &mut self.lists {
            *weight *= ASIDE;
        }
        self.parts_weight *= ASIDE;
        self.correction = None;
        self.chapters.extend(chapters);
    }

    fn add(&mut self, entry: &Entry, weight: f64, kin: f64) {
        self.lists.push((entry.own.clone(), weight));
        if kin > 0.0 {
            self.lists.push((entry.kin.clone(), weight * kin));
        }
        self.forms.extend(entry.forms.iter().cloned());
    }

    pub(super) fn add_with_kin(&mut self, entry: &Entry, weight: f64, kin: f64) {
        self.add(entry, weight, kin);
        self.stems.push(entry.key.clone());
    }
}

/// Expands a word; `open` if it may be the beginning of a word.
pub(crate) fn expand(index: &Index, word: &Word, open: bool) -> Result<Expansion, IndexError> {
    let mut steps = Steps {
        index,
        word: &word.key,
        spelt: &word.spelt,
        letters: letters_in(&word.key),
        near: index.before(&word.key)?,
        used: Vec::new(),
        known: false,
        out: Expansion::default(),
    };
    steps.itself();
    if steps.used.iter().any(|entry| entry.own.len() > FREQUENT) {
        return Ok(steps.out);
    }
    steps.near.extend(index.after(&word.key)?);
    steps.inflected();
    steps.known = steps.is_written();
    steps.family();
    steps.verb()?;
    steps.begun(open);
    steps.compound()?;
    steps.last_resort()?;
    steps.others()?;
    Ok(steps.out)
}

/// The steps by which a word is expanded, in their order.
struct Steps<'q, 'r> {
    index: &'q Index<'r>,
    word: &'q str,
    /// The word with ae, oe and ue as they were typed.
    spelt: &'q str,
    letters: usize,
    /// Entries that share its beginning.
    near: Vec<Rc<Entry>>,
    /// Those among them that have been taken.
    used: Vec<Rc<Entry>>,
    /// A text has the word, in one form or another.
    known: bool,
    out: Expansion,
}

impl Steps<'_, '_> {
    fn rank(&self) -> &Ranking {
        &self.index.meta.ranking
    }

    /// Whether a text has a word that has been taken, rather than a synonym of it.
    fn is_written(&self) -> bool {
        self.used.iter().any(|entry| entry.own.len() > 0)
    }

    /// Entries like this that have not been taken.
    fn unused(&self, like: impl Fn(&Entry) -> bool) -> Vec<Rc<Entry>> {
        let is_used = |entry: &Entry| self.used.iter().any(|used| used.key == entry.key);
        let fits = |entry: &&Rc<Entry>| like(entry) && !is_used(entry);
        self.near.iter().filter(fits).cloned().collect()
    }

    /// Entries with a form like this that have not been taken.
    fn unused_form(&self, like: impl Fn(&str) -> bool) -> Vec<Rc<Entry>> {
        self.unused(|entry| entry.forms.iter().any(|form| like(form)))
    }

    fn itself(&mut self) {
        for entry in self.unused_form(|form| form == self.word) {
            self.out
                .add_with_kin(&entry, 1.0, self.index.meta.ranking.kin);
            self.used.push(entry);
        }
    }

    fn inflected(&mut self) {
        let endings = &self.index.meta.inflections;
        let base = uninflected(self.word, endings);
        self.itself();
        if self.is_written() || self.letters < 4 {
            return;
        }
        if endings.is_empty() {
            return self.longest_stem();
        }
        for entry in self.unused_form(|form| uninflected(form, endings) == base) {
            let rank = &self.index.meta.ranking;
            self.out.add_with_kin(&entry, rank.inflected, rank.kin);
            self.used.push(entry);
        }
    }

    /// In a language of which no endings are known: the longest stem with which the word begins.
    fn longest_stem(&mut self) {
        let stems = self.unused(|entry| {
            let stem = letters_in(&entry.key);
            (4..self.letters).contains(&stem)
                && self.letters - stem <= ENDING
                && self.word.starts_with(entry.key.as_str())
        });
        let longest = stems.iter().max_by_key(|entry| letters_in(&entry.key));
        if let Some(entry) = longest {
            let rank = &self.index.meta.ranking;
            self.out.add_with_kin(entry, rank.family, rank.kin);
            self.used.push(Rc::clone(entry));
        }
    }

    fn family(&mut self) {
        let endings = &self.index.meta.derivations;
        let bases = self.index.family_bases(self.word);
        for entry in self.unused(|entry| entry.is_of_family(&bases, endings)) {
            if !self.known || entry.long_lists() == 0 {
                let (weight, kin) = (self.rank().family, self.rank().kin);
                self.out
                    .add(&entry, if self.known { weight / 2.0 } else { weight }, kin);
                self.used.push(entry);
            }
        }
    }

    /// Other forms of the verb that the word may be.
    fn verb(&mut self) -> Result<(), IndexError> {
        let meta = &self.index.meta;
        let weight = if self.known {
            meta.ranking.family / 2.0
        } else {
            meta.ranking.inflected
        };
        let mut found = false;
        for other in other_forms(self.word, &meta.particles) {
            for entry in self.index.before(&other)? {
                let is_form = |form: &String| is_same_verb(form, &other, &meta.inflections);
                let is_used = self.used.iter().any(|used| used.key == entry.key);
                let is_left_out = self.known && entry.long_lists() > 0;
                if !is_used && !is_left_out && entry.forms.iter().any(is_form) {
                    found |= entry.own.len() > 0;
                    self.out.add_with_kin(&entry, weight, meta.ranking.kin);
                    self.used.push(entry);
                }
            }
        }
        self.known |= found;
        Ok(())
    }

    /// Words that the typed one is the beginning of: as far as it was typed, and in a language with
    /// compounds as their first part.
    fn begun(&mut self, open: bool) {
        let (prefix, kin) = (self.rank().prefix, self.rank().kin);
        let single = self.letters == 1 && self.word.starts_with(is_single);
        if single || self.letters >= 3 && (open || !self.known && self.letters >= 5) {
            let weight = if self.known { prefix / 2.0 } else { prefix };
            let kin = if self.letters >= 5 { kin } else { 0.0 };
            for (entry, length) in self.begun_with(self.word) {
                self.out.add(
                    &entry,
                    weight * (0.6 + 0.4 * ratio(self.letters, length)),
                    kin,
                );
                self.used.push(entry);
            }
        }
        if self.letters >= 5 && !self.index.meta.links.is_empty() {
            let base = uninflected(self.word, &self.index.meta.inflections);
            let base = if letters_in(base) >= 5 {
                base
            } else {
                self.word
            };
            for (entry, length) in self.begun_with(base) {
                if length >= letters_in(base) + 4 {
                    self.out.add(&entry, prefix / 2.0, kin);
                    self.used.push(entry);
                }
            }
        }
    }

    /// The most frequent entries with forms that begin like this, and the length of the shortest
    /// such form. Few of their lists have to be loaded.
    fn begun_with(&self, beginning: &str) -> Vec<(Rc<Entry>, usize)> {
        let shortest = |entry: &Entry| {
            let begun = entry
                .forms
                .iter()
                .filter(|form| form.starts_with(beginning));
            begun.map(|form| letters_in(form)).min()
        };
        let mut out: Vec<(Rc<Entry>, usize)> = self
            .unused_form(|form| form.starts_with(beginning))
            .into_iter()
            .filter_map(|entry| shortest(&entry).map(|length| (entry, length)))
            .collect();
        out.sort_by_key(|(entry, _)| Reverse(entry.frequency()));
        let limit = if self.known {
            0
        } else {
            self.rank().long_lists
        };
        let mut long = 0;
        out.retain(|(entry, _)| {
            long += entry.long_lists();
            entry.long_lists() == 0 || long <= limit
        });
        out.truncate(EXPANSIONS);
        out
    }

    fn compound(&mut self) -> Result<(), IndexError> {
        if self.letters >= COMPOUND && !self.index.meta.links.is_empty() {
            let parts = self.index.split(self.word)?;
            self.take_parts(parts.into_iter().map(|part| vec![part]).collect());
        }
        Ok(())
    }

    fn take_parts(&mut self, parts: Parts) {
        let weight = self.rank().parts;
        self.out.parts_weight = if self.known { weight / 2.0 } else { weight };
        for part in parts.iter().flatten() {
            self.out.forms.extend(part.forms.iter().cloned());
            self.out.stems.push(part.key.clone());
        }
        self.out.parts = parts;
    }

    /// What a thesaurus has for a word that no text has. Such a word is not misspelt.
    fn others(&mut self) -> Result<(), IndexError> {
        if self.known || self.letters < 3 {
            return Ok(());
        }
        let rank = &self.index.meta.ranking;
        // Behind what the handbook has of the word itself, even where a title names the other one.
        let found = self.out.lists.iter().any(|(list, _)| list.len() > 0);
        let weight = if found {
            rank.other / BEHIND
        } else {
            rank.other
        };
        for other in self.index.others(self.word)? {
            let key = Written::key_of(&other, &self.index.language);
            if let Some(entry) = self.index.of_family(&key)? {
                self.out.add_with_kin(&entry, weight, rank.kin);
                self.out.others.push(other);
            }
        }
        if !self.out.others.is_empty() {
            self.out.correction = None;
        }
        Ok(())
    }

    /// For a word that no text has in any form.
    fn last_resort(&mut self) -> Result<(), IndexError> {
        let letters = self.letters.max(letters_in(self.spelt));
        // A number is another number, not a misspelt one.
        if self.known || letters < 5 || self.word.bytes().any(|b| b.is_ascii_digit()) {
            return Ok(());
        }
        let rank = &self.index.meta.ranking;
        let compounds = !self.index.meta.links.is_empty();
        let ends = if compounds && self.letters >= 5 {
            self.index.ending_in(self.word)?
        } else {
            Vec::new()
        };
        let alone = self.out.lists.iter().all(|(list, _)| list.len() == 0);
        for entry in &ends {
            self.out.add_with_kin(entry, rank.tail, rank.kin);
        }
        if ends.iter().any(|entry| entry.own.len() > 0) {
            let base = uninflected(self.word, &self.index.meta.inflections);
            self.out.stems.push(base.to_owned());
            self.out.by_end = alone;
            return Ok(());
        }
        if self.is_written() {
            return Ok(());
        }
        let parts = together(self.index, &self.out.parts)?;
        let whole = parts.iter().any(|evidence| *evidence > 0.0);
        let most = if whole { 1 } else { 2 };
        let misspelt = self.index.misspelt(self.word, self.spelt, most)?;
        for found in &misspelt {
            let weight = rank.typo[found.edits - 1];
            self.out.add_with_kin(&found.entry, weight, rank.kin);
            self.out.correction.get_or_insert(found.form.clone());
        }
        if !whole && misspelt.is_empty() && compounds && self.letters >= COMPOUND {
            let parts = self.index.loose_split(self.word)?;
            if !parts.is_empty() {
                self.take_parts(parts);
            }
            let beginnings = self.index.beginnings(self.word)?;
            self.out.beginning = beginnings
                .first()
                .map(|(beginning, _)| (*beginning).to_owned());
        }
        Ok(())
    }
}

/// How much of a word has been typed.
fn ratio(typed: usize, length: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(typed) / number(length.max(1))
}
