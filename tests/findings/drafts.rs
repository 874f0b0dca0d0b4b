//! Front matter that was meant as such and isn't: nothing of it is ever published.

use expect_test::expect;
use transferbuch::diagnostic::apply;
use transferbuch::source::{HandbookPath, Source};
use transferbuch::text::Language;

use crate::support::{Handbook, check_german};

/// Texts that are marked as drafts in a way that can't be read.
const DRAFTS: &[&str] = &[
    "\n---\ntitle: Geheim\nstatus: draft\n---\nText\n",
    "   \n\n---\nstatus: draft\n---\nText\n",
    "\u{feff}\u{feff}---\nstatus: draft\n---\nText\n",
    "\u{200b}---\nstatus: draft\n---\nText\n",
    "\u{2060}\n---\nstatus: draft\n---\nText\n",
    "<!-- Stand: Mai -->\n---\nstatus: draft\n---\nText\n",
    "<!-- eins -->\n\n<!-- zwei\n-->\n---\nstatus: draft\n---\nText\n",
    "# Titel\n\n---\nstatus: draft\n---\nText\n",
    " ---\nstatus: draft\n---\nText\n",
    "----\nstatus: draft\n----\nText\n",
    "----\nstatus: draft\n---\nText\n",
    "---\nstatus: draft\n----\nText\n",
    "---\nstatus: draft\n----\nText\n\n---\n\nMehr\n",
    "-- -\nstatus: draft\n-- -\nText\n",
    "--\nstatus: draft\n--\nText\n",
    "—\nstatus: draft\n—\nText\n",
    "–––\r\nstatus: draft\r\n–––\r\nText\r\n",
    "--- # Kopfdaten\nstatus: draft\n---\nText\n",
    "--- yaml\nstatus: draft\n---\nText\n",
    "---\nstatus: draft\n...\nText\n",
    "---\nstatus: draft\n\nText\n",
    "---\nstatus: draft",
    "---\nstatus: draft\n\nText\n\n---\n\nMehr: Text\n",
    "+++\ntitle = \"A\"\nstatus = \"draft\"\n+++\nText\n",
    "{\n  \"status\": \"draft\"\n}\n\nText\n",
    "status: draft\n\nText\n",
    "status: draft\n---\nText\n",
    "---\nstatus: draft\ntitle: Teil 1: Anfang\n---\nText\n",
    "---\nstatus: draft\n  title: A\n---\nText\n",
    "---\nstatus: drafft\n---\nText\n",
    "---\nstatus: [draft]\n---\nText\n",
    "---\ndraft: true\n---\nText\n",
    "---\nStatus: Entwurf\n---\nText\n",
    "---\u{200b}\nstatus: draft\n---\nText\n",
    "---\nstatus: draft\n---\u{feff}\nText\n",
    "---\rstatus: draft\r---\rText\r",
    "---\nstaus: draft\n---\nText\n",
    "---\nEntwurf: true\n---\nText\n",
    "---\ndraft: ja\n---\nText\n",
    "---\npublished: false\n---\nText\n",
    "---\nstatus: draft (bis Mai)\n---\nText\n",
    "---\nstatus draft\n---\nText\n",
    "---\n- status: draft\n---\nText\n",
    "---\r\nstatus: draft\r\n----\r\nText\r\n",
    "\r\n---\r\nstatus: draft\r\n---\r\nText\r\n",
];

#[test]
fn what_was_meant_as_a_draft_is_published_in_no_mode() {
    for text in DRAFTS.iter().copied() {
        let found = Handbook::chapter(text).build().slugs();
        assert_eq!(found.len(), 1, "{text:?} gives {found:?}");
        // Neither can a handbook switch that off.
        let levels = format!("severity: {{{}: off}}\n", found[0]);
        let quiet = Handbook::chapter(text).with("handbook.yml", levels);
        for built in [quiet.build(), quiet.build_drafts(), quiet.review()] {
            assert!(built.files.is_empty(), "{text:?} is published");
        }
    }
}

#[test]
fn what_is_mended_is_a_draft() {
    // What was meant by these only their author can say.
    let unsure = [
        "--- ",
        "+++",
        "{",
        "---\nstatus: draft\n  ",
        "---\nstatus: drafft",
        "---\nstatus: [",
        "---\nstatus: draft (",
        "---\nstatus draft",
        "---\n- status",
    ];
    for text in DRAFTS.iter().copied() {
        let findings = Handbook::chapter(text).build().handbook.findings;
        let fix = findings[0].fix.clone();
        let is_unsure = unsure.iter().any(|begin| text.starts_with(begin));
        assert_eq!(fix.is_none(), is_unsure, "{text:?}: {fix:?}");
        let Some(fix) = fix else { continue };
        let source = Source::new(HandbookPath::parse("content/a.md").unwrap(), text.into());
        let text = apply(&source.text, [&fix]).text;
        let mended = Handbook::chapter(&text).with("content/b.md", "Text\n");
        let mut built = mended.build();
        // A second line of dashes may be wrong too.
        if let Some(fix) = built
            .handbook
            .findings
            .first()
            .and_then(|found| found.fix.clone())
        {
            let text = apply(&text, [&fix]).text;
            built = mended.with("content/a.md", text).build();
        }
        let built = built.clean();
        assert!(!built.files.contains_key("a/index.html"), "{text:?}");
    }
}

#[test]
fn what_begins_too_late_or_otherwise_is_told_in_german() {
    check_german(
        "--- content/a.md\n\n---\ntitle: A\n---\nText\n",
        expect![[r#"
        Fehler[front-matter-not-first]: Die Kopfdaten beginnen erst hier; so werden sie nicht gelesen
         --> content/a.md:2:1
        2 | ---
          | ^^^
          = Hilfe: Die drei Bindestriche gehören in die erste Zeile der Datei, vor alles andere
    "#]],
    );
    check_german(
        "--- content/a.md\n<!-- Mai -->\n---\ntitle: A\n---\nText\n",
        expect![[r#"
        Fehler[front-matter-not-first]: Die Kopfdaten beginnen erst hier; so werden sie nicht gelesen
         --> content/a.md:2:1
        2 | ---
          | ^^^
          = Hilfe: Die drei Bindestriche gehören in die erste Zeile der Datei, vor alles andere
    "#]],
    );
    check_german(
        "--- content/a.md\n----\ntitle: A\n----\nText\n",
        expect![[r#"
        Fehler[front-matter-fence]: Vor und hinter den Kopfdaten steht eine Zeile mit genau drei Bindestrichen, nicht `----`
         --> content/a.md:1:1
        1 | ----
          | ^^^^
          = Hilfe: Schreiben Sie in diese Zeile nur: ---
    "#]],
    );
    check_german(
        "--- content/a.md\n---\ntitle: A\n—\nText\n",
        expect![[r#"
        Fehler[front-matter-fence]: Vor und hinter den Kopfdaten steht eine Zeile mit genau drei Bindestrichen, nicht `—`
         --> content/a.md:3:1
        3 | —
          | ^
          = Hilfe: Schreiben Sie in diese Zeile nur: ---
    "#]],
    );
    check_german(
        "--- content/a.md\ntitle: A\nstatus: draft\n\nText\n",
        expect![[r#"
            Fehler[front-matter-without-fence]: Diese Kopfdaten stehen nicht zwischen Zeilen mit drei Bindestrichen
             --> content/a.md:1:1
            1 | title: A
              | ^^^^^^^^
              = Hilfe: Schreiben Sie in eine eigene Zeile darüber drei Bindestriche (---), und in eine unter dem letzten Feld noch einmal
        "#]],
    );
    check_german(
        "--- content/a.md\n+++\ntitle = \"A\"\n+++\nText\n",
        expect![[r#"
        Fehler[front-matter-format]: Kopfdaten in TOML werden nicht gelesen
         --> content/a.md:1:1
        1 | +++
          | ^^^
          = Hilfe: Schreiben Sie sie in YAML: eine Zeile ---, dann Zeilen wie `title: Mein Kapitel`, dann wieder ---
    "#]],
    );
    check_german(
        "--- content/a.md\n{\"title\": \"A\"}\n\nText\n",
        expect![[r#"
        Fehler[front-matter-format]: Kopfdaten in JSON werden nicht gelesen
         --> content/a.md:1:1
        1 | {"title": "A"}
          | ^^^^^^^^^^^^^^
          = Hilfe: Schreiben Sie sie in YAML: eine Zeile ---, dann Zeilen wie `title: Mein Kapitel`, dann wieder ---
    "#]],
    );
    check_german(
        "--- content/a.md\n---\ndraft: true\n---\nText\n",
        expect![[r#"
            Fehler[unknown-status]: `draft` sagt nicht, ob dieses Kapitel veröffentlicht werden darf
             --> content/a.md:2:1
            2 | draft: true
              | ^^^^^^^^^^^
              = Hilfe: Meinten Sie `status: draft`?
              = Hilfe: Schreiben Sie `status:` mit einem dieser Werte: draft (Entwurf), unlisted (ungelistet), reviewed (geprüft), superseded (überholt), withdrawn (zurückgezogen). Ohne diese Zeile wird es veröffentlicht
        "#]],
    );
    check_german(
        "--- content/a.md\n---\nstatus: fertig\n---\nText\n",
        expect![[r#"
            Fehler[unknown-status]: `fertig` sagt nicht, ob dieses Kapitel veröffentlicht werden darf
             --> content/a.md:2:9
            2 | status: fertig
              |         ^^^^^^
              = Hilfe: Schreiben Sie `status:` mit einem dieser Werte: draft (Entwurf), unlisted (ungelistet), reviewed (geprüft), superseded (überholt), withdrawn (zurückgezogen). Ohne diese Zeile wird es veröffentlicht
        "#]],
    );
}

#[test]
fn unreadable_front_matter_is_one_finding() {
    let chapters = [
        "---\nid: eins\nkind: tool\ntype: guide\n\nText\n",
        "---\nid: eins\ntitle: Teil 1: Anfang\nkind: tool\ntype: guide\n---\n## Ziel\n",
        "---\nid: eins\nkind: tool\nsummary: \"offen\ntype: guide\n---\n## Ziel\n",
        "\n---\nid: eins\nkind: tool\n---\n## Ziel\n",
        "---\nid: eins\nkind: tool\n----\n## Ziel\n",
        "---\nid: eins\ntopics: [a, b\nkind: tool\n---\n## Ziel\n",
    ];
    for chapter in chapters {
        let handbook = Handbook::default().with("content/a.md", chapter).with(
            "content/b.md",
            "---\nkind: case\nplace: X\ntools: [eins]\n---\n[A](a.md)\n",
        );
        let found = handbook.build();
        let missing = found.slugs();
        assert_eq!(
            missing.len(),
            1,
            "{chapter:?}:\n{}",
            found.shown(Language::German)
        );
    }
}

#[test]
fn an_unreadable_handbook_is_one_finding() {
    let settings = [
        "title: Teil 1: Anfang\nlanguages: [de, en]\nurl: https://a.example/\n",
        "title: A\nlanguages: [de, en\nurl: https://a.example/\n",
        "title: \"A\nlanguages: [de, en]\n",
        "languages: [de, en]\n\ttitle: A\n",
        "languages: [de, en]\ntitle: @a\n",
        "languages: [de, en]\ntitle: A\ntitle: B\n",
        "languages: [de, en]\ntitle: A\n  theme: standard\n",
        "languages:\n  - de\n  - en\n title: A\n",
        "- languages: [de\n",
        "languages: [de, en]\nlegal: {imprint: a.md\n",
    ];
    for text in settings {
        let handbook = Handbook::default()
            .with("handbook.yml", text)
            .with("content/index.md", "[A](a.md)\n")
            .with("content/index.en.md", "[A](a.en.md)\n")
            .with("content/a.md", "---\ntitle: A\n---\nText\n")
            .with("content/a.en.md", "---\ntitle: A\n---\nText\n");
        let found = handbook.review();
        assert_eq!(
            found.slugs().len(),
            1,
            "{text:?}:\n{}",
            found.shown(Language::German)
        );
    }
}

#[test]
fn drafts_may_lead_to_drafts() {
    check_german(
        "--- content/a.md\n---\nstatus: draft\n---\n[B](b.md)\n--- content/b.md\n---\nstatus: draft\n---\nB\n--- content/c.md\nC\n",
        expect![[r#"
            Hinweis[link-to-draft]: b.md ist ein Entwurf und wird nicht veröffentlicht
             --> content/a.md:4:5
            4 | [B](b.md)
              |     ^^^^
              = Hilfe: Nehmen Sie den Link weg, oder in b.md die Zeile `status: draft`
        "#]],
    );
}
