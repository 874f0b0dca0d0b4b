//! Findings, as browsers show them.
//!
//! 1. A [`Report`] has all findings, and the texts that they are in.
//! 2. A page gets [its own](Report::of_page): errors that it shows, or that keep it from being shown as it is now,
//!    lie over it; all else is counted in a corner that opens.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::human::{MarkedLine, marked_line, severity_name};
use crate::diagnostic::{Code, Counts, Finding, Location, Severity, codes, count, entries};
use crate::pipeline::{Preview, version};
use crate::source::{FileText, Snapshot, Source, Span};
use crate::text::{Args, Language, program};
use crate::theme::Theme;

/// How many findings a browser lists.
const LISTED_MAX: usize = 20;

/// How many characters of a line are shown before the place of a finding, in it and behind it.
const EXCERPT_MAX: usize = 80;

/// What matters only when the handbook is published: it is said on the page that it is about, on the desk,
/// at the terminal and by `check`, and by no other page while somebody writes.
const WHEN_PUBLISHED: [&Code; 2] = [&codes::PLACEHOLDER_IN_LEGAL_PAGE, &codes::LINK_TO_DRAFT];

/// What is wrong with a handbook.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    language: Language,
    findings: Vec<Finding>,
    sources: BTreeMap<String, Arc<Source>>,
}

/// What is wrong, as the browser that shows a page tells it.
#[derive(Debug, Serialize)]
pub(super) struct PageReport {
    /// How many findings there are, in words.
    title: String,
    /// How many errors this page has, or what holds all pages back, in words.
    here: String,
    /// What is said where the page is shown as it last was.
    #[serde(skip_serializing_if = "Option::is_none")]
    held_back: Option<String>,
    /// Whether there is an error anywhere.
    errors: bool,
    labels: Labels,
    /// The first findings, those of this page before others, errors before the rest.
    items: Vec<Item>,
}

/// What buttons and links are called, and what a browser says by itself.
#[derive(Debug, Serialize)]
struct Labels {
    /// Puts findings away.
    close: String,
    /// Leads to the review desk.
    desk: String,
    /// Opens the place of a finding.
    edit: String,
    /// Takes the path of a file into the clipboard, and has done so.
    copy: String,
    copied: String,
    /// Said when the program can't be reached.
    ended: String,
}

#[derive(Debug, Serialize)]
struct Item {
    /// What it is known by while lines around it change.
    key: String,
    /// How bad it is.
    severity: Severity,
    /// How bad, in a word.
    label: String,
    /// What is wrong.
    message: String,
    /// The line that it is in: what is before the place, the place, and what is behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<[String; 3]>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// Its file and line, in words.
    at: String,
    /// Whether it lies over this page.
    here: bool,
    /// Its file and line, if it is one of the handbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

impl Report {
    /// What is found in the texts of `snapshot`.
    pub fn new(findings: Vec<Finding>, language: Language, snapshot: &Snapshot) -> Self {
        let places = findings.iter().flat_map(|finding| {
            let related = finding.related.iter().map(|related| &related.place);
            related.chain([&finding.place])
        });
        let mut sources = BTreeMap::new();
        for path in places.map(|place| place.path.as_str()) {
            if !sources.contains_key(path)
                && let Some(source) = snapshot.text(path)
            {
                sources.insert(path.to_owned(), Arc::clone(source));
            }
        }
        Self {
            language,
            findings,
            sources,
        }
    }

    /// All that is wrong.
    pub(super) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The text of a file that something is wrong with.
    pub(super) fn source<'r>(&'r self, path: &str, theme: &'r Theme) -> Option<&'r FileText> {
        match self.sources.get(path) {
            Some(source) => Some(&source.text),
            None => theme.source(path),
        }
    }

    /// Whether nothing is wrong but what a handbook begins with: that names are still to be put in.
    pub fn is_as_begun(&self) -> bool {
        let placeholder = &codes::PLACEHOLDER_IN_LEGAL_PAGE;
        let counts = |finding: &&Finding| finding.severity != Severity::Note;
        let mut counted = self.findings.iter().filter(counts);
        counted.all(|finding| finding.code == placeholder)
    }

    /// How many findings the review desk has, in words: these, and those about addresses `outside`.
    pub fn total(&self, outside: &[Finding]) -> String {
        self.counted(count(self.findings.iter().chain(outside)))
    }

    fn counted(&self, Counts { errors, warnings }: Counts) -> String {
        let texts = program(self.language);
        let counts = [("errors", errors.into()), ("warnings", warnings.into())];
        match errors + warnings {
            0 => texts.plain("watch-clean"),
            _ => texts
                .get("watch-findings", &Args::from(counts))
                .unwrap_or_default(),
        }
    }

    /// What concerns the site's `file` in `preview`, or an address at which there is none.
    pub(super) fn of_page(&self, preview: &Preview, file: Option<&str>) -> PageReport {
        let texts = file.map_or_else(Vec::new, |file| preview.texts_on_page(file));
        let is_on = |finding: &Finding| {
            let path = finding.place.path.inside();
            path.is_some_and(|path| texts.contains(&path))
        };
        let holds_back_all = |finding: &Finding| {
            finding.code.severity_locked && preview.holds_back_all(&finding.place.path)
        };
        let is_here = |finding: &Finding| {
            let concerns = is_on(finding) || holds_back_all(finding);
            concerns && finding.severity == Severity::Error && !waits(finding)
        };
        // What is only worth knowing takes no place on a page, and isn't counted there: the desk has it.
        let counts_here = |finding: &&Finding| {
            finding.severity != Severity::Note && (!waits(finding) || is_on(finding))
        };
        let mut shown: Vec<&Finding> = self.findings.iter().filter(counts_here).collect();
        let counts = count(shown.iter().copied());
        // Before anything else what lies over the page, then what else it has.
        shown.sort_by_key(|finding| (!is_here(finding), !is_on(finding), finding.severity));
        let here = shown.iter().filter(|finding| is_here(finding));
        let (here, own) = (here.clone().count(), here.filter(|finding| is_on(finding)));
        let own = own.count();
        let listed: Vec<Finding> = shown.into_iter().take(LISTED_MAX).cloned().collect();
        let theme = &preview.handbook().theme;
        let source = |path: &str| self.source(path, theme);
        let texts = program(self.language);
        let items = listed.iter().zip(entries(&listed, texts, &source));
        let items = items.enumerate().map(|(number, (found, entry))| {
            let place = &found.place;
            let text = source(place.path.as_str());
            let line = entry.location.region.map_or(1, |region| region.start.line);
            Item {
                key: entry.fingerprint,
                severity: entry.severity,
                label: texts.plain(severity_name(entry.severity)),
                message: entry.message,
                line: text.zip(place.span).map(|(text, span)| excerpt(text, span)),
                hint: entry.hint,
                at: self.at(&entry.location),
                here: number < here,
                place: text
                    .and(place.path.inside())
                    .map(|path| format!("{path}:{line}")),
            }
        });
        let (id, errors) = match own {
            0 => ("watch-holds-all", here),
            own => ("watch-here", own),
        };
        let title = texts.get(id, &Args::from([("errors", errors.into())]));
        let is_held_back = file.is_some_and(|file| preview.is_held_back(file));
        PageReport {
            title: self.counted(counts),
            here: title.unwrap_or_default(),
            held_back: is_held_back.then(|| texts.plain("watch-held-back")),
            errors: counts.errors > 0,
            labels: Labels {
                close: texts.plain("watch-close"),
                desk: texts.plain("watch-desk"),
                edit: texts.plain("watch-edit"),
                copy: texts.plain("watch-copy"),
                copied: texts.plain("watch-copied"),
                ended: texts.plain("watch-ended"),
            },
            items: items.collect(),
        }
    }

    /// The file, and the line in it if that is known, in words.
    fn at(&self, location: &Location) -> String {
        let in_words = location.region.and_then(|region| {
            let path = ("path", location.path.as_str().into());
            let args = Args::from([path, ("line", region.start.line.into())]);
            program(self.language).get("watch-at", &args)
        });
        in_words.unwrap_or_else(|| location.path.clone())
    }
}

fn waits(finding: &Finding) -> bool {
    WHEN_PUBLISHED.contains(&finding.code)
}

/// The line in which a finding begins, as far as it is near: before its place, in it, and behind it.
fn excerpt(source: &FileText, span: Span) -> [String; 3] {
    let MarkedLine { text, place, .. } = marked_line(source, span);
    let text = text.trim_end();
    let (start, end) = (place.start.min(text.len()), place.end.min(text.len()));
    let cut = |text: &str| match text.char_indices().nth(EXCERPT_MAX) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    let before = &text[..start];
    let near = before.char_indices().rev().nth(EXCERPT_MAX - 1);
    let before = match near {
        Some((at, _)) if at > 0 => format!("…{}", &before[at..]),
        // Blanks at the beginning may be what is wrong.
        _ => before.to_owned(),
    };
    [before, cut(&text[start..end]), cut(&text[end..])]
}

impl PageReport {
    /// By which a browser knows whether it has this one.
    pub(super) fn version(&self) -> String {
        version(&serde_json::to_vec(self).expect("it is plain data"))
    }
}
