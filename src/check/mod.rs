//! Checks of content that need the whole site, one file each.
//!
//! 1. What a single file shows is gathered where that file is read, as facts; a check here looks at
//!    the facts of all files. Only a review reads texts again, for their wording, and each once.
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
use crate::kind::Prose;
use crate::link::Linked;
use crate::markdown::{Document, Facts, Settings, Wording};
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
        findings.extend(content.review());
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
    content.review()
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
    source: Source<'l>,
    settings: Settings<'l>,
}

/// Where a text is written.
enum Source<'l> {
    /// In a file, behind so many bytes.
    File(&'l str, usize),
    /// In a field, which has one place for all of it.
    Field(&'l Prose),
}

impl<'l> Text<'l> {
    fn wording(&self) -> &'l Wording {
        self.document.wording(|| match self.source {
            Source::File(text, offset) => Wording::read(text, offset, self.settings),
            Source::Field(prose) => {
                let mut wording = Wording::read(&prose.text, 0, self.settings);
                wording.spans(|span| *span = prose.span);
                wording
            }
        })
    }
}

impl<'l> Content<'l> {
    fn run(&self, checks: &[Check]) -> Vec<Finding> {
        let found = checks.par_iter().flat_map(|check| check(self));
        found.collect()
    }

    /// What a review finds. The wording of all texts is read on all cores, if it isn't yet.
    fn review(&self) -> Vec<Finding> {
        let texts: Vec<_> = self.texts().collect();
        texts.par_iter().for_each(|text| {
            text.wording();
        });
        self.run(&REVIEW)
    }

    /// All texts, in the order of their paths, those of fields behind them.
    fn texts(&self) -> impl Iterator<Item = Text<'l>> {
        let site = &self.linked.site;
        let texts = site.texts.iter().map(|(path, parsed)| Text {
            path,
            document: &parsed.document,
            edition: parsed.edition,
            source: Source::File(parsed.text(), parsed.body),
            settings: Settings::of(&site.config, parsed.edition),
        });
        let fields = site.chapters.iter().flat_map(|chapter| {
            let prose = chapter.fields.prose().into_iter();
            prose
                .zip(chapter.prose.iter())
                .map(|(prose, document)| Text {
                    path: chapter.path(),
                    document,
                    edition: chapter.edition,
                    source: Source::Field(prose),
                    settings: Settings::of(&site.config, chapter.parsed.edition),
                })
        });
        texts.chain(fields)
    }

    /// What `find` finds in the facts of every text.
    fn each(&self, find: impl FnMut(&HandbookPath, &Facts, &mut Vec<Finding>)) -> Vec<Finding> {
        self.gather(|text| &text.document.facts, find)
    }

    /// What `find` finds in the wording of every text.
    fn each_wording(
        &self,
        find: impl FnMut(&HandbookPath, &Wording, &mut Vec<Finding>),
    ) -> Vec<Finding> {
        self.gather(Text::wording, find)
    }

    fn gather<T: 'l>(
        &self,
        part: impl Fn(&Text<'l>) -> &'l T,
        mut find: impl FnMut(&HandbookPath, &T, &mut Vec<Finding>),
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for text in self.texts() {
            find(text.path, part(&text), &mut findings);
        }
        findings
    }
}
