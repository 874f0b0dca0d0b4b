//! What a manifest says about each page: enough to tell in a later release what became of it.

use std::collections::BTreeMap;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::manifest::{PageEntry, PageType, SectionEntry};
use crate::kind::Status;
use crate::link::Linked;
use crate::search;
use crate::site::{Chapter, ChapterId};
use crate::source::hex;
use crate::theme::{Page, address, pages};

/// How many bytes of a section's hash are kept: two of a handbook's sections won't share them.
const HASH_LENGTH: usize = 8;

/// The entries of all pages, by address.
pub fn entries(linked: &Linked) -> BTreeMap<String, PageEntry> {
    let all = pages(linked).into_par_iter();
    all.map(|page| (address(&linked.site, page), entry(linked, page)))
        .collect()
}

fn entry(linked: &Linked, page: Page) -> PageEntry {
    let site = &linked.site;
    let generated =
        |edition: usize, title: &str| PageEntry::generated(&site.editions[edition].language, title);
    match page {
        Page::Chapter(id) => of_chapter(linked, id),
        Page::Section(id, 1) => {
            let section = site.section(id);
            match section.index {
                Some(index) => of_chapter(linked, index),
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

fn of_chapter(linked: &Linked, id: ChapterId) -> PageEntry {
    let site = &linked.site;
    let chapter = site.chapter(id);
    let language = &site.editions[chapter.edition].language;
    let headings = chapter.anchors.iter().map(|anchor| anchor.id.clone());
    let status = chapter.parsed.front.status;
    PageEntry {
        ty: PageType::Chapter,
        id: Some(chapter.id.clone()),
        lang: language.clone(),
        title: chapter.title.clone(),
        kind: Some(site.kind(chapter).label.get(language).to_owned()),
        withdrawn: matches!(status, Status::Withdrawn | Status::Superseded),
        anchors: headings.chain(chapter.html_ids.iter().cloned()).collect(),
        sections: sections(linked, id, chapter, language),
    }
}

/// Title and summary count to the part before the first heading.
fn sections(
    linked: &Linked,
    id: ChapterId,
    chapter: &Chapter,
    language: &str,
) -> Vec<SectionEntry> {
    let words = search::chapter(&linked.site, id, language);
    let mut lead = Some(format!("{}\n{}\n", chapter.title, words.summary));
    words
        .sections
        .into_iter()
        .map(|section| {
            let text = lead.take().unwrap_or_default() + &section.body;
            SectionEntry {
                anchor: section.anchor,
                heading: section.heading,
                hash: hex(&Sha256::digest(text)[..HASH_LENGTH]),
            }
        })
        .collect()
}
