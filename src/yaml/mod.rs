//! YAML values with the places where they stand.
//!
//! 1. [`parse`] reads one document into a [`Value`] tree. Every value and key knows its bytes in
//!    the file, and every plain scalar keeps its spelling, so `012` stays a postcode.
//! 2. [`Fields`] walks a mapping: it gives the values by key and type, and reports wrong types and
//!    keys that nobody asked for.

mod fields;
mod parse;

use crate::source::Span;

pub use fields::{Fields, Reader, read_file, unknown_key};
pub use parse::parse;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The bytes of a scalar, or the place where a collection begins.
    pub span: Span,
    /// What it is.
    pub node: Node,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// Text, a number or a date, as spelled. `plain` is false for quoted and block text.
    Text {
        /// The text.
        text: String,
        /// Whether it stands there without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Value>),
    /// A mapping, in the order of the file.
    Map(Map),
}

/// A mapping.
pub type Map = Vec<(Key, Value)>;

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Value {
    /// Calls `place` on every place in it.
    pub fn spans(&mut self, place: &mut impl FnMut(&mut Span)) {
        place(&mut self.span);
        match &mut self.node {
            Node::List(values) => values.iter_mut().for_each(|value| value.spans(place)),
            Node::Map(map) => {
                for (key, value) in map {
                    place(&mut key.span);
                    value.spans(place);
                }
            }
            _ => {}
        }
    }

    /// The text of a scalar that isn't empty.
    pub fn as_text(&self) -> Option<&str> {
        match &self.node {
            Node::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether it is nothing, or text of blanks.
    pub fn is_blank(&self) -> bool {
        match &self.node {
            Node::Null => true,
            Node::Text { text, .. } => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The message id of what this value is, for findings.
    pub fn type_name(&self) -> &'static str {
        match &self.node {
            Node::Null => "type-nothing",
            Node::Flag(_) => "type-flag",
            Node::Text { text, plain: true } if text.parse::<f64>().is_ok() => "type-number",
            Node::Text { .. } => "type-text",
            Node::List(_) => "type-list",
            Node::Map(_) => "type-map",
        }
    }
}
