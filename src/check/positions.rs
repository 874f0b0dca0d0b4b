//! No photo tells where it was taken, which may be someone's home.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::source::HandbookPath;

/// Whether the photo is published without what is noted in it: so are all whose pixels are read.
fn has_lost_it(content: &Content<'_>, path: &HandbookPath) -> bool {
    let picture = content.linked.site.pictures.get(path);
    picture.is_some_and(|picture| picture.raster.is_some())
}

/// Finds published photos that hold the position of the camera.
pub(super) fn photos(content: &Content<'_>) -> Vec<Finding> {
    let located = content.snapshot.located();
    let published = content.linked.published_assets();
    published
        .filter(|(path, _)| located.contains(*path) && !has_lost_it(content, path))
        .map(|(path, _)| {
            Finding::new(&codes::PHOTO_WITH_POSITION, path).with("path", path.as_str())
        })
        .collect()
}
