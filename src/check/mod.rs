//! Checks of content that need the whole site, one file each.
//!
//! 1. What a single file shows is gathered where that file is read, as facts; a check here looks at
//!    the facts of all files, and never at their text again.
//! 2. [`all`] runs every check that tells what would break a page.
//! 3. Where the run is a review, it also runs those that tell what readers would stumble over. A
//!    build leaves them out.

mod abbreviations;
mod code;
mod credits;
mod foreign;
mod gender;
mod headings;
mod images;
mod legal;
mod link_text;
mod overdue;
mod own_site;
mod positions;
pub mod queries;
mod relations;
mod sentences;
mod styles;
mod tables;
pub mod translations;
mod unlinked;
mod unused;
pub mod version;
mod videos;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::Finding;
use crate::link::Linked;
use crate::markdown::{Document, Facts};
use crate::site::Options;
use crate::source::{HandbookPath, Snapshot};

type Check = fn(&Content<'_>) -> Vec<Finding>;

/// What would break a page, or the law for sure.
const ALWAYS: [Check; 6] = [
    code::languages,
    queries::pages,
    images::alternatives,
    link_text::empty,
    styles::outside,
    |content| translations::all(content.linked),
];

/// What readers would stumble over.
const REVIEW: [Check; 17] = [
    abbreviations::unexplained,
    credits::missing,
    foreign::passages,
    gender::signs,
    headings::levels,
    images::names,
    legal::pages,
    link_text::says_nothing,
    overdue::chapters,
    own_site::links,
    positions::photos,
    relations::circles,
    sentences::long,
    tables::headers,
    unlinked::chapters,
    unused::files,
    videos::captions,
];

/// Everything that the checks find; of a review only where the options give a date for it.
pub fn all(linked: &Linked, snapshot: &Snapshot, options: Options) -> Vec<Finding> {
    let content = Content {
        linked,
        snapshot,
        today: options.today,
    };
    let mut findings = content.run(&ALWAYS);
    if options.today.is_some() {
        findings.extend(content.run(&REVIEW));
    }
    findings
}

/// What a review finds on the date `today`.
pub fn review(linked: &Linked, snapshot: &Snapshot, today: Date) -> Vec<Finding> {
    let content = Content {
        linked,
        snapshot,
        today: Some(today),
    };
    content.run(&REVIEW)
}

/// What the checks look at.
struct Content<'l> {
    linked: &'l Linked,
    snapshot: &'l Snapshot,
    today: Option<Date>,
}

/// One text: a file's, or that of a field with Markdown.
struct Text<'l> {
    path: &'l HandbookPath,
    document: &'l Document,
    /// Number of its language's edition.
    edition: usize,
}

impl<'l> Content<'l> {
    fn run(&self, checks: &[Check]) -> Vec<Finding> {
        let found = checks.par_iter().flat_map(|check| check(self));
        found.collect()
    }

    /// All texts, in the order of their paths, those of fields behind them.
    fn texts(&self) -> impl Iterator<Item = Text<'l>> {
        let site = &self.linked.site;
        let texts = site.texts.iter().map(|(path, parsed)| Text {
            path,
            document: &parsed.document,
            edition: parsed.edition,
        });
        let fields = site.chapters.iter().flat_map(|chapter| {
            chapter.prose.iter().map(|document| Text {
                path: chapter.path(),
                document,
                edition: chapter.edition,
            })
        });
        texts.chain(fields)
    }

    /// What `find` finds in the facts of every text.
    fn each(&self, mut find: impl FnMut(&HandbookPath, &Facts, &mut Vec<Finding>)) -> Vec<Finding> {
        let mut findings = Vec::new();
        for text in self.texts() {
            find(text.path, &text.document.facts, &mut findings);
        }
        findings
    }
}
