//! Pictures that stand for chapters, and the list of pictures with their makers.

use super::View;
use super::listing::paging;
use super::outside::media_type;
use crate::link::PictureFile;
use crate::pages::{Page, list_range, parts_of};
use crate::site::{ChapterId, escape};
use crate::source::HandbookPath;
use crate::theme::context::{CreditContext, ImageContext, Link, Picture, PicturesContext};

/// The width of a picture in a list for browsers that don't choose.
const PLAIN: u32 = 700;

/// The width that other sites ask for at least.
const SHARED: u32 = 1200;

impl View<'_> {
    /// The picture that stands for a chapter.
    pub(super) fn image_of(&self, id: ChapterId) -> Option<ImageContext> {
        let picture = self.linked.picture_of(id)?;
        let image = self.image(&picture.file, &picture.alt)?;
        Some(ImageContext {
            credit: picture.credit.clone(),
            ..image
        })
    }

    fn image(&self, file: &HandbookPath, alt: &str) -> Option<ImageContext> {
        let image = ImageContext {
            url: String::new(),
            srcset: None,
            width: None,
            height: None,
            alt: alt.to_owned(),
            credit: None,
        };
        let Some(picture) = self.linked.pictures.get(file) else {
            let known = self.site.pictures.get(file);
            let dimensions = known.map(|picture| picture.dimensions);
            return Some(ImageContext {
                url: self.url(self.site.assets.get(file)?),
                width: dimensions.map(|dimensions| dimensions.width),
                height: dimensions.map(|dimensions| dimensions.height),
                ..image
            });
        };
        let size =
            |file: &PictureFile| format!("{} {}w", self.url(&file.address), file.dimensions.width);
        let sizes: Vec<String> = picture.files.iter().map(size).collect();
        let largest = picture.largest().dimensions;
        Some(ImageContext {
            url: self.url(&picture.at_least(PLAIN).address),
            srcset: (sizes.len() > 1).then(|| sizes.join(", ")),
            width: Some(largest.width),
            height: Some(largest.height),
            ..image
        })
    }

    /// What other sites show with a link to the page: the picture of its chapter, where that consists of
    /// pixels, else the handbook's.
    pub(super) fn page_preview(&self) -> Option<Picture> {
        let base = self.site.config.url.as_ref()?;
        let own = self.chapter.and_then(|id| self.linked.picture_of(id));
        let own = own.and_then(|own| {
            let file = self.linked.pictures.get(&own.file)?.at_least(SHARED);
            let path = HandbookPath::parse(&file.address).ok()?;
            Some(Picture {
                url: format!("{base}{}", escape(&file.address)),
                ty: media_type(&path),
                width: Some(file.dimensions.width),
                height: Some(file.dimensions.height),
                alt: own.alt.clone(),
            })
        });
        own.or_else(|| self.preview())
    }

    /// The pictures that say who made them.
    pub(super) fn pictures(&self) -> Option<PicturesContext> {
        let Page::Pictures(edition, part) = self.page else {
            return None;
        };
        let credits = self.linked.credits(edition);
        let range = list_range(part);
        let shown = &credits[range.start..range.end.min(credits.len())];
        let items = shown.iter().filter_map(|credit| {
            let chapter = self.chapter_at(credit.chapter);
            Some(CreditContext {
                image: self.image(&credit.file, &credit.alt)?,
                credit: credit.text.clone(),
                chapter: Link {
                    title: chapter.title.clone(),
                    url: self.url_of_chapter(credit.chapter),
                    language: self.language_of_text(chapter),
                },
            })
        });
        Some(PicturesContext {
            items: items.collect(),
            pages: paging(parts_of(credits.len()), part, &|part| {
                self.url_of(Page::Pictures(edition, part))
            }),
        })
    }
}
