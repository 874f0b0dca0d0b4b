//! Sentences in easy language are short.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Finds sentences that are longer than the handbook allows in easy language.
pub(super) fn long(content: &Content<'_>) -> Vec<Finding> {
    let max = content.linked.site.config.easy_sentence_words;
    content.each_wording(|path, wording, findings| {
        let long = wording.sentences.iter().filter(|(words, _)| *words > max);
        findings.extend(long.map(|(words, span)| {
            Finding::new(&codes::LONG_SENTENCE, path)
                .at(*span)
                .with("words", *words)
                .with("max", max)
        }));
    })
}
