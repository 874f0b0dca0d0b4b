//! Catalogues: what one can filter by, the lists without a script, the comparison, topics, and the
//! files that the script loads.

mod support;

use support::crawl::reached;
use support::{Built, Handbook};
use transferbuch::pipeline::{Preview, Served};

const KIND: &str = "--- kinds/rezept.yml
label: Rezept
plural: Rezepte
fields:
  - id: gang
    type: choices
    facet: true
    label: Gang
    values: [{id: vor, label: vorweg}, {id: haupt, label: Hauptgang}, {id: danach, label: danach}]
  - id: scharf
    type: flag
    facet: true
    label: Scharf
  - id: personen
    type: range
    facet: true
    label: Für wie viele
    unit: Personen
    bands: [{id: wenige, label: bis 4, to: 4}, {id: viele, label: ab 4, from: 4}]
  - {id: herkunft, type: text, label: Herkunft}
  - {id: tipps, type: list, label: Tipps}
--- content/index.md
# Kochbuch
--- content/suppe.md
---
kind: rezept
title: Suppe
gang: [danach, vor]
personen: 4
herkunft: Gera
tipps: [Salz]
topics: [Gemüse, Winter]
audiences: [Große Küchen]
---
Text.
--- content/braten.md
---
kind: rezept
title: Braten
summary: Lange garen.
gang: [haupt]
scharf: true
personen: ab 6
topics: [winter]
---
Text.
--- content/impressum.md
# Impressum
";

fn build(handbook: &str) -> Built {
    let built = Handbook::new(handbook).build().clean();
    reached(&built.files);
    built
}

/// The texts of the links in `page`, and where they lead, from `from` to `to`.
fn links(built: &Built, page: &str, from: &str, to: &str) -> Vec<String> {
    let html = built.text(page);
    let (_, part) = html.split_once(from).expect(from);
    let (part, _) = part.split_once(to).unwrap_or((part, ""));
    let link = |part: &str| {
        let (url, rest) = part.split_once('"')?;
        let text = rest.split_once('>')?.1.split('<').next()?;
        Some(format!("{} {url}", text.trim()))
    };
    part.split("href=\"").skip(1).filter_map(link).collect()
}

fn listed(built: &Built, page: &str) -> Vec<String> {
    links(built, page, "class=\"found-list", "</ul>")
}

/// `count` recipes, each with a topic of its own.
fn many(count: usize) -> Handbook {
    let first = Handbook::new(KIND);
    (0..count).fold(first, |handbook, number| {
        let text = format!(
            "---\nkind: rezept\ntitle: Rezept {number}\ngang: [vor, haupt]\ntopics: [Alles, Nur {number}]\n---\n"
        );
        handbook.with(&format!("content/rezept-{number}.md"), text)
    })
}

#[test]
fn a_kind_is_filtered_by_its_facets_in_the_order_of_the_declaration() {
    let built = build(KIND);
    assert_eq!(
        links(
            &built,
            "katalog/rezept/index.html",
            "class=\"filter\"",
            "</section>"
        ),
        [
            "vorweg gang/vor/",
            "Hauptgang gang/haupt/",
            "danach gang/danach/",
            "ja scharf/yes/",
            "bis 4 personen/wenige/",
            "ab 4 personen/viele/",
            "winter ../themen/winter/",
            "Gemüse ../themen/gemuese/",
            "Große Küchen ../zielgruppen/grosse-kuechen/",
        ]
    );
    let alike = format!(
        "{KIND}--- content/a/b.md\n---\nkind: case\n---\n# B\n--- content/a/c.md\n---\nkind: case\n---\n# C\n"
    );
    let alike = alike.replace(
        "kind: case",
        "kind: tool\ntype: checklist\nopen: [how_to_use]",
    );
    let alike = Handbook::new(&alike).build();
    assert!(
        !alike
            .text("katalog/tool/index.html")
            .contains("class=\"facet\""),
        "what all chapters have is no filter"
    );
    assert_eq!(
        listed(&built, "katalog/rezept/index.html"),
        ["Braten ../../braten/", "Suppe ../../suppe/"]
    );
}

#[test]
fn every_value_has_a_page_of_the_chapters_that_have_it() {
    let built = build(KIND);
    let value = |page| listed(&built, &format!("katalog/rezept/{page}/index.html"));
    assert_eq!(value("gang/vor"), ["Suppe ../../../../suppe/"]);
    assert_eq!(value("scharf/yes"), ["Braten ../../../../braten/"]);
    assert_eq!(
        value("personen/viele").len(),
        2,
        "a range meets several bands"
    );
    let title = "<title>Rezepte – Gang: vorweg · Kochbuch</title>";
    assert!(
        built
            .text("katalog/rezept/gang/vor/index.html")
            .contains(title)
    );
    assert!(
        !built
            .files
            .contains_key("katalog/rezept/scharf/no/index.html")
    );
}

#[test]
fn facts_lead_to_the_chapters_that_share_them() {
    let built = build(KIND);
    let facts = |page: &str| links(&built, page, "class=\"facts\"", "</section>");
    assert_eq!(
        facts("braten/index.html"),
        [
            "Hauptgang ../katalog/rezept/gang/haupt/",
            "ja ../katalog/rezept/scharf/yes/",
            "ab 6 Personen ../katalog/rezept/personen/viele/",
        ]
    );
    assert_eq!(
        facts("suppe/index.html"),
        [
            "vorweg ../katalog/rezept/gang/vor/",
            "danach ../katalog/rezept/gang/danach/",
        ],
        "four are in two bands"
    );
}

#[test]
fn the_start_page_leads_to_the_catalogue_the_search_and_all_chapters() {
    let ways = |handbook: &str| links(&build(handbook), "index.html", "class=\"ways", "</nav>");
    assert_eq!(
        ways(KIND),
        [
            "Filtern und vergleichen katalog/",
            "Alle Kapitel von A bis Z a-z/",
            "Themen katalog/themen/",
        ]
    );
    assert_eq!(
        ways("--- content/a.md\n# A\n"),
        ["Alle Kapitel von A bis Z a-z/"]
    );
}

#[test]
fn one_catalogue_holds_all_kinds_but_plain_pages() {
    let built = build(&format!(
        "{KIND}--- content/seite.md\n---\ntopics: [Winter]\n---\n# Seite\n"
    ));
    assert_eq!(
        listed(&built, "katalog/index.html"),
        ["Braten ../braten/", "Seite ../seite/", "Suppe ../suppe/"]
    );
    let filter = links(
        &built,
        "katalog/index.html",
        "class=\"filter\"",
        "</section>",
    );
    assert_eq!(
        filter[..2],
        ["Seiten kind/page/", "Rezepte rezept/"],
        "a kind with a catalogue is its own list"
    );
    assert_eq!(
        listed(&built, "katalog/kind/page/index.html"),
        ["Seite ../../../seite/"]
    );
    let plain = Handbook::new("--- content/a.md\n# A\n").build().clean();
    assert!(!plain.files.keys().any(|path| path.contains("katalog")));
}

#[test]
fn topics_are_listed_and_reached_from_chapters_however_they_are_written() {
    let built = build(KIND);
    assert_eq!(
        links(
            &built,
            "katalog/themen/index.html",
            "class=\"words\"",
            "</ul>"
        ),
        ["Gemüse gemuese/", "winter winter/"]
    );
    assert_eq!(
        listed(&built, "katalog/themen/winter/index.html"),
        ["Braten ../../../braten/", "Suppe ../../../suppe/"]
    );
}

#[test]
fn facts_are_compared_that_a_chapter_has() {
    let built = build(KIND);
    let html = built.text("katalog/rezept/vergleich/index.html");
    let heads: Vec<&str> = html
        .split("<th scope=\"col\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    assert_eq!(
        heads,
        [
            "Kapitel",
            "Gang",
            "Scharf",
            "Für wie viele",
            "Herkunft",
            "Tipps"
        ]
    );
    assert_eq!(html.matches("<th scope=\"row\">").count(), 2);
    assert!(html.contains("<td>vorweg, danach</td>"), "{html}");
    assert!(html.contains("<td>4 Personen</td>"));
}

#[test]
fn no_list_of_a_catalogue_grows_with_the_handbook() {
    let built = many(250).build().clean();
    reached(&built.files);
    for page in [
        "katalog/-3/",
        "katalog/rezept/-3/",
        "katalog/rezept/gang/haupt/-3/",
        "katalog/rezept/vergleich/-3/",
        "katalog/themen/-3/",
        "katalog/themen/alles/-3/",
    ] {
        assert!(built.manifest.pages.contains_key(page), "{page}");
    }
    let largest = |built: &Built| {
        let pages = built.files.iter();
        let pages = pages.filter(|(path, _)| path.starts_with("katalog/"));
        pages.map(|(_, bytes)| bytes.len()).max().unwrap()
    };
    assert!(largest(&many(500).build().clean()) < largest(&built) * 11 / 10);
}

#[test]
fn names_that_share_a_part_of_an_address_have_pages_of_their_own() {
    let built = build(
        "--- kinds/themen.yml\nlabel: Thema\nfields:\n  - {id: vergleich, type: choice, facet: true, values: [{id: a b, label: Eins}, {id: a-b, label: Zwei}]}\n\
         --- content/index.md\nS\n--- content/a.md\n---\nkind: themen\nvergleich: a b\ntopics: [X]\n---\n\
         --- content/b.md\n---\nkind: themen\nvergleich: a-b\n---\n",
    );
    assert_eq!(
        links(
            &built,
            "katalog/themen-2/index.html",
            "class=\"filter\"",
            "</section>"
        ),
        [
            "Eins vergleich/a-b/",
            "Zwei vergleich/a-b-2/",
            "X ../themen/x/"
        ]
    );
    assert!(
        built
            .files
            .contains_key("katalog/themen-2/vergleich/index.html")
    );
}

#[test]
fn each_language_has_catalogues_of_its_own() {
    let chapter = |path: &str, direction: &str| {
        format!(
            "--- content/{path}.md\n---\nkind: lesson\ndirection: {direction}\ntopics: [Winter]\n\
             open: [recommendation, evidence, result, situation, action]\n---\n# {path}\n"
        )
    };
    let built = build(&format!(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/index.md\nS\n--- content/index.en.md\nS\n{}{}{}{}",
        chapter("a", "worked"),
        chapter("a.en", "worked"),
        chapter("b", "mixed"),
        chapter("b.en", "mixed"),
    ));
    assert!(
        built
            .manifest
            .pages
            .contains_key("katalog/lesson/direction/worked/")
    );
    assert!(
        built
            .manifest
            .pages
            .contains_key("en/catalogue/lesson/direction/worked/")
    );
    assert!(
        built
            .manifest
            .pages
            .contains_key("en/catalogue/topics/winter/")
    );
    let html = built.text("katalog/lesson/index.html");
    assert!(
        html.contains("href=\"../../en/catalogue/lesson/\""),
        "{html}"
    );
}

#[test]
fn a_chapter_where_a_catalogue_stands_is_reported() {
    let built = Handbook::new(&format!("{KIND}--- content/katalog/rezept/index.md\n# X\n")).build();
    let found: Vec<&str> = built
        .handbook
        .findings
        .iter()
        .map(|f| f.code.slug)
        .collect();
    assert!(found.contains(&"reserved-address"), "{found:?}");
}

#[test]
fn the_script_gets_small_files_that_are_no_module() {
    let built = build(KIND);
    let own = built.text("assets/catalogue/de/kind-rezept.js");
    let version = own.split('"').nth(5).expect("a version");
    let data = |name: &str| built.text(&format!("assets/catalogue/de/parts/{name}.{version}.js"));
    assert!(
        own.starts_with("transferbuchCatalogue(\"kind-rezept\",{\"version\":"),
        "{own}"
    );
    assert!(
        own.contains("[\"gang\",\"Gang\",[[\"vor\",\"vorweg\",[1]],[\"haupt\",\"Hauptgang\",[0]]"),
        "{own}"
    );
    assert!(
        own.contains("[\"scharf\",\"Scharf\",[[\"yes\",\"ja\",[0]]]]"),
        "{own}"
    );
    assert!(data("cards-0").contains("[\"braten\",\"braten/\",\"Braten\",\"Lange garen.\""));
    let facts = "[\"braten/\",\"Braten\",[\"Hauptgang\",\"ja\",\"ab 6 Personen\",null,null],null]";
    let given = data("kind-rezept-facts-0");
    assert!(given.contains(facts), "{given}");
}

#[test]
fn a_page_for_a_missing_translation_never_takes_a_catalogues_place() {
    let built = build(&format!(
        "--- handbook.yml\nlanguages: [de, en]\n{KIND}--- content/index.en.md\nS\n\
         --- content/suppe.en.md\n---\nkind: rezept\n---\n# Soup\n--- content/catalogue/index.md\n# X\n\
         --- content/catalogue/rezept.md\n# Y\n"
    ));
    let html = built.text("en/catalogue/rezept/index.html");
    assert!(html.contains("class=\"found-list"), "{html}");
}

#[test]
fn a_preview_has_what_a_build_writes() {
    let built = build(KIND);
    let files = built.by_plain_names();
    let preview = Preview::new(built.handbook, None);
    let made = |path: &str| path.starts_with("katalog/") || path.starts_with("assets/catalogue/");
    for (path, bytes) in files.iter().filter(|(path, _)| made(path)) {
        match preview.get(path) {
            Some(Ok(Served::Bytes(shown))) => assert_eq!(&*shown, bytes, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}
