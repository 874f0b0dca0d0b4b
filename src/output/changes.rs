//! What changed between two releases, told from what their manifests say about each chapter.
//!
//! A chapter is the same one if it has the same id in the same language, or if the present one
//! names the former address among its aliases.

use std::collections::{BTreeMap, BTreeSet};

use super::manifest::{Manifest, PageEntry, PageType, SectionEntry};
use super::redirect;
use crate::link::Linked;
use crate::site::{Change, What};

/// The changes since `last`, by edition. Without `last` there are none: everything is new.
pub fn changes(
    last: Option<&Manifest>,
    linked: &Linked,
    pages: &BTreeMap<String, PageEntry>,
) -> Vec<Vec<Change>> {
    let site = &linked.site;
    let mut changes: Vec<Vec<Change>> = vec![Vec::new(); site.editions.len()];
    let Some(last) = last else {
        return changes;
    };
    let former = Former::new(last, linked);
    let mut met = BTreeSet::new();
    for (number, chapter) in site.chapters.iter().enumerate() {
        let Some(page) = pages.get(&chapter.address) else {
            continue;
        };
        let before = former.of(&chapter.address, page);
        met.extend(before.map(|(address, _)| address));
        let Some((what, from, differing)) = compare(before, &chapter.address, page) else {
            continue;
        };
        changes[chapter.edition].push(Change {
            what,
            kind: page.kind.clone().unwrap_or_default(),
            title: page.title.clone(),
            chapter: Some(crate::site::ChapterId(number)),
            of: page.sections.len() + differing.gone,
            sections: differing.sections,
            from,
        });
    }
    for (address, page) in &last.pages {
        if page.ty != PageType::Chapter || page.withdrawn || met.contains(address.as_str()) {
            continue;
        }
        let edition = site.languages().position(|language| language == page.lang);
        changes[edition.unwrap_or(0)].push(Change {
            what: What::Withdrawn,
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
    /// Former addresses by the present ones that name them.
    aliases: BTreeMap<String, Vec<String>>,
}

impl<'a> Former<'a> {
    fn new(last: &'a Manifest, linked: &Linked) -> Self {
        let id = |(address, page): (&'a String, &'a PageEntry)| {
            Some(((page.lang.as_str(), page.id.as_deref()?), address.as_str()))
        };
        let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (from, redirect) in redirect::of_aliases(linked) {
            aliases.entry(redirect.to).or_default().push(from);
        }
        Self {
            pages: &last.pages,
            by_id: last.pages.iter().filter_map(id).collect(),
            aliases,
        }
    }

    fn of(&self, address: &str, page: &PageEntry) -> Option<(&'a str, &'a PageEntry)> {
        let id = (page.lang.as_str(), page.id.as_deref().unwrap_or_default());
        let by_id = self.by_id.get(&id).copied();
        let by_alias = || {
            let aliases = self.aliases.get(address)?;
            aliases.iter().find_map(|alias| {
                let (address, former) = self.pages.get_key_value(alias)?;
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
) -> Option<(What, Option<String>, Differing)> {
    let Some((from, before)) = before else {
        return (!page.withdrawn).then(|| (What::New, None, Differing::default()));
    };
    let differing = differing(before, page);
    let moved = (from != address).then(|| from.to_owned());
    let what = if page.withdrawn && !before.withdrawn {
        What::Withdrawn
    } else if moved.is_some() {
        What::Moved
    } else if !differing.sections.is_empty() {
        What::Changed
    } else {
        return None;
    };
    Some((what, moved, differing))
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
