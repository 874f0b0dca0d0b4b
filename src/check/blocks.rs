//! Blocks of a start page that other chapters name.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Finds chapters that name blocks, or one to be shown first, and are no start page.
pub(super) fn elsewhere(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let is_start = |chapter: &crate::site::Chapter| {
        chapter.is_index && site.section(chapter.section).parent.is_none()
    };
    let mut findings = Vec::new();
    for chapter in site.chapters.iter().filter(|chapter| !chapter.is_fallback) {
        let front = &chapter.parsed.front;
        let first = front.blocks.first().map(|block| ("blocks", block.span));
        let featured = front
            .featured
            .as_ref()
            .map(|named| ("featured", named.span));
        if let Some((key, span)) = first.or(featured).filter(|_| !is_start(chapter)) {
            findings.push(
                Finding::new(&codes::BLOCKS_ELSEWHERE, chapter.path())
                    .at(span)
                    .with("key", key),
            );
        }
    }
    findings
}
