//! The index as a whole: the same on every build, and honest when it is damaged.

use crate::fixture::{dev, files, handbook, searcher};
use transferbuch::search::{
    Corpus, Facet, IndexBuilder, IndexError, IndexFile, MustFind, Options, Searcher, build,
    must_find,
};

#[test]
fn two_builds_are_identical_on_any_number_of_threads() {
    let corpus = handbook().corpus;
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("threads");
        pool.install(|| build(&corpus))
    };
    assert!(on(1) == on(7));
}

#[test]
fn chapters_may_come_in_any_order() {
    let Corpus {
        lang,
        chapters,
        synonyms,
        ..
    } = handbook().corpus;
    let builder = IndexBuilder::new(&lang, chapters.len(), synonyms);
    let mut places: Vec<usize> = (0..chapters.len()).rev().collect();
    places.swap(0, 5);
    let mut files = Vec::new();
    for (added, place) in (1..).zip(places) {
        let all = builder.add(place, &chapters[place], &mut |file| files.push(file));
        assert_eq!(all, added == chapters.len());
    }
    builder.finish(&mut |file| files.push(file));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files == build(&handbook().corpus));
}

#[test]
fn texts_do_not_wait_for_the_last_chapter() {
    let Corpus { lang, chapters, .. } = handbook().corpus;
    let builder = IndexBuilder::new(&lang, chapters.len(), Vec::new());
    let texts = |files: &[IndexFile]| {
        let texts = files
            .iter()
            .filter(|file| file.path.starts_with("parts/texts-"));
        texts.count()
    };
    let mut files = Vec::new();
    for (place, chapter) in chapters.iter().enumerate() {
        builder.add(place, chapter, &mut |file| files.push(file));
    }
    let before = texts(&files);
    builder.finish(&mut |file| files.push(file));
    assert!(before > 1 && texts(&files) <= before + 1);
}

#[test]
fn a_missing_or_truncated_file_is_an_error_that_names_it() {
    let whole = files(&handbook().corpus);
    let ask = |searcher: &Searcher| searcher.search("Protokoll Versammlung", &Options::default());
    let mut hurt = 0;
    for path in whole.keys() {
        for keep in [None, Some(0), Some(1), Some(2)] {
            let read = |asked: &str| {
                let bytes = whole.get(asked)?;
                let cut = keep.map(|third| bytes[..bytes.len() * third / 3].to_vec());
                if asked == path {
                    cut
                } else {
                    Some(bytes.clone())
                }
            };
            let error = match Searcher::open(read) {
                Ok(searcher) => ask(&searcher).err(),
                Err(error) => Some(error),
            };
            if let Some(error) = error {
                hurt += 1;
                let named = path.trim_end_matches(".js");
                let named = named.trim_start_matches("parts/");
                let expected = match keep {
                    None => IndexError::Missing(named.into()),
                    Some(_) => IndexError::Damaged(named.into()),
                };
                assert_eq!(error, expected);
                assert!(error.to_string().contains(named));
            }
        }
    }
    assert!(
        hurt >= 12,
        "the meta, words and texts files are needed: {hurt}"
    );
}

#[test]
fn an_index_of_another_format_is_refused() {
    let mut files = files(&dev().corpus);
    let meta = String::from_utf8(files["meta.js"].clone()).expect("text");
    let current = format!("\"format\":{}", transferbuch::search::FORMAT);
    let other = meta.replace(&current, "\"format\":99");
    files.insert("meta.js".into(), other.into_bytes());
    let error = Searcher::open(|path| files.get(path).cloned()).err();
    assert_eq!(error, Some(IndexError::Format(99)));
}

#[test]
fn an_empty_handbook_answers_nothing() {
    let files = files(&Corpus {
        lang: "de".into(),
        ..Default::default()
    });
    let results = searcher(&files)
        .search("Protokoll", &Options::default())
        .expect("an index");
    assert_eq!((results.total, results.suggestion), (0, None));
}

#[test]
fn filters_keep_chapters_with_one_of_the_values() {
    let mut corpus = handbook().corpus;
    for chapter in &mut corpus.chapters {
        let long = chapter.title.len() > 20;
        chapter.facets.push(Facet {
            id: "length".into(),
            label: "Länge".into(),
            value: if long { "long" } else { "short" }.into(),
            value_label: if long { "lang" } else { "kurz" }.into(),
            ..Facet::default()
        });
    }
    let files = files(&corpus);
    let searcher = searcher(&files);
    let found = |filter: &[(&str, &[&str])]| {
        let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
        let filter = filter
            .iter()
            .map(|(id, values)| ((*id).to_owned(), owned(values)))
            .collect();
        searcher
            .search("Versammlung", &Options { filter, limit: 50 })
            .expect("an index")
            .hits
    };
    let all = found(&[]);
    let clubs = found(&[("kind", &["verein"])]);
    let both = found(&[("kind", &["verein"]), ("length", &["short", "long"])]);
    assert!(!clubs.is_empty() && clubs.len() < all.len());
    assert!(
        clubs
            .iter()
            .all(|hit| hit.url.starts_with("verein/") && hit.kind.0 == "verein")
    );
    assert_eq!(clubs, both);
    assert!(found(&[("kind", &["nothing"])]).is_empty());
    assert!(found(&[("unknown", &["verein"])]).is_empty());
}

#[test]
fn must_find_pairs_that_do_not_hold_are_told() {
    let files = files(&handbook().corpus);
    let searcher = searcher(&files);
    let pair = |query: &str, pages: &[&str], not: &[&str]| MustFind {
        query: query.into(),
        pages: pages.iter().map(|page| (*page).to_owned()).collect(),
        not: not.iter().map(|page| (*page).to_owned()).collect(),
        within: 1,
    };
    let held = [
        pair("Papierstau", &["it/drucker#papierstau"], &[]),
        pair(
            "Papierstau",
            &["impressum", "it/drucker"],
            &["energie/heizung"],
        ),
    ];
    assert_eq!(must_find(&searcher, &held), Ok(Vec::new()));
    let misses = must_find(
        &searcher,
        &[
            pair(
                "Mitgliederversammlung",
                &["formate/buergerversammlung"],
                &[],
            ),
            pair("Papierstau", &["impressum"], &["it/drucker"]),
        ],
    )
    .expect("an index");
    assert_eq!(misses.len(), 3);
    assert_eq!(
        (
            misses[0].pair,
            misses[0].place.is_none_or(|place| place > 1)
        ),
        (0, true)
    );
    assert_eq!(
        misses[0].first.as_deref(),
        Some("verein/mitgliederversammlung")
    );
    assert_eq!(
        (misses[1].pair, misses[1].place, misses[1].forbidden),
        (1, None, false)
    );
    assert_eq!((misses[2].place, misses[2].forbidden), (Some(1), true));
}
