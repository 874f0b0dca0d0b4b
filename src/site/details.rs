//! What each chapter has by itself: its fields, and its anchors, for which the outline of its
//! page is needed.
//!
//! Both are read for every chapter alone, on all cores, and taken over from the last site where
//! nothing changed that they are read from.

use std::sync::Arc;

use rayon::prelude::*;

use super::page_outline::PageOutline;
use super::parsed::check_document;
use super::{Anchors, Chapter, Parsed, Site, anchors, reuse};
use crate::diagnostic::{Finding, codes};
use crate::kind::{Checked, Kind, check};
use crate::markdown::{Document, Settings};
use crate::source::Span;
use crate::yaml::{Key, Reader};

/// How many fields of another kind can't be misspelt ones.
const STRANGE: usize = 2;

/// Reads every chapter's fields: of originals first, since translations take fields from them.
pub(super) fn read_fields(site: &mut Site, last: Option<&Site>) {
    let last =
        last.filter(|last| Arc::ptr_eq(&last.kinds, &site.kinds) && last.config == site.config);
    for translations in [false, true] {
        let fields: Vec<_> = site
            .chapters
            .par_iter()
            .enumerate()
            .filter(|(number, chapter)| is_translation(*number, chapter) == translations)
            .filter_map(|(number, chapter)| {
                let original = translations.then(|| site.chapter(chapter.translations[0]));
                let known =
                    last.and_then(|last| reuse::with_fields_of(last, number, chapter, original));
                let fields = match known {
                    Some(known) if Arc::ptr_eq(&known.fields, &chapter.fields) => return None,
                    Some(known) => Fields::of(known),
                    None => fields(site, chapter, original),
                };
                Some((number, fields))
            })
            .collect();
        for (number, fields) in fields {
            let chapter = Arc::make_mut(&mut site.chapters[number]);
            chapter.fields = fields.checked;
            chapter.inherited = fields.inherited;
            chapter.markdown_fields = fields.markdown_fields;
            chapter.findings.fields = fields.findings;
        }
    }
}

fn is_translation(number: usize, chapter: &Chapter) -> bool {
    chapter.translations[0].0 != number && !chapter.is_fallback
}

#[derive(Default)]
struct Fields {
    checked: Arc<Checked>,
    inherited: Vec<usize>,
    markdown_fields: Arc<Vec<Document>>,
    findings: Arc<Vec<Finding>>,
}

impl Fields {
    fn of(known: &Chapter) -> Self {
        Self {
            checked: Arc::clone(&known.fields),
            inherited: known.inherited.clone(),
            markdown_fields: Arc::clone(&known.markdown_fields),
            findings: Arc::clone(&known.findings.fields),
        }
    }
}

fn fields(site: &Site, chapter: &Chapter, original: Option<&Chapter>) -> Fields {
    let mut findings = Vec::new();
    let mut reader = Reader {
        path: chapter.path().into(),
        findings: &mut findings,
    };
    // The fields of a kind that there is none of are none of another's; that has a finding already.
    let named = chapter.parsed.front.kind.as_ref();
    let is_unknown = named.is_some_and(|kind| {
        site.kinds.get(&kind.value).is_none() && site.kinds.called(&kind.value).is_none()
    });
    if is_unknown && !chapter.is_index {
        return Fields::default();
    }
    if let Some((key, other)) = of_another_kind(site, chapter) {
        let finding = reader.report(&codes::FIELDS_OF_ANOTHER_KIND, key.span);
        finding.set_arg("kind", site.kind(chapter).id.as_str());
        finding.set_arg("other", other.id.as_str());
        let start = key.span.range().start;
        let line = Span::new(start..start);
        finding.set_fix(line, format!("kind: {}\n", other.id));
        return Fields {
            findings: findings.into(),
            ..Fields::default()
        };
    }
    let same_kind = original.filter(|original| original.kind == chapter.kind);
    let (checked, inherited) = check(
        &chapter.parsed.front,
        site.kind(chapter),
        same_kind.map(|original| &*original.fields),
        &mut reader,
    );
    let settings = Settings::of(&site.config, chapter.parsed.edition);
    let documents: Vec<Document> = checked
        .markdown()
        .into_iter()
        .map(|text| {
            let places = text.places_in(&chapter.parsed.source.text);
            let mut document = Document::read(&text.text, 0, settings);
            document.is_within_yaml();
            document.place(|span| places.place(span));
            check_document(&document, &mut reader);
            document
        })
        .collect();
    Fields {
        checked: checked.into(),
        inherited,
        markdown_fields: documents.into(),
        findings: findings.into(),
    }
}

/// The kind whose fields a chapter has that takes another one from its folder, with the first of those that only
/// the former has: its file was moved.
fn of_another_kind<'s>(site: &'s Site, chapter: &'s Chapter) -> Option<(&'s Key, &'s Kind)> {
    let front = &chapter.parsed.front;
    if front.kind.is_some() || chapter.is_index {
        return None;
    }
    let own = site.kind(chapter);
    let is_strange = |key: &&Key| own.field(&key.text).is_none();
    let keys = || front.rest.iter().map(|(key, _)| key);
    let first = keys().find(is_strange)?;
    if keys().filter(is_strange).count() < STRANGE {
        return None;
    }
    let has_all = |kind: &&Kind| keys().all(|key| kind.field(&key.text).is_some());
    let mut others = site.kinds.iter().filter(has_all);
    let other = others.next()?;
    others.next().is_none().then_some((first, other))
}

/// Gives every chapter its anchors.
pub(super) fn read_anchors(site: &mut Site, last: Option<&Site>) {
    let read: Vec<_> = site
        .chapters
        .par_iter()
        .enumerate()
        .map(|(number, chapter)| {
            let known = last.and_then(|last| last.counterpart(number, chapter));
            match known {
                Some(known) if !reuse::has_anchors_of(site, known, chapter) => {
                    Some(Anchored::new(site, chapter))
                }
                Some(known) if Arc::ptr_eq(known, chapter) => None,
                Some(known) => Some(Anchored {
                    anchors: Arc::clone(&known.anchors),
                    includes: Arc::clone(&known.includes),
                    findings: Arc::clone(&known.findings.anchors),
                }),
                None => Some(Anchored::new(site, chapter)),
            }
        })
        .collect();
    for (chapter, read) in site.chapters.iter_mut().zip(read) {
        if let Some(read) = read {
            let chapter = Arc::make_mut(chapter);
            chapter.anchors = read.anchors;
            chapter.includes = read.includes;
            chapter.findings.anchors = read.findings;
        }
    }
}

struct Anchored {
    anchors: Arc<Anchors>,
    includes: Arc<Vec<Arc<Parsed>>>,
    findings: Arc<Vec<Finding>>,
}

impl Anchored {
    fn new(site: &Site, chapter: &Chapter) -> Self {
        let skip_title = chapter.opens_with_title();
        let mut outline = PageOutline::new(&chapter.parsed, skip_title, &site.texts);
        let mut findings = std::mem::take(&mut outline.findings);
        let includes = std::mem::take(&mut outline.includes);
        let anchors = anchors::of_page(outline, chapter, &mut findings);
        Self {
            anchors: anchors.into(),
            includes: includes.into(),
            findings: findings.into(),
        }
    }
}
