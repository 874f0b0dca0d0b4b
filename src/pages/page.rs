//! Which pages there are, and the address of each.

use super::catalogues::{self, ValueId};
use super::paging::{has_letter_pages, list_pages, part_address, parts_of, print_pages};
use crate::config::EditionId;
use crate::release::Release;
use crate::site::{ChapterId, SectionId, Site};

/// A page of the published site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// A chapter that introduces no section.
    Chapter(ChapterId),
    /// A section, and which part of its list, from 1.
    Section(SectionId, usize),
    /// The chapters of a section in full, to be printed together, and which part of them, from 1.
    Print(SectionId, usize),
    /// The glossary of an edition.
    Glossary(EditionId),
    /// The search page of an edition.
    Search(EditionId),
    /// The chapters of an edition from A to Z: all of them, or where these are many, the letters.
    Alphabet(EditionId),
    /// The chapters of an edition under a letter, and which part of their list, from 1.
    Letter(EditionId, usize, usize),
    /// Where a translation is missing: its number in [`Site::untranslated`].
    Untranslated(usize),
    /// The chapters that readers can filter: numbers of the edition and of the catalogue in it, and
    /// which part of the list, from 1.
    Catalogue(EditionId, usize, usize),
    /// The chapters that have a value of a facet, and which part of their list, from 1.
    Facet(ValueId, usize),
    /// The comparison of a catalogue's chapters: numbers as of the catalogue.
    Compare(EditionId, usize, usize),
    /// All topics or audiences of an edition: numbers of the edition and of the facet in its
    /// catalogue of all kinds, and which part of the list, from 1.
    TagIndex(EditionId, usize, usize),
    /// Which releases there are, in an edition. It stands at the root of the published tree only, so
    /// a release writes it by itself.
    Versions(EditionId),
    /// What the release changed in an edition, and which part of the list, from 1.
    Changes(EditionId, usize),
    /// What a server shows for an address that doesn't exist.
    NotFound,
}

/// All pages, in the order of the editions and of reading.
pub(super) fn all(site: &Site, release: Option<&Release>) -> Vec<Page> {
    let chapters = site
        .editions
        .iter()
        .flat_map(|edition| &edition.reading_order);
    let chapters = chapters
        .filter(|id| !site.chapter(**id).is_index)
        .map(|id| Page::Chapter(*id));
    let sections = (0..site.sections.len()).flat_map(|number| {
        let id = SectionId(number);
        (1..=list_pages(site, id)).map(move |part| Page::Section(id, part))
    });
    let prints = (0..site.sections.len()).flat_map(|number| {
        let id = SectionId(number);
        (1..=print_pages(site, id)).map(move |part| Page::Print(id, part))
    });
    let glossaries = site.edition_ids().filter(|_| !site.glossary.is_empty());
    let finding = site.edition_ids().flat_map(|edition| {
        let all = &site.edition(edition).letters;
        let letters = if has_letter_pages(site, edition) {
            all.len()
        } else {
            0
        };
        let parts = move |letter: usize| {
            (1..=parts_of(all[letter].chapters.len()))
                .map(move |part| Page::Letter(edition, letter, part))
        };
        [Page::Search(edition), Page::Alphabet(edition)]
            .into_iter()
            .chain((0..letters).flat_map(parts))
    });
    let changes = release.into_iter().flat_map(|release| {
        let editions = site.edition_ids().zip(&release.changes);
        editions.flat_map(|(edition, changes)| {
            (1..=parts_of(changes.len())).map(move |part| Page::Changes(edition, part))
        })
    });
    chapters
        .chain(changes)
        .chain(sections)
        .chain(prints)
        .chain(glossaries.map(Page::Glossary))
        .chain(finding)
        .chain((0..site.untranslated.len()).map(Page::Untranslated))
        .chain(
            site.edition_ids()
                .flat_map(|edition| catalogues::pages(site, edition)),
        )
        .chain([Page::NotFound])
        .collect()
}

/// The page that shows a chapter.
pub fn of_chapter(site: &Site, id: ChapterId) -> Page {
    let chapter = site.chapter(id);
    if chapter.is_index {
        Page::Section(chapter.section, 1)
    } else {
        Page::Chapter(id)
    }
}

/// The address of a page: a folder with a slash at its end, or a file.
pub fn address(site: &Site, page: Page) -> String {
    match page {
        Page::Chapter(id) => site.chapter(id).address.clone(),
        Page::Section(id, part) => part_address(site.section(id).address.clone(), part),
        Page::Print(id, part) => {
            let section = site.section(id);
            let german = site.edition(section.edition).language.starts_with("de");
            let name = if german { "druck" } else { "print" };
            let address = format!("{}-{name}", section.address);
            if part == 1 {
                format!("{address}/")
            } else {
                format!("{address}-{part}/")
            }
        }
        Page::Glossary(edition) => site.edition(edition).glossary(),
        Page::Search(edition) => site.edition(edition).search(),
        Page::Alphabet(edition) => site.edition(edition).alphabet(),
        Page::Letter(edition, letter, part) => {
            let edition = site.edition(edition);
            let letter = format!("{}{}/", edition.alphabet(), edition.letters[letter].slug());
            part_address(letter, part)
        }
        Page::Untranslated(number) => site.untranslated[number].address.clone(),
        Page::Catalogue(edition, number, part) => {
            catalogues::catalogue_address(site, edition, number, part)
        }
        Page::Facet(id, part) => catalogues::facet_address(site, id, part),
        Page::Compare(edition, number, part) => {
            catalogues::compare_address(site, edition, number, part)
        }
        Page::TagIndex(edition, facet, part) => {
            catalogues::tag_index_address(site, edition, facet, part)
        }
        Page::Versions(edition) => site.edition(edition).versions(),
        Page::Changes(edition, 1) => site.edition(edition).changes(),
        Page::Changes(edition, part) => format!("{}-{part}/", site.edition(edition).changes()),
        Page::NotFound => "404.html".into(),
    }
}
