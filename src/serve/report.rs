//! Findings, as browsers show them.
//!
//! 1. A [`Report`] has all findings, and the texts that they are in.
//! 2. A page gets [its own](Report::of_page): errors that keep it from being shown as it is now lie over
//!    it, all else is counted in a corner that opens.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::human::{Style, finding};
use crate::diagnostic::{Code, Counts, Finding, Identity, Severity, codes, count, identities};
use crate::pipeline::{Preview, version};
use crate::source::{FileText, Snapshot, Source};
use crate::text::{Args, Language, program};
use crate::theme::Theme;

/// How many findings a browser lists.
const LISTED_MAX: usize = 20;

/// What matters only when the handbook is published: it is said on the page that it is about, in the review
/// and by `check`, and nowhere else while somebody writes.
const WHEN_PUBLISHED: [&Code; 1] = [&codes::PLACEHOLDER_IN_LEGAL_PAGE];

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
    /// How many errors this page has, in words.
    here: String,
    /// Whether there is an error anywhere.
    errors: bool,
    /// What the button is called that puts findings away.
    close: String,
    /// What the link to the review desk is called.
    desk: String,
    /// What the button is called that opens the place of a finding.
    edit: String,
    /// What to say when the program can't be reached.
    ended: String,
    /// The first findings, those of this page before others.
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    /// What it is known by while lines around it change.
    key: String,
    /// Its place, sentence, caret and what to do.
    text: String,
    /// Whether it is an error of this page.
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
        let is_of_page = |finding: &Finding| preview.keeps_back(&finding.place.path, file);
        let is_here =
            |finding: &&Finding| finding.severity == Severity::Error && is_of_page(finding);
        let shown = self.findings.iter();
        let shown = shown.filter(|finding| !waits(finding) || is_of_page(finding));
        let counts = count(shown.clone());
        let (here, others): (Vec<&Finding>, Vec<&Finding>) = shown.partition(is_here);
        // What is only worth knowing takes no place on a page.
        let listed_max = if counts == Counts::default() {
            0
        } else {
            LISTED_MAX
        };
        let listed = here.iter().chain(&others).take(listed_max);
        let listed: Vec<Finding> = listed.map(|finding| (*finding).clone()).collect();
        let theme = &preview.handbook().theme;
        let source = |path: &str| self.source(path, theme);
        let mut alike: BTreeMap<Identity, usize> = BTreeMap::new();
        let identities = identities(&listed, &source);
        let items = listed.iter().zip(identities).enumerate();
        let items = items.map(|(place, (found, identity))| {
            let number = alike.entry(identity.clone()).or_default();
            *number += 1;
            let style = Style { colour: false };
            Item {
                key: version(format!("{identity:?} {number}").as_bytes()),
                text: finding(found, program(self.language), &source, style),
                here: place < here.len(),
                place: place_of(found, &source),
            }
        });
        let items = items.collect();
        let texts = program(self.language);
        PageReport {
            title: self.counted(counts),
            here: texts
                .get("watch-here", &Args::from([("errors", here.len().into())]))
                .unwrap_or_default(),
            errors: counts.errors > 0,
            close: texts.plain("watch-close"),
            desk: texts.plain("watch-desk"),
            edit: texts.plain("watch-edit"),
            ended: texts.plain("watch-ended"),
            items,
        }
    }
}

fn waits(finding: &Finding) -> bool {
    WHEN_PUBLISHED.contains(&finding.code)
}

/// File and line of a finding that stands in the handbook.
fn place_of<'s>(
    finding: &Finding,
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Option<String> {
    let path = finding.place.path.inside()?;
    let text = source(path.as_str())?;
    let at = finding.place.span.map_or(0, |span| span.range().start);
    Some(format!("{path}:{}", text.line_index().position(at).line))
}

impl PageReport {
    /// By which a browser knows whether it has this one.
    pub(super) fn version(&self) -> String {
        version(&serde_json::to_vec(self).expect("it is plain data"))
    }
}
