//! `glossary.yml`: terms and abbreviations of the handbook.

use super::{Localized, synonyms};
use crate::diagnostic::Finding;
use crate::source::Snapshot;
use crate::yaml::{Fields, Reader, Value, read_file};

/// The file's name.
pub const FILE: &str = "glossary.yml";

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term, as it stands in texts.
    pub term: Localized,
    /// What an abbreviation stands for.
    pub long: Localized,
    /// What it means, in plain sentences.
    pub text: Localized,
    /// Other words for it.
    pub aliases: Vec<String>,
}

/// Reads the terms, in the order of the file.
pub fn read(snapshot: &Snapshot) -> (Vec<Term>, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = snapshot.text(FILE);
    let terms =
        source.and_then(|source| read_file(&source.text, &source.path, &mut findings, terms));
    (terms.unwrap_or_default(), findings)
}

fn terms(value: &Value, reader: &mut Reader<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    for item in reader.list(FILE, value) {
        let Some(mut fields) = Fields::of(item, FILE, reader) else {
            continue;
        };
        let mut localized = |key| {
            let value = fields.get(key);
            value
                .map(|value| Localized::read(key, value, reader))
                .unwrap_or_default()
        };
        let (term, long, text) = (localized("term"), localized("long"), localized("text"));
        if term.is_empty() {
            fields.required_text("term", reader);
        }
        let aliases = fields.texts("aliases", reader);
        if let (Some(word), Some(list)) = (aliases.get(synonyms::MAX), fields.get("aliases")) {
            synonyms::report_too_many(word, list.span, reader);
        }
        fields.finish(reader);
        if !term.is_empty() {
            terms.push(Term {
                term,
                long,
                text,
                aliases,
            });
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::HandbookPath;

    #[test]
    fn terms_are_read_and_a_nameless_one_is_reported() {
        let mut snapshot = Snapshot::default();
        let yaml = "- term: BAMF\n  long: {de: Bundesamt}\n- text: namenlos\n- nur Text\n";
        snapshot.insert_text(HandbookPath::literal(FILE), yaml.into());
        let (terms, findings) = read(&snapshot);
        assert_eq!(terms.len(), 1);
        assert_eq!(terms[0].long.get("de"), "Bundesamt");
        let slugs: Vec<_> = findings.iter().map(|f| f.code.slug).collect();
        assert_eq!(slugs, ["missing-key", "wrong-type"]);
    }
}
