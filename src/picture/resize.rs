//! Pictures made smaller.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{InnerPixel, U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};

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
        let mut data = resized::<U8x4>(&pixels, size)?;
        unweigh(&mut data);
        data
    } else {
        resized::<U8x3>(&pixels, size)?
    };
    Ok(Pixels {
        width: size.width,
        height: size.height,
        has_alpha: pixels.has_alpha,
        data,
    })
}

/// For a type of pixel that is known here: the library's own choice between all would make the program
/// three megabytes larger.
fn resized<P: PixelTrait + InnerPixel>(
    pixels: &Pixels,
    size: Dimensions,
) -> Result<Vec<u8>, Problem> {
    let problem = |error: String| Problem::Unreadable(error);
    let from = TypedImageRef::<P>::from_buffer(pixels.width, pixels.height, &pixels.data)
        .map_err(|error| problem(error.to_string()))?;
    let mut data = vec![0; size.width as usize * size.height as usize * pixels.channels()];
    let mut to = TypedImage::<P>::from_buffer(size.width, size.height, &mut data)
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
