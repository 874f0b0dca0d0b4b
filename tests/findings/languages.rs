//! Files of one chapter in several languages that don't fit together.

use expect_test::expect;

use transferbuch::text::Language;

use crate::support::{Handbook, check, check_german};

#[test]
fn two_files_for_one_language_and_chapter() {
    check(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.de.md\nA\n--- content/a.md\nA\n",
        expect![[r#"
            error[two-files-for-one-language]: This chapter is there in the language `de` already: content/a.de.md
            --> content/a.md
            ::: content/a.de.md
             = help: Keep one of the two files, or give this one another name
        "#]],
    );
}

#[test]
fn a_translation_without_its_original() {
    check(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/runde.md\nA\n--- content/rnude.en.md\nA\n",
        expect![[r#"
            warning[translation-without-original]: This translation has no original rnude.md
            --> content/rnude.en.md
             = help: Did you mean `runde.md`?
             = help: Give it the name of the original with the language's code before the ending, or make rnude.md
        "#]],
    );
    check_german(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/rnude.en.md\n---\ntranslation_of: 2020-01-01\n---\nA\n",
        expect![[r#"
            Warnung[translation-without-original]: Zu dieser Übersetzung gibt es kein Original rnude.md
             --> content/rnude.en.md:2:17
            2 | translation_of: 2020-01-01
              |                 ^^^^^^^^^^
              = Hilfe: Geben Sie ihr den Namen des Originals mit dem Sprachkürzel vor der Endung, oder legen Sie rnude.md an
        "#]],
    );
}

#[test]
fn what_is_asked_of_a_language_that_the_handbook_has_not() {
    check(
        "--- handbook.yml\nlanguages: [de, en]\ntranslations:\n  fr: {fallback: true}\n  en: {at_least: 120, falback: true}\n--- content/a.md\nA\n",
        expect![[r#"
            error[unknown-value]: `fr` is no value of `translations`
             --> handbook.yml:3:3
            3 |   fr: {fallback: true}
              |   ^^
              = help: Possible values: en
            error[out-of-bounds]: `at_least` should be a number within 0–100, and is `120`
             --> handbook.yml:4:18
            4 |   en: {at_least: 120, falback: true}
              |                  ^^^
              = help: Write a number within 0–100
            error[unknown-key]: There is no field `falback`
             --> handbook.yml:4:23
            4 |   en: {at_least: 120, falback: true}
              |                       ^^^^^^^
              = help: Did you mean `fallback`?
              = help: Correct the name, or take the line away
        "#]],
    );
}

/// A translation that names `version`, and what its original says now.
fn translated(version: &str, original: &str) -> String {
    format!(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.md\n{original}\
         --- content/a.en.md\n---\ntranslation_of: {version}\n---\n# Circle\n"
    )
}

#[test]
fn a_translation_whose_original_has_changed() {
    check(
        &translated(
            "f59e2a04 0000 0000",
            "---\ntitle: Runde\nupdated: 2024-05-01\n---\nText\n\n## Ablauf\n\nErst.\n",
        ),
        expect![[r#"
            warning[stale-translation]: content/a.md has changed since this translation: `title`, `Runde`, `Ablauf`
             --> content/a.en.md:2:17
            2 | translation_of: f59e2a04 0000 0000
              |                 ^^^^^^^^^^^^^^^^^^
             ::: content/a.md:2:1
            2 | title: Runde
              | ----- changed since
              = help: Adapt the translation, and then type: transferbuch translate content/a.md en --done
        "#]],
    );
    check(
        &translated("2024-04-30", "---\nupdated: 2024-05-01\n---\nText\n"),
        expect![[r#"
            warning[stale-translation]: content/a.md has changed since this translation: …
             --> content/a.en.md:2:17
            2 | translation_of: 2024-04-30
              |                 ^^^^^^^^^^
              = help: Adapt the translation, and then type: transferbuch translate content/a.md en --done
        "#]],
    );
    check(
        &translated("2024-05-01", "---\nupdated: 2024-05-01\n---\nText\n"),
        expect![[""]],
    );
}

#[test]
fn a_version_that_is_none() {
    check(
        &translated("gestern", "Text\n"),
        expect![[r#"
        error[unknown-version]: This is no version of content/a.md
         --> content/a.en.md:2:17
        2 | translation_of: gestern
          |                 ^^^^^^^
          = help: When the translation is up to date, type: transferbuch translate content/a.md en --done
    "#]],
    );
    check_german(
        &translated("gestern", "Text\n"),
        expect![[r#"
        Fehler[unknown-version]: Das ist kein Stand von content/a.md
         --> content/a.en.md:2:17
        2 | translation_of: gestern
          |                 ^^^^^^^
          = Hilfe: Tippen Sie, wenn die Übersetzung auf dem neuesten Stand ist: transferbuch translate content/a.md en --done
    "#]],
    );
}

#[test]
fn fewer_translations_than_asked_for() {
    check(
        "--- handbook.yml\nlanguages: [de, en]\ntranslations: {en: {at_least: 60}}\n--- content/a.md\nA\n--- content/a.en.md\nA\n--- content/b.md\nB\n",
        expect![[r#"
            note[missing-translation]: This chapter is missing in the language `en`
            --> content/b.md
             = help: Begin its translation with: transferbuch translate content/b.md en
            error[too-few-translations]: In the language `en`, 1 of 2 chapters are up to date: 50 of a hundred
             --> handbook.yml:2:31
            2 | translations: {en: {at_least: 60}}
              |                               ^^
              = help: Translate what is missing, adapt what is out of date, or ask for less here
        "#]],
    );
}

#[test]
fn a_text_that_nothing_asks_for() {
    check(
        "--- themes/standard/texts/de.ftl\nskip-lnk = Weiter\nask-us = Fragen?\n\
         --- themes/standard/templates/parts/about.html\n{{ t[\"ask-us\"] }}\n--- content/a.md\nA\n",
        expect![[r#"
            warning[unknown-text]: There is no text `skip-lnk`
             --> themes/standard/texts/de.ftl:1:1
            1 | skip-lnk = Weiter
              | ^^^^^^^^
              = help: Did you mean `skip-link`?
              = help: Correct the name, or ask for it in a template. All names are in themes/standard/texts
        "#]],
    );
}

#[test]
fn a_text_with_a_value_that_it_does_not_get() {
    check(
        "--- themes/standard/texts/de.ftl\nchapter-count = { $cuont } Kapitel\n--- content/a.md\nA\n",
        expect![[r#"
            error[unknown-text-argument]: The text `chapter-count` gets no value `cuont`
             --> themes/standard/texts/de.ftl:1:1
            1 | chapter-count = { $cuont } Kapitel
              | ^^^^^^^^^^^^^
              = help: Did you mean `count`?
              = help: Use only the values that the text of the standard theme uses
        "#]],
    );
}

#[test]
fn texts_that_a_language_lacks() {
    let french = Handbook::new("--- handbook.yml\nlanguages: [de, fr]\n--- content/a.md\nA\n");
    let shown = french.build().shown(Language::English);
    // How many there are changes with the theme.
    let (before, rest) = shown.split_once("`fr`, ").expect(&shown);
    let missing = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    assert!(
        missing.len() + 3 == rest.len(),
        "hundreds are missing: {shown}"
    );
    expect![[r#"
        warning[missing-texts]: In the language `fr`, N texts of the interface are missing, and readers see English there: about-chapter, alert-caution, alert-important, alert-note, alert-tip
        --> handbook.yml
         = help: Add them in themes/standard/texts/fr.ftl
    "#]]
    .assert_eq(&format!("{before}`fr`, N{missing}"));
    check_german(
        "--- handbook.yml\nlanguages: [de, en]\n--- themes/standard/texts/de.ftl\nask-us = Fragen?\n\
         --- themes/standard/texts/en.ftl\nskip-link = Skip\n\
         --- themes/standard/templates/kinds/page.html\n{{ t[\"ask-us\"] }}\n--- content/a.md\nA\n",
        expect![[r#"
            Warnung[missing-texts]: In der Sprache `en` fehlt ein Text der Oberfläche, und Lesende sehen dort Englisch: ask-us
            --> themes/standard/texts/en.ftl
             = Hilfe: Ergänzen Sie sie in themes/standard/texts/en.ftl
        "#]],
    );
}
