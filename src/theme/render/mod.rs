//! One page: from the linked site to the values of its template, and to HTML.
//!
//! 1. A [`View`] is the page as seen from its address: all links are relative to that.
//! 2. The modules below fill the parts of the context that the page's template asks for: navigation,
//!    the chapter, the section's list.
//! 3. A [`Renderer`] gives the context to the page's template, with the frame that the page has in
//!    common with others.

mod alphabet;
mod bar;
mod book;
mod book_index;
mod catalogue;
mod chapter;
mod comparison;
mod finder;
mod frame;
mod glance;
mod languages;
mod legal;
mod listing;
mod navigation;
mod outside;
mod pictures;
mod print;
mod release;
mod shared;
mod start;
mod templates;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) use book::{BookFacts, BookPart};
pub(super) use frame::FILES as FRAME_FILES;
pub(crate) use frame::Renderer;

use super::asked_for::AskedFor;
use super::context::{Handbook, PageContext, PageInfo};
use super::{API, EditionTexts, POLICY, Theme, error};
use crate::config::{BaseUrl, EditionId, language};
use crate::content::ChapterContent;
use crate::diagnostic::Finding;
use crate::html::Frame;
use crate::link::Linked;
use crate::pages::{Address, Listing, Page, Plan};
use crate::release::ListedRelease;
use crate::site::{Chapter, ChapterId, Node, Section, SectionId, Site, escape};
use crate::text::{Arg, Args};

impl Theme {
    /// What renders the pages of `linked`. One that renders several pages makes what these have in
    /// common once.
    pub fn renderer<'a>(&'a self, linked: &'a Linked, plan: &'a Plan) -> Renderer<'a> {
        Renderer::new(self, linked, plan)
    }

    /// The HTML of a single page.
    ///
    /// # Errors
    /// A finding at the place in the template that failed.
    pub fn render(&self, linked: &Linked, plan: &Plan, page: Page) -> Result<String, Box<Finding>> {
        self.renderer(linked, plan).render(page)
    }

    /// As [`Theme::render`], for a preview at the root of a server: blocks say where they stand in the author's
    /// files.
    ///
    /// # Errors
    /// As [`Theme::render`].
    pub fn render_for_preview(
        &self,
        linked: &Linked,
        plan: &Plan,
        page: Page,
    ) -> Result<String, Box<Finding>> {
        self.renderer(linked, plan).for_preview().render(page)
    }

    /// The HTML of the list of all releases of the published tree.
    ///
    /// # Errors
    /// As [`Theme::render`].
    pub fn render_versions(
        &self,
        linked: &Linked,
        plan: &Plan,
        edition: EditionId,
        releases: &[ListedRelease],
    ) -> Result<String, Box<Finding>> {
        self.renderer(linked, plan)
            .render_versions(edition, releases)
    }

    /// All that a template can get on `page`.
    pub fn context(&self, linked: &Linked, plan: &Plan, page: Page) -> PageContext {
        View::new(self, linked, plan, page).context(&[&AskedFor::All])
    }

    /// The finding for what Tera says while it renders the page of `view`.
    fn failed(&self, view: &View<'_>, problem: &tera::Error) -> Box<Finding> {
        let page = view.source();
        Box::new(error::finding(problem, Some(&page), &self.template_paths))
    }
}

/// A page, as seen from its address.
pub(super) struct View<'a> {
    theme: &'a Theme,
    linked: &'a Linked,
    plan: &'a Plan,
    pub(super) site: &'a Site,
    page: Page,
    edition: EditionId,
    language: &'a str,
    texts: &'a EditionTexts,
    address: Address,
    /// The chapter that the page, or the first part of its list, is the home of.
    chapter: Option<ChapterId>,
    /// The section that the page shows or is in.
    section: Option<SectionId>,
    /// Contents of chapters that other pages show too.
    contents: &'a [(ChapterId, Arc<ChapterContent<'a>>)],
    /// How many bytes the site's books have, by path, once they are made.
    books: Option<&'a BTreeMap<String, usize>>,
    /// Whether it stands for all pages that have the same frame: see [`frame`].
    shared: bool,
    /// Whether its author looks at it, at the root of a server: then blocks say where they stand in files.
    in_preview: bool,
}

impl<'a> View<'a> {
    fn new(theme: &'a Theme, linked: &'a Linked, plan: &'a Plan, page: Page) -> Self {
        let site = &linked.site;
        let edition = page.edition(site);
        let section = match page {
            Page::Chapter(id) => Some(site.chapter(id).section),
            Page::Section(id, _) | Page::Print(id, _) => Some(id),
            Page::Untranslated(id) => Some(languages::around(site, site.untranslated(id))),
            _ => None,
        };
        Self {
            theme,
            linked,
            plan,
            site,
            page,
            edition,
            language: &site.edition(edition).language,
            texts: theme.edition(edition),
            address: plan.address(page).clone(),
            chapter: page.subject(site),
            section,
            contents: &[],
            books: None,
            shared: false,
            in_preview: false,
        }
    }

    /// The page as seen from the root of the site.
    pub(super) fn at_root(
        theme: &'a Theme,
        linked: &'a Linked,
        plan: &'a Plan,
        page: Page,
    ) -> Self {
        Self {
            address: Address::ROOT,
            ..Self::new(theme, linked, plan, page)
        }
    }

    /// What templates get that ask for `asked_for`. Other values are empty.
    fn context(&self, asked_for: &[&AskedFor]) -> PageContext {
        let has = |name: &str| asked_for.iter().any(|names| names.has(name));
        let around = (has("previous") || has("next")).then(|| self.around());
        let (previous, next) = around.unwrap_or_default();
        let chapter = self.page.chapter(self.site).filter(|_| has("chapter"));
        PageContext {
            api: API,
            policy: POLICY,
            edition: self.edition,
            root: self.url(""),
            handbook: self.handbook(),
            lang: language::tag(self.language),
            dir: language::direction(self.language),
            page: self.info(),
            nav: list(has("nav"), || self.navigation()),
            sidebar: has("sidebar").then(|| self.sidebar()).flatten(),
            breadcrumbs: list(has("breadcrumbs"), || self.breadcrumbs()),
            footer: list(has("footer"), || self.footer()),
            feedback: has("feedback").then(|| self.feedback()).flatten(),
            previous,
            next,
            alternates: list(has("alternates"), || self.alternates()),
            custom_css: self.theme.assets.contains_key("assets/custom.css"),
            chapter: chapter.map(|id| self.chapter_context(id, &Frame::of(self.chapter_at(id)))),
            start: has("start").then(|| self.start()).flatten(),
            section: has("section").then(|| self.section_context()).flatten(),
            terms: list(has("terms"), || self.terms()),
            alphabet: has("alphabet").then(|| self.alphabet()).flatten(),
            catalogue: has("catalogue").then(|| self.catalogue()).flatten(),
            comparison: has("comparison").then(|| self.comparison()).flatten(),
            words: has("words").then(|| self.words()).flatten(),
            release: has("release").then(|| self.release()).flatten(),
            changes: has("changes").then(|| self.changes()).flatten(),
            versions: Vec::new(),
            search: self.search(),
            collection: self.collection(),
            print: has("print").then(|| self.print()).flatten(),
            untranslated: has("untranslated").then(|| self.untranslated()).flatten(),
            not_found_in: list(has("not_found_in"), || self.not_found_in()),
            books: list(has("books"), || self.books()),
            pictures: has("pictures").then(|| self.pictures()).flatten(),
        }
    }

    /// The way from the page to `to`. A server shows the page for missing addresses at any depth,
    /// so its ways begin at the server's root, if it is known where the site is there.
    fn url(&self, to: &str) -> String {
        if self.page == Page::NotFound {
            let base = self.site.config.url.as_ref().map(BaseUrl::path);
            let root = if self.in_preview { Some("/") } else { base };
            if let Some(root) = root {
                return format!("{root}{}", escape(to));
            }
        }
        self.address.url_to(to)
    }

    fn url_of(&self, page: Page) -> String {
        self.url(self.plan.address(page).as_str())
    }

    fn url_of_chapter(&self, id: ChapterId) -> String {
        self.url_of(Page::of_chapter(self.site, id))
    }

    /// The way to a file of a listing; empty if it isn't made.
    fn url_of_listing(&self, listing: Listing, file: usize) -> String {
        let path = self.plan.paths_of(listing).get(file);
        path.map_or_else(String::new, |path| self.url(path))
    }

    fn text(&self, id: &str) -> String {
        let known = self.texts.messages.get(id);
        known.map_or_else(|| self.texts.catalog.plain(id), Clone::clone)
    }

    fn text_with<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> String {
        self.texts
            .catalog
            .get(id, &Args::from(args))
            .unwrap_or_else(|| id.to_owned())
    }

    fn root(&self) -> SectionId {
        self.site.edition(self.edition).root
    }

    fn page_type(&self) -> &'static str {
        templates::page_type(self.site, self.page)
    }

    /// What a finding calls the page: its file, or its address if it has none.
    fn source(&self) -> String {
        match self.chapter {
            Some(id) => self.site.chapter(id).path().to_string(),
            None => self.address.to_string(),
        }
    }

    fn handbook(&self) -> Handbook {
        let config = &self.site.config;
        Handbook {
            title: self.site.title(self.language).to_owned(),
            description: config.description.get(self.language).to_owned(),
            home: self.url_of(Page::Section(self.root(), 1)),
            current: self.page_type() == "start",
            languages: self.languages(),
            logo: self.picture("logo"),
            icon: self.icon(),
            preview: self.preview(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }

    fn info(&self) -> PageInfo {
        let summary = self
            .chapter
            .and_then(|id| self.site.chapter(id).parsed.front.summary.clone());
        let title = self.title(self.page);
        let handbook = match self.site.config.description.get(self.language) {
            "" => format!("{title} · {}", self.site.title(self.language)),
            description => description.to_owned(),
        };
        PageInfo {
            ty: self.page_type(),
            heading: self.heading(&title),
            title,
            description: summary.unwrap_or(handbook),
            url: self.address.to_string(),
            canonical: match self.page {
                Page::NotFound | Page::Untranslated(_) | Page::Print(..) | Page::Collection(_) => {
                    None
                }
                _ => {
                    let url = self.site.config.url.as_ref();
                    url.map(|url| self.first_address().url_at(url))
                }
            },
            preview: self.page_preview(),
            legal: self
                .chapter
                .is_some_and(|id| self.is_legal(Node::Chapter(id))),
            edit: None,
        }
    }

    /// The page's address, or that of the original which it shows in another edition's frame.
    fn first_address(&self) -> &Address {
        let shown = self.chapter.map(|id| self.chapter_at(id));
        let original = shown
            .filter(|chapter| chapter.is_fallback)
            .and_then(|chapter| self.site.at_path(chapter.path().as_str()));
        match original {
            Some(id) => self.plan.address(Page::of_chapter(self.site, id)),
            None => &self.address,
        }
    }

    /// What a page is called.
    fn title(&self, page: Page) -> String {
        match page {
            Page::Glossary(_) => self.text("glossary"),
            Page::Search(_) => self.text("search"),
            Page::Collection(_) => self.text("collection"),
            Page::Alphabet(_) => self.text("alphabet"),
            Page::Letter(id, _) => {
                let letter = self.site.letter(id).name();
                format!("{}: {letter}", self.text("alphabet"))
            }
            Page::Catalogue(id, _) => self.catalogue_title(id),
            Page::Facet(id, _) => self.value_title(id),
            Page::Compare(id, _) => self.comparison_title(id),
            Page::TagIndex(id, _) => self.facet_label(id),
            Page::Untranslated(_) => self.text("untranslated"),
            Page::Versions(_) => self.text("versions"),
            Page::Changes(..) => self.changes_title(),
            Page::Pictures(..) => self.text("pictures"),
            Page::NotFound => self.text("not-found"),
            Page::Chapter(id) => self.site.chapter(id).title.clone(),
            Page::Section(id, _) | Page::Print(id, _) => self.site.section(id).title.clone(),
        }
    }

    fn chapter_at(&self, id: ChapterId) -> &'a Chapter {
        self.site.chapter(id)
    }

    fn section_at(&self, id: SectionId) -> &'a Section {
        self.site.section(id)
    }
}

/// A list, if it is asked for; else an empty one.
fn list<T>(asked_for: bool, make: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if asked_for { make() } else { Vec::new() }
}
