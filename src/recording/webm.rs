//! Films of WebM, whose parts say a name of one to four bytes and their length in one to eight.

use std::io::{Read, Seek};
use std::ops::Range;

use super::Found;
use super::parts::Parts;

/// What each of them begins with.
pub(super) const SIGNATURE: &[u8] = &[0x1a, 0x45, 0xdf, 0xa3];

const SEGMENT: u32 = 0x1853_8067;
const INFO: u32 = 0x1549_a966;
const SCALE: u32 = 0x2a_d7b1;
const DURATION: u32 = 0x4489;
const TRACKS: u32 = 0x1654_ae6b;
const TRACK: u32 = 0xae;
const VIDEO: u32 = 0xe0;
const WIDTH: u32 = 0xb0;
const HEIGHT: u32 = 0xba;
/// Here the film itself begins.
const CLUSTER: u32 = 0x1f43_b675;

pub(super) fn read(parts: &mut Parts<'_, impl Read + Seek>) -> Found {
    let mut found = Found::default();
    let whole = parts.whole();
    let Some(segment) = first(parts, whole, SEGMENT) else {
        return found;
    };
    if let Some(info) = first(parts, segment.clone(), INFO) {
        let scale = first(parts, info.clone(), SCALE);
        let scale = scale.and_then(|scale| number(parts, &scale));
        let duration = first(parts, info, DURATION);
        let ticks = duration.and_then(|duration| float(parts, &duration));
        // In a millionth of a second, unless it says so.
        let scale = f64::from(scale.unwrap_or(1_000_000));
        found.seconds = ticks.map(|ticks| ticks * scale / 1e9);
    }
    let Some(tracks) = first(parts, segment, TRACKS) else {
        return found;
    };
    for track in all(parts, tracks, TRACK) {
        let Some(video) = first(parts, track, VIDEO) else {
            continue;
        };
        let mut side = |name| {
            let side = first(parts, video.clone(), name)?;
            number(parts, &side)
        };
        found.sides = found.sides.or(side(WIDTH).zip(side(HEIGHT)));
    }
    found
}

fn first(
    parts: &mut Parts<'_, impl Read + Seek>,
    within: Range<u64>,
    name: u32,
) -> Option<Range<u64>> {
    all(parts, within, name).into_iter().next()
}

/// The contents of all parts of this name within a range, before the film itself begins.
fn all(parts: &mut Parts<'_, impl Read + Seek>, within: Range<u64>, name: u32) -> Vec<Range<u64>> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let Some((called, content)) = part(parts, at, within.end) else {
            break;
        };
        if called == CLUSTER {
            break;
        }
        at = content.end;
        if called == name {
            found.push(content);
        }
    }
    found
}

/// The name and the content of the part at `at`.
fn part(parts: &mut Parts<'_, impl Read + Seek>, at: u64, end: u64) -> Option<(u32, Range<u64>)> {
    let first = parts.read::<1>(at)?[0];
    let name_length = first.leading_zeros() + 1;
    if name_length > 4 {
        return None;
    }
    let name = big_endian(parts, at, name_length, first)?;
    let at = at + u64::from(name_length);
    let first = parts.read::<1>(at)?[0];
    let length = first.leading_zeros() + 1;
    if length > 8 {
        return None;
    }
    // The bit that says how many bytes there are is none of the number.
    let mask = 0xff_u8.checked_shr(length).unwrap_or_default();
    let content = big_endian(parts, at, length, first & mask)?;
    let start = at + u64::from(length);
    let is_unknown = content == (1 << (7 * length)) - 1;
    let content_end = if is_unknown {
        end
    } else {
        start.saturating_add(content).min(end)
    };
    Some((
        u32::try_from(name).ok()?,
        start.min(end)..content_end.max(start.min(end)),
    ))
}

/// A number of `length` bytes, of which `first` stands for the first.
fn big_endian(
    parts: &mut Parts<'_, impl Read + Seek>,
    at: u64,
    length: u32,
    first: u8,
) -> Option<u64> {
    let mut number = u64::from(first);
    for place in 1..u64::from(length) {
        number = number << 8 | u64::from(parts.read::<1>(at + place)?[0]);
    }
    Some(number)
}

fn number(parts: &mut Parts<'_, impl Read + Seek>, content: &Range<u64>) -> Option<u32> {
    let length = content.end - content.start;
    let length = u32::try_from(length)
        .ok()
        .filter(|length| (1..=8).contains(length))?;
    let first = parts.read::<1>(content.start)?[0];
    u32::try_from(big_endian(parts, content.start, length, first)?).ok()
}

fn float(parts: &mut Parts<'_, impl Read + Seek>, content: &Range<u64>) -> Option<f64> {
    match content.end - content.start {
        4 => Some(f32::from_be_bytes(parts.read(content.start)?).into()),
        8 => Some(f64::from_be_bytes(parts.read(content.start)?)),
        _ => None,
    }
}
