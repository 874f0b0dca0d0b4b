//! What a manifest says about each page.

use crate::config::EditionId;
use crate::link::Linked;
use crate::pages::{Page, Plan, PlannedPage};
use crate::release::{PageEntries, PageEntry, PageType};
use crate::site::ChapterId;

/// The entries of all pages, by address. `chapter` gives that of a chapter, and is asked for each once.
pub fn entries(
    linked: &Linked,
    plan: &Plan,
    chapter: &mut dyn FnMut(ChapterId) -> PageEntry,
) -> PageEntries {
    let entry = |planned: &PlannedPage| {
        let entry = entry(linked, planned.page, chapter);
        (planned.address.clone(), entry)
    };
    plan.pages().iter().map(entry).collect()
}

fn entry(
    linked: &Linked,
    page: Page,
    chapter: &mut dyn FnMut(ChapterId) -> PageEntry,
) -> PageEntry {
    let site = &linked.site;
    let generated = |edition: EditionId, title: &str| {
        PageEntry::generated(&site.edition(edition).language, title)
    };
    match page {
        Page::Chapter(id) => chapter(id),
        Page::Section(id, 1) => {
            let section = site.section(id);
            match section.index {
                Some(index) => chapter(index),
                None => PageEntry {
                    ty: PageType::Section,
                    ..generated(section.edition, &section.title)
                },
            }
        }
        Page::Section(id, _) => generated(site.section(id).edition, &site.section(id).title),
        Page::Print(id, _) => generated(site.section(id).edition, "print"),
        Page::Glossary(edition) => generated(edition, "glossary"),
        Page::Search(edition) => generated(edition, "search"),
        Page::Alphabet(edition) | Page::Letter(edition, ..) => generated(edition, "a-z"),
        Page::Versions(edition) => generated(edition, "versions"),
        Page::Changes(edition, _) => generated(edition, "changes"),
        Page::Untranslated(number) => generated(site.untranslated[number].edition, "untranslated"),
        Page::Catalogue(edition, ..) => generated(edition, "catalogue"),
        Page::Facet(id, _) => generated(id.edition, "facet"),
        Page::Compare(edition, ..) => generated(edition, "compare"),
        Page::TagIndex(edition, ..) => generated(edition, "words"),
        Page::NotFound => generated(EditionId::DEFAULT, "404"),
    }
}
