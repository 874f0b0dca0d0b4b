//! Pixels to files with nothing in them but the pixels.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::Problem;
use super::decode::Pixels;
use crate::source::{Raster, RasterFormat};

/// How much of a photo is kept, of 100: so much that the eye misses nothing at its size.
const QUALITY: u8 = 75;

/// The same for one in its own size, which is to be looked at closely.
const FINE_QUALITY: u8 = 90;

/// A format in which pictures are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// For photos.
    Jpeg,
    /// For photos in their own size.
    FineJpeg,
    /// For drawings and pictures of screens.
    Png,
    /// The same without loss in fewer bytes.
    WebP,
}

impl Encoding {
    /// The format in which the smaller sizes of a picture are published.
    pub fn of(raster: &Raster) -> Self {
        match raster.format {
            _ if raster.is_photo => Self::Jpeg,
            RasterFormat::WebP => Self::WebP,
            _ => Self::Png,
        }
    }

    /// The ending of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg | Self::FineJpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }

    /// Whether files of that format are in it.
    pub(super) fn is_of(self, format: RasterFormat) -> bool {
        matches!(
            (self, format),
            (Self::Jpeg | Self::FineJpeg, RasterFormat::Jpeg)
                | (Self::Png, RasterFormat::Png)
                | (Self::WebP, RasterFormat::WebP)
        )
    }
}

pub(super) fn encode(pixels: &Pixels, encoding: Encoding) -> Result<Vec<u8>, Problem> {
    match encoding {
        Encoding::Jpeg => jpeg(pixels, QUALITY),
        Encoding::FineJpeg => jpeg(pixels, FINE_QUALITY),
        Encoding::Png => png(pixels),
        Encoding::WebP => webp(pixels),
    }
}

fn problem(error: impl std::fmt::Display) -> Problem {
    Problem::Unreadable(error.to_string())
}

fn jpeg(pixels: &Pixels, quality: u8) -> Result<Vec<u8>, Problem> {
    let side = |side: u32| u16::try_from(side).map_err(|_| Problem::TooLarge);
    let (width, height) = (side(pixels.width)?, side(pixels.height)?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let colours = if pixels.has_alpha {
        ColorType::Rgba
    } else {
        ColorType::Rgb
    };
    encoder
        .encode(&pixels.data, width, height, colours)
        .map_err(problem)?;
    Ok(bytes)
}

fn png(pixels: &Pixels) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_compression(::png::Compression::High);
    let indexed = super::palette::indexed(pixels);
    let data = match &indexed {
        Some(indexed) => {
            encoder.set_color(::png::ColorType::Indexed);
            encoder.set_palette(indexed.colours.as_slice());
            if !indexed.alpha.is_empty() {
                encoder.set_trns(indexed.alpha.as_slice());
            }
            encoder.set_filter(::png::Filter::NoFilter);
            &indexed.data
        }
        None => {
            encoder.set_color(if pixels.has_alpha {
                ::png::ColorType::Rgba
            } else {
                ::png::ColorType::Rgb
            });
            &pixels.data
        }
    };
    let mut writer = encoder.write_header().map_err(problem)?;
    writer.write_image_data(data).map_err(problem)?;
    writer.finish().map_err(problem)?;
    Ok(bytes)
}

fn webp(pixels: &Pixels) -> Result<Vec<u8>, Problem> {
    let colours = if pixels.has_alpha {
        image_webp::ColorType::Rgba8
    } else {
        image_webp::ColorType::Rgb8
    };
    let mut bytes = Vec::new();
    image_webp::WebPEncoder::new(&mut bytes)
        .encode(&pixels.data, pixels.width, pixels.height, colours)
        .map_err(problem)?;
    Ok(bytes)
}
