//! Where pages went that were shown and are no longer at their address.
//!
//! 1. After an edit that changes addresses, each chapter that lost its page is looked for: its file at
//!    another address, or a file that came with the same text, or else with the same name.
//! 2. One that isn't found was deleted; a file with its text may still come.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Handbook;
use crate::site::{Chapter, file_of};
use crate::source::{HandbookPath, Source};

/// The pages that are gone, by their address.
#[derive(Debug, Clone, Default)]
pub struct Departures(BTreeMap<String, Departure>);

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
        let known = self.0.iter().map(|(address, departure)| {
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
        Self(departures)
    }

    /// What became of the page at `address`, if it was one.
    pub fn of(&self, address: &str) -> Option<Departed<'_>> {
        let mut to = None;
        let mut departure = self.0.get(address);
        // Two that changed places are both there, so that no way leads in a circle for long.
        for _ in 0..=self.0.len() {
            match departure {
                Some(Departure::Deleted(source)) => return Some(Departed::Deleted(&source.path)),
                Some(Departure::Moved(next)) => {
                    to = Some(next.as_str());
                    departure = self.0.get(next);
                }
                None => break,
            }
        }
        to.map(Departed::To)
    }
}

/// The chapters that have an address for themselves.
fn own(handbook: &Handbook) -> impl Iterator<Item = &Chapter> {
    let chapters = handbook.linked.site.chapters.iter();
    let chapters = chapters.map(|chapter| &**chapter);
    chapters.filter(|chapter| !chapter.is_fallback)
}
