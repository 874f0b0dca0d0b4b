//! Pictures made smaller.
//!
//! All have four channels while they are: for a second type of pixel the library would have its loops, and the
//! program nearly a megabyte, once more.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x4;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

use super::Problem;
use super::decode::Pixels;
use crate::source::Dimensions;

/// The picture in another size. What is nothing but transparent has no colour that could show.
pub(super) fn to(mut pixels: Pixels, size: Dimensions) -> Result<Pixels, Problem> {
    if (pixels.width, pixels.height) == (size.width, size.height) {
        return Ok(pixels);
    }
    let data = if pixels.has_alpha {
        weigh(&mut pixels.data);
        let mut data = resized(&pixels, size)?;
        unweigh(&mut data);
        data
    } else {
        pixels.data = opaque(&pixels.data);
        without_alpha(resized(&pixels, size)?)
    };
    Ok(Pixels {
        width: size.width,
        height: size.height,
        has_alpha: pixels.has_alpha,
        data,
    })
}

/// The type of pixel is known here: the library's own choice between all would make the program three megabytes
/// larger.
fn resized(pixels: &Pixels, size: Dimensions) -> Result<Vec<u8>, Problem> {
    let problem = |error: String| Problem::Unreadable(error);
    let from = TypedImageRef::<U8x4>::from_buffer(pixels.width, pixels.height, &pixels.data)
        .map_err(|error| problem(error.to_string()))?;
    let mut data = vec![0; size.width as usize * size.height as usize * 4];
    let mut to = TypedImage::<U8x4>::from_buffer(size.width, size.height, &mut data)
        .map_err(|error| problem(error.to_string()))?;
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(false);
    Resizer::new()
        .resize_typed(&from, &mut to, &options)
        .map_err(|error| problem(error.to_string()))?;
    drop(to);
    Ok(data)
}

/// Colours, each with an alpha behind it.
fn opaque(colours: &[u8]) -> Vec<u8> {
    let mut data = vec![u8::MAX; colours.len() / 3 * 4];
    for (pixel, colour) in data.chunks_exact_mut(4).zip(colours.chunks_exact(3)) {
        pixel[..3].copy_from_slice(colour);
    }
    data
}

/// The colours alone.
fn without_alpha(mut data: Vec<u8>) -> Vec<u8> {
    let pixels = data.len() / 4;
    for pixel in 1..pixels {
        data.copy_within(pixel * 4..pixel * 4 + 3, pixel * 3);
    }
    data.truncate(pixels * 3);
    data
}

/// Counts the colour of each pixel for as much as is seen of it.
fn weigh(data: &mut [u8]) {
    for pixel in data.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for colour in &mut pixel[..3] {
            *colour = part(u32::from(*colour) * alpha + 127, 255);
        }
    }
}

fn unweigh(data: &mut [u8]) {
    for pixel in data.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for colour in &mut pixel[..3] {
            *colour = match alpha {
                0 => 0,
                alpha => part(u32::from(*colour) * 255 + alpha / 2, alpha),
            };
        }
    }
}

fn part(number: u32, of: u32) -> u8 {
    u8::try_from(number / of).unwrap_or(u8::MAX)
}
