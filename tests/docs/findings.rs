//! A chapter for each finding, from its explanation, and the kind that they are of.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use transferbuch::diagnostic::Severity;
use transferbuch::diagnostic::explanations::{Explanation, all};
use transferbuch::text::Language;

use super::{LANGUAGES, assert_made};

/// The explanations with the headings that stand above groups of them.
const SOURCES: [&str; 2] = [
    include_str!("../../src/text/de/explanations.md"),
    include_str!("../../src/text/en/explanations.md"),
];

/// The group of each finding, by number, and the names of the groups.
fn groups(source: &str) -> (BTreeMap<&str, usize>, Vec<&str>) {
    let (mut of, mut names) = (BTreeMap::new(), Vec::new());
    let mut is_code = false;
    for line in source.lines() {
        is_code = line.starts_with("    ") || is_code && line.is_empty();
        if let Some(name) = line.strip_prefix("# ").filter(|_| !is_code) {
            names.push(name);
        } else if let Some((slug, _)) = line
            .strip_prefix("## ")
            .and_then(|line| line.split_once(" ("))
        {
            of.insert(slug, names.len() - 1);
        }
    }
    (of, names)
}

/// A name for a group in front matter.
fn id(english: &str) -> String {
    let id = english.to_lowercase().replace(['.', ','], "-");
    id.split_whitespace().collect::<Vec<_>>().join("-")
}

/// The first sentence, without marks of code, and what comes behind it.
fn first_sentence(text: &str) -> (String, String) {
    let (paragraph, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let end = paragraph
        .char_indices()
        .filter(|(at, sign)| {
            matches!(sign, '.' | '!' | '?') && paragraph[at + 1..].starts_with(' ')
        })
        .map(|(at, _)| at + 1)
        .find(|at| {
            let next = paragraph[*at..].trim_start().chars().next();
            let before = &paragraph[..*at];
            // No end of a sentence: an abbreviation, or a sign in a piece of code.
            next.is_some_and(|next| !next.is_lowercase() && !next.is_ascii_digit())
                && before.matches('`').count() % 2 == 0
                && before.len() > 20
        });
    let (sentence, more) = paragraph.split_at(end.unwrap_or(paragraph.len()));
    let rest = [more.trim(), rest].map(str::trim);
    let rest: Vec<&str> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    (sentence.replace('`', ""), rest.join("\n\n"))
}

/// The text with fences around the code that is set in by four blanks, as the manual writes it.
fn fenced(text: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut is_code = false;
    for block in text.split("\n\n") {
        if !block.starts_with("    ") {
            is_code = false;
            blocks.push(block.to_owned());
            continue;
        }
        let lines = block
            .lines()
            .map(|line| line.strip_prefix("    ").unwrap_or(line));
        let code = lines.collect::<Vec<_>>().join("\n");
        match blocks.last_mut() {
            Some(before) if is_code => {
                let end = before.len() - "\n````".len();
                before.insert_str(end, &format!("\n\n{code}"));
            }
            _ => blocks.push(format!("````text\n{code}\n````")),
        }
        is_code = true;
    }
    blocks.join("\n\n")
}

#[test]
fn every_finding_has_its_chapter() {
    let (of, english) = groups(SOURCES[1]);
    let (_, german) = groups(SOURCES[0]);
    assert_eq!(english.len(), german.len());
    let mut made = BTreeMap::new();
    for ((_, end), language) in LANGUAGES
        .into_iter()
        .zip([Language::German, Language::English])
    {
        for Explanation {
            slug,
            severity,
            text,
        } in all(language)
        {
            let (summary, text) = first_sentence(text);
            let text = fenced(&text);
            let summary = summary.replace('\\', "\\\\").replace('"', "\\\"");
            let mut chapter = format!("---\ntitle: {slug}\nsummary: \"{summary}\"\n");
            if language == Language::German {
                let severity = match severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Note => "note",
                };
                let area = id(english[of[slug]]);
                let _ = write!(chapter, "severity: {severity}\narea: {area}\n");
            }
            let _ = write!(chapter, "---\n\n{text}\n");
            made.insert(format!("{slug}{end}"), chapter);
        }
    }
    assert_made("docs/content/befunde", &made, |name| {
        !name.starts_with("index.")
    });

    let mut kind = String::from(
        "# Made from src/text/*/explanations.md: UPDATE_EXPECT=1 cargo test --test docs\n\
         id: finding\nlabel: {de: Befund, en: Finding}\nplural: {de: Befunde, en: Findings}\n\
         help: {de: Was das Programm melden kann., en: What the program can report.}\n\
         colour: amber\nicon: flag\ncard: [severity, area]\nglance: [severity, area]\nfields:\n\
         \x20 - id: severity\n    type: choice\n    required: true\n    facet: true\n    label: {de: Schwere, en: Severity}\n    help: {de: Wie schwer er wiegt., en: How severe it is.}\n    values:\n\
         \x20     - {id: error, label: {de: Fehler, en: error}}\n\
         \x20     - {id: warning, label: {de: Warnung, en: warning}}\n\
         \x20     - {id: note, label: {de: Hinweis, en: note}}\n\
         \x20 - id: area\n    type: choice\n    required: true\n    facet: true\n    label: {de: Worum es geht, en: What it is about}\n    help: {de: Das Thema., en: The subject.}\n    values:\n",
    );
    for (english, german) in english.iter().zip(german) {
        let _ = writeln!(
            kind,
            "      - {{id: {}, label: {{de: \"{german}\", en: \"{english}\"}}}}",
            id(english)
        );
    }
    let made = BTreeMap::from([("finding.yml".to_owned(), kind)]);
    assert_made("docs/kinds", &made, |name| name == "finding.yml");
}
