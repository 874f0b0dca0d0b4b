//! TODO docs
#![allow(missing_docs)]
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
mod passage;
mod postings;
mod query;
mod ranking;
mod synonyms;
mod verbs;
mod vocabulary;
mod words;

pub use analyse::{ChapterTerms, analyse};
pub use assemble::assemble;
pub use corpus::{corpus, folder};
pub use files::{FORMAT, FacetLabels, Meta};
pub use language::Language;
pub use query::{Hit, Marked, Miss, MustFind, Options, Results, Searcher, must_find};
pub use ranking::{RANKING, Ranking};
use rayon::prelude::*;

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
}

impl Facet {
    /// The kind as a facet. Its label is the theme's to give.
    fn of_kind(chapter: &Chapter) -> Self {
        Self {
            id: KIND.into(),
            label: String::new(),
            value: chapter.kind.clone(),
            value_label: chapter.kind_label.clone(),
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

/// Builds the index of one language. Deterministic, on any number of threads.
pub fn build(corpus: &Corpus) -> Vec<IndexFile> {
    let language = Language::of(&corpus.lang);
    let terms: Vec<ChapterTerms> = corpus
        .chapters
        .par_iter()
        .map(|chapter| analyse(chapter, &language))
        .collect();
    let terms: Vec<&ChapterTerms> = terms.iter().collect();
    assemble(&corpus.lang, &terms, &corpus.synonyms)
}
