//! A word of a query becomes lists of postings with weights.
//!
//! 1. The word itself, or if the handbook has it only in other forms, those.
//! 2. Words of its family, and those that begin with it, if it may be typed only half.
//! 3. If it is a compound of known words: passages that have all of them.
//! 4. If nothing was found: long words that end with it, or else words that it may be a misspelling
//!    of.

use super::super::IndexError;
use super::super::language::{strip, uninflected};
use super::index::{Entry, Index, List};
use super::lookup::len;
use std::cmp::Reverse;
use std::rc::Rc;

/// Units with a word itself from which on its compounds and synonyms are left out: there are
/// better answers than the reader can look at, and the lists to load would be long.
const PLENTY: usize = 1000;
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
        if kin > 0.0 && entry.own.len() <= PLENTY {
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
    let rank = &index.meta.ranking;
    let mut out = Expansion::default();
    let near = index.near(word)?;
    let letters = len(word);
    let is_form = |entry: &&Rc<Entry>| entry.forms.iter().any(|form| form == word);
    let exact: Vec<&Rc<Entry>> = near.iter().filter(is_form).collect();
    let mut used: Vec<&str> = Vec::new();
    for entry in &exact {
        out.add_with_kin(entry, 1.0, rank.kin);
        used.push(&entry.key);
    }
    if used.is_empty() && letters >= 4 {
        let base = uninflected(word, &index.meta.inflections);
        let same = |form: &String| uninflected(form, &index.meta.inflections) == base;
        for entry in near.iter().filter(|entry| entry.forms.iter().any(same)) {
            out.add_with_kin(entry, rank.inflected, rank.kin);
            used.push(&entry.key);
        }
    }
    let known = !used.is_empty();
    let base = strip(word, &index.meta.derivations);
    if len(base) >= 5 {
        let same = |form: &String| strip(form, &index.meta.derivations) == base;
        for entry in near.iter().filter(|entry| entry.forms.iter().any(same)) {
            if !used.contains(&entry.key.as_str()) && (!known || entry.long_lists() == 0) {
                out.add(
                    entry,
                    if known {
                        rank.family / 2.0
                    } else {
                        rank.family
                    },
                    rank.kin,
                );
                used.push(&entry.key);
            }
        }
    }
    if letters >= 3 && (open || !known && letters >= 5) {
        let weight = if known {
            rank.prefix / 2.0
        } else {
            rank.prefix
        };
        let entries = begun(&near, word, &used, if known { 0 } else { rank.long_lists });
        used.extend(entries.iter().map(|(entry, _)| entry.key.as_str()));
        for (entry, length) in entries {
            let share = ratio(letters, length);
            let kin = if letters >= 5 { rank.kin } else { 0.0 };
            out.add(entry, weight * (0.6 + 0.4 * share), kin);
        }
    }
    if letters >= 5 && !index.meta.links.is_empty() {
        let base = uninflected(word, &index.meta.inflections);
        let base = if len(base) >= 5 { base } else { word };
        for (entry, length) in begun(&near, base, &used, if known { 0 } else { rank.long_lists }) {
            if length >= len(base) + 4 {
                out.add(entry, rank.prefix / 2.0, rank.kin);
                used.push(&entry.key);
            }
        }
    }
    let mut compound = false;
    if letters >= 7 && !index.meta.links.is_empty() {
        (out.parts, compound) = index.split(word)?;
        out.parts_weight = if known { rank.parts / 2.0 } else { rank.parts };
        for part in out.parts.iter().flatten() {
            out.forms.extend(part.forms.iter().cloned());
            out.stems.push(part.key.clone());
        }
        if !known && out.parts.is_empty() {
            let beginnings = index.beginnings(word)?;
            out.beginning = beginnings
                .first()
                .map(|(beginning, _)| (*beginning).to_owned());
        }
    }
    if !known && letters >= 5 {
        // A compound of which all parts are words is hardly misspelt.
        last_resort(index, word, used.is_empty() && !compound, &mut out)?;
    }
    Ok(out)
}

/// The most frequent entries with forms that begin with the word, and the length of the shortest
/// such form. At most `long_lists` of their lists have to be loaded.
fn begun<'e>(
    near: &'e [Rc<Entry>],
    word: &str,
    used: &[&str],
    long_lists: usize,
) -> Vec<(&'e Rc<Entry>, usize)> {
    let shortest = |entry: &Entry| {
        entry
            .forms
            .iter()
            .filter(|form| form.starts_with(word))
            .map(|form| len(form))
            .min()
    };
    let mut out: Vec<(&Rc<Entry>, usize)> = near
        .iter()
        .filter(|entry| !used.contains(&entry.key.as_str()))
        .filter_map(|entry| Some((entry, shortest(entry)?)))
        .collect();
    out.sort_by_key(|(entry, _)| Reverse(entry.frequency()));
    let mut long = 0;
    out.retain(|(entry, _)| {
        long += entry.long_lists();
        entry.long_lists() == 0 || long <= long_lists
    });
    out.truncate(EXPANSIONS);
    out
}

/// For a word that the handbook doesn't have in any form.
fn last_resort(
    index: &Index,
    word: &str,
    nothing: bool,
    out: &mut Expansion,
) -> Result<(), IndexError> {
    let rank = &index.meta.ranking;
    if !index.meta.links.is_empty() {
        let entries = index.ending_in(word)?;
        for entry in &entries {
            out.add_with_kin(entry, rank.tail, rank.kin);
        }
        if !entries.is_empty() {
            out.stems
                .push(uninflected(word, &index.meta.inflections).to_owned());
            return Ok(());
        }
    }
    if !nothing {
        return Ok(());
    }
    for found in index.misspelt(word)? {
        out.add_with_kin(&found.entry, rank.typo[found.edits - 1], rank.kin);
        out.correction.get_or_insert(found.form);
    }
    Ok(())
}

/// Adds a verb that comes apart, «leihe … aus», to the word before its particle.
pub fn reunite(
    index: &Index,
    word: &str,
    particle: &str,
    expansion: &mut Expansion,
) -> Result<(), IndexError> {
    let verb = format!("{particle}{word}");
    let base = strip(&verb, &index.meta.derivations);
    let same = |form: &String| strip(form, &index.meta.derivations) == base;
    for entry in index
        .near(&verb)?
        .iter()
        .filter(|entry| entry.forms.iter().any(same))
    {
        expansion.add_with_kin(entry, index.meta.ranking.joined, index.meta.ranking.kin);
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
    let shortest = len(&words[left]).min(len(&words[right]));
    let joined = format!("{}{}", words[left], words[right]);
    if shortest < 3 || len(&joined) > LONGEST {
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
