//! Folders that a site must not replace.

use std::fs::{self, File};

use expect_test::{Expect, expect};

use crate::support::program::output;
use crate::support::{Handbook, OnDisk};

fn handbook() -> OnDisk {
    Handbook::chapter("Text\n")
        .with("handbook.yml", "")
        .on_disk()
}

/// Builds into `out`, which is refused. The handbook's own folder is shown as `HERE`.
fn check_refusal(handbook: &OnDisk, out: &str, expect: Expect) {
    let output = handbook.run(&["build", "--out", out]);
    assert_eq!(output.code, Some(1));
    let here = handbook.path("").canonicalize().unwrap();
    let shown = output.findings().replace(here.to_str().unwrap(), "HERE");
    expect.assert_eq(&shown);
}

#[test]
fn folders_of_the_handbook_itself() {
    let handbook = handbook();
    for out in [
        ".",
        "..",
        "content",
        "content/neu",
        "themes",
        "kinds/x",
        "public/../content",
    ] {
        let output = handbook.run(&["build", "--out", out]);
        assert_eq!(output.code, Some(1), "{out}");
        assert!(
            output.stderr.contains("target-overlaps-source"),
            "{out}: {}",
            output.stderr
        );
    }
    check_refusal(
        &handbook,
        "content",
        expect![[r#"
        error[target-overlaps-source]: This folder holds the handbook, and can't hold the site as well
        --> content
         = help: Choose another with --out, such as --out public
        1 error: nothing was published
    "#]],
    );
}

#[test]
fn the_root_and_the_home() {
    check_refusal(
        &handbook(),
        "/",
        expect![[r#"
        error[target-is-system-folder]: A site can't replace this folder
        --> /
         = help: Choose another with --out, such as --out public
        1 error: nothing was published
    "#]],
    );
    let (handbook, home) = (handbook(), OnDisk::empty());
    for out in [home.path(""), home.path("..")] {
        let mut command = handbook.command(&["build", "--out", out.to_str().unwrap()]);
        let output = output(command.env("HOME", home.path("")));
        assert_eq!(output.code, Some(1));
        assert!(
            output.stderr.contains("target-is-system-folder"),
            "{}",
            output.stderr
        );
    }
    assert!(home.path("").is_dir());
}

#[test]
fn a_folder_with_something_else_in_it() {
    let handbook = handbook();
    handbook.write("public/fotos/ich.jpg", "x");
    check_refusal(
        &handbook,
        "public",
        expect![[r#"
        error[target-not-ours]: This folder holds fotos/ich.jpg, which isn't part of a site that was built here
        --> public
         = help: Choose an empty folder with --out, or move the file away
        1 error: nothing was published
    "#]],
    );
    assert_eq!(
        fs::read(handbook.path("public/fotos/ich.jpg")).unwrap(),
        b"x"
    );
}

#[test]
fn a_published_site_to_which_something_was_added() {
    let handbook = handbook();
    handbook.build();
    handbook.write("public/notiz.txt", "x");
    check_refusal(
        &handbook,
        "public",
        expect![[r#"
        error[target-not-ours]: This folder holds notiz.txt, which isn't part of a site that was built here
        --> public
         = help: Choose an empty folder with --out, or move the file away
        1 error: nothing was published
    "#]],
    );
    assert!(handbook.path("public/notiz.txt").exists());
}

#[test]
fn a_file() {
    let handbook = handbook();
    handbook.write("public", "x");
    check_refusal(
        &handbook,
        "public",
        expect![[r#"
        error[target-is-a-file]: There is a file in the place of the site's folder
        --> public
         = help: Choose another name with --out
        1 error: nothing was published
    "#]],
    );
    assert_eq!(fs::read(handbook.path("public")).unwrap(), b"x");
}

#[test]
fn a_folder_that_another_build_is_writing() {
    let handbook = handbook();
    handbook.write(".public.transferbuch/lock", "");
    let lock = File::open(handbook.path(".public.transferbuch/lock")).unwrap();
    lock.try_lock().unwrap();
    check_refusal(
        &handbook,
        "public",
        expect![[r#"
        error[target-locked]: Another build is writing to this folder
        --> public
         = help: Wait until it is done
        1 error: nothing was published
    "#]],
    );
}

#[test]
fn a_folder_that_cannot_be_made() {
    let handbook = handbook();
    check_refusal(
        &handbook,
        "handbook.yml/public",
        expect![[r#"
        error[target-cannot-be-made]: This folder can't be written: Not a directory (os error 20)
        --> handbook.yml/public
         = help: Choose another with --out, or check the space and your permissions
        1 error: nothing was published
    "#]],
    );
}
