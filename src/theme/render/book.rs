//! Parts of a book: chapters as a book shows them, and what only a book has.
//!
//! 1. A part is rendered by a template in `book/`, for the page of the site that it comes from: it gets that
//!    page's values, and all links are relative to that page's address. Whoever makes a book knows which
//!    of these lead to another part.
//! 2. Besides these it gets `book`: what the book is called, and on the lists at its end what they hold.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::View;
use super::frame::values;
use crate::config::{BookFormat, EditionId};
use crate::diagnostic::Finding;
use crate::kind::Note;
use crate::link::Linked;
use crate::pages::{Page, Plan};
use crate::site::{ChapterId, Node, SectionId, order};
use crate::theme::context::{
    BookContext, BookLink, Link, RelatedChapter, RelatedLinks, RelatedList, SourceContext,
    SourceOfChapters,
};
use crate::theme::{Theme, asked_for::AskedFor};

/// What is known of a book before its parts are made.
#[derive(Debug, Clone)]
pub struct BookFacts {
    /// `pdf` or `epub`.
    pub format: &'static str,
    /// The edition that it is of.
    pub edition: EditionId,
    /// What it is called.
    pub title: String,
    /// What that means.
    pub subtitle: String,
    /// The day that it carries.
    pub date: Option<Date>,
    /// Its chapters, in the order of reading.
    pub chapters: Vec<ChapterId>,
    /// Whether it ends with the glossary.
    pub has_glossary: bool,
}

/// A part of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookPart {
    /// What stands on its cover and behind it.
    Title,
    /// A chapter, which may introduce a section.
    Chapter(ChapterId),
    /// The title of a section that no chapter introduces.
    Section(SectionId),
    /// The glossary.
    Glossary,
    /// What chapters are related to which.
    Lists,
    /// The sources of all chapters.
    Sources,
    /// The index.
    Index,
}

impl BookPart {
    fn template(self) -> &'static str {
        match self {
            Self::Title => "book/title.html",
            Self::Chapter(_) | Self::Section(_) => "book/chapter.html",
            Self::Glossary => "book/glossary.html",
            Self::Lists => "book/lists.html",
            Self::Sources => "book/sources.html",
            Self::Index => "book/index.html",
        }
    }

    /// The page of the site that it comes from.
    pub fn page(self, linked: &Linked, edition: EditionId) -> Page {
        match self {
            Self::Title => Page::Section(linked.site.edition(edition).root, 1),
            Self::Chapter(id) => Page::of_chapter(&linked.site, id),
            Self::Section(id) => Page::Section(id, 1),
            Self::Glossary => Page::Glossary(edition),
            Self::Lists | Self::Sources | Self::Index => Page::Alphabet(edition),
        }
    }
}

impl Theme {
    /// What a part of a book is called that is no chapter.
    pub fn title_of_part(&self, part: BookPart, edition: EditionId) -> String {
        let id = match part {
            BookPart::Glossary => "glossary",
            BookPart::Lists => "book-lists",
            BookPart::Sources => "sources",
            BookPart::Index => "book-index",
            BookPart::Title | BookPart::Chapter(_) | BookPart::Section(_) => "book-title-page",
        };
        self.word(id, edition)
    }

    /// A word of the interface.
    pub fn word(&self, id: &str, edition: EditionId) -> String {
        self.edition(edition).catalog.plain(id)
    }

    /// A day as people write it.
    #[cfg(feature = "book")]
    pub fn day(&self, linked: &Linked, plan: &Plan, date: Date, edition: EditionId) -> String {
        let page = BookPart::Title.page(linked, edition);
        View::new(self, linked, plan, page).date(date).text
    }

    /// The HTML of a part of a book.
    ///
    /// # Errors
    /// A finding at the place in the template that failed.
    pub fn render_for_book(
        &self,
        linked: &Linked,
        plan: &Plan,
        part: BookPart,
        facts: &BookFacts,
    ) -> Result<String, Box<Finding>> {
        let view = View::new(self, linked, plan, part.page(linked, facts.edition));
        let template = part.template();
        let asked_for = self.asked_for.get(template).unwrap_or(&AskedFor::All);
        let html = values(&view.context(&[asked_for]), view.texts).and_then(|mut values| {
            values.insert("book", &view.book(part, facts));
            self.tera.render(template, &values)
        });
        html.map_err(|problem| self.failed(&view, &problem))
    }
}

impl View<'_> {
    fn book(&self, part: BookPart, facts: &BookFacts) -> BookContext {
        let config = &self.site.config;
        let release = self.plan.release();
        let only = |wanted| part == wanted;
        BookContext {
            format: facts.format,
            title: facts.title.clone(),
            subtitle: facts.subtitle.clone(),
            publisher: config.book.publisher.get(self.language).to_owned(),
            url: config.url.as_ref().map(ToString::to_string),
            date: facts.date.map(|date| self.date(date)),
            version: release.map(|release| release.version.to_string()),
            language: self.name_of(self.edition),
            number: self.number_of(part),
            sources: super::list(only(BookPart::Sources), || self.all_sources(facts)),
            lists: super::list(only(BookPart::Lists), || self.related_lists(facts)),
            index: super::list(only(BookPart::Index), || self.index(facts)),
        }
    }

    fn number_of(&self, part: BookPart) -> Option<String> {
        let node = match part {
            BookPart::Chapter(id) => Node::Chapter(id),
            BookPart::Section(id) => Node::Section(id),
            _ => return None,
        };
        self.linked.number(node).map(str::to_owned)
    }

    /// The books of the page's edition.
    pub(super) fn books(&self) -> Vec<BookLink> {
        let edition = self.site.edition(self.edition);
        let link = |format: BookFormat| {
            let path = edition.book(format);
            let bytes = *self.books?.get(&path)?;
            Some(BookLink {
                format: format.name(),
                url: self.url(&path),
                size: self.size(bytes),
            })
        };
        self.site.config.book.formats().filter_map(link).collect()
    }

    /// As people say how large a file is.
    fn size(&self, bytes: usize) -> String {
        const MEGA: usize = 1_000_000;
        if bytes < MEGA {
            return format!("{} kB", bytes.div_ceil(1000));
        }
        let tenths = u32::try_from(bytes / (MEGA / 10)).map_or(f64::INFINITY, f64::from);
        format!("{} MB", self.number(tenths / 10.0))
    }

    pub(super) fn link_to(&self, id: ChapterId) -> Link {
        let chapter = self.chapter_at(id);
        Link {
            title: chapter.title.clone(),
            url: self.url_of_chapter(id),
            language: self.language_of_text(chapter),
        }
    }

    /// The sources of all chapters by their titles. What several chapters name stands there once.
    fn all_sources(&self, facts: &BookFacts) -> Vec<SourceOfChapters> {
        let mut sources: BTreeMap<_, (&Note, Vec<Link>)> = BTreeMap::new();
        for id in &facts.chapters {
            for note in &self.chapter_at(*id).parsed.front.sources {
                let key = (&note.title, &note.url, &note.note);
                let (_, chapters) = sources.entry(key).or_insert((note, Vec::new()));
                let link = self.link_to(*id);
                if chapters.last() != Some(&link) {
                    chapters.push(link);
                }
            }
        }
        let collator = order::collator(self.language);
        let mut sources: Vec<_> = sources.into_values().collect();
        sources.sort_by(|(a, _), (b, _)| collator.compare(&a.title, &b.title));
        let source = |(note, chapters)| SourceOfChapters {
            source: SourceContext::of(note),
            chapters,
        };
        sources.into_iter().map(source).collect()
    }

    /// For each kind its chapters with those of the book that they are related to.
    fn related_lists(&self, facts: &BookFacts) -> Vec<RelatedList> {
        let mut within = facts.chapters.clone();
        within.sort_unstable();
        let mut lists: Vec<RelatedList> = Vec::new();
        for id in &facts.chapters {
            let chapter = self.chapter_at(*id);
            let relations = chapter.related.iter().map(|related| {
                let chapters = related.chapters.iter();
                let chapters = chapters.filter(|other| within.binary_search(other).is_ok());
                RelatedLinks {
                    label: self
                        .site
                        .relation_label(&related.label)
                        .get(self.language)
                        .to_owned(),
                    chapters: chapters.map(|other| self.link_to(*other)).collect(),
                }
            });
            let relations: Vec<_> = relations.filter(|some| !some.chapters.is_empty()).collect();
            if relations.is_empty() {
                continue;
            }
            let title = self.site.kind(chapter).plural.get(self.language).to_owned();
            let related = RelatedChapter {
                chapter: self.link_to(*id),
                relations,
            };
            match lists.iter_mut().find(|list| list.title == title) {
                Some(list) => list.chapters.push(related),
                None => lists.push(RelatedList {
                    title,
                    chapters: vec![related],
                }),
            }
        }
        lists
    }
}
