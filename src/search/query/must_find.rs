//! A handbook's own must-find pairs.

use super::super::IndexError;
use super::{Options, Searcher};

/// A query with the pages that must, and those that must not, be found by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MustFind {
    /// What a reader types.
    pub query: String,
    /// Addresses of chapters, with or without an anchor; one of them must be among the first.
    pub pages: Vec<String>,
    /// Addresses that must not be found at all.
    pub not: Vec<String>,
    /// How many results count as the first ones; three unless the handbook says otherwise.
    pub within: usize,
}

/// A pair that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The pair's place in the list.
    pub pair: usize,
    /// The address that was expected, or must not be found.
    pub page: String,
    /// Where it was found, counted from 1; none if it was not among the first fifty.
    pub place: Option<usize>,
    /// The address that was found first instead.
    pub first: Option<String>,
    /// Whether `page` must not be found.
    pub forbidden: bool,
}

/// Results that are looked through.
const LOOKED_AT: usize = 50;

/// The pairs that do not hold, in order. A pair with several pages gives one miss, for the page
/// that came nearest.
///
/// # Errors
/// When a file of the index is missing or damaged.
pub fn must_find(searcher: &Searcher, pairs: &[MustFind]) -> Result<Vec<Miss>, IndexError> {
    let mut misses = Vec::new();
    for (number, pair) in pairs.iter().enumerate() {
        let options = Options {
            limit: LOOKED_AT,
            ..Options::default()
        };
        let hits = searcher.search(&pair.query, &options)?.hits;
        let place = |page: &String| {
            hits.iter()
                .position(|hit| is_page(&hit.url, page))
                .map(|place| place + 1)
        };
        let first = hits.first().map(|hit| hit.url.clone());
        let miss = |page: &String, forbidden| Miss {
            pair: number,
            page: page.clone(),
            place: place(page),
            first: first.clone(),
            forbidden,
        };
        let nearest = pair
            .pages
            .iter()
            .min_by_key(|page| place(page).unwrap_or(usize::MAX));
        misses.extend(
            nearest
                .filter(|page| place(page).is_none_or(|place| place > pair.within))
                .map(|page| miss(page, false)),
        );
        let found = pair.not.iter().filter(|page| place(page).is_some());
        misses.extend(found.map(|page| miss(page, true)));
    }
    Ok(misses)
}

/// Whether a result is a page; without an anchor the page's sections are the page too.
fn is_page(url: &str, page: &str) -> bool {
    let whole = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
    if page.contains('#') {
        url == page
    } else {
        whole(url) == whole(page)
    }
}
