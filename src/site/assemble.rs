//! From files to a site: every file gets its place, then what needs the places of all others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::parsed::{check_document, split_name};
use super::sections::{self, Folders};
use super::{Chapter, ChapterId, Edition, Given, Options, Parsed, SectionId, Site};
use super::{address::slug, alphabet, anchors, expand, relations};
use crate::config::Config;
use crate::diagnostic::{Code, Finding, Place, nearest};
use crate::kind::{Checked, Kinds, Status, check};
use crate::markdown::{Document, Settings};
use crate::source::{File, HandbookPath, Snapshot};
use crate::yaml::Reader;

static UNKNOWN_KIND: Code = Code::error("unknown-kind");
static DUPLICATE_ID: Code = Code::error("duplicate-id");

impl Site {
    /// Assembles the files of a handbook. `snapshot` is asked for the files beside the chapters.
    pub fn assemble(
        given: Given,
        parsed: Vec<Arc<Parsed>>,
        snapshot: &Snapshot,
        options: Options,
    ) -> (Self, Vec<Finding>) {
        let Given {
            config,
            kinds,
            glossary,
            synonyms,
            queries,
        } = given;
        let mut findings = Vec::new();
        let drafts = drafts(&parsed, &config, options);
        let entries = entries(&parsed, &config, options);
        let folders = Folders::new(&entries, &config);
        let texts = parsed
            .into_iter()
            .map(|p| (p.source.path.clone(), p))
            .collect();
        let chapters = place(entries, &folders, &kinds, &mut findings);
        let by_path = chapters
            .iter()
            .enumerate()
            .map(|(number, chapter)| (chapter.path().clone(), ChapterId(number)))
            .collect();
        let assets = assets(snapshot, &config);
        let editions = folders.editions(&config);
        let mut site = Self {
            config,
            kinds,
            glossary,
            synonyms,
            queries,
            editions,
            chapters,
            sections: Vec::new(),
            texts,
            assets,
            by_path,
            by_folder: folders.numbers(),
        };
        pair_translations(&mut site.chapters);
        read_details(&mut site, &mut findings);
        sections::fill(&mut site, folders, &drafts, &mut findings);
        let letters: Vec<_> = site
            .editions
            .iter()
            .map(|edition| alphabet::letters(&site, edition))
            .collect();
        for (edition, letters) in site.editions.iter_mut().zip(letters) {
            edition.letters = letters;
        }
        relations::resolve(&mut site, &mut findings);
        (site, findings)
    }
}

/// A chapter's file and what its path says.
pub(super) struct Entry {
    pub parsed: Arc<Parsed>,
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
                folder: folder.into(),
                name: name.into(),
            }
        })
        .collect();
    // A README introduces its folder where there is no index, as code hosts show it.
    let indices: BTreeSet<(usize, String)> = entries
        .iter()
        .filter(|entry| entry.is_index())
        .map(|entry| (entry.parsed.edition, entry.folder.clone()))
        .collect();
    for entry in &mut entries {
        let key = (entry.parsed.edition, entry.folder.clone());
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
    let stem = |parsed: &Arc<Parsed>| {
        let path = config.in_content(&parsed.source.path).unwrap_or_default();
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let (name, _) = split_name(file, config);
        format!("{folder}/{name}")
            .trim_start_matches('/')
            .to_owned()
    };
    parsed.iter().filter(left_out).map(stem).collect()
}

/// Gives every file its section, kind, identity, address and title.
fn place(
    entries: Vec<Entry>,
    folders: &Folders,
    kinds: &Kinds,
    findings: &mut Vec<Finding>,
) -> Vec<Chapter> {
    let mut ids: BTreeMap<(usize, String), Place> = BTreeMap::new();
    let mut chapters = Vec::with_capacity(entries.len());
    for entry in entries {
        let (parsed, is_index) = (&entry.parsed, entry.is_index());
        let section = folders.number(parsed.edition, &entry.folder);
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
        let title = parsed
            .front
            .title
            .as_deref()
            .or(parsed.document.title())
            .map_or_else(
                || sections::title_of_name(&entry.folder, &entry.name),
                str::to_owned,
            );
        match ids.get(&(parsed.edition, id.clone())) {
            Some(first) => {
                let finding = Finding::new(&DUPLICATE_ID, &parsed.source.path).with("id", &*id);
                let finding = Finding {
                    place: id_place,
                    ..finding
                };
                findings.push(finding.and_at(first.clone(), "first-here"));
            }
            None => {
                ids.insert((parsed.edition, id.clone()), id_place);
            }
        }
        chapters.push(Chapter {
            kind: kind_of(&entry, folders.kind(section), kinds, findings),
            edition: parsed.edition,
            stem,
            id,
            address,
            section,
            is_index,
            place: 0,
            title,
            fields: Checked::default(),
            prose: Vec::new(),
            anchors: Vec::new(),
            html_ids: Vec::new(),
            related: Vec::new(),
            translations: Vec::new(),
            parsed: entry.parsed,
        });
    }
    chapters
}

fn identity(parsed: &Parsed, stem: &str) -> (String, Place) {
    let path = parsed.source.path.clone();
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

/// A section's index says the kind of the section's chapters; it is a page itself.
fn kind_of(
    entry: &Entry,
    inherited: Option<&str>,
    kinds: &Kinds,
    findings: &mut Vec<Finding>,
) -> String {
    const PAGE: &str = "page";
    let own = entry.parsed.front.kind.as_ref();
    if let Some((kind, span)) = own
        && kinds.get(kind).is_none()
    {
        findings.push(
            Finding::new(&UNKNOWN_KIND, &entry.parsed.source.path)
                .at(*span)
                .with("kind", kind.as_str())
                .nearest(kind, kinds.ids()),
        );
        return PAGE.into();
    }
    if entry.is_index() {
        return PAGE.into();
    }
    let kind = own.map(|(kind, _)| kind.as_str()).or(inherited);
    kind.filter(|kind| kinds.get(kind).is_some())
        .unwrap_or(PAGE)
        .into()
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

fn pair_translations(chapters: &mut [Chapter]) {
    let mut by_stem: BTreeMap<&str, Vec<ChapterId>> = BTreeMap::new();
    for (number, chapter) in chapters.iter().enumerate() {
        by_stem
            .entry(&chapter.stem)
            .or_default()
            .push(ChapterId(number));
    }
    let mut groups: Vec<Vec<ChapterId>> = by_stem.into_values().collect();
    for group in &mut groups {
        group.sort_by_key(|id| chapters[id.0].edition);
    }
    for group in groups {
        for id in &group {
            chapters[id.0].translations.clone_from(&group);
        }
    }
}

/// Reads every chapter's fields and gives it its anchors: each by itself, on all cores.
fn read_details(site: &mut Site, findings: &mut Vec<Finding>) {
    struct Details {
        fields: Checked,
        prose: Vec<Document>,
        anchors: Vec<anchors::Anchor>,
        html_ids: Vec<String>,
        findings: Vec<Finding>,
    }
    let read = |chapter: &Chapter| {
        let mut found = Vec::new();
        let mut reader = Reader {
            path: chapter.path(),
            findings: &mut found,
        };
        let fields = check(&chapter.parsed.front, site.kind(chapter), &mut reader);
        let language = &site.config.languages[chapter.edition];
        let settings = Settings {
            language,
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
        let expanded = expand::expand(&chapter.parsed, chapter.opens_with_title(), &site.texts);
        found.extend(expanded.findings);
        let headings = prose.iter().flat_map(|document| {
            let level = |heading: &crate::markdown::Heading| heading.level.clamp(3, 6);
            document
                .headings()
                .map(move |heading| (heading, level(heading), chapter.path()))
        });
        let headings: Vec<_> = expanded.headings.iter().copied().chain(headings).collect();
        let anchors = anchors::assign(&headings, &expanded.html_ids, &mut found);
        Details {
            fields,
            prose,
            anchors,
            html_ids: expanded.html_ids.into_iter().map(|(id, ..)| id).collect(),
            findings: found,
        }
    };
    let details: Vec<Details> = site.chapters.par_iter().map(read).collect();
    for (chapter, details) in site.chapters.iter_mut().zip(details) {
        chapter.fields = details.fields;
        chapter.prose = details.prose;
        chapter.anchors = details.anchors;
        chapter.html_ids = details.html_ids;
        findings.extend(details.findings);
    }
}

impl Edition {
    /// The number of the section that holds everything, before sections are filled.
    pub(super) fn new(language: &str, prefix: String, root: SectionId) -> Self {
        Self {
            language: language.to_owned(),
            prefix,
            root,
            reading_order: Vec::new(),
            letters: Vec::new(),
        }
    }
}

/// Offers the name that is most like `name`.
pub(super) fn offer(name: &str, names: &[&str]) -> Option<String> {
    nearest(name, names.iter().copied()).map(str::to_owned)
}
