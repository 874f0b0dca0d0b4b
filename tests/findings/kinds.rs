//! Mistakes in the declaration of a kind.

use expect_test::expect;

use crate::support::{Handbook, check};

#[test]
fn a_field_whose_name_is_no_name() {
    check(
        "--- kinds/rezept.yml\nfields:\n  - {id: Dauer, type: text}\n--- content/a.md\nText\n",
        expect![[r#"
        error[invalid-id]: `Dauer` can't be the name of a field
         --> kinds/rezept.yml:2:10
        2 |   - {id: Dauer, type: text}
          |          ^^^^^
          = help: Use small letters, digits and underscores, such as `lead_time`
    "#]],
    );
}

#[test]
fn a_field_that_is_declared_twice() {
    check(
        "--- kinds/rezept.yml\nfields:\n  - {id: a, type: text}\n  - {id: a, type: flag}\n--- content/a.md\nText\n",
        expect![[r#"
        error[duplicate-field]: The field `a` is declared twice
         --> kinds/rezept.yml:3:10
        3 |   - {id: a, type: flag}
          |          ^
          = help: Keep one of the two
    "#]],
    );
}

#[test]
fn a_choice_without_values() {
    check(
        "--- kinds/rezept.yml\nfields:\n  - {id: a, type: choice}\n--- content/a.md\nText\n",
        expect![[r#"
        error[field-without-values]: A field of this type needs `values`
         --> kinds/rezept.yml:2:19
        2 |   - {id: a, type: choice}
          |                   ^^^^^^
          = help: Add a line such as `values: [low, high]`
    "#]],
    );
}

#[test]
fn a_field_without_type_or_of_an_unknown_one() {
    check(
        "--- kinds/rezept.yml\nfields:\n  - {id: a}\n  - {id: b, type: txt}\n--- content/a.md\nText\n",
        expect![[r#"
            error[missing-key]: `type` is missing
             --> kinds/rezept.yml:2:5
            2 |   - {id: a}
              |     ^
              = help: Write `type: …` here, with what is to stand there in place of the dots
            error[unknown-value]: `txt` is no value of `type`
             --> kinds/rezept.yml:3:19
            3 |   - {id: b, type: txt}
              |                   ^^^
              = help: Did you mean `text`?
              = help: Possible values: text, markdown, number, range, duration, date, url, flag, choice, choices, list, steps, file, files, ref, refs
        "#]],
    );
}

#[test]
fn a_field_to_take_away_that_is_not_there() {
    check(
        "--- kinds/format.yml\nremove: [fase]\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-field]: The kind `format` has no field `fase`
         --> kinds/format.yml:1:10
        1 | remove: [fase]
          |          ^^^^
          = help: Correct the name
    "#]],
    );
}

#[test]
fn relations_to_a_kind_or_field_that_is_not_there() {
    check(
        "--- kinds/rezept.yml\nfields:\n  - {id: a, type: ref, to: tol}\n  - {id: b, type: refs, to: tool, inverse: format}\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-kind]: There is no kind `tol`
         --> kinds/rezept.yml:2:10
        2 |   - {id: a, type: ref, to: tol}
          |          ^
          = help: Did you mean `tool`?
          = help: Correct the name, or declare the kind in `kinds/tol.yml`
        error[unknown-field]: The kind `tool` has no field `format`
         --> kinds/rezept.yml:3:10
        3 |   - {id: b, type: refs, to: tool, inverse: format}
          |          ^
          = help: Did you mean `formats`?
          = help: Correct the name
    "#]],
    );
}

#[test]
fn a_kind_may_have_another_id_than_its_file() {
    check(
        "--- kinds/a.yml\nid: rezept\nfields:\n  - {id: a, type: ref, to: tol}\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-kind]: There is no kind `tol`
         --> kinds/a.yml:3:10
        3 |   - {id: a, type: ref, to: tol}
          |          ^
          = help: Did you mean `tool`?
          = help: Correct the name, or declare the kind in `kinds/tol.yml`
    "#]],
    );
}

#[test]
fn a_field_with_the_name_of_one_that_every_chapter_has_is_reported_where_it_is_declared() {
    let handbook = Handbook::chapter("---\nkind: rezept\nsummary: Kurz\n---\nText\n").with(
        "kinds/rezept.yml",
        "fields:\n  - {id: summary, type: text, required: true}\n",
    );
    let built = handbook.build();
    let found = &built.handbook.findings;
    let places: Vec<&str> = found
        .iter()
        .map(|found| found.place.path.as_str())
        .collect();
    assert_eq!(places, ["kinds/rezept.yml"]);
}

#[test]
fn a_chapter_of_an_unknown_kind() {
    check(
        "--- content/a.md\n---\nkind: fromat\n---\nText\n",
        expect![[r#"
            error[unknown-kind]: There is no kind `fromat`
             --> content/a.md:2:7
            2 | kind: fromat
              |       ^^^^^^
              = help: Did you mean `format`?
              = help: Correct the name, or declare the kind in `kinds/fromat.yml`
        "#]],
    );
    check(
        "--- content/index.md\n---\nkind: fromat\n---\nText\n--- content/a.md\nText\n",
        expect![[r#"
        error[unknown-kind]: There is no kind `fromat`
         --> content/index.md:2:7
        2 | kind: fromat
          |       ^^^^^^
          = help: Did you mean `format`?
          = help: Correct the name, or declare the kind in `kinds/fromat.yml`
    "#]],
    );
}

#[test]
fn the_look_of_a_kind_names_fields_colours_and_icons_that_there_are() {
    check(
        "--- kinds/k.yml\ncolour: purple\nicon: lamb\ncard: [plase, parts]\nglance: [parts]\nfields:\n  - {id: place, type: text, icon: pinn}\n  - {id: parts, type: list, sign: pluss}\n--- content/a.md\nA\n",
        expect![[r#"
            error[unknown-value]: `purple` is no value of `colour`
             --> kinds/k.yml:1:9
            1 | colour: purple
              |         ^^^^^^
              = help: Possible values: accent, amber, blue, green, grey, plum, red, violet
            error[unknown-value]: `lamb` is no value of `icon`
             --> kinds/k.yml:2:7
            2 | icon: lamb
              |       ^^^^
              = help: Did you mean `lamp`?
              = help: Possible values: bolt, book, box, building, calendar, chat, check, clock, euro, file, flag, globe, home, info, key, lamp, link, list, people, person, pin, round, scale, tag
            error[unknown-field]: The kind `k` has no field `plase`
             --> kinds/k.yml:3:8
            3 | card: [plase, parts]
              |        ^^^^^
              = help: Did you mean `place`?
              = help: Correct the name
            error[unknown-value]: `parts` is no value of `card`
             --> kinds/k.yml:3:15
            3 | card: [plase, parts]
              |               ^^^^^
              = help: Possible values: place
            error[unknown-value]: `parts` is no value of `glance`
             --> kinds/k.yml:4:10
            4 | glance: [parts]
              |          ^^^^^
              = help: Possible values: place
            error[unknown-value]: `pinn` is no value of `icon`
             --> kinds/k.yml:6:35
            6 |   - {id: place, type: text, icon: pinn}
              |                                   ^^^^
              = help: Did you mean `pin`?
              = help: Possible values: bolt, book, box, building, calendar, chat, check, clock, euro, file, flag, globe, home, info, key, lamp, link, list, people, person, pin, round, scale, tag
            error[unknown-value]: `pluss` is no value of `sign`
             --> kinds/k.yml:7:35
            7 |   - {id: parts, type: list, sign: pluss}
              |                                   ^^^^^
              = help: Did you mean `plus`?
              = help: Possible values: plus, minus
        "#]],
    );
}

#[test]
fn a_handbook_takes_a_field_away_that_cards_of_a_built_in_kind_show() {
    check(
        "--- kinds/format.yml\nremove: [duration]\n--- content/a.md\nA\n",
        expect![[r#""#]],
    );
}

#[test]
fn questions_ask_for_what_the_kind_has() {
    check(
        "--- kinds/k.yml\nfinder:\n  title: What fits?\n  questions:\n    - {field: plase, label: Where?}\n    - {field: notes, label: What?}\n    - field: time\n      label: How long?\n      answers: [{value: a while, label: a while}, {value: 2-4 hours}]\n    - {field: mood, answers: [{value: [calm, lout], label: any}]}\nfields:\n  - {id: place, type: choice, facet: true, values: [here, there]}\n  - {id: notes, type: text}\n  - {id: time, type: duration, facet: true, bands: [{id: short, to: 2 hours}, {id: long, from: 3 hours}]}\n  - {id: mood, type: choices, facet: true, values: [calm, loud]}\n--- content/a.md\nA\n",
        expect![[r#"
            error[unknown-field]: The kind `k` has no field `plase`
             --> kinds/k.yml:4:15
            4 |     - {field: plase, label: Where?}
              |               ^^^^^
              = help: Did you mean `place`?
              = help: Correct the name
            error[unknown-value]: `notes` is no value of `field`
             --> kinds/k.yml:5:15
            5 |     - {field: notes, label: What?}
              |               ^^^^^
              = help: Possible values: place, time, mood
            error[unknown-value]: `a while` is no value of `value`
             --> kinds/k.yml:8:25
            8 |       answers: [{value: a while, label: a while}, {value: 2-4 hours}]
              |                         ^^^^^^^
              = help: Possible values: 2 hours, 3-5 hours, up to 1 day
            error[missing-key]: `label` is missing
             --> kinds/k.yml:8:51
            8 |       answers: [{value: a while, label: a while}, {value: 2-4 hours}]
              |                                                   ^
              = help: Write `label: …` here, with what is to stand there in place of the dots
            error[missing-key]: `label` is missing
             --> kinds/k.yml:9:7
            9 |     - {field: mood, answers: [{value: [calm, lout], label: any}]}
              |       ^
              = help: Write `label: …` here, with what is to stand there in place of the dots
            error[unknown-value]: `lout` is no value of `value`
             --> kinds/k.yml:9:46
            9 |     - {field: mood, answers: [{value: [calm, lout], label: any}]}
              |                                              ^^^^
              = help: Did you mean `loud`?
              = help: Possible values: calm, loud
        "#]],
    );
}

#[test]
fn blocks_are_known_and_stand_on_the_start_page() {
    check(
        "--- content/index.md\n---\nblocks: [hero, findr, kinds]\nfeatured: ruder-tisch\n---\n# S\n--- content/runder-tisch.md\n---\nblocks: [hero]\n---\nA\n",
        expect![[r#"
            error[unknown-value]: `findr` is no value of `blocks`
             --> content/index.md:2:16
            2 | blocks: [hero, findr, kinds]
              |                ^^^^^
              = help: Did you mean `finder`?
              = help: Possible values: hero, finder, kinds, ways, featured, text, sections, new, logos
            error[unknown-reference]: There is no chapter `ruder-tisch`
             --> content/index.md:3:11
            3 | featured: ruder-tisch
              |           ^^^^^^^^^^^
              = help: Did you mean `runder-tisch`?
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
            warning[blocks-elsewhere]: `blocks` holds on the start page only
             --> content/runder-tisch.md:2:10
            2 | blocks: [hero]
              |          ^^^^
              = help: Take the line away, or write it into `index.md` in the content folder
        "#]],
    );
}
