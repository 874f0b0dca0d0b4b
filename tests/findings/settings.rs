//! What is wrong with `handbook.yml` and its neighbours.

use expect_test::expect;

use crate::support::{check, check_german};

#[test]
fn a_language_that_is_no_code() {
    check(
        "--- handbook.yml\ntitle: {deutsch: A}\nlanguages: [de, Englisch]\n--- content/a.md\nText\n",
        expect![[r#"
            error[unknown-language-code]: `deutsch` is no language code
             --> handbook.yml:1:9
            1 | title: {deutsch: A}
              |         ^^^^^^^
              = help: Did you mean `de`?
              = help: Write a code such as `de`, `en` or `uk`
            error[unknown-language-code]: `Englisch` is no language code
             --> handbook.yml:2:17
            2 | languages: [de, Englisch]
              |                 ^^^^^^^^
              = help: Did you mean `en`?
              = help: Write a code such as `de`, `en` or `uk`
        "#]],
    );
}

#[test]
fn a_severity_for_a_finding_that_does_not_exist() {
    check(
        "--- handbook.yml\nseverity: {unknown-kye: off}\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-slug]: There is no finding `unknown-kye`
         --> handbook.yml:1:12
        1 | severity: {unknown-kye: off}
          |            ^^^^^^^^^^^
          = help: Did you mean `unknown-key`?
          = help: Take the name from square brackets of a finding: `error[unknown-key]`
    "#]],
    );
    check_german(
        "--- handbook.yml\nseverity: {unknown-kye: off}\n--- content/a.md\nText\n",
        expect![[r#"
        Fehler[unknown-slug]: Es gibt keinen Befund `unknown-kye`
         --> handbook.yml:1:12
        1 | severity: {unknown-kye: off}
          |            ^^^^^^^^^^^
          = Hilfe: Meinten Sie `unknown-key`?
          = Hilfe: Nehmen Sie den Namen aus den eckigen Klammern eines Befunds: `Fehler[unknown-key]`
    "#]],
    );
}

#[test]
fn an_address_without_a_scheme() {
    check(
        "--- handbook.yml\nurl: www.stadt.example\n--- content/a.md\nText\n",
        expect![[r#"
        error[not-a-url]: `www.stadt.example` is no address on the web
         --> handbook.yml:1:6
        1 | url: www.stadt.example
          |      ^^^^^^^^^^^^^^^^^
          = help: Begin it with https://
    "#]],
    );
}

#[test]
fn a_legal_page_that_does_not_exist() {
    check(
        "--- handbook.yml\nlegal: {imprint: impresum.md}\n--- content/impressum.md\nText\n",
        expect![[r#"
        error[unknown-chapter]: There is no chapter at impresum.md
         --> handbook.yml:1:18
        1 | legal: {imprint: impresum.md}
          |                  ^^^^^^^^^^^
          = help: Did you mean `impressum.md`?
          = help: Write the way from this file to the chapter's, such as ../tools/checklist.md
    "#]],
    );
}

#[test]
fn a_synonym_alone() {
    check(
        "--- synonyms.yml\n- [Amt, Behörde]\n- Kommune\n--- content/a.md\nText\n",
        expect![[r#"
        error[wrong-type]: `synonyms.yml` should be a list, and is text
         --> synonyms.yml:2:3
        2 | - Kommune
          |   ^^^^^^^
          = help: Write a list here
    "#]],
    );
}

#[test]
fn a_severity_turns_a_finding_down_or_off() {
    check(
        "--- handbook.yml\nseverity: {empty-link: warning}\n--- content/a.md\n[x]()\n",
        expect![[r#"
        warning[empty-link]: This link leads nowhere
         --> content/a.md:1:1
        1 | [x]()
          | ^^^^^
          = help: Put the file of a chapter in the parentheses
    "#]],
    );
    check(
        "--- handbook.yml\nseverity: {empty-link: note}\n--- content/a.md\n[x]()\n",
        expect![[r#"
        note[empty-link]: This link leads nowhere
         --> content/a.md:1:1
        1 | [x]()
          | ^^^^^
          = help: Put the file of a chapter in the parentheses
    "#]],
    );
    check(
        "--- handbook.yml\nseverity: {empty-link: off}\n--- content/a.md\n[x]()\n",
        expect![[""]],
    );
}
