//! What a book consists of, in its order.
//!
//! 1. [`Selection`] says which chapters: all, some sections, or some chapters.
//! 2. [`outline`] goes through the sections in the order of reading, and gives the parts of the book with
//!    how deep each stands among the others. Sections around what was chosen are left out where nothing
//!    else of them is there; a single chapter stands alone.
//! 3. A whole handbook begins with a title page, and has glossary, lists and index at its end. What the law
//!    asks of a website stays there.

use std::collections::BTreeSet;

use crate::config::EditionId;
use crate::link::Linked;
use crate::pages::{Page, Plan};
use crate::site::{ChapterId, Node, SectionId};
use crate::theme::BookPart;

/// Which chapters a book has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// All that lists lead to.
    #[default]
    All,
    /// These sections as a whole, and these chapters.
    Only(BTreeSet<SectionId>, BTreeSet<ChapterId>),
}

/// A part of a book, and where it stands among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The part.
    pub part: BookPart,
    /// How many parts it stands in.
    pub depth: usize,
}

/// The parts of a book. Without chapters there is no book.
pub fn outline(
    linked: &Linked,
    plan: &Plan,
    edition: EditionId,
    selection: &Selection,
) -> Vec<Placed> {
    let site = &linked.site;
    let root = site.edition(edition).root;
    let mut chapters = Vec::new();
    section(linked, root, selection, 0, &mut chapters);
    let ids = chapters_of(&chapters);
    if ids.is_empty() {
        return Vec::new();
    }
    let end = |part| Placed { part, depth: 0 };
    let is_sheet = ids.len() == 1;
    let mut parts = Vec::new();
    if !is_sheet {
        parts.push(end(BookPart::Title));
    }
    parts.append(&mut chapters);
    if is_sheet {
        return parts;
    }
    if *selection == Selection::All && plan.has(Page::Glossary(edition)) {
        parts.push(end(BookPart::Glossary));
    }
    let has_sources = |id: &ChapterId| !site.chapter(*id).parsed.front.sources.is_empty();
    let within: BTreeSet<ChapterId> = ids.iter().copied().collect();
    let is_related = |id: &ChapterId| {
        let related = site.chapter(*id).related.iter();
        related
            .flat_map(|related| &related.chapters)
            .any(|other| within.contains(other))
    };
    if ids.iter().any(is_related) {
        parts.push(end(BookPart::Lists));
    }
    if ids.iter().any(has_sources) {
        parts.push(end(BookPart::Sources));
    }
    parts.push(end(BookPart::Index));
    parts
}

/// The chapters among parts.
pub fn chapters_of(parts: &[Placed]) -> Vec<ChapterId> {
    let chapter = |placed: &Placed| match placed.part {
        BookPart::Chapter(id) => Some(id),
        _ => None,
    };
    parts.iter().filter_map(chapter).collect()
}

/// Adds the parts of a section. Sections stand in each other no deeper than folders do.
fn section(
    linked: &Linked,
    id: SectionId,
    selection: &Selection,
    depth: usize,
    parts: &mut Vec<Placed>,
) {
    let section = linked.site.section(id);
    let is_whole = match selection {
        Selection::All => true,
        Selection::Only(sections, _) => sections.contains(&id),
    };
    let whole = Selection::All;
    let selection = if is_whole { &whole } else { selection };
    let is_chosen = |chapter: &ChapterId| match selection {
        Selection::All => true,
        Selection::Only(_, chapters) => chapters.contains(chapter),
    };
    let is_root = section.parent.is_none();
    let index = section.index.filter(is_chosen);
    let head = match index {
        Some(id) => Some(BookPart::Chapter(id)),
        None if is_whole && !is_root && section.count > 0 => Some(BookPart::Section(id)),
        None => None,
    };
    parts.extend(head.map(|part| Placed { part, depth }));
    // What the start page says is the first chapter, not one around all others.
    let depth = if is_root || head.is_none() {
        depth
    } else {
        depth + 1
    };
    let is_legal = |node: &&Node| is_root && is_whole && linked.is_legal_member(**node);
    for node in section.children.iter().filter(|node| !is_legal(node)) {
        match node {
            Node::Chapter(id) if is_chosen(id) => parts.push(Placed {
                part: BookPart::Chapter(*id),
                depth,
            }),
            Node::Chapter(_) => {}
            Node::Section(id) => self::section(linked, *id, selection, depth, parts),
        }
    }
}
