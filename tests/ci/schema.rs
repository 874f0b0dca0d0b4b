//! `schema`: every key that `check` knows is in it, explained in both languages.

use std::collections::BTreeSet;

use serde_json::Value;
use transferbuch::config::Config;
use transferbuch::kind::front_matter::KEYS;

use crate::support::program::{files, output, program};
use crate::support::{Handbook, OnDisk};

fn schema(handbook: &OnDisk, args: &[&str]) -> Value {
    let output = handbook.run(&[&["schema"], args].concat());
    assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&output.stdout).unwrap()
}

fn keys(schema: &Value) -> BTreeSet<&str> {
    let properties = schema["properties"].as_object().unwrap();
    properties.keys().map(String::as_str).collect()
}

#[test]
fn every_key_has_a_shape_and_an_explanation() {
    let handbook = Handbook::chapter("A\n").on_disk();
    for language in ["de", "en"] {
        let front = schema(&handbook, &["front-matter", "--lang", language]);
        assert_eq!(keys(&front), BTreeSet::from(KEYS));
        let settings = schema(&handbook, &["handbook", "--lang", language]);
        assert_eq!(keys(&settings), Config::keys());
        for schema in [&front, &settings] {
            for (key, property) in schema["properties"].as_object().unwrap() {
                let shaped = property["type"].is_array() || property["anyOf"].is_array();
                assert!(shaped, "{key} has no shape in src/schema");
                let text = property["description"].as_str().unwrap();
                assert!(
                    !text.starts_with("schema-"),
                    "{text} is missing in program.ftl"
                );
            }
        }
    }
}

#[test]
fn fields_of_kinds_are_explained_with_their_values() {
    let handbook = Handbook::new(
        "--- kinds/k.yml\nlabel: {de: Rezept, en: Recipe}\nfields:\n\
         \x20 - {id: taste, type: choice, label: {de: Geschmack, en: Taste}, help: {de: Wonach?, en: Of what?}, values: [{id: sweet, label: {de: süß, en: sweet}}]}\n\
         --- content/a.md\nA\n",
    )
    .on_disk();
    let german = schema(&handbook, &["--lang", "de"]);
    let taste = &german["$defs"]["k"]["properties"]["taste"];
    assert_eq!(
        (&taste["title"], &taste["description"]),
        (&"Geschmack".into(), &"Wonach?".into())
    );
    let sweet = serde_json::json!({"const": "sweet", "title": "süß"});
    assert!(
        taste["anyOf"].as_array().unwrap().contains(&sweet),
        "{taste}"
    );
    let english = schema(&handbook, &["--lang", "en"]);
    assert_eq!(
        english["$defs"]["k"]["properties"]["taste"]["title"],
        "Taste"
    );
}

#[test]
fn a_schema_of_settings_needs_no_handbook() {
    let empty = OnDisk::empty();
    schema(&empty, &["handbook"]);
    assert_eq!(empty.run(&["schema", "front-matter"]).code, Some(2));
}

#[test]
fn a_new_handbook_brings_its_schemas_and_points_at_them() {
    let handbook = OnDisk::empty();
    assert_eq!(handbook.run(&["init", ".", "--lang", "de"]).code, Some(0));
    let made = files(&handbook.path(".vscode"));
    let read = |name: &str| -> Value { serde_json::from_slice(&made[name]).unwrap() };
    let schemas = read("settings.json")["yaml.schemas"].clone();
    for (path, pattern) in schemas.as_object().unwrap() {
        assert!(handbook.path(path).exists() && handbook.path(pattern.as_str().unwrap()).exists());
    }
    for (name, of) in [("handbook", "handbook"), ("front-matter", "front-matter")] {
        let now = schema(&handbook, &[of, "--lang", "de"]);
        assert_eq!(read(&format!("{name}.schema.json")), now);
    }
    let printed = output(program().args(["schema", "handbook", "--lang", "de"])).stdout;
    assert_eq!(printed.as_bytes(), made["handbook.schema.json"]);
}
