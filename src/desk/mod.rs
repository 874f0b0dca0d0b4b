//! The review desk: everything that somebody has to do for a handbook, by chapter and by the person in charge.
//!
//! 1. A [`Desk`] takes what was found, and adds what no mistake is: drafts, chapters that nothing leads to,
//!    reviews that are due soon.
//! 2. [`html`] writes it as a page, whose filters stand in its address; [`calendar`] writes the days of reviews for
//!    calendars.

mod calendar;
mod due;
mod html;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Entry, Finding, PlacePath, Severity, entries};
use crate::kind::Status;
use crate::link::Linked;
use crate::site::{Chapter, ChapterId, Parsed};
use crate::source::{FileText, HandbookPath};
use crate::text::{Args, Catalog, Language};

pub(crate) use html::Assets;

/// All that is to be done.
#[derive(Debug)]
pub(crate) struct Desk<'d> {
    linked: &'d Linked,
    texts: &'static Catalog,
    language: Language,
    /// The day as of which reviews are due.
    today: Date,
    /// When the addresses outside were asked for, if they ever were.
    asked_outside: Option<Date>,
    /// What there is to do, by file: those of chapters in the order of reading, then others by path.
    files: Vec<DeskFile>,
}

/// A file with which there is something to do.
#[derive(Debug)]
struct DeskFile {
    path: String,
    /// The title and the address of the chapter that it is.
    title: Option<String>,
    address: Option<String>,
    /// Who is in charge of it.
    person: Option<String>,
    matters: Vec<Matter>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Matter {
    sort: Sort,
    text: String,
    hint: Option<String>,
    /// The line that it is about; the file as a whole if it is about none.
    line: Option<usize>,
}

/// What there can be to do, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Error,
    Review,
    Search,
    Outside,
    Translation,
    Warning,
    Draft,
    Unlisted,
    Note,
}

impl Sort {
    const ALL: [Self; 9] = [
        Self::Error,
        Self::Review,
        Self::Search,
        Self::Outside,
        Self::Translation,
        Self::Warning,
        Self::Draft,
        Self::Unlisted,
        Self::Note,
    ];

    /// Its name in addresses and in the ids of messages.
    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Review => "review",
            Self::Search => "search",
            Self::Outside => "outside",
            Self::Translation => "translation",
            Self::Warning => "warning",
            Self::Draft => "draft",
            Self::Unlisted => "unlisted",
            Self::Note => "note",
        }
    }

    fn of(entry: &Entry) -> Self {
        match entry.slug {
            "stale-translation"
            | "unknown-version"
            | "missing-translation"
            | "too-few-translations" => Self::Translation,
            "search-not-found" | "search-wrongly-found" => Self::Search,
            slug if slug.starts_with("external-") => Self::Outside,
            _ => match entry.severity {
                Severity::Error => Self::Error,
                Severity::Warning => Self::Warning,
                Severity::Note => Self::Note,
            },
        }
    }
}

/// What a desk is made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sources<'d> {
    /// The handbook.
    pub linked: &'d Linked,
    /// All that was found in it.
    pub findings: &'d [Finding],
    /// The day as of which reviews are due.
    pub today: Date,
    /// When the addresses outside were asked for, if they ever were.
    pub asked_outside: Option<Date>,
    /// The language of the desk.
    pub language: Language,
}

impl<'d> Desk<'d> {
    /// All that is to be done for a handbook; `source` gives the text of a path.
    pub fn new<'s>(sources: Sources<'d>, source: &impl Fn(&str) -> Option<&'s FileText>) -> Self {
        let Sources {
            linked,
            findings,
            today,
            asked_outside,
            language,
        } = sources;
        let texts = crate::text::program(language);
        let mut matters: BTreeMap<String, Vec<Matter>> = BTreeMap::new();
        let mut add = |path: &str, matter: Matter| {
            matters.entry(path.to_owned()).or_default().push(matter);
        };
        // Overdue reviews are among those that are due.
        let is_told = |entry: &Entry| entry.slug != "review-overdue";
        for entry in entries(findings, texts, source).into_iter().filter(is_told) {
            let path = entry.location.path.clone();
            add(&path, Matter::of(entry));
        }
        let desk = Self {
            linked,
            texts,
            language,
            today,
            asked_outside,
            files: Vec::new(),
        };
        for (path, parsed) in linked.site.texts.iter() {
            for matter in desk.of_text(parsed) {
                add(path.as_str(), matter);
            }
        }
        let mut files: Vec<_> = matters
            .into_iter()
            .map(|(path, matters)| desk.file(path, matters))
            .collect();
        files.sort_by_cached_key(|(order, file)| (*order, file.path.clone()));
        Self {
            files: files.into_iter().map(|(_, file)| file).collect(),
            ..desk
        }
    }

    /// What there is to do with a text that is no mistake.
    fn of_text(&self, parsed: &Parsed) -> Vec<Matter> {
        if parsed.is_part(&self.linked.site.config) {
            return Vec::new();
        }
        let front = &parsed.front;
        let status = match front.status {
            Status::Draft => Some(Sort::Draft),
            Status::Unlisted => Some(Sort::Unlisted),
            _ => None,
        };
        let status = status.map(|sort| Matter {
            sort,
            text: self.text(&format!("desk-is-{}", sort.name())),
            hint: None,
            line: None,
        });
        let due = due::of(parsed).filter(|due| due.is_near(self.today));
        let due = due.map(|due| Matter {
            sort: Sort::Review,
            text: self.due(due.date),
            hint: None,
            line: Some(due.line),
        });
        due.into_iter().chain(status).collect()
    }

    fn due(&self, date: Date) -> String {
        let id = if date < self.today {
            "desk-overdue"
        } else {
            "desk-due"
        };
        self.dated(id, date)
    }

    /// A message that names a day, as its language writes it.
    fn dated(&self, id: &str, date: Date) -> String {
        let day = match self.language {
            Language::German => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
            Language::English => date.to_string(),
        };
        let args = Args::from([("date", day.into())]);
        self.texts.get(id, &args).unwrap_or_default()
    }

    /// A file, with what it is sorted by.
    fn file(&self, path: String, mut matters: Vec<Matter>) -> (Option<(bool, usize)>, DeskFile) {
        let site = &self.linked.site;
        matters.sort_by_key(|matter| (matter.sort, matter.line));
        let id = site.at_path(&path);
        let chapter = id.map(|id| site.chapter(id));
        let text = site.texts.get(path.as_str());
        let person = match (chapter, text) {
            (Some(chapter), _) => chapter.parsed.front.contact.clone(),
            (None, Some(parsed)) if parsed.is_part(&site.config) => self.includes(&path),
            (None, Some(parsed)) => parsed.front.contact.clone(),
            (None, None) => None,
        };
        // Behind chapters come texts that are none, then everything else.
        let order = match (id, text) {
            (Some(ChapterId(number)), _) => Some((false, number)),
            (None, Some(_)) => Some((true, 0)),
            (None, None) => Some((true, 1)),
        };
        let title =
            text.and_then(|parsed| parsed.front.title.as_deref().or(parsed.document.title()));
        let file = DeskFile {
            title: chapter
                .map(|chapter| chapter.title.as_str())
                .or(title)
                .map(str::to_owned),
            address: chapter.map(|chapter| chapter.address.clone()),
            person,
            path,
            matters,
        };
        (order, file)
    }

    /// Who is in charge of the first chapter that puts in the text at `path`.
    fn includes(&self, path: &str) -> Option<String> {
        let puts_in = |chapter: &&std::sync::Arc<Chapter>| {
            let mut includes = chapter.includes.iter();
            includes.any(|text| text.source.path.as_str() == path)
        };
        let mut chapters = self.linked.site.chapters.iter();
        let chapter = chapters.find(puts_in)?;
        chapter.parsed.front.contact.clone()
    }

    /// The days of all reviews, for calendars. The same bytes for the same handbook and day.
    pub fn calendar(&self) -> String {
        calendar::write(self.linked, self.texts, self.language, self.today)
    }

    fn text(&self, id: &str) -> String {
        self.texts.plain(id)
    }
}

impl Matter {
    fn of(entry: Entry) -> Self {
        Self {
            sort: Sort::of(&entry),
            line: entry.location.region.map(|region| region.start.line),
            hint: entry.hint,
            text: entry.message,
        }
    }
}

impl DeskFile {
    /// Whether it lies in the handbook, so that an editor can open it.
    fn is_inside(&self) -> bool {
        let place = PlacePath::from_root(&self.path);
        place
            .inside()
            .is_some_and(|path: &HandbookPath| !path.as_str().is_empty())
    }
}
