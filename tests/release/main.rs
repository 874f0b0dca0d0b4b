//! Releases: what was published stays, at its address and byte for byte.

#[path = "../support/mod.rs"]
mod support;

mod archive;
#[cfg(unix)]
mod disk;
mod history;
#[cfg(unix)]
mod http;
#[cfg(unix)]
mod in_place;
#[cfg(unix)]
mod kill;
#[cfg(target_os = "linux")]
mod power;

use std::fs;

use support::program::files;
use support::{Files, Handbook, OnDisk};

const DAY: &str = "2026-01-31";

fn handbook() -> Handbook {
    Handbook::new(
        "\
--- handbook.yml
title: Ankommen
languages: [de, en]
url: https://handbuch.example/unten/
--- content/index.md
# Start

[weiter](formate/tisch.md#ablauf)
--- content/formate/index.md
# Formate
--- content/formate/tisch.md
---
summary: Alle an einem Tisch.
---
# Tisch

## Ablauf

Erst sitzen, dann reden.

## Quellen

[Vorlage](vorlage.pdf)
--- content/formate/tisch.en.md
# Table

## Course

Sit first.
--- content/formate/markt.md
# Markt

Stände.
--- content/formate/vorlage.pdf
PDF
",
    )
}

/// Releases, and fails unless that went well. Gives what was said.
fn release(handbook: &OnDisk, args: &[&str]) -> String {
    let fixed = ["--lang", "en", "release", "--onto", "site", "--date", DAY];
    let output = handbook.run(&[&fixed[..], args].concat());
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    output.stderr
}

fn site(handbook: &OnDisk) -> Files {
    files(&handbook.path("site"))
}

fn below<'f>(site: &'f Files, folder: &'f str) -> impl Iterator<Item = (&'f str, &'f Vec<u8>)> {
    site.iter()
        .filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes)))
}

fn text<'f>(site: &'f Files, path: &str) -> &'f str {
    let file = site.get(path);
    str::from_utf8(file.unwrap_or_else(|| panic!("no {path} among {:?}", site.keys()))).unwrap()
}

#[test]
fn a_release_stands_at_the_root_and_below_its_version() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let site = site(&handbook);
    let only_root = [
        "versions.json",
        "versions.js",
        "versionen/index.html",
        "en/versions/index.html",
    ];
    let edition: Vec<_> = below(&site, "v/1.0/").collect();
    for (path, bytes) in &edition {
        if !only_root.contains(path) && *path != "transferbuch.json" {
            assert!(site[*path] == **bytes, "{path}");
        }
    }
    for path in site.keys().filter(|path| !path.starts_with("v/")) {
        let there = edition.iter().any(|(other, _)| other == path);
        assert!(there || only_root.contains(&path.as_str()), "{path}");
    }
    let canonical =
        "<link rel=\"canonical\" href=\"https://handbuch.example/unten/formate/tisch/\">";
    assert!(text(&site, "v/1.0/formate/tisch/index.html").contains(canonical));
    assert!(text(&site, "v/1.0/versionen/index.html").contains("url=../../../versionen/"));
    assert!(text(&site, "v/1.0/en/versions/index.html").contains("url=../../../../en/versions/"));
}

#[test]
fn older_editions_stay_byte_for_byte() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let first = site(&handbook);
    handbook.write("content/formate/markt.md", "# Markt\n\nStände und Musik.\n");
    release(&handbook, &["1.1"]);
    handbook.write("content/neu.md", "# Neu\n");
    release(&handbook, &["2.0"]);
    let all = site(&handbook);
    assert!(below(&first, "v/").all(|(path, bytes)| all[&format!("v/{path}")] == *bytes));
    let versions = text(&all, "versions.json");
    let order: Vec<_> = ["2.0", "1.1", "1.0"]
        .map(|v| versions.find(&format!("\"version\": \"{v}\"")).unwrap())
        .into();
    assert!(
        order.is_sorted() && versions.contains("\"current\": \"2.0\""),
        "{versions}"
    );
    let script = text(&all, "versions.js").trim_end();
    let call = script.strip_prefix("transferbuchVersions(");
    let list = call.and_then(|call| call.strip_suffix(");")).unwrap();
    let read = |text| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(list), read(versions));
    let list = text(&all, "versionen/index.html");
    for way in [
        "../v/1.0/",
        "../v/1.1/aenderungen/",
        "../v/2.0/aenderungen/",
    ] {
        assert!(list.contains(&format!("href=\"{way}\"")), "{list}");
    }
}

#[test]
fn a_release_can_be_repeated_and_changes_nothing_then() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    handbook.write("content/formate/markt.md", "# Markt\n\nStände und Musik.\n");
    release(&handbook, &["v1.1"]);
    let before = site(&handbook);
    assert!(release(&handbook, &["1.1"]).contains("already"));
    assert!(before == site(&handbook));
}

#[test]
fn a_release_beside_the_current_one_leaves_the_root_as_it_is() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let before = site(&handbook);
    handbook.write("content/index.md", "# Probe\n");
    release(&handbook, &["2.0-rc.1", "--no-latest"]);
    let after = site(&handbook);
    for (path, bytes) in &before {
        let lists = [
            "versions.json",
            "versions.js",
            "versionen/index.html",
            "en/versions/index.html",
            "transferbuch.json",
        ];
        let lists = lists.contains(&path.as_str());
        assert!(lists || after[path] == *bytes, "{path}");
    }
    assert!(text(&after, "v/2.0-rc.1/index.html").contains("Probe"));
    assert!(text(&after, "versions.json").contains("\"current\": \"1.0\""));
    for (page, start) in [
        ("versionen/index.html", "../v/2.0-rc.1/"),
        ("en/versions/index.html", "../../v/2.0-rc.1/en/"),
    ] {
        let list = text(&after, page);
        assert!(list.contains(&format!("href=\"{start}\"")), "{list}");
        assert!(!list.contains("Probe"), "{list}");
    }
    assert_eq!(handbook.run(&["verify", "site"]).code, Some(0));
    release(&handbook, &["0.9", "--no-latest", "--force-lower"]);
    assert!(text(&site(&handbook), "versions.json").contains("\"current\": \"1.0\""));
}

#[test]
fn moved_chapters_are_followed_by_their_id_text_or_title() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    fs::create_dir(handbook.path("content/neu")).unwrap();
    for name in ["tisch.md", "tisch.en.md"] {
        let from = handbook.path(&format!("content/formate/{name}"));
        fs::rename(from, handbook.path(&format!("content/neu/{name}"))).unwrap();
    }
    let moved = fs::read_to_string(handbook.path("content/neu/tisch.md")).unwrap();
    let moved = moved
        .replace("## Ablauf", "## Verlauf")
        .replace("vorlage", "../formate/vorlage");
    handbook.write(
        "content/neu/tisch.md",
        moved.replace("## Quellen", "## Quellen {#quellen}"),
    );
    handbook.write(
        "content/index.md",
        "# Start\n\n[weiter](neu/tisch.md#ablauf)\n",
    );
    // The link to the former anchor is broken until the fix has named its successor.
    handbook.write("content/index.md", "# Start\n\n[weiter](neu/tisch.md)\n");
    let said = release(&handbook, &["1.1", "--fix"]);
    assert!(said.contains("content/neu/tisch.md") && said.contains("content/neu/tisch.en.md"));
    let german = fs::read_to_string(handbook.path("content/neu/tisch.md")).unwrap();
    for line in [
        "id: formate/tisch\n",
        "  - formate/tisch\n",
        "  ablauf: verlauf\n",
    ] {
        assert!(german.contains(line), "{german}");
    }
    let site = site(&handbook);
    assert!(text(&site, "formate/tisch/index.html").contains("url=../../neu/tisch/"));
    assert!(text(&site, "en/formate/tisch/index.html").contains("url=../../neu/tisch/"));
    let page = text(&site, "neu/tisch/index.html");
    assert!(
        page.contains("<h2 id=\"verlauf\"><span id=\"ablauf\"></span>Verlauf"),
        "{page}"
    );
    assert!(page.contains("Verschoben seit Version 1.0"), "{page}");
    assert!(
        text(&site, "_redirects").contains("/unten/en/formate/tisch/ /unten/en/neu/tisch/ 301\n")
    );
    // The alias may go again: what was published once leads on for good.
    let without = german.replace("  - formate/tisch\n", "  - sonst/wo\n");
    handbook.write("content/neu/tisch.md", without);
    release(&handbook, &["1.2"]);
    let site = crate::site(&handbook);
    assert!(text(&site, "formate/tisch/index.html").contains("url=../../neu/tisch/"));
}

#[test]
fn a_section_that_moved_is_followed_by_most_of_its_chapters() {
    let handbook = Handbook::new(
        "\
--- handbook.yml
url: https://h.example/
severity: {missing-legal-page: off}
--- content/index.md
# Start
--- content/formate/a.md
---
id: eins
---
# A
--- content/formate/b.md
---
id: zwei
---
# B
--- content/formate/c.md
---
id: drei
---
# C
",
    )
    .on_disk();
    release(&handbook, &["1.0"]);
    for (name, to) in [("a", "sonst"), ("b", "verfahren"), ("c", "verfahren")] {
        fs::create_dir_all(handbook.path(&format!("content/{to}"))).unwrap();
        let from = handbook.path(&format!("content/formate/{name}.md"));
        let to = format!("content/{to}/{name}.md");
        // Nothing but the id tells which chapter it was.
        let id = fs::read_to_string(from.clone()).unwrap();
        let id = id.split("# ").next().unwrap();
        handbook.write(&to, format!("{id}# Anders {name}\n\nGanz neu.\n"));
        fs::remove_file(from).unwrap();
    }
    fs::remove_dir_all(handbook.path("content/formate")).unwrap();
    release(&handbook, &["1.1", "--fix"]);
    let site = site(&handbook);
    assert!(text(&site, "formate/index.html").contains("url=../verfahren/"));
    assert!(text(&site, "formate/a/index.html").contains("url=../../sonst/a/"));
    assert!(text(&site, "formate/c/index.html").contains("url=../../verfahren/c/"));
}

#[test]
fn pages_that_the_program_made_lead_on_when_their_reason_is_gone() {
    let handbook = Handbook::new(
        "\
--- handbook.yml
languages: [de, en]
--- content/index.md
# Start
--- content/wege/a.md
---
topics: [Bildung]
---
# A
--- content/wege/b.md
---
topics: [Arbeit]
---
# B
",
    )
    .on_disk();
    release(&handbook, &["1.0"]);
    let ways = [
        ("katalog/themen/bildung/", "../"),
        ("wege/-druck/", "../"),
        ("en/wege/b/", "../../../"),
        ("en/a-z/", "../../"),
    ];
    let page = |address: &str| {
        let site = site(&handbook);
        text(&site, &format!("{address}index.html")).to_owned()
    };
    for (address, way) in ways {
        assert!(
            !page(address).contains(&format!("url={way}\"")),
            "{address}"
        );
    }
    handbook.write("handbook.yml", "languages: [de]\n");
    handbook.write("content/wege/a.md", "---\ntopics: [Arbeit]\n---\n# A\n");
    fs::remove_file(handbook.path("content/wege/b.md")).unwrap();
    handbook.write("content/b.md", "# B\n");
    release(&handbook, &["1.1", "--fix"]);
    for (address, way) in ways {
        let page = page(address);
        assert!(page.contains(&format!("url={way}\"")), "{address}: {page}");
    }
}

#[test]
fn files_that_readers_may_have_links_to_stay() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    fs::remove_file(handbook.path("content/formate/vorlage.pdf")).unwrap();
    let chapter = fs::read_to_string(handbook.path("content/formate/tisch.md")).unwrap();
    handbook.write(
        "content/formate/tisch.md",
        chapter.replace("[Vorlage](vorlage.pdf)", "Keine."),
    );
    for version in ["1.1", "1.2"] {
        release(&handbook, &[version]);
        assert_eq!(site(&handbook)["formate/vorlage.pdf"], b"PDF\n");
    }
    assert!(!site(&handbook).contains_key("v/1.2/formate/vorlage.pdf"));
}

#[test]
fn readers_see_what_changed() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    assert!(
        text(&site(&handbook), "aenderungen/index.html").contains("Dies ist die erste Version.")
    );
    let chapter = fs::read_to_string(handbook.path("content/formate/tisch.md")).unwrap();
    handbook.write(
        "content/formate/tisch.md",
        chapter.replace("dann reden", "dann zuhören"),
    );
    handbook.write("content/formate/gang.md", "# Rundgang\n");
    handbook.write(
        "content/formate/markt.md",
        "---\nstatus: withdrawn\n---\n# Markt\n\nStände.\n",
    );
    release(&handbook, &["1.1"]);
    let site = site(&handbook);
    let page = text(&site, "formate/tisch/index.html");
    assert!(
        page.contains("Geändert seit Version 1.0") && page.contains("1 von 3 Abschnitten"),
        "{page}"
    );
    assert!(text(&site, "formate/gang/index.html").contains("Neu in Version 1.1"));
    let list = text(&site, "aenderungen/index.html");
    let places: Vec<_> = [
        "page-new",
        "Rundgang",
        "page-changed",
        "#ablauf",
        "page-withdrawn",
        "Markt",
    ]
    .map(|part| {
        list.split("<main")
            .nth(1)
            .unwrap()
            .find(part)
            .unwrap_or_else(|| panic!("{part}: {list}"))
    })
    .into();
    assert!(places.is_sorted(), "{list}");
    assert!(text(&site, "en/changes/index.html").contains("No chapter has changed"));
}

/// An author who moves a chapter and writes where it was says enough.
#[test]
fn a_chapter_with_an_alias_is_no_new_one() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    fs::remove_file(handbook.path("content/formate/markt.md")).unwrap();
    handbook.write(
        "content/wochenmarkt.md",
        "---\naliases: [formate/markt]\n---\n# Auf dem Platz\n\nGanz anders.\n",
    );
    release(&handbook, &["1.1"]);
    let site = site(&handbook);
    let page = text(&site, "wochenmarkt/index.html");
    assert!(!page.contains("Neu in Version 1.1"), "{page}");
    assert!(page.contains("seit Version 1.0"), "{page}");
    assert!(text(&site, "formate/markt/index.html").contains("url=../../wochenmarkt/"));
}

/// Signs that mean something to BibTeX, XML or YAML.
const SIGNS: &str =
    "Amt für Soziales & Teilhabe, AG_Nord #2 {offen} 100 % $5 ~ ^ \\\\ <neu> \u{b}Ende";

#[test]
fn programs_read_what_was_written_whatever_its_signs() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let author = SIGNS.replace('\u{b}', "");
    let gang = format!(
        "---\nid: \"a b, c}}\"\nauthors: [\"{author}\", \"Eine {{\"]\n---\n# Gang {SIGNS}\n"
    );
    handbook.write("content/formate/gang.md", gang);
    release(&handbook, &["1.1"]);
    let site = site(&handbook);
    let plain = SIGNS.replace("\\\\", "\\").replace('\u{b}', " ");
    let written = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = |text: &str| {
        let text = written(text);
        assert!(text.contains("AG_Nord #2 {offen} 100 % $5 ~ ^"), "{text}");
    };

    let bibliography = biblatex::Bibliography::parse(text(&site, "literatur.bib")).unwrap();
    let entry = bibliography
        .iter()
        .find(|entry| {
            entry
                .title()
                .is_ok_and(|title| chunks(title).contains("AG_Nord"))
        })
        .unwrap();
    wanted(&chunks(entry.title().unwrap()));
    let authors = entry.author().unwrap();
    assert_eq!(authors.len(), 2, "{authors:?}");
    wanted(&authors[0].name);

    for path in ["feed.xml", "sitemap.xml"] {
        let xml = text(&site, path);
        let document =
            roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
        if path == "feed.xml" {
            let titles = document
                .descendants()
                .filter(|node| node.has_tag_name("title"));
            let title = titles
                .filter_map(|node| node.text())
                .find(|title| title.contains("Gang"));
            wanted(title.unwrap());
        }
    }
    let csl: serde_json::Value = serde_json::from_str(text(&site, "literatur.json")).unwrap();
    let items = csl.as_array().unwrap();
    let title = items.iter().filter_map(|item| item["title"].as_str());
    let title = title
        .into_iter()
        .find(|title| title.contains("AG_Nord"))
        .unwrap();
    assert_eq!(written(title), written(&format!("Gang {plain}")));
    for (path, bytes) in &site {
        let is_text = [".html", ".xml", ".bib", ".json", ".txt", ".md", ".cff"];
        if is_text.iter().any(|ending| path.ends_with(ending)) {
            assert!(!bytes.contains(&0x0b), "{path} has a control character");
        }
    }
}

/// What chunks of BibTeX say.
fn chunks(chunks: &[biblatex::Spanned<biblatex::Chunk>]) -> String {
    chunks
        .iter()
        .map(|chunk| chunk.v.get().to_owned())
        .collect()
}

/// Two releases may come between two looks of a feed reader, even on one day.
#[test]
fn a_feed_keeps_what_earlier_releases_had() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    for (number, name) in ["gang", "saal", "hof"].into_iter().enumerate() {
        handbook.write(
            &format!("content/formate/{name}.md"),
            format!("# {name}\n\nText.\n"),
        );
        release(&handbook, &[&format!("1.{}", number + 1)]);
    }
    let site = site(&handbook);
    let feed = text(&site, "feed.xml");
    let entries: Vec<&str> = feed.split("<entry>\n<title>").skip(1).collect();
    let titles: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry.split('<').next())
        .collect();
    assert_eq!(titles, ["hof", "saal", "gang"]);
    assert_eq!(feed.matches("#1.1</id>").count(), 1, "{feed}");
}

#[test]
fn programs_are_told_of_the_release() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let gang = "---\nauthors: [Ada, \"Bo: Berg\"]\n---\n# Gang & Weg\n";
    handbook.write("content/formate/gang.md", gang);
    release(&handbook, &["1.1"]);
    let site = site(&handbook);
    let sitemap = text(&site, "sitemap.xml");
    let base = "https://handbuch.example/unten/";
    for part in [
        format!("<loc>{base}formate/gang/</loc>"),
        format!("hreflang=\"en\" href=\"{base}en/formate/tisch/\""),
    ] {
        assert!(sitemap.contains(&part), "{sitemap}");
    }
    assert!(text(&site, "robots.txt").contains(&format!("Sitemap: {base}sitemap.xml")));
    let feed = text(&site, "feed.xml");
    assert!(feed.contains("<title>Gang &amp; Weg</title>"), "{feed}");
    assert!(feed.contains("<updated>2026-01-31T00:00:00Z</updated>"));
    assert!(!text(&site, "en/feed.xml").contains("<entry>"));
    assert!(text(&site, "CHANGES.md").contains("## Neu [de]\n\n- Gang & Weg"));
    assert!(text(&site, "llms.txt").contains(&format!("- [Tisch]({base}formate/tisch/): Alle an")));
    let cff = text(&site, "CITATION.cff");
    for line in [
        "version: \"1.1\"\n",
        "\nauthors:\n  - name: \"Ada\"\n  - name: \"Bo: Berg\"\n",
    ] {
        assert!(cff.contains(line), "{cff}");
    }
    let bibtex = text(&site, "literatur.bib");
    assert!(bibtex.contains("title = {Gang \\& Weg}"), "{bibtex}");
    let frozen = format!("{base}v/1.1/formate/gang/");
    assert!(bibtex.contains(&format!("url = {{{frozen}}}")), "{bibtex}");
    let csl: serde_json::Value = serde_json::from_str(text(&site, "literatur.json")).unwrap();
    let csl = csl.as_array().unwrap();
    let gang = csl
        .iter()
        .find(|item| item["id"] == "formate-gang")
        .unwrap();
    assert_eq!(gang["issued"]["date-parts"][0][0], 2026);
    let english = text(&site, "en/bibliography.json");
    assert!(
        english.contains("Table") && !english.contains("Gang"),
        "{english}"
    );
    let page = text(&site, "formate/gang/index.html");
    assert!(page.contains("Version 1.1, 31. Januar 2026."), "{page}");
    assert!(
        page.contains(&format!("<span class=\"address\">{frozen}</span>")),
        "{page}"
    );
}
