//! What a picture's file says of it: how large it is shown and how it is stored, whether it is whole,
//! where it was taken; of a drawing, what is published of it; and of a film, how long it is.

use std::fs::{self, File};
use std::io::{BufReader, Cursor};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::picture::{DRAWING_MAX, drawing, probe};
use crate::recording::recording;
use crate::source::{ContentHash, HandbookPath, Media, Picture, Recording};

/// Endings of files whose pixels this program reads, whichever of these formats they are in.
const RASTERS: [&str; 6] = ["png", "jpg", "jpeg", "jfif", "gif", "webp"];

/// Endings of other pictures that may say where they were taken.
const OTHER_PHOTOS: [&str; 4] = ["tif", "tiff", "heic", "avif"];

/// The largest file that is read as a picture, in bytes.
const MAX: u64 = 256 << 20;

/// What is known of a file that is published.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// The picture in it.
    pub picture: Option<Picture>,
    /// The film or the sound in it.
    pub recording: Option<Recording>,
    /// Whether it is called like a picture and shows nothing, or only a part.
    pub is_broken: bool,
    /// Whether it says where it was taken.
    pub has_position: bool,
}

/// Looks at the file at `path`, which is `len` bytes long and lies at `file`.
pub(super) fn look(file: &Path, path: &HandbookPath, len: u64) -> Look {
    let ending = path.extension().to_ascii_lowercase();
    let is = |endings: &[&str]| endings.contains(&ending.as_str());
    if len == 0 && Media::of(path.name()) == Some(Media::Picture) {
        return Look {
            is_broken: true,
            ..Look::default()
        };
    }
    if ending == "svg" {
        return drawn(file, len);
    }
    if is(&RASTERS) {
        return raster(file, len);
    }
    if let Some(Media::Film | Media::Sound) = Media::of(path.name()) {
        let opened = File::open(file).ok();
        return Look {
            recording: opened.map(|mut file| recording(&mut file, len)),
            ..Look::default()
        };
    }
    let opened = is(&OTHER_PHOTOS).then(|| File::open(file).ok()).flatten();
    Look {
        has_position: opened.is_some_and(|file| has_position(&mut BufReader::new(file))),
        ..Look::default()
    }
}

fn raster(file: &Path, len: u64) -> Look {
    let bytes = if len <= MAX {
        fs::read(file).ok()
    } else {
        None
    };
    let probed = bytes.as_ref().and_then(|bytes| {
        let hash = ContentHash(Sha256::digest(bytes).into());
        probe(bytes, hash)
    });
    let has_position = bytes.is_some_and(|bytes| has_position(&mut Cursor::new(bytes)));
    let Some(probed) = probed else {
        return Look {
            is_broken: true,
            has_position,
            ..Look::default()
        };
    };
    let raster = probed.raster;
    Look {
        is_broken: !probed.is_whole,
        has_position,
        picture: Some(Picture {
            dimensions: raster.stored.turned(raster.orientation),
            raster: probed.is_whole.then_some(raster),
            drawing: None,
        }),
        recording: None,
    }
}

fn drawn(file: &Path, len: u64) -> Look {
    let bytes = if len <= DRAWING_MAX {
        fs::read(file).ok()
    } else {
        None
    };
    let read = bytes.and_then(|bytes| drawing(bytes).ok());
    Look {
        is_broken: read.is_none(),
        picture: read.map(|(dimensions, drawing)| Picture {
            dimensions,
            raster: None,
            drawing: Some(drawing.into()),
        }),
        ..Look::default()
    }
}

/// Whether a photo says where it was taken.
fn has_position(photo: &mut (impl std::io::BufRead + std::io::Seek)) -> bool {
    let notes = exif::Reader::new().read_from_container(photo);
    notes.is_ok_and(|notes| {
        let latitude = notes.get_field(exif::Tag::GPSLatitude, exif::In::PRIMARY);
        latitude.is_some()
    })
}
