//! Findings as a code quality report of GitLab CI, which shows them in merge requests.

use serde::Serialize;

use super::{Entry, Severity};

#[derive(Serialize)]
struct Issue<'e> {
    check_name: &'e str,
    description: String,
    fingerprint: &'e str,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// The report. `prefix` is put before every path: the platform wants them as seen from the
/// repository's root.
pub fn write(entries: &[Entry], prefix: &str) -> String {
    let issues: Vec<Issue<'_>> = entries.iter().map(|entry| issue(entry, prefix)).collect();
    super::pretty(&issues)
}

fn issue<'e>(entry: &'e Entry, prefix: &str) -> Issue<'e> {
    let region = entry.location.region;
    Issue {
        check_name: entry.slug,
        description: entry.text(),
        fingerprint: &entry.fingerprint,
        severity: match entry.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Location {
            path: format!("{prefix}{}", entry.location.path),
            // A line is asked for even where the file as a whole is meant.
            lines: Lines {
                begin: region.map_or(1, |region| region.start.line),
            },
        },
    }
}
