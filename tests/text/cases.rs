//! Small handbooks of authors that used to come out wrong, and what becomes of them: what is found, and the
//! text of the chapter in its page.

use expect_test::{Expect, expect};

use crate::oracle::shown;
use crate::support::Handbook;
use transferbuch::text::Language;

/// Holds what is found in a handbook with `others` beside it, and the HTML of its chapter `A` and the
/// files of its section unless an error keeps it from being published.
#[track_caller]
fn comes_out(handbook: &str, others: &[(&str, &str)], expect: Expect) {
    let mut handbook = Handbook::new(handbook);
    for path in ["content/index.md", "content/s/index.md"] {
        if !handbook.files.contains_key(path) {
            handbook = handbook.with(path, "---\ntitle: T\n---\n");
        }
    }
    for (path, text) in others {
        handbook = handbook.with(path, *text);
    }
    let built = handbook.build();
    let mut outcome = built.shown(Language::German);
    if !built.handbook.has_errors() {
        if handbook.files.contains_key("content/s/a.md") {
            outcome.push_str(&shown::html(&built.handbook, "content/s/a.md"));
        }
        let published = built.files.keys().filter(|path| path.starts_with("s/"));
        outcome.extend(published.map(|path| format!("{path}\n")));
    }
    expect.assert_eq(&outcome);
}

#[test]
fn stars_of_gender_forms() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Alle Bürger*innen und Besucher*innen sind eingeladen.
"##,
        &[],
        expect![[r#"
            <p>Alle Bürger*innen und Besucher*innen sind eingeladen.</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn dates_at_beginnings_of_lines() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Termine:

18. September: Auftakt
2. Oktober: Werkstatt
16. Oktober: Abschluss
"##,
        &[],
        expect![[r#"
            Warnung[lines-in-one]: Diese 3 Zeilen stehen auf der Seite in einer
             --> content/s/a.md:7:1
            7 | 18. September: Auftakt
              | ^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
            <p>Termine:</p>
            <p>18. September: Auftakt
            2. Oktober: Werkstatt
            16. Oktober: Abschluss</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn a_date_within_a_paragraph() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Der Rat tagt am
1. Mai in der Stadthalle.
"##,
        &[],
        expect![[r#"
            <p>Der Rat tagt am
            1. Mai in der Stadthalle.</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn placeholders_in_angle_brackets() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Liebe/r <Name>,

am <Datum> um <Uhrzeit> laden wir <Personenkreis> ein. Tragen Sie <PLZ Ort> ein.
"##,
        &[],
        expect![[r#"
            <p>Liebe/r &lt;Name&gt;,</p>
            <p>am &lt;Datum&gt; um &lt;Uhrzeit&gt; laden wir &lt;Personenkreis&gt; ein. Tragen Sie &lt;PLZ Ort&gt; ein.</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn a_link_with_a_blank() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

[Text](mein kapitel.md)
--- content/s/mein kapitel.md
---
title: M
---
x
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `[Text](mein kapitel.md)` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | [Text](mein kapitel.md)
              | ^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Adressen mit Leerzeichen stehen in spitzen Klammern: `[Text](<mein kapitel.md>)`
            <p>[Text](mein kapitel.md)</p>
            s/-druck/index.html
            s/a/index.html
            s/index.html
            s/mein-kapitel/index.html
        "#]],
    );
}

#[test]
fn a_picture_with_a_blank() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

![Alt](mein bild.png)
"##,
        &[("content/s/mein bild.png", "(bytes)")],
        expect![[r#"
            Warnung[left-as-text]: `![Alt](mein bild.png)` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | ![Alt](mein bild.png)
              | ^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Adressen mit Leerzeichen stehen in spitzen Klammern: `![Was das Bild zeigt](<mein bild.jpg>)`
            <p>![Alt](mein bild.png)</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn headings_without_a_blank() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Text

#Überschrift

##Zweite
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `#Überschrift` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:7:1
            7 | #Überschrift
              | ^^^^^^^^^^^^
              = Hilfe: Das wird keine Überschrift: Auf die Rautezeichen folgen ein Leerzeichen und der Text: `## Überschrift`
            Warnung[left-as-text]: `##Zweite` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:9:1
            9 | ##Zweite
              | ^^^^^^^^
              = Hilfe: Das wird keine Überschrift: Auf die Rautezeichen folgen ein Leerzeichen und der Text: `## Überschrift`
            <p>Text</p>
            <p>#Überschrift</p>
            <p>##Zweite</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn bullets_of_word_processors() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

• Eins
• Zwei
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `•` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | • Eins
              | ^
              = Hilfe: Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
            <p>• Eins
            • Zwei</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn blanks_inside_stars() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Das ist ** fett **, und **auch fett **.
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `** fett **` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:9
            5 | Das ist ** fett **, und **auch fett **.
              |         ^^^^^^^^^^
              = Hilfe: Sterne stehen ohne Leerzeichen an dem, was sie hervorheben: `**fett**`, `*kursiv*`
            Warnung[left-as-text]: `**auch fett **` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:25
            5 | Das ist ** fett **, und **auch fett **.
              |                         ^^^^^^^^^^^^^^
              = Hilfe: Sterne stehen ohne Leerzeichen an dem, was sie hervorheben: `**fett**`, `*kursiv*`
            <p>Das ist ** fett **, und **auch fett **.</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn a_table_without_its_rule() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Vor der Tabelle
| a | b |
| 1 | 2 |
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `| a | b |` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:6:1
            6 | | a | b |
              | ^^^^^^^^^
              = Hilfe: So schreibt man eine Tabelle: Zellen zwischen senkrechten Strichen, `| Was | Wer |`, und unter dem Kopf eine Zeile mit ebenso vielen Spalten: `|---|---|`
            <p>Vor der Tabelle
            | a | b |
            | 1 | 2 |</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn alerts_in_german_and_with_titles() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

> [!note]
> klein

> [!HINWEIS]
> deutsch

> [!NOTE] Mit Titel
> Text

> **Note**
> x
"##,
        &[],
        expect![[r#"
            <div class="alert alert-note" role="note"><p class="alert-title">Hinweis</p>
            <p>klein</p>
            </div>
            <div class="alert alert-note" role="note"><p class="alert-title">Hinweis</p>
            <p>deutsch</p>
            </div>
            <div class="alert alert-note" role="note"><p class="alert-title">Mit Titel</p>
            <p>Text</p>
            </div>
            <blockquote>
            <p><strong>Note</strong>
            x</p>
            </blockquote>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn links_of_wikis() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Siehe [[index]] und [[s/index|Text]].
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `[[index]]` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:7
            5 | Siehe [[index]] und [[s/index|Text]].
              |       ^^^^^^^^^
              = Hilfe: Links schreibt man so: `[Text](datei.md)`
            Warnung[left-as-text]: `[[s/index|Text]]` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:21
            5 | Siehe [[index]] und [[s/index|Text]].
              |                     ^^^^^^^^^^^^^^^^
              = Hilfe: Links schreibt man so: `[Text](datei.md)`
            <p>Siehe [[index]] und [[s/index|Text]].</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn alerts_of_other_programs() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

:::note
Hallo
:::

!!! note "Titel"
    Text
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `:::note` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | :::note
              | ^^^^^^^
              = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
            Warnung[left-as-text]: `!!! note "Titel"` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:9:1
            9 | !!! note "Titel"
              | ^^^^^^^^^^^^^^^^
              = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
            <p>:::note
            Hallo
            :::</p>
            <p>!!! note „Titel“
            Text</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn attributes_in_braces() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Text {#anker}

![Alt](b.png){width=50%}

[Link](index.md){target=_blank}
"##,
        &[("content/s/b.png", "(bytes)")],
        expect![[r#"
            Warnung[left-as-text]: `{#anker}` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:6
            5 | Text {#anker}
              |      ^^^^^^^^
              = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            Warnung[left-as-text]: `{width=50%}` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:7:14
            7 | ![Alt](b.png){width=50%}
              |              ^^^^^^^^^^^
              = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            Warnung[left-as-text]: `{target=_blank}` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:9:17
            9 | [Link](index.md){target=_blank}
              |                 ^^^^^^^^^^^^^^^
              = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            <p>Text {#anker}</p>
            <p><img src="../b.png" alt="Alt" decoding="async">{width=50%}</p>
            <p><a href="../">Link</a>{target=_blank}</p>
            s/a/index.html
            s/b.png
            s/index.html
        "#]],
    );
}

#[test]
fn references_without_definition() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

[Text][fehlt] und [fehlt2][] und [auch fehlt].
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `[Text][fehlt]` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | [Text][fehlt] und [fehlt2][] und [auch fehlt].
              | ^^^^^^^^^^^^^
              = Hilfe: Es gibt keine Zeile `[…]: Adresse` dazu; schreiben Sie die Adresse gleich hierher: `[Text](datei.md)`
            Warnung[left-as-text]: `[fehlt2][]` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:19
            5 | [Text][fehlt] und [fehlt2][] und [auch fehlt].
              |                   ^^^^^^^^^^
              = Hilfe: Es gibt keine Zeile `[…]: Adresse` dazu; schreiben Sie die Adresse gleich hierher: `[Text](datei.md)`
            <p>[Text][fehlt] und [fehlt2][] und [auch fehlt].</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn a_blank_within_a_link() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

[Text] (index.md)
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: `[Text] (index.md)` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | [Text] (index.md)
              | ^^^^^^^^^^^^^^^^^
              = Hilfe: Zwischen `]` und `(` steht nichts: `[Text](datei.md)`
            <p>[Text] (index.md)</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn a_note_within_a_link() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

[Text[^1]](index.md)

[^1]: Note
"##,
        &[],
        expect![[r##"
            Warnung[left-as-text]: `[Text[^1]](index.md)` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | [Text[^1]](index.md)
              | ^^^^^^^^^^^^^^^^^^^^
              = Hilfe: In einem Link oder Bild kann keine Fußnote stehen; setzen Sie sie dahinter
            <p>[Text<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" role="doc-noteref" aria-label="Fußnote 1">1</a></sup>](index.md)</p>
            <section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-title"><h2 id="footnotes-title">Fußnoten</h2>
            <ol>
            <li id="fn-1"><p>Note <a class="backref" href="#fnref-1" role="doc-backlink" aria-label="Zurück zur Stelle von Fußnote 1">↩︎</a></p></li>
            </ol></section>
            s/a/index.html
            s/index.html
        "##]],
    );
}

#[test]
fn a_note_within_a_picture() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

![Bild[^1]](b.png "Titel")

[^1]: Note
"##,
        &[("content/s/b.png", "(bytes)")],
        expect![[r##"
            Warnung[left-as-text]: `![Bild[^1]](b.png "Titel")` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:1
            5 | ![Bild[^1]](b.png "Titel")
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: In einem Link oder Bild kann keine Fußnote stehen; setzen Sie sie dahinter
            <p>![Bild<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" role="doc-noteref" aria-label="Fußnote 1">1</a></sup>](b.png „Titel“)</p>
            <section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-title"><h2 id="footnotes-title">Fußnoten</h2>
            <ol>
            <li id="fn-1"><p>Note <a class="backref" href="#fnref-1" role="doc-backlink" aria-label="Zurück zur Stelle von Fußnote 1">↩︎</a></p></li>
            </ol></section>
            s/a/index.html
            s/index.html
        "##]],
    );
}

#[test]
fn a_comment_that_never_ends() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: Erstes
---

Anfang

<!-- TODO: noch ergänzen ->

Text A
--- content/s/b.md
---
title: Zweites
---

Text B
"##,
        &[],
        expect![[r#"
            Fehler[unclosed-html]: `<!-- TODO: noch ergänzen ->` endet nicht, wo es enden muss
             --> content/s/a.md:7:1
            7 | <!-- TODO: noch ergänzen ->
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Setzen Sie `-->` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
        "#]],
    );
}

#[test]
fn a_field_that_never_ends() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

<textarea>

Text
"##,
        &[],
        expect![[r#"
            Fehler[unclosed-html]: `<textarea>` endet nicht, wo es enden muss
             --> content/s/a.md:5:1
            5 | <textarea>
              | ^^^^^^^^^^
              = Hilfe: Setzen Sie `</textarea>` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
        "#]],
    );
}

#[test]
fn bold_html_that_never_ends() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Das ist <b>fett.

Text
"##,
        &[],
        expect![[r#"
            Fehler[unclosed-html]: `<b>` endet nicht, wo es enden muss
             --> content/s/a.md:5:9
            5 | Das ist <b>fett.
              |         ^^^
              = Hilfe: Setzen Sie `</b>` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
        "#]],
    );
}

#[test]
fn code_that_never_ends() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Ein `Code ohne Ende.
"##,
        &[],
        expect![[r#"
            Warnung[left-as-text]: ``` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:5:5
            5 | Ein `Code ohne Ende.
              |     ^
              = Hilfe: Code steht zwischen zwei solchen Strichen: `` `Code` ``; als Text schreiben Sie `` \` ``
            <p>Ein `Code ohne Ende.</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn a_draft_behind_a_blank_line() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md

---
title: Geheim
status: draft
---

Noch nicht zeigen
"##,
        &[],
        expect![[r#"
            Fehler[front-matter-not-first]: Die Kopfdaten beginnen erst hier; so werden sie nicht gelesen
             --> content/s/a.md:2:1
            2 | ---
              | ^^^
              = Hilfe: Die drei Bindestriche gehören in die erste Zeile der Datei, vor alles andere
        "#]],
    );
}

#[test]
fn front_matter_in_toml() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
+++
title = "A"
+++

Text
"##,
        &[],
        expect![[r#"
            Fehler[front-matter-format]: Kopfdaten in TOML werden nicht gelesen
             --> content/s/a.md:1:1
            1 | +++
              | ^^^
              = Hilfe: Schreiben Sie sie in YAML: eine Zeile ---, dann Zeilen wie `title: Mein Kapitel`, dann wieder ---
        "#]],
    );
}

#[test]
fn a_number_sign_in_a_summary() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
summary: Termin in Raum #5 um 10 Uhr
---

x
"##,
        &[],
        expect![[r#"
            Fehler[text-cut-off]: Hier endet der Text: #5 um 10 Uhr zählt in YAML als Anmerkung und erscheint nicht
             --> content/s/a.md:3:10
            3 | summary: Termin in Raum #5 um 10 Uhr
              |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Gehört es zum Text, setzen Sie alles in Anführungszeichen: "Termin in Raum #5 um 10 Uhr". Eine Anmerkung gehört in eine eigene Zeile
        "#]],
    );
}

#[test]
fn an_exclamation_mark_before_a_title() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: !wichtig
---

Text
"##,
        &[],
        expect![[r#"
            Fehler[yaml-needs-quotes]: Dieser Text gehört in Anführungszeichen, weil „!“ darin steht
             --> content/s/a.md:2:8
            2 | title: !wichtig
              |        ^^^^^^^^
              = Hilfe: Schreiben Sie: title: "!wichtig"
        "#]],
    );
}

#[test]
fn quotation_marks_within_a_title() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: "Runder Tisch" im Rathaus
---

Text
"##,
        &[],
        expect![[r#"
            Fehler[yaml-quote-in-text]: Hinter dem schließenden Anführungszeichen geht der Text weiter
             --> content/s/a.md:2:8
            2 | title: "Runder Tisch" im Rathaus
              |        ^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Schreiben Sie: title: '"Runder Tisch" im Rathaus'
        "#]],
    );
}

#[test]
fn a_note_in_two_cases() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Test[^Quelle].

[^quelle]: Text
"##,
        &[],
        expect![[r##"
            <p>Test<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" role="doc-noteref" aria-label="Fußnote 1">1</a></sup>.</p>
            <section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-title"><h2 id="footnotes-title">Fußnoten</h2>
            <ol>
            <li id="fn-1"><p>Text <a class="backref" href="#fnref-1" role="doc-backlink" aria-label="Zurück zur Stelle von Fußnote 1">↩︎</a></p></li>
            </ol></section>
            s/a/index.html
            s/index.html
        "##]],
    );
}

#[test]
fn a_note_defined_twice() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Test[^b].
Anderes[^o].
Nochmal[^b].

[^b]: Erste

[^o]: Andere

[^b]: Zweite
"##,
        &[],
        expect![[r#"
            Fehler[duplicate-footnote]: Die Fußnote `[^b]` hat schon einen Text, und nur der erste erscheint
              --> content/s/a.md:13:1
            13 | [^b]: Zweite
               | ^^^^
              ::: content/s/a.md:9:1
             9 | [^b]: Erste
               | ---- zuerst hier
               = Hilfe: Geben Sie ihr einen anderen Namen, oder nehmen Sie sie weg
        "#]],
    );
}

#[test]
fn cells_beyond_the_head() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

| a | b |
|---|---|
| 1 | 2 | 3 verloren |
| 4 |
"##,
        &[],
        expect![[r#"
            Fehler[cell-beyond-head]: `3 verloren` steht neben der Tabelle: Ihr Kopf hat weniger Spalten
             --> content/s/a.md:7:11
            7 | | 1 | 2 | 3 verloren |
              |           ^^^^^^^^^^
              = Hilfe: Ergänzen Sie oben eine Spalte, oder schreiben Sie einen senkrechten Strich im Text als `\|`
        "#]],
    );
}

#[test]
fn braces_in_headings() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

## Menge {a, b}

## Kosten {#kosten .wichtig key=val}

## Satz {x}

## Nur {#x} mitten

## Escaped \{#y}

## Leer {#}

## Zwei {#a} {#b}

## Raum {# c}

## Punkt {#1.2-ä}
"##,
        &[],
        expect![[r##"
            Warnung[left-as-text]: `{#kosten .wichtig key=val}` erscheint so auf der Seite, mit allen Zeichen
             --> content/s/a.md:7:11
            7 | ## Kosten {#kosten .wichtig key=val}
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            Warnung[left-as-text]: `{#x}` erscheint so auf der Seite, mit allen Zeichen
              --> content/s/a.md:11:8
            11 | ## Nur {#x} mitten
               |        ^^^^
               = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            Warnung[left-as-text]: `{#a}` erscheint so auf der Seite, mit allen Zeichen
              --> content/s/a.md:17:9
            17 | ## Zwei {#a} {#b}
               |         ^^^^
               = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            Warnung[left-as-text]: `{#b}` erscheint so auf der Seite, mit allen Zeichen
              --> content/s/a.md:17:14
            17 | ## Zwei {#a} {#b}
               |              ^^^^
               = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
            <h2 id="menge-a-b">Menge {a, b}</h2><a class="anchor" href="#menge-a-b" aria-label="Link zum Abschnitt Menge {a, b}"></a>
            <h2 id="kosten-kosten-wichtig-key-val"><span id="kosten-kosten-wichtig-keyval"></span>Kosten {#kosten .wichtig key=val}</h2><a class="anchor" href="#kosten-kosten-wichtig-key-val" aria-label="Link zum Abschnitt Kosten {#kosten .wichtig key=val}"></a>
            <h2 id="satz-x">Satz {x}</h2><a class="anchor" href="#satz-x" aria-label="Link zum Abschnitt Satz {x}"></a>
            <h2 id="nur-x-mitten">Nur {#x} mitten</h2><a class="anchor" href="#nur-x-mitten" aria-label="Link zum Abschnitt Nur {#x} mitten"></a>
            <h2 id="escaped-y">Escaped {#y}</h2><a class="anchor" href="#escaped-y" aria-label="Link zum Abschnitt Escaped {#y}"></a>
            <h2 id="leer"><span id="leer-"></span>Leer {#}</h2><a class="anchor" href="#leer" aria-label="Link zum Abschnitt Leer {#}"></a>
            <h2 id="zwei-a-b">Zwei {#a} {#b}</h2><a class="anchor" href="#zwei-a-b" aria-label="Link zum Abschnitt Zwei {#a} {#b}"></a>
            <h2 id="raum-c"><span id="raum--c"></span>Raum {# c}</h2><a class="anchor" href="#raum-c" aria-label="Link zum Abschnitt Raum {# c}"></a>
            <h2 id="1.2-ä"><span id="punkt"></span>Punkt</h2><a class="anchor" href="#1.2-ä" aria-label="Link zum Abschnitt Punkt"></a>
            s/a/index.html
            s/index.html
        "##]],
    );
}

/// A chapter that is nothing but `link`, among files of all kinds of names.
fn among_files(link: &str) -> String {
    const HEADINGS: &str =
        "\n## Über uns\n\nx\n\n## Preis & Kosten\n\n## 1. Schritt\n\n## Wie geht's?\n";
    let chapters = [
        ("t/index", "T"),
        ("t/z", "Z"),
        ("s/100%", "Prozent"),
        ("s/Ta:ge", "Doppelpunkt"),
        ("s/a&b", "Und"),
        ("s/c#", "Raute"),
        ("s/mein kapitel", "Leer"),
        ("s/v1.2", "Punkte"),
        ("s/was?", "Frage"),
        ("s/Über (uns)", "Klammer"),
    ];
    let chapter =
        |(path, title)| format!("--- content/{path}.md\n---\ntitle: {title}\n---\n{HEADINGS}");
    format!(
        "--- handbook.yml\nurl: https://handbuch.example.org/\ntitle: T\nlanguages: [de]\n\
         --- content/s/a.md\n---\ntitle: A\n---\n\n{link}\n{}",
        chapters.map(chapter).concat()
    )
}

#[test]
fn a_link_with_a_colon() {
    comes_out(
        &among_files("[a](Ta:ge.md)"),
        &[],
        expect![[r#"
            <p><a href="../ta-ge/">a</a></p>
            s/-druck/index.html
            s/100/index.html
            s/a-b/index.html
            s/a/index.html
            s/c/index.html
            s/index.html
            s/mein-kapitel/index.html
            s/ta-ge/index.html
            s/ueber-uns/index.html
            s/v1-2/index.html
            s/was/index.html
        "#]],
    );
}

#[test]
fn a_link_without_scheme() {
    comes_out(
        &among_files("[a](www.example.org)"),
        &[],
        expect![[r#"
            Fehler[address-without-scheme]: www.example.org führt zu einer Datei dieses Namens, die es nicht gibt: Der Adresse fehlt der Anfang
             --> content/s/a.md:5:5
            5 | [a](www.example.org)
              |     ^^^^^^^^^^^^^^^
              = Hilfe: Meinten Sie `https://www.example.org`?
              = Hilfe: Schreiben Sie vor Adressen im Web `https://`, vor die von E-Mails `mailto:`
        "#]],
    );
}

#[test]
fn a_scheme_with_a_typing_error() {
    comes_out(
        &among_files("[a](htps://example.org)"),
        &[],
        expect![[r#"
            Fehler[malformed-address]: htps://example.org ist keine Adresse, die ein Browser öffnen kann
             --> content/s/a.md:5:5
            5 | [a](htps://example.org)
              |     ^^^^^^^^^^^^^^^^^^
              = Hilfe: Meinten Sie `https://example.org`?
              = Hilfe: Adressen im Web beginnen mit `https://`, die von E-Mails mit `mailto:`, Telefonnummern mit `tel:`
        "#]],
    );
}

#[test]
fn a_bare_mail_address_as_link() {
    comes_out(
        &among_files("[a](a@b.de)"),
        &[],
        expect![[r#"
            Fehler[address-without-scheme]: a@b.de führt zu einer Datei dieses Namens, die es nicht gibt: Der Adresse fehlt der Anfang
             --> content/s/a.md:5:5
            5 | [a](a@b.de)
              |     ^^^^^^
              = Hilfe: Meinten Sie `mailto:a@b.de`?
              = Hilfe: Schreiben Sie vor Adressen im Web `https://`, vor die von E-Mails `mailto:`
        "#]],
    );
}

#[test]
fn a_path_of_one_machine() {
    comes_out(
        &among_files("[a](file:///C:/x.docx)"),
        &[],
        expect![[r#"
            Fehler[path-on-one-machine]: file:///C:/x.docx liegt auf einem einzelnen Rechner oder in einem internen Netz
             --> content/s/a.md:5:5
            5 | [a](file:///C:/x.docx)
              |     ^^^^^^^^^^^^^^^^^
              = Hilfe: Legen Sie die Datei in das Handbuch, und verlinken Sie sie mit dem Weg von diesem Kapitel aus
        "#]],
    );
}

#[test]
fn entities_in_attributes() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a&b.md
---
title: AB
---

x
--- content/s/a.md
---
title: A
---

<a href="index.md?a=1&amp;b=2">x</a> <a href="a&amp;b.md">y</a> <img src="K&amp;L.png" alt="&quot;x&quot;"> <a href="&#x6D;ailto:a@b.de">z</a>
"##,
        &[("content/s/K&L.png", "x")],
        expect![[r#"
            <p><a href="../">x</a> <a href="../a-b/">y</a> <img src="../K%26L.png" alt="&quot;x&quot;"> <a href="&#x6D;ailto:a@b.de">z</a></p>
            s/-druck/index.html
            s/K&L.png
            s/a-b/index.html
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn credits_that_are_not_shown() {
    comes_out(
        r##"--- handbook.yml
url: https://h.example.org/
title: T
languages: [de]
images: {credit: required}
--- content/s/a.md
---
title: A
---

- ![x](b.png "Foto: Anna")

![y](b.png "Foto: Bert")

![z](b.png "Foto: Cora")
Text
"##,
        &[("content/s/b.png", "(bytes)")],
        expect![[r#"
            Warnung[caption-not-shown]: Diese Bildunterschrift erscheint nicht: Das Bild steht nicht allein in seinem Absatz
             --> content/s/a.md:5:3
            5 | - ![x](b.png "Foto: Anna")
              |   ^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Setzen Sie das Bild zwischen zwei leere Zeilen, außerhalb von Listenpunkten mit Text
            Warnung[caption-not-shown]: Diese Bildunterschrift erscheint nicht: Das Bild steht nicht allein in seinem Absatz
             --> content/s/a.md:9:1
            9 | ![z](b.png "Foto: Cora")
              | ^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Setzen Sie das Bild zwischen zwei leere Zeilen, außerhalb von Listenpunkten mit Text
            <ul>
            <li><img src="../b.png" alt="x" title="Foto: Anna" decoding="async"></li>
            </ul>
            <figure><img src="../b.png" alt="y" loading="lazy" decoding="async"><figcaption>Foto: Bert</figcaption></figure>
            <p><img src="../b.png" alt="z" title="Foto: Cora" loading="lazy" decoding="async">
            Text</p>
            s/a/index.html
            s/b.png
            s/index.html
        "#]],
    );
}

#[test]
fn a_time_at_the_beginning_of_a_line() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Begriff
: Erklärung

Uhrzeit
:30 Uhr
"##,
        &[],
        expect![[r#"
            <dl>
            <dt>Begriff</dt>
            <dd>Erklärung</dd>
            </dl>
            <p>Uhrzeit
            :30 Uhr</p>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn html_in_a_second_definition() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

Begriff
:
  <div>
    <span>x</span>
  </div>


Zwei
:

  <div>
    <span>y</span>
  </div>
"##,
        &[],
        expect![[r#"
            <dl>
            <dt>Begriff</dt>
            <dd> <div>
               <span>x</span>
             </div>
            </dd>
            <dt>Zwei</dt>
            <dd> <div>
               <span>y</span>
             </div>
            </dd>
            </dl>
            s/a/index.html
            s/index.html
        "#]],
    );
}

#[test]
fn files_that_programs_leave_behind() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/.obsidian/x.md
---
title: B
---

x
--- content/s/.geheim.md
---
title: A
---

x
"##,
        &[
            ("content/s/#plan.md#", "x"),
            ("content/s/.DS_Store", "x"),
            ("content/s/Thumbs.db", "x"),
            ("content/s/desktop.ini", "x"),
            ("content/s/plan.md.bak", "x"),
            ("content/s/plan.md~", "x"),
            ("content/s/~$plan.docx", "x"),
        ],
        expect![[r#"
            Hinweis[never-published]: Diese Datei wird nie veröffentlicht: Ein Editor hat sie für seine Arbeit angelegt
            --> content/s/#plan.md#
             = Hilfe: Nehmen Sie solche Dateien aus dem Ordner
            Hinweis[never-published]: Diese und weitere Dateien, zusammen 3, werden nie veröffentlicht: Das Betriebssystem hat sie für sich angelegt
            --> content/s/.DS_Store
             = Hilfe: Nehmen Sie solche Dateien aus dem Ordner
            Hinweis[never-published]: Diese und weitere Dateien, zusammen 2, werden nie veröffentlicht: Sie ist eine Sicherung von dem, was früher dort stand
            --> content/s/plan.md.bak
             = Hilfe: Nehmen Sie solche Dateien aus dem Ordner
            Hinweis[never-published]: Diese Datei wird nie veröffentlicht: Sie sperrt ein Dokument, solange es jemand bearbeitet
            --> content/s/~$plan.docx
             = Hilfe: Nehmen Sie solche Dateien aus dem Ordner
            s/index.html
        "#]],
    );
}

#[test]
fn a_film_as_picture() {
    comes_out(
        r##"--- handbook.yml
url: https://handbuch.example.org/
title: T
languages: [de]
--- content/s/a.md
---
title: A
---

![Film](f.mp4)
"##,
        &[
            ("content/s/100%.png", "(bytes)"),
            ("content/s/Mein Bild (1).PNG", "(bytes)"),
            ("content/s/a#b.png", "(bytes)"),
            ("content/s/a.jpeg", "x"),
            ("content/s/b.png", "(bytes)"),
            ("content/s/c.webp", "x"),
            ("content/s/d.pdf", "%PDF"),
            ("content/s/f.mp4", "x"),
            ("content/s/leer.png", ""),
            (
                "content/s/v.svg",
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="10" height="20"/></svg>"#,
            ),
            ("content/s/x.html", "<p>"),
            ("content/s/ü.png", "(bytes)"),
        ],
        expect![[r#"
            <p><video controls preload="metadata" src="../f.mp4" aria-label="Film"><a href="../f.mp4">Film</a></video><span class="print-only"><a href="../f.mp4">Film</a></span><span class="recording">Größe 1 KB</span></p>
            s/a/index.html
            s/f.mp4
            s/index.html
        "#]],
    );
}
