//! The theme's texts, by language.
//!
//! 1. [`TextFiles::read`] reads the Fluent files that the handbook's languages need, each once.
//! 2. [`TextFiles::editions`] lays those of each language one over the other.
//! 3. [`register`] gives templates functions that need arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use rayon::prelude::*;
use tera::{Kwargs, State, Tera, Value};

use super::layers::{Layer, ThemeFile};
use super::{EditionTexts, SearchScript};
use crate::config::{Config, language as known};
use crate::diagnostic::{Finding, PlacePath, codes};
use crate::html::Labels;
use crate::source::Span;
use crate::text::{Arg, Catalog, MessageFile, SyntaxError};

/// The Fluent files of a theme by language.
pub(super) struct TextFiles {
    /// Of the standard theme: English and the handbook's languages.
    pub standard: BTreeMap<String, MessageFile>,
    /// Of the handbook's own theme: all.
    pub own: BTreeMap<String, MessageFile>,
}

impl TextFiles {
    /// Reads the files. What can't be read in an own file is reported if an edition needs that file,
    /// at its path below `folder`.
    pub fn read(
        standard: &Layer,
        own: &Layer,
        folder: &str,
        config: &Config,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let languages = config.languages.iter();
        let needed: BTreeSet<&str> = languages.flat_map(|code| codes_over(code)).collect();
        // A mere copy of a standard file adds nothing.
        let changed = own
            .iter()
            .filter(|(path, file)| standard.get(*path) != Some(file));
        let own: Vec<_> = texts_of(changed).collect();
        let standard = texts_of(standard.iter()).filter(|(code, _)| needed.contains(code));
        let standard: Vec<_> = standard.collect();
        let parse = |(code, text): (&str, &str)| {
            let (file, errors) = MessageFile::parse(text);
            (code.to_owned(), file, errors)
        };
        let standard: Vec<_> = standard.into_par_iter().map(parse).collect();
        let own: Vec<_> = own.into_par_iter().map(parse).collect();
        for (code, _, errors) in own.iter().filter(|file| needed.contains(file.0.as_str())) {
            let path = PlacePath::from_root(&format!("{folder}/texts/{code}.ftl"));
            let finding = |SyntaxError { range, message }: &SyntaxError| {
                Finding::new(&codes::TEXT_SYNTAX, &path)
                    .at(Span::new(range.start..range.start + 1))
                    .with("message", message.as_str())
            };
            findings.extend(errors.iter().map(finding));
        }
        let by_code = |files: Vec<(String, MessageFile, _)>| {
            let files = files.into_iter();
            files.map(|(code, file, _)| (code, file)).collect()
        };
        Self {
            standard: by_code(standard),
            own: by_code(own),
        }
    }

    /// The texts of each language of the handbook.
    pub fn editions(&self, config: &Config) -> Vec<EditionTexts> {
        let edition = |language: &String| {
            let layers = [&self.standard, &self.own];
            let files = codes_over(language)
                .into_iter()
                .flat_map(|code| layers.map(|files| files.get(code)))
                .flatten();
            let catalog = Catalog::new(language, files);
            let messages = catalog.plain_messages();
            let messages: BTreeMap<String, String> =
                messages.map(|(id, text)| (id.to_owned(), text)).collect();
            let labels = Labels::new(&catalog);
            EditionTexts {
                plain: Value::from_serializable(&messages),
                messages,
                catalog: Arc::new(catalog),
                leftwards: known::direction(language) == "rtl",
                labels,
                dates: RwLock::default(),
                search: SearchScript::default(),
            }
        };
        config.languages.par_iter().map(edition).collect()
    }
}

/// The languages whose texts a language shows: English, over it the language of the same base (`de`
/// for `de-simple`), over that the language itself.
fn codes_over(language: &str) -> Vec<&str> {
    let mut codes = vec!["en", known::base(language), language];
    codes.dedup();
    codes
}

/// The texts of a layer with their languages.
fn texts_of<'l>(
    layer: impl Iterator<Item = (&'l String, &'l ThemeFile)>,
) -> impl Iterator<Item = (&'l str, &'l str)> {
    layer.filter_map(|(path, file)| {
        let code = path.strip_prefix("texts/")?.strip_suffix(".ftl")?;
        Some((code, file.text()?))
    })
}

/// Registers `text(id=…, …)`, which gives a message of the page's language with arguments, and
/// `list(items=…)`, which writes texts one after the other as the language does, and `icon(name=…)`, which
/// gives the HTML of a drawing.
pub(super) fn register(
    tera: &mut Tera,
    editions: &[EditionTexts],
    icons: &BTreeMap<String, String>,
) {
    let icons = icons.clone();
    tera.register_function("icon", move |kwargs: Kwargs, _: &State<'_>| {
        let name: String = kwargs.must_get("name")?;
        let icon = icons.get(&name).map(String::as_str);
        Ok::<Value, tera::Error>(Value::safe_string(icon.unwrap_or_default()))
    });
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
