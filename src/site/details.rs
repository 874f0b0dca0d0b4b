//! What each chapter has by itself: its fields, and its anchors, for which includes are expanded.
//!
//! Both are read for every chapter alone, on all cores, and taken over from the last site where
//! nothing changed that they are read from.

use std::sync::Arc;

use rayon::prelude::*;

use super::parsed::check_document;
use super::{Chapter, Parsed, Site, anchors, expand};
use crate::diagnostic::Finding;
use crate::kind::{Checked, check};
use crate::markdown::{Document, Heading, Settings};
use crate::yaml::Reader;

/// Reads every chapter's fields.
pub(super) fn read_fields(site: &mut Site, last: Option<&Site>) {
    let last =
        last.filter(|last| Arc::ptr_eq(&last.kinds, &site.kinds) && last.config == site.config);
    let fields: Vec<_> = site
        .chapters
        .par_iter()
        .map(|chapter| {
            let known = last.and_then(|last| last.known(chapter)).filter(|known| {
                known.kind == chapter.kind && known.parsed.front == chapter.parsed.front
            });
            match known {
                Some(known) => (
                    Arc::clone(&known.fields),
                    Arc::clone(&known.prose),
                    Arc::clone(&known.findings[0]),
                ),
                None => fields(site, chapter),
            }
        })
        .collect();
    for (chapter, (fields, prose, findings)) in site.chapters.iter_mut().zip(fields) {
        let chapter = Arc::make_mut(chapter);
        chapter.fields = fields;
        chapter.prose = prose;
        chapter.findings[0] = findings;
    }
}

type Fields = (Arc<Checked>, Arc<Vec<Document>>, Arc<Vec<Finding>>);

fn fields(site: &Site, chapter: &Chapter) -> Fields {
    let mut findings = Vec::new();
    let mut reader = Reader {
        path: chapter.path(),
        findings: &mut findings,
    };
    let fields = check(&chapter.parsed.front, site.kind(chapter), &mut reader);
    let settings = Settings {
        language: &site.config.languages[chapter.edition],
        raw_html: site.config.raw_html,
    };
    let prose: Vec<Document> = fields
        .prose()
        .into_iter()
        .map(|prose| {
            let mut document = Document::read(&prose.text, 0, settings);
            // A place within a YAML block isn't one in the file: findings point at the block.
            document.place_at(prose.span);
            check_document(&document, &mut reader);
            document
        })
        .collect();
    (fields.into(), prose.into(), findings.into())
}

/// Gives every chapter its anchors.
pub(super) fn read_anchors(site: &mut Site, last: Option<&Site>) {
    let read: Vec<_> = site
        .chapters
        .par_iter()
        .map(|chapter| {
            let known = last.and_then(|last| last.known(chapter));
            match known {
                Some(known) if Arc::ptr_eq(known, chapter) && unchanged(site, chapter) => None,
                Some(known) if same_text(known, chapter) && unchanged(site, known) => {
                    Some(Anchored {
                        anchors: Arc::clone(&known.anchors),
                        html_ids: Arc::clone(&known.html_ids),
                        includes: Arc::clone(&known.includes),
                        findings: Arc::clone(&known.findings[1]),
                    })
                }
                _ => Some(Anchored::new(site, chapter)),
            }
        })
        .collect();
    for (chapter, read) in site.chapters.iter_mut().zip(read) {
        if let Some(read) = read {
            let chapter = Arc::make_mut(chapter);
            chapter.anchors = read.anchors;
            chapter.html_ids = read.html_ids;
            chapter.includes = read.includes;
            chapter.findings[1] = read.findings;
        }
    }
}

/// Whether the anchors of `known` are those of `chapter`, if its includes are unchanged too.
fn same_text(known: &Chapter, chapter: &Chapter) -> bool {
    Arc::ptr_eq(&known.parsed, &chapter.parsed)
        && Arc::ptr_eq(&known.prose, &chapter.prose)
        && known.title == chapter.title
}

/// Whether the texts that `chapter` puts in are still those that it put in. Which ones they are
/// depends on its text and theirs, and on which files there are.
fn unchanged(site: &Site, chapter: &Chapter) -> bool {
    if chapter.includes.is_empty() {
        return !chapter.parsed.document.has_includes();
    }
    let same = |known: &Arc<Parsed>| {
        let now = site.texts.get(&known.source.path);
        now.is_some_and(|now| Arc::ptr_eq(now, known))
    };
    chapter.includes.iter().all(same) && chapter.findings[1].is_empty()
}

struct Anchored {
    anchors: Arc<Vec<anchors::Anchor>>,
    html_ids: Arc<Vec<String>>,
    includes: Arc<Vec<Arc<Parsed>>>,
    findings: Arc<Vec<Finding>>,
}

impl Anchored {
    fn new(site: &Site, chapter: &Chapter) -> Self {
        let expanded = expand::expand(&chapter.parsed, chapter.opens_with_title(), &site.texts);
        let mut findings = expanded.findings;
        let headings = chapter.prose.iter().flat_map(|document| {
            let level = |heading: &Heading| heading.level.clamp(3, 6);
            document
                .headings()
                .map(move |heading| (heading, level(heading), chapter.path()))
        });
        let headings: Vec<_> = expanded.headings.iter().copied().chain(headings).collect();
        let anchors = anchors::assign(&headings, &expanded.html_ids, &mut findings);
        let html_ids: Vec<String> = expanded.html_ids.into_iter().map(|(id, ..)| id).collect();
        Self {
            anchors: anchors.into(),
            html_ids: html_ids.into(),
            includes: expanded.includes.into(),
            findings: findings.into(),
        }
    }
}
