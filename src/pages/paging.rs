//! How long lists are parted into pages: no page grows with the handbook.

use std::ops::{Range, RangeInclusive};

use crate::config::EditionId;
use crate::site::{ChapterId, Node, SectionId, Site};

/// How many members a list has on one page.
const LIST_MAX: usize = 100;

/// How many chapters stand in full on one page for printing.
const PRINT_MAX: usize = 20;

/// On how many pages a section lists its members.
pub fn list_pages(site: &Site, section: SectionId) -> usize {
    parts_of(site.section(section).children.len())
}

/// The chapters that a section holds itself, without those of sections in it.
fn own_chapters(site: &Site, section: SectionId) -> impl Iterator<Item = ChapterId> {
    let children = site.section(section).children.iter();
    children.filter_map(|node| match node {
        Node::Chapter(id) => Some(*id),
        Node::Section(_) => None,
    })
}

/// On how many pages the chapters of a section are printed: on none if it has just one. What stands
/// beside the sections at the root isn't a section that someone would want on paper as a whole.
pub fn print_pages(site: &Site, section: SectionId) -> usize {
    let is_section = |node: &Node| matches!(node, Node::Section(_));
    let is_root = site.editions.iter().any(|edition| edition.root == section);
    if is_root && site.section(section).children.iter().any(is_section) {
        return 0;
    }
    match own_chapters(site, section).count() {
        0 | 1 => 0,
        count => count.div_ceil(PRINT_MAX),
    }
}

/// The chapters that part `part` of a section's pages for printing shows.
pub(crate) fn printed(
    site: &Site,
    section: SectionId,
    part: usize,
) -> impl Iterator<Item = ChapterId> {
    let before = (part - 1) * PRINT_MAX;
    own_chapters(site, section).skip(before).take(PRINT_MAX)
}

/// A section's own chapters, each with the part of its pages for printing that it belongs to, from 1.
pub(super) fn printing_parts(
    site: &Site,
    section: SectionId,
) -> impl Iterator<Item = (ChapterId, usize)> {
    let chapters = own_chapters(site, section).enumerate();
    chapters.map(|(place, id)| (id, place / PRINT_MAX + 1))
}

/// On how many pages a list of so many stands.
pub fn parts_of(list: usize) -> usize {
    list.div_ceil(LIST_MAX).max(1)
}

/// The parts of a list of so many.
pub(super) fn list_parts(list: usize) -> RangeInclusive<usize> {
    1..=parts_of(list)
}

/// The address of a part of the list at `folder`.
pub(super) fn part_of(folder: String, part: usize) -> String {
    // A slug never begins with a hyphen, so nothing else can have this address.
    if part == 1 {
        folder
    } else {
        format!("{folder}-{part}/")
    }
}

/// Whether the chapters are too many for one page from A to Z.
pub fn has_letter_pages(site: &Site, edition: EditionId) -> bool {
    site.edition(edition).reading_order.len() > LIST_MAX
}

/// The members that part `part` of a section's list shows.
pub fn list_range(part: usize) -> Range<usize> {
    (part - 1) * LIST_MAX..part * LIST_MAX
}
