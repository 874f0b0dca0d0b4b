//! What a picture's file says of it: how large it is shown and how it is stored, whether it is whole,
//! where it was taken, and what it would load.

use std::fs::{self, File};
use std::io::{BufReader, Cursor, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::check::loads_from_elsewhere;
use crate::picture::probe;
use crate::source::{ContentHash, HandbookPath, Media, Picture, Source, svg_dimensions};

/// How much of an SVG file is read: its first tag stands there.
const SVG_HEAD: u64 = 4096;

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
    /// Whether it is called like a picture and shows nothing, or only a part.
    pub is_broken: bool,
    /// Whether it says where it was taken.
    pub has_position: bool,
    /// The text of a drawing that would load something from another host.
    pub loading: Option<Source>,
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
        return drawing(file, path);
    }
    if is(&RASTERS) {
        return raster(file, len);
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
        }),
        loading: None,
    }
}

fn drawing(file: &Path, path: &HandbookPath) -> Look {
    let head = || {
        let mut head = Vec::new();
        let file = File::open(file).ok()?;
        file.take(SVG_HEAD).read_to_end(&mut head).ok()?;
        svg_dimensions(&String::from_utf8_lossy(&head))
    };
    let source = fs::read(file).ok();
    let source = source.map(|bytes| Source::new(path.clone(), bytes));
    Look {
        picture: head().map(|dimensions| Picture {
            dimensions,
            raster: None,
        }),
        loading: source.filter(loads_from_elsewhere),
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
