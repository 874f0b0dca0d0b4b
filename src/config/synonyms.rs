//! `synonyms.yml`: groups of words that mean the same to a reader who searches.

use crate::diagnostic::Finding;
use crate::source::Snapshot;
use crate::yaml::{Node, Reader, Value, read_file};

/// The file's name.
pub const FILE: &str = "synonyms.yml";

/// Reads the groups, in the order of the file.
pub fn read(snapshot: &Snapshot) -> (Vec<Vec<String>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = snapshot.text(FILE);
    let groups =
        source.and_then(|source| read_file(&source.text, &source.path, &mut findings, groups));
    (groups.unwrap_or_default(), findings)
}

fn groups(value: &Value, reader: &mut Reader<'_>) -> Vec<Vec<String>> {
    let mut groups = Vec::new();
    for item in reader.list(FILE, value) {
        if !matches!(item.node, Node::List(_)) {
            reader.wrong_type(FILE, item, "type-list");
            continue;
        }
        let words = reader.list(FILE, item);
        groups.push(
            words
                .into_iter()
                .filter_map(|word| reader.text(FILE, word))
                .collect(),
        );
    }
    groups
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
}
