//! What keeps a release from being published.

use std::fs;

use expect_test::{Expect, expect};

use crate::support::{Handbook, OnDisk};

const DAY: &str = "2026-01-31";

fn released() -> OnDisk {
    let handbook = Handbook::default()
        .with("content/index.md", "# Start\n")
        .with(
            "content/a.md",
            "# A\n\n## Ablauf\n\nErst dies.\n\n## Quellen\n\nKeine.\n",
        )
        .on_disk();
    assert_eq!(release(&handbook, &["1.0"]).0, Some(0));
    handbook
}

/// Releases with these arguments, and gives the exit code and what was said.
fn release(handbook: &OnDisk, args: &[&str]) -> (Option<i32>, String) {
    let fixed = ["--lang", "en", "release", "--onto", "site", "--date", DAY];
    let output = handbook.run(&[&fixed[..], args].concat());
    (output.code, output.findings())
}

/// Releases `version`, which is refused, and nothing changes.
fn check_refusal(handbook: &OnDisk, args: &[&str], expect: Expect) {
    let before = crate::support::program::files(&handbook.path("site"));
    let (code, findings) = release(handbook, args);
    assert_eq!(code, Some(1));
    expect.assert_eq(&findings);
    assert!(before == crate::support::program::files(&handbook.path("site")));
}

#[test]
fn addresses_that_would_be_lost() {
    let handbook = released();
    fs::rename(handbook.path("content/a.md"), handbook.path("content/b.md")).unwrap();
    let lost = expect![[r#"
        error[lost-address]: Readers have links to a/ (“A”), and nothing would answer there any longer
        --> content/b.md
         = help: Did you mean `content/b.md`?
         = help: Write `aliases: [a]` into the front matter of the chapter that takes its place; `transferbuch release --fix` does so where that is sure
        1 error: nothing was published
    "#]];
    check_refusal(&handbook, &["2.0"], lost);
    fs::remove_file(handbook.path("content/b.md")).unwrap();
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[lost-address]: Readers have links to a/ (“A”), and nothing would answer there any longer
        --> handbook.yml
         = help: Write `aliases: [a]` into the front matter of the chapter that takes its place; `transferbuch release --fix` does so where that is sure
        1 error: nothing was published
    "#]],
    );
}

#[test]
fn anchors_that_would_be_lost() {
    let handbook = released();
    handbook.write("content/a.md", "# A\n\n## Verlauf\n\nErst dies.\n");
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[lost-anchor]: Readers have links to `#ablauf` on this page, and there would be no such place any longer
        --> content/a.md
         = help: Write a line `ablauf: verlauf` under `anchors:` in the front matter, with the heading that takes its place, or `top`
        error[lost-anchor]: Readers have links to `#quellen` on this page, and there would be no such place any longer
        --> content/a.md
         = help: Write a line `quellen: top` under `anchors:` in the front matter, with the heading that takes its place, or `top`
        2 errors: nothing was published
    "#]],
    );
}

/// A chapter that was published and then taken out of all lists is there still, and its address may not be
/// lost later; one that never was in a list isn't in that of changes either.
#[test]
fn a_chapter_that_no_list_leads_to_any_longer() {
    let handbook = released();
    handbook.write(
        "content/a.md",
        "---\nstatus: unlisted\n---\n# A\n\n## Ablauf\n\nErst dies.\n",
    );
    handbook.write(
        "content/b.md",
        "---\nstatus: unlisted\n---\n# Geheimes\n\nText.\n",
    );
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[lost-anchor]: Readers have links to `#quellen` on this page, and there would be no such place any longer
         --> content/a.md:1:1
        1 | ---
          | ^^^
          = help: Write a line `quellen: top` under `anchors:` in the front matter, with the heading that takes its place, or `top`
        1 error: nothing was published
    "#]],
    );
    handbook.write(
        "content/a.md",
        "---\nstatus: unlisted\nanchors: {quellen: top}\n---\n# A\n\n## Ablauf\n\nErst dies.\n",
    );
    assert_eq!(release(&handbook, &["2.0"]).0, Some(0));
    let site = crate::support::program::files(&handbook.path("site"));
    assert!(site.contains_key("a/index.html") && site.contains_key("b/index.html"));
    let leads_to = |word: &str| {
        let mut others = site
            .iter()
            .filter(|(path, _)| !path.contains("b/") && !path.ends_with(".br"));
        others.any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(word))
    };
    assert!(!leads_to("Geheimes"));
    fs::remove_file(handbook.path("content/a.md")).unwrap();
    check_refusal(
        &handbook,
        &["3.0"],
        expect![[r#"
        error[lost-address]: Readers have links to a/ (“A”), and nothing would answer there any longer
        --> handbook.yml
         = help: Write `aliases: [a]` into the front matter of the chapter that takes its place; `transferbuch release --fix` does so where that is sure
        1 error: nothing was published
    "#]],
    );
}

#[test]
fn versions_that_are_taken_or_too_low() {
    let handbook = released();
    handbook.write("content/index.md", "# Anders\n");
    check_refusal(
        &handbook,
        &["1.0"],
        expect![[r#"
        error[version-exists]: There is a release 1.0 already, and it reads differently. What was published stays
        --> site
         = help: Choose a higher version
        1 error: nothing was published
    "#]],
    );
    check_refusal(
        &handbook,
        &["0.9"],
        expect![[r#"
        error[version-lower]: 0.9 is lower than 1.0, which is published already
        --> site
         = help: Choose a higher version, or add --force-lower, with --no-latest if 1.0 is to stay the current one
        1 error: nothing was published
    "#]],
    );
    let output = handbook.run(&["--lang", "en", "release", "1/2", "--onto", "site"]);
    assert_eq!(output.code, Some(2));
    expect![[r#"
        error: 1/2 is no version. Write numbers with dots or hyphens, such as 1.2 or 2026-11
    "#]]
    .assert_eq(&output.stderr);
    let output = handbook.run(&["--lang", "en", "release", "2.0", "--onto", "site"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let says = output
        .stderr
        .starts_with("No chapter says `updated`: version 2.0 carries today's date, 2");
    assert!(says, "{}", output.stderr);
}

#[test]
fn a_first_release_that_is_not_to_be_the_current_one() {
    let handbook = Handbook::chapter("Text\n").on_disk();
    let (code, findings) = release(&handbook, &["1.0", "--no-latest"]);
    assert_eq!(code, Some(1));
    expect![[r#"
        error[no-current-version]: There is no release at the root yet, so this one can't be left out there
        --> site
         = help: Take --no-latest away
        1 error: nothing was published
    "#]].assert_eq(&findings);
    assert!(!handbook.path("site").exists());
}

#[test]
fn trees_that_were_changed_by_hand() {
    let handbook = released();
    handbook.write("site/a/index.html", "verändert");
    fs::remove_file(handbook.path("site/versions.js")).unwrap();
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[tree-changed]: The file a/index.html was changed by hand after it was published
        --> site
         = help: Put it back as it was, from a copy or the project's history
        error[tree-lacks-file]: The file versions.js was published and is gone
        --> site
         = help: Put it back, from a copy or the project's history
        2 errors: nothing was published
    "#]],
    );

    let handbook = released();
    handbook.write("site/neu.html", "neu");
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[target-not-ours]: This folder holds neu.html, which isn't part of a site that was built here
        --> site
         = help: Choose an empty folder with --out, or move the file away
        1 error: nothing was published
    "#]],
    );

    let handbook = released();
    handbook.write("site/v/1.0/transferbuch.json", "{}");
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[tree-changed]: The file v/1.0/transferbuch.json was changed by hand after it was published
        --> site
         = help: Put it back as it was, from a copy or the project's history
        1 error: nothing was published
    "#]],
    );
    fs::remove_file(handbook.path("site/v/1.0/transferbuch.json")).unwrap();
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[cannot-release]: The release can't be written: No such file or directory (os error 2)
        --> v/1.0/transferbuch.json
         = help: Check the space on the disk and your permissions. What was published is as it was
        1 error: nothing was published
    "#]],
    );
}

#[test]
fn published_folders_that_were_changed_by_hand() {
    let handbook = released();
    handbook.write("content/index.md", "# Zwei\n");
    assert_eq!(release(&handbook, &["2.0"]).0, Some(0));
    let verify = || handbook.run(&["--lang", "en", "verify", "site"]);
    assert_eq!(verify().code, Some(0));
    handbook.write("site/v/1.0/a/index.html", "verändert");
    handbook.write("site/v/1.0/neu.html", "neu");
    handbook.write("site/v/0.9/index.html", "neu");
    handbook.write("site/neu.html", "neu");
    fs::remove_file(handbook.path("site/index.html")).unwrap();
    let output = verify();
    assert_eq!(output.code, Some(1));
    expect![[r#"
        error[tree-lacks-file]: The file index.html was published and is gone
        --> site
         = help: Put it back, from a copy or the project's history
        error[tree-foreign-file]: The file neu.html is no part of what was published
        --> site
         = help: Take it away, or put it into the handbook
        error[tree-changed]: The file a/index.html was changed by hand after it was published
        --> site/v/1.0
         = help: Put it back as it was, from a copy or the project's history
        error[tree-foreign-file]: The file neu.html is no part of what was published
        --> site/v/1.0
         = help: Take it away, or put it into the handbook
        error[tree-foreign-file]: The file v/0.9 is no part of what was published
        --> site
         = help: Take it away, or put it into the handbook
        5 files aren't as they were published
        Files that were changed or are missing come back with: transferbuch verify site --restore ARCHIVE, from an archive of this release as transferbuch archive makes it
    "#]]
    .assert_eq(&output.findings());
}

#[test]
fn a_build_over_releases() {
    let handbook = released();
    let output = handbook.run(&["--lang", "en", "build", "--out", "site"]);
    assert_eq!(output.code, Some(1));
    let here = handbook.path("").canonicalize().unwrap();
    let shown = output.findings().replace(here.to_str().unwrap(), "HERE");
    expect![[r#"
        error[target-holds-releases]: This folder holds releases, and a build would take them away
        --> HERE/site
         = help: Publish with `transferbuch release VERSION --onto DIR`, or choose another folder with --out
        1 error: nothing was published
    "#]].assert_eq(&shown);
    assert!(handbook.path("site/v/1.0/index.html").exists());
}

#[test]
fn manifests_of_other_programs_and_formats() {
    let handbook = released();
    let manifest = fs::read_to_string(handbook.path("site/transferbuch.json")).unwrap();
    let old = manifest.replace("\"format\": 2", "\"format\": 1");
    handbook.write("site/transferbuch.json", old);
    check_refusal(
        &handbook,
        &["2.0"],
        expect![[r#"
        error[manifest-format]: This site was published by another version of transferbuch (format 1), and can't be compared
        --> site
         = help: Use that version, or publish into a new folder
        1 error: nothing was published
    "#]],
    );

    // What a page was then is of no interest.
    let old =
        "{\"generator\": \"transferbuch\", \"version\": \"0.0.1\", \"format\": 1, \"pages\": [7]}";
    handbook.write("site/transferbuch.json", old);
    let output = handbook.run(&["--lang", "en", "check", "--against", "site"]);
    assert!(
        output.stderr.contains("manifest-format"),
        "{}",
        output.stderr
    );

    let output = handbook.run(&["--lang", "en", "check", "--against", "content"]);
    assert_eq!(output.code, Some(1));
    expect![[r#"
        error[not-published]: Here is no site that transferbuch has published
        --> content
         = help: Name the folder that holds transferbuch.json
        1 error: like this, the handbook won't be published
    "#]]
    .assert_eq(&output.findings());
}
