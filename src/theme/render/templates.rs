//! Which template makes a page.

use crate::pages::Page;
use crate::site::Site;
use crate::theme::Theme;

impl Theme {
    /// The template of a page: for a chapter the one of its kind, if the theme has one.
    pub(super) fn template(&self, site: &Site, page: Page) -> String {
        if let Page::Chapter(id) = page {
            let own = format!("kinds/{}.html", site.chapter(id).kind);
            if self.template_paths.contains_key(&own) {
                return own;
            }
        }
        format!("{}.html", page_type(site, page))
    }
}

/// The sort of a page, which is also the name of its template.
pub(super) fn page_type(site: &Site, page: Page) -> &'static str {
    match page {
        Page::Chapter(_) => "chapter",
        Page::Section(id, _) if site.editions.iter().any(|edition| edition.root == id) => "start",
        Page::Section(..) => "section",
        Page::Glossary(_) => "glossary",
        Page::Search(_) => "search",
        Page::Collection(_) => "collection",
        Page::Alphabet(_) | Page::Letter(..) => "alphabet",
        Page::Print(..) => "print",
        Page::Untranslated(_) => "untranslated",
        Page::Catalogue(..) | Page::Facet(..) => "catalogue",
        Page::Compare(..) => "comparison",
        Page::TagIndex(..) => "words",
        Page::Versions(_) => "versions",
        Page::Changes(..) => "changes",
        Page::Pictures(..) => "pictures",
        Page::NotFound => "not-found",
    }
}
