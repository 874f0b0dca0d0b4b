//! Languages: the interface's texts, the switch between editions, translations and their state.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its helpers are called with literals"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use support::program::files;
use support::{Built, Handbook};
use transferbuch::text::{Shape, shapes};

fn build(handbook: &str) -> Built {
    Handbook::new(handbook).build().clean()
}

/// The standard theme's texts, by language.
fn standard_texts() -> BTreeMap<String, BTreeMap<String, Shape>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/texts");
    let text = |(name, bytes): (String, Vec<u8>)| {
        let language = name.strip_suffix(".ftl").unwrap().to_owned();
        (language, shapes(str::from_utf8(&bytes).unwrap()))
    };
    files(&folder).into_iter().map(text).collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_arguments() {
    let texts = standard_texts();
    let languages: Vec<&str> = texts.keys().map(String::as_str).collect();
    assert_eq!(languages, ["ar", "de", "de-simple", "en", "uk"]);
    let arguments = |language: &str| -> BTreeMap<&String, &BTreeSet<String>> {
        let shapes = texts[language].iter();
        shapes.map(|(id, shape)| (id, &shape.arguments)).collect()
    };
    for language in languages {
        let (found, wanted) = (arguments(language), arguments("de"));
        let missing: Vec<_> = wanted
            .keys()
            .filter(|id| !found.contains_key(*id))
            .collect();
        let unknown: Vec<_> = found
            .keys()
            .filter(|id| !wanted.contains_key(*id))
            .collect();
        assert_eq!((&missing, &unknown), (&vec![], &vec![]), "{language}.ftl");
        assert_eq!(found, wanted, "{language}.ftl");
    }
}

#[test]
fn what_is_counted_has_all_plural_forms_of_the_language() {
    let forms = |language: &str| -> &[&str] {
        match language {
            "ar" => &["few", "many", "one", "other", "two", "zero"],
            "uk" => &["few", "many", "one", "other"],
            _ => &["one", "other"],
        }
    };
    for (language, texts) in standard_texts() {
        for (id, shape) in texts {
            let cases: Vec<&str> = shape.cases.iter().map(String::as_str).collect();
            if cases.contains(&"other") {
                assert_eq!(cases, forms(&language), "{id} in {language}.ftl");
            }
        }
    }
}

#[test]
fn easy_german_is_german_to_those_who_read_aloud() {
    let built = build("--- handbook.yml\nlanguages: [de-simple]\n--- content/index.md\nText\n");
    let page = built.text("index.html");
    assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("Direkt zum Text"), "{page}");
}
