//! Links around the handbook: main navigation, sidebar, breadcrumbs, neighbours, footer.
//!
//! None of them grows with the handbook: a list that could is cut to a window around the page.

use super::View;
use crate::pages::Page;
use crate::site::{ChapterId, FacetOf, Node, SectionId};
use crate::text::Arg;
use crate::theme::context::{Branch, FooterLink, Link, NavItem, Sidebar, SidebarItem};

/// How many members the main navigation shows.
const NAVIGATION_MAX: usize = 40;

/// How many members the sidebar shows, and in which steps they move along with the page: pages within
/// a step share theirs.
const SIDEBAR_MAX: usize = 20;
const SIDEBAR_STEP: usize = 10;

impl View<'_> {
    pub(super) fn navigation(&self) -> Vec<NavItem> {
        let open = self
            .section
            .map(|section| self.path_to(section))
            .unwrap_or_default();
        let children = &self.section_at(self.root()).children;
        let sections = children
            .iter()
            .filter(|node| !self.is_legal(**node))
            .take(NAVIGATION_MAX)
            .map(|node| {
                let open = matches!(node, Node::Section(id) if open.contains(id));
                let item = self.item(*node, open);
                NavItem {
                    title: item.title,
                    url: item.url,
                    language: item.language,
                    current: item.current,
                    open,
                    from: 0,
                    mark: item.mark,
                }
            });
        let mut items: Vec<NavItem> = sections.chain(self.catalogue_item()).collect();
        self.place(&mut items);
        items
    }

    /// The way to the catalogue of all kinds, if there is one.
    fn catalogue_item(&self) -> Option<NavItem> {
        let page = Page::Catalogue(self.catalogue_of_all()?, 1);
        let open = self.page != page && !self.catalogue_path(self.page).is_empty();
        Some(NavItem {
            title: self.title(page),
            url: self.url_of(page),
            current: self.page == page,
            open,
            from: 0,
            mark: self.mark(page, open),
            language: None,
        })
    }

    /// Whether a member of the start page is linked by the footer.
    pub(super) fn is_legal(&self, node: Node) -> bool {
        self.linked.is_legal_member(node)
    }

    /// The title of a section or chapter with its number, if it has one.
    pub(super) fn numbered(&self, node: Node, title: String) -> String {
        match self.linked.number(node) {
            Some(number) => format!("{number}\u{a0}{title}"),
            None => title,
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

    /// A link to a member, which is `open` if the page is somewhere in it.
    fn item(&self, node: Node, open: bool) -> SidebarItem {
        let (title, page, language) = match node {
            Node::Chapter(id) => {
                let chapter = self.chapter_at(id);
                let language = self.language_of_text(chapter);
                (&chapter.title, Page::of_chapter(self.site, id), language)
            }
            Node::Section(id) => {
                let language = self.language_of_section(id);
                (&self.section_at(id).title, Page::Section(id, 1), language)
            }
        };
        SidebarItem {
            title: self.soft(title, language.as_ref()),
            url: self.url_of(page),
            language,
            current: page == self.page,
            mark: self.mark(page, open),
            section: matches!(node, Node::Section(_)),
            branch: None,
        }
    }

    fn numbered_item(&self, node: Node, open: bool) -> SidebarItem {
        let item = self.item(node, open);
        SidebarItem {
            title: self.numbered(node, item.title),
            ..item
        }
    }

    /// The section that the page is in; the start page's own members are in the navigation.
    pub(super) fn sidebar(&self) -> Option<Sidebar> {
        let id = self.section.filter(|id| *id != self.root())?;
        if matches!(self.page, Page::Print(..)) {
            return None;
        }
        let section = self.section_at(id);
        let start = self.sidebar_start(id);
        let shown = &section.children[start..section.children.len().min(start + SIDEBAR_MAX)];
        Some(Sidebar {
            title: section.title.clone(),
            url: self.url_of(Page::Section(id, 1)),
            language: self.language_of_section(id),
            current: self.page == Page::Section(id, 1),
            items: shown
                .iter()
                .map(|node| self.numbered_item(*node, false))
                .collect(),
            before: start,
            after: section.children.len() - start - shown.len(),
            tree: self.tree(id),
        })
    }

    /// The handbook as a tree, unfolded along the way to `section`.
    fn tree(&self, section: SectionId) -> Branch {
        let path = self.path_to(section);
        let mut inner: Option<Branch> = None;
        for (level, id) in path.iter().enumerate().rev() {
            let below = path.get(level + 1).copied();
            inner = Some(self.branch(*id, below, inner.take()));
        }
        inner.unwrap_or_default()
    }

    /// What `section` holds, around the page or the section `below`, whose branch is `inner`.
    fn branch(
        &self,
        section: SectionId,
        below: Option<SectionId>,
        inner: Option<Branch>,
    ) -> Branch {
        let is_root = section == self.root();
        let children = self.section_at(section).children.iter().copied();
        let children: Vec<Node> = children
            .filter(|node| !is_root || !self.is_legal(*node))
            .collect();
        let is_open = |node: Node| below.is_some_and(|below| node == Node::Section(below));
        let here = children
            .iter()
            .position(|node| is_open(*node) || self.is_here(*node));
        let start = window(here, children.len());
        let shown = &children[start..children.len().min(start + SIDEBAR_MAX)];
        let after = children.len() - start - shown.len();
        let mut inner = inner;
        let items = shown.iter().map(|node| {
            let open = is_open(*node);
            SidebarItem {
                branch: open.then(|| inner.take()).flatten(),
                ..self.numbered_item(*node, open)
            }
        });
        let said = |id: &'static str, count: usize| {
            let number = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
            (count > 0).then(|| self.text_with(id, [("count", Arg::Number(number(count)))]))
        };
        Branch {
            items: items.collect(),
            before: said("more-before", start),
            after: said("more-after", after),
            url: self.url_of(Page::Section(section, 1)),
        }
    }

    /// The first member of a section that the sidebar shows: at least half a step before the page, as
    /// long as there are so many.
    pub(super) fn sidebar_start(&self, section: SectionId) -> usize {
        let children = &self.section_at(section).children;
        let here = children.iter().position(|node| self.is_here(*node));
        window(here, children.len())
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
        let link = |id| Link {
            title: self.section_title(id),
            url: self.url_of(Page::Section(id, 1)),
            language: self.language_of_section(id).filter(|_| id != self.root()),
        };
        let sections = path.into_iter().map(link);
        let mut catalogues = self.catalogue_path(self.page);
        catalogues.retain(|page| *page != self.page);
        let catalogues = catalogues.into_iter().map(|page| Link {
            title: self.title(page),
            url: self.url_of(page),
            language: None,
        });
        sections.chain(catalogues).collect()
    }

    /// What links to a section call it.
    pub(super) fn section_title(&self, id: SectionId) -> String {
        if id == self.root() {
            self.text("start-page")
        } else {
            self.section_at(id).title.clone()
        }
    }

    /// The way to a legal page, in the language of the page at hand if it is there.
    pub(super) fn url_of_legal(&self, id: ChapterId) -> String {
        let id = self.site.in_edition(id, self.edition);
        self.url_of_chapter(id)
    }

    pub(super) fn footer(&self) -> Vec<FooterLink> {
        let legal = self.linked.legal().iter().map(|page| {
            let chapter = self.chapter_at(self.site.in_edition(page.chapter, self.edition));
            FooterLink {
                id: page.name.into(),
                title: chapter.title.clone(),
                url: self.url_of_legal(page.chapter),
                language: self.language_of_text(chapter),
            }
        });
        let glossary = (!self.site.glossary.is_empty()).then(|| FooterLink {
            id: "glossary".into(),
            title: self.text("glossary"),
            url: self.url_of(Page::Glossary(self.edition)),
            language: None,
        });
        let pages = [
            ("search", Page::Search(self.edition)),
            ("alphabet", Page::Alphabet(self.edition)),
            ("collection", Page::Collection(self.edition)),
        ];
        let pages = pages.into_iter().map(|(id, page)| FooterLink {
            id: id.into(),
            title: self.text(id),
            url: self.url_of(page),
            language: None,
        });
        let topics = self.words_page(FacetOf::Topics).map(|page| FooterLink {
            id: "topics".into(),
            title: self.title(page),
            url: self.url_of(page),
            language: None,
        });
        let pictures = Page::Pictures(self.edition, 1);
        let pictures = self.plan.has(pictures).then(|| FooterLink {
            id: "pictures".into(),
            title: self.text("pictures"),
            url: self.url_of(pictures),
            language: None,
        });
        let own = pages.chain(topics).chain(glossary).chain(pictures);
        own.chain(legal).collect()
    }

    /// The chapters before and behind this one; pages that the law asks for are read for themselves.
    pub(super) fn around(&self) -> (Option<Link>, Option<Link>) {
        let Some(id) = self.page.chapter(self.site) else {
            return (None, None);
        };
        let order = &self.site.edition(self.edition).reading_order;
        if !self.chapter_at(id).is_listed() || self.linked.is_legal(id) {
            return (None, None);
        }
        let place = self.chapter_at(id).place;
        let is_read = |id: &&ChapterId| !self.linked.is_legal(**id);
        let link = |id: ChapterId| {
            let chapter = self.chapter_at(id);
            let url = self.url_of_chapter(id);
            let language = self.language_of_text(chapter);
            let title = self.soft(&chapter.title, language.as_ref());
            Link {
                title: self.numbered(Node::Chapter(id), title),
                url,
                language,
            }
        };
        let previous = order[..place].iter().rfind(is_read);
        let next = order[place + 1..].iter().find(is_read);
        (previous.copied().map(link), next.copied().map(link))
    }
}

/// The first of so many members that a list shows around the one at hand.
fn window(here: Option<usize>, members: usize) -> usize {
    if members <= SIDEBAR_MAX {
        return 0;
    }
    let step = here.unwrap_or(0) / SIDEBAR_STEP * SIDEBAR_STEP;
    let start = step.saturating_sub(SIDEBAR_STEP / 2);
    start.min(members - SIDEBAR_MAX)
}
