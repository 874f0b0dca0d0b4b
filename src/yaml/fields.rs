//! A mapping, field by field.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::reader::Reader;
use super::{Map, Node, Value};
use crate::diagnostic::{Suggestions, codes};
use crate::source::Span;

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
        for (_, value) in map {
            reader.check_empty(value);
        }
        Some(Self {
            map,
            span: value.span,
            known: BTreeSet::new(),
        })
    }

    /// The value of `key`; `None` if the key is absent or empty.
    pub fn get(&mut self, key: &'static str) -> Option<&'v Value> {
        self.raw(key).filter(|value| value.node != Node::Null)
    }

    fn raw(&mut self, key: &'static str) -> Option<&'v Value> {
        self.known.insert(key);
        let (_, value) = self.map.iter().find(|(k, _)| k.text == key)?;
        Some(value)
    }

    /// Where `key` stands with nothing behind it, not even a comment.
    pub fn blank(&self, key: &str) -> Option<Span> {
        let (key, value) = self.map.iter().find(|(k, _)| k.text == key)?;
        (value.is_blank() && value.cut.is_none()).then_some(key.span)
    }

    /// The words of `key`, as [`Reader::plain`] reads them.
    pub fn plain(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<String> {
        let value = self.raw(key)?;
        reader.plain(key, value)
    }

    /// The text of `key`.
    pub fn text(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<String> {
        let value = self.get(key)?;
        reader.text(key, value)
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
        let value = self.get(key);
        let texts = value.map_or_else(Vec::new, |value| reader.texts(key, value));
        texts.into_iter().map(|text| text.value).collect()
    }

    /// The names of people and offices in the list `key`.
    pub fn people(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Vec<String> {
        let value = self.get(key);
        value.map_or_else(Vec::new, |value| reader.people(key, value))
    }

    /// The words of the list `key` that are shown as they are.
    pub fn words(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Vec<String> {
        let value = self.get(key);
        value.map_or_else(Vec::new, |value| reader.words(key, value))
    }

    /// The flag `key`.
    pub fn flag(&mut self, key: &'static str, reader: &mut Reader<'_>) -> Option<bool> {
        let value = self.get(key)?;
        reader.flag(key, value)
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
    if let Some(name) = offer
        .as_ref()
        .filter(|name| name.eq_ignore_ascii_case(&key.text))
    {
        finding.set_fix(key.span, name.as_str());
    }
    finding.suggestion = offer;
}
