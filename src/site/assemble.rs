//! From files to a site: every file gets its place, then what needs the places of all others.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::{self, Entry};
use super::sections::{self, Folders};
use super::{Chapter, ChapterFindings, ChapterId, Inputs, Options, Parsed, Site, Terms};
use super::{address::slug, alphabet, catalogue, details, editions, relations, reuse};
use crate::config::{Config, EditionId};
use crate::diagnostic::{Finding, Place, PlacePath, Suggestions, codes};
use crate::kind::{Kind, KindId, Kinds};
use crate::source::{HandbookPath, Snapshot, Spanned};

impl Site {
    /// Assembles the files of a handbook. `snapshot` is asked for the files beside the chapters,
    /// `last` for what still holds of the site before an edit.
    pub fn assemble(
        inputs: Inputs,
        parsed: Vec<Arc<Parsed>>,
        snapshot: &Snapshot,
        options: Options,
        last: Option<&Self>,
    ) -> (Self, Vec<Finding>) {
        let mut site = match last {
            Some(last) if reuse::holds(last, &inputs, &parsed, snapshot, options) => {
                with_texts(last, parsed)
            }
            _ => Self::place(inputs, parsed, snapshot, options, last),
        };
        details::read_anchors(&mut site, last);
        let chapters = site.chapters.iter();
        let findings = chapters.flat_map(|chapter| chapter.findings.iter());
        let findings = findings.chain(site.misplaced.iter()).cloned().collect();
        (site, findings)
    }

    /// Gives every file its place, with all that follows from its front matter.
    fn place(
        inputs: Inputs,
        parsed: Vec<Arc<Parsed>>,
        snapshot: &Snapshot,
        options: Options,
        last: Option<&Self>,
    ) -> Self {
        let config = &inputs.config;
        let mut findings = Vec::new();
        let not_listed = entry::not_listed(&parsed, config, options);
        let entries = entry::entries(&parsed, config, options);
        let entries = editions::complete(entries, &parsed, config, &mut findings);
        let folders = Folders::new(&entries, config);
        let chapters = place(entries, &folders, &inputs.kinds, &mut findings);
        let by_path = chapters
            .iter()
            .enumerate()
            .filter(|(_, chapter)| !chapter.is_fallback)
            .map(|(number, chapter)| (chapter.path().clone(), ChapterId(number)))
            .collect();
        let texts: BTreeMap<_, _> = parsed
            .into_iter()
            .map(|p| (p.source.path.clone(), p))
            .collect();
        let mut site = Self {
            editions: Arc::new(folders.editions(config)),
            sections: Arc::default(),
            texts: texts.into(),
            assets: assets(snapshot, config).into(),
            untranslated: Arc::default(),
            pictures: snapshot.pictures().clone().into(),
            recordings: snapshot.recordings().clone().into(),
            by_path: Arc::new(by_path),
            by_folder: folders.numbers().into(),
            misplaced: Arc::default(),
            options,
            chapters: Vec::new(),
            config: inputs.config,
            kinds: inputs.kinds,
            glossary: inputs.glossary,
            synonyms: inputs.synonyms,
            queries: inputs.queries,
        };
        site.chapters = chapters.into_iter().map(Arc::new).collect();
        editions::pair(&mut site.chapters);
        details::read_fields(&mut site, last);
        sections::fill(&mut site, folders, &not_listed, &mut findings);
        let lists: Vec<_> = site
            .editions
            .iter()
            .map(|edition| {
                let letters = alphabet::letters(&site, edition);
                (letters, catalogue::catalogues(&site, edition))
            })
            .collect();
        let editions = Arc::make_mut(&mut site.editions);
        for (edition, (letters, catalogues)) in editions.iter_mut().zip(lists) {
            edition.letters = letters;
            edition.catalogues = catalogues;
            if site.config.explain_terms {
                edition.terms = Terms::new(&site.glossary, &edition.language);
            }
        }
        relations::resolve(&mut site, &mut findings);
        site.untranslated = editions::untranslated(&site).into();
        site.misplaced = findings.into();
        site
    }
}

/// `last` with new texts at the same places.
fn with_texts(last: &Site, parsed: Vec<Arc<Parsed>>) -> Site {
    let mut site = last.clone();
    let changed = last.texts.values().zip(&parsed);
    let mut fields_hold = true;
    for (known, parsed) in changed.filter(|(known, now)| !Arc::ptr_eq(known, now)) {
        fields_hold &= known.front == parsed.front;
        let Some(id) = site.by_path.get(&parsed.source.path) else {
            continue;
        };
        for id in site.chapter(*id).translations.clone() {
            if *site.chapter(id).path() == parsed.source.path {
                renew(&mut site, id, parsed);
            }
        }
    }
    let texts = parsed.into_iter().map(|p| (p.source.path.clone(), p));
    site.texts = Arc::new(texts.collect());
    if !fields_hold {
        details::read_fields(&mut site, Some(last));
    }
    site
}

/// Gives a chapter its new text, and its title wherever that stands.
fn renew(site: &mut Site, id: ChapterId, parsed: &Arc<Parsed>) {
    let chapter = Arc::make_mut(&mut site.chapters[id.0]);
    // What a translation takes from its original is what it took before.
    let front = editions::inherited(&parsed.front, &chapter.parsed.front);
    chapter.parsed = editions::with_front(parsed, front);
    let title = entry::title(parsed, &chapter.stem);
    if title == chapter.title {
        return;
    }
    chapter.title.clone_from(&title);
    let (edition, section, is_index) = (chapter.edition, chapter.section, chapter.is_index);
    let is_listed = chapter.is_listed();
    if is_index {
        Arc::make_mut(&mut site.sections)[section.0].title = title;
    }
    if !is_listed {
        return;
    }
    let mut editions = std::mem::take(&mut site.editions);
    let edition = &mut Arc::make_mut(&mut editions)[edition.index()];
    alphabet::replace(&mut edition.letters, site, id, &edition.language);
    site.editions = editions;
}

/// Gives every file its section, kind, identity, address and title.
fn place(
    entries: Vec<Entry>,
    folders: &Folders,
    kinds: &Kinds,
    findings: &mut Vec<Finding>,
) -> Vec<Chapter> {
    let mut ids: BTreeMap<(EditionId, String), Place> = BTreeMap::new();
    let kind_ids = Suggestions::new(kinds.ids());
    let mut chapters = Vec::with_capacity(entries.len());
    for entry in entries {
        let (parsed, is_index) = (&entry.parsed, entry.is_index());
        let section = folders.number(entry.edition, &entry.folder);
        let folder_address = folders.address(section);
        let address = if is_index {
            folder_address.to_owned()
        } else {
            format!("{folder_address}{}/", slug(&entry.name))
        };
        let stem = match (entry.folder.as_str(), entry.name.as_str()) {
            ("", "") => String::new(),
            ("", name) => name.to_owned(),
            (folder, "") => folder.to_owned(),
            (folder, name) => format!("{folder}/{name}"),
        };
        let (id, id_place) = identity(parsed, &stem);
        match ids.get(&(entry.edition, id.clone())) {
            Some(first) => {
                let finding =
                    Finding::new(&codes::DUPLICATE_ID, &parsed.source.path).with("id", &*id);
                let finding = Finding {
                    place: id_place,
                    ..finding
                };
                findings.push(finding.with_related(first.clone(), "first-here"));
            }
            None => {
                ids.insert((entry.edition, id.clone()), id_place);
            }
        }
        chapters.push(Chapter {
            kind: kind_of(&entry, folders.kind(section), kinds, &kind_ids, findings),
            edition: entry.edition,
            is_fallback: entry.edition != parsed.edition,
            title: entry::title(parsed, &stem),
            stem,
            id,
            address,
            section,
            is_index,
            place: 0,
            fields: Arc::default(),
            inherited: Vec::new(),
            markdown_fields: Arc::default(),
            anchors: Arc::default(),
            includes: Arc::default(),
            related: Vec::new(),
            successor: None,
            featured: None,
            translations: Vec::new(),
            findings: ChapterFindings::default(),
            parsed: entry.parsed,
        });
    }
    chapters
}

fn identity(parsed: &Parsed, stem: &str) -> (String, Place) {
    let path = PlacePath::from(&parsed.source.path);
    match &parsed.front.id {
        Some(id) => {
            let span = Some(id.span).filter(|span| !span.range().is_empty());
            (id.value.clone(), Place { path, span })
        }
        None if stem.is_empty() => ("index".into(), Place { path, span: None }),
        None => {
            let id = stem.split('/').map(slug).collect::<Vec<_>>().join("/");
            (id, Place { path, span: None })
        }
    }
}

/// A section's index says the kind of the section's chapters; it has one of its own. The start page
/// is a page.
fn kind_of(
    entry: &Entry,
    inherited: Option<&KindId>,
    kinds: &Kinds,
    ids: &Suggestions<'_>,
    findings: &mut Vec<Finding>,
) -> KindId {
    const PAGE: &str = "page";
    let plain = match entry {
        entry if entry.is_index() && !entry.folder.is_empty() => Kind::SECTION,
        _ => PAGE,
    };
    let own = entry.parsed.front.kind.as_ref();
    if let Some(Spanned { value: kind, span }) = own
        && kinds.get(kind).is_none()
    {
        let finding = Finding::new(&codes::UNKNOWN_KIND, &entry.parsed.source.path)
            .at(*span)
            .with("kind", kind.as_str());
        let called = kinds.called(kind);
        // What a translation takes from its original is told there.
        if !span.range().is_empty() {
            findings.push(match called.map(|kind| kind.id.as_str()) {
                Some(id) => finding.with_suggestion(Some(id.into())).with_fix(*span, id),
                None => finding.suggesting(kind, ids),
            });
        }
        if called.is_none() {
            return plain.into();
        }
    }
    if entry.is_index() {
        return plain.into();
    }
    let kind = own.map(|kind| kind.value.as_str());
    let kind = kind.or(inherited.map(KindId::as_str));
    let known = kind.and_then(|kind| kinds.get(kind).or_else(|| kinds.called(kind)));
    known.map_or_else(|| PAGE.into(), |kind| kind.id.clone())
}

fn assets(snapshot: &Snapshot, config: &Config) -> BTreeMap<HandbookPath, String> {
    let assets = entry::assets(snapshot, config).map(|asset| {
        let (folder, name) = asset.within.rsplit_once('/').unwrap_or(("", asset.within));
        let address = format!("{}{name}", sections::address_of_folder(folder));
        (asset.path.clone(), address)
    });
    assets.collect()
}
