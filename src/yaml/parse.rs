//! Text to [`Value`]s.
//!
//! 1. The parser's events are put together into a tree. Every node keeps its place, every plain scalar its
//!    spelling, and whatever stands behind it as a comment.
//! 2. What can't be read, or can mean nothing in a handbook, is told in words of our own ([`diagnose`]).
//! 3. What is left of such a text is read too ([`salvage`]), so that one mistake doesn't look like many.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span as Place, options};

use super::quote::{self, is_sticky};
use super::salvage::salvage;
use super::{Cut, Key, Map, Node, Value, diagnose};
use crate::diagnostic::{Finding, PlacePath};
use crate::source::{Span, is_forbidden_character};

/// Nothing in a handbook needs more levels.
const DEPTH_MAX: usize = 32;

/// A text that isn't YAML as a whole.
#[derive(Debug)]
pub struct Unreadable {
    /// Why, and what to type instead.
    pub finding: Finding,
    /// What could be read of it.
    pub rest: Option<Value>,
}

/// Reads the YAML document `text`, which begins at byte `offset` of the file `path`.
///
/// # Errors
/// A finding at the first place that can't be read, and what is readable apart from it.
pub fn parse(
    text: &str,
    offset: usize,
    path: impl Into<PlacePath>,
) -> Result<Value, Box<Unreadable>> {
    let shifted = |mut value: Value| {
        value.spans(&mut |span| *span = span.shifted(offset));
        value
    };
    let trouble = match tree(text) {
        Ok(value) => return Ok(shifted(value)),
        Err(trouble) => trouble,
    };
    let diagnosis = diagnose::diagnose(text, &trouble);
    let rest = salvage(text, &diagnosis).map(shifted);
    Err(Box::new(Unreadable {
        finding: diagnosis.finding(&path.into(), offset),
        rest,
    }))
}

/// Reads the YAML document `text`, that of the file `path`. What is wrong with it goes to `findings`.
pub fn read(text: &str, path: impl Into<PlacePath>, findings: &mut Vec<Finding>) -> Option<Value> {
    match parse(text, 0, path) {
        Ok(value) => Some(value),
        Err(unreadable) => {
            findings.push(unreadable.finding);
            unreadable.rest
        }
    }
}

/// Why a text is no tree.
#[derive(Debug)]
pub(super) struct Trouble {
    /// The byte where it shows.
    pub at: usize,
    /// What it is.
    pub kind: Kind,
}

/// What keeps a text from being a tree.
#[derive(Debug)]
pub(super) enum Kind {
    /// The parser's reason.
    Syntax(ErrorKind),
    /// A key that stands there twice, at `first` too.
    DuplicateKey { key: String, first: Span },
    /// A value with a name, or the name of one.
    Anchor { used: bool },
    /// A tag, such as `!important`.
    Tag,
    /// A list or a mapping in the place of a key.
    KeyWithoutText,
    /// More behind the end of the document.
    SecondDocument,
    /// Backslashes that were meant as such.
    Escape,
    /// A field whose colon has no blank behind it.
    ColonWithoutBlank,
    /// An item of a list that continues the text above it.
    ItemInText,
    /// A line that begins with another sign than a hyphen and a blank, where a list was meant.
    Bullet,
}

/// The tree of `text`.
pub(super) fn tree(text: &str) -> Result<Value, Trouble> {
    let options = options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH_MAX,
        block_nesting_limit: DEPTH_MAX,
        max_directive_bytes: 128,
    };
    let mut builder = Builder {
        text,
        open: Vec::new(),
        root: None,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, place)) => builder.take(event, place)?,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
                let kind = Kind::Syntax(error.kind().clone());
                return Err(Trouble { at, kind });
            }
        }
    }
    let root = builder
        .root
        .unwrap_or(Value::new(Span::new(0..0), Node::Null));
    match root.as_text() {
        Some(root_text) if is_field_without_blank(root_text) => Err(Trouble {
            at: root.span.range().start,
            kind: Kind::ColonWithoutBlank,
        }),
        _ => Ok(root),
    }
}

/// Whether a text that should be a mapping begins with `key:value`.
fn is_field_without_blank(text: &str) -> bool {
    text.split_once(':').is_some_and(|(key, value)| {
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !key.is_empty() && key.chars().all(is_key) && !value.starts_with("//")
    })
}

/// Where a line of a text without quotes begins like an item of a list.
fn item_in_text(text: &str, style: ScalarStyle) -> Option<usize> {
    let lines = text.match_indices('\n').map(|(at, _)| &text[at + 1..]);
    let mut items = lines.filter(|line| line.trim_start().starts_with("- "));
    let line = items.next().filter(|_| style == ScalarStyle::Plain)?;
    Some(text.len() - line.trim_start().len())
}

struct Builder<'t> {
    text: &'t str,
    open: Vec<Open>,
    root: Option<Value>,
}

/// A collection that isn't complete yet.
enum Open {
    List(Span, Vec<Value>),
    Map {
        span: Span,
        map: Map,
        key: Option<Key>,
        seen: BTreeMap<String, Span>,
    },
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, place: Place) -> Result<(), Trouble> {
        let bytes = place.byte_range().unwrap_or_default();
        let span = Span::new(bytes.clone());
        let trouble = |at: usize, kind: Kind| Err(Trouble { at, kind });
        let tag = place.tag_span().and_then(|tag| tag.start.byte_offset());
        if let Some(at) = tag {
            return trouble(at, Kind::Tag);
        }
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                return trouble(bytes.start, Kind::SecondDocument);
            }
            Event::Anchor(_, name) => {
                let used = self.text.contains(&format!("*{name}"));
                return trouble(bytes.start, Kind::Anchor { used });
            }
            Event::Alias(_) => return trouble(bytes.start, Kind::Anchor { used: true }),
            Event::UnresolvedAlias(_) => return trouble(bytes.start, Kind::Anchor { used: false }),
            Event::Scalar(value, style, ..) => {
                // What a backslash makes must be a character that a page can hold.
                let is_escape = quote::is_path(&self.text[bytes.clone()])
                    || value.contains(is_forbidden_character);
                if style == ScalarStyle::DoubleQuoted && is_escape {
                    return trouble(bytes.start, Kind::Escape);
                }
                if let Some(item) = item_in_text(&self.text[bytes.clone()], style) {
                    return trouble(bytes.start + item, Kind::ItemInText);
                }
                if style == ScalarStyle::Plain && self.is_bullet(span) {
                    return trouble(bytes.start, Kind::Bullet);
                }
                let value = self.scalar(value.into_owned(), style, span);
                return self.put(value);
            }
            Event::SequenceStart(..) => {
                self.no_key_yet(bytes.start)?;
                self.open.push(Open::List(span, Vec::new()));
            }
            Event::MappingStart(..) => {
                self.no_key_yet(bytes.start)?;
                self.open.push(Open::Map {
                    span,
                    map: Map::new(),
                    key: None,
                    seen: BTreeMap::new(),
                });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let value = match self.open.pop() {
                    Some(Open::List(span, items)) => Value::new(span, Node::List(items)),
                    Some(Open::Map { span, map, .. }) => Value::new(span, Node::Map(map)),
                    None => return Ok(()),
                };
                return self.put(value);
            }
            _ => {}
        }
        Ok(())
    }

    /// Fails if the collection that begins at `at` would be a key.
    fn no_key_yet(&self, at: usize) -> Result<(), Trouble> {
        match self.open.last() {
            Some(Open::Map { key: None, .. }) => Err(Trouble {
                at,
                kind: Kind::KeyWithoutText,
            }),
            _ => Ok(()),
        }
    }

    fn scalar(&self, value: String, style: ScalarStyle, span: Span) -> Value {
        let plain = style == ScalarStyle::Plain;
        let node = match value.as_str() {
            "" | "~" | "null" if plain => Node::Null,
            "true" if plain => Node::Flag(true),
            "false" if plain => Node::Flag(false),
            _ => Node::Text {
                plain: plain && self.text.get(span.range()) == Some(&value),
                text: value,
            },
        };
        Value {
            cut: plain.then(|| self.cut(span)).flatten(),
            ..Value::new(span, node)
        }
    }

    /// Whether a scalar below its field begins as items of lists do elsewhere.
    fn is_bullet(&self, span: Span) -> bool {
        let (before, text) = self.text.split_at(span.range().start);
        let hyphen = text.strip_prefix('-');
        let hyphen = hyphen.is_some_and(|text| text.starts_with(char::is_alphabetic));
        let bullet = hyphen || text.starts_with(['•', '·', '–', '—', '▪', '◦']);
        bullet && !self.open.is_empty() && before.trim_end_matches([' ', '\t']).ends_with('\n')
    }

    /// What the `#` behind a plain scalar takes away from it, on its line or on one that was to continue it.
    fn cut(&self, span: Span) -> Option<Cut> {
        let Range { mut start, end } = span.range();
        // An empty item stands behind the comment that it consists of.
        let line = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let item = self.text[line..end].trim_start().trim_start_matches("- ");
        if start == end && item.starts_with('#') {
            let item = item.trim_end();
            let at = line + self.text[line..end].find('#').unwrap_or_default();
            return Some(Cut {
                span: Span::new(at..at + item.len()),
                whole: item.to_owned(),
                sticky: is_sticky(item),
            });
        }
        let behind = &self.text[end..];
        // An empty value may stand before the sign that it follows.
        let colon = usize::from(start == end && behind.starts_with([':', '-']));
        let seen = behind[colon..].trim_start_matches([' ', '\t']);
        let blanks = behind.len() - colon - seen.len();
        if blanks > 0 && seen.starts_with('#') {
            let line = behind[colon..].split('\n').next()?;
            if start == end {
                start = end + colon + blanks;
            }
            let end = end + colon + line.trim_end().len();
            return Some(Cut {
                span: Span::new(start..end),
                whole: self.text[start..end].to_owned(),
                sticky: is_sticky(&line[blanks..]),
            });
        }
        let next = behind.strip_prefix("\r\n").or(behind.strip_prefix('\n'))?;
        let next = next.split('\n').next()?.trim_end();
        let rest = next.trim_start();
        let begin = self.text[..start].rfind('\n').map_or(0, |line| line + 1);
        let own = self.text[begin..].len() - self.text[begin..].trim_start_matches(' ').len();
        let continues = start < end && next.len() - rest.len() > own && rest.starts_with('#');
        let is_text = continues && !rest.contains(": ") && !rest[1..].starts_with([' ', '#', '-']);
        is_text.then(|| Cut {
            span: Span::new(start..end + behind.find(next).unwrap_or(0) + next.len()),
            whole: format!("{} {rest}", &self.text[start..end]),
            sticky: true,
        })
    }

    fn put(&mut self, value: Value) -> Result<(), Trouble> {
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some(Open::List(_, items)) => items.push(value),
            Some(Open::Map { map, key, seen, .. }) => match key.take() {
                Some(key) => map.push((key, value)),
                None => {
                    let text = match value.node {
                        Node::Text { text, .. } => text,
                        Node::Flag(flag) => flag.to_string(),
                        _ => self.text[value.span.range()].to_owned(),
                    };
                    let span = value.span;
                    if let Some(first) = seen.insert(text.clone(), span) {
                        return Err(Trouble {
                            at: span.range().start,
                            kind: Kind::DuplicateKey { key: text, first },
                        });
                    }
                    *key = Some(Key { text, span });
                }
            },
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(yaml: &str) -> Vec<(String, Node, usize)> {
        let value = parse(yaml, 100, PlacePath::from_root("a.yml")).unwrap();
        let Node::Map(map) = value.node else {
            panic!("no mapping")
        };
        map.into_iter()
            .map(|(key, v)| (key.text, v.node, v.span.start as usize - 100))
            .collect()
    }

    fn slug_of(yaml: &str) -> (&'static str, usize) {
        let finding = parse(yaml, 0, PlacePath::from_root("a.yml"))
            .unwrap_err()
            .finding;
        (
            finding.code.slug,
            finding.place.span.unwrap().start as usize,
        )
    }

    #[test]
    fn scalars_keep_their_spelling_and_place() {
        let plain = |text: &str| Node::Text {
            text: text.into(),
            plain: true,
        };
        let quoted = |text: &str| Node::Text {
            text: text.into(),
            plain: false,
        };
        let yaml = "plz: 01067\nn: 1.10\nja: true\nzitat: \"a: b\"\nblock: |\n  x\nleer:\n";
        assert_eq!(
            text_of(yaml),
            [
                ("plz".into(), plain("01067"), 5),
                ("n".into(), plain("1.10"), 14),
                ("ja".into(), Node::Flag(true), 23),
                ("zitat".into(), quoted("a: b"), 35),
                ("block".into(), quoted("x\n"), 53),
                ("leer".into(), Node::Null, 59),
            ]
        );
    }

    #[test]
    fn what_looks_like_a_number_or_a_word_of_yaml_stays_as_spelled() {
        let spelled = [
            "1.0",
            "1e3",
            "0x10",
            "007",
            "0o17",
            "1_000",
            ".5",
            "1e999",
            ".inf",
            ".nan",
            "12:30",
            "2026-05-03",
            "Ja",
            "Nein",
            "yes",
            "No",
            "on",
            "Off",
            "True",
            "FALSE",
            "Null",
            "NULL",
            "=",
            "<<",
            "123456789012345678901234567890",
        ];
        for text in spelled {
            let found = text_of(&format!("a: {text}\n"));
            let Node::Text { text: read, .. } = &found[0].1 else {
                panic!("{text} is {:?}", found[0].1)
            };
            assert_eq!(read, text);
        }
    }

    #[test]
    fn what_no_page_may_hold_is_refused() {
        assert!(parse("a: \"x\\x07\"\n", 0, PlacePath::from_root("a.yml")).is_err());
    }

    #[test]
    fn frequent_mistakes_are_named() {
        assert_eq!(slug_of("title: Treffen: Tag 1\n"), ("yaml-needs-quotes", 7));
        assert_eq!(
            slug_of("ok: ja\nmail: @kommune\n"),
            ("yaml-needs-quotes", 13)
        );
        assert_eq!(slug_of("a: 1\na: 2\n"), ("yaml-duplicate-key", 5));
        assert_eq!(slug_of("title: \"offen\nb: 1\n").0, "yaml-unclosed");
        assert_eq!(slug_of("a: &x 1\nb: *x\n").0, "yaml-anchor");
        assert_eq!(slug_of("a:\n\t- b\n").0, "yaml-tab");
    }

    #[test]
    fn aliases_cannot_make_a_small_file_huge() {
        let mut bomb = String::from("a0: &a0 [x, x]\n");
        for n in 1..30 {
            bomb += &format!("a{n}: &a{n} [*a{}, *a{}]\n", n - 1, n - 1);
        }
        assert_eq!(slug_of(&bomb).0, "yaml-anchor");
        assert_eq!(slug_of(&"[".repeat(100_000)).0, "yaml-limit");
    }

    #[test]
    fn what_is_left_of_a_text_is_read_too() {
        let yaml = "id: a\ntitle: Teil 1: Anfang\nkind: tool\n";
        let rest = parse(yaml, 0, PlacePath::from_root("a.yml"))
            .unwrap_err()
            .rest;
        let Some(Value {
            node: Node::Map(map),
            ..
        }) = rest
        else {
            panic!("nothing is left")
        };
        let texts: Vec<_> = map
            .iter()
            .map(|(key, value)| (key.text.as_str(), value.as_text()))
            .collect();
        assert_eq!(
            texts,
            [
                ("id", Some("a")),
                ("kind", Some("tool")),
                ("title", Some("Teil 1: Anfang"))
            ]
        );
    }
}
