//! Whether readers get to the pages that the law asks for from every page.
//!
//! 1. The standard theme leads to them in its footer. Only templates of a handbook's own can lose that,
//!    so one page for each template is rendered where there are such.
//! 2. Each must link to every legal page; what a page doesn't link to is reported at the own template that
//!    it is made from.

use std::collections::{BTreeMap, BTreeSet};

use super::View;
use crate::diagnostic::{Finding, PlacePath, codes};
use crate::link::Linked;
use crate::pages::{Page, Plan};
use crate::theme::{Theme, layers};

/// The templates that hold the footer of all pages, from the inside out.
const FRAMES: [&str; 2] = ["parts/footer.html", "base.html"];

impl Theme {
    /// Finds legal pages to which pages of the handbook's own templates don't lead.
    pub fn legal_pages_out_of_reach(&self, linked: &Linked, plan: &Plan) -> Vec<Finding> {
        if linked.legal().is_empty() || self.own_templates.is_empty() {
            return Vec::new();
        }
        let mut first: BTreeMap<String, Page> = BTreeMap::new();
        for planned in plan.pages() {
            let template = self.template(&linked.site, planned.page);
            first.entry(template).or_insert(planned.page);
        }
        let lost: BTreeSet<(PlacePath, &str)> = first
            .into_iter()
            .flat_map(|(template, page)| {
                let file = self.own_template(&template);
                let lost = self.lost(linked, plan, page);
                lost.into_iter().map(move |name| (file.clone(), name))
            })
            .collect();
        lost.into_iter()
            .map(|(file, name)| {
                Finding::new(&codes::LEGAL_PAGE_OUT_OF_REACH, &file).with("page", name)
            })
            .collect()
    }

    /// The names of the legal pages to which `page` doesn't lead. One that can't be rendered is none to
    /// speak of here.
    fn lost(&self, linked: &Linked, plan: &Plan, page: Page) -> Vec<&'static str> {
        let Ok(html) = self.render(linked, plan, page) else {
            return Vec::new();
        };
        let view = View::new(self, linked, plan, page);
        let shared = view.as_shared();
        let legal = linked.legal().iter();
        let lost = legal.filter(|page| {
            // A frame that pages share leads to a page from outside, on that page itself too.
            let urls = [&view, &shared].map(|view| view.url_of_legal(page.chapter));
            urls.iter()
                .all(|url| !html.contains(&format!("href=\"{url}\"")))
        });
        lost.map(|page| page.name).collect()
    }

    /// The file of the handbook's own that decides on the footer of pages of `template`.
    fn own_template(&self, template: &str) -> PlacePath {
        let overrides =
            |name: &&str| self.own_templates.contains(*name) && layers::has_template(name);
        let frame = [template].into_iter().chain(FRAMES).find(overrides);
        let file = self.template_paths.get(frame.unwrap_or(template));
        file.cloned()
            .unwrap_or_else(|| PlacePath::outside(template))
    }
}
