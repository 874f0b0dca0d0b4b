//! Findings in formats that programs read.

use std::collections::BTreeSet;

use expect_test::expect;
use serde_json::Value;

use crate::support::program::{output, program};
use crate::support::{Handbook, OnDisk};

/// An error with an offer behind an umlaut, a double with a second place, and a warning.
fn broken() -> OnDisk {
    let handbook = Handbook::new(
        "--- handbook.yml\ntitle: A\nlanguages: [en]\nseverity:\n  empty-link: warning\n  missing-legal-page: off\n\
         --- content/büro/a.md\n# Ämter, 100 %\n\nSiehe Ämter [x](bb.md), [y]()\n\
         --- content/büro/bbb.md\n# B\n\n## Eins {#e}\n\n## Zwei {#e}\n",
    );
    handbook.on_disk()
}

fn stdout(handbook: &OnDisk, format: &str) -> String {
    let output = handbook.run(&["check", "--format", format]);
    assert_eq!(output.code, Some(1));
    let said = "2 errors: like this, the handbook won't be published\n";
    assert_eq!(output.stderr, said);
    output.stdout
}

fn json(handbook: &OnDisk, format: &str) -> Value {
    serde_json::from_str(&stdout(handbook, format)).unwrap()
}

#[test]
fn people_get_carets_on_stderr_and_nothing_on_stdout() {
    let output = broken().run(&["check"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(1), ""));
    let found = output
        .stderr
        .contains("error[unknown-chapter]: There is no");
    assert!(found, "{}", output.stderr);
}

#[test]
fn json_has_everything_that_people_see() {
    expect![[r#"
        {
          "version": 1,
          "findings": [
            {
              "slug": "unknown-chapter",
              "severity": "error",
              "message": "There is no chapter at bb.md",
              "hint": "Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away",
              "path": "content/büro/a.md",
              "start": {
                "line": 3,
                "column": 17
              },
              "end": {
                "line": 3,
                "column": 22
              },
              "fingerprint": "49dcb2da8ed79deb41ec82bad7dc77cb"
            },
            {
              "slug": "empty-link",
              "severity": "warning",
              "message": "This link leads nowhere",
              "hint": "Put the file of a chapter in the parentheses",
              "path": "content/büro/a.md",
              "start": {
                "line": 3,
                "column": 25
              },
              "end": {
                "line": 3,
                "column": 30
              },
              "fingerprint": "5db1efcfcc6d55d1a6c0408379572a72"
            },
            {
              "slug": "duplicate-anchor",
              "severity": "error",
              "message": "The anchor `e` is set twice on this page",
              "hint": "Change one of the two `{#e}`",
              "path": "content/büro/bbb.md",
              "start": {
                "line": 5,
                "column": 1
              },
              "end": {
                "line": 5,
                "column": 13
              },
              "fingerprint": "2a6c2f20ad32ceb2f663ed2c66d2a43b"
            }
          ],
          "counts": {
            "error": 2,
            "warning": 1,
            "note": 0
          }
        }
    "#]].assert_eq(&stdout(&broken(), "json"));
}

#[test]
fn json_speaks_the_language_that_was_asked_for() {
    let handbook = broken();
    let output = handbook.run(&["check", "--format", "json", "--lang", "de"]);
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(
        report["findings"][1]["message"],
        "Dieser Link führt nirgendwohin"
    );
}

#[test]
fn annotations_of_github_are_escaped() {
    expect![[r#"
        ::error file=content/büro/a.md,line=3,endLine=3,col=17,endColumn=22,title=unknown-chapter::There is no chapter at bb.md%0ACorrect the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
        ::warning file=content/büro/a.md,line=3,endLine=3,col=25,endColumn=30,title=empty-link::This link leads nowhere%0APut the file of a chapter in the parentheses
        ::error file=content/büro/bbb.md,line=5,endLine=5,col=1,endColumn=13,title=duplicate-anchor::The anchor `e` is set twice on this page%0AChange one of the two `{#e}`
    "#]].assert_eq(&stdout(&broken(), "github"));
    let odd = Handbook::default()
        .with("handbook.yml", "severity: {unportable-name: off}\n")
        .with("content/a,b: 5%.md", "[x]()\n")
        .on_disk();
    let output = odd.run(&["check", "--format", "github"]);
    let begins = "::error file=content/a%2Cb%3A 5%25.md,line=1,endLine=1,col=1,endColumn=6,";
    assert!(output.stdout.starts_with(begins), "{}", output.stdout);
}

#[test]
fn gitlab_gets_a_code_quality_report() {
    expect![[r#"
        [
          {
            "check_name": "unknown-chapter",
            "description": "There is no chapter at bb.md\nCorrect the path from this file to that of the chapter, begin one (transferbuch add), or take the link away",
            "fingerprint": "49dcb2da8ed79deb41ec82bad7dc77cb",
            "severity": "major",
            "location": {
              "path": "content/büro/a.md",
              "lines": {
                "begin": 3
              }
            }
          },
          {
            "check_name": "empty-link",
            "description": "This link leads nowhere\nPut the file of a chapter in the parentheses",
            "fingerprint": "5db1efcfcc6d55d1a6c0408379572a72",
            "severity": "minor",
            "location": {
              "path": "content/büro/a.md",
              "lines": {
                "begin": 3
              }
            }
          },
          {
            "check_name": "duplicate-anchor",
            "description": "The anchor `e` is set twice on this page\nChange one of the two `{#e}`",
            "fingerprint": "2a6c2f20ad32ceb2f663ed2c66d2a43b",
            "severity": "major",
            "location": {
              "path": "content/büro/bbb.md",
              "lines": {
                "begin": 5
              }
            }
          }
        ]
    "#]].assert_eq(&stdout(&broken(), "gitlab"));
}

#[test]
fn sarif_results_name_their_rules_and_places() {
    let log = json(&broken(), "sarif");
    assert_eq!(
        (&log["version"], log["runs"].as_array().unwrap().len()),
        (&"2.1.0".into(), 1)
    );
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let result = &run["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&"unknown-chapter".into(), &"error".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/b%C3%BCro/a.md");
    let region =
        serde_json::json!({"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 22});
    assert_eq!(place["region"], region);
}

#[test]
fn fingerprints_outlive_shifted_lines_and_tell_findings_apart() {
    let prints = |text: &str| -> Vec<String> {
        let handbook = Handbook::chapter(text).on_disk();
        let log: Value =
            serde_json::from_str(&handbook.run(&["check", "--format", "sarif"]).stdout).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let print = |result: &Value| result["partialFingerprints"]["transferbuch/v1"].clone();
        let prints = results.iter().map(print);
        prints
            .map(|print| print.as_str().unwrap().to_owned())
            .collect()
    };
    let before = prints("[a]()\n\n[a]()\n\n[b](c.md)\n");
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(
        prints("# Neu\n\nText\n\n[a]()\n\n[a]() [b](c.md)\n"),
        before
    );
}

#[test]
fn paths_are_seen_from_the_repository_s_root() {
    let repository = Handbook::default()
        .with("docs/handbuch/handbook.yml", "")
        .with("docs/handbuch/content/a.md", "[x]()\n")
        .on_disk();
    for format in ["github", "gitlab", "sarif"] {
        let output = repository.run(&["-C", "docs/handbuch", "check", "--format", format]);
        assert!(
            output.stdout.contains("docs/handbuch/content/a.md"),
            "{}",
            output.stdout
        );
    }
    let mut inside = program();
    inside.current_dir(repository.path("docs/handbuch/content"));
    let output = output(inside.args(["check", "--format", "github"]));
    assert!(
        output.stdout.starts_with("::error file=content/a.md"),
        "{}",
        output.stdout
    );
}

#[test]
fn nothing_wrong_is_an_empty_report() {
    let handbook = Handbook::chapter("Text\n").on_disk();
    let stdout = |format| {
        let output = handbook.run(&["check", "--quiet", "--format", format]);
        assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""));
        output.stdout
    };
    assert_eq!(stdout("github"), "");
    assert_eq!(stdout("gitlab"), "[]\n");
    let json: Value = serde_json::from_str(&stdout("json")).unwrap();
    let counts = serde_json::json!({"error": 0, "warning": 0, "note": 0});
    assert_eq!(
        (&json["findings"], &json["counts"]),
        (&Value::Array(Vec::new()), &counts)
    );
    let sarif: Value = serde_json::from_str(&stdout("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn build_reports_in_every_format_too() {
    let handbook = broken();
    for format in ["json", "sarif", "github", "gitlab"] {
        let built = handbook.run(&["build", "--format", format]);
        assert_eq!(
            (built.code, built.stdout),
            (Some(1), stdout(&handbook, format))
        );
    }
    assert!(!handbook.path("public").exists());
}

#[test]
fn ten_thousand_findings_are_cut_for_people_only() {
    let links: String = (0..10_000).map(|n| format!("[{n}]()\n\n")).collect();
    let handbook = Handbook::chapter(&format!("{links}[x](b.md)\n")).on_disk();
    let shown = handbook.run(&["check"]).stderr;
    assert_eq!(shown.matches("error[").count(), 2);
    assert!(shown.contains("and 9999 more like this: "), "{shown}");
    let report = handbook.run(&["check", "--format", "json"]).stdout;
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["findings"].as_array().unwrap().len(), 10_001);
}

/// What every format says of a finding: slug, file, line and column; the line alone for GitLab.
type Reported = BTreeSet<(String, String, u64, Option<u64>)>;

fn reported(format: &str, text: &str) -> Reported {
    let string = |value: &Value| value.as_str().unwrap().to_owned();
    let number = |value: &Value| value.as_u64();
    if format == "github" {
        let reported = |line: &str| {
            let (properties, _) = line.split_once(' ').unwrap().1.split_once("::").unwrap();
            let get = |name: &str| {
                let found = properties
                    .split(',')
                    .find_map(|p| p.strip_prefix(&format!("{name}=")));
                found.map(|value| {
                    value
                        .replace("%2C", ",")
                        .replace("%3A", ":")
                        .replace("%25", "%")
                })
            };
            let number = |name: &str| get(name).and_then(|value| value.parse().ok());
            let line = number("line").unwrap_or(1);
            (
                get("title").unwrap(),
                get("file").unwrap(),
                line,
                number("col"),
            )
        };
        return text.lines().map(reported).collect();
    }
    let report: Value = serde_json::from_str(text).unwrap();
    let findings = match format {
        "json" => &report["findings"],
        "sarif" => &report["runs"][0]["results"],
        _ => &report,
    };
    let reported = |found: &Value| match format {
        "json" => (
            string(&found["slug"]),
            string(&found["path"]),
            number(&found["start"]["line"]).unwrap_or(1),
            number(&found["start"]["column"]),
        ),
        "sarif" => {
            let place = &found["locations"][0]["physicalLocation"];
            let uri = string(&place["artifactLocation"]["uri"]);
            (
                string(&found["ruleId"]),
                transferbuch::source::percent_decode(&uri).unwrap(),
                number(&place["region"]["startLine"]).unwrap_or(1),
                number(&place["region"]["startColumn"]),
            )
        }
        _ => (
            string(&found["check_name"]),
            string(&found["location"]["path"]),
            number(&found["location"]["lines"]["begin"]).unwrap(),
            None,
        ),
    };
    findings.as_array().unwrap().iter().map(reported).collect()
}

/// A platform heeds columns within one line only, or not at all.
fn lines(reported: Reported) -> BTreeSet<(String, String, u64)> {
    let line = |(slug, path, line, _)| (slug, path, line);
    reported.into_iter().map(line).collect()
}

/// The expected findings of `tests/every-mistake`, from what people see of them.
fn expected() -> Reported {
    let shown = include_str!("../every-mistake.txt");
    let mut reported = Reported::new();
    let mut slug = None;
    for line in shown.lines() {
        let place = line.trim_start().strip_prefix("--> ");
        if let Some((_, rest)) = line
            .split_once('[')
            .filter(|_| !line.starts_with([' ', '-']))
        {
            let named = rest.split_once("]: ").map(|(slug, _)| slug.to_owned());
            slug = named.or(slug);
        } else if let Some((slug, place)) = slug.take().zip(place) {
            let mut parts = place.split(':');
            let path = parts.next().unwrap().to_owned();
            let mut number = || parts.next().and_then(|number| number.parse().ok());
            let (line, column) = (number(), number());
            reported.insert((slug, path, line.unwrap_or(1), column));
        }
    }
    reported
}

#[test]
fn every_mistake_is_told_in_all_formats() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/every-mistake");
    let reported = |format| {
        let args = ["check", "--today", "2026-11-15", "--format", format];
        let output = output(program().current_dir(&root).args(args));
        assert_eq!(output.code, Some(1));
        reported(format, &output.stdout)
    };
    let expected = expected();
    assert!(expected.len() > 80, "{}", expected.len());
    assert_eq!(reported("json"), expected);
    assert_eq!(reported("sarif"), expected);
    let expected = lines(expected);
    assert_eq!(lines(reported("github")), expected);
    assert_eq!(lines(reported("gitlab")), expected);
}
