//! Search that reads German: an index at build time, and queries against it.
//!
//! # Procedure
//!
//! 1. [`Indexer::analyse`]: a chapter becomes words by passage and field (`words`, `fold`, `passage`,
//!    `ellipsis`). What it gives can be kept between builds.
//! 2. [`Indexer::assemble`]: the vocabulary of all chapters (`vocabulary`: stems, `compound`s, elliptic
//!    spellings), `postings` with `synonyms`, the `dictionary`, and all `files`.
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
mod hash;
mod language;
mod lexicon;
mod passage;
mod postings;
mod query;
mod ranking;
mod spellings;
mod synonyms;
mod verbs;
mod vocabulary;
mod words;

pub use analyse::ChapterTerms;
use analyse::Reader;
pub use corpus::{chapter, folder, index, of_text};
pub use files::{FORMAT, FacetLabels, Meta, fingerprint, script};
pub use language::Language;
pub use query::{Hit, Marked, Miss, MustFind, Options, Results, Searcher, must_find};
pub use ranking::{RANKING, Ranking};
use rayon::prelude::*;
use spellings::Spellings;

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

/// Indexes the chapters of one language.
///
/// To build again after an edit, keep this and the [`ChapterTerms`], analyse the changed chapters,
/// and assemble all. The index is the same as one built from nothing.
pub struct Indexer {
    lang: String,
    language: Language,
    spellings: Spellings,
}

impl Indexer {
    /// For a language's tag: «de», «en», ...
    pub fn new(lang: &str) -> Self {
        let (language, spellings) = (Language::of(lang), Spellings::new());
        Self {
            lang: lang.to_owned(),
            language,
            spellings,
        }
    }

    /// Analyses a chapter. Equal chapters give equal results.
    pub fn analyse(&self, chapter: &Chapter) -> ChapterTerms {
        Reader::new(&self.language, &self.spellings).chapter(chapter)
    }

    /// Analyses chapters one after the other, faster than each by itself, since what is known of a
    /// word's spelling is kept from one to the next.
    pub fn analyse_all(&self, chapters: impl Iterator<Item = Chapter>) -> Vec<ChapterTerms> {
        let mut reader = Reader::new(&self.language, &self.spellings);
        chapters.map(|chapter| reader.chapter(&chapter)).collect()
    }

    /// Makes the index of chapters that this indexer has analysed, in the order of the handbook.
    pub fn assemble(&self, chapters: &[&ChapterTerms], synonyms: &[Vec<String>]) -> Vec<IndexFile> {
        assemble::assemble(
            &self.lang,
            &self.language,
            &self.spellings,
            chapters,
            synonyms,
        )
    }
}

/// Chapters that a thread reads at a time: many, since it remembers their spellings.
const CHUNK: usize = 512;

/// Builds the index of one language. Deterministic, on any number of threads.
pub fn build(corpus: &Corpus) -> Vec<IndexFile> {
    build_with(
        &corpus.lang,
        &corpus.chapters,
        Chapter::clone,
        &corpus.synonyms,
    )
}

/// As [`build`], from chapters that `chapter` makes of `ids`, so that their texts need not be held
/// all at once.
pub fn build_with<T: Sync>(
    lang: &str,
    ids: &[T],
    chapter: impl Fn(&T) -> Chapter + Sync,
    synonyms: &[Vec<String>],
) -> Vec<IndexFile> {
    let indexer = Indexer::new(lang);
    let some = |ids: &[T]| indexer.analyse_all(ids.iter().map(&chapter));
    let terms: Vec<ChapterTerms> = ids.par_chunks(CHUNK).flat_map_iter(some).collect();
    indexer.assemble(&terms.iter().collect::<Vec<_>>(), synonyms)
}
