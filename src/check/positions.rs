//! No photo tells where it was taken, which may be someone's home.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Finds published photos that hold the position of the camera.
pub(super) fn photos(content: &Content<'_>) -> Vec<Finding> {
    let located = content.snapshot.located();
    let published = content.linked.published_assets();
    published
        .filter(|(path, _)| located.contains(*path))
        .map(|(path, _)| {
            Finding::new(&codes::PHOTO_WITH_POSITION, path).with("path", path.as_str())
        })
        .collect()
}
