//! Chapters to which nothing leads: that it is so.

use super::{Content, Source};
use crate::diagnostic::{Finding, codes};
use crate::link::Target;

/// Finds links by which readers would come to a chapter that is unlisted.
pub(super) fn links(content: &Content<'_>) -> Vec<Finding> {
    let (linked, site) = (content.linked, &content.linked.site);
    if site.chapters.iter().all(|chapter| chapter.is_listed()) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for text in content.texts() {
        let id = site.at_path(text.path.as_str());
        if id.is_some_and(|id| !site.chapter(id).is_listed()) {
            continue;
        }
        let targets = match (text.source, id) {
            (Source::File(_), _) => linked.targets(text.path),
            (Source::Field(_, markdown), Some(id)) => linked.field_targets(id, markdown.index),
            (Source::Field(..), None) => continue,
        };
        for destination in &text.document.destinations {
            let Target::Chapter(to, _) = targets.get(destination.key) else {
                continue;
            };
            if !site.chapter(*to).is_listed() {
                findings.push(
                    Finding::new(&codes::LINK_TO_UNLISTED, text.path)
                        .at(destination.span)
                        .with("target", destination.target.as_str()),
                );
            }
        }
    }
    findings
}

/// Finds introductions of sections that are unlisted: the list of their chapters would still be there.
pub(super) fn sections(content: &Content<'_>) -> Vec<Finding> {
    let chapters = content.linked.site.chapters.iter();
    let introductions = chapters.filter(|chapter| chapter.is_index && !chapter.is_listed());
    introductions
        .map(|chapter| Finding::new(&codes::UNLISTED_SECTION, chapter.path()))
        .collect()
}
