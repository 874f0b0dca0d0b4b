//! Every sort of finding is explained, in both languages.

use std::collections::BTreeMap;
use std::path::Path;

use transferbuch::diagnostic::Severity;
use transferbuch::diagnostic::explanations::all;
use transferbuch::text::{Language, findings};

use crate::support::program::files;

const LANGUAGES: [Language; 2] = [Language::German, Language::English];

#[test]
fn every_finding_is_explained() {
    for language in LANGUAGES {
        let explained: Vec<&str> = all(language).iter().map(|one| one.slug).collect();
        let known: Vec<&str> = findings().collect();
        assert_eq!(explained, known, "{language:?}");
    }
}

/// An explanation has to show what is wrong and what is right.
#[test]
fn every_explanation_has_an_example_and_a_reason() {
    for (language, wrong, right) in [
        (Language::German, "Falsch:", "Richtig:"),
        (Language::English, "Wrong:", "Right:"),
    ] {
        for one in all(language) {
            let (reason, examples) = one.text.split_once(wrong).unwrap_or_default();
            assert!(reason.trim().len() > 40, "{}", one.slug);
            assert!(examples.contains(right), "{}", one.slug);
        }
    }
}

/// The severity beside the explanation is the one that the program's code gives.
#[test]
fn explanations_know_the_severity() {
    let mut codes = BTreeMap::new();
    for (path, bytes) in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let is_rust = Path::new(&path).extension().is_some_and(|e| e == "rs");
        let text = if is_rust {
            String::from_utf8(bytes).unwrap()
        } else {
            String::new()
        };
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap().to_owned();
        for (maker, severity) in [
            ("Code::error(", Severity::Error),
            ("Code::fatal(", Severity::Error),
            ("Code::warning(", Severity::Warning),
            ("Code::note(", Severity::Note),
        ] {
            for rest in text.split(maker).skip(1) {
                let slug = rest.split('"').nth(1).unwrap_or_default().to_owned();
                codes.insert(slug, severity);
            }
        }
    }
    for language in LANGUAGES {
        for one in all(language) {
            assert_eq!(codes.get(one.slug), Some(&one.severity), "{}", one.slug);
        }
    }
}
