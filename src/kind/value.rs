//! Values of fields, typed.

use jiff::civil::Date;

use super::places::TextPlaces;
use super::{Duration, Range};
use crate::source::Span;

/// Markdown in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownText {
    /// The Markdown.
    pub text: String,
    /// Where it stands in the file.
    pub span: Span,
    /// Which of the chapter's fields with Markdown it is, in the order of the kind, from 0.
    pub index: usize,
}

impl MarkdownText {
    /// Where it stands in `file`, the text of its file.
    pub(crate) fn places_in(&self, file: &str) -> TextPlaces {
        TextPlaces::of(&self.text, self.span, file)
    }
}

/// A file of the handbook that a field names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRef {
    /// Its path, seen from the chapter.
    pub path: String,
    /// Where it is named.
    pub span: Span,
}

/// A chapter that a field names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefTo {
    /// Its id, or the id's last part.
    pub id: String,
    /// Where it is named.
    pub span: Span,
}

/// One record: index of the field and value, in the order of the declaration.
pub type Record = Vec<(usize, FieldValue)>;

/// A value of a field. Quantities are shown in the spelling of each page's language, not in the author's.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// Text.
    Text(String),
    /// Markdown.
    Markdown(MarkdownText),
    /// A number.
    Number(f64),
    /// From one number to another.
    Range(Range),
    /// A length of time.
    Duration(Duration),
    /// A day.
    Date(Date),
    /// An address on the web.
    Url(String),
    /// Yes or no.
    Flag(bool),
    /// Indices of the chosen values; one for `choice`.
    Choices(Vec<usize>),
    /// Texts.
    List(Vec<String>),
    /// Records.
    Records(Vec<Record>),
    /// A file.
    File(FileRef),
    /// Chapters; one for `ref`.
    Refs(Vec<RefTo>),
}

impl FieldValue {
    /// Its least and its greatest value, where it is an amount; of lengths of time in minutes, as
    /// [`Duration::working_minutes`] counts them.
    pub fn amount(&self) -> Option<(Option<f64>, Option<f64>)> {
        match self {
            Self::Number(number) => Some((Some(*number), Some(*number))),
            Self::Range(range) => Some((range.from, range.to)),
            Self::Duration(duration) => Some(duration.working_minutes()),
            _ => None,
        }
    }

    /// Calls `visit` for every Markdown text in it.
    pub fn each_markdown<'a>(&'a self, visit: &mut impl FnMut(&'a MarkdownText)) {
        match self {
            Self::Markdown(text) => visit(text),
            Self::Records(records) => {
                for (_, value) in records.iter().flatten() {
                    value.each_markdown(visit);
                }
            }
            _ => {}
        }
    }

    /// Calls `visit` for every file in it.
    pub fn each_file<'a>(&'a self, visit: &mut impl FnMut(&'a FileRef)) {
        match self {
            Self::File(file) => visit(file),
            Self::Records(records) => {
                for (_, value) in records.iter().flatten() {
                    value.each_file(visit);
                }
            }
            _ => {}
        }
    }

    /// Calls `visit` for every address on the web in it.
    pub fn each_url<'a>(&'a self, visit: &mut impl FnMut(&'a str)) {
        match self {
            Self::Url(url) => visit(url),
            Self::Records(records) => {
                for (_, value) in records.iter().flatten() {
                    value.each_url(visit);
                }
            }
            _ => {}
        }
    }
}
