//! What a manifest says about each page.

use crate::link::Linked;
use crate::pages::{Page, Plan, PlannedPage};
use crate::release::{PageEntries, PageEntry, PageType};

/// The entries of all pages, by address. `chapters` are those of the chapters, by number.
pub fn entries(linked: &Linked, plan: &Plan, chapters: &[PageEntry]) -> PageEntries {
    let entry = |planned: &PlannedPage| {
        let entry = entry(linked, planned.page, chapters);
        (planned.address.clone(), entry)
    };
    plan.pages().iter().map(entry).collect()
}

fn entry(linked: &Linked, page: Page, chapters: &[PageEntry]) -> PageEntry {
    let site = &linked.site;
    let generated =
        |edition: usize, title: &str| PageEntry::generated(&site.editions[edition].language, title);
    match page {
        Page::Chapter(id) => chapters[id.0].clone(),
        Page::Section(id, 1) => {
            let section = site.section(id);
            match section.index {
                Some(index) => chapters[index.0].clone(),
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
        Page::Words(edition, ..) => generated(edition, "words"),
        Page::NotFound => generated(0, "404"),
    }
}
