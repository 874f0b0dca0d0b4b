//! Every letter of a source that is no syntax stands in its page, in order, or a finding says that it
//! doesn't; and every letter of a page comes from its source.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use transferbuch::pipeline::{self, Memo};
use transferbuch::site::Options;

use crate::chapters::chapter;
use crate::shown::{self, Shown};
use crate::support::Handbook;
use crate::written::{Letter, Written};

/// What stands before every chapter here: its title, which stands elsewhere in the page.
const TITLE: &str = "# Kapitel\n\n";

/// Findings that say that text at their place isn't shown, or not as it was written.
const LOSSES: [&str; 4] = [
    "cell-beyond-head",
    "forbidden-html",
    "unused-definition",
    "text-not-shown",
];

/// Findings that say so of a note, of which they underline the label.
const LOST_NOTES: [&str; 2] = ["duplicate-footnote", "unused-footnote"];

/// How many chapters one handbook holds here.
const BATCH: usize = 50;

/// What was found of a chapter.
#[derive(Debug, Default)]
struct Found {
    /// Places at which text isn't shown.
    lost: Vec<Range<usize>>,
    has_wrong_number: bool,
    slugs: Vec<&'static str>,
}

/// How the letters of `source` differ from those of the HTML of its page.
fn difference(source: &str, html: &str, found: &Found) -> Option<String> {
    let mut written = Written::new(source);
    if written.has_open_html {
        return None;
    }
    if found.has_wrong_number {
        written = written.without_item_numbers();
    }
    let shown = shown::letters(html);
    let letters = written.letters();
    let is_lost = |letter: &Letter| found.lost.iter().any(|lost| lost.contains(&letter.at));
    let required: Vec<Letter> = letters
        .iter()
        .filter(|letter| letter.required && !is_lost(letter))
        .copied()
        .collect();
    let missing = if written.has_notes {
        missing_word(&required, &shown)
    } else {
        missing_letter(&required, &shown)
    };
    if let Some(at) = missing {
        return Some(format!("isn't shown: {:?}", excerpt(source, at)));
    }
    invented(&letters, &shown).map(|text| format!("wasn't written: {text:?}"))
}

/// The place of the first letter that the page doesn't show in its order.
fn missing_letter(required: &[Letter], shown: &[Shown]) -> Option<usize> {
    let mut shown = shown.iter();
    let missing = required
        .iter()
        .find(|letter| !shown.any(|shown| shown.letter == letter.letter))?;
    Some(missing.at)
}

/// The place of the first word that the page doesn't show as often as it was written. Notes stand
/// elsewhere in a page than in their source, so there is no order to hold.
fn missing_word(required: &[Letter], shown: &[Shown]) -> Option<usize> {
    let shown: String = shown
        .iter()
        .map(|shown| shown.letter)
        .filter(|c| !c.is_whitespace())
        .collect();
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut next = None;
    for letter in required {
        match words.last_mut().filter(|_| next == Some(letter.at)) {
            Some((_, word)) => word.push(letter.letter),
            None => words.push((letter.at, letter.letter.into())),
        }
        next = Some(letter.at + letter.letter.len_utf8());
    }
    let count = |word: &str| words.iter().filter(|(_, other)| other == word).count();
    let missing = words
        .iter()
        .find(|(_, word)| shown.matches(word.as_str()).count() < count(word))?;
    Some(missing.0)
}

/// What the page shows and nobody wrote.
fn invented(letters: &[Letter], shown: &[Shown]) -> Option<String> {
    let mut left = letters.iter();
    let mut in_notes = false;
    for (at, next) in shown.iter().enumerate() {
        in_notes |= next.letter == '\0';
        // Notes are numbered in the order in which the text refers to them.
        if in_notes && next.is_ours && next.letter == '\n' {
            left = letters.iter();
        }
        let is_text = next.letter.is_alphanumeric() && !next.is_ours;
        if is_text && !left.any(|letter| letter.letter == next.letter) {
            let text = shown[at.saturating_sub(20)..shown.len().min(at + 20)].iter();
            return Some(text.map(|shown| shown.letter).collect());
        }
    }
    None
}

/// What stands around `at`, with a mark there.
fn excerpt(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(30).collect();
    let before: String = before.into_iter().rev().collect();
    let behind: String = text[at..].chars().take(30).collect();
    format!("{before}▶{behind}")
}

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

/// What was found in the file at `path`, whose text begins at byte `offset`.
fn found(built: &pipeline::Handbook, path: &str, offset: usize, text: &str) -> Found {
    let mut found = Found::default();
    for finding in built
        .findings
        .iter()
        .filter(|finding| finding.place.path.to_string() == path)
    {
        let slug = finding.code.slug;
        found.slugs.push(slug);
        found.has_wrong_number |= slug == "wrong-item-number";
        let Some(span) = finding.place.span else {
            continue;
        };
        let Some(start) = span.range().start.checked_sub(offset) else {
            continue;
        };
        let end = span.range().end - offset;
        if LOSSES.contains(&slug) {
            found.lost.push(start..end);
        } else if LOST_NOTES.contains(&slug) {
            found.lost.push(start..end_of_note(text, end));
        }
    }
    found
}

/// Where the note ends whose label ends at `at`: before the first line behind a blank one that isn't
/// indented.
fn end_of_note(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut is_blank = false;
    for line in text[at..].split_inclusive('\n') {
        if is_blank
            && !line.trim_matches([' ', '\t', '\n']).is_empty()
            && !line.starts_with([' ', '\t', '>'])
        {
            break;
        }
        is_blank = line.trim_matches([' ', '\t', '>', '\n']).is_empty();
        end += line.len();
    }
    end
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
