//! The handbook in one language, and the addresses that the program takes in it.

use super::{Catalogue, ChapterId, Letter, SectionId, Site, Terms};
use crate::config::{BookFormat, EditionId};

/// The handbook in one language.
#[derive(Debug, Clone)]
pub struct Edition {
    /// BCP 47 code.
    pub language: String,
    /// What all its addresses begin with: nothing for the default language.
    pub prefix: String,
    /// The section that holds everything.
    pub root: SectionId,
    /// Its chapters in the order in which one reads on.
    pub reading_order: Vec<ChapterId>,
    /// Its chapters by the first letter of their titles.
    pub letters: Vec<Letter>,
    /// Its chapters as readers can filter them: those of all kinds first, then kind by kind.
    pub catalogues: Vec<Catalogue>,
    /// Terms of the glossary that its texts explain.
    pub terms: Terms,
}

/// The addresses of a bibliography.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bibliography {
    /// As BibTeX.
    pub bibtex: String,
    /// As CSL-JSON.
    pub csl: String,
}

impl Edition {
    /// An edition before its sections are filled; `root` is the one that holds everything.
    pub(super) fn new(language: &str, prefix: String, root: SectionId) -> Self {
        Self {
            language: language.to_owned(),
            prefix,
            root,
            reading_order: Vec::new(),
            letters: Vec::new(),
            catalogues: Vec::new(),
            terms: Terms::default(),
        }
    }

    /// The place of the edition as a book.
    pub fn book(&self, format: BookFormat) -> String {
        let german = self.language.starts_with("de");
        let name = if german { "handbuch" } else { "handbook" };
        format!("{}{name}.{}", self.prefix, format.extension())
    }

    /// The address of its glossary.
    pub fn glossary(&self) -> String {
        self.named("glossar", "glossary")
    }

    /// The address of its list of pictures and their makers.
    pub fn pictures(&self) -> String {
        self.named("bildnachweise", "picture-credits")
    }

    /// The address of its list of all chapters from A to Z.
    pub fn alphabet(&self) -> String {
        format!("{}a-z/", self.prefix)
    }

    /// The address of its search page.
    pub fn search(&self) -> String {
        self.named("suche", "search")
    }

    /// The address of the list of what a reader keeps.
    pub fn collection(&self) -> String {
        self.named("merkliste", "reading-list")
    }

    /// The address of its list of releases.
    pub fn versions(&self) -> String {
        self.named("versionen", "versions")
    }

    /// The address of its list of changes since the release before.
    pub fn changes(&self) -> String {
        self.named("aenderungen", "changes")
    }

    /// The addresses of the citations of all its chapters.
    pub fn bibliography(&self) -> Bibliography {
        let name = self.word("literatur", "bibliography");
        let file = |ending| format!("{}{name}.{ending}", self.prefix);
        Bibliography {
            bibtex: file("bib"),
            csl: file("json"),
        }
    }

    /// The addresses that the program takes for itself, besides its catalogues.
    pub(super) fn generated(&self) -> [String; 6] {
        [
            self.glossary(),
            self.alphabet(),
            self.search(),
            self.collection(),
            self.versions(),
            self.changes(),
        ]
    }

    /// The address of its catalogue of all kinds; those of the kinds are below it.
    pub fn catalogue(&self) -> String {
        self.named("katalog", "catalogue")
    }

    /// What the list of its topics is called, below its catalogue.
    pub fn topics(&self) -> &'static str {
        self.word("themen", "topics")
    }

    /// What the list of its audiences is called, below its catalogue.
    pub fn audiences(&self) -> &'static str {
        self.word("zielgruppen", "audiences")
    }

    /// What the comparison of a kind's chapters is called, below the kind's catalogue.
    pub fn comparison(&self) -> &'static str {
        self.word("vergleich", "compare")
    }

    fn named(&self, german: &'static str, other: &'static str) -> String {
        format!("{}{}/", self.prefix, self.word(german, other))
    }

    fn word(&self, german: &'static str, other: &'static str) -> &'static str {
        if self.language.starts_with("de") {
            german
        } else {
            other
        }
    }
}

impl Site {
    /// The edition with this number.
    pub fn edition(&self, id: EditionId) -> &Edition {
        &self.editions[id.index()]
    }

    /// The numbers of all editions, in their order.
    pub fn edition_ids(&self) -> impl ExactSizeIterator<Item = EditionId> + Clone + use<> {
        self.config.editions()
    }

    /// All editions with their numbers.
    pub fn numbered_editions(&self) -> impl Iterator<Item = (EditionId, &Edition)> {
        self.edition_ids().zip(self.editions.iter())
    }

    /// The languages of the editions, as a localized text's keys.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.editions
            .iter()
            .map(|edition| edition.language.as_str())
    }
}
