//! Passages in another language say so.

use super::Content;
use crate::config::{EditionId, language};
use crate::diagnostic::{Finding, codes};
use crate::kind::Status;

/// Finds passages that a screen reader would read out in the wrong language.
pub(super) fn passages(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let original = language::base(&site.config.languages[0]);
    content.each_wording(|path, wording, findings| {
        let parsed = site.texts.get(path).filter(|_| !wording.foreign.is_empty());
        let is_translation = parsed.is_some_and(|parsed| parsed.edition != EditionId::DEFAULT);
        // One that was just begun has the text of its original.
        let is_begun = parsed.is_some_and(|parsed| {
            let front = &parsed.front;
            front.status == Status::Draft && front.translation_of.is_some()
        });
        if is_begun {
            return;
        }
        let passages = wording.foreign.iter();
        findings.extend(passages.map(|(language, span)| {
            let code = if is_translation && *language == original {
                &codes::UNTRANSLATED_PARAGRAPH
            } else {
                &codes::UNMARKED_LANGUAGE
            };
            Finding::new(code, path)
                .at(*span)
                .with("language", *language)
        }));
    })
}
