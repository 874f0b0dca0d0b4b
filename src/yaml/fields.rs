//! A mapping, field by field.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Map, Node, Value, parse};
use crate::diagnostic::{Code, Finding, PlacePath, Suggestions, codes};
use crate::source::Span;
use crate::text::Arg;

/// The file that is read and the findings so far.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file.
    pub path: PlacePath,
    /// What was found wrong.
    pub findings: &'a mut Vec<Finding>,
}

/// Reads `text`, that of the file `path`, one YAML document, by `read`. `None`, and a finding, if it
/// isn't YAML.
pub fn read_file<T>(
    text: &str,
    path: impl Into<PlacePath>,
    findings: &mut Vec<Finding>,
    read: impl FnOnce(&Value, &mut Reader<'_>) -> T,
) -> Option<T> {
    let path = path.into();
    match parse(text, 0, &path) {
        Ok(value) => Some(read(&value, &mut Reader { path, findings })),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

impl Reader<'_> {
    /// Adds a finding at `span`, to be told more.
    pub fn report(&mut self, code: &'static Code, span: Span) -> &mut Finding {
        self.findings.push(Finding::new(code, &self.path).at(span));
        self.findings.last_mut().expect("one was pushed")
    }

    /// Reports that `value`, of the field `key`, isn't what the message `expected` names.
    pub fn wrong_type(&mut self, key: &str, value: &Value, expected: &'static str) {
        let finding = self.report(&codes::WRONG_TYPE, value.span);
        finding.set_arg("key", key);
        finding.set_arg("expected", Arg::Message(expected));
        finding
            .args
            .insert("found", Arg::Message(value.type_name()));
    }

    /// Reports that `value` is none of `allowed`.
    pub fn unknown_value(&mut self, key: &str, found: &str, span: Span, allowed: &[&str]) {
        let finding = self.report(&codes::UNKNOWN_VALUE, span);
        finding.set_arg("key", key);
        finding.set_arg("value", found);
        finding.set_arg("allowed", allowed.join(", "));
        let allowed = Suggestions::new(allowed.iter().copied());
        finding.suggestion = allowed.nearest(found).map(str::to_owned);
    }

    /// Text, with numbers and dates as spelled. `None`, and a finding, for anything else; `None`
    /// alone for nothing.
    pub fn text(&mut self, key: &str, value: &Value) -> Option<String> {
        match &value.node {
            Node::Text { text, .. } => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            Node::Flag(flag) => Some(flag.to_string()),
            Node::Null => None,
            _ => {
                self.wrong_type(key, value, "type-text");
                None
            }
        }
    }

    /// A day in the form 2018-06-15. The German form is recognised, and its ISO form offered.
    pub fn date(&mut self, key: &str, value: &Value) -> Option<Date> {
        let text = self.text(key, value)?;
        if let Ok(date) = text.parse::<Date>()
            && text.len() == 10
        {
            return Some(date);
        }
        let meant = german_date(&text);
        let finding = self.report(&codes::NOT_A_DATE, value.span);
        finding.set_arg("key", key);
        finding.set_arg("value", text);
        finding.suggestion = meant.map(|date| date.to_string());
        if let Some(date) = meant {
            finding.set_fix(value.span, date.to_string());
        }
        None
    }

    /// The items of a list. A single scalar counts as a list of one, as authors often mean it.
    pub fn list<'v>(&mut self, key: &str, value: &'v Value) -> Vec<&'v Value> {
        match &value.node {
            Node::List(items) => items.iter().collect(),
            Node::Text { .. } | Node::Flag(_) => vec![value],
            Node::Null => Vec::new(),
            Node::Map(_) => {
                self.wrong_type(key, value, "type-list");
                Vec::new()
            }
        }
    }
}

/// The fields of one mapping. Every key that is asked for counts as known.
#[derive(Debug)]
pub struct Fields<'v> {
    map: &'v Map,
    span: Span,
    known: BTreeSet<&'static str>,
}

impl<'v> Fields<'v> {
    /// The fields of `value`, or `None` and a finding if it is no mapping. `key` names it there.
    pub fn of(value: &'v Value, key: &str, reader: &mut Reader<'_>) -> Option<Self> {
        static EMPTY: Map = Map::new();
        let map = match &value.node {
            Node::Map(map) => map,
            Node::Null => &EMPTY,
            _ => {
                reader.wrong_type(key, value, "type-map");
                return None;
            }
        };
        Some(Self {
            map,
            span: value.span,
            known: BTreeSet::new(),
        })
    }

    /// The value of `key`; `None` if the key is absent or empty.
    pub fn get(&mut self, key: &'static str) -> Option<&'v Value> {
        self.known.insert(key);
        let (_, value) = self.map.iter().find(|(k, _)| k.text == key)?;
        (value.node != Node::Null).then_some(value)
    }

    /// The text of `key`.
    pub fn text(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<String> {
        self.get(key).and_then(|value| reader.text(key, value))
    }

    /// The text of `key`, which has to be there.
    pub fn required_text(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<String> {
        let text = self.text(key, reader);
        if text.is_none() && self.get(key).is_none_or(Value::is_blank) {
            reader
                .report(&codes::MISSING_KEY, self.span)
                .args
                .insert("key", key.into());
        }
        text
    }

    /// The texts of the list `key`.
    pub fn texts(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Vec<String> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let items = reader.list(key, value);
        items
            .into_iter()
            .filter_map(|item| reader.text(key, item))
            .collect()
    }

    /// The flag `key`.
    pub fn flag(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<bool> {
        let value = self.get(key)?;
        if let Node::Flag(flag) = value.node {
            return Some(flag);
        }
        reader.wrong_type(key, value, "type-flag");
        None
    }

    /// The whole number `key`.
    pub fn integer(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<i64> {
        let value = self.get(key)?;
        let number = value.as_text().and_then(|text| text.trim().parse().ok());
        if number.is_none() {
            reader.wrong_type(key, value, "type-integer");
        }
        number
    }

    /// The entries whose keys were not asked for.
    pub fn rest(&self) -> impl Iterator<Item = &'v (super::Key, Value)> + use<'v, '_> {
        self.map
            .iter()
            .filter(|(key, _)| !self.known.contains(key.text.as_str()))
    }

    /// Reports every key that was not asked for, with the nearest one that was. Gives those that
    /// were.
    pub fn finish(self, reader: &mut Reader<'_>) -> BTreeSet<&'static str> {
        let known = OnceCell::new();
        for (key, _) in self.rest() {
            let known = known.get_or_init(|| Suggestions::new(self.known.iter().copied()));
            unknown_key(key, known, reader);
        }
        self.known
    }
}

/// Reports `key` as unknown among `known`.
pub fn unknown_key(key: &super::Key, known: &Suggestions<'_>, reader: &mut Reader<'_>) {
    let offer = known.nearest(&key.text).map(str::to_owned);
    let finding = reader.report(&codes::UNKNOWN_KEY, key.span);
    finding.set_arg("key", key.text.as_str());
    finding.suggestion = offer;
}

/// A day in the form 15.6.2018.
fn german_date(text: &str) -> Option<Date> {
    let parts = text.split('.').filter_map(|part| part.trim().parse().ok());
    let [day, month, year]: [i16; 3] = parts.collect::<Vec<_>>().try_into().ok()?;
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}
