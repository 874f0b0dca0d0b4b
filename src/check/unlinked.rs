//! Every chapter of a kind with relations is related, or linked from some text.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::kind::Status;
use crate::site::{Chapter, ChapterId, Site};

/// Finds chapters that only lists lead to. Pages are left out: they have no relations.
pub(super) fn chapters(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let linked = content.linked.linked_chapters();
    let reached = |id: &ChapterId| {
        let chapter = site.chapter(*id);
        linked.contains(id) || !chapter.related.is_empty()
    };
    let alone = site.chapters.iter().filter(|chapter| {
        !chapter.is_index
            && is_public(chapter)
            && has_relations(site, chapter)
            && !chapter.translations.iter().any(reached)
    });
    alone
        .map(|chapter| Finding::new(&codes::CHAPTER_NOTHING_LEADS_TO, chapter.path()))
        .collect()
}

/// Whether readers are to find it: not yet where it is a draft, and never where it is unlisted.
fn is_public(chapter: &Chapter) -> bool {
    !matches!(
        chapter.parsed.front.status,
        Status::Draft | Status::Unlisted
    )
}

/// Whether chapters of this kind can be related to others.
fn has_relations(site: &Site, chapter: &Chapter) -> bool {
    let kind = site.kind(chapter);
    let own = kind
        .fields
        .iter()
        .any(|field| field.ty.relation().is_some());
    let to_it = || {
        let fields = site.kinds.iter().flat_map(|kind| &kind.fields);
        fields
            .filter_map(|field| field.ty.relation())
            .any(|relation| relation.to.as_deref() == Some(&kind.id))
    };
    own || to_it()
}
