//! Which pages the catalogues of an edition have.
//!
//! 1. Each catalogue has pages that list all its chapters, unless a section is that list, and that of
//!    a kind also pages that compare them.
//! 2. Each value of a facet has pages that list its chapters. Topics and audiences have them for all
//!    kinds together, and a kind is its own catalogue where it has one: so the pages are as many as
//!    the values that the chapters have, and a chapter is listed as often as it has values.
//! 3. Topics and audiences have pages that list them all.

use super::paging::list_parts;
use super::{Page, address};
use crate::config::EditionId;
use crate::site::{CatalogueId, ChapterId, Edition, FacetOf, Site, ValueId};

/// The page that lists part `part` of a catalogue.
pub fn catalogue_page(site: &Site, id: CatalogueId, part: usize) -> Page {
    match site.catalogue(id).section {
        Some(section) => Page::Section(section, part),
        None => Page::Catalogue(id, part),
    }
}

/// The page that lists the chapters with a value: of the same kind if there is such a page, else of
/// all.
pub fn with_value(site: &Site, id: ValueId) -> Page {
    let facet = site.facet(id.facet);
    let catalogue = id.facet.catalogue;
    let edition = catalogue.edition;
    let name = &site.value(id).id;
    let elsewhere = match facet.of {
        FacetOf::Kind => site
            .catalogue_of(edition, Some(name.as_str()))
            .map(|own| catalogue_page(site, own, 1)),
        FacetOf::Topics | FacetOf::Audiences if !catalogue.is_of_all() => site
            .catalogue_of(edition, None)
            .and_then(|all| site.facet_of(all, facet.of))
            .and_then(|facet| site.value_of(facet, name))
            .map(|shared| Page::Facet(shared, 1)),
        _ => None,
    };
    elsewhere.unwrap_or(Page::Facet(id, 1))
}

/// Where the catalogues would stand that are sections, and the chapters that introduce these.
pub(super) fn of_sections(site: &Site) -> impl Iterator<Item = (String, ChapterId)> {
    let catalogues = site
        .edition_ids()
        .flat_map(|edition| site.catalogues(edition));
    catalogues.filter_map(|id| {
        let section = site.section(site.catalogue(id).section?);
        Some((address::catalogue(site, id), section.index?))
    })
}

/// The pages of an edition's catalogues.
pub(super) fn pages(site: &Site, edition: EditionId) -> Vec<Page> {
    let mut pages = Vec::new();
    for id in site.catalogues(edition) {
        let catalogue = site.catalogue(id);
        let parts = list_parts(catalogue.chapters.len());
        if catalogue.section.is_none() {
            pages.extend(parts.clone().map(|part| Page::Catalogue(id, part)));
        }
        if catalogue.compares() {
            pages.extend(parts.map(|part| Page::Compare(id, part)));
        }
        for facet in site.facets(id) {
            let values = site.values(facet);
            if site.facet(facet).is_free() && id.is_of_all() {
                let parts = list_parts(values.len());
                pages.extend(parts.map(|part| Page::TagIndex(facet, part)));
            }
            for value in values.filter(|id| with_value(site, *id) == Page::Facet(*id, 1)) {
                let parts = list_parts(site.value(value).members.len());
                pages.extend(parts.map(|part| Page::Facet(value, part)));
            }
        }
    }
    pages
}

/// The folder, in a [`data_folder`], of the files in whose names are fingerprints.
pub const DATA_PARTS: &str = "parts/";

/// The folder of the scripts that searches consist of, whose names have fingerprints.
pub const SEARCH_SCRIPTS: &str = "assets/words/";

/// The folder of the files that the script of an edition's catalogues loads.
pub fn data_folder(edition: &Edition) -> String {
    format!("assets/catalogue/{}/", edition.language)
}
