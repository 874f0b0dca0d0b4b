//! Kinds of chapters, as data.
//!
//! 1. [`Kinds::read`] takes the built-in declarations and the handbook's `kinds/*.yml`, which add
//!    kinds or change built-in ones.
//! 2. [`front_matter::read`] takes what any chapter may say about itself from its front matter and
//!    leaves the kind's fields as YAML, since a chapter's kind may come from its section.
//! 3. [`check()`] reads those fields as the kind declares them, into typed [`FieldValue`]s.
//!
//! The program knows types of fields; it knows no kind and no field by name.

mod blocks;
mod called;
mod check;
mod declaration;
mod facet;
mod fence;
mod finder;
pub mod front_matter;
mod head;
mod id;
mod image;
mod look;
mod places;
mod quantity;
mod set;
mod status;
mod value;

use crate::config::Localized;
use crate::source::Span;

pub use blocks::BLOCKS;
pub use check::{Checked, check};
pub(crate) use declaration::TYPES;
pub use facet::FacetValue;
pub use finder::{Answer, Finder, Question};
pub use front_matter::{FormerAnchor, FrontMatter, Note, Order, TOP};
pub use id::{FieldId, KindId};
pub use image::ChapterImage;
pub(crate) use look::SIGNS;
pub use look::{COLOURS, ICONS, Look, Sign};
pub(crate) use places::TextPlaces;
pub use quantity::{Amount, Duration, Range, Unit};
pub use set::Kinds;
pub use status::Status;
pub use value::{FieldValue, FileRef, MarkdownText, Record, RefTo};

/// A kind of chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// What front matter and templates call it.
    pub id: KindId,
    /// What one chapter of it is called.
    pub label: Localized,
    /// What several are called.
    pub plural: Localized,
    /// What chapters of it are.
    pub help: Localized,
    /// How its chapters present themselves.
    pub look: Look,
    /// Its fields, in the order in which they are shown.
    pub fields: Vec<Field>,
}

impl Kind {
    /// The id of the kind of introductions: the `index.md` of a folder.
    pub const SECTION: &str = "section";

    /// The field `id` and its index.
    pub fn field(&self, id: &str) -> Option<(usize, &Field)> {
        self.fields
            .iter()
            .enumerate()
            .find(|(_, field)| *field.id == *id)
    }
}

/// A field of a kind or of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its key in front matter.
    pub id: FieldId,
    /// What readers see it called.
    pub label: Localized,
    /// What authors should write.
    pub help: Localized,
    /// What its number counts.
    pub unit: Localized,
    /// What people also call that, for the search; separated by commas.
    pub words: Localized,
    /// One of [`ICONS`], in place of that of its type.
    pub icon: Option<&'static str>,
    /// Whether what it lists speaks for or against.
    pub sign: Option<Sign>,
    /// Whether a chapter must have it, or name it in `open`.
    pub required: bool,
    /// Whether readers can filter by it.
    pub facet: bool,
    /// What it holds.
    pub ty: FieldType,
    /// Where it is declared.
    pub span: Span,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Markdown.
    Markdown,
    /// A number within bounds.
    Number {
        /// Least allowed.
        min: Option<f64>,
        /// Greatest allowed.
        max: Option<f64>,
        /// For filtering.
        bands: Vec<Band>,
    },
    /// From one number to another; either end may be open.
    Range(Vec<Band>),
    /// A length of time, or from one to another. Bands are in minutes.
    Duration(Vec<Band>),
    /// A day.
    Date,
    /// An address on the web.
    Url,
    /// Yes or no.
    Flag,
    /// One of several values.
    Choice(Vec<Choice>),
    /// Some of several values.
    Choices(Vec<Choice>),
    /// Texts.
    List,
    /// Records, each with these fields.
    Records(Records, Vec<Field>),
    /// A file of the handbook.
    File,
    /// A chapter.
    Ref(Relation),
    /// Chapters.
    Refs(Relation),
}

/// Which of the types with records a field has; themes lay them out differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Records {
    /// A list whose item fields the kind declares.
    List,
    /// Steps with title, minutes and text.
    Steps,
    /// Files with path, title, language and accessibility.
    Files,
}

/// A value that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As written in front matter.
    pub id: String,
    /// As shown.
    pub label: Localized,
    /// As shown where the field's label doesn't stand beside it.
    pub alone: Localized,
    /// What people also call it, for the search; separated by commas.
    pub words: Localized,
}

impl Choice {
    /// Whether `text` means it: its id or its label in any language, whatever the case, hyphens and blanks.
    pub fn is_called(&self, text: &str) -> bool {
        Localized::everywhere(self.id.as_str()).is_called(text) || self.label.is_called(text)
    }

    /// Whether `text` is either word of its label, such as «Liste oder Checkliste». Another choice may be that word
    /// alone.
    pub fn is_either(&self, text: &str) -> bool {
        self.label.texts().any(|label| {
            let words = label
                .split_once(" oder ")
                .or_else(|| label.split_once(" or "));
            words.is_some_and(|(one, other)| {
                let both = [one, other].map(str::to_lowercase);
                both.iter().all(|word| !word.contains(' ')) && both.contains(&text.to_lowercase())
            })
        })
    }
}

/// A part of a scale, for filtering. Both ends belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its name in addresses.
    pub id: String,
    /// As shown.
    pub label: Localized,
    /// Least value; none if open.
    pub from: Option<f64>,
    /// Greatest value; none if open.
    pub to: Option<f64>,
}

impl Band {
    /// Whether the values from `from` to `to` reach into it.
    pub fn meets(&self, from: Option<f64>, to: Option<f64>) -> bool {
        let below = |a: Option<f64>, b: Option<f64>| a.is_none_or(|a| b.is_none_or(|b| a <= b));
        below(self.from, to) && below(from, self.to)
    }
}

/// A relation between chapters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The kind of the chapters it leads to; any if absent.
    pub to: Option<KindId>,
    /// The field on their side that says the same from there.
    pub inverse: Option<FieldId>,
    /// What the back-links are called, where their side has no such field.
    pub back_label: Localized,
}

impl FieldType {
    /// The type's name in declarations.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Number { .. } => "number",
            Self::Range(_) => "range",
            Self::Duration(_) => "duration",
            Self::Date => "date",
            Self::Url => "url",
            Self::Flag => "flag",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::List | Self::Records(Records::List, _) => "list",
            Self::Records(Records::Steps, _) => "steps",
            Self::Records(Records::Files, _) => "files",
            Self::File => "file",
            Self::Ref(_) => "ref",
            Self::Refs(_) => "refs",
        }
    }

    /// Whether its values say the same in every language, so that translations needn't repeat them.
    pub fn has_no_words(&self) -> bool {
        !matches!(
            self,
            Self::Text | Self::Markdown | Self::List | Self::Records(..)
        )
    }

    /// The relation, for a field that leads to chapters.
    pub fn relation(&self) -> Option<&Relation> {
        match self {
            Self::Ref(relation) | Self::Refs(relation) => Some(relation),
            _ => None,
        }
    }
}
