//! Videos have captions or a transcript.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Finds videos that nobody can follow without hearing.
pub(super) fn captions(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        let videos = facts.videos.iter();
        findings.extend(
            videos.map(|span| Finding::new(&codes::VIDEO_WITHOUT_CAPTIONS, path).at(*span)),
        );
    })
}
