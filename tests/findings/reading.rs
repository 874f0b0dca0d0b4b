//! What of a text was read otherwise than it was meant.

use expect_test::expect;

use crate::support::{check, check_german};

#[test]
fn markup_that_is_left_as_text() {
    check(
        "\
--- content/a.md
##Heading

[text](my chapter.md) and [[wiki]] and ** bold **

• one
• two
--- content/my chapter.md
x
",
        expect![[r#"
            warning[left-as-text]: `##Heading` is shown like this on the page, with all its signs
             --> content/a.md:1:1
            1 | ##Heading
              | ^^^^^^^^^
              = help: Headings begin with number signs and a blank: `## Heading`
            warning[left-as-text]: `[text](my chapter.md)` is shown like this on the page, with all its signs
             --> content/a.md:3:1
            3 | [text](my chapter.md) and [[wiki]] and ** bold **
              | ^^^^^^^^^^^^^^^^^^^^^
              = help: Addresses with blanks stand in angle brackets: `[text](<my chapter.md>)`
            warning[left-as-text]: `[[wiki]]` is shown like this on the page, with all its signs
             --> content/a.md:3:27
            3 | [text](my chapter.md) and [[wiki]] and ** bold **
              |                           ^^^^^^^^
              = help: Links are written `[text](file.md)`
            warning[left-as-text]: `** bold **` is shown like this on the page, with all its signs
             --> content/a.md:3:40
            3 | [text](my chapter.md) and [[wiki]] and ** bold **
              |                                        ^^^^^^^^^^
              = help: Stars stand without a blank beside what they emphasise: `**bold**`, `*italic*`
            warning[left-as-text]: `•` is shown like this on the page, with all its signs
             --> content/a.md:5:1
            5 | • one
              | ^
              = help: Lists begin with a hyphen and a blank: `- item`
        "#]],
    );
    check_german(
        "\
--- content/a.md
| Wer | Wann |
| Rat | Mai |

:::note
Hallo
:::

[Text] (b.md), [Text][fehlt], {.wichtig}
--- content/b.md
x
",
        expect![[r#"
            Warnung[left-as-text]: `| Wer | Wann |` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:1
            1 | | Wer | Wann |
              | ^^^^^^^^^^^^^^
              = Hilfe: So schreibt man eine Tabelle: Zellen zwischen senkrechten Strichen, `| Was | Wer |`, und unter dem Kopf eine Zeile mit ebenso vielen Spalten: `|---|---|`
            Warnung[left-as-text]: `:::note` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:4:1
            4 | :::note
              | ^^^^^^^
              = Hilfe: Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
            Warnung[left-as-text]: `[Text] (b.md)` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:8:1
            8 | [Text] (b.md), [Text][fehlt], {.wichtig}
              | ^^^^^^^^^^^^^
              = Hilfe: Zwischen `]` und `(` steht nichts: `[Text](datei.md)`
            Warnung[left-as-text]: `[Text][fehlt]` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:8:16
            8 | [Text] (b.md), [Text][fehlt], {.wichtig}
              |                ^^^^^^^^^^^^^
              = Hilfe: Es gibt keine Zeile `[…]: Adresse` dazu; schreiben Sie die Adresse gleich hierher: `[Text](datei.md)`
            Warnung[left-as-text]: `{.wichtig}` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:8:31
            8 | [Text] (b.md), [Text][fehlt], {.wichtig}
              |                               ^^^^^^^^^^
              = Hilfe: In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel {#anker}`; nehmen Sie sie weg
        "#]],
    );
}

#[test]
fn text_that_no_page_would_show() {
    check(
        "\
--- content/a.md
Text[^a] and[^A].

[^a]: First.

[^a]: Second.

[note]: nowhere

[//]: # (a comment)

| a | b |
|---|---|
| 1 | 2 | lost |
",
        expect![[r#"
            error[duplicate-footnote]: The footnote `[^a]` has a text already, and only the first is shown
             --> content/a.md:5:1
            5 | [^a]: Second.
              | ^^^^
             ::: content/a.md:3:1
            3 | [^a]: First.
              | ---- first here
              = help: Give it another name, or remove it
            warning[unused-definition]: `[note]: nowhere` is shown nowhere: this is how targets of links are written, and no link names it
             --> content/a.md:7:1
            7 | [note]: nowhere
              | ^^^^^^^^^^^^^^^
              = help: If it is text, write `\[` instead of `[`; otherwise remove it
            error[cell-beyond-head]: `lost` stands beside the table: its head has fewer columns
              --> content/a.md:13:11
            13 | | 1 | 2 | lost |
               |           ^^^^
               = help: Add a column above, or write a vertical bar in the text as `\|`
        "#]],
    );
}

#[test]
fn markup_that_was_hardly_meant() {
    check(
        "\
--- content/a.md
1. One
3. Three

That was a sentence.
---

So it`s and so that`s meant.

```text
No end
",
        expect![[r#"
            warning[wrong-item-number]: Here stands 3, and the page would show 2
             --> content/a.md:2:1
            2 | 3. Three
              | ^^
              = help: Count on in lists, or write `3\.` if it is no list
            warning[hyphens-below-paragraph]: These hyphens make a heading of the paragraph above
             --> content/a.md:5:1
            5 | ---
              | ^^^
              = help: If a line is meant, leave an empty line above it
            warning[code-within-word]: This tick begins code in the middle of a word
             --> content/a.md:7:6
            7 | So it`s and so that`s meant.
              |      ^^^^^^^^^^^^^^^
              = help: Write `'` for an apostrophe; before code stands a blank
            error[unclosed-code]: This code doesn't end: all that follows is shown as code
             --> content/a.md:9:1
            9 | ```text
              | ^^^^^^^
              = help: End it with a line of the same signs that it begins with
        "#]],
    );
}

#[test]
fn characters_that_no_page_may_hold() {
    check(
        "--- content/a.md\nTwo\u{b}lines\n",
        expect![[r#"
        warning[control-character]: Here stands a control character that no page may hold
         --> content/a.md:1:4
        1 | Two lines
          |    ^
          = help: Delete it; the page shows a blank instead
    "#]],
    );
}

#[test]
fn markup_in_fields_of_plain_text() {
    check(
        "\
--- content/a.md
---
title: Der *große* Tisch
summary: \"Siehe [hier](b.md) für Bürger*innen und Besucher*innen\"
---
x
--- content/b.md
---
title: Bürger*innen und Besucher*innen
summary: 5 * 3 * 2
---
x
",
        expect![[r#"
            warning[left-as-text]: `*große*` is shown like this on the page, with all its signs
             --> content/a.md:2:12
            2 | title: Der *große* Tisch
              |            ^^^^^^^
              = help: This field is plain text; remove the signs
            warning[left-as-text]: `[hier](b.md)` is shown like this on the page, with all its signs
             --> content/a.md:3:17
            3 | summary: "Siehe [hier](b.md) für Bürger*innen und Besucher*innen"
              |                 ^^^^^^^^^^^^
              = help: This field is plain text; remove the signs
        "#]],
    );
}

#[test]
fn quotations_within_quotations_without_end() {
    let quotations = "> ".repeat(70);
    check_german(
        &format!("--- content/a.md\nText\n\n{quotations}innen\n"),
        expect![[r#"
            Fehler[nested-too-deep]: Zitate, Listen und Auszeichnungen stehen hier mehr als 64 tief ineinander
             --> content/a.md:3:129
            3 | ...> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > innen
              |                                                            ^^^^^^^^^^^^^^^^^
              = Hilfe: Beginnen Sie einen eigenen Absatz oder ein eigenes Kapitel
        "#]],
    );
}

#[test]
fn lines_that_stand_in_one() {
    check(
        "--- content/a.md\nCity of Springfield\nSocial Services\n1 Market Square\n\n- Pens\n- Paper\nThe town provides the paper\n",
        expect![[r#"
            warning[lines-in-one]: These 3 lines stand in one on the page
             --> content/a.md:1:1
            1 | City of Springfield
              | ^^^^^^^^^^^^^^^^^^^
              = help: If they are to stay lines, end each but the last with a backslash: \. If they are paragraphs, leave a line empty between them; if they are items of a list, begin each with a hyphen and a blank
            warning[line-in-item]: This line is part of the item above it
             --> content/a.md:7:1
            7 | The town provides the paper
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: If it is to stand alone, leave a line empty before it; if it is part of the item, move it in by two blanks
        "#]],
    );
}

#[test]
fn a_paragraph_that_blanks_make_code() {
    check(
        "--- content/a.md\nText.\n\n    The town invites all clubs.\n",
        expect![[r#"
            warning[indented-paragraph]: Four blanks or a tab at the beginning make code of this paragraph
             --> content/a.md:3:5
            3 |     The town invites all clubs.
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Take away what stands before the first word; if it is code, put a line with ``` above and below it
        "#]],
    );
}
