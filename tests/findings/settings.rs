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
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
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
fn more_synonyms_than_a_word_can_have() {
    let words: Vec<String> = (1..=70).map(|n| format!("Wort{n}")).collect();
    let [group, aliases] = [66, 70].map(|from| words[..from].join(", "));
    check(
        &format!(
            "--- synonyms.yml\n- [{group}]\n--- glossary.yml\n- {{term: Amt, text: Es., aliases: [{aliases}]}}\n\
             --- content/a.md\nText\n"
        ),
        expect![[r#"
            warning[too-many-synonyms]: There are too many synonyms here: the search takes 64 at most for a word. “Wort65”, and whatever else goes beyond that, doesn't count
             --> glossary.yml:1:35
            1 | - {term: Amt, text: Es., aliases: [Wort1, Wort2, Wort3, Wort4, Wort5, Wort6, Wort7, Wort8, Wort9, Wort10, Wort11, Wort12, Wort13, Wor...
              |                                   ^
              = help: Leave only words in the group that mean the same
            warning[too-many-synonyms]: There are too many synonyms here: the search takes 64 at most for a word. “Wort65”, and whatever else goes beyond that, doesn't count
             --> synonyms.yml:1:507
            1 | ...rt57, Wort58, Wort59, Wort60, Wort61, Wort62, Wort63, Wort64, Wort65, Wort66]
              |                                                                  ^^^^^^
              = help: Leave only words in the group that mean the same
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

#[test]
fn a_colour_that_is_none() {
    check(
        "--- handbook.yml\npalette: {accent: rot, ink: \"#12\", dark: {paper: blau}}\n--- content/a.md\nText\n",
        expect![[r##"
            error[not-a-colour]: `rot` is no colour
             --> handbook.yml:1:19
            1 | palette: {accent: rot, ink: "#12", dark: {paper: blau}}
              |                   ^^^
              = help: Write a hash and six digits or letters from a to f, in quotation marks: "#0b5a66"
            error[not-a-colour]: `#12` is no colour
             --> handbook.yml:1:29
            1 | palette: {accent: rot, ink: "#12", dark: {paper: blau}}
              |                             ^^^^^
              = help: Write a hash and six digits or letters from a to f, in quotation marks: "#0b5a66"
            error[not-a-colour]: `blau` is no colour
             --> handbook.yml:1:50
            1 | palette: {accent: rot, ink: "#12", dark: {paper: blau}}
              |                                                  ^^^^
              = help: Write a hash and six digits or letters from a to f, in quotation marks: "#0b5a66"
        "##]],
    );
}

#[test]
fn a_colour_that_can_not_be_read() {
    check(
        "--- handbook.yml\npalette:\n  accent: \"#88aaff\"\n  dark: {muted: \"#555\"}\n--- content/a.md\nText\n",
        expect![[r##"
            error[low-contrast]: The contrast of `accent` (#88aaff) to `raised` (#f3f6f6) is 2 to 1; it takes 4.5 to 1
             --> handbook.yml:2:11
            2 |   accent: "#88aaff"
              |           ^^^^^^^^^
              = help: Did you mean `#596fa7`?
              = help: Choose a colour that stands out more
            error[low-contrast]: The contrast of `muted` (#555555) to `raised` (#1d2427) is 2.1 to 1; it takes 4.5 to 1
             --> handbook.yml:3:17
            3 |   dark: {muted: "#555"}
              |                 ^^^^^^
              = help: Did you mean `#898989`?
              = help: Choose a colour that stands out more
        "##]],
    );
    check_german(
        "--- handbook.yml\npalette: {edge: \"#ddd\"}\n--- content/a.md\nText\n",
        expect![[r##"
            Fehler[low-contrast]: Der Kontrast von `edge` (#dddddd) zu `raised` (#f3f6f6) ist 1,2 zu 1; nötig sind 3 zu 1
             --> handbook.yml:1:17
            1 | palette: {edge: "#ddd"}
              |                 ^^^^^^
              = Hilfe: Meinten Sie `#8d8d8d`?
              = Hilfe: Nehmen Sie eine Farbe, die sich deutlicher abhebt
        "##]],
    );
}

#[test]
fn pictures_and_ways_that_do_not_exist() {
    check(
        "--- handbook.yml\nimages: {logo: logo.svg}\nfeedback: kontakt.md\n--- content/a.md\nText\n--- content/logo.png\nx\n",
        expect![[r#"
            error[unknown-file]: There is no file at logo.svg
             --> handbook.yml:1:16
            1 | images: {logo: logo.svg}
              |                ^^^^^^^^
              = help: Did you mean `logo.png`?
              = help: Put the file beside the chapter and write its name
            error[unknown-feedback]: `kontakt.md` is neither an e-mail address nor a page
             --> handbook.yml:2:11
            2 | feedback: kontakt.md
              |           ^^^^^^^^^^
              = help: Write an address such as `handbook@town.example`, one on the web with `https://`, or the file of a chapter
        "#]],
    );
}

#[test]
fn a_thesaurus_that_is_missing_or_none_is_reported() {
    check(
        "--- handbook.yml\nsearch: {thesaurus: th.dat}\n--- content/a.md\nText\n",
        expect![[r#"
            error[unknown-file]: There is no file at th.dat
             --> handbook.yml:1:21
            1 | search: {thesaurus: th.dat}
              |                     ^^^^^^
              = help: Put the file beside the chapter and write its name
        "#]],
    );
    check(
        "--- handbook.yml\nsearch: {thesaurus: th.dat}\n--- th.dat\nUTF-8\nWagen|1\n-|Auto\nlos\n\
         --- content/a.md\nText\n",
        expect![[r#"
            warning[broken-thesaurus]: This line is none of a thesaurus in the form of MyThes
             --> th.dat:4:1
            4 | los
              | ^^^
              = help: Take the file th_….dat that comes with LibreOffice or a package mythes-…, as it is
        "#]],
    );
    check(
        "--- handbook.yml\nsearch: {thesaurus: th.dat}\n--- th.dat\nISO8859-1\nWagen|1\n-|Auto\n\
         --- content/a.md\nText\n",
        expect![[""]],
    );
}
