//! Assembly: from the analysed chapters to the files of the index.
//!
//! 1. The vocabulary: terms, compounds, elliptic spellings, synonyms.
//! 2. The postings, and the dictionary with them.
//! 3. The chapters' texts, some chapters to a file.
//! 4. The facets: which chapters have which value.
//! 5. The meta file, with a fingerprint of all others.

use super::analyse::ChapterTerms;
use super::dictionary::dictionary;
use super::encode;
use super::files::{FORMAT, FacetLabels, Meta, fingerprint, write, write_json};
use super::language::{LINKS, Language};
use super::postings::{LOWEST, RATIO, postings};
use super::ranking::RANKING;
use super::spellings::Spellings;
use super::synonyms;
use super::verbs::PARTICLES;
use super::vocabulary::Vocabulary;
use super::words::{LETTERS, PERSONS, SINGLES};
use super::{IndexFile, KIND};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Bytes of a `texts` file, after which the next one begins: at least, and for each chapter of the
/// handbook. A large one has larger files rather than very many.
const TEXTS_FILE: (usize, usize) = (12_000, 2);

/// Writes the index of analysed chapters.
pub(super) fn assemble(
    lang: &str,
    language: &Language,
    table: &Spellings,
    chapters: &[&ChapterTerms],
    groups: &[Vec<String>],
) -> Vec<IndexFile> {
    let groups = synonyms::groups(groups, language);
    let vocabulary = Vocabulary::new(chapters, &groups, language, table);
    let postings = postings(chapters, &vocabulary);
    let dictionary = dictionary(&vocabulary, &postings, chapters.len());
    drop(postings);
    let (text_files, texts) = texts(chapters);
    let (facet_file, facets) = facets(chapters);
    let mut files = dictionary.files;
    files.extend(text_files);
    files.push(facet_file);
    let owned = |list: &[&str]| list.iter().map(|&item| item.to_owned()).collect();
    let meta = Meta {
        format: FORMAT,
        version: fingerprint(&files),
        language: lang.to_owned(),
        letters: LETTERS.to_owned(),
        singles: SINGLES.to_owned(),
        umlauts: language.umlauts,
        persons: if language.gender {
            owned(&PERSONS)
        } else {
            Vec::new()
        },
        links: if language.compounds {
            owned(&LINKS)
        } else {
            Vec::new()
        },
        particles: if language.compounds {
            owned(&PARTICLES)
        } else {
            Vec::new()
        },
        stops: language.stops.iter().cloned().collect(),
        inflections: owned(language.inflections),
        derivations: owned(language.derivations),
        levels: [LOWEST, RATIO],
        ranking: RANKING,
        passages: encode::counts(chapters.iter().map(|chapter| chapter.lengths.len() - 1)),
        texts,
        words: dictionary.first_keys,
        facets,
    };
    files.push(write("meta", &meta));
    files
}

/// The `texts` files, and how many chapters each has.
fn texts(chapters: &[&ChapterTerms]) -> (Vec<IndexFile>, String) {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let full = TEXTS_FILE.0.max(TEXTS_FILE.1 * chapters.len());
    let mut size = full;
    for chapter in chapters {
        if size >= full {
            groups.push(Vec::new());
            size = 0;
        }
        size += chapter.record.len();
        groups
            .last_mut()
            .expect("the first chapter opens a group")
            .push(&chapter.record);
    }
    let file = |(number, records): (usize, &Vec<&str>)| {
        write_json(
            &format!("texts-{number}"),
            &format!("[{}]", records.join(",")),
        )
    };
    let files = groups.par_iter().enumerate().map(file).collect();
    (files, encode::counts(groups.iter().map(Vec::len)))
}

/// The values of a facet, by place and id: their labels and their chapters.
type Values<'a> = BTreeMap<(usize, &'a str), (&'a str, Vec<u32>)>;

/// The label of a facet's value, and the numbers of the chapters that have it.
type Labelled<'c> = (&'c str, Vec<u32>);

/// The `facets` file (by facet, by value: its chapters), and the labels for the meta file.
fn facets(chapters: &[&ChapterTerms]) -> (IndexFile, Vec<FacetLabels>) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut labels: Vec<FacetLabels> = Vec::new();
    let mut members: Vec<Values<'_>> = Vec::new();
    for (number, chapter) in (0..).zip(chapters) {
        for facet in &chapter.facets {
            let place = *places.entry(&facet.id).or_insert_with(|| {
                let (id, label) = (facet.id.clone(), facet.label.clone());
                labels.push(FacetLabels {
                    id,
                    label,
                    values: Vec::new(),
                });
                members.push(BTreeMap::new());
                labels.len() - 1
            });
            let value = members[place].entry((facet.place, &facet.value));
            let (_, with) = value.or_insert((&facet.value_label, Vec::new()));
            if with.last() != Some(&number) {
                with.push(number);
            }
        }
    }
    labels
        .iter_mut()
        .zip(&members)
        .for_each(|(labels, values)| {
            labels.values = values
                .iter()
                .map(|((_, id), (label, _))| ((*id).into(), (*label).into()))
                .collect();
        });
    let lists: Vec<Vec<String>> = members
        .iter()
        .map(|values| {
            let list = |(_, with): &Labelled<'_>| encode::postings(with.iter().map(|&n| (n, 0)));
            values.values().map(list).collect()
        })
        .collect();
    debug_assert!(labels.first().is_none_or(|first| first.id == KIND));
    (write("facets", &lists), labels)
}
