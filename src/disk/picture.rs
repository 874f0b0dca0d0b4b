//! What a picture's file says of it: its dimensions, and where it was taken. Only its head is read.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use crate::source::{Dimensions, svg_dimensions};

/// How much of an SVG file is read: its first tag stands there.
const SVG_HEAD: u64 = 4096;

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
