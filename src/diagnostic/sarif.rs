//! Findings as SARIF 2.1.0 (OASIS, 2020), which code scanning of most platforms reads.
//!
//! 1. The rules are the sorts of findings that were met, by slug.
//! 2. Each result has its place in lines and columns, its fingerprint and what would fix it.
//! 3. Paths are URIs relative to the repository's root.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::{Entry, FixEntry, Region, Related, Severity, explanations};
use crate::source::{RESERVED_IN_PATH, percent_encode};
use crate::text::Language;

/// The name under which a fingerprint is kept. It changes when its making does.
const FINGERPRINT: &str = "transferbuch/v1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Result>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Value,
    locations: [Value; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Value>,
}

/// The log. `language` is that of the messages; `prefix` is put before every path.
pub fn write(entries: &[Entry], language: Language, prefix: &str) -> String {
    let rules: BTreeMap<&'static str, Severity> = entries
        .iter()
        .map(|entry| (entry.slug, entry.default_severity))
        .collect();
    let slugs: Vec<&str> = rules.keys().copied().collect();
    let results = entries.iter().map(|entry| Result {
        rule_id: entry.slug,
        rule_index: slugs.partition_point(|slug| *slug < entry.slug),
        level: level(entry.severity),
        message: json!({ "text": entry.text() }),
        locations: [location(
            &entry.location.path,
            entry.location.region,
            prefix,
        )],
        related_locations: entry.related.iter().map(|r| related(r, prefix)).collect(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, entry.fingerprint.clone())]),
        fixes: entry.fix.iter().map(|f| fix(f, entry, prefix)).collect(),
    });
    let rules: Vec<Value> = rules
        .iter()
        .map(|(slug, severity)| {
            json!({
                "id": slug,
                "defaultConfiguration": { "level": level(*severity) },
                "help": help(slug, language),
            })
        })
        .collect();
    super::pretty(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: json!({
                "driver": {
                    "name": "transferbuch",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }
            }),
            language: language.code(),
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    })
}

/// What `explain` says.
fn help(slug: &str, language: Language) -> Value {
    let explanation = explanations::of(language, slug);
    let text = explanation.map_or(slug, |explanation| explanation.text);
    json!({ "text": text, "markdown": text })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn location(path: &str, region: Option<Region>, prefix: &str) -> Value {
    let mut physical = json!({ "artifactLocation": artifact(path, prefix) });
    if let Some(region) = region {
        physical["region"] = of_region(region);
    }
    json!({ "physicalLocation": physical })
}

fn related(related: &Related, prefix: &str) -> Value {
    let mut value = location(&related.location.path, related.location.region, prefix);
    value["message"] = json!({ "text": related.message });
    value
}

fn fix(fix: &FixEntry, entry: &Entry, prefix: &str) -> Value {
    let replacement = |edit: &super::EditEntry| {
        json!({
            "deletedRegion": of_region(edit.region),
            "insertedContent": { "text": edit.text },
        })
    };
    let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
    let description = entry.hint.as_ref().unwrap_or(&entry.message);
    json!({
        "description": { "text": description },
        "artifactChanges": [{
            "artifactLocation": artifact(&fix.path, prefix),
            "replacements": replacements,
        }],
    })
}

fn artifact(path: &str, prefix: &str) -> Value {
    json!({ "uri": uri(&format!("{prefix}{path}")) })
}

fn of_region(region: Region) -> Value {
    json!({
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    percent_encode(path, RESERVED_IN_PATH)
}
