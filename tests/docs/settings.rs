//! Settings, what any chapter may say, and how kinds are declared: from the schemas.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::{LANGUAGES, assert_pieces, printed, word};

fn schema(of: &str, language: &str) -> Value {
    serde_json::from_str(&printed(&["-C", "docs", "--lang", language, "schema", of])).unwrap()
}

/// The values that a key may have, each with what is said of it.
fn values(schema: &Value) -> Vec<(String, String)> {
    let options = schema["anyOf"].as_array().into_iter().flatten();
    let value = |option: &Value| {
        let name = option["const"].as_str()?.to_owned();
        Some((
            name,
            option["title"].as_str().unwrap_or_default().to_owned(),
        ))
    };
    options.filter_map(value).collect()
}

/// The keys as a list of definitions, in the order of the alphabet, for schemas have no other.
fn list(properties: &Value, language: &str) -> String {
    let mut text = String::new();
    for (key, schema) in properties.as_object().unwrap() {
        let said = schema["description"].as_str().unwrap_or_default();
        let _ = write!(text, "\n`{key}`\n: {said}\n");
        let values = values(schema);
        let is_named = values
            .iter()
            .any(|(name, label)| !label.is_empty() && label != name);
        if key == "type" {
            for (name, label) in values {
                let _ = writeln!(text, "  - [`{name}`](../feldtypen/{name}.md): {label}");
            }
        } else if !values.is_empty() && !is_named {
            let names: Vec<String> = values.iter().map(|(name, _)| format!("`{name}`")).collect();
            let possible = word(language, "Möglich sind", "Possible are");
            let _ = write!(text, "\n  {possible}: {}\n", names.join(", "));
        }
        if let Some(inner) = schema["properties"]
            .as_object()
            .filter(|_| key != "severity")
        {
            let names: Vec<String> = inner.keys().map(|name| format!("`{name}`")).collect();
            let inside = word(language, "Darin", "In it");
            let _ = write!(text, "\n  {inside}: {}\n", names.join(", "));
        }
    }
    text.trim_start().to_owned()
}

#[test]
fn chapters_say_what_the_schemas_say() {
    let mut settings = BTreeMap::new();
    let mut head = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    for (language, end) in LANGUAGES {
        let handbook = schema("handbook", language);
        settings.insert(
            format!("einstellungen{end}"),
            list(&handbook["properties"], language),
        );
        let front = schema("front-matter", language);
        head.insert(format!("kopf{end}"), list(&front["properties"], language));
        let kind = schema("kind", language);
        kinds.insert(
            format!("angaben-art{end}"),
            list(&kind["properties"], language),
        );
        for (name, of) in [("feld", "field"), ("wert", "value"), ("stufe", "band")] {
            let text = list(&kind["$defs"][of]["properties"], language);
            kinds.insert(format!("angaben-{name}{end}"), text);
        }
    }
    assert_pieces("einstellungen", &settings);
    assert_pieces("kopf", &head);
    assert_pieces("angaben-", &kinds);
}
