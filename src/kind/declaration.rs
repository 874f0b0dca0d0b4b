//! One file that declares a kind.

use std::sync::LazyLock;

use super::front_matter::KEYS;
use super::look::{COLOURS, ICONS, Look, SIGNS};
use super::quantity::{self, Duration};
use super::{Band, Choice, Field, FieldId, FieldType, Finder, Kind, KindId, Records, Relation};
use crate::config::Localized;
use crate::diagnostic::{Finding, codes};
use crate::source::{HandbookPath, Source, Span, Spanned};
use crate::yaml::{self, Fields, Reader, Value, parse};

/// The types of fields by name.
pub(crate) const TYPES: [&str; 16] = [
    "text", "markdown", "number", "range", "duration", "date", "url", "flag", "choice", "choices",
    "list", "steps", "file", "files", "ref", "refs",
];

/// What a file says about a kind.
pub(super) struct Declaration {
    /// The kind, with only those texts and fields that the file has.
    pub kind: Kind,
    /// Fields to take away from the kind of the same id.
    pub remove: Vec<Spanned<String>>,
    /// The fields that it names for its look, each with the key under which it does.
    pub named: Vec<(&'static str, Spanned<String>)>,
}

/// The id that a kind has by its file's name.
fn default_id(path: &HandbookPath) -> &str {
    path.name().split('.').next().unwrap_or_default()
}

/// Reads `source`; `None` if it isn't even a mapping.
pub(super) fn read(source: &Source, findings: &mut Vec<Finding>) -> Option<Declaration> {
    let value = yaml::read(&source.text, &source.path, findings)?;
    let mut reader = Reader {
        path: (&source.path).into(),
        findings,
    };
    let reader = &mut reader;
    let mut fields = Fields::of(&value, source.path.as_str(), reader)?;
    let id = fields
        .text("id", reader)
        .unwrap_or_else(|| default_id(&source.path).to_owned());
    let label = localized(&mut fields, "label", reader);
    let plural = localized(&mut fields, "plural", reader).or(&label);
    let help = localized(&mut fields, "help", reader);
    let mut declared = fields
        .get("fields")
        .map_or_else(Vec::new, |value| read_fields(value, reader));
    declared.retain(|field| {
        let common = KEYS.contains(&field.id.as_str());
        if common {
            reader
                .report(&codes::FIELD_OF_EVERY_CHAPTER, field.span)
                .args
                .insert("field", field.id.as_str().into());
        }
        !common
    });
    let remove = names("remove", &mut fields, reader);
    let mut named = Vec::new();
    let mut list = |key, fields: &mut Fields<'_>, reader: &mut Reader<'_>| {
        let listed = names(key, fields, reader);
        let ids = listed.iter().map(|name| FieldId::from(name.value.as_str()));
        let ids = ids.collect();
        named.extend(listed.into_iter().map(|name| (key, name)));
        ids
    };
    let look = Look {
        colour: one_of("colour", &COLOURS, &mut fields, reader),
        icon: one_of("icon", &ICONS, &mut fields, reader),
        card: list("card", &mut fields, reader),
        glance: list("glance", &mut fields, reader),
        finder: fields
            .get("finder")
            .and_then(|value| Finder::read(value, reader)),
    };
    fields.finish(reader);
    let kind = Kind {
        id: KindId::from(id.as_str()),
        label,
        plural,
        help,
        look,
        fields: declared,
    };
    Some(Declaration {
        kind,
        remove,
        named,
    })
}

/// The names in the list `key`.
fn names(
    key: &'static str,
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
) -> Vec<Spanned<String>> {
    let Some(value) = fields.get(key) else {
        return Vec::new();
    };
    let items = reader.list(key, value).into_iter();
    items
        .filter_map(|item| Some(Spanned::new(item.as_text()?.to_owned(), item.span)))
        .collect()
}

/// The value of `key`, which is one of `allowed`.
fn one_of(
    key: &'static str,
    allowed: &[&'static str],
    fields: &mut Fields<'_>,
    reader: &mut Reader<'_>,
) -> Option<&'static str> {
    let value = fields.get(key)?;
    let text = reader.text(key, value)?;
    let known = allowed.iter().find(|name| **name == text);
    if known.is_none() {
        reader.unknown_value(key, &text, value.span, allowed);
    }
    known.copied()
}

fn read_fields(value: &Value, reader: &mut Reader<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for item in reader.list("fields", value) {
        let Some(field) = read_field(item, reader) else {
            continue;
        };
        if fields.iter().any(|known| known.id == field.id) {
            reader
                .report(&codes::DUPLICATE_FIELD, field.span)
                .args
                .insert("field", field.id.as_str().into());
        } else {
            fields.push(field);
        }
    }
    fields
}

fn read_field(value: &Value, reader: &mut Reader<'_>) -> Option<Field> {
    let mut fields = Fields::of(value, "fields", reader)?;
    let id = fields.required_text("id", reader)?;
    let span = fields.get("id").map_or(value.span, |id| id.span);
    if !id
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    {
        reader.report(&codes::INVALID_ID, span).set_arg("id", id);
        return None;
    }
    let label = localized(&mut fields, "label", reader).or(&Localized::everywhere(id.as_str()));
    let help = localized(&mut fields, "help", reader);
    let unit = localized(&mut fields, "unit", reader);
    let words = localized(&mut fields, "words", reader);
    let icon = one_of("icon", &ICONS, &mut fields, reader);
    let signs = SIGNS.map(|(name, _)| name);
    let sign = one_of("sign", &signs, &mut fields, reader);
    let sign = SIGNS.iter().find(|(name, _)| Some(*name) == sign);
    let required = fields.flag("required", reader).unwrap_or(false);
    let facet = fields.flag("facet", reader).unwrap_or(false);
    let name = fields.required_text("type", reader)?;
    let type_span = fields.get("type").map_or(span, |ty| ty.span);
    let ty = read_type(&name, &mut fields, type_span, reader);
    fields.finish(reader);
    Some(Field {
        id: FieldId::from(id.as_str()),
        label,
        help,
        unit,
        words,
        icon,
        sign: sign.map(|(_, sign)| *sign),
        required,
        facet,
        ty: ty?,
        span,
    })
}

fn read_type(
    name: &str,
    fields: &mut Fields<'_>,
    span: Span,
    reader: &mut Reader<'_>,
) -> Option<FieldType> {
    Some(match name {
        "text" => FieldType::Text,
        "markdown" => FieldType::Markdown,
        "number" => FieldType::Number {
            min: number(fields, "min", reader),
            max: number(fields, "max", reader),
            bands: bands(fields, plain_number, reader),
        },
        "range" => FieldType::Range(bands(fields, plain_number, reader)),
        "duration" => FieldType::Duration(bands(fields, minutes, reader)),
        "date" => FieldType::Date,
        "url" => FieldType::Url,
        "flag" => FieldType::Flag,
        "choice" => FieldType::Choice(choices(fields, span, reader)),
        "choices" => FieldType::Choices(choices(fields, span, reader)),
        "list" => match fields.get("fields") {
            Some(value) => FieldType::Records(Records::List, read_fields(value, reader)),
            None => FieldType::List,
        },
        "steps" => FieldType::Records(Records::Steps, built_in_record("steps")),
        "files" => FieldType::Records(Records::Files, built_in_record("files")),
        "file" => FieldType::File,
        "ref" => FieldType::Ref(relation(fields, reader)),
        "refs" => FieldType::Refs(relation(fields, reader)),
        _ => {
            reader.unknown_value("type", name, span, &TYPES);
            return None;
        }
    })
}

/// The fields of the records that `steps` and `files` hold.
fn built_in_record(name: &'static str) -> Vec<Field> {
    static RECORDS: LazyLock<(HandbookPath, Value)> = LazyLock::new(|| {
        let path = HandbookPath::literal("kinds/records.yml");
        let value = parse(include_str!("builtin/records.yml"), 0, &path);
        (path, value.expect("the built-in records are YAML"))
    });
    let (path, value) = &*RECORDS;
    let mut findings = Vec::new();
    let mut reader = Reader {
        path: path.into(),
        findings: &mut findings,
    };
    let fields = Fields::of(value, name, &mut reader)
        .and_then(|mut fields| Some(read_fields(fields.get(name)?, &mut reader)))
        .expect("the built-in records have this name");
    debug_assert!(findings.is_empty(), "{findings:#?}");
    fields
}

fn localized(fields: &mut Fields<'_>, key: &'static str, reader: &mut Reader<'_>) -> Localized {
    fields
        .get(key)
        .map(|value| Localized::read(key, value, reader))
        .unwrap_or_default()
}

fn choices(fields: &mut Fields<'_>, span: Span, reader: &mut Reader<'_>) -> Vec<Choice> {
    let Some(value) = fields.get("values") else {
        reader.report(&codes::FIELD_WITHOUT_VALUES, span);
        return Vec::new();
    };
    let mut choices = Vec::new();
    for item in reader.list("values", value) {
        // A plain word is a value that is shown as it is.
        if let Some(id) = item.as_text() {
            choices.push(Choice {
                id: id.to_owned(),
                label: Localized::everywhere(id),
                alone: Localized::default(),
                words: Localized::default(),
            });
            continue;
        }
        let Some(mut fields) = Fields::of(item, "values", reader) else {
            continue;
        };
        let id = fields.required_text("id", reader);
        let label = localized(&mut fields, "label", reader);
        let alone = localized(&mut fields, "alone", reader);
        let words = localized(&mut fields, "words", reader);
        fields.finish(reader);
        choices.extend(id.map(|id| {
            let label = label.or(&Localized::everywhere(id.as_str()));
            Choice {
                id,
                label,
                alone,
                words,
            }
        }));
    }
    choices
}

fn bands(
    fields: &mut Fields<'_>,
    read: impl Fn(&str) -> Option<f64>,
    reader: &mut Reader<'_>,
) -> Vec<Band> {
    let Some(value) = fields.get("bands") else {
        return Vec::new();
    };
    let mut bands = Vec::new();
    for item in reader.list("bands", value) {
        let Some(mut fields) = Fields::of(item, "bands", reader) else {
            continue;
        };
        let mut end = |key| {
            let value: &Value = fields.get(key)?;
            let end = value.as_text().and_then(&read);
            if end.is_none() {
                reader.wrong_type(key, value, "type-number");
            }
            end
        };
        let (from, to) = (end("from"), end("to"));
        let id = fields.required_text("id", reader);
        let label = localized(&mut fields, "label", reader);
        fields.finish(reader);
        bands.extend(id.map(|id| {
            let label = label.or(&Localized::everywhere(id.as_str()));
            Band {
                id,
                label,
                from,
                to,
            }
        }));
    }
    bands
}

fn relation(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Relation {
    Relation {
        to: fields.text("to", reader).as_deref().map(KindId::from),
        inverse: fields.text("inverse", reader).as_deref().map(FieldId::from),
        back_label: localized(fields, "back_label", reader),
    }
}

fn number(fields: &mut Fields<'_>, key: &'static str, reader: &mut Reader<'_>) -> Option<f64> {
    let value = fields.get(key)?;
    let number = value.as_text().and_then(plain_number);
    if number.is_none() {
        reader.wrong_type(key, value, "type-number");
    }
    number
}

fn plain_number(text: &str) -> Option<f64> {
    quantity::number(text)
}

fn minutes(text: &str) -> Option<f64> {
    Some(Duration::parse(text)?.from?.minutes())
}
