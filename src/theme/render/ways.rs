//! Ways around the handbook: navigation, sidebar, breadcrumbs, neighbours, languages.
//!
//! None of them grows with the handbook: a list that could is cut to a window around the page.

use super::View;
use crate::config::language;
use crate::site::{ChapterId, Node, SectionId};
use crate::theme::context::{
    Alternate, FooterLink, LanguageLink, Link, NavItem, Sidebar, SidebarItem,
};
use crate::theme::pages::{Page, of_chapter};

/// How many members the main navigation and the sidebar show.
const WINDOW: usize = 40;

impl View<'_> {
    pub(super) fn navigation(&self) -> Vec<NavItem> {
        let open = self
            .section
            .map(|section| self.path_to(section))
            .unwrap_or_default();
        let children = &self.section_at(self.root()).children;
        children
            .iter()
            .filter(|node| !self.is_legal(**node))
            .take(WINDOW)
            .map(|node| {
                let item = self.item(*node);
                let open = matches!(node, Node::Section(id) if open.contains(id));
                NavItem {
                    title: item.title,
                    url: item.url,
                    current: item.current,
                    open,
                }
            })
            .collect()
    }

    /// Whether a member of the start page holds nothing but pages that the law asks for; the footer
    /// links these.
    pub(super) fn is_legal(&self, node: Node) -> bool {
        let is_legal = |id: &ChapterId| {
            self.linked
                .legal()
                .iter()
                .any(|(_, legal)| self.site.chapter(*legal).translations.contains(id))
        };
        match node {
            Node::Chapter(id) => is_legal(&id),
            Node::Section(id) => {
                let children = &self.section_at(id).children;
                !children.is_empty()
                    && children
                        .iter()
                        .all(|node| matches!(node, Node::Chapter(id) if is_legal(id)))
            }
        }
    }

    /// The sections from the start page to `section`.
    fn path_to(&self, section: SectionId) -> Vec<SectionId> {
        let mut path = vec![section];
        let mut at = section;
        while let Some(parent) = self.section_at(at).parent {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }

    fn item(&self, node: Node) -> SidebarItem {
        let (title, page) = match node {
            Node::Chapter(id) => (self.chapter_at(id).title.clone(), of_chapter(self.site, id)),
            Node::Section(id) => (self.section_at(id).title.clone(), Page::Section(id, 1)),
        };
        SidebarItem {
            title,
            url: self.url_of(page),
            current: page == self.page,
            section: matches!(node, Node::Section(_)),
        }
    }

    /// The section that the page is in; the start page's own members are in the navigation.
    pub(super) fn sidebar(&self) -> Option<Sidebar> {
        let id = self.section.filter(|id| *id != self.root())?;
        let section = self.section_at(id);
        let here = section.children.iter().position(|node| self.is_here(*node));
        let start = here.unwrap_or(0).saturating_sub(WINDOW / 2);
        let start = start.min(section.children.len().saturating_sub(WINDOW));
        let shown = &section.children[start..section.children.len().min(start + WINDOW)];
        Some(Sidebar {
            title: section.title.clone(),
            url: self.url_of(Page::Section(id, 1)),
            current: self.page == Page::Section(id, 1),
            items: shown.iter().map(|node| self.item(*node)).collect(),
            before: start,
            after: section.children.len() - start - shown.len(),
        })
    }

    fn is_here(&self, node: Node) -> bool {
        match (node, self.page) {
            (Node::Chapter(id), Page::Chapter(page)) => id == page,
            (Node::Section(id), Page::Section(page, _)) => id == page,
            _ => false,
        }
    }

    pub(super) fn breadcrumbs(&self) -> Vec<Link> {
        let path = match (self.page, self.section) {
            (Page::Section(id, 1), _) => {
                let mut path = self.path_to(id);
                path.pop();
                path
            }
            (_, Some(section)) => self.path_to(section),
            (_, None) => vec![self.root()],
        };
        let start = self.root();
        path.into_iter()
            .map(|id| {
                let title = if id == start {
                    self.text("start-page")
                } else {
                    self.section_at(id).title.clone()
                };
                Link {
                    title,
                    url: self.url_of(Page::Section(id, 1)),
                }
            })
            .collect()
    }

    pub(super) fn footer(&self) -> Vec<FooterLink> {
        let legal = self.linked.legal().iter().map(|(name, id)| {
            let id = self.site.in_edition(*id, self.edition);
            let title = self.chapter_at(id).title.clone();
            FooterLink {
                id: (*name).into(),
                title,
                url: self.url_of(of_chapter(self.site, id)),
            }
        });
        let glossary = (!self.site.glossary.is_empty()).then(|| FooterLink {
            id: "glossary".into(),
            title: self.text("glossary"),
            url: self.url_of(Page::Glossary(self.edition)),
        });
        let ways = [
            ("search", Page::Search(self.edition)),
            ("alphabet", Page::Alphabet(self.edition)),
        ];
        let ways = ways.into_iter().map(|(id, page)| FooterLink {
            id: id.into(),
            title: self.text(id),
            url: self.url_of(page),
        });
        ways.chain(glossary).chain(legal).collect()
    }

    /// The chapters before and behind this one.
    pub(super) fn around(&self) -> (Option<Link>, Option<Link>) {
        let Some(id) = self.shown_chapter() else {
            return (None, None);
        };
        let order = &self.site.editions[self.edition].reading_order;
        let place = self.chapter_at(id).place;
        let link = |place: usize| {
            let id = *order.get(place)?;
            let chapter = self.chapter_at(id);
            let url = self.url_of(of_chapter(self.site, id));
            Some(Link {
                title: chapter.title.clone(),
                url,
            })
        };
        (place.checked_sub(1).and_then(link), link(place + 1))
    }

    /// The page in another language: the same chapter, else the section around it, else the start.
    fn in_language(&self, edition: usize) -> Page {
        if let Some(id) = self.chapter {
            let translated = self.site.in_edition(id, edition);
            if self.chapter_at(translated).edition == edition {
                return of_chapter(self.site, translated);
            }
        }
        match self.page {
            Page::Glossary(_) => return Page::Glossary(edition),
            Page::Search(_) => return Page::Search(edition),
            Page::Alphabet(_) | Page::Letter(..) => return Page::Alphabet(edition),
            _ => {}
        }
        let path = self
            .section
            .map(|section| self.path_to(section))
            .unwrap_or_default();
        let same = |id: &SectionId| self.site.section_at(&self.section_at(*id).folder, edition);
        let section = path.iter().rev().find_map(same);
        Page::Section(section.unwrap_or(self.site.editions[edition].root), 1)
    }

    pub(super) fn languages(&self) -> Vec<LanguageLink> {
        if self.site.editions.len() < 2 {
            return Vec::new();
        }
        let link = |(number, edition): (usize, &crate::site::Edition)| LanguageLink {
            code: edition.language.clone(),
            lang: language::tag(&edition.language),
            dir: language::direction(&edition.language),
            name: self.theme.editions[number].catalog.plain("language-name"),
            url: self.url_of(self.in_language(number)),
            current: number == self.edition,
        };
        self.site.editions.iter().enumerate().map(link).collect()
    }

    /// The same chapter in the languages that have it.
    pub(super) fn alternates(&self) -> Vec<Alternate> {
        let Some(id) = self.shown_chapter() else {
            return Vec::new();
        };
        let translations = &self.chapter_at(id).translations;
        if translations.len() < 2 {
            return Vec::new();
        }
        let alternate = |id: &ChapterId| {
            let chapter = self.chapter_at(*id);
            let url = match &self.site.config.url {
                Some(url) => format!("{url}{}", chapter.address),
                None => self.url(&chapter.address),
            };
            Alternate {
                lang: self.site.editions[chapter.edition].language.clone(),
                url,
            }
        };
        translations.iter().map(alternate).collect()
    }
}
