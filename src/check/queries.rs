//! The handbook's own queries find what they must.

use std::collections::BTreeMap;

use super::Content;
use crate::config::queries::{FILE, Query};
use crate::diagnostic::{Code, Finding};
use crate::link::Linked;
use crate::search::{MustFind, Searcher, folder, must_find};
use crate::source::{HandbookPath, Span};

static UNKNOWN: Code = Code::error("unknown-reference");
static NOT_FOUND: Code = Code::warning("search-not-found");
static WRONGLY_FOUND: Code = Code::warning("search-wrongly-found");

/// A page must be among so many first results.
const FIRST: usize = 3;

/// Finds pages that don't exist. The index isn't needed for that.
pub(super) fn pages(content: &Content<'_>) -> Vec<Finding> {
    let linked = content.linked;
    let queries = &linked.site.queries;
    let all = queries.must_find.iter().chain(&queries.must_not_find);
    let unknown = all
        .flat_map(|query| &query.pages)
        .filter(|(id, _)| address(linked, id).is_none());
    unknown
        .map(|(id, span)| {
            let ids = linked
                .site
                .chapters
                .iter()
                .map(|chapter| chapter.id.as_str());
            Finding::new(&UNKNOWN, &FILE.into())
                .at(*span)
                .with("id", id.as_str())
                .nearest(id, ids)
        })
        .collect()
}

/// Runs the queries over the index of the default language.
pub fn run(linked: &Linked, index: &BTreeMap<String, Vec<u8>>) -> Vec<Finding> {
    let queries = &linked.site.queries;
    let folder = folder(&linked.site.editions[0]);
    let read = |path: &str| index.get(&format!("{folder}{path}")).cloned();
    let Ok(searcher) = Searcher::open(read) else {
        return Vec::new();
    };
    let addresses = |query: &Query| -> Vec<String> {
        query
            .pages
            .iter()
            .filter_map(|(id, _)| address(linked, id))
            .collect()
    };
    let must = queries.must_find.iter().map(|query| {
        let pair = MustFind {
            query: query.query.clone(),
            pages: addresses(query),
            not: Vec::new(),
            within: FIRST,
        };
        (query.span, pair)
    });
    let must_not = queries.must_not_find.iter().map(|query| {
        let pair = MustFind {
            query: query.query.clone(),
            pages: Vec::new(),
            not: addresses(query),
            within: FIRST,
        };
        (query.span, pair)
    });
    let (spans, pairs): (Vec<Span>, Vec<MustFind>) = must.chain(must_not).unzip();
    let path = HandbookPath::from(FILE);
    let misses = must_find(&searcher, &pairs).unwrap_or_default();
    misses
        .into_iter()
        .map(|miss| {
            let code = if miss.forbidden {
                &WRONGLY_FOUND
            } else {
                &NOT_FOUND
            };
            Finding::new(code, &path)
                .at(spans[miss.pair])
                .with("query", pairs[miss.pair].query.as_str())
                .with("page", miss.page)
                .with(
                    "place",
                    miss.place.map_or("–".to_owned(), |place| place.to_string()),
                )
                .with("first", miss.first.unwrap_or_else(|| "–".into()))
        })
        .collect()
}

/// The address of the chapter that `id` names, in full or by its last part.
fn address(linked: &Linked, id: &str) -> Option<String> {
    let site = &linked.site;
    let own = || site.chapters.iter().filter(|chapter| chapter.edition == 0);
    let full = own().find(|chapter| chapter.id == id);
    let last = || own().find(|chapter| chapter.id.rsplit('/').next() == Some(id));
    full.or_else(last).map(|chapter| chapter.address.clone())
}
