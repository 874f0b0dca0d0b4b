//! What is being released, and what changed since the release before.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::release::{Manifest, PageEntry, Release, Version, changes};
use crate::site::{Alias, Site, first_of_each};

/// What is to be released.
#[derive(Debug, Clone)]
pub struct ReleaseInput {
    /// Its version.
    pub version: Version,
    /// The day that it carries; without one that of the handbook's newest chapter.
    pub date: Option<Date>,
    /// The release that it is compared with, and what that says of itself.
    pub before: Option<(Version, Manifest)>,
    /// The feeds of that release, by path in the site.
    pub feeds: BTreeMap<String, String>,
}

impl ReleaseInput {
    /// The release of `site`, whose chapters read as `chapters` say. `None` if nothing gives it a day.
    pub(super) fn release(
        &self,
        site: &Site,
        chapters: &[PageEntry],
        aliases: &[Alias],
    ) -> Option<Release> {
        let all = site.chapters.iter();
        let newest = || all.filter_map(|chapter| chapter.parsed.front.updated).max();
        let date = self.date.or_else(newest)?;
        let before = self.before.as_ref();
        let last = before.map(|(_, manifest)| manifest);
        let changes = changes(last, site, chapters, &first_of_each(aliases));
        let since = before.map(|(version, _)| version.clone());
        let release = Release::new(self.version.clone(), date, since, changes);
        Some(release.with_feeds(self.feeds.clone()))
    }
}
