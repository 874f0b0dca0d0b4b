//! Text to [`Value`]s, through the YAML crate's deserializer.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Error, Options, Spanned};

use super::{Key, Node, Value};
use crate::diagnostic::{Finding, PlacePath, codes};
use crate::source::Span;

/// Reads the YAML document `text`, which begins at byte `offset` of the file `path`.
///
/// # Errors
/// A finding at the first place that can't be read.
pub fn parse(text: &str, offset: usize, path: impl Into<PlacePath>) -> Result<Value, Box<Finding>> {
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options()) {
        Ok(raw) => Ok(to_value(raw, text, offset)),
        Err(error) => Err(Box::new(finding(&error, text, offset, path.into()))),
    }
}

fn options() -> Options {
    let mut options = serde_yaml::options! {
        strict_booleans: true,
        with_snippet: false,
        leading_zero_numbers_as_strings: true,
    };
    if let Some(budget) = &mut options.budget {
        // Anchors and aliases have no use in a handbook, and aliases can make a small file huge.
        budget.max_anchors = 0;
        budget.max_depth = 32;
    }
    options
}

/// A value as the deserializer gives it: numbers keep nothing of their spelling.
enum Raw {
    Null,
    Flag(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Raw, E> {
        Ok(Raw::Flag(flag))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut map: Vec<(Spanned<String>, Spanned<Raw>)> = Vec::new();
        while let Some((key, value)) = access.next_entry::<Spanned<String>, _>()? {
            if key.value == "<<" {
                return Err(A::Error::custom("merge keys are not supported"));
            }
            map.push((key, value));
        }
        Ok(Raw::Map(map))
    }
}

/// Gives every value its place in the file and every plain scalar its spelling.
fn to_value(raw: Spanned<Raw>, text: &str, offset: usize) -> Value {
    let span = span_of(&raw);
    let spelled = text.get(span.range()).unwrap_or_default();
    let plain = !spelled.starts_with(['"', '\'']) && !spelled.contains('\n');
    let node = match raw.value {
        Raw::Null => Node::Null,
        Raw::Flag(flag) => Node::Flag(flag),
        Raw::Number => Node::Text {
            text: spelled.to_owned(),
            plain: true,
        },
        Raw::Text(text) => Node::Text {
            plain: plain && text == spelled,
            text,
        },
        Raw::List(list) => Node::List(
            list.into_iter()
                .map(|value| to_value(value, text, offset))
                .collect(),
        ),
        Raw::Map(map) => Node::Map(
            map.into_iter()
                .map(|(key, value)| {
                    let span = span_of(&key).shifted(offset);
                    (
                        Key {
                            text: key.value,
                            span,
                        },
                        to_value(value, text, offset),
                    )
                })
                .collect(),
        ),
    };
    Value {
        span: span.shifted(offset),
        node,
    }
}

fn span_of<T>(value: &Spanned<T>) -> Span {
    let span = value.referenced.span();
    let number = |n: Option<u64>| n.and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    let start = number(span.byte_offset());
    Span::new(start..start + number(span.byte_len()))
}

/// The author's view of an error: where it is, and what to type instead.
fn finding(error: &Error, text: &str, offset: usize, path: PlacePath) -> Finding {
    let at = error.location().map_or(0, |place| {
        let line_start = text
            .split_inclusive('\n')
            .take(usize::try_from(place.line()).unwrap_or(1).saturating_sub(1))
            .map(str::len)
            .sum::<usize>();
        let column = usize::try_from(place.column())
            .unwrap_or(1)
            .saturating_sub(1);
        let line = &text[line_start.min(text.len())..];
        line_start
            + line
                .char_indices()
                .nth(column)
                .map_or(line.len(), |(at, _)| at)
    });
    let line_start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let message = error.to_string();
    let caret = |at: usize| Span::new(at..at + 1).shifted(offset);

    if let Error::DuplicateMappingKey { .. } = error {
        let key = line.split(':').next().unwrap_or_default().trim().to_owned();
        let span = Span::new(at..at + key.len()).shifted(offset);
        return Finding::new(&codes::YAML_DUPLICATE_KEY, path)
            .at(span)
            .with("key", key);
    }
    if let Error::Budget { .. } = error {
        return match anchor(text) {
            Some(at) => Finding::new(&codes::YAML_ANCHOR, path).at(caret(at)),
            None => Finding::new(&codes::YAML_LIMIT, path).at(caret(at)),
        };
    }
    if message.contains("limit exceeded") {
        return Finding::new(&codes::YAML_LIMIT, path).at(caret(at));
    }
    let indent = &line[..line.len() - line.trim_start().len()];
    if let Some(tab) = indent.find('\t') {
        return Finding::new(&codes::YAML_TAB, path).at(caret(line_start + tab));
    }
    if message.contains("unclosed") || message.contains("end of stream") {
        return Finding::new(&codes::YAML_UNCLOSED, path).at(caret(at));
    }
    // A colon, or a sign that YAML keeps for itself, within plain text: the most frequent mistake.
    if let Some((key, value)) = line.trim().split_once(": ") {
        let value = value.trim();
        let reserved = value.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '"', '\'']);
        let quoted = value.starts_with(['"', '\'', '[', '{']);
        if !quoted && (value.contains(": ") || value.ends_with(':') || reserved) {
            let start = text[line_start..]
                .find(value)
                .map_or(at, |found| line_start + found);
            let span = Span::new(start..start + value.len()).shifted(offset);
            let value = value.replace('"', "\\\"");
            return Finding::new(&codes::YAML_NEEDS_QUOTES, path)
                .at(span)
                .with("line", format!("{key}: \"{value}\""));
        }
    }
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(what, _)| what);
    Finding::new(&codes::YAML_SYNTAX, path)
        .at(caret(at))
        .with("message", message)
}

/// Where an anchor or an alias begins.
fn anchor(text: &str) -> Option<usize> {
    text.char_indices().find_map(|(at, c)| {
        let begins = text[..at].ends_with([' ', '[', '{', ',']);
        let named = text[at + c.len_utf8()..].starts_with(char::is_alphanumeric);
        (matches!(c, '&' | '*') && begins && named).then_some(at)
    })
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
        let finding = parse(yaml, 0, PlacePath::from_root("a.yml")).unwrap_err();
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
}
