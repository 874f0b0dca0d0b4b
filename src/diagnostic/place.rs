//! Where a finding is: in a file of the handbook, or in one that is none of its.

use std::cmp::Ordering;
use std::fmt;

use crate::source::{HandbookPath, Span, composed};

/// The file or folder that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlacePath {
    /// One of the handbook.
    Inside(HandbookPath),
    /// One elsewhere, as it is shown: an output folder, a file in a published tree, a template of
    /// the program's own theme.
    Outside(String),
}

impl PlacePath {
    /// A file or folder that is none of the handbook's.
    pub fn outside(shown: &str) -> Self {
        Self::Outside(composed(shown).into_owned())
    }

    /// What `path` names, seen from the handbook's root.
    pub fn from_root(path: &str) -> Self {
        HandbookPath::parse(path).map_or_else(|_| Self::outside(path), Self::Inside)
    }

    /// The path as it is shown.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Inside(path) => path.as_str(),
            Self::Outside(shown) => shown,
        }
    }

    /// The path in the handbook; none for what is elsewhere.
    pub fn inside(&self) -> Option<&HandbookPath> {
        match self {
            Self::Inside(path) => Some(path),
            Self::Outside(_) => None,
        }
    }
}

/// By what is shown, as a list of findings is read.
impl Ord for PlacePath {
    fn cmp(&self, other: &Self) -> Ordering {
        let shown = self.as_str().cmp(other.as_str());
        shown.then_with(|| self.inside().is_none().cmp(&other.inside().is_none()))
    }
}

impl PartialOrd for PlacePath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<HandbookPath> for PlacePath {
    fn from(path: HandbookPath) -> Self {
        Self::Inside(path)
    }
}

impl From<&HandbookPath> for PlacePath {
    fn from(path: &HandbookPath) -> Self {
        Self::Inside(path.clone())
    }
}

impl From<&Self> for PlacePath {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

impl fmt::Display for PlacePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place in a file, or a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: PlacePath,
    /// The bytes in it.
    pub span: Option<Span>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_lead_elsewhere_is_inside() {
        assert!(PlacePath::from_root("content/a.md").inside().is_some());
        for path in ["../a.md", "/tmp/a.md", "./a.md"] {
            assert_eq!(PlacePath::from_root(path), PlacePath::Outside(path.into()));
        }
    }

    #[test]
    fn places_are_in_the_order_of_what_is_shown() {
        let mut paths = ["b", "a", "c"].map(PlacePath::from_root);
        paths[0] = PlacePath::outside("b");
        paths.sort();
        assert_eq!(paths.map(|path| path.to_string()), ["a", "b", "c"]);
    }
}
