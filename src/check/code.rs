//! Code blocks name a language that there is a grammar for.

use super::Text;
use crate::diagnostic::{Code, Finding};
use crate::highlight;

static UNKNOWN: Code = Code::warning("unknown-code-language");

/// Finds code blocks in a language that can't be shown in colours.
pub(super) fn languages(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let languages = text.document.code_languages.iter();
    let unknown = languages.filter(|(language, _)| !highlight::is_known(language));
    findings.extend(unknown.map(|(language, span)| {
        Finding::new(&UNKNOWN, text.path)
            .at(*span)
            .with("language", language.as_str())
            .suggesting(language, highlight::languages())
    }));
}
