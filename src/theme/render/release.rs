//! The release: on every page its version, on a chapter what changed, and the lists of both.

use super::View;
use super::listing::paging;
use crate::pages::{Listing, Page, list_range, parts_of};
use crate::release::{ListedRelease, ReleaseChange};
use crate::site::{ChapterId, escape};
use crate::text::Arg;
use crate::theme::context::{
    ChangeContext, ChangeCount, ChangeGroup, ChangesContext, KindChanges, Link, ReleaseContext,
    VersionContext,
};

/// How many of a chapter's changed sections are named.
const SECTIONS_MAX: usize = 12;

impl View<'_> {
    pub(super) fn release(&self) -> Option<ReleaseContext> {
        let release = self.plan.release()?;
        Some(ReleaseContext {
            version: release.version.to_string(),
            language: self.language.to_owned(),
            date: self.date(release.date),
            since: release.since.as_ref().map(ToString::to_string),
            versions: self.url_of(Page::Versions(self.edition)),
            changes: self.url_of(Page::Changes(self.edition, 1)),
            feed: self.url_of_listing(Listing::Feed(self.edition), 0),
        })
    }

    pub(super) fn changes_title(&self) -> String {
        match self.plan.release() {
            Some(release) => {
                let version = Arg::Text(release.version.to_string());
                self.text_with("changes-in", [("version", version)])
            }
            None => self.text("changes"),
        }
    }

    pub(super) fn change_of(&self, id: ChapterId) -> Option<ChangeContext> {
        let release = self.plan.release()?;
        Some(self.change(release.change(id)?))
    }

    fn change(&self, change: &ReleaseChange) -> ChangeContext {
        let url = change.chapter.map(|id| self.url_of_chapter(id));
        let link = |(anchor, title): &(Option<String>, String)| {
            let place = anchor.as_ref()?;
            let url = url.clone()? + "#" + &escape(place);
            Some(Link {
                title: title.clone(),
                url,
                language: None,
            })
        };
        let unlinked =
            |(anchor, title): &&(Option<String>, String)| anchor.is_none() && !title.is_empty();
        let shown = || change.sections.iter().take(SECTIONS_MAX);
        let others = shown().filter(unlinked);
        ChangeContext {
            what: change.change.name(),
            title: change.title.clone(),
            kind: change.kind.clone(),
            sections: shown().filter_map(link).collect(),
            count: change.sections.len(),
            unlinked: others.map(|(_, title)| title.clone()).collect(),
            of: change.of,
            url,
        }
    }

    pub(super) fn changes(&self) -> Option<ChangesContext> {
        let (Page::Changes(edition, part), Some(release)) = (self.page, self.plan.release()) else {
            return None;
        };
        let all = release.changes_in(edition);
        let range = list_range(part);
        let shown = &all[range.start..range.end.min(all.len())];
        let url = |part| self.url_of(Page::Changes(edition, part));
        Some(ChangesContext {
            groups: self.groups(shown),
            pages: paging(parts_of(all.len()), part, &url),
        })
    }

    fn groups(&self, shown: &[ReleaseChange]) -> Vec<ChangeGroup> {
        let of_kind = shown.chunk_by(|a, b| a.change == b.change);
        of_kind
            .map(|changes| ChangeGroup {
                what: changes[0].change.name(),
                kinds: changes
                    .chunk_by(|a, b| a.kind == b.kind)
                    .map(|changes| KindChanges {
                        label: changes[0].kind.clone(),
                        items: changes.iter().map(|change| self.change(change)).collect(),
                    })
                    .collect(),
            })
            .collect()
    }

    /// The list of all releases, seen from the root of the published tree.
    pub(super) fn versions(&self, releases: &[ListedRelease]) -> Vec<VersionContext> {
        let home = self.plan.address(Page::Section(self.root(), 1)).as_str();
        let changes = self.plan.address(Page::Changes(self.edition, 1)).as_str();
        let version = |listed: &ListedRelease| {
            let inside = |address: &str| {
                let address = if listed.has_language { address } else { "" };
                self.url(&format!("{}{address}", listed.path))
            };
            VersionContext {
                version: listed.version.clone(),
                date: self.date(listed.date).text,
                current: listed.current,
                since: listed.since.clone(),
                url: inside(home),
                changes: inside(changes),
                counts: listed
                    .counts
                    .iter()
                    .map(|(kind, count)| ChangeCount {
                        what: kind.name(),
                        count: *count,
                    })
                    .collect(),
            }
        };
        releases.iter().map(version).collect()
    }
}
