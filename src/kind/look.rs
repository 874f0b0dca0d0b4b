//! How chapters of a kind present themselves: a colour and an icon, and the facts by which readers
//! choose among them.

use super::{Field, FieldId, FieldType, Finder, Kind, Records};

/// The colours that a kind can have. Themes give each of them a pair for light and one for dark pages;
/// `accent` is the handbook's own.
pub const COLOURS: [&str; 8] = [
    "accent", "amber", "blue", "green", "grey", "plum", "red", "violet",
];

/// The icons that kinds and fields can have. The standard theme draws each of them.
pub const ICONS: [&str; 24] = [
    "bolt", "book", "box", "building", "calendar", "chat", "check", "clock", "euro", "file",
    "flag", "globe", "home", "info", "key", "lamp", "link", "list", "people", "person", "pin",
    "round", "scale", "tag",
];

/// On which side of a decision what a field lists stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It speaks for the chapter's subject.
    Plus,
    /// It shows its limits.
    Minus,
}

/// The signs by name.
pub(crate) const SIGNS: [(&str, Sign); 2] = [("plus", Sign::Plus), ("minus", Sign::Minus)];

/// How many facts a card shows, and how many stand at the top of a chapter, unless its kind says
/// which.
const AT_A_GLANCE: usize = 6;

/// What a kind says of its look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// One of [`COLOURS`].
    pub colour: Option<&'static str>,
    /// One of [`ICONS`].
    pub icon: Option<&'static str>,
    /// The fields that cards show.
    pub card: Vec<FieldId>,
    /// The fields at the top of a chapter.
    pub glance: Vec<FieldId>,
    /// By which questions readers find what suits them.
    pub finder: Option<Finder>,
}

impl Look {
    /// This look where it says something, else that of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        let list = |own: Vec<FieldId>, other| if own.is_empty() { other } else { own };
        Self {
            colour: self.colour.or(other.colour),
            icon: self.icon.or(other.icon),
            card: list(self.card, other.card),
            glance: list(self.glance, other.glance),
            finder: self.finder.or(other.finder),
        }
    }
}

impl Field {
    /// Whether its values are short enough for a card.
    pub fn fits_card(&self) -> bool {
        !matches!(self.ty, FieldType::Records(..) | FieldType::List) && self.ty.relation().is_none()
    }

    /// Whether its values can stand at the top of a chapter: short ones, and levels of something.
    pub fn fits_glance(&self) -> bool {
        let long = matches!(
            self.ty,
            FieldType::Markdown | FieldType::List | FieldType::Records(..)
        );
        self.scale().is_some() || !long && self.ty.relation().is_none()
    }

    /// In a list whose records say of something how much it is: how many levels there are.
    pub fn scale(&self) -> Option<usize> {
        let FieldType::Records(Records::List, fields) = &self.ty else {
            return None;
        };
        let [what, level, ..] = &fields[..] else {
            return None;
        };
        match (&what.ty, &level.ty) {
            (FieldType::Choice(_), FieldType::Number { min, max, .. }) => {
                (2..=5).find(|levels| *min == Some(1.0) && *max == Some(f64::from(*levels)))
            }
            _ => None,
        }
        .and_then(|levels| usize::try_from(levels).ok())
    }

    /// One of [`ICONS`]: its own, or that of its type.
    pub fn shown_icon(&self) -> &'static str {
        self.icon.unwrap_or(match &self.ty {
            FieldType::Text | FieldType::Markdown => "info",
            FieldType::Number { .. } | FieldType::Range(_) => "scale",
            FieldType::Duration(_) => "clock",
            FieldType::Date => "calendar",
            FieldType::Url => "link",
            FieldType::Flag => "check",
            FieldType::Choice(_) | FieldType::Choices(_) => "tag",
            FieldType::List | FieldType::Records(..) => "list",
            FieldType::File => "file",
            FieldType::Ref(_) | FieldType::Refs(_) => "book",
        })
    }
}

impl Kind {
    /// The indices of the fields that cards show, in the order in which they are named.
    pub fn card(&self) -> impl Iterator<Item = usize> {
        self.indices(&self.look.card)
    }

    /// The indices of the fields at the top of a chapter: those that the kind names, else those of its
    /// cards and then the first others.
    pub fn glance(&self) -> Vec<usize> {
        if !self.look.glance.is_empty() {
            return self.indices(&self.look.glance).collect();
        }
        let short = |index: &usize| self.fields[*index].fits_glance();
        let mut chosen: Vec<usize> = self.card().filter(short).collect();
        let others = (0..self.fields.len()).filter(short);
        let others: Vec<usize> = others.filter(|index| !chosen.contains(index)).collect();
        chosen.extend(others);
        chosen.truncate(AT_A_GLANCE);
        chosen
    }

    fn indices(&self, ids: &[FieldId]) -> impl Iterator<Item = usize> {
        ids.iter().filter_map(|id| Some(self.field(id)?.0))
    }
}
