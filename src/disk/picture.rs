//! The dimensions of a picture's file, of which only the beginning is read.

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
