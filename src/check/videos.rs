//! Videos have captions or a transcript.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::source::Span;

/// Finds videos that nobody can follow without hearing.
pub(super) fn captions(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        // A film among the images may have its captions in a file beside it.
        let has_captions = |span: &Span| {
            let mut images = facts.images.iter();
            let video = images.find(|image| !image.html && image.span == *span);
            let found = video.and_then(|video| content.linked.file(path, &video.target));
            found.is_some_and(|(file, _)| !content.linked.captions(file).is_empty())
        };
        let videos = facts.videos.iter().filter(|span| !has_captions(span));
        findings.extend(
            videos.map(|span| Finding::new(&codes::VIDEO_WITHOUT_CAPTIONS, path).at(*span)),
        );
    })
}
