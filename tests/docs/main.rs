//! The manual in `docs/`: what the program says of itself stands in it, its examples are right, and its
//! links lead somewhere. `UPDATE_EXPECT=1` writes the chapters anew that are made from the program.

#[path = "../support/mod.rs"]
mod support;

mod commands;
mod examples;
mod findings;
mod kinds;
mod settings;
mod templates;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::program::{files, output, program};

/// The languages of the manual, the one at its root first, with how its files end.
const LANGUAGES: [(&str, &str); 2] = [("de", ".md"), ("en", ".en.md")];

/// A file of this repository.
fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What the program prints.
fn printed(args: &[&str]) -> String {
    let output = output(program().current_dir(here("")).args(args));
    assert_eq!(output.code, Some(0), "{args:?}: {}", output.stderr);
    output.stdout
}

/// Holds the folder against what its files must be, or writes them; `is_ours` tells which files in it are
/// made from the program.
fn assert_made(folder: &str, made: &BTreeMap<String, String>, is_ours: impl Fn(&str) -> bool) {
    let folder = here(folder);
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    if update {
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in made {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    let there: BTreeMap<String, String> = files(&folder)
        .into_iter()
        .filter(|(name, _)| is_ours(name))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect();
    for name in there.keys().filter(|name| !made.contains_key(*name)) {
        assert!(
            update,
            "{name} is no longer made: take it away with UPDATE_EXPECT=1"
        );
        fs::remove_file(folder.join(name)).unwrap();
    }
    for (name, text) in made {
        let is = there.get(name).map(|there| there == text);
        assert_eq!(
            is.or(Some(update)),
            Some(true),
            "{name} isn't what the program says: UPDATE_EXPECT=1 cargo test --test docs"
        );
    }
}

/// Holds `docs/content/_erzeugt` against what must stand there under the names that begin with `prefix`.
fn assert_pieces(prefix: &str, made: &BTreeMap<String, String>) {
    assert_made("docs/content/_erzeugt", made, |name| {
        name.starts_with(prefix)
    });
}

/// A word in the language.
fn word<'a>(language: &str, german: &'a str, english: &'a str) -> &'a str {
    if language == "de" { german } else { english }
}

#[test]
fn the_manual_has_no_mistake() {
    let output = output(
        program()
            .current_dir(here("docs"))
            .args(["check", "--strict", "--lang", "en"]),
    );
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(!output.stderr.contains("note["), "{}", output.stderr);
}

/// The files beside the manual that people read lead to files that are there.
#[test]
fn links_of_files_for_contributors_lead_somewhere() {
    for name in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "CODE_OF_CONDUCT.md",
        "themes/README.md",
        "packaging/README.md",
    ] {
        let text = fs::read_to_string(here(name)).unwrap();
        let folder = here(name).parent().unwrap().to_path_buf();
        // What stands in code is an example.
        let text: String = text.split('`').step_by(2).collect();
        let links = text.split("](").skip(1).chain(text.split("src=\"").skip(1));
        for link in links {
            let link = link.split([')', '"', '#']).next().unwrap();
            let is_outside = link.contains("://") || link.is_empty();
            assert!(
                is_outside || folder.join(link).exists(),
                "{name} leads to {link}"
            );
        }
    }
}
