//! The targets from before an edit that it can't have changed.
//!
//! Targets hold as long as all places of the site do ([`Site::has_places_of`]) and the anchors of
//! the chapters they lead to. A text with a finding is always resolved anew: what it is offered
//! may have changed.

use std::sync::Arc;

use super::{FieldTargets, Linked, Target, Targets, TextTargets};
use crate::diagnostic::Finding;
use crate::site::{Chapter, Parsed, Site};

pub(super) struct PreviousTargets<'l> {
    last: Option<&'l Linked>,
    /// The texts, in the order of their paths, with their targets.
    texts: Vec<(&'l Arc<Parsed>, &'l TextTargets)>,
    /// Whether a chapter has other anchors than before, by its number. Empty if none has.
    moved: Vec<bool>,
}

impl<'l> PreviousTargets<'l> {
    pub fn new(last: Option<&'l Linked>, site: &Site) -> Self {
        let last = last.filter(|last| site.has_places_of(&last.site));
        let mut moved = Vec::new();
        if let Some(last) = last {
            for (number, (previous, now)) in
                last.site.chapters.iter().zip(&site.chapters).enumerate()
            {
                let same = Arc::ptr_eq(previous, now) || previous.anchors == now.anchors;
                if !same {
                    moved.resize(site.chapters.len(), false);
                    moved[number] = true;
                }
            }
        }
        let texts = last
            .into_iter()
            .flat_map(|last| last.site.texts.values().zip(last.texts.values()));
        Self {
            last,
            texts: texts.collect(),
            moved,
        }
    }

    /// The targets of a text, by its place in the order of the paths.
    pub fn text(&self, place: usize, now: &Arc<Parsed>) -> Option<TextTargets> {
        let (previous, resolved) = self.texts.get(place)?;
        let holds =
            Arc::ptr_eq(previous, now) && self.holds(resolved.targets.iter(), &resolved.findings);
        holds.then(|| Arc::clone(resolved))
    }

    /// The targets of a chapter's fields.
    pub fn fields(&self, number: usize, now: &Chapter) -> Option<FieldTargets> {
        let last = self.last?;
        let previous = &last.site.chapters[number];
        if !Arc::ptr_eq(&previous.fields, &now.fields)
            || !Arc::ptr_eq(&previous.markdown_fields, &now.markdown_fields)
        {
            return None;
        }
        let resolved = &last.fields[number];
        self.holds(
            resolved.targets.iter().flat_map(Targets::iter),
            &resolved.findings,
        )
        .then(|| Arc::clone(resolved))
    }

    /// What is wrong with the links within a chapter's page.
    pub fn within(&self, number: usize, now: &Chapter) -> Option<Arc<Vec<Finding>>> {
        let last = self.last?;
        let previous = &last.site.chapters[number];
        let same = Arc::ptr_eq(&previous.parsed, &now.parsed)
            && Arc::ptr_eq(&previous.markdown_fields, &now.markdown_fields)
            && Arc::ptr_eq(&previous.anchors, &now.anchors)
            && Arc::ptr_eq(&previous.includes, &now.includes);
        (same && last.within[number].is_empty()).then(|| Arc::clone(&last.within[number]))
    }

    fn holds<'t>(
        &self,
        mut targets: impl Iterator<Item = &'t Target>,
        findings: &[Finding],
    ) -> bool {
        let holds = |target: &Target| match target {
            Target::Chapter(id, Some(_)) => !self.moved[id.0],
            _ => true,
        };
        findings.is_empty() && (self.moved.is_empty() || targets.all(holds))
    }
}
