//! What is known of a picture without its pixels: how large it is shown, how it is stored, and by which
//! bytes it is told from others. A page that names the dimensions doesn't jump when the picture arrives.

use std::sync::Arc;

use super::hex;

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimensions {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Dimensions {
    /// Dimensions of a picture that can be seen; there are none of nothing.
    pub fn new(width: u32, height: u32) -> Option<Self> {
        (width > 0 && height > 0).then_some(Self { width, height })
    }
}

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// How large it is shown, if nothing makes it smaller.
    pub dimensions: Dimensions,
    /// How it is stored, where it consists of pixels that this program reads.
    pub raster: Option<Raster>,
    /// What is published of it, where it is a drawing.
    pub drawing: Option<Arc<Drawing>>,
}

/// A drawing (SVG) as it is published: with nothing in it that would run, be loaded, or tell of its making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Its file's text.
    pub text: String,
    /// What was taken out of it that readers might miss: elements, attributes and addresses.
    pub left_out: Vec<String>,
    /// Fonts that its texts ask for and that few readers have, in alphabetical order.
    pub fonts: Vec<String>,
}

/// What is known of a film or a sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// The size of its file, in bytes.
    pub length: u64,
    /// How long it goes on, in seconds.
    pub seconds: Option<u32>,
    /// How large its picture is.
    pub dimensions: Option<Dimensions>,
}

/// How a picture of pixels is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// Its format, whatever the file is called.
    pub format: RasterFormat,
    /// Its dimensions in the file, before it is turned.
    pub stored: Dimensions,
    /// How the camera was held.
    pub orientation: Orientation,
    /// Why it is published as it is, if it can't be made smaller.
    pub kept: Option<Kept>,
    /// Whether it is likely a photo: what JPEG was made for.
    pub is_photo: bool,
    /// The bytes that a decoder needs for a pixel.
    pub bytes_per_pixel: u64,
    /// The size of its file, in bytes.
    pub length: u64,
    /// What tells its content from others.
    pub hash: ContentHash,
}

/// Why a picture isn't made smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It has several frames.
    Animated,
    /// The decoder would take one of its colours for another.
    Misread,
}

/// SHA-256 of a file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// All of it, as hexadecimal digits.
    pub fn to_hex(self) -> String {
        hex(&self.0)
    }

    /// As many digits as tell the pictures of a handbook apart.
    pub fn short(self) -> String {
        const BYTES: usize = 5;
        hex(&self.0[..BYTES])
    }
}

impl std::fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.short())
    }
}

/// Formats of pixels that this program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RasterFormat {
    /// As cameras write them.
    Jpeg,
    /// For drawings and pictures of screens, without loss.
    Png,
    /// In few colours, or animated.
    Gif,
    /// With loss or without.
    WebP,
}

/// How the pixels of a picture are to be turned, as EXIF numbers it from 1 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orientation(u8);

impl Orientation {
    /// As stored.
    pub const UPRIGHT: Self = Self(1);

    /// The orientation with this number; upright for one that there isn't.
    pub fn new(number: u32) -> Self {
        match u8::try_from(number) {
            Ok(number @ 1..=8) => Self(number),
            _ => Self::UPRIGHT,
        }
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Whether it exchanges width and height.
    pub fn swaps_sides(self) -> bool {
        self.0 > 4
    }
}

impl Dimensions {
    /// The same on its side, if `orientation` says so.
    #[must_use]
    pub fn turned(self, orientation: Orientation) -> Self {
        if orientation.swaps_sides() {
            Self {
                width: self.height,
                height: self.width,
            }
        } else {
            self
        }
    }

    /// How many pixels that are.
    pub fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// The same shape `width` pixels wide, at least one high.
    #[must_use]
    pub fn scaled_to(self, width: u32) -> Self {
        let height = (u64::from(self.height) * u64::from(width) + u64::from(self.width) / 2)
            / u64::from(self.width);
        let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
        Self { width, height }
    }
}
