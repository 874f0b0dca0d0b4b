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
        "--- handbook.yml\nurl: https://a.example/\nlegal: {imprint: i.md, privacy: p.md, accessibility: b.md}\n--- content/i.md\nStadt [Name der Gemeinde], [Gesetz](b.md)\n--- content/p.md\n> **Muster.** Noch ersetzen.\n--- content/b.md\nSiehe [das Gesetz](i.md), [ ] und Musterung.\n",
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
fn a_handbook_that_is_ready_without_an_address() {
    review(
        "--- handbook.yml\nlegal: {imprint: i.md, privacy: p.md, accessibility: b.md}\n--- content/i.md\nStadt\n--- content/p.md\nDaten\n--- content/b.md\nText\n",
        expect![[r#"
            note[missing-url]: The site doesn't know its address. So it lacks a sitemap, QR codes and the addresses to cite, and the page for addresses that don't exist looks different in folders
            --> handbook.yml
             = help: As soon as you know where the handbook will be published, write it into `handbook.yml`, for example `url: https://handbook.example.org/`
        "#]],
    );
}

#[test]
fn a_bare_folder_needs_no_legal_pages() {
    Handbook::new("--- a.md\nText\n").review().clean();
}

const PAGES: &str = "--- handbook.yml\nlanguages: [de, en]\nurl: https://a.example/\nlegal: {imprint: i.md, privacy: p.md, accessibility: b.md}\n--- content/i.md\nStadt\n\
                     --- content/p.md\nDaten\n--- content/b.md\nText\n--- content/i.en.md\nTown\n";

#[test]
fn legal_pages_that_an_own_footer_drops() {
    review(
        &format!(
            "{PAGES}--- themes/standard/templates/parts/footer.html\n<footer>{{% for item in footer %}}{{% if item.id == \"imprint\" %}}<a href=\"{{{{ item.url }}}}\">{{{{ item.title }}}}</a>{{% endif %}}{{% endfor %}}</footer>\n"
        ),
        expect![[r#"
            error[legal-page-out-of-reach]: From pages that this template shapes, no link leads to the legal page `accessibility`
            --> themes/standard/templates/parts/footer.html
             = help: Print all links of `footer`, as the file parts/footer.html of the standard theme does
            error[legal-page-out-of-reach]: From pages that this template shapes, no link leads to the legal page `privacy`
            --> themes/standard/templates/parts/footer.html
             = help: Print all links of `footer`, as the file parts/footer.html of the standard theme does
        "#]],
    );
}

#[test]
fn legal_pages_that_one_sort_of_page_drops() {
    review(
        &format!(
            "{PAGES}--- themes/standard/templates/glossary.html\n<p>G</p>\n--- themes/standard/templates/kinds/page.html\n<h1>{{{{ page.title }}}}</h1>\n"
        ),
        expect![[r#"
            error[legal-page-out-of-reach]: From pages that this template shapes, no link leads to the legal page `accessibility`
            --> themes/standard/templates/kinds/page.html
             = help: Print all links of `footer`, as the file parts/footer.html of the standard theme does
            error[legal-page-out-of-reach]: From pages that this template shapes, no link leads to the legal page `imprint`
            --> themes/standard/templates/kinds/page.html
             = help: Print all links of `footer`, as the file parts/footer.html of the standard theme does
            error[legal-page-out-of-reach]: From pages that this template shapes, no link leads to the legal page `privacy`
            --> themes/standard/templates/kinds/page.html
             = help: Print all links of `footer`, as the file parts/footer.html of the standard theme does
        "#]],
    );
}

#[test]
fn templates_that_keep_the_footer_drop_nothing() {
    Handbook::new(&format!(
        "{PAGES}--- themes/standard/templates/kinds/page.html\n{{% extends \"standard/chapter.html\" %}}\n--- themes/standard/templates/chapter.html\n{{% extends \"standard/chapter.html\" %}}\n--- themes/standard/templates/parts/footer.html\n<i>Fuß</i>{{% include \"standard/parts/footer.html\" %}}\n"
    ))
    .review()
    .clean();
}
