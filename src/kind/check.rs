//! Fields of front matter, checked against their kind.

mod amounts;
mod choices;
mod records;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::{
    Choice, Duration, Field, FieldType, FieldValue, FileRef, FrontMatter, Kind, MarkdownText,
    Range, Record, RefTo, Status, front_matter,
};
use crate::diagnostic::{Code, Severity, Suggestions, codes};
use crate::source::{Span, Spanned, web};
use crate::yaml::{Key, Node, Reader, Value, unknown_key};

/// What stands for an answer that is still to come.
const PLACEHOLDERS: [&str; 6] = ["…", "...", "TODO", "???", "xxx", "XXX"];

/// A chapter's fields, typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked {
    /// Index of the kind's field and value, in the order of the declaration.
    pub values: Record,
    /// Indices of fields that are deliberately left open.
    pub open: Vec<usize>,
}

impl Checked {
    /// The value of the field with this index.
    pub fn get(&self, field: usize) -> Option<&FieldValue> {
        self.values
            .iter()
            .find(|(index, _)| *index == field)
            .map(|(_, value)| value)
    }

    /// All Markdown texts, in the order of their indices.
    pub fn markdown(&self) -> Vec<&MarkdownText> {
        let mut found = Vec::new();
        for (_, value) in &self.values {
            value.each_markdown(&mut |text| found.push(text));
        }
        found
    }
}

/// Reads the fields of `front` as `kind` declares them. What a translation leaves out and does not
/// depend on a language comes from its `original`; the indices of such fields are given too.
pub fn check(
    front: &FrontMatter,
    kind: &Kind,
    original: Option<&Checked>,
    reader: &mut Reader<'_>,
) -> (Checked, Vec<usize>) {
    let mut checker = Checker {
        reader,
        markdown_fields: 0,
        is_draft: front.status == Status::Draft,
    };
    let mut values = checker.record(&kind.fields, &front.rest);
    let inherited = inherit(&mut values, kind, front, original);
    let fields = || kind.fields.iter().map(|field| field.id.as_str());
    let known = OnceCell::new();
    let before = reader.findings.len();
    for (key, _) in &front.rest {
        if kind.field(&key.text).is_none() {
            let keys = || Suggestions::new(front_matter::KEYS.into_iter().chain(fields()));
            match super::called::key_of(kind, &key.text) {
                Some(id) => {
                    let finding = reader.report(&codes::UNKNOWN_KEY, key.span);
                    finding.set_arg("key", key.text.as_str());
                    finding.suggestion = Some(id);
                }
                None => unknown_key(key, known.get_or_init(keys), reader),
            }
        }
    }
    // What is there under another name isn't missing.
    let renamed = reader.findings[before..].iter();
    let renamed: BTreeSet<String> = renamed
        .filter_map(|finding| finding.suggestion.clone())
        .collect();
    report_placeholders(front, reader);
    let has = |index| values.iter().any(|(filled, _)| *filled == index);
    let mut open = Vec::new();
    let ids = OnceCell::new();
    for Spanned { value: id, span } in &front.open {
        match kind.field(id) {
            Some((index, _)) => {
                if has(index) {
                    reader
                        .report(&codes::OPEN_BUT_FILLED, *span)
                        .args
                        .insert("field", id.as_str().into());
                }
                open.push(index);
            }
            None => {
                let known = ids.get_or_init(|| Suggestions::new(fields()));
                let offer = known.nearest(id).map(str::to_owned);
                let finding = reader.report(&codes::UNKNOWN_OPEN_FIELD, *span);
                finding.set_arg("field", id.as_str());
                finding.set_arg("kind", kind.id.as_str());
                finding.suggestion = offer;
            }
        }
    }
    let left_open = original.map_or(&[][..], |original| &original.open);
    let left_open = left_open.iter().filter(|index| !has(**index));
    open.extend(left_open.copied().collect::<Vec<_>>());
    open.sort_unstable();
    open.dedup();
    let written: BTreeSet<&str> = front
        .rest
        .iter()
        .filter(|(_, value)| !value.is_blank())
        .map(|(key, _)| key.text.as_str())
        .collect();
    for (index, field) in kind.fields.iter().enumerate() {
        // A value of the wrong type has its own finding.
        let empty_list = front.rest.iter().any(|(key, value)| {
            key.text == field.id.as_str()
                && matches!(&value.node, Node::List(items) if items.is_empty())
        });
        let answered = has(index) || written.contains(field.id.as_str()) && !empty_list;
        let is_renamed = renamed.contains(field.id.as_str());
        if field.required && !answered && !is_renamed && !open.contains(&index) && !front.unreadable
        {
            let empty = front
                .rest
                .iter()
                .find(|(key, _)| key.text == field.id.as_str());
            // What a `#` took away has its own finding.
            if empty.is_some_and(|(_, value)| value.cut.as_ref().is_some_and(|cut| cut.sticky)) {
                continue;
            }
            let place = empty.map_or(front.span, |(key, _)| key.span);
            let finding = reader.report(&codes::MISSING_FIELD, place);
            if front.status == Status::Draft {
                finding.severity = Severity::Note;
            }
            finding.set_arg("field", field.id.as_str());
            finding.set_arg("kind", kind.id.as_str());
        }
    }
    (Checked { values, open }, inherited)
}

/// Finds fields that say nothing yet.
fn report_placeholders(front: &FrontMatter, reader: &mut Reader<'_>) {
    for (_, value) in &front.rest {
        let items = match &value.node {
            Node::List(items) => items.as_slice(),
            _ => std::slice::from_ref(value),
        };
        let said = items
            .iter()
            .filter_map(|item| Some((item.as_text()?, item.span)));
        for (text, span) in said.filter(|(text, _)| PLACEHOLDERS.contains(&text.trim())) {
            let finding = reader.report(&codes::PLACEHOLDER_LEFT, span);
            finding.set_arg("text", text.trim());
            if front.status == Status::Draft {
                finding.severity = Severity::Note;
            }
        }
    }
}

/// Takes over the values of `original` that say the same in every language.
fn inherit(
    values: &mut Record,
    kind: &Kind,
    front: &FrontMatter,
    original: Option<&Checked>,
) -> Vec<usize> {
    let Some(original) = original else {
        return Vec::new();
    };
    let left_out = |index: usize| {
        let id = &kind.fields[index].id;
        let said = front.rest.iter().any(|(key, _)| key.text == id.as_str());
        !said && !front.open.iter().any(|open| open.value == id.as_str())
    };
    let inherited = original
        .values
        .iter()
        .filter(|(index, _)| left_out(*index) && kind.fields[*index].ty.has_no_words());
    let inherited: Record = inherited.cloned().collect();
    let indices = inherited.iter().map(|(index, _)| *index).collect();
    values.extend(inherited);
    values.sort_by_key(|(index, _)| *index);
    indices
}

struct Checker<'r, 'a> {
    reader: &'r mut Reader<'a>,
    markdown_fields: usize,
    /// Whether what is missing may still come.
    is_draft: bool,
}

impl Checker<'_, '_> {
    fn record(&mut self, fields: &[Field], map: &[(Key, Value)]) -> Record {
        let mut record = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let Some((_, value)) = map.iter().find(|(key, _)| key.text == field.id.as_str()) else {
                continue;
            };
            self.reader.check_empty(value);
            let is_prose = matches!(field.ty, FieldType::Text | FieldType::Markdown);
            if value.node != Node::Null || is_prose {
                record.extend(self.value(field, value).map(|value| (index, value)));
            }
        }
        record
    }

    fn value(&mut self, field: &Field, value: &Value) -> Option<FieldValue> {
        let key = field.id.as_str();
        Some(match &field.ty {
            FieldType::Text => FieldValue::Text(self.reader.plain(key, value)?),
            FieldType::Markdown => {
                let text = self.reader.prose(key, value)?;
                let index = self.markdown_fields;
                self.markdown_fields += 1;
                FieldValue::Markdown(MarkdownText {
                    text,
                    span: value.span,
                    index,
                })
            }
            FieldType::Number { min, max, .. } => self.number(field, value, *min, *max)?,
            FieldType::Range(_) => {
                FieldValue::Range(self.quantity(field, value, &codes::NOT_A_RANGE, Range::parse)?)
            }
            FieldType::Duration(_) => {
                let code = &codes::NOT_A_DURATION;
                FieldValue::Duration(self.quantity(field, value, code, Duration::parse)?)
            }
            FieldType::Date => FieldValue::Date(self.reader.date(key, value)?),
            FieldType::Url => {
                let text = self.reader.text(key, value)?;
                // It leaves the page, so it says its scheme.
                let is_whole = !text.starts_with("//") && web::host(&text).is_some();
                if !is_whole || !web::is_web(&text) {
                    return self.refuse(&codes::NOT_A_URL, key, &text, value.span);
                }
                FieldValue::Url(text)
            }
            FieldType::Flag => FieldValue::Flag(self.reader.flag(key, value)?),
            FieldType::Choice(choices) => {
                let text = self.reader.text(key, value)?;
                FieldValue::Choices(vec![self.choice(key, &text, value.span, choices)?])
            }
            FieldType::Choices(choices) => {
                let is_one = |text: &str| choices.iter().any(|choice| choice.is_called(text));
                let items = self.reader.names(key, value, is_one).into_iter();
                let chosen: BTreeSet<usize> = items
                    .filter_map(|text| self.choice(key, &text.value, text.span, choices))
                    .collect();
                return (!chosen.is_empty())
                    .then(|| FieldValue::Choices(chosen.into_iter().collect()));
            }
            FieldType::List => {
                let texts = self.reader.words(key, value);
                return (!texts.is_empty()).then_some(FieldValue::List(texts));
            }
            FieldType::Records(_, fields) => {
                let records = self.records(key, value, fields);
                return (!records.is_empty()).then_some(FieldValue::Records(records));
            }
            FieldType::File => FieldValue::File(FileRef {
                path: self.reader.text(key, value)?,
                span: value.span,
            }),
            FieldType::Ref(_) => {
                let id = self.reader.text(key, value)?;
                FieldValue::Refs(vec![RefTo {
                    id,
                    span: value.span,
                }])
            }
            FieldType::Refs(_) => {
                let is_id = |text: &str| !text.contains([' ', ',', ';']);
                let items = self.reader.names(key, value, is_id).into_iter();
                let refs: Vec<_> = items
                    .map(|Spanned { value: id, span }| RefTo { id, span })
                    .collect();
                return (!refs.is_empty()).then_some(FieldValue::Refs(refs));
            }
        })
    }

    fn refuse(
        &mut self,
        code: &'static Code,
        key: &str,
        text: &str,
        span: Span,
    ) -> Option<FieldValue> {
        let finding = self.reader.report(code, span);
        finding.set_arg("key", key);
        finding.set_arg("value", text);
        None
    }

    fn choice(&mut self, key: &str, text: &str, span: Span, choices: &[Choice]) -> Option<usize> {
        let index = choices::meant(choices, text);
        if index.is_none() {
            let allowed = choices::allowed(choices);
            let nearest = choices::nearest(choices, text);
            self.reader.refuse_value(key, text, span, allowed, nearest);
        }
        index
    }

    fn records(&mut self, key: &str, value: &Value, fields: &[Field]) -> Vec<Record> {
        let mut records = Vec::new();
        let known = OnceCell::new();
        let items = self.reader.list(key, value);
        if records::is_split(&items, fields) {
            self.no_record(key, items[0], fields);
            return records;
        }
        for item in items {
            // A plain text fills the first field: `files: [vorlage.odt]`.
            let spelled_out;
            let map = match &item.node {
                node if records::is_no_record(node, fields) => {
                    self.no_record(key, item, fields);
                    continue;
                }
                Node::Map(map) => map,
                Node::Text { .. } if !fields.is_empty() => {
                    let first = Key {
                        text: fields[0].id.to_string(),
                        span: item.span,
                    };
                    spelled_out = vec![(first, item.clone())];
                    &spelled_out
                }
                _ => {
                    self.reader.wrong_type(key, item, "type-map");
                    continue;
                }
            };
            for (key, _) in map {
                if !fields.iter().any(|field| *field.id == *key.text) {
                    let ids = || fields.iter().map(|field| field.id.as_str());
                    let known = known.get_or_init(|| Suggestions::new(ids()));
                    unknown_key(key, known, self.reader);
                }
            }
            for field in fields.iter().filter(|field| field.required) {
                if !map
                    .iter()
                    .any(|(key, value)| key.text == field.id.as_str() && value.node != Node::Null)
                {
                    let finding = self.reader.report(&codes::MISSING_KEY, item.span);
                    finding.set_arg("key", field.id.as_str());
                    if self.is_draft {
                        finding.severity = Severity::Note;
                    }
                }
            }
            let record = self.record(fields, map);
            if !record.is_empty() {
                records.push(record);
            }
        }
        records
    }

    /// Reports that an item has none of the fields of the records of `key`.
    fn no_record(&mut self, key: &str, item: &Value, fields: &[Field]) {
        let written = match &item.node {
            Node::Text { text, .. } => text.clone(),
            Node::Map(map) => map
                .iter()
                .map(|(key, _)| format!("{}:", key.text))
                .collect::<Vec<_>>()
                .join(" "),
            _ => String::new(),
        };
        let finding = self.reader.report(&codes::NOT_A_RECORD, item.span);
        finding.set_arg("key", key);
        finding.set_arg("value", written);
        finding.set_arg("first", records::example(&fields[0]));
        let rest = fields[1..].iter().map(records::example);
        finding.set_arg("rest", rest.collect::<Vec<_>>().join(", "));
    }
}
