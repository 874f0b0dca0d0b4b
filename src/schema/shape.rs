//! Shapes of values, as the YAML reader takes them: a scalar counts as its spelling, and as a list of
//! one; an empty value counts as absent.

use serde_json::{Value, json};

/// Any scalar.
pub(crate) fn text() -> Value {
    json!({ "type": ["string", "number", "boolean", "null"] })
}

/// Text of a form, where it isn't empty.
pub(crate) fn text_like(pattern: &str) -> Value {
    json!({ "type": ["string", "null"], "pattern": pattern })
}

/// A number; German ones, such as `1,5`, are texts to an editor.
pub(crate) fn number(min: Option<f64>, max: Option<f64>) -> Value {
    let mut schema = json!({ "type": ["number", "string", "null"] });
    if let Some(min) = min {
        schema["minimum"] = min.into();
    }
    if let Some(max) = max {
        schema["maximum"] = max.into();
    }
    schema
}

/// Yes or no.
pub(crate) fn flag() -> Value {
    json!({ "type": ["boolean", "null"] })
}

/// One of several values, each with its name for people.
pub(crate) fn one_of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Value {
    let mut options = vec![json!({ "type": "null" })];
    for (value, label) in values {
        // YAML gives an editor a number or a flag where the program keeps the spelling.
        let spelled = serde_json::from_str(value)
            .ok()
            .filter(|value: &Value| !value.is_null());
        let also = spelled.filter(|spelled| !spelled.is_string());
        for value in [Some(value.into()), also].into_iter().flatten() {
            options.push(json!({ "const": value, "title": label }));
        }
    }
    json!({ "anyOf": options })
}

/// A list of such items, or one alone.
pub(crate) fn list(item: &Value) -> Value {
    json!({ "anyOf": [{ "type": "array", "items": item }, item] })
}

/// A group of keys, and no others.
pub(crate) fn group(properties: &Value) -> Value {
    json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

/// A text for all languages, or one for each.
pub(crate) fn localized() -> Value {
    json!({
        "anyOf": [text(), { "type": "object", "additionalProperties": text() }],
    })
}
