//! Where an image's picture is, in all its sizes: the reader's browser takes the one that fits.

use super::Frame;
use crate::link::{PictureFile, PublishedPicture};
use crate::site::relative;
use crate::source::Dimensions;

/// How wide a picture in a text is shown at most: as wide as the text of the standard theme.
const SIZES: &str = "(min-width: 46rem) 42rem, calc(100vw - max(2rem, 8vw))";

/// The width of the picture for browsers that don't choose, in pixels.
const PLAIN: u32 = 1080;

/// That for paper, where the text is some 17 centimetres wide.
const PRINTED: u32 = 1440;

/// The attributes of an image that say where its picture is.
pub(super) struct ImageAttributes {
    plain: String,
    /// All sizes, where the browser has a choice.
    sizes: Option<String>,
    dimensions: Dimensions,
}

impl ImageAttributes {
    /// The picture on the page that `frame` describes. A page for printing has one that is sharp on
    /// paper: what a browser chooses for a screen may be too small for that.
    pub fn new(picture: &PublishedPicture, frame: &Frame<'_>) -> Self {
        let address = |file: &PictureFile| relative(frame.address, &file.address);
        let is_printed = !frame.prefix.is_empty();
        let plain = picture.at_least(if is_printed { PRINTED } else { PLAIN });
        let has_choice = picture.files.len() > 1 && !is_printed;
        let sizes = has_choice.then(|| {
            let files = picture.files.iter();
            let sizes = files.map(|file| format!("{} {}w", address(file), file.dimensions.width));
            sizes.collect::<Vec<_>>().join(", ")
        });
        Self {
            plain: address(plain),
            sizes,
            dimensions: picture.largest().dimensions,
        }
    }

    /// Names and values, in the order in which they are written.
    pub fn named(self) -> Vec<(&'static str, String)> {
        let mut named = vec![("src", self.plain)];
        if let Some(sizes) = self.sizes {
            named.extend([("srcset", sizes), ("sizes", SIZES.to_owned())]);
        }
        let Dimensions { width, height } = self.dimensions;
        named.extend([("width", width.to_string()), ("height", height.to_string())]);
        named
    }
}
