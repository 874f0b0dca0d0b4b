//! Editions: what a translation takes from its original, and what stands where one is missing.
//!
//! 1. [`complete`] pairs files by name: a translation takes from its original what it leaves out
//!    and what doesn't depend on a language. A language with `fallback` borrows the chapters that
//!    it lacks from the default language.
//! 2. [`pair`] tells every chapter its translations.
//! 3. [`untranslated`] lists the pages that say, at a missing translation's address, where else
//!    the chapter can be read.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::entry::{Entry, stem};
use super::{Chapter, ChapterId, Node, Parsed, SectionId, Site};
use crate::config::{Config, EditionId};
use crate::diagnostic::{Finding, Place, Suggestions, codes};
use crate::kind::{FrontMatter, Status};
use crate::source::{Span, Spanned};

/// Number of a page in [`Site::untranslated`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UntranslatedId(usize);

/// A page that stands where a translation is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    /// The chapter, or the section that no chapter introduces, in a language that has it.
    pub node: Node,
    /// Number of the edition that lacks it.
    pub edition: EditionId,
    /// The address that the translation would have.
    pub address: String,
}

/// Pairs the files of `all`, those left out as drafts among them, and completes the `entries`.
pub(super) fn complete(
    entries: Vec<Entry>,
    all: &[Arc<Parsed>],
    config: &Config,
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    if config.languages.len() < 2 {
        return unique(entries, config, findings);
    }
    let originals: BTreeMap<String, &Arc<Parsed>> = all
        .iter()
        .filter(|parsed| parsed.edition == EditionId::DEFAULT && !parsed.is_part(config))
        .map(|parsed| (stem(parsed, config), parsed))
        .collect();
    let names = OnceCell::new();
    let mut completed = Vec::with_capacity(entries.len());
    for mut entry in unique(entries, config, findings) {
        if entry.edition != EditionId::DEFAULT {
            match originals.get(&stem(&entry.parsed, config)) {
                Some(original) => {
                    // A translation is published no earlier than its original.
                    if original.front.status == Status::Draft && !entry.with_drafts {
                        continue;
                    }
                    inherit(&mut entry, original);
                }
                None => {
                    let names = names.get_or_init(|| names_by_folder(&originals));
                    findings.push(without_original(&entry, names));
                }
            }
        }
        completed.push(entry);
    }
    add_fallbacks(&mut completed, config);
    completed
}

/// Of two files for one language and chapter the first stays.
fn unique(entries: Vec<Entry>, config: &Config, findings: &mut Vec<Finding>) -> Vec<Entry> {
    let mut first: BTreeMap<(EditionId, String, String), Arc<Parsed>> = BTreeMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        let key = (entry.edition, entry.folder.clone(), entry.name.clone());
        if let Some(other) = first.get(&key) {
            let place = Place {
                path: (&other.source.path).into(),
                span: None,
            };
            let language = config.language(entry.edition);
            findings.push(
                Finding::new(
                    &codes::TWO_FILES_FOR_ONE_LANGUAGE,
                    &entry.parsed.source.path,
                )
                .with("language", language)
                .with("other", other.source.path.as_str())
                .with_related(place, "first-here"),
            );
            continue;
        }
        first.insert(key, Arc::clone(&entry.parsed));
        kept.push(entry);
    }
    kept
}

/// The names of the files that can be translated.
fn names_by_folder<'o>(
    originals: &BTreeMap<String, &'o Arc<Parsed>>,
) -> BTreeMap<&'o str, Suggestions<'o>> {
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for original in originals.values() {
        let path = &original.source.path;
        names.entry(path.folder()).or_default().push(path.name());
    }
    let suggestions = |(folder, names)| (folder, Suggestions::new(names));
    names.into_iter().map(suggestions).collect()
}

fn without_original(entry: &Entry, names: &BTreeMap<&str, Suggestions<'_>>) -> Finding {
    let path = &entry.parsed.source.path;
    let name = format!("{}.md", entry.parsed.name_in_all_languages());
    let beside = names.get(path.folder());
    let nearest = beside.and_then(|names| names.nearest(&name));
    let finding = Finding::new(&codes::TRANSLATION_WITHOUT_ORIGINAL, path)
        .with_suggestion(nearest.map(str::to_owned));
    let finding = finding.with("name", name);
    match &entry.parsed.front.translation_of {
        Some(version) => finding.at(version.span),
        None => finding,
    }
}

/// Takes from the original's front matter what the translation leaves out.
fn inherit(entry: &mut Entry, original: &Parsed) {
    let front = inherited(&entry.parsed.front, &original.front);
    entry.parsed = with_front(&entry.parsed, front);
}

/// `parsed` with other front matter than its file says.
pub(super) fn with_front(parsed: &Arc<Parsed>, front: FrontMatter) -> Arc<Parsed> {
    if front == parsed.front {
        return Arc::clone(parsed);
    }
    Arc::new(Parsed {
        front,
        ..(**parsed).clone()
    })
}

/// What a translation says, `own`, with what it takes from its original, whose front matter is
/// `from`.
pub(super) fn inherited(own: &FrontMatter, from: &FrontMatter) -> FrontMatter {
    FrontMatter {
        kind: own.kind.clone().or_else(|| taken(from.kind.as_ref())),
        id: own.id.clone().or_else(|| taken(from.id.as_ref())),
        order: match own.order {
            crate::kind::Order::Name => from.order.clone(),
            _ => own.order.clone(),
        },
        // Whoever checked the original hasn't checked the translation.
        status: match (own.status, from.status) {
            (Status::Published, Status::Reviewed) => Status::Published,
            // Nor does it tell of a chapter that isn't to be told of.
            (Status::Draft, _) => Status::Draft,
            (_, Status::Unlisted) => Status::Unlisted,
            (Status::Published, status) => status,
            (status, _) => status,
        },
        authors: or(&own.authors, &from.authors),
        contact: own.contact.clone().or_else(|| from.contact.clone()),
        license: own.license.clone().or_else(|| from.license.clone()),
        sources: or(&own.sources, &from.sources),
        ..own.clone()
    }
}

/// What another file says, which has no place in this one.
fn taken(value: Option<&Spanned<String>>) -> Option<Spanned<String>> {
    value.map(|value| Spanned::new(value.value.clone(), Span::default()))
}

fn or<T: Clone>(own: &[T], other: &[T]) -> Vec<T> {
    if own.is_empty() { other } else { own }.to_vec()
}

/// Lends the chapters of the default language to the editions that ask for them.
fn add_fallbacks(entries: &mut Vec<Entry>, config: &Config) {
    let asking: Vec<EditionId> = config
        .editions()
        .skip(1)
        .filter(|edition| config.translations(*edition).fallback)
        .collect();
    if asking.is_empty() {
        return;
    }
    let has: BTreeSet<(EditionId, String, String)> = entries
        .iter()
        .map(|entry| (entry.edition, entry.folder.clone(), entry.name.clone()))
        .collect();
    let originals = entries
        .iter()
        .filter(|entry| entry.edition == EditionId::DEFAULT);
    let fallbacks: Vec<Entry> = originals
        .flat_map(|entry| {
            let has = &has;
            let lacks = move |edition: &&EditionId| {
                !has.contains(&(**edition, entry.folder.clone(), entry.name.clone()))
            };
            asking.iter().filter(lacks).map(|edition| Entry {
                edition: *edition,
                ..entry.clone()
            })
        })
        .collect();
    entries.extend(fallbacks);
}

/// Tells every chapter its translations, itself included, in the order of the editions.
pub(super) fn pair(chapters: &mut [Arc<Chapter>]) {
    // What is listed doesn't lead to what isn't.
    let mut by_stem: BTreeMap<(&str, bool), Vec<ChapterId>> = BTreeMap::new();
    for (number, chapter) in chapters.iter().enumerate() {
        by_stem
            .entry((&chapter.stem, chapter.is_listed()))
            .or_default()
            .push(ChapterId(number));
    }
    let mut groups: Vec<Vec<ChapterId>> = by_stem.into_values().collect();
    for group in &mut groups {
        group.sort_by_key(|id| chapters[id.0].edition);
    }
    for group in groups {
        for id in &group {
            Arc::make_mut(&mut chapters[id.0])
                .translations
                .clone_from(&group);
        }
    }
}

/// The pages for missing translations, by address.
pub(super) fn untranslated(site: &Site) -> Vec<Untranslated> {
    if site.editions.len() < 2 {
        return Vec::new();
    }
    let mut taken: BTreeSet<String> = site.chapters.iter().map(|c| c.address.clone()).collect();
    taken.extend(site.sections.iter().map(|section| section.address.clone()));
    taken.extend(site.editions.iter().flat_map(super::Edition::generated));
    let chapters = (0..site.chapters.len())
        .map(ChapterId)
        .filter(|id| site.chapter(*id).translations.first() == Some(id))
        .filter(|id| site.chapter(*id).is_listed())
        .map(|id| (Node::Chapter(id), site.chapter(id).edition));
    let sections = (0..site.sections.len())
        .map(SectionId)
        .filter(|id| site.section(*id).index.is_none() && site.section(*id).is_listed())
        .map(|id| (Node::Section(id), site.section(id).edition));
    let mut pages = Vec::new();
    for (node, from) in chapters.chain(sections) {
        let address = match node {
            Node::Chapter(id) => &site.chapter(id).address,
            Node::Section(id) => &site.section(id).address,
        };
        let address = &address[site.edition(from).prefix.len()..];
        for (edition, to) in site.numbered_editions() {
            if edition == from || site.has(node, edition) {
                continue;
            }
            let address = format!("{}{address}", to.prefix);
            let in_catalogue = address.starts_with(&to.catalogue()) && !to.catalogues.is_empty();
            if !in_catalogue && taken.insert(address.clone()) {
                pages.push(Untranslated {
                    node,
                    edition,
                    address,
                });
            }
        }
    }
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    pages
}

impl Site {
    /// Whether there is a chapter or section in the language of `edition`.
    pub fn has(&self, node: Node, edition: EditionId) -> bool {
        match node {
            Node::Chapter(id) => {
                let chapter = self.chapter(id);
                let translated = self.in_edition(id, edition);
                self.chapter(translated).edition == edition
                    || chapter.is_index && self.section_at(&chapter.stem, edition).is_some()
            }
            Node::Section(id) => self.section_at(&self.section(id).folder, edition).is_some(),
        }
    }

    /// The page with this number.
    pub fn untranslated(&self, id: UntranslatedId) -> &Untranslated {
        &self.untranslated[id.0]
    }

    /// The pages that stand where translations are missing, by address.
    pub fn untranslated_ids(&self) -> impl Iterator<Item = UntranslatedId> + use<> {
        (0..self.untranslated.len()).map(UntranslatedId)
    }

    /// The page at `address` that stands for the missing translation of a chapter or section.
    pub fn untranslated_at(&self, address: &str, edition: EditionId) -> Option<UntranslatedId> {
        let found = |page: &Untranslated| page.address.as_str().cmp(address);
        let number = self.untranslated.binary_search_by(found).ok()?;
        (self.untranslated[number].edition == edition).then_some(UntranslatedId(number))
    }
}
