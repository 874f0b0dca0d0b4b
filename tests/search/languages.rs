//! Handbooks in other languages than German.

use crate::fixture::{files, judged, searcher, urls as found};
use transferbuch::search::Options;

const ENGLISH: [(&str, &str); 3] = [
    (
        "Citizens' assembly",
        "Randomly selected residents advise the council.",
    ),
    (
        "Facilitating meetings",
        "The facilitator keeps the time and takes minutes.",
    ),
    (
        "World café",
        "Guests move from table to table every twenty minutes.",
    ),
];

#[test]
fn english_has_stems_stop_words_and_typos() {
    for query in [
        "meeting",
        "facilitators",
        "how do i facilitate a meeting",
        "facilitatting",
    ] {
        let urls = found("en-GB", &ENGLISH, query);
        assert_eq!(
            urls.first().map(String::as_str),
            Some("Facilitating meetings"),
            "{query}"
        );
    }
    assert_eq!(found("en", &ENGLISH, "cafe"), ["World café"]);
    assert_eq!(found("en", &ENGLISH, "assemblies"), ["Citizens' assembly"]);
    assert!(found("en", &ENGLISH, "swimming pool").is_empty());
}

#[test]
fn scripts_without_spaces_are_found_by_what_stands_side_by_side() {
    let pages = [
        ("手册指南", "关于市民会议。"),
        ("其他", "册手，会市。民议"),
        ("คู่มือ", "การประชุมประชาชน"),
    ];
    for (query, page) in [
        ("手册", "手册指南"),
        ("市民会议", "手册指南"),
        ("会市", "其他"),
        ("ประชุม", "คู่มือ"),
        ("民议", "其他"),
        ("指", "手册指南"),
    ] {
        assert_eq!(found("zh", &pages, query), [page], "{query}");
    }
    assert!(found("zh", &pages, "游泳池").is_empty());
    let files = files(&crate::fixture::corpus("zh", &pages));
    let hits = searcher(&files).search("市民会议", &Options::default());
    let excerpt = hits.expect("an index").hits.remove(0).excerpt;
    let marks: Vec<&str> = excerpt
        .marks
        .iter()
        .map(|(from, to)| &excerpt.text[*from..*to])
        .collect();
    assert_eq!(marks, ["市民会议"]);
}

#[test]
fn a_language_without_known_endings_is_found_by_its_stems() {
    let pages = [
        ("Kurser", "Deltagerne arbejder sammen."),
        ("Andet", "En have."),
    ];
    for query in ["kursernes", "deltagerens", "arbejdede"] {
        assert_eq!(found("da", &pages, query), ["Kurser"], "{query}");
    }
    assert!(found("da", &pages, "havfrue").is_empty());
}

#[test]
fn any_script_is_found_by_the_beginnings_of_words() {
    let ukrainian = [
        ("Громадські збори", "Мешканці обговорюють план міста."),
        ("Архів", "Папери."),
    ];
    assert_eq!(found("uk", &ukrainian, "ЗБОРИ"), ["Громадські збори"]);
    assert_eq!(found("uk", &ukrainian, "обгов"), ["Громадські збори"]);
    let arabic = [
        ("اجتماع المواطنين", "يناقش السكان خطة المدينة."),
        ("أرشيف", "أوراق."),
    ];
    assert_eq!(found("ar", &arabic, "اِجتِماع"), ["اجتماع المواطنين"]);
    assert_eq!(found("ar", &arabic, "ارشيف"), ["أرشيف"]);
    assert_eq!(
        found("ja", &[("手引き", "市民の会議"), ("他", "本")], "会議"),
        ["手引き"]
    );
}

/// By language: how many of twenty queries have the wanted chapter first, at least. The sets were written
/// before the rules for their languages, which were not tuned on them.
const FIRST: [(&str, usize); 5] = [("ar", 17), ("en", 18), ("fr", 16), ("tr", 16), ("uk", 18)];

#[test]
fn the_wanted_chapter_comes_first_in_other_languages_too() {
    for (lang, least) in FIRST {
        let fixture = judged(lang);
        let files = files(&fixture.corpus);
        let searcher = searcher(&files);
        let first = |query: &str| {
            let results = searcher.search(query, &Options::default());
            let hit = results.expect("an index").hits.into_iter().next();
            hit.map(|hit| hit.url.split('#').next().unwrap_or_default().to_owned())
        };
        let queries = &fixture.groups["all"];
        let wrong: Vec<_> = queries
            .iter()
            .map(|(query, wanted)| (query, first(query), &wanted[0]))
            .filter(|(_, first, wanted)| first.as_ref() != Some(*wanted))
            .collect();
        let noise: Vec<_> = fixture
            .noise
            .iter()
            .filter(|query| first(query).is_some())
            .collect();
        let right = queries.len() - wrong.len();
        println!(
            "{lang}: {right} of {}; {wrong:?}; answered without need: {noise:?}",
            queries.len()
        );
        assert!(
            right >= least && noise.is_empty(),
            "{lang}: {wrong:?} {noise:?}"
        );
    }
}
