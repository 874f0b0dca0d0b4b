//! Every sort of finding is explained, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use transferbuch::diagnostic::explanations::all;
use transferbuch::diagnostic::{Severity, codes};
use transferbuch::text::{Language, MessageFile};

const LANGUAGES: [Language; 2] = [Language::German, Language::English];

#[test]
fn every_finding_is_explained() {
    for language in LANGUAGES {
        let explained: Vec<&str> = all(language).iter().map(|one| one.slug).collect();
        let mut known: Vec<&str> = codes::ALL.iter().map(|code| code.slug).collect();
        known.sort_unstable();
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

/// The severity beside the explanation is the one that the table of codes gives.
#[test]
fn explanations_know_the_severity() {
    let codes: BTreeMap<&str, Severity> = codes::ALL
        .iter()
        .map(|code| (code.slug, code.severity))
        .collect();
    for language in LANGUAGES {
        for one in all(language) {
            assert_eq!(codes.get(one.slug), Some(&one.severity), "{}", one.slug);
        }
    }
}

/// Messages and hints name only arguments that the table declares, and every one of them is named
/// in some language.
#[test]
fn messages_name_the_declared_arguments() {
    let texts = [
        include_str!("../../src/text/de/findings.ftl"),
        include_str!("../../src/text/en/findings.ftl"),
    ];
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let shapes = texts
        .into_iter()
        .flat_map(|text| MessageFile::parse(text).0.shapes());
    for (slug, shape) in shapes {
        named.entry(slug).or_default().extend(shape.arguments);
    }
    for code in codes::ALL {
        let declared: BTreeSet<&str> = code.args.iter().map(|(name, _)| *name).collect();
        let used = &named[code.slug];
        let undeclared: Vec<_> = used
            .iter()
            .filter(|name| !declared.contains(name.as_str()))
            .collect();
        assert_eq!(undeclared, Vec::<&String>::new(), "{}", code.slug);
    }
}
