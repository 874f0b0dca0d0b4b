//! Mistakes within a text.

use expect_test::expect;

use crate::support::{Handbook, check, check_german};

#[test]
fn an_anchor_that_is_set_twice() {
    check(
        "--- content/a.md\n## Eins {#x}\n\n## Zwei {#x}\n",
        expect![[r#"
        error[duplicate-anchor]: The anchor `x` is set twice on this page
         --> content/a.md:3:1
        3 | ## Zwei {#x}
          | ^^^^^^^^^^^^
          = help: Change one of the two `{#x}`
    "#]],
    );
}

#[test]
fn an_anchor_that_html_sets_twice() {
    let built = Handbook::chapter("<p id=\"x\">A</p>\n\n<p id=\"x\">B</p>\n").build();
    assert_eq!(built.slugs(), ["duplicate-anchor"]);
}

#[test]
fn texts_that_put_each_other_in() {
    check(
        "--- content/a.md\n![](_b.md)\n--- content/_b.md\n![](_c.md)\n--- content/_c.md\n![](_b.md)\n",
        expect![[r#"
        error[include-cycle]: content/_b.md is put in here, and puts this text in itself
         --> content/_c.md:1:5
        1 | ![](_b.md)
          |     ^^^^^
          = help: Take one of the two away
    "#]],
    );
    check_german(
        "--- content/a.md\n![](a.md)\n",
        expect![[r#"
        Fehler[include-cycle]: content/a.md wird hier eingefügt und fügt selbst diesen Text ein
         --> content/a.md:1:5
        1 | ![](a.md)
          |     ^^^^
          = Hilfe: Nehmen Sie eines von beiden weg
    "#]],
    );
}

#[test]
fn a_page_that_puts_in_too_many_texts() {
    let handbook = Handbook::chapter(&"![](_b.md)\n\n".repeat(257)).with("content/_b.md", "B\n");
    expect![[r#"
        error[too-many-includes]: This page puts in more than 256 texts
           --> content/a.md:513:5
        513 | ![](_b.md)
            |     ^^^^^
            = help: Link to them instead
    "#]]
    .assert_eq(
        &handbook
            .build()
            .shown(transferbuch::text::Language::English),
    );
}

#[test]
fn a_footnote_without_a_text() {
    check(
        "--- content/a.md\nJa[^1], `[^code]`.\n\n    [^code]\n",
        expect![[r#"
        error[undefined-footnote]: The footnote `[^1]` has no text
         --> content/a.md:1:3
        1 | Ja[^1], `[^code]`.
          |   ^^^^
          = help: Add a line `[^1]: …` at the end
    "#]],
    );
}

#[test]
fn a_footnote_without_its_colon() {
    check(
        "--- content/a.md\nJa[^1], ja[^1].\n\n[^1] Weil.\n",
        expect![[r#"
            error[footnote-without-colon]: The footnote `[^1]` lacks its colon, and so is shown here as text
             --> content/a.md:3:1
            3 | [^1] Weil.
              | ^^^^
              = help: Write `[^1]: ` before its text
        "#]],
    );
}

#[test]
fn notes_in_square_brackets() {
    check(
        "--- content/a.md\nJa [1], im Jahr [2018].\n\n[1] Weil.\n",
        expect![[r#"
            warning[left-as-text]: `[1]` is shown like this on the page, with all its signs
             --> content/a.md:1:4
            1 | Ja [1], im Jahr [2018].
              |    ^^^
              = help: Footnotes are written `[^1]`, and `[^1]: text` at the end
            warning[left-as-text]: `[1]` is shown like this on the page, with all its signs
             --> content/a.md:3:1
            3 | [1] Weil.
              | ^^^
              = help: Footnotes are written `[^1]`, and `[^1]: text` at the end
        "#]],
    );
}

#[test]
fn brackets_that_are_swapped() {
    check(
        "--- content/a.md\n(Text)[b.md] und f(x)[1]\n\n![Foto](mein foto.jpg)\n\n-eins\n-zwei\n\n1.)\tEins\n2.)\tZwei\n",
        expect![[r#"
            warning[left-as-text]: `(Text)[b.md]` is shown like this on the page, with all its signs
             --> content/a.md:1:1
            1 | (Text)[b.md] und f(x)[1]
              | ^^^^^^^^^^^^
              = help: The brackets are swapped: the text stands in square ones, the address in round ones: `[text](file.md)`
            warning[left-as-text]: `![Foto](mein foto.jpg)` is shown like this on the page, with all its signs
             --> content/a.md:3:1
            3 | ![Foto](mein foto.jpg)
              | ^^^^^^^^^^^^^^^^^^^^^^
              = help: Addresses with blanks stand in angle brackets: `![What the picture shows](<my picture.jpg>)`
            warning[left-as-text]: `-` is shown like this on the page, with all its signs
             --> content/a.md:5:1
            5 | -eins
              | ^
              = help: Lists begin with a hyphen and a blank: `- item`
            warning[left-as-text]: `1.)` is shown like this on the page, with all its signs
             --> content/a.md:8:1
            8 | 1.)    Eins
              | ^^^
              = help: Lines with `a)` or `1.)` run into each other; numbered lists begin with `1. `, and an empty line stands between other lines
        "#]],
    );
}

#[test]
fn a_footnote_that_nothing_refers_to() {
    check(
        "--- content/a.md\nJa.\n\n[^1]: Nein.\n",
        expect![[r#"
        warning[unused-footnote]: Nothing refers to the footnote `[^1]`
         --> content/a.md:3:1
        3 | [^1]: Nein.
          | ^^^^
          = help: Put `[^1]` where it belongs, or take the footnote away
    "#]],
    );
}

#[test]
fn html_where_it_is_switched_off() {
    check(
        "--- handbook.yml\nmarkdown: {raw_html: false}\n--- content/a.md\nJa <b>fett</b>.\n",
        expect![[r#"
        warning[html-switched-off]: HTML is switched off in this handbook and shows as text
         --> content/a.md:1:4
        1 | Ja <b>fett</b>.
          |    ^^^
          = help: Write Markdown instead, or set `raw_html: true` under `markdown` in handbook.yml
    "#]],
    );
}

#[test]
fn code_in_an_unknown_language() {
    check(
        "--- content/a.md\n```pyhton\nx\n```\n",
        expect![[r#"
        warning[unknown-code-language]: There are no colours for code in `pyhton`
         --> content/a.md:1:4
        1 | ```pyhton
          |    ^^^^^^
          = help: Correct the language, or write `text`
    "#]],
    );
}

/// A chapter whose field holds Markdown.
fn check_field(value: &str, slug: &str) {
    let handbook = Handbook::chapter(&format!("---\nkind: k\na: {value}\n---\n"))
        .with("handbook.yml", "markdown: {raw_html: false}\n")
        .with("kinds/k.yml", "fields: [{id: a, type: markdown}]\n");
    assert_eq!(handbook.build().slugs(), [slug]);
}

#[test]
fn mistakes_are_found_in_a_field_as_well() {
    check_field("\"[x](fehlt.md)\"", "unknown-chapter");
    check_field("\"[x](#fehlt)\"", "unknown-anchor");
    check_field("Ja[^1]", "undefined-footnote");
    check_field("|\n  Ja.\n\n  [^1]: Nein.", "unused-footnote");
    check_field("|\n  ```pyhton\n  x\n  ```", "unknown-code-language");
    check_field("Ja <b>fett</b>.", "html-switched-off");
}

#[test]
fn what_is_no_word_and_more_words_than_anyone_reads() {
    let word = "Ab1".repeat(400);
    check(
        &format!("--- content/a.md\nDer Schlüssel ist {word}.\n"),
        expect![[r#"
            warning[word-too-long]: This word has 1200 letters: the search leaves it out
             --> content/a.md:1:19
            1 | ...st Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1...Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1Ab1.
              |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^...^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Take it away if it is no text, or put it into a file beside the chapter
        "#]],
    );
    let words: String = (0..50_010)
        .map(|number| format!("Wort{number}\n"))
        .collect();
    let shown = Handbook::chapter(&words)
        .build()
        .shown(transferbuch::text::Language::English);
    let told = "warning[too-many-words]: This text has 50010 different words, more than 50000";
    assert!(shown.starts_with(told), "{shown}");
}
