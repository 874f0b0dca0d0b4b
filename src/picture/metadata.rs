//! Pictures without what isn't to be seen in them: where and with what they were taken, by whom, small copies
//! of what was cut off, comments. Their pixels aren't touched.

use super::{jpeg, png, riff};
use crate::source::RasterFormat;

/// The picture of this format in `bytes` without what isn't needed to show it.
pub fn without_metadata(bytes: &[u8], format: RasterFormat) -> Vec<u8> {
    match format {
        RasterFormat::Jpeg => jpeg::without_metadata(bytes),
        RasterFormat::Png => png::without_metadata(bytes),
        RasterFormat::WebP => riff::without_metadata(bytes),
        RasterFormat::Gif => gif(bytes),
    }
}

/// A GIF without comments and without what programs other than browsers note in it.
fn gif(bytes: &[u8]) -> Vec<u8> {
    const EXTENSION: u8 = 0x21;
    const IMAGE: u8 = 0x2c;
    const COMMENT: u8 = 0xfe;
    const APPLICATION: u8 = 0xff;
    let table = |flags: u8| {
        if flags & 0x80 == 0 {
            0
        } else {
            3 << ((flags & 7) + 1)
        }
    };
    let Some(flags) = bytes.get(10) else {
        return bytes.to_vec();
    };
    let mut at = (13 + table(*flags)).min(bytes.len());
    let mut clean = bytes[..at].to_vec();
    while let Some(block) = bytes.get(at) {
        let start = at;
        let is_needed = match *block {
            EXTENSION => {
                at += 2;
                match bytes.get(start + 1) {
                    Some(&COMMENT) => false,
                    // How often an animation is repeated.
                    Some(&APPLICATION) => matches!(
                        bytes.get(start + 3..start + 14),
                        Some(b"NETSCAPE2.0" | b"ANIMEXTS1.0")
                    ),
                    _ => true,
                }
            }
            IMAGE => {
                at += 11 + bytes.get(at + 9).map_or(0, |flags| table(*flags));
                true
            }
            _ => {
                clean.push(*block);
                break;
            }
        };
        while let Some(length) = bytes.get(at) {
            at += 1 + usize::from(*length);
            if *length == 0 {
                break;
            }
        }
        if is_needed {
            clean.extend_from_slice(&bytes[start.min(bytes.len())..at.min(bytes.len())]);
        }
    }
    clean
}
