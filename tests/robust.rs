//! Whatever a value or a name is, the program says what is wrong and goes on; and a run that keeps what the one
//! before it found gives what a clean one gives. Any bytes in any file are tried by `fuzz/`.

mod support;

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::{Built, Files, Handbook};
use transferbuch::diagnostic::apply;
use transferbuch::kind::Kinds;
use transferbuch::pipeline::{Memo, Preview, Served, load};
use transferbuch::release::MANIFEST;
use transferbuch::site::Options;
use transferbuch::text::Language;

/// Files that a stage reads, each by another reader.
const FILES: [&str; 13] = [
    "content/a.md",
    "content/b.md",
    "content/x/index.md",
    "content/a.en.md",
    "content/_t.md",
    "handbook.yml",
    "glossary.yml",
    "synonyms.yml",
    "search.yml",
    "kinds/k.yml",
    "kinds/tool.yml",
    "themes/standard/templates/chapter.html",
    "themes/standard/texts/de.ftl",
];

fn base() -> Handbook {
    Handbook::new(
        "--- handbook.yml\ntitle: T\nlanguages: [de, en]\n--- glossary.yml\n- term: BAMF\n\
         --- kinds/k.yml\nfields: [{id: text, type: markdown}, {id: tools, type: refs}]\n\
         --- content/a.md\n---\nkind: k\ntext: \"[b](b.md)\"\ntools: [b]\n---\n## X\n\n![](_t.md)\n\n[b](b.md#y)\n\
         --- content/b.md\n# B\n\n## Y\n\nText[^1].\n\n[^1]: Fußnote.\n--- content/_t.md\n## Teil\n--- content/a.en.md\nEnglish\n\
         --- content/x/index.md\n---\nkind: k\n---\n--- content/x/c.md\n[a](../a.md)\n--- content/p.png\nx\n",
    )
}

/// Shows everything that was found, since a place outside of a text would show only then.
fn survives(built: &Built) {
    built.shown(Language::German);
    built.shown(Language::English);
}

/// The title that a chapter gives itself.
fn title(built: &Built) -> Option<&str> {
    let texts = &built.handbook.linked.site.texts;
    let text = texts
        .values()
        .find(|text| text.source.path.as_str() == "content/b.md");
    text?.front.title.as_deref()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_of_any_field(field in select(&["effort", "steps", "duration", "participants", "purposes", "tools", "variant_of", "files"][..]), value in "[-0-9a-z:,.+\\[\\]{} äß\"]{0,20}") {
        let text = format!("---\nkind: format\n{field}: {value}\n---\n");
        survives(&base().with("content/b.md", text).build());
    }

    #[test]
    fn any_title_is_read_as_written_or_told(value in "[-0-9A-Za-z:,.+#?!&*@%|>'\"`\\[\\]{} äß„“\\\\~=<()/_]{1,16}") {
        let value = value.trim();
        let mut handbook = base().with("content/b.md", format!("---\nstatus: reviewed\ntitle: {value}\n---\n## Y\n"));
        let built = handbook.build();
        survives(&built);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let is_quoted = ["\"", "'"].iter().any(|mark| value.len() > 1 && value.starts_with(mark));
        // A comment, or one without a word.
        let is_comment = value.starts_with("# ") || value.chars().all(|sign| sign == '#');
        let is_none = is_comment || value.starts_with(['|', '>']) || value.is_empty();
        if built.slugs().is_empty() && !is_quoted && !is_none {
            prop_assert_eq!(title(&built), Some(value));
        }
        // What mends it keeps every letter.
        for _ in 0..3 {
            let built = handbook.build();
            let Some(fix) = built.handbook.findings.iter().find_map(|found| found.fix.clone()) else { break };
            let text = String::from_utf8(handbook.files["content/b.md"].clone()).unwrap();
            handbook = handbook.with("content/b.md", apply(&text, [&fix]).text);
        }
        let built = handbook.build();
        if built.slugs().is_empty() && !is_none {
            prop_assert_eq!(letters(title(&built).unwrap_or_default()), letters(value));
        }
    }

    #[test]
    fn any_name(name in "[a-zA-Z0-9 ._%#?&'\"äß:+-]{1,12}") {
        // No file can have these.
        prop_assume!(name != "." && name != "..");
        survives(&base().with(&format!("content/{name}.md"), "# Name\n").with(&format!("content/{name}"), "x").build());
    }
}

/// Files that the base does not all have, for edits.
const MORE_FILES: [&str; 7] = [
    "content/index.md",
    "content/x/c.md",
    "content/x/b.png",
    "content/neu/d.md",
    "content/p.png",
    "themes/standard/assets/custom.css",
    "themes/eigen/theme.yml",
];

/// Files whose front matter says something new.
const SAYING: [&str; 6] = [
    "content/a.md",
    "content/a.en.md",
    "content/b.md",
    "content/x/index.md",
    "content/x/c.md",
    "content/index.md",
];

/// What it says: titles under several letters above all.
const VALUES: [&str; 6] = ["Ämter", "9 Dinge", "„Zitat“", "b", "2024-05-06", "[x, y]"];

#[derive(Debug, Clone)]
enum Edit {
    /// A file gets another text, or goes.
    Write(&'static str, Option<&'static str>),
    /// A file goes to another place.
    Move(&'static str, &'static str),
    /// The front matter of a file says something first, or something else there than before.
    Say(&'static str, &'static str, &'static str),
}

impl Edit {
    fn apply(&self, handbook: Handbook) -> Handbook {
        let mut handbook = handbook;
        match self {
            Self::Write(path, Some(text)) => handbook = handbook.with(path, *text),
            Self::Write(path, None) => {
                handbook.files.remove(*path);
            }
            Self::Say(path, key, value) => {
                let bytes = handbook.files.get(*path).cloned().unwrap_or_default();
                let text = String::from_utf8(bytes).expect("all edits write texts");
                let text = says(&text, &format!("{key}: "), value);
                handbook = handbook.with(path, text);
            }
            Self::Move(from, to) => {
                if let Some(bytes) = handbook.files.remove(*from) {
                    handbook = handbook.with(to, bytes);
                }
            }
        }
        handbook
    }
}

/// `text` with another value at the key that its front matter begins with, or a new one there.
fn says(text: &str, key: &str, value: &str) -> String {
    let (front, body) = match text.strip_prefix("---\n") {
        Some(rest) => (rest, ""),
        None => ("---\n", text),
    };
    let rest = match front.split_once('\n') {
        Some((line, rest)) if line.starts_with(key) => rest,
        _ => front,
    };
    format!("---\n{key}{value}\n{rest}{body}")
}

/// A change to a handbook.
fn edit() -> impl Strategy<Value = Edit> {
    let texts = [
        "---\nkind: k\ntools: [b]\n---\n## Neu\n",
        "# B\n\n## Y\n",
        "---\nstatus: draft\n---\n## Y\n",
        "---\nid: b\naliases: [alt]\n---\n## Y\n",
        "![](_t.md)\n\n## Y\n",
        "languages: [en, de]\n",
        "markdown: {raw_html: false}\nseverity: {html-switched-off: off}\n",
        "fields: [{id: text, type: markdown}, {id: tools, type: refs, label: Neu}]\n",
        "- term: IHK\n",
        "Ein \"Zitat\" <b>fett</b>\n\n## Y\n",
        "# Neuer Titel\n\n## Y\n\n### Z\n\n![](_t.md)\n\n[c](x/c.md#y)\n",
        "[](#y)\n\n[fehlt](fehlt.md)\n",
        "title: Anders\ntheme: eigen\n",
        "body { color: #222 }",
        "{% extends \"standard/base.html\" %}",
        "",
    ];
    let edited = || select([&FILES[..], &MORE_FILES[..]].concat());
    let text = proptest::option::weighted(0.8, select(texts.to_vec()));
    let key = select(&["title", "title", "summary", "updated", "topics"][..]);
    prop_oneof![
        8 => (edited(), text).prop_map(|(path, text)| Edit::Write(path, text)),
        4 => (select(&SAYING[..]), key, select(&VALUES[..]))
            .prop_map(|(path, key, value)| Edit::Say(path, key, value)),
        1 => (edited(), edited()).prop_map(|(from, to)| Edit::Move(from, to)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_run_after_edits_gives_what_a_clean_one_gives(edits in vec(edit(), 1..10)) {
        let mut handbook = base();
        let mut memo = Memo::default();
        for edit in edits {
            handbook = edit.apply(handbook);
            let kept = handbook.build_with(Options::default(), &mut memo);
            let clean = handbook.build();
            prop_assert_eq!(kept.shown(Language::German), clean.shown(Language::German));
            prop_assert!(kept.files == clean.files);
        }
    }

    #[test]
    fn a_preview_shows_after_edits_what_a_clean_build_writes(edits in vec(edit(), 1..10)) {
        let mut handbook = base();
        let mut memo = Memo::default();
        let mut last = None;
        for edit in edits {
            handbook = edit.apply(handbook);
            let loaded = load(&handbook.snapshot(), Options { drafts: true, today: None }, &mut memo);
            let preview = Arc::new(Preview::new(loaded, last.as_ref()));
            let clean = handbook.build_drafts();
            let mut files = clean.by_plain_names();
            files.remove(MANIFEST);
            if !clean.handbook.has_errors() {
                let served = served(&preview, &handbook);
                let paths = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
                prop_assert_eq!(paths(&served), paths(&files));
                prop_assert!(served == files);
            }
            last = Some(preview);
        }
    }
}

/// All files of a preview.
fn served(preview: &Preview, handbook: &Handbook) -> Files {
    let generated = preview.index().keys().chain(preview.generated().keys());
    let paths = preview.files().keys().chain(generated);
    let bytes = |path: &String| match preview.get(path) {
        Some(Ok(Served::Bytes(bytes))) => bytes.into_owned(),
        Some(Ok(Served::CopyOf(source))) => handbook.files[source.as_str()].clone(),
        other => panic!("{path}: {other:?}"),
    };
    paths.map(|path| (path.clone(), bytes(path))).collect()
}

#[test]
fn the_base_of_these_tests_has_no_finding() {
    base().build().clean();
}

#[test]
fn a_text_that_asks_for_what_it_does_not_get_is_told() {
    let texts = "embed-at = auf { $o }\nsearch-nothing = nichts { $year }\n";
    let built = base().with("themes/standard/texts/de.ftl", texts).build();
    survives(&built);
    assert_eq!(built.slugs(), ["unknown-text-argument"; 2]);
}

#[test]
fn depth_ends_without_harm() {
    for text in [
        "> ".repeat(3000),
        "- ".repeat(1000),
        "[".repeat(3000),
        "*a ".repeat(3000),
        "<div>".repeat(3000),
        "![](".repeat(1000),
        format!("---\na: {}\n---\n", "[".repeat(5000)),
    ] {
        survives(&Handbook::chapter(&text).build());
    }
}

#[test]
fn what_stands_in_each_other_too_deep_is_told() {
    let nested = |depth: usize| Handbook::chapter(&format!("{}Text\n", "> ".repeat(depth))).build();
    assert_eq!(nested(60).slugs(), Vec::<&str>::new());
    assert_eq!(nested(70).slugs(), ["nested-too-deep"]);
}

#[test]
fn numbers_beyond_all_bounds_end_without_harm() {
    for value in [
        "1e999",
        "-1e999",
        "99999999999999999999",
        "0x7fffffffffffffff",
        ".nan",
        ".inf",
        "1-99999999999999999999999",
    ] {
        let text = format!(
            "---\norder: {value}\nkind: format\nparticipants: {value}\nlead_time: {value} Tage\nupdated: {value}\n---\n"
        );
        survives(&Handbook::chapter(&text).build());
    }
}

#[test]
fn texts_that_put_in_each_other_however_deep_end_in_a_finding() {
    const DEPTH: usize = 30_000;
    let nested = (0..DEPTH).fold(Handbook::chapter("# A\n\n![](_t/0.md)\n"), |handbook, n| {
        let text = format!("## T\n\n[da](#t)\n\n![]({}.md)\n", n + 1);
        handbook.with(&format!("content/_t/{n}.md"), text)
    });
    let built = nested
        .with(&format!("content/_t/{DEPTH}.md"), "Ende.\n")
        .build();
    assert_eq!(built.slugs(), ["too-many-includes"]);
    // Texts of which each puts in the next one twice.
    let doubled = (0..30).fold(Handbook::chapter("# A\n\n![](_t/0.md)\n"), |handbook, n| {
        let text = format!("![]({0}.md)\n\n![]({0}.md)\n", n + 1);
        handbook.with(&format!("content/_t/{n}.md"), text)
    });
    let built = doubled.with("content/_t/30.md", "Ende.\n").build();
    assert!(
        built
            .slugs()
            .iter()
            .all(|slug| *slug == "too-many-includes")
    );
}

/// The preview shows a page with its mistakes, so none may keep a template from working.
#[test]
fn whatever_a_field_holds_its_page_can_be_shown() {
    const VALUES: [&str; 24] = [
        "",
        "x",
        "12",
        "true",
        "2026-01-01",
        "https://a.example/",
        "mailto:a@b.example",
        "{}",
        "{a: b}",
        "{title: x}",
        "{path: x.pdf}",
        "{level: x}",
        "{level: 2}",
        "[]",
        "[x]",
        "[12]",
        "[[x]]",
        "[null]",
        "[{}]",
        "[{a: b}]",
        "[{title: x}]",
        "[{path: x.pdf}]",
        "[{path: null, title: x}]",
        "[{title: x, minutes: x, text: [x], path: [x]}]",
    ];
    let kinds = Kinds::built_in();
    for value in VALUES {
        let handbook = kinds.iter().fold(Handbook::default(), |all, kind| {
            let fields = kind.fields.iter();
            let fields: String = fields
                .map(|field| format!("{}: {value}\n", field.id))
                .collect();
            let text = format!("---\nkind: {}\n{fields}---\nText\n", kind.id);
            all.with(&format!("content/{}.md", kind.id), text)
        });
        let handbook = handbook.build().handbook;
        for planned in handbook.plan.pages() {
            let shown = handbook.render_for_preview(planned.page);
            assert!(shown.is_ok(), "{value}: {shown:?}");
        }
    }
}
