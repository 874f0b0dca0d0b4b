//! The page that a text stands on: usually the chapter's own, or one that holds several chapters.

use super::ChapterRenderer;
use crate::link::Target;
use crate::site::{Chapter, ChapterId, Site, escape, relative};

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

    /// The link from the page to a chapter, or to the place `anchor` on it.
    pub(super) fn chapter(&self, site: &Site, id: ChapterId, anchor: Option<&str>) -> String {
        let to = &site.chapter(id).address;
        let here = self.chapters.binary_search_by_key(&id, |(id, _)| *id);
        match (here, anchor) {
            (Ok(at), anchor) => {
                let prefix = &self.chapters[at].1;
                format!("#{prefix}{}", escape(anchor.unwrap_or(TITLE)))
            }
            (Err(_), Some(anchor)) => {
                format!("{}#{}", relative(self.address, to), escape(anchor))
            }
            (Err(_), None) => relative(self.address, to),
        }
    }

    /// The link from the page to `target`, as the chapter of `renderer` means it; `None` if it leads
    /// nowhere.
    pub(super) fn url<'s>(
        &self,
        renderer: &ChapterRenderer<'s>,
        target: &'s Target,
    ) -> Option<String> {
        let site = &renderer.linked.site;
        Some(match Href::new(renderer, target)? {
            Href::Fixed(url) => url.to_owned(),
            Href::SamePage(anchor) => format!("#{}{}", self.prefix, escape(anchor)),
            Href::Chapter(id, anchor) => self.chapter(site, id, anchor),
            Href::Address(address) => relative(self.address, address),
        })
    }
}

/// Where a link leads, as far as that is known without the page it stands on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Href<'s> {
    /// Out of the handbook, as written.
    Fixed(&'s str),
    /// To a place on the same page.
    SamePage(&'s str),
    /// To a chapter, or to a place on it.
    Chapter(ChapterId, Option<&'s str>),
    /// To another address of the site.
    Address(&'s str),
}

impl<'s> Href<'s> {
    /// The link to `target`, which a text of the chapter of `renderer` names; `None` if it leads
    /// nowhere.
    pub fn new(renderer: &ChapterRenderer<'s>, target: &'s Target) -> Option<Self> {
        let site = &renderer.linked.site;
        let edition = renderer.chapter().edition;
        Some(match target {
            Target::Chapter(id, anchor) => {
                let id = site.in_edition(*id, edition);
                // A translation may lack the place; then its beginning serves.
                let anchor = anchor.as_deref();
                let anchor = anchor.filter(|anchor| site.chapter(id).has_anchor(anchor));
                Self::Chapter(id, anchor)
            }
            Target::Section(id) => {
                let folder = &site.section(*id).folder;
                let section = site.section_at(folder, edition).unwrap_or(*id);
                Self::Address(&site.section(section).address)
            }
            Target::Asset(path) => Self::Address(site.assets.get(path)?),
            Target::SamePage(anchor) if renderer.chapter().anchors.is_title(anchor) => {
                Self::Chapter(renderer.id, None)
            }
            Target::SamePage(anchor) => Self::SamePage(anchor),
            Target::External(url) => Self::Fixed(url),
            Target::Include | Target::Unresolved => return None,
        })
    }
}

/// Level of the headings that begin a section of a page.
pub(super) const SECTION: u8 = 2;

/// The id of a chapter's title on a page of several, behind the chapter's beginning.
const TITLE: &str = "page-title";
