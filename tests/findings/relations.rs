//! References between chapters.

use expect_test::expect;

use crate::support::{check, check_german};

const KIND: &str = "--- kinds/k.yml
label: K
fields: [{id: to_k, type: refs, to: k, back_label: Zurück}]
--- content/x/treffen.md
---
kind: k
---
--- content/y/runde.md
A page.
";

fn check_with(files: &str, expect: expect_test::Expect) {
    check(&format!("{KIND}{files}"), expect);
}

#[test]
fn a_reference_to_nothing_offers_the_nearest_id() {
    check_with(
        "--- content/a.md\n---\nkind: k\nto_k: [trefen]\n---\n",
        expect![[r#"
            error[unknown-reference]: There is no chapter `trefen`
             --> content/a.md:3:8
            3 | to_k: [trefen]
              |        ^^^^^^
              = help: Did you mean `treffen`?
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
        "#]],
    );
    check_with(
        "--- content/a.md\n---\nkind: k\nto_k: x/trefen\n---\n",
        expect![[r#"
            error[unknown-reference]: There is no chapter `x/trefen`
             --> content/a.md:3:7
            3 | to_k: x/trefen
              |       ^^^^^^^^
              = help: Did you mean `x/treffen`?
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
        "#]],
    );
    check_german(
        &format!("{KIND}--- content/a.md\n---\nkind: k\nto_k: [trefen]\n---\n"),
        expect![[r#"
            Fehler[unknown-reference]: Es gibt kein Kapitel `trefen`
             --> content/a.md:3:8
            3 | to_k: [trefen]
              |        ^^^^^^
              = Hilfe: Meinten Sie `treffen`?
              = Hilfe: Schreiben Sie den Namen der Kapiteldatei ohne `.md`, oder ihre `id`; gibt es keines, lassen Sie das Feld leer
        "#]],
    );
}

#[test]
fn a_reference_that_may_mean_several() {
    check_with(
        "--- content/z/treffen.md\n---\nkind: k\n---\n--- content/a.md\n---\nkind: k\nto_k: [treffen]\n---\n",
        expect![[r#"
        error[ambiguous-reference]: `treffen` may mean several chapters
         --> content/a.md:3:8
        3 | to_k: [treffen]
          |        ^^^^^^^
          = help: Write one of them in full: x/treffen, z/treffen
    "#]],
    );
}

#[test]
fn a_reference_to_a_chapter_of_another_kind() {
    check_with(
        "--- content/a.md\n---\nkind: k\nto_k: [runde]\n---\n",
        expect![[r#"
        error[reference-to-wrong-kind]: `runde` is of the kind `page`, and should be `k`
         --> content/a.md:3:8
        3 | to_k: [runde]
          |        ^^^^^
          = help: Name a chapter of the kind `k`
    "#]],
    );
}

#[test]
fn a_reference_to_the_chapter_itself() {
    check_with(
        "--- content/a.md\n---\nkind: k\nto_k: [a]\n---\n",
        expect![[r#"
        error[reference-to-itself]: `a` is this chapter itself
         --> content/a.md:3:8
        3 | to_k: [a]
          |        ^
          = help: Take it away
    "#]],
    );
}

#[test]
fn a_reference_to_a_draft_waits_until_that_is_published() {
    check_with(
        "--- content/b.md\n---\nkind: k\nstatus: draft\n---\n--- content/a.md\n---\nkind: k\nto_k: [b]\n---\n",
        expect![""],
    );
}

#[test]
fn a_reference_never_offers_the_chapter_itself() {
    check_with(
        "--- content/runden.md\n---\nkind: k\nto_k: [runde]\n---\n--- content/y/runde.md\n---\nid: anders\n---\n",
        expect![[r#"
            error[unknown-reference]: There is no chapter `runde`
             --> content/runden.md:3:8
            3 | to_k: [runde]
              |        ^^^^^
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
        "#]],
    );
}
