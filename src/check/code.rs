//! Code blocks name a language that there is a grammar for.

use super::Content;
use crate::diagnostic::{Code, Finding};
use crate::highlight;

static UNKNOWN: Code = Code::warning("unknown-code-language");

/// Finds code blocks in a language that can't be shown in colours.
pub(super) fn languages(content: &Content<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in content.texts() {
        for (language, span) in &text.document.code_languages {
            if !highlight::is_known(language) {
                findings.push(
                    Finding::new(&UNKNOWN, text.path)
                        .at(*span)
                        .with("language", language.as_str())
                        .nearest(language, highlight::languages()),
                );
            }
        }
    }
    findings
}
