//! `check --fix` mends what is safe, and nothing else.

use std::fs;
use std::path::Path;

use expect_test::expect;

use crate::support::program::{files, output, program};
use crate::support::{Handbook, OnDisk};

const MARK: &str = "\u{feff}";

/// Mistakes with one answer: a name, the anchor behind it, a date, a reference; and one with two.
fn broken() -> OnDisk {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [en]\nseverity: {missing-legal-page: off}\n\
         --- kinds/k.yml\nfields: [{id: also, type: refs}]\n\
         --- content/meeting.md\n# Meeting\n\n## Before you begin\n\n## Room\n\n## Loom\n\
         --- content/plan-a.md\nA\n--- content/plan-b.md\nB\n\
         --- content/deep/list.md\nList\n",
    );
    let text = "---\nkind: k\nupdated: 15.06.2018\nalso: [meetting]\n---\n\
        See [x](meting.md#befor-you-begin), [y](meeting.md#room), [z](list.md).\n\n\
        [two](plan-c.md) and [one](meeting.md#zoom)\n";
    let text = format!("{MARK}{}", text.replace('\n', "\r\n"));
    handbook.with("content/a.md", text).on_disk()
}

fn read(handbook: &OnDisk) -> String {
    fs::read_to_string(handbook.path("content/a.md")).unwrap()
}

#[test]
fn changes_are_shown_and_nothing_is_written_unasked() {
    let handbook = broken();
    let before = read(&handbook);
    let output = handbook.run(&["check", "--fix", "--format", "json"]);
    assert_eq!(output.code, Some(1));
    expect![[r#"
        --- content/a.md
        +++ content/a.md
        @@ -1,8 +1,8 @@
         ---
         kind: k
        -updated: 15.06.2018
        -also: [meetting]
        +updated: 2018-06-15
        +also: [meeting]
         ---
        -See [x](meting.md#befor-you-begin), [y](meeting.md#room), [z](list.md).
        +See [x](meeting.md#before-you-begin), [y](meeting.md#room), [z](deep/list.md).
         [two](plan-c.md) and [one](meeting.md#zoom)
        Nothing was changed. To write without being asked, add --yes
        6 errors: like this, the handbook won't be published
    "#]]
    .assert_eq(&output.findings());
    assert_eq!(read(&handbook), before);
}

#[test]
fn what_is_certain_is_mended_with_line_ends_and_mark() {
    let handbook = broken();
    let output = handbook.run(&["check", "--fix", "--yes"]);
    assert_eq!(
        output.code,
        Some(1),
        "what has two answers is left to the author"
    );
    let after = read(&handbook);
    assert!(after.starts_with(MARK) && !after.replace("\r\n", "").contains(['\r', '\n']));
    expect![[r#"
        ---
        kind: k
        updated: 2018-06-15
        also: [meeting]
        ---
        See [x](meeting.md#before-you-begin), [y](meeting.md#room), [z](deep/list.md).

        [two](plan-c.md) and [one](meeting.md#zoom)
    "#]]
    .assert_eq(&after.replace(MARK, "").replace("\r\n", "\n"));
}

#[test]
fn a_second_run_has_nothing_to_do() {
    let handbook = broken();
    handbook.run(&["check", "--fix", "--yes"]);
    let before = files(&handbook.path(""));
    let output = handbook.run(&["check", "--fix", "--yes"]);
    let says = "There is nothing that can be mended by itself\n";
    assert!(output.stderr.starts_with(says), "{}", output.stderr);
    assert_eq!(files(&handbook.path("")), before);
}

#[test]
fn what_an_unreadable_file_hid_comes_to_light() {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [en]\nseverity: {missing-legal-page: off}\n--- content/a.md\n",
    );
    let text = "---\ntitle: Part 1: Start\nsummary: \"Round table\" in town\ntopics: [a, b\nupdated: 3 May 2026\n----\n[x]()\n";
    let handbook = handbook.with("content/a.md", text).on_disk();
    handbook.run(&["check", "--fix", "--yes"]);
    expect![[r#"
        ---
        title: "Part 1: Start"
        summary: '"Round table" in town'
        topics: [a, b]
        updated: 2026-05-03
        ---
        [x]()
    "#]]
    .assert_eq(&read(&handbook));
}

#[test]
fn a_link_within_several_lines_of_yaml_is_mended_in_its_place() {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [en]\nseverity: {missing-legal-page: off}\n\
         --- kinds/k.yml\nfields: [{id: text, type: markdown}, {id: more, type: markdown}]\n\
         --- content/meeting.md\n# Meeting\n--- content/a.md\n",
    );
    let text = "---\nkind: k\ntext: |\n  See\n\n  - [x](meting.md), twice: [x](meting.md)\n\
        more: >\n  and [x](meting.md)\n  folded\n---\n";
    let handbook = handbook.with("content/a.md", text).on_disk();
    handbook.run(&["check", "--fix", "--yes"]);
    assert_eq!(read(&handbook), text.replace("meting", "meeting"));
}

#[test]
fn a_text_in_another_encoding_is_left_alone() {
    let latin = b"---\nupdated: 15.06.2018\n---\nB\xfcrger\n".as_slice();
    let handbook = Handbook::default().with("content/a.md", latin).on_disk();
    handbook.run(&["check", "--fix", "--yes"]);
    assert_eq!(fs::read(handbook.path("content/a.md")).unwrap(), latin);
}

#[test]
fn frozen_ids_change_nothing_but_the_files() {
    let handbook = OnDisk::empty();
    assert_eq!(handbook.run(&["init", ".", "--lang", "de"]).code, Some(0));
    handbook.write("content/ohne.md", "# Ohne\n");
    let site = handbook.build();
    let output = handbook.run(&["check", "--freeze-ids", "--yes"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let written = |path: &str| fs::read_to_string(handbook.path(path)).unwrap();
    assert!(
        written("content/formate/runder-tisch.md").contains("\nid: formate/runder-tisch\n---\n")
    );
    assert_eq!(written("content/ohne.md"), "---\nid: ohne\n---\n# Ohne\n");
    assert_eq!(handbook.build(), site);
    let again = handbook.run(&["check", "--freeze-ids", "--yes", "--lang", "en"]);
    assert!(
        again.stderr.starts_with("There is nothing"),
        "{}",
        again.stderr
    );
}

#[test]
fn a_frozen_id_outlives_a_move() {
    let handbook = OnDisk::empty();
    handbook.run(&["init", ".", "--lang", "de"]);
    handbook.run(&["check", "--freeze-ids", "--yes"]);
    let from = handbook.path("content/formate/runder-tisch.md");
    fs::rename(from, handbook.path("content/formate/tisch.md")).unwrap();
    let output = handbook.run(&["check"]);
    assert!(
        !output.stderr.contains("unknown-reference"),
        "{}",
        output.stderr
    );
}

#[test]
fn the_sample_handbook_can_be_frozen() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output =
        output(
            program()
                .current_dir(root)
                .args(["check", "--freeze-ids", "--lang", "en"]),
        );
    assert_eq!(output.code, Some(0));
    assert!(
        output.stderr.contains("Nothing was changed"),
        "{}",
        output.stderr
    );
}

#[test]
fn sort_and_size_of_a_download_are_written_into_its_link() {
    let handbook = Handbook::new(
        "--- handbook.yml\nseverity: {missing-legal-page: off}\n--- content/index.md\nDer [Plan](plan.pdf) und [Plan (PDF)](plan.pdf).\n[**Plan**](plan.pdf)\n",
    );
    let handbook = handbook
        .with("content/plan.pdf", vec![b'x'; 1_150_000])
        .on_disk();
    handbook.run(&["check", "--fix", "--yes"]);
    assert_eq!(
        fs::read_to_string(handbook.path("content/index.md")).unwrap(),
        "Der [Plan (PDF, 1,2 MB)](plan.pdf) und [Plan (PDF, 1,2 MB)](plan.pdf).\n[**Plan**](plan.pdf)\n"
    );
}

/// What `check --fix` says on a terminal to somebody who types `answer`.
#[cfg(unix)]
fn on_a_terminal(handbook: &OnDisk, answer: &str) -> String {
    handbook.on_a_terminal(&["check", "--fix", "--lang", "de"], answer)
}

#[test]
#[cfg(unix)]
fn on_a_terminal_only_a_yes_writes() {
    for answer in ["n\n", "\n", "jein\n", "x j\n"] {
        let handbook = broken();
        let before = read(&handbook);
        let shown = on_a_terminal(&handbook, answer);
        assert!(shown.contains("schreiben? [j/N]"), "{shown}");
        assert!(shown.contains("Nichts wurde geändert"), "{shown}");
        assert_eq!(read(&handbook), before, "{answer:?}");
    }
    for answer in ["j\n", "Ja \n", "y\n", "YES\n"] {
        let handbook = broken();
        let before = read(&handbook);
        on_a_terminal(&handbook, answer);
        assert_ne!(read(&handbook), before, "{answer:?}");
    }
}
