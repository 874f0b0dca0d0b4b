//! The handbook as a book: what pages say, it says too; its links lead somewhere; its bytes are the same
//! whoever makes it. `tests/browser/book.test.mjs` holds that reading devices can open it.

mod support;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use expect_test::expect;
use roxmltree::{Document, Node, ParsingOptions};
use support::program::{files, output, program};
use support::{Files, Handbook, OnDisk};
use zip::ZipArchive;

/// The files of an EPUB, in the order of the archive.
struct Epub {
    names: Vec<String>,
    files: Files,
    bytes: Vec<u8>,
}

impl Epub {
    fn open(bytes: Vec<u8>) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut names = Vec::new();
        let mut files = Files::new();
        for number in 0..zip.len() {
            let mut file = zip.by_index(number).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            names.push(file.name().to_owned());
            files.insert(file.name().to_owned(), content);
        }
        Self {
            names,
            files,
            bytes,
        }
    }

    fn text(&self, path: &str) -> &str {
        let file = self.files.get(path);
        let file = file.unwrap_or_else(|| panic!("no {path} among {:?}", self.names));
        str::from_utf8(file).unwrap()
    }
}

/// What `book` makes of the handbook at `root`.
fn book(root: &Path, args: &[&str]) -> Epub {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("book.epub");
    let mut command = program();
    command
        .arg("-C")
        .arg(root)
        .args(["--lang", "en", "book"])
        .args(args);
    let made = output(command.arg("--out").arg(&out));
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    Epub::open(std::fs::read(out).unwrap())
}

fn book_of(handbook: &str) -> Epub {
    let on_disk = Handbook::new(handbook).on_disk();
    book(&on_disk.path(""), &[])
}

fn xml(text: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

const ROUND_TABLE: &str = "\
--- handbook.yml
title: Ein Handbuch
description: Zum Ausprobieren
book: {publisher: Stadt Musterhausen}
--- glossary.yml
- {term: KMU, text: kleine Unternehmen}
--- content/index.md
# Willkommen

Der Anfang.
--- content/formate/index.md
---
kind: format
---
# Formate
--- content/formate/tisch.md
---
title: Runder Tisch
summary: Alle reden mit
updated: 2026-05-04
synonyms: [Gesprächsrunde]
strengths: [schnell]
limits: [laut]
sources: [{title: Ein Buch, url: 'https://buch.example/'}]
---
## Ablauf

Erst [der Rat](rat.md#regeln), dann KMU.[^1] Siehe [oben](#ablauf).

- [x] Stühle

[^1]: Eine Note.
--- content/formate/rat.md
---
title: Der Rat
strengths: [klug]
limits: [teuer]
---
## Regeln

Mehr in der [Liste](liste.pdf).
--- content/formate/liste.pdf
pdf
";

#[test]
fn an_epub_says_what_it_is_and_leads_to_its_parts() {
    let epub = book_of(ROUND_TABLE);
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="de">
          <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>Ein Handbuch</dc:title>
            <dc:language>de</dc:language>
            <dc:publisher>Stadt Musterhausen</dc:publisher>
            <dc:description>Zum Ausprobieren</dc:description>
            <dc:date>2026-05-04</dc:date>
            <dc:identifier id="id">urn:uuid:b9581029-ac88-8efe-bbfe-26b0741bcf66</dc:identifier>
            <meta property="dcterms:modified">2026-05-04T00:00:00Z</meta>
            <meta property="schema:accessMode">textual</meta>
            <meta property="schema:accessModeSufficient">textual</meta>
            <meta property="schema:accessibilityFeature">displayTransformability</meta>
            <meta property="schema:accessibilityFeature">readingOrder</meta>
            <meta property="schema:accessibilityFeature">structuralNavigation</meta>
            <meta property="schema:accessibilityFeature">tableOfContents</meta>
            <meta property="schema:accessibilityFeature">ARIA</meta>
            <meta property="schema:accessibilityFeature">index</meta>
            <meta property="schema:accessibilityHazard">none</meta>
            <meta property="schema:accessibilitySummary">Der Text lässt sich in jeder Größe lesen und vorlesen, ist durch Überschriften gegliedert und hat ein Inhaltsverzeichnis. Bilder haben Beschreibungen.</meta>
          </metadata>
          <manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="style" href="style.css" media-type="text/css"/>
            <item id="part-1" href="title.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-2" href="text/-.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-3" href="text/formate.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-4" href="text/formate/rat.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-5" href="text/formate/tisch.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-6" href="text/glossar.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-7" href="sources.xhtml" media-type="application/xhtml+xml"/>
            <item id="part-8" href="index.xhtml" media-type="application/xhtml+xml"/>
          </manifest>
          <spine page-progression-direction="ltr">
            <itemref idref="part-1"/>
            <itemref idref="nav"/>
            <itemref idref="part-2"/>
            <itemref idref="part-3"/>
            <itemref idref="part-4"/>
            <itemref idref="part-5"/>
            <itemref idref="part-6"/>
            <itemref idref="part-7"/>
            <itemref idref="part-8"/>
          </spine>
        </package>
    "#]]
    .assert_eq(epub.text("EPUB/package.opf"));
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="de" xml:lang="de" dir="ltr">
        <head>
        <title>Inhalt</title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
        </head>
        <body epub:type="frontmatter">
        <nav epub:type="toc" role="doc-toc" aria-labelledby="contents"><h1 id="contents">Inhalt</h1><ol><li><a href="title.xhtml">Ein Handbuch</a></li><li><a href="text/-.xhtml">Willkommen</a></li><li><a href="text/formate.xhtml">Formate</a><ol><li><a href="text/formate/rat.xhtml">Der Rat</a></li><li><a href="text/formate/tisch.xhtml">Runder Tisch</a></li></ol></li><li><a href="text/glossar.xhtml">Glossar</a></li><li><a href="sources.xhtml">Quellen</a></li><li><a href="index.xhtml">Register</a></li></ol></nav><nav epub:type="landmarks" aria-label="Gezielt finden" hidden="hidden"><ol><li><a href="nav.xhtml" epub:type="toc">Inhalt</a></li><li><a href="title.xhtml" epub:type="titlepage">Ein Handbuch</a></li><li><a href="text/-.xhtml" epub:type="bodymatter">Willkommen</a></li><li><a href="text/glossar.xhtml" epub:type="glossary">Glossar</a></li></ol></nav></body>
        </html>
    "#]]
    .assert_eq(epub.text("EPUB/nav.xhtml"));
}

#[test]
fn a_chapter_is_a_document() {
    let epub = book_of(ROUND_TABLE);
    expect![[r##"
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="de" xml:lang="de" dir="ltr">
        <head>
        <title>Runder Tisch</title>
        <link rel="stylesheet" type="text/css" href="../../style.css"/>
        </head>
        <body epub:type="bodymatter">
        <article class="chapter">
        <header class="lead"><p class="kind">Beteiligungsformat</p><h1>Runder Tisch</h1><p class="summary">Alle reden mit</p><p class="state"><span>Stand: <time datetime="2026-05-04">4. Mai 2026</time></span></p></header>

        <h2 id="ablauf">Ablauf</h2>
        <p>Erst <a href="rat.xhtml#regeln">der Rat</a>, dann <a class="term" href="../glossar.xhtml#kmu">KMU</a>.<sup class="footnote-ref"><a id="fnref-1" role="doc-noteref" aria-label="Fußnote 1" href="#fn-1" epub:type="noteref">1</a></sup> Siehe <a href="#ablauf">oben</a>.</p>
        <ul>
        <li class="task"><span class="box" role="img" aria-label="erledigt">☑</span> Stühle</li>
        </ul>
        <section class="detail sign sign-plus">
        <h2 id="page-field-strengths">Stärken</h2>
        <ul><li>schnell</li></ul>
        </section><section class="detail sign sign-minus">
        <h2 id="page-field-limits">Grenzen</h2>
        <ul><li>laut</li></ul>
        </section>
        <section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-title" epub:type="endnotes"><h2 id="footnotes-title">Fußnoten</h2>
        <ol>
        <li id="fn-1" epub:type="footnote"><p>Eine Note. <a class="backref" role="doc-backlink" aria-label="Zurück zur Stelle von Fußnote 1" href="#fnref-1">↩︎</a></p></li>
        </ol></section>
        <section class="sources">
        <h2 id="page-sources">Quellen</h2>
        <ul><li><a href="https://buch.example/">Ein Buch</a></li></ul>
        </section></article>
        </body>
        </html>
    "##]]
    .assert_eq(epub.text("EPUB/text/formate/tisch.xhtml"));
}

#[test]
fn the_index_has_titles_synonyms_and_terms() {
    let epub = book_of(ROUND_TABLE);
    let index = xml(epub.text("EPUB/index.xhtml"));
    let items = index
        .descendants()
        .filter(|node| node.has_tag_name(XHTML("li")));
    let items: Vec<String> = items.map(|item| spaced(&text(item))).collect();
    expect![[r#"
        Der Rat
        Formate
        Gesprächsrunde: Runder Tisch
        KMU: Glossar
        Runder Tisch
        Willkommen
    "#]]
    .assert_eq(&(items.join("\n") + "\n"));
}

#[test]
fn chapters_are_numbered_where_the_handbook_numbers_them() {
    let epub = book_of(&ROUND_TABLE.replace("book: {", "numbers: true\nbook: {"));
    let nav = xml(epub.text("EPUB/nav.xhtml"));
    let links = nav
        .descendants()
        .filter(|node| node.has_tag_name(XHTML("a")));
    let names: Vec<String> = links.map(text).collect();
    for name in ["1\u{a0}Formate", "1.1\u{a0}Der Rat", "Willkommen"] {
        assert!(
            names.iter().any(|known| known == name),
            "{name} in {names:?}"
        );
    }
    let chapter = xml(epub.text("EPUB/text/formate/rat.xhtml"));
    let title = chapter
        .descendants()
        .find(|node| node.has_tag_name(XHTML("h1")));
    assert_eq!(title.map(text).unwrap(), "1.1\u{a0}Der Rat");
}

#[test]
fn the_type_stands_first_and_the_same_handbook_gives_the_same_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let first = book(root, &[]);
    assert_eq!(first.names[0], "mimetype");
    // Stored, so that the type can be read at a fixed place, and without anything before it.
    assert_eq!(&first.bytes[30..58], b"mimetypeapplication/epub+zip");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("again.epub");
    let mut again = program();
    again
        .env("RAYON_NUM_THREADS", "1")
        .arg("-C")
        .arg(root)
        .arg("book")
        .arg("--out")
        .arg(&out);
    assert_eq!(output(&mut again).code, Some(0));
    assert!(std::fs::read(out).unwrap() == first.bytes);
}

const HANDBOOKS: [(&str, &[&str]); 3] = [
    ("", &["de", "en", "de-simple"]),
    ("tests/browser/handbooks/languages", &["de", "ar", "uk"]),
    ("tests/browser/handbooks/elements", &["de"]),
];

fn each_book(visit: impl Fn(&Path, &str, &Epub)) {
    for (path, languages) in HANDBOOKS {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        for language in languages {
            visit(&root, language, &book(&root, &["--in", language]));
        }
    }
}

#[test]
fn every_link_leads_somewhere_and_every_file_is_listed() {
    each_book(|_, language, epub| {
        let mut ids: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let documents = || epub.names.iter().filter(|name| name.ends_with(".xhtml"));
        for name in documents() {
            let document = xml(epub.text(name));
            let own = document
                .descendants()
                .filter_map(|node| node.attribute("id"));
            ids.insert(name, own.map(str::to_owned).collect());
        }
        for name in documents() {
            let document = xml(epub.text(name));
            for node in document.descendants() {
                for attribute in ["href", "src"] {
                    let Some(url) = node.attribute(attribute) else {
                        continue;
                    };
                    if url.contains(':') {
                        continue;
                    }
                    let (to, place) = url.split_once('#').unwrap_or((url, ""));
                    let file = if to.is_empty() {
                        name.clone()
                    } else {
                        joined(name, to)
                    };
                    assert!(epub.files.contains_key(&file), "{language}, {name}: {url}");
                    if !place.is_empty() {
                        let place = decoded(place);
                        assert!(
                            ids[file.as_str()].contains(&place),
                            "{language}, {name}: {url}"
                        );
                    }
                }
            }
        }
        let package = xml(epub.text("EPUB/package.opf"));
        let listed = package
            .descendants()
            .filter(|node| node.has_tag_name(OPF("item")));
        let listed =
            listed.map(|item| format!("EPUB/{}", decoded(item.attribute("href").unwrap())));
        let mut listed: Vec<String> = listed.collect();
        listed.sort();
        let is_content = |name: &&String| name.starts_with("EPUB/") && !name.ends_with(".opf");
        let mut there: Vec<String> = epub.names.iter().filter(is_content).cloned().collect();
        there.sort();
        assert_eq!(listed, there, "{language}");
    });
}

#[test]
fn what_pages_say_the_book_says_too() {
    let mut compared = 0;
    for (path, languages) in HANDBOOKS {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        let mut build = program();
        build
            .arg("-C")
            .arg(&root)
            .arg("build")
            .arg("--out")
            .arg(&site);
        assert_eq!(output(&mut build).code, Some(0));
        let pages = files(&site);
        for (number, language) in languages.iter().enumerate() {
            let epub = book(&root, &["--in", language]);
            for name in epub
                .names
                .iter()
                .filter(|name| name.starts_with("EPUB/text/"))
            {
                let address = name
                    .trim_start_matches("EPUB/text/")
                    .trim_end_matches(".xhtml");
                let address = match address {
                    "-" if number == 0 => "index.html".to_owned(),
                    address => format!("{address}/index.html"),
                };
                let page = str::from_utf8(&pages[&address]).unwrap();
                let said = words(&text(xml(epub.text(name)).root_element()));
                for word in words(&article(page)) {
                    assert!(
                        said.contains(&word),
                        "{address} says {word:?}, the book doesn't"
                    );
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
}

#[test]
fn what_breaks_xml_breaks_no_book() {
    let deep = "> ".repeat(30) + "tief\n";
    let chapter = format!(
        "--- content/a.md\n# A\n\n{deep}\n<center>x\u{1}<font color=red @x=1>rot</font></center>\n\n\
         <svg viewBox='0 0 1 1'><linearGradient id=g></linearGradient><title>Bild</title></svg>\n\n\
         <math><mi>x</mi></math> &nbsp;&zwj; \u{fffe} ]]> <video src=\"https://x.example/f.mp4\" title=\"Film\"></video>\n"
    );
    let on_disk = Handbook::new(&chapter)
        .with("handbook.yml", "title: A\n")
        .on_disk();
    let epub = book(&on_disk.path(""), &[]);
    for name in epub.names.iter().filter(|name| name.ends_with(".xhtml")) {
        xml(epub.text(name));
    }
    let chapter = epub.text("EPUB/text/a.xhtml");
    for part in [
        "tief",
        "rot",
        "<linearGradient",
        "viewBox",
        "<mi>x</mi>",
        ">Film</a>",
    ] {
        assert!(chapter.contains(part), "{part} in {chapter}");
    }
}

fn run(on_disk: &OnDisk, args: &[&str]) -> (Option<i32>, String) {
    let output = on_disk.run(&[&["--lang", "en"], args].concat());
    (output.code, output.stderr)
}

#[test]
fn a_section_or_a_chapter_is_a_book_too() {
    let on_disk = Handbook::new(ROUND_TABLE).on_disk();
    let documents = |args: &[&str]| -> Vec<String> {
        let args = [&["book", "--out", "b.epub"], args].concat();
        let (code, said) = run(&on_disk, &args);
        assert_eq!(code, Some(0), "{said}");
        let epub = Epub::open(std::fs::read(on_disk.path("b.epub")).unwrap());
        let documents = epub
            .names
            .into_iter()
            .filter(|name| name.ends_with(".xhtml"));
        documents
            .map(|name| name.trim_start_matches("EPUB/").to_owned())
            .collect()
    };
    assert_eq!(
        documents(&["content/formate/tisch.md"]),
        ["nav.xhtml", "text/formate/tisch.xhtml"]
    );
    let section = [
        "nav.xhtml",
        "title.xhtml",
        "text/formate.xhtml",
        "text/formate/rat.xhtml",
        "text/formate/tisch.xhtml",
        "sources.xhtml",
        "index.xhtml",
    ];
    assert_eq!(documents(&["content/formate"]), section);
    assert_eq!(documents(&["formate/index.md"]), section);
    let texts = |args: &[&str]| {
        let documents = documents(args).into_iter();
        let texts = documents.filter(|name| name.starts_with("text/"));
        texts.collect::<Vec<_>>()
    };
    let two = ["text/formate/rat.xhtml", "text/formate/tisch.xhtml"];
    assert_eq!(texts(&["formate/tisch.md", "formate/rat.md"]), two);
    let list = "https://handbuch.example/merkliste/#id=formate%2Ftisch&note=f%C3%BCr+Mai&id=fehlt&id=formate%2Frat";
    assert_eq!(texts(&[list]), two);
    let (code, said) = run(
        &on_disk,
        &["book", "https://handbuch.example/merkliste/#id=fehlt"],
    );
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("fehlt"), "{said}");
}

#[test]
fn a_site_leads_to_its_book_and_says_how_large_it_is() {
    let handbook = ROUND_TABLE.replace("book: {", "book: {epub: true, ");
    let built = Handbook::new(&handbook).build().clean();
    assert_eq!(
        Epub::open(built.files["handbuch.epub"].clone()).bytes,
        book_of(&handbook).bytes
    );
    assert!(built.manifest.files.contains_key("handbuch.epub"));
    let kilobytes = built.files["handbuch.epub"].len().div_ceil(1000);
    for (page, way) in [
        ("index.html", ""),
        ("formate/index.html", "../"),
        ("formate/tisch/index.html", "../../"),
    ] {
        let link = format!("<a href=\"{way}handbuch.epub\">EPUB, {kilobytes} kB</a>");
        assert!(built.text(page).contains(&link), "{page}");
    }
    let built = Handbook::new(ROUND_TABLE).build().clean();
    assert!(!built.text("index.html").contains("epub"));
    assert!(!built.files.contains_key("handbuch.epub"));
}

#[test]
fn what_cannot_be_made_is_said() {
    let on_disk = Handbook::new(ROUND_TABLE).on_disk();
    let (code, said) = run(&on_disk, &["book", "--in", "fr", "--out", "a.epub"]);
    assert_eq!(
        (code, said.contains("no language fr. It has: de")),
        (Some(2), true),
        "{said}"
    );
    let (code, said) = run(&on_disk, &["book", "content/formate/tish.md"]);
    assert_eq!(
        (code, said.contains("formate/tisch.md")),
        (Some(2), true),
        "{said}"
    );
    on_disk.write("content/formate/rat.md", "# Rat\n\n[x](nirgends.md)\n");
    let (code, said) = run(&on_disk, &["book"]);
    assert_eq!(
        (code, said.contains("nirgends.md")),
        (Some(1), true),
        "{said}"
    );
    assert!(!on_disk.path("ein-handbuch.epub").exists());
}

#[cfg(not(feature = "book"))]
#[test]
fn a_program_without_pdf_says_how_to_get_it() {
    let on_disk = Handbook::new(ROUND_TABLE).on_disk();
    for args in [["--format", "pdf"], ["--out", "a.pdf"]] {
        let (code, said) = run(&on_disk, &[&["book"], args.as_slice()].concat());
        let says = said.contains("cargo install --path . --features book");
        assert_eq!((code, says), (Some(2), true), "{said}");
    }
    let wants = ROUND_TABLE.replace("book: {", "book: {pdf: true, ");
    let (code, said) = run(&Handbook::new(&wants).on_disk(), &["build"]);
    let says = said.contains("error[program-without-pdf]");
    assert_eq!((code, says), (Some(1), true), "{said}");
}

/// A name in XHTML.
#[expect(non_snake_case, reason = "it names a namespace")]
fn XHTML(name: &str) -> (&str, &str) {
    ("http://www.w3.org/1999/xhtml", name)
}

/// A name in a package document.
#[expect(non_snake_case, reason = "it names a namespace")]
fn OPF(name: &str) -> (&str, &str) {
    ("http://www.idpf.org/2007/opf", name)
}

fn text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    let texts: Vec<&str> = texts.filter_map(|node| node.text()).collect();
    texts.join(" ")
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Places where a word may break are none of its letters.
fn words(text: &str) -> Vec<String> {
    text.replace('\u{ad}', "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What the article of a page says to those who read it: not what buttons, ways to other pages and cards say.
fn article(page: &str) -> String {
    use lol_html::{RewriteStrSettings, element, rewrite_str};
    const ASIDE: &str = "head, .visually-hidden, .site-header, nav, .sidebar, footer, .site-footer, .actions, .cite, .about > p, .about > h2, .about > h3, .toc, .cards, .finder, .found, .catalogue, .print-way, \
                         .paging, .screen-only, .skip-link, script, style, button, form, details.toc, .tile, \
                         .ways, .hero, .blocks, .start, .listing, .neighbours, .changed, .embed";
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!(ASIDE, |element| {
            element.remove();
            Ok(())
        }));
    let page = rewrite_str(page, settings).unwrap();
    let from = page.find("<article").unwrap_or(0);
    let to = page.find("</article>").unwrap_or(page.len());
    let mut text = String::new();
    let mut rest = &page[from..to];
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, behind)| behind);
    }
    text.push_str(rest);
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
}

/// The path of a link from the file at `from`.
fn joined(from: &str, link: &str) -> String {
    let mut names: Vec<String> = from.split('/').map(str::to_owned).collect();
    names.pop();
    for name in link.split('/') {
        match name {
            ".." => drop(names.pop()),
            "." => {}
            name => names.push(decoded(name)),
        }
    }
    names.join("/")
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap()
        .into_owned()
}
