//! Code blocks name a language that there is a grammar for.

use crate::diagnostic::{Code, Finding};
use crate::highlight;
use crate::link::Linked;

static UNKNOWN: Code = Code::warning("unknown-code-language");

/// Finds code blocks in a language that can't be shown in colours.
pub(super) fn languages(linked: &Linked) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, parsed) in &linked.site.texts {
        for (language, span) in &parsed.document.code_languages {
            if !highlight::is_known(language) {
                findings.push(
                    Finding::new(&UNKNOWN, path)
                        .at(*span)
                        .with("language", language.as_str())
                        .nearest(language, highlight::languages()),
                );
            }
        }
    }
    findings
}
