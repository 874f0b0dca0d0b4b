//! Where a page stands in the site.

use std::fmt;

use super::Page;
use super::paging::part_of;
use crate::config::BaseUrl;
use crate::release::Release;
use crate::site::{CatalogueId, ChapterId, FacetId, FacetOf, Site, escape, file_of, relative};

/// Where a page stands in the site, from the site's root on: a folder with a slash at its end, or a
/// file. It isn't percent-encoded; URLs are made from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// The root of the site.
    pub const ROOT: Self = Self(String::new());

    pub(crate) fn new(address: String) -> Self {
        Self(address)
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that a server answers it with.
    pub fn file(&self) -> String {
        file_of(&self.0)
    }

    /// The relative URL from there to `to`, which is seen from the site's root.
    pub fn url_to(&self, to: &str) -> String {
        relative(&self.0, to)
    }

    /// The whole URL, where the site is published at `base`.
    pub fn url_at(&self, base: &BaseUrl) -> String {
        format!("{base}{}", escape(&self.0))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The whole URL at which a chapter stays for good: in the frozen edition, if this is a `release`. `None` if the
/// handbook doesn't say where it is published.
pub fn permanent_url(site: &Site, release: Option<&Release>, id: ChapterId) -> Option<String> {
    let base = site.config.url.as_ref()?;
    let frozen = release.map_or(String::new(), |release| release.version.folder());
    Some(format!("{base}{frozen}{}", site.chapter(id).address))
}

/// The address of a page. Only the plan asks for it, once for each page.
pub(super) fn of(site: &Site, page: Page) -> Address {
    Address(match page {
        Page::Chapter(id) => site.chapter(id).address.clone(),
        Page::Section(id, part) => part_of(site.section(id).address.clone(), part),
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
        Page::Collection(edition) => site.edition(edition).collection(),
        Page::Alphabet(edition) => site.edition(edition).alphabet(),
        Page::Letter(id, part) => {
            let alphabet = site.edition(id.edition).alphabet();
            part_of(format!("{alphabet}{}/", site.letter(id).slug()), part)
        }
        Page::Untranslated(id) => site.untranslated(id).address.clone(),
        Page::Catalogue(id, part) => part_of(catalogue(site, id), part),
        // No facet has a page of its own at that level.
        Page::Compare(id, part) => {
            let name = site.edition(id.edition).comparison();
            part_of(format!("{}{name}/", catalogue(site, id)), part)
        }
        Page::TagIndex(id, part) => part_of(facet(site, id), part),
        Page::Facet(id, part) => {
            let slug = &site.value(id).slug;
            part_of(format!("{}{slug}/", facet(site, id.facet)), part)
        }
        Page::Versions(edition) => site.edition(edition).versions(),
        Page::Changes(edition, part) => part_of(site.edition(edition).changes(), part),
        Page::Pictures(edition, part) => part_of(site.edition(edition).pictures(), part),
        Page::NotFound => "404.html".into(),
    })
}

/// The folder of a catalogue's pages.
pub(super) fn catalogue(site: &Site, id: CatalogueId) -> String {
    let all = site.edition(id.edition).catalogue();
    match site.catalogue(id).slug.as_str() {
        "" => all,
        slug => format!("{all}{slug}/"),
    }
}

/// The folder of a facet's pages.
fn facet(site: &Site, id: FacetId) -> String {
    let edition = site.edition(id.catalogue.edition);
    let facet = site.facet(id);
    let name = match facet.of {
        FacetOf::Topics => edition.topics(),
        FacetOf::Audiences => edition.audiences(),
        _ => facet.id.as_str(),
    };
    format!("{}{name}/", catalogue(site, id.catalogue))
}
