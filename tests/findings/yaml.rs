//! YAML that can't be read, or says something that nobody asked for.

use expect_test::expect;

use transferbuch::text::Language;

use crate::support::{Handbook, check, check_german};

#[test]
fn a_colon_in_a_title_needs_quotes() {
    check(
        "--- content/a.md\n---\ntitle: Treffen: Tag 1\n---\nText\n",
        expect![[r#"
            error[yaml-needs-quotes]: This text belongs in quotes because “:” stands in it
             --> content/a.md:2:8
            2 | title: Treffen: Tag 1
              |        ^^^^^^^^^^^^^^
              = help: Write: title: "Treffen: Tag 1"
        "#]],
    );
    check_german(
        "--- content/a.md\n---\ntitle: Treffen: Tag 1\n---\nText\n",
        expect![[r#"
            Fehler[yaml-needs-quotes]: Dieser Text gehört in Anführungszeichen, weil „:“ darin steht
             --> content/a.md:2:8
            2 | title: Treffen: Tag 1
              |        ^^^^^^^^^^^^^^
              = Hilfe: Schreiben Sie: title: "Treffen: Tag 1"
        "#]],
    );
}

#[test]
fn a_sign_that_yaml_keeps_for_itself_needs_quotes() {
    check(
        "--- handbook.yml\ntitle: @kommune\n--- content/a.md\nText\n",
        expect![[r#"
            error[yaml-needs-quotes]: This text belongs in quotes because “@” stands in it
             --> handbook.yml:1:8
            1 | title: @kommune
              |        ^^^^^^^^
              = help: Write: title: "@kommune"
        "#]],
    );
}

#[test]
fn a_quotation_that_never_ends() {
    check(
        "--- content/a.md\n---\ntitle: \"Treffen\nsummary: Kurz\n---\nText\n",
        expect![[r#"
            error[yaml-unclosed]: A quotation mark or bracket is opened here and never closed
             --> content/a.md:2:8
            2 | title: "Treffen
              |        ^
              = help: Did you mean `"Treffen"`?
              = help: Close it on the same line
        "#]],
    );
}

#[test]
fn a_list_that_never_ends() {
    check(
        "--- handbook.yml\nlanguages: [de, en\n--- content/a.md\nText\n",
        expect![[r#"
            error[yaml-unclosed]: A quotation mark or bracket is opened here and never closed
             --> handbook.yml:1:12
            1 | languages: [de, en
              |            ^
              = help: Did you mean `[de, en]`?
              = help: Close it on the same line
        "#]],
    );
}

#[test]
fn front_matter_that_never_ends() {
    let handbook = Handbook::chapter("---\ntitle: Treffen\n\nText\n");
    assert_ne!(handbook.build().slugs(), Vec::<&str>::new());
}

#[test]
fn a_tab_is_no_indentation() {
    check(
        "--- content/a.md\n---\ntopics:\n\t- Arbeit\n---\nText\n",
        expect![[r#"
        error[yaml-tab]: This line is indented with a tab
         --> content/a.md:3:1
        3 |     - Arbeit
          | ^^^^
          = help: Use blanks: YAML doesn't allow tabs
    "#]],
    );
}

#[test]
fn a_key_that_stands_there_twice() {
    check(
        "--- content/a.md\n---\ntitle: A\ntitle: B\n---\nText\n",
        expect![[r#"
            error[yaml-duplicate-key]: `title` stands here twice
             --> content/a.md:3:1
            3 | title: B
              | ^^^^^
             ::: content/a.md:2:1
            2 | title: A
              | ----- it first stands here
              = help: Keep one of the two lines
        "#]],
    );
}

#[test]
fn anchors_and_aliases() {
    check(
        "--- glossary.yml\n- term: &a BAMF\n  text: *a\n--- content/a.md\nText\n",
        expect![[r#"
            error[yaml-anchor]: `&` and `*` at the beginning of a value mean something else in YAML, and can't be used here
             --> glossary.yml:1:9
            1 | - term: &a BAMF
              |         ^
              = help: If the sign belongs to the text, write: - term: "&a BAMF"
        "#]],
    );
}

#[test]
fn a_nesting_that_is_too_deep() {
    let deep = format!("{}x{}\n", "[".repeat(40), "]".repeat(40));
    let handbook = Handbook::chapter("Text\n").with("synonyms.yml", deep);
    expect![[r#"
        error[yaml-limit]: This YAML is nested too deeply or is too large
         --> synonyms.yml:1:33
        1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
          |                                 ^
          = help: Take levels away
    "#]]
    .assert_eq(&handbook.build().shown(Language::English));
}

#[test]
fn a_list_in_the_place_of_a_key() {
    check(
        "--- handbook.yml\ntitle: A\n  b: c\n--- content/a.md\nText\n",
        expect![[r#"
            error[yaml-syntax]: This line is indented otherwise than those that it belongs to
             --> handbook.yml:2:4
            2 |   b: c
              |    ^
              = help: Indent fields of the same level alike, best by two blanks per level
        "#]],
    );
}

#[test]
fn a_line_without_a_colon() {
    check(
        "--- content/a.md\n---\ntitle: A\nsummary\n---\nText\n",
        expect![[r#"
            error[yaml-syntax]: This line holds no field: the colon is missing
             --> content/a.md:3:1
            3 | summary
              | ^
              = help: Write `key: value`, or indent the line if it belongs to the text above
        "#]],
    );
}

#[test]
fn front_matter_that_is_no_mapping() {
    check(
        "--- content/a.md\n---\nTreffen\n---\nText\n",
        expect![[r#"
            error[yaml-syntax]: This line holds no field: the colon is missing
             --> content/a.md:2:1
            2 | Treffen
              | ^^^^^^^
              = help: Write `key: value`, or indent the line if it belongs to the text above
        "#]],
    );
}

#[test]
fn an_unknown_key_offers_the_nearest() {
    check(
        "--- content/a.md\n---\ntitel: Treffen\n---\nText\n",
        expect![[r#"
        error[unknown-key]: There is no field `titel`
         --> content/a.md:2:1
        2 | titel: Treffen
          | ^^^^^
          = help: Did you mean `title`?
          = help: Correct the name, or take the line away
    "#]],
    );
    check_german(
        "--- content/a.md\n---\ntitel: Treffen\n---\nText\n",
        expect![[r#"
        Fehler[unknown-key]: Es gibt kein Feld `titel`
         --> content/a.md:2:1
        2 | titel: Treffen
          | ^^^^^
          = Hilfe: Meinten Sie `title`?
          = Hilfe: Berichtigen Sie den Namen, oder nehmen Sie die Zeile weg
    "#]],
    );
    check(
        "--- handbook.yml\nlangauges: [de]\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-key]: There is no field `langauges`
         --> handbook.yml:1:1
        1 | langauges: [de]
          | ^^^^^^^^^
          = help: Did you mean `languages`?
          = help: Correct the name, or take the line away
    "#]],
    );
}

#[test]
fn an_unknown_key_unlike_any_other() {
    check(
        "--- content/a.md\n---\nfarbe: rot\n---\nText\n",
        expect![[r#"
        error[unknown-key]: There is no field `farbe`
         --> content/a.md:2:1
        2 | farbe: rot
          | ^^^^^
          = help: Correct the name, or take the line away
    "#]],
    );
}

#[test]
fn a_value_of_the_wrong_type() {
    check(
        "--- handbook.yml\nmarkdown: {raw_html: 7}\nlegal: [x]\n--- content/a.md\n---\ntitle: [A, B]\norder: zuerst\ntopics: {a: b}\n---\nText\n",
        expect![[r#"
            error[wrong-type]: `title` should be text, and is a list
             --> content/a.md:2:8
            2 | title: [A, B]
              |        ^
              = help: Did you mean `title: A; B`?
              = help: Write text here
            error[wrong-type]: `order` should be a whole number, and is text
             --> content/a.md:3:8
            3 | order: zuerst
              |        ^^^^^^
              = help: Write a whole number here
            error[wrong-type]: `topics` should be a list, and is a group of `key: value` lines
             --> content/a.md:4:9
            4 | topics: {a: b}
              |         ^
              = help: Write a list here
            error[wrong-type]: `raw_html` should be yes or no, and is a number
             --> handbook.yml:1:22
            1 | markdown: {raw_html: 7}
              |                      ^
              = help: Write yes or no here
            error[wrong-type]: `legal` should be a group of `key: value` lines, and is a list
             --> handbook.yml:2:8
            2 | legal: [x]
              |        ^
              = help: Write a group of `key: value` lines here
        "#]],
    );
    check_german(
        "--- content/a.md\n---\ntitle: [A, B]\n---\nText\n",
        expect![[r#"
            Fehler[wrong-type]: `title` soll ein Text sein und ist eine Liste
             --> content/a.md:2:8
            2 | title: [A, B]
              |        ^
              = Hilfe: Meinten Sie `title: A; B`?
              = Hilfe: Hierher gehört ein Text
        "#]],
    );
}

#[test]
fn a_key_that_is_missing() {
    check(
        "--- glossary.yml\n- text: Ohne Wort\n--- content/a.md\nText\n",
        expect![[r#"
            error[missing-key]: `term` is missing
             --> glossary.yml:1:3
            1 | - text: Ohne Wort
              |   ^
              = help: Write `term: …` here, with what is to stand there in place of the dots
        "#]],
    );
}

#[test]
fn a_key_that_is_empty_is_missing() {
    check(
        "--- glossary.yml\n- term: \"\"\n  text: Ohne Wort\n--- content/a.md\nText\n",
        expect![[r#"
            error[missing-key]: `term` is missing
             --> glossary.yml:1:3
            1 | - term: ""
              |   ^
              = help: Write `term: …` here, with what is to stand there in place of the dots
        "#]],
    );
}

#[test]
fn a_value_that_is_none_of_the_allowed() {
    check(
        "--- content/a.md\n---\nstatus: drafft\n---\nText\n",
        expect![[r#"
            error[unknown-status]: `drafft` doesn't tell whether this chapter may be published
             --> content/a.md:2:9
            2 | status: drafft
              |         ^^^^^^
              = help: Did you mean `draft`?
              = help: Write `status:` with one of these values: draft, unlisted, reviewed, superseded, withdrawn. Without this line it is published
        "#]],
    );
    check(
        "--- handbook.yml\nseverity: {empty-link: warn}\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-value]: `warn` is no value of `empty-link`
         --> handbook.yml:1:24
        1 | severity: {empty-link: warn}
          |                        ^^^^
          = help: Possible values: error, warning, note, off
    "#]],
    );
}

#[test]
fn columns_count_characters_also_behind_umlauts_and_in_crlf() {
    check(
        "--- content/a.md\n---\r\nsummary: Über Ämter\r\ntöpic: x\r\n---\r\nText\r\n",
        expect![[r#"
        error[unknown-key]: There is no field `töpic`
         --> content/a.md:3:1
        3 | töpic: x
          | ^^^^^
          = help: Correct the name, or take the line away
    "#]],
    );
}

#[test]
fn what_hasty_hands_write_is_told_where_it_stands() {
    check_german(
        "--- handbook.yml
palette: {accent: #7a1f5c}
feedback: Frau Demir, Zimmer 12
legal:
  imprint: a.md
  privacy: a.md
  accessibility: a.md
--- glossary.yml
- term: KMU
  text: Kleine
Quartier: Ein Stadtteil
--- content/a.md
---
title: „Ein Nachmittag: für alle“
---
--- content/b.md
---
summary: |
Der Text steht am Rand.
---
",
        expect![[r##"
            Fehler[yaml-needs-quotes]: Dieser Text gehört in Anführungszeichen, weil „:“ darin steht
             --> content/a.md:2:8
            2 | title: „Ein Nachmittag: für alle“
              |        ^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Schreiben Sie: title: "Ein Nachmittag: für alle"
            Fehler[yaml-syntax]: Dieser Text gehört zum Feld darüber und ist nicht eingerückt
             --> content/b.md:3:1
            3 | Der Text steht am Rand.
              | ^
              = Hilfe: Rücken Sie alle Zeilen dieses Textes um zwei Leerzeichen ein
            Fehler[yaml-syntax]: Diese Datei ist eine Liste, und diese Zeile beginnt keinen Eintrag
             --> glossary.yml:3:1
            3 | Quartier: Ein Stadtteil
              | ^
              = Hilfe: Beginnen Sie einen neuen Eintrag mit `- `, wie die anderen; gehört die Zeile zum Eintrag darüber, rücken Sie sie ein
            Fehler[yaml-needs-quotes]: Dieser Text gehört in Anführungszeichen, weil „#“ darin steht
             --> handbook.yml:1:19
            1 | palette: {accent: #7a1f5c}
              |                   ^^^^^^^
              = Hilfe: Schreiben Sie: palette: {accent: "#7a1f5c"}
            Fehler[unknown-feedback]: `Frau Demir, Zimmer 12` ist weder eine E-Mail-Adresse noch eine Seite
             --> handbook.yml:2:11
            2 | feedback: Frau Demir, Zimmer 12
              |           ^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Schreiben Sie eine Adresse wie `handbuch@stadt.example`, eine im Netz mit `https://`, oder die Datei eines Kapitels
        "##]],
    );
}
