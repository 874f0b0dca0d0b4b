//! No document tells who wrote it, or what was deleted in it.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::source::DocumentTrace;
use crate::text::{Language, program};

/// Finds published documents that tell more than their text.
pub(super) fn traces(content: &Content<'_>) -> Vec<Finding> {
    let texts = program(Language::of_locale(
        content.linked.site.config.default_language(),
    ));
    let published = content.linked.published_assets();
    let found = published.filter_map(|(path, _)| {
        let traces = content.snapshot.traces().get(path)?;
        let what: Vec<String> = traces
            .iter()
            .map(|trace| match trace {
                DocumentTrace::Person(name) => name.clone(),
                DocumentTrace::Changes => texts.plain("document-changes"),
                DocumentTrace::Comments => texts.plain("document-comments"),
            })
            .collect();
        Some(Finding::new(&codes::DOCUMENT_TELLS, path).with("what", what.join(", ")))
    });
    found.collect()
}
