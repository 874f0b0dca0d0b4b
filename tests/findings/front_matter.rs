//! Front matter against its kind.

use expect_test::expect;

use crate::support::{Handbook, check, check_german};

const KIND: &str = "--- kinds/k.yml
label: K
fields:
  - {id: amount, type: number, min: 1, max: 3}
  - {id: people, type: range}
  - {id: time, type: duration}
  - {id: day, type: date}
  - {id: web, type: url}
  - {id: free, type: flag}
  - {id: one, type: choice, values: [low, high]}
  - {id: some, type: choices, values: [low, high]}
  - {id: paper, type: file}
  - {id: papers, type: files}
  - {id: steps, type: steps}
  - id: effort
    type: list
    fields: [{id: what, type: text, required: true}, {id: level, type: number}]
--- content/a.md
---
kind: k
";

fn check_field(lines: &str, expect: expect_test::Expect) {
    check(&format!("{KIND}{lines}---\nText\n"), expect);
}

/// A file that was moved to another folder.
#[test]
fn fields_of_another_kind() {
    check(
        "--- content/index.md\n# T\n--- content/neu/a.md\n---\ntitle: A\ntype: checklist\nprovider: Stadt\n---\nText\n",
        expect![[r#"
            error[fields-of-another-kind]: The fields here belong to the kind `tool`; in this folder a chapter without `kind` is of the kind `page`
             --> content/neu/a.md:3:1
            3 | type: checklist
              | ^^^^
              = help: Write a line `kind: tool` into the front matter
        "#]],
    );
}

#[test]
fn titles_that_are_not_there() {
    check(
        "--- content/index.md\n---\ntitle:\n---\n# Der Titel\n--- content/a.md\n---\ntitle:\n---\nText\n--- content/b.md\n---\ntitle: \"\"\n---\nText\n",
        expect![[r#"
            warning[empty-title]: There is nothing behind `title`, so the page is called like its file
             --> content/a.md:2:1
            2 | title:
              | ^^^^^
              = help: Write the title behind it, for example `title: Round table`
            warning[empty-title]: There is nothing behind `title`, so the page is called like its file
             --> content/b.md:2:1
            2 | title: ""
              | ^^^^^
              = help: Write the title behind it, for example `title: Round table`
        "#]],
    );
}

#[test]
fn a_required_field_that_is_missing() {
    check(
        "--- content/a.md\n---\nkind: lesson\n---\nText\n",
        expect![[r#"
            error[missing-field]: A chapter of the kind `lesson` needs the field `direction`
             --> content/a.md:1:1
            1 | ---
              | ^^^
              = help: Write `direction: …`, or `open: [direction]` if the answer isn't known
        "#]],
    );
    check_german(
        "--- content/a.md\n---\nkind: tool\n---\nText\n",
        expect![[r#"
            Fehler[missing-field]: Es fehlt noch das Feld `type`: Jedes Kapitel der Art `tool` braucht es
             --> content/a.md:1:1
            1 | ---
              | ^^^
              = Hilfe: Schreiben Sie `type: …`, oder `open: [type]`, wenn die Antwort nicht bekannt ist
        "#]],
    );
}

#[test]
fn a_required_list_that_is_empty_is_missing() {
    let handbook = "--- kinds/k.yml\nfields: [{id: a, type: list, required: true}]\n\
                    --- content/a.md\n---\nkind: k\na: []\n---\nText\n";
    check(
        handbook,
        expect![[r#"
            error[missing-field]: A chapter of the kind `k` needs the field `a`
             --> content/a.md:3:1
            3 | a: []
              | ^
              = help: Write `a: …`, or `open: [a]` if the answer isn't known
        "#]],
    );
}

#[test]
fn a_required_text_that_is_blank_is_missing() {
    let handbook = "--- kinds/k.yml\nfields: [{id: a, type: text, required: true}]\n\
                    --- content/a.md\n---\nkind: k\na: \" \"\n---\nText\n";
    check(
        handbook,
        expect![[r#"
            error[missing-field]: A chapter of the kind `k` needs the field `a`
             --> content/a.md:3:1
            3 | a: " "
              | ^
              = help: Write `a: …`, or `open: [a]` if the answer isn't known
        "#]],
    );
}

#[test]
fn an_open_field_is_not_missing() {
    check(
        "--- content/a.md\n---\nkind: tool\nopen: [type]\n---\nText\n",
        expect![""],
    );
}

#[test]
fn a_missing_field_of_a_draft_is_a_note() {
    let draft = Handbook::chapter("---\nkind: tool\nstatus: draft\n---\nText\n").build_drafts();
    expect![[r#"
        note[missing-field]: A chapter of the kind `tool` needs the field `type`
         --> content/a.md:1:1
        1 | ---
          | ^^^
          = help: Write `type: …`, or `open: [type]` if the answer isn't known
    "#]]
    .assert_eq(&draft.shown(transferbuch::text::Language::English));
}

#[test]
fn open_names_no_field_or_one_that_is_filled_in() {
    check(
        "--- content/a.md\n---\nkind: tool\ntype: guide\nopen: [tpye, type]\n---\nText\n",
        expect![[r#"
        error[unknown-open-field]: `open` names `tpye`, which is no field of the kind `tool`
         --> content/a.md:4:8
        4 | open: [tpye, type]
          |        ^^^^
          = help: Did you mean `type`?
          = help: Correct the name
        warning[open-but-filled]: `type` is filled in, so it is not open
         --> content/a.md:4:14
        4 | open: [tpye, type]
          |              ^^^^
          = help: Take it out of `open`
    "#]],
    );
}

#[test]
fn a_number_out_of_bounds_or_none_at_all() {
    check_field(
        "amount: 7\n",
        expect![[r#"
            error[out-of-bounds]: `amount` should be a number within 1 – 3, and is `7`
             --> content/a.md:3:9
            3 | amount: 7
              |         ^
              = help: Write a number within 1 – 3
        "#]],
    );
    check_field(
        "amount: viel\n",
        expect![[r#"
            error[out-of-bounds]: `amount` should be a number within 1 – 3, and is `viel`
             --> content/a.md:3:9
            3 | amount: viel
              |         ^^^^
              = help: Write a number within 1 – 3
        "#]],
    );
}

#[test]
fn a_date_in_german_form_is_offered_as_iso() {
    check(
        "--- content/a.md\n---\nupdated: 15.6.2018\n---\nText\n",
        expect![[r#"
        error[not-a-date]: `15.6.2018` is no date
         --> content/a.md:2:10
        2 | updated: 15.6.2018
          |          ^^^^^^^^^
          = help: Did you mean `2018-06-15`?
          = help: Write year, month and day: 2018-06-15
    "#]],
    );
    check_german(
        "--- content/a.md\n---\nreview_by: bald\n---\nText\n",
        expect![[r#"
        Fehler[not-a-date]: `bald` ist kein Datum
         --> content/a.md:2:12
        2 | review_by: bald
          |            ^^^^
          = Hilfe: Schreiben Sie Jahr, Monat und Tag: 2018-06-15
    "#]],
    );
    check_field(
        "day: 2018-02-30\n",
        expect![[r#"
        error[not-a-date]: `2018-02-30` is no date
         --> content/a.md:3:6
        3 | day: 2018-02-30
          |      ^^^^^^^^^^
          = help: Write year, month and day: 2018-06-15
    "#]],
    );
}

#[test]
fn a_range_without_numbers_or_turned_round() {
    check_field(
        "people: einige\n",
        expect![[r#"
        error[not-a-range]: `einige` is no number and no range
         --> content/a.md:3:9
        3 | people: einige
          |         ^^^^^^
          = help: Write 12, 15-30, up to 15 or from 30
    "#]],
    );
    check_field(
        "people: 30-15\n",
        expect![[r#"
        error[not-a-range]: `30-15` is no number and no range
         --> content/a.md:3:9
        3 | people: 30-15
          |         ^^^^^
          = help: Write 12, 15-30, up to 15 or from 30
    "#]],
    );
}

#[test]
fn a_duration_without_a_unit() {
    check_field(
        "time: 3\n",
        expect![[r#"
        error[not-a-duration]: `3` is no length of time
         --> content/a.md:3:7
        3 | time: 3
          |       ^
          = help: Write 90 minutes, 2 hours, 1.5 days or 2-3 weeks
    "#]],
    );
}

#[test]
fn a_field_for_an_address_on_the_web() {
    check_field(
        "web: www.stadt.example\n",
        expect![[r#"
        error[not-a-url]: `www.stadt.example` is no address on the web
         --> content/a.md:3:6
        3 | web: www.stadt.example
          |      ^^^^^^^^^^^^^^^^^
          = help: Begin it with https://
    "#]],
    );
}

#[test]
fn a_flag_that_says_yes() {
    check_field("free: ja\n", expect![""]);
}

#[test]
fn a_choice_that_is_none_of_the_values() {
    check_field(
        "one: hihg\nsome: [low, viel]\n",
        expect![[r#"
        error[unknown-value]: `hihg` is no value of `one`
         --> content/a.md:3:6
        3 | one: hihg
          |      ^^^^
          = help: Did you mean `high`?
          = help: Possible values: low, high
        error[unknown-value]: `viel` is no value of `some`
         --> content/a.md:4:13
        4 | some: [low, viel]
          |             ^^^^
          = help: Possible values: low, high
    "#]],
    );
}

#[test]
fn files_that_are_not_there() {
    check_field(
        "paper: x.pdf\npapers: [y.pdf, {path: z.pdf}]\n",
        expect![[r#"
        error[unknown-file]: There is no file at x.pdf
         --> content/a.md:3:8
        3 | paper: x.pdf
          |        ^^^^^
          = help: Put the file beside the chapter and write its name
        error[unknown-file]: There is no file at y.pdf
         --> content/a.md:4:10
        4 | papers: [y.pdf, {path: z.pdf}]
          |          ^^^^^
          = help: Put the file beside the chapter and write its name
        error[unknown-file]: There is no file at z.pdf
         --> content/a.md:4:24
        4 | papers: [y.pdf, {path: z.pdf}]
          |                        ^^^^^
          = help: Put the file beside the chapter and write its name
    "#]],
    );
}

#[test]
fn records_have_the_fields_of_their_field() {
    check_field(
        "effort: [{level: 1}, {what: x, lvel: 2}, [x]]\nsteps: [{minutes: -5}]\n",
        expect![[r#"
            error[missing-key]: `what` is missing
             --> content/a.md:3:10
            3 | effort: [{level: 1}, {what: x, lvel: 2}, [x]]
              |          ^
              = help: Write `what: …` here, with what is to stand there in place of the dots
            error[unknown-key]: There is no field `lvel`
             --> content/a.md:3:32
            3 | effort: [{level: 1}, {what: x, lvel: 2}, [x]]
              |                                ^^^^
              = help: Did you mean `level`?
              = help: Correct the name, or take the line away
            error[wrong-type]: `effort` should be a group of `key: value` lines, and is a list
             --> content/a.md:3:42
            3 | effort: [{level: 1}, {what: x, lvel: 2}, [x]]
              |                                          ^
              = help: Write a group of `key: value` lines here
            error[missing-key]: `title` is missing
             --> content/a.md:4:9
            4 | steps: [{minutes: -5}]
              |         ^
              = help: Write `title: …` here, with what is to stand there in place of the dots
            error[out-of-bounds]: `minutes` should be a number within 0 – …, and is `-5`
             --> content/a.md:4:19
            4 | steps: [{minutes: -5}]
              |                   ^^
              = help: Write a number within 0 – …
        "#]],
    );
}

#[test]
fn two_chapters_with_one_id() {
    check(
        "--- content/a.md\n---\nid: treffen\n---\nA\n--- content/b.md\n---\nid: treffen\n---\nB\n",
        expect![[r#"
        error[duplicate-id]: Another chapter has the id `treffen` already
         --> content/b.md:2:5
        2 | id: treffen
          |     ^^^^^^^
         ::: content/a.md:2:5
        2 | id: treffen
          |     ------- it is first used here
          = help: Give one of the two another `id`
    "#]],
    );
}

#[test]
fn two_files_for_one_address() {
    check(
        "--- content/Ämter.md\nA\n--- content/aemter.md\nB\n",
        expect![[r#"
        error[duplicate-address]: Something else is published at aemter/index.html already
        --> content/Ämter.md
        ::: content/aemter.md
         = help: Rename one of the two files
        error[duplicate-id]: Another chapter has the id `aemter` already
        --> content/Ämter.md
        ::: content/aemter.md
         = help: Give one of the two another `id`
    "#]],
    );
    check_german(
        "--- content/Ämter.md\nA\n--- content/aemter.md\nB\n",
        expect![[r#"
        Fehler[duplicate-address]: Unter aemter/index.html wird schon etwas anderes veröffentlicht
        --> content/Ämter.md
        ::: content/aemter.md
         = Hilfe: Benennen Sie eine der beiden Dateien um
        Fehler[duplicate-id]: Ein anderes Kapitel hat schon die id `aemter`
        --> content/Ämter.md
        ::: content/aemter.md
         = Hilfe: Geben Sie einem der beiden eine andere `id`
    "#]],
    );
}

/// Fails unless just this is found: that two things want one address.
fn check_collision(handbook: &str) {
    let built = Handbook::new(handbook).build();
    let slugs = built.slugs();
    let known = slugs == ["duplicate-address"] || slugs == ["reserved-address"];
    assert!(
        known,
        "{}",
        built.shown(transferbuch::text::Language::English)
    );
}

#[test]
fn a_chapter_in_the_place_of_a_page_that_the_program_makes() {
    check(
        "--- glossary.yml\n- term: BAMF\n--- content/glossar.md\nA\n",
        expect![[r#"
            error[reserved-address]: glossar/index.html is the address of a page that the program makes
            --> content/glossar.md
             = help: Rename the file
        "#]],
    );
}

#[test]
fn a_chapter_and_a_folder_for_one_address() {
    check_collision("--- content/formate.md\nA\n--- content/formate/b.md\nB\n");
}

#[test]
fn two_folders_for_one_address() {
    check_collision("--- content/Ämter/a.md\nA\n--- content/aemter/b.md\nB\n");
}

#[test]
fn a_file_in_the_place_of_one_of_the_theme() {
    check_collision("--- content/assets/style.css\nx\n--- content/a.md\n[x](assets/style.css)\n");
}

#[test]
fn files_in_the_place_of_those_that_every_site_has() {
    check_collision("--- content/404.html\nx\n--- content/a.md\n[x](404.html)\n");
    check_collision("--- content/transferbuch.json\nx\n--- content/a.md\n[x](transferbuch.json)\n");
}

#[test]
fn a_former_address_that_is_taken() {
    check_collision("--- content/a.md\nA\n--- content/b.md\n---\naliases: [a]\n---\nB\n");
    check_collision(
        "--- content/a.md\n---\naliases: [alt]\n---\nA\n--- content/b.md\n---\naliases: [alt]\n---\nB\n",
    );
}

#[test]
fn an_order_that_names_nothing() {
    check(
        "--- content/index.md\n---\norder: [anfagn]\n---\nX\n--- content/anfang.md\nA\n",
        expect![[r#"
        error[unknown-in-order]: There is no chapter and no folder `anfagn` here
         --> content/index.md:2:9
        2 | order: [anfagn]
          |         ^^^^^^
          = help: Did you mean `anfang`?
          = help: `order` takes names of files and folders without `.md`
    "#]],
    );
}

#[test]
fn an_order_may_name_a_draft() {
    check(
        "--- content/index.md\n---\norder: [a, b]\n---\nX\n--- content/a.md\nA\n--- content/b.md\n---\nstatus: draft\n---\nB\n",
        expect![[""]],
    );
}

#[test]
fn front_matter_of_which_the_first_line_is_gone_is_one_finding() {
    let head = "title: A\n# Ein Satz.\nsummary: S\n\n# Der Stand.\nstatus: draft\n\n# Wie viele.\nparticipants: 12\n---\n\nText.\n";
    let built = Handbook::new(&format!("--- content/a.md\n{head}")).build();
    assert_eq!(built.slugs(), ["front-matter-without-fence"]);
}
