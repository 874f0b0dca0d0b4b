//! The handbook's own queries find what they must.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::Content;
use crate::config::EditionId;
use crate::config::queries::{FILE, Query};
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::link::Linked;
use crate::search::{MustFind, Searcher, folder, must_find};
use crate::site::Site;
use crate::source::{HandbookPath, Span, Spanned};

/// A page must be among so many first results.
const FIRST: usize = 3;

/// Finds pages that don't exist. The index isn't needed for that.
pub(super) fn pages(content: &Content<'_>) -> Vec<Finding> {
    let linked = content.linked;
    let queries = &linked.site.queries;
    if queries.must_find.is_empty() && queries.must_not_find.is_empty() {
        return Vec::new();
    }
    let addresses = by_name(&linked.site);
    let all = queries.must_find.iter().chain(&queries.must_not_find);
    let unknown = all
        .flat_map(|query| &query.pages)
        .filter(|id| !addresses.contains_key(id.value.as_str()));
    let ids = linked.site.chapters.iter();
    let ids = ids.map(|chapter| chapter.id.as_str());
    let ids = LazyCell::new(|| Suggestions::new(ids));
    unknown
        .map(|Spanned { value: id, span }| {
            Finding::new(&codes::UNKNOWN_REFERENCE, HandbookPath::literal(FILE))
                .at(*span)
                .with("id", id.as_str())
                .with_suggestion(ids.nearest(id).map(str::to_owned))
        })
        .collect()
}

/// Runs the queries over the index of the default language.
pub fn run(linked: &Linked, index: &BTreeMap<String, Vec<u8>>) -> Vec<Finding> {
    let queries = &linked.site.queries;
    let folder = folder(linked.site.edition(EditionId::DEFAULT));
    let read = |path: &str| index.get(&format!("{folder}{path}")).cloned();
    let Ok(searcher) = Searcher::open(read) else {
        return Vec::new();
    };
    let by_name = by_name(&linked.site);
    let addresses = |query: &Query| -> Vec<String> {
        let found = query
            .pages
            .iter()
            .filter_map(|id| by_name.get(id.value.as_str()));
        found.map(|address| (*address).to_owned()).collect()
    };
    let must = queries.must_find.iter().map(|query| {
        let pair = MustFind {
            query: query.query.value.clone(),
            pages: addresses(query),
            not: Vec::new(),
            within: FIRST,
        };
        (query.query.span, pair)
    });
    let must_not = queries.must_not_find.iter().map(|query| {
        let pair = MustFind {
            query: query.query.value.clone(),
            pages: Vec::new(),
            not: addresses(query),
            within: FIRST,
        };
        (query.query.span, pair)
    });
    let (spans, pairs): (Vec<Span>, Vec<MustFind>) = must.chain(must_not).unzip();
    let path = HandbookPath::literal(FILE);
    let misses = must_find(&searcher, &pairs).unwrap_or_default();
    misses
        .into_iter()
        .map(|miss| {
            let code = if miss.forbidden {
                &codes::SEARCH_WRONGLY_FOUND
            } else {
                &codes::SEARCH_NOT_FOUND
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

/// The addresses of the chapters of the default language by what queries call them: their ids, and
/// the last parts of these.
fn by_name(site: &Site) -> BTreeMap<&str, &str> {
    let own = || {
        site.chapters
            .iter()
            .filter(|chapter| chapter.edition == EditionId::DEFAULT)
    };
    let mut addresses = BTreeMap::new();
    for chapter in own() {
        addresses
            .entry(chapter.id.as_str())
            .or_insert(chapter.address.as_str());
    }
    for chapter in own() {
        let last = chapter.id.rsplit('/').next().unwrap_or_default();
        addresses.entry(last).or_insert(chapter.address.as_str());
    }
    addresses
}
