//! Findings: what is wrong with a handbook, where, and what to type instead.
//!
//! 1. A stage makes a [`Finding`] from a [`Code`], the [`Place`], and the arguments of its message.
//!    All codes are declared once, in [`codes`].
//!    Making one is the cheapest way to fail: no stage stops at its first.
//! 2. [`normalize`] sorts the findings of a run, drops doubles and applies the handbook's severities.
//! 3. [`human`] shows them to people. The words come from the program's Fluent files, where each
//!    slug has a message (what is wrong) and its attribute `hint` (what to do).
//! 4. [`entries`] gives them words and lines for programs; [`json`], [`sarif`], [`github`] and
//!    [`gitlab`] write those down. An [`Identity`] tells whether a finding is one of a former run.
//! 5. A [`Fix`] fixes a finding for certain; [`apply`] makes it. [`Suggestions`] find the
//!    right spelling for a wrong one.
//! 6. [`explanations`] say more about each sort, with an example of wrong and right.

pub mod codes;
mod entry;
pub mod explanations;
mod fix;
pub mod github;
pub mod gitlab;
pub mod human;
mod identity;
pub mod json;
mod place;
mod prefix_tree;
pub mod sarif;
mod suggestions;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::source::Span;
use crate::text::{Arg, Args};

pub use entry::{EditEntry, Entry, FixEntry, Location, Region, Related, entries};
pub use fix::{Edit, Fix, Fixed, apply, is_plain};
pub use identity::{Identity, identities};
pub use place::{Place, PlacePath};
pub use suggestions::{Match, Suggestions};

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

/// A sort of finding, known by its slug for good. All of them stand in [`codes`].
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    /// Stable name, also the id of its message.
    pub slug: &'static str,
    /// Severity where the handbook doesn't set another.
    pub severity: Severity,
    /// Whether the handbook can't set another: nothing whole could be published with it.
    pub severity_locked: bool,
    /// The arguments that a finding of this sort may give to its message.
    pub args: &'static [(&'static str, ArgType)],
}

impl Code {
    /// Whether its message takes `arg` under this name.
    fn takes(&self, name: &str, arg: &Arg) -> bool {
        let declared = self.args.iter().find(|(declared, _)| *declared == name);
        declared.is_some_and(|(_, ty)| ty.fits(arg))
    }
}

/// What an argument of a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArgType {
    /// Words that are put in as they are.
    Text,
    /// A number, which the message may count by.
    Number,
    /// The id of another message, or words.
    Message,
}

impl ArgType {
    fn fits(self, arg: &Arg) -> bool {
        match arg {
            Arg::Text(_) | Arg::Localized(_) => self != Self::Number,
            Arg::Number(_) => self == Self::Number,
            Arg::Message(_) => self == Self::Message,
        }
    }
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
    pub suggestion: Option<String>,
    /// A second place that belongs to it.
    pub related: Option<RelatedPlace>,
    /// What would fix it, where that is safe to do without asking what the author meant.
    pub fix: Option<Fix>,
}

/// A second place that belongs to a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct RelatedPlace {
    /// Where.
    pub place: Place,
    /// The id of the message that labels it.
    pub label: &'static str,
}

impl Finding {
    /// A finding about the whole file at `path`.
    pub fn new(code: &'static Code, path: impl Into<PlacePath>) -> Self {
        Self {
            code,
            severity: code.severity,
            place: Place {
                path: path.into(),
                span: None,
            },
            args: Args::new(),
            suggestion: None,
            related: None,
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
        self.set_arg(name, arg);
        self
    }

    /// As [`Finding::with`], for one that is in its list already.
    pub fn set_arg(&mut self, name: &'static str, arg: impl Into<Arg>) {
        let arg = arg.into();
        debug_assert!(
            self.code.takes(name, &arg),
            "the code {} declares no argument `{name}` for {arg:?}",
            self.code.slug
        );
        self.args.insert(name, arg);
    }

    /// Offers the candidate that is most like `word`, if one is like it.
    #[must_use]
    pub fn suggesting(self, word: &str, candidates: &Suggestions<'_>) -> Self {
        let nearest = candidates.nearest(word).map(str::to_owned);
        self.with_suggestion(nearest)
    }

    /// Offers a right spelling.
    #[must_use]
    pub fn with_suggestion(mut self, spelling: Option<String>) -> Self {
        self.suggestion = spelling;
        self
    }

    /// Shows a second place under the label that the message `label` gives.
    #[must_use]
    pub fn with_related(mut self, place: Place, label: &'static str) -> Self {
        self.related = Some(RelatedPlace { place, label });
        self
    }

    /// Says what fixes it: `text` in the place of `span`, in the file that the finding is about.
    #[must_use]
    pub fn with_fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.set_fix(span, text);
        self
    }

    /// As [`Finding::with_fix`], for one that is in its list already.
    pub fn set_fix(&mut self, span: Span, text: impl Into<String>) {
        self.set_fixes(vec![Edit {
            span,
            text: text.into(),
        }]);
    }

    /// As [`Finding::set_fix`], with several changes, in order and apart from each other; none fix nothing.
    pub fn set_fixes(&mut self, edits: Vec<Edit>) {
        // Only files of the handbook are ever changed.
        let path = self.place.path.inside().filter(|_| !edits.is_empty());
        self.fix = path.cloned().map(|path| Fix { path, edits });
    }

    fn key(&self) -> impl Ord + use<> {
        let args: Vec<(&'static str, String)> = self
            .args
            .iter()
            .map(|(name, arg)| (*name, format!("{arg:?}")))
            .collect();
        (self.place.clone(), self.code.slug, args)
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

/// Sorts findings by place, drops doubles and what only follows from others, and applies the handbook's levels by slug where they
/// may differ.
pub fn normalize(findings: &mut Vec<Finding>, levels: &BTreeMap<String, Level>) {
    findings.retain_mut(|finding| match levels.get(finding.code.slug) {
        _ if finding.code.severity_locked => true,
        Some(Level::Off) => false,
        Some(Level::As(severity)) => {
            finding.severity = *severity;
            true
        }
        None => true,
    });
    drop_consequences(findings);
    findings.sort_by_cached_key(Finding::key);
    findings.dedup();
}

/// Drops what only follows from others of the `findings`.
fn drop_consequences(findings: &mut Vec<Finding>) {
    let causes = Causes::of(findings);
    findings.retain(|finding| !causes.explain(finding));
}

/// Drops from what a `review` found what only follows from the `causes`, which were found before it.
pub fn without_consequences(review: &mut Vec<Finding>, causes: &[Finding]) {
    let causes = Causes::of(causes);
    review.retain(|finding| !causes.explain(finding));
}

/// Files that can't be read. What is said of one as a whole may only follow from that; where nobody knows where its
/// front matter begins or ends, all may.
struct Causes {
    unreadable: BTreeSet<PlacePath>,
    endless: BTreeSet<PlacePath>,
}

impl Causes {
    fn of(findings: &[Finding]) -> Self {
        let paths = |hides: fn(&Finding) -> bool| {
            let findings = findings.iter().filter(|finding| hides(finding));
            findings.map(|finding| finding.place.path.clone()).collect()
        };
        Self {
            unreadable: paths(|finding| {
                let slug = finding.code.slug;
                slug.starts_with("yaml-") || slug.starts_with("front-matter-")
            }),
            endless: paths(has_no_bounds),
        }
    }

    fn explain(&self, finding: &Finding) -> bool {
        let Place { path, span } = &finding.place;
        span.is_none() && self.unreadable.contains(path)
            || !has_no_bounds(finding) && self.endless.contains(path)
    }
}

/// Whether it says that nobody knows where the front matter of its file begins or ends.
fn has_no_bounds(finding: &Finding) -> bool {
    let codes = [
        codes::FRONT_MATTER_UNCLOSED.slug,
        codes::FRONT_MATTER_WITHOUT_FENCE.slug,
    ];
    codes.contains(&finding.code.slug)
}

/// A document for programs, with a line break at its end.
fn pretty(document: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(document);
    json.expect("texts and numbers can be written as JSON") + "\n"
}

/// How many findings there are of the severities that decide how a run ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Counts `findings` by severity.
pub fn count<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Counts {
    let mut counts = Counts::default();
    for finding in findings {
        match finding.severity {
            Severity::Error => counts.errors += 1,
            Severity::Warning => counts.warnings += 1,
            Severity::Note => {}
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_normalized_in_order_without_doubles() {
        let finding = |path: &str, at: usize| {
            Finding::new(&codes::UNKNOWN_FIELD, PlacePath::from_root(path))
                .at(Span::new(at..at + 1))
                .with("key", "x")
        };
        let mut findings = vec![
            finding("b", 1),
            finding("a", 7),
            finding("a", 2),
            finding("b", 1),
        ];
        normalize(&mut findings, &BTreeMap::new());
        assert_eq!(
            findings,
            [finding("a", 2), finding("a", 7), finding("b", 1)]
        );
        normalize(
            &mut findings,
            &BTreeMap::from([("unknown-field".into(), Level::Off)]),
        );
        assert_eq!(findings, []);
    }
}
