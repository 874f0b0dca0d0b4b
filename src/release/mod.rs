//! Releases: their versions, what a published one says of itself, and what the next one owes to it.
//!
//! 1. [`Manifest`] is what an output folder says of itself; a release is compared with the last one's.
//! 2. [`chapter_entries`] tells what each chapter of the handbook reads like now.
//! 3. [`changes()`] holds that against the release before: the list of changes of a [`Release`].
//! 4. [`check_published_urls`] finds the addresses and anchors that would be lost, and what keeps them.
//! 5. [`Versions`] is the list of a published tree's releases.
//!
//! Files and the clock are left to those who publish.

mod changes;
mod compat;
mod entries;
mod manifest;
mod successors;
mod version;
mod versions;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::config::EditionId;
use crate::site::ChapterId;

pub use changes::{ChangeKind, ReleaseChange, changes};
pub use compat::{Compatibility, FrontMatterPatch, Redirect, Redirects, check_published_urls};
pub use entries::{PageEntries, chapter_entries, chapter_entry};
pub use manifest::{FILE as MANIFEST, FORMAT, Manifest, PageEntry, PageType, SectionEntry};
pub use version::{FROZEN, Version};
pub use versions::{
    FILE as VERSIONS, FORMAT as VERSIONS_FORMAT, ListedRelease, Published,
    SCRIPT as VERSIONS_SCRIPT, Versions,
};

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
    pub changes: Vec<Vec<ReleaseChange>>,
    /// The feeds of the release before, by path in the site.
    feeds: BTreeMap<String, String>,
    by_chapter: BTreeMap<ChapterId, (EditionId, usize)>,
}

impl Release {
    /// A release with changes by edition, in any order.
    pub fn new(
        version: Version,
        date: Date,
        since: Option<Version>,
        mut changes: Vec<Vec<ReleaseChange>>,
    ) -> Self {
        let mut by_chapter = BTreeMap::new();
        for (number, changes) in changes.iter_mut().enumerate() {
            let edition = EditionId::new(number);
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
            feeds: BTreeMap::new(),
            by_chapter,
        }
    }

    /// Goes on with the feeds of the release before, by path in the site.
    #[must_use]
    pub fn with_feeds(self, feeds: BTreeMap<String, String>) -> Self {
        Self { feeds, ..self }
    }

    /// The entries that the feed at `path` had in the release before, the newest first.
    pub fn former_entries(&self, path: &str) -> impl Iterator<Item = &str> {
        let feed = self.feeds.get(path).map_or("", String::as_str);
        let entries = feed.split("<entry>\n").skip(1);
        entries.filter_map(|entry| Some(&entry[..entry.find("</entry>\n")?]))
    }

    /// What changed in an edition.
    pub fn changes_in(&self, edition: EditionId) -> &[ReleaseChange] {
        &self.changes[edition.index()]
    }

    /// What happened to a chapter since the release before.
    pub fn change(&self, chapter: ChapterId) -> Option<&ReleaseChange> {
        let (edition, place) = self.by_chapter.get(&chapter)?;
        Some(&self.changes_in(*edition)[*place])
    }
}
