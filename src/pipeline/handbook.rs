//! A handbook that is ready: its pages can be rendered, and its site written.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::diagnostic::{Finding, Severity, normalize};
use crate::link::Linked;
use crate::output::site::{self, Sources};
use crate::output::{Index, Sink, entries, index_files};
use crate::pages::{Page, Plan, PlannedPage};
use crate::release::{Compatibility, Manifest, PageEntry, chapter_entries, check_published_urls};
use crate::source::{FileText, Snapshot};
use crate::theme::Theme;

/// How many pages are rendered to try the templates, beside one of every sort.
const SMOKE_PAGES: usize = 50;

/// A handbook that is ready to be rendered, unless there are errors.
#[derive(Debug)]
pub struct Handbook {
    /// Its chapters and where everything leads.
    pub linked: Linked,
    /// What its site consists of.
    pub plan: Arc<Plan>,
    /// What it looks like.
    pub theme: Arc<Theme>,
    /// What is wrong with it, settled.
    pub findings: Vec<Finding>,
    /// What each chapter reads like, once somebody has asked for it.
    pub(super) chapters: OnceLock<Vec<PageEntry>>,
}

impl Handbook {
    /// The files of the search index of every edition, by path in the site, without any page.
    pub fn index(&self) -> BTreeMap<String, Vec<u8>> {
        index_files(&self.linked.site)
    }

    /// Writes the site into `sink`, with a search index if `index` says so, and gives the manifest of what
    /// was written. `progress` is called after every page, from any thread.
    pub fn write(
        &self,
        index: Index,
        sink: &impl Sink,
        progress: &(impl Fn() + Sync),
    ) -> (Manifest, Vec<Finding>) {
        let sources = Sources {
            linked: &self.linked,
            plan: &self.plan,
            theme: &self.theme,
            chapters: self.chapters.get().map(Vec::as_slice),
        };
        site::write(sources, index, sink, progress)
    }

    /// Holds the handbook against what was published.
    pub fn compatibility(&self, last: &Manifest) -> Compatibility {
        let chapters = self.chapters.get_or_init(|| chapter_entries(&self.linked));
        let pages = entries(&self.linked, &self.plan, &mut |id| chapters[id.0].clone());
        let site = &self.linked.site;
        let unlisted = site.chapters.iter().zip(chapters);
        let unlisted = unlisted.filter(|(chapter, _)| !chapter.is_listed());
        let unlisted = unlisted.map(|(chapter, entry)| (chapter.address.clone(), entry.clone()));
        check_published_urls(
            last,
            &self.linked,
            pages,
            unlisted.collect(),
            self.plan.redirects(),
        )
    }

    /// The HTML of a page.
    ///
    /// # Errors
    /// A finding at the place in the template that failed.
    pub fn render(&self, page: Page) -> Result<String, Box<Finding>> {
        self.theme.render(&self.linked, &self.plan, page)
    }

    /// The HTML of a page as its author sees it: blocks say where they stand in the author's files.
    ///
    /// # Errors
    /// As [`Handbook::render`].
    pub fn render_for_preview(&self, page: Page) -> Result<String, Box<Finding>> {
        self.theme
            .render_for_preview(&self.linked, &self.plan, page)
    }

    /// What is wrong with templates, as far as some pages of every sort show it: they are rendered
    /// for that.
    pub fn smoke_render(&self) -> Vec<Finding> {
        let all = self.plan.pages();
        let step = all.len().div_ceil(SMOKE_PAGES).max(1);
        let mut sorts = Vec::new();
        let mut tried = Vec::new();
        for (number, planned) in all.iter().enumerate() {
            let sort = discriminant(&planned.page);
            if number % step == 0 || !sorts.contains(&sort) {
                sorts.push(sort);
                tried.push(planned);
            }
        }
        let renderer = self.theme.renderer(&self.linked, &self.plan);
        let render = |planned: &&PlannedPage| renderer.render(planned.page).err();
        let mut findings: Vec<_> = tried.par_iter().filter_map(render).map(|f| *f).collect();
        let mut places = BTreeSet::new();
        findings.retain(|finding| places.insert((finding.code.slug, finding.place.clone())));
        findings
    }

    /// Whether something keeps it from being published.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Adds what a later stage found.
    pub fn report(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
        normalize(&mut self.findings, &self.linked.site.config.levels);
    }

    /// The text of a file, for showing findings in it.
    pub fn source<'a>(&'a self, snapshot: &'a Snapshot, path: &str) -> Option<&'a FileText> {
        snapshot
            .text(path)
            .map(|source| &source.text)
            .or_else(|| self.theme.source(path))
    }
}
