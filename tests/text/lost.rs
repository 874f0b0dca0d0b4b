//! What the parser drops, or used to be lost: it stands in the page, or a finding says that it doesn't.

use expect_test::{Expect, expect};

use crate::conservation::{clean, html};
use crate::oracle::shown::text;
use crate::support::{Handbook, check_german, crawl};

/// Holds what is found in a text.
#[track_caller]
fn found(text: &str, expect: Expect) {
    html(text);
    check_german(
        &format!("--- content/b.md\nB\n--- content/a.md\n{text}"),
        expect,
    );
}

#[test]
fn labels_of_notes_differ_in_case() {
    let html = clean("Test[^Quelle] und[^QUELLE].\n\n[^quelle]: Text\n");
    assert_eq!(text(&html), "Test und. 1. Text");
    let html = clean("Test[^Österreich].\n\n[^österreich]: Text\n");
    assert_eq!(text(&html), "Test. 1. Text");
}

#[test]
fn notes_that_are_defined_twice() {
    found(
        "Test[^b].\nAnderes[^o].\nNochmal[^b].\n\n[^b]: Erste\n\n[^o]: Andere\n\n[^b]: Zweite\n",
        expect![[r#"
            Fehler[duplicate-footnote]: Die Fußnote `[^b]` hat schon einen Text, und nur der erste erscheint
             --> content/a.md:9:1
            9 | [^b]: Zweite
              | ^^^^
             ::: content/a.md:5:1
            5 | [^b]: Erste
              | ---- zuerst hier
              = Hilfe: Geben Sie ihr einen anderen Namen, oder nehmen Sie sie weg
        "#]],
    );
    let html = html("Test[^b].\n\n[^b]: Erste\n\n[^B]: Zweite\n");
    assert_eq!(text(&html), "Test. 1. Erste");
}

#[test]
fn notes_that_only_unused_notes_refer_to() {
    let text = "Text[^a]. Noch[^d].\n\n[^b]: Siehe[^d] [^c].\n\n[^c]: C.\n\n[^a]: A.\n\n[^d]: D.\n";
    found(
        text,
        expect![[r#"
        Warnung[unused-footnote]: Nichts verweist auf die Fußnote `[^b]`
         --> content/a.md:3:1
        3 | [^b]: Siehe[^d] [^c].
          | ^^^^
          = Hilfe: Setzen Sie `[^b]` an seine Stelle, oder nehmen Sie die Fußnote weg
        Warnung[unused-footnote]: Nichts verweist auf die Fußnote `[^c]`
         --> content/a.md:5:1
        5 | [^c]: C.
          | ^^^^
          = Hilfe: Setzen Sie `[^c]` an seine Stelle, oder nehmen Sie die Fußnote weg
    "#]],
    );
    // No link of the page leads to what isn't there.
    crawl::reached(&Handbook::chapter(text).build().files);
    clean("Text[^a].\n\n[^a]: Siehe[^c].\n\n[^c]: C.\n");
}

#[test]
fn cells_beyond_the_head() {
    found(
        "| a | b |\n|---|---|\n| 1 | 2 | 3 verloren |\n| 4 |\n| 5 | 6 | <Datum> und *mehr* | noch |\n",
        expect![[r#"
            Fehler[cell-beyond-head]: `3 verloren` steht neben der Tabelle: Ihr Kopf hat weniger Spalten
             --> content/a.md:3:11
            3 | | 1 | 2 | 3 verloren |
              |           ^^^^^^^^^^
              = Hilfe: Ergänzen Sie oben eine Spalte, oder schreiben Sie einen senkrechten Strich im Text als `\|`
            Fehler[cell-beyond-head]: `<Datum> und *mehr*` steht neben der Tabelle: Ihr Kopf hat weniger Spalten
             --> content/a.md:5:11
            5 | | 5 | 6 | <Datum> und *mehr* | noch |
              |           ^^^^^^^^^^^^^^^^^^
              = Hilfe: Ergänzen Sie oben eine Spalte, oder schreiben Sie einen senkrechten Strich im Text als `\|`
            Fehler[cell-beyond-head]: `noch` steht neben der Tabelle: Ihr Kopf hat weniger Spalten
             --> content/a.md:5:32
            5 | | 5 | 6 | <Datum> und *mehr* | noch |
              |                                ^^^^
              = Hilfe: Ergänzen Sie oben eine Spalte, oder schreiben Sie einen senkrechten Strich im Text als `\|`
        "#]],
    );
    found(
        "> Frage: | Antwort\n> --- | ---\n> Wer? | Alle | viele\n",
        expect![[r#"
        Fehler[cell-beyond-head]: `viele` steht neben der Tabelle: Ihr Kopf hat weniger Spalten
         --> content/a.md:3:17
        3 | > Wer? | Alle | viele
          |                 ^^^^^
          = Hilfe: Ergänzen Sie oben eine Spalte, oder schreiben Sie einen senkrechten Strich im Text als `\|`
    "#]],
    );
    clean("| a | b |\n|---|---|\n| 1 |\n| `x\\|y` \\| z | 2 |\n| | |\n");
}

#[test]
fn braces_at_the_end_of_headings() {
    for (heading, shown) in [
        ("## Menge {a, b}", "Menge {a, b}"),
        ("## Satz {x}", "Satz {x}"),
        ("## Leer {#}", "Leer {#}"),
        ("## Leer {}", "Leer {}"),
        ("## Raum {# c}", "Raum {# c}"),
        ("## Escaped \\{#y}", "Escaped {#y}"),
        ("Unterstrichen {a}\n---", "Unterstrichen {a}"),
    ] {
        let html = clean(&format!("{heading}\n")).replace('\u{ad}', "");
        assert!(html.contains(&format!(">{shown}</h2>")), "{html}");
    }
    let html = clean("## Punkt {#1.2-ä}\n");
    assert!(
        html.contains("<h2 id=\"1.2-ä\">") && html.contains("Punkt</h2>"),
        "{html}"
    );
    for heading in [
        "## Kosten {#kosten .wichtig key=val}",
        "## Nur {#x} mitten",
        "## Zwei {#a} {#b}",
    ] {
        let found = Handbook::chapter(heading).build();
        assert!(found.slugs().contains(&"left-as-text"), "{heading}");
        assert!(html_shows(heading, &heading[3..]), "{heading}");
    }
}

fn html_shows(written: &str, shown: &str) -> bool {
    html(written).contains(&format!(">{shown}</h2>"))
}

#[test]
fn definitions_that_no_link_uses() {
    found(
        "[Frage]: Wichtig\n\n[Hinweis]: Das ist wichtig\n",
        expect![[r#"
        Warnung[unused-definition]: `[Frage]: Wichtig` erscheint nirgends: So schreibt man das Ziel von Links, und kein Link nennt es
         --> content/a.md:1:1
        1 | [Frage]: Wichtig
          | ^^^^^^^^^^^^^^^^
          = Hilfe: Soll es Text sein, schreiben Sie `\[` statt `[`; sonst nehmen Sie es weg
    "#]],
    );
    found(
        "[a]\n\n[a]: b.md \"Erste\"\n\n[a]: c.md \"Zweite\"\n",
        expect![[r#"
        Warnung[unused-definition]: `[a]: c.md "Zweite"` erscheint nirgends: So schreibt man das Ziel von Links, und kein Link nennt es
         --> content/a.md:5:1
        5 | [a]: c.md "Zweite"
          | ^^^^^^^^^^^^^^^^^^
          = Hilfe: Soll es Text sein, schreiben Sie `\[` statt `[`; sonst nehmen Sie es weg
    "#]],
    );
    found(
        "[a]\n\n[a]: b.md\n\n- [a]: c.md\n",
        expect![[r#"
        Warnung[unused-definition]: `[a]: c.md` erscheint nirgends: So schreibt man das Ziel von Links, und kein Link nennt es
         --> content/a.md:5:3
        5 | - [a]: c.md
          |   ^^^^^^^^^
          = Hilfe: Soll es Text sein, schreiben Sie `\[` statt `[`; sonst nehmen Sie es weg
    "#]],
    );
    found(
        "> [!HINWEIS]:\n> Text\n",
        expect![[r#"
        Warnung[unused-definition]: `[!HINWEIS]:` erscheint nirgends: So schreibt man das Ziel von Links, und kein Link nennt es
         --> content/a.md:1:3
        1 | > [!HINWEIS]:
          |   ^^^^^^^^^^^
          = Hilfe: Soll es Text sein, schreiben Sie `\[` statt `[`; sonst nehmen Sie es weg
    "#]],
    );
}

#[test]
fn the_text_of_a_picture_that_stands_for_a_text() {
    let handbook =
        "--- content/_b.md\nB\n--- content/a.md\n![Die Anschrift](_b.md)\n\n![](_b.md)\n";
    check_german(
        handbook,
        expect![[r#"
        Fehler[text-not-shown]: `Die Anschrift` ginge auf der Seite verloren
         --> content/a.md:1:3
        1 | ![Die Anschrift](_b.md)
          |   ^^^^^^^^^^^^^
          = Hilfe: Schreiben Sie es als Text, ohne Zeichen, die Markdown anders versteht
    "#]],
    );
}

#[test]
fn numbers_of_items_that_do_not_follow() {
    found(
        "1. eins\n3. drei\n7. sieben\n",
        expect![[r#"
        Warnung[wrong-item-number]: Hier steht 3, auf der Seite stünde 2
         --> content/a.md:2:1
        2 | 3. drei
          | ^^
          = Hilfe: Zählen Sie in Listen weiter, oder schreiben Sie `3\.`, wenn es keine Liste ist
    "#]],
    );
    found(
        "18. Punkt\n2. Punkt\n",
        expect![[r#"
        Warnung[wrong-item-number]: Hier steht 2, auf der Seite stünde 19
         --> content/a.md:2:1
        2 | 2. Punkt
          | ^^
          = Hilfe: Zählen Sie in Listen weiter, oder schreiben Sie `2\.`, wenn es keine Liste ist
    "#]],
    );
    clean("1. a\n1. b\n1. c\n");
    clean("0. null\n1. eins\n");
    clean("5. fünf\n   - Unterpunkt\n\n     1. eins\n     2. zwei\n\n6. sechs\n");
}

/// What the parser makes of a label is shorter than the label. The second one was a panic.
#[test]
fn labels_of_footnotes_with_blanks() {
    clean("Text[^a   b].\n\n[^a   b]: Anmerkung\n");
    for label in ["1\u{ffff}\u{fffd}", "1   \u{fffd}", "ä   \u{10ffff}ö"] {
        let built = Handbook::chapter(&format!("[^{label}]:")).build();
        assert!(built.slugs().contains(&"unused-footnote"), "{label:?}");
    }
}

#[test]
fn hyphens_below_a_paragraph() {
    found(
        "Ein Satz.\n---\nNoch einer.\n",
        expect![[r#"
        Warnung[hyphens-below-paragraph]: Diese Striche machen aus dem Absatz darüber eine Überschrift
         --> content/a.md:2:1
        2 | ---
          | ^^^
          = Hilfe: Soll es ein Trennstrich sein, lassen Sie darüber eine Zeile frei
    "#]],
    );
    found(
        "Erste Zeile\nzweite Zeile\n---\n",
        expect![[r#"
        Warnung[hyphens-below-paragraph]: Diese Striche machen aus dem Absatz darüber eine Überschrift
         --> content/a.md:3:1
        3 | ---
          | ^^^
          = Hilfe: Soll es ein Trennstrich sein, lassen Sie darüber eine Zeile frei
    "#]],
    );
    found(
        "Mit freundlichen Grüßen\n-- \nUlla Seidel\n",
        expect![[r#"
        Warnung[hyphens-below-paragraph]: Diese Striche machen aus dem Absatz darüber eine Überschrift
         --> content/a.md:2:1
        2 | --
          | ^^
          = Hilfe: Soll es ein Trennstrich sein, lassen Sie darüber eine Zeile frei
    "#]],
    );
    found(
        "Mit freundlichen Grüßen\n----------\n",
        expect![[r#"
        Warnung[hyphens-below-paragraph]: Diese Striche machen aus dem Absatz darüber eine Überschrift
         --> content/a.md:2:1
        2 | ----------
          | ^^^^^^^^^^
          = Hilfe: Soll es ein Trennstrich sein, lassen Sie darüber eine Zeile frei
    "#]],
    );
    clean("Überschrift\n-----\n\nText\n\n---\n\nText\n");
}

/// Word moves paragraphs in.
#[test]
fn a_paragraph_that_is_moved_in_is_code() {
    found(
        "Text.\n\n    Die Stadt lädt alle Vereine ein.\n",
        expect![[r#"
            Warnung[indented-paragraph]: Vier Leerzeichen oder ein Tabulator am Anfang machen aus diesem Absatz Code
             --> content/a.md:3:5
            3 |     Die Stadt lädt alle Vereine ein.
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Nehmen Sie das vor dem ersten Wort weg; soll es Code sein, setzen Sie darüber und darunter eine Zeile mit ```
        "#]],
    );
    clean("Text.\n\n    let x = Stadt(alle, Vereine, ein);\n\n    make all test run\n");
}

/// What stands below each other in Word are paragraphs of their own.
#[test]
fn short_lines_below_each_other_stand_in_one() {
    found(
        "Fragen an:\n\nStadt Musterhausen\nAmt für Soziales\nMarktplatz 1\n12345 Musterhausen\n\n> Bitte mitbringen:\n> Stifte\n> Papier\n",
        expect![[r#"
            Warnung[lines-in-one]: Diese 4 Zeilen stehen auf der Seite in einer
             --> content/a.md:3:1
            3 | Stadt Musterhausen
              | ^^^^^^^^^^^^^^^^^^
              = Hilfe: Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
            Warnung[lines-in-one]: Diese 3 Zeilen stehen auf der Seite in einer
             --> content/a.md:8:3
            8 | > Bitte mitbringen:
              |   ^^^^^^^^^^^^^^^^^
              = Hilfe: Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
        "#]],
    );
    clean("Stadt Musterhausen\\\nMarktplatz 1\\\n12345 Musterhausen\n");
    // As offices sign, with long lines and addresses of mails among them.
    found(
        "Stadt Musterhausen\nFachbereich 4 - Soziales und Quartiersentwicklung\nTel.: 01234 / 567-214\nsabine.petersen@musterhausen.example\n\nTelefon: 01234 567-0\nE-Mail: info@musterhausen.example\n\nMittwoch, 14. Januar 2026, 15.00 Uhr - 17.00 Uhr\nMittwoch, 21. Januar 2026, 15.00 Uhr - 17.00 Uhr\nMittwoch, 28. Januar 2026, 15.00 Uhr - 17.00 Uhr\n",
        expect![[r#"
            Warnung[lines-in-one]: Diese 4 Zeilen stehen auf der Seite in einer
             --> content/a.md:1:1
            1 | Stadt Musterhausen
              | ^^^^^^^^^^^^^^^^^^
              = Hilfe: Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
            Warnung[lines-in-one]: Diese 2 Zeilen stehen auf der Seite in einer
             --> content/a.md:6:1
            6 | Telefon: 01234 567-0
              | ^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
            Warnung[lines-in-one]: Diese 3 Zeilen stehen auf der Seite in einer
             --> content/a.md:9:1
            9 | Mittwoch, 14. Januar 2026, 15.00 Uhr - 17.00 Uhr
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
        "#]],
    );
    // A table that was pasted, with cells that are empty.
    found(
        "Posten\tBetrag\tWer zahlt\nKaffee, Tee\t25 €\tStadt\nNoten\t\nMiete\t0 €\tVerein\n",
        expect![[r#"
            Warnung[left-as-text]: `Posten    Betrag    Wer zahlt` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:1
            1 | Posten    Betrag    Wer zahlt
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: So schreibt man eine Tabelle: Zellen zwischen senkrechten Strichen, `| Was | Wer |`, und unter dem Kopf eine Zeile mit ebenso vielen Spalten: `|---|---|`
        "#]],
    );
    clean("Zwei Zeilen\nSind noch nichts\n");
    clean("Stadt Musterhausen<br>\nAmt für Soziales<br>\nMarktplatz 1\n");
    // A text that was wrapped at a narrow width, before nouns.
    clean(
        "Wir treffen uns jeden Dienstag im großen\nSaal des Rathauses. Bitte bringen alle\nStifte und Papier mit.\n",
    );
    clean("Er hat es so gesagt wie\nAnna, nämlich dass beide\nKinder kommen sollen\n");
    clean("Uhrzeit: noch offen\nwird bald gesagt\n");
    clean("Kommen Sie.\nGehen Sie.\nBleiben Sie.\n");
    clean("Der Rat tagt im\nRathaus, und das ist ein\nFest der Stadt\n");
    clean("Wer mag, kann kommen,\nauch ohne sich vorher\nanzumelden\n");
    clean(
        "Ein Absatz, den ein Programm nach zweiundsiebzig Buchstaben umgebrochen\nHat, und der\nKurz endet\n",
    );
}

#[test]
fn a_line_below_an_item_is_part_of_it() {
    found(
        "- Stifte\n- Papier\nDas Papier stellt die Stadt\n\n1. Ankommen\nDann geht es los.\n",
        expect![[r#"
            Warnung[line-in-item]: Diese Zeile gehört zum Punkt der Liste darüber
             --> content/a.md:3:1
            3 | Das Papier stellt die Stadt
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Soll sie für sich stehen, lassen Sie davor eine Zeile frei; gehört sie dazu, rücken Sie sie um zwei Leerzeichen ein
            Warnung[line-in-item]: Diese Zeile gehört zum Punkt der Liste darüber
             --> content/a.md:6:1
            6 | Dann geht es los.
              | ^^^^^^^^^^^^^^^^^
              = Hilfe: Soll sie für sich stehen, lassen Sie davor eine Zeile frei; gehört sie dazu, rücken Sie sie um zwei Leerzeichen ein
        "#]],
    );
    clean("- Stifte\n- Papier\n\nDas Papier stellt die Stadt\n");
    clean("- Alle Mitarbeitenden bringen ihre eigenen\nStifte mit ins Rathaus\n");
    clean("* Wer kommt, meldet sich bei Frau\nSchmidt im Rathaus.\n");
    clean("- Stifte,\nPapier\n- Kleber und\nSchere\n- kurz\nund klein\n- Stifte\n  Papier\n");
    clean("- Ein Punkt, der so lang ist, dass ein Programm ihn umbricht\nUnd weiter\n");
}

#[test]
fn boxes_without_a_blank_and_raised_digits() {
    found(
        "- [] leer\n\n20 m^2^ groß\n",
        expect![[r#"
        Warnung[left-as-text]: `[]` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:1:3
        1 | - [] leer
          |   ^^
          = Hilfe: Kästchen schreibt man mit einem Leerzeichen darin: `- [ ] Punkt`
        Warnung[left-as-text]: `^2^` erscheint so auf der Seite, mit allen Zeichen
         --> content/a.md:3:5
        3 | 20 m^2^ groß
          |     ^^^
          = Hilfe: Hoch- und Tiefgestelltes schreibt man so: `m<sup>2</sup>`, `CO<sub>2</sub>`
    "#]],
    );
    clean("Ja [] nein, 2^3 und x^y\n");
}

#[test]
fn html_in_definitions() {
    let html = clean(
        "Begriff\n:\n  <div>\n    <span>x</span>\n  </div>\n\n\nZwei\n:\n\n  <div>\n    <span>y</span>\n  </div>\n",
    );
    assert_eq!(text(&html), "Begriff x Zwei y");
    assert!(html.ends_with("</div>\n</dd>\n</dl>\n"), "{html}");
    let html = clean("Begriff\n: <div>\n    <span>x</span>\n  </div>\n\nZwei\n: <div>y</div>\n");
    assert_eq!(text(&html), "Begriff x Zwei y");
    assert!(html.ends_with("</div>\n</dd>\n</dl>\n"), "{html}");
}

#[test]
fn text_in_definitions() {
    let html = clean("Begriff\n:\n\n  Erklärung\n\nZwei\n:\n\n  - eins\n  - zwei\n");
    assert_eq!(text(&html), "Begriff Erklärung Zwei eins zwei");
    assert!(html.ends_with("</ul>\n</dd>\n</dl>\n"), "{html}");
    let html = clean("```\na\n:\n\n  b\n```\n");
    assert!(html.contains("a\n:\n\n  b\n"), "{html}");
}
