//! What a handbook's own texts lack, and what they have too much.
//!
//! 1. The standard English texts say which messages there are, and with which arguments.
//! 2. A message of the handbook's own that is none of them must be one that its templates ask for.
//! 3. A language must have all messages; one that is missing appears in English, which is reported.

use std::collections::{BTreeMap, BTreeSet};

use super::layers::Layer;
use super::texts::TextFiles;
use crate::config::{Config, FILE, language};
use crate::diagnostic::{Finding, PlacePath, Suggestions, codes};
use crate::source::Span;
use crate::text::MessageFile;

/// How many missing messages a finding names.
const NAMED_MAX: usize = 5;

/// Finds gaps in the texts of all languages of the handbook, and messages that nothing asks for.
pub(super) fn check(
    texts: &TextFiles,
    own: &Layer,
    folder: &str,
    config: &Config,
    findings: &mut Vec<Finding>,
) {
    let asked_for = quoted(own);
    if !texts.own.is_empty() {
        check_own(texts, &asked_for, folder, findings);
    }
    let english = texts.standard["en"].ids();
    let added = texts.own.values().flat_map(MessageFile::ids);
    let added = added.filter(|id| asked_for.contains(id));
    let all: BTreeSet<&str> = english.chain(added).collect();
    for code in &config.languages {
        let codes = [code.as_str(), language::base(code)];
        let layers = [&texts.standard, &texts.own].into_iter();
        let files = layers.flat_map(|files| codes.map(|code| files.get(code)));
        let there: BTreeSet<&str> = files.flatten().flat_map(MessageFile::ids).collect();
        let missing: Vec<&str> = all.difference(&there).copied().collect();
        if !missing.is_empty() {
            let file = format!("{folder}/texts/{code}.ftl");
            let path = if texts.own.contains_key(code) {
                file.as_str()
            } else {
                FILE
            };
            let named = missing[..missing.len().min(NAMED_MAX)].join(", ");
            findings.push(
                Finding::new(&codes::MISSING_TEXTS, PlacePath::from_root(path))
                    .with("language", code.as_str())
                    .with("count", missing.len())
                    .with("ids", named)
                    .with("file", file),
            );
        }
    }
}

/// Finds own messages that nothing asks for, and arguments that the standard message hasn't.
fn check_own(
    texts: &TextFiles,
    asked_for: &BTreeSet<&str>,
    folder: &str,
    findings: &mut Vec<Finding>,
) {
    let english = texts.standard["en"].shapes();
    let own: BTreeMap<_, _> = texts
        .own
        .iter()
        .map(|(c, file)| (c, file.shapes()))
        .collect();
    let names = Suggestions::new(english.keys().map(String::as_str));
    for (code, messages) in &own {
        let path = PlacePath::from_root(&format!("{folder}/texts/{code}.ftl"));
        for (id, shape) in messages {
            let place = Span::new(shape.range.clone());
            match english.get(id) {
                None if !asked_for.contains(id.as_str()) => {
                    let finding = Finding::new(&codes::UNKNOWN_TEXT, &path).at(place);
                    findings.push(finding.with("id", id.as_str()).suggesting(id, &names));
                }
                Some(known) => {
                    let arguments = known.arguments.iter().map(String::as_str);
                    let arguments = Suggestions::new(arguments);
                    for argument in shape.arguments.difference(&known.arguments) {
                        let finding = Finding::new(&codes::UNKNOWN_TEXT_ARGUMENT, &path).at(place);
                        let finding = finding.with("id", id.as_str());
                        let finding = finding.with("argument", argument.as_str());
                        findings.push(finding.suggesting(argument, &arguments));
                    }
                }
                None => {}
            }
        }
    }
}

/// What stands between two quotes of the same sort in the templates of a layer: the ids that they ask
/// for are among it.
pub(super) fn quoted(layer: &Layer) -> BTreeSet<&str> {
    let templates = layer.iter().filter_map(|(path, file)| {
        let is_template = path.starts_with("templates/");
        is_template.then(|| file.text()).flatten()
    });
    templates
        .flat_map(|text| ['"', '\''].map(|quote| text.split(quote)))
        .flat_map(|mut parts| {
            // Neither the first nor the last part stands between two.
            parts.next();
            parts.next_back();
            parts
        })
        .collect()
}
