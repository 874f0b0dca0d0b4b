//! What gets the inputs, and what must hold then.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::catch_unwind;
use std::sync::{Arc, OnceLock};

use transferbuch::config::baseline::Baseline;
use transferbuch::config::{Config, glossary, queries, synonyms};
use transferbuch::diagnostic::{Finding, PlacePath, apply};
use transferbuch::picture::{self, Encoding, Recipe};
use transferbuch::pipeline::{self, Memo};
use transferbuch::recording::recording;
use transferbuch::release::{Manifest, Versions};
use transferbuch::search::{Options, Searcher};
use transferbuch::site::{Options as SiteOptions, Parsed};
use transferbuch::source::{ContentHash, HandbookPath, Snapshot, Source};
use transferbuch::text::{Language, MessageFile};
use transferbuch::yaml::{self, Node, write};

use crate::seeds::Kind;
use crate::support::{Built, Handbook};
use crate::{oracle, requests, whole};

pub struct Target {
    pub name: &'static str,
    pub seeds: Kind,
    /// How many inputs it gets in a round.
    pub times: usize,
    pub take: fn(&[u8]),
}

const fn target(name: &'static str, seeds: Kind, times: usize, take: fn(&[u8])) -> Target {
    Target {
        name,
        seeds,
        times,
        take,
    }
}

pub const ALL: [Target; 26] = [
    // The whole way.
    target("pipeline", Kind::Chapter, 1, pipeline),
    target("markdown", Kind::Chapter, 1, markdown),
    target("conservation", Kind::Chapter, 1, conservation),
    target("front-matter", Kind::Yaml, 1, front_matter),
    target("section", Kind::Chapter, 1, |bytes| {
        survives(&in_file("content/x/index.md", bytes).build());
    }),
    target("translation", Kind::Chapter, 1, |bytes| {
        survives(&in_file("content/a.en.md", bytes).build());
    }),
    target("included", Kind::Chapter, 1, |bytes| {
        survives(&in_file("content/_t.md", bytes).build());
    }),
    target("kinds", Kind::Yaml, 1, |bytes| {
        survives(&in_file("kinds/k.yml", bytes).build());
    }),
    target("settings", Kind::Yaml, 1, |bytes| {
        survives(&in_file("handbook.yml", bytes).build());
    }),
    target("glossary", Kind::Yaml, 1, |bytes| {
        survives(&in_file("glossary.yml", bytes).build());
    }),
    target("synonyms", Kind::Yaml, 1, |bytes| {
        survives(&in_file("synonyms.yml", bytes).build());
    }),
    target("queries", Kind::Yaml, 1, |bytes| {
        survives(&in_file("search.yml", bytes).build());
    }),
    target("template", Kind::Template, 1, |bytes| {
        survives(&in_file("themes/standard/templates/chapter.html", bytes).build());
    }),
    target("theme", Kind::Theme, 1, theme),
    target("texts", Kind::Texts, 1, |bytes| {
        MessageFile::parse(String::from_utf8_lossy(bytes).into_owned());
        survives(&in_file("themes/standard/texts/de.ftl", bytes).build());
    }),
    target("requests", Kind::Request, 4, requests::take),
    // What reads a file, by itself.
    target("read-chapter", Kind::Chapter, 60, read_chapter),
    target("read-yaml", Kind::Yaml, 200, yaml_tree),
    target("read-settings", Kind::Yaml, 100, read_settings),
    target("writer", Kind::Line, 200, writer),
    target("manifest", Kind::Json, 100, manifest),
    target("baseline", Kind::Yaml, 100, baseline),
    target("query", Kind::Line, 20, query),
    target("picture", Kind::Picture, 100, picture),
    target("drawing", Kind::Drawing, 100, drawing),
    target("recording", Kind::Film, 200, film),
];

fn base() -> Handbook {
    Handbook::new(
        "--- handbook.yml\ntitle: T\nlanguages: [de, en]\nurl: https://x.example/\n--- glossary.yml\n- term: BAMF\n\
         --- kinds/k.yml\nfields: [{id: text, type: markdown}, {id: tools, type: refs}, {id: line, type: text}]\n\
         --- content/a.md\n---\nkind: k\ntext: \"[b](b.md)\"\ntools: [b]\n---\n## X\n\n![](_t.md)\n\n[b](b.md#y)\n\
         --- content/b.md\n# B\n\n## Y\n\nText[^1].\n\n[^1]: Fußnote.\n--- content/_t.md\n## Teil\n--- content/a.en.md\nEnglish\n\
         --- content/x/index.md\n---\nkind: k\n---\n--- content/x/c.md\n[a](../a.md)\n",
    )
}

fn in_file(path: &str, bytes: &[u8]) -> Handbook {
    base().with(path, bytes)
}

/// Everything that was found can be shown in both languages, mended, and noted in a baseline that is read again;
/// XML is well-formed.
fn survives(built: &Built) {
    built.shown(Language::German);
    built.shown(Language::English);
    let source = |path: &str| built.source(path);
    let noted = Baseline::of(&built.handbook.findings, &source);
    let (again, findings) = Baseline::read(&PlacePath::outside("b.yml"), &noted.write("x"));
    assert!(
        findings.is_empty(),
        "a baseline can't be read again: {findings:?}"
    );
    let new = again.split(&built.handbook.findings, &source).new;
    assert!(
        new.iter().all(|found| found.code.severity_locked),
        "a baseline has forgotten: {new:?}"
    );
    // What a theme writes is its own.
    let has_own_templates = built.snapshot.below("themes").next().is_some();
    for (path, bytes) in &built.files {
        if path.ends_with(".xml") || path.ends_with(".svg") && path.starts_with("assets/") {
            let xml = str::from_utf8(bytes).unwrap();
            roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        if path.ends_with(".html") && !has_own_templates {
            let problem = whole::problem(&String::from_utf8_lossy(bytes));
            assert!(problem.is_none(), "{path}: {problem:?}");
        }
        if path.ends_with(".json") {
            serde_json::from_slice::<serde_json::Value>(bytes)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    if !built.files.is_empty() {
        let json = built.manifest.to_json();
        assert!(
            Manifest::from_json(&json).as_ref() == Some(&built.manifest),
            "a manifest is read again"
        );
    }
}

thread_local! {
    static MEMO: RefCell<Memo> = RefCell::default();
}

/// The whole way, with what the input before left, and without.
fn pipeline(bytes: &[u8]) {
    let handbook = in_file("content/b.md", bytes);
    let kept = MEMO.with_borrow_mut(|memo| handbook.build_with(SiteOptions::default(), memo));
    let clean = handbook.build();
    assert!(
        kept.files == clean.files,
        "a run with a memo writes what a clean one writes"
    );
    assert_eq!(kept.shown(Language::German), clean.shown(Language::German));
    survives(&clean);
}

/// A text and the same text in a field, and mending it ends.
fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut handbook = in_file("content/b.md", text.as_bytes());
    for _ in 0..3 {
        let built = handbook.build();
        let fixes: Vec<_> = built
            .handbook
            .findings
            .iter()
            .filter_map(|found| found.fix.clone())
            .collect();
        let here = |fix: &&transferbuch::diagnostic::Fix| fix.path.as_str() == "content/b.md";
        let Some(fix) = fixes.iter().find(here) else {
            return;
        };
        let Ok(text) = String::from_utf8(handbook.files["content/b.md"].clone()) else {
            return;
        };
        handbook = handbook.with("content/b.md", apply(&text, [fix]).text);
    }
}

/// Values of fields, among them one with HTML that may not reach a page as such.
fn front_matter(bytes: &[u8]) {
    let text = [b"---\nkind: k\n", bytes, b"\n---\n## Y\n"].concat();
    survives(&in_file("content/b.md", &text).build_drafts());
    let line = String::from_utf8_lossy(bytes).replace(['\n', '\r'], " ");
    let line = write::in_quotes(&format!("{line}<i data-fuzz>"));
    let text = format!(
        "---\nkind: k\ntitle: {line}\nsummary: {line}\nline: {line}\ntopics: [{line}]\nauthors: [{line}]\n---\nText\n"
    );
    let built = in_file("content/b.md", text.as_bytes()).build();
    for (path, bytes) in &built.files {
        let is_page = path.ends_with(".html");
        let raw = is_page && String::from_utf8_lossy(bytes).contains("<i data-fuzz");
        assert!(!raw, "a field brings HTML into {path}");
    }
}

/// What stands before a text whose words are counted: its title, which stands elsewhere in the page.
const TITLE: &str = "# Kapitel\n\n";

/// What makes all that follows a part of it, until it ends.
const SWALLOW: [&str; 8] = [
    "<svg",
    "<math",
    "<script",
    "<style",
    "<textarea",
    "<template",
    "<select",
    "<iframe",
];

/// Every word of a text stands on its page, and none that nobody wrote.
fn conservation(bytes: &[u8]) {
    // What isn't text is told, and read as something else.
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    if text.contains(|sign: char| sign.is_control() && sign != '\n') || text.starts_with("---") {
        return;
    }
    let handbook = Handbook::chapter(&format!("{TITLE}{text}")).with("content/b.md", "# B\n");
    let loaded = pipeline::load(
        &handbook.snapshot(),
        SiteOptions::default(),
        &mut Memo::default(),
    );
    // Front matter that begins late keeps the handbook from being published at all, and so does an element that
    // makes what follows a part of it.
    let is_open = SWALLOW.iter().any(|tag| text.contains(tag));
    let keeps_back = |finding: &Finding| match finding.code.slug {
        "front-matter-not-first" => true,
        "unclosed-html" => is_open,
        _ => false,
    };
    if loaded.findings.iter().any(keeps_back) {
        return;
    }
    let path = "content/a.md";
    // What is put in was written in another file.
    let site = &loaded.linked.site;
    let chapter = site.at_path(path).map(|id| site.chapter(id));
    if chapter.is_some_and(|chapter| !chapter.includes.is_empty()) {
        return;
    }
    let found = oracle::found(&loaded, path, TITLE.len(), text);
    let difference = oracle::difference(text, &oracle::shown::html(&loaded, path), &found);
    assert!(difference.is_none(), "{difference:?}");
}

/// Any file of a theme.
fn theme(bytes: &[u8]) {
    const FILES: [&str; 6] = [
        "themes/standard/theme.yml",
        "themes/standard/assets/custom.css",
        "themes/standard/assets/style.css",
        "themes/standard/templates/base.html",
        "themes/standard/templates/parts/head.html",
        "themes/standard/icons/building.svg",
    ];
    let file = FILES[bytes.len() % FILES.len()];
    survives(&in_file(file, bytes).build());
}

fn read_chapter(bytes: &[u8]) {
    static CONFIG: OnceLock<Config> = OnceLock::new();
    let config = CONFIG.get_or_init(|| Config::read(&Snapshot::default()).0);
    let path = HandbookPath::parse("content/a.md").unwrap();
    Parsed::read(&Arc::new(Source::new(path, bytes.to_vec())), config);
}

fn read_settings(bytes: &[u8]) {
    let with = |path: &str| {
        let mut snapshot = Snapshot::default();
        snapshot.insert_text(HandbookPath::parse(path).unwrap(), bytes.to_vec());
        snapshot
    };
    match bytes.len() % 4 {
        0 => drop(Config::read(&with("handbook.yml"))),
        1 => drop(glossary::read(&with("glossary.yml"))),
        2 => drop(synonyms::read(&with("synonyms.yml"))),
        _ => drop(queries::read(&with("search.yml"))),
    }
}

/// A picture without its notes is still the same picture, and what is made of it can be read.
fn picture(bytes: &[u8]) {
    let Some(probed) = picture::probe(bytes, ContentHash::default()) else {
        return;
    };
    if !probed.is_whole {
        return;
    }
    let raster = probed.raster;
    let clean = picture::without_metadata(bytes, raster.format);
    let again = picture::probe(&clean, ContentHash::default());
    assert_eq!(again.map(|again| again.raster.stored), Some(raster.stored));
    if raster.stored.pixels() > 1 << 16 {
        return;
    }
    let recipe = Recipe::Scaled {
        width: 8,
        height: 6,
        encoding: Encoding::of(&raster),
    };
    // The program makes it within a `catch_unwind` too: not every decoder promises never to panic.
    let made = catch_unwind(|| picture::make(bytes, &raster, &[recipe]));
    if let Ok(Ok(made)) = made {
        let size = picture::probe(&made[0], ContentHash::default())
            .unwrap()
            .raster
            .stored;
        assert!(size.width == 8 || made[0] == clean, "{size:?}");
    }
}

/// What is published of a drawing is well-formed, runs nothing, and stays as it is.
fn drawing(bytes: &[u8]) {
    let Ok((size, drawing)) = picture::drawing(bytes.to_vec()) else {
        return;
    };
    let text = &drawing.text;
    let tree = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        assert_ne!(node.tag_name().name(), "script");
        for attribute in node.attributes() {
            assert!(!attribute.name().to_lowercase().starts_with("on"), "{text}");
            let value = attribute.value().trim().to_lowercase();
            assert!(
                !value.starts_with("javascript:") || attribute.name() != "href",
                "{text}"
            );
        }
    }
    let (again, twice) = picture::drawing(text.clone().into_bytes()).expect("it is well-formed");
    assert_eq!(again, size, "{text}");
    assert!(twice.left_out.is_empty(), "{:?}: {text}", twice.left_out);
}

fn film(bytes: &[u8]) {
    recording(&mut Cursor::new(bytes), bytes.len() as u64);
}

fn yaml_tree(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut findings = Vec::new();
    yaml::read(&text, PlacePath::outside("x"), &mut findings);
}

/// What is written is read again.
fn writer(bytes: &[u8]) {
    let forbidden = |sign: char| {
        sign.is_control() && !matches!(sign, '\t' | '\n' | '\r' | '\u{7f}'..='\u{9f}')
            || matches!(sign, '\u{fffe}' | '\u{ffff}')
    };
    let text = String::from_utf8_lossy(bytes);
    if text == "k" {
        // The key that stands there already.
        return;
    }
    let wanted = text.replace(forbidden, "\u{fffd}");
    for written in [write::scalar(&text), write::in_quotes(&text)] {
        let mut findings = Vec::new();
        let map = format!("k: {written}\n{} v\n", write::key(&text, ""));
        let value = yaml::read(&map, PlacePath::outside("x"), &mut findings);
        let Some(Node::Map(map)) = value.map(|value| value.node) else {
            panic!("{written}")
        };
        assert_eq!(map[0].1.as_text(), Some(wanted.as_str()), "{written}");
        assert_eq!(map[1].0.text, wanted, "{written}");
        let list = format!("- {written}\n");
        let value = yaml::read(&list, PlacePath::outside("x"), &mut findings);
        let Some(Node::List(list)) = value.map(|value| value.node) else {
            panic!("{written}")
        };
        assert_eq!(list[0].as_text(), Some(wanted.as_str()), "{written}");
    }
}

fn manifest(bytes: &[u8]) {
    if let Some(manifest) = Manifest::from_json(bytes) {
        let again = Manifest::from_json(&manifest.to_json());
        assert!(
            again.as_ref() == Some(&manifest),
            "a manifest is read again"
        );
    }
    if let Some(versions) = Versions::from_json(bytes) {
        versions.highest();
        versions.listed("de");
        assert!(Versions::from_json(&versions.to_json()).as_ref() == Some(&versions));
    }
}

fn baseline(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (baseline, _) = Baseline::read(&PlacePath::outside("b.yml"), &text);
    let (again, findings) = Baseline::read(&PlacePath::outside("b.yml"), &baseline.write("x"));
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(again.len(), baseline.len());
}

/// The index of the sample, and of an index that is damaged.
fn query(bytes: &[u8]) {
    static FILES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    let files = FILES.get_or_init(|| {
        let built = base().build().files;
        let index = built.into_iter().filter_map(|(path, bytes)| {
            Some((path.strip_prefix("assets/search/de/")?.to_owned(), bytes))
        });
        index.collect()
    });
    let text = String::from_utf8_lossy(bytes);
    let searcher = Searcher::open(|path| files.get(path).cloned()).expect("the index is whole");
    searcher
        .search(&text, &Options::default())
        .expect("the index is whole");
    let damaged = |path: &str| {
        let mut file = files.get(path)?.clone();
        let at = bytes.len() * 7 % file.len().max(1);
        file.splice(at..at, bytes.iter().take(3).copied());
        Some(file)
    };
    if let Ok(searcher) = Searcher::open(damaged) {
        let _ = searcher.search("Text", &Options::default());
    }
}
