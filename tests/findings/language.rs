//! What makes a text hard to follow.

use expect_test::expect;

use crate::support::{Handbook, review};

#[test]
fn two_gender_signs_in_one_handbook() {
    review(
        "--- content/a.md\nBürger:innen und Helfer:innen\n\n> Lehrer/innen\n--- content/b.md\nTräger*innen und Leiter*innen. Bürger:innen\n--- content/c.md\nWählerInnen\n",
        expect![[r#"
            warning[mixed-gender-signs]: Here it is *innen (2 in the handbook), elsewhere mostly :innen (3)
             --> content/b.md:1:1
            1 | Träger*innen und Leiter*innen. Bürger:innen
              | ^^^^^^^^^^^^
              = help: Decide on one way of writing
            warning[mixed-gender-signs]: Here it is Innen (1 in the handbook), elsewhere mostly :innen (3)
             --> content/c.md:1:1
            1 | WählerInnen
              | ^^^^^^^^^^^
              = help: Decide on one way of writing
        "#]],
    );
}

#[test]
fn one_gender_sign_is_a_style() {
    let text = "--- handbook.yml\nlanguages: [de, en]\nseverity: {missing-legal-page: off}\n\
                --- content/a.md\nBürger:innen, `Bürger*innen`, und/in, Ziel/Weg\n\
                --- content/a.en.md\nWorkers/innen\n";
    Handbook::new(text).review().clean();
}

#[test]
fn an_abbreviation_that_nothing_explains() {
    review(
        "--- content/a.md\nDas BAMF, das BMAS, die KMU und die EU-Mittel der BA\n--- content/b.md\nDas BAMF und die kleinen und mittleren Unternehmen (KMU)\n--- glossary.yml\n- {term: BMAS, text: Ein Ministerium.}\n",
        expect![[r#"
            warning[unexplained-abbreviation]: Nowhere does the handbook say what BAMF means
             --> content/a.md:1:5
            1 | Das BAMF, das BMAS, die KMU und die EU-Mittel der BA
              |     ^^^^
              = help: Write the long form the first time: long form (BAMF), or add BAMF to glossary.yml
            warning[unexplained-abbreviation]: Nowhere does the handbook say what BA means
             --> content/a.md:1:51
            1 | Das BAMF, das BMAS, die KMU und die EU-Mittel der BA
              |                                                   ^^
              = help: Write the long form the first time: long form (BA), or add BA to glossary.yml
        "#]],
    );
}

#[test]
fn an_abbreviation_is_explained_in_many_ways() {
    let text = "--- content/a.md\n---\nsummary: Die Bundesagentur für Arbeit (BA)\nsynonyms: [KAoA]\n---\n\
                Die BA, das LOI und das BGE.\n\nLOI: Letter of Intent\n\n\
                <abbr title=\"Bedingungsloses Grundeinkommen\">BGE</abbr> XII ACHTUNG\n";
    Handbook::new(text).review().clean();
}

#[test]
fn a_long_sentence_in_easy_language() {
    review(
        "--- handbook.yml\nlanguages: [de, de-simple]\neasy_language: {sentence_words: 8}\nseverity: {missing-legal-page: off}\n--- content/a.md\nDieser Satz hat sehr viel mehr als acht Wörter und darf das auch.\n--- content/a.de-simple.md\nWir treffen uns z. B. am 3. Mai. Dieser Satz hat ein paar Wörter mehr als acht.\n",
        expect![[r#"
            warning[long-sentence]: This sentence in easy language has 9 words; 8 are allowed
             --> content/a.de-simple.md:1:34
            1 | Wir treffen uns z. B. am 3. Mai. Dieser Satz hat ein paar Wörter mehr als acht.
              |                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Make two sentences of it
        "#]],
    );
}
