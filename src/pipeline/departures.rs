//! Where pages went that were shown and are no longer at their address.
//!
//! 1. After an edit that changes addresses, each chapter that lost its page is looked for: its file at
//!    another address, or a file that came with the same text, or else with the same name.
//! 2. One that isn't found was deleted; a file with its text may still come.
//! 3. What still names the file or the id that a moved chapter had gets the new one as a suggestion.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Handbook;
use crate::diagnostic::{Finding, codes};
use crate::site::{Chapter, file_of, relative};
use crate::source::{HandbookPath, Source, percent_decode};
use crate::text::Arg;

/// The pages that are gone.
#[derive(Debug, Clone, Default)]
pub struct Departures {
    /// By their address.
    pages: BTreeMap<String, Departure>,
    /// The chapters whose files have other names now, by their former paths.
    renamed: BTreeMap<HandbookPath, Renamed>,
}

/// A chapter whose file has another name now.
#[derive(Debug, Clone)]
struct Renamed {
    former_id: Option<String>,
    path: HandbookPath,
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
        Self {
            renamed: self.renamed_after(last, now, &departures),
            pages: departures,
        }
    }

    fn renamed_after(
        &self,
        last: &Handbook,
        now: &Handbook,
        pages: &BTreeMap<String, Departure>,
    ) -> BTreeMap<HandbookPath, Renamed> {
        let site = &now.linked.site;
        let at: BTreeMap<&str, &Chapter> = own(now)
            .map(|chapter| (chapter.address.as_str(), chapter))
            .collect();
        let mut all = self.renamed.clone();
        // Of one that came after its file was gone for a moment, no more than the file is known.
        let gone = self.pages.iter().filter_map(|(address, departure)| {
            let Departure::Deleted(source) = departure else {
                return None;
            };
            let Departure::Moved(to) = pages.get(address)? else {
                return None;
            };
            let new = at.get(to.as_str())?;
            let renamed = Renamed {
                former_id: None,
                path: new.path().clone(),
                id: new.id.clone(),
            };
            Some((source.path.clone(), renamed))
        });
        all.extend(gone);
        for chapter in own(last).filter(|old| site.at_path(old.path().as_str()).is_none()) {
            let Some(Departure::Moved(to)) = pages.get(&chapter.address) else {
                continue;
            };
            let Some(new) = at.get(to.as_str()) else {
                continue;
            };
            let renamed = Renamed {
                former_id: Some(chapter.id.clone()),
                path: new.path().clone(),
                id: new.id.clone(),
            };
            // Of one that is renamed again, all former names lead to the last.
            for former in all
                .values_mut()
                .filter(|former| former.path == *chapter.path())
            {
                former.path = renamed.path.clone();
                former.id.clone_from(&renamed.id);
            }
            all.insert(chapter.path().clone(), renamed);
        }
        all.retain(|_, renamed| site.at_path(renamed.path.as_str()).is_some());
        all
    }

    /// Suggests the new name where a finding is about a former one.
    pub fn suggest(&self, findings: &mut [Finding]) {
        for finding in findings {
            if let Some(suggestion) = self.suggestion(finding) {
                finding.suggestion = Some(suggestion);
                finding.fix = None;
            }
        }
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
            let to = &self.renamed.get(&path)?.path;
            return Some(relative(from.as_str(), to.as_str()) + anchor);
        }
        if finding.code == &codes::UNKNOWN_REFERENCE {
            let written = arg("id")?;
            let short = |id: &str| id.rsplit('/').next().unwrap_or(id).to_owned();
            let mut meant = self.renamed.values().filter_map(|renamed| {
                let former = renamed.former_id.as_deref()?;
                if former == written {
                    Some(renamed.id.clone())
                } else {
                    (short(former) == written).then(|| short(&renamed.id))
                }
            });
            // Of two that had the name, neither is meant for sure.
            return meant.next().filter(|_| meant.next().is_none());
        }
        None
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

/// The chapters that have an address for themselves.
fn own(handbook: &Handbook) -> impl Iterator<Item = &Chapter> {
    let chapters = handbook.linked.site.chapters.iter();
    let chapters = chapters.map(|chapter| &**chapter);
    chapters.filter(|chapter| !chapter.is_fallback)
}
