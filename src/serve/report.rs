//! Findings, as a browser shows them.

use crate::diagnostic::human::{Style, finding};
use crate::diagnostic::{Counts, Finding, count};
use crate::source::FileText;
use crate::text::{Args, Language, program};

/// How many findings a browser shows.
const SHOWN_MAX: usize = 20;

/// What is wrong with a handbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// How many findings there are, in words.
    pub title: String,
    /// Whether one of them is an error.
    pub errors: bool,
    /// What the button is called that puts them away.
    pub close: String,
    /// The first of them: each with its place, sentence, caret and what to do.
    pub items: Vec<String>,
}

impl Report {
    /// Findings in the sources that `source` knows.
    pub fn new<'a>(
        findings: &[Finding],
        language: Language,
        source: &impl Fn(&str) -> Option<&'a FileText>,
    ) -> Self {
        let texts = program(language);
        let Counts { errors, warnings } = count(findings);
        let counts = [("errors", errors.into()), ("warnings", warnings.into())];
        let title = match errors + warnings {
            0 => texts.plain("watch-clean"),
            _ => texts
                .get("watch-findings", &Args::from(counts))
                .unwrap_or_default(),
        };
        let style = Style { colour: false };
        let shown = findings.iter().take(SHOWN_MAX);
        Self {
            title,
            errors: errors > 0,
            close: texts.plain("watch-close"),
            items: shown
                .map(|found| finding(found, texts, source, style))
                .collect(),
        }
    }
}
