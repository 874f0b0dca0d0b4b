//! Relations between chapters: written once, on either side, and known on both.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Chapter, ChapterId, Site, slug};
use crate::config::{EditionId, Localized};
use crate::diagnostic::{Code, Finding, Suggestions, codes, is_plain};
use crate::kind::{FieldValue, Kind, KindId, RefTo, Relation, Status};
use crate::source::Spanned;

/// Under which label a related chapter stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// A field of the chapter's own kind.
    Field {
        /// The kind.
        kind: KindId,
        /// Index of the field.
        field: usize,
    },
    /// The way back along a field of another kind.
    Back {
        /// The other kind.
        kind: KindId,
        /// Index of its field.
        field: usize,
    },
}

impl Label {
    /// The kind whose field it is.
    pub fn kind(&self) -> &KindId {
        match self {
            Self::Field { kind, .. } | Self::Back { kind, .. } => kind,
        }
    }

    /// Index of the field.
    pub fn field(&self) -> usize {
        match self {
            Self::Field { field, .. } | Self::Back { field, .. } => *field,
        }
    }
}

/// Chapters that stand under one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The label.
    pub label: Label,
    /// The chapters, in reading order of the edition.
    pub chapters: Vec<ChapterId>,
}

/// Resolves every reference and gives both sides their relations.
pub(super) fn resolve(site: &mut Site, findings: &mut Vec<Finding>) {
    let mut names = Names::new(site);
    let mut related: Vec<BTreeMap<Label, BTreeSet<ChapterId>>> =
        vec![BTreeMap::new(); site.chapters.len()];
    for (number, chapter) in site.chapters.iter().enumerate() {
        let from = ChapterId(number);
        let kind = site.kind(chapter);
        for (index, value) in &chapter.fields.values {
            let FieldValue::Refs(refs) = value else {
                continue;
            };
            let relation = kind.fields[*index]
                .ty
                .relation()
                .expect("only relations hold refs");
            // What a translation takes from its original is reported there.
            let mut silent = Vec::new();
            let findings = if chapter.inherited.contains(index) {
                &mut silent
            } else {
                &mut *findings
            };
            for reference in refs {
                let Some(to) = names.target(site, chapter, relation, reference, findings) else {
                    continue;
                };
                if to == from {
                    findings.push(
                        Finding::new(&codes::REFERENCE_TO_ITSELF, chapter.path())
                            .at(reference.span)
                            .with("id", reference.id.as_str()),
                    );
                    continue;
                }
                // A relation to it waits until it is listed.
                if chapter.is_listed() && !site.chapter(to).is_listed() {
                    continue;
                }
                let label = Label::Field {
                    kind: kind.id.clone(),
                    field: *index,
                };
                related[from.0].entry(label).or_default().insert(to);
                if !chapter.is_listed() {
                    continue;
                }
                let label = back(site, kind, *index, relation, site.chapter(to));
                // The way back from another language leads to the chapter in that language.
                let back_to = site.in_edition(from, site.chapter(to).edition);
                related[to.0].entry(label).or_default().insert(back_to);
            }
        }
    }
    let others: Vec<_> = site
        .chapters
        .iter()
        .map(|chapter| {
            let successor = names.successor(site, chapter, findings);
            let shown = chapter.parsed.front.featured.clone();
            let featured = shown.and_then(|shown| names.other(site, chapter, shown, findings));
            [successor, featured].map(|other| {
                other.filter(|id| !chapter.is_listed() || site.chapter(*id).is_listed())
            })
        })
        .collect();
    for (chapter, others) in site.chapters.iter_mut().zip(others) {
        if others != [None; 2] {
            let chapter = Arc::make_mut(chapter);
            [chapter.successor, chapter.featured] = others;
        }
    }
    let place: Vec<usize> = site.chapters.iter().map(|chapter| chapter.place).collect();
    for (chapter, related) in site.chapters.iter_mut().zip(related) {
        Arc::make_mut(chapter).related = related
            .into_iter()
            .map(|(label, chapters)| {
                let mut chapters: Vec<ChapterId> = chapters.into_iter().collect();
                chapters.sort_by_key(|id| (place[id.0], id.0));
                Related { label, chapters }
            })
            .collect();
    }
}

/// The label on the other side: its field for the same relation, or the way back.
fn back(site: &Site, kind: &Kind, field: usize, relation: &Relation, to: &Chapter) -> Label {
    let inverse = relation.inverse.as_deref();
    match inverse.and_then(|inverse| site.kind(to).field(inverse)) {
        Some((field, _)) => Label::Field {
            kind: to.kind.clone(),
            field,
        },
        None => Label::Back {
            kind: kind.id.clone(),
            field,
        },
    }
}

/// What drafts that aren't part of the site can be called.
fn draft_names(site: &Site) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (path, parsed) in site.texts.iter() {
        if parsed.front.status != Status::Draft || site.at_path(path.as_str()).is_some() {
            continue;
        }
        let stem = site.config.in_content(path).unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let id = stem.split('/').map(slug).collect::<Vec<_>>().join("/");
        let id = parsed.front.id.as_ref().map_or(id, |id| id.value.clone());
        names.extend(id.rsplit('/').next().map(str::to_owned));
        names.insert(id);
    }
    names
}

/// What chapters can be called: their ids, and the last parts of these.
struct Names<'s> {
    /// Of drafts that aren't part of the site: a relation to one waits until it is published.
    drafts: BTreeSet<String>,
    full: BTreeMap<(EditionId, &'s str), ChapterId>,
    short: BTreeMap<(EditionId, &'s str), Vec<ChapterId>>,
    /// Made for the first unknown reference to each kind.
    suggestions: BTreeMap<Option<KindId>, Spellings<'s>>,
}

/// The ids that may be meant by an unknown one: those of the default language.
struct Spellings<'s> {
    full: Suggestions<'s>,
    /// Their last parts, in the same order.
    short: Suggestions<'s>,
    ids: Vec<&'s str>,
    /// Their titles in small letters, in the same order.
    titles: Vec<String>,
    /// The names of their files, without ending.
    files: Vec<&'s str>,
}

impl<'s> Spellings<'s> {
    /// Of the chapters of `kind`, or of any.
    fn new(site: &'s Site, kind: Option<&KindId>) -> Self {
        let chapters = site.chapters.iter();
        let chapters: Vec<&Chapter> = chapters
            .map(|chapter| &**chapter)
            .filter(|chapter| {
                chapter.edition == EditionId::DEFAULT
                    && kind.is_none_or(|kind| chapter.kind == *kind)
            })
            .collect();
        let ids: Vec<&str> = chapters.iter().map(|chapter| chapter.id.as_str()).collect();
        Self {
            titles: chapters
                .iter()
                .map(|chapter| chapter.title.to_lowercase())
                .collect(),
            files: chapters
                .iter()
                .map(|chapter| last_part(&chapter.stem))
                .collect(),
            full: Suggestions::new(ids.iter().copied()),
            short: Suggestions::new(ids.iter().map(|id| last_part(id))),
            ids,
        }
    }
}

impl<'s> Spellings<'s> {
    /// The short name of the only chapter with this title, or what of it stands before a comma, which ends an
    /// entry of a list; or with the file of this name.
    fn called(&self, name: &str) -> Option<&'s str> {
        let name = name.trim().to_lowercase();
        let bare = name.strip_suffix(".md").unwrap_or(&name);
        let is_title = |title: &str| {
            let behind = title.strip_prefix(&*name);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(','))
        };
        let is_it = |at: &usize| {
            is_title(&self.titles[*at])
                || self.files[*at] == bare
                || last_part(self.ids[*at]) == bare
        };
        let mut found = (0..self.ids.len()).filter(is_it);
        let first = found.next()?;
        found.next().is_none().then(|| last_part(self.ids[first]))
    }
}

/// An id without the folders before it.
pub fn last_part(id: &str) -> &str {
    id.rsplit_once('/').map_or(id, |(_, last)| last)
}

impl<'s> Names<'s> {
    fn new(site: &'s Site) -> Self {
        let mut names = Self {
            full: BTreeMap::new(),
            short: BTreeMap::new(),
            drafts: draft_names(site),
            suggestions: BTreeMap::new(),
        };
        for (number, chapter) in site.chapters.iter().enumerate() {
            let id = ChapterId(number);
            let (full, short) = (chapter.id.as_str(), last_part(&chapter.id));
            let edition = chapter.edition;
            names.full.entry((edition, full)).or_insert(id);
            names.short.entry((edition, short)).or_default().push(id);
        }
        names
    }

    /// The chapter that holds in place of `chapter`, which may be of any kind but not itself.
    fn successor(
        &mut self,
        site: &'s Site,
        chapter: &Chapter,
        findings: &mut Vec<Finding>,
    ) -> Option<ChapterId> {
        let named = chapter.parsed.front.superseded_by.clone()?;
        self.other(site, chapter, named, findings)
    }

    /// The chapter that `named` means, which may be of any kind but not `chapter` itself.
    fn other(
        &mut self,
        site: &'s Site,
        chapter: &Chapter,
        named: Spanned<String>,
        findings: &mut Vec<Finding>,
    ) -> Option<ChapterId> {
        let Spanned { value: id, span } = named;
        let relation = Relation {
            to: None,
            inverse: None,
            back_label: Localized::default(),
        };
        let reference = RefTo { id, span };
        let to = self.target(site, chapter, &relation, &reference, findings)?;
        if site.chapter(to).path() == chapter.path() {
            let finding = Finding::new(&codes::REFERENCE_TO_ITSELF, chapter.path()).at(span);
            findings.push(finding.with("id", reference.id));
            return None;
        }
        Some(to)
    }

    /// The chapter that a reference means: in the language of the chapter it stands in, else in
    /// the default language.
    fn target(
        &mut self,
        site: &'s Site,
        from: &Chapter,
        relation: &Relation,
        reference: &RefTo,
        findings: &mut Vec<Finding>,
    ) -> Option<ChapterId> {
        let finding = |code| {
            Finding::new(code, from.path())
                .at(reference.span)
                .with("id", reference.id.as_str())
        };
        let fits = |id: &ChapterId| {
            relation
                .to
                .as_ref()
                .is_none_or(|kind| site.chapter(*id).kind == *kind)
        };
        for edition in [from.edition, EditionId::DEFAULT] {
            let key = (edition, reference.id.as_str());
            if let Some(id) = self.full.get(&key) {
                return Self::fitting(site, *id, relation, finding, findings);
            }
            let Some(all) = self.short.get(&key) else {
                continue;
            };
            let fitting: Vec<&ChapterId> = all.iter().filter(|id| fits(id)).collect();
            return match (fitting.as_slice(), all.as_slice()) {
                ([id], _) => Some(**id),
                ([], [first, ..]) => Self::fitting(site, *first, relation, finding, findings),
                _ => {
                    let ids: Vec<&str> = fitting
                        .iter()
                        .map(|id| site.chapter(**id).id.as_str())
                        .collect();
                    findings.push(finding(&codes::AMBIGUOUS_REFERENCE).with("ids", ids.join(", ")));
                    None
                }
            };
        }
        if self.drafts.contains(&reference.id) {
            return None;
        }
        let suggestions = self.suggestions.entry(relation.to.clone());
        let suggestions = suggestions.or_insert_with(|| Spellings::new(site, relation.to.as_ref()));
        let itself = |index: usize| suggestions.ids[index] == from.id;
        let by_title = suggestions.called(&reference.id);
        let short = suggestions.short.find_except(&reference.id, itself);
        let full = || suggestions.full.find_except(&reference.id, itself);
        let offer = by_title.map(str::to_owned);
        let offer = offer.or_else(|| short.or_else(full).map(|found| found.name.to_owned()));
        let sure = short.and_then(|found| found.unambiguous(&reference.id));
        let mut finding = finding(&codes::UNKNOWN_REFERENCE).with_suggestion(offer);
        if let Some(id) = sure.filter(|id| is_plain(id)) {
            finding.set_fix(reference.span, id);
        }
        findings.push(finding);
        None
    }

    fn fitting(
        site: &Site,
        id: ChapterId,
        relation: &Relation,
        finding: impl Fn(&'static Code) -> Finding,
        findings: &mut Vec<Finding>,
    ) -> Option<ChapterId> {
        match &relation.to {
            Some(wanted) if *wanted != site.chapter(id).kind => {
                let found = site.chapter(id).kind.as_str();
                findings.push(
                    finding(&codes::REFERENCE_TO_WRONG_KIND)
                        .with("wanted", wanted.as_str())
                        .with("found", found),
                );
                None
            }
            _ => Some(id),
        }
    }
}
