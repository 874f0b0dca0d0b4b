//! Includes: a page's text with the texts that it puts in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Parsed;
use crate::diagnostic::{Code, Finding};
use crate::markdown::{Document, Heading, Outline};
use crate::source::{HandbookPath, Span, percent_decode};

static CYCLE: Code = Code::error("include-cycle");
static TOO_MANY: Code = Code::error("too-many-includes");

/// How many texts one page may put in, those within others counted: texts that include each other
/// twice would double at every step.
pub const INCLUDES_MAX: usize = 256;

/// The file that `target`, written in the file at `path`, puts in.
pub fn included<'t>(
    path: &HandbookPath,
    target: &str,
    texts: &'t BTreeMap<HandbookPath, Arc<Parsed>>,
) -> Option<&'t Arc<Parsed>> {
    let target = percent_decode(target.split('#').next().unwrap_or_default())?;
    texts.get(&HandbookPath::resolve(path.folder(), &target)?)
}

/// Which texts a walk over a page is in, so that it ends. Both walks, the one that finds anchors
/// and the one that makes HTML, ask it, and so go the same way.
#[derive(Debug, Default)]
pub struct Guard {
    stack: Vec<HandbookPath>,
    count: usize,
}

/// Why a text isn't put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is being put in already.
    Cycle,
    /// The page has put in too many.
    TooMany,
}

impl Guard {
    /// Begins at the page's own file.
    pub fn new(path: &HandbookPath) -> Self {
        Self {
            stack: vec![path.clone()],
            count: 0,
        }
    }

    /// Goes into the text at `path`; [`Guard::leave`] ends that.
    ///
    /// # Errors
    /// When the text may not be put in here.
    pub fn enter(&mut self, path: &HandbookPath) -> Result<(), Refusal> {
        if self.stack.contains(path) {
            return Err(Refusal::Cycle);
        }
        if self.count == INCLUDES_MAX {
            return Err(Refusal::TooMany);
        }
        self.count += 1;
        self.stack.push(path.clone());
        Ok(())
    }

    /// Goes back to the text around.
    pub fn leave(&mut self) {
        self.stack.pop();
    }
}

/// The level on the page of a heading of level `level` in a text that is put in below a heading of
/// level `below` (0 for the page's own text, which keeps its levels). Level 1 is the page's title.
pub fn page_level(document: &Document, below: u8, level: u8) -> u8 {
    let top = document
        .headings()
        .map(|heading| heading.level)
        .min()
        .unwrap_or(1);
    let shifted = if below == 0 {
        level
    } else {
        below + 1 + level - top
    };
    shifted.clamp(2, 6)
}

/// A page's headings, with the level on the page and the file each stands in.
#[derive(Debug, Default)]
pub(super) struct Expanded<'s> {
    pub headings: Vec<(&'s Heading, u8, &'s HandbookPath)>,
    pub html_ids: Vec<(String, Span, HandbookPath)>,
    pub includes: Vec<Arc<Parsed>>,
    pub findings: Vec<Finding>,
}

/// Expands `parsed`; its first heading is left out if `skip_title`.
pub(super) fn expand<'s>(
    parsed: &'s Parsed,
    skip_title: bool,
    texts: &'s BTreeMap<HandbookPath, Arc<Parsed>>,
) -> Expanded<'s> {
    let mut expanded = Expanded::default();
    let mut guard = Guard::new(&parsed.source.path);
    walk(
        parsed,
        0,
        usize::from(skip_title),
        texts,
        &mut guard,
        &mut expanded,
    );
    expanded
}

fn walk<'s>(
    parsed: &'s Parsed,
    below: u8,
    skip: usize,
    texts: &'s BTreeMap<HandbookPath, Arc<Parsed>>,
    guard: &mut Guard,
    expanded: &mut Expanded<'s>,
) {
    let (document, path) = (&parsed.document, &parsed.source.path);
    let ids = document.html_ids.iter();
    expanded
        .html_ids
        .extend(ids.map(|(id, span)| (id.clone(), *span, path.clone())));
    let mut current = below.max(1);
    for part in document.outline.iter().skip(skip) {
        match part {
            Outline::Heading(heading) => {
                current = page_level(document, below, heading.level);
                expanded.headings.push((heading, current, path));
            }
            Outline::Include(number) => {
                let destination = &document.destinations[*number];
                let Some(text) = included(path, &destination.target, texts) else {
                    continue;
                };
                match guard.enter(&text.source.path) {
                    Ok(()) => {
                        expanded.includes.push(Arc::clone(text));
                        walk(text, current, 0, texts, guard, expanded);
                        guard.leave();
                    }
                    Err(refusal) => {
                        let code = match refusal {
                            Refusal::Cycle => &CYCLE,
                            Refusal::TooMany => &TOO_MANY,
                        };
                        let finding = Finding::new(code, path).at(destination.span);
                        let finding = finding.with("path", text.source.path.as_str());
                        expanded.findings.push(finding.with("max", INCLUDES_MAX));
                    }
                }
            }
        }
    }
}
