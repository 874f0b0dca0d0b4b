//! The search on whole handbooks: what is found, and that the reader's script finds the same.

mod conformance;
mod fixture;
mod index;
mod languages;

use fixture::{Fixture, dev, files, handbook, searcher};
use transferbuch::search::{Options, Results, Searcher};

fn answer(searcher: &Searcher, query: &str) -> Results {
    searcher
        .search(query, &Options::default())
        .expect("the index is whole")
}

fn is_page(url: &str, page: &str) -> bool {
    if page.contains('#') {
        url == page
    } else {
        url.split('#').next() == Some(page)
    }
}

/// Where the first wanted page stands, counted from 1.
fn place(results: &Results, pages: &[String]) -> Option<usize> {
    let wanted = |url: &str| pages.iter().any(|page| is_page(url, page));
    results
        .hits
        .iter()
        .position(|hit| wanted(&hit.url))
        .map(|place| place + 1)
}

#[test]
fn dev_pairs_are_among_the_first_three_and_guards_hold() {
    let fixture = dev();
    let files = files(&fixture.corpus);
    let searcher = searcher(&files);
    let mut misses = Vec::new();
    for (query, pages) in fixture.groups.values().flatten() {
        let results = answer(&searcher, query);
        if place(&results, pages).is_none_or(|place| place > 3) {
            let urls: Vec<_> = results.hits.iter().map(|hit| hit.url.clone()).collect();
            misses.push(format!("{query}: {pages:?} not in {urls:?}"));
        }
    }
    for (query, pages) in &fixture.must_not {
        if place(&answer(&searcher, query), pages).is_some() {
            misses.push(format!("{query} finds one of {pages:?}"));
        }
    }
    assert!(misses.is_empty(), "{misses:#?}");
}

#[test]
fn the_wanted_page_comes_first_as_often_as_promised() {
    let fixture = handbook();
    let files = files(&fixture.corpus);
    let searcher = searcher(&files);
    let (mut all_first, mut all) = (0, 0);
    let mut low = Vec::new();
    for (group, queries) in &fixture.groups {
        let mut first = 0;
        for (query, pages) in queries {
            let results = answer(&searcher, query);
            match place(&results, pages) {
                Some(1) => first += 1,
                place => {
                    let hits = results.hits.iter().take(3);
                    let hits: Vec<_> = hits
                        .map(|hit| format!("{} {:.2}", hit.url, hit.score))
                        .collect();
                    println!(
                        "{group}: {query} at {place:?}; {hits:?} {:?}",
                        results.suggestion
                    );
                }
            }
        }
        (all_first, all) = (all_first + first, all + queries.len());
        judge(&fixture, group, first, queries.len(), &mut low);
    }
    judge(&fixture, "all", all_first, all, &mut low);
    assert!(low.is_empty(), "{low:#?}");
}

fn share(part: usize, of: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).expect("a few"));
    number(part) / number(of)
}

fn judge(fixture: &Fixture, group: &str, first: usize, of: usize, low: &mut Vec<String>) {
    let share = share(first, of);
    println!("{group:12} {first:3} of {of:3}  {share:.2}");
    if share < fixture.bounds.get(group).copied().unwrap_or(0.0) {
        low.push(format!("{group}: {share:.2}"));
    }
}

#[test]
fn questions_about_other_things_are_not_answered() {
    let fixture = handbook();
    let files = files(&fixture.corpus);
    let searcher = searcher(&files);
    let mut answered = Vec::new();
    for query in &fixture.noise {
        let results = answer(&searcher, query);
        if let Some(hit) = results.hits.first() {
            answered.push(format!("{query}: {} {}", hit.url, hit.excerpt.text));
        }
    }
    println!(
        "{} of {}: {answered:#?}",
        answered.len(),
        fixture.noise.len()
    );
    let share = share(answered.len(), fixture.noise.len());
    assert!(share <= fixture.bounds.get("noise").copied().unwrap_or(1.0));
}
