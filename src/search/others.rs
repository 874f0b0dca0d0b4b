//! Other words: what a reader may also mean by a word that the handbook lacks, from a thesaurus.
//!
//! 1. Of the thesaurus those words are kept that the handbook doesn't have, each with the others that it has.
//! 2. They stand in files of their own, which a query loads only for a word that no text has.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::encode;
use super::files::Part;
use super::language::{Language, strip, uninflected};
use super::query::FAMILY;
use super::vocabulary::{Terms, key};
use super::words::Word;
use crate::config::thesaurus::Thesaurus;

/// Other words that a word leads to, at most.
const MAX: usize = 8;
/// Bytes of a file, after which the next one begins.
const FILE: usize = 6_000;

/// The files, with the first key of each.
pub(super) fn files(
    thesaurus: &Thesaurus,
    terms: &Terms<'_>,
    language: &Language,
) -> (Vec<Part>, Vec<String>) {
    let lacking = lacking(thesaurus, terms, language);
    let (mut parts, mut first_keys) = (Vec::new(), Vec::new());
    let (mut text, mut previous) = (String::new(), "");
    for (key, others) in &lacking {
        if text.is_empty() {
            first_keys.push(key.clone());
            previous = "";
        }
        encode::push_after(&mut text, key, previous);
        text.push(' ');
        text.push_str(&others.join(","));
        text.push(';');
        previous = key;
        if text.len() >= FILE {
            parts.push(Part::new(
                "others",
                Some(parts.len()),
                &std::mem::take(&mut text),
            ));
        }
    }
    if !text.is_empty() {
        parts.push(Part::new("others", Some(parts.len()), &text));
    }
    (parts, first_keys)
}

/// By the word without its inflection: the others, as the thesaurus spells them.
fn lacking(
    thesaurus: &Thesaurus,
    terms: &Terms<'_>,
    language: &Language,
) -> BTreeMap<String, Vec<String>> {
    let folded = |word: &str| Word::key_of(word, language);
    let has = |folded: &str| {
        let stem = key(folded, language);
        terms
            .keys
            .binary_search_by(|key| (**key).cmp(&stem))
            .is_ok()
    };
    let families: FxHashSet<&str> = (0..terms.keys.len())
        .flat_map(|term| terms.forms.get(term))
        .filter_map(|form| family(form, language))
        .collect();
    let has_family =
        |folded: &str| family(folded, language).is_some_and(|base| families.contains(base));
    let words: Vec<(&str, Vec<&str>)> = thesaurus.words().collect();
    let of_word = |(word, others): &(&str, Vec<&str>)| {
        let word = is_word(word).then(|| folded(word))?;
        if language.is_stop(&word) || has(&word) {
            return None;
        }
        let others = others.iter().filter(|other| is_word(other));
        let others = others.filter(|other| {
            let other = folded(other);
            !language.is_stop(&other) && (has(&other) || has_family(&other))
        });
        let others: Vec<String> = others.map(|other| (*other).to_owned()).collect();
        (!others.is_empty()).then_some((word, others))
    };
    let found: Vec<(String, Vec<String>)> = words.par_iter().filter_map(of_word).collect();
    let mut lacking: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (word, others) in found {
        for base in bases(&word, language) {
            let known = lacking.entry(base.to_owned()).or_default();
            for other in &others {
                if known.len() < MAX && !known.contains(other) {
                    known.push(other.clone());
                }
            }
        }
    }
    lacking
}

/// What the inflected forms of a word may have in common: «Firma» and «Firmen», «Museum» and «Museen» too.
fn bases<'w>(word: &'w str, language: &Language) -> impl Iterator<Item = &'w str> {
    let base = uninflected(word, &language.inflections);
    let plural = (language.code == "de")
        .then(|| word.strip_suffix("um").or_else(|| word.strip_suffix('a')))
        .flatten();
    let plural = plural.filter(|plural| plural.chars().count() >= 4 && *plural != base);
    std::iter::once(base).chain(plural)
}

/// What the words of a family have in common, if it is long enough: «Befragung» and «befragt».
fn family<'w>(word: &'w str, language: &Language) -> Option<&'w str> {
    let base = strip(word, &language.derivations);
    (base.chars().count() >= FAMILY).then_some(base)
}

/// Whether it is one word, and nothing that has a meaning in the files.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// Reads a file.
pub(super) fn read(text: &str) -> Option<BTreeMap<String, Vec<String>>> {
    let mut others = BTreeMap::new();
    let mut previous = String::new();
    for line in text.split_terminator(';') {
        let (key, words) = line.split_once(' ')?;
        previous = encode::read_after(key, &previous)?;
        others.insert(
            previous.clone(),
            words.split(',').map(str::to_owned).collect(),
        );
    }
    Some(others)
}
