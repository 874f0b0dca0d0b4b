//! What a picture's file says of it: its dimensions, where it was taken, and what it would load. Of all
//! but the last only its head is read.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;

use crate::check::loads_from_elsewhere;
use crate::source::{Dimensions, HandbookPath, Media, Source, svg_dimensions};

/// How much of an SVG file is read: its first tag stands there.
const SVG_HEAD: u64 = 4096;

/// Whether a picture at `path` that is `len` bytes long shows nothing if it has no dimensions.
pub(super) fn must_have_dimensions(path: &HandbookPath, len: u64) -> bool {
    let measured = ["png", "jpg", "jpeg", "gif", "webp"];
    let is_picture = Media::of(path.name()) == Some(Media::Picture);
    is_picture && (len == 0 || measured.iter().any(|ending| path.has_extension(ending)))
}

/// The dimensions of the picture in `file`; `None` for anything else, and for a broken one.
pub(super) fn dimensions(file: &Path) -> Option<Dimensions> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "svg" => {
            let mut head = Vec::new();
            File::open(file)
                .ok()?
                .take(SVG_HEAD)
                .read_to_end(&mut head)
                .ok()?;
            svg_dimensions(&String::from_utf8_lossy(&head))
        }
        "png" | "jpg" | "jpeg" | "gif" | "webp" => {
            let size = imagesize::reader_size(BufReader::new(File::open(file).ok()?)).ok()?;
            Dimensions::new(size.width.try_into().ok()?, size.height.try_into().ok()?)
        }
        _ => None,
    }
}

/// The text of the drawing in `file`, if it would load something from another host.
pub(super) fn loading_drawing(file: &Path, path: &HandbookPath) -> Option<Source> {
    let is_drawing = path.extension().eq_ignore_ascii_case("svg");
    let bytes = is_drawing.then(|| fs::read(file).ok())??;
    let source = Source::new(path.clone(), bytes);
    loads_from_elsewhere(&source).then_some(source)
}

/// Whether the photo in `file` says where it was taken.
pub(super) fn has_position(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    if !["jpg", "jpeg", "png", "webp", "tif", "tiff", "heic", "avif"].contains(&ending.as_str()) {
        return false;
    }
    let Ok(file) = File::open(file) else {
        return false;
    };
    let notes = exif::Reader::new().read_from_container(&mut BufReader::new(file));
    notes.is_ok_and(|notes| {
        let latitude = notes.get_field(exif::Tag::GPSLatitude, exif::In::PRIMARY);
        latitude.is_some()
    })
}
