//! What changed between two releases, told from what their manifests say about each chapter.
//!
//! A chapter is the same one if it has the same id in the same language, or if the present one
//! names the former address among its aliases.

use std::collections::{BTreeMap, BTreeSet};

use super::{Manifest, PageEntry, PageType, SectionEntry};
use crate::config::EditionId;
use crate::site::{Aliases, ChapterId, Site};

/// What happened to a chapter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReleaseChange {
    /// What happened.
    pub change: ChangeKind,
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

/// What may happen to a chapter, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It wasn't there.
    New,
    /// It reads differently.
    Changed,
    /// It has another address, and may read differently.
    Moved,
    /// It isn't there any longer, or is no longer held to be right.
    Withdrawn,
}

impl ChangeKind {
    /// All kinds, in their order.
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

/// The changes since `last`, by edition. Without `last` there are none: everything is new.
/// `chapters` is what each chapter reads like now. This is a list too: what is unlisted isn't in it.
pub fn changes(
    last: Option<&Manifest>,
    site: &Site,
    chapters: &[PageEntry],
    aliases: &Aliases,
) -> Vec<Vec<ReleaseChange>> {
    let mut changes: Vec<Vec<ReleaseChange>> = vec![Vec::new(); site.editions.len()];
    let Some(last) = last else {
        return changes;
    };
    let former = Former::new(last, aliases);
    let mut met = BTreeSet::new();
    for (number, (chapter, page)) in site.chapters.iter().zip(chapters).enumerate() {
        let id = ChapterId(number);
        let before = former.of(id, page);
        met.extend(before.map(|(address, _)| address));
        if !chapter.is_listed() {
            continue;
        }
        let Some((change, from, differing)) = compare(before, &chapter.address, page) else {
            continue;
        };
        changes[chapter.edition.index()].push(ReleaseChange {
            change,
            kind: page.kind.clone().unwrap_or_default(),
            title: page.title.clone(),
            chapter: Some(id),
            of: page.sections.len() + differing.gone,
            sections: differing.sections,
            from,
        });
    }
    for (address, page) in &last.pages {
        if page.ty != PageType::Chapter || page.withdrawn || met.contains(address.as_str()) {
            continue;
        }
        let edition = site.config.edition_in(&page.lang);
        changes[edition.unwrap_or(EditionId::DEFAULT).index()].push(ReleaseChange {
            change: ChangeKind::Withdrawn,
            kind: page.kind.clone().unwrap_or_default(),
            title: page.title.clone(),
            chapter: None,
            sections: Vec::new(),
            of: page.sections.len(),
            from: Some(address.clone()),
        });
    }
    changes
}

/// The chapters of the last release, to be found by what may still hold of them.
struct Former<'a> {
    pages: &'a BTreeMap<String, PageEntry>,
    by_id: BTreeMap<(&'a str, &'a str), &'a str>,
    /// Former addresses by the present chapters that name them.
    aliases: BTreeMap<ChapterId, Vec<&'a str>>,
}

impl<'a> Former<'a> {
    fn new(last: &'a Manifest, aliases: &'a Aliases) -> Self {
        let id = |(address, page): (&'a String, &'a PageEntry)| {
            Some(((page.lang.as_str(), page.id.as_deref()?), address.as_str()))
        };
        let mut by_chapter: BTreeMap<ChapterId, Vec<&str>> = BTreeMap::new();
        for (from, chapter) in aliases {
            by_chapter.entry(*chapter).or_default().push(from);
        }
        Self {
            pages: &last.pages,
            by_id: last.pages.iter().filter_map(id).collect(),
            aliases: by_chapter,
        }
    }

    fn of(&self, chapter: ChapterId, page: &PageEntry) -> Option<(&'a str, &'a PageEntry)> {
        let id = (page.lang.as_str(), page.id.as_deref().unwrap_or_default());
        let by_id = self.by_id.get(&id).copied();
        let by_alias = || {
            let aliases = self.aliases.get(&chapter)?;
            aliases.iter().find_map(|alias| {
                let (address, former) = self.pages.get_key_value(*alias)?;
                let chapter = former.ty == PageType::Chapter && former.lang == page.lang;
                chapter.then_some(address.as_str())
            })
        };
        let address = by_id.or_else(by_alias)?;
        Some((address, &self.pages[address]))
    }
}

/// Sections that are new or read differently, and behind them those that are gone.
#[derive(Default)]
struct Differing {
    sections: Vec<(Option<String>, String)>,
    /// How many of them are gone.
    gone: usize,
}

fn compare(
    before: Option<(&str, &PageEntry)>,
    address: &str,
    page: &PageEntry,
) -> Option<(ChangeKind, Option<String>, Differing)> {
    let Some((from, before)) = before else {
        return (!page.withdrawn).then(|| (ChangeKind::New, None, Differing::default()));
    };
    let differing = differing(before, page);
    let moved = (from != address).then(|| from.to_owned());
    let change = if page.withdrawn && !before.withdrawn {
        ChangeKind::Withdrawn
    } else if moved.is_some() {
        ChangeKind::Moved
    } else if !differing.sections.is_empty() {
        ChangeKind::Changed
    } else {
        return None;
    };
    Some((change, moved, differing))
}

fn differing(before: &PageEntry, page: &PageEntry) -> Differing {
    // A heading may be corrected; what counts is the place that one can link to.
    fn key(section: &SectionEntry) -> &str {
        section.anchor.as_deref().unwrap_or(&section.heading)
    }
    fn hashes(page: &PageEntry) -> BTreeMap<&str, &str> {
        let entry = |section| (key(section), section.hash.as_str());
        page.sections.iter().map(entry).collect()
    }
    let (old, new) = (hashes(before), hashes(page));
    let same = |section: &&SectionEntry| old.get(key(section)) == Some(&section.hash.as_str());
    let present = page.sections.iter().filter(|section| !same(section));
    let gone = before.sections.iter().filter(|s| !new.contains_key(key(s)));
    let named = |section: &SectionEntry| (section.anchor.clone(), section.heading.clone());
    let gone: Vec<_> = gone
        .map(|section| (None, section.heading.clone()))
        .collect();
    Differing {
        gone: gone.len(),
        sections: present.map(named).chain(gone).collect(),
    }
}
