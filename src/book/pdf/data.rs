//! What `book.typ` gets: a [`Document`] as `book.json`, and each [`Part`] as `parts/1.json` and so on.
//!
//! Everything that a person has written stands in it as text, as a JSON string: nothing in it can become
//! code. `themes/README.md` describes the form for those who write a `book.typ` of their own; it goes with
//! the number of the templates' API.

use std::collections::BTreeMap;

use serde::Serialize;

/// A book.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    /// Its language, as `de`.
    pub language: String,
    /// The region of its language, as `AT`.
    pub region: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// `a4` or `a5`.
    pub paper: &'static str,
    /// The families of its fonts, the first for its text.
    pub fonts: Vec<String>,
    /// Its colour, as `#0b5a66`.
    pub accent: String,
    /// Whether it is one chapter as a fact sheet, without cover and lists.
    pub sheet: bool,
    pub title: String,
    pub subtitle: String,
    pub publisher: String,
    /// The number of the release.
    pub version: Option<String>,
    /// Its day, as people write it, and in numbers.
    pub date: Option<Day>,
    /// Where the handbook is published.
    pub url: Option<String>,
    /// The handbook's logo.
    pub logo: Option<Picture>,
    /// Words of the interface, by name.
    pub words: BTreeMap<&'static str, String>,
    /// How many parts it has: `parts/1.json` and so on.
    pub parts: usize,
}

/// A day.
#[derive(Debug, Serialize)]
pub(super) struct Day {
    pub text: String,
    pub year: i16,
    pub month: i8,
    pub day: i8,
}

/// A part: a chapter, or a list at the end.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    /// `title`, `chapter`, `section`, `glossary`, `lists`, `sources` or `index`.
    pub kind: &'static str,
    /// How many parts it stands in.
    pub depth: usize,
    pub title: String,
    /// The address of its page, where it is known.
    pub url: Option<String>,
    /// The QR code of that, for a chapter.
    pub code: Option<Picture>,
    /// What links to it lead to.
    pub label: String,
    pub body: Vec<Block>,
}

/// What stands by itself.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum Block {
    /// A heading. Levels follow each other without a gap.
    Heading {
        level: usize,
        label: Option<String>,
        content: Vec<Inline>,
    },
    /// A paragraph; `role` is its class.
    Paragraph {
        role: String,
        content: Vec<Inline>,
    },
    List {
        ordered: bool,
        start: i64,
        role: String,
        items: Vec<Item>,
    },
    /// Labels, each with its values.
    Facts {
        items: Vec<Fact>,
    },
    Quote {
        body: Vec<Block>,
    },
    /// Blocks in a frame: `facts`, `banner`, or `alert` with its sort.
    Frame {
        role: String,
        sort: String,
        body: Vec<Block>,
    },
    /// Blocks with something in common: a class, a language.
    Group {
        role: String,
        language: Option<Language>,
        body: Vec<Block>,
    },
    Code {
        text: String,
    },
    Figure {
        picture: Option<Picture>,
        body: Vec<Block>,
        caption: Vec<Block>,
    },
    Table(Table),
    Rule,
    /// A place that links lead to.
    Place {
        label: String,
    },
}

/// An item of a list.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    /// Its class: `task` for one with a box of its own.
    pub role: String,
    pub body: Vec<Block>,
}

/// A label with its values.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    pub place: Option<String>,
    pub label: Vec<Inline>,
    pub values: Vec<Vec<Block>>,
}

/// A table.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    /// How wide its columns are in comparison.
    pub columns: Vec<u32>,
    /// Whether its lines are long enough to fill the width of the page.
    pub fills: bool,
    /// How wide it is: `normal`, `small` in small letters, or `wide` on pages of its own, lying.
    pub size: &'static str,
    /// The characters that it needs beside each other.
    #[serde(skip)]
    pub needed: usize,
    pub caption: Vec<Block>,
    pub head: Vec<Vec<Cell>>,
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Serialize)]
pub(super) struct Cell {
    pub colspan: usize,
    pub rowspan: usize,
    /// Whether it names its row.
    pub header: bool,
    /// `start`, `center` or `end`.
    pub align: &'static str,
    pub body: Vec<Block>,
}

/// A part of a paragraph.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Inline {
    Text(String),
    Mark(Mark),
}

/// A part of a paragraph that isn't mere text.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum Mark {
    Strong {
        content: Vec<Inline>,
    },
    Emphasis {
        content: Vec<Inline>,
    },
    Code {
        text: String,
    },
    Sub {
        content: Vec<Inline>,
    },
    Super {
        content: Vec<Inline>,
    },
    Strike {
        content: Vec<Inline>,
    },
    Underline {
        content: Vec<Inline>,
    },
    Highlight {
        content: Vec<Inline>,
    },
    Small {
        content: Vec<Inline>,
    },
    /// Words with a class.
    Span {
        role: String,
        content: Vec<Inline>,
    },
    /// Words in another language.
    Language {
        language: Language,
        content: Vec<Inline>,
    },
    /// A link out of the book; `printed` is what is to stand on paper besides its words.
    Link {
        to: String,
        printed: Option<String>,
        content: Vec<Inline>,
    },
    /// A link within the book; `page` tells whether its page is to be named.
    Reference {
        to: String,
        page: bool,
        role: String,
        content: Vec<Inline>,
    },
    /// A footnote, where it is first referred to.
    Note {
        label: String,
        body: Vec<Block>,
    },
    /// A footnote that stands already.
    NoteAgain {
        label: String,
    },
    Picture(Picture),
    Break,
    /// A place that links lead to.
    Place {
        label: String,
    },
}

/// A language, and which way it runs.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Language {
    pub code: String,
    pub region: Option<String>,
    pub direction: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Picture {
    /// Its file.
    pub path: String,
    /// What it shows; nothing for an ornament.
    pub alt: String,
    /// How large it is on a screen, in points.
    pub width: f64,
    pub height: f64,
}

impl From<Mark> for Inline {
    fn from(mark: Mark) -> Self {
        Self::Mark(mark)
    }
}
