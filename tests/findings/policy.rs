//! What can't be published as it is written.

use expect_test::expect;

use crate::support::check;

#[test]
fn front_matter_that_never_ends() {
    check("--- content/a.md\n---\ntitle: Treffen\n\nText\n", expect![[]]);
}

#[test]
fn an_inline_program_and_an_inline_style() {
    check(
        "--- content/a.md\n<script>alert(1)</script>\n\nEin <b style=\"color: red\">Wort</b>\n",
        expect![[]],
    );
}

#[test]
fn a_text_put_into_a_field() {
    check(
        "--- kinds/k.yml\nfields: [{id: a, type: markdown}]\n--- content/_b.md\nB\n\
         --- content/a.md\n---\nkind: k\na: \"![](_b.md)\"\n---\nText\n",
        expect![[]],
    );
}

#[test]
fn a_field_named_like_one_that_every_chapter_has() {
    check(
        "--- kinds/k.yml\nfields: [{id: summary, type: text}]\n--- content/a.md\nText\n",
        expect![[]],
    );
}
