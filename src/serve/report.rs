//! Findings, as browsers show them.
//!
//! 1. A [`Report`] has all findings, and the texts that they are in.
//! 2. A page gets [its own](Report::of_page): errors that keep it from being shown as it is now lie over
//!    it, all else is counted in a corner that opens.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::answer::version;
use crate::diagnostic::human::{Style, finding};
use crate::diagnostic::{Counts, Finding, Identity, Severity, count, identities};
use crate::pipeline::Preview;
use crate::source::{Snapshot, Source};
use crate::text::{Args, Language, program};

/// How many findings a browser lists.
const LISTED_MAX: usize = 20;

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
            counts: count(&findings),
            findings,
            sources,
        }
    }

    /// How many findings there are, in words.
    pub fn title(&self) -> String {
        let Counts { errors, warnings } = self.counts;
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
        let is_here = |finding: &&Finding| {
            finding.severity == Severity::Error && preview.keeps_back(&finding.place.path, file)
        };
        let (here, others): (Vec<&Finding>, Vec<&Finding>) =
            self.findings.iter().partition(is_here);
        // What is only worth knowing takes no place on a page.
        let listed_max = if self.counts == Counts::default() {
            0
        } else {
            LISTED_MAX
        };
        let listed = here.iter().chain(&others).take(listed_max);
        let listed: Vec<Finding> = listed.map(|finding| (*finding).clone()).collect();
        let theme = &preview.handbook().theme;
        let source = |path: &str| match self.sources.get(path) {
            Some(source) => Some(&source.text),
            None => theme.source(path),
        };
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
            }
        });
        let items = items.collect();
        let texts = program(self.language);
        PageReport {
            title: self.title(),
            here: texts
                .get("watch-here", &Args::from([("errors", here.len().into())]))
                .unwrap_or_default(),
            errors: self.counts.errors > 0,
            close: texts.plain("watch-close"),
            ended: texts.plain("watch-ended"),
            items,
        }
    }
}

impl PageReport {
    /// By which a browser knows whether it has this one.
    pub(super) fn version(&self) -> String {
        version(&serde_json::to_vec(self).expect("it is plain data"))
    }
}
