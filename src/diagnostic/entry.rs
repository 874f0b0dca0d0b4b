//! Findings for programs: every text in words, every place in lines and columns.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Finding, Identity, Place, Severity, identities};
use crate::source::{FileText, Lines, Position, Span, hex};
use crate::text::{Arg, Args, Catalog};

/// A finding as programs get it.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Its sort.
    pub slug: &'static str,
    /// How bad it is in this handbook.
    pub severity: Severity,
    /// How bad its sort is where no handbook says otherwise.
    #[serde(skip)]
    pub default_severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The right spelling that is most like what was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
    /// Where.
    #[serde(flatten)]
    pub location: Location,
    /// A second place that belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<Related>,
    /// What would fix it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<FixEntry>,
    /// The same from run to run while the lines above change, and no other finding's: 32
    /// hexadecimal digits.
    pub fingerprint: String,
}

impl Entry {
    /// Message and hint, a line each, where a format has one place for both.
    pub fn text(&self) -> String {
        let lines = [Some(self.message.as_str()), self.hint.as_deref()];
        let lines: Vec<&str> = lines.into_iter().flatten().collect();
        lines.join("\n")
    }
}

/// A place in a file.
#[derive(Debug, Serialize)]
pub struct Location {
    /// The file, relative to the handbook's root.
    pub path: String,
    /// The place in it; none for the file as a whole.
    #[serde(flatten)]
    pub region: Option<Region>,
}

/// From one place of a text to another.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Region {
    /// Its first character.
    pub start: Position,
    /// The character behind its last.
    pub end: Position,
}

/// A second place.
#[derive(Debug, Serialize)]
pub struct Related {
    /// What it has to do with the finding.
    pub message: String,
    /// Where.
    #[serde(flatten)]
    pub location: Location,
}

/// What would fix a finding.
#[derive(Debug, Serialize)]
pub struct FixEntry {
    /// The file to change.
    pub path: String,
    /// The changes, in order and apart from each other.
    pub edits: Vec<EditEntry>,
}

/// One change.
#[derive(Debug, Serialize)]
pub struct EditEntry {
    /// What to replace.
    #[serde(flatten)]
    pub region: Region,
    /// What to put in its place.
    pub text: String,
}

/// The entries of `findings`, in their order. `source` gives the text of a path.
pub fn entries<'s>(
    findings: &[Finding],
    texts: &Catalog,
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Vec<Entry> {
    let places = Places { source };
    let mut seen: BTreeMap<Identity, usize> = BTreeMap::new();
    let identities = identities(findings, source);
    let entries = findings.iter().zip(identities).map(|(finding, identity)| {
        let number = seen.entry(identity.clone()).or_default();
        *number += 1;
        places.entry(finding, texts, fingerprint(&identity, *number))
    });
    entries.collect()
}

/// The texts that findings stand in.
struct Places<'s, F> {
    source: &'s F,
}

impl<'s, 't: 's, F: Fn(&str) -> Option<&'t FileText>> Places<'s, F> {
    fn lines(&self, path: &str) -> Option<Lines<'t>> {
        (self.source)(path).map(FileText::line_index)
    }

    fn region(&self, path: &str, span: Span) -> Option<Region> {
        let lines = self.lines(path)?;
        let range = span.range();
        Some(Region {
            start: lines.position(range.start),
            end: lines.position(range.end),
        })
    }

    fn location(&self, place: &Place) -> Location {
        let path = place.path.as_str();
        let shown = place.span.map(|span| self.without_line_end(path, span));
        Location {
            path: path.to_owned(),
            region: shown.and_then(|span| self.region(path, span)),
        }
    }

    /// A block's span holds the line break behind it, and editors would mark the next line too.
    fn without_line_end(&self, path: &str, span: Span) -> Span {
        let range = span.range();
        let lines = self.lines(path);
        let text = lines.map_or("", |lines| lines.slice(range.start, range.end));
        let end = range.start + text.trim_end_matches(['\n', '\r']).len();
        Span::new(range.start..end)
    }

    fn entry(&self, finding: &Finding, texts: &Catalog, fingerprint: String) -> Entry {
        let slug = finding.code.slug;
        let message = texts.get(slug, &finding.args);
        let nearest = |nearest: &String| {
            let args = Args::from([("nearest", Arg::from(nearest.as_str()))]);
            texts.get("nearest", &args)
        };
        let hint = texts.get(&format!("{slug}.hint"), &finding.args);
        let help = [finding.suggestion.as_ref().and_then(nearest), hint];
        let help: Vec<String> = help.into_iter().flatten().collect();
        let related = finding.related.as_ref().map(|related| Related {
            message: texts.plain(related.label),
            location: self.location(&related.place),
        });
        let fix = finding.fix.as_ref().and_then(|fix| {
            let path = fix.path.as_str();
            let edits = fix.edits.iter().map(|edit| {
                let region = self.region(path, edit.span)?;
                let text = edit.text.clone();
                Some(EditEntry { region, text })
            });
            Some(FixEntry {
                path: path.to_owned(),
                edits: edits.collect::<Option<_>>()?,
            })
        });
        Entry {
            slug,
            severity: finding.severity,
            default_severity: finding.code.severity,
            message: message.unwrap_or_else(|| slug.to_owned()),
            hint: (!help.is_empty()).then(|| help.join("\n")),
            nearest: finding.suggestion.clone(),
            location: self.location(&finding.place),
            related,
            fix,
            fingerprint,
        }
    }
}

/// A hash of the identity and the number among those that share it.
fn fingerprint(identity: &Identity, number: usize) -> String {
    let Identity { path, slug, text } = identity;
    let hash = Sha256::digest(format!("{path}\n{slug}\n{text}\n{number}"));
    hex(&hash[..16])
}
