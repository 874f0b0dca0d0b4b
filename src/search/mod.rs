//! Search that reads German: an index at build time, and queries against it.
//!
//! # Procedure
//!
//! 1. [`IndexBuilder::add`]: a chapter becomes words by passage and field (`analyse`: `words`, `fold`,
//!    `passage`, `ellipsis`) and its `record`, which is written out in the order of the handbook.
//! 2. [`IndexBuilder::finish`]: the vocabulary of all chapters (`vocabulary`: stems, `compound`s,
//!    elliptic spellings), `weights` with `synonyms`, `postings`, and the `dictionary`. Files are handed
//!    on one by one, as soon as they are made.
//! 3. [`Searcher`]: a query's words are looked up and expanded, chapters scored, the best ones
//!    shown (`query`). The reader's script (`search-*.js` in the standard theme) does the same, and
//!    `tests/search` holds the two together.
//!
//! Every constant of the ranking stands in `ranking`, with its reason.
//!
//! # The index format
//!
//! An index is a folder of classic scripts. Each is one call, `transferbuchSearch("name",data)`,
//! `name` being the file's name without `.js` and `data` JSON. So a page may load it by a `script`
//! element, from `file:` as well as under `default-src 'self'`. A file that loads without calling
//! is damaged.
//!
//! All files but `meta.js` are parts, in the folder `parts`. Behind the names below stands a fingerprint of
//! what is in them, six digits of `meta.parts`: `parts/words-0.3fa9c1.js`. So any cache may keep a part, and
//! only the meta file has to be asked for anew: what it names is there, or it is out of date.
//!
//! *Units* are what is searched: for every chapter its head (title, summary, synonyms, labels), then
//! its passages (a section is one passage, or some), numbered through in the order of the handbook.
//!
//! **`meta.js`**: the object [`Meta`]; its fields are documented there. The first unit of chapter
//! *n* is the sum of one plus `passages` over all chapters before it. Counts are one digit of base
//! 36 each, where `z` means 35 and more to come.
//!
//! **`words-N.js`**: a string, the entries of the dictionary in the order of their keys (by UTF-16
//! units), each ended by `;`. `meta.words[N]` is the first key of file *N*. An entry has four
//! columns, separated by spaces:
//! - its key, a folded stem: a digit of base 36 for the letters shared with the key before (in the
//!   same file), then the rest;
//! - its forms, separated by commas, each as what follows the key; `2.rest` drops two letters of the
//!   key first;
//! - its own list of postings;
//! - its kin's list: compounds with it as a part, and what has it as a synonym.
//!
//! A list of postings is written out, or `!F.P.L`: the list at place *P* of `lists-F.js`, of *L*
//! postings. Entries whose key begins with `~` have no other columns: the rest is a long noun,
//! backwards, to be found by its end. Entries whose key has a `=` have one other column, the chapters with the
//! title that it stands for (`titles`), written like postings with the level A.
//!
//! **`lists-N.js`**: an array of lists of postings.
//!
//! A list of postings names units in rising order with a level each. A posting is the number of
//! units skipped since the one before, in base 36 without a zero (`` is 0, `0` is 1, `z` is 36, `00`
//! is 37), and the level as a capital letter. The level A weighs `meta.levels[0]`, and each one
//! after it `meta.levels[1]` times the one before. The weight is the sum of BM25F: all occurrences
//! with the weights of their fields, less in long fields.
//!
//! **`texts-N.js`**: an array of chapters, each `[url, title, kind, summary, sections]`, a section
//! being `[anchor, heading, [passage, ...]]` with an empty anchor before the first heading.
//! `meta.texts` counts the chapters of each file.
//!
//! **`facets.js`**: for each of `meta.facets`, for each of its values, the chapters that have it,
//! written like postings with the level A.
//!
//! **`phrases.js`**: for each of `meta.phrases`, the chapters with the value that it means, as postings.
//!
//! **`facts.js`**: for each of `meta.quantities`, the chapters that say how much: `[chapter, from, to]`,
//! `null` where it is open. It is there if `meta.quantities` is not empty.
//!
//! **`others-N.js`**: a string, words that no text has, each ended by `;`: its key (without inflection)
//! behind the one before, as in the dictionary, a space, and other words for it with commas between.
//! `meta.others[N]` is the first key of file *N*. There are none without a thesaurus.
//!
//! # A client
//!
//! 1. Cut the query into words: runs of `meta.letters`, each two neighbours of `meta.singles` (both are pairs
//!    of first and last character), groups of digits being one number and signs part of short names (`words`). If there are `meta.persons`, bring gender signs and feminine forms
//!    to the bare form; if there are `meta.particles`, take the «zu» out of infinitives. Fold.
//! 2. Leave `meta.stops` out, unless nothing else is there.
//! 3. Look each word up in the `words` file that has its place, and in the neighbours: as a form of
//!    an entry; else with inflections stripped; as a beginning. A long word is split into known ones
//!    with `meta.links` between them; an unknown one is looked for behind `~`, then by edits.
//!    A step is left out when a page has been found, not when there is something to look for.
//!    Beside all that, a word that no text has is looked up in `others`: what is found by those words
//!    weighs `ranking.other`, less than anything else.
//! 4. A number before a unit of `meta.quantities`, or before one of `meta.times`, finds the chapters in
//!    `facts.js` that cover it: `ranking.fact` in their heads.
//! 5. Evidence of a word in a unit is the sum of levels times weights over the lists found. A
//!    passage has its own, its head's, and `ranking.elsewhere` of the chapter's other passages'.
//! 6. A chapter scores as its best passage does: over all words, quality times rarity (BM25's, by
//!    chapters) times evidence / (`ranking.saturation` + evidence); all times the covered share of
//!    rarity. Below `ranking.coverage` it is no answer, but for one with half of the words of a longer query.
//! 7. Chapters whose title is the query come first, then those whose title begins with it.

mod analyse;
mod assemble;
mod builder;
mod compound;
mod corpus;
mod dictionary;
mod ellipsis;
mod encode;
mod files;
mod fold;
mod groups;
mod interner;
mod language;
mod lexicon;
mod others;
mod passage;
mod phrases;
mod postings;
mod quantities;
mod query;
mod ranking;
mod record;
mod sink;
mod spellings;
mod synonyms;
mod terms;
mod titles;
mod tongues;
mod verbs;
mod vocabulary;
mod weights;
mod words;

use crate::config::thesaurus::Thesaurus;
pub use builder::IndexBuilder;
pub use corpus::{FOLDER, builder, chapter, edition_files, folder, of_text, parts_folder};
pub use files::{FORMAT, FacetLabels, Meta, digits, script};
pub use language::Language;
pub use query::{Hit, Marked, Miss, MustFind, Options, Results, Searcher, must_find};
pub use ranking::{RANKING, Ranking};

use rayon::prelude::*;
use std::borrow::Borrow;

/// One language's chapters, as the index wants them.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The language's tag: «de», «en», ...
    pub lang: String,
    /// In the order of the handbook.
    pub chapters: Vec<Chapter>,
    /// Groups of words that mean the same, from `synonyms.yml` and the glossary.
    pub synonyms: Vec<Vec<String>>,
    /// Other words for those that no chapter has.
    pub thesaurus: Option<Thesaurus>,
}

/// A chapter.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Relative to the site's root: `formate/x/`.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its summary, or nothing.
    pub summary: String,
    /// Its kind's id.
    pub kind: String,
    /// Its kind's label, in the chapter's language.
    pub kind_label: String,
    /// Its kind's place among the kinds.
    pub kind_place: usize,
    /// The words that its author wants it found by.
    pub synonyms: Vec<String>,
    /// Its values of the facets by which readers filter.
    pub facets: Vec<Facet>,
    /// What people also call the values that it has.
    pub words: Vec<String>,
    /// Its numbers and lengths of time, to be found by one within.
    pub quantities: Vec<Quantity>,
    /// Its text, in order.
    pub sections: Vec<Section>,
}

/// What a chapter's field says in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// The field's id.
    pub field: String,
    /// What the number counts, in everyday words; nothing for lengths of time, which are in minutes.
    pub units: Vec<String>,
    /// Least; none if open.
    pub from: Option<f64>,
    /// Greatest; none if open.
    pub to: Option<f64>,
}

/// A chapter's value of a facet. A chapter may have several values of one facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facet {
    /// The field's id.
    pub id: String,
    /// The field's label.
    pub label: String,
    /// The value's id.
    pub value: String,
    /// The value's label.
    pub value_label: String,
    /// The value's place among those of the facet; where places are the same, ids decide.
    pub place: usize,
}

impl Facet {
    /// The kind as a facet. Its label is the theme's to give.
    fn of_kind(chapter: &Chapter) -> Self {
        Self {
            id: KIND.into(),
            label: String::new(),
            value: chapter.kind.clone(),
            value_label: chapter.kind_label.clone(),
            place: chapter.kind_place,
        }
    }
}

/// The id under which the kind is a facet.
pub const KIND: &str = "kind";

/// A part of a chapter under one heading.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// The heading's anchor; none for the part before the first heading.
    pub anchor: Option<String>,
    /// The heading's text, or nothing.
    pub heading: String,
    /// Plain text; a line break ends a paragraph.
    pub body: String,
    /// Short values of fields behind their labels, which are no evidence for the words in them.
    pub facts: Vec<(String, String)>,
}

/// A file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Relative to the index's folder.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why an index can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// A file is not there.
    Missing(String),
    /// A file is cut off, or not of this index.
    Damaged(String),
    /// The index was written in another format.
    Format(u32),
}

impl std::fmt::Display for IndexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(name) => write!(f, "the search index lacks the file {name}.js"),
            Self::Damaged(name) => write!(f, "the search index's file {name}.js is damaged"),
            Self::Format(found) => {
                write!(
                    f,
                    "the search index has format {found}, this program reads {FORMAT}"
                )
            }
        }
    }
}

impl std::error::Error for IndexError {}

/// Builds the index of one language. Deterministic, on any number of threads.
pub fn build(corpus: &Corpus) -> Vec<IndexFile> {
    let count = corpus.chapters.len();
    let builder = IndexBuilder::new(&corpus.lang, count, corpus.synonyms.clone());
    let builder = builder.with_thesaurus(corpus.thesaurus.clone());
    files(&builder, count, |place| &corpus.chapters[place])
}

/// The files of an index of `count` chapters, which `chapter` makes by place, sorted by path.
fn files<C: Borrow<Chapter>>(
    builder: &IndexBuilder,
    count: usize,
    chapter: impl Fn(usize) -> C + Sync,
) -> Vec<IndexFile> {
    let add = |place| {
        let mut files = Vec::new();
        builder.add(place, chapter(place).borrow(), &mut |file| files.push(file));
        files
    };
    // One after the other, so that hardly any has to wait for those before it.
    let places = (0..count).par_bridge();
    let mut files: Vec<IndexFile> = places.flat_map_iter(add).collect();
    builder.finish(&mut |file| files.push(file));
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    files
}
