//! Pictures of few colours: a number for each pixel takes a third of the room.

use std::collections::BTreeMap;

use super::decode::Pixels;

/// As many colours as a byte tells apart.
const MAX: usize = 256;

/// A picture as numbers of its colours.
pub(super) struct Indexed {
    /// Red, green and blue of each colour.
    pub colours: Vec<u8>,
    /// How much is seen of the colours; empty if all is.
    pub alpha: Vec<u8>,
    pub data: Vec<u8>,
}

/// The picture by its colours, unless these are too many.
pub(super) fn indexed(pixels: &Pixels) -> Option<Indexed> {
    let mut numbers: BTreeMap<[u8; 4], u8> = BTreeMap::new();
    let dot = |dot: &[u8]| {
        let alpha = dot.get(3).copied().unwrap_or(u8::MAX);
        [dot[0], dot[1], dot[2], alpha]
    };
    let dots = || pixels.data.chunks_exact(pixels.channels()).map(dot);
    let mut last = None;
    for dot in dots() {
        if last != Some(dot) {
            numbers.insert(dot, 0);
            if numbers.len() > MAX {
                return None;
            }
            last = Some(dot);
        }
    }
    let (mut colours, mut alpha) = (Vec::new(), Vec::new());
    for (number, (dot, place)) in numbers.iter_mut().enumerate() {
        *place = u8::try_from(number).ok()?;
        colours.extend_from_slice(&dot[..3]);
        alpha.push(dot[3]);
    }
    if alpha.iter().all(|alpha| *alpha == u8::MAX) {
        alpha.clear();
    }
    let data = dots().map(|dot| numbers[&dot]).collect();
    Some(Indexed {
        colours,
        alpha,
        data,
    })
}
