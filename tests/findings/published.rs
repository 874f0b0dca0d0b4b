//! What is published, and what never is.

use expect_test::expect;

use crate::support::{Handbook, check, review};

#[test]
fn what_programs_leave_behind_is_said_once() {
    check(
        "--- content/a.md\nText\n--- content/~$plan.docx\nx\n--- content/s/~$b.docx\nx\n--- content/Thumbs.db\nx\n--- content/plan.md~\nx\n--- content/#plan.md#\nx\n--- content/film.mp4.crdownload\nx\n",
        expect![[r#"
            note[never-published]: This file is never published: an editor made it for its work
            --> content/#plan.md#
             = help: Take such files out of the folder
            note[never-published]: This file is never published: the operating system made it for itself
            --> content/Thumbs.db
             = help: Take such files out of the folder
            note[never-published]: This file is never published: its download isn't finished
            --> content/film.mp4.crdownload
             = help: Take such files out of the folder
            note[never-published]: This file is never published: it is a backup of what once stood there
            --> content/plan.md~
             = help: Take such files out of the folder
            note[never-published]: This file and others, 2 together, are never published: it locks a document while someone edits it
            --> content/s/~$b.docx
             = help: Take such files out of the folder
        "#]],
    );
}

#[test]
fn a_copy_that_a_program_made() {
    check(
        "--- content/a.md\nText\n--- content/a (conflicted copy 2026-11-02).md\nAnders\n",
        expect![[r#"
            warning[copy-of-a-file]: This is a copy that a program made of a file; it isn't published
            --> content/a (conflicted copy 2026-11-02).md
             = help: Take over what stands only in it, and delete it; or give it a name of its own
        "#]],
    );
}

#[test]
fn names_that_are_no_chapters() {
    check(
        "--- content/a.md\nText\n--- content/b.markdown\nx\n--- content/c.mdx\nx\n--- content/s/Index.md\nx\n--- content/t/_index.md\nx\n--- content/d.fr.md\nx\n--- content/v1.2.md\nx\n--- content/e.DE.md\nx\n",
        expect![[r#"
            error[misnamed-chapter]: With this name the file is no chapter, or not the one that it is meant to be
            --> content/b.markdown
             = help: Call it b.md
            error[misnamed-chapter]: With this name the file is no chapter, or not the one that it is meant to be
            --> content/c.mdx
             = help: Call it c.md
            warning[unlisted-language]: By its name this is a translation (fr), but the handbook doesn't have that language
            --> content/d.fr.md
             = help: Add `fr` to `languages` in handbook.yml, or call the file d-fr.md
            error[misnamed-chapter]: With this name the file is no chapter, or not the one that it is meant to be
            --> content/e.DE.md
             = help: Call it e.de.md
            error[misnamed-chapter]: With this name the file is no chapter, or not the one that it is meant to be
            --> content/s/Index.md
             = help: Call it index.md
            error[misnamed-chapter]: With this name the file is no chapter, or not the one that it is meant to be
            --> content/t/_index.md
             = help: Call it index.md
        "#]],
    );
}

#[test]
fn a_link_to_what_is_not_published() {
    check(
        "--- content/a.md\n![Plan](_entwurf/plan.png) [x](plan.md~)\n--- content/_entwurf/plan.png\nx\n--- content/plan.md~\nx\n",
        expect![[r#"
            error[link-to-withheld-file]: _entwurf/plan.png isn't published: the name of the file or its folder says so
             --> content/a.md:1:9
            1 | ![Plan](_entwurf/plan.png) [x](plan.md~)
              |         ^^^^^^^^^^^^^^^^^
              = help: Give it a name without `_` or `.` in front, or name it under `publish` in handbook.yml
            error[link-to-withheld-file]: plan.md~ isn't published: the name of the file or its folder says so
             --> content/a.md:1:32
            1 | ![Plan](_entwurf/plan.png) [x](plan.md~)
              |                                ^^^^^^^^
              = help: Give it a name without `_` or `.` in front, or name it under `publish` in handbook.yml
            note[never-published]: This file is never published: it is a backup of what once stood there
            --> content/plan.md~
             = help: Take such files out of the folder
        "#]],
    );
}

#[test]
fn files_are_published_if_something_leads_to_them_or_the_settings_name_them() {
    let handbook = Handbook::new(
        "--- handbook.yml\npublish: [downloads/**, CNAME, .well-known/**]\n--- content/a.md\n[b](b.pdf)\n![](_teil.md)\n--- content/_teil.md\n[e](e.pdf)\n--- content/entwurf.md\n---\nstatus: draft\n---\n[f](f.pdf)\n",
    );
    let files = [
        "b.pdf",
        "c.pdf",
        "e.pdf",
        "f.pdf",
        "CNAME",
        "downloads/x/d.pdf",
        ".well-known/security.txt",
        ".well-known/.x",
        "_g.pdf",
    ];
    let handbook = files.into_iter().fold(handbook, |handbook, file| {
        handbook.with(&format!("content/{file}"), "x")
    });
    let built = handbook.build();
    let published: Vec<&str> = files
        .into_iter()
        .filter(|file| built.files.contains_key(*file))
        .collect();
    assert_eq!(
        published,
        [
            "b.pdf",
            "e.pdf",
            "CNAME",
            "downloads/x/d.pdf",
            ".well-known/security.txt"
        ]
    );
    let output = handbook.on_disk().run(&["build"]);
    assert!(
        output.stderr.contains("2 files aren't published"),
        "{}",
        output.stderr
    );
}

#[test]
fn a_document_that_tells_who_wrote_it() {
    let handbook = Handbook::chapter("[Vertrag (PDF, 1 KB)](v.pdf)\n")
        .with("content/v.pdf", "%PDF-1.4\n<< /Author (Anna Beispiel) >>\n")
        .with("content/nicht.pdf", "%PDF-1.4\n<< /Author (Bert) >>\n")
        .with(
            "handbook.yml",
            "severity: {unused-file: off, missing-legal-page: off}\n",
        );
    let output = handbook.on_disk().run(&["check"]);
    expect![[r#"
        warning[document-tells]: This document tells more than its text: Anna Beispiel
        --> content/v.pdf
         = help: Remove this: in Word under File, Info, Inspect Document; when saving as PDF under Options
    "#]]
    .assert_eq(output.findings().split("Checked").next().unwrap());
}

#[cfg(target_os = "linux")]
#[test]
fn two_files_whose_names_look_the_same() {
    let handbook = Handbook::chapter("Text\n").on_disk();
    std::fs::write(handbook.path("content/\u{fc}.md"), "x\n").unwrap();
    std::fs::write(handbook.path("content/u\u{308}.md"), "y\n").unwrap();
    expect![[r#"
        error[same-name-twice]: Two files are called that: their names differ only in how accents are stored
        --> content/ü.md
         = help: Take over what stands in one of them only, and delete that one
        1 error: like this, the handbook won't be published
    "#]].assert_eq(&handbook.run(&["check"]).findings());
}

#[test]
fn a_draft_publishes_nothing_and_its_files_are_no_leftovers() {
    review(
        "--- handbook.yml\nseverity: {missing-legal-page: off, download-without-size: off}\n--- content/index.md\nText\n--- content/b.md\n---\nstatus: draft\n---\n[f](f.pdf)\n--- content/f.pdf\nx\n",
        expect![[r#""#]],
    );
}
