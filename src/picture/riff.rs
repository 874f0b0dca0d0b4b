//! The chunks of a WebP file.

use std::ops::Range;

use super::probe::Head;
use crate::source::Kept;

const HEADER: usize = 12;

/// What the extended header says the file has.
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
const ANIMATION: u8 = 0x02;

/// The bits of a side's length.
const SIDE: u32 = 0x3fff;

struct Chunk {
    name: [u8; 4],
    range: Range<usize>,
    data: Range<usize>,
}

fn chunks(bytes: &[u8]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut at = HEADER;
    while let Some(&[a, b, c, d, e, f, g, h]) = bytes.get(at..at + 8) {
        let length = u32::from_le_bytes([e, f, g, h]) as usize;
        let data = at + 8..at.saturating_add(8 + length).min(bytes.len());
        // A chunk of odd length is filled up.
        let end = (data.end + length % 2).min(bytes.len());
        chunks.push(Chunk {
            name: [a, b, c, d],
            range: at..end,
            data,
        });
        at = end;
    }
    chunks
}

pub(super) fn head(bytes: &[u8]) -> Option<Head> {
    let first = chunks(bytes).into_iter().next()?;
    let data = &bytes[first.data];
    let claimed = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let le = |at: usize, count: usize| -> Option<u32> {
        let bytes = data.get(at..at + count)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0, |number, byte| number << 8 | u32::from(*byte)),
        )
    };
    let (width, height, flags, has_alpha, is_lossy) = match &first.name {
        b"VP8X" => {
            let flags = *data.first()?;
            let lossy = chunks(bytes).iter().any(|chunk| &chunk.name == b"VP8 ");
            (
                le(4, 3)? + 1,
                le(7, 3)? + 1,
                flags,
                flags & ALPHA != 0,
                lossy,
            )
        }
        b"VP8L" => {
            let bits = le(1, 4)?;
            let alpha = bits >> 28 & 1 == 1;
            ((bits & SIDE) + 1, (bits >> 14 & SIDE) + 1, 0, alpha, false)
        }
        b"VP8 " => (le(6, 2)? & SIDE, le(8, 2)? & SIDE, 0, false, true),
        _ => return None,
    };
    Some(Head {
        width,
        height,
        kept: (flags & ANIMATION != 0).then_some(Kept::Animated),
        is_photo: is_lossy && !has_alpha,
        bytes_per_pixel: 8,
        is_whole: claimed + 8 <= bytes.len() + 1,
    })
}

/// The file without what other programs noted in it.
pub(super) fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    const NEEDED: [&[u8; 4]; 7] = [
        b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
    ];
    let mut clean = bytes[..HEADER.min(bytes.len())].to_vec();
    for chunk in chunks(bytes) {
        if NEEDED.contains(&&chunk.name) {
            let start = clean.len();
            clean.extend_from_slice(&bytes[chunk.range]);
            if &chunk.name == b"VP8X"
                && let Some(flags) = clean.get_mut(start + 8)
            {
                *flags &= !(EXIF | XMP);
            }
        }
    }
    let length = u32::try_from(clean.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(place) = clean.get_mut(4..8) {
        place.copy_from_slice(&length.to_le_bytes());
    }
    clean
}
