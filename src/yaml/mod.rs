//! YAML values with the places where they stand.
//!
//! 1. [`parse()`] reads one document into a [`Value`] tree. Every value and key knows its bytes in
//!    the file, and every plain scalar keeps its spelling, so `012` stays a postcode. Of a document
//!    that can't be read, it gives why, and what is left.
//! 2. [`Fields`] walks a mapping: it gives the values by key and type, and reports wrong types and
//!    keys that nobody asked for.
//! 3. [`write`](mod@write) puts texts into YAML that the program writes.

mod diagnose;
mod fields;
mod lines;
mod parse;
mod quote;
mod reader;
mod remark;
mod remedies;
mod salvage;
mod several;
pub mod write;

use crate::source::Span;

pub use fields::{Fields, unknown_key};
pub use parse::{Unreadable, parse, read};
pub use reader::{Reader, flag, read_file};
pub use remark::Remarked;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The bytes of a scalar, or the place where a collection begins.
    pub span: Span,
    /// What it is.
    pub node: Node,
    /// What stands behind it on its line, as a comment.
    pub cut: Option<Cut>,
    /// Whether it is what a field was meant to say that YAML can't read, which is told already.
    pub is_salvaged: bool,
}

/// A comment behind a value without quotes. Who writes `Room #5` means no comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// From the value's first byte to the comment's last.
    pub span: Span,
    /// What stands there.
    pub whole: String,
    /// Whether it is more likely to be text than a comment.
    pub sticky: bool,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nothing, `~` or `null`, in small letters as YAML writes it.
    Null,
    /// `true` or `false`, in small letters.
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
    /// A value with nothing behind it.
    pub fn new(span: Span, node: Node) -> Self {
        Self {
            span,
            node,
            cut: None,
            is_salvaged: false,
        }
    }

    /// Calls `place` on every place in it.
    pub fn spans(&mut self, place: &mut impl FnMut(&mut Span)) {
        place(&mut self.span);
        if let Some(cut) = &mut self.cut {
            place(&mut cut.span);
        }
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

    /// Whether a group has no braces: one in braces has the place of its brace.
    fn is_bare(&self) -> bool {
        self.span.start == self.span.end
    }

    /// What an author has written who meant a text and got a list or a mapping of one: `[Draft]`, `Part 1: Start`;
    /// and where it stands, where that is known.
    fn as_written(&self) -> Option<(String, Option<Span>)> {
        match &self.node {
            Node::List(items) => match items.as_slice() {
                [item] => Some((format!("[{}]", item.as_text()?), None)),
                _ => None,
            },
            Node::Map(map) => match map.as_slice() {
                [(key, value)] if value.node == Node::Null => {
                    let text = if self.is_bare() {
                        key.text.clone()
                    } else {
                        format!("{{{}}}", key.text)
                    };
                    Some((text, None))
                }
                [(key, value)] => {
                    let span = Span::new(key.span.range().start..value.span.range().end);
                    let text = format!("{}: {}", key.text, value.as_text()?);
                    Some((text, self.is_bare().then_some(span)))
                }
                _ => None,
            },
            _ => None,
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
