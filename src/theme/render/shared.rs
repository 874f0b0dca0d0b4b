//! Pages that show the same chapters: a chapter's own page and the one for printing.

use crate::content::Contents;
use crate::link::Linked;
use crate::pages::{Page, printed};
use crate::site::{ChapterId, Site};
use crate::theme::Theme;

impl Theme {
    /// The contents of chapters for rendering `pages`. Those of `further` will be asked for once
    /// more.
    pub fn contents<'l>(
        &'l self,
        linked: &'l Linked,
        pages: impl Iterator<Item = Page>,
        further: impl Iterator<Item = ChapterId>,
    ) -> Contents<'l> {
        let labels = self.editions.iter().map(|texts| &texts.labels);
        let shown = pages.flat_map(|page| chapters_on(&linked.site, page));
        Contents::new(linked, labels.collect(), shown.chain(further))
    }
}

/// The chapters whose texts a page shows.
pub fn chapters_on(site: &Site, page: Page) -> Vec<ChapterId> {
    match page {
        Page::Chapter(id) => vec![id],
        Page::Section(id, 1) => site.section(id).index.into_iter().collect(),
        Page::Print(id, part) => {
            let index = site.section(id).index.filter(|_| part == 1);
            index.into_iter().chain(printed(site, id, part)).collect()
        }
        _ => Vec::new(),
    }
}
