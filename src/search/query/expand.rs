//! A word of a query becomes lists of postings with weights.
//!
//! 1. The word itself, or if the handbook has it only in other forms, those.
//! 2. Words of its family, and those that begin with it, if it may be typed only half.
//! 3. If it is a compound of known words: passages that have all of them.
//! 4. If nothing was found: long words that end with it, or else words that it may be a misspelling
//!    of.

use super::super::IndexError;
use super::super::language::{strip, uninflected};
use super::super::ranking::Ranking;
use super::index::{Entry, Index, List};
use super::lookup::{Parts, letters_in};
use std::cmp::Reverse;
use std::rc::Rc;

/// Units with a word itself from which on its compounds and synonyms are left out: there are
/// better answers than the reader can look at, and the lists to load would be long.
const FREQUENT: usize = 500;
/// Letters of the shortest compound.
const COMPOUND: usize = 7;
/// Letters of the longest word that two typed ones are tried as.
const LONGEST: usize = 60;
/// Words with the same beginning that are taken.
const EXPANSIONS: usize = 24;

/// What a word of a query is looked up as.
#[derive(Default)]
pub struct Expansion {
    /// Lists, with the weight of what stands in them.
    pub lists: Vec<(List, f64)>,
    /// Entries that must all be near each other, with the weight of that.
    pub parts: Vec<Vec<Rc<Entry>>>,
    /// See `parts`.
    pub parts_weight: f64,
    /// Forms that are marked where they stand.
    pub forms: Vec<String>,
    /// Stems: words with one of them as a part are marked.
    pub stems: Vec<String>,
    /// The form that was probably meant.
    pub correction: Option<String>,
    /// A known word with which an unknown compound begins.
    pub beginning: Option<String>,
}

impl Expansion {
    fn add(&mut self, entry: &Entry, weight: f64, kin: f64) {
        self.lists.push((entry.own.clone(), weight));
        if kin > 0.0 && entry.own.len() <= FREQUENT {
            self.lists.push((entry.kin.clone(), weight * kin));
        }
        self.forms.extend(entry.forms.iter().cloned());
    }

    fn add_with_kin(&mut self, entry: &Entry, weight: f64, kin: f64) {
        self.add(entry, weight, kin);
        self.stems.push(entry.key.clone());
    }
}

/// Expands a word; `open` if it may be the beginning of a word.
pub fn expand(index: &Index, word: &str, open: bool) -> Result<Expansion, IndexError> {
    let mut steps = Steps {
        index,
        word,
        letters: letters_in(word),
        near: index.before(word)?,
        used: Vec::new(),
        known: false,
        out: Expansion::default(),
    };
    steps.itself();
    if steps.used.iter().any(|entry| entry.own.len() > FREQUENT) {
        return Ok(steps.out);
    }
    steps.near.extend(index.after(word)?);
    steps.inflected();
    steps.known = !steps.used.is_empty();
    steps.family();
    steps.begun(open);
    steps.compound()?;
    steps.last_resort()?;
    Ok(steps.out)
}

/// The steps by which a word is expanded, in their order.
struct Steps<'q, 'r> {
    index: &'q Index<'r>,
    word: &'q str,
    letters: usize,
    /// Entries that share its beginning.
    near: Vec<Rc<Entry>>,
    /// Those among them that have been taken.
    used: Vec<Rc<Entry>>,
    /// The handbook has the word, in one form or another.
    known: bool,
    out: Expansion,
}

impl Steps<'_, '_> {
    fn rank(&self) -> &Ranking {
        &self.index.meta.ranking
    }

    /// Entries with a form like this that have not been taken.
    fn unused(&self, like: impl Fn(&str) -> bool) -> Vec<Rc<Entry>> {
        let is_used = |entry: &Entry| self.used.iter().any(|used| used.key == entry.key);
        let fits =
            |entry: &&Rc<Entry>| entry.forms.iter().any(|form| like(form)) && !is_used(entry);
        self.near.iter().filter(fits).cloned().collect()
    }

    fn itself(&mut self) {
        for entry in self.unused(|form| form == self.word) {
            self.out
                .add_with_kin(&entry, 1.0, self.index.meta.ranking.kin);
            self.used.push(entry);
        }
    }

    fn inflected(&mut self) {
        let endings = &self.index.meta.inflections;
        let base = uninflected(self.word, endings);
        self.itself();
        if !self.used.is_empty() || self.letters < 4 {
            return;
        }
        for entry in self.unused(|form| uninflected(form, endings) == base) {
            let rank = &self.index.meta.ranking;
            self.out.add_with_kin(&entry, rank.inflected, rank.kin);
            self.used.push(entry);
        }
    }

    fn family(&mut self) {
        let endings = &self.index.meta.derivations;
        let base = strip(self.word, endings);
        if letters_in(base) < 5 {
            return;
        }
        for entry in self.unused(|form| strip(form, endings) == base) {
            if !self.known || entry.long_lists() == 0 {
                let (weight, kin) = (self.rank().family, self.rank().kin);
                self.out
                    .add(&entry, if self.known { weight / 2.0 } else { weight }, kin);
                self.used.push(entry);
            }
        }
    }

    /// Words that the typed one is the beginning of: as far as it was typed, and in a language with
    /// compounds as their first part.
    fn begun(&mut self, open: bool) {
        let (prefix, kin) = (self.rank().prefix, self.rank().kin);
        if self.letters >= 3 && (open || !self.known && self.letters >= 5) {
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
            .unused(|form| form.starts_with(beginning))
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

    /// For a word that the handbook doesn't have in any form: words that end with it; if nothing
    /// else was found, words that it may be a misspelling of; and if nothing was found at all, a
    /// compound with parts that are no words.
    fn last_resort(&mut self) -> Result<(), IndexError> {
        if self.known || self.letters < 5 {
            return Ok(());
        }
        let rank = &self.index.meta.ranking;
        let compounds = !self.index.meta.links.is_empty();
        let ends = if compounds {
            self.index.ending_in(self.word)?
        } else {
            Vec::new()
        };
        for entry in &ends {
            self.out.add_with_kin(entry, rank.tail, rank.kin);
        }
        if !ends.is_empty() {
            let base = uninflected(self.word, &self.index.meta.inflections);
            self.out.stems.push(base.to_owned());
        } else if self.used.is_empty() && self.out.parts.is_empty() {
            for found in self.index.misspelt(self.word)? {
                self.out
                    .add_with_kin(&found.entry, rank.typo[found.edits - 1], rank.kin);
                self.out.correction.get_or_insert(found.form);
            }
        }
        let nothing = self.out.lists.is_empty() && self.out.parts.is_empty();
        if nothing && compounds && self.letters >= COMPOUND {
            let parts = self.index.loose_split(self.word)?;
            self.take_parts(parts);
            let beginnings = self.index.beginnings(self.word)?;
            self.out.beginning = beginnings
                .first()
                .map(|(beginning, _)| (*beginning).to_owned());
        }
        Ok(())
    }
}

/// Adds a verb that comes apart, «leihe … aus», to the word before its particle.
pub fn join_particle(
    index: &Index,
    word: &str,
    particle: &str,
    expansion: &mut Expansion,
) -> Result<(), IndexError> {
    let verb = format!("{particle}{word}");
    let base = strip(&verb, &index.meta.derivations);
    let same = |form: &String| strip(form, &index.meta.derivations) == base;
    let near = index.before(&verb)?.into_iter().chain(index.after(&verb)?);
    for entry in near.filter(|entry| entry.forms.iter().any(same)) {
        expansion.add_with_kin(&entry, index.meta.ranking.joined, index.meta.ranking.kin);
    }
    Ok(())
}

/// How much of a word has been typed.
fn ratio(typed: usize, length: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(typed) / number(length.max(1))
}

/// Adds a word that the handbook writes together to the two words that were typed.
pub fn join(
    index: &Index,
    words: &[String],
    expansions: &mut [Expansion],
    (left, right): (usize, usize),
) -> Result<(), IndexError> {
    let shortest = letters_in(&words[left]).min(letters_in(&words[right]));
    let joined = format!("{}{}", words[left], words[right]);
    if shortest < 3 || letters_in(&joined) > LONGEST {
        return Ok(());
    }
    if let Some(entry) = index.known(&joined)? {
        for at in [left, right] {
            let rank = &index.meta.ranking;
            expansions[at].add_with_kin(&entry, rank.joined, rank.kin);
        }
    }
    Ok(())
}
