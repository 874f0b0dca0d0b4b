//! The theme's texts, by language.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, Value};

use super::EditionTexts;
use super::layers::Layer;
use crate::config::{Config, language as codes};
use crate::diagnostic::{Code, Finding};
use crate::html::Labels;
use crate::source::{HandbookPath, Span};
use crate::text::{Arg, Catalog};

static SYNTAX: Code = Code::error("text-syntax");

/// One catalog for each language of the handbook: English, over it the language of the same base
/// (`de` for `de-simple`) and the language itself, each first from the standard theme and then
/// from the handbook's own.
pub(super) fn editions(
    standard: &Layer,
    own: &Layer,
    folder: &str,
    config: &Config,
    findings: &mut Vec<Finding>,
) -> Vec<EditionTexts> {
    let mut edition = |language: &String| {
        let base = codes::base(language);
        let mut codes = vec!["en", base, language.as_str()];
        codes.dedup();
        let mut texts = Vec::new();
        for code in codes {
            let path = format!("texts/{code}.ftl");
            for (layer, is_own) in [(standard, false), (own, true)] {
                if let Some(text) = layer.get(&path).and_then(|file| file.text()) {
                    texts.push((text, is_own.then(|| format!("{folder}/{path}"))));
                }
            }
        }
        let (catalog, errors) = Catalog::new(language, texts.iter().map(|(text, _)| *text));
        for error in errors {
            let Some(path) = &texts[error.file].1 else {
                continue;
            };
            let path = HandbookPath::from(path.as_str());
            let start = error.range.start;
            let finding = Finding::new(&SYNTAX, &path).at(Span::new(start..start + 1));
            findings.push(finding.with("message", error.message));
        }
        let messages: BTreeMap<&str, String> = catalog.plain_messages().collect();
        let labels = Labels::new(&catalog);
        EditionTexts {
            plain: Value::from_serializable(&messages),
            catalog: Arc::new(catalog),
            leftwards: codes::direction(language) == "rtl",
            labels,
        }
    };
    config.languages.iter().map(&mut edition).collect()
}

/// Registers `text(id=…, …)`, which gives a message of the page's language with arguments, and
/// `list(items=…)`, which writes texts one after the other as the language does.
pub(super) fn register(tera: &mut Tera, editions: &[EditionTexts]) {
    let catalogs: Vec<Arc<Catalog>> = editions.iter().map(|e| Arc::clone(&e.catalog)).collect();
    let lists = catalogs.clone();
    let leftwards: Vec<bool> = editions.iter().map(|edition| edition.leftwards).collect();
    tera.register_function("list", move |kwargs: Kwargs, state: &State<'_>| {
        let edition: usize = state.get("edition")?.unwrap_or_default();
        let mut items: Vec<String> = kwargs.must_get("items")?;
        if leftwards.get(edition) == Some(&true) {
            // Else two Latin names in a row would stand in the order of Latin script.
            let isolated = |item: &String| format!("\u{2068}{item}\u{2069}");
            items = items.iter().map(isolated).collect();
        }
        let catalog = lists.get(edition);
        let word = |id: &str| catalog.map_or_else(|| ", ".into(), |catalog| catalog.plain(id));
        Ok::<String, tera::Error>(match items.split_last() {
            Some((last, first @ [_, ..])) => {
                first.join(&word("list-comma")) + &word("list-last") + last
            }
            _ => items.concat(),
        })
    });
    tera.register_function("text", move |kwargs: Kwargs, state: &State<'_>| {
        let edition: usize = state.get("edition")?.unwrap_or_default();
        let id: String = kwargs.must_get("id")?;
        let args: Vec<(&str, Arg)> = kwargs
            .iter()
            .filter_map(|(key, value)| {
                let arg = match value.as_f64() {
                    Some(number) => Arg::Number(number),
                    None => Arg::Text(value.to_string()),
                };
                Some((key.as_str()?, arg))
            })
            .collect();
        let catalog = catalogs.get(edition);
        catalog
            .and_then(|catalog| catalog.format(&id, args.iter().map(|(name, arg)| (*name, arg))))
            .ok_or_else(|| {
                tera::Error::message(format!("There is no text `{id}` with these arguments"))
            })
    });
}
