//! Files that can't be read, or aren't what they seem.

use expect_test::{Expect, expect};
use transferbuch::text::Language;

use crate::support::{Handbook, OnDisk, check};

fn check_bytes(bytes: &[u8], expect: Expect) {
    let built = Handbook::default().with("content/a.md", bytes).build();
    expect.assert_eq(&built.shown(Language::English));
}

fn check_on_disk(handbook: &OnDisk, expect: Expect) {
    let output = handbook.run(&["check"]);
    assert_eq!(output.code, Some(1));
    expect.assert_eq(&output.findings());
}

#[test]
fn a_chapter_in_windows_1252_is_named_as_such() {
    check_bytes(
        b"Die F\xf6rderung.\n",
        expect![[r#"
        error[not-utf8]: This file is written in Windows-1252, not in UTF-8
         --> content/a.md:1:6
        1 | Die Förderung.
          |      ^
          = help: Open it in your editor and save it with the encoding UTF-8
    "#]],
    );
    let german = Handbook::default()
        .with("content/a.md", b"F\xf6rderung\n")
        .build();
    expect![[r#"
        Fehler[not-utf8]: Diese Datei ist in Windows-1252 geschrieben, nicht in UTF-8
         --> content/a.md:1:2
        1 | Förderung
          |  ^
          = Hilfe: Speichern Sie sie mit der Kodierung UTF-8: im Windows-Editor unter „Speichern unter“, unten bei „Codierung“
    "#]]
    .assert_eq(&german.shown(Language::German));
}

#[test]
fn a_chapter_in_utf_16_is_named_as_such() {
    check_bytes(
        b"\xff\xfeJ\0a\0\n\0",
        expect![[r#"
        error[not-utf8]: This file is written in UTF-16, not in UTF-8
         --> content/a.md:1:1
        1 | Ja
          | ^
          = help: Open it in your editor and save it with the encoding UTF-8
    "#]],
    );
}

#[test]
fn settings_in_windows_1252_are_named_as_such() {
    let handbook = Handbook::chapter("Text\n").with("handbook.yml", b"title: F\xf6rderung\n");
    expect![[r#"
        error[not-utf8]: This file is written in Windows-1252, not in UTF-8
         --> handbook.yml:1:9
        1 | title: Förderung
          |         ^
          = help: Open it in your editor and save it with the encoding UTF-8
    "#]]
    .assert_eq(&handbook.build().shown(Language::English));
}

#[test]
fn a_picture_that_calls_itself_markdown() {
    check_bytes(
        b"PNG\n\0\0\x01",
        expect![[r#"
            error[not-a-text]: This file ends like a text, but is none
             --> content/a.md:2:1
            2 |
              | ^
              = help: Give it its right ending, or move it out of the content
        "#]],
    );
}

#[test]
fn no_chapter_at_all() {
    check(
        "--- handbook.yml\ntitle: Leer\n",
        expect![[r#"
        error[no-chapters]: There is no chapter here
        --> content
         = help: Add a Markdown file, such as `index.md`
    "#]],
    );
}

#[test]
fn a_file_that_the_output_does_not_take() {
    use transferbuch::book::Originals;
    use transferbuch::output::{Content, Index, Sink, Written};
    use transferbuch::picture::{Problem, Recipe};
    use transferbuch::source::{HandbookPath, Raster};
    struct Full;
    impl Originals for Full {
        fn read(&self, _: &HandbookPath) -> Result<Vec<u8>, String> {
            Ok(Vec::new())
        }

        fn make(&self, _: &HandbookPath, _: &Raster, _: Recipe) -> Result<Vec<u8>, String> {
            Ok(Vec::new())
        }
    }
    impl Sink for Full {
        fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String> {
            match content {
                Content::Bytes(bytes) if path != "a/index.html" => Ok(Written::of(bytes)),
                _ => Err("No space left".into()),
            }
        }

        fn put_pictures(
            &self,
            _: &HandbookPath,
            _: &Raster,
            _: &[(&str, Recipe)],
        ) -> Result<Vec<Result<Written, String>>, Problem> {
            Ok(Vec::new())
        }
    }
    let mut built = Handbook::chapter("Text\n").build();
    let (_, findings) = built.handbook.write(Index::None, &Full, &|| ());
    built.handbook.report(findings);
    expect![[r#"
        error[cannot-write]: This file can't be written: No space left
        --> a/index.html
         = help: Check the space on the disk and your permissions
    "#]]
    .assert_eq(&built.shown(Language::English));
}

#[cfg(unix)]
mod on_unix {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use super::*;
    use crate::support::program::output;

    fn handbook() -> OnDisk {
        Handbook::chapter("Text\n").on_disk()
    }

    #[test]
    fn a_link_that_leaves_the_handbook_is_not_followed() {
        let outside = Handbook::default().with("geheim.md", "Geheim\n").on_disk();
        let handbook = handbook();
        symlink(outside.path("geheim.md"), handbook.path("content/b.md")).unwrap();
        symlink(outside.path(""), handbook.path("content/c")).unwrap();
        symlink("nirgends.md", handbook.path("content/d.md")).unwrap();
        check_on_disk(
            &handbook,
            expect![[r#"
                error[symlink-outside]: This link leads out of the handbook, or nowhere, and isn't followed
                --> content/b.md
                 = help: Put a copy of the file in its place
                error[symlink-outside]: This link leads out of the handbook, or nowhere, and isn't followed
                --> content/c
                 = help: Put a copy of the file in its place
                error[symlink-outside]: This link leads out of the handbook, or nowhere, and isn't followed
                --> content/d.md
                 = help: Put a copy of the file in its place
                3 errors: like this, the handbook won't be published
            "#]],
        );
    }

    #[test]
    fn a_link_within_the_handbook_is_followed() {
        let handbook = handbook();
        symlink("a.md", handbook.path("content/b.md")).unwrap();
        assert!(handbook.build().contains_key("b/index.html"));
    }

    #[test]
    fn a_link_into_itself() {
        let handbook = handbook();
        symlink("../content", handbook.path("content/b")).unwrap();
        check_on_disk(
            &handbook,
            expect![[r#"
                error[symlink-loop]: This link leads back into itself
                --> content/b
                 = help: Take it away
                1 error: like this, the handbook won't be published
            "#]],
        );
    }

    #[test]
    fn links_that_are_no_part_of_the_handbook_are_none_of_its_business() {
        let handbook = handbook();
        symlink("nirgends", handbook.path("result")).unwrap();
        // An editor's mark for a file that is open.
        symlink("anna@rathaus.4711", handbook.path("content/.#a.md")).unwrap();
        handbook.build();
    }

    #[test]
    fn a_name_that_is_no_text() {
        let handbook = handbook();
        let name = OsStr::from_bytes(b"F\xf6rderung.md");
        fs::write(handbook.path("content").join(name), "Text\n").unwrap();
        let shown = handbook.run(&["check"]).findings();
        let folder = handbook.path("content").canonicalize().unwrap();
        let shown = shown.replace(folder.to_str().unwrap(), "HANDBOOK/content");
        expect![[r#"
            error[unreadable-name]: The name of this file can't be used
            --> HANDBOOK/content/F�rderung.md
             = help: Rename it with letters, digits and hyphens
            1 error: like this, the handbook won't be published
        "#]]
        .assert_eq(&shown);
    }

    /// Nobody may read the file; root may read anything, so then the program runs as nobody.
    #[test]
    fn a_file_without_permission() {
        let handbook = Handbook::chapter("Text\n")
            .with("content/b.md", "Text\n")
            .on_disk();
        for (path, mode) in [("", 0o755), ("content/b.md", 0o000)] {
            fs::set_permissions(handbook.path(path), fs::Permissions::from_mode(mode)).unwrap();
        }
        let mut command = handbook.command(&["check"]);
        if fs::metadata(handbook.path("")).unwrap().uid() == 0 {
            const NOBODY: u32 = 65534;
            let program = handbook.path("content/.program");
            fs::copy(env!("CARGO_BIN_EXE_transferbuch"), &program).unwrap();
            command = Command::new(program);
            command.args(["-C", handbook.path("").to_str().unwrap(), "check"]);
            command.env("LANG", "en_US.UTF-8").uid(NOBODY);
        }
        expect![[r#"
            error[unreadable-file]: This file can't be read: Permission denied (os error 13)
            --> content/b.md
             = help: Check its permissions, or move it out of the content
            1 error: like this, the handbook won't be published
        "#]]
        .assert_eq(&output(&mut command).findings());
    }
}

#[test]
fn names_that_windows_does_not_know() {
    crate::support::review(
        "--- handbook.yml\nseverity: {missing-legal-page: off, download-without-size: off}\n\
         --- content/index.md\n[a](aux.md) [b](Con!.md) [c](d:e/f.md) [g](Plan.pdf) [h](plan.pdf)\n\
         --- content/aux.md\nText\n\
         --- content/Con!.md\nText\n\
         --- content/d:e/f.md\nText\n\
         --- content/Plan.pdf\nA\n\
         --- content/plan.pdf\nA\n",
        expect![[r#"
            warning[unportable-name]: On Windows nothing can be called `con`
            --> content/Con!.md
             = help: Rename the file or folder, so that the handbook can be built and read on every machine
            warning[unportable-name]: On Windows nothing can be called `aux.md`
            --> content/aux.md
             = help: Rename the file or folder, so that the handbook can be built and read on every machine
            warning[unportable-name]: On Windows nothing can be called `d:e`
            --> content/d:e/f.md
             = help: Rename the file or folder, so that the handbook can be built and read on every machine
            warning[names-differ-in-case]: This name differs from content/Plan.pdf in capital and small letters only
            --> content/plan.pdf
             = help: Rename one of the files: Windows and macOS take both for the same
        "#]],
    );
}

/// This repository can be checked out everywhere.
#[test]
fn the_names_in_this_repository_are_ones_that_every_system_knows() {
    let mut git = std::process::Command::new("git");
    git.args(["-c", "core.quotePath=false", "ls-files"]);
    let list = crate::support::program::output(git.current_dir(env!("CARGO_MANIFEST_DIR")));
    let mut seen = std::collections::BTreeSet::new();
    for path in list.stdout.lines() {
        let portable = path.split('/').all(transferbuch::source::is_portable);
        assert!(portable && seen.insert(path.to_lowercase()), "{path}");
    }
}
