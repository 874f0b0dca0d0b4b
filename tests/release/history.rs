//! When chapters changed, as the history of the handbook's repository has it.

use std::process::Command;

use crate::support::program::output;
use crate::{Handbook, OnDisk};

/// Calls git as someone without settings; `false` where it isn't installed.
fn git(handbook: &OnDisk, day: &str, args: &[&str]) -> bool {
    git_as("x", handbook, day, args)
}

fn git_as(name: &str, handbook: &OnDisk, day: &str, args: &[&str]) -> bool {
    let mut git = Command::new("git");
    git.current_dir(handbook.path("")).args(args);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{who}_NAME"), name);
        git.env(format!("GIT_{who}_EMAIL"), "x@example.org");
        git.env(format!("GIT_{who}_DATE"), format!("{day}T12:00:00Z"));
    }
    let installed = Command::new("git").arg("--version").output().is_ok();
    assert!(!installed || output(&mut git).code == Some(0));
    installed
}

fn commit(handbook: &OnDisk, day: &str) {
    git(handbook, day, &["add", "--all"]);
    git(handbook, day, &["commit", "--quiet", "--message", day]);
}

fn updated(handbook: &OnDisk, chapter: &str) -> String {
    let output = handbook.run(&["context", chapter]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let context: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let day = &context["chapter"]["updated"]["iso"];
    day.as_str().unwrap_or_default().to_owned()
}

#[test]
fn chapters_without_a_day_take_it_from_the_repository_if_asked() {
    let handbook = Handbook::new(
        "\
--- handbook.yml
languages: [de]
updated: git
--- content/index.md
# Start
--- content/größe.md
# Größe
--- content/alt.md
---
updated: 2020-02-02
---
# Alt
",
    )
    .on_disk();
    assert_eq!(updated(&handbook, "content/größe.md"), "");
    if !git(&handbook, "2025-05-05", &["init", "--quiet"]) {
        eprintln!("git isn't installed");
        return;
    }
    commit(&handbook, "2025-05-05");
    handbook.write("content/größe.md", "# Größe\n\nMehr.\n");
    commit(&handbook, "2025-06-06");
    handbook.write("content/neu.md", "# Neu\n");
    let day = |name: &str| updated(&handbook, &format!("content/{name}.md"));
    assert_eq!(day("index"), "2025-05-05");
    assert_eq!(day("größe"), "2025-06-06");
    assert_eq!(day("alt"), "2020-02-02");
    assert_eq!(day("neu"), "");

    handbook.write("handbook.yml", "languages: [de]\n");
    assert_eq!(day("größe"), "");
}

#[test]
fn authors_come_from_the_repository_if_asked_and_stay_when_a_chapter_moves() {
    let handbook = Handbook::new(
        "\
--- handbook.yml
languages: [de]
authors: git
--- content/index.md
---
authors: [Die Redaktion]
---
# Start
--- content/alt.md
# Kapitel

Ein Text, der lang genug ist, um ihn wiederzuerkennen.
--- .mailmap
Ada Beispiel <x@example.org> ada <x@example.org>
",
    )
    .on_disk();
    if !git(&handbook, "2025-05-05", &["init", "--quiet"]) {
        return;
    }
    let commit = |name: &str, day: &str| {
        git(&handbook, day, &["add", "--all"]);
        git_as(name, &handbook, day, &["commit", "--quiet", "--message=x"]);
    };
    commit("ada", "2025-05-05");
    let text = std::fs::read_to_string(handbook.path("content/alt.md")).unwrap();
    handbook.write("content/alt.md", text + "\nMehr.\n");
    commit("Bo Berg", "2025-06-06");
    let moved = ["mv", "content/alt.md", "content/neu.md"];
    git(&handbook, "2025-07-07", &moved);
    commit("Cy", "2025-07-07");
    let chapter = |name: &str| -> serde_json::Value {
        let output = handbook.run(&["context", &format!("content/{name}.md")]);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        let context: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        context["chapter"].clone()
    };
    assert_eq!(
        chapter("neu")["authors"],
        serde_json::json!(["Ada Beispiel", "Bo Berg"])
    );
    assert!(chapter("neu")["updated"].is_null());
    assert_eq!(
        chapter("index")["authors"],
        serde_json::json!(["Die Redaktion"])
    );

    handbook.write("handbook.yml", "languages: [de]\nupdated: git\n");
    assert_eq!(chapter("neu")["updated"]["iso"], "2025-06-06");
    assert_eq!(chapter("neu")["authors"], serde_json::json!([]));
}

#[test]
fn a_shallow_clone_has_no_days() {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [de]\nupdated: git\n--- content/index.md\n# Start\n",
    );
    let handbook = handbook.on_disk();
    if !git(&handbook, "2025-05-05", &["init", "--quiet"]) {
        return;
    }
    commit(&handbook, "2025-05-05");
    handbook.write("content/neu.md", "# Neu\n");
    commit(&handbook, "2025-06-06");
    let url = format!("file://{}", handbook.path("").display());
    git(
        &handbook,
        "2025-06-06",
        &["clone", "--quiet", "--depth", "1", &url, "flach"],
    );
    let updated = |folder: &str| {
        let output = handbook.run(&["-C", folder, "context", &format!("{folder}/content/neu.md")]);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        output.stdout.contains("2025-06-06")
    };
    assert!(updated(".") && !updated("flach"));
}
