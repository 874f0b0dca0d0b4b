//! Pictures set upright.

use super::decode::Pixels;
use crate::source::Orientation;

/// The picture as its camera meant it.
pub(super) fn upright(pixels: Pixels, orientation: Orientation) -> Pixels {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    // Where the pixel comes from that is shown in a column and row.
    let from: fn(usize, usize, usize, usize) -> (usize, usize) = match orientation.number() {
        2 => |x, y, right, _| (right - x, y),
        3 => |x, y, right, bottom| (right - x, bottom - y),
        4 => |x, y, _, bottom| (x, bottom - y),
        5 => |x, y, _, _| (y, x),
        6 => |x, y, _, bottom| (y, bottom - x),
        7 => |x, y, right, bottom| (right - y, bottom - x),
        8 => |x, y, right, _| (right - y, x),
        _ => return pixels,
    };
    let (new_width, new_height) = if orientation.swaps_sides() {
        (height, width)
    } else {
        (width, height)
    };
    let channels = pixels.channels();
    let mut data = Vec::with_capacity(pixels.data.len());
    for y in 0..new_height {
        for x in 0..new_width {
            let (column, row) = from(x, y, width - 1, height - 1);
            let at = (row * width + column) * channels;
            data.extend_from_slice(&pixels.data[at..at + channels]);
        }
    }
    let (width, height) = if orientation.swaps_sides() {
        (pixels.height, pixels.width)
    } else {
        (pixels.width, pixels.height)
    };
    Pixels {
        width,
        height,
        data,
        ..pixels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letter F in three columns and two rows, turned and turned back.
    #[test]
    fn all_eight_orientations_are_set_upright() {
        let shown = |number: u32, width: u32, height: u32, dots: &[u8]| {
            let data = dots.iter().flat_map(|dot| [*dot; 3]).collect();
            let pixels = Pixels {
                width,
                height,
                has_alpha: false,
                data,
            };
            let upright = upright(pixels, Orientation::new(number));
            assert_eq!((upright.width, upright.height), (3, 2), "{number}");
            upright.data.chunks(3).map(|dot| dot[0]).collect::<Vec<_>>()
        };
        let upright = [1, 2, 3, 4, 5, 6];
        for (number, width, height, stored) in [
            (1, 3, 2, [1, 2, 3, 4, 5, 6]),
            (2, 3, 2, [3, 2, 1, 6, 5, 4]),
            (3, 3, 2, [6, 5, 4, 3, 2, 1]),
            (4, 3, 2, [4, 5, 6, 1, 2, 3]),
            (5, 2, 3, [1, 4, 2, 5, 3, 6]),
            (6, 2, 3, [3, 6, 2, 5, 1, 4]),
            (7, 2, 3, [6, 3, 5, 2, 4, 1]),
            (8, 2, 3, [4, 1, 5, 2, 6, 3]),
        ] {
            assert_eq!(shown(number, width, height, &stored), upright, "{number}");
        }
    }
}
