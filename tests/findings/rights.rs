//! What makers of images and readers have a right to.

use std::fs;

use expect_test::expect;

use crate::support::{Handbook, check, review};

#[test]
fn an_image_without_a_credit() {
    review(
        "--- handbook.yml\nimages: {credit: required}\nseverity: {missing-legal-page: off}\n--- content/a.md\n![Plan](b.png)\n\n![Plan](b.png \"Der Plan. Foto: A. Muster, CC BY 4.0\")\n\n![-](b.png)\n\n<figure><img src=\"b.png\" alt=\"Plan\"><figcaption>© A. Muster</figcaption></figure>\n--- content/b.png\nx\n",
        expect![[r#"
            warning[image-without-credit]: This image doesn't say whose it is
             --> content/a.md:1:1
            1 | ![Plan](b.png)
              | ^^^^^^^^^^^^^^
              = help: Add a caption behind the file's name: (b.png "Photo: First Last, CC BY 4.0")
        "#]],
    );
}

#[test]
fn a_credit_is_only_asked_for_where_the_handbook_says_so() {
    Handbook::new("--- content/a.md\n![Plan](b.png)\n--- content/b.png\nx\n")
        .review()
        .clean();
}

#[test]
fn an_unknown_wish_for_credits() {
    check(
        "--- handbook.yml\nimages: {credit: requird}\n--- content/a.md\nText\n",
        expect![[r#"
            error[unknown-value]: `requird` is no value of `credit`
             --> handbook.yml:1:18
            1 | images: {credit: requird}
              |                  ^^^^^^^
              = help: Did you mean `required`?
              = help: Possible values: required, optional
        "#]],
    );
}

#[test]
fn a_style_that_loads_from_another_server() {
    check(
        "--- content/a.md\nText\n--- themes/standard/assets/custom.css\n@import url(\"https://x.example/a.css\");\na { background: url(bild.png) } /* https://x.example */\n",
        expect![[r#"
            error[loaded-from-elsewhere]: The page would load https://x.example/a.css from another server, which then learns who reads it
             --> themes/standard/assets/custom.css:1:14
            1 | @import url("https://x.example/a.css");
              |              ^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, or link to it
        "#]],
    );
}

#[test]
fn a_template_that_loads_from_another_server() {
    check(
        "--- content/a.md\nText\n--- themes/standard/templates/parts/lead.html\n<img src=\"https://x.example/a.png\" alt=\"\"><a href=\"https://x.example\">x</a>\n",
        expect![[r#"
            error[loaded-from-elsewhere]: The page would load https://x.example/a.png from another server, which then learns who reads it
             --> themes/standard/templates/parts/lead.html:1:11
            1 | <img src="https://x.example/a.png" alt=""><a href="https://x.example">x</a>
              |           ^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, or link to it
        "#]],
    );
}

/// The head of a JPEG file whose notes (Exif) say where it was taken, if `located`.
fn photo(located: bool) -> Vec<u8> {
    // One entry that leads to the GPS notes (tag 0x8825), or one with the width (0x0100).
    let tag: u16 = if located { 0x8825 } else { 0x0100 };
    let mut notes = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    notes.extend(tag.to_be_bytes());
    notes.extend(b"\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0");
    // The latitude (tag 2): three fractions, 53 degrees.
    notes.extend(b"\0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\x2c\0\0\0\0");
    for number in [53, 1, 0, 1, 0, 1_u32] {
        notes.extend(number.to_be_bytes());
    }
    let length = u16::try_from(notes.len() + 2).unwrap();
    [
        &b"\xff\xd8\xff\xe1"[..],
        &length.to_be_bytes(),
        &notes,
        b"\xff\xd9",
    ]
    .concat()
}

#[test]
fn a_photo_that_tells_where_it_was_taken() {
    let handbook = Handbook::new(
        "--- handbook.yml\nseverity: {missing-legal-page: off}\n--- content/index.md\n[Haus](a.jpg)\n\n[Haus](b.jpg)\n\n[Haus](c.jpg)\n",
    )
    .with("content/a.jpg", photo(true))
    .with("content/b.jpg", photo(false))
    .with("content/c.jpg", "no photo at all");
    let output = handbook
        .on_disk()
        .run(&["check", "--quiet", "--lang", "en"]);
    expect![[r#"
        warning[photo-with-position]: This photo tells where it was taken
        --> content/a.jpg
         = help: Take that out of it: on Windows under Properties, Details, Remove Properties and Personal Information; elsewhere with `exiftool -gps:all= content/a.jpg`
    "#]].assert_eq(&crate::support::compact(&output.stderr));
}

#[test]
fn a_drawing_is_published_without_what_it_would_load_or_run() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\n\
                   <style>@import url(https://x.example/a.css);</style><!-- Anna -->\n\
                   <image href=\"https://x.example/b.png\"/>\n<a href=\"https://y.example/\"><text>y</text></a><script>z</script>\n</svg>\n";
    let own = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text font-family=\"Calibri\">x</text></svg>";
    let handbook = Handbook::new("--- handbook.yml\nseverity: {missing-legal-page: off}\n--- content/index.md\n![Plan](a.svg) ![Plan](b.SVG) [Kaputt](c.svg)\n")
        .with("content/a.svg", drawing)
        .with("content/b.SVG", own)
        .with("content/c.svg", "<svg><g></svg>");
    let handbook = handbook.on_disk();
    let output = handbook.run(&["check", "--quiet", "--lang", "en"]);
    assert_eq!(output.code, Some(1));
    expect![[r#"
        error[broken-picture]: c.svg is empty or broken: the page would stay empty in this place
        --> content/c.svg
         = help: Save the image once more, with the ending that suits its sort
        warning[drawing-left-out]: A part of this drawing isn't published: @import url(https://x.example/a.css), https://x.example/b.png, <script>
        --> content/a.svg
         = help: Draw it so that it stands by itself: without scripts, and with pictures in it instead of links to them
        warning[drawing-font]: Texts in this drawing ask for a font that many readers don't have: Calibri
        --> content/b.SVG
         = help: Convert texts to paths when you export it, or name a general font behind: `font-family="Calibri, sans-serif"`
        1 error: like this, the handbook won't be published
    "#]].assert_eq(&crate::support::compact(&output.stderr));
    fs::write(handbook.path("content/c.svg"), own).unwrap();
    assert_eq!(handbook.run(&["build", "--quiet"]).code, Some(0));
    let published = fs::read_to_string(handbook.path("public/a.svg")).unwrap();
    assert!(
        published.contains("https://y.example/") && !published.contains("x.example"),
        "{published}"
    );
    assert!(
        !published.contains("Anna") && !published.contains("script"),
        "{published}"
    );
}
