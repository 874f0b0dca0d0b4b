//! Values that YAML reads otherwise than they are meant: as written on the page, or told with what to type.

use expect_test::expect;
use transferbuch::diagnostic::{Severity, apply};
use transferbuch::text::Language;

use crate::support::{Built, Handbook, check_german};

fn chapter(fields: &str) -> Handbook {
    Handbook::chapter(&format!("---\n{fields}\n---\nText\n"))
}

/// The title that readers see.
fn title(built: &Built) -> String {
    let page = built.text("a/index.html");
    let title = page.split("<h1").nth(1).unwrap().split_once('>').unwrap().1;
    let title = title.split("</h1>").next().unwrap().trim();
    title
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
}

/// The handbook after its only finding is mended.
fn mended(handbook: &Handbook) -> Handbook {
    let built = handbook.build();
    let [finding] = built.handbook.findings.as_slice() else {
        panic!("{}", built.shown(Language::German))
    };
    let Some(fix) = finding.fix.clone() else {
        panic!("nothing mends {}", built.shown(Language::German))
    };
    let text = String::from_utf8(handbook.files["content/a.md"].clone()).unwrap();
    let text = apply(&text, [&fix]).text;
    handbook.clone().with("content/a.md", text)
}

#[test]
fn what_looks_like_anything_else_is_a_text_as_written() {
    for text in [
        "Ja",
        "Nein",
        "yes",
        "No",
        "on",
        "Off",
        "y",
        "True",
        "FALSE",
        "true",
        "Null",
        "NULL",
        "1.0",
        "1e3",
        "0x10",
        "007",
        "0o17",
        "1_000",
        ".5",
        "1e999",
        "12:30",
        "2026-05-03",
        "3. Mai 2026",
        "10 %",
        "50%",
        "a: b".split(':').next().unwrap(),
        "Was?",
        "Wozu!",
        "C#",
        "C:\\neu\\test",
        "Müller & Söhne",
        "A*B",
        "<Name>",
        "-5",
        "+49 30",
        "a - b",
        "a|b",
        "=",
        "~5",
        "„Runder Tisch“ im Rathaus",
        "Raum#5",
        "10:30 Uhr",
        "http://a.example",
    ] {
        assert_eq!(
            title(&chapter(&format!("title: {text}")).build().clean()),
            text
        );
    }
}

#[test]
fn a_text_that_needs_quotes_gets_them() {
    for text in [
        "Teil 1: Anfang",
        "Fragen:",
        "Teil 1: a: b",
        "@kommune",
        "`Code",
        "% Anteil",
        "*wichtig",
        "*",
        "&Co",
        "!wichtig",
        "! Achtung",
        "!!str x",
        "| Text",
        "> Text",
        "? Was",
        "- Punkt",
        ", und",
        "] zu",
        "} zu",
        "[Entwurf] Plan",
        "{Ort} Plan",
        "{{ name }}",
        "#5",
        "Raum #5",
        "Raum # 5",
        "Wir sind #vielfalt",
        "Wir lieben C #",
        "-",
        "?",
        "%",
        "[a] und [b]",
    ] {
        let handbook = chapter(&format!("id: a\ntitle: {text}\nsummary: Kurz"));
        let shown = handbook.build().shown(Language::German);
        assert!(shown.contains(&format!("\"{text}\"")), "{shown}");
        assert_eq!(title(&mended(&handbook).build().clean()), text);
    }
}

#[test]
fn quotes_in_a_text_are_kept() {
    check_german(
        "--- content/a.md\n---\ntitle: \"Runder Tisch\" im Rathaus\n---\nText\n",
        expect![[r#"
        Fehler[yaml-quote-in-text]: Hinter dem schließenden Anführungszeichen geht der Text weiter
         --> content/a.md:2:8
        2 | title: "Runder Tisch" im Rathaus
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Schreiben Sie: title: '"Runder Tisch" im Rathaus'
    "#]],
    );
    for (written, right) in [
        (
            "\"Runder Tisch\" im Rathaus",
            "'\"Runder Tisch\" im Rathaus'",
        ),
        ("'Runder Tisch' im Rathaus", "\"'Runder Tisch' im Rathaus\""),
        ("\"Der \"große\" Plan\"", "'Der \"große\" Plan'"),
        ("'Wie geht's?'", "\"Wie geht's?\""),
        ("\"A\" und \"B\"", "'\"A\" und \"B\"'"),
        ("\"Wie geht's?\" fragen", "'\"Wie geht''s?\" fragen'"),
        ("\"offen", "\"offen\""),
        ("'offen", "\"offen\""),
        ("\"C:\\neu\\test\"", "'C:\\neu\\test'"),
        ("\"C:\\Daten\"", "'C:\\Daten'"),
    ] {
        let handbook = chapter(&format!("title: {written}\nid: a"));
        let after = mended(&handbook);
        after.build().clean();
        let text = String::from_utf8(after.files["content/a.md"].clone()).unwrap();
        assert!(text.contains(&format!("title: {right}\n")), "{text}");
    }
}

/// What is offered may say less than what was written, and nothing else.
#[test]
fn amounts_that_would_change_are_not_offered() {
    for (field, value) in [
        ("lead_time", "mehrere Wochen"),
        ("duration", "mehrere Stunden"),
        ("minutes", "1 Stunde"),
        ("minutes", "1,5 h"),
        ("inhabitants", "48 Tsd."),
        ("inhabitants", "48,3 Tausend"),
        ("inhabitants", "5 %"),
    ] {
        let ty = match field {
            "minutes" | "inhabitants" => "number",
            _ => "duration",
        };
        let handbook = Handbook::new(&format!(
            "--- kinds/k.yml\nfields: [{{id: {field}, type: {ty}}}]\n--- content/a.md\n---\nkind: k\n{field}: {value}\n---\nText\n"
        ));
        let built = handbook.build();
        let found = &built.handbook.findings;
        assert_eq!(found.len(), 1, "{value}: {found:?}");
        assert_eq!(found[0].suggestion, None, "{value}");
        assert!(found[0].fix.is_none(), "{value}");
    }
}

#[test]
fn a_sentence_in_a_list_is_one_entry() {
    Handbook::new(
        "--- kinds/k.yml\nfields: [{id: results, type: list}]\n--- content/a.md\n---\nkind: k\nresults: 12 Vorschläge, davon 3 umgesetzt\n---\nText\n",
    )
    .build()
    .clean();
}

#[test]
fn an_item_with_a_colon_and_nothing_behind_it() {
    check_german(
        "--- kinds/k.yml\nfields: [{id: roles, type: list}]\n--- content/a.md\n---\nkind: k\nroles:\n  - Moderation\n  - Protokoll:\n---\nText\n",
        expect![[r#"
            Fehler[wrong-type]: `roles` soll ein Text sein und ist eine Gruppe von Zeilen `Feld: Wert`
             --> content/a.md:5:5
            5 |   - Protokoll:
              |     ^
              = Hilfe: Meinten Sie `"Protokoll"`?
              = Hilfe: Hierher gehört ein Text
        "#]],
    );
}

#[test]
fn what_a_number_sign_takes_away_is_told() {
    check_german(
        "--- content/a.md\n---\nsummary: Termin in Raum #5 um 10 Uhr\n---\nText\n",
        expect![[r#"
        Fehler[text-cut-off]: Hier endet der Text: #5 um 10 Uhr zählt in YAML als Anmerkung und erscheint nicht
         --> content/a.md:2:10
        2 | summary: Termin in Raum #5 um 10 Uhr
          |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Termin in Raum #5 um 10 Uhr". Eine Anmerkung gehört in eine eigene Zeile
    "#]],
    );
    check_german(
        "--- content/a.md\n---\ntitle: #wichtig\n---\nText\n",
        expect![[r##"
        Fehler[text-cut-off]: Hier endet der Text: #wichtig zählt in YAML als Anmerkung und erscheint nicht
         --> content/a.md:2:8
        2 | title: #wichtig
          |        ^^^^^^^^
          = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "#wichtig". Eine Anmerkung gehört in eine eigene Zeile
    "##]],
    );
    check_german(
        "--- content/a.md\n---\ntopics:\n  - Raum #5\n  - #6\n---\nText\n",
        expect![[r##"
            Fehler[text-cut-off]: Hier endet der Text: #5 zählt in YAML als Anmerkung und erscheint nicht
             --> content/a.md:3:5
            3 |   - Raum #5
              |     ^^^^^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Raum #5". Eine Anmerkung gehört in eine eigene Zeile
            Fehler[text-cut-off]: Hier endet der Text: #6 zählt in YAML als Anmerkung und erscheint nicht
             --> content/a.md:4:5
            4 |   - #6
              |     ^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "#6". Eine Anmerkung gehört in eine eigene Zeile
        "##]],
    );
    check_german(
        "--- content/a.md\n---\nsummary: Wir treffen uns in Raum\n  #5 im Rathaus\n---\nText\n",
        expect![[r#"
        Fehler[text-cut-off]: Hier endet der Text: #5 im Rathaus zählt in YAML als Anmerkung und erscheint nicht
         --> content/a.md:2:10
        2 | summary: Wir treffen uns in Raum
          |          ^^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Wir treffen uns in Raum #5 im Rathaus". Eine Anmerkung gehört in eine eigene Zeile
    "#]],
    );
    check_german(
        "--- content/a.md\n---\ntitle: Treffen # noch prüfen\n---\nText\n",
        expect![[r#"
        Warnung[text-cut-off]: Hier endet der Text: # noch prüfen zählt in YAML als Anmerkung und erscheint nicht
         --> content/a.md:2:8
        2 | title: Treffen # noch prüfen
          |        ^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Treffen # noch prüfen". Eine Anmerkung gehört in eine eigene Zeile
    "#]],
    );
    check_german(
        "--- content/a.md\n---\nsummary: ~\n---\nText\n",
        expect![[r#"
        Warnung[read-as-nothing]: `~` heißt in YAML „nichts“; `summary` bleibt leer
         --> content/a.md:2:10
        2 | summary: ~
          |          ^
          = Hilfe: Schreiben Sie nichts hinter den Doppelpunkt, oder "~", wenn es der Text ist
    "#]],
    );
}

#[test]
fn comments_are_comments() {
    for fields in [
        "# title: alt\ntitle: Neu",
        "title: # Der Titel des Kapitels\nsummary: Kurz",
        "title: \"Neu\" # noch prüfen",
        "status: reviewed # von Anna",
        "topics: [a, b] # zwei",
        "order: 3 # hinter dem Auftakt",
        "title: Neu\n#summary: alt",
        "topics:\n  - a\n  #- b",
        "topics:\n  - a\n    #- b",
        "title: Neu\n\n# 5 Felder folgen\nid: a",
    ] {
        chapter(fields).build().clean();
    }
}

#[test]
fn yaml_that_cannot_be_read_is_told_in_german() {
    for (fields, said) in [
        ("title:Treffen", "Doppelpunkt fehlt das Leerzeichen"),
        (
            "id: a\ntitle:Treffen\nsummary: x",
            "Doppelpunkt fehlt das Leerzeichen",
        ),
        ("title: A\n\tsummary: B", "beginnt mit einem Tabulator"),
        ("topics:\n\t- A", "beginnt mit einem Tabulator"),
        ("title: A\nsummary", "fehlt der Doppelpunkt"),
        (
            "summary: Erste Zeile\nzweite Zeile",
            "fehlt der Doppelpunkt",
        ),
        ("title: A\n  summary: B", "anders eingerückt"),
        ("topics:\n  - A\n - B", "anders eingerückt"),
        ("topics:\n- A\n - B", "wie ein Punkt einer Liste"),
        ("title: A\n  - B", "wie ein Punkt einer Liste"),
        ("Treffen", "fehlt der Doppelpunkt"),
        (
            "- status: draft",
            "Punkte einer Liste und Felder durcheinander",
        ),
        (
            "topics:\n  -Arbeit\n  -Sprache",
            "mit einem Bindestrich und einem Leerzeichen",
        ),
        (
            "topics:\n  * Arbeit\n  * Sprache",
            "mit einem Bindestrich und einem Leerzeichen",
        ),
        (
            "topics:\n  • Arbeit",
            "mit einem Bindestrich und einem Leerzeichen",
        ),
        ("topics: - Arbeit\n  - Sprache", "unter ihrem Feld"),
        ("topics: 'Arbeit','Sprache'", "geht der Text weiter"),
        (
            "sources:\n  - title: A\n    url: x\n   note: B",
            "anders eingerückt",
        ),
        (
            "title: A\n- B",
            "Punkte einer Liste und Felder durcheinander",
        ),
        (
            "topics:\n  - A\n  B: c",
            "Punkte einer Liste und Felder durcheinander",
        ),
        ("topics: [A, B", "auf und nie zu"),
        ("topics: [A, B\nsummary: C", "auf und nie zu"),
        ("sources: [{title: A", "auf und nie zu"),
        ("title: \"A\nsummary: \"B\"", "auf und nie zu"),
        ("topics: [A] B]", "Anführungszeichen"),
        ("topics: [\"A\" \"B\"]", "fehlt ein Komma"),
        ("topics: [@A, B]", "kann in YAML hier nicht stehen"),
        ("topics: [#5, B]", "Anmerkung mit #"),
        ("title: A\ntitle: B", "steht hier zweimal"),
        ("summary: |x\n  A", "Anführungszeichen"),
        ("topics: [\"\\q\"]", "verändert ein `\\`"),
        ("[a]: b", "keine Liste und keine Gruppe"),
        ("title: A\n--- x", "zweite"),
        ("a: &x 1\nb: *x", "bedeuten in YAML etwas anderes"),
        ("%YAML 1.2", "nicht lesbar"),
    ] {
        let built = chapter(fields).build();
        let shown = built.shown(Language::German);
        assert_eq!(built.slugs().len(), 1, "{fields:?}:\n{shown}");
        assert!(shown.contains(said), "{fields:?}:\n{shown}");
        for english in [
            " the ", " not ", " is ", "expected", "mapping", "while", "found", "block", "scalar",
        ] {
            assert!(!shown.contains(english), "{fields:?}:\n{shown}");
        }
    }
}

#[test]
fn a_list_or_a_group_in_the_place_of_a_text_is_offered_in_quotes() {
    check_german(
        "--- content/a.md\n---\ntitle: [Entwurf]\ntopics:\n  - Teil 1: Anfang\naudiences: [Amt: Jugend, Rat]\n---\nText\n",
        expect![[r#"
            Fehler[wrong-type]: `title` soll ein Text sein und ist eine Liste
             --> content/a.md:2:8
            2 | title: [Entwurf]
              |        ^
              = Hilfe: Meinten Sie `"[Entwurf]"`?
              = Hilfe: Hierher gehört ein Text
            Fehler[wrong-type]: `topics` soll ein Text sein und ist eine Gruppe von Zeilen `Feld: Wert`
             --> content/a.md:4:5
            4 |   - Teil 1: Anfang
              |     ^
              = Hilfe: Meinten Sie `"Teil 1: Anfang"`?
              = Hilfe: Hierher gehört ein Text
            Fehler[wrong-type]: `audiences` soll ein Text sein und ist eine Gruppe von Zeilen `Feld: Wert`
             --> content/a.md:5:13
            5 | audiences: [Amt: Jugend, Rat]
              |             ^
              = Hilfe: Meinten Sie `"Amt: Jugend"`?
              = Hilfe: Hierher gehört ein Text
        "#]],
    );
}

#[test]
fn a_list_of_lines_in_the_place_of_a_text_is_offered_as_one() {
    check_german(
        "--- content/a.md\n---\nkind: lesson\ndirection: mixed\naction:\n  - Früh einladen\n  - \"Kaffee: kochen\"\n---\nText\n",
        expect![[r#"
            Fehler[wrong-type]: `action` soll ein Text sein und ist eine Liste
             --> content/a.md:5:3
            5 |   - Früh einladen
              |   ^
              = Hilfe: Meinten Sie `action: "Früh einladen; Kaffee: kochen"`?
              = Hilfe: Hierher gehört ein Text
        "#]],
    );
}

#[test]
fn several_people_in_one_text() {
    Handbook::chapter("---\nauthors: Berger, Anna\n---\nText\n")
        .build()
        .clean();
    Handbook::chapter("---\nauthors: Dr. Anna Berger, Amt für Soziales\n---\nText\n")
        .build()
        .clean();
    Handbook::chapter("---\nauthors: Stadt Bochum, Amt für Soziales\n---\nText\n")
        .build()
        .clean();
    check_german(
        "--- content/a.md\n---\nauthors: Anna Berger, Jens Kurz\n---\nText\n",
        expect![[r#"
            Warnung[several-in-one]: `Anna Berger, Jens Kurz` zählt hier als ein einziger Eintrag
             --> content/a.md:2:10
            2 | authors: Anna Berger, Jens Kurz
              |          ^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Sind es mehrere, schreiben Sie `authors: [Anna Berger, Jens Kurz]`; ist es einer, setzen Sie ihn in Anführungszeichen
        "#]],
    );
}

#[test]
fn a_pasted_list_is_one_mistake_however_long_it_is() {
    for item in [
        "•\tStifte\n",
        "o\tStifte\n",
        "Stifte und Papier\n",
        "☐ Stifte: zwei\n",
        "@ Stifte\n",
    ] {
        let items = item.repeat(8);
        let built = Handbook::chapter(&format!(
            "---\nstatus: draft\nkind: format\nmaterials: Das hier: alles\n{items}limits: …\n---\nText\n"
        ))
        .build();
        let slugs = built.slugs();
        let is_of_yaml = |slug: &&str| slug.starts_with("yaml-");
        assert!(slugs.iter().all(is_of_yaml), "{item}: {slugs:?}");
        assert!(
            !built.files.contains_key("a/index.html"),
            "{item}: it is still a draft"
        );
    }
    // Whatever a line begins with that should be a field, the one above it stays.
    for line in [
        "@zusatz: x",
        "*zusatz: x",
        "[zusatz: x",
        "{zusatz: x",
        "&a b: x",
    ] {
        let built = Handbook::chapter(&format!(
            "---\ntitle: A\nstatus: draft\n{line}\n---\nText\n"
        ))
        .build();
        assert!(!built.files.contains_key("a/index.html"), "{line}");
    }
}

/// Where a word is a label by itself, it is that; «Online oder Präsenz» is neither.
#[test]
fn a_label_goes_before_half_of_another() {
    let kind = "label: {de: Runde}\nfields:\n  - id: weg\n    type: choice\n    values: [{id: on, label: {de: Online}}, {id: vor-ort, label: {de: Präsenz}}, {id: beides, label: {de: Online oder Präsenz}}]\n";
    let page = |written: &str| {
        let handbook = chapter(&format!("kind: k\nweg: {written}")).with("kinds/k.yml", kind);
        handbook.build().clean().text("a/index.html").to_owned()
    };
    assert_eq!(page("Präsenz"), page("vor-ort"));
    assert_eq!(page("online"), page("on"));
}

#[test]
fn either_word_of_a_label_is_the_value() {
    for (written, id) in [
        ("Checkliste", "checklist"),
        ("liste", "checklist"),
        ("Handreichung", "guide"),
    ] {
        let built =
            Handbook::chapter(&format!("---\nkind: tool\ntype: {written}\n---\nText\n")).build();
        let built = built.clean();
        let same = Handbook::chapter(&format!("---\nkind: tool\ntype: {id}\n---\nText\n")).build();
        assert_eq!(
            built.text("a/index.html"),
            same.text("a/index.html"),
            "{written}"
        );
    }
}

#[test]
fn what_an_entry_of_a_draft_lacks_may_still_come() {
    let fields = "kind: format\nsteps:\n  - text:\n";
    let draft = Handbook::chapter(&format!("---\nstatus: draft\n{fields}---\nText\n")).build();
    let errors = draft
        .handbook
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{}", draft.shown(Language::German));
}

#[test]
fn an_empty_field_is_shown_where_it_stands() {
    check_german(
        "--- content/a.md\n---\nkind: lesson\ndirection:\n---\nText\n",
        expect![[r#"
            Fehler[missing-field]: Es fehlt noch das Feld `direction`: Jedes Kapitel der Art `lesson` braucht es
             --> content/a.md:3:1
            3 | direction:
              | ^^^^^^^^^
              = Hilfe: Schreiben Sie `direction: …`, oder `open: [direction]`, wenn die Antwort nicht bekannt ist
        "#]],
    );
}

const KIND: &str = "label: {de: Runde, en: Round}
fields:
  - {id: amount, type: number, unit: {de: Einwohner, en: inhabitants}}
  - {id: people, type: range, unit: {de: Personen}}
  - {id: time, type: duration}
  - {id: free, type: flag}
  - id: mode
    type: choice
    values: [{id: on-site, label: {de: vor Ort, en: On site}}, {id: online, label: {de: im Netz}}]
  - id: modes
    type: choices
    values: [{id: on-site, label: {de: vor Ort, en: On site}}, {id: online, label: {de: im Netz}}]
";

fn of_kind(fields: &str) -> Handbook {
    chapter(&format!("kind: k\n{fields}")).with("kinds/k.yml", KIND)
}

#[test]
fn labels_and_words_of_people_are_values() {
    for fields in [
        "mode: vor Ort",
        "mode: Vor Ort",
        "mode: vor-ort",
        "mode: On site",
        "mode: ON-SITE",
        "mode: Online",
        "modes: vor Ort, online",
        "modes: [Im Netz, vor Ort]",
        "free: ja",
        "free: Nein",
        "free: True",
        "status: Geprüft",
        "status: Reviewed",
        "status: veröffentlicht",
        "people: 20–40",
        "people: 20 — 40 Personen",
        "people: 20-40 Personen",
        "people: 20 bis 40 personen",
        "people: mind. 10",
        "people: max. 30",
        "people: zwischen 20 bis 40",
        "amount: 15.000 Einwohner",
        "amount: 15 000",
        "time: 2 Stunden",
        "time: halber Tag",
        "time: ein halber Tag",
        "time: einen halben Tag",
        "time: anderthalb Stunden",
        "time: ½ Tag",
        "time: 2 Std.",
        "time: zwei bis drei Tage",
        "time: 2 Stunden 30 Minuten",
        "time: 2–3 Wochen",
        "time: half a day",
    ] {
        of_kind(fields).build().clean();
    }
    let draft = of_kind("status: Entwurf")
        .with("content/b.md", "Text\n")
        .build()
        .clean();
    assert!(!draft.files.contains_key("a/index.html"));
}

#[test]
fn other_forms_are_mended_and_no_word_is_lost() {
    for (field, right) in [
        ("time: ca. 2 Stunden", "time: 2 Stunden # ca."),
        ("time: etwa 2-3 Tage", "time: 2-3 Tage # etwa"),
        (
            "time: 2 Stunden (ohne Pause)",
            "time: 2 Stunden # (ohne Pause)",
        ),
        (
            "time: 2 Stunden, ohne Pause",
            "time: 2 Stunden # ohne Pause",
        ),
        (
            "time: 90 Minuten plus Nachbereitung",
            "time: 90 Minuten # plus Nachbereitung",
        ),
        ("people: 20–40 Jugendliche", "people: 20–40 # Jugendliche"),
        ("people: ca. 30", "people: 30 # ca."),
        ("amount: rund 20.000", "amount: 20.000 # rund"),
        ("amount: 12 Euro", "amount: 12 # Euro"),
        ("updated: 3. Mai 2026", "updated: 2026-05-03"),
        ("updated: 03.05.2026", "updated: 2026-05-03"),
        ("updated: 3. Mär. 2026", "updated: 2026-03-03"),
        (
            "updated: 2026-05-03 (geplant)",
            "updated: 2026-05-03 # (geplant)",
        ),
        ("updated: am 3. Mai 2026", "updated: 2026-05-03 # am"),
        ("updated: 2026-5-3", "updated: 2026-05-03"),
        ("updated: 03.05.26", "updated: 2026-05-03"),
        ("Title: A", "title: A"),
        ("updated: 3 May 2026", "updated: 2026-05-03"),
        ("updated: May 3, 2026", "updated: 2026-05-03"),
        (
            "topics:\n  - Teil 1: Anfang",
            "topics:\n  - \"Teil 1: Anfang\"",
        ),
        ("topics: [A, Teil 1: B]", "topics: [A, \"Teil 1: B\"]"),
        ("kind: Werkzeug\ntype: guide", "kind: tool\ntype: guide"),
    ] {
        let handbook = if field.starts_with("kind") {
            chapter(field)
        } else {
            of_kind(field)
        };
        let after = mended(&handbook);
        after.build().clean();
        let text = String::from_utf8(after.files["content/a.md"].clone()).unwrap();
        assert!(text.contains(&format!("{right}\n")), "{text}");
    }
}

#[test]
fn what_cannot_be_understood_is_told() {
    for (field, slug) in [
        ("time: 2 Stunden am 3. Tag", "not-a-duration"),
        ("time: lange", "not-a-duration"),
        ("people: einige", "not-a-range"),
        ("amount: viele", "not-a-number"),
        ("updated: 03/05/2026", "not-a-date"),
        ("updated: Mai 2026", "not-a-date"),
        ("updated: 31. Februar 2026", "not-a-date"),
        ("mode: irgendwo", "unknown-value"),
        ("modes: vor Ort, irgendwo", "unknown-value"),
        ("free: vielleicht", "wrong-type"),
    ] {
        let built = of_kind(field).build();
        assert_eq!(
            built.slugs(),
            [slug],
            "{field}:\n{}",
            built.shown(Language::German)
        );
        assert!(built.handbook.findings[0].fix.is_none(), "{field}");
    }
}

#[test]
fn colours_and_other_settings_are_not_lost_behind_a_number_sign() {
    check_german(
        "--- handbook.yml\ntitle: Handbuch #1\npalette:\n  accent: #a03020\n--- glossary.yml\n- term: C #\n  text: Raum #5\n--- content/a.md\nText\n",
        expect![[r##"
            Fehler[text-cut-off]: Hier endet der Text: # zählt in YAML als Anmerkung und erscheint nicht
             --> glossary.yml:1:9
            1 | - term: C #
              |         ^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "C #". Eine Anmerkung gehört in eine eigene Zeile
            Fehler[text-cut-off]: Hier endet der Text: #5 zählt in YAML als Anmerkung und erscheint nicht
             --> glossary.yml:2:9
            2 |   text: Raum #5
              |         ^^^^^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Raum #5". Eine Anmerkung gehört in eine eigene Zeile
            Fehler[text-cut-off]: Hier endet der Text: #1 zählt in YAML als Anmerkung und erscheint nicht
             --> handbook.yml:1:8
            1 | title: Handbuch #1
              |        ^^^^^^^^^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Handbuch #1". Eine Anmerkung gehört in eine eigene Zeile
            Fehler[text-cut-off]: Hier endet der Text: #a03020 zählt in YAML als Anmerkung und erscheint nicht
             --> handbook.yml:3:11
            3 |   accent: #a03020
              |           ^^^^^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "#a03020". Eine Anmerkung gehört in eine eigene Zeile
        "##]],
    );
}

#[test]
fn the_kind_of_a_section_may_be_its_label() {
    check_german(
        "--- content/w/index.md\n---\nkind: Werkzeug\n---\nText\n--- content/w/a.md\n---\ntype: guide\n---\nText\n",
        expect![[r#"
            Fehler[unknown-kind]: Es gibt keine Art `Werkzeug`
             --> content/w/index.md:2:7
            2 | kind: Werkzeug
              |       ^^^^^^^^
              = Hilfe: Meinten Sie `tool`?
              = Hilfe: Berichtigen Sie den Namen, oder erklären Sie die Art in `kinds/Werkzeug.yml`
        "#]],
    );
}

#[test]
fn findings_point_at_words_within_several_lines_of_yaml() {
    check_german(
        "--- kinds/k.yml
fields: [{id: text, type: markdown}, {id: more, type: markdown}]
--- content/a.md
---
kind: k
text: |
  Erster Absatz mit [Link](fehlt.md).

  - Zweiter[^1] mit <b>fett
more: >-
  gefaltet und [[wiki]]
  und ** fett **
---
",
        expect![[r#"
            Fehler[unknown-chapter]: Unter fehlt.md gibt es kein Kapitel
             --> content/a.md:4:28
            4 |   Erster Absatz mit [Link](fehlt.md).
              |                            ^^^^^^^^
              = Hilfe: Berichtigen Sie den Weg von dieser Datei zu der des Kapitels, legen Sie eines an (transferbuch add), oder nehmen Sie den Link weg
            Fehler[undefined-footnote]: Die Fußnote `[^1]` hat keinen Text
             --> content/a.md:6:12
            6 |   - Zweiter[^1] mit <b>fett
              |            ^^^^
              = Hilfe: Ergänzen Sie am Ende eine Zeile `[^1]: …`
            Fehler[unclosed-html]: `<b>` endet nicht, wo es enden muss
             --> content/a.md:6:21
            6 |   - Zweiter[^1] mit <b>fett
              |                     ^^^
              = Hilfe: Setzen Sie `</b>` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
            Warnung[left-as-text]: `[[wiki]]` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:8:16
            8 |   gefaltet und [[wiki]]
              |                ^^^^^^^^
              = Hilfe: Links schreibt man so: `[Text](datei.md)`
            Warnung[left-as-text]: `** fett **` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:9:7
            9 |   und ** fett **
              |       ^^^^^^^^^^
              = Hilfe: Sterne stehen ohne Leerzeichen an dem, was sie hervorheben: `**fett**`, `*kursiv*`
        "#]],
    );
}

#[test]
fn several_names_in_one_text() {
    check_german(
        "--- handbook.yml
languages: de, en
severity: {missing-translation: off}
--- kinds/k.yml
fields:
  - {id: mode, type: choices, values: [near, far]}
  - {id: others, type: refs, to: k}
  - {id: effort, type: list, fields: [{id: what, type: choice, values: [staff]}, {id: why, type: text}]}
--- content/a.md
---
kind: k
topics: Arbeit; Sprache
audiences: \"Kinder, Jugendliche\"
mode: near; far
others: b, c
effort: hoch
---
--- content/b.md
---
kind: k
others: a, x
---
--- content/c.md
C.
",
        expect![[r#"
            Warnung[several-in-one]: `Arbeit; Sprache` zählt hier als ein einziger Eintrag
             --> content/a.md:3:9
            3 | topics: Arbeit; Sprache
              |         ^^^^^^^^^^^^^^^
              = Hilfe: Sind es mehrere, schreiben Sie `topics: [Arbeit, Sprache]`; ist es einer, setzen Sie ihn in Anführungszeichen
            Fehler[reference-to-wrong-kind]: `c` ist von der Art `page` und soll `k` sein
             --> content/a.md:6:12
            6 | others: b, c
              |            ^
              = Hilfe: Nennen Sie ein Kapitel der Art `k`
            Fehler[not-a-record]: `effort` besteht aus Einträgen mit mehreren Angaben, und `hoch` ist keiner
             --> content/a.md:7:9
            7 | effort: hoch
              |         ^^^^
              = Hilfe: Jeder Eintrag beginnt mit einem Bindestrich: `- ` und `what: staff`; darunter, zwei Leerzeichen weiter eingerückt als der Bindestrich: `why: …`
            Fehler[unknown-reference]: Es gibt kein Kapitel `x`
             --> content/b.md:3:12
            3 | others: a, x
              |            ^
              = Hilfe: Schreiben Sie den Namen der Kapiteldatei ohne `.md`, oder ihre `id`; gibt es keines, lassen Sie das Feld leer
        "#]],
    );
}

#[test]
fn entries_of_lists_that_were_written_otherwise() {
    check_german(
        "--- kinds/k.yml
fields:
  - {id: material, type: list}
  - {id: zahl, type: number}
  - {id: schritte, type: list, fields: [{id: titel, type: text, required: true}, {id: minuten, type: number, min: 1, max: 90}]}
  - {id: aufwand, type: list, fields: [{id: was, type: choice, required: true, values: [{id: staff, label: {de: Personal, en: Staff}}]}, {id: stufe, type: number}]}
--- content/a.md
---
kind: k
material:
  - #1 Kuchenliste: wer bringt was
  - \"**Zwei** Helferinnen\"
schritte:
  1. Ankommen
  2. Reden
aufwand:
  - Personal: 2
---
--- content/b.md
---
kind: k
material: Pinnwand, Stifte
schritte:
  - titel: Ankommen
  - minuten: viele
aufwand:
  - was: wenig
---
--- content/c.md
---
kind: k
zahl: viel
material: …
schritte: [{titel: A, minuten: viele}]
---
",
        expect![[r##"
            Fehler[text-cut-off]: Hier endet der Text: #1 Kuchenliste: wer bringt was zählt in YAML als Anmerkung und erscheint nicht
             --> content/a.md:4:5
            4 |   - #1 Kuchenliste: wer bringt was
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "#1 Kuchenliste: wer bringt was". Eine Anmerkung gehört in eine eigene Zeile
            Warnung[left-as-text]: `**Zwei**` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:5:6
            5 |   - "**Zwei** Helferinnen"
              |      ^^^^^^^^
              = Hilfe: Dieses Feld ist einfacher Text; nehmen Sie die Zeichen weg
            Warnung[several-in-one]: `1. Ankommen 2. Reden` zählt hier als ein einziger Eintrag
             --> content/a.md:7:3
            7 |   1. Ankommen
              |   ^^^^^^^^^^^
              = Hilfe: Sind es mehrere, schreiben Sie `- Ankommen`, `- Reden`; ist es einer, setzen Sie ihn in Anführungszeichen
            Fehler[not-a-record]: `aufwand` besteht aus Einträgen mit mehreren Angaben, und `Personal:` ist keiner
              --> content/a.md:10:5
            10 |   - Personal: 2
               |     ^
               = Hilfe: Jeder Eintrag beginnt mit einem Bindestrich: `- ` und `was: staff`; darunter, zwei Leerzeichen weiter eingerückt als der Bindestrich: `stufe: 1`
            Warnung[several-in-one]: `Pinnwand, Stifte` zählt hier als ein einziger Eintrag
             --> content/b.md:3:11
            3 | material: Pinnwand, Stifte
              |           ^^^^^^^^^^^^^^^^
              = Hilfe: Sind es mehrere, schreiben Sie `material: [Pinnwand, Stifte]`; ist es einer, setzen Sie ihn in Anführungszeichen
            Fehler[not-a-record]: `schritte` besteht aus Einträgen mit mehreren Angaben, und `titel:` ist keiner
             --> content/b.md:5:5
            5 |   - titel: Ankommen
              |     ^
              = Hilfe: Jeder Eintrag beginnt mit einem Bindestrich: `- ` und `titel: …`; darunter, zwei Leerzeichen weiter eingerückt als der Bindestrich: `minuten: 1`
            Fehler[unknown-value]: `wenig` ist kein Wert von `was`
             --> content/b.md:8:10
            8 |   - was: wenig
              |          ^^^^^
              = Hilfe: Mögliche Werte: staff (Personal)
            Fehler[not-a-number]: `viel` ist keine Zahl
             --> content/c.md:3:7
            3 | zahl: viel
              |       ^^^^
              = Hilfe: Schreiben Sie nur die Zahl: 12, 1,5 oder 15.000
            Warnung[placeholder-left]: Hier steht noch ein Platzhalter: „…“
             --> content/c.md:4:11
            4 | material: …
              |           ^
              = Hilfe: Schreiben Sie an seine Stelle, was Sie zu sagen haben, oder nehmen Sie ihn weg
            Fehler[out-of-bounds]: `minuten` soll eine Zahl in 1 – 90 sein und ist `viele`
             --> content/c.md:5:32
            5 | schritte: [{titel: A, minuten: viele}]
              |                                ^^^^^
              = Hilfe: Schreiben Sie eine Zahl aus 1 – 90
        "##]],
    );
}

#[test]
fn values_are_named_as_readers_see_them() {
    check_german(
        "--- kinds/k.yml
fields:
  - id: ergebnis
    type: choice
    values:
      - {id: worked, label: {de: hat geklappt, en: worked}}
      - {id: did_not_work, label: {de: hat nicht geklappt, en: did not work}, words: {de: \"gescheitert, misslungen\"}}
      - {id: open, label: {de: offen für alle, en: open for all}}
--- content/a.md
---
kind: k
ergebnis: gescheitert
---
--- content/b.md
---
kind: k
ergebnis: nicht geklappt
---
--- content/c.md
---
kind: k
ergebnis: Offen
---
--- content/d.md
---
kind: k
ergebnis: Hat geklapt
---
",
        expect![[r#"
            Fehler[unknown-value]: `gescheitert` ist kein Wert von `ergebnis`
             --> content/a.md:3:11
            3 | ergebnis: gescheitert
              |           ^^^^^^^^^^^
              = Hilfe: Meinten Sie `hat nicht geklappt`?
              = Hilfe: Mögliche Werte: worked (hat geklappt), did_not_work (hat nicht geklappt), open (offen für alle)
            Fehler[unknown-value]: `nicht geklappt` ist kein Wert von `ergebnis`
             --> content/b.md:3:11
            3 | ergebnis: nicht geklappt
              |           ^^^^^^^^^^^^^^
              = Hilfe: Meinten Sie `hat nicht geklappt`?
              = Hilfe: Mögliche Werte: worked (hat geklappt), did_not_work (hat nicht geklappt), open (offen für alle)
            Fehler[unknown-value]: `Offen` ist kein Wert von `ergebnis`
             --> content/c.md:3:11
            3 | ergebnis: Offen
              |           ^^^^^
              = Hilfe: Meinten Sie `offen für alle`?
              = Hilfe: Mögliche Werte: worked (hat geklappt), did_not_work (hat nicht geklappt), open (offen für alle)
            Fehler[unknown-value]: `Hat geklapt` ist kein Wert von `ergebnis`
             --> content/d.md:3:11
            3 | ergebnis: Hat geklapt
              |           ^^^^^^^^^^^
              = Hilfe: Meinten Sie `hat geklappt`?
              = Hilfe: Mögliche Werte: worked (hat geklappt), did_not_work (hat nicht geklappt), open (offen für alle)
        "#]],
    );
}

#[test]
fn a_kind_that_there_is_none_of_is_one_mistake() {
    check_german(
        "--- kinds/k.yml
fields: [{id: material, type: list, required: true}]
--- content/a.md
---
kind: K
material: [a]
---
--- content/b.md
---
kind: kuchen
material: [a]
---
",
        expect![[r#"
            Fehler[unknown-kind]: Es gibt keine Art `K`
             --> content/a.md:2:7
            2 | kind: K
              |       ^
              = Hilfe: Meinten Sie `k`?
              = Hilfe: Berichtigen Sie den Namen, oder erklären Sie die Art in `kinds/K.yml`
            Fehler[unknown-kind]: Es gibt keine Art `kuchen`
             --> content/b.md:2:7
            2 | kind: kuchen
              |       ^^^^^^
              = Hilfe: Berichtigen Sie den Namen, oder erklären Sie die Art in `kinds/kuchen.yml`
        "#]],
    );
}
