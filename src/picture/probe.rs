//! What the bytes of a file say of the picture in it, without its pixels.

use std::io::Cursor;

use exif::{In, Reader, Tag};

use super::{jpeg, png, riff};
use crate::source::{ContentHash, Dimensions, Kept, Orientation, Raster, RasterFormat};

/// What is known of a file with a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// The picture.
    pub raster: Raster,
    /// Whether the file goes on to its end.
    pub is_whole: bool,
}

/// What a format's own reader finds.
pub(super) struct Head {
    pub width: u32,
    pub height: u32,
    pub kept: Option<Kept>,
    pub is_photo: bool,
    pub bytes_per_pixel: u64,
    pub is_whole: bool,
}

/// Reads what the file says, by its first bytes rather than its name. `None` for anything but a picture in
/// one of the formats that are read.
pub fn probe(bytes: &[u8], hash: ContentHash) -> Option<Probe> {
    let format = format(bytes)?;
    let head = match format {
        RasterFormat::Jpeg => jpeg::head(bytes)?,
        RasterFormat::Png => png::head(bytes)?,
        RasterFormat::Gif => gif(bytes)?,
        RasterFormat::WebP => riff::head(bytes)?,
    };
    let raster = Raster {
        format,
        stored: Dimensions::new(head.width, head.height)?,
        orientation: orientation(bytes),
        kept: head.kept,
        is_photo: head.is_photo,
        bytes_per_pixel: head.bytes_per_pixel,
        length: bytes.len() as u64,
        hash,
    };
    Some(Probe {
        raster,
        is_whole: head.is_whole,
    })
}

fn format(bytes: &[u8]) -> Option<RasterFormat> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(RasterFormat::Jpeg)
    } else if bytes.starts_with(png::SIGNATURE) {
        Some(RasterFormat::Png)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some(RasterFormat::Gif)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(RasterFormat::WebP)
    } else {
        None
    }
}

/// How the camera was held. GIF has no place for that.
fn orientation(bytes: &[u8]) -> Orientation {
    let notes = Reader::new().read_from_container(&mut Cursor::new(bytes));
    let number = notes.ok().and_then(|notes| {
        let field = notes.get_field(Tag::Orientation, In::PRIMARY)?;
        field.value.get_uint(0)
    });
    number.map_or(Orientation::UPRIGHT, Orientation::new)
}

/// A GIF: its blocks are walked to its end, for a second picture makes it a film.
fn gif(bytes: &[u8]) -> Option<Head> {
    const TRAILER: u8 = 0x3b;
    const IMAGE: u8 = 0x2c;
    const EXTENSION: u8 = 0x21;
    let side = |at: usize| {
        Some(u32::from(u16::from_le_bytes([
            *bytes.get(at)?,
            *bytes.get(at + 1)?,
        ])))
    };
    let table = |flags: u8| {
        if flags & 0x80 == 0 {
            0
        } else {
            3 << ((flags & 7) + 1)
        }
    };
    let (width, height) = (side(6)?, side(8)?);
    let mut at = 13 + table(*bytes.get(10)?);
    let mut pictures = 0;
    let mut is_whole = false;
    while let Some(block) = bytes.get(at) {
        at += match *block {
            TRAILER => {
                is_whole = true;
                break;
            }
            IMAGE => {
                pictures += 1;
                let Some(flags) = bytes.get(at + 9) else {
                    break;
                };
                11 + table(*flags)
            }
            EXTENSION => 2,
            _ => break,
        };
        // Pieces of data, each behind its length, up to one without any.
        while let Some(length) = bytes.get(at) {
            at += 1 + usize::from(*length);
            if *length == 0 {
                break;
            }
        }
    }
    Some(Head {
        width,
        height,
        kept: (pictures > 1).then_some(Kept::Animated),
        is_photo: false,
        bytes_per_pixel: 4,
        is_whole: is_whole && pictures > 0,
    })
}
