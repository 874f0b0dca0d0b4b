//! The pictures of a book, as it embeds them.
//!
//! 1. Each is read once, so that one that can't be embedded is found before the book is set.
//! 2. Their names are numbers: how many names there can be in a process is limited.
//! 3. Drawings that stand in a text become files too.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use super::data::Picture;
use super::elements::text_of;
use super::paper::Paper;
use crate::book::refine::PICTURE;
use crate::book::tree::{Element, Node, each_element};
use crate::book::xml;

/// Points for each pixel, as browsers have it.
const POINTS: f64 = 0.75;

/// Where the colours of a JPEG are counted: behind the length, the precision and the two sizes of its frame.
const JPEG_COLOURS: usize = 9;

/// A picture that can be embedded.
#[derive(Debug, Clone)]
struct Embedded {
    path: String,
    /// In points.
    width: f64,
    height: f64,
}

/// The pictures of a book.
#[derive(Debug)]
pub(super) struct Pictures {
    /// How large its pages are.
    pub paper: Paper,
    /// By their addresses in the site; drawings in texts by what is in them.
    embedded: BTreeMap<String, Embedded>,
    files: BTreeMap<String, Bytes>,
    /// The addresses of those that can't be embedded.
    refused: Vec<String>,
}

impl Pictures {
    /// Takes in pictures by their addresses.
    pub fn new(paper: Paper, pictures: BTreeMap<String, Vec<u8>>) -> Self {
        let mut own = Self {
            paper,
            embedded: BTreeMap::new(),
            files: BTreeMap::new(),
            refused: Vec::new(),
        };
        for (address, bytes) in pictures {
            match own.embed(bytes) {
                Some(embedded) => drop(own.embedded.insert(address, embedded)),
                None => own.refused.push(address),
            }
        }
        own
    }

    /// No picture.
    #[cfg(test)]
    pub fn none() -> Self {
        Self::new(Paper::A4, BTreeMap::new())
    }

    /// The addresses of those that can't be embedded.
    pub fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Their files.
    pub fn into_files(self) -> BTreeMap<String, Bytes> {
        self.files
    }

    /// The picture that an element shows; nothing for one that can't be shown.
    pub fn of_element(&mut self, element: &Element) -> Option<Picture> {
        let (embedded, alt) = if element.name == "svg" {
            let mut text = String::new();
            xml::html(&[Node::Element(element.clone())], &mut text);
            (self.drawn(&text)?, name_of_drawing(element))
        } else {
            let src = element.attribute("src")?;
            let alt = element.attribute("alt").unwrap_or_default().to_owned();
            let embedded = match src.strip_prefix(PICTURE) {
                Some(address) => self.embedded.get(address)?.clone(),
                None => self.drawn(src)?,
            };
            (embedded, alt)
        };
        let Embedded {
            path,
            width,
            height,
        } = embedded;
        let number = |name| element.attribute(name).and_then(|own| own.parse().ok());
        let wanted: Option<f64> = number("width");
        let wanted = wanted.filter(|own| own.is_finite() && *own > 0.0);
        let scale = wanted.map_or(1.0, |wanted| wanted * POINTS / width);
        Some(Picture {
            path,
            alt: alt.trim().to_owned(),
            width: width * scale,
            height: height * scale,
        })
    }

    /// A drawing that the book brings itself.
    pub fn drawing(&mut self, svg: &str) -> Option<Picture> {
        let Embedded {
            path,
            width,
            height,
        } = self.drawn(svg)?;
        let alt = String::new();
        Some(Picture {
            path,
            alt,
            width,
            height,
        })
    }

    /// A picture that stands in the text: a drawing, or bytes in an address.
    fn drawn(&mut self, text: &str) -> Option<Embedded> {
        if let Some(known) = self.embedded.get(text) {
            return Some(known.clone());
        }
        let bytes = match text.strip_prefix("data:") {
            Some(data) => {
                let (_, data) = data.split_once(";base64,")?;
                STANDARD.decode(data).ok()?
            }
            None => text.as_bytes().to_vec(),
        };
        let embedded = self.embed(bytes)?;
        self.embedded.insert(text.to_owned(), embedded.clone());
        Some(embedded)
    }

    fn embed(&mut self, bytes: Vec<u8>) -> Option<Embedded> {
        let format = ExchangeFormat::detect(&bytes);
        let is_printed = format == Some(ExchangeFormat::Jpg) && jpeg_colours(&bytes) == Some(4);
        let bytes = Bytes::new(bytes);
        let (ending, width, height) = match format {
            // Colours of a press need a description that files rarely have.
            Some(_) if is_printed => return None,
            Some(format) => {
                let raster = RasterImage::plain(bytes.clone(), format).ok()?;
                let ending = match format {
                    ExchangeFormat::Png => "png",
                    ExchangeFormat::Jpg => "jpg",
                    ExchangeFormat::Gif => "gif",
                    ExchangeFormat::Webp => "webp",
                };
                (
                    ending,
                    f64::from(raster.width()),
                    f64::from(raster.height()),
                )
            }
            None => {
                let drawing = SvgImage::new(bytes.clone()).ok()?;
                ("svg", drawing.width(), drawing.height())
            }
        };
        if width <= 0.0 || height <= 0.0 {
            return None;
        }
        let path = format!("pictures/{}.{ending}", self.files.len() + 1);
        self.files.insert(path.clone(), bytes);
        Some(Embedded {
            path,
            width: width * POINTS,
            height: height * POINTS,
        })
    }
}

/// What a drawing in a text says that it is.
fn name_of_drawing(element: &Element) -> String {
    if let Some(label) = element.attribute("aria-label") {
        return label.to_owned();
    }
    let mut names = Vec::new();
    each_element(&element.children, &mut |within| {
        if matches!(within.name.as_str(), "title" | "desc") {
            names.push(text_of(&within.children));
        }
    });
    names.into_iter().next().unwrap_or_default()
}

/// How many colours the pixels of a JPEG are made of.
fn jpeg_colours(bytes: &[u8]) -> Option<u8> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            return bytes.get(at + JPEG_COLOURS).copied();
        }
        let length = [*bytes.get(at + 2)?, *bytes.get(at + 3)?];
        at += 2 + usize::from(u16::from_be_bytes(length));
    }
}
