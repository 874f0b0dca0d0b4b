//! Handbooks in other languages than German.

use crate::fixture::urls as found;

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
