//! What can be read of a text that isn't YAML as a whole.
//!
//! 1. The field that can't be read is blanked out, from its key to the next one, so that all others keep their
//!    places; that is repeated for as many as a handful.
//! 2. Where it is certain what the field was meant to say, it is put back.

use std::ops::Range;

use super::diagnose::{Diagnosis, Mended, diagnose};
use super::parse::tree;
use super::{Key, Node, Value};
use crate::prose::{BULLETS, DASHES};
use crate::source::Span;

/// With more fields than these that can't be read, there is nothing to go on with.
const FIELDS_MAX: usize = 4;

/// What can be read of `text`, which can't be read as a whole for what `diagnosis` says.
pub(super) fn salvage(text: &str, diagnosis: &Diagnosis) -> Option<Value> {
    let mut left = text.to_owned();
    let mut at = diagnosis.at();
    for _ in 0..FIELDS_MAX {
        let field = field_at(&left, at)?;
        let blank: String = left[field.clone()]
            .bytes()
            .map(|byte| {
                if matches!(byte, b'\n' | b'\r') {
                    byte as char
                } else {
                    ' '
                }
            })
            .collect();
        left.replace_range(field, &blank);
        match tree(&left) {
            Ok(mut value) => {
                let meant = diagnosis.mended.as_ref();
                let meant = meant.and_then(|mended| meant_field(text, mended));
                match (&mut value.node, meant) {
                    (Node::Map(map), meant) => map.extend(meant),
                    (node @ Node::Null, Some(meant)) => *node = Node::Map(vec![meant]),
                    (Node::Null, None) => return None,
                    _ => {}
                }
                return Some(value);
            }
            Err(trouble) => at = diagnose(&left, &trouble).at(),
        }
    }
    None
}

/// The lines of the field or the item that byte `at` belongs to, at the left edge of `text`.
fn field_at(text: &str, at: usize) -> Option<Range<usize>> {
    let mut found = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begins = begins_field(line);
        if begins {
            if start > at {
                break;
            }
            found = Some(start..start);
        }
        start += line.len();
        if let Some(field) = &mut found {
            field.end = start;
        }
    }
    found.filter(|field| !field.is_empty())
}

/// Whether a line at the left edge begins a field or an item. The items of a pasted list don't, nor does a text that
/// should have been moved in.
fn begins_field(line: &str) -> bool {
    if line.starts_with([' ', '\t', '#', '\n', '\r', ']', '}']) {
        return false;
    }
    if line.starts_with(['-', '?', '"', '\'']) {
        return true;
    }
    let line = line.trim_end();
    let key = match line.split_once(": ") {
        Some((key, _)) => Some(key),
        None => line.strip_suffix(':'),
    };
    let is_counted = |key: &str| {
        let rest = key.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < key.len() && rest.starts_with(['.', ')'])
    };
    let is_pasted = |key: &str| {
        key.contains('\t') || key.starts_with(BULLETS) || key.starts_with(DASHES) || is_counted(key)
    };
    key.is_some_and(|key| !is_pasted(key))
}

/// The field that `mended` is the value of, if it stands at the left edge.
fn meant_field(text: &str, mended: &Mended) -> Option<(Key, Value)> {
    let start = text[..mended.span.start]
        .rfind('\n')
        .map_or(0, |line| line + 1);
    let (key, _) = text[start..mended.span.start].split_once(':')?;
    if key.is_empty() || key.starts_with([' ', '-', '\t']) {
        return None;
    }
    let mut value = tree(&mended.with).ok()?;
    value.is_salvaged = true;
    let own = Span::new(mended.span.clone());
    value.spans(&mut |span| *span = span.shifted(mended.span.start));
    if matches!(value.node, Node::Text { .. }) {
        value.span = own;
    }
    let key = Key {
        text: key.trim_end().to_owned(),
        span: Span::new(start..start + key.len()),
    };
    Some((key, value))
}
