//! What stands in a handbook is found, however it is spelt there and typed here.

use crate::fixture::{answers, corpus, files, searcher, urls};
use transferbuch::config::thesaurus::Thesaurus;
use transferbuch::search::{Chapter, Corpus, Options, Quantity, Section};
use transferbuch::source::{HandbookPath, Source};

fn first(pages: &[(&str, &str)], query: &str) -> Option<String> {
    urls("de", pages, query).into_iter().next()
}

fn all_find(pages: &[(&str, &str)], page: &str, queries: &[&str]) {
    for query in queries {
        assert_eq!(first(pages, query).as_deref(), Some(page), "{query}");
    }
}

#[test]
fn numbers_are_found_in_every_spelling() {
    for written in [
        "1500",
        "1.500",
        "1 500",
        "1\u{a0}500",
        "1\u{202f}500",
        "1’500",
    ] {
        let text = format!("Es kamen {written} Gäste.");
        let pages = [
            ("Fest", text.as_str()),
            ("Anderes", "Es kamen 500 Leute, 1 blieb."),
        ];
        all_find(&pages, "Fest", &["1500", "1.500", "1 500", "1\u{a0}500"]);
    }
    let town = [
        ("Stadt", "Dort leben 221.000 Menschen."),
        ("Dorf", "Dort leben 221 Menschen."),
    ];
    all_find(&town, "Stadt", &["221000", "221.000 Menschen"]);
    all_find(&town, "Dorf", &["221", "221 Menschen"]);
    assert!(urls("de", &town, "221001").is_empty());
    let table = [("Tabelle", "Raum 2 100 Personen")];
    all_find(&table, "Tabelle", &["100", "100 Personen"]);
    assert_eq!(urls("en", &[("Town", "1,500 people")], "1500"), ["Town"]);
}

#[test]
fn names_with_signs_are_words_of_their_own() {
    let pages = [
        ("Sprachen", "Programmiert wird in C++ und C#."),
        ("Forschung", "Die Abteilung R&D forscht."),
        ("Alphabet", "C ist ein Buchstabe, R auch, D ebenso."),
    ];
    all_find(&pages, "Sprachen", &["C++", "c#", "Programmiert C++"]);
    all_find(&pages, "Forschung", &["R&D", "r&d", "Abteilung R&D"]);
}

#[test]
fn short_words_count_if_the_handbook_has_them() {
    let pages = [
        (
            "Anfang",
            "Ein Sprachkurs A1 für Neue, nach SGB III, in Phase 1.",
        ),
        (
            "Mitte",
            "Ein Sprachkurs B1 für alle, nach SGB II, in Phase 2. Kapitel Nummer 24.",
        ),
        ("Recht", "Gefördert nach § 16i, in der EU."),
    ];
    all_find(
        &pages,
        "Mitte",
        &[
            "Sprachkurs B1",
            "SGB II",
            "Phase 2",
            "Kapitel Nummer 24",
            "Phase 2 ",
        ],
    );
    all_find(&pages, "Recht", &["§ 16i", "16i", "gefördert EU", "EU"]);
    assert!(urls("de", &pages, "Sprachkurs B").len() >= 2);
}

#[test]
fn an_apostrophe_is_no_matter() {
    let pages = [("So geht’s", "Ein Text."), ("Anders", "Noch einer.")];
    all_find(
        &pages,
        "So geht’s",
        &["so geht’s", "so geht's", "so gehts", "gehts"],
    );
}

#[test]
fn a_title_that_is_the_query_comes_first() {
    let long = "Beirat Beirat Beirat ".repeat(20);
    let pages = [
        (
            "Beirat und Beiräte: Beirat gründen, Beirat leiten",
            long.as_str(),
        ),
        ("Beirat", "Kurz."),
        ("Was hat nicht funktioniert und warum", "Ein Text."),
        (
            "Funktioniert",
            "Hat funktioniert, funktioniert und funktioniert.",
        ),
        ("Wer wir sind", "Über uns und den Beirat."),
        ("Über uns", "Wer wir sind."),
    ];
    for (title, _) in pages {
        assert_eq!(first(&pages, title).as_deref(), Some(title));
        assert_eq!(first(&pages, &title.to_uppercase()).as_deref(), Some(title));
    }
}

#[test]
fn a_title_that_begins_with_the_query_comes_before_others() {
    let long = "Runde Tische leiten. ".repeat(20);
    let pages = [
        ("Tische: Runde Tische, runde Tische", long.as_str()),
        ("Runde Tische beim Amt", "Ein Text."),
        (
            "Leitlinien der Beteiligung mit allen",
            "Leitlinien mit allen, mit allen.",
        ),
        ("Leitlinien mit allen: ein Fall", "Ein Text."),
    ];
    all_find(&pages, pages[1].0, &["Runde Tische", "runde tische bei"]);
    all_find(
        &pages,
        pages[3].0,
        &["Leitlinien mit a", "Leitlinien mit allen"],
    );
}

#[test]
fn typing_errors_are_found_in_the_spelling_without_umlauts_too() {
    let pages = [
        ("Ablauf", "Es gibt drei Phasen."),
        ("Geld", "Die Steuer sinkt."),
        ("Technik", "Ein Multiuser-System, im Multiuser Betrieb."),
        ("Rat", "Der Bürgerrat tagt."),
    ];
    for (page, query) in [
        ("Ablauf", "Phsaen"),
        ("Geld", "Stueer"),
        ("Technik", "Multisuer"),
        ("Rat", "Buergerart"),
        ("Rat", "Büregrrat"),
    ] {
        all_find(&pages, page, &[query]);
    }
    assert!(urls("de", &[("Zahl", "15000 Gäste")], "15001").is_empty());
}

#[test]
fn typing_errors_are_found_beside_compounds() {
    // «Zukunft» and «Werkstatt» are words of the handbook too, in one passage of another page.
    let pages = [
        ("Format", "Die Zukunftswerkstatt dauert."),
        ("Anderes", "Die Zukunft der Werkstatt ist offen."),
        ("Leute", "Die Zukunft beginnt, eine Werkstatt auch."),
    ];
    assert!(urls("de", &pages, "Zukunftwerkstadt").contains(&"Format".to_owned()));
    assert!(urls("de", &pages, "Zukunftwerkstatt").contains(&"Format".to_owned()));
}

#[test]
fn compounds_match_by_the_stems_of_their_parts() {
    let pages = [
        (
            "Pflege",
            "Wer eine Datenbank pflegt, muss die Datenbank bereinigen.",
        ),
        ("Papiere", "Das Führungszeugnis ist nötig."),
        ("Anderes", "Der Garten blüht."),
    ];
    all_find(
        &pages,
        "Pflege",
        &["Datenbankbereinigung", "Datenbankbereinigungen"],
    );
    all_find(
        &pages,
        "Papiere",
        &["Führungszeugnisses", "Führungszeugnisse", "Führungszeugnis"],
    );
    let written = [
        (
            "Pflege",
            "Zur Datenbankbereinigung gehört Zeit. Eine Datenbank kann man bereinigen.",
        ),
        (
            "Papiere",
            "Die Vorlage des Führungszeugnisses ist nötig. Ein Zeugnis genügt.",
        ),
    ];
    all_find(
        &written,
        "Pflege",
        &["Datenbank bereinigen", "Bereinigung der Datenbank"],
    );
    all_find(
        &written,
        "Papiere",
        &["Führungszeugnis", "Zeugnis", "Zeugnisse"],
    );
}

#[test]
fn a_known_word_finds_long_words_that_end_with_it() {
    let pages = [
        ("Lohn", "Die Gehaltsformel steht fest."),
        ("Küche", "Ein Rezept."),
    ];
    assert_eq!(urls("de", &pages, "Formel"), ["Lohn"]);
    let more = [pages[0], pages[1], ("Rechnen", "Die Formel ist kurz.")];
    assert_eq!(urls("de", &more, "Formel"), ["Rechnen", "Lohn"]);
}

#[test]
fn the_end_of_a_longer_word_is_no_answer_to_a_question_with_a_word_that_is_not_there() {
    let pages = [
        ("Wohnen", "Ein Mietführerschein hilft bei der Suche."),
        ("Garten", "Der Garten blüht im Mai."),
    ];
    assert_eq!(urls("de", &pages, "Führerschein"), ["Wohnen"]);
    assert_eq!(urls("de", &pages, "Führerschein Suche"), ["Wohnen"]);
    assert!(urls("de", &pages, "Wo kann ich meinen Führerschein umtauschen").is_empty());
}

#[test]
fn a_part_of_a_question_is_answered_and_says_what_it_lacks() {
    let pages = [
        ("Wege", "So erreicht man Unternehmen, ohne viel zu zahlen."),
        ("Garten", "Der Garten blüht im Mai."),
        ("Hund", "Ein Hund bellt."),
        ("Katze", "Eine Katze schläft."),
        ("Vogel", "Ein Vogel singt im Garten."),
    ];
    let results = answers("de", &pages, "Wie erreiche ich Unternehmen ohne Budget");
    let hit = results
        .hits
        .first()
        .expect("the page with two of three words");
    assert_eq!(
        (hit.url.as_str(), &*hit.lacks),
        ("Wege", &["Budget".to_owned()][..])
    );
    assert_eq!(answers("de", &pages, "Unternehmen").hits[0].lacks, [""; 0]);
    for noise in [
        "Budget",
        "Budget Unternehmen",
        "Reisepass im Garten beantragen",
        "Wann fährt der Bus zum Garten",
    ] {
        let found = urls("de", &pages, noise);
        assert!(found.is_empty(), "{noise}: {found:?}");
    }
}

/// A handbook of formats with facts.
pub fn formats() -> Corpus {
    let format = |title: &str, people: (f64, f64), minutes: f64, words: &str| Chapter {
        url: title.into(),
        title: title.into(),
        words: vec![words.into()],
        quantities: vec![
            Quantity {
                field: "participants".into(),
                units: vec!["Personen".into(), "Leute".into()],
                from: Some(people.0),
                to: (people.1 > 0.0).then_some(people.1),
            },
            Quantity {
                field: "duration".into(),
                from: Some(minutes),
                to: Some(minutes),
                ..Quantity::default()
            },
        ],
        sections: vec![Section {
            body: "Ein Text.".into(),
            facts: vec![("Eignung bei Konflikten".into(), "nicht geeignet".into())],
            ..Section::default()
        }],
        ..Chapter::default()
    };
    let mut corpus = corpus(
        "de",
        &[("Ort", "Ein Ort mit 20 Häusern und 221.000 Menschen.")],
    );
    corpus.chapters.extend([
        format("Klein", (5.0, 15.0), 120.0, "online"),
        format("Mittel", (12.0, 30.0), 240.0, "gescheitert"),
        format("Groß", (100.0, 0.0), 2880.0, "ohne Geld"),
    ]);
    corpus
}

#[test]
fn a_field_answers_what_it_covers() {
    let files = files(&formats());
    let searcher = searcher(&files);
    for (query, page) in [
        ("20 Personen", "Mittel"),
        ("Format für zwanzig Leute", "Mittel"),
        ("1.000 Personen", "Groß"),
        ("höchstens 15 Personen", "Klein"),
        ("bis zu 15 Leute", "Klein"),
        ("mindestens 100 Personen", "Groß"),
        ("mehr als 50 Personen", "Groß"),
        ("6 bis 12 Personen", "Klein"),
        ("12-30 Personen", "Mittel"),
        ("zwischen 12 und 30 Personen", "Mittel"),
        ("höchstens 3 Stunden", "Klein"),
        ("mindestens ein Tag", "Groß"),
        ("zwei Stunden", "Klein"),
        ("halber Tag", "Mittel"),
        ("2 Tage", "Groß"),
        ("gescheitert", "Mittel"),
        ("ohne Geld", "Groß"),
        ("online", "Klein"),
    ] {
        let hits = searcher
            .search(query, &Options::default())
            .expect("an index")
            .hits;
        assert_eq!(
            hits.first().map(|hit| hit.url.as_str()),
            Some(page),
            "{query}"
        );
    }
    for (query, none) in [
        ("20 Personen", "Klein"),
        ("2 Tage", "Klein"),
        ("3 Wochen", "Groß"),
        ("höchstens 15 Personen", "Groß"),
        ("mindestens 100 Personen", "Klein"),
    ] {
        let hits = searcher
            .search(query, &Options::default())
            .expect("an index")
            .hits;
        assert!(hits.iter().all(|hit| hit.url != none), "{query}");
    }
}

/// «nicht funktioniert» isn't «funktioniert», and who has no money doesn't ask for what costs some.
#[test]
fn a_phrase_with_a_stop_word_means_its_value() {
    let lesson = |title: &str, words: &str, body: &str| Chapter {
        url: title.into(),
        title: title.into(),
        words: vec![words.into()],
        sections: vec![Section {
            body: body.into(),
            ..Section::default()
        }],
        ..Chapter::default()
    };
    let mut corpus = corpus("de", &[]);
    corpus.chapters.extend([
        lesson(
            "Gelungen",
            "funktioniert",
            "Das hat funktioniert, und das Budget reichte.",
        ),
        lesson("Vorbei", "nicht funktioniert", "Niemand kam."),
        lesson("Umsonst", "kein Budget", "Die Vorlage."),
    ]);
    let files = files(&corpus);
    let searcher = searcher(&files);
    for (query, page) in [
        ("Was hat nicht funktioniert und warum", "Vorbei"),
        ("funktioniert", "Gelungen"),
        ("kein Budget", "Umsonst"),
        ("Budget", "Gelungen"),
    ] {
        let hits = searcher
            .search(query, &Options::default())
            .expect("an index")
            .hits;
        assert_eq!(
            hits.first().map(|hit| hit.url.as_str()),
            Some(page),
            "{query}"
        );
    }
}

#[test]
fn a_label_is_no_evidence_for_its_words_and_is_shown() {
    let files = files(&formats());
    let searcher = searcher(&files);
    let find = |query| {
        searcher
            .search(query, &Options::default())
            .expect("an index")
            .hits
    };
    assert!(find("Konflikte").is_empty() && find("Eignung").is_empty());
    let hits = find("geeignet");
    assert_eq!(
        hits[0].excerpt.text,
        "Eignung bei Konflikten: nicht geeignet"
    );
}

/// Other words, in the form of MyThes.
pub fn thesaurus() -> Thesaurus {
    let text = "UTF-8\nWagen|2\n-|Auto|Lastenrad|Gefährt (umgangssprachlich)\n-|Waggon\n\
                Gefährt|1\n-|Lastenrad|Lasten Rad\nZusammenkunft|1\n-|Treffen|Versammlung\n\
                Treffen|1\n-|Zusammenkunft|Ball\nGrippe|1\n-|Influenza\n";
    let source = Source::new(HandbookPath::literal("th.dat"), text.into());
    Thesaurus::new(source.into()).expect("a thesaurus")
}

#[test]
fn a_thesaurus_leads_from_words_that_no_chapter_has_to_those_that_one_has() {
    let mut corpus = corpus(
        "de",
        &[
            ("Lastenrad", "Es steht im Hof."),
            ("Abende", "Ein Treffen im Saal."),
            ("Karte", "Der Wagenheber liegt daneben."),
        ],
    );
    let ask = |corpus: &Corpus, query: &str| {
        let files = files(corpus);
        let results = searcher(&files).search(query, &Options::default());
        let results = results.expect("an index");
        let urls: Vec<String> = results.hits.into_iter().map(|hit| hit.url).collect();
        (urls, results.also)
    };
    assert_eq!(ask(&corpus, "Zusammenkünfte"), (Vec::new(), Vec::new()));
    corpus.thesaurus = Some(thesaurus());
    let own = |text: &str| vec![text.to_owned()];
    assert_eq!(
        ask(&corpus, "Zusammenkunft"),
        (own("Abende"), own("Treffen"))
    );
    assert_eq!(
        ask(&corpus, "Gefährts"),
        (own("Lastenrad"), own("Lastenrad"))
    );
    // What the handbook itself tells comes before it, and a word that it has leads nowhere else.
    assert_eq!(ask(&corpus, "Wagen").0, ["Karte", "Lastenrad"]);
    assert_eq!(ask(&corpus, "Treffen"), (own("Abende"), Vec::new()));
    assert_eq!(ask(&corpus, "Grippe"), (Vec::new(), Vec::new()));
}

#[test]
fn a_thesaurus_takes_no_page_away_and_changes_nothing_that_is_found_without() {
    let mut fixture = crate::fixture::handbook();
    let before = files(&fixture.corpus);
    fixture.corpus.thesaurus = Some(thesaurus());
    let after = files(&fixture.corpus);
    for query in fixture.queries() {
        let ask = |files| {
            let results = searcher(files).search(&query, &Options::default());
            results.expect("an index")
        };
        let (before, after) = (ask(&before), ask(&after));
        if after.also.is_empty() {
            assert_eq!(before, after, "{query}");
        }
        assert!(before.total <= after.total, "{query}");
    }
}

/// «Plan für die Moderation» is a Moderationsplan, and a page that is named is found beside a word that no page has.
#[test]
fn the_parts_of_a_compound_find_it_apart_and_in_any_order() {
    let pages = [
        ("Moderationsplan", "Was wann geschieht."),
        ("Bürgerrat", "Ausgeloste Menschen beraten."),
        (
            "Planung",
            "Viele Vereine planen ihr Jahr, auch die Moderation.",
        ),
        ("Stadtteilspaziergang", "Gemeinsam durch die Straßen."),
    ];
    for (query, page) in [
        ("Plan für die Moderation", "Moderationsplan"),
        (
            "wie mache ich einen Plan für die Moderation",
            "Moderationsplan",
        ),
        ("Moderation Plan", "Moderationsplan"),
        ("Rat der Bürger", "Bürgerrat"),
        ("Spaziergang durch den Stadtteil", "Stadtteilspaziergang"),
        ("Stadtteilspaziergang Viertel", "Stadtteilspaziergang"),
    ] {
        let found = urls("de", &pages, query);
        assert_eq!(found.first().map(String::as_str), Some(page), "{query}");
    }
}
