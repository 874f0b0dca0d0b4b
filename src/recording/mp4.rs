//! Films of MP4, whose parts say their length and a name of four letters.

use std::io::{Read, Seek};
use std::ops::Range;

use super::Found;
use super::parts::Parts;

pub(super) fn read(parts: &mut Parts<'_, impl Read + Seek>) -> Found {
    let mut found = Found::default();
    let whole = parts.whole();
    let Some(index) = all(parts, whole, *b"moov").into_iter().next() else {
        return found;
    };
    if let Some(header) = all(parts, index.clone(), *b"mvhd").into_iter().next() {
        found.seconds = seconds(parts, header.start);
    }
    for track in all(parts, index, *b"trak") {
        let header = all(parts, track, *b"tkhd").into_iter().next();
        found.sides = found.sides.or_else(|| sides(parts, header?.start));
    }
    found
}

/// The contents of all parts of this name within a range.
fn all(
    parts: &mut Parts<'_, impl Read + Seek>,
    within: Range<u64>,
    name: [u8; 4],
) -> Vec<Range<u64>> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let Some([a, b, c, d, called @ ..]) = parts.read::<8>(at) else {
            break;
        };
        let (head, length) = match u32::from_be_bytes([a, b, c, d]) {
            // It goes on to the end.
            0 => (8, within.end - at),
            // Its length stands behind its name.
            1 => match parts.read::<8>(at + 8) {
                Some(length) => (16, u64::from_be_bytes(length)),
                None => break,
            },
            length => (8, length.into()),
        };
        let end = at.saturating_add(length).min(within.end);
        if length < head {
            break;
        }
        if called == name {
            found.push(at + head..end);
        }
        at = end;
    }
    found
}

/// How long the film is, by its header at `at`.
#[expect(clippy::cast_precision_loss, reason = "no film is that long")]
fn seconds(parts: &mut Parts<'_, impl Read + Seek>, at: u64) -> Option<f64> {
    let [version, ..] = parts.read::<4>(at)?;
    let (scale, ticks) = if version == 1 {
        let ticks = u64::from_be_bytes(parts.read(at + 24)?);
        (parts.read(at + 20)?, ticks)
    } else {
        let ticks = u32::from_be_bytes(parts.read(at + 16)?);
        (parts.read(at + 12)?, u64::from(ticks))
    };
    let scale = u32::from_be_bytes(scale);
    // Where it isn't known, it is the largest number.
    let is_known = scale > 0 && ticks < u64::from(u32::MAX);
    is_known.then(|| ticks as f64 / f64::from(scale))
}

/// Width and height of a track, as it is shown, by its header at `at`; `None` for one without a picture.
fn sides(parts: &mut Parts<'_, impl Read + Seek>, at: u64) -> Option<(u32, u32)> {
    let [version, ..] = parts.read::<4>(at)?;
    let at = if version == 1 { at + 12 } else { at };
    // Behind a point, of which nothing is needed.
    let mut side = |place: u64| Some(u32::from_be_bytes(parts.read(at + place)?) >> 16);
    let (width, height) = (side(76)?, side(80)?);
    // How the camera was held: on its side, what went right goes down.
    let goes_right = parts.read::<4>(at + 40)? != [0; 4];
    match (width, height) {
        (0, _) | (_, 0) => None,
        sides if goes_right => Some(sides),
        (width, height) => Some((height, width)),
    }
}
