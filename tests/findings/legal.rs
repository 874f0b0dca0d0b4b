//! Pages that the law asks for.

use expect_test::expect;

use crate::support::{Handbook, review};

#[test]
fn legal_pages_that_are_missing() {
    review(
        "--- handbook.yml\nlegal: {imprint: i.md}\n--- content/i.md\nHerausgeberin ist die Stadt.\n",
        expect![[r#"
            error[missing-legal-page]: No page is named for `accessibility` under `legal`
            --> handbook.yml
             = help: Make the page, and add a line `accessibility: ….md` under `legal`
            error[missing-legal-page]: No page is named for `privacy` under `legal`
            --> handbook.yml
             = help: Make the page, and add a line `privacy: ….md` under `legal`
        "#]],
    );
}

#[test]
fn legal_pages_that_are_still_templates() {
    review(
        "--- handbook.yml\nlegal: {imprint: i.md, privacy: p.md, accessibility: b.md}\n--- content/i.md\nStadt [Name der Gemeinde], [Gesetz](b.md)\n--- content/p.md\n> **Muster.** Noch ersetzen.\n--- content/b.md\nSiehe [das Gesetz](i.md), [ ] und Musterung.\n",
        expect![[r#"
            warning[placeholder-in-legal-page]: This legal page still has a placeholder: [Name der Gemeinde]
             --> content/i.md:1:7
            1 | Stadt [Name der Gemeinde], [Gesetz](b.md)
              |       ^^^^^^^^^^^^^^^^^^^
              = help: Put the real facts in its place
            warning[placeholder-in-legal-page]: This legal page still has a placeholder: Muster.
             --> content/p.md:1:5
            1 | > **Muster.** Noch ersetzen.
              |     ^^^^^^^
              = help: Put the real facts in its place
        "#]],
    );
}

#[test]
fn a_bare_folder_needs_no_legal_pages() {
    Handbook::new("--- a.md\nText\n").review().clean();
}
