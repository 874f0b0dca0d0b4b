//! One walk over a page serves links, HTML, search and manifest: they agree on what stands below
//! which heading, and pages that show the same chapter share its content.

mod support;

use std::sync::Arc;

use support::Handbook;
use transferbuch::pages::Page;
use transferbuch::search;
use transferbuch::site::ChapterId;

/// A text within an image's brackets is its alternative text and nothing to put in; a heading of
/// the text that isn't put in must not give its anchor to the heading behind.
#[test]
fn all_agree_on_which_heading_has_which_anchor() {
    let built = Handbook::new(
        "--- content/a.md
# Seite

![Plan ![](plan.png) hier](plan.png) und [da](#danach).

<img src=\"plan.png\" srcset=\"plan.png 1x, gross.png 2x\" alt=\"\"> [Weiter](b.md)

![](_t.md)

## Danach

Ende.
--- content/_t.md
## Baustein

Mitte.
--- content/b.md
# Weiter
--- content/plan.png
x
--- content/gross.png
x
",
    )
    .build()
    .clean();
    let html = built.text("a/index.html");
    for part in [
        "href=\"#danach\"",
        "alt=\"Plan  hier\"",
        "srcset=\"../plan.png 1x, ../gross.png 2x\"",
        "<a href=\"../b/\">Weiter</a>",
        "<h2 id=\"baustein\">Baustein</h2>",
        "<h2 id=\"danach\">Danach</h2>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    let linked = &built.handbook.linked;
    let id = linked.site.at_path("content/a.md").unwrap();
    let words = search::chapter(&linked.site, id);
    let sections: Vec<_> = words
        .sections
        .iter()
        .map(|section| (section.anchor.as_deref(), section.body.trim()))
        .collect();
    assert_eq!(
        sections[1..],
        [(Some("baustein"), "Mitte."), (Some("danach"), "Ende."),]
    );
    let entry = &built.manifest.pages["a/"];
    assert_eq!(entry.anchors, ["baustein", "danach"]);
}

fn with_print_pages() -> Handbook {
    Handbook::new(
        "--- handbook.yml
title: { de: Buch, en: Book }
languages: [de, en]
translations: { en: { fallback: true } }
--- content/f/index.md
# Formate

Wort[^1].

[^1]: Fußnote.
--- content/f/a.md
# A

## Ort

[B](b.md#ort), [Ort](#ort), <b id=\"fest\" title=\"x\">fest</b> und 'so'.
--- content/f/b.md
# B

## Ort

| A | B |
|---|---|
| 1 | 2 |

[A](a.md#fest)
",
    )
}

#[test]
fn a_page_from_shared_contents_is_the_one_that_is_rendered_alone() {
    let built = with_print_pages().build();
    let handbook = &built.handbook;
    let (linked, plan, theme) = (&handbook.linked, &handbook.plan, &handbook.theme);
    let all = || plan.pages().iter().map(|planned| planned.page);
    assert!(all().any(|page| matches!(page, Page::Print(..))));
    let contents = theme.contents(linked, all(), [].into_iter());
    let renderer = theme.renderer(linked, plan);
    for page in all() {
        let shared = renderer.render_from(page, &contents).unwrap();
        let alone = theme.render(linked, plan, page).unwrap();
        assert_eq!(shared, alone, "{page:?}");
    }
}

#[test]
fn a_content_is_kept_until_its_last_use() {
    let built = with_print_pages().build();
    let (linked, theme) = (&built.handbook.linked, &built.handbook.theme);
    let id = ChapterId(0);
    let contents = theme.contents(linked, [].into_iter(), [id, id].into_iter());
    let first = contents.get(id);
    let second = contents.get(id);
    assert!(Arc::ptr_eq(&first, &second));
    assert_eq!(Arc::strong_count(&first), 2);
    assert!(!Arc::ptr_eq(&first, &contents.get(id)));
}
