//! Published addresses: what a release published, a later one serves or redirects.
//!
//! 1. Every page of the last release is still there, or an alias leads on from its address. A section
//!    without a text leads to where its chapters are, a list that the program made to the next page
//!    above it. Redirects of the last release stay.
//! 2. A page that is there, or moved, has all anchors that it had, or `anchors` names successors.
//! 3. Files that readers may have links to are kept as they were.
//!
//! What is lost is a finding that offers the likely new place. Where that is sure, there is also a
//! [`FrontMatterPatch`]: the same chapter by its id, or the only new one that reads like it or has its
//! title.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::PageEntries;
use super::successors::{Successor, Successors};
use super::{Manifest, PageEntry, PageType, SectionEntry};
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::kind::TOP;
use crate::link::Linked;
use crate::site::{Aliases, Chapter, Site};
use crate::source::HandbookPath;

/// How a handbook stands to what was published.
#[derive(Debug, Default)]
pub struct Compatibility {
    /// What would be lost.
    pub findings: Vec<Finding>,
    /// Redirects besides those that chapters ask for.
    pub redirects: Redirects,
    /// Files that the last release had and this one hasn't.
    pub kept: Vec<String>,
    /// Pages that no list leads to any more, though the last release had them: their promise still holds.
    pub unlisted: PageEntries,
    /// What would keep it, by the file to be written.
    pub patches: BTreeMap<HandbookPath, FrontMatterPatch>,
}

/// What a chapter's front matter has to say so that nothing is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatterPatch {
    /// The id that it had before it was moved.
    pub id: Option<String>,
    /// Its former addresses.
    pub aliases: Vec<String>,
    /// Its former anchors with those that stand in for them.
    pub anchors: Vec<(String, String)>,
}

/// Where readers of a former address are led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The page that stands in for it: its address.
    pub to: String,
    /// Its title.
    pub title: String,
    /// Its language, a BCP 47 code.
    pub lang: String,
}

/// Redirects by former address.
pub type Redirects = BTreeMap<String, Redirect>;

/// Holds the handbook, whose pages are `pages`, those without a list that leads there `unlisted` and former
/// addresses `aliases`, against what was published.
pub fn check_published_urls(
    last: &Manifest,
    linked: &Linked,
    mut pages: PageEntries,
    mut unlisted: PageEntries,
    aliases: &Aliases,
) -> Compatibility {
    unlisted.retain(|address, _| last.pages.contains_key(address));
    pages.extend(unlisted.clone());
    let site = &linked.site;
    for edition in site.editions.iter() {
        // Every release has these, though the handbook without one hasn't.
        for address in [edition.versions(), edition.changes()] {
            pages.insert(address, PageEntry::generated(&edition.language, ""));
        }
    }
    let chapters = site.chapters.iter();
    let check = Check {
        last,
        site,
        pages: &pages,
        aliases,
        chapters: chapters
            .map(|chapter| (chapter.address.as_str(), &**chapter))
            .collect(),
    };
    let successors = Successors::new(last, &pages, &check.chapters);
    let mut compatibility = Compatibility {
        unlisted,
        ..Compatibility::default()
    };
    for (address, entry) in &last.pages {
        check.page(address, entry, &successors, &mut compatibility);
    }
    for (from, to) in &last.redirects {
        check.redirect(from, to, &mut compatibility);
    }
    let attachments: BTreeSet<&str> = linked.published_assets().map(|(_, file)| file).collect();
    let gone = |file: &&String| !attachments.contains(file.as_str());
    compatibility.kept = last.attachments.iter().filter(gone).cloned().collect();
    compatibility
}

struct Check<'a> {
    last: &'a Manifest,
    site: &'a Site,
    pages: &'a PageEntries,
    aliases: &'a Aliases,
    chapters: BTreeMap<&'a str, &'a Chapter>,
}

impl<'a> Check<'a> {
    fn page(
        &self,
        address: &'a str,
        entry: &'a PageEntry,
        successors: &Successors<'a>,
        found: &mut Compatibility,
    ) {
        if self.pages.contains_key(address) {
            return self.anchors(address, entry, found);
        }
        if let Some(chapter) = self.aliases.get(address) {
            let to = &self.site.chapter(*chapter).address;
            let moved = self.pages.get(to);
            if moved.is_some_and(|page| page.id == entry.id && page.lang == entry.lang) {
                self.anchors(to, entry, found);
            }
            return;
        }
        if entry.ty != PageType::Chapter {
            let section = self.section(address, entry, successors);
            let onward = section.unwrap_or_else(|| self.above(address));
            found.redirects.insert(address.to_owned(), onward);
            return;
        }
        let successor = successors.of(address, entry);
        self.lost(address, entry, successor, found);
        if let Some(Successor {
            chapter,
            certain: true,
        }) = successor
        {
            let patch = found.patches.entry(chapter.path().clone()).or_default();
            patch.aliases.push(address.trim_end_matches('/').to_owned());
            // An id is taken over where the chapter has none of its own and no other one has it.
            if chapter.parsed.front.id.is_none() && successors.with_id(entry).is_none() {
                patch.id.clone_from(&entry.id);
            }
            self.anchors(&chapter.address, entry, found);
        }
    }

    fn lost(
        &self,
        address: &str,
        entry: &PageEntry,
        successor: Option<Successor<'_>>,
        found: &mut Compatibility,
    ) {
        let path = successor.map_or_else(
            || HandbookPath::literal(crate::config::FILE),
            |s| s.chapter.path().clone(),
        );
        let finding = Finding::new(&codes::LOST_ADDRESS, &path)
            .with("address", address)
            .with("alias", address.trim_end_matches('/'))
            .with("title", entry.title.as_str())
            .with("version", self.version())
            .with_suggestion(successor.map(|s| s.chapter.path().to_string()));
        found.findings.push(match successor {
            Some(successor) => at_front_matter(finding, successor.chapter),
            None => finding,
        });
    }

    fn redirect(&self, from: &str, to: &str, found: &mut Compatibility) {
        if self.pages.contains_key(from) || self.aliases.contains_key(from) {
            return;
        }
        let to = match (self.aliases.get(to), found.redirects.get(to)) {
            (Some(chapter), _) => self.to_chapter(self.site.chapter(*chapter)),
            (None, Some(onward)) => onward.clone(),
            (None, None) => match self.pages.get(to) {
                Some(page) => lead_to(to, page),
                // What it led to is lost itself, which is a finding already.
                None => self.above(from),
            },
        };
        found.redirects.insert(from.to_owned(), to);
    }

    fn to_chapter(&self, chapter: &Chapter) -> Redirect {
        Redirect::to_chapter(self.site, chapter)
    }

    /// The next page above an address.
    fn above(&self, address: &str) -> Redirect {
        let mut above = address.trim_end_matches('/');
        while let Some((parent, _)) = above.rsplit_once('/') {
            let address = format!("{parent}/");
            if let Some(page) = self.pages.get(&address) {
                return lead_to(&address, page);
            }
            above = parent;
        }
        lead_to("", &self.pages[""])
    }

    fn version(&self) -> &str {
        self.last.release.as_deref().unwrap_or_default()
    }

    /// Reports the anchors that the page had and that the one at `address` hasn't.
    fn anchors(&self, address: &str, entry: &PageEntry, found: &mut Compatibility) {
        let (Some(page), Some(chapter)) = (self.pages.get(address), self.chapters.get(address))
        else {
            return;
        };
        let present: BTreeSet<&str> = chapter.anchor_ids().collect();
        let is_lost = |anchor: &&String| !present.contains(anchor.as_str());
        let lost: Vec<&String> = entry.anchors.iter().filter(is_lost).collect();
        if lost.is_empty() {
            return;
        }
        let same_text = SameText::new(entry, page);
        let headings = chapter.anchors.headings().iter();
        let ids = Suggestions::new(headings.map(|anchor| anchor.id.as_str()));
        for anchor in lost {
            let successor = same_text.of(anchor);
            let offer = successor.or_else(|| ids.nearest(anchor)).unwrap_or(TOP);
            let finding = Finding::new(&codes::LOST_ANCHOR, chapter.path())
                .with("anchor", anchor.as_str())
                .with("present", offer)
                .with("version", self.version());
            found.findings.push(at_front_matter(finding, chapter));
            if let Some(present) = successor {
                let patch = found.patches.entry(chapter.path().clone()).or_default();
                patch.anchors.push((anchor.clone(), present.to_owned()));
            }
        }
    }

    /// The section that most chapters of a former one are in now.
    fn section(
        &self,
        address: &str,
        entry: &PageEntry,
        successors: &Successors<'_>,
    ) -> Option<Redirect> {
        if entry.ty != PageType::Section {
            return None;
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let below = self.last.pages.range(address.to_owned()..);
        for (_, page) in below.take_while(|(other, _)| other.starts_with(address)) {
            if let Some(chapter) = successors.with_id(page) {
                let section = self.site.section(chapter.section);
                *counts.entry(section.address.as_str()).or_default() += 1;
            }
        }
        let (most, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        Some(lead_to(most, self.pages.get(most)?))
    }
}

impl Redirect {
    /// A redirect to a chapter.
    pub fn to_chapter(site: &Site, chapter: &Chapter) -> Self {
        Self {
            to: chapter.address.clone(),
            title: chapter.title.clone(),
            lang: site.edition(chapter.edition).language.clone(),
        }
    }
}

fn lead_to(address: &str, page: &PageEntry) -> Redirect {
    Redirect {
        to: address.to_owned(),
        title: page.title.clone(),
        lang: page.lang.clone(),
    }
}

/// Points at the chapter's front matter, if it has one.
fn at_front_matter(finding: Finding, chapter: &Chapter) -> Finding {
    match chapter.parsed.front.span {
        span if span.end > 0 => finding.at(span),
        _ => finding,
    }
}

/// Sections of a page that read as one of the former page did.
struct SameText<'a> {
    /// The hash of each former section, by its anchor.
    former: BTreeMap<&'a str, &'a str>,
    /// The new anchor of each hash; `None` where several sections read so.
    present: BTreeMap<&'a str, Option<&'a str>>,
}

impl<'a> SameText<'a> {
    fn new(entry: &'a PageEntry, page: &'a PageEntry) -> Self {
        let anchored =
            |section: &'a SectionEntry| Some((section.anchor.as_deref()?, section.hash.as_str()));
        let mut former = BTreeMap::new();
        for (anchor, hash) in entry.sections.iter().filter_map(anchored) {
            former.entry(anchor).or_insert(hash);
        }
        let known: BTreeSet<&str> = entry.anchors.iter().map(String::as_str).collect();
        let mut present = BTreeMap::new();
        for (anchor, hash) in page.sections.iter().filter_map(anchored) {
            if !known.contains(anchor) {
                present
                    .entry(hash)
                    .and_modify(|only| *only = None)
                    .or_insert(Some(anchor));
            }
        }
        Self { former, present }
    }

    /// The anchor, new on the page, of the only section that reads as the one at `anchor` did.
    fn of(&self, anchor: &str) -> Option<&'a str> {
        *self.present.get(self.former.get(anchor)?)?
    }
}
