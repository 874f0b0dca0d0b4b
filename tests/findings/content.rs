//! What is out of order in a handbook as a whole.

use expect_test::expect;

use crate::support::{Handbook, check, review};

#[test]
fn a_link_in_the_wrong_case() {
    check(
        "--- content/formate/a.md\n[x](B.md#x) ![Bild](../Bilder/Plan.PNG)\n--- content/formate/b.md\n## x\n--- content/bilder/plan.png\nx\n",
        expect![[r#"
            error[wrong-case]: B.md#x is really called b.md: only Windows and macOS find it anyway
             --> content/formate/a.md:1:5
            1 | [x](B.md#x) ![Bild](../Bilder/Plan.PNG)
              |     ^^^^^^
              = help: Did you mean `b.md`?
              = help: Write capital and small letters as in the file's name
            error[wrong-case]: ../Bilder/Plan.PNG is really called ../bilder/plan.png: only Windows and macOS find it anyway
             --> content/formate/a.md:1:21
            1 | [x](B.md#x) ![Bild](../Bilder/Plan.PNG)
              |                     ^^^^^^^^^^^^^^^^^^
              = help: Did you mean `../bilder/plan.png`?
              = help: Write capital and small letters as in the file's name
        "#]],
    );
}

#[test]
fn a_link_to_the_own_site() {
    review(
        "--- handbook.yml\nurl: https://h.example/a\nseverity: {missing-legal-page: off}\n--- content/index.md\n[x](https://h.example/a/formate/b/#ablauf), [y](http://h.example/a/), [z](https://h.example/b/), [w](https://h.example/a/weg)\n--- content/formate/b.md\n## Ablauf\n",
        expect![[r#"
            warning[link-to-own-site]: https://h.example/a/formate/b/#ablauf is this handbook's own address: nothing checks such a link, and it leads out of every copy
             --> content/index.md:1:5
            1 | [x](https://h.example/a/formate/b/#ablauf), [y](http://h.example/a/), [z](https://h.example/b/), [w](https://h.example/a/weg)
              |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Did you mean `formate/b.md#ablauf`?
              = help: Write the way from this file to the chapter's
            warning[link-to-own-site]: http://h.example/a/ is this handbook's own address: nothing checks such a link, and it leads out of every copy
             --> content/index.md:1:49
            1 | [x](https://h.example/a/formate/b/#ablauf), [y](http://h.example/a/), [z](https://h.example/b/), [w](https://h.example/a/weg)
              |                                                 ^^^^^^^^^^^^^^^^^^^
              = help: Did you mean `index.md`?
              = help: Write the way from this file to the chapter's
            warning[link-to-own-site]: https://h.example/a/weg is this handbook's own address: nothing checks such a link, and it leads out of every copy
             --> content/index.md:1:102
            1 | [x](https://h.example/a/formate/b/#ablauf), [y](http://h.example/a/), [z](https://h.example/b/), [w](https://h.example/a/weg)
              |                                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^
              = help: Write the way from this file to the chapter's
        "#]],
    );
}

#[test]
fn a_chapter_that_nothing_leads_to() {
    review(
        "--- kinds/k.yml\nfields: [{id: others, type: refs, to: k}]\n--- content/a.md\n---\nkind: k\nothers: [b]\n---\n[c](c.md)\n--- content/b.md\n---\nkind: k\n---\nText\n--- content/c.md\n---\nkind: k\n---\nText\n--- content/d.md\n---\nkind: k\n---\n[hier oben](d.md)\n--- content/e.md\nText\n",
        expect![[r#"
            warning[chapter-nothing-leads-to]: No text and no relation leads to this chapter; it is only found in lists
            --> content/d.md
             = help: Name it in a field of another chapter, or link to it
        "#]],
    );
}

#[test]
fn a_file_that_nothing_leads_to() {
    review(
        "--- content/a.md\n![Plan](b.png)\n--- content/b.png\nx\n--- content/robots.txt\nx\n--- content/bilder/c.png\nx\n--- content/d.pdf\nx\n",
        expect![[r#"
            warning[unused-file]: Nothing leads to this file; it isn't published
            --> content/bilder/c.png
             = help: Show it in a chapter, such as with `![What the picture shows](bilder/c.png)`, name it under `publish` in handbook.yml, or take it out of the folder
            warning[unused-file]: Nothing leads to this file; it isn't published
            --> content/d.pdf
             = help: Link to it in a chapter, such as with `[What is in it](d.pdf)`, name it under `publish` in handbook.yml, or take it out of the folder
            warning[unused-file]: Nothing leads to this file; it isn't published
            --> content/robots.txt
             = help: Link to it in a chapter, such as with `[What is in it](robots.txt)`, name it under `publish` in handbook.yml, or take it out of the folder
        "#]],
    );
}

#[test]
fn relations_in_a_circle() {
    review(
        "--- kinds/k.yml\nfields: [{id: part_of, type: refs, to: k}, {id: contradicts, type: refs, to: k, inverse: contradicts}]\n--- content/a.md\n---\nkind: k\npart_of: [b]\ncontradicts: [b]\n---\nText\n--- content/b.md\n---\nkind: k\npart_of: [c]\ncontradicts: [a]\n---\nText\n--- content/c.md\n---\nkind: k\npart_of: [a]\n---\nText\n--- content/d.md\n---\nkind: k\npart_of: [a]\n---\nText\n",
        expect![[r#"
            error[relation-in-a-circle]: `part_of` leads by way of “B” back to this chapter
             --> content/a.md:3:11
            3 | part_of: [b]
              |           ^
              = help: Take the line away in one of the two
            error[relation-in-a-circle]: `part_of` leads by way of “C” back to this chapter
             --> content/b.md:3:11
            3 | part_of: [c]
              |           ^
              = help: Take the line away in one of the two
            error[relation-in-a-circle]: `part_of` leads by way of “A” back to this chapter
             --> content/c.md:3:11
            3 | part_of: [a]
              |           ^
              = help: Take the line away in one of the two
        "#]],
    );
}

#[test]
fn chapters_that_take_each_others_places() {
    review(
        "--- content/a.md\n---\nsuperseded_by: b\n---\n[C](c.md)\n--- content/b.md\n---\nsuperseded_by: a\n---\nText\n--- content/c.md\n---\nsuperseded_by: a\n---\nText\n",
        expect![[r#"
            error[relation-in-a-circle]: `superseded_by` leads by way of “B” back to this chapter
             --> content/a.md:2:16
            2 | superseded_by: b
              |                ^
              = help: Take the line away in one of the two
            error[relation-in-a-circle]: `superseded_by` leads by way of “A” back to this chapter
             --> content/b.md:2:16
            2 | superseded_by: a
              |                ^
              = help: Take the line away in one of the two
            warning[outdated-successor]: The place of this chapter is taken by “A”, which doesn't hold any more itself
             --> content/c.md:2:16
            2 | superseded_by: a
              |                ^
              = help: Name the chapter that holds today
        "#]],
    );
}

#[test]
fn a_successor_that_does_not_hold_itself() {
    review(
        "--- content/a.md\n---\nsuperseded_by: b\n---\nText\n--- content/b.md\n---\nsuperseded_by: c\n---\nText\n\
         --- content/c.md\n---\nstatus: reviewed\n---\n[A](a.md)\n--- content/d.md\n---\nsuperseded_by: e\n---\n[F](f.md)\n\
         --- content/e.md\n---\nstatus: withdrawn\n---\n[D](d.md)\n--- content/f.md\n---\nstatus: reviewed\nsuperseded_by: c\n---\nText\n",
        expect![[r#"
            warning[outdated-successor]: The place of this chapter is taken by “B”, which doesn't hold any more itself
             --> content/a.md:2:16
            2 | superseded_by: b
              |                ^
              = help: Did you mean `c`?
              = help: Name the chapter that holds today
            warning[outdated-successor]: The place of this chapter is taken by “E”, which doesn't hold any more itself
             --> content/d.md:2:16
            2 | superseded_by: e
              |                ^
              = help: Name the chapter that holds today
        "#]],
    );
}

#[test]
fn a_review_that_is_overdue() {
    review(
        "--- content/a.md\n---\nreview_by: 2026-11-14\n---\nText\n--- content/b.md\n---\nreview_by: 2026-11-15\n---\nText\n--- content/c.md\n---\nreview_by: 2020-01-01\nstatus: withdrawn\n---\nText\n",
        expect![[r#"
            warning[review-overdue]: This chapter should have been reviewed by 2026-11-14
             --> content/a.md:2:12
            2 | review_by: 2026-11-14
              |            ^^^^^^^^^^
              = help: See whether it still holds, and write a new date
        "#]],
    );
}

/// It would break with the calendar, and two builds would differ.
#[test]
fn a_build_does_not_know_the_day() {
    Handbook::new("--- content/a.md\n---\nreview_by: 2000-01-01\n---\nText\n")
        .build()
        .clean();
}

#[test]
fn what_a_new_chapter_begins_with() {
    review(
        "--- content/a.md\n# A\n\nHier steht der Text. Überschriften beginnen mit ##.\n--- content/b.md\n# B\n\nSay here what this section is about.\n",
        expect![[r#"
            warning[placeholder-left]: A placeholder still stands here: “Hier steht der Text. Überschriften beginnen mit ##.”
             --> content/a.md:3:1
            3 | Hier steht der Text. Überschriften beginnen mit ##.
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Write in its place what you have to say, or take it out
            warning[placeholder-left]: A placeholder still stands here: “Say here what this section is about.”
             --> content/b.md:3:1
            3 | Say here what this section is about.
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Write in its place what you have to say, or take it out
        "#]],
    );
}

#[test]
fn an_address_of_this_machine_or_its_network() {
    check(
        "--- content/a.md\n[x](http://127.0.0.1:4000/b/) [y](http://localhost:4000) [z](https://192.168.1.5:4000/c/d/#kurz) [r](http://192.168.178.1/)\n--- content/c/d.md\n# D\n\n## Kurz\n",
        expect![[r#"
            error[path-on-one-machine]: http://127.0.0.1:4000/b/ is on a single machine or in an internal network
             --> content/a.md:1:5
            1 | [x](http://127.0.0.1:4000/b/) [y](http://localhost:4000) [z](https://192.168.1.5:4000/c/d/#kurz) [r](http://192.168.178.1/)
              |     ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
            error[path-on-one-machine]: http://localhost:4000 is on a single machine or in an internal network
             --> content/a.md:1:35
            1 | [x](http://127.0.0.1:4000/b/) [y](http://localhost:4000) [z](https://192.168.1.5:4000/c/d/#kurz) [r](http://192.168.178.1/)
              |                                   ^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
            error[path-on-one-machine]: https://192.168.1.5:4000/c/d/#kurz is on a single machine or in an internal network
             --> content/a.md:1:62
            1 | [x](http://127.0.0.1:4000/b/) [y](http://localhost:4000) [z](https://192.168.1.5:4000/c/d/#kurz) [r](http://192.168.178.1/)
              |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Did you mean `c/d.md#kurz`?
              = help: Put the file into the handbook, and link to it with the way from this chapter
            error[path-on-one-machine]: http://192.168.178.1/ is on a single machine or in an internal network
             --> content/a.md:1:102
            1 | [x](http://127.0.0.1:4000/b/) [y](http://localhost:4000) [z](https://192.168.1.5:4000/c/d/#kurz) [r](http://192.168.178.1/)
              |                                                                                                      ^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
        "#]],
    );
}

#[test]
fn a_reference_by_title_or_by_the_name_of_the_file() {
    check(
        "--- content/a.md\n---\nkind: format\nsummary: S\nstrengths: [x]\nlimits: [y]\nvariant_of: Runder Tisch\n---\n# A\n--- content/runder-tisch-2018.md\n---\nkind: format\nsummary: S\nstrengths: [x]\nlimits: [y]\n---\n# Runder Tisch\n--- content/b.md\n---\nkind: format\nsummary: S\nstrengths: [x]\nlimits: [y]\nvariant_of: runder-tisch-2018.md\n---\n# B\n",
        expect![[r#"
            error[unknown-reference]: There is no chapter `Runder Tisch`
             --> content/a.md:6:13
            6 | variant_of: Runder Tisch
              |             ^^^^^^^^^^^^
              = help: Did you mean `runder-tisch-2018`?
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
            error[unknown-reference]: There is no chapter `runder-tisch-2018.md`
             --> content/b.md:6:13
            6 | variant_of: runder-tisch-2018.md
              |             ^^^^^^^^^^^^^^^^^^^^
              = help: Did you mean `runder-tisch-2018`?
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
        "#]],
    );
}

#[test]
fn a_field_by_what_it_is_called_in_german() {
    check(
        "--- content/a.md\n---\nDatum: 15.6.2018\nAutorin: Ada\nTeilnehmende: 12\n---\n# A\n",
        expect![[r#"
            error[unknown-key]: There is no field `Datum`
             --> content/a.md:2:1
            2 | Datum: 15.6.2018
              | ^^^^^
              = help: Did you mean `updated`?
              = help: Correct the name, or take the line away
            error[unknown-key]: There is no field `Autorin`
             --> content/a.md:3:1
            3 | Autorin: Ada
              | ^^^^^^^
              = help: Did you mean `authors`?
              = help: Correct the name, or take the line away
            error[unknown-key]: There is no field `Teilnehmende`
             --> content/a.md:4:1
            4 | Teilnehmende: 12
              | ^^^^^^^^^^^^
              = help: Correct the name, or take the line away
        "#]],
    );
}
