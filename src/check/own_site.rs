//! Links into the handbook name its files, not its address on the web.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::site::{Site, relative};
use crate::source::HandbookPath;

/// Finds links to the site's own address: nothing checks them, and they leave an offline copy.
pub(super) fn links(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let Some(base) = &site.config.url else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let addresses = Addresses::of(site);
    for text in content.texts() {
        for destination in &text.document.destinations {
            let Some(address) = base.address_of(&destination.target) else {
                continue;
            };
            findings.push(
                Finding::new(&codes::LINK_TO_OWN_SITE, text.path)
                    .at(destination.span)
                    .with("target", destination.target.as_str())
                    .with_suggestion(addresses.link(text.path, address)),
            );
        }
    }
    findings
}

/// The files of a handbook by the addresses at which they are published.
pub(super) struct Addresses<'s> {
    site: &'s Site,
    /// Worked out when the first is asked for.
    files: OnceCell<BTreeMap<&'s str, &'s HandbookPath>>,
}

impl<'s> Addresses<'s> {
    pub fn of(site: &'s Site) -> Self {
        Self {
            site,
            files: OnceCell::new(),
        }
    }

    /// The link from the file at `path` to the file that is published at `address`.
    pub fn link(&self, path: &HandbookPath, address: &str) -> Option<String> {
        let (page, anchor) = match address.find('#') {
            Some(at) => address.split_at(at),
            None => (address, ""),
        };
        let page = page.strip_suffix("index.html").unwrap_or(page);
        let with_slash = format!("{}/", page.trim_end_matches('/'));
        let files = self.files.get_or_init(|| by_address(self.site));
        let file = files.get(page).or_else(|| files.get(with_slash.as_str()))?;
        Some(relative(path.as_str(), file.as_str()) + anchor)
    }
}

fn by_address(site: &Site) -> BTreeMap<&str, &HandbookPath> {
    let chapters = site.chapters.iter();
    let chapters = chapters.map(|chapter| (chapter.address.as_str(), chapter.path()));
    let assets = site
        .assets
        .iter()
        .map(|(path, address)| (address.as_str(), path));
    assets.chain(chapters).collect()
}
