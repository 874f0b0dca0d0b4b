//! The schema of front matter.

use serde_json::{Map, Value, json};

use super::{described, document, shape};
use crate::kind::Status;
use crate::kind::front_matter::KEYS;
use crate::kind::{BLOCKS, Choice, Field, FieldType, Kind, Kinds};
use crate::text::Catalog;

/// The schema of a chapter's front matter, with labels in `language` (BCP 47) and the program's own
/// `texts`.
///
/// A chapter that names its kind has that kind's fields. One that doesn't has its section's, which
/// the schema can't know: it may have the fields of any. Nothing is required, for a translation has
/// from its original what it doesn't say itself; labels tell what is.
pub(crate) fn front_matter(kinds: &Kinds, language: &str, texts: &Catalog) -> Value {
    let kinds: Vec<&Kind> = kinds.iter().collect();
    let mut properties = Map::new();
    for key in KEYS {
        let text = texts.plain(&format!("schema-front-{key}"));
        properties.insert(
            key.into(),
            described(common(key, &kinds, language), "", &text),
        );
    }
    let name = |kind: &Kind| format!("#/$defs/{}", kind.id);
    let definitions: Map<String, Value> = kinds
        .iter()
        .map(|kind| {
            (
                kind.id.to_string(),
                json!({ "properties": fields(&kind.fields, language, texts) }),
            )
        })
        .collect();
    let mut rules: Vec<Value> = kinds
        .iter()
        .map(|kind| {
            json!({
                "if": has("kind", &json!({ "const": kind.id.as_str() })),
                "then": { "$ref": name(kind) },
            })
        })
        .collect();
    let any: Vec<Value> = kinds
        .iter()
        .map(|kind| json!({ "$ref": name(kind) }))
        .collect();
    let named = has("kind", &json!({ "type": "string" }));
    rules.push(json!({ "if": { "not": named }, "then": { "anyOf": any } }));

    let mut schema = document(&texts.plain("schema-front-matter"));
    schema["properties"] = properties.into();
    schema["allOf"] = rules.into();
    schema["unevaluatedProperties"] = false.into();
    schema["$defs"] = definitions.into();
    schema
}

fn has(key: &str, value: &Value) -> Value {
    json!({ "type": "object", "properties": { key: value }, "required": [key] })
}

/// The shape of a key that every chapter may have.
fn common(key: &str, kinds: &[&Kind], language: &str) -> Value {
    match key {
        "kind" => shape::one_of(
            kinds
                .iter()
                .map(|kind| (kind.id.as_str(), kind.label.get(language))),
        ),
        "status" => shape::one_of(Status::names().map(|name| (name, ""))),
        "order" => shape::list(&shape::text()),
        "updated" | "review_by" => date(),
        "sources" => shape::list(&json!({
            "anyOf": [shape::text(), shape::group(&json!({
                "title": shape::text(),
                "url": shape::text(),
                "note": shape::text(),
            }))],
        })),
        "authors" | "topics" | "audiences" | "synonyms" | "aliases" | "open" => {
            shape::list(&shape::text())
        }
        "blocks" => shape::list(&shape::one_of(BLOCKS.map(|name| (name, "")))),
        "image" => shape::group(&json!({
            "file": shape::text(),
            "alt": shape::text(),
            "credit": shape::text(),
        })),
        "anchors" => json!({ "type": ["object", "null"], "additionalProperties": shape::text() }),
        _ => shape::text(),
    }
}

fn fields(fields: &[Field], language: &str, texts: &Catalog) -> Value {
    let required = texts.plain("add-required");
    let properties = fields.iter().map(|field| {
        let schema = of_type(&field.ty, language, texts);
        let mut label = field.label.get(language).to_owned();
        if field.required {
            label += &required;
        }
        (
            field.id.to_string(),
            described(schema, &label, field.help.get(language)),
        )
    });
    Value::Object(properties.collect())
}

fn of_type(ty: &FieldType, language: &str, texts: &Catalog) -> Value {
    match ty {
        FieldType::Number { min, max, .. } => shape::number(*min, *max),
        FieldType::Date => date(),
        FieldType::Url => shape::text_like("^https?://"),
        FieldType::Flag => shape::flag(),
        FieldType::Choice(choices) => one_of(choices, language),
        FieldType::Choices(choices) => shape::list(&one_of(choices, language)),
        FieldType::List | FieldType::Refs(_) => shape::list(&shape::text()),
        FieldType::Records(_, items) => {
            let record = shape::group(&fields(items, language, texts));
            shape::list(&json!({ "anyOf": [record, shape::text()] }))
        }
        FieldType::Text
        | FieldType::Markdown
        | FieldType::Range(_)
        | FieldType::Duration(_)
        | FieldType::File
        | FieldType::Ref(_) => shape::text(),
    }
}

fn one_of(choices: &[Choice], language: &str) -> Value {
    let values = choices
        .iter()
        .map(|choice| (choice.id.as_str(), choice.label.get(language)));
    shape::one_of(values)
}

fn date() -> Value {
    shape::text_like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
}
