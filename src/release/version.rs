//! Versions of releases, and their order.

use std::cmp::Ordering;
use std::fmt;

/// A version: `1.2`, `2026-11` or `1.3-rc.1`.
///
/// It is made of numbers, with dots or hyphens between them, which are compared one by one, so
/// that `1.10` comes after `1.9`, and `2` is `2.0`. A word behind them makes a pre-release: `1.3-rc.1`
/// comes before `1.3`. A leading `v`, as tags often have, is no part of it.
#[derive(Debug, Clone)]
pub struct Version {
    text: String,
    numbers: Vec<u64>,
    /// What stands behind the numbers, its own numbers apart.
    pre_release: Vec<Part>,
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
        let (mut numbers, mut pre_release) = (Vec::new(), Vec::new());
        for part in text.split(['.', '-']) {
            let lower = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            if part.is_empty() || !part.bytes().all(lower) {
                return None;
            }
            match part.parse() {
                Ok(number) if pre_release.is_empty() => numbers.push(number),
                Ok(number) => pre_release.push(Part::Number(number)),
                Err(_) if part.bytes().all(|b| b.is_ascii_digit()) => return None,
                Err(_) => pre_release.push(Part::Word(part.to_owned())),
            }
        }
        while numbers.len() > 1 && numbers.last() == Some(&0) {
            numbers.pop();
        }
        let text = text.to_owned();
        (!numbers.is_empty()).then_some(Self {
            text,
            numbers,
            pre_release,
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
        let whole = |version: &Self| version.pre_release.is_empty();
        self.numbers
            .cmp(&other.numbers)
            .then_with(|| whole(self).cmp(&whole(other)))
            .then_with(|| self.pre_release.cmp(&other.pre_release))
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
