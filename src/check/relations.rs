//! Relations that contradict: a chapter can't come from one that comes from it, and one that no longer
//! holds can't take the place of another.

use std::collections::{BTreeMap, BTreeSet};

use super::Content;
use crate::diagnostic::{Finding, codes, is_plain};
use crate::kind::{FieldValue, Kind, Status};
use crate::site::{ChapterId, Label, Site};

/// From each chapter to those that a field of it names.
type Edges = BTreeMap<ChapterId, BTreeSet<ChapterId>>;

/// Finds circles along relations between chapters of one kind that have a direction, such as
/// `variant_of`. One that is its own way back, such as `contradicts`, has none.
pub(super) fn circles(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let mut findings = Vec::new();
    for kind in site.kinds.iter() {
        for (number, field) in kind.fields.iter().enumerate() {
            let directed = field.ty.relation().is_some_and(|relation| {
                let same_kind = relation.to.as_deref() == Some(&kind.id);
                same_kind && relation.inverse.as_deref() != Some(&field.id)
            });
            if directed {
                let edges = in_circles(edges(site, kind, number));
                report(site, number, &field.id, &edges, &mut findings);
            }
        }
    }
    findings
}

/// Finds chapters whose places are taken by each other, or by one whose own place is taken.
pub(super) fn successors(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let chapters = site.chapters.iter().enumerate();
    let edges: Edges = chapters
        .filter(|(_, chapter)| !chapter.is_fallback)
        .filter_map(|(number, chapter)| Some((ChapterId(number), [chapter.successor?].into())))
        .collect();
    let circles = in_circles(edges.clone());
    let next = |id: ChapterId| site.chapter(id).successor;
    let valid = |id: &ChapterId| {
        let status = site.chapter(*id).parsed.front.status;
        !matches!(status, Status::Superseded | Status::Withdrawn)
    };
    let finding = |id: &ChapterId| {
        let chapter = site.chapter(*id);
        let span = chapter.parsed.front.superseded_by.as_ref()?.span;
        let successor = chapter.successor?;
        let finding = |code| {
            let other = site.chapter(successor).title.as_str();
            let finding = Finding::new(code, chapter.path()).at(span);
            finding.with("other", other).with("field", "superseded_by")
        };
        if circles.contains_key(id) {
            return Some(finding(&codes::RELATION_IN_A_CIRCLE));
        }
        if valid(&successor) {
            return None;
        }
        // Behind it there may be a circle, which has no end.
        let behind = std::iter::successors(Some(successor), |id| next(*id));
        let end = behind.take(site.chapters.len()).last().filter(valid);
        let end = end.map(|id| site.chapter(id).id.clone());
        let finding = finding(&codes::OUTDATED_SUCCESSOR).with_suggestion(end.clone());
        Some(match end.filter(|id| is_plain(id)) {
            Some(end) => finding.with_fix(span, end),
            None => finding,
        })
    };
    edges.keys().filter_map(finding).collect()
}

/// Those of the edges that lead in a circle.
fn in_circles(edges: Edges) -> Edges {
    let edges = circular(edges);
    let circles = circular(reversed(&edges));
    let in_circle = |id: &ChapterId| circles.contains_key(id);
    edges.into_iter().filter(|(id, _)| in_circle(id)).collect()
}

fn edges(site: &Site, kind: &Kind, field: usize) -> Edges {
    let mut edges = Edges::new();
    for (number, chapter) in site.chapters.iter().enumerate() {
        for related in &chapter.related {
            let is_field = matches!(&related.label, Label::Field { kind: of, field: at }
                if *of == kind.id && *at == field);
            if is_field && chapter.kind == kind.id {
                edges.insert(
                    ChapterId(number),
                    related.chapters.iter().copied().collect(),
                );
            }
        }
    }
    edges
}

fn reversed(edges: &Edges) -> Edges {
    let mut reversed = Edges::new();
    for (chapter, others) in edges {
        for other in others {
            reversed.entry(*other).or_default().insert(*chapter);
        }
    }
    reversed
}

/// Takes away every chapter from which the edges end, until only circles are left, and what leads
/// into one.
fn circular(mut edges: Edges) -> Edges {
    let mut from: BTreeMap<ChapterId, Vec<ChapterId>> = BTreeMap::new();
    let mut ends = Vec::new();
    for (chapter, others) in &edges {
        for other in others {
            from.entry(*other).or_default().push(*chapter);
            if !edges.contains_key(other) {
                ends.push(*other);
            }
        }
    }
    while let Some(end) = ends.pop() {
        for chapter in from.remove(&end).unwrap_or_default() {
            let Some(others) = edges.get_mut(&chapter) else {
                continue;
            };
            others.remove(&end);
            if others.is_empty() {
                edges.remove(&chapter);
                ends.push(chapter);
            }
        }
    }
    edges
}

/// Reports each chapter of a circle: to fix any of them fixes it.
fn report(site: &Site, field: usize, key: &str, edges: &Edges, findings: &mut Vec<Finding>) {
    for (id, others) in edges {
        let chapter = site.chapter(*id);
        let value = chapter
            .fields
            .values
            .iter()
            .find(|(number, _)| *number == field);
        let Some((_, FieldValue::Refs(refs))) = value else {
            continue;
        };
        let (Some(reference), Some(other)) = (refs.first(), others.first()) else {
            continue;
        };
        findings.push(
            Finding::new(&codes::RELATION_IN_A_CIRCLE, chapter.path())
                .at(reference.span)
                .with("field", key)
                .with("other", site.chapter(*other).title.as_str()),
        );
    }
}
