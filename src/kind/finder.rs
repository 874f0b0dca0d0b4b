//! Questions by which readers find the chapters of a kind that suit them.
//!
//! 1. [`Finder::read`] takes them from a kind's file as they are written.
//! 2. Once all files have changed the kind, [`Finder::check`] holds them against its fields.
//! 3. [`Kind::questions`] gives those that its fields can answer, with what the answers stand for.

use super::quantity::{Duration, Range};
use super::{Field, FieldType, Kind};
use crate::config::Localized;
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::source::{HandbookPath, Spanned};
use crate::yaml::{Fields, Reader, Value};

/// What parts the values of an answer in an address. No id of the built-in kinds holds it.
const SEVERAL: &str = "|";

/// What parts the least from the greatest value in an address.
const UP_TO: &str = "..";

/// The questions of a kind, as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finder {
    /// What they are asked for.
    pub title: Localized,
    questions: Vec<Written>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Written {
    field: Spanned<String>,
    label: Localized,
    answers: Vec<WrittenAnswer>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct WrittenAnswer {
    label: Localized,
    values: Vec<Spanned<String>>,
}

/// A question that the kind's fields can answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Question<'k> {
    /// The index of its field.
    pub field: usize,
    /// The question in words.
    pub label: &'k Localized,
    /// The answers to choose from; none where readers type a number.
    pub answers: Vec<Answer<'k>>,
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer<'k> {
    /// The answer in words; `None` for a flag's yes and no, which the interface has words for.
    pub label: Option<&'k Localized>,
    /// What stands for it in an address: values of the facet, or `FROM..TO` in the field's own measure
    /// (durations in minutes), of which either may be missing. Nothing if all chapters will do.
    pub value: String,
}

impl Finder {
    /// Reads the value of `finder`.
    pub(super) fn read(value: &Value, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = Fields::of(value, "finder", reader)?;
        let text = |fields: &mut Fields<'_>, key, reader: &mut Reader<'_>| {
            let value = fields.get(key);
            value.map_or_else(Localized::default, |value| {
                Localized::read(key, value, reader)
            })
        };
        let title = text(&mut fields, "title", reader);
        let mut questions = Vec::new();
        for item in fields
            .get("questions")
            .map_or_else(Vec::new, |v| reader.list("questions", v))
        {
            let Some(mut fields) = Fields::of(item, "questions", reader) else {
                continue;
            };
            let field = fields.required_text("field", reader);
            let span = fields.get("field").map_or(item.span, |field| field.span);
            let label = text(&mut fields, "label", reader);
            if label.is_empty() {
                reader
                    .report(&codes::MISSING_KEY, item.span)
                    .set_arg("key", "label");
            }
            let listed = fields.get("answers");
            let listed = listed.map_or_else(Vec::new, |v| reader.list("answers", v));
            let mut answers = Vec::new();
            for item in listed {
                let Some(mut fields) = Fields::of(item, "answers", reader) else {
                    continue;
                };
                let label = text(&mut fields, "label", reader);
                let written = fields.get("value");
                let written = written.map_or_else(Vec::new, |v| reader.list("value", v));
                let mut values = Vec::new();
                for value in written {
                    let text = reader.text("value", value);
                    values.extend(text.map(|text| Spanned::new(text, value.span)));
                }
                if label.is_empty() {
                    reader
                        .report(&codes::MISSING_KEY, item.span)
                        .set_arg("key", "label");
                }
                answers.push(WrittenAnswer { label, values });
                fields.finish(reader);
            }
            fields.finish(reader);
            questions.extend(field.map(|field| Written {
                field: Spanned::new(field, span),
                label,
                answers,
            }));
        }
        fields.finish(reader);
        Some(Self { title, questions })
    }

    /// That the fields of `kind` can answer the questions, which stand in the file at `path`.
    pub(super) fn check(&self, kind: &Kind, path: &HandbookPath, findings: &mut Vec<Finding>) {
        let fitting = kind.fields.iter().filter(|field| field.fits_question());
        let fitting: Vec<&str> = fitting.map(|field| field.id.as_str()).collect();
        for Written {
            field: Spanned { value: id, span },
            answers,
            ..
        } in &self.questions
        {
            let near = Suggestions::new(fitting.iter().copied());
            let found = |code| Finding::new(code, path).at(*span).suggesting(id, &near);
            match kind.field(id) {
                None => findings.push(
                    found(&codes::UNKNOWN_FIELD)
                        .with("kind", kind.id.as_str())
                        .with("field", id.as_str()),
                ),
                Some((_, field)) if !field.fits_question() => findings.push(
                    found(&codes::UNKNOWN_VALUE)
                        .with("key", "field")
                        .with("value", id.as_str())
                        .with("allowed", fitting.join(", ")),
                ),
                Some((_, field)) => {
                    let values = answers.iter().flat_map(|answer| &answer.values);
                    let wrong = values.filter(|value| sought(field, &value.value).is_none());
                    findings.extend(wrong.map(|value| unknown_answer(field, value, path)));
                }
            }
        }
    }
}

fn unknown_answer(field: &Field, value: &Spanned<String>, path: &HandbookPath) -> Finding {
    let known = field.facet_values();
    let known: Vec<&str> = match &field.ty {
        FieldType::Duration(_) => vec!["2 hours", "3-5 hours", "up to 1 day"],
        FieldType::Number { .. } | FieldType::Range(_) => vec!["15", "15-30", "30+"],
        _ => known.iter().map(|value| value.id).collect(),
    };
    Finding::new(&codes::UNKNOWN_VALUE, path)
        .at(value.span)
        .suggesting(&value.value, &Suggestions::new(known.iter().copied()))
        .with("key", "value")
        .with("value", value.value.as_str())
        .with("allowed", known.join(", "))
}

/// What stands for `text`, a value of an answer, in an address; `None` if it is no value of the field.
fn sought(field: &Field, text: &str) -> Option<String> {
    let end = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    let (from, to) = match &field.ty {
        FieldType::Duration(_) => Duration::parse(text)?.working_minutes(),
        FieldType::Number { .. } | FieldType::Range(_) => {
            let range = Range::parse(text)?;
            (range.from, range.to)
        }
        _ => {
            let mut known = field.facet_values().into_iter();
            return known.any(|value| value.id == text).then(|| text.to_owned());
        }
    };
    Some(format!("{}{UP_TO}{}", end(from), end(to)))
}

impl Field {
    /// Whether readers can be asked for a value of it.
    pub fn fits_question(&self) -> bool {
        !self.facet_values().is_empty()
    }

    /// Whether its values are amounts, which can be anything between bands.
    pub fn is_amount(&self) -> bool {
        matches!(
            self.ty,
            FieldType::Number { .. } | FieldType::Range(_) | FieldType::Duration(_)
        )
    }
}

impl Kind {
    /// The questions that its fields can answer.
    pub fn questions(&self) -> Vec<Question<'_>> {
        let written = self.look.finder.iter().flat_map(|finder| &finder.questions);
        written
            .filter_map(|written| self.question(written))
            .collect()
    }

    fn question<'k>(&'k self, written: &'k Written) -> Option<Question<'k>> {
        let (at, field) = self.field(&written.field.value)?;
        let typed = matches!(field.ty, FieldType::Number { .. } | FieldType::Range(_));
        let values = field.facet_values();
        if values.is_empty() {
            return None;
        }
        let answers = match &written.answers[..] {
            [] if typed => Vec::new(),
            [] => values
                .into_iter()
                .map(|value| Answer {
                    label: value.label,
                    value: value.id.to_owned(),
                })
                .collect(),
            answers => answers
                .iter()
                .filter_map(|answer| answer.resolved(field))
                .collect(),
        };
        Some(Question {
            field: at,
            label: &written.label,
            answers,
        })
    }
}

impl WrittenAnswer {
    fn resolved(&self, field: &Field) -> Option<Answer<'_>> {
        let values = self.values.iter().map(|value| sought(field, &value.value));
        let values: Vec<String> = values.collect::<Option<_>>()?;
        Some(Answer {
            label: Some(&self.label),
            value: values.join(SEVERAL),
        })
    }
}
