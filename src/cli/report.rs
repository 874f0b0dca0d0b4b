//! Findings on stderr.

use std::collections::BTreeMap;

use super::Session;
use crate::diagnostic::human::{Style, finding};
use crate::diagnostic::{Finding, Severity};
use crate::source::Source;

/// How many findings are shown in full. Nobody reads more before mending these.
const SHOWN_MAX: usize = 50;

/// Shows `findings`, and behind the first ones how many there are of each sort.
pub(super) fn show<'a>(
    session: &Session,
    findings: &[Finding],
    source: &impl Fn(&str) -> Option<&'a Source>,
) {
    let style = Style {
        colour: session.colour,
    };
    for shown in findings.iter().take(SHOWN_MAX) {
        eprintln!("{}\n", finding(shown, session.texts, source, style));
    }
    if findings.len() > SHOWN_MAX {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in findings {
            *counts.entry(finding.code.slug).or_default() += 1;
        }
        let args = [
            ("shown", SHOWN_MAX.into()),
            ("total", findings.len().into()),
        ];
        eprintln!("{}", session.text("more-findings", args));
        for (slug, count) in counts {
            eprintln!("{count:>7}  {slug}");
        }
        eprintln!();
    }
}

/// How many errors and warnings there are.
pub(super) fn count(findings: &[Finding]) -> (usize, usize) {
    let of = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    (of(Severity::Error), of(Severity::Warning))
}
