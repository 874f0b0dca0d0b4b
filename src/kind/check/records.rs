//! Entries with several values, as people write them who have seen none.

use crate::kind::{Field, FieldType};
use crate::yaml::{Node, Value};

/// Whether what stands where a record should stand is none of its fields: a text that can't be the first of its
/// values, or keys that it doesn't have.
pub(super) fn is_no_record(node: &Node, fields: &[Field]) -> bool {
    if fields.len() < 2 {
        return false;
    }
    match node {
        Node::Text { text, .. } => match &fields[0].ty {
            FieldType::Choice(choices) => !choices.iter().any(|choice| choice.is_called(text)),
            _ => false,
        },
        Node::Map(map) => {
            let has = |key: &str| fields.iter().any(|field| *field.id == *key);
            !map.is_empty() && !map.iter().any(|(key, _)| has(&key.text))
        }
        _ => false,
    }
}

/// Whether the fields of one record stand with a dash each, as if they were several.
pub(super) fn is_split(items: &[&Value], fields: &[Field]) -> bool {
    let only_key = |item: &&Value| match &item.node {
        Node::Map(map) if map.len() == 1 => {
            fields.iter().position(|field| *field.id == *map[0].0.text)
        }
        _ => None,
    };
    let keys: Vec<Option<usize>> = items.iter().map(only_key).collect();
    let required = fields.iter().filter(|field| field.required).count();
    let differ = keys.windows(2).all(|pair| pair[0] != pair[1]);
    keys.len() > 1 && required > 0 && fields.len() > 1 && differ && keys.iter().all(Option::is_some)
}

/// A field with a value that it may have.
pub(super) fn example(field: &Field) -> String {
    let value = match &field.ty {
        FieldType::Choice(choices) => choices[0].id.clone(),
        FieldType::Number { min, .. } => min.unwrap_or(1.0).to_string(),
        _ => "…".into(),
    };
    format!("`{}: {value}`", field.id)
}
