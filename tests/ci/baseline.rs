//! Known findings don't fail; new ones do.

use expect_test::expect;

use crate::support::{Handbook, OnDisk};

fn old() -> OnDisk {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [en]\nseverity: {missing-legal-page: off}\n\
         --- content/a.md\n[x](b.md) und [y]()\n\n[z]()\n\
         --- content/b.de.md\n[x](\"oh\".md)\n",
    );
    handbook.on_disk()
}

fn write(handbook: &OnDisk) {
    let output = handbook.run(&["check", "--baseline", "known.yml", "--write-baseline"]);
    assert_eq!(
        (output.code, output.stdout.as_str()),
        (Some(0), ""),
        "{}",
        output.stderr
    );
}

#[test]
fn a_baseline_can_be_read_and_compared() {
    let handbook = old();
    write(&handbook);
    let written = std::fs::read_to_string(handbook.path("known.yml")).unwrap();
    expect![[r##"
        # Known findings, written by transferbuch check --write-baseline. Take away what has been mended.
        format: 1
        "content/a.md":
          empty-link:
            "[y]()": 1
            "[z]()": 1
          unknown-chapter:
            "target=b.md": 1
        "content/b.de.md":
          unknown-chapter:
            "target=\"oh\".md": 1
          unlisted-language:
            "language=de, name=b-de.md": 1
    "##]].assert_eq(&written);
    write(&handbook);
    assert_eq!(
        std::fs::read_to_string(handbook.path("known.yml")).unwrap(),
        written
    );
    let output = handbook.run(&["check", "--lang", "de", "--baseline", "known.yml"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(output.stderr.contains("bekannte Befunde zählen nicht"));
}

#[test]
fn only_new_findings_fail() {
    let handbook = old();
    write(&handbook);
    let known = &["check", "--strict", "--baseline", "known.yml"];
    assert_eq!(handbook.run(known).code, Some(0));
    handbook.write(
        "content/a.md",
        "# Neu\n\nText\n\n[x](b.md) und [y]()\n\n[z]()\n\n[neu](c.md)\n",
    );
    let output = handbook.run(known);
    assert_eq!(output.code, Some(1));
    let shown = output.findings();
    assert!(shown.contains("There is no chapter at c.md"), "{shown}");
    assert_eq!(shown.matches("error[").count(), 1, "{shown}");
}

#[test]
fn a_known_handbook_can_be_built() {
    let handbook = old();
    assert_eq!(handbook.run(&["build"]).code, Some(1));
    write(&handbook);
    let output = handbook.run(&["build", "--baseline", "known.yml"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(handbook.path("public/a/index.html").exists());
}

#[test]
fn entries_that_nothing_matches_are_named() {
    let handbook = old();
    write(&handbook);
    handbook.write("content/a.md", "[y]()\n");
    let output = handbook.run(&["check", "--quiet", "--baseline", "known.yml"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    expect![[r#"
        warning[stale-baseline]: This known finding (empty-link) is no longer in content/a.md
         --> known.yml:6:5
        6 |     "[z]()": 1
          |     ^^^^^^^
          = help: Take the line away, or write the file anew with --write-baseline
        warning[stale-baseline]: This known finding (unknown-chapter) is no longer in content/a.md
         --> known.yml:8:5
        8 |     "target=b.md": 1
          |     ^^^^^^^^^^^^^
          = help: Take the line away, or write the file anew with --write-baseline
    "#]]
    .assert_eq(&output.findings());
    let strict = handbook.run(&["check", "--strict", "--baseline", "known.yml"]);
    assert_eq!(strict.code, Some(1));
}

#[test]
fn a_baseline_that_is_not_there_or_unreadable_is_told() {
    let handbook = old();
    let output = handbook.run(&["check", "--baseline", "known.yml"]);
    assert_eq!(output.code, Some(2));
    expect![[r#"
        error: There is no known.yml. Write it with: transferbuch check --baseline known.yml --write-baseline
    "#]].assert_eq(&output.stderr);

    handbook.write("known.yml", "content/a.md:\n  empty-link: viele\n");
    let output = handbook.run(&["check", "--baseline", "known.yml"]);
    assert_eq!(output.code, Some(1));
    let shown = output.findings();
    assert!(shown.contains("--> known.yml:2:15"), "{shown}");
}

#[test]
fn what_keeps_a_site_from_being_made_is_written_down_by_nobody() {
    let handbook = Handbook::default()
        .with("handbook.yml", "title: A\n")
        .on_disk();
    let output = handbook.run(&["check", "--baseline", "known.yml", "--write-baseline"]);
    assert_eq!(output.code, Some(1));
    assert!(!handbook.path("known.yml").exists());
}

#[test]
fn a_run_names_no_entry_that_it_did_not_look_for() {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [en]\nseverity: {missing-legal-page: off}\n--- search.yml\nmust_find:\n  - {query: Nirgendwo, pages: [a]}\n\
         --- content/a.md\nText\n",
    )
    .on_disk();
    write(&handbook);
    let known = std::fs::read_to_string(handbook.path("known.yml")).unwrap();
    assert!(known.contains("search-not-found:"), "{known}");
    let outside = "  external-gone:\n    \"url=https://a.example/\": 1\n";
    handbook.write("known.yml", format!("{known}{outside}"));
    for command in ["check", "build"] {
        let output = handbook.run(&[command, "--strict", "--baseline", "known.yml"]);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
    }
}
