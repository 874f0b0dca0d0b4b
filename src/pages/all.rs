//! Which pages a site has, in the order of the editions and of reading.

use super::paging::{has_letter_pages, list_pages, list_parts, print_pages};
use super::{Page, catalogues};
use crate::config::EditionId;
use crate::link::Linked;
use crate::release::Release;
use crate::site::{ChapterId, SectionId};

/// All pages that are part of the site.
pub(super) fn all(linked: &Linked, release: Option<&Release>) -> Vec<Page> {
    let site = &linked.site;
    let editions = || site.edition_ids();
    let sections = || (0..site.sections.len()).map(SectionId);
    let mut pages: Vec<Page> = Vec::new();
    let chapters = site.editions.iter().flat_map(|e| &e.reading_order);
    let chapters = chapters.filter(|id| !site.chapter(**id).is_index);
    pages.extend(chapters.map(|id| Page::Chapter(*id)));
    let unlisted = (0..site.chapters.len()).map(ChapterId);
    let unlisted = unlisted.filter(|id| !site.chapter(*id).is_listed());
    let unlisted = unlisted.filter(|id| !site.chapter(*id).is_index);
    pages.extend(unlisted.map(Page::Chapter));
    for (edition, changes) in editions().zip(release.iter().flat_map(|r| &r.changes)) {
        let parts = list_parts(changes.len());
        pages.extend(parts.map(|part| Page::Changes(edition, part)));
    }
    for id in sections() {
        pages.extend((1..=list_pages(site, id)).map(|part| Page::Section(id, part)));
    }
    for id in sections() {
        pages.extend((1..=print_pages(site, id)).map(|part| Page::Print(id, part)));
    }
    if !site.glossary.is_empty() {
        pages.extend(editions().map(Page::Glossary));
    }
    for edition in editions() {
        pages.extend([
            Page::Search(edition),
            Page::Collection(edition),
            Page::Alphabet(edition),
        ]);
        let by_letter = has_letter_pages(site, edition);
        for letter in site.letters(edition).filter(|_| by_letter) {
            let parts = list_parts(site.letter(letter).chapters.len());
            pages.extend(parts.map(|part| Page::Letter(letter, part)));
        }
    }
    pages.extend(site.untranslated_ids().map(Page::Untranslated));
    pages.extend(editions().flat_map(|edition| catalogues::pages(site, edition)));
    for edition in editions().filter(|id| lists_pictures(linked, *id)) {
        let parts = list_parts(linked.credits(edition).len());
        pages.extend(parts.map(|part| Page::Pictures(edition, part)));
    }
    pages.push(Page::NotFound);
    pages
}

/// Whether there is a page for the pictures of an edition. A handbook that has one of its own at that address
/// needs no other.
fn lists_pictures(linked: &Linked, edition: EditionId) -> bool {
    let site = &linked.site;
    let address = site.edition(edition).pictures();
    let is_taken = || {
        let chapters = site.chapters.iter().map(|chapter| &chapter.address);
        let sections = site.sections.iter().map(|section| &section.address);
        chapters.chain(sections).any(|taken| *taken == address)
    };
    !linked.credits(edition).is_empty() && !is_taken()
}
