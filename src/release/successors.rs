//! Which chapter takes the place of a page that was published.
//!
//! 1. [`Successors::new`] enters the present chapters by what may still hold of a former one: language
//!    and id, and for those at new addresses title, name and the hashes of their sections.
//! 2. [`Successors::of`] asks these in turn, so that what a lost page costs doesn't grow with the
//!    handbook.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::entries::PageEntries;
use super::{Manifest, PageEntry, SectionEntry};
use crate::diagnostic::Suggestions;
use crate::site::Chapter;

/// The chapter that seems to take a page's place.
#[derive(Clone, Copy)]
pub(super) struct Successor<'a> {
    pub chapter: &'a Chapter,
    /// Whether it is certain enough to be written down without asking.
    pub certain: bool,
}

/// The only chapter with a property, as far as is known: `None` if there are several.
type Only<'a> = Option<&'a Chapter>;

/// The present chapters, to be found by what a former one says of itself.
pub(super) struct Successors<'a> {
    chapters: &'a BTreeMap<&'a str, &'a Chapter>,
    /// By language and id.
    by_id: HashMap<(&'a str, &'a str), &'a Chapter>,
    /// By id, whatever the language: the first by address.
    in_any_language: HashMap<&'a str, &'a Chapter>,
    /// Chapters at new addresses, by language and title.
    by_title: HashMap<(&'a str, &'a str), Only<'a>>,
    /// Chapters at new addresses, by language and the last part of the id.
    by_name: HashMap<(&'a str, &'a str), Only<'a>>,
    /// Chapters at new addresses, by language and the hashes of their rarer sections.
    by_section: HashMap<(&'a str, &'a str), Vec<(&'a Chapter, &'a PageEntry)>>,
    addresses: Suggestions<'a>,
}

impl<'a> Successors<'a> {
    /// The present `chapters` by address, whose entries are among `pages`.
    pub(super) fn new(
        last: &Manifest,
        pages: &'a PageEntries,
        chapters: &'a BTreeMap<&'a str, &'a Chapter>,
    ) -> Self {
        let mut successors = Self {
            chapters,
            by_id: HashMap::new(),
            in_any_language: HashMap::new(),
            by_title: HashMap::new(),
            by_name: HashMap::new(),
            by_section: HashMap::new(),
            addresses: Suggestions::new(chapters.keys().copied()),
        };
        let mut fresh = Vec::new();
        for (address, chapter) in chapters {
            let Some(page) = pages.get(*address) else {
                continue;
            };
            let lang = page.lang.as_str();
            if let Some(id) = &page.id {
                successors.by_id.entry((lang, id)).or_insert(chapter);
                successors.in_any_language.entry(id).or_insert(chapter);
            }
            if !last.pages.contains_key(*address) {
                fresh.push((*chapter, page));
                let id = page.id.as_deref().unwrap_or_default();
                note(&mut successors.by_title, (lang, &page.title), chapter);
                note(&mut successors.by_name, (lang, name(id)), chapter);
            }
        }
        successors.enter_sections(&fresh);
        successors
    }

    /// Enters each chapter under those of its sections that are so rare that it can't read like
    /// another one without one of them: half of the sections read the same then. So a section that
    /// all chapters have in common leads to few of them.
    fn enter_sections(&mut self, fresh: &[(&'a Chapter, &'a PageEntry)]) {
        let mut frequency: HashMap<&str, usize> = HashMap::new();
        for section in fresh.iter().flat_map(|(_, page)| &page.sections) {
            *frequency.entry(&section.hash).or_default() += 1;
        }
        for (chapter, page) in fresh {
            let hashes = page.sections.iter().map(|section| section.hash.as_str());
            let mut hashes: Vec<&str> = hashes.collect();
            hashes.sort_by_key(|hash| (frequency[hash], *hash));
            hashes.truncate(hashes.len() / 2 + 1);
            hashes.dedup();
            for hash in hashes {
                let key = (page.lang.as_str(), hash);
                self.by_section
                    .entry(key)
                    .or_default()
                    .push((chapter, page));
            }
        }
    }

    /// The chapter with the id that the page had, in its language.
    pub(super) fn with_id(&self, entry: &PageEntry) -> Option<&'a Chapter> {
        let key = (entry.lang.as_str(), entry.id.as_deref()?);
        self.by_id.get(&key).copied()
    }

    /// The chapter that takes the place of the page `entry` at `address`.
    pub(super) fn of(&self, address: &str, entry: &PageEntry) -> Option<Successor<'a>> {
        let lang = entry.lang.as_str();
        let by_title = || self.by_title.get(&(lang, &entry.title)).copied().flatten();
        let certain = self
            .with_id(entry)
            .or_else(|| self.by_text(entry))
            .or_else(by_title);
        if let Some(chapter) = certain {
            return Some(Successor {
                chapter,
                certain: true,
            });
        }
        let named = self.by_name.get(&(lang, name(address))).copied().flatten();
        let translated = || self.in_any_language.get(entry.id.as_deref()?).copied();
        let similar = || {
            let near = self.addresses.nearest(address)?;
            self.chapters.get(near).copied()
        };
        let likely = named.or_else(translated).or_else(similar)?;
        Some(Successor {
            chapter: likely,
            certain: false,
        })
    }

    /// The only chapter at a new address that reads like the page.
    fn by_text(&self, entry: &PageEntry) -> Option<&'a Chapter> {
        let hashes: BTreeSet<&str> = entry.sections.iter().map(|s| s.hash.as_str()).collect();
        let mut only: Only<'a> = None;
        for hash in &hashes {
            let candidates = self.by_section.get(&(entry.lang.as_str(), *hash));
            for (chapter, page) in candidates.into_iter().flatten() {
                let known = only.is_some_and(|only| std::ptr::eq(only, *chapter));
                if known || !reads_like(&hashes, entry.sections.len(), &page.sections) {
                    continue;
                }
                if only.is_some() {
                    return None;
                }
                only = Some(chapter);
            }
        }
        only
    }
}

fn note<'a>(
    chapters: &mut HashMap<(&'a str, &'a str), Only<'a>>,
    key: (&'a str, &'a str),
    chapter: &'a Chapter,
) {
    chapters
        .entry(key)
        .and_modify(|only| *only = None)
        .or_insert(Some(chapter));
}

/// The last part of an address or id.
fn name(address: &str) -> &str {
    let address = address.trim_end_matches('/');
    address.rsplit('/').next().unwrap_or_default()
}

/// Whether at least half of the sections read the same as `former` ones, of which there are `count`.
fn reads_like(former: &BTreeSet<&str>, count: usize, present: &[SectionEntry]) -> bool {
    #[cfg(test)]
    COMPARED.with(|compared| compared.set(compared.get() + 1));
    let same = present.iter().filter(|s| former.contains(s.hash.as_str()));
    let same = same.count();
    same > 0 && same * 2 >= count.max(present.len())
}

#[cfg(test)]
thread_local! {
    /// How many times two chapters were compared.
    static COMPARED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::entries;
    use crate::pipeline::{Handbook, Memo, load};
    use crate::release::{FrontMatterPatch, chapter_entries};
    use crate::site::Options;
    use crate::source::{HandbookPath, Snapshot};

    /// A handbook of so many chapters in `folder`, which all have a section in common.
    fn handbook(folder: &str, chapters: usize) -> Handbook {
        let mut snapshot = Snapshot::default();
        for n in 0..chapters {
            let path = format!("content/{folder}/k{n}.md");
            let text = format!(
                "# Kapitel\n\nText {n}.\n\n## Teil\n\nMehr {n}.\n\n## Kontakt\n\nRathaus.\n"
            );
            snapshot.insert_text(
                HandbookPath::parse(path.as_str()).unwrap(),
                text.into_bytes(),
            );
        }
        load(&snapshot, Options::default(), &mut Memo::default())
    }

    /// How many comparisons it takes to find all chapters after they were moved.
    fn compared(chapters: usize) -> usize {
        let former = handbook("a", chapters);
        let (linked, plan) = (&former.linked, &former.plan);
        let known = chapter_entries(linked);
        let last = Manifest {
            pages: entries(linked, plan, &mut |id| known[id.0].clone()),
            ..Manifest::new()
        };
        let moved = handbook("b", chapters);
        let before = COMPARED.get();
        let compatibility = moved.compatibility(&last);
        assert_eq!(compatibility.patches.len(), chapters);
        let to_same = |(path, patch): (&HandbookPath, &FrontMatterPatch)| {
            let name = path.as_str().replace("content/b/", "a/");
            patch.aliases == [name.trim_end_matches(".md")]
        };
        assert!(compatibility.patches.iter().all(to_same));
        COMPARED.get() - before
    }

    #[test]
    fn twice_as_many_moved_chapters_take_twice_as_many_comparisons() {
        let (some, more) = (compared(20), compared(40));
        assert!(some >= 20 && more <= 2 * some, "{some}, {more}");
    }
}
