//! What keeps people out who see, hear, move or read in another way.

use expect_test::expect;

use transferbuch::text::Language;

use crate::support::{Handbook, check, review};

#[test]
fn an_image_without_a_text() {
    check(
        "--- content/a.md\n![](b.png) und [![ ](b.png)](b.png)\n--- content/b.png\nx\n",
        expect![[r#"
            error[image-without-text]: This image has no text for people who can't see it
             --> content/a.md:1:1
            1 | ![](b.png) und [![ ](b.png)](b.png)
              | ^^^^^^^^^^
              = help: Say in the square brackets what it shows: ![Chairs in a circle](…); for an image that only decorates: ![-](…)
            error[link-without-text]: This link to b.png has no text that one could see or hear
             --> content/a.md:1:16
            1 | ![](b.png) und [![ ](b.png)](b.png)
              |                ^^^^^^^^^^^^^^^^^^^^
              = help: Say in the square brackets where it leads
            error[image-without-text]: This image has no text for people who can't see it
             --> content/a.md:1:17
            1 | ![](b.png) und [![ ](b.png)](b.png)
              |                 ^^^^^^^^^^^
              = help: Say in the square brackets what it shows: ![Chairs in a circle](…); for an image that only decorates: ![-](…)
        "#]],
    );
}

#[test]
fn an_image_in_html_without_a_text() {
    check(
        "--- content/a.md\n<img src=\"b.png\">\n<img src=\"b.png\" alt=\"\">\n<img src=\"b.png\" role=\"presentation\">\n--- content/b.png\nx\n",
        expect![[r#"
            error[image-without-text]: This image has no text for people who can't see it
             --> content/a.md:1:1
            1 | <img src="b.png">
              | ^^^^^^^^^^^^^^^^^
              = help: Say in the square brackets what it shows: ![Chairs in a circle](…); for an image that only decorates: ![-](…)
        "#]],
    );
}

#[test]
fn an_image_that_only_decorates() {
    let built = Handbook::new("--- content/a.md\n![-](b.png)\n--- content/b.png\nx\n")
        .review()
        .clean();
    assert!(built.text("a/index.html").contains("b.png\" alt=\"\""));
}

#[test]
fn an_image_whose_text_is_the_name_of_its_file() {
    review(
        "--- content/a.md\n![IMG_0815](IMG_0815.jpg) ![plan.png](plan.png) ![Plan](plan.png)\n--- content/IMG_0815.jpg\nx\n--- content/plan.png\nx\n",
        expect![[r#"
            warning[image-text-is-file-name]: `IMG_0815` is the name of the file and doesn't say what the image shows
             --> content/a.md:1:1
            1 | ![IMG_0815](IMG_0815.jpg) ![plan.png](plan.png) ![Plan](plan.png)
              | ^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Write what somebody would say about the image on the phone
            warning[image-text-is-file-name]: `plan.png` is the name of the file and doesn't say what the image shows
             --> content/a.md:1:27
            1 | ![IMG_0815](IMG_0815.jpg) ![plan.png](plan.png) ![Plan](plan.png)
              |                           ^^^^^^^^^^^^^^^^^^^^^
              = help: Write what somebody would say about the image on the phone
        "#]],
    );
}

#[test]
fn a_heading_level_left_out() {
    review(
        "--- content/a.md\n# Treffen\n\n### Ablauf\n\n#### Danach\n\n## Kosten\n\n#### Raum\n",
        expect![[r#"
            warning[heading-level-skipped]: This is a heading with ###, and there is none with ## before it
             --> content/a.md:3:1
            3 | ### Ablauf
              | ^^^^^^^^^^
              = help: Write ##: a heading stands at most one level below the one before it
            warning[heading-level-skipped]: This is a heading with ####, and there is none with ### before it
             --> content/a.md:9:1
            9 | #### Raum
              | ^^^^^^^^^
              = help: Write ###: a heading stands at most one level below the one before it
        "#]],
    );
}

#[test]
fn headings_of_a_part_stand_below_the_place() {
    review(
        "--- content/a.md\n# A\n\n## B\n\n![](_teil.md)\n--- content/_teil.md\n### Kontakt\n\n##### Fax\n",
        expect![[r#"
            warning[heading-level-skipped]: This is a heading with #####, and there is none with #### before it
             --> content/_teil.md:3:1
            3 | ##### Fax
              | ^^^^^^^^^
              = help: Write ####: a heading stands at most one level below the one before it
        "#]],
    );
}

#[test]
fn a_second_title() {
    review(
        "--- content/a.md\n# Treffen\n\n# Ablauf\n\n## Danach\n\nSchluss\n===\n--- content/b.md\n---\ntitle: Kurz\n---\n# Ein langer Titel\n--- content/c.md\n---\ntitle: Gleich\n---\n# Gleich\n",
        expect![[r#"
            warning[second-title]: This page has a title already
             --> content/a.md:3:1
            3 | # Ablauf
              | ^^^^^^^^
              = help: Write ## instead of #
            warning[second-title]: This page has a title already
             --> content/a.md:7:1
            7 | Schluss
              | ^^^^^^^
              = help: Write `## …`, without the line of ===
            warning[second-title]: This page has a title already
             --> content/b.md:4:1
            4 | # Ein langer Titel
              | ^^^^^^^^^^^^^^^^^^
              = help: Write ## instead of #
        "#]],
    );
}

#[test]
fn a_table_without_a_header() {
    review(
        "--- content/a.md\n|  |  |\n|---|---|\n| Mai | 3 |\n\n| Monat |  |\n|---|---|\n| Mai | 3 |\n\n| ![Uhr](b.png) | `x` |\n|---|---|\n| Mai | 3 |\n\n<table><tr><td>Mai</td></tr></table>\n\n<table><tr><th>Mai</th></tr></table>\n--- content/b.png\nx\n",
        expect![[r#"
            warning[table-without-header]: This table has no header cells that say what stands in its columns
             --> content/a.md:1:1
            1 | |  |  |
              | ^^^^^^^
              = help: Fill in the first row; in HTML, with <th>
            warning[table-without-header]: This table has no header cells that say what stands in its columns
              --> content/a.md:13:1
            13 | <table><tr><td>Mai</td></tr></table>
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               = help: Fill in the first row; in HTML, with <th>
        "#]],
    );
}

#[test]
fn a_link_without_a_text() {
    check(
        "--- content/a.md\n[](b.md) [![Uhr](c.png)](b.md) [`x`](b.md)\n--- content/b.md\nText\n--- content/c.png\nx\n",
        expect![[r#"
            error[link-without-text]: This link to b.md has no text that one could see or hear
             --> content/a.md:1:1
            1 | [](b.md) [![Uhr](c.png)](b.md) [`x`](b.md)
              | ^^^^^^^^
              = help: Say in the square brackets where it leads
        "#]],
    );
}

#[test]
fn a_link_that_does_not_say_where_it_leads() {
    review(
        "--- content/a.md\nMehr dazu [*hier*](b.md), [mehr …](b.md), [Hier steht der Ablauf](b.md)\n--- content/b.md\nText\n",
        expect![[r#"
            warning[vague-link-text]: “hier” doesn't say where this link leads
             --> content/a.md:1:13
            1 | Mehr dazu [*hier*](b.md), [mehr …](b.md), [Hier steht der Ablauf](b.md)
              |             ^^^^
              = help: Link the words that name what is there: [sign up for the meeting](…) instead of [here](…)
            warning[vague-link-text]: “mehr …” doesn't say where this link leads
             --> content/a.md:1:28
            1 | Mehr dazu [*hier*](b.md), [mehr …](b.md), [Hier steht der Ablauf](b.md)
              |                            ^^^^^^
              = help: Link the words that name what is there: [sign up for the meeting](…) instead of [here](…)
        "#]],
    );
}

#[test]
fn a_link_that_is_an_address() {
    review(
        "--- content/a.md\n<https://x.example/a> [www.x.example/a/b](https://x.example) [www.x.example](https://x.example) <a@x.example>\n",
        expect![[r#"
            warning[bare-address]: This link shows an address, which is read out character by character
             --> content/a.md:1:2
            1 | <https://x.example/a> [www.x.example/a/b](https://x.example) [www.x.example](https://x.example) <a@x.example>
              |  ^^^^^^^^^^^^^^^^^^^
              = help: Give it a text: [name of the page](https://x.example/a)
            warning[bare-address]: This link shows an address, which is read out character by character
             --> content/a.md:1:24
            1 | <https://x.example/a> [www.x.example/a/b](https://x.example) [www.x.example](https://x.example) <a@x.example>
              |                        ^^^^^^^^^^^^^^^^^
              = help: Give it a text: [name of the page](www.x.example/a/b)
        "#]],
    );
}

#[test]
fn a_video_without_captions() {
    review(
        "--- content/a.md\n<video src=\"f.mp4\" controls></video>\n\n<video src=\"f.mp4\"><track kind=\"captions\" src=\"f.vtt\"></video>\n--- content/b.md\n<video src=\"f.mp4\"></video>\n\n[Transkript des Films](c.md)\n--- content/c.md\nText\n--- content/f.mp4\nx\n--- content/f.vtt\nx\n",
        expect![[r#"
            warning[video-without-captions]: Nobody who can't hear this video can follow it
             --> content/a.md:1:1
            1 | <video src="f.mp4" controls></video>
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put captions beside the film, with the same name and the ending .vtt, or link to a transcript on the page; in HTML: <track kind="captions" src="….vtt">
        "#]],
    );
}

#[test]
fn a_paragraph_that_is_not_translated_yet() {
    review(
        "--- handbook.yml\nlanguages: [de, en]\nseverity: {missing-legal-page: off}\n--- content/a.md\nWir laden alle ein, die in der Straße wohnen und etwas ändern wollen.\n--- content/a.en.md\nWir laden alle ein, die in der Straße wohnen und etwas ändern wollen.\n",
        expect![[r#"
            warning[untranslated-paragraph]: This paragraph isn't translated yet (de)
             --> content/a.en.md:1:1
            1 | Wir laden alle ein, die in der Straße wohnen und etwas ändern wollen.
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Translate it; if it is meant to stay as it is, put <div lang="de"> and an empty line before it, an empty line and </div> behind it
        "#]],
    );
}

#[test]
fn a_passage_in_another_language() {
    review(
        "--- content/a.md\n> We have learned that the people who come to the meetings are not the ones that were invited.\n\n<div lang=\"en\">\n\nWe have learned that the people who come to the meetings are not the ones that were invited.\n\n</div>\n\nDas Buch „The Art of Hosting and Harvesting of Conversations“ ist für die Praxis sehr zu empfehlen.\n",
        expect![[r#"
            warning[unmarked-language]: This paragraph seems to be in another language (en) and is read out wrongly
             --> content/a.md:1:3
            1 | > We have learned that the people who come to the meetings are not the ones that were invited.
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put <div lang="en"> and an empty line before it, an empty line and </div> behind it
        "#]],
    );
}

/// A handbook with files of 340,000 bytes beside its chapters, which are in German and English.
fn downloads(text: &str) -> Handbook {
    let mut handbook = Handbook::new(&format!(
        "--- handbook.yml\nlanguages: [de, en]\nseverity: {{missing-legal-page: off, unused-file: off}}\n--- content/index.md\n{text}\n"
    ));
    for path in [
        "content/plan.pdf",
        "content/brief.docx",
        "content/plan.png",
        "content/seite.html",
    ] {
        handbook = handbook.with(path, vec![b'x'; 340_000]);
    }
    handbook
}

#[test]
fn a_download_that_does_not_say_how_large_it_is() {
    let review = downloads("Der [Plan](plan.pdf), der [Brief für Word](brief.docx) und der [Plan (PDF)](plan.pdf#page=2)\n\n[**Plan**](plan.pdf)\n").review();
    expect![[r#"
        warning[download-without-size]: This link leads to a file without telling its sort and size
         --> content/index.md:1:6
        1 | Der [Plan](plan.pdf), der [Brief für Word](brief.docx) und der [Plan (PDF)](plan.pdf#page=2)
          |      ^^^^
          = help: Add to the text of the link: PDF, 340 KB
        warning[download-without-size]: This link leads to a file without telling its sort and size
         --> content/index.md:1:28
        1 | Der [Plan](plan.pdf), der [Brief für Word](brief.docx) und der [Plan (PDF)](plan.pdf#page=2)
          |                            ^^^^^^^^^^^^^^
          = help: Add to the text of the link: 340 KB
        warning[download-without-size]: This link leads to a file without telling its sort and size
         --> content/index.md:1:65
        1 | Der [Plan](plan.pdf), der [Brief für Word](brief.docx) und der [Plan (PDF)](plan.pdf#page=2)
          |                                                                 ^^^^^^^^^^
          = help: Add to the text of the link: 340 KB
        warning[download-without-size]: This link leads to a file without telling its sort and size
         --> content/index.md:3:4
        3 | [**Plan**](plan.pdf)
          |    ^^^^
          = help: Add to the text of the link: PDF, 340 KB
    "#]].assert_eq(&review.shown(Language::English));
}

#[test]
fn a_download_that_says_it_in_the_link_or_behind_it() {
    downloads(
        "[Plan (PDF, 340 KB)](plan.pdf), [Plan](plan.pdf) (PDF, 0,3 MB), [Brief](brief.docx) als Word-Datei mit 340 Kilobyte,\n\
         [Plan][p] (PDF, 340 KB), [Bild](plan.png), [Seite](seite.html), [außen](https://a.example/x.pdf)\n\n[p]: plan.pdf\n",
    )
    .review()
    .clean();
}

#[test]
fn a_name_that_sounds_like_a_size_is_none() {
    let review = downloads("Die 3 [Bände](plan.pdf) und [B 12 Pdfs](plan.pdf)\n").review();
    assert_eq!(review.slugs(), ["download-without-size"; 2]);
}
