//! Pictures: from the bytes of a photo to those that are published. Nothing here reads or writes a file.
//!
//! 1. [`probe()`] tells from a file's bytes what it holds, without looking at its pixels.
//! 2. [`widths`] says in which sizes a picture is published that stands in these [`Places`], and
//!    [`Encoding::of`] in which format.
//! 3. [`make`] decodes a picture once and gives the bytes for all [`Recipe`]s that are asked for: made
//!    smaller, turned as the camera was held, in sRGB, and with nothing in it but its pixels.
//! 4. A copy of a whole picture goes through [`without_metadata`], which leaves its pixels as they are.
//!
//! 5. A drawing has no pixels: [`drawing()`] gives the text that is published of it.
//!
//! What comes of a recipe depends on the bytes and the recipe alone, never on what else is asked for.

mod colour;
mod decode;
mod drawing;
mod encode;
mod jpeg;
mod limits;
mod metadata;
mod palette;
mod png;
mod probe;
mod resize;
mod riff;
mod turn;

use crate::source::{Dimensions, Raster, RasterFormat};

pub use drawing::{DRAWING_MAX, drawing};
pub use encode::Encoding;
pub use limits::{bytes_to_decode, is_too_large};
pub use metadata::without_metadata;
pub use probe::{Probe, probe};

/// What is made differently raises it: results of other versions are no longer used.
pub const VERSION: u32 = 1;

/// The widths of pictures in running text, in pixels. The text is up to 688 CSS pixels wide, and on a
/// phone of 360 there are 328 left of it; screens have one to three pixels for each.
const TEXT: [u32; 5] = [360, 700, 1080, 1440, 2160];

/// Those of pictures on cards, which are up to 350 CSS pixels wide.
const CARD: [u32; 2] = [360, 700];

/// That of a picture that other sites show with a link.
const SHARED: u32 = 1440;

/// The width from which pictures are made smaller: larger ones are brought to it first.
const BASE: u32 = 2160;

/// Where a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    /// In a text.
    pub text: bool,
    /// On a card, at the head of a chapter, and with links from other sites.
    pub chapter: bool,
}

impl Places {
    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            text: self.text || other.text,
            chapter: self.chapter || other.chapter,
        }
    }
}

/// A drawing whose file has so few bytes is published in one size: smaller ones, whose lines are blurred,
/// would have more.
const SMALL: u64 = 100_000;

/// The widths in which a picture is published, rising: none is larger than it is itself.
pub fn widths(raster: &Raster, places: Places) -> Vec<u32> {
    let width = raster.stored.turned(raster.orientation).width;
    if !raster.is_photo && raster.length <= SMALL {
        return vec![width.min(BASE)];
    }
    let mut wanted = Vec::new();
    if places.text {
        wanted.extend(TEXT);
    }
    if places.chapter {
        wanted.extend(CARD);
        wanted.push(SHARED);
    }
    for wanted in &mut wanted {
        *wanted = width.min(*wanted);
    }
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

/// What is to be made of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipe {
    /// The picture as it is, upright and without anything that isn't its pixels.
    Whole,
    /// As large as that, as it is shown.
    Scaled {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// The format.
        encoding: Encoding,
    },
}

impl Recipe {
    /// A text that tells it from all others.
    pub fn name(self) -> String {
        match self {
            Self::Whole => "whole".to_owned(),
            Self::Scaled {
                width,
                height,
                encoding,
            } => format!("{width}x{height}.{}", encoding.extension()),
        }
    }
}

/// Why nothing can be made of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It would take too much memory.
    TooLarge,
    /// It can't be read: what the decoder says.
    Unreadable(String),
}

/// Makes what `recipes` say of the picture in `bytes`, of which `raster` is known.
///
/// # Errors
/// It can't be read, or is too large.
pub fn make(bytes: &[u8], raster: &Raster, recipes: &[Recipe]) -> Result<Vec<Vec<u8>>, Problem> {
    let mut base = None;
    let mut made = Vec::new();
    for recipe in recipes {
        made.push(match recipe {
            Recipe::Whole => whole(bytes, raster)?,
            Recipe::Scaled {
                width,
                height,
                encoding,
            } => {
                let base = match &mut base {
                    Some(base) => base,
                    empty => empty.insert(Base::read(bytes, raster)?),
                };
                let size = Dimensions {
                    width: *width,
                    height: *height,
                };
                scaled(bytes, raster, base, size, *encoding)?
            }
        });
    }
    Ok(made)
}

/// A picture that was brought to a size from which all others are made.
struct Base {
    pixels: decode::Pixels,
    /// Whether its file could be published as it is.
    is_plain: bool,
}

impl Base {
    fn read(bytes: &[u8], raster: &Raster) -> Result<Self, Problem> {
        let decode::Decoded { pixels, profile } = decode::decode(bytes, raster)?;
        // On its side it is as wide as it is shown high.
        let shown = raster.stored.turned(raster.orientation);
        let size = shown.scaled_to(BASE.min(shown.width));
        let mut pixels = resize::to(pixels, size.turned(raster.orientation))?;
        let converted = profile.is_some_and(|profile| colour::to_srgb(&mut pixels, &profile));
        let turned = raster.orientation.number() != 1;
        Ok(Self {
            pixels: turn::upright(pixels, raster.orientation),
            is_plain: !converted && !turned,
        })
    }
}

fn scaled(
    bytes: &[u8],
    raster: &Raster,
    base: &Base,
    size: Dimensions,
    encoding: Encoding,
) -> Result<Vec<u8>, Problem> {
    let pixels = resize::to(base.pixels.clone(), size)?;
    let encoded = encode::encode(&pixels, encoding)?;
    // A small file may well be smaller than what comes of making its picture smaller.
    if base.is_plain && encoding.is_of(raster.format) && bytes.len() <= encoded.len() {
        return Ok(without_metadata(bytes, raster.format));
    }
    Ok(encoded)
}

/// The picture in its own size. Only one that lies on its side is made anew.
fn whole(bytes: &[u8], raster: &Raster) -> Result<Vec<u8>, Problem> {
    if raster.orientation.number() == 1 {
        return Ok(without_metadata(bytes, raster.format));
    }
    if raster.kept.is_some() {
        return Err(Problem::Unreadable("it would have to be turned".to_owned()));
    }
    let decode::Decoded {
        mut pixels,
        profile,
    } = decode::decode(bytes, raster)?;
    if let Some(profile) = profile {
        colour::to_srgb(&mut pixels, &profile);
    }
    let pixels = turn::upright(pixels, raster.orientation);
    let encoding = match raster.format {
        RasterFormat::Jpeg => Encoding::FineJpeg,
        RasterFormat::Png | RasterFormat::Gif => Encoding::Png,
        RasterFormat::WebP => Encoding::WebP,
    };
    encode::encode(&pixels, encoding)
}
