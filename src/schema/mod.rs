//! JSON Schema (2020-12) of what authors write, for their editors.
//!
//! 1. [`front_matter()`] derives a schema from the handbook's kinds, as `check` reads them.
//! 2. [`handbook()`] derives one from the keys that the reader of `handbook.yml` asks for.
//! 3. [`kind()`] describes the files that declare kinds.
//! 4. All explain every key in the author's language.
//!
//! A schema says less than `check`, and never more: what `check` takes, it takes.

mod front_matter;
mod handbook;
mod kind;
mod shape;

use serde_json::{Value, json};

pub(crate) use front_matter::front_matter;
pub(crate) use handbook::handbook;
pub(crate) use kind::kind;

/// The beginning of every schema.
fn document(title: &str) -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": ["object", "null"],
    })
}

/// `schema` with what an author should know of it.
fn described(mut schema: Value, title: &str, description: &str) -> Value {
    if !title.is_empty() {
        schema["title"] = title.into();
    }
    if !description.is_empty() {
        schema["description"] = description.into();
    }
    schema
}
