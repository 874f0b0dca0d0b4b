//! The same page in other languages.
//!
//! 1. Every page has a counterpart in every language: the same page, or the one that says at its
//!    address that it isn't translated and where else it can be read.
//! 2. What stands on a page in another language than the page's own says so.

use super::View;
use crate::config::{EditionId, Localized, language};
use crate::link::SignLanguage;
use crate::pages::Page;
use crate::prose::hyphens::soften;
use crate::prose::is_easy;
use crate::site::{Chapter, ChapterId, Node, SectionId, Site, Untranslated};
use crate::theme::context::{
    Alternate, LanguageLink, Link, NotFoundIn, TextLanguage, UntranslatedContext,
};

impl View<'_> {
    /// The language links of the header; none in a handbook of one language.
    pub(super) fn languages(&self) -> Vec<LanguageLink> {
        if self.site.editions.len() < 2 {
            return Vec::new();
        }
        let link = |number: EditionId| {
            let page = self.in_language(number);
            let code = &self.site.edition(number).language;
            LanguageLink {
                code: code.clone(),
                lang: language::tag(code),
                dir: language::direction(code),
                name: self.name_of(number),
                url: self.url_of_translation(number, page),
                current: number == self.edition,
                translated: self.is_translated(page, number),
            }
        };
        self.site.edition_ids().map(link).collect()
    }

    /// What the language of an edition is called in it. Which easy language it is, the handbook may say.
    pub(super) fn name_of(&self, edition: EditionId) -> String {
        let code = &self.site.edition(edition).language;
        match self.site.config.easy_name.get(code) {
            name if is_easy(code) && !name.is_empty() => name.to_owned(),
            _ => self.theme.edition(edition).catalog.plain("language-name"),
        }
    }

    /// Ways to the handbook in easy and in sign language, which public bodies owe their readers.
    pub(super) fn access(&self) -> Vec<Link> {
        let base = language::base(self.language);
        let easy = self.site.edition_ids().filter(|edition| {
            let code = &self.site.edition(*edition).language;
            *edition != self.edition && is_easy(code) && language::base(code) == base
        });
        let easy = easy.filter_map(|edition| {
            let start = self.start_of(edition);
            let own = start.chapter(self.site)?;
            (!self.chapter_at(own).is_fallback).then(|| Link {
                title: self.name_of(edition),
                url: self.url_of(start),
                language: self.language_of(edition),
            })
        });
        let url = self.linked.sign_language.as_ref().and_then(|signed| {
            Some(match signed {
                SignLanguage::Film(path) => self.url(self.site.assets.get(path)?),
                SignLanguage::Web(url) => url.clone(),
                SignLanguage::Chapter(id) => {
                    self.url_of_chapter(self.site.in_edition(*id, self.edition))
                }
            })
        });
        let signed = url.map(|url| Link {
            title: self.text("sign-language"),
            url,
            language: None,
        });
        easy.chain(signed).collect()
    }

    /// The title above a page, with its number and with soft hyphens.
    pub(super) fn heading(&self, title: &str) -> String {
        let title = self.soft(title, self.language_of_page().as_ref());
        match self.page {
            Page::Chapter(id) => self.numbered(Node::Chapter(id), title),
            Page::Section(id, _) | Page::Print(id, _) => self.numbered(Node::Section(id), title),
            _ => title,
        }
    }

    /// The page in the language of `edition`.
    fn in_language(&self, edition: EditionId) -> Page {
        if edition == self.edition {
            return self.page;
        }
        match self.page {
            Page::Glossary(_) => Page::Glossary(edition),
            Page::Search(_) => Page::Search(edition),
            Page::Collection(_) => Page::Collection(edition),
            Page::Alphabet(_) | Page::Letter(..) => Page::Alphabet(edition),
            Page::Catalogue(..) | Page::Facet(..) | Page::Compare(..) | Page::TagIndex(..) => {
                self.in_catalogue(edition)
            }
            Page::Versions(_) => Page::Versions(edition),
            Page::Changes(..) => Page::Changes(edition, 1),
            Page::Pictures(..) if self.plan.has(Page::Pictures(edition, 1)) => {
                Page::Pictures(edition, 1)
            }
            Page::NotFound | Page::Pictures(..) => self.start_of(edition),
            Page::Chapter(id) => self.node_in(Node::Chapter(id), edition),
            Page::Section(id, _) | Page::Print(id, _) => {
                let index = self.section_at(id).index.map(Node::Chapter);
                self.node_in(index.unwrap_or(Node::Section(id)), edition)
            }
            Page::Untranslated(id) => self.node_in(self.site.untranslated(id).node, edition),
        }
    }

    fn start_of(&self, edition: EditionId) -> Page {
        Page::Section(self.site.edition(edition).root, 1)
    }

    fn node_in(&self, node: Node, edition: EditionId) -> Page {
        let (address, from) = match node {
            Node::Chapter(id) => {
                let translated = self.site.in_edition(id, edition);
                if self.chapter_at(translated).edition == edition {
                    return Page::of_chapter(self.site, translated);
                }
                let chapter = self.chapter_at(id);
                if chapter.is_index
                    && let Some(section) = self.site.section_at(&chapter.stem, edition)
                {
                    return Page::Section(section, 1);
                }
                (&chapter.address, chapter.edition)
            }
            Node::Section(id) => {
                let section = self.section_at(id);
                if let Some(section) = self.site.section_at(&section.folder, edition) {
                    return Page::Section(section, 1);
                }
                (&section.address, section.edition)
            }
        };
        let below = &address[self.site.edition(from).prefix.len()..];
        let address = format!("{}{below}", self.site.edition(edition).prefix);
        match self.site.untranslated_at(&address, edition) {
            Some(id) => Page::Untranslated(id),
            None => self.start_of(edition),
        }
    }

    /// Whether `page` says in the language of `edition` what this page says.
    fn is_translated(&self, page: Page, edition: EditionId) -> bool {
        let is_fallback = |id: ChapterId| self.chapter_at(id).is_fallback;
        match page {
            Page::Untranslated(_) => false,
            Page::Chapter(id) => !is_fallback(id),
            Page::Section(id, _) => match self.page {
                Page::NotFound | Page::Untranslated(_) => true,
                _ if page == self.start_of(edition) => self.page_type() == "start",
                _ => {
                    let index = self.section_at(id).index;
                    index.is_some() == self.chapter.is_some() && !index.is_some_and(is_fallback)
                }
            },
            Page::Catalogue(id, _) => self.is_same_catalogue(id),
            _ => true,
        }
    }

    /// The same page in the languages that have it, and the one for readers of any other language.
    /// Search engines take whole addresses only, so there are none for a handbook without one.
    pub(super) fn alternates(&self) -> Vec<Alternate> {
        let later = matches!(self.page, Page::Section(_, part) if part > 1)
            || matches!(
                self.page,
                Page::Letter(..)
                    | Page::Facet(..)
                    | Page::Compare(..)
                    | Page::TagIndex(..)
                    | Page::NotFound
                    | Page::Untranslated(_)
                    | Page::Print(..)
            )
            || matches!(self.page, Page::Catalogue(_, part) if part > 1);
        let is_fallback = |id| self.chapter_at(id).is_fallback;
        let Some(base) = &self.site.config.url else {
            return Vec::new();
        };
        if self.site.editions.len() < 2 || later || self.chapter.is_some_and(is_fallback) {
            return Vec::new();
        }
        let pages: Vec<(EditionId, Page)> = self
            .site
            .edition_ids()
            .map(|number| (number, self.in_language(number)))
            .filter(|(number, page)| self.is_translated(*page, *number))
            .collect();
        if pages.len() < 2 {
            return Vec::new();
        }
        let alternate = |lang: &str, page: Page| Alternate {
            lang: lang.to_owned(),
            url: self.plan.address(page).url_at(base),
        };
        let any = alternate("x-default", pages[0].1);
        let each = pages
            .iter()
            .map(|(number, page)| alternate(&self.site.edition(*number).language, *page));
        each.chain([any]).collect()
    }

    /// How a text in the language of `edition` is marked on this page; `None` in the page's own.
    pub(super) fn language_of(&self, edition: EditionId) -> Option<TextLanguage> {
        let code = &self.site.edition(edition).language;
        (edition != self.edition).then(|| TextLanguage {
            code: code.clone(),
            lang: language::tag(code),
            dir: language::direction(code),
            name: self.name_of(edition),
        })
    }

    /// The language of a text of the handbook's settings, where it isn't the page's.
    pub(super) fn language_of_setting(&self, text: &Localized) -> Option<TextLanguage> {
        let default = self.site.config.default_language();
        let code = text.language_for(self.language).unwrap_or(default);
        if text.is_empty() || language::base(code) == language::base(self.language) {
            return None;
        }
        let edition = self.site.config.edition_in(code);
        let name = edition.map(|edition| self.name_of(edition));
        Some(TextLanguage {
            code: code.to_owned(),
            lang: language::tag(code),
            dir: language::direction(code),
            name: name.unwrap_or_else(|| code.to_owned()),
        })
    }

    /// The language of a chapter's text, where it isn't the page's.
    pub(super) fn language_of_text(&self, chapter: &Chapter) -> Option<TextLanguage> {
        self.language_of(chapter.parsed.edition)
    }

    /// `text` as headings, lists and cards show it: with soft hyphens in the language it is in, which is
    /// that of the page if nothing else is said.
    pub(super) fn soft(&self, text: &str, language: Option<&TextLanguage>) -> String {
        let language = language.map_or(self.language, |language| &language.code);
        soften(text, language).into_owned()
    }

    /// What the title of the page is in, where that isn't the language of the page.
    pub(super) fn language_of_page(&self) -> Option<TextLanguage> {
        match self.page {
            Page::Section(id, _) => self.language_of_section(id),
            _ => self.language_of_text(self.chapter_at(self.chapter?)),
        }
    }

    /// The language of a section's title, where it isn't the page's.
    pub(super) fn language_of_section(&self, id: SectionId) -> Option<TextLanguage> {
        let index = self.section_at(id).index?;
        self.language_of_text(self.chapter_at(index))
    }

    /// What the page for a missing translation offers.
    pub(super) fn untranslated(&self) -> Option<UntranslatedContext> {
        let Page::Untranslated(id) = self.page else {
            return None;
        };
        let Untranslated { node, edition, .. } = self.site.untranslated(id);
        let (title, pages): (&str, Vec<(EditionId, Page, &str)>) = match *node {
            Node::Chapter(id) => {
                let there = self.chapter_at(id).translations.iter();
                let own = there.filter(|id| !self.chapter_at(**id).is_fallback);
                let page = |id: &ChapterId| {
                    let chapter = self.chapter_at(*id);
                    let title = chapter.title.as_str();
                    (chapter.edition, Page::of_chapter(self.site, *id), title)
                };
                (&self.chapter_at(id).title, own.map(page).collect())
            }
            Node::Section(id) => {
                let section = self.section_at(id);
                let page = |edition: EditionId| {
                    let id = self.site.section_at(&section.folder, edition)?;
                    let title = self.section_at(id).title.as_str();
                    Some((edition, Page::Section(id, 1), title))
                };
                let editions = self.site.edition_ids();
                (&section.title, editions.filter_map(page).collect())
            }
        };
        let versions = pages.into_iter().map(|(edition, page, title)| Link {
            title: title.to_owned(),
            url: self.url_of(page),
            language: self.language_of(edition),
        });
        let section = self.section.unwrap_or(self.site.edition(*edition).root);
        Some(UntranslatedContext {
            title: title.to_owned(),
            versions: versions.collect(),
            section: Link {
                title: self.section_title(section),
                url: self.url_of(Page::Section(section, 1)),
                language: self.language_of_section(section),
            },
            alphabet: self.url_of(Page::Alphabet(*edition)),
        })
    }

    /// What the page for missing addresses says in the other languages.
    pub(super) fn not_found_in(&self) -> Vec<NotFoundIn> {
        if self.page != Page::NotFound {
            return Vec::new();
        }
        let editions = self.site.edition_ids();
        let others = editions.filter(|edition| *edition != self.edition);
        others
            .filter_map(|edition| {
                let texts = &self.theme.edition(edition).catalog;
                Some(NotFoundIn {
                    language: self.language_of(edition)?,
                    title: texts.plain("not-found"),
                    text: texts.plain("not-found-text"),
                    home: Link {
                        title: texts.plain("to-start-page"),
                        url: self.url_of(self.start_of(edition)),
                        language: None,
                    },
                })
            })
            .collect()
    }
}

/// The section around a missing translation, in its language: the next one that is there.
pub(super) fn around(site: &Site, page: &Untranslated) -> SectionId {
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
