//! The pictures of chapters, and those that say who made them: on the page that lists these, readers and makers find them all.

use super::{Linked, Targets};
use crate::config::EditionId;
use crate::markdown::{DECORATIVE, DestinationKind, Document};
use crate::site::ChapterId;
use crate::source::HandbookPath;

/// The picture that stands for a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterPicture {
    /// Its file.
    pub file: HandbookPath,
    /// What it shows; empty if that isn't said in the chapter's language, or if it is decoration.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
}

/// A picture that says who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Its file.
    pub file: HandbookPath,
    /// What it shows.
    pub alt: String,
    /// Its caption, in which its maker is named.
    pub text: String,
    /// The chapter that shows it.
    pub chapter: ChapterId,
}

impl Linked {
    /// The picture that stands for a chapter.
    pub fn picture_of(&self, id: ChapterId) -> Option<&ChapterPicture> {
        self.chapter_pictures[id.0].as_ref()
    }

    /// The pictures of an edition that say who made them, in the order of reading.
    pub fn credits(&self, edition: EditionId) -> &[Credit] {
        &self.credits[edition.index()]
    }

    /// The credits of each edition, in the order of reading. A picture is listed once, with the chapter that
    /// shows it first.
    pub(super) fn find_credits(&self) -> Vec<Vec<Credit>> {
        let editions = self.site.editions.iter();
        let of_edition = editions.map(|edition| {
            let mut credits: Vec<Credit> = Vec::new();
            for id in &edition.reading_order {
                if !self.site.chapter(*id).is_fallback {
                    self.credits_of(*id, &mut credits);
                }
            }
            let mut known = std::collections::BTreeSet::new();
            credits.retain(|credit| known.insert((credit.file.clone(), credit.text.clone())));
            credits
        });
        of_edition.collect()
    }

    fn credits_of(&self, id: ChapterId, credits: &mut Vec<Credit>) {
        let chapter = self.site.chapter(id);
        if let Some(picture) = self.picture_of(id)
            && let Some(credit) = &picture.credit
        {
            credits.push(Credit {
                file: picture.file.clone(),
                alt: picture.alt.clone(),
                text: credit.clone(),
                chapter: id,
            });
        }
        for text in [&chapter.parsed].into_iter().chain(chapter.includes.iter()) {
            let targets = || self.targets(&text.source.path);
            credits_in(&text.document, targets, id, credits);
        }
        let fields = chapter.markdown_fields.iter().enumerate();
        for (field, document) in fields {
            credits_in(document, || self.field_targets(id, field), id, credits);
        }
    }
}

fn credits_in<'l>(
    document: &Document,
    targets: impl Fn() -> &'l Targets,
    chapter: ChapterId,
    credits: &mut Vec<Credit>,
) {
    let images = document.facts.images.iter();
    let named = images.filter(|image| image.names_maker);
    for image in named {
        let mut destinations = document.destinations.iter();
        let found = destinations.find(|destination| {
            let shows = matches!(
                destination.kind,
                DestinationKind::Image | DestinationKind::Html { shows: true, .. }
            );
            shows && destination.target == image.target
        });
        let target = found.map(|destination| targets().get(destination.key));
        if let Some(super::Target::Asset(file)) = target {
            let alt = image.alt.as_deref().unwrap_or_default().trim();
            credits.push(Credit {
                file: file.clone(),
                alt: if alt == DECORATIVE { "" } else { alt }.to_owned(),
                text: image.title.trim().to_owned(),
                chapter,
            });
        }
    }
}
