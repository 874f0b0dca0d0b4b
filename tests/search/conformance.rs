//! The reader's script and the terminal give the same answers.

use crate::fixture::{Fixture, dev, files, handbook, judged, searcher};
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use transferbuch::search::{Corpus, Marked, Options, Results, Searcher};

#[derive(Debug, PartialEq, Deserialize)]
struct Answer {
    hits: Vec<Shown>,
    total: usize,
    suggestion: Option<String>,
    also: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Shown {
    url: String,
    title: Text,
    heading: Text,
    kind: String,
    excerpt: Text,
    score: f64,
    lacks: Vec<String>,
}

/// Marks in UTF-16 units, as a browser counts.
#[derive(Debug, PartialEq, Deserialize)]
struct Text {
    text: String,
    marks: Vec<(usize, usize)>,
}

/// Queries that no handbook answers, and some that are no queries.
const ODD: [&str; 22] = [
    "",
    " ",
    "?!… —",
    "🎉🎉",
    "<script>alert(1)</script>",
    "مرحبا بالعالم",
    "Привіт світе",
    "手册",
    "a",
    "ue",
    "in",
    "innen",
    "~",
    "~tfnuk",
    "der die das",
    "Über uns",
    "Lehrer:innen",
    "Schüler/-innen(innen)",
    "O'Neill",
    "1",
    "2024",
    "\u{300}\u{301}",
];

fn text(marked: &Marked) -> Text {
    let units = |at: usize| marked.text[..at].encode_utf16().count();
    let marks = marked
        .marks
        .iter()
        .map(|&(from, to)| (units(from), units(to)))
        .collect();
    Text {
        text: marked.text.clone(),
        marks,
    }
}

fn answer(results: &Results) -> Answer {
    let shown = results.hits.iter().map(|hit| Shown {
        url: hit.url.clone(),
        title: text(&hit.title),
        heading: text(&hit.heading),
        kind: hit.kind.1.clone(),
        excerpt: text(&hit.excerpt),
        score: hit.score,
        lacks: hit.lacks.clone(),
    });
    Answer {
        hits: shown.collect(),
        total: results.total,
        suggestion: results.suggestion.clone(),
        also: results.also.clone(),
    }
}

/// What the script answers.
fn script(folder: &Path, queries: &[String]) -> Vec<Answer> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node")
        .arg(root.join("tests/search/conformance.mjs"))
        .arg(root.join("themes/standard/assets/search-core.js"))
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is needed to test the reader's script");
    let mut input = node.stdin.take().expect("a pipe");
    input
        .write_all(serde_json::to_string(queries).expect("JSON").as_bytes())
        .expect("node reads");
    drop(input);
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "the script failed");
    serde_json::from_slice(&output.stdout).expect("answers")
}

fn write(files: &HashMap<String, Vec<u8>>, name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("parts")).expect("a folder");
    for (path, bytes) in files {
        fs::write(folder.join(path), bytes).expect("a file");
    }
    folder
}

/// Every query as it is, typed half, and in capitals; pairs of them; and the odd ones.
fn variants(queries: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = ODD.iter().map(|odd| (*odd).to_owned()).collect();
    out.push("sehr langes Wort ".repeat(600));
    out.push("x".repeat(10_000));
    for pair in queries.windows(2) {
        let letters = pair[0].chars().count();
        out.push(pair[0].chars().take(letters.div_ceil(2)).collect());
        out.push(pair[0].to_uppercase());
        out.push(pair.join(" "));
    }
    out.extend(queries);
    out
}

fn same_answers(fixture: &Fixture, name: &str, queries: &[String]) {
    let files = files(&fixture.corpus);
    let folder = write(&files, name);
    let searcher: Searcher = searcher(&files);
    let script = script(&folder, queries);
    assert_eq!(script.len(), queries.len());
    for (query, script) in queries.iter().zip(script) {
        let results = searcher
            .search(query, &Options::default())
            .expect("the index is whole");
        assert_eq!(script, answer(&results), "{query:?}");
    }
}

#[test]
fn on_the_dev_pages() {
    let fixture = dev();
    same_answers(&fixture, "conformance-dev", &variants(fixture.queries()));
}

#[test]
fn on_the_handbook() {
    let fixture = handbook();
    same_answers(
        &fixture,
        "conformance-handbook",
        &variants(fixture.queries()),
    );
}

#[test]
fn on_facts_and_signs() {
    let mut corpus = crate::found::formats();
    corpus.chapters.extend(
        crate::fixture::corpus(
            "de",
            &[
                (
                    "C++ und C#",
                    "R&D für 1 500 Leute, 1.500 Gäste, § 16i SGB II.",
                ),
                (
                    "Was hat nicht funktioniert und warum",
                    "Phasen der Steuer, die Formel.",
                ),
            ],
        )
        .chapters,
    );
    let fixture = Fixture {
        corpus,
        ..handbook()
    };
    let queries = [
        "20 Personen",
        "halber Tag",
        "ohne Geld",
        "Geld ohne",
        "Methode ohne Geld",
        "zwei Stunden für 20 Leute",
        "eine Stunde",
        "höchstens 15 Personen",
        "bis zu 15 Leute",
        "mehr als 50 Leute",
        "6 bis 12 Personen",
        "12-30 Personen",
        "zwischen 12 und 30 Personen",
        "1 bis 2 Stunden",
        "mindestens ein halber Tag",
        "Leute für den Garten",
        "Plan für die Moderation",
        "1.500",
        "1 500 Leute",
        "C++",
        "c#",
        "r&d",
        "R & D",
        "SGB II",
        "§ 16i",
        "Phsaen",
        "Stueer",
        "funktioniert",
        "was hat nicht funktioniert und warum",
        "constructor 1",
        "__proto__ Tage",
        "5 constructor",
        "toString Personen",
        "geht’s",
        "Wie erreiche ich Gäste ohne Budget",
    ];
    let queries: Vec<String> = queries.map(str::to_owned).into();
    same_answers(&fixture, "conformance-facts", &queries);
}

#[test]
fn with_a_thesaurus() {
    let mut fixture = handbook();
    fixture.corpus.thesaurus = Some(crate::found::thesaurus());
    let mut queries = fixture.queries();
    let others = [
        "Wagen",
        "Autos mieten",
        "Gefährt",
        "Zusammenkunft",
        "Zusammenkünfte leiten",
        "Wagne",
        "wa",
    ];
    queries.extend(others.map(str::to_owned));
    same_answers(&fixture, "conformance-thesaurus", &queries);
}

#[test]
fn in_other_languages() {
    for lang in ["ar", "en", "fr", "tr", "uk"] {
        let fixture = judged(lang);
        let mut queries = fixture.queries();
        let half = |query: &String| query.chars().take(query.chars().count() / 2).collect();
        queries.extend(queries.iter().map(half).collect::<Vec<String>>());
        same_answers(&fixture, &format!("conformance-judged-{lang}"), &queries);
    }
    // Every set of rules over the same texts, with words of all scripts in them.
    let german = handbook();
    let mut scripts = crate::fixture::corpus(
        "",
        &[
            ("手册指南", "市民会議の手引き。第2章 a手b"),
            ("คู่มือประชาชน", "การประชุมของประชาชน ສະບາຍດີ"),
            ("Ґанок, сім’я і їхній йод", "Об'єднання громад, ёлка"),
            ("كتاب المدرسة", "إلى المدينة ٢٠٢٦ وبالقرعة کتاب‌ها ۲۰"),
            ("Isparta ılıca İŞ", "Đorđe, Łódź, œuvre, straße, ǅ"),
            ("עברית", "שָׁלוֹם ספרים"),
            ("हिन्दी", "नागरिकों की सभा"),
        ],
    );
    let odd = "手册 手 册指南 市民会議 ประชุม ประชาชน ก сім'я сімʼя обʼєднання єднань їх йоду المدرسة بالمدينه 2026 ٢٠ كتب \
               ISPARTA ilica is dorde lodz oeuvre שלום नागरिक नागरिकों assemblees kursista kurserna";
    scripts
        .chapters
        .extend(german.corpus.chapters.iter().take(6).cloned());
    let mut odd: Vec<String> = odd.split_whitespace().map(str::to_owned).collect();
    odd.push("市民会議の手引き 第2章".to_owned());
    for lang in [
        "ar", "ca", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "hi", "hu",
        "hy", "id", "it", "ja", "lt", "ne", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "sw",
        "ta", "th", "tr", "uk", "yi", "zh",
    ] {
        scripts.lang = lang.into();
        let fixture = Fixture {
            corpus: scripts.clone(),
            ..handbook()
        };
        same_answers(&fixture, &format!("conformance-scripts-{lang}"), &odd);
    }
    for lang in ["en", "uk"] {
        let corpus = Corpus {
            lang: lang.into(),
            ..german.corpus.clone()
        };
        let fixture = Fixture {
            corpus,
            ..handbook()
        };
        same_answers(&fixture, &format!("conformance-{lang}"), &fixture.queries());
    }
}
