//! Checks of content that need the whole site, one file each.
//!
//! 1. What a single file shows is gathered where that file is read, as facts; a check here looks at
//!    the facts of all files. Only a review reads texts again, for their wording, and each once.
//! 2. [`all`] runs every check that tells what would break a page.
//! 3. Where the run is a review, it also runs those that tell what readers would stumble over. A
//!    build leaves them out.

mod abbreviations;
mod blocks;
mod code;
mod credits;
mod documents;
mod downloads;
mod drawings;
mod foreign;
mod gender;
mod headings;
mod images;
mod legal;
mod link_text;
mod names;
mod overdue;
mod own_machine;
mod own_site;
mod pictures;
mod placeholders;
mod portable;
mod positions;
pub mod queries;
mod relations;
mod sentences;
mod styles;
mod tables;
pub mod translations;
mod unlinked;
mod unlisted;
mod unused;
pub mod version;
mod videos;
mod withheld;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::config::{Config, EditionId};
use crate::diagnostic::Finding;
use crate::kind::MarkdownText;
use crate::link::Linked;
use crate::markdown::{Document, Facts, Settings, Wording};
use crate::site::{Chapter, Options, Parsed};
use crate::source::{HandbookPath, Snapshot};

type Check = fn(&Content<'_>) -> Vec<Finding>;

/// What would break a page, or the law for sure, and shows in a text by itself.
const IN_TEXT: [fn(&Text<'_>, &mut Vec<Finding>); 3] =
    [code::languages, images::alternatives, link_text::empty];

/// What else would.
const ALWAYS: [Check; 12] = [
    blocks::elsewhere,
    drawings::left_out,
    images::broken,
    images::captions,
    names::of_files,
    own_machine::links,
    queries::pages,
    styles::outside,
    |content| translations::all(content.linked),
    unlisted::links,
    unlisted::sections,
    withheld::files,
];

/// What readers would stumble over.
const REVIEW: [Check; 27] = [
    abbreviations::unexplained,
    credits::missing,
    documents::traces,
    downloads::unannounced,
    drawings::fonts,
    foreign::passages,
    gender::signs,
    headings::levels,
    images::names,
    images::texts,
    legal::pages,
    link_text::says_nothing,
    overdue::chapters,
    own_site::links,
    pictures::heavy,
    pictures::in_text,
    pictures::small,
    placeholders::left,
    portable::names,
    positions::photos,
    relations::circles,
    relations::successors,
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
    let mut findings = content.in_texts();
    findings.extend(content.run(&ALWAYS));
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
    edition: EditionId,
    source: Source<'l>,
}

/// Where a text is written.
enum Source<'l> {
    File(&'l Parsed),
    /// In a field of a chapter.
    Field(&'l Chapter, &'l MarkdownText),
}

impl<'l> Text<'l> {
    fn wording(&self, config: &Config) -> &'l Wording {
        let read = || match self.source {
            Source::File(parsed) => {
                let settings = Settings::of(config, parsed.edition);
                Wording::read(
                    parsed.text(),
                    &self.document.prepared,
                    parsed.body,
                    settings,
                )
            }
            Source::Field(chapter, markdown) => {
                let settings = Settings::of(config, chapter.parsed.edition);
                let places = markdown.places_in(&chapter.parsed.source.text);
                let mut wording =
                    Wording::read(&markdown.text, &self.document.prepared, 0, settings);
                wording.spans(|span| *span = places.place(*span));
                wording
            }
        };
        self.document.wording(read)
    }
}

impl<'l> Content<'l> {
    fn run(&self, checks: &[Check]) -> Vec<Finding> {
        let found = checks.par_iter().flat_map(|check| check(self));
        found.collect()
    }

    /// What shows in texts by themselves.
    fn in_texts(&self) -> Vec<Finding> {
        let texts: Vec<_> = self.texts().collect();
        let found = texts.par_iter().flat_map_iter(|text| {
            let mut findings = Vec::new();
            for check in IN_TEXT {
                check(text, &mut findings);
            }
            findings
        });
        found.collect()
    }

    /// What a review finds. The wording of all texts is read on all cores, if it isn't yet.
    fn review(&self) -> Vec<Finding> {
        let texts: Vec<_> = self.texts().collect();
        texts.par_iter().for_each(|text| {
            self.wording(text);
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
            source: Source::File(parsed),
        });
        let fields = site.chapters.iter().flat_map(|chapter| {
            let fields = chapter
                .markdown_fields
                .iter()
                .zip(chapter.fields.markdown());
            fields.map(|(document, markdown)| Text {
                path: chapter.path(),
                document,
                edition: chapter.edition,
                source: Source::Field(chapter, markdown),
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
        self.gather(|text| self.wording(text), find)
    }

    fn wording(&self, text: &Text<'l>) -> &'l Wording {
        text.wording(&self.linked.site.config)
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
