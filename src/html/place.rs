//! Where in the author's files the blocks of a page stand. Only the preview asks for it.

use crate::kind::MarkdownText;
use crate::markdown::html::escaped;
use crate::site::{Chapter, Parsed};
use crate::source::{HandbookPath, Lines};

/// The attribute that says so, with file and line.
pub(crate) const ATTRIBUTE: &str = "data-source";

/// The file of a text, and where the text begins in it.
#[derive(Clone, Copy)]
pub(super) struct TextPlace<'s> {
    path: &'s HandbookPath,
    lines: Lines<'s>,
    offset: usize,
    /// Whether the text stands there as it is, so that its places are places of the file.
    is_verbatim: bool,
}

impl<'s> TextPlace<'s> {
    /// That of a file.
    pub fn of_file(file: &'s Parsed) -> Self {
        Self {
            path: &file.source.path,
            lines: file.source.text.line_index(),
            offset: file.source.text.len() - file.text().len(),
            is_verbatim: true,
        }
    }

    /// That of a field with Markdown: its own place, or at least that of the field.
    pub fn of_field(chapter: &'s Chapter, index: usize) -> Self {
        let file = Self::of_file(&chapter.parsed);
        let mut fields = chapter.fields.markdown().into_iter();
        let field: Option<&MarkdownText> = fields.nth(index);
        let own = field.and_then(|field| field.offset_in(&chapter.parsed.source.text));
        let around = field.map(|field| field.span.range().start);
        Self {
            offset: own.or(around).unwrap_or_default(),
            is_verbatim: own.is_some(),
            ..file
        }
    }

    /// The attribute of a block that begins at `at` in the text.
    pub fn attribute(self, at: usize) -> String {
        let at = self.offset + if self.is_verbatim { at } else { 0 };
        let line = self.lines.position(at).line;
        format!(" {ATTRIBUTE}=\"{}:{line}\"", escaped(self.path.as_str()))
    }
}
