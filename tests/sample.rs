//! The site of the sample handbook, file by file.
//!
//! A change of the program that isn't meant to reach readers leaves every byte as it was. One that is
//! shows here which files it reaches; `UPDATE_EXPECT=1 cargo test --test sample` takes them over.

mod support;

use expect_test::expect_file;
use sha2::{Digest, Sha256};
use support::program::{files, output, program};
use tempfile::TempDir;
use transferbuch::source::hex;

/// How many bytes of a file's hash are shown: enough to tell that it changed.
const SHOWN: usize = 8;

#[test]
fn the_sample_keeps_its_bytes() {
    let out = TempDir::new().unwrap();
    let mut build = program();
    build
        .args([
            "-C",
            env!("CARGO_MANIFEST_DIR"),
            "--quiet",
            "build",
            "--out",
        ])
        .arg(out.path().join("site"));
    assert_eq!(output(&mut build).code, Some(0));
    let mut list = String::new();
    for (path, bytes) in files(&out.path().join("site")) {
        // The manifest has the hashes of all others, and the program's version.
        if path != "transferbuch.json" {
            let hash = hex(&Sha256::digest(&bytes)[..SHOWN]);
            list.push_str(&format!("{hash} {path}\n"));
        }
    }
    expect_file!["golden/sample.txt"].assert_eq(&list);
}
