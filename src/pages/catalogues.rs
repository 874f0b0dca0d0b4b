//! Which pages the catalogues of an edition have, and where.
//!
//! 1. Each catalogue has pages that list all its chapters, and that of a kind also pages that
//!    compare them.
//! 2. Each value of a facet has pages that list its chapters. Topics and audiences have them for all
//!    kinds together, and a kind is its own catalogue where it has one: so the pages are as many as
//!    the values that the chapters have, and a chapter is listed as often as it has values.
//! 3. Topics and audiences have pages that list them all.

use super::page::Page;
use super::paging::{list_parts, part_address};
use crate::config::EditionId;
use crate::site::{Catalogue, Edition, Facet, FacetOf, Site, Value};

/// A value of a facet: numbers of the edition, the catalogue in it, the facet and the value in
/// these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId {
    /// The edition.
    pub edition: EditionId,
    /// Number of the catalogue.
    pub catalogue: usize,
    /// Number of the facet.
    pub facet: usize,
    /// Number of the value.
    pub value: usize,
}

impl ValueId {
    /// What it is the number of.
    pub fn of(self, site: &Site) -> (&Catalogue, &Facet, &Value) {
        let catalogue = &site.edition(self.edition).catalogues[self.catalogue];
        let facet = &catalogue.facets[self.facet];
        (catalogue, facet, &facet.values[self.value])
    }

    /// The page that lists the chapters with this value, of the same kind if there is such a page,
    /// else of all.
    pub fn page(self, site: &Site) -> Option<Page> {
        let (catalogue, facet, value) = self.of(site);
        let all = &site.edition(self.edition).catalogues;
        match facet.of {
            FacetOf::Kind => {
                let of_kind = |c: &Catalogue| c.kind.as_deref() == Some(value.id.as_str());
                let own = all.iter().position(of_kind);
                own.map_or(Some(Page::Facet(self, 1)), |own| {
                    Some(Page::Catalogue(self.edition, own, 1))
                })
            }
            FacetOf::Topics | FacetOf::Audiences if catalogue.kind.is_some() => {
                let (number, facet) = all[0].facet(facet.of)?;
                let value = facet.value(&value.id)?;
                let shared = Self {
                    catalogue: 0,
                    facet: number,
                    value,
                    ..self
                };
                Some(Page::Facet(shared, 1))
            }
            _ => Some(Page::Facet(self, 1)),
        }
    }
}

/// The pages of an edition's catalogues.
pub(super) fn pages(site: &Site, edition: EditionId) -> Vec<Page> {
    let mut pages = Vec::new();
    for (number, catalogue) in site.edition(edition).catalogues.iter().enumerate() {
        let parts = list_parts(catalogue.chapters.len());
        pages.extend(parts.clone().map(|p| Page::Catalogue(edition, number, p)));
        if catalogue.compares() {
            pages.extend(parts.map(|part| Page::Compare(edition, number, part)));
        }
        for (at, facet) in catalogue.facets.iter().enumerate() {
            if is_free_tag(facet) && number == 0 {
                let parts = list_parts(facet.values.len());
                pages.extend(parts.map(|part| Page::TagIndex(edition, at, part)));
            }
            for (value, members) in facet.values.iter().map(|v| v.members.len()).enumerate() {
                let id = ValueId {
                    edition,
                    catalogue: number,
                    facet: at,
                    value,
                };
                if id.page(site) == Some(Page::Facet(id, 1)) {
                    pages.extend(list_parts(members).map(|part| Page::Facet(id, part)));
                }
            }
        }
    }
    pages
}

/// Whether a facet's values are words that authors choose freely.
pub fn is_free_tag(facet: &Facet) -> bool {
    matches!(facet.of, FacetOf::Topics | FacetOf::Audiences)
}

/// The folder of the files that the script of an edition's catalogues loads.
pub fn data_folder(edition: &Edition) -> String {
    format!("assets/catalogue/{}/", edition.language)
}

/// The address of a catalogue, with a slash at its end.
fn folder(edition: &Edition, catalogue: usize) -> String {
    let all = edition.catalogue();
    match edition.catalogues[catalogue].slug.as_str() {
        "" => all,
        slug => format!("{all}{slug}/"),
    }
}

/// The folder of a facet's pages.
fn facet_folder(edition: &Edition, catalogue: usize, facet: &Facet) -> String {
    let name = match facet.of {
        FacetOf::Topics => edition.topics(),
        FacetOf::Audiences => edition.audiences(),
        _ => facet.id.as_str(),
    };
    format!("{}{name}/", folder(edition, catalogue))
}

/// The address of a list of a catalogue.
pub(super) fn catalogue_address(
    site: &Site,
    edition: EditionId,
    catalogue: usize,
    part: usize,
) -> String {
    part_address(folder(site.edition(edition), catalogue), part)
}

/// The address of a comparison. No facet has a page of its own at that level.
pub(super) fn compare_address(
    site: &Site,
    edition: EditionId,
    catalogue: usize,
    part: usize,
) -> String {
    let edition = site.edition(edition);
    let name = edition.comparison();
    part_address(format!("{}{name}/", folder(edition, catalogue)), part)
}

/// The address of a list of topics or audiences.
pub(super) fn tag_index_address(
    site: &Site,
    edition: EditionId,
    facet: usize,
    part: usize,
) -> String {
    let edition = site.edition(edition);
    let facet = &edition.catalogues[0].facets[facet];
    part_address(facet_folder(edition, 0, facet), part)
}

/// The address of a list of the chapters that have a value.
pub(super) fn facet_address(site: &Site, id: ValueId, part: usize) -> String {
    let (_, facet, value) = id.of(site);
    let folder = facet_folder(site.edition(id.edition), id.catalogue, facet);
    part_address(format!("{folder}{}/", value.slug), part)
}
