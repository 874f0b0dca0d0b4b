//! Findings as one JSON document of the program's own.

use serde::Serialize;

use super::{Entry, Severity};

#[derive(Serialize)]
struct Report<'e> {
    /// Rises when a program that reads this would have to change.
    version: u32,
    findings: &'e [Entry],
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    note: usize,
}

/// The document.
pub fn write(entries: &[Entry]) -> String {
    let count = |severity| {
        let of = |entry: &&Entry| entry.severity == severity;
        entries.iter().filter(of).count()
    };
    let report = Report {
        version: 1,
        findings: entries,
        counts: Counts {
            error: count(Severity::Error),
            warning: count(Severity::Warning),
            note: count(Severity::Note),
        },
    };
    super::pretty(&report)
}
