//! Pages that are made together, by one thread: they show the same chapters.
//!
//! A unit is some chapters of a section, with the page on which they are printed and, where they are
//! the first ones, the page of the section. So a chapter's text is needed in one unit only. Any other
//! page is a unit by itself.

use std::collections::BTreeMap;

use super::paging::printing_parts;
use super::{Page, Plan, PlannedPage};
use crate::site::{ChapterId, SectionId, Site};

/// Pages that are made together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit<'p> {
    /// The pages.
    pub pages: Vec<&'p PlannedPage>,
}

impl Unit<'_> {
    /// The chapters that have their pages in it.
    pub fn chapters<'s>(&'s self, site: &'s Site) -> impl Iterator<Item = ChapterId> + 's {
        let pages = self.pages.iter();
        pages.filter_map(|planned| planned.page.chapter(site))
    }
}

impl Plan {
    /// All pages, each in one unit: first those with chapters, in the order of reading.
    pub fn units(&self, site: &Site) -> Vec<Unit<'_>> {
        let sections = (0..site.sections.len()).map(SectionId);
        let parts = sections.flat_map(|section| printing_parts(site, section));
        let part_of: BTreeMap<ChapterId, usize> = parts.collect();
        let mut units: BTreeMap<(SectionId, usize), Vec<&PlannedPage>> = BTreeMap::new();
        let mut others = Vec::new();
        for planned in self.pages() {
            let unit = match planned.page {
                Page::Chapter(id) => part_of
                    .get(&id)
                    .map(|part| (site.chapter(id).section, *part)),
                Page::Section(id, 1) => Some((id, 1)),
                Page::Print(id, part) => Some((id, part)),
                _ => None,
            };
            match unit {
                Some(unit) => units.entry(unit).or_default().push(planned),
                None => others.push(Unit {
                    pages: vec![planned],
                }),
            }
        }
        let units = units.into_values().map(|pages| Unit { pages });
        let mut units: Vec<Unit<'_>> = units.chain(others).collect();
        units.sort_by_cached_key(|unit| {
            let chapters = unit.chapters(site).map(|id| site.chapter(id));
            let first = chapters
                .map(|chapter| (chapter.edition, chapter.place))
                .min();
            (first.is_none(), first)
        });
        units
    }
}
