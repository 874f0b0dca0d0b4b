//! What templates get. `themes/README.md` explains every value; names and meaning are the template
//! API, so a change that breaks a theme raises [`super::API`].
//!
//! Besides these a page's template gets `t`, the texts without arguments, and `frame` with the HTML of
//! `header`, `sidebar` (or nothing) and `footer`: the templates of these names in `parts/`. As long as
//! they are the standard theme's, pages side by side in a folder share them, so they may use only what
//! is the same there: `root`, `lang`, `dir`, `edition`, `handbook`, `nav`, `sidebar`, `footer`,
//! `feedback`, `search`, `release`, `t`. For what differs they have values that are filled in for
//! each page: `mark` of an item, `url` of a language and of the feedback. They must not ask whether an
//! item is `current`. Where a handbook has a template of its own for one of them, or for one that they
//! include, all three are rendered for each page with all its values. A `base.html` of its own may also
//! include them itself instead of writing `frame`.
mod book;
mod citation;
mod lists;
mod navigation;
mod release;
mod start;

use crate::config::EditionId;
use serde::Serialize;

pub(crate) use book::*;
pub(crate) use citation::CitationContext;
pub(crate) use lists::*;
pub(crate) use navigation::{Branch, FooterLink, NavItem, Sidebar, SidebarItem};
pub(crate) use release::{
    ChangeContext, ChangeCount, ChangeGroup, ChangesContext, KindChanges, ReleaseContext,
    VersionContext,
};
pub(crate) use start::{BlockContext, LogoContext, StartContext, TileContext};

/// Everything that the template of one page gets, besides the texts `t`.
#[derive(Debug, Clone, Serialize)]
pub struct PageContext {
    pub api: i64,
    pub policy: &'static str,
    /// Number of the language's edition, for the function `text`.
    pub edition: EditionId,
    pub root: String,
    pub handbook: Handbook,
    pub lang: String,
    pub dir: &'static str,
    pub page: PageInfo,
    pub nav: Vec<NavItem>,
    pub sidebar: Option<Sidebar>,
    pub breadcrumbs: Vec<Link>,
    pub footer: Vec<FooterLink>,
    pub feedback: Option<FeedbackContext>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    pub alternates: Vec<Alternate>,
    pub custom_css: bool,
    pub chapter: Option<ChapterContext>,
    pub start: Option<StartContext>,
    pub section: Option<SectionContext>,
    pub terms: Vec<TermContext>,
    pub alphabet: Option<AlphabetContext>,
    pub catalogue: Option<CatalogueContext>,
    pub comparison: Option<ComparisonContext>,
    pub words: Option<WordsContext>,
    pub release: Option<ReleaseContext>,
    pub changes: Option<ChangesContext>,
    pub versions: Vec<VersionContext>,
    pub search: SearchContext,
    pub collection: CollectionContext,
    pub print: Option<PrintContext>,
    pub untranslated: Option<UntranslatedContext>,
    pub not_found_in: Vec<NotFoundIn>,
    pub pictures: Option<PicturesContext>,
    pub books: Vec<BookLink>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SearchContext {
    pub url: String,
    pub index: String,
    pub words: String,
    pub alphabet: String,
    /// Whether the page has the box itself, so that the bar has none.
    pub in_page: bool,
}

/// Where the list is of what a reader keeps, and the data that its script loads.
#[derive(Debug, Clone, Serialize)]
pub struct CollectionContext {
    pub url: String,
    pub data: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Handbook {
    pub title: String,
    pub description: String,
    pub home: String,
    /// Whether the page is the start page.
    pub current: bool,
    pub languages: Vec<LanguageLink>,
    pub logo: Option<Picture>,
    pub icon: Picture,
    pub preview: Option<Picture>,
    pub version: &'static str,
}

/// A picture that stands for the handbook.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    pub url: String,
    #[serde(rename = "type")]
    pub ty: &'static str,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub alt: String,
}

/// A picture in all its sizes.
#[derive(Debug, Clone, Serialize)]
pub struct ImageContext {
    pub url: String,
    pub srcset: Option<String>,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub alt: String,
    pub credit: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FeedbackContext {
    pub url: String,
    pub external: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct LanguageLink {
    pub code: String,
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
    pub url: String,
    pub current: bool,
    pub translated: bool,
}

/// What a text says that is in another language than its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextLanguage {
    pub code: String,
    pub lang: String,
    pub dir: &'static str,
    pub name: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct UntranslatedContext {
    pub title: String,
    pub versions: Vec<Link>,
    pub section: Link,
    pub alphabet: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct NotFoundIn {
    pub language: TextLanguage,
    pub title: String,
    pub text: String,
    pub home: Link,
}

#[derive(Debug, Clone, Serialize)]
pub struct PageInfo {
    #[serde(rename = "type")]
    pub ty: &'static str,
    pub title: String,
    /// The title with soft hyphens.
    pub heading: String,
    pub description: String,
    pub url: String,
    pub canonical: Option<String>,
    /// What other sites show with a link to it.
    pub preview: Option<Picture>,
    /// Whether the law asks for it.
    pub legal: bool,
    pub edit: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    pub lang: String,
    pub url: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct ChapterContext {
    pub id: String,
    pub language: Option<TextLanguage>,
    pub original: Option<String>,
    pub kind: KindContext,
    pub title: String,
    pub image: Option<ImageContext>,
    pub summary: Option<String>,
    pub status: Option<Named>,
    pub successor: Option<Link>,
    pub updated: Option<DateContext>,
    pub review_by: Option<DateContext>,
    pub authors: Vec<String>,
    pub contact: Option<String>,
    pub license: Option<String>,
    pub topics: Vec<Item>,
    pub audiences: Vec<Item>,
    pub sources: Vec<SourceContext>,
    pub body: String,
    pub footnotes: String,
    pub toc: Vec<TocItem>,
    /// Those facts by which one chooses, and levels.
    pub glance: Vec<Fact>,
    pub facts: Vec<Fact>,
    /// Those facts that aren't in `glance`.
    pub more: Vec<Fact>,
    pub details: Vec<Fact>,
    pub relations: Vec<RelationContext>,
    pub change: Option<ChangeContext>,
    pub open: Vec<Named>,
    /// Not for legal pages.
    pub citation: Option<CitationContext>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct KindContext {
    pub id: String,
    pub label: String,
    pub plural: String,
    /// One of [`crate::kind::COLOURS`].
    pub colour: Option<&'static str>,
    /// One of [`crate::kind::ICONS`].
    pub icon: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    pub id: String,
    pub label: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct DateContext {
    pub iso: String,
    pub text: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct SourceContext {
    pub title: String,
    pub url: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TocItem {
    pub level: u8,
    pub id: String,
    pub title: String,
}

/// A field's value. Which of its parts are filled depends on the type.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Fact {
    pub id: String,
    pub label: String,
    #[serde(rename = "type")]
    pub ty: &'static str,
    /// One of [`crate::kind::ICONS`].
    pub icon: &'static str,
    /// `plus` or `minus`, where what it lists speaks for or against.
    pub sign: Option<&'static str>,
    /// For a level of something: which one.
    pub scale: Option<Scale>,
    pub text: Option<String>,
    pub html: Option<String>,
    pub url: Option<String>,
    pub items: Vec<Item>,
    pub records: Vec<Vec<Fact>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub id: Option<String>,
    pub text: String,
    /// The list of all chapters that have it.
    pub url: Option<String>,
    /// Where among the values of its field a choice stands.
    pub scale: Option<Scale>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Scale {
    /// From 1.
    pub level: usize,
    pub levels: usize,
    pub text: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct RelationContext {
    pub id: String,
    pub label: String,
    pub items: Vec<Card>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub id: String,
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
    pub image: Option<ImageContext>,
    pub summary: Option<String>,
    pub kind: KindContext,
    /// What one chooses by.
    pub facts: Vec<CardFact>,
    pub status: Option<Named>,
    pub updated: Option<DateContext>,
    /// In a section's list: whether it is a section itself.
    pub section: bool,
    /// In a section's list: how many chapters are in it.
    pub count: usize,
}

/// A fact on a card, in words that need no label beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardFact {
    pub id: String,
    pub label: String,
    pub icon: &'static str,
    pub text: String,
    /// Whether an author wrote the words, in the language of the card.
    pub written: bool,
    /// Whether it is a sentence rather than a value.
    pub long: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct SectionContext {
    pub title: String,
    pub language: Option<TextLanguage>,
    pub summary: Option<String>,
    pub kind: Option<KindContext>,
    pub catalogue: Option<String>,
    pub items: Vec<Card>,
    pub pages: Option<Paging>,
    pub print: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Paging {
    pub current: usize,
    pub total: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub numbers: Vec<PageNumber>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PageNumber {
    pub number: usize,
    pub url: Option<String>,
    pub current: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct TermContext {
    pub id: String,
    pub term: String,
    pub language: Option<TextLanguage>,
    pub long_language: Option<TextLanguage>,
    pub text_language: Option<TextLanguage>,
    pub long: Option<String>,
    pub text: Option<String>,
    pub aliases: Vec<String>,
}
