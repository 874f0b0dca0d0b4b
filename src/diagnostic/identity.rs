//! What stays of a finding when the lines above it change.
//!
//! 1. [`Identity`] is made of its file, its slug and what its message names. Where the message names
//!    nothing it is the text that the finding points at, with its white space made even.
//! 2. Findings that share an identity are told apart by their number among them.
//!
//! The words of messages are no part of it: they differ between languages and versions.

use super::Finding;
use crate::source::{FileText, Lines, is_forbidden_character};
use crate::text::Arg;

/// So much of a text is enough to know it by, in characters.
const TEXT_MAX: usize = 160;

/// What a finding is known by from one run to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The file, relative to the handbook's root.
    pub path: String,
    /// The sort of finding.
    pub slug: String,
    /// What its message names, or what it points at. One line.
    pub text: String,
}

impl Identity {
    /// The identity of `finding` in a file with these `lines`.
    fn of(finding: &Finding, lines: Option<Lines<'_>>) -> Self {
        let named = finding.args.iter().filter_map(|(name, arg)| match arg {
            Arg::Text(text) if text.trim().is_empty() => None,
            Arg::Text(text) => Some(format!("{name}={text}")),
            Arg::Number(number) => Some(format!("{name}={number}")),
            Arg::Message(_) | Arg::Localized(_) => None,
        });
        let named: Vec<String> = named.collect();
        let text = match (finding.place.span, lines) {
            (Some(span), Some(lines)) if named.is_empty() => {
                let range = span.range();
                lines.slice(range.start, range.end).to_owned()
            }
            _ => named.join(", "),
        };
        Self {
            path: storable(finding.place.path.as_str()),
            slug: finding.code.slug.to_owned(),
            text: storable(&even(&text)),
        }
    }
}

/// The identities of `findings`, in their order. `source` gives the text of a path.
pub fn identities<'s>(
    findings: &[Finding],
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Vec<Identity> {
    let identities = findings.iter().map(|finding| {
        let lines = source(finding.place.path.as_str()).map(FileText::line_index);
        Identity::of(finding, lines)
    });
    identities.collect()
}

/// Without what no file can hold that is read again.
fn storable(text: &str) -> String {
    text.replace(is_forbidden_character, "\u{fffd}")
}

/// On one line, no longer than needed.
fn even(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(TEXT_MAX).collect()
}
