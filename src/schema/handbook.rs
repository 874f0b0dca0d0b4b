//! The schema of `handbook.yml`.

use serde_json::{Map, Value, json};

use super::{described, document, shape};
use crate::config::palette::STANDARD;
use crate::config::{Config, FROM, LEVELS, PaperSize};
use crate::diagnostic::codes;
use crate::text::Catalog;

/// The schema, with the program's own `texts`.
pub(crate) fn handbook(texts: &Catalog) -> Value {
    let properties = Config::keys().into_iter().map(|key| {
        let text = texts.plain(&format!("schema-handbook-{key}"));
        (key.to_owned(), described(of_key(key), "", &text))
    });
    let properties: Map<String, Value> = properties.collect();
    let mut schema = document("handbook.yml");
    schema["properties"] = properties.into();
    schema["additionalProperties"] = false.into();
    schema
}

/// The shape of a key. One without a shape of its own takes anything, and `check` says more.
fn of_key(key: &str) -> Value {
    match key {
        "title" | "description" => shape::localized(),
        "languages" => shape::list(&shape::text_like("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")),
        "translations" => {
            let asked = shape::group(&json!({
                "fallback": shape::flag(),
                "at_least": shape::number(Some(0.0), Some(100.0)),
            }));
            json!({ "type": ["object", "null"], "additionalProperties": asked })
        }
        "theme" => shape::text(),
        "publish" => shape::list(&shape::text()),
        "url" => shape::text_like("^https?://"),
        "legal" => shape::group(&json!({
            "imprint": shape::text(),
            "privacy": shape::text(),
            "accessibility": shape::text(),
        })),
        "markdown" => shape::group(&json!({
            "raw_html": shape::flag(),
            "explain_terms": shape::flag(),
        })),
        "feedback" => shape::text(),
        "numbers" => shape::flag(),
        "sign_language" => {
            let film = shape::group(&json!({ "video": shape::text() }));
            json!({ "anyOf": [shape::text(), film] })
        }
        "palette" => palette(),
        "search" => shape::group(&json!({ "thesaurus": shape::text() })),
        "external" => shape::group(&json!({ "allow": shape::list(&shape::text()) })),
        "images" => {
            let credit = shape::one_of([("required", ""), ("optional", "")]);
            shape::group(&json!({
                "credit": credit,
                "logo": shape::text(),
                "preview": shape::text(),
                "icon": shape::text(),
            }))
        }
        "logos" => shape::list(&shape::group(&json!({
            "file": shape::text(),
            "alt": shape::text(),
            "url": shape::text_like("^https?://"),
        }))),
        "book" => shape::group(&json!({
            "pdf": shape::flag(),
            "epub": shape::flag(),
            "paper": shape::one_of(PaperSize::ALL.map(|(name, _)| (name, ""))),
            "font": shape::list(&shape::text()),
            "publisher": shape::localized(),
        })),
        "easy_language" => {
            let words = shape::number(Some(1.0), None);
            shape::group(&json!({ "name": shape::localized(), "sentence_words": words }))
        }
        "updated" | "authors" => shape::one_of(FROM.map(|name| (name, ""))),
        "severity" => {
            let levels = shape::one_of(LEVELS.map(|(name, _)| (name, "")));
            let slugs = codes::ALL
                .iter()
                .map(|code| (code.slug.to_owned(), levels.clone()));
            shape::group(&Value::Object(slugs.collect()))
        }
        _ => json!({}),
    }
}

fn palette() -> Value {
    let colours = || {
        let names = STANDARD.map(|colour| (colour.name.to_owned(), shape::text()));
        names.into_iter().collect::<Map<String, Value>>()
    };
    let mut all = colours();
    all.insert("dark".to_owned(), shape::group(&colours().into()));
    shape::group(&all.into())
}
