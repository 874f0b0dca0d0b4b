//! What the pages get that list, compare or print several chapters.

use serde::Serialize;

use super::{
    Card, ChapterContext, Fact, ImageContext, KindContext, Link, Named, Paging, TextLanguage,
};

#[derive(Debug, Clone, Serialize)]
pub struct CatalogueContext {
    pub name: String,
    pub url: String,
    pub data: String,
    pub kind: Option<KindContext>,
    pub comparison: Option<String>,
    pub catalogues: Vec<CountedLink>,
    pub finder: Option<FinderContext>,
    pub facets: Vec<FacetContext>,
    pub chosen: Option<ChosenContext>,
    pub count: usize,
    pub items: Vec<Card>,
    pub pages: Option<Paging>,
}

/// Questions by which readers find what suits them.
#[derive(Debug, Clone, Serialize)]
pub struct FinderContext {
    pub title: String,
    /// The catalogue that answers.
    pub url: String,
    pub data: String,
    pub name: String,
    /// What the button says: of all chapters, and with `%n` for their number of one and of several.
    pub show: String,
    pub show_one: String,
    pub show_many: String,
    pub questions: Vec<QuestionContext>,
}

#[derive(Debug, Clone, Serialize)]
pub struct QuestionContext {
    pub id: String,
    pub label: String,
    pub unit: String,
    /// None where a number is typed. The id of the one that is given at first is empty.
    pub answers: Vec<Named>,
    /// The lists that answer without a script.
    pub values: Vec<CountedLink>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PicturesContext {
    pub items: Vec<CreditContext>,
    pub pages: Option<Paging>,
}

/// A picture that says who made it.
#[derive(Debug, Clone, Serialize)]
pub struct CreditContext {
    pub image: ImageContext,
    pub credit: String,
    pub chapter: Link,
}

#[derive(Debug, Clone, Serialize)]
pub struct PrintContext {
    pub section: String,
    pub chapters: Vec<PrintedChapter>,
    pub pages: Option<Paging>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FacetContext {
    pub id: String,
    pub label: String,
    pub values: Vec<CountedLink>,
    pub open: bool,
    pub all: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct CountedLink {
    pub id: String,
    pub title: String,
    pub url: String,
    pub current: bool,
    pub count: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ChosenContext {
    pub facet: Named,
    pub value: Named,
}

#[derive(Debug, Clone, Serialize)]
pub struct ComparisonContext {
    pub name: String,
    pub data: String,
    pub kind: KindContext,
    pub catalogue: String,
    pub fields: Vec<Named>,
    pub rows: Vec<ComparedContext>,
    pub pages: Option<Paging>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ComparedContext {
    pub id: String,
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
    pub cells: Vec<Option<Fact>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct WordsContext {
    pub id: String,
    pub items: Vec<CountedLink>,
    pub pages: Option<Paging>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PrintedChapter {
    pub id: String,
    /// Whether it introduces the section, whose title the page has already.
    pub is_introduction: bool,
    pub chapter: ChapterContext,
}

#[derive(Debug, Clone, Serialize)]
pub struct AlphabetContext {
    pub letters: Vec<LetterLink>,
    pub groups: Vec<LetterGroup>,
    pub pages: Option<Paging>,
    pub bibliography: BibliographyContext,
}

/// Where the citations of all chapters are.
#[derive(Debug, Clone, Serialize)]
pub struct BibliographyContext {
    pub bibtex: String,
    pub csl: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct LetterLink {
    pub letter: String,
    pub url: String,
    pub current: bool,
    pub count: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct LetterGroup {
    pub id: String,
    pub letter: String,
    pub items: Vec<Card>,
}
