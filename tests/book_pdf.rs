//! The handbook as a PDF: it says what the pages say, in the order of reading and with tags; its bytes are the
//! same whoever makes it; and what can't be set is found at its place. Poppler's programs read it.

mod support;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::{Expect, expect};
use support::program::{output, program};
use support::{Handbook, OnDisk};
use tempfile::TempDir;
use transferbuch::pages::code_of;
use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;

/// A PDF in a folder of its own.
struct Pdf {
    file: PathBuf,
    _folder: TempDir,
}

impl Pdf {
    fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.file).unwrap()
    }

    fn read_by(&self, reader: &str, args: &[&str], behind: &[&str]) -> String {
        let made = Command::new(reader)
            .args(args)
            .arg(&self.file)
            .args(behind)
            .output()
            .unwrap_or_else(|error| panic!("{reader} of poppler-utils: {error}"));
        assert!(made.status.success(), "{reader}: {made:?}");
        // Titles of headings come in an encoding of their own.
        String::from_utf8_lossy(&made.stdout).into_owned()
    }

    /// Its text, page by page.
    fn text(&self) -> String {
        self.read_by("pdftotext", &[], &["-"])
    }

    /// Its text without empty lines, and pages apart.
    fn lines(&self) -> String {
        // A sign that nobody sees keeps numbers of pages at their dots.
        let text = self.text().replace('\u{2060}', "");
        let pages = text.trim_end_matches('\u{c}').split('\u{c}');
        let page = |page: &str| {
            let lines = page.lines().map(str::trim_end);
            let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
            lines.join("\n")
        };
        pages.map(page).collect::<Vec<_>>().join("\n---\n") + "\n"
    }

    fn info(&self, args: &[&str]) -> String {
        self.read_by("pdfinfo", args, &[])
    }
}

/// What `book` makes of the handbook at `root`.
fn pdf(root: &Path, args: &[&str]) -> Pdf {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.pdf");
    let mut command = program();
    command
        .arg("-C")
        .arg(root)
        .args(["--lang", "en", "book", "--format", "pdf"])
        .args(args);
    let made = output(command.arg("--out").arg(&file));
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    Pdf {
        file,
        _folder: folder,
    }
}

fn pdf_of(handbook: &str) -> Pdf {
    pdf(&Handbook::new(handbook).on_disk().path(""), &[])
}

/// The words of the EPUB of the handbook at `root`, which are those of its pages.
fn words_of_epub(root: &Path, language: &str) -> BTreeMap<String, usize> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("book.epub");
    let mut command = program();
    command
        .arg("-C")
        .arg(root)
        .args(["book", "--format", "epub", "--in", language]);
    assert_eq!(output(command.arg("--out").arg(&out)).code, Some(0));
    let mut zip = ZipArchive::new(Cursor::new(std::fs::read(out).unwrap())).unwrap();
    let mut all = BTreeMap::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).unwrap();
        // A printed index has numbers of pages where that of a device has titles.
        let name = file.name().to_owned();
        let is_list = ["EPUB/nav.xhtml", "EPUB/index.xhtml"].contains(&name.as_str());
        if !name.ends_with(".xhtml") || is_list {
            continue;
        }
        let mut xhtml = String::new();
        file.read_to_string(&mut xhtml).unwrap();
        let body = xhtml.find("<body").unwrap();
        for word in words(&text_of_html(&xhtml[body..])) {
            *all.entry(word).or_default() += 1;
        }
    }
    all
}

/// The text of HTML, but not the heading of footnotes, which stand at the foot of pages, nor the ways back
/// from them.
fn text_of_html(html: &str) -> String {
    use lol_html::{RewriteStrSettings, element, rewrite_str, text};
    let out = std::cell::RefCell::new(String::new());
    let gone = "[role=doc-backlink], .footnotes > h2, [role=doc-noteref]";
    let blocks = "p, li, dt, dd, td, th, div, br, h1, h2, h3, h4, h5, h6, pre, figcaption, svg *";
    let kept = rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(element!(gone, |element| {
            element.remove();
            Ok(())
        })),
    )
    .unwrap();
    rewrite_str(
        &kept,
        RewriteStrSettings::new()
            .append_element_content_handler(element!(blocks, |_| {
                out.borrow_mut().push(' ');
                Ok(())
            }))
            .append_element_content_handler(text!("*", |chunk| {
                out.borrow_mut().push_str(chunk.as_str());
                Ok(())
            })),
    )
    .unwrap();
    let text = out.into_inner();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (escaped, sign)| text.replace(escaped, sign))
}

fn words(text: &str) -> Vec<String> {
    let text: String = text.replace(['\u{ad}', '\u{200b}'], "").nfkc().collect();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// All letters, in alphabetical order within each word: where a text runs leftwards, readers of a PDF may
/// give letters in the order of the page.
fn letters(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

const HANDBOOKS: [(&str, &[&str]); 3] = [
    ("", &["de", "en", "de-simple"]),
    ("tests/browser/handbooks/languages", &["de", "ar", "uk"]),
    ("tests/browser/handbooks/elements", &["de"]),
];

#[test]
fn what_pages_say_the_pdf_says_too() {
    for (path, languages) in HANDBOOKS {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        for language in languages {
            let pdf = pdf(&root, &["--in", language]);
            // A word that is broken at the end of a line has a hyphen that isn't its own.
            let text = pdf.text().replace("\u{ad}\n", "");
            let mut said: BTreeMap<String, usize> = BTreeMap::new();
            for word in words(&text) {
                *said.entry(letters(&word)).or_default() += 1;
            }
            let run_on: String = words(&text).concat();
            let mut lost = Vec::new();
            for (word, count) in words_of_epub(&root, language) {
                // Where marks stand over letters, Poppler gives them in lines of their own.
                if word.chars().any(|c| matches!(c, '\u{64b}'..='\u{652}')) {
                    continue;
                }
                let there = said.get(&letters(&word)).copied().unwrap_or(0);
                if there < count && !run_on.contains(&word) {
                    lost.push(format!("{word}: {there} of {count}"));
                }
            }
            assert!(lost.is_empty(), "{path} in {language}: {lost:#?}");
        }
    }
}

#[test]
fn the_same_handbook_gives_the_same_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/handbooks/languages");
    let first = pdf(&root, &[]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("again.pdf");
    let mut again = program();
    again
        .env("RAYON_NUM_THREADS", "1")
        .arg("-C")
        .arg(&root)
        .arg("book")
        .arg("--out")
        .arg(&out);
    assert_eq!(output(&mut again).code, Some(0));
    assert!(std::fs::read(out).unwrap() == first.bytes());
}

const ROUND_TABLE: &str = "\
--- handbook.yml
title: Ein Handbuch
description: Zum Ausprobieren
url: https://handbuch.example/
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
duration: 2 h
sources: [{title: Ein Buch, url: 'https://buch.example/'}]
---
## Ablauf

Erst [der Rat](rat.md#regeln), dann KMU.[^1] Siehe [oben](#ablauf) und [dort](https://dort.example/a-b/).

> [!NOTE]
> Nicht vergessen.

| Wer | Was |
|-----|----:|
| Amt | 1   |

- [x] Stühle

![Ein Kreis](kreis.svg \"So sitzen alle\")

[^1]: Eine Note.
--- content/formate/kreis.svg
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><circle cx=\"20\" cy=\"20\" r=\"18\"/></svg>
--- content/formate/rat.md
---
title: Der Rat
strengths: [klug]
limits: [teuer]
---
## Regeln

Text mit `#panic()`, $x$ ]) \"*/ // @x <y> und #set.
";

#[test]
fn a_pdf_says_what_it_is() {
    let pdf = pdf_of(ROUND_TABLE);
    let info = pdf.info(&[]);
    let wanted = [
        "Title",
        "Author",
        "CreationDate",
        "Tagged",
        "Pages",
        "Page size",
        "PDF version",
    ];
    let lines = info.lines().filter(|line| {
        let name = line.split(':').next().unwrap_or_default();
        wanted.contains(&name)
    });
    expect![[r#"
        Title:           Ein Handbuch
        Author:          Stadt Musterhausen
        CreationDate:    Mon May  4 00:00:00 2026 UTC
        Tagged:          yes
        Pages:           10
        Page size:       595.276 x 841.89 pts (A4)
        PDF version:     1.7
    "#]]
    .assert_eq(&(lines.collect::<Vec<_>>().join("\n") + "\n"));
    let meta = pdf.info(&["-meta"]);
    for part in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
    ] {
        assert!(meta.contains(part), "{part} in {meta}");
    }
}

#[test]
fn a_book_has_what_books_have() {
    expect![[r#"
        Ein Handbuch
        Zum Ausprobieren
        Stadt Musterhausen
        4. Mai 2026
        ---
        Ein Handbuch
        Zum Ausprobieren
        Herausgegeben von: Stadt Musterhausen
        Ausgabe: 4. Mai 2026
        Im Netz: https://handbuch.example/
        Dieses Dokument ist barrierefrei nach PDF/UA-1 und für Archive geeignet nach PDF/A-2a.
        ---
        Inhalt
        Willkommen . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 4
        Formate . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 5
        Der Rat . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 6
        Runder Tisch . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 7
        Glossar . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 8
        Quellen . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 9
        Register . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 10
        3
        ---
        Willkommen
        Im Netz: https://handbuch.example/
        Der Anfang.
        4
        ---
        Formate
        Im Netz: https://handbuch.example/formate/
        5
        ---
        Beteiligungsformat
        Der Rat
        Im Netz: https://handbuch.example/formate/rat/
        Regeln
        Text mit #panic(), $x$ ]) „*/ // @x <y> und #set.
        Stärken
        • klug
        Grenzen
        • teuer
        6
        ---
        Beteiligungsformat
        Runder Tisch
        Alle reden mit
        Stand: 4. Mai 2026
        Im Netz: https://handbuch.example/formate/tisch/
        Dauer
        2 Stunden
        Ablauf
        Erst der Rat (S. 6), dann KMU.1 Siehe oben und dort (https://dort.example/a-b/).
        Hinweis
        Nicht vergessen.
        Wer
        Was
        Amt
        1
        ☑ Stühle
        So sitzen alle
        Stärken
        • schnell
        Grenzen
        • laut
        Quellen
        • Ein Buch (https://buch.example/)
        1Eine Note.
        7
        ---
        Glossar
        Fachwörter und Abkürzungen dieses Handbuchs, kurz erklärt.
        KMU
        kleine Unternehmen
        8
        ---
        Quellen
        • Ein Buch (https://buch.example/)
        Runder Tisch (S. 7)
        9
        ---
        Register
        D
        Der Rat 6
        F
        Formate 5
        G
        Gesprächsrunde 7
        K
        KMU 8
        R
        Runder Tisch 7
        W
        Willkommen 4
        10
    "#]].assert_eq(&pdf_of(ROUND_TABLE).lines());
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is the structure")]
fn a_chapter_is_tagged_in_the_order_of_reading() {
    let on_disk = Handbook::new(ROUND_TABLE).on_disk();
    let sheet = pdf(&on_disk.path(""), &["content/formate/tisch.md"]);
    let structure = sheet.info(&["-struct-text"]);
    // Numbers of objects and how things look say nothing of the order, and titles come in an encoding of their own.
    let says = |line: &&str| {
        let attribute = line.trim_start().strip_prefix('/').unwrap_or_default();
        let looks = ["B", "Line", "Placement"];
        !line.contains("Object ") && !looks.iter().any(|look| attribute.starts_with(look))
    };
    let shown = |line: &str| match line.split_once(" \"") {
        Some((heading, _)) if heading.trim_start().starts_with('H') => heading.to_owned(),
        _ => line.trim_end().trim_end_matches(':').to_owned(),
    };
    let lines: Vec<String> = structure.lines().filter(says).map(shown).collect();
    expect![[r#"
        Document
          Div
            Div
              P (block)
                "Beteiligungsformat"
              H1
                "Runder Tisch"
              P (block)
                "Alle reden mit"
              P (block)
                "Stand: 4. Mai 2026"
              P (block)
                "Im Netz: "
                Link (inline)
                  "https://handbuch.example/formate/tisch/"
            Div
          L (block)
             /ListNumbering /None
            LI (block)
              Lbl (block)
                Span (inline)
                  "Dauer"
              LBody (block)
                Link (inline)
                  "2 Stunden"
          H2
            "Ablauf"
          P (block)
            "Erst "
            Link (inline)
              "der Rat"
            ", dann "
            Link (inline)
              "KMU"
            "."
            Lbl (block)
              Link (inline)
                Span (inline)
                  "1"
            Note <Note 1> (inline)
              Lbl (block)
                Link (inline)
                  Span (inline)
                    "1"
              "Eine Note."
            " Siehe "
            Link (inline)
              "oben"
            " und "
            Link (inline)
              "dort"
            " (https://dort.example/a-b/)"
            "."
          P (block)
            Span (inline)
              "Hinweis"
          P (block)
            "Nicht vergessen."
          Table (block)
            THead
              TR
                TH <U1x0y0>
                   /Scope /Column
                   /Headers []
                  Span (inline)
                    "Wer"
                TH <U1x1y0>
                   /Scope /Column
                   /Headers []
                  Span (inline)
                    "Was"
            TBody
              TR
                TD
                   /Headers [(U1x0y0)]
                  "Amt"
                TD
                   /Headers [(U1x1y0)]
                  "1"
          L (block)
             /ListNumbering /Circle
            LI (block)
              Lbl (block)
              LBody (block)
                P (block)
                  "☑"
                  " Stühle"
          Div
            Caption
              Span (inline)
                "So sitzen alle"
            Figure
              ""
          H2
            "Stärken"
          L (block)
             /ListNumbering /Circle
            LI (block)
              Lbl (block)
                "•"
              LBody (block)
                P (block)
                  "schnell"
          H2
            "Grenzen"
          L (block)
             /ListNumbering /Circle
            LI (block)
              Lbl (block)
                "•"
              LBody (block)
                P (block)
                  "laut"
          H2
            "Quellen"
          L (block)
             /ListNumbering /Circle
            LI (block)
              Lbl (block)
                "•"
              LBody (block)
                P (block)
                  Link (inline)
                    "Ein Buch"
                  " (https://buch.example/)"
    "#]]
    .assert_eq(&(lines.join("\n") + "\n"));
    let info = sheet.info(&[]);
    assert!(info.contains("Runder Tisch"), "{info}");
}

/// A page as it is printed: for each point from top to bottom whether it is dark.
struct Printed {
    width: usize,
    dark: Vec<bool>,
}

impl Printed {
    /// The first page of a PDF, ten points to a millimetre.
    fn first_page(pdf: &Pdf) -> Self {
        let out = pdf.file.with_extension("");
        let made = Command::new("pdftoppm")
            .args(["-gray", "-singlefile", "-r", "254"])
            .arg(&pdf.file)
            .arg(&out)
            .status();
        assert!(made.unwrap().success());
        let picture = std::fs::read(out.with_extension("pgm")).unwrap();
        // Its kind, its size and its brightest value are words before its points.
        let mut rest = &picture[..];
        let mut words = Vec::new();
        for _ in 0..4 {
            let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
            words.push(String::from_utf8(rest[..end].to_vec()).unwrap());
            rest = &rest[end + 1..];
        }
        let width = words[1].parse().unwrap();
        let dark = rest.iter().map(|point| *point < 128).collect();
        Self { width, dark }
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.dark[y * self.width + x]
    }
}

#[test]
fn a_phone_finds_a_chapter_from_its_page() {
    let on_disk = Handbook::new(ROUND_TABLE).on_disk();
    let sheet = pdf(&on_disk.path(""), &["content/formate/tisch.md"]);
    let code = code_of("https://handbuch.example/formate/tisch/", 0).unwrap();
    let size: usize = code
        .split(['"', ' '])
        .skip_while(|word| *word != "viewBox=")
        .nth(3)
        .and_then(|size| size.parse().ok())
        .unwrap();
    let mut expected = vec![false; size * size];
    let path = code.split("d=\"").last().unwrap();
    for stroke in path.split('M').skip(1) {
        let numbers = stroke.split(|c: char| !c.is_ascii_digit());
        let numbers: Vec<usize> = numbers.filter_map(|number| number.parse().ok()).collect();
        let [x, y, long, ..] = numbers[..] else {
            panic!("{stroke}");
        };
        expected[y * size + x..][..long].fill(true);
    }

    // It stands at the margin, 20 mm wide, and begins where seven squares are dark and the next is light.
    let (left, wide) = (2100 - 240 - 200, 200);
    let page = Printed::first_page(&sheet);
    let at = |square: usize| (2 * square + 1) * wide / (2 * size);
    let begins = |page: &Printed| {
        let is_corner = |y: &usize| (0..8).all(|n| page.is_dark(left + at(n), *y) == (n < 7));
        (0..page.dark.len() / page.width).find(is_corner)
    };
    let top = begins(&page).unwrap();
    let squares = (0..size * size).map(|n| page.is_dark(left + at(n % size), top + at(n / size)));
    assert!(squares.eq(expected));

    // Without an address there is none.
    let without = ROUND_TABLE.replace("url: https://handbuch.example/\n", "");
    let on_disk = Handbook::new(&without).on_disk();
    let sheet = pdf(&on_disk.path(""), &["content/formate/tisch.md"]);
    assert_eq!(begins(&Printed::first_page(&sheet)), None);
}

#[test]
fn chapters_are_numbered_where_the_handbook_numbers_them() {
    let pdf = pdf_of(&ROUND_TABLE.replace("book: {", "numbers: true\nbook: {"));
    let text = pdf.text().replace('\u{a0}', " ");
    // In the contents and over the chapter.
    assert_eq!(text.matches("1.1 Der Rat").count(), 2, "{text}");
}

#[test]
fn wide_tables_lie_and_repeat_their_heads() {
    let head = (1..=11)
        .map(|n| format!("Kopf{n}lang|"))
        .collect::<String>();
    let row = "Angabenlang|".repeat(11);
    let table = format!(
        "|{head}\n|{}\n{}",
        "-|".repeat(11),
        format!("|{row}\n").repeat(60)
    );
    let pdf = pdf_of(&format!(
        "--- content/a.md\n# A\n\nDavor.\n\n{table}\nDanach.\n--- content/b.md\n# B\n"
    ));
    let sizes = pdf.info(&["-f", "1", "-l", "9"]);
    let lying = sizes
        .lines()
        .filter(|line| line.contains("size: ") && line.contains("841.89 x 595.276"));
    let lying = lying.count();
    assert!(lying > 1, "{sizes}");
    assert_eq!(pdf.text().matches("Kopf1lang").count(), lying);
}

#[test]
fn pages_can_be_smaller_and_run_leftwards() {
    let handbook = "--- handbook.yml\ntitle: دليل\nlanguages: [ar]\nbook: {paper: A5}\n\
                    --- content/a.md\n# مرحبا\n\nنص [هناك](b.md).\n--- content/b.md\n# هناك\n";
    let pdf = pdf_of(handbook);
    let info = pdf.info(&[]);
    assert!(info.contains("419.528 x 595.276"), "{info}");
    assert!(info.contains("دليل"), "{info}");
    let text: String = pdf.text().nfkc().collect();
    assert!(text.contains("مرحبا"), "{text}");
}

#[test]
fn a_site_leads_to_its_pdf_and_says_how_large_it_is() {
    let handbook = ROUND_TABLE.replace("book: {", "book: {pdf: true, epub: true, ");
    let built = Handbook::new(&handbook).build().clean();
    assert!(built.files["handbuch.pdf"].starts_with(b"%PDF-1.7"));
    assert!(built.manifest.files.contains_key("handbuch.pdf"));
    let kilobytes = built.files["handbuch.pdf"].len().div_ceil(1000);
    for (page, way) in [("index.html", ""), ("formate/tisch/index.html", "../../")] {
        let link = format!("<a href=\"{way}handbuch.pdf\">PDF, {kilobytes} kB</a>");
        assert!(built.text(page).contains(&link), "{page}");
    }
}

/// Holds what keeps the handbook from being a PDF, and that there is none then.
fn check(handbook: &Handbook, expected: Expect) {
    let on_disk: OnDisk = handbook.on_disk();
    let made = on_disk.run(&["--lang", "en", "book", "--out", "a.pdf"]);
    assert_eq!(made.code, Some(1), "{}", made.stderr);
    expected.assert_eq(&support::compact(&made.stderr));
    assert!(!on_disk.path("a.pdf").exists());
}

#[test]
fn letters_without_a_font_are_found() {
    check(
        &Handbook::new("--- content/a.md\n# A\n\nGut 👍, und 日.\n"),
        expect![[r#"
            error[missing-letter]: The PDF has no font for “👍” (U+1F44D)
             --> content/a.md:3:5
            3 | Gut 👍, und 日.
              |     ^^
              = help: Write the sign in words, or name a font that has it below `book: font`
            error[missing-letter]: The PDF has no font for “日” (U+65E5)
             --> content/a.md:3:12
            3 | Gut 👍, und 日.
              |             ^^
              = help: Write the sign in words, or name a font that has it below `book: font`
            2 errors: nothing was published
        "#]],
    );
}

#[test]
fn pictures_that_a_pdf_cannot_hold_are_found() {
    let handbook = Handbook::new("--- content/a.md\n# A\n\n![Ein Foto](b.avif)\n");
    check(
        &handbook.with("content/b.avif", "\0\0\0\u{1c}ftypavif"),
        expect![[r#"
            error[picture-not-in-pdf]: A PDF can't hold this picture
            --> content/b.avif
             = help: Save the picture in an image editor as PNG, or as JPEG in RGB colours
            1 error: nothing was published
        "#]],
    );
}

#[test]
fn tables_wider_than_a_page_are_found() {
    let head = (1..=30)
        .map(|n| format!("Spaltenname{n}|"))
        .collect::<String>();
    let handbook = format!("--- content/a.md\n# A\n\n|{head}\n|{}\n", "-|".repeat(30));
    check(
        &Handbook::new(&handbook),
        expect![[r#"
        error[table-too-wide]: This table is wider than any page of the PDF: “Spaltenname1”
         --> content/a.md:3:2
        3 | |Spaltenname1|Spaltenname2|Spaltenname3|Spaltenname4|Spaltenname5|Spaltenname6|Spaltenname7|Spaltenname8|Spaltenname9|Spaltenname10|S...
          |  ^^^^^^^^^^^^
          = help: Divide the table, shorten long words, or use `paper: a4`
        1 error: nothing was published
    "#]],
    );
}

#[test]
fn files_that_are_no_font_are_found() {
    check(
        &Handbook::new(
            "--- handbook.yml\ntitle: A\nbook: {font: [themes/a/book/x.woff2]}\n--- content/a.md\n# A\n",
        ),
        expect![[r#"
            error[not-a-font]: themes/a/book/x.woff2 is no font that a PDF can hold
             --> handbook.yml:2:15
            2 | book: {font: [themes/a/book/x.woff2]}
              |               ^^^^^^^^^^^^^^^^^^^^^
              = help: Name files in TrueType or OpenType (.ttf, .otf), seen from the handbook's folder
            1 error: nothing was published
        "#]],
    );
}

#[test]
fn a_broken_template_is_found_at_its_place() {
    let chapter = "--- handbook.yml\ntitle: A\n--- content/a.md\n# A\n--- content/b.md\n# B\n";
    check(
        &Handbook::new(chapter).with("themes/standard/book/front.typ", "#let cover = nichts\n"),
        expect![[r#"
            error[book-template]: This template of the PDF fails: unknown variable: nichts
             --> themes/standard/book/front.typ:1:14
            1 | #let cover = nichts
              |              ^^^^^^
              = help: themes/README.md says what a template gets
            1 error: nothing was published
        "#]],
    );
    check(
        &Handbook::new(chapter).with(
            "themes/standard/book/book.typ",
            "#set document(title: \"A\")\n#set text(font: \"Keine\")\n= A\n#image(\"/etc/passwd\")\n",
        ),
        expect![[r#"
            error[book-template]: This template of the PDF fails: failed to load file (access denied)
             --> themes/standard/book/book.typ:4:8
            4 | #image("/etc/passwd")
              |        ^^^^^^^^^^^^^
              = help: themes/README.md says what a template gets
            1 error: nothing was published
        "#]],
    );
}
