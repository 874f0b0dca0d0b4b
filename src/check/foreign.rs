//! Passages in another language say so.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::kind::Status;
use crate::source::HandbookPath;

/// Finds passages that a screen reader would read out in the wrong language.
pub(super) fn passages(content: &Content<'_>) -> Vec<Finding> {
    // A translation that was just begun has the text of its original.
    let texts = &content.linked.site.texts;
    let is_begun = |path: &HandbookPath| {
        texts.get(path).is_some_and(|parsed| {
            let front = &parsed.front;
            front.status == Status::Draft && front.translation_of.is_some()
        })
    };
    content.each_wording(|path, wording, findings| {
        if !wording.foreign.is_empty() && is_begun(path) {
            return;
        }
        let passages = wording.foreign.iter();
        findings.extend(passages.map(|(language, span)| {
            Finding::new(&codes::UNMARKED_LANGUAGE, path)
                .at(*span)
                .with("language", *language)
        }));
    })
}
