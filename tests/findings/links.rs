//! Links, images and includes that lead nowhere.

use expect_test::expect;

use crate::support::{Handbook, check, check_german};

#[test]
fn a_link_without_a_way() {
    check(
        "--- content/a.md\nEin [Wort]().\n",
        expect![[r#"
        error[empty-link]: This link leads nowhere
         --> content/a.md:1:5
        1 | Ein [Wort]().
          |     ^^^^^^^^
          = help: Put the file of a chapter in the parentheses
    "#]],
    );
}

#[test]
fn a_chapter_that_is_not_there() {
    check(
        "--- content/a.md\n[x](b.md)\n",
        expect![[r#"
            error[unknown-chapter]: There is no chapter at b.md
             --> content/a.md:1:5
            1 | [x](b.md)
              |     ^^^^
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
        "#]],
    );
    check_german(
        "--- content/a.md\n[x](b.md)\n",
        expect![[r#"
            Fehler[unknown-chapter]: Unter b.md gibt es kein Kapitel
             --> content/a.md:1:5
            1 | [x](b.md)
              |     ^^^^
              = Hilfe: Berichtigen Sie den Weg von dieser Datei zu der des Kapitels, legen Sie eines an (transferbuch add), oder nehmen Sie den Link weg
        "#]],
    );
}

#[test]
fn a_chapter_that_is_in_another_folder() {
    check(
        "--- content/a.md\n[x](treffen.md)\n--- content/formate/treffen.md\nText\n",
        expect![[r#"
            error[unknown-chapter]: There is no chapter at treffen.md
             --> content/a.md:1:5
            1 | [x](treffen.md)
              |     ^^^^^^^^^^
              = help: Did you mean `formate/treffen.md`?
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
        "#]],
    );
    check(
        "--- content/a.md\n[x](trefen.md)\n--- content/treffen.md\nText\n",
        expect![[r#"
            error[unknown-chapter]: There is no chapter at trefen.md
             --> content/a.md:1:5
            1 | [x](trefen.md)
              |     ^^^^^^^^^
              = help: Did you mean `treffen.md`?
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
        "#]],
    );
}

#[test]
fn a_link_definition_is_found_where_it_is_used() {
    check(
        "--- content/a.md\nSiehe [dort].\n\n[dort]: b.md\n",
        expect![[r#"
            error[unknown-chapter]: There is no chapter at b.md
             --> content/a.md:3:9
            3 | [dort]: b.md
              |         ^^^^
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
        "#]],
    );
}

#[test]
fn a_file_that_is_not_there() {
    check(
        "--- content/a.md\n![Plan](plan.png)\n--- content/plan.jpg\nx\n",
        expect![[r#"
        error[unknown-file]: There is no file at plan.png
         --> content/a.md:1:9
        1 | ![Plan](plan.png)
          |         ^^^^^^^^
          = help: Did you mean `plan.jpg`?
          = help: Put the file beside the chapter and write its name
    "#]],
    );
}

#[test]
fn a_text_to_put_in_that_is_not_there() {
    check(
        "--- content/a.md\n![](_kontakt.md)\n--- content/_kontakte.md\nText\n",
        expect![[r#"
        error[unknown-include]: There is no text at _kontakt.md to put in here
         --> content/a.md:1:5
        1 | ![](_kontakt.md)
          |     ^^^^^^^^^^^
          = help: Did you mean `_kontakte.md`?
          = help: Write the way from this file to the text's
    "#]],
    );
}

#[test]
fn an_anchor_that_is_not_there() {
    check(
        "--- content/a.md\n[x](b.md#ablauff) und [y](#hier)\n--- content/b.md\n## Ablauf\n",
        expect![[r#"
        error[unknown-anchor]: content/b.md has no heading `ablauff`
         --> content/a.md:1:5
        1 | [x](b.md#ablauff) und [y](#hier)
          |     ^^^^^^^^^^^^
          = help: Did you mean `ablauf`?
          = help: Correct the part behind the #, or set it there with `{#ablauff}`
        error[unknown-anchor]: content/a.md has no heading `hier`
         --> content/a.md:1:27
        1 | [x](b.md#ablauff) und [y](#hier)
          |                           ^^^^^
          = help: Correct the part behind the #, or set it there with `{#hier}`
    "#]],
    );
}

#[test]
fn a_link_to_a_draft() {
    check(
        "--- content/a.md\n[x](b.md)\n--- content/b.md\n---\nstatus: draft\n---\nText\n",
        expect![[r#"
            error[link-to-draft]: b.md is a draft, which isn't published
             --> content/a.md:1:5
            1 | [x](b.md)
              |     ^^^^
              = help: Take the link away, or the line `status: draft` in b.md
        "#]],
    );
}

#[test]
fn a_link_to_an_unlisted_chapter() {
    check(
        "--- content/a.md\n[x](b.md)\n--- content/b.md\n---\nstatus: unlisted\n---\nText\n",
        expect![[r#"
            warning[link-to-unlisted]: b.md is unlisted, and this link leads to it
             --> content/a.md:1:5
            1 | [x](b.md)
              |     ^^^^
              = help: Take the link away, or in b.md the line `status: unlisted`
        "#]],
    );
}

#[test]
fn a_section_that_is_unlisted() {
    check(
        "--- content/a/index.md\n---\nstatus: unlisted\n---\nText\n",
        expect![[r#"
            error[unlisted-section]: A section can’t be unlisted: the list of its chapters would stay
            --> content/a/index.md
             = help: Write `status: unlisted` into the chapters of the section
        "#]],
    );
}

#[test]
fn a_link_to_a_text_that_is_only_put_in() {
    check(
        "--- content/a.md\n[x](_b.md)\n--- content/_b.md\nText\n",
        expect![[r#"
        error[link-to-part]: _b.md is only put into other texts and has no page
         --> content/a.md:1:5
        1 | [x](_b.md)
          |     ^^^^^
          = help: Link to a chapter that has it, or take the _ from its name
    "#]],
    );
}

#[test]
fn a_link_out_of_the_handbook() {
    check(
        "--- content/a.md\n[x](../../geheim.md)\n",
        expect![[r#"
        error[link-outside]: ../../geheim.md leads out of the handbook
         --> content/a.md:1:5
        1 | [x](../../geheim.md)
          |     ^^^^^^^^^^^^^^^
          = help: Put the file into the handbook
    "#]],
    );
}

#[test]
fn a_path_of_windows() {
    check(
        "--- content/a.md\n[x](b\\c.md)\n--- content/b/c.md\nText\n",
        expect![[r#"
            error[backslash-in-link]: There are backslashes in b\c.md
             --> content/a.md:1:5
            1 | [x](b\c.md)
              |     ^^^^^^
              = help: Did you mean `b/c.md`?
              = help: Write `/` between folders
        "#]],
    );
}

#[test]
fn an_image_from_another_server() {
    check(
        "--- content/a.md\n![x](https://x.example/y.png) <img src=\"//x.example/z.png\" alt=\"\">\n",
        expect![[r#"
        error[loaded-from-elsewhere]: The page would load https://x.example/y.png from another server, which then learns who reads it
         --> content/a.md:1:6
        1 | ![x](https://x.example/y.png) <img src="//x.example/z.png" alt="">
          |      ^^^^^^^^^^^^^^^^^^^^^^^
          = help: Put the file into the handbook, or link to it
        error[loaded-from-elsewhere]: The page would load //x.example/z.png from another server, which then learns who reads it
         --> content/a.md:1:41
        1 | ![x](https://x.example/y.png) <img src="//x.example/z.png" alt="">
          |                                         ^^^^^^^^^^^^^^^^^
          = help: Put the file into the handbook, or link to it
    "#]],
    );
}

#[test]
fn html_that_loads_from_another_server() {
    check(
        "--- content/a.md\n<svg><image href=\"https://x.example/y.png\"/></svg>\n",
        expect![[r#"
        error[loaded-from-elsewhere]: The page would load https://x.example/y.png from another server, which then learns who reads it
         --> content/a.md:1:19
        1 | <svg><image href="https://x.example/y.png"/></svg>
          |                   ^^^^^^^^^^^^^^^^^^^^^^^
          = help: Put the file into the handbook, or link to it
    "#]],
    );
}

/// The pages' own rules forbid it, so it would do nothing, and nobody would notice.
#[test]
fn html_that_no_page_may_have() {
    for html in [
        "<script>alert(1)</script>",
        "<style>p { color: red }</style>",
        "<button onclick=\"alert(1)\">x</button>",
        "<p style=\"color: red\">x</p>",
    ] {
        let found = Handbook::chapter(&format!("{html}\n")).build().slugs();
        assert_ne!(found, Vec::<&str>::new(), "{html}");
    }
}

#[test]
fn a_link_that_runs_a_program() {
    check(
        "--- content/a.md\n[x](javascript:alert(1))\n",
        expect![[r#"
            error[unsafe-link]: A link must not run a program
             --> content/a.md:1:5
            1 | [x](javascript:alert(1))
              |     ^^^^^^^^^^^^^^^^^^^
              = help: Link to a page or a file
        "#]],
    );
    check(
        "--- content/a.md\n<a href=\"java&#10;script:alert(1)\">x</a>\n",
        expect![[r#"
            error[unsafe-link]: A link must not run a program
             --> content/a.md:1:1
            1 | <a href="java&#10;script:alert(1)">x</a>
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Link to a page or a file
        "#]],
    );
}

#[test]
fn every_broken_link_of_html_is_found() {
    check(
        "--- content/a.md\n<a href=\"b.md\">b</a>\n<video poster=\"c.png\" src=\"d.mp4\"></video>\n",
        expect![[r#"
            error[unknown-chapter]: There is no chapter at b.md
             --> content/a.md:1:10
            1 | <a href="b.md">b</a>
              |          ^^^^
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
            error[unknown-file]: There is no file at c.png
             --> content/a.md:2:16
            2 | <video poster="c.png" src="d.mp4"></video>
              |                ^^^^^
              = help: Put the file beside the chapter and write its name
            error[unknown-file]: There is no file at d.mp4
             --> content/a.md:2:28
            2 | <video poster="c.png" src="d.mp4"></video>
              |                            ^^^^^
              = help: Put the file beside the chapter and write its name
        "#]],
    );
}
