//! The page that a text stands on: usually the chapter's own, or one that holds several chapters.

use super::Lower;
use crate::link::Target;
use crate::site::{Chapter, ChapterId, escape, relative};

/// A page, as the text of one chapter on it sees it.
#[derive(Debug, Clone)]
pub struct Frame<'f> {
    /// The page's address.
    pub address: &'f str,
    /// What all ids of the chapter begin with: nothing on its own page.
    pub prefix: String,
    /// The chapter's title where there are several, to tell their tables apart.
    pub name: &'f str,
    /// The chapters on a page of several, with what their ids begin with, sorted by chapter.
    pub chapters: &'f [(ChapterId, String)],
}

impl<'f> Frame<'f> {
    /// The id of the chapter's title on a page of several.
    pub fn title_id(&self) -> String {
        format!("{}{TITLE}", self.prefix)
    }

    /// The chapter's own page.
    pub fn of(chapter: &'f Chapter) -> Self {
        Self {
            address: &chapter.address,
            prefix: String::new(),
            name: "",
            chapters: &[],
        }
    }

    /// The level of a heading: on a page of several chapters below the chapter's title.
    pub(super) fn level(&self, level: u8) -> u8 {
        const DEEPEST: u8 = 6;
        let below = u8::from(!self.prefix.is_empty());
        (level + below).min(DEEPEST)
    }

    /// The way from the page to `target`, as the chapter of `lower` means it; `None` if it leads
    /// nowhere.
    pub(super) fn url(&self, lower: &Lower<'_>, target: &Target) -> Option<String> {
        let site = &lower.linked.site;
        Some(match target {
            Target::Chapter(id, anchor) => {
                let id = site.in_edition(*id, lower.chapter().edition);
                let to = site.chapter(id);
                // A translation may lack the place; then its beginning serves.
                let anchor = anchor.as_deref().filter(|anchor| to.has_anchor(anchor));
                let here = self.chapters.binary_search_by_key(&id, |(id, _)| *id);
                match (here, anchor) {
                    (Ok(at), anchor) => {
                        let prefix = &self.chapters[at].1;
                        format!("#{prefix}{}", escape(anchor.unwrap_or(TITLE)))
                    }
                    (Err(_), Some(anchor)) => {
                        format!("{}#{}", relative(self.address, &to.address), escape(anchor))
                    }
                    (Err(_), None) => relative(self.address, &to.address),
                }
            }
            Target::Section(id) => {
                let folder = &site.section(*id).folder;
                let section = site
                    .section_at(folder, lower.chapter().edition)
                    .unwrap_or(*id);
                relative(self.address, &site.section(section).address)
            }
            Target::SamePage(anchor) => format!("#{}{}", self.prefix, escape(anchor)),
            Target::Asset(path) => relative(self.address, site.assets.get(path)?),
            Target::External(url) => url.clone(),
            Target::Include | Target::Unresolved => return None,
        })
    }
}

/// The id of a chapter's title on a page of several, behind the chapter's beginning.
const TITLE: &str = "page-title";
