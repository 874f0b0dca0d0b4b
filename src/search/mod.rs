//! Search that reads German: an index at build time, and queries against it.
//!
//! # Procedure
//!
//! 1. [`Indexer::analyse`]: a chapter becomes words by passage and field (`words`, `fold`, `passage`,
//!    `ellipsis`) and its `record`. What it gives can be kept between builds.
//! 2. [`IndexWriter`]: the vocabulary of all chapters (`vocabulary`: stems, `compound`s, elliptic
//!    spellings), `weights` with `synonyms`, `postings`, and the `dictionary`. Files are handed on
//!    one by one, as soon as they are made.
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
//! is damaged. Addresses of all files but `meta.js` should carry `?` and the meta file's `version`.
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
//! backwards, to be found by its end.
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
//! # A client
//!
//! 1. Cut the query into words: runs of `meta.letters`, single `meta.singles` (both are pairs of
//!    first and last character). If there are `meta.persons`, bring gender signs and feminine forms
//!    to the bare form; if there are `meta.particles`, take the «zu» out of infinitives. Fold.
//! 2. Leave `meta.stops` out, unless nothing else is there.
//! 3. Look each word up in the `words` file that has its place, and in the neighbours: as a form of
//!    an entry; else with inflections stripped; as a beginning. A long word is split into known ones
//!    with `meta.links` between them; an unknown one is looked for behind `~`, then by edits.
//! 4. Evidence of a word in a unit is the sum of levels times weights over the lists found. A
//!    passage has its own, its head's, and `ranking.elsewhere` of the chapter's other passages'.
//! 5. A chapter scores as its best passage does: over all words, quality times rarity (BM25's, by
//!    chapters) times evidence / (`ranking.saturation` + evidence); all times the covered share of
//!    rarity. Below `ranking.coverage` it is no answer.

mod analyse;
mod assemble;
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
mod passage;
mod postings;
mod query;
mod ranking;
mod record;
mod sink;
mod spellings;
mod synonyms;
mod verbs;
mod vocabulary;
mod weights;
mod words;

pub use analyse::ChapterTerms;
use analyse::Reader;
pub use assemble::IndexWriter;
pub use corpus::{chapter, folder, of_text, write_index};
pub use files::{FORMAT, FacetLabels, Meta, fingerprint, script};
pub use language::Language;
pub use query::{Hit, Marked, Miss, MustFind, Options, Results, Searcher, must_find};
pub use ranking::{RANKING, Ranking};
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// One language's chapters, as the index wants them.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The language's tag: «de», «en», ...
    pub lang: String,
    /// In the order of the handbook.
    pub chapters: Vec<Chapter>,
    /// Groups of words that mean the same, from `synonyms.yml` and the glossary.
    pub synonyms: Vec<Vec<String>>,
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
    /// Its text, in order.
    pub sections: Vec<Section>,
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

/// Analyses the chapters of one language, on any number of threads.
///
/// To build again after an edit, keep this and the [`ChapterTerms`], analyse the changed chapters,
/// and hand all to an [`IndexWriter`]. The index is the same as one built from nothing.
pub struct Indexer {
    lang: String,
    language: Language,
    readers: Mutex<Readers>,
}

/// Those that don't read at the moment. There are never more than threads that analyse at once.
#[derive(Default)]
struct Readers {
    idle: Vec<Reader>,
    made: u32,
}

impl Indexer {
    /// For a language's tag: «de», «en», ...
    pub fn new(lang: &str) -> Self {
        Self {
            lang: lang.to_owned(),
            language: Language::of(lang),
            readers: Mutex::default(),
        }
    }

    /// Analyses a chapter. Equal chapters give equal indices.
    pub fn analyse(&self, chapter: &Chapter) -> ChapterTerms {
        // The readers are whole even if a thread died while it held them.
        let readers = || self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut reader = readers().take();
        let terms = reader.chapter(chapter, &self.language);
        readers().idle.push(reader);
        terms
    }

    /// The language, and all readers in the order of their numbers.
    fn parts(&mut self) -> (&Language, &[Reader]) {
        let readers = self.readers.get_mut();
        let readers = readers.unwrap_or_else(PoisonError::into_inner);
        readers.idle.sort_by_key(Reader::number);
        (&self.language, &readers.idle)
    }

    /// The language's tag and its rules.
    fn language(&self) -> (&str, &Language) {
        (&self.lang, &self.language)
    }
}

impl Readers {
    fn take(&mut self) -> Reader {
        self.idle.pop().unwrap_or_else(|| {
            self.made += 1;
            Reader::new(self.made - 1)
        })
    }
}

/// Chapters that are analysed before their texts are written out.
const BLOCK: usize = 512;

/// Builds the index of one language. Deterministic, on any number of threads.
pub fn build(corpus: &Corpus) -> Vec<IndexFile> {
    let mut files = Vec::new();
    let Corpus {
        lang,
        chapters,
        synonyms,
    } = corpus;
    write(lang, chapters, Chapter::clone, synonyms, &mut |file| {
        files.push(file);
    });
    files
}

/// As [`build`], from chapters that `chapter` makes of `ids`, so that their texts need not be held
/// all at once; `take` is given each file as soon as it is made.
pub fn write<T: Sync>(
    lang: &str,
    ids: &[T],
    chapter: impl Fn(&T) -> Chapter + Sync,
    synonyms: &[Vec<String>],
    take: &mut dyn FnMut(IndexFile),
) {
    let mut indexer = Indexer::new(lang);
    let mut writer = IndexWriter::new(ids.len(), take);
    for block in ids.chunks(BLOCK) {
        let analyse = |id: &T| indexer.analyse(&chapter(id));
        for terms in block.par_iter().map(analyse).collect::<Vec<_>>() {
            writer.add(terms);
        }
    }
    writer.finish(&mut indexer, synonyms);
}
