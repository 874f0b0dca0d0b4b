//! What a handbook's own texts lack, and what they have too much.
//!
//! 1. The standard English texts say which messages there are, and with which arguments.
//! 2. A message of the handbook's own that is none of them must be one that its templates ask for.
//! 3. A language must have all messages; one that is missing appears in English, which is reported.

use std::collections::{BTreeMap, BTreeSet};

use super::layers::Layer;
use crate::config::{Config, FILE, language};
use crate::diagnostic::{Code, Finding};
use crate::source::{HandbookPath, Span};
use crate::text::{Shape, shapes};

static UNKNOWN: Code = Code::warning("unknown-text");
static ARGUMENT: Code = Code::error("unknown-text-argument");
static MISSING: Code = Code::warning("missing-texts");

/// How many missing messages a finding names.
const NAMED_MAX: usize = 5;

/// The messages of every language that a layer has texts in.
type ByLanguage = BTreeMap<String, BTreeMap<String, Shape>>;

/// Finds gaps in the texts of all languages of the handbook, and messages that nothing asks for.
pub(super) fn check(
    standard: &Layer,
    own: &Layer,
    folder: &str,
    config: &Config,
    findings: &mut Vec<Finding>,
) {
    let standard = by_language(standard);
    let english = &standard["en"];
    let texts = by_language(own);
    let asked_for = |id: &str| {
        let templates = own
            .iter()
            .filter(|(path, _)| path.starts_with("templates/"));
        let quoted = [format!("\"{id}\""), format!("'{id}'")];
        templates
            .filter_map(|(_, file)| file.text())
            .any(|text| quoted.iter().any(|quoted| text.contains(quoted)))
    };
    for (code, messages) in &texts {
        let path = HandbookPath::from(format!("{folder}/texts/{code}.ftl").as_str());
        for (id, shape) in messages {
            let place = Span::new(shape.range.clone());
            match english.get(id) {
                None if !asked_for(id) => {
                    let names = english.keys().map(String::as_str);
                    let finding = Finding::new(&UNKNOWN, &path).at(place);
                    findings.push(finding.with("id", id.as_str()).suggesting(id, names));
                }
                Some(known) => {
                    for argument in shape.arguments.difference(&known.arguments) {
                        let known = known.arguments.iter().map(String::as_str);
                        let finding = Finding::new(&ARGUMENT, &path).at(place);
                        let finding = finding.with("id", id.as_str());
                        let finding = finding.with("argument", argument.as_str());
                        findings.push(finding.suggesting(argument, known));
                    }
                }
                None => {}
            }
        }
    }
    let added = texts.values().flat_map(BTreeMap::keys);
    let added = added.filter(|id| asked_for(id));
    let all: BTreeSet<&String> = english.keys().chain(added).collect();
    for code in &config.languages {
        let has = |id: &str| {
            [code.as_str(), language::base(code)].iter().any(|code| {
                let layers = [&standard, &texts].into_iter();
                let mut messages = layers.filter_map(|layer| layer.get(*code));
                messages.any(|messages| messages.contains_key(id))
            })
        };
        let missing: Vec<&str> = all
            .iter()
            .map(|id| id.as_str())
            .filter(|id| !has(id))
            .collect();
        if !missing.is_empty() {
            let there = texts.contains_key(code);
            let file = format!("{folder}/texts/{code}.ftl");
            let path = if there { file.as_str() } else { FILE };
            let named = missing[..missing.len().min(NAMED_MAX)].join(", ");
            findings.push(
                Finding::new(&MISSING, &path.into())
                    .with("language", code.as_str())
                    .with("count", missing.len())
                    .with("ids", named)
                    .with("file", file),
            );
        }
    }
}

fn by_language(layer: &Layer) -> ByLanguage {
    let texts = layer.iter().filter_map(|(path, file)| {
        let code = path.strip_prefix("texts/")?.strip_suffix(".ftl")?;
        Some((code.to_owned(), shapes(file.text()?)))
    });
    texts.collect()
}
