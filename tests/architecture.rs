//! The architecture: which module may use which, and which may touch the world outside.
//!
//! 1. `src/lib.rs` gives every module its layer, in a comment behind it.
//! 2. A module uses modules of its own layer and below, and never in a circle.
//! 3. Below layer 10 nothing touches files, clock, environment, network, processes or terminal.
//! 4. No file is longer than one can read in one go.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use support::program::files;

/// The first layer that may touch the world.
const OUTSIDE: u32 = 10;
const LINES_MAX: usize = 400;
const FORBIDDEN: [&str; 13] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::time",
    "std::process",
    "std::io::std",
    "std::thread::sleep",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "print!(",
    "walkdir",
];

/// A source file without its tests and comments.
struct Code {
    module: String,
    path: String,
    text: String,
}

/// Every file of `src`, with its path there.
fn sources() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rust = files(&folder)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap()
}

fn code() -> Vec<Code> {
    let code = |(path, text): (String, String)| {
        let module = path.split(['/', '.']).next().unwrap().to_owned();
        let lines = before_tests(&text)
            .lines()
            .map(|line| line.split("//").next().unwrap());
        let text = lines
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect();
        Code { module, path, text }
    };
    let own = |code: &Code| code.module != "main" && code.module != "lib";
    sources().into_iter().map(code).filter(own).collect()
}

fn layers() -> BTreeMap<String, u32> {
    let lib = &sources()["lib.rs"];
    let layer = |line: &str| {
        let (module, comment) = line
            .trim_start_matches("pub ")
            .strip_prefix("mod ")?
            .split_once(';')?;
        let layer = comment
            .trim()
            .strip_prefix("// layer ")?
            .split(' ')
            .next()?;
        Some((module.to_owned(), layer.parse().ok()?))
    };
    lib.lines().filter_map(layer).collect()
}

/// The modules of the crate that `text` names: `crate::a::…` and `crate::{a::…, b}`.
fn used(text: &str) -> Vec<String> {
    let mut used = Vec::new();
    for rest in text.split("crate::").skip(1) {
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => used.push(std::mem::take(&mut name)),
                    c if depth == 0 && !c.is_whitespace() => name.push(c),
                    _ => {}
                }
            }
            used.push(name);
        } else {
            used.push(rest.to_owned());
        }
    }
    let ends = |c: char| !c.is_alphanumeric() && c != '_';
    let module = |name: String| name.split(ends).next().unwrap().to_owned();
    used.into_iter()
        .map(module)
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn every_module_has_a_layer() {
    let layers = layers();
    let missing: Vec<String> = code()
        .into_iter()
        .filter(|code| !layers.contains_key(&code.module))
        .map(|code| code.path)
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// The modules that each module uses, besides itself.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for code in code() {
        let others = used(&code.text)
            .into_iter()
            .filter(|used| *used != code.module);
        uses.entry(code.module.clone()).or_default().extend(others);
    }
    uses
}

#[test]
fn a_module_uses_no_higher_layer() {
    let layers = layers();
    let mut wrong = Vec::new();
    for (module, used) in uses() {
        let own = *layers.get(&module).unwrap_or(&OUTSIDE);
        let higher = used
            .into_iter()
            .filter(|used| layers.get(used).is_none_or(|layer| *layer > own));
        wrong.extend(higher.map(|used| format!("{module} uses {used}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn modules_of_one_layer_use_each_other_one_way() {
    let mut left = uses();
    // What uses nothing that is left can go; in a circle nothing can.
    while let Some(free) = left
        .iter()
        .find(|(_, used)| used.iter().all(|used| !left.contains_key(used)))
        .map(|(module, _)| module.clone())
    {
        left.remove(&free);
    }
    assert_eq!(left, BTreeMap::new());
}

#[test]
fn nothing_below_layer_10_touches_the_world() {
    let layers = layers();
    let mut wrong = Vec::new();
    for code in code().into_iter().filter(|code| {
        layers
            .get(&code.module)
            .is_some_and(|layer| *layer < OUTSIDE)
    }) {
        // `use std::{env, fs}` names them without their paths.
        let groups = code
            .text
            .split("use std::{")
            .skip(1)
            .map(|rest| rest.split(';').next().unwrap());
        let grouped = groups
            .flat_map(|group| group.split([',', '{', '}']))
            .map(|name| format!("std::{}", name.trim()));
        let grouped: Vec<String> = grouped.collect();
        for word in FORBIDDEN {
            let named =
                code.text.contains(word) || grouped.iter().any(|name| name.starts_with(word));
            if named {
                wrong.push(format!("{}: {word}", code.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_file_can_be_read_in_one_go() {
    let long = |(path, text): (String, String)| {
        let lines = before_tests(&text).lines().count();
        (lines > LINES_MAX).then(|| format!("{path}: {lines} lines"))
    };
    let long: Vec<String> = sources().into_iter().filter_map(long).collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn uses_are_found_in_paths_and_groups() {
    let text = "use crate::a::B;\nuse crate::{c::{D, e}, f};\nfn x() { crate::g::h() }";
    assert_eq!(used(text), ["a", "c", "f", "g"]);
}
