//! The fields of the built-in kinds, from their declarations.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::{LANGUAGES, assert_pieces, here, word};

#[test]
fn chapters_of_kinds_say_what_their_declarations_say() {
    let mut made = BTreeMap::new();
    for kind in ["format", "tool", "lesson", "case"] {
        let yaml = fs::read_to_string(here(&format!("src/kind/builtin/{kind}.yml"))).unwrap();
        let declared: Value = serde_yaml::from_str(&yaml).unwrap();
        for (language, end) in LANGUAGES {
            let mut text = String::new();
            for field in declared["fields"].as_array().unwrap() {
                describe(field, language, &mut text);
            }
            made.insert(format!("art-{kind}{end}"), text.trim_start().to_owned());
        }
    }
    assert_pieces("art-", &made);
}

fn said<'a>(value: &'a Value, key: &str, language: &str) -> &'a str {
    let text = &value[key];
    text[language]
        .as_str()
        .or(text.as_str())
        .unwrap_or_default()
}

fn describe(field: &Value, language: &str, text: &mut String) {
    let id = field["id"].as_str().unwrap();
    let ty = field["type"].as_str().unwrap();
    let label = said(field, "label", language);
    let _ = write!(
        text,
        "\n`{id}`: {label}\n: {}",
        said(field, "help", language)
    );
    let mut marks = vec![format!("[`{ty}`](../feldtypen/{ty}.md)")];
    if field["required"] == true {
        marks.push(word(language, "Pflichtfeld", "required").to_owned());
    }
    if field["facet"] == true {
        marks.push(word(language, "zum Filtern", "for filtering").to_owned());
    }
    if let Some(to) = field["to"].as_str() {
        marks.push(format!("→ [{to}](../arten/{to}.md)"));
    }
    let _ = write!(text, "\n\n  {}\n", marks.join(", "));
    values(field, language, text);
    for inner in field["fields"].as_array().into_iter().flatten() {
        let id = inner["id"].as_str().unwrap();
        let label = said(inner, "label", language);
        let _ = writeln!(text, "  - `{id}`: {label}");
    }
}

fn values(field: &Value, language: &str, text: &mut String) {
    let values = field["values"].as_array().or(field["bands"].as_array());
    let values: Vec<String> = values
        .into_iter()
        .flatten()
        .map(|value| match value["id"].as_str() {
            Some(id) => format!("`{id}` ({})", said(value, "label", language)),
            None => format!("`{}`", value.as_str().unwrap_or_default()),
        })
        .collect();
    if !values.is_empty() {
        let _ = write!(text, "\n  {}\n", values.join(", "));
    }
}
