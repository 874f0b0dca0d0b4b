//! Photos as readers get them: small, upright, in the colours of their screens, and telling nothing but what
//! is to be seen in them.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use support::{Built, Files, Handbook};
use transferbuch::text::Language;

const RED: [u8; 3] = [220, 30, 30];
const GREEN: [u8; 3] = [30, 200, 30];
const BLUE: [u8; 3] = [30, 30, 220];
const WHITE: [u8; 3] = [245, 245, 245];

/// Four quarters of one colour each: above left and right, below left and right.
fn quarters(width: usize, height: usize, colours: [[u8; 3]; 4]) -> Vec<u8> {
    let mut data = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let quarter = usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2);
            data.extend_from_slice(&colours[quarter]);
        }
    }
    data
}

/// A JPEG with segments of its own behind the first: their markers and what is in them.
fn jpeg(width: u16, height: u16, colours: [[u8; 3]; 4], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let data = quarters(width.into(), height.into(), colours);
    let mut plain = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut plain, 95);
    encoder
        .encode(&data, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    let mut bytes = plain[..2].to_vec();
    for (marker, data) in segments {
        bytes.extend_from_slice(&[0xff, *marker]);
        bytes.extend_from_slice(&u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(data);
    }
    bytes.extend_from_slice(&plain[2..]);
    bytes
}

/// EXIF notes: how the camera was held, and where: 52 degrees north.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, ty: u16, count: u32, value: u32| {
        let mut entry = tag.to_le_bytes().to_vec();
        entry.extend_from_slice(&ty.to_le_bytes());
        entry.extend_from_slice(&count.to_le_bytes());
        entry.extend_from_slice(&value.to_le_bytes());
        entry
    };
    let positions = 8 + 2 + 2 * 12 + 4;
    tiff.extend_from_slice(&2u16.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, orientation.into()));
    tiff.extend(entry(0x8825, 4, 1, positions));
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(&2u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, u32::from(b'N')));
    tiff.extend(entry(2, 5, 3, positions + 2 + 2 * 12 + 4));
    tiff.extend_from_slice(&[0; 4]);
    for part in [52u32, 1, 30, 1, 0, 1] {
        tiff.extend_from_slice(&part.to_le_bytes());
    }
    [b"Exif\0\0".to_vec(), tiff].concat()
}

fn xmp() -> Vec<u8> {
    b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Am Markt 3</x:xmpmeta>".to_vec()
}

/// A photo as a camera makes it, held on its side if `orientation` says so.
fn photo(width: u16, height: u16, orientation: u16) -> Vec<u8> {
    // As it is to be seen: red and green above, blue and white below.
    let stored = match orientation {
        6 => [GREEN, WHITE, RED, BLUE],
        _ => [RED, GREEN, BLUE, WHITE],
    };
    let segments = [
        (0xe1, exif(orientation)),
        (0xe1, xmp()),
        (0xfe, b"Am Markt 3".to_vec()),
    ];
    jpeg(width, height, stored, &segments)
}

/// The picture in a JPEG: its sides, and the colour in the middle of each quarter.
fn seen(bytes: &[u8]) -> (usize, usize, [[u8; 3]; 4]) {
    let mut decoder = zune_jpeg::JpegDecoder::new(std::io::Cursor::new(bytes));
    let data = decoder.decode().unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    (width, height, colours(width, height, 3, &data))
}

fn colours(width: usize, height: usize, channels: usize, data: &[u8]) -> [[u8; 3]; 4] {
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let at = ((height * y / 4) * width + width * x / 4) * channels;
        data[at..at + 3].try_into().unwrap()
    })
}

fn assert_close(found: [[u8; 3]; 4], wanted: [[u8; 3]; 4]) {
    for (found, wanted) in found.iter().flatten().zip(wanted.iter().flatten()) {
        assert!(found.abs_diff(*wanted) < 25, "{found:?} for {wanted:?}");
    }
}

/// The pictures that a site has, by their paths.
fn pictures(files: &Files) -> BTreeMap<&str, &[u8]> {
    let is_picture = |path: &&String| {
        [".jpg", ".png", ".webp", ".gif"]
            .iter()
            .any(|ending| path.ends_with(ending))
            && *path != "assets/preview.png"
    };
    let pictures = files.iter().filter(|(path, _)| is_picture(path));
    pictures
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect()
}

fn widths(built: &Built) -> Vec<String> {
    let names = pictures(&built.files).into_keys();
    let mut names: Vec<String> = names
        .map(|name| name.rsplit('-').next().unwrap().to_owned())
        .collect();
    names.sort_by_key(|name| (name.len(), name.clone()));
    names
}

/// Fails if a JPEG, PNG or WebP holds anything but its pixels and what their colours are.
fn assert_tells_nothing(path: &str, bytes: &[u8]) {
    for trace in [
        "Exif",
        "xmp",
        "XMP",
        "Markt",
        "GPS",
        "Photoshop",
        "eXIf",
        "tEXt",
        "iTXt",
    ] {
        let found = bytes
            .windows(trace.len())
            .any(|window| window == trace.as_bytes());
        assert!(!found, "{path} has {trace}");
    }
    let notes = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes));
    assert!(notes.is_err(), "{path} has EXIF");
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return;
    }
    let mut at = 2;
    while bytes[at + 1] != 0xda {
        let (marker, length) = (
            bytes[at + 1],
            u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]),
        );
        let is_application = (0xe0..=0xef).contains(&marker) || marker == 0xfe;
        assert!(
            !is_application || [0xe0, 0xe2, 0xee].contains(&marker),
            "{path}: {marker:x}"
        );
        at += 2 + usize::from(length);
    }
    assert!(
        bytes.ends_with(&[0xff, 0xd9]),
        "{path} goes on behind its end"
    );
}

#[test]
fn a_photo_is_published_in_the_sizes_of_its_place() {
    let built = Handbook::new("--- content/a.md\n# A\n\n![Ein Markt](markt.jpg)\n")
        .with("content/markt.jpg", photo(2400, 1600, 1))
        .build()
        .clean();
    assert_eq!(
        widths(&built),
        ["360.jpg", "700.jpg", "1080.jpg", "1440.jpg", "2160.jpg"]
    );
    let page = built.text("a/index.html");
    let image = &page[page.find("<img src=\"../assets/pictures/").unwrap()..];
    let image = &image[..=image.find('>').unwrap()];
    for part in [
        " srcset=\"../assets/pictures/markt-",
        "-360.jpg 360w, ",
        " 2160w\" sizes=\"",
        " width=\"2160\" height=\"1440\" alt=\"Ein Markt\"",
        " decoding=\"async\"",
    ] {
        assert!(image.contains(part), "{part} in {image}");
    }
    assert!(!image.contains("lazy"));
    for (path, bytes) in pictures(&built.files) {
        assert_tells_nothing(path, bytes);
        let (width, height, quarters) = seen(bytes);
        assert!(
            path.ends_with(&format!("-{width}.jpg")) && height.abs_diff(width * 2 / 3) < 2,
            "{path}"
        );
        assert_close(quarters, [RED, GREEN, BLUE, WHITE]);
    }
}

#[test]
fn a_photo_stands_upright_and_the_page_knows_its_shape() {
    let built = Handbook::new("--- content/a.md\n![Turm](turm.jpg)\n")
        .with("content/turm.jpg", photo(800, 600, 6))
        .build()
        .clean();
    assert_eq!(widths(&built), ["360.jpg", "600.jpg"]);
    assert!(
        built
            .text("a/index.html")
            .contains(" width=\"600\" height=\"800\"")
    );
    for bytes in pictures(&built.files).values() {
        let (width, height, quarters) = seen(bytes);
        assert_eq!(height, width * 4 / 3);
        assert_close(quarters, [RED, GREEN, BLUE, WHITE]);
    }
}

#[test]
fn a_picture_is_never_made_larger() {
    let small = Handbook::new("--- content/a.md\n![Punkt](punkt.jpg)\n")
        .with("content/punkt.jpg", photo(300, 200, 1))
        .build()
        .clean();
    assert_eq!(widths(&small), ["300.jpg"]);
    let page = small.text("a/index.html");
    assert!(!page.contains("srcset") && page.contains(" width=\"300\" height=\"200\""));
}

#[test]
fn the_same_picture_twice_is_one_file() {
    let built = Handbook::new(
        "--- content/a.md\n![Eins](eins.jpg) ![Zwei](b/zwei.jpg)\n--- content/b/c.md\n![Zwei](zwei.jpg)\n",
    )
    .with("content/eins.jpg", photo(300, 200, 1))
    .with("content/b/zwei.jpg", photo(300, 200, 1))
    .build()
    .clean();
    let names: Vec<&str> = pictures(&built.files).into_keys().collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(built.text("b/c/index.html").contains(names[0]));
}

#[test]
fn an_original_is_published_only_where_something_leads_to_it_and_tells_nothing() {
    let built = Handbook::new(
        "--- content/a.md\n[![Turm](turm.jpg)](turm.jpg)\n\n![Markt](markt.jpg)\n\n[Hof](hof.jpg)\n",
    )
    .with("content/turm.jpg", photo(800, 600, 6))
    .with("content/markt.jpg", photo(800, 600, 1))
    .with("content/hof.jpg", photo(800, 600, 1))
    .build()
    .clean();
    let all = pictures(&built.files);
    assert!(!all.contains_key("markt.jpg"));
    for (path, (width, height)) in [("turm.jpg", (600, 800)), ("hof.jpg", (800, 600))] {
        let (found, high, quarters) = seen(all[path]);
        assert_eq!((found, high), (width, height), "{path}");
        assert_close(quarters, [RED, GREEN, BLUE, WHITE]);
        assert_tells_nothing(path, all[path]);
    }
    // Only what lay on its side is made anew.
    assert!(photo(800, 600, 1).ends_with(&all["hof.jpg"][all["hof.jpg"].len() - 9000..]));
}

#[test]
fn an_image_of_html_has_its_sizes_too() {
    let text = "--- content/a.md\n<img src=\"markt.jpg\" alt=\"Markt\" width=\"200\">\n\n<img src=\"hof.jpg\" srcset=\"hof.jpg 1x\" alt=\"Hof\">\n";
    let built = Handbook::new(text)
        .with("content/markt.jpg", photo(800, 600, 1))
        .with("content/hof.jpg", photo(820, 600, 1))
        .build()
        .clean();
    let page = built.text("a/index.html");
    assert!(
        page.contains("-360.jpg 360w, ../assets/pictures/markt-")
            && !page.contains("height=\"600\"")
    );
    assert!(page.contains("src=\"../hof.jpg\" srcset=\"../hof.jpg 1x\""));
    assert!(built.files.contains_key("hof.jpg") && !built.files.contains_key("markt.jpg"));
}

#[test]
fn a_page_for_printing_has_one_size_and_an_included_text_the_right_way() {
    let built = Handbook::new(
        "--- content/s/index.md\n# S\n--- content/s/a.md\n![](../_teil/t.md)\n--- content/s/b.md\nText\n--- content/_teil/t.md\n![Markt](markt.jpg)\n",
    )
    .with("content/_teil/markt.jpg", photo(2400, 1600, 1))
    .with("handbook.yml", "publish: [\"_teil/*\"]\n")
    .build();
    let page = built.text("s/a/index.html");
    assert!(page.contains("../../assets/pictures/markt-") && page.contains("srcset"));
    let printed = built.text("s/-druck/index.html");
    assert!(
        !printed.contains("srcset") && printed.contains("-1440.jpg\""),
        "{printed}"
    );
}

#[test]
fn what_was_made_before_changes_nothing_but_the_time() {
    let handbook = Handbook::new(
        "--- content/a.md\n![Markt](markt.jpg)\n\n![Turm](turm.jpg) ![Plan](plan.png)\n",
    )
    .with("content/markt.jpg", photo(900, 600, 1))
    .with("content/turm.jpg", photo(800, 600, 6))
    .with("content/plan.png", png(640, 480, false))
    .on_disk();
    let first = handbook.build();
    let cache = handbook.path(".transferbuch/cache/pictures");
    let kept = fs::read_dir(&cache).unwrap().count();
    assert_eq!(kept, 3 + 2 + 1);
    assert_eq!(handbook.build(), first);
    assert_eq!(fs::read_dir(&cache).unwrap().count(), kept);
    for file in fs::read_dir(&cache).unwrap() {
        fs::write(file.unwrap().path(), b"broken").unwrap();
    }
    assert_eq!(handbook.build(), first);
    fs::remove_dir_all(handbook.path(".transferbuch")).unwrap();
    for threads in ["1", "7"] {
        let mut command = handbook.command(&["build", "--quiet"]);
        let output = support::program::output(command.env("RAYON_NUM_THREADS", threads));
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        assert_eq!(support::program::files(&handbook.path("public")), first);
        fs::remove_dir_all(handbook.path(".transferbuch")).unwrap();
    }
    // What stands there is none of the handbook's, and `check` makes no pictures.
    let checked = handbook.run(&["check", "--quiet"]);
    assert!(
        !handbook.path(".transferbuch").exists(),
        "{}",
        checked.stderr
    );
}

#[test]
fn two_builds_may_share_what_they_make() {
    let handbook = Handbook::new("--- content/a.md\n![Markt](markt.jpg)\n")
        .with("content/markt.jpg", photo(900, 600, 1))
        .on_disk();
    let start = |out: &str| {
        let mut command = handbook.command(&["build", "--quiet", "--out", out]);
        command.spawn().unwrap()
    };
    let builds = [start("eins"), start("zwei")];
    for mut build in builds {
        assert!(build.wait().unwrap().success());
    }
    let site = |out: &str| support::program::files(&handbook.path(out));
    assert_eq!(site("eins"), site("zwei"));
    let left = fs::read_dir(handbook.path(".transferbuch/cache/pictures")).unwrap();
    let names: Vec<_> = left
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(
        names.iter().all(|name| !name.ends_with(".part")),
        "{names:?}"
    );
}

/// A drawing, which may be seen through, with notes in it.
fn png(width: u32, height: u32, has_alpha: bool) -> Vec<u8> {
    let data = quarters(width as usize, height as usize, [RED, GREEN, BLUE, WHITE]);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder
        .add_text_chunk("Author".to_owned(), "Am Markt 3".to_owned())
        .unwrap();
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(if has_alpha {
        png::ColorType::Rgba
    } else {
        png::ColorType::Rgb
    });
    let data = if has_alpha {
        data.chunks(3)
            .flat_map(|dot| [dot[0], dot[1], dot[2], if dot == RED { 0 } else { 255 }])
            .collect()
    } else {
        data
    };
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&data).unwrap();
    writer.finish().unwrap();
    bytes
}

fn decoded_png(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut data).unwrap();
    data.truncate(frame.buffer_size());
    (frame.width, frame.height, data)
}

#[test]
fn a_drawing_stays_without_loss_and_can_be_seen_through() {
    let built = Handbook::new("--- content/a.md\n![Plan](plan.png)\n")
        .with("content/plan.png", png(640, 480, true))
        .build()
        .clean();
    assert_eq!(widths(&built), ["640.png"]);
    for (path, bytes) in pictures(&built.files) {
        assert_tells_nothing(path, bytes);
        let (width, height, data) = decoded_png(bytes);
        let channels = data.len() / (width * height) as usize;
        assert_eq!(channels, 4, "{path}");
        assert_eq!(data[3], 0, "{path}");
        let found = colours(width as usize, height as usize, 4, &data);
        assert_eq!(found[1..], [GREEN, BLUE, WHITE], "{path}");
    }
}

#[test]
fn a_drawing_with_many_bytes_has_smaller_sizes() {
    let mut number = 1u32;
    let dots = (0..1200 * 900 * 4u32).map(|place| {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if place % 4 == 3 {
            255 - (number >> 30) as u8
        } else {
            (number >> 26) as u8
        }
    });
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1200, 900);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&dots.collect::<Vec<u8>>()).unwrap();
    writer.finish().unwrap();
    let length = bytes.len();
    let built = Handbook::new("--- content/a.md\n![Plan](plan.png)\n")
        .with("content/plan.png", bytes)
        .build()
        .clean();
    assert_eq!(
        widths(&built),
        ["360.png", "700.png", "1080.png", "1200.png"]
    );
    let sizes: Vec<usize> = pictures(&built.files)
        .values()
        .map(|bytes| bytes.len())
        .collect();
    assert!(sizes.iter().all(|size| *size <= length), "{sizes:?}");
}

#[test]
fn a_wrong_ending_is_no_harm() {
    let built = Handbook::new("--- content/a.md\n![Markt](markt.png)\n")
        .with("content/markt.png", photo(800, 600, 1))
        .build()
        .clean();
    assert_eq!(widths(&built), ["360.jpg", "700.jpg", "800.jpg"]);
}

#[test]
fn grey_sixteen_bit_and_four_colours_come_out_right() {
    let mut deep = Vec::new();
    let mut encoder = png::Encoder::new(&mut deep, 400, 300);
    encoder.set_depth(png::BitDepth::Sixteen);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let dots = (0..400 * 300u32).flat_map(|n| {
        if n % 400 < 200 {
            [0x20, 0xff]
        } else {
            [0xe0, 0x00]
        }
    });
    writer.write_image_data(&dots.collect::<Vec<u8>>()).unwrap();
    writer.finish().unwrap();
    // Ink: as much of each as the colour is away from white.
    let ink = |[r, g, b]: [u8; 3]| [255 - r, 255 - g, 255 - b, 0];
    let data = quarters(400, 300, [RED, GREEN, BLUE, WHITE]);
    let data: Vec<u8> = data
        .chunks(3)
        .flat_map(|dot| ink(dot.try_into().unwrap()))
        .collect();
    let mut four = Vec::new();
    jpeg_encoder::Encoder::new(&mut four, 95)
        .encode(&data, 400, 300, jpeg_encoder::ColorType::Cmyk)
        .unwrap();
    let built = Handbook::new("--- content/a.md\n![Tiefe](tiefe.png) ![Druck](druck.jpg)\n")
        .with("content/tiefe.png", deep)
        .with("content/druck.jpg", four)
        .build()
        .clean();
    for (path, bytes) in pictures(&built.files) {
        if path.ends_with(".png") {
            let (width, height, data) = decoded_png(bytes);
            let channels = data.len() / (width * height) as usize;
            assert!(data[0].abs_diff(0x20) < 2 && data[data.len() - channels].abs_diff(0xe0) < 2);
        } else {
            let (_, _, quarters) = seen(bytes);
            assert_close(quarters, [RED, GREEN, BLUE, WHITE]);
        }
    }
}

/// A profile that says: what is called red is green, and the other way round.
fn profile() -> Vec<u8> {
    let xyz = |x: u32, y: u32, z: u32| {
        let numbers = [x, y, z].into_iter().flat_map(u32::to_be_bytes);
        b"XYZ \0\0\0\0"
            .iter()
            .copied()
            .chain(numbers)
            .collect::<Vec<u8>>()
    };
    // The colours of sRGB as seen in daylight, and its curve, nearly.
    let (red, green, blue) = (
        xyz(0x6fa2, 0x38f5, 0x0390),
        xyz(0x6299, 0xb785, 0x18da),
        xyz(0x24a0, 0x0f84, 0xb6cf),
    );
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0".to_vec();
    let tags: [(&[u8; 4], Vec<u8>); 7] = [
        (b"wtpt", xyz(0xf6d6, 0x1_0000, 0xd32d)),
        (b"rXYZ", green),
        (b"gXYZ", red),
        (b"bXYZ", blue),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = u32::try_from(tags.len()).unwrap().to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + tags.len() * 12;
    for (name, content) in &tags {
        table.extend_from_slice(*name);
        table.extend_from_slice(&u32::try_from(start + data.len()).unwrap().to_be_bytes());
        table.extend_from_slice(&u32::try_from(content.len()).unwrap().to_be_bytes());
        data.extend_from_slice(content);
    }
    let mut header = vec![0; 128];
    header[..4].copy_from_slice(&u32::try_from(start + data.len()).unwrap().to_be_bytes());
    header[8] = 2;
    header[12..24].copy_from_slice(b"mntrRGB XYZ ");
    header[36..40].copy_from_slice(b"acsp");
    [header, table, data].concat()
}

#[test]
fn colours_are_those_that_the_camera_meant() {
    let profile = [b"ICC_PROFILE\0\x01\x01".to_vec(), profile()].concat();
    let photo = jpeg(400, 300, [RED, GREEN, BLUE, WHITE], &[(0xe2, profile)]);
    let built = Handbook::new("--- content/a.md\n![Markt](markt.jpg)\n")
        .with("content/markt.jpg", photo)
        .build()
        .clean();
    for bytes in pictures(&built.files).values() {
        assert!(!bytes.windows(3).any(|window| window == b"ICC"));
        let (_, _, quarters) = seen(bytes);
        assert_close(quarters, [GREEN, RED, BLUE, WHITE]);
    }
}

/// A GIF of two pictures, or one.
fn gif(pictures: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = gif::Encoder::new(&mut bytes, 400, 300, &[]).unwrap();
    encoder.set_repeat(gif::Repeat::Infinite).unwrap();
    for _ in 0..pictures {
        let data = quarters(400, 300, [RED, GREEN, BLUE, WHITE]);
        encoder
            .write_frame(&gif::Frame::from_rgb(400, 300, &data))
            .unwrap();
    }
    drop(encoder);
    bytes
}

#[test]
fn what_moves_goes_on_moving() {
    let built = Handbook::new("--- content/a.md\n![Ablauf](ablauf.gif) ![Bild](still.gif)\n")
        .with("content/ablauf.gif", gif(2))
        .with("content/still.gif", gif(1))
        .build()
        .clean();
    assert_eq!(built.files["ablauf.gif"], gif(2));
    assert!(
        built
            .text("a/index.html")
            .contains("src=\"../ablauf.gif\" alt=\"Ablauf\" width=\"400\" height=\"300\"")
    );
    assert!(!built.files.contains_key("still.gif"));
    let stills: BTreeSet<&str> = pictures(&built.files).into_keys().collect();
    assert_eq!(stills.len(), 2, "{stills:?}");
}

/// Files that are no pictures, or none that one could show, by what is wrong with them.
fn bad_pictures() -> Vec<(&'static str, Vec<u8>)> {
    let whole = photo(800, 600, 1);
    let mut huge = png(16, 16, false);
    huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    // The sum behind the header, so that nothing but the size is wrong with it.
    let mut sum = flate2::Crc::new();
    sum.update(&huge[12..29]);
    huge[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    let mut wide = whole.clone();
    let frame = wide
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .unwrap();
    wide[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    let mut damaged = png(640, 480, false);
    let middle = damaged.len() / 2;
    damaged[middle..middle + 40].fill(0x55);
    vec![
        ("empty", Vec::new()),
        ("a text", b"Kein Bild".to_vec()),
        ("its beginning", whole[..300].to_vec()),
        ("its first half", whole[..whole.len() / 2].to_vec()),
        ("a bomb", huge),
        ("a wide bomb", wide),
        ("damaged", damaged),
        (
            "a GIF without pictures",
            b"GIF89a\x10\0\x10\0\0\0\0;".to_vec(),
        ),
        (
            "a WebP without pixels",
            b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff".to_vec(),
        ),
    ]
}

#[test]
fn a_bad_picture_is_found_and_keeps_the_site_from_being_published() {
    for (what, bytes) in bad_pictures() {
        let handbook = Handbook::new("--- content/a.md\n![Markt](markt.jpg)\n")
            .with("content/markt.jpg", bytes)
            .on_disk();
        let output = handbook.run(&["build", "--lang", "en"]);
        assert_eq!(output.code, Some(1), "{what}: {}", output.stderr);
        let found = output.findings();
        let is_found = ["broken-picture", "unreadable-picture", "picture-too-large"]
            .iter()
            .any(|code| found.contains(code));
        assert!(is_found, "{what}: {found}");
        assert!(!found.contains("panicked"), "{what}: {found}");
        assert!(!handbook.path("public").exists());
    }
}

#[test]
fn a_photo_that_the_decoder_would_misread_stays_as_it_is() {
    let data = quarters(800, 600, [RED, GREEN, BLUE, WHITE]);
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    // This writes each colour by itself.
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(&data, 800, 600, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    let built = Handbook::new("--- content/a.md\n![Markt](markt.jpg)\n")
        .with("content/markt.jpg", bytes.clone())
        .build()
        .clean();
    assert_eq!(built.files["markt.jpg"], bytes);
}

#[test]
fn a_bomb_is_told_from_a_photo() {
    let (_, huge) = bad_pictures().swap_remove(4);
    let built = Handbook::new("--- content/a.md\n![Karte](karte.png)\n")
        .with("content/karte.png", huge)
        .build();
    let shown = built.shown(Language::English);
    assert!(
        shown.contains("error[picture-too-large]: karte.png has 3600 million pixels"),
        "{shown}"
    );
}

#[test]
fn a_chapters_picture_stands_on_its_card_and_is_shared() {
    let front = "---\nimage: {file: markt.jpg, alt: Der Markt am Morgen, credit: \"Foto: A. Muster, CC BY 4.0\"}\n---\n";
    let built = Handbook::new(&format!(
        "--- handbook.yml\nurl: https://a.example/b/\nlanguages: [de, en]\n--- content/s/index.md\n# S\n--- content/s/a.md\n{front}Text\n--- content/s/a.en.md\nText\n--- content/s/b.md\n![Turm](turm.jpg \"Der Turm. Foto: B. Beispiel\")\n"
    ))
    .with("content/s/markt.jpg", photo(2400, 1600, 1))
    .with("content/s/turm.jpg", photo(400, 300, 1))
    .build();
    let section = built.text("s/index.html");
    let card = &section[section.find("card-image").expect("a card has the picture")..];
    assert!(
        card.contains("-360.jpg 360w, ../assets/pictures/markt-") && card.contains(" alt=\"\"")
    );
    let chapter = built.text("s/a/index.html");
    for part in [
        "property=\"og:image\" content=\"https://a.example/b/assets/pictures/markt-",
        "-1440.jpg\"",
        "property=\"og:image:alt\" content=\"Der Markt am Morgen\"",
    ] {
        assert!(chapter.contains(part), "{part} in {chapter}");
    }
    // A translation has the picture, but not what is said of it in another language.
    let translated = built.text("en/s/a/index.html");
    assert!(translated.contains("assets/pictures/markt-") && !translated.contains("Morgen"));
    assert!(built.text("s/b/index.html").contains("assets/preview.png"));

    let list = built.text("bildnachweise/index.html");
    for part in [
        "Foto: A. Muster, CC BY 4.0",
        "Der Turm. Foto: B. Beispiel",
        "alt=\"Turm\"",
        "../s/a/",
    ] {
        assert!(list.contains(part), "{part}");
    }
    assert!(chapter.contains("href=\"../../bildnachweise/\""));
}

#[test]
fn a_handbook_without_credits_has_no_page_for_them_and_its_own_comes_first() {
    let plain = Handbook::new("--- content/a.md\n![Turm](turm.jpg)\n")
        .with("content/turm.jpg", photo(400, 300, 1))
        .build();
    assert!(!plain.files.contains_key("bildnachweise/index.html"));
    let own = Handbook::new("--- content/bildnachweise.md\n# Bildnachweise\n\nEigene.\n\n![Turm](turm.jpg \"Foto: B.\")\n")
        .with("content/turm.jpg", photo(400, 300, 1))
        .build()
        .clean();
    assert!(own.text("bildnachweise/index.html").contains("Eigene."));
}

/// The beginning of a film: 65 seconds, 1280 pixels wide.
fn film() -> Vec<u8> {
    let part = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len() + 8).unwrap();
        [&length.to_be_bytes(), name, content].concat()
    };
    let header = [[0; 12].as_slice(), &[0, 0, 0, 1, 0, 0, 0, 65], &[0; 80]].concat();
    let track = [
        [0; 40].as_slice(),
        &[0, 1],
        &[0; 34],
        &[5, 0, 0, 0, 2, 0xd0, 0, 0],
    ]
    .concat();
    let index = [
        part(b"mvhd", &header),
        part(b"trak", &part(b"tkhd", &track)),
    ]
    .concat();
    [part(b"ftyp", b"isom"), part(b"moov", &index)].concat()
}

#[test]
fn a_film_has_what_lies_beside_it() {
    let built = Handbook::new(
        "--- handbook.yml\nlanguages: [de, en]\nseverity: {missing-legal-page: off}\n--- content/a.md\n![So läuft ein Treffen](treffen.mp4)\n--- content/treffen.md\n---\ntitle: Text zum Film\n---\nWorte\n--- content/treffen.vtt\nWEBVTT\n--- content/treffen.en.vtt\nWEBVTT\n",
    )
    .with("content/treffen.jpg", photo(800, 600, 1))
    .with("content/treffen.mp4", film())
    .review();
    let slugs = built.slugs();
    assert!(
        !slugs.contains(&"video-without-captions") && !slugs.contains(&"unused-file"),
        "{slugs:?}"
    );
    let page = built.text("a/index.html");
    for part in [
        "<video controls preload=\"none\" poster=\"../assets/pictures/treffen-",
        "\" width=\"1280\" height=\"720\" src=\"../treffen.mp4\" aria-label",
        "<span class=\"recording\">Länge 1:05, Größe 1 KB, <a href=\"../treffen/\">Text zum Lesen</a></span>",
        "<track kind=\"captions\" src=\"../treffen.vtt\" srclang=\"de\" label=\"Untertitel (de)\">",
        "<track kind=\"captions\" src=\"../treffen.en.vtt\" srclang=\"en\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(built.files.contains_key("treffen.vtt") && !built.files.contains_key("treffen.jpg"));
}
