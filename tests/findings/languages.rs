//! Files of one chapter in several languages that don't fit together.

use expect_test::expect;

use crate::support::{check, check_german};

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
            error[out-of-bounds]: `at_least` is 120, and should be within 0–100
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
