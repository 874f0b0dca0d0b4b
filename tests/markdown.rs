//! Markdown to HTML: every `tests/golden/NAME.md` gives the text of `NAME.html`.
//!
//! A golden file is the text of a chapter, or a handbook as [`support`] reads it, whose chapter
//! `content/a.md` is shown. `UPDATE=1` writes what is found now.

mod support;

use std::path::{Path, PathBuf};
use std::{env, fs};

use expect_test::expect;
use support::{Built, Handbook};
use transferbuch::html::{ChapterRenderer, Frame};

fn body(built: &Built) -> String {
    let linked = &built.handbook.linked;
    let id = linked
        .site
        .at_path("content/a.md")
        .expect("the chapter is there");
    let labels = built.handbook.theme.labels(linked.site.chapter(id).edition);
    let renderer = ChapterRenderer {
        linked,
        id,
        labels,
        with_places: false,
    };
    let frame = Frame::of(renderer.chapter());
    renderer.html().text.joined().fill(&frame, &renderer)
}

fn html(text: &str) -> String {
    body(&Handbook::chapter(text).build().clean())
}

fn golden() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().unwrap() == "md")
        .collect();
    files.sort();
    files
}

fn golden_handbook(path: &Path) -> Handbook {
    let text = fs::read_to_string(path).unwrap();
    if text.starts_with("--- ") {
        Handbook::new(&text)
    } else {
        Handbook::chapter(&text)
    }
}

#[test]
fn golden_files() {
    let files = golden();
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for path in files {
        let found = body(&golden_handbook(&path).build());
        let expected = path.with_extension("html");
        if env::var_os("UPDATE").is_some() {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&found) {
            wrong.push(format!("{}\n{found}", expected.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "differ from what is found:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_golden_chapter_is_a_page_whose_ways_lead_somewhere() {
    for path in golden() {
        let built = golden_handbook(&path).build().clean();
        support::crawl::reached(&built.files);
    }
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    for path in golden() {
        let plain = golden_handbook(&path);
        let mut windows = plain.clone();
        for (path, bytes) in &mut windows.files {
            if path.ends_with(".md") || path.ends_with(".yml") {
                let text = str::from_utf8(bytes).unwrap().replace('\n', "\r\n");
                *bytes = format!("\u{feff}{text}").into_bytes();
            }
        }
        assert_eq!(
            body(&windows.build()),
            body(&plain.build()),
            "{}",
            path.display()
        );
    }
}

#[test]
fn what_stands_in_an_image_s_brackets_takes_no_way_from_others() {
    let handbook = "--- content/a.md\n![Plan [b](b.md)](p.png) und [c](c.md)\n\
                    --- content/b.md\nB\n--- content/c.md\nC\n--- content/p.png\nx\n";
    let html = body(&Handbook::new(handbook).build().clean());
    expect![[r#"
        <p><img src="../p.png" alt="Plan b" decoding="async"> und <a href="../c/">c</a></p>
    "#]]
    .assert_eq(&html);
}

#[test]
fn a_text_that_is_put_into_a_heading_takes_no_anchor_from_it() {
    let handbook = "--- content/a.md\n## Kopf ![](_b.md)\n\n## Fuß\n--- content/_b.md\n## Teil\n";
    let built = Handbook::new(handbook).build();
    let html = body(&built);
    assert!(
        !built.slugs().is_empty() || html.contains("<h2 id=\"kopf\">Kopf"),
        "{html}"
    );
}

#[test]
fn a_text_that_is_put_into_a_field_is_shown_there() {
    let handbook = "--- kinds/k.yml\nfields: [{id: a, type: markdown}]\n--- content/_b.md\nKontakt: Rathaus.\n\
                    --- content/a.md\n---\nkind: k\na: \"![](_b.md)\"\n---\n";
    let built = Handbook::new(handbook).build();
    let found = built.slugs();
    assert!(!found.is_empty() || built.text("a/index.html").contains("Kontakt: Rathaus."));
}

#[test]
fn a_footnote_that_only_an_image_s_brackets_refer_to_is_not_lost() {
    let handbook =
        Handbook::chapter("![Plan[^1]](p.png)\n\n[^1]: Stand 2018.\n").with("content/p.png", "x");
    let built = handbook.build();
    assert!(!built.slugs().is_empty() || body(&built).contains("Stand 2018."));
}

#[test]
fn html_shows_as_text_where_it_is_switched_off() {
    let off = Handbook::chapter("Ja <b>fett</b>.\n\n<div class=\"x\">\n\n*Text*\n\n</div>\n").with(
        "handbook.yml",
        "markdown: {raw_html: false}\nseverity: {html-switched-off: off}\n",
    );
    expect![[r#"
        <p>Ja &lt;b&gt;fett&lt;/b&gt;.</p>
        <p>&lt;div class="x"&gt;
        </p>
        <p><em>Text</em></p>
        <p>&lt;/div&gt;
        </p>
    "#]]
    .assert_eq(&body(&off.build().clean()));
}

#[test]
fn text_never_becomes_markup() {
    let html = html("a < b & c > d &lt;script&gt; \\<b> `<i>`\n\n    <u>\n");
    expect![[r#"
        <p>a &lt; b &amp; c &gt; d &lt;script&gt; &lt;b&gt; <code>&lt;i&gt;</code></p>
        <pre class="code" tabindex="0"><code>&lt;u&gt;
        </code></pre>
    "#]]
    .assert_eq(&html);
}
