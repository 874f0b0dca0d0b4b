//! One page: from the linked site to the values of its template, and to HTML.
//!
//! 1. A [`View`] is the page as seen from its address: all links are relative to that.
//! 2. The modules below fill the parts of the context: navigation, the chapter, the
//!    section's list.
//! 3. [`Theme::render`] gives the context to the page's template.

mod alphabet;
mod catalogue;
mod chapter;
mod comparison;
mod languages;
mod legal;
mod listing;
mod navigation;
mod outside;
mod print;
mod release;
mod values;

use tera::Context;

pub use release::ListedRelease;

use super::context::{Handbook, PageContext, PageInfo};
use super::pages::{self, Page};
use super::{API, EditionTexts, POLICY, Theme, error};
use crate::config::language;
use crate::diagnostic::Finding;
use crate::link::Linked;
use crate::lower::Frame;
use crate::site::{
    Chapter, ChapterId, Node, Section, SectionId, Site, Untranslated, escape, relative,
};
use crate::text::{Arg, Args};

impl Theme {
    /// The HTML of `page`.
    ///
    /// # Errors
    /// A finding at the place in the template that failed.
    pub fn render(&self, linked: &Linked, page: Page) -> Result<String, Box<Finding>> {
        let view = View::new(self, linked, page);
        self.render_with(&view, &view.context())
    }

    /// The HTML of the list of all releases of the published tree.
    ///
    /// # Errors
    /// As [`Theme::render`].
    pub fn render_versions(
        &self,
        linked: &Linked,
        edition: usize,
        releases: &[ListedRelease],
    ) -> Result<String, Box<Finding>> {
        let view = View::new(self, linked, Page::Versions(edition));
        let context = PageContext {
            versions: view.versions(releases),
            ..view.context()
        };
        self.render_with(&view, &context)
    }

    fn render_with(&self, view: &View<'_>, context: &PageContext) -> Result<String, Box<Finding>> {
        let template = self.template(view);
        let values = |context: &PageContext| -> tera::TeraResult<String> {
            let mut values = Context::from_serialize(context)?;
            values.insert_value("t", view.texts.plain.clone());
            self.tera.render(&template, &values)
        };
        values(context).map_err(|problem| {
            Box::new(error::finding(
                &problem,
                Some(&view.source()),
                &self.template_paths,
            ))
        })
    }

    /// What the template of `page` gets.
    pub fn context(&self, linked: &Linked, page: Page) -> PageContext {
        View::new(self, linked, page).context()
    }

    /// The template of a page: for a chapter the one of its kind, if the theme has one.
    fn template(&self, view: &View<'_>) -> String {
        let ty = view.page_type();
        if let Page::Chapter(id) = view.page {
            let own = format!("kinds/{}.html", view.site.chapter(id).kind);
            if self.template_paths.contains_key(&own) {
                return own;
            }
        }
        format!("{ty}.html")
    }
}

/// A page, as seen from its address.
pub(super) struct View<'a> {
    theme: &'a Theme,
    linked: &'a Linked,
    pub(super) site: &'a Site,
    page: Page,
    edition: usize,
    language: &'a str,
    texts: &'a EditionTexts,
    address: String,
    /// The chapter that the page shows.
    chapter: Option<ChapterId>,
    /// The section that the page shows or is in.
    section: Option<SectionId>,
}

impl<'a> View<'a> {
    fn new(theme: &'a Theme, linked: &'a Linked, page: Page) -> Self {
        let site = &linked.site;
        let (edition, chapter, section) = match page {
            Page::Chapter(id) => {
                let chapter = site.chapter(id);
                (chapter.edition, Some(id), Some(chapter.section))
            }
            Page::Section(id, _) => {
                let section = site.section(id);
                (section.edition, section.index, Some(id))
            }
            Page::Print(id, _) => (site.section(id).edition, None, Some(id)),
            Page::Glossary(edition)
            | Page::Search(edition)
            | Page::Alphabet(edition)
            | Page::Letter(edition, ..)
            | Page::Catalogue(edition, ..)
            | Page::Compare(edition, ..)
            | Page::Words(edition, ..)
            | Page::Versions(edition)
            | Page::Changes(edition, _) => (edition, None, None),
            Page::Facet(id, _) => (id.edition, None, None),
            Page::Untranslated(number) => {
                let page = &site.untranslated[number];
                (page.edition, None, Some(around(site, page)))
            }
            Page::NotFound => (0, None, None),
        };
        Self {
            theme,
            linked,
            site,
            page,
            edition,
            language: &site.editions[edition].language,
            texts: &theme.editions[edition],
            address: pages::address(site, page),
            chapter,
            section,
        }
    }

    /// The page as seen from the root of the site.
    pub(super) fn at_root(theme: &'a Theme, linked: &'a Linked, page: Page) -> Self {
        Self {
            address: String::new(),
            ..Self::new(theme, linked, page)
        }
    }

    fn context(&self) -> PageContext {
        let around = self.around();
        PageContext {
            api: API,
            policy: POLICY,
            edition: self.edition,
            root: self.url(""),
            handbook: self.handbook(),
            lang: language::tag(self.language),
            dir: language::direction(self.language),
            page: self.info(),
            nav: self.navigation(),
            sidebar: self.sidebar(),
            breadcrumbs: self.breadcrumbs(),
            footer: self.footer(),
            feedback: self.feedback(),
            previous: around.0,
            next: around.1,
            alternates: self.alternates(),
            custom_css: self.theme.assets.contains_key("assets/custom.css"),
            chapter: self.shown_chapter().map(|id| {
                let frame = Frame::of(self.chapter_at(id));
                self.chapter_context(id, &frame)
            }),
            section: self.section_context(),
            terms: self.terms(),
            alphabet: self.alphabet(),
            catalogue: self.catalogue(),
            comparison: self.comparison(),
            words: self.words(),
            release: self.release(),
            changes: self.changes(),
            versions: Vec::new(),
            search: self.search(),
            print: self.print(),
            untranslated: self.untranslated(),
            not_found_in: self.not_found_in(),
        }
    }

    /// The chapter whose text the page shows: the later pages of a list show none.
    fn shown_chapter(&self) -> Option<ChapterId> {
        match self.page {
            Page::Section(_, part) if part > 1 => None,
            _ => self.chapter,
        }
    }

    /// The way from the page to `to`. A server shows the page for missing addresses at any depth,
    /// so its ways begin at the server's root, if the handbook says where it is published.
    fn url(&self, to: &str) -> String {
        if self.page == Page::NotFound
            && let Some(url) = &self.site.config.url
        {
            let host = url.find("//").map_or(0, |at| at + 2);
            let path = url[host..].find('/').map_or("/", |at| &url[host + at..]);
            return format!("{path}{}", escape(to));
        }
        relative(&self.address, to)
    }

    fn url_of(&self, page: Page) -> String {
        self.url(&pages::address(self.site, page))
    }

    fn text(&self, id: &str) -> String {
        self.texts.catalog.plain(id)
    }

    fn text_with<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> String {
        self.texts
            .catalog
            .get(id, &Args::from(args))
            .unwrap_or_else(|| id.to_owned())
    }

    fn root(&self) -> SectionId {
        self.site.editions[self.edition].root
    }

    fn page_type(&self) -> &'static str {
        match self.page {
            Page::Chapter(_) => "chapter",
            Page::Section(id, _) if id == self.root() => "start",
            Page::Section(..) => "section",
            Page::Glossary(_) => "glossary",
            Page::Search(_) => "search",
            Page::Alphabet(_) | Page::Letter(..) => "alphabet",
            Page::Print(..) => "print",
            Page::Untranslated(_) => "untranslated",
            Page::Catalogue(..) | Page::Facet(..) => "catalogue",
            Page::Compare(..) => "comparison",
            Page::Words(..) => "words",
            Page::Versions(_) => "versions",
            Page::Changes(..) => "changes",
            Page::NotFound => "not-found",
        }
    }

    /// What a finding calls the page: its file, or its address if it has none.
    fn source(&self) -> String {
        match self.chapter {
            Some(id) => self.site.chapter(id).path().to_string(),
            None => self.address.clone(),
        }
    }

    fn handbook(&self) -> Handbook {
        let config = &self.site.config;
        Handbook {
            title: self.site.title(self.language).to_owned(),
            description: config.description.get(self.language).to_owned(),
            home: self.url_of(Page::Section(self.root(), 1)),
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
        let address = &self.address;
        PageInfo {
            ty: self.page_type(),
            title,
            description: summary.unwrap_or(handbook),
            url: address.clone(),
            canonical: match self.page {
                Page::NotFound | Page::Untranslated(_) | Page::Print(..) => None,
                _ => {
                    let url = self.site.config.url.as_ref();
                    url.map(|url| format!("{url}{}", self.first_address()))
                }
            },
            legal: self
                .chapter
                .is_some_and(|id| self.is_legal(Node::Chapter(id))),
            edit: None,
        }
    }

    /// The page's address, or that of the original which it shows in another edition's frame.
    fn first_address(&self) -> String {
        let borrowed = self.chapter.map(|id| self.chapter_at(id));
        let original = borrowed
            .filter(|chapter| chapter.borrowed)
            .and_then(|chapter| self.site.at_path(chapter.path().as_str()));
        match original {
            Some(id) => self.chapter_at(id).address.clone(),
            None => self.address.clone(),
        }
    }

    /// What a page is called.
    fn title(&self, page: Page) -> String {
        match page {
            Page::Glossary(_) => self.text("glossary"),
            Page::Search(_) => self.text("search"),
            Page::Alphabet(_) => self.text("alphabet"),
            Page::Letter(edition, letter, _) => {
                let letter = &self.site.editions[edition].letters[letter];
                format!("{}: {}", self.text("alphabet"), letter.name())
            }
            Page::Catalogue(_, number, _) => self.catalogue_title(number),
            Page::Facet(id, _) => self.value_title(id),
            Page::Compare(_, number, _) => self.comparison_title(number),
            Page::Words(_, facet, _) => self.facet_label(0, facet),
            Page::Untranslated(_) => self.text("untranslated"),
            Page::Versions(_) => self.text("versions"),
            Page::Changes(..) => self.changes_title(),
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

/// The section around a missing translation, in its language: the next one that is there.
fn around(site: &Site, page: &Untranslated) -> SectionId {
    let mut folder = match page.node {
        Node::Chapter(id) => site.section(site.chapter(id).section).folder.as_str(),
        Node::Section(id) => site.section(id).folder.as_str(),
    };
    loop {
        if let Some(section) = site.section_at(folder, page.edition) {
            return section;
        }
        folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
    }
}
