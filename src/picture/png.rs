//! The chunks of a PNG file.

use std::ops::Range;

use super::probe::Head;
use crate::source::Kept;

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// From so many bytes a pixel on, an opaque picture in full colours is a photo rather than a drawing or a
/// picture of a screen, of which far less is left.
const PHOTO_BYTES: f64 = 0.8;

/// Smaller ones are icons, of which a photo's format would make little less.
const PHOTO_PIXELS: u64 = 200_000;

struct Chunk {
    name: [u8; 4],
    range: Range<usize>,
}

fn chunks(bytes: &[u8]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = SIGNATURE.len();
    while let Some(&[a, b, c, d, e, f, g, h]) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let Some(end) = at
            .checked_add(12 + length)
            .filter(|end| *end <= bytes.len())
        else {
            break;
        };
        chunks.push(Chunk {
            name: [e, f, g, h],
            range: at..end,
        });
        at = end;
        if chunks.last().is_some_and(|chunk| &chunk.name == b"IEND") {
            break;
        }
    }
    chunks
}

#[expect(clippy::cast_precision_loss, reason = "it is a rough measure")]
pub(super) fn head(bytes: &[u8]) -> Option<Head> {
    let chunks = chunks(bytes);
    let has = |name: &[u8; 4]| chunks.iter().any(|chunk| &chunk.name == name);
    if !has(b"IHDR") || chunks[0].name != *b"IHDR" {
        return None;
    }
    let header = bytes.get(16..26)?;
    let side = |at: usize| Some(u32::from_be_bytes(header[at..at + 4].try_into().ok()?));
    let (width, height) = (side(0)?, side(4)?);
    let (depth, colours) = (u64::from(header[8]), header[9]);
    let has_alpha = colours & 4 != 0 || has(b"tRNS");
    let channels = match colours {
        0 | 3 => 1,
        2 => 3,
        4 => 2,
        _ => 4,
    };
    let pixels = u64::from(width) * u64::from(height);
    let is_full = colours == 2 && !has_alpha;
    let is_dense = bytes.len() as f64 > pixels as f64 * PHOTO_BYTES;
    // What is decoded stands beside what is made of it, which has three bytes or four.
    let decoded = (channels * depth).div_ceil(8);
    Some(Head {
        width,
        height,
        kept: has(b"acTL").then_some(Kept::Animated),
        is_photo: is_full && is_dense && pixels > PHOTO_PIXELS,
        bytes_per_pixel: decoded + if has_alpha { 4 } else { 3 },
        is_whole: has(b"IDAT") && has(b"IEND"),
    })
}

/// The file with the chunks that its pixels and colours, their size and their movement need.
pub(super) fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    const NEEDED: [&[u8; 4]; 15] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
        b"sBIT", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    ];
    let mut clean = SIGNATURE.to_vec();
    let chunks = chunks(bytes);
    for chunk in chunks.iter().filter(|chunk| NEEDED.contains(&&chunk.name)) {
        clean.extend_from_slice(&bytes[chunk.range.clone()]);
    }
    clean
}
