//! Findings: for people on stderr, for programs on stdout.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::Session;
use super::args::Format;
use crate::diagnostic::human::{Style, finding};
use crate::diagnostic::{Finding, entries, github, gitlab, json, sarif};
use crate::source::FileText;

/// How many findings are shown in full. Nobody reads more before fixing these.
const SHOWN_MAX: usize = 50;

/// Writes `findings` in the format that was asked for. `root` is that of the handbook.
pub(super) fn write<'a>(
    session: &Session,
    format: Format,
    root: &Path,
    findings: &[Finding],
    source: &impl Fn(&str) -> Option<&'a FileText>,
) {
    if format == Format::Human {
        return show(session, findings, source);
    }
    let entries = entries(findings, session.texts, source);
    let prefix = prefix(root);
    let text = match format {
        Format::Human | Format::Json => json::write(&entries),
        Format::Sarif => sarif::write(&entries, session.language, &prefix),
        Format::Github => github::write(&entries, &prefix),
        Format::Gitlab => gitlab::write(&entries, &prefix),
    };
    // Whoever reads only the beginning and closes the pipe has what they want.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// The way from the working folder to a handbook in it, with a slash at its end. Platforms run
/// their jobs at the root of the repository, and want paths as seen from there.
fn prefix(root: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let Ok(here) = here else {
        return String::new();
    };
    let names = root.strip_prefix(here).into_iter().flatten();
    names
        .map(|name| name.to_string_lossy().into_owned() + "/")
        .collect()
}

/// Shows `findings`, and behind the first ones how many there are of each sort.
pub(super) fn show<'a>(
    session: &Session,
    findings: &[Finding],
    source: &impl Fn(&str) -> Option<&'a FileText>,
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
