//! What is written stands in its page, as the [`oracle`](crate::oracle) sees it.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use transferbuch::pipeline::{self, Memo};
use transferbuch::site::Options;

use crate::chapters::chapter;
use crate::oracle::{Found, difference, found, shown};
use crate::support::Handbook;

/// What stands before every chapter here: its title, which stands elsewhere in the page.
const TITLE: &str = "# Kapitel\n\n";

/// How many chapters one handbook holds here.
const BATCH: usize = 50;

/// The chapters of `texts` in one handbook, and how each differs from its page.
fn differences(texts: &[String]) -> Vec<Option<String>> {
    let mut handbook = Handbook::default()
        .with("handbook.yml", "title: T\nlanguages: [de]\n")
        // Texts of which nothing is seen where a slip puts them in.
        .with("content/b.md", "")
        .with("content/mein kapitel.md", "")
        .with("content/b.png", "x");
    let path = |number: usize| format!("content/c{number}.md");
    for (number, text) in texts.iter().enumerate() {
        handbook = handbook.with(&path(number), format!("{TITLE}{text}"));
    }
    let built = pipeline::load(
        &handbook.snapshot(),
        Options::default(),
        &mut Memo::default(),
    );
    let compare = |(number, text): (usize, &String)| {
        let path = path(number);
        let found = found(&built, &path, TITLE.len(), text);
        let difference = difference(text, &shown::html(&built, &path), &found);
        difference.map(|difference| {
            let (slugs, page) = (&found.slugs, shown::text(&shown::html(&built, &path)));
            format!("{difference}\nfound: {slugs:?}\npage: {page}")
        })
    };
    texts.iter().enumerate().map(compare).collect()
}

/// What the page of a chapter shows, as HTML. Fails unless it shows what was written.
pub fn html(text: &str) -> String {
    let handbook = Handbook::chapter(&format!("{TITLE}{text}"))
        .with("handbook.yml", "title: T\nlanguages: [de]\n")
        .with("content/index.md", "# Anfang\n")
        .with("content/b.md", "# B\n")
        .with("content/b.png", "x");
    let built = pipeline::load(
        &handbook.snapshot(),
        Options::default(),
        &mut Memo::default(),
    );
    let html = shown::html(&built, "content/a.md");
    let found = found(&built, "content/a.md", TITLE.len(), text);
    assert_eq!(difference(text, &html, &found), None, "{html}");
    html
}

/// As [`html`], for a text in which nothing is found wrong.
pub fn clean(text: &str) -> String {
    let handbook = Handbook::chapter(text)
        .with("handbook.yml", "title: T\nlanguages: [de]\n")
        .with("content/index.md", "# Anfang\n")
        .with("content/b.md", "# B\n")
        .with("content/b.png", "x");
    handbook.build().clean();
    html(text)
}

fn number(name: &str) -> Option<u64> {
    let value = env::var(name).ok()?;
    Some(
        value
            .parse()
            .unwrap_or_else(|_| panic!("{name} is a number")),
    )
}

/// `CONSERVATION_CHAPTERS` says how many chapters are tried, `CONSERVATION_SECONDS` how long instead,
/// `CONSERVATION_SEED` which ones; all that fail are shown at the end.
#[test]
fn generated_chapters_keep_their_text() {
    let seconds = number("CONSERVATION_SECONDS");
    let chapters =
        number("CONSERVATION_CHAPTERS").unwrap_or(if seconds.is_some() { u64::MAX } else { 1000 });
    let seed = number("CONSERVATION_SEED").unwrap_or(1);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut failures = String::new();
    let mut count = 0;
    let mut tried = 0;
    while tried < chapters && end.is_none_or(|end| Instant::now() < end) && count < 20 {
        let size = usize::try_from(chapters - tried)
            .unwrap_or(BATCH)
            .min(BATCH);
        let mut trees: Vec<_> = (0..size)
            .map(|_| chapter().new_tree(&mut runner).unwrap())
            .collect();
        tried += size as u64;
        let texts: Vec<String> = trees.iter().map(ValueTree::current).collect();
        for (number, _) in differences(&texts)
            .iter()
            .enumerate()
            .filter(|(_, difference)| difference.is_some())
        {
            let (text, difference) = simplest(&mut trees[number]);
            count += 1;
            writeln!(failures, "--- {difference}\n{text:?}\n{text}\n").unwrap();
        }
    }
    eprintln!("{tried} chapters, {count} failures");
    assert!(
        failures.is_empty(),
        "of {tried} chapters with seed {seed}:\n{failures}"
    );
}

/// The simplest chapter that fails like that of `tree`.
fn simplest(tree: &mut impl ValueTree<Value = String>) -> (String, String) {
    let mut simplest = tree.current();
    let fails = |text: &String| differences(std::slice::from_ref(text)).remove(0);
    let mut difference = fails(&simplest).unwrap_or_else(|| "only beside others".into());
    let mut steps = 0;
    while steps < 300 && tree.simplify() {
        loop {
            steps += 1;
            let text = tree.current();
            if let Some(found) = fails(&text) {
                (simplest, difference) = (text, found);
                break;
            }
            if !tree.complicate() {
                return (simplest, difference);
            }
        }
    }
    (simplest, difference)
}

/// How the chapters of a handbook differ from their pages.
fn all_differences(handbook: &Handbook) -> Vec<String> {
    let built = pipeline::load(
        &handbook.snapshot(),
        Options::default(),
        &mut Memo::default(),
    );
    let site = &built.linked.site;
    let mut differences = Vec::new();
    for path in handbook.files.keys().filter(|path| path.ends_with(".md")) {
        let Some(id) = site.at_path(path) else {
            continue;
        };
        let chapter = site.chapter(id);
        let mut text = chapter.parsed.text().to_owned();
        if chapter.parsed.document.has_title && chapter.parsed.front.title.is_none() {
            // It stands elsewhere in the page.
            let start = text.len() - text.trim_start().len();
            let end = text[start..]
                .find('\n')
                .map_or(text.len(), |end| start + end);
            text.replace_range(start..end, &" ".repeat(end - start));
        }
        let found = found(&built, path, chapter.parsed.body, &text);
        let with_parts = with_parts(&text, path, handbook);
        let difference = difference(&with_parts, &shown::html(&built, path), &found);
        differences.extend(difference.map(|difference| format!("{path}: {difference}")));
        for (markdown, html) in shown::fields(&built, path) {
            let difference = self::difference(&markdown, &html, &Found::default());
            differences
                .extend(difference.map(|difference| format!("{path}: in a field: {difference}")));
        }
    }
    differences
}

/// A text with the texts that it puts in.
fn with_parts(text: &str, path: &str, handbook: &Handbook) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("![](") {
        let target = behind.split(')').next().unwrap_or_default();
        let place = transferbuch::source::HandbookPath::parse(path).unwrap();
        let part = transferbuch::source::HandbookPath::resolve(place.folder(), target);
        let part = part.ok();
        let part = part.filter(|part| part.as_str() != path && target.ends_with(".md"));
        let file = part.and_then(|part| Some((part.clone(), handbook.files.get(part.as_str())?)));
        whole.push_str(before);
        rest = &behind[target.len()..];
        if let Some((part, bytes)) = file {
            let part_text = str::from_utf8(bytes).unwrap();
            let front = part_text
                .strip_prefix("---\n")
                .and_then(|text| text.split_once("\n---\n"));
            let part_text = front.map_or(part_text, |(_, text)| text);
            whole.push_str(&with_parts(part_text, part.as_str(), handbook));
            rest = rest.strip_prefix(')').unwrap_or(rest);
        } else {
            whole.push_str("![](");
            whole.push_str(target);
        }
    }
    whole + rest
}

/// The files below `folder` of the project that belong to a handbook.
fn handbook_in(folder: &str) -> Handbook {
    fn add(handbook: &mut Handbook, root: &Path, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            let is_handbook = ["content", "kinds", "themes"]
                .iter()
                .any(|part| name.starts_with(part))
                || name.ends_with(".yml");
            if path.is_dir() && is_handbook {
                add(handbook, root, &path);
            } else if path.is_file() && is_handbook {
                handbook.files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut handbook = Handbook::default();
    add(&mut handbook, &root, &root);
    assert!(handbook.files.len() > 1, "{folder} is a handbook");
    handbook
}

#[test]
fn the_chapters_of_the_sample_keep_their_text() {
    assert_eq!(all_differences(&handbook_in("")), [""; 0]);
}

#[test]
fn the_chapters_of_other_tests_keep_their_text() {
    for folder in [
        "tests/every-mistake",
        "tests/browser/handbooks/elements",
        "tests/browser/handbooks/languages",
    ] {
        assert_eq!(all_differences(&handbook_in(folder)), [""; 0]);
    }
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders =
        ["golden", "search/handbook"].map(|folder| fs::read_dir(tests.join(folder)).unwrap());
    for entry in folders.into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let text = fs::read_to_string(&path).unwrap();
            let handbook = if text.starts_with("--- ") {
                Handbook::new(&text)
            } else {
                Handbook::chapter(&text)
            };
            assert_eq!(all_differences(&handbook), [""; 0], "{}", path.display());
        }
    }
}
