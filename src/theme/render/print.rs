//! A section's chapters in full on one page, for printing.
//!
//! Ids of a chapter begin with its name there, ways to a chapter on the page lead to it there, and
//! headings stand a level lower. A page holds a bounded number of chapters.

use super::View;
use super::listing::paging;
use crate::html::Frame;
use crate::pages::{Page, print_pages};
use crate::site::{ChapterId, Node};
use crate::theme::context::{ChapterContext, PrintContext, PrintedChapter};

impl View<'_> {
    pub(super) fn print(&self) -> Option<PrintContext> {
        let Page::Print(section, part) = self.page else {
            return None;
        };
        let order = self.page.chapters(self.site);
        let index = self.section_at(section).index.filter(|_| part == 1);
        let beginning = |id: &ChapterId| {
            let address = self.chapter_at(*id).address.trim_end_matches('/');
            let name = address.rsplit('/').next().unwrap_or_default();
            let name = if Some(*id) == index { "" } else { name };
            (*id, format!("k-{name}--"))
        };
        let mut chapters: Vec<(ChapterId, String)> = order.iter().map(beginning).collect();
        chapters.sort_by_key(|(id, _)| *id);
        let shown = order.iter().map(|id| {
            let frame = Frame {
                address: self.address.as_str(),
                prefix: beginning(id).1,
                name: &self.chapter_at(*id).title,
                chapters: &chapters,
            };
            let chapter = self.chapter_context(*id, &frame);
            PrintedChapter {
                id: frame.title_id(),
                is_introduction: Some(*id) == index,
                chapter: ChapterContext {
                    title: self.numbered(Node::Chapter(*id), chapter.title),
                    ..chapter
                },
            }
        });
        Some(PrintContext {
            chapters: shown.collect(),
            section: self.url_of(Page::Section(section, 1)),
            pages: paging(print_pages(self.site, section), part, &|part| {
                self.url_of(Page::Print(section, part))
            }),
        })
    }

    /// Where the section's chapters stand to be printed.
    pub(super) fn print_url(&self, section: crate::site::SectionId) -> Option<String> {
        (print_pages(self.site, section) > 0).then(|| self.url_of(Page::Print(section, 1)))
    }
}
