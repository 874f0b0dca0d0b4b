//! The contents of chapters while a site is written.

use std::sync::{Arc, Mutex, PoisonError};

use super::ChapterContent;
use crate::html::{ChapterRenderer, Labels};
use crate::link::Linked;
use crate::site::ChapterId;

/// The contents of all chapters: each is read when it is first asked for, by whichever thread, and
/// dropped after its last use. So what is kept at a time depends on the order in which pages are
/// made, and not on how many there are.
#[derive(Debug)]
pub struct Contents<'s> {
    linked: &'s Linked,
    labels: Vec<&'s Labels>,
    chapters: Vec<Mutex<Kept<'s>>>,
}

#[derive(Debug, Default)]
struct Kept<'s> {
    content: Option<Arc<ChapterContent<'s>>>,
    /// How often it will still be asked for.
    uses: usize,
}

impl<'s> Contents<'s> {
    /// The contents of all chapters of `linked`, with the words of each edition. Each chapter in
    /// `uses` will be asked for once more.
    pub fn new(
        linked: &'s Linked,
        labels: Vec<&'s Labels>,
        uses: impl Iterator<Item = ChapterId>,
    ) -> Self {
        let chapters = linked.site.chapters.iter();
        let mut chapters: Vec<Kept<'_>> = chapters.map(|_| Kept::default()).collect();
        for id in uses {
            chapters[id.0].uses += 1;
        }
        Self {
            linked,
            labels,
            chapters: chapters.into_iter().map(Mutex::new).collect(),
        }
    }

    /// The content of a chapter.
    pub fn get(&self, id: ChapterId) -> Arc<ChapterContent<'s>> {
        let kept = self.chapters[id.0].lock();
        // A thread that panicked while it read a content has left none.
        let mut kept = kept.unwrap_or_else(PoisonError::into_inner);
        let content = kept.content.take().unwrap_or_else(|| self.read(id));
        kept.uses = kept.uses.saturating_sub(1);
        if kept.uses > 0 {
            kept.content = Some(Arc::clone(&content));
        }
        content
    }

    fn read(&self, id: ChapterId) -> Arc<ChapterContent<'s>> {
        let edition = self.linked.site.chapter(id).parsed.edition;
        let renderer = ChapterRenderer {
            linked: self.linked,
            id,
            labels: self.labels[edition.index()],
            with_places: false,
        };
        Arc::new(ChapterContent::read(renderer))
    }
}
