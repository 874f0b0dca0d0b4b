//! What a page is, and which chapters it shows.

use super::paging::printed;
use crate::config::EditionId;
use crate::site::{
    CatalogueId, ChapterId, FacetId, LetterId, SectionId, Site, UntranslatedId, ValueId,
};

/// A page of the published site. Where a list is too long for one page, a number says which part of
/// it the page shows, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// A chapter that introduces no section.
    Chapter(ChapterId),
    /// A section with a part of its list; the first one shows the chapter that introduces it.
    Section(SectionId, usize),
    /// The chapters of a section in full, to be printed together, in parts.
    Print(SectionId, usize),
    /// The glossary of an edition.
    Glossary(EditionId),
    /// The search page of an edition.
    Search(EditionId),
    /// What a reader keeps of an edition, which only the reader's browser knows.
    Collection(EditionId),
    /// The chapters of an edition from A to Z: all of them, or where these are many, the letters.
    Alphabet(EditionId),
    /// The chapters of an edition under a letter, in parts.
    Letter(LetterId, usize),
    /// Where a translation is missing.
    Untranslated(UntranslatedId),
    /// The chapters that readers can filter, in parts.
    Catalogue(CatalogueId, usize),
    /// The chapters that have a value of a facet, in parts.
    Facet(ValueId, usize),
    /// The comparison of a catalogue's chapters, in parts.
    Compare(CatalogueId, usize),
    /// All topics or audiences of an edition, in parts.
    TagIndex(FacetId, usize),
    /// Which releases there are, in an edition. It stands at the root of the published tree only, so
    /// a release writes it by itself.
    Versions(EditionId),
    /// What the release changed in an edition, in parts.
    Changes(EditionId, usize),
    /// The pictures of an edition that say who made them, in parts.
    Pictures(EditionId, usize),
    /// What a server shows for an address that doesn't exist.
    NotFound,
}

impl Page {
    /// The page on which a chapter is at home.
    pub fn of_chapter(site: &Site, id: ChapterId) -> Self {
        let chapter = site.chapter(id);
        if chapter.is_index {
            Self::Section(chapter.section, 1)
        } else {
            Self::Chapter(id)
        }
    }

    /// The chapter that is at home on this page.
    pub fn chapter(self, site: &Site) -> Option<ChapterId> {
        match self {
            Self::Section(_, 1) | Self::Chapter(_) => self.subject(site),
            _ => None,
        }
    }

    /// The chapter that this page, or the first part of its list, is the home of.
    pub fn subject(self, site: &Site) -> Option<ChapterId> {
        match self {
            Self::Chapter(id) => Some(id),
            Self::Section(id, _) => site.section(id).index,
            _ => None,
        }
    }

    /// The chapters whose texts it shows: one that is at home there, or those to be printed.
    pub fn chapters(self, site: &Site) -> Vec<ChapterId> {
        match self {
            Self::Print(id, part) => {
                let index = site.section(id).index.filter(|_| part == 1);
                index.into_iter().chain(printed(site, id, part)).collect()
            }
            _ => self.chapter(site).into_iter().collect(),
        }
    }

    /// The edition that it belongs to.
    pub fn edition(self, site: &Site) -> EditionId {
        match self {
            Self::Chapter(id) => site.chapter(id).edition,
            Self::Section(id, _) | Self::Print(id, _) => site.section(id).edition,
            Self::Glossary(edition)
            | Self::Search(edition)
            | Self::Collection(edition)
            | Self::Alphabet(edition)
            | Self::Versions(edition)
            | Self::Changes(edition, _)
            | Self::Pictures(edition, _) => edition,
            Self::Letter(id, _) => id.edition,
            Self::Catalogue(id, _) | Self::Compare(id, _) => id.edition,
            Self::TagIndex(id, _) => id.catalogue.edition,
            Self::Facet(id, _) => id.facet.catalogue.edition,
            Self::Untranslated(id) => site.untranslated(id).edition,
            Self::NotFound => EditionId::DEFAULT,
        }
    }
}
