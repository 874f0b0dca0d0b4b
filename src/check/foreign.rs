//! Passages in another language say so.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Finds passages that a screen reader would read out in the wrong language.
pub(super) fn passages(content: &Content<'_>) -> Vec<Finding> {
    content.each_wording(|path, wording, findings| {
        let passages = wording.foreign.iter();
        findings.extend(passages.map(|(language, span)| {
            Finding::new(&codes::UNMARKED_LANGUAGE, path)
                .at(*span)
                .with("language", *language)
        }));
    })
}
