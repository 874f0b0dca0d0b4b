//! The address contract: what a release published, a later one serves or redirects.
//!
//! 1. Every page of the last release is still there, or an alias leads on from its address. A section
//!    without a text leads to where its chapters are, a list that the program made to the next page
//!    above it. Redirects of the last release stay.
//! 2. A page that is there, or moved, has all anchors that it had, or `anchors` names successors.
//! 3. Files that readers may have links to are kept as they were.
//!
//! What is lost is a finding that offers the likely new place. Where that is sure, there is also a
//! [`Fix`]: the same chapter by its id, or the only new one that reads like it or has its title.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::manifest::{Manifest, PageEntry, PageType, SectionEntry};
use super::redirect::{self, Redirect, Redirects};
use crate::diagnostic::{Code, Finding, nearest};
use crate::kind::TOP;
use crate::link::Linked;
use crate::site::{Chapter, Site};
use crate::source::HandbookPath;

static LOST_ADDRESS: Code = Code::fatal("lost-address");
static LOST_ANCHOR: Code = Code::fatal("lost-anchor");

/// What a release owes to the one before.
#[derive(Debug, Default)]
pub struct Contract {
    /// What would be lost.
    pub findings: Vec<Finding>,
    /// Redirects besides those that chapters ask for.
    pub redirects: Redirects,
    /// Files that the last release had and this one hasn't.
    pub kept: Vec<String>,
    /// What would keep it, by the file to be written.
    pub fixes: BTreeMap<HandbookPath, Fix>,
}

/// What a chapter's front matter has to say so that nothing is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fix {
    /// The id that it had before it was moved.
    pub id: Option<String>,
    /// Its former addresses.
    pub aliases: Vec<String>,
    /// Its former anchors with those that stand in for them.
    pub anchors: Vec<(String, String)>,
}

/// Holds the handbook, whose pages are `pages`, against what was published.
pub fn check(last: &Manifest, linked: &Linked, pages: &BTreeMap<String, PageEntry>) -> Contract {
    let mut pages = pages.clone();
    for edition in linked.site.editions.iter() {
        // Every release has these, though the handbook without one hasn't.
        for address in [edition.versions(), edition.changes()] {
            pages.insert(address, PageEntry::generated(&edition.language, ""));
        }
    }
    let check = Check {
        last,
        site: &linked.site,
        pages: &pages,
        aliases: redirect::of_aliases(linked),
        chapters: linked
            .site
            .chapters
            .iter()
            .map(|chapter| (chapter.address.as_str(), &**chapter))
            .collect(),
    };
    let mut contract = Contract::default();
    for (address, entry) in &last.pages {
        check.page(address, entry, &mut contract);
    }
    for (from, to) in &last.redirects {
        check.redirect(from, to, &mut contract);
    }
    let attachments: BTreeSet<&str> = linked.published_assets().map(|(_, file)| file).collect();
    let gone = |file: &&String| !attachments.contains(file.as_str());
    contract.kept = last.attachments.iter().filter(gone).cloned().collect();
    contract
}

struct Check<'a> {
    last: &'a Manifest,
    site: &'a Site,
    pages: &'a BTreeMap<String, PageEntry>,
    aliases: Redirects,
    chapters: BTreeMap<&'a str, &'a Chapter>,
}

/// The chapter that seems to take a page's place.
struct Successor<'a> {
    chapter: &'a Chapter,
    /// Whether it is sure enough to be written down without asking.
    sure: bool,
}

impl<'a> Check<'a> {
    fn page(&self, address: &str, entry: &PageEntry, contract: &mut Contract) {
        if self.pages.contains_key(address) {
            return self.anchors(address, entry, contract);
        }
        if let Some(alias) = self.aliases.get(address) {
            let moved = self.pages.get(&alias.to);
            if moved.is_some_and(|page| page.id == entry.id && page.lang == entry.lang) {
                self.anchors(&alias.to, entry, contract);
            }
            return;
        }
        if entry.ty != PageType::Chapter {
            let section = self.section(address, entry);
            let onward = section.unwrap_or_else(|| self.above(address));
            contract.redirects.insert(address.to_owned(), onward);
            return;
        }
        let successor = self.successor(address, entry);
        let path = successor
            .as_ref()
            .map_or_else(|| crate::config::FILE.into(), |s| s.chapter.path().clone());
        let alias = address.trim_end_matches('/');
        let finding = Finding::new(&LOST_ADDRESS, &path)
            .with("address", address)
            .with("alias", alias)
            .with("title", entry.title.as_str())
            .with("version", self.version())
            .with_suggestion(successor.as_ref().map(|s| s.chapter.path().to_string()));
        contract.findings.push(match &successor {
            Some(successor) if successor.chapter.parsed.front.span.end > 0 => {
                finding.at(successor.chapter.parsed.front.span)
            }
            _ => finding,
        });
        if let Some(Successor {
            chapter,
            sure: true,
        }) = successor
        {
            let fix = contract.fixes.entry(path).or_default();
            fix.aliases.push(alias.to_owned());
            if self.may_get_id(chapter, entry) {
                fix.id.clone_from(&entry.id);
            }
            self.anchors(&chapter.address, entry, contract);
        }
    }

    fn redirect(&self, from: &str, to: &str, contract: &mut Contract) {
        if self.pages.contains_key(from) || self.aliases.contains_key(from) {
            return;
        }
        let to = match (self.aliases.get(to), contract.redirects.get(to)) {
            (Some(onward), _) | (None, Some(onward)) => onward.clone(),
            (None, None) => match self.pages.get(to) {
                Some(page) => lead_to(to, page),
                // What it led to is lost itself, which is a finding already.
                None => self.above(from),
            },
        };
        contract.redirects.insert(from.to_owned(), to);
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
    fn anchors(&self, address: &str, entry: &PageEntry, contract: &mut Contract) {
        let (Some(page), Some(chapter)) = (self.pages.get(address), self.chapters.get(address))
        else {
            return;
        };
        let own = |anchor: &String| chapter.has_anchor(anchor);
        for anchor in entry.anchors.iter().filter(|anchor| !own(anchor)) {
            let successor = same_text(anchor, entry, page);
            let ids = || chapter.anchors.iter().map(|anchor| anchor.id.as_str());
            let offer = successor.or_else(|| nearest(anchor, ids())).unwrap_or(TOP);
            let finding = Finding::new(&LOST_ANCHOR, chapter.path())
                .with("anchor", anchor.as_str())
                .with("present", offer)
                .with("version", self.version());
            contract.findings.push(match chapter.parsed.front.span {
                span if span.end > 0 => finding.at(span),
                _ => finding,
            });
            if let Some(present) = successor {
                let fix = contract.fixes.entry(chapter.path().clone()).or_default();
                fix.anchors.push((anchor.clone(), present.to_owned()));
            }
        }
    }

    /// Whether a chapter may get the id of the page whose place it takes: it has none of its own,
    /// and no other chapter of its language has it.
    fn may_get_id(&self, chapter: &Chapter, entry: &PageEntry) -> bool {
        let has = |other: &Arc<Chapter>| {
            other.edition == chapter.edition && Some(&other.id) == entry.id.as_ref()
        };
        chapter.parsed.front.id.is_none() && !self.site.chapters.iter().any(has)
    }

    /// The chapters of a language that the last release hadn't.
    fn fresh(&self, lang: &'a str) -> impl Iterator<Item = (&'a Chapter, &'a PageEntry)> {
        self.chapters.iter().filter_map(move |(address, chapter)| {
            let page = self.pages.get(*address)?;
            let fresh = page.lang == lang && !self.last.pages.contains_key(*address);
            fresh.then_some((*chapter, page))
        })
    }

    fn successor(&self, address: &str, entry: &'a PageEntry) -> Option<Successor<'a>> {
        let sure = |chapter| Successor {
            chapter,
            sure: true,
        };
        let likely = |chapter| Successor {
            chapter,
            sure: false,
        };
        let same_id = |page: &PageEntry| page.id == entry.id;
        let all = || {
            let with_page = |(address, chapter): (&&'a str, &&'a Chapter)| {
                Some((*chapter, self.pages.get(*address)?))
            };
            self.chapters.iter().filter_map(with_page)
        };
        let mut same = all().filter(|(_, page)| same_id(page) && page.lang == entry.lang);
        if let Some((chapter, _)) = same.next() {
            return Some(sure(chapter));
        }
        let only = |matches: &dyn Fn(&PageEntry) -> bool| {
            let mut found = self.fresh(&entry.lang).filter(|(_, page)| matches(page));
            let first = found.next()?;
            found.next().is_none().then_some(first.0)
        };
        let by_text = only(&|page| reads_like(&entry.sections, &page.sections));
        let by_title = || only(&|page| page.title == entry.title);
        if let Some(chapter) = by_text.or_else(by_title) {
            return Some(sure(chapter));
        }
        let name = |address: &str| {
            let address = address.trim_end_matches('/');
            address.rsplit('/').next().unwrap_or_default().to_owned()
        };
        let named = only(&|page| {
            let id = page.id.as_deref().unwrap_or_default();
            name(id) == name(address)
        });
        let translated = || all().find(|(_, page)| same_id(page)).map(|(c, _)| c);
        let similar = || {
            let near = nearest(address, self.chapters.keys().copied())?;
            self.chapters.get(near).copied()
        };
        named.or_else(translated).or_else(similar).map(likely)
    }

    /// The section that most chapters of a former one are in now.
    fn section(&self, address: &str, entry: &PageEntry) -> Option<Redirect> {
        if entry.ty != PageType::Section {
            return None;
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let below = self.last.pages.range(address.to_owned()..);
        for (_, page) in below.take_while(|(other, _)| other.starts_with(address)) {
            let same = |chapter: &&Arc<Chapter>| {
                let lang = &self.site.editions[chapter.edition].language;
                page.id.as_ref() == Some(&chapter.id) && page.lang == *lang
            };
            if let Some(chapter) = self.site.chapters.iter().find(same) {
                let section = self.site.section(chapter.section);
                *counts.entry(section.address.as_str()).or_default() += 1;
            }
        }
        let (most, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        Some(lead_to(most, self.pages.get(most)?))
    }
}

fn lead_to(address: &str, page: &PageEntry) -> Redirect {
    Redirect {
        to: address.to_owned(),
        title: page.title.clone(),
        lang: page.lang.clone(),
    }
}

/// The anchor, new on the page, of the only section that reads as the one at `anchor` did.
fn same_text<'p>(anchor: &str, former: &PageEntry, page: &'p PageEntry) -> Option<&'p str> {
    let at = |section: &&SectionEntry| section.anchor.as_deref() == Some(anchor);
    let hash = &former.sections.iter().find(at)?.hash;
    let mut same = page.sections.iter().filter(|section| {
        let anchor = section.anchor.as_ref();
        section.hash == *hash && anchor.is_some_and(|anchor| !former.anchors.contains(anchor))
    });
    let first = same.next()?.anchor.as_deref();
    if same.next().is_none() { first } else { None }
}

/// Whether at least half of the sections read the same.
fn reads_like(former: &[SectionEntry], present: &[SectionEntry]) -> bool {
    let hashes: BTreeSet<&str> = former.iter().map(|s| s.hash.as_str()).collect();
    let same = present.iter().filter(|s| hashes.contains(s.hash.as_str()));
    let count = same.count();
    count > 0 && count * 2 >= former.len().max(present.len())
}
