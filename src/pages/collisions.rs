//! What stands where: nothing is published twice at one address.
//!
//! Pages that the program makes, the theme's files and the index come first; what a handbook has at
//! such an address is in the way. Then come chapters and sections, files and former addresses.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::CODES;
use super::{FileSource, Page, PlannedListing, PlannedPage, SEARCH_SCRIPTS, data_folder};
use crate::diagnostic::{Finding, Place, codes};
use crate::link::{Linked, PICTURES};
use crate::release::{FROZEN, MANIFEST, VERSIONS, VERSIONS_SCRIPT};
use crate::search;
use crate::site::{Alias, SectionId, file_of, has_page};
use crate::source::{HandbookPath, Span};

/// All that lays claim to a place in the site.
pub(super) struct Claims<'a> {
    pub linked: &'a Linked,
    pub is_release: bool,
    pub theme: &'a BTreeMap<String, FileSource>,
    pub pages: &'a [PlannedPage],
    pub listings: &'a [PlannedListing],
    pub aliases: &'a [Alias],
}

/// What an author has put at a place.
struct Claim {
    file: String,
    path: HandbookPath,
    span: Option<Span>,
}

impl Claims<'_> {
    /// Finds everything that would be published over something else.
    pub(super) fn check(&self) -> Vec<Finding> {
        let reserved = self.reserved();
        let mut taken: BTreeMap<&str, &HandbookPath> = BTreeMap::new();
        let mut findings = Vec::new();
        let claims = self.of_authors();
        for claim in &claims {
            let finding = |code| {
                let finding = Finding::new(code, &claim.path).with("address", claim.file.as_str());
                Finding {
                    place: Place {
                        path: (&claim.path).into(),
                        span: claim.span,
                    },
                    ..finding
                }
            };
            if reserved.has(&claim.file) {
                findings.push(finding(&codes::RESERVED_ADDRESS));
            } else if let Some(first) = taken.get(claim.file.as_str()) {
                let first = Place {
                    path: (*first).into(),
                    span: None,
                };
                findings.push(finding(&codes::DUPLICATE_ADDRESS).with_related(first, "first-here"));
            } else {
                taken.insert(&claim.file, &claim.path);
            }
        }
        findings
    }

    /// Finds former addresses from which only some servers can lead on, or none.
    pub(super) fn unserved(&self) -> Vec<Finding> {
        let found = self.aliases.iter().filter_map(|alias| {
            let code = match &alias.address {
                None => &codes::UNSERVABLE_ALIAS,
                Some(address) if !has_page(address) => &codes::ALIAS_NEEDS_SERVER,
                Some(_) => return None,
            };
            let path = self.linked.site.chapter(alias.chapter).path();
            Some(Finding::new(code, path).at(alias.span))
        });
        found.collect()
    }

    fn reserved(&self) -> Reserved {
        let editions = || self.linked.site.editions.iter();
        let mut files: BTreeSet<String> = self.theme.keys().cloned().collect();
        files.insert(MANIFEST.to_owned());
        files.extend(self.listings.iter().flat_map(|l| l.paths.iter().cloned()));
        if self.is_release {
            files.extend([VERSIONS, VERSIONS_SCRIPT].map(str::to_owned));
        }
        let made = self.pages.iter().filter(|p| !is_of_author(p.page));
        files.extend(made.map(|planned| planned.address.file()));
        let own = editions().flat_map(|e| [search::folder(e), data_folder(e)]);
        let own = own.chain([SEARCH_SCRIPTS, PICTURES, CODES].map(str::to_owned));
        let frozen = self.is_release.then(|| FROZEN.to_owned());
        Reserved {
            files,
            folders: own.chain(frozen).collect(),
        }
    }

    fn of_authors(&self) -> Vec<Claim> {
        let pages = self.pages.iter().filter_map(|planned| {
            Some(Claim {
                file: planned.address.file(),
                path: self.author_of(planned.page)?,
                span: None,
            })
        });
        let files = self.linked.published_assets().map(|(path, file)| Claim {
            file: file.to_owned(),
            path: path.clone(),
            span: None,
        });
        let aliases = self.aliases.iter().filter_map(|alias| {
            Some(Claim {
                file: file_of(alias.address.as_ref()?),
                path: self.linked.site.chapter(alias.chapter).path().clone(),
                span: Some(alias.span),
            })
        });
        pages.chain(files).chain(aliases).collect()
    }

    /// The file or folder because of which there is a page, unless the program makes it by itself.
    fn author_of(&self, page: Page) -> Option<HandbookPath> {
        match page {
            Page::Chapter(id) => Some(self.linked.site.chapter(id).path().clone()),
            Page::Section(id, _) | Page::Print(id, _) => Some(self.path_of(id)),
            _ => None,
        }
    }

    fn path_of(&self, section: SectionId) -> HandbookPath {
        let site = &self.linked.site;
        let section = site.section(section);
        match section.index {
            Some(index) => site.chapter(index).path().clone(),
            None => {
                let folder = HandbookPath::resolve(site.config.content, &section.folder);
                folder.expect("a section's folder is in the content folder")
            }
        }
    }
}

/// Whether there is a page because of a file or folder of the handbook.
fn is_of_author(page: Page) -> bool {
    matches!(page, Page::Chapter(_) | Page::Section(..) | Page::Print(..))
}

/// What no author may have.
struct Reserved {
    files: BTreeSet<String>,
    folders: Vec<String>,
}

impl Reserved {
    fn has(&self, file: &str) -> bool {
        let within = |folder: &String| file.starts_with(folder.as_str());
        self.files.contains(file) || self.folders.iter().any(within)
    }
}
