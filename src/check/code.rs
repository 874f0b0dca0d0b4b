//! Code blocks name a language that there is a grammar for.

use crate::diagnostic::{Code, Finding};
use crate::highlight;
use crate::link::Linked;

static UNKNOWN: Code = Code::warning("unknown-code-language");

/// Finds code blocks in a language that can't be shown in colours.
pub(super) fn languages(linked: &Linked) -> Vec<Finding> {
    let site = &linked.site;
    let texts = site
        .texts
        .iter()
        .map(|(path, parsed)| (path, &parsed.document));
    let fields = site.chapters.iter().flat_map(|chapter| {
        chapter
            .prose
            .iter()
            .map(|document| (chapter.path(), document))
    });
    let mut findings = Vec::new();
    for (path, document) in texts.chain(fields) {
        for (language, span) in &document.code_languages {
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
