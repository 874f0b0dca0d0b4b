//! A handbook with one of each mistake, `tests/every-mistake`, gives exactly the expected findings.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use expect_test::expect_file;
use jiff::civil::date;
use support::compact;
use transferbuch::diagnostic::codes;
use transferbuch::diagnostic::human::{Style, finding};
use transferbuch::disk;
use transferbuch::pipeline::{Handbook, Memo, load};
use transferbuch::site::Options;
use transferbuch::source::Snapshot;
use transferbuch::text::{Language, program};

/// What one folder can't show, and why.
const ELSEWHERE: [(&str, &[&str]); 14] = [
    (
        "it has no other language that is told apart",
        &["untranslated-paragraph"],
    ),
    (
        "not every system can have such a file, so this repository has none",
        &["unportable-name", "names-differ-in-case"],
    ),
    (
        "a handbook has only one theme, one thesaurus and one address, and no chapters or some",
        &[
            "broken-thesaurus",
            "unknown-theme",
            "theme-without-api",
            "not-a-url",
            "missing-url",
            "no-chapters",
        ],
    ),
    ("HTML is on or off", &["html-switched-off"]),
    (
        "a book is only made where nothing is wrong, and a PDF by a program that can",
        &[
            "program-without-pdf",
            "not-a-font",
            "missing-letter",
            "picture-not-in-pdf",
            "table-too-wide",
            "book-template",
        ],
    ),
    (
        "a page is only rendered, and searched, where nothing is wrong",
        &[
            "legal-page-out-of-reach",
            "template-error",
            "search-not-found",
            "search-wrongly-found",
            "too-many-includes",
        ],
    ),
    (
        "it is asked for outside, or held against a baseline",
        &[
            "external-closed",
            "external-endless",
            "external-failing",
            "external-gone",
            "external-leads-astray",
            "external-moved",
            "external-unreachable",
            "stale-baseline",
        ],
    ),
    (
        "the translations of a handbook have tests of their own",
        &[
            "missing-texts",
            "missing-translation",
            "stale-translation",
            "too-few-translations",
            "translation-without-original",
            "two-files-for-one-language",
            "unknown-text",
            "unknown-text-argument",
            "unknown-version",
        ],
    ),
    (
        "releases have tests of their own",
        &[
            "cannot-release",
            "lost-address",
            "lost-anchor",
            "manifest-format",
            "no-current-version",
            "not-published",
            "target-holds-releases",
            "edition-is-a-link",
            "tree-changed",
            "tree-foreign-file",
            "tree-lacks-file",
            "version-exists",
            "version-lower",
        ],
    ),
    (
        "no text is known that the parser drops",
        &["text-not-shown"],
    ),
    (
        "it would weigh on this repository",
        &["too-many-words", "word-too-long"],
    ),
    (
        "pictures have tests of their own",
        &[
            "drawing-font",
            "drawing-left-out",
            "heavy-picture",
            "image-text-says-nothing",
            "image-text-too-long",
            "picture-in-text",
            "picture-too-large",
            "picture-too-small",
            "unreadable-picture",
        ],
    ),
    (
        "colours have tests of their own",
        &["low-contrast", "not-a-colour"],
    ),
    (
        "it is about the system or the target, not about the handbook",
        &[
            "photo-with-position",
            "same-name-twice",
            "unreadable-file",
            "unreadable-name",
            "symlink-outside",
            "symlink-loop",
            "cannot-write",
            "target-overlaps-source",
            "target-is-system-folder",
            "target-not-ours",
            "target-is-a-file",
            "target-locked",
            "target-cannot-be-made",
            "target-is-a-mount",
            "target-parent-not-writable",
            "publication-unfinished",
            "internal-error",
            "text-too-large",
            "too-many-files",
            "nested-too-deep",
        ],
    ),
];

fn reviewed() -> (Snapshot, Handbook) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/every-mistake");
    let (snapshot, found) = disk::read(&root);
    let options = Options {
        today: Some(date(2026, 11, 15)),
        ..Options::default()
    };
    let mut handbook = load(&snapshot, options, &mut Memo::default());
    handbook.report(found);
    (snapshot, handbook)
}

#[test]
fn every_mistake_is_found_and_nothing_else() {
    let (snapshot, handbook) = reviewed();
    let source = |path: &str| handbook.source(&snapshot, path);
    let style = Style { colour: false };
    let texts = program(Language::German);
    let shown = handbook
        .findings
        .iter()
        .map(|found| compact(&finding(found, texts, &source, style)));
    expect_file!["every-mistake.txt"].assert_eq(&shown.collect::<String>());
}

#[test]
fn no_sort_of_mistake_is_missing() {
    let (_, handbook) = reviewed();
    let found: BTreeSet<&str> = handbook
        .findings
        .iter()
        .map(|found| found.code.slug)
        .collect();
    let elsewhere: BTreeSet<&str> = ELSEWHERE
        .iter()
        .flat_map(|(_, slugs)| *slugs)
        .copied()
        .collect();
    let missing: Vec<&str> = codes::ALL
        .iter()
        .map(|code| code.slug)
        .filter(|slug| !found.contains(slug) && !elsewhere.contains(slug))
        .collect();
    let needless: Vec<&str> = elsewhere.intersection(&found).copied().collect();
    assert_eq!((missing, needless), (Vec::new(), Vec::new()));
}
