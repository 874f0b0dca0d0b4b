//! The picture of a chapter, as front matter names it.

use crate::source::Spanned;
use crate::yaml::{Fields, Reader};

/// The picture that stands for a chapter in lists, in feeds and where other sites link to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterImage {
    /// Its file, as a link from the chapter, and where that is said.
    pub file: Spanned<String>,
    /// What it shows; empty if it is decoration.
    pub alt: String,
    /// Who made it, and what one may do with it.
    pub credit: Option<String>,
}

/// Reads the picture that the front matter names.
pub(super) fn image(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Option<ChapterImage> {
    let value = fields.get("image")?;
    let mut fields = Fields::of(value, "image", reader)?;
    let place = fields.get("file").map(|value| value.span);
    let file = fields.required_text("file", reader);
    let file = file
        .zip(place)
        .map(|(file, place)| Spanned::new(file, place));
    let alt = fields.required_text("alt", reader);
    let credit = fields.text("credit", reader);
    fields.finish(reader);
    Some(ChapterImage {
        file: file?,
        alt: alt.filter(|alt| alt != DECORATIVE).unwrap_or_default(),
        credit,
    })
}

/// What an author writes instead of a text for a picture that says nothing.
const DECORATIVE: &str = "-";
