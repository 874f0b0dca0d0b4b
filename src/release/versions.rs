//! Which releases a published tree holds: `versions.json` for programs, and `versions.js`, the same
//! as a classic script, for the pages of all editions. Pages are frozen with the script that reads
//! it, so its form stays as it is.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ChangeKind, Release, ReleaseChange, Version};

/// The file for programs.
pub const FILE: &str = "versions.json";
/// The file for pages.
pub const SCRIPT: &str = "versions.js";

/// The releases of a tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// Version of this form. The first lists didn't say theirs.
    #[serde(default = "first_format")]
    pub format: u32,
    /// The one at the root.
    pub current: String,
    /// All of them, the highest first.
    pub versions: Vec<Published>,
}

/// A release of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Its version.
    pub version: String,
    /// The day of its publication, as in 2026-11-30.
    pub date: String,
    /// Its frozen edition, relative to the tree's root.
    pub path: String,
    /// Its languages, the one at its root first.
    pub languages: Vec<String>,
    /// The release that it was compared with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<String>,
    /// How many chapters of all languages changed, by what happened to them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub changes: BTreeMap<String, usize>,
}

/// A release of the published tree, as the page that lists all of them shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRelease {
    /// Its version.
    pub version: String,
    /// The day of its publication.
    pub date: Date,
    /// Whether it is the one at the root.
    pub current: bool,
    /// The release that it was compared with.
    pub since: Option<String>,
    /// The folder of its frozen edition, relative to the tree's root.
    pub path: String,
    /// How many chapters changed, by what happened to them.
    pub counts: Vec<(ChangeKind, usize)>,
    /// Whether it has the language of the page, so that its pages in it can be linked.
    pub has_language: bool,
}

/// Version of the form of lists. All up to this one are read.
pub const FORMAT: u32 = 1;

fn first_format() -> u32 {
    1
}

impl Default for Versions {
    fn default() -> Self {
        Self {
            format: FORMAT,
            current: String::new(),
            versions: Vec::new(),
        }
    }
}

impl Published {
    /// What the list says about `release`.
    pub fn of(release: &Release, languages: Vec<String>) -> Self {
        let all = || release.changes.iter().flatten();
        let count = |kind: ChangeKind| {
            all()
                .filter(|change: &&ReleaseChange| change.change == kind)
                .count()
        };
        let counts = ChangeKind::ALL.map(|kind| (kind.name().to_owned(), count(kind)));
        Self {
            version: release.version.to_string(),
            date: release.date.to_string(),
            path: release.version.folder(),
            languages,
            since: release.since.as_ref().map(ToString::to_string),
            changes: counts.into_iter().filter(|(_, n)| *n > 0).collect(),
        }
    }
}

impl Versions {
    /// Reads the file; `None` if it isn't one.
    pub fn from_json(json: &[u8]) -> Option<Self> {
        serde_json::from_slice(json).ok()
    }

    /// The release with exactly this version, or one that counts as the same.
    pub fn find(&self, version: &Version) -> Option<&Published> {
        let same = |p: &&Published| Version::parse(&p.version).as_ref() == Some(version);
        self.versions.iter().find(same)
    }

    /// The highest release below `version`.
    pub fn before(&self, version: &Version) -> Option<Version> {
        self.all().filter(|other| other < version).max()
    }

    /// The highest release.
    pub fn highest(&self) -> Option<Version> {
        self.all().max()
    }

    fn all(&self) -> impl Iterator<Item = Version> {
        let versions = self.versions.iter();
        versions.filter_map(|published| Version::parse(&published.version))
    }

    /// The same with `release`, which becomes the one at the root if it is `latest`.
    #[must_use]
    pub fn with(mut self, release: Published, latest: bool) -> Self {
        if latest {
            self.current.clone_from(&release.version);
        }
        self.versions.push(release);
        let key = |p: &Published| Version::parse(&p.version);
        self.versions.sort_by_key(|p| Reverse(key(p)));
        self
    }

    /// The releases as the page of an edition in `language` lists them.
    pub fn listed(&self, language: &str) -> Vec<ListedRelease> {
        let listed = |published: &Published| {
            Some(ListedRelease {
                version: published.version.clone(),
                date: published.date.parse().ok()?,
                current: published.version == self.current,
                since: published.since.clone(),
                path: published.path.clone(),
                has_language: published.languages.iter().any(|code| code == language),
                counts: ChangeKind::ALL
                    .iter()
                    .filter_map(|kind| Some((*kind, *published.changes.get(kind.name())?)))
                    .collect(),
            })
        };
        self.versions.iter().filter_map(listed).collect()
    }

    /// As the bytes of the file for programs.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a list of versions is plain data");
        json.push(b'\n');
        json
    }

    /// As the bytes of the file for pages.
    pub fn to_script(&self) -> Vec<u8> {
        let json = serde_json::to_string(self).expect("a list of versions is plain data");
        format!("transferbuchVersions({json});\n").into_bytes()
    }
}
