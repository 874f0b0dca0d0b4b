//! What holds for all findings of a run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect;
use transferbuch::diagnostic::codes;

use crate::support::program::files;
use crate::support::{Handbook, check, compact};

/// Mistakes of every stage at once.
const ALL_AT_ONCE: &str = "--- handbook.yml
titel: A
--- glossary.yml
- text: x
--- kinds/k.yml
fields: [{id: a, type: choice}]
--- themes/standard/templates/start.html
{{ page.title }
--- content/a.md
---
updated: gestern
kind: lesson
tools: [nichts]
---
[x](b.md) [^1]
--- content/c.md
---
title: A: B
---
![](c.md)
";

#[test]
fn every_finding_is_shown_by_a_test() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut tests: String = ["findings", "release"]
        .iter()
        .flat_map(|name| files(&folder.join(name)))
        .map(|(_, file)| String::from_utf8(file).unwrap())
        .collect();
    for name in ["book.rs", "book_pdf.rs"] {
        tests.push_str(&fs::read_to_string(folder.join(name)).unwrap());
    }
    let shown = |slug: &&str| {
        let severities = ["error", "warning", "note", "Fehler", "Warnung", "Hinweis"];
        severities
            .iter()
            .any(|severity| tests.contains(&format!("{severity}[{slug}]")))
    };
    let missing: BTreeSet<&str> = codes::ALL
        .iter()
        .map(|code| code.slug)
        .filter(|slug| !shown(slug))
        .collect();
    // No text is known that the parser drops, and none that makes the program fail. What is too much
    // for it is tested where the bounds can be smaller.
    let others = [
        "internal-error",
        "text-not-shown",
        "text-too-large",
        "too-many-files",
    ];
    assert_eq!(missing, BTreeSet::from(others));
}

#[test]
fn one_run_reports_every_problem() {
    check(
        ALL_AT_ONCE,
        expect![[r#"
            error[missing-field]: A chapter of the kind `lesson` needs the field `direction`
             --> content/a.md:1:1
            1 | ---
              | ^^^
              = help: Write `direction: …`, or `open: [direction]` if the answer isn't known
            error[not-a-date]: `gestern` is no date
             --> content/a.md:2:10
            2 | updated: gestern
              |          ^^^^^^^
              = help: Write year, month and day: 2018-06-15
            error[unknown-reference]: There is no chapter `nichts`
             --> content/a.md:4:9
            4 | tools: [nichts]
              |         ^^^^^^
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
            error[unknown-chapter]: There is no chapter at b.md
             --> content/a.md:6:5
            6 | [x](b.md) [^1]
              |     ^^^^
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
            error[undefined-footnote]: The footnote `[^1]` has no text
             --> content/a.md:6:11
            6 | [x](b.md) [^1]
              |           ^^^^
              = help: Add a line `[^1]: …` at the end
            error[yaml-needs-quotes]: This text belongs in quotes because “:” stands in it
             --> content/c.md:2:8
            2 | title: A: B
              |        ^^^^
              = help: Write: title: "A: B"
            error[include-cycle]: content/c.md is put in here, and puts this text in itself
             --> content/c.md:4:5
            4 | ![](c.md)
              |     ^^^^
              = help: Take one of the two away
            error[missing-key]: `term` is missing
             --> glossary.yml:1:3
            1 | - text: x
              |   ^
              = help: Write `term: …` here, with what is to stand there in place of the dots
            error[unknown-key]: There is no field `titel`
             --> handbook.yml:1:1
            1 | titel: A
              | ^^^^^
              = help: Did you mean `title`?
              = help: Correct the name, or take the line away
            error[field-without-values]: A field of this type needs `values`
             --> kinds/k.yml:1:24
            1 | fields: [{id: a, type: choice}]
              |                        ^^^^^^
              = help: Add a line such as `values: [low, high]`
            error[template-syntax]: This template can't be read: Found `}` but expected }}
             --> themes/standard/templates/start.html:1:15
            1 | {{ page.title }
              |               ^
              = help: See themes/README.md for what a template can do
        "#]],
    );
}

#[test]
fn findings_end_with_exit_code_1_and_leave_the_old_site() {
    let handbook = Handbook::chapter("Alt\n")
        .with("handbook.yml", "")
        .on_disk();
    let before = handbook.build();
    for (path, bytes) in Handbook::new(ALL_AT_ONCE).files {
        handbook.write(&path, bytes);
    }
    let output = handbook.run(&["build"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(1), ""));
    assert!(
        output.stderr.ends_with(" errors: nothing was published\n"),
        "{}",
        output.stderr
    );
    assert_eq!(files(&handbook.path("public")), before);
    let left: Vec<_> = fs::read_dir(handbook.path("")).unwrap().collect();
    let names = left
        .into_iter()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(
        !names.into_iter().any(|name| name.starts_with('.')),
        "the staging folder is gone"
    );
}

#[test]
fn the_program_shows_what_the_library_finds() {
    let handbook = Handbook::new(ALL_AT_ONCE);
    let expected = handbook
        .review()
        .shown(transferbuch::text::Language::English);
    let output = handbook.on_disk().run(&["check", "--today", "2026-11-15"]);
    let shown = output.findings();
    let blocks = |text: &str| -> BTreeSet<String> {
        let text = text
            .replace("\nerror[", "\0error[")
            .replace("\nwarning[", "\0warning[");
        text.split('\0')
            .map(|block| block.trim_end().to_owned())
            .collect()
    };
    let (shown, end) = shown.split_once("14 errors: ").unwrap();
    assert_eq!(blocks(shown), blocks(&expected));
    assert_eq!(end.trim_end(), "like this, the handbook won't be published");
    let first_warning = shown.find("warning[").unwrap();
    assert!(!shown[first_warning..].contains("error["), "{shown}");
}

#[test]
fn every_error_is_shown_and_behind_fifty_findings_come_their_numbers() {
    let links = |n| format!("[x](x{n}.md)\n\n");
    let notes = |n| format!("[^{n}]: Nichts.\n\n");
    let text: String = (0..60).map(links).chain((0..5).map(notes)).collect();
    let output = Handbook::chapter(&text).on_disk().run(&["check"]);
    assert_eq!(output.stderr.matches("error[unknown-chapter]").count(), 60);
    assert!(!output.stderr.contains("warning["), "{}", output.stderr);
    let end = output.stderr.rsplit_once("Shown").unwrap().1;
    expect![[r#"
         are 60 of 65 findings, all errors first. There are:
             60  unknown-chapter
              5  unused-footnote

        60 errors: like this, the handbook won't be published
    "#]]
    .assert_eq(end);
}

#[test]
fn many_findings_that_say_the_same_are_shown_once() {
    let handbook = Handbook::chapter(&"[x]()\n\n".repeat(34)).on_disk();
    let output = handbook.run(&["check"]);
    expect![[r#"
        error[empty-link]: This link leads nowhere
         --> content/a.md:1:1
        1 | [x]()
          | ^^^^^
          = help: Put the file of a chapter in the parentheses
        and 33 more like this: content/a.md:3, content/a.md:5, content/a.md:7, content/a.md:9, content/a.md:11 …
        34 errors: like this, the handbook won't be published
    "#]].assert_eq(&compact(&output.stderr));
    let german = handbook.run(&["check", "--lang", "de"]);
    assert!(
        german.stderr.contains("und 33 weitere wie dieser: "),
        "{}",
        german.stderr
    );
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    use std::io::Read;
    use std::process::Stdio;

    let text: String = (0..3000).map(|n| format!("[x](x{n}.md)\n\n")).collect();
    let handbook = Handbook::chapter(&text).on_disk();
    for args in [
        &["check"][..],
        &["check", "--format", "json"],
        &["explain"],
        &["completions", "bash"],
    ] {
        let mut command = handbook.command(args);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut byte = [0];
        let mut errors = String::new();
        if args == ["check"] {
            child.stderr.take().unwrap().read_exact(&mut byte).unwrap();
        } else {
            child.stdout.take().unwrap().read_exact(&mut byte).unwrap();
            child
                .stderr
                .take()
                .unwrap()
                .read_to_string(&mut errors)
                .unwrap();
        }
        let code = child.wait().unwrap().code();
        assert!(code == Some(0) || code == Some(1), "{args:?}: {code:?}");
        assert!(!errors.contains("panicked"), "{args:?}: {errors}");
    }
}

#[test]
fn a_warning_publishes_unless_the_run_is_strict() {
    let handbook = Handbook::chapter("Ja.\n\n[^1]: Nein.\n").on_disk();
    assert_eq!(handbook.run(&["check", "--strict"]).code, Some(1));
    assert_eq!(handbook.run(&["build", "--strict"]).code, Some(1));
    assert!(!handbook.path("public").exists());
    assert_eq!(handbook.run(&["build"]).code, Some(0));
    assert!(handbook.path("public/index.html").exists());
}

#[test]
fn a_known_finding_that_is_no_longer_there() {
    use transferbuch::config::baseline::Baseline;
    use transferbuch::diagnostic::PlacePath;
    use transferbuch::diagnostic::human::{Style, finding};
    use transferbuch::source::FileText;
    use transferbuch::text::{Language, program};

    let text = "\"content/a.md\":\n  empty-link:\n    \"[x]()\": 2\n";
    let source = FileText::new(text.into());
    let (baseline, _) = Baseline::read(&PlacePath::outside("known.yml"), &source);
    let left = baseline.split(&[], &|_| None).stale;
    let style = Style { colour: false };
    let shown = finding(
        &left[0],
        program(Language::English),
        &|_| Some(&source),
        style,
    );
    expect![[r#"
        warning[stale-baseline]: 2 of this known finding (empty-link) are no longer in content/a.md
         --> known.yml:3:5
        3 |     "[x]()": 2
          |     ^^^^^^^
          = help: Take the line away, or write the file anew with --write-baseline
    "#]]
    .assert_eq(&compact(&shown));
}
