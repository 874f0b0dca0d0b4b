//! What the templates of a book get as `book`, besides the values of the page that a part comes from.

use serde::Serialize;

use super::{DateContext, Link, SourceContext};
use crate::kind::Note;

/// The book, and what its lists hold; these are empty on all other parts.
#[derive(Debug, Clone, Serialize)]
pub struct BookContext {
    /// `pdf` or `epub`.
    pub format: &'static str,
    pub title: String,
    pub subtitle: String,
    pub publisher: String,
    /// Where the handbook is published.
    pub url: Option<String>,
    pub date: Option<DateContext>,
    pub version: Option<String>,
    /// The language's name for itself.
    pub language: String,
    /// That of the chapter or section, where the handbook numbers them.
    pub number: Option<String>,
    pub sources: Vec<SourceOfChapters>,
    pub lists: Vec<RelatedList>,
    pub index: Vec<IndexLetter>,
}

/// A book that a page leads to.
#[derive(Debug, Clone, Serialize)]
pub struct BookLink {
    pub format: &'static str,
    pub url: String,
    /// In kilobytes or megabytes.
    pub size: String,
}

/// A source, and the chapters that name it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceOfChapters {
    #[serde(flatten)]
    pub source: SourceContext,
    pub chapters: Vec<Link>,
}

/// What chapters of one kind are related to.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedList {
    /// The chapters' kind, in the plural.
    pub title: String,
    pub chapters: Vec<RelatedChapter>,
}

/// What a chapter is related to.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedChapter {
    pub chapter: Link,
    pub relations: Vec<RelatedLinks>,
}

/// Chapters to which another is related in one way.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedLinks {
    pub label: String,
    pub chapters: Vec<Link>,
}

/// What the index has under one letter.
#[derive(Debug, Clone, Serialize)]
pub struct IndexLetter {
    pub letter: String,
    pub entries: Vec<IndexEntry>,
}

/// An entry of the index, and where it leads.
#[derive(Debug, Clone, Serialize)]
pub struct IndexEntry {
    pub text: String,
    pub links: Vec<Link>,
}

impl SourceContext {
    pub fn of(note: &Note) -> Self {
        Self {
            title: note.title.clone(),
            url: note.url.clone(),
            note: note.note.clone(),
        }
    }
}
