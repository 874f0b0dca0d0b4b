//! Pictures, films and sound.

use expect_test::expect;
use transferbuch::text::Language;

use crate::support::{Handbook, check, review};

#[test]
fn a_caption_that_no_reader_sees() {
    check(
        "--- handbook.yml\nimages: {credit: required}\n--- content/a.md\n- ![x](b.svg \"Foto: Anna\")\n\n![y](b.svg \"Foto: Bert\")\n\n![z](b.svg \"Foto: Cora\")\nText\n--- content/b.svg\n<svg/>\n",
        expect![[r#"
            warning[caption-not-shown]: This caption isn't shown: the image doesn't stand alone in its paragraph
             --> content/a.md:1:3
            1 | - ![x](b.svg "Foto: Anna")
              |   ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the image between two empty lines, outside of list items with text
            warning[caption-not-shown]: This caption isn't shown: the image doesn't stand alone in its paragraph
             --> content/a.md:5:1
            5 | ![z](b.svg "Foto: Cora")
              | ^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the image between two empty lines, outside of list items with text
        "#]],
    );
}

#[test]
fn what_is_no_picture() {
    check(
        "--- content/a.md\n![Leitfaden](d.pdf) ![Seite](x.html)\n--- content/d.pdf\nx\n--- content/x.html\nx\n",
        expect![[r#"
            error[not-a-picture]: d.pdf is no image that a browser can show
             --> content/a.md:1:14
            1 | ![Leitfaden](d.pdf) ![Seite](x.html)
              |              ^^^^^
              = help: Save a photo as JPG; link to anything else: `[text](file.pdf)`, without an exclamation mark before it
            error[not-a-picture]: x.html is no image that a browser can show
             --> content/a.md:1:30
            1 | ![Leitfaden](d.pdf) ![Seite](x.html)
              |                              ^^^^^^
              = help: Save a photo as JPG; link to anything else: `[text](file.pdf)`, without an exclamation mark before it
        "#]],
    );
}

#[test]
fn a_picture_that_is_empty_or_broken() {
    let handbook = Handbook::chapter("![Plan](leer.png) ![Karte](kein.jpeg)\n")
        .with("content/leer.png", "")
        .with("content/kein.jpeg", "x");
    let output = handbook.on_disk().run(&["build"]);
    expect![[r#"
        error[broken-picture]: leer.png is empty or broken: the page would stay empty in this place
         --> content/a.md:1:1
        1 | ![Plan](leer.png) ![Karte](kein.jpeg)
          | ^^^^^^^^^^^^^^^^^
          = help: Save the image once more, with the ending that suits its sort
        error[broken-picture]: kein.jpeg is empty or broken: the page would stay empty in this place
         --> content/a.md:1:19
        1 | ![Plan](leer.png) ![Karte](kein.jpeg)
          |                   ^^^^^^^^^^^^^^^^^^^
          = help: Save the image once more, with the ending that suits its sort
        2 errors: nothing was published
    "#]]
    .assert_eq(&output.findings());
}

#[test]
fn films_and_sounds_get_players() {
    let handbook = Handbook::chapter("![Film](f.mp4)\n\n![Ton](t.mp3 \"Der Ton\")\n")
        .with("content/f.mp4", "x")
        .with("content/t.mp3", "x");
    let built = handbook.build().clean();
    let page = built.text("a/index.html");
    for part in [
        "<video controls preload=\"metadata\" src=\"../f.mp4\" aria-label=\"Film\"><a href=\"../f.mp4\">Film</a></video><span class=\"print-only\"><a href=\"../f.mp4\">Film</a></span><span class=\"recording\">Größe 1 KB</span>",
        "<figure><audio controls preload=\"metadata\" src=\"../t.mp3\" aria-label=\"Ton\"><a href=\"../t.mp3\">Ton</a></audio><span class=\"print-only\"><a href=\"../t.mp3\">Ton</a></span><span class=\"recording\">Größe 1 KB</span><figcaption>Der Ton</figcaption></figure>",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(built.files.contains_key("f.mp4"));
}

#[test]
fn a_film_without_captions() {
    review(
        "--- handbook.yml\nseverity: {missing-legal-page: off}\n--- content/index.md\n![Film](f.mp4)\n--- content/f.mp4\nx\n",
        expect![[r#"
            warning[video-without-captions]: Nobody who can't hear this video can follow it
             --> content/index.md:1:1
            1 | ![Film](f.mp4)
              | ^^^^^^^^^^^^^^
              = help: Put captions beside the film, with the same name and the ending .vtt, or link to a transcript on the page; in HTML: <track kind="captions" src="….vtt">
        "#]],
    );
}

/// A PNG file of that width and height that has nothing but a damaged piece of pixels.
fn damaged(side: u32) -> Vec<u8> {
    let chunk = |name: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length[..], name, data, &[0; 4]].concat()
    };
    let sides = [side.to_be_bytes(), side.to_be_bytes()].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &[&sides[..], &[8, 2, 0, 0, 0]].concat()),
        chunk(b"IDAT", b"x"),
        chunk(b"IEND", b""),
    ]
    .concat()
}

#[test]
fn a_picture_as_large_as_a_town() {
    let handbook = Handbook::new("--- content/a.md\n![Karte](karte.png)\n")
        .with("content/karte.png", damaged(60_000));
    expect![[r#"
        error[picture-too-large]: karte.png has 3600 million pixels: no browser shows a picture of that size
         --> content/a.md:1:1
        1 | ![Karte](karte.png)
          | ^^^^^^^^^^^^^^^^^^^
          = help: Make the picture smaller in an image editor; a width of 4000 pixels is enough for any screen
    "#]]
    .assert_eq(&handbook.build().shown(Language::English));
}

#[test]
fn a_picture_whose_pixels_are_damaged() {
    let handbook = Handbook::new("--- content/a.md\n![Karte](karte.png)\n")
        .with("content/karte.png", damaged(16));
    expect![[r#"
        error[unreadable-picture]: This picture can't be read: CRC error: expected 0x0 have 0x90916836 while decoding ChunkType { type: IHDR, critical: true, private: false, reserved: false, safecopy: false } chunk.
        --> content/karte.png
         = help: Save the picture once more as JPEG or PNG in an image editor
    "#]]
    .assert_eq(&handbook.build().shown(Language::English));
}

#[test]
fn a_text_for_an_image_that_says_nothing_or_too_much() {
    let long = "Zwölf Stühle stehen im Kreis. ".repeat(9);
    review(
        &format!(
            "--- handbook.yml\nseverity: {{missing-legal-page: off}}\n--- content/a.md\n![Bild](b.svg)\n\n![Foto 3](b.svg)\n\n![{}](b.svg)\n--- content/b.svg\n<svg/>\n",
            long.trim()
        ),
        expect![[r#"
            warning[image-text-says-nothing]: `Bild` doesn't say what the image shows
             --> content/a.md:1:1
            1 | ![Bild](b.svg)
              | ^^^^^^^^^^^^^^
              = help: Write what one would say of the image on the phone; for an image that only decorates: ![-](…)
            warning[image-text-says-nothing]: `Foto 3` doesn't say what the image shows
             --> content/a.md:3:1
            3 | ![Foto 3](b.svg)
              | ^^^^^^^^^^^^^^^^
              = help: Write what one would say of the image on the phone; for an image that only decorates: ![-](…)
            warning[image-text-too-long]: This text for the image has 269 characters and is read out without a pause
             --> content/a.md:5:1
            5 | ![Zwölf Stühle stehen im Kreis. Zwölf Stühle ... Kreis. Zwölf Stühle stehen im Kreis.](b.svg)
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^...^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Say what matters in 250 characters at most, and write the rest into the text beside it
        "#]],
    );
}

/// A photo of one colour.
fn photo(width: u16, height: u16) -> Vec<u8> {
    let data = vec![120; usize::from(width) * usize::from(height) * 3];
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    let colours = jpeg_encoder::ColorType::Rgb;
    encoder.encode(&data, width, height, colours).unwrap();
    bytes
}

#[test]
fn pictures_are_light_and_have_the_pixels_of_their_place() {
    let drawing = |points: usize| {
        let path = "M0.123 4.567".repeat(points);
        format!("<svg viewBox='0 0 9 9'><path d='{path}'/></svg>")
    };
    let handbook = Handbook::new(
        "--- handbook.yml\nseverity: {missing-legal-page: off}\n--- content/a.md\n---\nimage: {file: karte.jpg, alt: Die Karte}\n---\n![Ein Turm](turm.jpg)\n\n![Ein Markt](markt.jpg)\n\nMit ![Zeichen](turm.jpg) im Text.\n\n![Ein Plan](plan.svg) ![Ein Hof](hof.svg)\n",
    );
    let handbook = handbook
        .with("content/turm.jpg", photo(240, 320))
        .with("content/markt.jpg", photo(400, 300))
        .with("content/karte.jpg", photo(400, 300))
        .with("content/plan.svg", drawing(90_000))
        .with("content/hof.svg", drawing(9));
    let shown = handbook.review().shown(Language::English);
    expect![[r#"
        warning[picture-too-small]: karte.jpg is 400 pixels wide: in this place it looks blurred or tiny
         --> content/a.md:2:15
        2 | image: {file: karte.jpg, alt: Die Karte}
          |               ^^^^^^^^^
          = help: Take the photo as the camera made it; 700 pixels are needed here, and all above are made smaller for the page
        warning[picture-too-small]: turm.jpg is 240 pixels wide: in this place it looks blurred or tiny
         --> content/a.md:4:1
        4 | ![Ein Turm](turm.jpg)
          | ^^^^^^^^^^^^^^^^^^^^^
          = help: Take the photo as the camera made it; 360 pixels are needed here, and all above are made smaller for the page
        warning[heavy-picture]: plan.svg has 1,1 MB: on a slow line readers wait for it
          --> content/a.md:10:1
        10 | ![Ein Plan](plan.svg) ![Ein Hof](hof.svg)
           | ^^^^^^^^^^^^^^^^^^^^^
           = help: Save a photo as JPEG or PNG, which are made smaller for the page; simplify a drawing; use a film instead of a long animation
    "#]].assert_eq(&crate::support::compact(&shown));
}

#[test]
fn pictures_are_files() {
    let data = "iVBORw0KGgo".repeat(2000);
    let text = format!(
        "--- content/a.md\n![Saal](data:image/png;base64,{data})\n\n![Plan](data:image/svg+xml;base64,PHN2Zy8+)\n"
    );
    let shown = Handbook::new(&text).review().shown(Language::German);
    expect![[r#"
        Warnung[picture-in-text]: Dieses Bild steht als Zeichenfolge im Text (23 KB)
         --> content/a.md:1:1
        1 | ![Saal](data:image/png;base64,iVBORw0KGgoiVBO...iVBORw0KGgoiVBORw0KGgoiVBORw0KGgoiVBORw0KGgo)
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^...^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = Hilfe: Speichern Sie es als Datei neben dem Kapitel und schreiben Sie ![Beschreibung](bild.jpg): Nur dann wird es verkleinert und verliert, was es über Ort und Kamera verrät
    "#]].assert_eq(&crate::support::compact(&shown));
}
