//! Code blocks name a language that there is a grammar for.

use std::sync::LazyLock;

use super::Text;
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::highlight;

/// All languages that there are grammars for.
static KNOWN: LazyLock<Suggestions<'static>> =
    LazyLock::new(|| Suggestions::new(highlight::languages()));

/// Finds code blocks in a language that can't be shown in colours.
pub(super) fn languages(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let languages = text.document.code_languages.iter();
    let unknown = languages.filter(|(language, _)| !highlight::is_known(language));
    findings.extend(unknown.map(|(language, span)| {
        Finding::new(&codes::UNKNOWN_CODE_LANGUAGE, text.path)
            .at(*span)
            .with("language", language.as_str())
            .suggesting(language, &KNOWN)
    }));
}
