//! Findings: what is wrong with a handbook, where, and what to type instead.
//!
//! 1. A stage makes a [`Finding`] from a [`Code`], the place, and the arguments of its message.
//!    Making one is the cheapest way to fail: no stage stops at its first.
//! 2. [`settle`] sorts the findings of a run, drops doubles and applies the handbook's severities.
//! 3. [`human`] shows them to people. The words come from the program's Fluent files, where each
//!    slug has a message (what is wrong) and its attribute `hint` (what to do).
//! 4. [`entries`] gives them words and lines for programs; [`json`], [`sarif`], [`github`] and
//!    [`gitlab`] write those down. An [`Identity`] tells whether a finding is one of a former run.
//! 5. A [`Fix`] is what mends a finding for certain; [`apply`] makes it.
//! 6. [`explanations`] say more about each sort, with an example of wrong and right.

mod entry;
pub mod explanations;
mod fix;
pub mod github;
pub mod gitlab;
pub mod human;
mod identity;
pub mod json;
pub mod sarif;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::source::{HandbookPath, Span};
use crate::text::{Arg, Args};

pub use entry::{EditEntry, Entry, FixEntry, Location, Position, Region, Related, entries};
pub use fix::{Fix, apply, certain, is_plain};
pub use identity::{Identity, identities};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The handbook can't be published like this.
    Error,
    /// Readers would stumble.
    Warning,
    /// Worth knowing.
    Note,
}

/// A sort of finding, known by its slug for good.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    /// Stable name, also the id of its message.
    pub slug: &'static str,
    /// Severity where the handbook doesn't set another.
    pub severity: Severity,
    /// Whether the handbook can't set another: nothing whole could be published with it.
    pub fixed: bool,
}

impl Code {
    /// A sort of finding that keeps a handbook from being published.
    pub const fn error(slug: &'static str) -> Self {
        Self {
            slug,
            severity: Severity::Error,
            fixed: false,
        }
    }

    /// A sort of finding with which no site can be made.
    pub const fn fatal(slug: &'static str) -> Self {
        Self {
            slug,
            severity: Severity::Error,
            fixed: true,
        }
    }

    /// A sort of finding that readers would stumble over.
    pub const fn warning(slug: &'static str) -> Self {
        Self {
            slug,
            severity: Severity::Warning,
            fixed: false,
        }
    }

    /// A sort of finding that is worth knowing.
    pub const fn note(slug: &'static str) -> Self {
        Self {
            slug,
            severity: Severity::Note,
            fixed: false,
        }
    }
}

/// A place in a file, or a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: HandbookPath,
    /// The bytes in it.
    pub span: Option<Span>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Its sort.
    pub code: &'static Code,
    /// How bad it is in this handbook.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What the message names.
    pub args: Args,
    /// The right spelling that is most like what was found.
    pub nearest: Option<String>,
    /// A second place that belongs to it, and the message that labels it.
    pub other: Option<(Place, &'static str)>,
    /// What would mend it, where that is safe to do without asking what the author meant.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding about the whole file at `path`.
    pub fn new(code: &'static Code, path: &HandbookPath) -> Self {
        Self {
            code,
            severity: code.severity,
            place: Place {
                path: path.clone(),
                span: None,
            },
            args: Args::new(),
            nearest: None,
            other: None,
            fix: None,
        }
    }

    /// Says where in the file.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.place.span = Some(span);
        self
    }

    /// Gives the message's argument `name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.insert(name, arg.into());
        self
    }

    /// Offers the candidate that is most like `word`, if one is like it.
    #[must_use]
    pub fn nearest<'a>(self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        let nearest = nearest(word, candidates).map(str::to_owned);
        self.offering(nearest)
    }

    /// Offers a right spelling.
    #[must_use]
    pub fn offering(mut self, spelling: Option<String>) -> Self {
        self.nearest = spelling;
        self
    }

    /// Shows a second place under the label that the message `label` gives.
    #[must_use]
    pub fn and_at(mut self, place: Place, label: &'static str) -> Self {
        self.other = Some((place, label));
        self
    }

    /// Says what mends it: `text` in the place of `span`, in the file that the finding is about.
    #[must_use]
    pub fn mended_by(mut self, span: Span, text: impl Into<String>) -> Self {
        self.mend(span, text);
        self
    }

    /// As [`Finding::mended_by`], for one that is in its list already.
    pub fn mend(&mut self, span: Span, text: impl Into<String>) {
        self.fix = Some(Fix {
            path: self.place.path.clone(),
            edits: vec![(span, text.into())],
        });
    }

    fn key(&self) -> impl Ord + '_ {
        let args: Vec<(&str, String)> = self
            .args
            .iter()
            .map(|(name, arg)| (*name, format!("{arg:?}")))
            .collect();
        (&self.place, self.code.slug, args)
    }
}

/// What a handbook makes of a sort of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Reported with this severity.
    As(Severity),
    /// Not reported.
    Off,
}

/// Sorts findings by place, drops doubles, and applies the handbook's levels by slug where they
/// may differ.
pub fn settle(findings: &mut Vec<Finding>, levels: &BTreeMap<String, Level>) {
    findings.retain_mut(|finding| match levels.get(finding.code.slug) {
        _ if finding.code.fixed => true,
        Some(Level::Off) => false,
        Some(Level::As(severity)) => {
            finding.severity = *severity;
            true
        }
        None => true,
    });
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings.dedup();
}

/// A document for programs, with a line break at its end.
fn pretty(document: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(document);
    json.expect("texts and numbers can be written as JSON") + "\n"
}

/// The candidate that is most like `word`: at most a third of its letters differ, and none of a word
/// of one or two but in case. The first one wins among equals.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let length = folded.chars().count();
    let bound = length / 3;
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= bound)
        .map(|candidate| {
            (
                strsim::osa_distance(&folded, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(distance, _)| *distance <= bound)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many errors and warnings there are.
pub fn count(findings: &[Finding]) -> (usize, usize) {
    let of = |severity| {
        let of = findings
            .iter()
            .filter(|finding| finding.severity == severity);
        of.count()
    };
    (of(Severity::Error), of(Severity::Warning))
}

#[cfg(test)]
mod tests {
    use super::*;

    static BAD: Code = Code::error("unknown-field");

    #[test]
    fn the_nearest_spelling_is_near() {
        assert_eq!(nearest("sumary", ["title", "summary"]), Some("summary"));
        assert_eq!(nearest("Title", ["title", "summary"]), Some("title"));
        assert_eq!(nearest("farbe", ["title", "summary"]), None);
        assert_eq!(nearest("ab", ["xy"]), None);
    }

    #[test]
    fn findings_settle_in_order_without_doubles() {
        let finding = |path: &str, at: usize| {
            Finding::new(&BAD, &path.into())
                .at(Span::new(at..at + 1))
                .with("key", "x")
        };
        let mut findings = vec![
            finding("b", 1),
            finding("a", 7),
            finding("a", 2),
            finding("b", 1),
        ];
        settle(&mut findings, &BTreeMap::new());
        assert_eq!(
            findings,
            [finding("a", 2), finding("a", 7), finding("b", 1)]
        );
        settle(
            &mut findings,
            &BTreeMap::from([("unknown-field".into(), Level::Off)]),
        );
        assert_eq!(findings, []);
    }
}
