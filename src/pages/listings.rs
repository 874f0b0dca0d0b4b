//! Files that tell other programs of the site: search engines, feed readers, language models, servers
//! and those that manage references. What stands in them is made by the layer that writes them.

use super::PlannedPage;
use crate::config::EditionId;
use crate::site::Site;

/// The redirects and headers as Netlify, Cloudflare Pages and others read them.
pub const NETLIFY: &str = "_redirects";
/// See [`NETLIFY`].
pub const HEADERS: &str = "_headers";
/// The headers as Apache reads them.
pub const APACHE: &str = ".htaccess";
/// The redirects as the body of an nginx `map`.
pub const NGINX: &str = "redirects.nginx.map";
/// The redirects from addresses with a query, for a `map` of their own.
pub const NGINX_QUERIES: &str = "redirects.nginx.queries.map";
/// The headers as nginx reads them.
pub const NGINX_HEADERS: &str = "headers.nginx.conf";
/// Where each edition of a release keeps the addresses of its chapters.
const CHAPTERS: &str = "assets/pages.js";

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// All pages, for search engines.
    Sitemap,
    /// Where search engines find that.
    Robots,
    /// What a release changed, for feed readers.
    Feed(EditionId),
    /// The citations of all chapters, as BibTeX and as CSL-JSON.
    Bibliography(EditionId),
    /// The handbook for language models.
    LanguageModels,
    /// How to cite the handbook.
    Citation,
    /// What a release changed, for those who read its files.
    Changes,
    /// The addresses of a release's chapters, for the switch between versions.
    Chapters,
    /// In a frozen edition, the page that leads to the list of all versions.
    Versions(EditionId),
    /// What pages may do, for three sorts of servers.
    Headers,
    /// The redirects, for two sorts of servers. There are none where nothing has moved.
    Redirects,
}

/// A listing, and the paths of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedListing {
    /// What is listed.
    pub listing: Listing,
    /// Where, in the order in which its files are made.
    pub paths: Vec<String>,
}

/// All listings of a site, whose lists of releases stand `beside` it in the published tree. Sitemap and feeds need absolute addresses, so they are there only if
/// `handbook.yml` has a `url`.
pub(super) fn all(site: &Site, is_release: bool, beside: &[PlannedPage]) -> Vec<PlannedListing> {
    let mut all = Vec::new();
    let mut add = |listing, paths: &[&str]| {
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        all.push(PlannedListing { listing, paths });
    };
    let editions = || site.numbered_editions();
    if site.config.url.is_some() {
        add(Listing::Sitemap, &["sitemap.xml"]);
        add(Listing::Robots, &["robots.txt"]);
        for (number, edition) in editions().filter(|_| is_release) {
            add(
                Listing::Feed(number),
                &[&format!("{}feed.xml", edition.prefix)],
            );
        }
    }
    for (number, edition) in editions() {
        let files = edition.bibliography();
        add(Listing::Bibliography(number), &[&files.bibtex, &files.csl]);
    }
    add(Listing::LanguageModels, &["llms.txt"]);
    add(Listing::Citation, &["CITATION.cff"]);
    if is_release {
        add(Listing::Changes, &["CHANGES.md"]);
        add(Listing::Chapters, &[CHAPTERS]);
        for planned in beside {
            let edition = planned.page.edition(site);
            add(Listing::Versions(edition), &[&planned.address.file()]);
        }
    }
    add(Listing::Headers, &[HEADERS, APACHE, NGINX_HEADERS]);
    add(Listing::Redirects, &[NETLIFY, NGINX, NGINX_QUERIES]);
    all
}

/// Whether only servers and search engines read the file at `path`.
pub fn is_for_servers(path: &str) -> bool {
    let own = [
        "404.html",
        "robots.txt",
        "sitemap.xml",
        HEADERS,
        APACHE,
        NGINX_HEADERS,
        NETLIFY,
        NGINX,
        NGINX_QUERIES,
    ];
    own.contains(&path)
}
