//! Where pages went that were shown and are no longer at their address.
//!
//! 1. After an edit that changes addresses, each chapter that lost its page is looked for: its file at
//!    another address, or a file that came with the same text, or else with the same name.
//! 2. One that isn't found was deleted; a file with its text may still come.
//! 3. What still names the file or the id that such a chapter had gets the new one as a suggestion: where its page
//!    went says which that is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Handbook;
use crate::diagnostic::{Finding, codes};
use crate::site::{Chapter, Site, file_of, relative};
use crate::source::{HandbookPath, Source, percent_decode};
use crate::text::Arg;

/// The pages that are gone.
#[derive(Debug, Clone, Default)]
pub struct Departures {
    /// By their address.
    pages: BTreeMap<String, Departure>,
    /// The chapters whose files are gone, by the paths of these.
    former: BTreeMap<HandbookPath, Former>,
}

/// What a chapter had before its file was gone.
#[derive(Debug, Clone)]
struct Former {
    address: String,
    id: String,
}

#[derive(Debug, Clone)]
enum Departure {
    /// To this address.
    Moved(String),
    /// It was this file.
    Deleted(Arc<Source>),
}

/// What became of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Departed<'d> {
    /// It is at this address now.
    To(&'d str),
    /// This file was deleted.
    Deleted(&'d HandbookPath),
}

impl Departures {
    /// What became of pages of `last` that aren't in `now`, added to what was known.
    #[must_use]
    pub fn after(&self, last: &Handbook, now: &Handbook) -> Self {
        let site = &now.linked.site;
        let is_there = |address: &str| now.plan.files().contains_key(&file_of(address));
        let came: Vec<&Chapter> = own(now)
            .filter(|chapter| last.linked.site.at_path(chapter.path().as_str()).is_none())
            .collect();
        let by_text: BTreeMap<&str, &Chapter> = came
            .iter()
            .map(|chapter| (&*chapter.parsed.source.text, *chapter))
            .collect();
        let mut by_name: BTreeMap<&str, Option<&Chapter>> = BTreeMap::new();
        for &chapter in &came {
            let of_name = by_name.entry(chapter.path().name());
            // Among several of a name none is the right one.
            let of_name = of_name.and_modify(|found| *found = None);
            of_name.or_insert(Some(chapter));
        }
        let find = |source: &Arc<Source>| {
            let same = site
                .at_path(source.path.as_str())
                .map(|id| site.chapter(id));
            let named = || by_name.get(source.path.name()).copied().flatten();
            let found = same.or_else(|| by_text.get(&*source.text).copied());
            match found.or_else(named) {
                Some(chapter) => Departure::Moved(chapter.address.clone()),
                None => Departure::Deleted(Arc::clone(source)),
            }
        };
        let known = self.pages.iter().map(|(address, departure)| {
            let departure = match departure {
                Departure::Moved(_) => departure.clone(),
                Departure::Deleted(source) => find(source),
            };
            (address.clone(), departure)
        });
        let mut departures: BTreeMap<_, _> =
            known.filter(|(address, _)| !is_there(address)).collect();
        for chapter in own(last).filter(|chapter| !is_there(&chapter.address)) {
            departures.insert(chapter.address.clone(), find(&chapter.parsed.source));
        }
        let gone = own(last).filter(|old| site.at_path(old.path().as_str()).is_none());
        let gone = gone.map(|chapter| {
            let former = Former {
                address: chapter.address.clone(),
                id: chapter.id.clone(),
            };
            (chapter.path().clone(), former)
        });
        let mut former = self.former.clone();
        former.extend(gone);
        Self {
            pages: departures,
            former,
        }
    }

    /// Suggests the new name in those `findings` of the handbook with this `site` that are about a former one.
    pub fn suggest(&self, site: &Site, findings: &mut [Finding]) {
        let names = [&codes::UNKNOWN_CHAPTER, &codes::UNKNOWN_REFERENCE];
        let is_of_name = |finding: &Finding| names.contains(&finding.code);
        if self.former.is_empty() || !findings.iter().any(is_of_name) {
            return;
        }
        let renamed = Renamed::of(self, site);
        for finding in findings {
            if let Some(suggestion) = renamed.suggestion(finding) {
                finding.suggestion = Some(suggestion);
                finding.fix = None;
            }
        }
    }

    /// What became of the page at `address`, if it was one.
    pub fn of(&self, address: &str) -> Option<Departed<'_>> {
        let mut to = None;
        let mut departure = self.pages.get(address);
        // Two that changed places are both there, so that no way leads in a circle for long.
        for _ in 0..=self.pages.len() {
            match departure {
                Some(Departure::Deleted(source)) => return Some(Departed::Deleted(&source.path)),
                Some(Departure::Moved(next)) => {
                    to = Some(next.as_str());
                    departure = self.pages.get(next);
                }
                None => break,
            }
        }
        to.map(Departed::To)
    }
}

/// The chapters that have other names now.
struct Renamed<'d> {
    by_path: BTreeMap<&'d HandbookPath, &'d Chapter>,
    by_id: BTreeMap<&'d str, Only<'d>>,
    /// By the last part of the id.
    by_short_id: BTreeMap<&'d str, Only<'d>>,
}

/// The only chapter of a name; none where several had it.
type Only<'d> = Option<&'d Chapter>;

impl<'d> Renamed<'d> {
    fn of(departures: &'d Departures, site: &'d Site) -> Self {
        let chapters = site.chapters.iter().map(|chapter| &**chapter);
        let at: BTreeMap<&str, &Chapter> = chapters
            .filter(|chapter| !chapter.is_fallback)
            .map(|chapter| (chapter.address.as_str(), chapter))
            .collect();
        let mut renamed = Self {
            by_path: BTreeMap::new(),
            by_id: BTreeMap::new(),
            by_short_id: BTreeMap::new(),
        };
        for (path, former) in &departures.former {
            let Some(Departed::To(address)) = departures.of(&former.address) else {
                continue;
            };
            let Some(chapter) = at.get(address) else {
                continue;
            };
            renamed.by_path.insert(path, chapter);
            for (ids, id) in [
                (&mut renamed.by_id, former.id.as_str()),
                (&mut renamed.by_short_id, short(&former.id)),
            ] {
                ids.entry(id)
                    .and_modify(|only| *only = None)
                    .or_insert(Some(chapter));
            }
        }
        renamed
    }

    fn suggestion(&self, finding: &Finding) -> Option<String> {
        let arg = |name: &str| match finding.args.get(name) {
            Some(Arg::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        if finding.code == &codes::UNKNOWN_CHAPTER {
            let from = finding.place.path.inside()?;
            let target = arg("target")?;
            let (link, anchor) = target.split_at(target.find('#').unwrap_or(target.len()));
            let path = HandbookPath::resolve(from.folder(), &percent_decode(link)?).ok()?;
            let to = self.by_path.get(&path)?.path();
            return Some(relative(from.as_str(), to.as_str()) + anchor);
        }
        if finding.code == &codes::UNKNOWN_REFERENCE {
            let written = arg("id")?;
            let only = |ids: &BTreeMap<&str, Only<'d>>| ids.get(written).copied().flatten();
            let full = only(&self.by_id).map(|chapter| chapter.id.as_str());
            let meant = full.or_else(|| Some(short(&only(&self.by_short_id)?.id)));
            return meant.map(str::to_owned);
        }
        None
    }
}

/// The last part of an id.
fn short(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

/// The chapters that have an address for themselves.
fn own(handbook: &Handbook) -> impl Iterator<Item = &Chapter> {
    let chapters = handbook.linked.site.chapters.iter();
    let chapters = chapters.map(|chapter| &**chapter);
    chapters.filter(|chapter| !chapter.is_fallback)
}
