//! Loads a handbook with the library, and counts what was found in it.
//!
//! `cargo run --example findings -- FOLDER`

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use transferbuch::disk;
use transferbuch::pipeline::{Memo, load};
use transferbuch::site::Options;

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| ".".into(), PathBuf::from);
    let Ok(root) = disk::find_root(&folder) else {
        eprintln!("{} is no handbook", folder.display());
        return ExitCode::from(2);
    };
    // All files in memory, then the whole way from there to a handbook that is ready to be rendered.
    let (snapshot, mut findings) = disk::read(&root.path);
    let handbook = load(&snapshot, Options::default(), &mut Memo::default());
    findings.extend(handbook.findings.iter().cloned());

    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &findings {
        *counts.entry(finding.code.slug).or_default() += 1;
    }
    for (slug, count) in counts {
        println!("{count:5}  {slug}");
    }
    ExitCode::from(u8::from(handbook.has_errors()))
}
