//! Files to pixels: eight bits each of red, green and blue, and of how much is seen of what is behind.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{Problem, is_too_large};
use crate::source::{Raster, RasterFormat};

/// A picture.
#[derive(Clone)]
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub has_alpha: bool,
    /// Row by row, three bytes a pixel, or four.
    pub data: Vec<u8>,
}

impl Pixels {
    /// Bytes a pixel.
    pub fn channels(&self) -> usize {
        if self.has_alpha { 4 } else { 3 }
    }
}

/// What a file holds.
pub(super) struct Decoded {
    pub pixels: Pixels,
    /// The ICC profile that says what its colours mean.
    pub profile: Option<Vec<u8>>,
}

/// Decodes the picture, or the first one of several.
pub(super) fn decode(bytes: &[u8], raster: &Raster) -> Result<Decoded, Problem> {
    if is_too_large(raster) {
        return Err(Problem::TooLarge);
    }
    let decoded = match raster.format {
        RasterFormat::Jpeg => jpeg(bytes)?,
        RasterFormat::Png => png(bytes)?,
        RasterFormat::Gif => gif(bytes)?,
        RasterFormat::WebP => webp(bytes)?,
    };
    let Pixels { width, height, .. } = decoded.pixels;
    if (width, height) != (raster.stored.width, raster.stored.height) {
        return Err(Problem::Unreadable(format!("{width} x {height}")));
    }
    Ok(Decoded {
        pixels: opaque_if_it_is(decoded.pixels),
        ..decoded
    })
}

fn unreadable(error: impl std::fmt::Display) -> Problem {
    Problem::Unreadable(error.to_string())
}

fn jpeg(bytes: &[u8]) -> Result<Decoded, Problem> {
    const SIDE_MAX: usize = 65_535;
    let options = DecoderOptions::default()
        .set_max_width(SIDE_MAX)
        .set_max_height(SIDE_MAX)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(Cursor::new(bytes), options);
    let data = decoder.decode().map_err(unreadable)?;
    let info = decoder.info();
    let info = info.ok_or_else(|| Problem::Unreadable(String::new()))?;
    Ok(Decoded {
        pixels: Pixels {
            width: info.width.into(),
            height: info.height.into(),
            has_alpha: false,
            data,
        },
        profile: decoder.icc_profile(),
    })
}

fn png(bytes: &[u8]) -> Result<Decoded, Problem> {
    let mut decoder = ::png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(::png::Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    let mut reader = decoder.read_info().map_err(unreadable)?;
    let size = reader.output_buffer_size().ok_or(Problem::TooLarge)?;
    let mut data = vec![0; size];
    let frame = reader.next_frame(&mut data).map_err(unreadable)?;
    data.truncate(frame.buffer_size());
    let info = reader.info();
    let profile = info.icc_profile.as_ref().map(|profile| profile.to_vec());
    let (data, has_alpha) = match frame.color_type {
        ::png::ColorType::Rgb => (data, false),
        ::png::ColorType::Rgba => (data, true),
        ::png::ColorType::GrayscaleAlpha => {
            let pixels = data.chunks_exact(2);
            (
                pixels.flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
                true,
            )
        }
        _ => (data.iter().flat_map(|grey| [*grey; 3]).collect(), false),
    };
    Ok(Decoded {
        pixels: Pixels {
            width: frame.width,
            height: frame.height,
            has_alpha,
            data,
        },
        profile,
    })
}

/// The first picture, on the ground that all of them share.
fn gif(bytes: &[u8]) -> Result<Decoded, Problem> {
    let mut options = ::gif::DecodeOptions::new();
    options.set_color_output(::gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(Cursor::new(bytes)).map_err(unreadable)?;
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let mut data = vec![0; width * height * 4];
    let frame = decoder.read_next_frame().map_err(unreadable)?;
    let frame = frame.ok_or_else(|| Problem::Unreadable(String::new()))?;
    let (left, top) = (usize::from(frame.left), usize::from(frame.top));
    let row = usize::from(frame.width) * 4;
    let seen = usize::from(frame.width).min(width.saturating_sub(left)) * 4;
    let rows = frame
        .buffer
        .chunks_exact(row.max(1))
        .take(height.saturating_sub(top));
    for (y, from) in rows.enumerate() {
        let at = ((top + y) * width + left) * 4;
        data[at..at + seen].copy_from_slice(&from[..seen]);
    }
    Ok(Decoded {
        pixels: Pixels {
            width: u32::from(decoder.width()),
            height: u32::from(decoder.height()),
            has_alpha: true,
            data,
        },
        profile: None,
    })
}

fn webp(bytes: &[u8]) -> Result<Decoded, Problem> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let size = decoder.output_buffer_size().ok_or(Problem::TooLarge)?;
    let mut data = vec![0; size];
    decoder.read_image(&mut data).map_err(unreadable)?;
    Ok(Decoded {
        pixels: Pixels {
            width,
            height,
            has_alpha: decoder.has_alpha(),
            data,
        },
        profile: decoder.icc_profile().ok().flatten(),
    })
}

/// Many a program writes for every pixel that nothing is seen through it.
fn opaque_if_it_is(pixels: Pixels) -> Pixels {
    let is_opaque = || pixels.data.chunks_exact(4).all(|pixel| pixel[3] == u8::MAX);
    if !pixels.has_alpha || !is_opaque() {
        return pixels;
    }
    let data = pixels
        .data
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    Pixels {
        has_alpha: false,
        data: data.collect(),
        ..pixels
    }
}
