//! Findings, as browsers show them.
//!
//! 1. A [`Report`] has all findings, and the texts that they are in.
//! 2. A page gets [its own](Report::of_page): errors that it shows, or that keep it from being shown as it is now,
//!    lie over it; all else is counted in a corner that opens.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::human::severity_name;
use crate::diagnostic::{Code, Counts, Finding, Severity, codes, count, entries};
use crate::pipeline::{Preview, version};
use crate::source::{FileText, HandbookPath, Snapshot, Source};
use crate::text::{Args, Language, program};
use crate::theme::Theme;

/// How many findings a browser lists.
const LISTED_MAX: usize = 20;

/// How many characters of a line are shown before the place of a finding, in it and behind it.
const EXCERPT_MAX: usize = 80;

/// What matters only when the handbook is published: it is said on the page that it is about, in the review
/// and by `check`, and nowhere else while somebody writes.
const WHEN_PUBLISHED: [&Code; 2] = [&codes::PLACEHOLDER_IN_LEGAL_PAGE, &codes::LINK_TO_DRAFT];

/// What is wrong with a handbook.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    language: Language,
    counts: Counts,
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
            counts: count(findings.iter().filter(|finding| !waits(finding))),
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

    /// Whether there is nothing to count.
    pub fn is_clean(&self) -> bool {
        self.counts == Counts::default()
    }

    /// How many findings there are, in words.
    pub fn title(&self) -> String {
        self.counted(self.counts)
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
        let is_on =
            |finding: &Finding| file.is_some_and(|file| preview.is_on(&finding.place.path, file));
        let holds_back_all = |finding: &Finding| {
            finding.code.severity_locked && preview.holds_back_all(&finding.place.path)
        };
        let is_here = |finding: &Finding| {
            let concerns = is_on(finding) || holds_back_all(finding);
            concerns && finding.severity == Severity::Error && !waits(finding)
        };
        let shown = self.findings.iter();
        let mut shown: Vec<&Finding> = shown
            .filter(|finding| !waits(finding) || is_on(finding))
            .collect();
        let counts = count(shown.iter().copied());
        // Before anything else what lies over the page, then what else it has.
        shown.sort_by_key(|finding| (!is_here(finding), !is_on(finding), finding.severity));
        // What is only worth knowing takes no place on a page.
        let listed_max = if counts == Counts::default() {
            0
        } else {
            LISTED_MAX
        };
        let here = shown.iter().filter(|finding| is_here(finding));
        let (here, own) = (here.clone().count(), here.filter(|finding| is_on(finding)));
        let own = own.count();
        let listed: Vec<Finding> = shown.into_iter().take(listed_max).cloned().collect();
        let theme = &preview.handbook().theme;
        let source = |path: &str| self.source(path, theme);
        let texts = program(self.language);
        let items = listed.iter().zip(entries(&listed, texts, &source));
        let items = items.enumerate().map(|(place, (found, entry))| Item {
            key: entry.fingerprint,
            severity: entry.severity,
            label: texts.plain(severity_name(entry.severity)),
            message: entry.message,
            line: excerpt(found, &source),
            hint: entry.hint,
            at: self.at(found, &source),
            here: place < here,
            place: place_of(found, &source).map(|(path, line)| format!("{path}:{line}")),
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

    /// File and line of a finding, in words.
    fn at<'s>(&self, finding: &Finding, source: &impl Fn(&str) -> Option<&'s FileText>) -> String {
        let path = finding.place.path.as_str();
        let line = finding.place.span.and(place_of(finding, source));
        let in_words = line.and_then(|(_, line)| {
            let args = Args::from([("path", path.into()), ("line", line.into())]);
            program(self.language).get("watch-at", &args)
        });
        in_words.unwrap_or_else(|| path.to_owned())
    }
}

fn waits(finding: &Finding) -> bool {
    WHEN_PUBLISHED.contains(&finding.code)
}

/// File and line of a finding that stands in the handbook.
fn place_of<'s>(
    finding: &Finding,
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Option<(HandbookPath, usize)> {
    let path = finding.place.path.inside()?;
    let text = source(path.as_str())?;
    let at = finding.place.span.map_or(0, |span| span.range().start);
    Some((path.clone(), text.line_index().position(at).line))
}

/// The line in which a finding begins, as far as it is near: before its place, in it, and behind it.
fn excerpt<'s>(
    finding: &Finding,
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Option<[String; 3]> {
    let text = source(finding.place.path.as_str())?;
    let range = finding.place.span?.range();
    // An edited file may have become shorter.
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let line = text.line_index().line(start).range;
    let line = line.start..line.start + text[line.clone()].trim_end().len();
    let end = text.floor_char_boundary(range.end.clamp(start, line.end.max(start)));
    let start = start.min(line.end);
    let end = end.clamp(start, line.end);
    let (before, marked, behind) = (
        &text[line.start..start],
        &text[start..end],
        &text[end..line.end],
    );
    let cut = |text: &str| match text.char_indices().nth(EXCERPT_MAX) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    let letters = before.chars().count();
    let before = match before
        .char_indices()
        .nth(letters.saturating_sub(EXCERPT_MAX))
    {
        Some((at, _)) if at > 0 => format!("…{}", &before[at..]),
        _ => before.trim_start().to_owned(),
    };
    Some([before, cut(marked), cut(behind)])
}

impl PageReport {
    /// By which a browser knows whether it has this one.
    pub(super) fn version(&self) -> String {
        version(&serde_json::to_vec(self).expect("it is plain data"))
    }
}
