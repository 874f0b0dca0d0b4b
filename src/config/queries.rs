//! `search.yml`: queries whose answers the handbook vouches for.

use crate::diagnostic::Finding;
use crate::source::{Snapshot, Spanned};
use crate::yaml::{Fields, Reader, Value, read_file};

/// The file's name.
pub const FILE: &str = "search.yml";

/// The queries of a handbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queries {
    /// Each must find one of its pages among the first results.
    pub must_find: Vec<Query>,
    /// None may find any of its pages.
    pub must_not_find: Vec<Query>,
}

impl Queries {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.must_find.is_empty() && self.must_not_find.is_empty()
    }
}

/// A query and the chapters that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What a reader types.
    pub query: Spanned<String>,
    /// Ids of chapters.
    pub pages: Vec<Spanned<String>>,
}

/// Reads the queries.
pub fn read(snapshot: &Snapshot) -> (Queries, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = snapshot.text(FILE);
    let queries =
        source.and_then(|source| read_file(&source.text, &source.path, &mut findings, queries));
    (queries.unwrap_or_default(), findings)
}

fn queries(value: &Value, reader: &mut Reader<'_>) -> Queries {
    let Some(mut fields) = Fields::of(value, FILE, reader) else {
        return Queries::default();
    };
    let queries = Queries {
        must_find: list(&mut fields, "must_find", reader),
        must_not_find: list(&mut fields, "must_not_find", reader),
    };
    fields.finish(reader);
    queries
}

fn list(fields: &mut Fields<'_>, key: &'static str, reader: &mut Reader<'_>) -> Vec<Query> {
    let Some(value) = fields.get(key) else {
        return Vec::new();
    };
    let items = reader.list(key, value);
    items
        .into_iter()
        .filter_map(|item| query(item, key, reader))
        .collect()
}

fn query(item: &Value, key: &str, reader: &mut Reader<'_>) -> Option<Query> {
    let mut fields = Fields::of(item, key, reader)?;
    let text = fields.required_text("query", reader);
    let span = fields.get("query").map_or(item.span, |value| value.span);
    let pages = match fields.get("pages") {
        Some(value) => {
            let items = reader.list("pages", value);
            items
                .into_iter()
                .filter_map(|item| Some(Spanned::new(reader.text("pages", item)?, item.span)))
                .collect()
        }
        None => {
            fields.required_text("pages", reader);
            Vec::new()
        }
    };
    // What makes the query hard, for people who tune the search.
    fields.text("group", reader);
    fields.finish(reader);
    Some(Query {
        query: Spanned::new(text?, span),
        pages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::HandbookPath;

    #[test]
    fn queries_are_read_and_mistakes_located() {
        let mut snapshot = Snapshot::default();
        let yaml = "must_find:\n  - {query: Kurs, pages: [kurse]}\n  - {query: X}\nmust: 1\n";
        snapshot.insert_text(HandbookPath::literal(FILE), yaml.into());
        let (queries, findings) = read(&snapshot);
        assert_eq!(queries.must_find[0].pages[0].value, "kurse");
        let slugs: Vec<_> = findings.iter().map(|finding| finding.code.slug).collect();
        assert_eq!(slugs, ["missing-key", "unknown-key"]);
    }
}
