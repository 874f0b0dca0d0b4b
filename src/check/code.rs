//! Code blocks name a language that there is a grammar for.

use super::Text;
use crate::diagnostic::{Finding, codes};
use crate::highlight;

/// Finds code blocks in a language that can't be shown in colours.
pub(super) fn languages(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let languages = text.document.code_languages.iter();
    let unknown = languages.filter(|(language, _)| !highlight::is_known(language));
    findings.extend(unknown.map(|(language, span)| {
        Finding::new(&codes::UNKNOWN_CODE_LANGUAGE, text.path)
            .at(*span)
            .with("language", language.as_str())
            .suggesting(language, highlight::languages())
    }));
}
