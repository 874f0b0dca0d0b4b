//! What can't be published as it is written.

use expect_test::expect;

use crate::support::{check, review};

#[test]
fn front_matter_that_never_ends() {
    check(
        "--- content/a.md\n---\ntitle: Treffen\n\nText\n",
        expect![[r#"
            error[front-matter-unclosed]: The front matter begins here and never ends
             --> content/a.md:1:1
            1 | ---
              | ^^^
              = help: Add a line `---` behind its last field
        "#]],
    );
}

#[test]
fn what_stands_below_front_matter_that_never_ends_is_not_judged() {
    review(
        "--- content/a.md\n---\ntitle: Runder Tisch\n# Das Datum der letzten Änderung:\n# updated: 2026-01-31\n\npurposes: [network]\n# Wie lange\nduration: 2h\n\n## Ablauf\n[weiter](nirgends.md)\n",
        expect![[r#"
            error[front-matter-unclosed]: The front matter begins here and never ends
             --> content/a.md:1:1
            1 | ---
              | ^^^
              = help: Add a line `---` behind its last field
        "#]],
    );
}

#[test]
fn an_inline_program_and_an_inline_style() {
    check(
        "--- content/a.md\n<script>alert(1)</script>\n\nEin <b style=\"color: red\">Wort</b>\n",
        expect![[r#"
            error[inline-script-or-style]: `script` has no effect: the pages' policy forbids programs and styles within a page
             --> content/a.md:1:1
            1 | <script>alert(1)</script>
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Take it away; put styles into themes/NAME/assets/custom.css
            error[inline-script-or-style]: `style` has no effect: the pages' policy forbids programs and styles within a page
             --> content/a.md:3:5
            3 | Ein <b style="color: red">Wort</b>
              |     ^^^^^^^^^^^^^^^^^^^^^^
              = help: Take it away; put styles into themes/NAME/assets/custom.css
        "#]],
    );
}

#[test]
fn a_text_put_into_a_field() {
    check(
        "--- kinds/k.yml\nfields: [{id: a, type: markdown}]\n--- content/_b.md\nB\n\
         --- content/a.md\n---\nkind: k\na: \"![](_b.md)\"\n---\nText\n",
        expect![[r#"
            error[include-in-field]: A text can't be put into a field
             --> content/a.md:3:9
            3 | a: "![](_b.md)"
              |         ^^^^^
              = help: Put it into the chapter's text below the front matter
        "#]],
    );
}

#[test]
fn a_field_named_like_one_that_every_chapter_has() {
    check(
        "--- kinds/k.yml\nfields: [{id: summary, type: text}]\n--- content/a.md\nText\n",
        expect![[r#"
            error[field-of-every-chapter]: Every chapter has the field `summary` already
             --> kinds/k.yml:1:15
            1 | fields: [{id: summary, type: text}]
              |               ^^^^^^^
              = help: Give the field another name
        "#]],
    );
}
