//! Findings: for people on stderr, for programs on stdout.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::Session;
use super::args::Format;
use crate::diagnostic::human::{Fold, Style, finding, folded};
use crate::diagnostic::{Finding, Severity, entries, github, gitlab, json, sarif};
use crate::source::FileText;

/// So many findings are shown in full, and errors always. Nobody reads more before fixing these.
const SHOWN_MAX: usize = 50;

/// So many places of findings that say the same are named.
const PLACES_MAX: usize = 5;

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
        Format::Human | Format::Html | Format::Ics | Format::Json => json::write(&entries),
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

/// Shows `findings`: every error, and of the others the first ones, with how many there are of each sort.
pub(super) fn show<'a>(
    session: &Session,
    findings: &[Finding],
    source: &impl Fn(&str) -> Option<&'a FileText>,
) {
    let style = Style {
        colour: session.colour,
    };
    let mut shown = 0;
    let mut left_out = 0;
    for Fold { first, rest } in folded(findings, session.texts) {
        if first.severity != Severity::Error && shown >= SHOWN_MAX {
            left_out += 1 + rest.len();
            continue;
        }
        shown += 1;
        errln!("{}", finding(first, session.texts, source, style));
        if !rest.is_empty() {
            let places = rest
                .iter()
                .take(PLACES_MAX)
                .map(|finding| place(finding, source));
            let mut places = places.collect::<Vec<_>>().join(", ");
            if rest.len() > PLACES_MAX {
                places.push_str(" …");
            }
            let args = [("count", rest.len().into()), ("places", places.into())];
            errln!("{}", session.text("more-like-this", args));
        }
        errln!();
    }
    if left_out > 0 {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in findings {
            *counts.entry(finding.code.slug).or_default() += 1;
        }
        let args = [
            ("shown", (findings.len() - left_out).into()),
            ("total", findings.len().into()),
        ];
        errln!("{}", session.text("more-findings", args));
        for (slug, count) in counts {
            errln!("{count:>7}  {slug}");
        }
        errln!();
    }
}

/// File and line of a finding.
fn place<'a>(finding: &Finding, source: &impl Fn(&str) -> Option<&'a FileText>) -> String {
    let path = finding.place.path.as_str();
    match (finding.place.span, source(path)) {
        (Some(span), Some(text)) => {
            let line = text.line_index().position(span.range().start).line;
            format!("{path}:{line}")
        }
        _ => path.to_owned(),
    }
}
