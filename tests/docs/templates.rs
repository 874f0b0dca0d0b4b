//! What templates get, from what the pages of the sample handbook got.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use super::{LANGUAGES, assert_pieces, printed, word};

/// Chapters that have, all together, something of everything.
const CHAPTERS: [&str; 6] = [
    "content/index.md",
    "content/formate/index.md",
    "content/formate/lernnetzwerktreffen.md",
    "content/lernerfahrungen/kurse-mitsteuern.md",
    "content/werkzeuge/willkommenslotsen.md",
    "content/praxisfaelle/lageso-round-tables.md",
];

/// Types by the ways to values: `chapter.toc[].title`.
type Types = BTreeMap<String, BTreeSet<&'static str>>;

#[test]
fn the_chapter_of_templates_says_what_they_get() {
    let mut types = Types::new();
    for chapter in CHAPTERS {
        let context: Value = serde_json::from_str(&printed(&["context", chapter])).unwrap();
        for (key, value) in context.as_object().unwrap() {
            note(key, value, &mut types);
        }
    }
    let readme = include_str!("../../themes/README.md");
    for way in types.keys() {
        let name = way.trim_end_matches("[]").rsplit('.').next().unwrap();
        assert!(
            readme.contains(&format!("`{name}`")),
            "themes/README.md doesn't explain {way}"
        );
    }
    let mut made = BTreeMap::new();
    for (language, end) in LANGUAGES {
        let mut text = String::new();
        let mut group = "";
        for (way, types) in &types {
            let first = way.split(['.', '[']).next().unwrap();
            if first != group {
                let value = word(language, "Wert", "value");
                let ty = word(language, "Typ", "type");
                let _ = write!(
                    text,
                    "\n## {first} {{#{first}}}\n\n| {value} | {ty} |\n|---|---|\n"
                );
                group = first;
            }
            let names: Vec<&str> = types.iter().map(|ty| named(ty, language)).collect();
            let _ = writeln!(
                text,
                "| `{way}` | {} |",
                names.join(word(language, " oder ", " or "))
            );
        }
        made.insert(format!("vorlagenwerte{end}"), text.trim_start().to_owned());
    }
    assert_pieces("vorlagenwerte", &made);
}

fn note(way: &str, value: &Value, types: &mut Types) {
    let ty = match value {
        Value::Null => "null",
        Value::Bool(_) => "flag",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    types.entry(way.to_owned()).or_default().insert(ty);
    match value {
        Value::Array(items) => {
            for item in items {
                note(&format!("{way}[]"), item, types);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                // A tree holds trees; one level says what all are like.
                if !way.contains(&format!(".{key}[")) {
                    note(&format!("{way}.{key}"), value, types);
                }
            }
        }
        _ => {}
    }
}

fn named(ty: &'static str, language: &str) -> &'static str {
    match ty {
        "flag" => word(language, "ja oder nein", "yes or no"),
        "number" => word(language, "Zahl", "number"),
        "text" => word(language, "Text", "text"),
        "list" => word(language, "Liste", "list"),
        "object" => word(language, "Gruppe", "group"),
        _ => "`null`",
    }
}
