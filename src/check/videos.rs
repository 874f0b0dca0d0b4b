//! Videos have captions or a transcript.

use super::Content;
use crate::diagnostic::{Code, Finding};

static WITHOUT: Code = Code::warning("video-without-captions");

/// Finds videos that nobody can follow without hearing.
pub(super) fn captions(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        let videos = facts.videos.iter();
        findings.extend(videos.map(|span| Finding::new(&WITHOUT, path).at(*span)));
    })
}
