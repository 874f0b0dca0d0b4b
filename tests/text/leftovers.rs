//! Markup that nothing understood is reported, with what to type; and what isn't markup is not.

use expect_test::{Expect, expect};

use crate::conservation::{clean, html};
use crate::support::{Handbook, check_german};

/// Holds what is found in a text, and that the page shows it all the same.
#[track_caller]
fn left(text: &str, expect: Expect) {
    html(text);
    check_german(
        &format!("--- content/b.md\nB\n--- content/b.png\nx\n--- content/a.md\n{text}"),
        expect,
    );
}

/// Fails unless each text has something that is left, and its page shows it.
#[track_caller]
fn are_left(texts: &[&str]) {
    for text in texts {
        html(text);
        let slugs = Handbook::chapter(text)
            .with("content/b.md", "B\n")
            .with("content/b.png", "x")
            .build();
        let slugs = slugs.slugs();
        assert!(slugs.contains(&"left-as-text"), "{text}: {slugs:?}");
    }
}

#[test]
fn tables_without_bars_around_them() {
    are_left(&[
        "Ort | Zeit\nRathaus | 18 Uhr\nSchule | 19 Uhr",
        "Text davor.\n\na | b | c\n1 | 2 | 3\n\nText danach.",
    ]);
    for text in [
        "Ort | Zeit\n--- | ---\nRathaus | 18 Uhr",
        "Rathaus | Markt 1\nTelefon 123",
        "Entweder | oder",
        "- Anna | Rathaus\n- Bert | Schule",
        "`a | b`\n`c | d`",
    ] {
        clean(text);
    }
}

#[test]
fn links_with_blanks_in_their_address() {
    left(
        "[Text](mein kapitel.md)\n\n![Alt](mein bild.png)\n",
        expect![[r#"
            Warnung[left-as-text]: `[Text](mein kapitel.md)` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:1
            1 | [Text](mein kapitel.md)
              | ^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Adressen mit Leerzeichen stehen in spitzen Klammern: `[Text](<mein kapitel.md>)`
            Warnung[left-as-text]: `![Alt](mein bild.png)` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:3:1
            3 | ![Alt](mein bild.png)
              | ^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Adressen mit Leerzeichen stehen in spitzen Klammern: `![Was das Bild zeigt](<mein bild.jpg>)`
        "#]],
    );
    are_left(&[
        "Siehe [den Text](Unser Kapitel zur Planung.md).",
        "[Text](https://example.org/a b)",
        "![Alt](bilder/mein bild.png)",
        "| a |\n|---|\n| [Text](mein kapitel.md) |",
        "- [Text](mein kapitel.md)",
        "[**Fett**](mein kapitel.md)",
    ]);
    let handbook =
        Handbook::chapter("[Text](<mein kapitel.md>), [x][y]\n\n[y]: <mein kapitel.md>\n");
    let html = handbook
        .with("content/mein kapitel.md", "M\n")
        .build()
        .clean();
    let link = |text: &str| format!("<a href=\"../mein-kapitel/\">{text}</a>");
    let links = format!("<p>{}, {}</p>", link("Text"), link("x"));
    assert!(html.text("a/index.html").contains(&links));
}

#[test]
fn links_that_fall_apart() {
    left(
        "[Text] (b.md) und [Text](b.md und [x](b.md \"Titel \"mit\" Zitat\")\n",
        expect![[r#"
        Warnung[left-as-text]: `[Text] (b.md)` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:1
        1 | [Text] (b.md) und [Text](b.md und [x](b.md "Titel "mit" Zitat")
          | ^^^^^^^^^^^^^
          = Hilfe: Zwischen `]` und `(` steht nichts: `[Text](datei.md)`
        Warnung[left-as-text]: `[Text](` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:19
        1 | [Text] (b.md) und [Text](b.md und [x](b.md "Titel "mit" Zitat")
          |                   ^^^^^^^
          = Hilfe: Das wird kein Link; geschrieben wird er `[Text](datei.md)`, mit Titel `[Text](datei.md "Titel")`
        Warnung[left-as-text]: `[x](b.md "Titel "mit" Zitat")` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:35
        1 | [Text] (b.md) und [Text](b.md und [x](b.md "Titel "mit" Zitat")
          |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Das wird kein Link; geschrieben wird er `[Text](datei.md)`, mit Titel `[Text](datei.md "Titel")`
    "#]],
    );
    are_left(&[
        "![Alt] (b.png)",
        "[Text](b.md\n",
        "[Text] (https://example.org)",
        "[Text] (#anker)",
    ]);
    clean("[Text] (siehe oben) und (a) [b] (c), f[x] (y und mehr) z");
    clean("Ein Wort[1] (2018) und Seite [12] (unten)\n");
}

#[test]
fn a_link_whose_text_does_not_end() {
    left(
        "Zum [Runden Tisch(b.md) und [weiter(https://a.de/b).\n\n[Plan (b.md)] [siehe Anhang(b.pdf) [Nr. 3(a)\n",
        expect![[r#"
            Warnung[left-as-text]: `[Runden Tisch(b.md)` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:5
            1 | Zum [Runden Tisch(b.md) und [weiter(https://a.de/b).
              |     ^^^^^^^^^^^^^^^^^^^
              = Hilfe: Das wird kein Link; geschrieben wird er `[Text](datei.md)`, mit Titel `[Text](datei.md "Titel")`
            Warnung[left-as-text]: `[weiter(https://a.de/b)` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:29
            1 | Zum [Runden Tisch(b.md) und [weiter(https://a.de/b).
              |                             ^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Das wird kein Link; geschrieben wird er `[Text](datei.md)`, mit Titel `[Text](datei.md "Titel")`
        "#]],
    );
}

#[test]
fn references_without_a_definition() {
    left(
        "[Text][fehlt] und [fehlt2][] und [auch fehlt].\n",
        expect![[r#"
        Warnung[left-as-text]: `[Text][fehlt]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:1
        1 | [Text][fehlt] und [fehlt2][] und [auch fehlt].
          | ^^^^^^^^^^^^^
          = Hilfe: Es gibt keine Zeile `[…]: Adresse` dazu; schreiben Sie die Adresse gleich hierher: `[Text](datei.md)`
        Warnung[left-as-text]: `[fehlt2][]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:19
        1 | [Text][fehlt] und [fehlt2][] und [auch fehlt].
          |                   ^^^^^^^^^^
          = Hilfe: Es gibt keine Zeile `[…]: Adresse` dazu; schreiben Sie die Adresse gleich hierher: `[Text](datei.md)`
    "#]],
    );
    clean("[Text][ziel] und [Ziel][] und [ziel].\n\n[ziel]: b.md\n");
    clean("Er sagte: „Das [die Stadt] muss [sic] sein […].“\n");
}

#[test]
fn headings_without_a_blank() {
    left(
        "Text\n\n#Überschrift\n\n##Zweite\n\n###\u{a0}Dritte\n",
        expect![[r#"
            Warnung[left-as-text]: `#Überschrift` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:3:1
            3 | #Überschrift
              | ^^^^^^^^^^^^
              = Hilfe: Das wird keine Überschrift: Auf die Rautezeichen folgen ein Leerzeichen und der Text: `## Überschrift`
            Warnung[left-as-text]: `##Zweite` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:5:1
            5 | ##Zweite
              | ^^^^^^^^
              = Hilfe: Das wird keine Überschrift: Auf die Rautezeichen folgen ein Leerzeichen und der Text: `## Überschrift`
            Warnung[left-as-text]: `###` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:7:1
            7 | ### Dritte
              | ^^^^
              = Hilfe: Hier steht ein geschütztes Leerzeichen; schreiben Sie ein gewöhnliches
        "#]],
    );
    are_left(&["##1. Schritt", "#Kosten", "> ##Zitat", "- ##Punkt"]);
    clean("Wir sind #dabei und #mittendrin.\n\n#1 der Liste\n\n#eins #zwei\n");
}

#[test]
fn items_without_a_mark_of_markdown() {
    left(
        "☐ Raum gebucht\n☐ Einladung verschickt\n\n→ Protokoll\n→ Fotos\n",
        expect![[r#"
            Warnung[left-as-text]: `☐` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:1
            1 | ☐ Raum gebucht
              | ^
              = Hilfe: Kästchen schreibt man mit einem Leerzeichen darin: `- [ ] Punkt`
            Warnung[left-as-text]: `→` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:4:1
            4 | → Protokoll
              | ^
              = Hilfe: Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
        "#]],
    );
    left(
        "• Eins\n• Zwei\n\n·\tDrei\n·\tVier\n\no\tFünf\n",
        expect![[r#"
            Warnung[left-as-text]: `•` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:1
            1 | • Eins
              | ^
              = Hilfe: Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
            Warnung[left-as-text]: `·` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:4:1
            4 | ·    Drei
              | ^
              = Hilfe: Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
            Warnung[left-as-text]: `o` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:7:1
            7 | o    Fünf
              | ^
              = Hilfe: Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
        "#]],
    );
    left(
        "-eins\n-zwei\n\n-\u{a0}drei\n-\u{a0}vier\n",
        expect![[r#"
            Warnung[left-as-text]: `-` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:1
            1 | -eins
              | ^
              = Hilfe: Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
            Warnung[left-as-text]: `-` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:4:1
            4 | - drei
              | ^^
              = Hilfe: Hier steht ein geschütztes Leerzeichen; schreiben Sie ein gewöhnliches
            Warnung[left-as-text]: `-` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:5:1
            5 | - vier
              | ^^
              = Hilfe: Hier steht ein geschütztes Leerzeichen; schreiben Sie ein gewöhnliches
        "#]],
    );
    are_left(&[
        "– eins\n– zwei",
        "▪ eins",
        "§\teins\n§\tzwei",
        "\u{f0b7}\teins",
        "1.\u{a0}Einladen\n2.\u{a0}Begrüßen",
    ]);
    clean("– so sagte er –\n\n-5 Grad\n\n-innen ist eine Endung\n\nDas ist gut – meistens.\n");
}

#[test]
fn emphasis_with_blanks_within() {
    left(
        "Das ist ** fett **, und **auch fett **.\n",
        expect![[r#"
        Warnung[left-as-text]: `** fett **` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:9
        1 | Das ist ** fett **, und **auch fett **.
          |         ^^^^^^^^^^
          = Hilfe: Sterne stehen ohne Leerzeichen an dem, was sie hervorheben: `**fett**`, `*kursiv*`
        Warnung[left-as-text]: `**auch fett **` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:25
        1 | Das ist ** fett **, und **auch fett **.
          |                         ^^^^^^^^^^^^^^
          = Hilfe: Sterne stehen ohne Leerzeichen an dem, was sie hervorheben: `**fett**`, `*kursiv*`
    "#]],
    );
    are_left(&[
        "**fett:**danach",
        "__ fett __",
        "~~ weg ~~",
        "== markiert ==x ==y==",
        "Preis: 5**",
        "'''fett'''",
    ]);
    clean("3 * 4 * 5, 2**3, __________, Preis: 5 €* und *inkl. MwSt.\n");
}

#[test]
fn tables_without_their_second_line() {
    left(
        "Vor der Tabelle\n| a | b |\n| 1 | 2 |\n\n| a | b |\n|---|\n| 1 | 2 |\n",
        expect![[r#"
            Warnung[left-as-text]: `| a | b |` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:2:1
            2 | | a | b |
              | ^^^^^^^^^
              = Hilfe: So schreibt man eine Tabelle: Zellen zwischen senkrechten Strichen, `| Was | Wer |`, und unter dem Kopf eine Zeile mit ebenso vielen Spalten: `|---|---|`
            Warnung[left-as-text]: `| a | b |` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:5:1
            5 | | a | b |
              | ^^^^^^^^^
              = Hilfe: So schreibt man eine Tabelle: Zellen zwischen senkrechten Strichen, `| Was | Wer |`, und unter dem Kopf eine Zeile mit ebenso vielen Spalten: `|---|---|`
        "#]],
    );
    let html = clean("a | b\n:-: | --:\n1 | 2\n");
    assert!(html.contains("<td class=\"center\">1</td>"), "{html}");
    clean("a | b\n--- | ---\n1 | 2\n\nStart | Inhalt | Ende\n");
}

#[test]
fn alerts_in_german() {
    let alert = |class: &str, title: &str, text: &str| {
        format!(
            "<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">{title}</p>\n{text}</div>\n"
        )
    };
    for (written, expected) in [
        (
            "> [!note]\n> klein\n",
            alert("note", "Hinweis", "<p>klein</p>\n"),
        ),
        (
            "> [!HINWEIS]\n> Text\n",
            alert("note", "Hinweis", "<p>Text</p>\n"),
        ),
        ("> [!Tipp]\n> Text\n", alert("tip", "Tipp", "<p>Text</p>\n")),
        (
            "> [!WICHTIG]\n> Text\n",
            alert("important", "Wichtig", "<p>Text</p>\n"),
        ),
        (
            "> [!WARNUNG]\n> Text\n",
            alert("warning", "Achtung", "<p>Text</p>\n"),
        ),
        (
            "> [!VORSICHT]\n> Text\n",
            alert("caution", "Vorsicht", "<p>Text</p>\n"),
        ),
        (
            ">[!HINWEIS]\n>Text\n",
            alert("note", "Hinweis", "<p>Text</p>\n"),
        ),
        (
            "> [!NOTE] Mit Titel\n> Text\n",
            alert("note", "Mit Titel", "<p>Text</p>\n"),
        ),
        (
            "> [!TIPP] **Für** Bürger*innen\n> Text\n",
            alert("tip", "<strong>Für</strong> Bürger*innen", "<p>Text</p>\n"),
        ),
        (
            "> [!WARNUNG] Frist: 3. Mai\n",
            alert("warning", "Frist: 3. Mai", ""),
        ),
        (
            "> [!HINWEIS] Liste\n> - eins\n> - zwei\n",
            alert(
                "note",
                "Liste",
                "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n",
            ),
        ),
        (
            "> [!HINWEIS]\n>\n> Erstens\n>\n> Zweitens\n",
            alert("note", "Hinweis", "<p>Erstens</p>\n<p>Zweitens</p>\n"),
        ),
        (
            "> **Note**\n> x\n",
            "<blockquote>\n<p><strong>Note</strong>\nx</p>\n</blockquote>\n".to_owned(),
        ),
    ] {
        assert_eq!(clean(written), expected, "{written}");
    }
    left(
        "> [!GEHEIM]\n> Text\n\n[!HINWEIS]\nText\n\n> ![HINWEIS]\n> Text\n",
        expect![[r#"
        Warnung[left-as-text]: `[!GEHEIM]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:3
        1 | > [!GEHEIM]
          |   ^^^^^^^^^
          = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
        Warnung[left-as-text]: `[!HINWEIS]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:4:1
        4 | [!HINWEIS]
          | ^^^^^^^^^^
          = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
        Warnung[left-as-text]: `![HINWEIS]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:7:3
        7 | > ![HINWEIS]
          |   ^^^^^^^^^^
          = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
    "#]],
    );
}

#[test]
fn markup_of_other_programs() {
    left(
        "Siehe [[index]] und [[s/index|Text]].\n",
        expect![[r#"
        Warnung[left-as-text]: `[[index]]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:7
        1 | Siehe [[index]] und [[s/index|Text]].
          |       ^^^^^^^^^
          = Hilfe: Links schreibt man so: `[Text](datei.md)`
        Warnung[left-as-text]: `[[s/index|Text]]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:21
        1 | Siehe [[index]] und [[s/index|Text]].
          |                     ^^^^^^^^^^^^^^^^
          = Hilfe: Links schreibt man so: `[Text](datei.md)`
    "#]],
    );
    left(
        ":::note\nHallo\n:::\n\n!!! note \"Titel\"\n    Text\n",
        expect![[r#"
        Warnung[left-as-text]: `:::note` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:1
        1 | :::note
          | ^^^^^^^
          = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
        Warnung[left-as-text]: `!!! note "Titel"` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:5:1
        5 | !!! note "Titel"
          | ^^^^^^^^^^^^^^^^
          = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
    "#]],
    );
    left(
        "=== \"Tab\"\n    Text\n\n--8<-- \"datei.md\"\n\nimport X from './x'\n",
        expect![[r#"
        Warnung[left-as-text]: `=== "Tab"` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:1
        1 | === "Tab"
          | ^^^^^^^^^
          = Hilfe: Registerkarten gibt es nicht; schreiben Sie Überschriften: `### Titel`
        Warnung[left-as-text]: `--8<-- "datei.md"` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:4:1
        4 | --8<-- "datei.md"
          | ^^^^^^^^^^^^^^^^^
          = Hilfe: Texte fügt man so ein: `![](datei.md)`
        Warnung[left-as-text]: `import X from './x'` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:6:1
        6 | import X from './x'
          | ^^^^^^^^^^^^^^^^^^^
          = Hilfe: Programme laufen im Handbuch nicht; nehmen Sie die Zeile weg
    "#]],
    );
    left(
        "{{< figure src=\"x\" >}} und {{#include x.md}} und {% include \"a\" %}\n",
        expect![[r#"
        Warnung[left-as-text]: `{{< figure src="x" >}}` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:1
        1 | {{< figure src="x" >}} und {{#include x.md}} und {% include "a" %}
          | ^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Vorlagen werden in Texten nicht ausgeführt; schreiben Sie den Text selbst
        Warnung[left-as-text]: `{{#include x.md}}` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:28
        1 | {{< figure src="x" >}} und {{#include x.md}} und {% include "a" %}
          |                            ^^^^^^^^^^^^^^^^^
          = Hilfe: Texte fügt man so ein: `![](datei.md)`
        Warnung[left-as-text]: `{% include "a" %}` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:50
        1 | {{< figure src="x" >}} und {{#include x.md}} und {% include "a" %}
          |                                                  ^^^^^^^^^^^^^^^^^
          = Hilfe: Texte fügt man so ein: `![](datei.md)`
    "#]],
    );
    are_left(&[
        "??? note \"Titel\"",
        "export const x = 1",
        "[TOC]",
        "[[_TOC_]]",
        "Text^[Note]",
        "[@mueller2020]",
        ":smile:",
        "==markiert==",
        "&unbekannt;",
        "<Tabs>\n\nText\n\n</Tabs>",
        "<Hinweis typ=\"info\">Text</Hinweis>",
        "\\newpage",
        "h2. Überschrift",
    ]);
    clean("A & B; Öffnung: 10:30 Uhr; A:B:C, ::, 5:3:2; {Platz}, {x}, {1, 2}\n");
}

#[test]
fn attributes_in_braces() {
    left(
        "Text {#anker}\n\n![Alt](b.png){width=50%}\n\n[Link](b.md){target=_blank}\n",
        expect![[r#"
        Warnung[left-as-text]: `{#anker}` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:6
        1 | Text {#anker}
          |      ^^^^^^^^
          = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
        Warnung[left-as-text]: `{width=50%}` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:3:14
        3 | ![Alt](b.png){width=50%}
          |              ^^^^^^^^^^^
          = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
        Warnung[left-as-text]: `{target=_blank}` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:5:13
        5 | [Link](b.md){target=_blank}
          |             ^^^^^^^^^^^^^^^
          = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
    "#]],
    );
    are_left(&[
        "Text {.klasse}",
        "## Titel {.klasse}",
        "## Titel {#a} mitten",
    ]);
    clean("## Titel {#anker}\n\n## Menge {a, b}\n\n`{.klasse}`\n");
}

#[test]
fn notes_that_make_a_link_or_picture_fall_apart() {
    left(
        "[Text[^1]](b.md)\n\n![Bild[^1]](b.png \"Titel\")\n\n[^1]: Note\n",
        expect![[r#"
        Warnung[left-as-text]: `[Text[^1]](b.md)` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:1
        1 | [Text[^1]](b.md)
          | ^^^^^^^^^^^^^^^^
          = Hilfe: In einem Link oder Bild kann keine Fußnote stehen; setzen Sie sie dahinter
        Warnung[left-as-text]: `![Bild[^1]](b.png "Titel")` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:3:1
        3 | ![Bild[^1]](b.png "Titel")
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: In einem Link oder Bild kann keine Fußnote stehen; setzen Sie sie dahinter
    "#]],
    );
    clean("[Text](b.md)[^1]\n\n[^1]: Note\n");
}

#[test]
fn code_that_never_ends() {
    left(
        "Ein `Code ohne Ende.\n",
        expect![[r#"
        Warnung[left-as-text]: ``` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:5
        1 | Ein `Code ohne Ende.
          |     ^
          = Hilfe: Code steht zwischen zwei solchen Strichen: `` `Code` ``; als Text schreiben Sie `` \` ``
    "#]],
    );
    left(
        "Wort`s und geht`s\n",
        expect![[r#"
        Warnung[code-within-word]: Dieser Strich beginnt mitten in einem Wort Code
         --> content/a.md:1:5
        1 | Wort`s und geht`s
          |     ^^^^^^^^^^^^
          = Hilfe: Schreiben Sie als Apostroph `'`; vor Code steht ein Leerzeichen
    "#]],
    );
    left(
        "```\nCode\n\nText\n",
        expect![[r#"
        Fehler[unclosed-code]: Dieser Code endet nicht: Alles, was folgt, erscheint als Code
         --> content/a.md:1:1
        1 | ```
          | ^^^
          = Hilfe: Setzen Sie ans Ende des Codes eine Zeile mit denselben Zeichen wie am Anfang
    "#]],
    );
    left(
        "> ```\n> Code\n\nText\n",
        expect![[r#"
        Fehler[unclosed-code]: Dieser Code endet nicht: Alles, was folgt, erscheint als Code
         --> content/a.md:1:3
        1 | > ```
          |   ^^^
          = Hilfe: Setzen Sie ans Ende des Codes eine Zeile mit denselben Zeichen wie am Anfang
    "#]],
    );
    clean("````\n```\n````\n\n~~~\n```\n~~~\n\n- ```\n  Code\n  ```\n");
}

#[test]
fn nothing_in_code_is_left() {
    for text in [
        "[Text](a b)",
        "[[wiki]]",
        "##Titel",
        "** fett **",
        "{.klasse}",
        "{{ x }}",
        ":smile:",
        "[!X]",
        "^[x]",
        "&unbekannt;",
        "[a][b]",
        "<Tabs>",
        "'''",
        "[TOC]",
    ] {
        let html = clean(&format!("`{text}`\n\n```\n{text}\n```\n\n    {text}\n"));
        assert_eq!(crate::oracle::shown::text(&html), [text; 3].join(" "));
    }
}
