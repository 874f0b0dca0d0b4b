//! Which pages there are, and where.

use super::catalogues::{self, ValueId};
use crate::link::Linked;
use crate::site::{ChapterId, Node, SectionId, Site};

/// How many members a section lists on one page: no page grows with the handbook.
const LIST_MAX: usize = 100;

/// How many chapters stand in full on one page for printing.
const PRINT_MAX: usize = 20;

/// A page of the published site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// A chapter that introduces no section.
    Chapter(ChapterId),
    /// A section, and which part of its list, from 1.
    Section(SectionId, usize),
    /// The chapters of a section in full, to be printed together, and which part of them, from 1.
    Print(SectionId, usize),
    /// The glossary of an edition.
    Glossary(usize),
    /// The search page of an edition.
    Search(usize),
    /// The chapters of an edition from A to Z: all of them, or where these are many, the letters.
    Alphabet(usize),
    /// The chapters of an edition under a letter, and which part of their list, from 1.
    Letter(usize, usize, usize),
    /// Where a translation is missing: its number in [`Site::untranslated`].
    Untranslated(usize),
    /// The chapters that readers can filter: numbers of the edition and of the catalogue in it, and
    /// which part of the list, from 1.
    Catalogue(usize, usize, usize),
    /// The chapters that have a value of a facet, and which part of their list, from 1.
    Facet(ValueId, usize),
    /// The comparison of a catalogue's chapters: numbers as of the catalogue.
    Compare(usize, usize, usize),
    /// All topics or audiences of an edition: numbers of the edition and of the facet in its
    /// catalogue of all kinds, and which part of the list, from 1.
    Words(usize, usize, usize),
    /// Which releases there are, in an edition. It stands at the root of the published tree only, so
    /// a release writes it by itself.
    Versions(usize),
    /// What the release changed in an edition, and which part of the list, from 1.
    Changes(usize, usize),
    /// What a server shows for an address that doesn't exist.
    NotFound,
}

/// All pages, in the order of the editions and of reading.
pub fn pages(linked: &Linked) -> Vec<Page> {
    let site = &linked.site;
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
    let glossaries = (0..site.editions.len()).filter(|_| !site.glossary.is_empty());
    let finding = (0..site.editions.len()).flat_map(|edition| {
        let all = &site.editions[edition].letters;
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
    let changes = linked.release.iter().flat_map(|release| {
        let editions = release.changes.iter().enumerate();
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
        .chain((0..site.editions.len()).flat_map(|edition| catalogues::pages(site, edition)))
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

/// On how many pages a section lists its members.
pub(super) fn list_pages(site: &Site, section: SectionId) -> usize {
    parts_of(site.section(section).children.len())
}

/// The chapters that a section holds itself, without those of sections in it.
pub(super) fn own_chapters(site: &Site, section: SectionId) -> impl Iterator<Item = ChapterId> {
    let children = site.section(section).children.iter();
    children.filter_map(|node| match node {
        Node::Chapter(id) => Some(*id),
        Node::Section(_) => None,
    })
}

/// On how many pages the chapters of a section are printed: on none if it has just one. What stands
/// beside the sections at the root isn't a section that someone would want on paper as a whole.
pub(super) fn print_pages(site: &Site, section: SectionId) -> usize {
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
pub(super) fn printed(
    site: &Site,
    section: SectionId,
    part: usize,
) -> impl Iterator<Item = ChapterId> {
    let before = (part - 1) * PRINT_MAX;
    own_chapters(site, section).skip(before).take(PRINT_MAX)
}

/// On how many pages a list of so many stands.
pub(super) fn parts_of(list: usize) -> usize {
    list.div_ceil(LIST_MAX).max(1)
}

/// The parts of a list of so many.
pub(super) fn list_parts(list: usize) -> std::ops::RangeInclusive<usize> {
    1..=parts_of(list)
}

/// The address of a part of the list at `folder`.
pub(super) fn part_address(folder: String, part: usize) -> String {
    // A slug never begins with a hyphen, so nothing else can have this address.
    if part == 1 {
        folder
    } else {
        format!("{folder}-{part}/")
    }
}

/// Whether the chapters are too many for one page from A to Z.
pub(super) fn has_letter_pages(site: &Site, edition: usize) -> bool {
    site.editions[edition].reading_order.len() > LIST_MAX
}

/// The members that part `part` of a section's list shows.
pub(super) fn list_range(part: usize) -> std::ops::Range<usize> {
    (part - 1) * LIST_MAX..part * LIST_MAX
}

/// The address of a page: a folder with a slash at its end, or a file.
pub fn address(site: &Site, page: Page) -> String {
    match page {
        Page::Chapter(id) => site.chapter(id).address.clone(),
        Page::Section(id, part) => part_address(site.section(id).address.clone(), part),
        Page::Print(id, part) => {
            let section = site.section(id);
            let german = site.editions[section.edition].language.starts_with("de");
            let name = if german { "druck" } else { "print" };
            let address = format!("{}-{name}", section.address);
            if part == 1 {
                format!("{address}/")
            } else {
                format!("{address}-{part}/")
            }
        }
        Page::Glossary(edition) => site.editions[edition].glossary(),
        Page::Search(edition) => site.editions[edition].search(),
        Page::Alphabet(edition) => site.editions[edition].alphabet(),
        Page::Letter(edition, letter, part) => {
            let edition = &site.editions[edition];
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
        Page::Words(edition, facet, part) => catalogues::words_address(site, edition, facet, part),
        Page::Versions(edition) => site.editions[edition].versions(),
        Page::Changes(edition, 1) => site.editions[edition].changes(),
        Page::Changes(edition, part) => format!("{}-{part}/", site.editions[edition].changes()),
        Page::NotFound => "404.html".into(),
    }
}
