//! Raw HTML: what it begins it ends, and nothing of it reaches beyond its text.

use expect_test::expect;

use super::support::{Built, Handbook, check, check_german};

/// A handbook of two chapters whose errors don't keep it from being shown, as in a preview.
fn preview(text: &str) -> Built {
    Handbook::new(
        "--- handbook.yml\nseverity: {unclosed-html: off, unopened-html: off, misplaced-html: off, forbidden-html: off, inline-script-or-style: off, unused-footnote: off, left-as-text: off, undefined-footnote: off}\n\
         --- content/index.md\n---\ntitle: S\n---\n--- content/s/index.md\n---\ntitle: S\n---\n--- content/s/b.md\n---\ntitle: Zwei\n---\nDanach.\n",
    )
    .with("content/s/a.md", format!("---\ntitle: Eins\n---\n{text}"))
    .with("content/s/x.png", "x")
    .build()
}

/// The chapter's text on its page.
fn text(built: &Built) -> String {
    let page = built.text("s/a/index.html");
    let (_, text) = page.split_once("<div class=\"prose\">").expect(page);
    text.split_once("</article>")
        .map_or(text, |(text, _)| text)
        .to_owned()
}

/// What is found in a text.
fn slugs(text: &str) -> Vec<&'static str> {
    Handbook::chapter(text).build().slugs()
}

#[test]
fn what_begins_must_end() {
    check(
        "--- content/a.md\nDas ist <b>fett.\n\nText <span class=x>y</span>\n",
        expect![[r#"
            error[unclosed-html]: `<b>` doesn't end where it must
             --> content/a.md:1:9
            1 | Das ist <b>fett.
              |         ^^^
              = help: Put `</b>` where it ends: in the same paragraph or block, and before the end of all that it stands in
        "#]],
    );
    check_german(
        "--- content/a.md\nAnfang\n\n<!-- TODO: noch ergänzen ->\n\nText\n",
        expect![[r#"
            Fehler[unclosed-html]: `<!-- TODO: noch ergänzen ->` endet nicht, wo es enden muss
             --> content/a.md:3:1
            3 | <!-- TODO: noch ergänzen ->
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = Hilfe: Setzen Sie `-->` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
        "#]],
    );
    check(
        "--- content/a.md\n<textarea>\n\nText\n",
        expect![[r#"
        error[unclosed-html]: `<textarea>` doesn't end where it must
         --> content/a.md:1:1
        1 | <textarea>
          | ^^^^^^^^^^
          = help: Put `</textarea>` where it ends: in the same paragraph or block, and before the end of all that it stands in
    "#]],
    );
    check(
        "--- content/a.md\n> Text\n>\n> <div class=\"x>\n> y\n\nText\n",
        expect![[r#"
        error[unclosed-html]: `<div class="x>` doesn't end where it must
         --> content/a.md:3:3
        3 | > <div class="x>
          |   ^^^^^^^^^^^^^^
          = help: Put `">` where it ends: in the same paragraph or block, and before the end of all that it stands in
    "#]],
    );
    check(
        "--- content/a.md\nText <!-- ohne Ende\n\nText\n",
        expect![[r#"
        error[unclosed-html]: `<!--` doesn't end where it must
         --> content/a.md:1:6
        1 | Text <!-- ohne Ende
          |      ^^^^
          = help: Put `-->` where it ends: in the same paragraph or block, and before the end of all that it stands in
    "#]],
    );
}

#[test]
fn what_the_parser_takes_for_text_is_found_as_well() {
    check_german(
        "--- content/a.md\nSiehe <a href=\"b.md>dort</a>, \\<!-- und `<!--`.\n\nMehr <?php echo 1; und <?>\n",
        expect![[r#"
            Fehler[unclosed-html]: `<a href="` endet nicht, wo es enden muss
             --> content/a.md:1:7
            1 | Siehe <a href="b.md>dort</a>, \<!-- und `<!--`.
              |       ^^^^^^^^^
              = Hilfe: Setzen Sie `">` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
        "#]],
    );
    for text in [
        "5 <a und \"b\"",
        "<Name =\"x",
        "a < b=\"c\"",
        "<kbd class=x>a</kbd>",
        "\\<a href=\"x",
    ] {
        assert_eq!(
            slugs(&format!("---\ntitle: A\n---\n{text}\n")),
            Vec::<&str>::new(),
            "{text}"
        );
    }
    let off = Handbook::chapter("---\ntitle: A\n---\na <!-- b -->\n")
        .with("handbook.yml", "markdown: {raw_html: false}\n");
    assert!(!off.build().slugs().contains(&"unclosed-html"));
}

#[test]
fn what_ends_must_have_begun() {
    check_german(
        "--- content/a.md\nText\n\n</div>\n",
        expect![[r#"
        Fehler[unopened-html]: `</div>` beendet nichts: Davor hat im selben Absatz oder Block nichts begonnen
         --> content/a.md:3:1
        3 | </div>
          | ^^^^^^
          = Hilfe: Nehmen Sie es weg, oder setzen Sie den Anfang davor
    "#]],
    );
    check(
        "--- content/a.md\n<b><i>x</b></i>\n",
        expect![[r#"
        error[unclosed-html]: `<i>` doesn't end where it must
         --> content/a.md:1:4
        1 | <b><i>x</b></i>
          |    ^^^
          = help: Put `</i>` where it ends: in the same paragraph or block, and before the end of all that it stands in
    "#]],
    );
    check(
        "--- content/a.md\n<b>Eins\n\nzwei</b>\n",
        expect![[r#"
        error[unclosed-html]: `<b>` doesn't end where it must
         --> content/a.md:1:1
        1 | <b>Eins
          | ^^^
          = help: Put `</b>` where it ends: in the same paragraph or block, and before the end of all that it stands in
    "#]],
    );
}

#[test]
fn each_element_has_its_place() {
    check_german(
        "--- content/a.md\nDavor <div>x</div> danach.\n",
        expect![[r#"
        Fehler[misplaced-html]: `<div>` kann hier nicht stehen
         --> content/a.md:1:7
        1 | Davor <div>x</div> danach.
          |       ^^^^^
          = Hilfe: Ein Block steht nicht mitten in einem Absatz; lassen Sie davor und dahinter eine Zeile frei
    "#]],
    );
    check(
        "--- content/a.md\n<p>\n\nText\n\n</p>\n",
        expect![[r#"
        error[misplaced-html]: `<p>` can't stand here
         --> content/a.md:1:1
        1 | <p>
          | ^^^
          = help: A paragraph (`<p>`) ends where a block or an empty line follows; write `<div>` instead of `<p>`
    "#]],
    );
    check(
        "--- content/a.md\n- Eins <li>zwei\n",
        expect![[r#"
        error[misplaced-html]: `<li>` can't stand here
         --> content/a.md:1:8
        1 | - Eins <li>zwei
          |        ^^^^
          = help: An item (`<li>`) stands in a list: `<ul>` or `<ol>`
    "#]],
    );
    check(
        "--- content/a.md\n[Eins <a href=\"#x\">zwei</a>](https://x.example/)\n",
        expect![[r##"
        error[misplaced-html]: `<a href="#x">` can't stand here
         --> content/a.md:1:7
        1 | [Eins <a href="#x">zwei</a>](https://x.example/)
          |       ^^^^^^^^^^^^^
          = help: Such an element never stands in another of its kind; end the first one before
    "##]],
    );
}

#[test]
fn the_frame_of_a_page_is_no_text() {
    check_german(
        "--- content/a.md\n<title>a <b> c</title>\n",
        expect![[r#"
        Fehler[forbidden-html]: `<title>` gehört zum Gerüst der Seite und nicht in einen Text; es wird weggelassen
         --> content/a.md:1:1
        1 | <title>a <b> c</title>
          | ^^^^^^^
          = Hilfe: Nehmen Sie es weg; Titel, Sprache und anderes stehen im Kopf der Datei und in handbook.yml
    "#]],
    );
    for html in [
        "<html>",
        "<body class=x>",
        "<base href=x>",
        "<meta charset=x>",
        "<plaintext>",
    ] {
        let found = slugs(&format!("{html}\n"));
        assert!(found.contains(&"forbidden-html"), "{html}: {found:?}");
    }
}

#[test]
fn html_that_browsers_end_by_themselves() {
    for html in [
        "<ul><li>a<li>b</ul>",
        "<ul>\n<li>a\n\n  **b**\n\n<li>c\n</ul>",
        "<table><tr><th>a<td>b<tr><td>c</table>",
        "<table>\n<thead>\n<tr><th>a\n<tbody>\n<tr>\n<td>\n\n**b**\n\n</table>",
        "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
        "<select><option>a<option>b</select>",
        "<p>a\n<p>b",
        "<p>a\n\nb",
        "<div>\n\n**a**\n\n</div>",
        "<details>\n<summary>a</summary>\n\n- b\n\n</details>",
        "- <details><summary>a</summary>b</details>",
        "a<br>b<br/>c <img src=\"x.png\" alt=\"-\" /> <wbr>",
        "<ruby>a<rp>(<rt>b<rp>)</ruby>",
        "<svg viewBox=\"0 0 1 1\"><title>x</title><path d=\"M0\"/><g><rect /></g></svg>",
        "a <!-- b --> c <!-- <div> --> <kbd>d</kbd>",
        "<!-- <div> -->\n\n<B>a</b>",
        "<b>\n\na\n\n</b>",
        "> <div>\n>\n> a\n>\n> </div>",
        "<figure>\n<img src=\"x.png\" alt=\"a\">\n<figcaption>b</figcaption>\n</figure>",
        "`<b>` \\<b> &lt;b>\n\n    <b>",
        "| a |\n|---|\n| <ul><li>b</ul> |",
        "a[^1]\n\n[^1]: <p>b</p>",
        "<pre>\na <b>b</b>\n\nc\n</pre>",
        "<button>a</button> <a href=\"#\">b</a> <a href=\"#\">c</a>",
    ] {
        let handbook =
            Handbook::chapter(&format!("---\ntitle: A\n---\n{html}\n")).with("content/x.png", "x");
        let found = handbook.build().slugs();
        let of_html = found.iter().filter(|slug| slug.ends_with("-html"));
        assert_eq!(of_html.collect::<Vec<_>>(), Vec::<&&str>::new(), "{html}");
    }
}

#[test]
fn one_mistake_is_one_finding() {
    for html in [
        "<div/>\n\ntext\n\n</div>",
        "<p>a <div>b</div> c</p>",
        "a <div>b</div> c",
        "<b><i>a</b></i>",
        "<title>a</title>",
        "<div>\n<!-- a\n</div>\n\nb",
        "<section>a",
        "<b>a\n\nb</b>",
        "- <b>a\n- b",
        "<tr><td>a</td></tr>",
    ] {
        let found = slugs(&format!("{html}\n"));
        let of_html = found.iter().filter(|slug| slug.ends_with("-html")).count();
        assert!(
            of_html == 1 || html.starts_with("<tr>"),
            "{html}: {found:?}"
        );
    }
}

/// Whatever a chapter holds, its page and the one for printing end as they should.
#[test]
fn no_chapter_swallows_the_page() {
    for html in [
        "Anfang <!-- TODO ->\n\nText",
        "<!-- TODO: noch ergänzen ->\n\nText",
        "<textarea>\n\nText",
        "a <textarea>b",
        "<script>\nif (a<b) { <!-- <script> }\n",
        "<script>\n\nText",
        "<style>\n",
        "<title>a",
        "<plaintext>",
        "<noscript>",
        "<xmp>a",
        "<iframe>\n\nText",
        "<select><option>a",
        "<table><tr><td>a",
        "<svg><g>",
        "<b>a <i>b",
        "<div><div>",
        "</div></article></main></body></html>",
        "<div class=\"x>\n\nText",
        "<a href='x",
        "<div",
        "<![CDATA[ x",
        "<?php x",
        "<!DOCTYPE",
        "</p></p></section>",
        "- <b>a\n- </ul></li>b",
        "> <div>\n\nText </blockquote>",
        "Text[^1] <template>\n\n[^1]: <div> a <textarea>\n",
        "## a <textarea>\n\nText",
        "| a |\n|---|\n| <table><td></table></td></table> |",
        "a <b/> b <div/>",
        "![a <textarea>](x.png)",
        "<math><mi>",
        "<frameset>",
    ] {
        let built = preview(&format!("{html}\n"));
        for path in ["s/a/index.html", "s/-druck/index.html"] {
            let page = built.text(path);
            for (element, least) in [
                ("div", 1),
                ("main", 1),
                ("body", 1),
                ("footer", 1),
                ("p", 1),
                ("b", 0),
                ("textarea", 0),
                ("table", 0),
                ("script", 0),
                ("ul", 0),
                ("li", 0),
                ("svg", 0),
                ("title", 0),
                ("template", 0),
                ("article", 1),
            ] {
                let count = |start: &str| {
                    let tags = page
                        .match_indices(start)
                        .map(|(at, _)| &page[at + start.len()..]);
                    tags.filter(|rest| rest.starts_with([' ', '>', '\n']))
                        .count()
                };
                let (begins, ends) = (
                    count(&format!("<{element}")),
                    count(&format!("</{element}")),
                );
                assert_eq!(
                    begins,
                    ends,
                    "{element} in {path}: {html}\n{}",
                    text(&built)
                );
                assert!(begins >= least, "{element} in {path}: {html}");
            }
            assert!(!page.contains("<!--"), "{html}");
            assert!(
                path.starts_with("s/a") || page.contains("Danach."),
                "{html}"
            );
        }
    }
}

#[test]
fn comments_are_for_authors_alone() {
    let built = Handbook::new(
        "--- handbook.yml\nurl: https://x.example/\n--- kinds/k.yml\nfields: [{id: f, type: markdown}]\n\
         --- content/_teil.md\nTeil <!-- geheim --> eins\n\n<!-- geheim -->\n\n<p>Absatz<!-- geheim --></p>\n\
         --- content/index.md\n---\ntitle: S\n---\n--- content/s/index.md\n---\ntitle: S\n---\n\
         --- content/s/a.md\n---\nkind: k\ntitle: A\nf: \"Feld <!-- geheim --> zwei\"\n---\n<!-- geheim -->\n\nText[^1] <!-- geheim\ngeheim -->drei\n\n<div>vier\n<!-- geheim -->\n</div>\n\n![](../_teil.md)\n\n> - <!-- geheim -->\n> - fünf\n\n[^1]: Note <!-- geheim -->\n",
    )
    .build()
    .clean();
    for (path, file) in &built.files {
        let text = String::from_utf8_lossy(file);
        assert!(
            !text.contains("geheim") && (path.starts_with('_') || !text.contains("<!--")),
            "{path}"
        );
    }
    let page = built.text("s/a/index.html");
    for word in ["eins", "Absatz", "zwei", "drei", "vier", "fünf", "Note"] {
        assert!(page.contains(word), "{word}");
    }
}

#[test]
fn attributes_mean_what_they_say() {
    let handbook = Handbook::chapter(
        "---\ntitle: A\n---\n<a href=\"b.md?a=1&amp;b=2\">x</a> <a href=\"a&amp;b.md\">y</a> <img src=\"K&amp;L.png\" alt=\"&quot;x&quot;\" title=\"a &amp; b\"> <a href=\"&#x6D;ailto:a@b.de\">z</a>\n\n<iframe src=\"https://x.example/?a=1&amp;b=2\" title=\"&quot;Film&quot; &amp; Ton\"></iframe>\n",
    )
    .with("content/b.md", "---\ntitle: B\n---\n")
    .with("content/a&b.md", "---\ntitle: AB\n---\n")
    .with("content/K&L.png", "x");
    let built = handbook.build().clean();
    let page = built.text("a/index.html");
    for part in [
        "K%26L.png\"",
        "href=\"&#x6D;ailto:a@b.de\"",
        "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"external\">&quot;Film&quot; &amp; Ton</a>",
        "alt=\"&quot;x&quot;\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn marks_of_language_are_attributes_of_elements() {
    let english =
        "This is a whole sentence in English, and it is not marked as such by anyone at all.";
    for (html, found) in [
        ("<!-- lang=en -->", true),
        ("<a title='lang=\"en\"' href='#'>x</a>", true),
        ("<code>lang=</code>", true),
        ("<span\n  class=x\n  LANG=en>Yes</span>", true),
    ] {
        let built = Handbook::chapter(&format!("---\ntitle: A\n---\n{english} {html}\n")).review();
        assert_eq!(
            built.slugs().contains(&"unmarked-language"),
            found,
            "{html}: {:?}",
            built.slugs()
        );
    }
    let marked = Handbook::chapter(&format!(
        "---\ntitle: A\n---\n<div\nlang='en'>\n\n{english}\n\n</div>\n"
    ))
    .review();
    assert!(!marked.slugs().contains(&"unmarked-language"));
}

#[test]
fn markdown_that_nothing_reads() {
    check_german(
        "--- content/a.md\n<div>Das ist **fett**.</div>\n\n> <div>\n> - Punkt\n> </div>\n",
        expect![[r#"
            Warnung[left-as-text]: `**fett**` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:1:14
            1 | <div>Das ist **fett**.</div>
              |              ^^^^^^^^
              = Hilfe: In einem Block aus HTML gilt Markdown nicht; lassen Sie davor und dahinter eine Zeile frei, oder schreiben Sie HTML: `<strong>`
            Warnung[left-as-text]: `- Punkt` erscheint so auf der Seite, mit allen Zeichen
             --> content/a.md:4:3
            4 | > - Punkt
              |   ^^^^^^^
              = Hilfe: In einem Block aus HTML gilt Markdown nicht; lassen Sie davor und dahinter eine Zeile frei, oder schreiben Sie HTML: `<strong>`
        "#]],
    );
    for html in [
        "<div>5 * 3 * 2, Bürger*innen und Besucher*innen, a_b_c, # 3, [x] und - y</div>",
        "<table><tr><td>-<td>1. Januar<td>#</table>",
        "<pre>**a**</pre>",
        "<p><code>*a*</code> <kbd>`</kbd></p>",
        "<div>\n\n**a**\n\n</div>",
        "<!-- **a** -->",
        "<p title=\"**a**\">b</p>",
    ] {
        assert_eq!(
            slugs(&format!("---\ntitle: A\n---\n{html}\n")),
            Vec::<&str>::new(),
            "{html}"
        );
    }
}

#[test]
fn a_definition_keeps_its_html() {
    let built = Handbook::new(
        "--- content/a.md\n---\ntitle: A\n---\nBegriff\n:\n  <div>\n    <span>x</span>\n  </div>\n\n\nZwei\n:\n\n  <div>\n    <span>y</span>\n  </div>\n\n```sh\nx\n:\n\n  y\n```\n",
    )
    .build()
    .clean();
    let page = built.text("a/index.html");
    let (_, list) = page.split_once("<dl>").unwrap();
    let (list, rest) = list.split_once("</dl>").unwrap();
    assert!(
        list.contains("<span>x</span>") && list.contains("<span>y</span>"),
        "{list}"
    );
    assert_eq!(list.matches("<dt>").count(), 2, "{list}");
    assert!(rest.contains(":\n\n  y"), "{rest}");
}

#[test]
fn footnotes_are_looked_for_where_text_is() {
    for html in [
        "<!-- [^9] --> a",
        "a \\[^9]",
        "a <span title=\"[^9]\">b</span>",
        "`[^9]`",
        "a <b>b</b>[^1]\n\n[^1]: c",
    ] {
        let found = slugs(&format!("---\ntitle: A\n---\n{html}\n"));
        assert_eq!(found, Vec::<&str>::new(), "{html}");
    }
    assert_eq!(
        slugs("---\ntitle: A\n---\n<b>a[^9]</b>\n"),
        ["undefined-footnote"]
    );
}

#[test]
fn fields_and_texts_that_are_put_in_end_what_they_begin() {
    check(
        "--- kinds/k.yml\nfields: [{id: f, type: markdown}]\n--- content/_teil.md\nTeil <b>eins\n--- content/a.md\n---\nkind: k\ntitle: A\nf: Feld <i>zwei\n---\n![](_teil.md)\n",
        expect![[r#"
            error[unclosed-html]: `<b>` doesn't end where it must
             --> content/_teil.md:1:6
            1 | Teil <b>eins
              |      ^^^
              = help: Put `</b>` where it ends: in the same paragraph or block, and before the end of all that it stands in
            error[unclosed-html]: `<i>` doesn't end where it must
             --> content/a.md:4:9
            4 | f: Feld <i>zwei
              |         ^^^
              = help: Put `</i>` where it ends: in the same paragraph or block, and before the end of all that it stands in
        "#]],
    );
}
