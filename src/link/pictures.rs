//! The pictures that pages show, in the sizes and at the addresses at which they are published.
//!
//! 1. The same picture under several names is published once, under the first of them, in the sizes for all its
//!    places.
//! 2. What moves, and what isn't read as pixels, is published as it is, at its own address.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::picture::{Encoding, Places, Recipe, is_too_large, widths};
use crate::site::{Site, slug};
use crate::source::{ContentHash, Dimensions, HandbookPath, Raster};

/// The folder of all pictures that are made.
pub const FOLDER: &str = "assets/pictures/";

/// How much of a picture's name stands in the addresses, in characters.
const NAME_MAX: usize = 40;

/// A picture as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPicture {
    /// The original.
    pub source: HandbookPath,
    /// The same picture in several sizes, from the smallest on.
    pub files: Vec<PictureFile>,
}

/// A picture in one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Its address.
    pub address: String,
    /// How large it is.
    pub dimensions: Dimensions,
    /// How it is made.
    pub recipe: Recipe,
}

impl PublishedPicture {
    /// The largest of its files.
    pub fn largest(&self) -> &PictureFile {
        self.files.last().expect("there is at least one size")
    }

    /// The smallest of its files that is `width` pixels wide; the largest if none is.
    pub fn at_least(&self, width: u32) -> &PictureFile {
        let mut files = self.files.iter();
        let found = files.find(|file| file.dimensions.width >= width);
        found.unwrap_or_else(|| self.largest())
    }
}

/// The places of a picture, and its names.
type SamePicture<'s> = (Places, Vec<(&'s HandbookPath, &'s Raster)>);

/// The pictures among what is `shown`, by the paths of the originals.
pub(super) fn published(
    site: &Site,
    shown: &BTreeMap<&HandbookPath, Places>,
) -> BTreeMap<HandbookPath, Arc<PublishedPicture>> {
    let mut by_content: BTreeMap<ContentHash, SamePicture<'_>> = BTreeMap::new();
    for (path, places) in shown {
        let picture = site.pictures.get(*path);
        let raster = picture.and_then(|picture| picture.raster.as_ref());
        if let Some(raster) = raster.filter(|raster| raster.kept.is_none() && !is_too_large(raster))
        {
            let (all, paths) = by_content.entry(raster.hash).or_default();
            *all = all.and(*places);
            paths.push((path, raster));
        }
    }
    let mut published = BTreeMap::new();
    for (places, paths) in by_content.into_values() {
        let Some((source, raster)) = paths.first() else {
            continue;
        };
        let picture = Arc::new(picture(source, raster, places));
        let same = paths
            .iter()
            .map(|(path, _)| ((*path).clone(), Arc::clone(&picture)));
        published.extend(same);
    }
    published
}

fn picture(source: &HandbookPath, raster: &Raster, places: Places) -> PublishedPicture {
    let encoding = Encoding::of(raster);
    let shown = raster.stored.turned(raster.orientation);
    let name = source.name();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let name: String = slug(name).chars().take(NAME_MAX).collect();
    let hash = raster.hash.short();
    let file = |width: u32| {
        let dimensions = shown.scaled_to(width);
        let ending = encoding.extension();
        PictureFile {
            address: format!("{FOLDER}{name}-{hash}-{width}.{ending}"),
            dimensions,
            recipe: Recipe::Scaled {
                width,
                height: dimensions.height,
                encoding,
            },
        }
    };
    let widths = widths(raster, places);
    PublishedPicture {
        source: source.clone(),
        files: widths.into_iter().map(file).collect(),
    }
}
