//! From files to a site: every file gets its place, then what needs the places of all others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::parsed::split_name;
use super::sections::{self, Folders};
use super::{Chapter, ChapterId, Inputs, Options, Parsed, Site, Terms};
use super::{address::slug, alphabet, catalogue, details, editions, relations, reuse};
use crate::config::{Config, EditionId};
use crate::diagnostic::{Finding, Place, PlacePath, Suggestions, codes};
use crate::kind::{KindId, Kinds, Status};
use crate::source::{File, HandbookPath, Snapshot};

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
                reuse::with_texts(last, parsed)
            }
            _ => Self::place(inputs, parsed, snapshot, options, last),
        };
        details::read_anchors(&mut site, last);
        let own = site.chapters.iter().flat_map(|chapter| &chapter.findings);
        let findings = own.flat_map(|findings| findings.iter());
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
        let drafts = drafts(&parsed, config, options);
        let entries = entries(&parsed, config, options);
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
        sections::fill(&mut site, folders, &drafts, &mut findings);
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

/// A chapter's file and what its path says.
#[derive(Clone)]
pub(super) struct Entry {
    pub parsed: Arc<Parsed>,
    /// Number of the edition that it is for: not that of its file where it is a fallback.
    pub edition: EditionId,
    /// Whether drafts belong to the site.
    pub with_drafts: bool,
    pub folder: String,
    /// Name without language and ending; empty for a section's index.
    pub name: String,
}

impl Entry {
    pub fn is_index(&self) -> bool {
        self.name.is_empty()
    }
}

/// The files that are chapters, in the order of their paths.
fn entries(parsed: &[Arc<Parsed>], config: &Config, options: Options) -> Vec<Entry> {
    let mut entries: Vec<Entry> = parsed
        .iter()
        .filter(|parsed| !parsed.is_part(config))
        .filter(|parsed| options.drafts || parsed.front.status != Status::Draft)
        .map(|parsed| {
            let path = config.in_content(&parsed.source.path).unwrap_or_default();
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            let (name, _) = split_name(file, config);
            let name = if name == "index" { "" } else { name };
            Entry {
                parsed: Arc::clone(parsed),
                edition: parsed.edition,
                with_drafts: options.drafts,
                folder: folder.into(),
                name: name.into(),
            }
        })
        .collect();
    // A README introduces its folder where there is no index, as code hosts show it.
    let indices: BTreeSet<(EditionId, String)> = entries
        .iter()
        .filter(|entry| entry.is_index())
        .map(|entry| (entry.edition, entry.folder.clone()))
        .collect();
    for entry in &mut entries {
        let key = (entry.edition, entry.folder.clone());
        if entry.name.eq_ignore_ascii_case("readme") && !indices.contains(&key) {
            entry.name.clear();
        }
    }
    entries
}

/// The paths below the content folder, without language and ending, of drafts that are left out.
fn drafts(parsed: &[Arc<Parsed>], config: &Config, options: Options) -> BTreeSet<String> {
    let left_out = |parsed: &&Arc<Parsed>| {
        !options.drafts && parsed.front.status == Status::Draft && !parsed.is_part(config)
    };
    parsed
        .iter()
        .filter(left_out)
        .map(|parsed| stem(parsed, config))
        .collect()
}

/// The path of a file below the content folder, without language and ending.
pub(super) fn stem(parsed: &Parsed, config: &Config) -> String {
    let path = config.in_content(&parsed.source.path).unwrap_or_default();
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, _) = split_name(file, config);
    format!("{folder}/{name}")
        .trim_start_matches('/')
        .to_owned()
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
            title: title(parsed, &stem),
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
            translations: Vec::new(),
            findings: Default::default(),
            parsed: entry.parsed,
        });
    }
    chapters
}

/// The title that a chapter gives itself, or its name.
pub(super) fn title(parsed: &Parsed, stem: &str) -> String {
    let own = parsed.front.title.as_deref().or(parsed.document.title());
    own.map_or_else(|| sections::title_of_name(stem), str::to_owned)
}

fn identity(parsed: &Parsed, stem: &str) -> (String, Place) {
    let path = PlacePath::from(&parsed.source.path);
    match &parsed.front.id {
        Some((id, span)) => (
            id.clone(),
            Place {
                path,
                span: Some(*span),
            },
        ),
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
    const INDEX: &str = "section";
    let plain = match entry {
        entry if entry.is_index() && !entry.folder.is_empty() => INDEX,
        _ => PAGE,
    };
    let own = entry.parsed.front.kind.as_ref();
    if let Some((kind, span)) = own
        && kinds.get(kind).is_none()
    {
        let finding = Finding::new(&codes::UNKNOWN_KIND, &entry.parsed.source.path)
            .at(*span)
            .with("kind", kind.as_str());
        let Some(called) = kinds.called(kind) else {
            findings.push(finding.suggesting(kind, ids));
            return plain.into();
        };
        let id = called.id.as_str();
        findings.push(finding.with_suggestion(Some(id.into())).with_fix(*span, id));
    }
    if entry.is_index() {
        return plain.into();
    }
    let kind = own.map(|(kind, _)| kind.as_str());
    let kind = kind.or(inherited.map(KindId::as_str));
    let known = kind.and_then(|kind| kinds.get(kind).or_else(|| kinds.called(kind)));
    known.map_or_else(|| PAGE.into(), |kind| kind.id.clone())
}

fn assets(snapshot: &Snapshot, config: &Config) -> BTreeMap<HandbookPath, String> {
    let asset = |(path, file): (&HandbookPath, &File)| {
        let within = config.in_content(path)?;
        let is_asset = matches!(file, File::Asset { .. });
        is_asset.then(|| {
            let (folder, name) = within.rsplit_once('/').unwrap_or(("", within));
            (
                path.clone(),
                format!("{}{name}", sections::address_of_folder(folder)),
            )
        })
    };
    snapshot.below(config.content).filter_map(asset).collect()
}
