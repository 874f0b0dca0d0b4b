//! A handbook that grows, or gets synonyms, loses no page for a query.

use crate::fixture::{Fixture, dev, files, handbook, searcher};
use std::collections::BTreeMap;
use transferbuch::search::{Corpus, Hit, Options, Results};

/// By query: its answer, with all hits.
fn answers(corpus: &Corpus, queries: &[String]) -> BTreeMap<String, Results> {
    let files = files(corpus);
    let searcher = searcher(&files);
    let all = Options {
        limit: 1000,
        ..Options::default()
    };
    let answer = |query: &String| searcher.search(query, &all).expect("an index");
    let answers = queries.iter().map(|query| (query.clone(), answer(query)));
    answers.collect()
}

fn page(hit: &Hit) -> &str {
    hit.url.split('#').next().unwrap_or_default()
}

/// Pages that `counts`, and that the answers after don't have.
fn lost(
    before: &BTreeMap<String, Results>,
    after: &BTreeMap<String, Results>,
    counts: impl Fn(&Results, &Hit) -> bool,
) -> Vec<String> {
    let mut lost = Vec::new();
    for (query, results) in before {
        let still: Vec<&str> = after[query].hits.iter().map(page).collect();
        for hit in results.hits.iter().filter(|hit| counts(results, hit)) {
            if !still.contains(&page(hit)) {
                lost.push(format!("{query}: {}", hit.url));
            }
        }
    }
    lost
}

/// The queries, as typed, in parts, and those that another handbook is for.
fn queries(fixture: &Fixture) -> Vec<String> {
    let mut queries = fixture.queries();
    let words: Vec<String> = queries
        .iter()
        .flat_map(|query| query.split(' ').map(str::to_owned))
        .collect();
    queries.extend(words);
    queries.extend(dev().queries());
    // Of fewer letters only the most frequent words that begin so are taken.
    queries.retain(|query| query.chars().count() > 3);
    queries.sort_unstable();
    queries.dedup();
    queries
}

#[test]
fn synonyms_take_no_page_away() {
    let mut fixture = handbook();
    fixture.corpus.synonyms.clear();
    let queries = queries(&fixture);
    let before = answers(&fixture.corpus, &queries);
    // Each word that is asked for means one that the handbook has, and one that it lacks.
    for offset in [1, 17] {
        let mut corpus = fixture.corpus.clone();
        let words = queries.iter().filter(|query| !query.contains(' '));
        let words: Vec<&String> = words.collect();
        let others = words.iter().cycle().skip(offset);
        for (word, other) in words.iter().zip(others) {
            corpus
                .synonyms
                .push(vec![(*word).clone(), (*other).clone(), "Xyzzling".into()]);
        }
        let lost = lost(&before, &answers(&corpus, &queries), |_, hit| {
            hit.lacks.is_empty()
        });
        assert!(lost.is_empty(), "{lost:#?}");
    }
}

#[test]
fn chapters_and_words_take_no_page_away() {
    let fixture = handbook();
    let queries = queries(&fixture);
    // What a misspelt word finds goes when the handbook has the word as it was typed.
    let certain =
        |results: &Results, hit: &Hit| hit.lacks.is_empty() && results.suggestion.is_none();
    let all = fixture.corpus.chapters.clone();
    let mut corpus = fixture.corpus.clone();
    corpus.chapters.truncate(all.len() / 2);
    let before = answers(&corpus, &queries);
    let mut longer = corpus.clone();
    for (chapter, other) in longer.chapters.iter_mut().zip(all.iter().rev()) {
        let text: Vec<&str> = other
            .sections
            .iter()
            .map(|section| section.body.as_str())
            .collect();
        let last = chapter.sections.last_mut().expect("a section");
        last.body.push_str(&text.join("\n"));
    }
    let lost_by_words = lost(&before, &answers(&longer, &queries), certain);
    corpus.chapters = all;
    corpus.chapters.extend(dev().corpus.chapters);
    let lost_by_chapters = lost(&before, &answers(&corpus, &queries), certain);
    assert!(
        lost_by_words.is_empty() && lost_by_chapters.is_empty(),
        "{lost_by_words:#?} {lost_by_chapters:#?}"
    );
}
