//! Films and sounds: how long they are and how large their picture is, by what their files say at the beginning
//! of each part. Nothing of what is seen and heard is read.
//!
//! 1. [`recording`] tells by the first bytes which format a file has: MP4 (also M4V, M4A and MOV) or WebM.
//! 2. Its parts stand in each other; [`Parts`] goes from one to the next, and skips what isn't asked for.

mod mp4;
mod parts;
mod webm;

use std::io::{Read, Seek};

use parts::Parts;

use crate::source::{Dimensions, Recording};

/// Reads what the file says, which is `length` bytes long. Of another format only its size is known.
pub fn recording(file: &mut (impl Read + Seek), length: u64) -> Recording {
    let mut parts = Parts::new(file, length);
    let head = parts.read::<8>(0).unwrap_or_default();
    let found = if head.starts_with(webm::SIGNATURE) {
        webm::read(&mut parts)
    } else if &head[4..] == b"ftyp" {
        mp4::read(&mut parts)
    } else {
        Found::default()
    };
    Recording {
        length,
        seconds: found.seconds.and_then(whole),
        dimensions: found
            .sides
            .and_then(|(width, height)| Dimensions::new(width, height)),
    }
}

/// What a format's own reader finds.
#[derive(Debug, Default)]
struct Found {
    seconds: Option<f64>,
    sides: Option<(u32, u32)>,
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
fn whole(seconds: f64) -> Option<u32> {
    const MAX: f64 = 1e6;
    (seconds > 0.0 && seconds < MAX).then(|| seconds.round().max(1.0) as u32)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(bytes: &[u8]) -> (Option<u32>, Option<(u32, u32)>) {
        let found = recording(&mut Cursor::new(bytes), bytes.len() as u64);
        (
            found.seconds,
            found.dimensions.map(|size| (size.width, size.height)),
        )
    }

    fn part(name: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).unwrap();
        [&length.to_be_bytes(), name, content].concat()
    }

    /// A film of 222.4 seconds, as a phone writes it that is held upright: its index stands at the end.
    fn mp4(turned: bool) -> Vec<u8> {
        let header = [
            [0; 12].as_slice(),
            &600u32.to_be_bytes(),
            &133_440u32.to_be_bytes(),
            &[0; 80],
        ]
        .concat();
        let mut track = vec![0; 84];
        let (a, b): (u32, u32) = if turned { (0, 0x1_0000) } else { (0x1_0000, 0) };
        track[40..44].copy_from_slice(&a.to_be_bytes());
        track[44..48].copy_from_slice(&b.to_be_bytes());
        track[76..80].copy_from_slice(&(1920u32 << 16).to_be_bytes());
        track[80..84].copy_from_slice(&(1080u32 << 16).to_be_bytes());
        let sound = part(b"trak", &part(b"tkhd", &[0; 84]));
        let index = [
            part(b"mvhd", &header),
            sound,
            part(b"trak", &part(b"tkhd", &track)),
        ]
        .concat();
        [
            part(b"ftyp", b"isom\0\0\0\0"),
            part(b"mdat", &[7; 5000]),
            part(b"moov", &index),
        ]
        .concat()
    }

    #[test]
    fn a_film_of_mp4_says_how_long_and_how_large_it_is() {
        assert_eq!(read(&mp4(false)), (Some(222), Some((1920, 1080))));
        assert_eq!(read(&mp4(true)), (Some(222), Some((1080, 1920))));
        // One part has eight bytes for its length, another goes on to the end.
        let mut long = mp4(false);
        let large = [1u32.to_be_bytes().as_slice(), b"mdat", &16u64.to_be_bytes()].concat();
        long.splice(16..16, large);
        let index = long.windows(4).position(|name| name == b"moov").unwrap();
        long[index - 4..index].fill(0);
        assert_eq!(read(&long), (Some(222), Some((1920, 1080))));
    }

    #[test]
    fn a_film_of_webm_says_how_long_and_how_large_it_is() {
        let element = |id: &[u8], content: &[u8]| {
            [id, &[0x80 | u8::try_from(content.len()).unwrap()], content].concat()
        };
        let info = [
            element(&[0x2a, 0xd7, 0xb1], &1_000_000u32.to_be_bytes()),
            element(&[0x44, 0x89], &61_500f64.to_be_bytes()),
        ]
        .concat();
        let sides = [element(&[0xb0], &[5, 0]), element(&[0xba], &[2, 0xd0])].concat();
        let track = element(&[0xae], &element(&[0xe0], &sides));
        let within = [
            element(&[0xec], &[0; 9]),
            element(&[0x15, 0x49, 0xa9, 0x66], &info),
            element(&[0x16, 0x54, 0xae, 0x6b], &track),
        ]
        .concat();
        // Its length isn't known, as where it was written while it was recorded.
        let segment = [&[0x18, 0x53, 0x80, 0x67, 0xff], within.as_slice()].concat();
        let film = [element(webm::SIGNATURE, &[0; 3]), segment].concat();
        assert_eq!(read(&film), (Some(62), Some((1280, 720))));
    }

    #[test]
    fn what_is_no_film_or_cut_off_says_nothing_and_costs_nothing() {
        assert_eq!(read(b"x"), (None, None));
        assert_eq!(read(b""), (None, None));
        let whole = mp4(false);
        for length in (0..whole.len()).step_by(7) {
            read(&whole[..length]);
        }
        // Parts without an end, and parts in each other.
        let empty: Vec<u8> = part(b"free", b"").repeat(200_000);
        read(&[part(b"ftyp", b""), empty].concat());
        let mut deep = Vec::new();
        for _ in 0..2000 {
            deep = part(b"trak", &deep);
        }
        read(&[part(b"ftyp", b""), part(b"moov", &deep)].concat());
        read(&[webm::SIGNATURE, &[0xff; 400]].concat());
    }
}
