//! `synonyms.yml`: groups of words that mean the same to a reader who searches.
//!
//! Each word finds what all others of its group do, so that an index grows with the square of a group's
//! size: that is why a group has at most [`MAX`] words, and a word hardly more synonyms than that.

use std::collections::HashMap;

use crate::diagnostic::{Finding, codes};
use crate::source::{Snapshot, Span};
use crate::yaml::{Node, Reader, Value, read_file};

/// The file's name.
pub const FILE: &str = "synonyms.yml";

/// How many words of a group count. A word with as many synonyms gets no more from other groups.
pub const MAX: usize = 64;

/// Reads the groups, in the order of the file.
pub fn read(snapshot: &Snapshot) -> (Vec<Vec<String>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = snapshot.text(FILE);
    let groups =
        source.and_then(|source| read_file(&source.text, &source.path, &mut findings, groups));
    (groups.unwrap_or_default(), findings)
}

fn groups(value: &Value, reader: &mut Reader<'_>) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    // By word: how many others it has.
    let mut others: HashMap<String, usize> = HashMap::new();
    for item in reader.list(FILE, value) {
        if !matches!(item.node, Node::List(_)) {
            reader.wrong_type(FILE, item, "type-list");
            continue;
        }
        let mut group = Vec::new();
        let mut first_left_out = None;
        for word in reader.list(FILE, item) {
            let Some(text) = reader.text(FILE, word) else {
                continue;
            };
            if group.len() == MAX || others.get(&text).is_some_and(|others| *others >= MAX) {
                first_left_out.get_or_insert((text, word.span));
            } else {
                group.push(text);
            }
        }
        if let Some((word, span)) = first_left_out {
            report_too_many(&word, span, reader);
        }
        for word in &group {
            *others.entry(word.clone()).or_default() += group.len() - 1;
        }
        groups.push(group);
    }
    groups
}

/// Reports the first word that is too much in its group.
pub(super) fn report_too_many(word: &str, span: Span, reader: &mut Reader<'_>) {
    let finding = reader.report(&codes::TOO_MANY_SYNONYMS, span);
    finding.set_arg("word", word);
    finding.set_arg("max", MAX);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::HandbookPath;

    #[test]
    fn groups_are_read_and_a_single_word_is_reported() {
        let mut snapshot = Snapshot::default();
        snapshot.insert_text(
            HandbookPath::literal(FILE),
            "- [Flüchtlinge, Geflüchtete]\n- Kommune\n".into(),
        );
        let (groups, findings) = read(&snapshot);
        assert_eq!(groups, [["Flüchtlinge", "Geflüchtete"]]);
        assert_eq!(findings[0].code.slug, "wrong-type");
    }

    #[test]
    fn a_word_has_hardly_more_synonyms_than_a_group() {
        let long: String = (0..2 * MAX).map(|n| format!("  - Wort {n}\n")).collect();
        let pairs: String = (0..2 * MAX)
            .map(|n| format!("- [Amt, Haus {n}]\n"))
            .collect();
        let mut snapshot = Snapshot::default();
        let text = format!("-\n{long}{pairs}").into_bytes();
        snapshot.insert_text(HandbookPath::literal(FILE), text);
        let (groups, findings) = read(&snapshot);
        assert_eq!(groups[0].len(), MAX);
        let with = groups.iter().filter(|group| group.contains(&"Amt".into()));
        assert_eq!(with.count(), MAX);
        assert_eq!(findings.len(), 1 + MAX);
    }
}
