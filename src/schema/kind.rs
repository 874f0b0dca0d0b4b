//! The schema of a file in `kinds/`.

use serde_json::{Map, Value, json};

use super::{described, document, shape};
use crate::kind::{COLOURS, ICONS, SIGNS, TYPES};
use crate::text::Catalog;

/// The schema of a kind's declaration, with the program's own `texts`.
pub(crate) fn kind(texts: &Catalog) -> Value {
    let mut schema = document("kinds/*.yml");
    schema["properties"] = explained("kind", of_kind(), texts);
    schema["additionalProperties"] = false.into();
    schema["$defs"] = json!({
        "field": of("field", of_field(texts), texts),
        "value": of("value", of_value(), texts),
        "band": of("band", of_band(), texts),
    });
    schema
}

type Keys = Vec<(&'static str, Value)>;

/// A group of keys, each with what `schema-PREFIX-KEY` says of it.
fn of(prefix: &str, keys: Keys, texts: &Catalog) -> Value {
    shape::group(&explained(prefix, keys, texts))
}

fn explained(prefix: &str, keys: Keys, texts: &Catalog) -> Value {
    let keys = keys.into_iter().map(|(key, schema)| {
        let text = texts.plain(&format!("schema-{prefix}-{key}"));
        (key.to_owned(), described(schema, "", &text))
    });
    Value::Object(keys.collect::<Map<_, _>>())
}

/// A list of what `$defs` calls `name`.
fn list_of(name: &str) -> Value {
    shape::list(&json!({ "$ref": format!("#/$defs/{name}") }))
}

fn names<const N: usize>(names: [&'static str; N]) -> Value {
    shape::one_of(names.map(|name| (name, "")))
}

fn of_kind() -> Keys {
    vec![
        ("id", shape::text()),
        ("label", shape::localized()),
        ("plural", shape::localized()),
        ("help", shape::localized()),
        ("colour", names(COLOURS)),
        ("icon", names(ICONS)),
        ("card", shape::list(&shape::text())),
        ("glance", shape::list(&shape::text())),
        ("fields", list_of("field")),
        ("finder", finder()),
        ("remove", shape::list(&shape::text())),
    ]
}

/// Questions to readers, by which they find chapters of the kind.
fn finder() -> Value {
    let answer = shape::group(&json!({
        "label": shape::localized(),
        "value": shape::list(&shape::text()),
    }));
    let question = shape::group(&json!({
        "field": shape::text(),
        "label": shape::localized(),
        "answers": shape::list(&answer),
    }));
    shape::group(&json!({
        "title": shape::localized(),
        "questions": shape::list(&question),
    }))
}

fn of_field(texts: &Catalog) -> Keys {
    let types = TYPES.map(|name| (name, texts.plain(&format!("schema-type-{name}"))));
    let types = shape::one_of(types.iter().map(|(name, text)| (*name, text.as_str())));
    vec![
        ("id", shape::text_like("^[a-z0-9_]+$")),
        ("type", types),
        ("label", shape::localized()),
        ("help", shape::localized()),
        ("required", shape::flag()),
        ("facet", shape::flag()),
        ("icon", names(ICONS)),
        ("sign", names(SIGNS.map(|(name, _)| name))),
        ("unit", shape::localized()),
        ("words", shape::localized()),
        ("values", list_of_values()),
        ("bands", list_of("band")),
        ("min", shape::number(None, None)),
        ("max", shape::number(None, None)),
        ("fields", list_of("field")),
        ("to", shape::text()),
        ("inverse", shape::text()),
        ("back_label", shape::localized()),
    ]
}

/// A value may be a mere word too.
fn list_of_values() -> Value {
    shape::list(&json!({ "anyOf": [shape::text(), { "$ref": "#/$defs/value" }] }))
}

fn of_value() -> Keys {
    vec![
        ("id", shape::text()),
        ("label", shape::localized()),
        ("alone", shape::localized()),
        ("words", shape::localized()),
    ]
}

fn of_band() -> Keys {
    vec![
        ("id", shape::text()),
        ("label", shape::localized()),
        ("from", shape::text()),
        ("to", shape::text()),
    ]
}
