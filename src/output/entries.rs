//! What a manifest says about each page.

use crate::link::Linked;
use crate::pages::{Page, Plan, PlannedPage};
use crate::release::{PageEntries, PageEntry, PageType};
use crate::site::ChapterId;

/// The entries of all pages that lists may lead to, by address. `chapter` gives that of a chapter, and is asked for each once.
pub fn entries(
    linked: &Linked,
    plan: &Plan,
    chapter: &mut dyn FnMut(ChapterId) -> PageEntry,
) -> PageEntries {
    let entry = |planned: &PlannedPage| {
        let entry = entry(linked, planned.page, chapter);
        (planned.address.to_string(), entry)
    };
    let listed = |planned: &&PlannedPage| is_listed(linked, planned.page);
    plan.pages().iter().filter(listed).map(entry).collect()
}

/// Whether lists may lead to a page. What isn't listed has no entry, and no promise holds for its address.
pub(super) fn is_listed(linked: &Linked, page: Page) -> bool {
    let site = &linked.site;
    match page {
        Page::Chapter(id) => site.chapter(id).is_listed(),
        Page::Section(id, _) => site.section(id).is_listed(),
        _ => true,
    }
}

fn entry(
    linked: &Linked,
    page: Page,
    chapter: &mut dyn FnMut(ChapterId) -> PageEntry,
) -> PageEntry {
    let site = &linked.site;
    if let Some(id) = page.chapter(site) {
        return chapter(id);
    }
    let title: &str = match page {
        Page::Chapter(id) => &site.chapter(id).title,
        Page::Section(id, _) => &site.section(id).title,
        Page::Print(..) => "print",
        Page::Glossary(_) => "glossary",
        Page::Search(_) => "search",
        Page::Collection(_) => "collection",
        Page::Alphabet(_) | Page::Letter(..) => "a-z",
        Page::Versions(_) => "versions",
        Page::Changes(..) => "changes",
        Page::Untranslated(_) => "untranslated",
        Page::Catalogue(..) => "catalogue",
        Page::Facet(..) => "facet",
        Page::Compare(..) => "compare",
        Page::TagIndex(..) => "words",
        Page::Pictures(..) => "pictures",
        Page::NotFound => "404",
    };
    let language = &site.edition(page.edition(site)).language;
    let entry = PageEntry::generated(language, title);
    match page {
        Page::Section(_, 1) => PageEntry {
            ty: PageType::Section,
            ..entry
        },
        _ => entry,
    }
}
