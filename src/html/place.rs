//! Where in the author's files the blocks of a page stand. Only the preview asks for it.

use crate::kind::TextPlaces;
use crate::markdown::html::escaped;
use crate::site::{Chapter, Parsed};
use crate::source::{FileText, HandbookPath, Span};

/// The attribute that says so, with file and line.
pub(crate) const ATTRIBUTE: &str = "data-source";

/// The file of a text, and where the text stands in it.
#[derive(Clone)]
pub(super) struct TextPlace<'s> {
    path: &'s HandbookPath,
    text: &'s FileText,
    places: TextPlaces,
}

impl<'s> TextPlace<'s> {
    /// That of a file.
    pub fn of_file(file: &'s Parsed) -> Self {
        Self {
            path: &file.source.path,
            text: &file.source.text,
            places: TextPlaces::From(file.source.text.len() - file.text().len()),
        }
    }

    /// That of a field with Markdown.
    pub fn of_field(chapter: &'s Chapter, index: usize) -> Self {
        let file = Self::of_file(&chapter.parsed);
        let field = chapter.fields.markdown().into_iter().nth(index);
        match field {
            Some(field) => Self {
                places: field.places_in(&chapter.parsed.source.text),
                ..file
            },
            None => file,
        }
    }

    /// The attribute of a block that begins at `at` in the text.
    pub fn attribute(&self, at: usize) -> String {
        let at = self.places.place(Span::new(at..at)).range().start;
        let line = self.text.line_index().position(at).line;
        format!(" {ATTRIBUTE}=\"{}:{line}\"", escaped(self.path.as_str()))
    }
}
