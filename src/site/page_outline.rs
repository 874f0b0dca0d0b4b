//! What of a page must be known before anything can lead to it: its headings, the places that raw
//! HTML sets, and the texts that it puts in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Parsed;
use super::walk::{INCLUDES_MAX, Include, Refusal, Step, Walk};
use crate::diagnostic::{Finding, codes};
use crate::markdown::{Heading, Outline};
use crate::source::{HandbookPath, Span};

/// The outline of a page.
#[derive(Debug, Default)]
pub(super) struct PageOutline<'s> {
    pub headings: Vec<OutlineHeading<'s>>,
    /// Anchors that raw HTML sets.
    pub html_ids: Vec<SetAnchor<'s>>,
    pub includes: Vec<Arc<Parsed>>,
    pub findings: Vec<Finding>,
}

/// A heading on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct OutlineHeading<'s> {
    pub heading: &'s Heading,
    /// Its level on the page, which may differ from that in its file.
    pub level: u8,
    /// The file in which it stands.
    pub path: &'s HandbookPath,
}

/// An anchor that an author sets.
#[derive(Debug, Clone, Copy)]
pub(super) struct SetAnchor<'s> {
    pub id: &'s str,
    pub span: Span,
    /// The file in which it stands.
    pub path: &'s HandbookPath,
}

impl<'s> PageOutline<'s> {
    /// The outline of the page with the text of `file`, whose first heading is left out if
    /// `skip_title`.
    pub fn new(
        file: &'s Parsed,
        skip_title: bool,
        texts: &'s BTreeMap<HandbookPath, Arc<Parsed>>,
    ) -> Self {
        let mut outline = Self::default();
        outline.enter(file);
        let mut walk = Walk::outline(file, skip_title, texts);
        while let Some(step) = walk.next() {
            let Step::Part(placed) = step else { continue };
            let path = &placed.text.file.unwrap_or(file).source.path;
            if let (Some(on_page), Outline::Heading(heading)) = (placed.heading, *placed.part) {
                outline.headings.push(OutlineHeading {
                    heading,
                    level: on_page.level,
                    path,
                });
            }
            if let Some(include) = placed.include {
                outline.include(include, path);
            }
        }
        outline
    }

    fn enter(&mut self, file: &'s Parsed) {
        let ids = file.document.html_ids.iter();
        let path = &file.source.path;
        self.html_ids.extend(ids.map(|(id, span)| SetAnchor {
            id,
            span: *span,
            path,
        }));
    }

    fn include(&mut self, include: Include<'s>, path: &HandbookPath) {
        let (code, file) = match include.text {
            Ok(file) => {
                self.includes.push(Arc::clone(file));
                return self.enter(file);
            }
            Err(Refusal::Missing) => return,
            Err(Refusal::Cycle(file)) => (&codes::INCLUDE_CYCLE, file),
            Err(Refusal::TooMany(file)) => (&codes::TOO_MANY_INCLUDES, file),
        };
        let finding = Finding::new(code, path).at(include.destination.span);
        let finding = finding.with("path", file.source.path.as_str());
        self.findings.push(finding.with("max", INCLUDES_MAX));
    }
}
