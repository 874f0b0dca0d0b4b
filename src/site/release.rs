//! What the pages of a release know of it: its version, its day, and what changed since the one
//! before.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use super::ChapterId;

/// A version: `1.2`, `2026-11` or `1.3-rc.1`.
///
/// It is made of numbers, with dots or hyphens between them, which are compared one by one, so
/// that `1.10` comes after `1.9`, and `2` is `2.0`. A word behind them makes a forerunner: `1.3-rc.1`
/// comes before `1.3`. A leading `v`, as tags often have, is no part of it.
#[derive(Debug, Clone)]
pub struct Version {
    text: String,
    numbers: Vec<u64>,
    /// What stands behind the numbers, its own numbers apart.
    forerunner: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    Word(String),
}

impl Version {
    /// Reads a version. `None` if it isn't one, so that every version can name a folder.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let (mut numbers, mut forerunner) = (Vec::new(), Vec::new());
        for part in text.split(['.', '-']) {
            let lower = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            if part.is_empty() || !part.bytes().all(lower) {
                return None;
            }
            match part.parse() {
                Ok(number) if forerunner.is_empty() => numbers.push(number),
                Ok(number) => forerunner.push(Part::Number(number)),
                Err(_) if part.bytes().all(|b| b.is_ascii_digit()) => return None,
                Err(_) => forerunner.push(Part::Word(part.to_owned())),
            }
        }
        while numbers.len() > 1 && numbers.last() == Some(&0) {
            numbers.pop();
        }
        let text = text.to_owned();
        (!numbers.is_empty()).then_some(Self {
            text,
            numbers,
            forerunner,
        })
    }

    /// As it was written, without a leading `v`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The folder of its frozen edition, relative to the published tree.
    pub fn folder(&self) -> String {
        format!("{FROZEN}{}/", self.text)
    }
}

/// The folder of all frozen editions.
pub const FROZEN: &str = "v/";

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let whole = |version: &Self| version.forerunner.is_empty();
        self.numbers
            .cmp(&other.numbers)
            .then_with(|| whole(self).cmp(&whole(other)))
            .then_with(|| self.forerunner.cmp(&other.forerunner))
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Version {}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A release, as its pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its version.
    pub version: Version,
    /// The day of its publication.
    pub date: Date,
    /// The release that it is compared with; none for the first.
    pub since: Option<Version>,
    /// What changed, by edition, in the order in which it is shown.
    pub changes: Vec<Vec<Change>>,
    by_chapter: BTreeMap<ChapterId, (usize, usize)>,
}

/// What happened to a chapter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// What it was.
    pub what: What,
    /// Label of its kind, in its language.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The chapter, if it is still there.
    pub chapter: Option<ChapterId>,
    /// Its sections that are new or read differently: anchor, if there is one, and heading. Without
    /// a heading it is the part before the first one.
    pub sections: Vec<(Option<String>, String)>,
    /// How many sections it has.
    pub of: usize,
    /// Its former address, if it moved.
    pub from: Option<String>,
}

/// Sorts of changes, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It wasn't there.
    New,
    /// It reads differently.
    Changed,
    /// It has another address, and may read differently.
    Moved,
    /// It isn't there any longer, or is no longer held to be right.
    Withdrawn,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Moved, Self::Withdrawn];

    /// Its name in files and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Release {
    /// A release with changes by edition, in any order.
    pub fn new(
        version: Version,
        date: Date,
        since: Option<Version>,
        mut changes: Vec<Vec<Change>>,
    ) -> Self {
        let mut by_chapter = BTreeMap::new();
        for (edition, changes) in changes.iter_mut().enumerate() {
            changes.sort();
            for (place, change) in changes.iter().enumerate() {
                by_chapter.extend(change.chapter.map(|chapter| (chapter, (edition, place))));
            }
        }
        Self {
            version,
            date,
            since,
            changes,
            by_chapter,
        }
    }

    /// What happened to a chapter since the release before.
    pub fn change(&self, chapter: ChapterId) -> Option<&Change> {
        let (edition, place) = self.by_chapter.get(&chapter)?;
        Some(&self.changes[*edition][*place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_their_numbers() {
        let rising = [
            "0.9",
            "1-beta",
            "1.0-rc.1",
            "1.0-rc.2",
            "1.0-rc.10",
            "1.0",
            "1.0.1",
            "1.2",
            "1.10",
            "2",
            "2026-02",
            "2026-11",
            "2026-11-03",
        ];
        let rising = rising.map(|text| Version::parse(text).unwrap());
        for pair in rising.windows(2) {
            assert!(pair[0] < pair[1], "{} < {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn a_version_names_a_folder() {
        for bad in [
            "",
            "v",
            "..",
            "1..2",
            "1/2",
            "-1",
            "1.",
            "beta",
            "1 2",
            "1.2\n",
            "Ü1",
            "1.RC",
            "99999999999999999999",
        ] {
            assert_eq!(Version::parse(bad), None, "{bad}");
        }
        let version = Version::parse("v1.2").unwrap();
        assert_eq!(version.folder(), "v/1.2/");
        assert_eq!(version, Version::parse("1.2.0").unwrap());
    }
}
