//! Themes that can't be used.

use expect_test::expect;

use crate::support::{Handbook, check, check_german};

#[test]
fn a_theme_that_is_not_there() {
    check(
        "--- handbook.yml\ntheme: standart\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-theme]: There is no theme `standart`
         --> handbook.yml:1:8
        1 | theme: standart
          |        ^^^^^^^^
          = help: Did you mean `standard`?
          = help: Write `theme: standard`, or make the folder themes/standart
    "#]],
    );
}

#[test]
fn a_theme_for_another_version() {
    check(
        "--- handbook.yml\ntheme: eigen\n--- themes/eigen/theme.yml\napi: 99\n--- content/a.md\nText\n",
        expect![[r#"
        error[theme-api]: This theme was made for version 99 of the templates; this program has version 1
         --> themes/eigen/theme.yml:1:6
        1 | api: 99
          |      ^^
          = help: Adapt its templates and write `api: 1`
    "#]],
    );
}

#[test]
fn changes_to_the_standard_theme_for_another_version() {
    check(
        "--- themes/standard/theme.yml\napi: 99\n--- content/a.md\nText\n",
        expect![[r#"
        error[theme-api]: This theme was made for version 99 of the templates; this program has version 1
         --> themes/standard/theme.yml:1:6
        1 | api: 99
          |      ^^
          = help: Adapt its templates and write `api: 1`
    "#]],
    );
}

#[test]
fn a_theme_that_does_not_say_its_version() {
    check(
        "--- handbook.yml\ntheme: eigen\n--- themes/eigen/templates/start.html\nx\n--- content/a.md\nText\n",
        expect![[r#"
            error[theme-without-api]: This theme has templates and doesn't say which version they were made for
            --> themes/eigen/theme.yml
             = help: Add a file theme.yml with a line `api: 1`
        "#]],
    );
}

#[test]
fn files_of_a_theme_that_nothing_uses() {
    check(
        "--- handbook.yml\ntheme: city\n\
         --- themes/city/theme.yml\napi: 1\n\
         --- themes/city/README.md\nFor people\n\
         --- themes/city/style.css\np {}\n\
         --- themes/city/assets/own/font.css\np {}\n\
         --- themes/city/icons/heart.svg\n<svg/>\n\
         --- themes/city/icons/hert.svg\n<svg/>\n\
         --- themes/city/texts/fr.ftl\nsearch = Chercher\n\
         --- themes/city/texts/francais.ftl\nsearch = Chercher\n\
         --- themes/city/templates/kinds/format.html\n{% extends \"chapter.html\" %}\n\
         --- themes/city/templates/kinds/fromat.html\n{% extends \"chapter.html\" %}\n\
         --- themes/city/templates/parts/line.html\n{{ icon(name=\"heart\") }}\n\
         --- themes/city/templates/part/footer.html\n{% include \"parts/line.html\" %}\n\
         --- content/a.md\nText\n",
        expect![[r#"
            warning[unused-theme-file]: Nothing uses this file of the theme: icons/hert.svg
            --> themes/city/icons/hert.svg
             = help: Correct its name, or take it away. `transferbuch theme list` tells all names
            warning[unused-theme-file]: Nothing uses this file of the theme: style.css
            --> themes/city/style.css
             = help: Did you mean `assets/style.css`?
             = help: Correct its name, or take it away. `transferbuch theme list` tells all names
            warning[unused-theme-file]: Nothing uses this file of the theme: templates/kinds/fromat.html
            --> themes/city/templates/kinds/fromat.html
             = help: Did you mean `templates/kinds/format.html`?
             = help: Correct its name, or take it away. `transferbuch theme list` tells all names
            warning[unused-theme-file]: Nothing uses this file of the theme: templates/part/footer.html
            --> themes/city/templates/part/footer.html
             = help: Did you mean `templates/parts/footer.html`?
             = help: Correct its name, or take it away. `transferbuch theme list` tells all names
            warning[unused-theme-file]: Nothing uses this file of the theme: texts/francais.ftl
            --> themes/city/texts/francais.ftl
             = help: Correct its name, or take it away. `transferbuch theme list` tells all names
        "#]],
    );
}

#[test]
fn a_template_that_cannot_be_read() {
    check(
        "--- themes/standard/templates/start.html\n<p>\n{{ page.title }\n--- content/a.md\nText\n",
        expect![[r#"
        error[template-syntax]: This template can't be read: Found `}` but expected }}
         --> themes/standard/templates/start.html:2:15
        2 | {{ page.title }
          |               ^
          = help: See themes/README.md for what a template can do
    "#]],
    );
    check_german(
        "--- themes/standard/templates/start.html\n<p>\n{{ page.title }\n--- content/a.md\nText\n",
        expect![[r#"
        Fehler[template-syntax]: Diese Vorlage ist nicht lesbar: Found `}` but expected }}
         --> themes/standard/templates/start.html:2:15
        2 | {{ page.title }
          |               ^
          = Hilfe: Was eine Vorlage kann, steht in themes/README.md
    "#]],
    );
}

#[test]
fn a_template_that_extends_nothing() {
    check(
        "--- themes/standard/templates/start.html\n{% extends \"bsae.html\" %}\n--- content/a.md\nText\n",
        expect![[r#"
        error[template-syntax]: This template can't be read: Template 'start.html' is inheriting from 'bsae.html', which doesn't exist or isn't loaded
        --> themes/standard/templates/start.html
         = help: See themes/README.md for what a template can do
    "#]],
    );
}

#[test]
fn a_template_with_a_filter_that_is_not_there() {
    check(
        "--- themes/standard/templates/chapter.html\n<p>\n{{ page.title | uper }}\n--- content/a.md\nText\n",
        expect![[r#"
            error[template-syntax]: This template can't be read: Unknown filter `uper`
             --> themes/standard/templates/chapter.html:2:17
            2 | {{ page.title | uper }}
              |                 ^^^^
              = help: See themes/README.md for what a template can do
        "#]],
    );
}

#[test]
fn texts_that_cannot_be_read() {
    check(
        "--- themes/standard/texts/de.ftl\nsummary = Kurz\nkaputt\n--- content/a.md\nText\n",
        expect![[r#"
            warning[unknown-text]: There is no text `summary`
             --> themes/standard/texts/de.ftl:1:1
            1 | summary = Kurz
              | ^^^^^^^
              = help: Correct the name, or ask for it in a template. All names are in themes/standard/texts
            error[text-syntax]: This text can't be read: Expected a token starting with "="
             --> themes/standard/texts/de.ftl:2:7
            2 | kaputt
              |       ^
              = help: Each line is `name = text`; further lines are indented
        "#]],
    );
}

#[test]
fn a_text_that_a_template_asks_for_in_vain_is_reported_once() {
    check(
        "--- themes/standard/templates/chapter.html\n{{ text(id=\"gibtsnicht\") }}\n--- content/a.md\nText\n--- content/b.md\nText\n",
        expect![[r#"
            error[template-error]: This template fails at content/a.md: There is no text `gibtsnicht` with these arguments
             --> themes/standard/templates/chapter.html:1:4
            1 | {{ text(id="gibtsnicht") }}
              |    ^^^^^^^^^^^^^^^^^^^^^
              = help: `transferbuch context content/a.md` shows what the template gets
        "#]],
    );
}

#[test]
fn a_text_without_its_argument_does_no_harm() {
    let template = "{{ text(id=\"chapter-count\") }}\n";
    let handbook = Handbook::chapter("Text\n");
    handbook
        .with("themes/standard/templates/chapter.html", template)
        .build();
}
