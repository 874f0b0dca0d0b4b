//! Drawings show what their authors drew.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::source::{Drawing, HandbookPath};

/// Finds drawings of which a part isn't published: it would run, or be loaded from elsewhere.
pub(super) fn left_out(content: &Content<'_>) -> Vec<Finding> {
    let drawings = published(content).filter(|(_, drawing)| !drawing.left_out.is_empty());
    let finding = |(path, drawing): (&HandbookPath, &Drawing)| {
        Finding::new(&codes::DRAWING_LEFT_OUT, path).with("what", drawing.left_out.join(", "))
    };
    drawings.map(finding).collect()
}

/// Finds drawings whose texts ask for fonts that few readers have.
pub(super) fn fonts(content: &Content<'_>) -> Vec<Finding> {
    let drawings = published(content).filter(|(_, drawing)| !drawing.fonts.is_empty());
    let finding = |(path, drawing): (&HandbookPath, &Drawing)| {
        Finding::new(&codes::DRAWING_FONT, path).with("fonts", drawing.fonts.join(", "))
    };
    drawings.map(finding).collect()
}

fn published<'c>(
    content: &'c Content<'_>,
) -> impl Iterator<Item = (&'c HandbookPath, &'c Drawing)> {
    let pictures = &content.linked.site.pictures;
    let files = content.linked.published_assets();
    files.filter_map(move |(path, _)| Some((path, pictures.get(path)?.drawing.as_deref()?)))
}
