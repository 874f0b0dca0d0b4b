//! The plan of a site: which pages and files it has, at which address, made from what.
//!
//! 1. [`Plan::new`] lists all pages of the linked handbook with their addresses, the files that are
//!    copied, the listings that the program makes, and the redirects from former addresses and from those of
//!    catalogues that are sections.
//! 2. It reports what would be published over something else.
//! 3. Whoever makes pages or files reads the plan; nobody works out again what is where.
//!
//! A plan holds for every edit that leaves all addresses alone, so it names no titles.

mod address;
mod all;
mod catalogues;
mod codes;
mod collisions;
mod listings;
mod page;
mod paging;
mod units;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::config::{BookFormat, EditionId};
use crate::diagnostic::Finding;
use crate::link::Linked;
use crate::picture::Recipe;
use crate::release::Release;
use crate::site::{Alias, Aliases, ChapterId, Site, file_of, first_of_each};
use crate::source::{HandbookPath, Picture};

pub use address::{Address, permanent_url};
pub use catalogues::{DATA_PARTS, SEARCH_SCRIPTS, catalogue_page, data_folder, with_value};
pub use codes::{code_of, code_path};
pub use listings::{
    APACHE, HEADERS, Listing, NETLIFY, NGINX, NGINX_HEADERS, NGINX_QUERIES, PlannedListing,
    is_for_servers,
};
pub use page::Page;
pub use paging::{has_letter_pages, list_pages, list_range, parts_of, print_pages};
pub use units::Unit;

/// A page and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPage {
    /// Which page it is.
    pub page: Page,
    /// Where it stands.
    pub address: Address,
}

/// What a single file of the site is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileSource {
    /// A page is rendered.
    Page(Page),
    /// It is a file of the theme, by its path there.
    Theme(String),
    /// It is a copy of a file of the handbook.
    CopyOf(HandbookPath),
    /// It is made of a picture of the handbook.
    Picture(HandbookPath, Recipe),
    /// What is published of a drawing.
    Drawing(HandbookPath),
    /// It is the QR code of the [permanent URL](permanent_url) of a chapter.
    Code(ChapterId),
    /// It is an edition as a book.
    Book(EditionId, BookFormat),
}

/// What a site consists of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is being published; `None` if the site is built for a look only.
    release: Option<Release>,
    /// In the order of the editions and of reading.
    pages: Vec<PlannedPage>,
    /// Where each of them stands, and each [`Page::Versions`]. Nobody asks for their order.
    addresses: FxHashMap<Page, Address>,
    files: BTreeMap<String, FileSource>,
    redirects: Aliases,
    listings: Vec<PlannedListing>,
}

impl Plan {
    /// Plans the site of `linked`, whose chapters have the former addresses `aliases`. `theme` are the
    /// theme's files, by their paths in the site.
    pub fn new(
        linked: &Linked,
        release: Option<Release>,
        aliases: &[Alias],
        theme: impl Iterator<Item = (String, FileSource)>,
    ) -> (Self, Vec<Finding>) {
        let site = &linked.site;
        let planned = |page| PlannedPage {
            page,
            address: address::of(site, page),
        };
        let pages = all::all(linked, release.as_ref()).into_iter();
        let pages: Vec<PlannedPage> = pages.map(planned).collect();
        let beside: Vec<PlannedPage> = site
            .edition_ids()
            .map(Page::Versions)
            .map(planned)
            .collect();
        let addresses = pages.iter().chain(&beside);
        let addresses = addresses.map(|planned| (planned.page, planned.address.clone()));
        let addresses = addresses.collect();
        let listings = listings::all(site, release.is_some(), &beside);
        let books =
            books(site).map(|(path, edition, format)| (path, FileSource::Book(edition, format)));
        let theme: BTreeMap<String, FileSource> = theme.chain(books).collect();
        let collisions = collisions::Claims {
            linked,
            is_release: release.is_some(),
            theme: &theme,
            pages: &pages,
            listings: &listings,
            aliases,
        };
        let mut findings = collisions.check();
        findings.extend(collisions.unserved());
        let mut files = theme;
        files.extend(linked.published_assets().map(|(path, to)| {
            let source = match linked.site.pictures.get(path) {
                Some(Picture {
                    raster: Some(_), ..
                }) => FileSource::Picture(path.clone(), Recipe::Whole),
                Some(Picture {
                    drawing: Some(_), ..
                }) => FileSource::Drawing(path.clone()),
                _ => FileSource::CopyOf(path.clone()),
            };
            (to.to_owned(), source)
        }));
        let pictures = linked.pictures.values();
        let made = pictures.flat_map(|picture| {
            let files = picture.files.iter();
            files.map(|file| {
                let source = FileSource::Picture(picture.source.clone(), file.recipe);
                (file.address.clone(), source)
            })
        });
        files.extend(made);
        files.extend(codes::all(linked, release.as_ref()));
        let planned = pages.iter();
        files.extend(planned.map(|p| (p.address.file(), FileSource::Page(p.page))));
        let mut plan = Self {
            release,
            pages,
            addresses,
            files,
            redirects: first_of_each(aliases),
            listings,
        };
        let mut redirects = std::mem::take(&mut plan.redirects);
        redirects.extend(catalogues::of_sections(site));
        redirects.retain(|from, _| plan.page_at(from).is_none());
        plan.redirects = redirects;
        (plan, findings)
    }

    /// What is being published; `None` if the site is built for a look only.
    pub fn release(&self) -> Option<&Release> {
        self.release.as_ref()
    }

    /// All pages, in the order of the editions and of reading.
    pub fn pages(&self) -> &[PlannedPage] {
        &self.pages
    }

    /// Where a page stands that the site has, or the published tree around it.
    pub fn address(&self, page: Page) -> &Address {
        let address = self.addresses.get(&page);
        address.expect("only pages that are planned are led to")
    }

    /// Whether the site has the page.
    pub fn has(&self, page: Page) -> bool {
        self.addresses.contains_key(&page)
    }

    /// The page at `address`.
    pub fn page_at(&self, address: &str) -> Option<Page> {
        match self.files.get(&file_of(address)) {
            Some(FileSource::Page(page)) => Some(*page),
            _ => None,
        }
    }

    /// The files that are made one by one, by path: pages, copies, pictures and codes.
    pub fn files(&self) -> &BTreeMap<String, FileSource> {
        &self.files
    }

    /// The chapters that former addresses lead to. A page stands before a redirect from its address.
    pub fn redirects(&self) -> &Aliases {
        &self.redirects
    }

    /// The paths of the files of a listing; none if it isn't made.
    pub fn paths_of(&self, listing: Listing) -> &[String] {
        let mut all = self.listings.iter();
        let planned = all.find(|planned| planned.listing == listing);
        planned.map_or(&[], |planned| &planned.paths)
    }

    /// What the program lists for other programs.
    pub fn listings(&self) -> &[PlannedListing] {
        &self.listings
    }
}

/// Where the books of the editions stand that the handbook asks for.
pub fn books(site: &Site) -> impl Iterator<Item = (String, EditionId, BookFormat)> {
    site.numbered_editions().flat_map(|(id, edition)| {
        let formats = site.config.book.formats();
        formats.map(move |format| (edition.book(format), id, format))
    })
}
