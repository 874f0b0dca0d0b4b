//! Pages that show the same chapters: a chapter's own page and the one for printing.

use crate::content::Contents;
use crate::link::Linked;
use crate::pages::Page;
use crate::site::ChapterId;
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
        let shown = pages.flat_map(|page| page.chapters(&linked.site));
        Contents::new(linked, labels.collect(), shown.chain(further))
    }
}
