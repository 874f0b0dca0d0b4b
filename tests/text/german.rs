//! German that CommonMark misreads: it stands in the page as it was written.

use crate::conservation::{clean, html};
use crate::oracle::shown::text;

/// Fails unless the page shows each text as it was written, without any markup, and nothing is found.
#[track_caller]
fn stays(texts: &[&str]) {
    for written in texts {
        let html = clean(written);
        let expected = written.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text(&html), expected, "{html}");
        for markup in ["<em>", "<strong>", "<del>", "<li", "<code>", "<dl>"] {
            assert!(!html.contains(markup), "{html}");
        }
    }
}

/// Fails unless each text is shown as the HTML beside it, within a paragraph.
#[track_caller]
fn becomes(cases: &[(&str, &str)]) {
    for (written, expected) in cases {
        assert_eq!(clean(written), format!("<p>{expected}</p>\n"), "{written}");
    }
}

#[test]
fn stars_within_words_are_text() {
    stays(&[
        "Alle Bürger*innen und Besucher*innen sind eingeladen.",
        "Jede*r kann mit seine*r Freund*in kommen, Ein*e Ärzt*in auch.",
        "Die Leiter*innen der Mitarbeiter*innenvertretung der Schüler*innen",
        "*innen ist die Endung, *innen auch.",
        "Räume von 3*4 und 5*6 Metern",
        "Bürger*innen\u{a0}und\u{a0}Besucher*innen",
        "„Bürger*innen“, (Besucher*innen), Schüler*innen-Vertretung",
    ]);
}

#[test]
fn other_gender_signs_are_text() {
    stays(&[
        "Schüler_innen und Lehrer_innen, ein_e Ärzt_in",
        "Kolleg:innen und Bürger:innen: alle",
        "Mitarbeiter/-innen, BürgerInnen, Kolleg(inn)en, Bürger/innen",
    ]);
}

#[test]
fn gender_signs_stand_wherever_text_does() {
    let head = "<th scope=\"col\">Bürger*innen</th><th scope=\"col\">Lehrer*innen</th>";
    let html = clean("| Bürger*innen | Lehrer*innen |\n|---|---|\n| Kund*innen | Gäst*innen |\n");
    assert!(
        html.contains(head) && html.contains("<td>Kund*innen</td><td>Gäst*innen</td>"),
        "{html}"
    );
    let html = clean("## Für Bürger*innen und Kund*innen\n");
    assert!(
        html.contains(">Für Bürger*innen und Kund*innen</h2>"),
        "{html}"
    );
    let html =
        clean("![Zwei Bürger*innen, zwei Kund*innen](b.png \"Foto: Bürger*innen, Kund*innen\")\n");
    assert!(
        html.contains("alt=\"Zwei Bürger*innen, zwei Kund*innen\""),
        "{html}"
    );
    assert!(
        html.contains("<figcaption>Foto: Bürger*innen, Kund*innen</figcaption>"),
        "{html}"
    );
    becomes(&[
        (
            "[Bürger*innen und Kund*innen](b.md)",
            "<a href=\"../b/\">Bürger*innen und Kund*innen</a>",
        ),
        (
            "**Bürger*innen** und *Kund*innen* und ***Gäst*innen***",
            "<strong>Bürger*innen</strong> und <em>Kund*innen</em> und <em><strong>Gäst*innen</strong></em>",
        ),
    ]);
}

#[test]
fn emphasis_goes_on_working() {
    becomes(&[
        (
            "Das ist *sehr* wichtig, **ganz** und _gar_.",
            "Das ist <em>sehr</em> wichtig, <strong>ganz</strong> und <em>gar</em>.",
        ),
        ("**Frist:** 3. Mai", "<strong>Frist:</strong> 3. Mai"),
        ("**fett**gedruckt", "<strong>fett</strong>gedruckt"),
        ("(*kursiv*) „*auch*“", "(<em>kursiv</em>) „<em>auch</em>“"),
        ("*2026*", "<em>2026</em>"),
        ("~~Entwurf~~", "<del>Entwurf</del>"),
    ]);
}

#[test]
fn a_line_that_begins_with_a_year_is_no_list() {
    stays(&[
        "2018. Danach endete das Projekt.",
        "So war es\n2018. Danach kam mehr.",
    ]);
    let list = clean("2017. Auftakt\n2018. Werkstatt\n2019. Abschluss\n");
    assert!(list.starts_with("<ol start=\"2017\">"), "{list}");
    let definition = clean("Termin\n: 30. Mai\n");
    assert!(definition.contains("<dd>30. Mai</dd>"), "{definition}");
}

#[test]
fn lines_that_begin_with_a_date_are_no_lists() {
    stays(&[
        "Termine:\n\n18. September: Auftakt,\n2. Oktober: Werkstatt,\n16. Oktober: Abschluss",
        "Der Rat tagt am\n1. Mai in der Stadthalle.",
        "1. Januar: Anfang\n2. Februar: Fortsetzung",
        "18. Sept. 2026 und\n3. Okt. 2026",
        "1. 5. 2026: Auftakt\n12. 5. 2026: Ende",
        "24. bis 26. Mai: Messe,\n27. und 28. Mai: Abbau,\n29./30. Mai: Pause",
        "24.–26. Mai: Messe",
        "18.\u{a0}September: Auftakt\n2.\u{a0}Oktober: Werkstatt",
        "Die Frist endet am\n15. eines Monats.",
        "Das Büro ist im\n1. Stock, das Amt im\n2. Stock.",
        "4. März",
        "5. Jänner und 6. Feber",
    ]);
    let html = clean("> 3. Oktober: Feiertag\n");
    assert_eq!(
        html,
        "<blockquote>\n<p>3. Oktober: Feiertag</p>\n</blockquote>\n"
    );
    let html = clean("- 18. September: Auftakt\n- 2. Oktober: Werkstatt\n");
    assert_eq!(
        html,
        "<ul>\n<li>18. September: Auftakt</li>\n<li>2. Oktober: Werkstatt</li>\n</ul>\n"
    );
}

#[test]
fn numbered_lists_go_on_working() {
    for list in [
        "1. Einladen\n2. Begrüßen\n3. Auswerten\n",
        "1. Mit wem?\n2. Wann?\n3. Wo?\n",
        "3. Dritter Punkt\n4. Vierter Punkt\n",
        "21. Jahrhundert\n22. Jahrhundert\n",
        "1) Erstens\n2) Zweitens\n",
        "1. Maibaum aufstellen\n2. Maifeier planen\n",
        "1. Der Mai\n2. Der Juni\n",
    ] {
        let html = clean(list);
        let shown = text(&html);
        let written = list.replace(')', ".");
        assert!(html.starts_with("<ol"), "{html}");
        assert_eq!(
            shown,
            written.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
}

#[test]
fn placeholders_are_text() {
    stays(&[
        "Liebe/r <Name>,\n\nam <Datum> um <Uhrzeit> laden wir <Personenkreis> ein. Tragen Sie <PLZ Ort> ein.",
        "<Straße und Hausnummer>, <E-Mail>, <Telefon / Mobil>, <Ort, Datum>",
        "<Titel> <Text> <Link> <Map> <Summary> <Source> <Label> <Button> <Time> <Data>",
        "<Link zur Anmeldung> und <Text der Einladung>",
        "<Link zur Anmeldung>",
        "Dauer: <30 Minuten>, <…>, <!Frist!>, </>, <- hier",
        "bei <Amt für Soziales>: <Kürzel>",
    ]);
    let html = clean("| Wer | Wann |\n|---|---|\n| <Name> | <Datum> |\n");
    assert!(
        html.contains("<td>&lt;Name&gt;</td><td>&lt;Datum&gt;</td>"),
        "{html}"
    );
    let html = clean("## Sitzung am <Datum>\n");
    assert!(html.contains(">Sitzung am &lt;Datum&gt;</h2>"), "{html}");
    let html = clean("<div>\n<Name>, <Link zur Seite> und <https://example.org>\n</div>\n");
    assert_eq!(
        text(&html),
        "<Name>, <Link zur Seite> und <https://example.org>"
    );
}

#[test]
fn html_goes_on_working() {
    becomes(&[
        (
            "H<sub>2</sub>O und m<sup>2</sup>",
            "H<sub>2</sub>O und m<sup>2</sup>",
        ),
        ("Zeile<br>Zeile<br/>Zeile", "Zeile<br>Zeile<br/>Zeile"),
        ("<B>fett</B> <Kbd>Strg</Kbd>", "<B>fett</b> <Kbd>Strg</kbd>"),
        (
            "<span lang=\"en\">Round Table</span>",
            "<span lang=\"en\">Round Table</span>",
        ),
    ]);
}

#[test]
fn tildes_within_words_are_text() {
    stays(&[
        "10~20 Personen und 5~6 Tische",
        "H~2~O und CO~2~",
        "~20 Personen, ~30 Stühle",
        "user~name~x",
    ]);
}

#[test]
fn paths_are_text() {
    stays(&[
        "\\\\server\\ablage\\_alt\\*neu und C:\\_alt\\#plan\\[x]",
        "\\\\server01\\Abteilung 3\\plan.docx",
        "Laufwerk H:\\Amt_50\\_Vorlagen_\\a~b",
        "\\\\192.168.0.1\\Freigabe\\!wichtig",
    ]);
    let html = clean("| Ort |\n|---|\n| \\\\server\\_ablage\\#1 |\n");
    assert!(html.contains("<td>\\\\server\\_ablage\\#1</td>"), "{html}");
}

#[test]
fn numbers_and_signs_that_were_wrapped_stay_text() {
    stays(&[
        "Das Amt erreicht man von 8\n- 12 Uhr.",
        "Zusammen sind das 20\n+ 30 Personen.",
        "3 * 4 * 5 und 2*3*4 und a * b * c",
        "Preis: 5,00 €* (*inkl. MwSt.)",
        "5 < 6 und 7 > 6, a<b",
        "§ 5\nAbs. 1, Nr. 3",
        "Unterschrift: ____________ Datum: ___",
        "#1 auf der Liste, C# und F#",
        "50 % + 20 % = 70 %",
        "Wir sind #dabei und #mittendrin",
        "[sic] und […] und (siehe [1])",
        "(1) eins, a) zwei",
    ]);
}

#[test]
fn a_line_that_begins_with_a_time_is_no_definition() {
    let html = clean("Begriff\n: Erklärung\n\nUhrzeit\n:30 Uhr\n");
    assert_eq!(
        html,
        "<dl>\n<dt>Begriff</dt>\n<dd>Erklärung</dd>\n</dl>\n<p>Uhrzeit\n:30 Uhr</p>\n"
    );
    stays(&["Beginn 10\n:30 Uhr", "Geht so\n:-)", "Ende\n:\u{a0}offen"]);
}

#[test]
fn bare_addresses_become_links() {
    let page = |url: &str| format!("<a href=\"{url}\" rel=\"external\" class=\"bare\">{url}</a>");
    let www =
        |url: &str| format!("<a href=\"https://{url}\" rel=\"external\" class=\"bare\">{url}</a>");
    let mail = |address: &str| format!("<a href=\"mailto:{address}\">{address}</a>");
    let example = page("https://example.org");
    for (written, expected) in [
        ("https://example.org", example.clone()),
        ("Siehe https://example.org.", format!("Siehe {example}.")),
        ("(https://example.org)", format!("({example})")),
        (
            "„https://example.org“, »https://example.org«",
            format!("„{example}“, »{example}«"),
        ),
        (
            "**https://example.org**",
            format!("<strong>{example}</strong>"),
        ),
        ("*https://example.org*", format!("<em>{example}</em>")),
        ("_https://example.org_", format!("<em>{example}</em>")),
        ("https://example.org?", format!("{example}?")),
        (
            "https://example.org/a_b_c",
            page("https://example.org/a_b_c"),
        ),
        (
            "https://example.org/a_(b)",
            page("https://example.org/a_(b)"),
        ),
        (
            "https://example.org/?a=1&b=2",
            page("https://example.org/?a=1&amp;b=2"),
        ),
        (
            "https://example.org/a--b...c",
            page("https://example.org/a--b...c"),
        ),
        (
            "https://example.org/~rat/x*y",
            page("https://example.org/~rat/x*y"),
        ),
        ("www.example.org", www("www.example.org")),
        (
            "www.stadt-münchen.example/rat",
            www("www.stadt-münchen.example/rat"),
        ),
        ("rat@stadt.example", mail("rat@stadt.example")),
        (
            "Mail: anna.maria_x@stadt-y.example.",
            format!("Mail: {}.", mail("anna.maria_x@stadt-y.example")),
        ),
        (
            "Mail:rat@stadt.example,",
            format!("Mail:{},", mail("rat@stadt.example")),
        ),
        (
            "mailto:rat@stadt.example",
            "<a href=\"mailto:rat@stadt.example\">mailto:rat@stadt.example</a>".to_owned(),
        ),
        ("sip:rat@stadt.example", "sip:rat@stadt.example".to_owned()),
        (
            "*rat@stadt.example*",
            format!("<em>{}</em>", mail("rat@stadt.example")),
        ),
        ("<https://example.org>", example.clone()),
        ("<rat@stadt.example>", mail("rat@stadt.example")),
        (
            "[https://example.org](b.md)",
            "<a href=\"../b/\">https://example.org</a>".to_owned(),
        ),
        (
            "`https://example.org`",
            "<code>https://example.org</code>".to_owned(),
        ),
        (
            "<a href=\"b.md\">www.example.org</a>",
            "<a href=\"../b/\">www.example.org</a>".to_owned(),
        ),
        (
            "@stadt und a@b und 5@10 und www und https://",
            "@stadt und a@b und 5@10 und www und https://".to_owned(),
        ),
    ] {
        assert_eq!(html(written), format!("<p>{expected}</p>\n"), "{written}");
    }
}

#[test]
fn bare_addresses_become_links_wherever_text_stands() {
    let link =
        "<a href=\"https://www.example.org\" rel=\"external\" class=\"bare\">www.example.org</a>";
    for written in [
        "## www.example.org\n",
        "- www.example.org\n",
        "1. www.example.org\n",
        "> www.example.org\n",
        "> [!TIPP]\n> www.example.org\n",
        "> [!TIPP] Siehe www.example.org\n> Text\n",
        "| Ort |\n|---|\n| www.example.org |\n",
        "Text[^1].\n\n[^1]: www.example.org\n",
        "Begriff\n: www.example.org\n",
        "Siehe\nwww.example.org,\neine Seite\n",
    ] {
        let html = clean(written);
        assert!(html.contains(link), "{html}");
    }
    for written in ["    www.example.org\n", "```\nwww.example.org\n```\n"] {
        assert!(!html(written).contains("<a "), "{written}");
    }
}
