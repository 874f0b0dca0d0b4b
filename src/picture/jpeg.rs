//! The segments of a JPEG file.

use std::ops::Range;

use super::probe::Head;
use crate::source::Kept;

const START_OF_SCAN: u8 = 0xda;
const END: [u8; 2] = [0xff, 0xd9];

/// A segment before the pixels.
struct Segment {
    marker: u8,
    /// With its marker.
    range: Range<usize>,
    /// What it holds, behind its length.
    data: Range<usize>,
}

/// The segments up to the one behind which the pixels begin, and where they begin.
fn segments(bytes: &[u8]) -> (Vec<Segment>, Option<usize>) {
    let mut segments = Vec::new();
    let mut at = 2;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2) {
        // Any number of such bytes may stand before a marker.
        if marker == 0xff {
            at += 1;
            continue;
        }
        // These have no length.
        if marker == 0x01 || (0xd0..=0xd8).contains(&marker) {
            at += 2;
            continue;
        }
        let Some(&[high, low]) = bytes.get(at + 2..at + 4) else {
            break;
        };
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        if end > bytes.len() || end < at + 4 {
            break;
        }
        segments.push(Segment {
            marker,
            range: at..end,
            data: at + 4..end,
        });
        if marker == START_OF_SCAN {
            return (segments, Some(end));
        }
        at = end;
    }
    (segments, None)
}

pub(super) fn head(bytes: &[u8]) -> Option<Head> {
    let (segments, scan) = segments(bytes);
    let is_frame =
        |marker: u8| (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
    let frame = segments.iter().find(|segment| is_frame(segment.marker))?;
    let data = &bytes[frame.data.clone()];
    let side = |at: usize| {
        Some(u32::from(u16::from_be_bytes([
            *data.get(at)?,
            *data.get(at + 1)?,
        ])))
    };
    let components = u64::from(*data.get(5)?);
    // A progressive one keeps what its scans say, at two bytes, until the last of them.
    let is_progressive = matches!(frame.marker, 0xc2 | 0xc6 | 0xca | 0xce);
    let scans = if is_progressive { 2 * components } else { 0 };
    let whole = scan.is_some_and(|scan| bytes[scan..].windows(2).rev().any(|pair| pair == END));
    let scan_of = segments
        .iter()
        .find(|segment| segment.marker == START_OF_SCAN);
    let in_first = scan_of.and_then(|scan| bytes.get(scan.data.start));
    // Where each colour has a scan of its own, the decoder takes one for the other.
    let is_parted = !is_progressive && in_first.is_some_and(|count| u64::from(*count) < components);
    Some(Head {
        width: side(3)?,
        height: side(1)?,
        kept: is_parted.then_some(Kept::Misread),
        is_photo: true,
        bytes_per_pixel: components.max(3) + scans,
        is_whole: whole,
    })
}

/// The file without all that isn't needed to show its pixels, and without what stands behind them.
pub(super) fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    const JFIF: u8 = 0xe0;
    const PROFILE: (u8, &[u8]) = (0xe2, b"ICC_PROFILE\0");
    const ADOBE: (u8, &[u8]) = (0xee, b"Adobe");
    const COMMENT: u8 = 0xfe;
    let (segments, scan) = segments(bytes);
    let Some(scan) = scan else {
        return bytes.to_vec();
    };
    let is_needed = |segment: &Segment| {
        let data = &bytes[segment.data.clone()];
        let is = |(marker, start): (u8, &[u8])| segment.marker == marker && data.starts_with(start);
        let is_application = (0xe0..=0xef).contains(&segment.marker) || segment.marker == COMMENT;
        // The first of these has no picture in it; extensions of it have.
        let is_jfif = is((JFIF, b"JFIF\0")) && data.len() <= 14;
        !is_application || is_jfif || is(PROFILE) || is(ADOBE)
    };
    let mut clean = bytes[..2].to_vec();
    for segment in segments.iter().filter(|segment| is_needed(segment)) {
        clean.extend_from_slice(&bytes[segment.range.clone()]);
    }
    clean.extend(scans(&bytes[scan..]));
    clean
}

/// The scans, without what programs put between them or behind the end, such as a second picture.
fn scans(bytes: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(bytes.len());
    let mut from = 0;
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == 0xff) {
        at += next;
        let Some(marker) = bytes.get(at + 1) else {
            break;
        };
        match marker {
            // A pixel's byte, or a place to begin anew at.
            0x00 | 0x01 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            0xd9 => {
                clean.extend_from_slice(&bytes[from..at + 2]);
                return clean;
            }
            marker => {
                let length = bytes.get(at + 2..at + 4);
                let length = length.map_or(0, |length| u16::from_be_bytes([length[0], length[1]]));
                let end = (at + 2 + usize::from(length)).min(bytes.len());
                if matches!(marker, 0xe0..=0xef | 0xfe) {
                    clean.extend_from_slice(&bytes[from..at]);
                    from = end;
                }
                at = end.max(at + 2).min(bytes.len());
            }
        }
    }
    clean.extend_from_slice(&bytes[from..]);
    clean
}
