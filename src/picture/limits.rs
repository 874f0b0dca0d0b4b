//! How much memory a picture may take: a file of some kilobytes may claim to be as large as a town.

use crate::source::Raster;

/// As many bytes as the pixels of a picture may take.
const MAX: u64 = 400 << 20;

/// Whether the picture isn't decoded: nobody means to publish it.
pub fn is_too_large(raster: &Raster) -> bool {
    pixels(raster) > MAX
}

/// How many bytes it takes to decode a picture and make it smaller: it is there once as it is
/// decoded, and once in the first of the smaller sizes.
pub fn bytes_to_decode(raster: &Raster) -> u64 {
    const SMALLER: u64 = 32 << 20;
    pixels(raster) + SMALLER
}

fn pixels(raster: &Raster) -> u64 {
    raster
        .stored
        .pixels()
        .saturating_mul(raster.bytes_per_pixel)
}
