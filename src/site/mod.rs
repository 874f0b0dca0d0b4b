//! The set of chapters: languages, sections, order, addresses, anchors and relations.
//!
//! 1. [`Parsed::read`] reads one Markdown file by itself, whatever the rest of the handbook holds.
//! 2. [`Site::assemble`] finds each file's place in the handbook: its language, section, kind,
//!    identity and address, one after the other, and reports what collides.
//! 3. Chapters get their fields, anchors and relations, which need the places of all others.
//!
//! After an edit, what of the last site still holds is taken over: all places, when nothing changed
//! that they depend on; else the fields and anchors of the chapters that did not change.
//!
//! Everything in a [`Site`] is known by number: [`ChapterId`], [`SectionId`], [`CatalogueId`] and so on.

mod address;
mod alias;
mod alphabet;
mod anchors;
mod assemble;
mod budgets;
mod catalogue;
mod details;
mod edition;
mod editions;
mod entry;
mod freeze;
pub mod order;
mod page_outline;
mod parsed;
mod relations;
mod reuse;
mod sections;
mod terms;
mod walk;
mod way;
mod withheld;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::EditionId;
use crate::config::glossary::Term;
use crate::config::queries::Queries;
use crate::config::{Config, Localized};
use crate::diagnostic::Finding;
use crate::kind::{Checked, Kind, KindId, Kinds, Status};
use crate::markdown::Document;
use crate::source::{HandbookPath, Picture, Recording};

pub use address::{escape, file_of, relative, slug};
pub use alias::{Alias, Aliases, first_of_each, has_page};
pub use alphabet::{Letter, LetterId, letter_names};
pub use anchors::{Anchor, Anchors};
pub use catalogue::{Catalogue, CatalogueId, Facet, FacetId, FacetOf, Value, ValueId};
pub use edition::{Bibliography, Edition};
pub use editions::{Untranslated, UntranslatedId};
pub use freeze::frozen_ids;
pub use parsed::{Parsed, check_encoding};
pub use relations::{Label, Related, last_part};
pub use terms::Terms;
#[cfg(test)]
pub(crate) use walk::PAGES_READ;
pub use walk::{INCLUDES_MAX, Include, PageHeading, Part, Placed, Step, Walk, included};
pub use way::{Way, resolved, way};
pub use withheld::{Withheld, withheld};

/// Number of a chapter in [`Site::chapters`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChapterId(pub usize);

/// Number of a section in [`Site::sections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub usize);

/// What is decided outside of the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether drafts belong to the site.
    pub drafts: bool,
    /// Reviews the content too, as of this day: what is overdue, hard to read or to understand. A
    /// build leaves that out, and so depends on no clock.
    pub today: Option<Date>,
}

/// What the files beside the content say.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The handbook's settings.
    pub config: Arc<Config>,
    /// Its kinds.
    pub kinds: Arc<Kinds>,
    /// Its glossary.
    pub glossary: Arc<Vec<Term>>,
    /// Words that mean the same.
    pub synonyms: Arc<Vec<Vec<String>>>,
    /// Queries whose answers it vouches for.
    pub queries: Arc<Queries>,
}

/// A handbook whose chapters all know their place. Its parts are shared with the site that an edit
/// makes of it, so a clone is cheap.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its settings.
    pub config: Arc<Config>,
    /// Its kinds.
    pub kinds: Arc<Kinds>,
    /// Its glossary.
    pub glossary: Arc<Vec<Term>>,
    /// Words that mean the same.
    pub synonyms: Arc<Vec<Vec<String>>>,
    /// Queries whose answers it vouches for.
    pub queries: Arc<Queries>,
    /// One for each language, in the order of the settings.
    pub editions: Arc<Vec<Edition>>,
    /// All chapters of all languages.
    pub chapters: Vec<Arc<Chapter>>,
    /// All sections of all languages.
    pub sections: Arc<Vec<Section>>,
    /// All Markdown files by path, with those that are only included.
    pub texts: Arc<BTreeMap<HandbookPath, Arc<Parsed>>>,
    /// Files that are published as they are, and their addresses.
    pub assets: Arc<BTreeMap<HandbookPath, String>>,
    /// Pages that stand where translations are missing, by address.
    pub untranslated: Arc<Vec<Untranslated>>,
    /// What is known of those of them that are pictures.
    pub pictures: Arc<BTreeMap<HandbookPath, Picture>>,
    /// What is known of those that are films and sounds.
    pub recordings: Arc<BTreeMap<HandbookPath, Recording>>,
    by_path: Arc<BTreeMap<HandbookPath, ChapterId>>,
    by_folder: Arc<BTreeMap<(EditionId, String), SectionId>>,
    options: Options,
    /// What is wrong with the places of its chapters.
    misplaced: Arc<Vec<Finding>>,
}

/// A folder of chapters in one language.
#[derive(Debug, Clone)]
pub struct Section {
    /// Number of the language's edition.
    pub edition: EditionId,
    /// Path below the content folder; empty for the root.
    pub folder: String,
    /// Its address, ending with a slash; empty for the root of the default language.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The chapter that introduces it.
    pub index: Option<ChapterId>,
    /// The section around it.
    pub parent: Option<SectionId>,
    /// What it holds, in order; without its index.
    pub children: Vec<Node>,
    /// The kind that it gives to its chapters.
    pub kind: Option<KindId>,
    /// Number of chapters in it and below, indices not counted.
    pub count: usize,
}

impl Section {
    /// Whether there is something that lists may lead to: the start page, a text, or chapters.
    pub fn is_listed(&self) -> bool {
        self.parent.is_none() || self.index.is_some() || !self.children.is_empty()
    }
}

/// A member of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node {
    /// A section.
    Section(SectionId),
    /// A chapter.
    Chapter(ChapterId),
}

/// A chapter in one language.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its file.
    pub parsed: Arc<Parsed>,
    /// Number of the language's edition.
    pub edition: EditionId,
    /// Whether it stands in for a missing translation, in the default language. Its
    /// text is in the language of its file.
    pub is_fallback: bool,
    /// Path below the content folder without language and ending: the same for all translations.
    pub stem: String,
    /// What references call it; the same in all languages.
    pub id: String,
    /// Its address, ending with a slash; empty for the start page.
    pub address: String,
    /// The section that holds it, or that it introduces.
    pub section: SectionId,
    /// Whether it introduces its section.
    pub is_index: bool,
    /// Its place in the edition's reading order, if it is listed.
    pub place: usize,
    /// Its title.
    pub title: String,
    /// Its kind: one of the handbook's.
    pub kind: KindId,
    /// The fields of its kind.
    pub fields: Arc<Checked>,
    /// Indices of those fields that a translation took from its original.
    pub inherited: Vec<usize>,
    /// The facts of its fields' Markdown, by [`crate::kind::MarkdownText::index`].
    pub markdown_fields: Arc<Vec<Document>>,
    /// The places on its page that one can link to.
    pub anchors: Arc<Anchors>,
    /// The texts that it puts in, those within others too.
    pub includes: Arc<Vec<Arc<Parsed>>>,
    /// Chapters that it is related to, in both directions.
    pub related: Vec<Related>,
    /// The chapter that holds in its place.
    pub successor: Option<ChapterId>,
    /// On a start page: the chapter that it shows first.
    pub featured: Option<ChapterId>,
    /// The same chapter in all languages, itself included, in the order of the editions.
    pub translations: Vec<ChapterId>,
    findings: ChapterFindings,
}

/// What is wrong with a chapter, by what was read.
#[derive(Debug, Clone, PartialEq, Default)]
struct ChapterFindings {
    fields: Arc<Vec<Finding>>,
    /// Its anchors and includes.
    anchors: Arc<Vec<Finding>>,
}

impl ChapterFindings {
    fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.fields.iter().chain(self.anchors.iter())
    }
}

impl Chapter {
    /// The file's path.
    pub fn path(&self) -> &HandbookPath {
        &self.parsed.source.path
    }

    /// Whether lists, the search and other chapters may lead to it.
    pub fn is_listed(&self) -> bool {
        self.parsed.front.status != Status::Unlisted
    }

    /// Whether the text's first heading is the title and not to be shown again.
    pub fn opens_with_title(&self) -> bool {
        self.parsed
            .document
            .title()
            .is_some_and(|title| title == self.title)
    }
}

impl Site {
    /// The chapter with this number.
    pub fn chapter(&self, id: ChapterId) -> &Chapter {
        &self.chapters[id.0]
    }

    /// The section with this number.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// The kind of a chapter.
    pub fn kind(&self, chapter: &Chapter) -> &Kind {
        self.kinds
            .get(&chapter.kind)
            .expect("a chapter's kind is one of the handbook's")
    }

    /// The chapter whose file is at `path`.
    pub fn at_path(&self, path: &str) -> Option<ChapterId> {
        self.by_path.get(path).copied()
    }

    /// The paths of all chapters' files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &HandbookPath> {
        self.by_path.keys()
    }

    /// The chapter in the language of `edition`, or as it is where that has no translation.
    pub fn in_edition(&self, id: ChapterId, edition: EditionId) -> ChapterId {
        let translations = &self.chapter(id).translations;
        let translated = translations
            .iter()
            .find(|t| self.chapter(**t).edition == edition);
        translated.copied().unwrap_or(id)
    }

    /// The section for `folder` (below the content folder) in the language of `edition`.
    pub fn section_at(&self, folder: &str, edition: EditionId) -> Option<SectionId> {
        self.by_folder.get(&(edition, folder.to_owned())).copied()
    }

    /// The handbook's title in `language`.
    pub fn title(&self, language: &str) -> &str {
        match self.config.title.get(language) {
            "" => {
                let root = self.editions.first().map(|edition| edition.root);
                root.map_or("", |root| self.section(root).title.as_str())
            }
            title => title,
        }
    }

    /// The label under which `related` stands on a chapter.
    pub fn relation_label(&self, label: &Label) -> &Localized {
        let kind = self
            .kinds
            .get(label.kind())
            .expect("labels name kinds of the handbook");
        let field = &kind.fields[label.field()];
        match label {
            Label::Field { .. } => &field.label,
            Label::Back { .. } => {
                let back = field.ty.relation().map(|relation| &relation.back_label);
                back.filter(|label| !label.is_empty())
                    .unwrap_or(&kind.plural)
            }
        }
    }
}
