//! What the program is made of: under which licences, how much of it, and nothing that it doesn't use.
//!
//! `LICENCES.txt`, which `transferbuch licences` prints and every package carries, is derived from the
//! packages that cargo builds it from, on any system. `UPDATE_EXPECT=1` writes it anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect_file;
use serde_json::Value;
use walkdir::WalkDir;

/// Licences that a part of the program may have; `deny.toml` says the same to cargo-deny.
const ALLOWED: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "IJG",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

/// How many packages the program may be made of, on all systems together.
const PACKAGES_MAX: usize = 260;

/// As many with all that can be asked for.
const PACKAGES_OF_ALL_MAX: usize = 430;

/// What makes a program of all that can be asked for.
const ALL: &[&str] = &["--features", "book"];

/// The licences of the fonts that come with it then.
const FONTS: [&str; 2] = ["fonts/DejaVu.txt", "fonts/OFL.txt"];

/// A package that a part of the program comes from.
struct Package {
    name: String,
    licence: String,
    /// Its licence texts, and what else must be handed on.
    texts: Vec<String>,
}

#[test]
fn every_part_is_named_with_its_licence() {
    let packages = packages(ALL);
    let mut by_text: BTreeMap<String, (String, Vec<&str>)> = BTreeMap::new();
    for package in &packages {
        for text in &package.texts {
            let same: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let entry = by_text
                .entry(same)
                .or_insert_with(|| (text.clone(), Vec::new()));
            entry.1.push(&package.name);
        }
    }
    let mut texts: Vec<(String, Vec<&str>)> = by_text.into_values().collect();
    texts.sort_by_key(|(_, names)| names[0].to_owned());
    let mut file = String::from(
        "Transferbuch is under the MIT licence or the Apache License 2.0, as you like. It is made with the\n\
         packages below; where one leaves a choice, the Apache License holds. Those that only PDFs take, and the\n\
         fonts at the end, are part of programs that can write them.\n\n",
    );
    for Package { name, licence, .. } in &packages {
        file += &format!("{name}: {licence}\n");
    }
    for (text, names) in texts {
        file += &format!("\n{}\n{}\n\n{text}\n", "-".repeat(72), names.join(", "));
    }
    for font in FONTS {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(font)).unwrap();
        file += &format!("\n{}\nFonts\n\n{text}", "-".repeat(72));
    }
    expect_file!["../LICENCES.txt"].assert_eq(&file);
}

#[test]
fn no_part_is_under_another_licence() {
    let is_fine = |licence: &str| {
        let licence = licence.replace('/', " OR ").replace(['(', ')'], "");
        let mut ones = licence
            .split(" OR ")
            .flat_map(|part| part.split(" AND "))
            .map(|one| ALLOWED.contains(&one.trim()));
        // Where two hold at once, each must be fine; else one is chosen.
        if licence.contains(" AND ") {
            ones.all(|is_allowed| is_allowed)
        } else {
            ones.any(|is_allowed| is_allowed)
        }
    };
    let others: Vec<String> = packages(ALL)
        .into_iter()
        .filter(|package| !is_fine(&package.licence))
        .map(|package| format!("{}: {}", package.name, package.licence))
        .collect();
    assert_eq!(others, Vec::<String>::new());
    let deny = include_str!("../deny.toml");
    assert!(
        ALLOWED
            .iter()
            .all(|one| deny.contains(&format!("\"{one}\"")))
    );
}

#[test]
fn the_program_is_made_of_few_packages() {
    for (features, max) in [(&[][..], PACKAGES_MAX), (ALL, PACKAGES_OF_ALL_MAX)] {
        let count = packages(features).len();
        assert!(count <= max, "{count} packages: is the new one worth it?");
    }
}

#[test]
fn every_part_is_used() {
    let sources: Vec<String> = ["src", "tests", "benches", "fuzz", "build.rs", "examples"]
        .into_iter()
        .flat_map(|folder| WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)))
        .map(Result::unwrap)
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "rs")
        })
        .map(|entry| fs::read_to_string(entry.path()).unwrap())
        .collect();
    let metadata = metadata(ALL);
    let root = text(&metadata["resolve"]["root"]);
    let nodes = list(&metadata["resolve"]["nodes"]);
    let own = nodes.iter().find(|node| text(&node["id"]) == root);
    // By the names that they go by in code.
    let dependencies = list(&own.unwrap()["deps"]);
    let is_used = |name: &String| {
        let path = format!("{name}::");
        sources.iter().any(|source| source.contains(&path))
    };
    let unused: BTreeSet<String> = dependencies
        .iter()
        .map(|dependency| text(&dependency["name"]))
        .filter(|name| !is_used(name))
        .collect();
    assert_eq!(unused, BTreeSet::new());
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().unwrap().clone()
}

/// What cargo knows of the packages of a program with `features`.
fn metadata(features: &[&str]) -> Value {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version=1"])
        .args(features)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        cargo.status.success(),
        "{}",
        String::from_utf8_lossy(&cargo.stderr)
    );
    serde_json::from_slice(&cargo.stdout).unwrap()
}

/// The packages whose code is in a program with `features`, on any system, by name.
fn packages(features: &[&str]) -> Vec<Package> {
    let metadata = metadata(features);
    let by_id: BTreeMap<String, Value> = list(&metadata["packages"])
        .into_iter()
        .map(|package| (text(&package["id"]), package))
        .collect();
    let nodes: BTreeMap<String, Value> = list(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]), node))
        .collect();
    let root = text(&metadata["resolve"]["root"]);
    let mut seen = BTreeSet::from([root.clone()]);
    let mut open = vec![root.clone()];
    while let Some(id) = open.pop() {
        for dependency in list(&nodes[&id]["deps"]) {
            let id = text(&dependency["pkg"]);
            // What only builds or tests the program, or writes code for the compiler, isn't in it.
            let is_part = list(&dependency["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null());
            let writes_code = list(&by_id[&id]["targets"])
                .iter()
                .any(|target| target["kind"][0] == "proc-macro");
            if is_part && !writes_code && seen.insert(id.clone()) {
                open.push(id);
            }
        }
    }
    seen.remove(&root);
    let mut packages: Vec<Package> = seen.iter().map(|id| package(&by_id[id])).collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    packages
}

fn package(metadata: &Value) -> Package {
    let licence = metadata["license"]
        .as_str()
        .unwrap_or("see its text")
        .to_owned();
    let folder = Path::new(metadata["manifest_path"].as_str().unwrap())
        .parent()
        .unwrap();
    let mut files: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().to_uppercase();
        let begins = ["LICEN", "COPYING", "NOTICE", "UNLICENSE"];
        if begins.iter().any(|begin| name.starts_with(begin)) && entry.path().is_file() {
            // Some carry a text in an encoding of long ago.
            let bytes = fs::read(entry.path()).unwrap();
            let lines = String::from_utf8_lossy(&bytes);
            let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
            files.push((name, lines.join("\n").trim().to_owned()));
        }
    }
    files.sort();
    let is_apache = |(name, text): &(String, String)| {
        name.contains("APACHE") || text.trim_start().starts_with("Apache License")
    };
    if licence.contains("Apache-2.0") && !licence.contains(" AND ") && files.iter().any(is_apache) {
        files.retain(|file| is_apache(file) || file.0.starts_with("NOTICE"));
    }
    Package {
        name: format!("{} {}", text(&metadata["name"]), text(&metadata["version"])),
        licence,
        texts: files.into_iter().map(|(_, text)| text).collect(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
