//! What each sort of finding means, with an example of wrong and right.
//!
//! The explanations are one Markdown file per language. A heading of level 2 gives a finding's name
//! and severity, `## unknown-key (error)`; what stands below it is shown as it is. Headings of level
//! 1 are for those who edit the file.

use std::sync::OnceLock;

use super::Severity;
use crate::text::Language;

/// The explanation of one sort of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its name.
    pub slug: &'static str,
    /// How bad it is, unless the handbook says otherwise.
    pub severity: Severity,
    /// The text, in Markdown.
    pub text: &'static str,
}

/// All explanations, sorted by name.
pub fn all(language: Language) -> &'static [Explanation] {
    static ALL: [OnceLock<Vec<Explanation>>; 2] = [const { OnceLock::new() }; 2];
    const FILES: [&str; 2] = [
        include_str!("../text/de/explanations.md"),
        include_str!("../text/en/explanations.md"),
    ];
    let at = usize::from(language == Language::English);
    ALL[at].get_or_init(|| {
        let mut all: Vec<Explanation> = FILES[at].split("\n## ").skip(1).filter_map(read).collect();
        all.sort_by_key(|explanation| explanation.slug);
        all
    })
}

/// The explanation of `slug`.
pub fn of(language: Language, slug: &str) -> Option<&'static Explanation> {
    all(language)
        .iter()
        .find(|explanation| explanation.slug == slug)
}

fn read(section: &'static str) -> Option<Explanation> {
    let (head, text) = section.split_once('\n')?;
    let (slug, severity) = head.trim_end().strip_suffix(')')?.split_once(" (")?;
    let severity = match severity {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "note" => Severity::Note,
        _ => return None,
    };
    // A heading of level 1 opens the next group of findings.
    let text = text.split("\n# ").next().unwrap_or(text).trim();
    Some(Explanation {
        slug,
        severity,
        text,
    })
}
