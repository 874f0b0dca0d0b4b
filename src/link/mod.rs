//! Links: every destination resolved once, for all outputs.
//!
//! 1. [`Linked::new`] takes the site and resolves the destinations of every text, on all cores,
//!    into [`Targets`]: each belongs to a destination by its [`DestinationKey`].
//! 2. It checks that chapters, anchors and files exist, that nothing is loaded from elsewhere, and
//!    that anchors within a page are on every page that includes the text.
//! 3. After an edit, [`PreviousTargets`] hands back the targets that no change can have reached.
//! 4. A later stage asks [`Linked::targets`] and can't meet an unresolved destination.

mod credits;
mod films;
mod findings;
mod nearby;
mod numbers;
mod pictures;
mod previous;
mod replacement;
mod resolve;
mod settings;
mod uses;
mod written;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Logo;
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::markdown::{DestinationKey, Document};
use crate::site::{Chapter, ChapterId, Parsed, SectionId, Site};
use crate::source::HandbookPath;

pub use credits::{ChapterPicture, Credit};
pub use pictures::{FOLDER as PICTURES, PictureFile, PublishedPicture};
pub use settings::{Feedback, LegalPage, SignLanguage};

use nearby::Nearby;
use numbers::Numbers;
use previous::PreviousTargets;
use replacement::suggest_replacement;
use resolve::Resolver;

/// Where a destination leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a chapter, or a place on it.
    Chapter(ChapterId, Option<String>),
    /// To a section that no chapter introduces.
    Section(SectionId),
    /// To a place on the same page.
    SamePage(String),
    /// To a file of the handbook.
    Asset(HandbookPath),
    /// Out of the handbook, as written.
    External(String),
    /// It is no link but a text to put in.
    Include,
    /// Nowhere: there is a finding.
    Unresolved,
}

/// Where the destinations of one text lead, and whether the page shows what is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Targets(Vec<(DestinationKey, Target, bool)>);

/// For texts without destinations.
static NO_TARGETS: Targets = Targets(Vec::new());

impl Targets {
    /// The targets of destinations in the order of their text.
    fn new(targets: impl Iterator<Item = (DestinationKey, Target, bool)>) -> Self {
        Self(targets.collect())
    }

    /// Where the destination with this key leads.
    pub fn get(&self, key: DestinationKey) -> &Target {
        let found = self.0.binary_search_by_key(&key, |(key, ..)| *key);
        found.map_or(&Target::Unresolved, |at| &self.0[at].1)
    }

    /// All of them, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Target> {
        self.0.iter().map(|(_, target, _)| target)
    }

    /// The files that they lead to, and whether the page shows each.
    fn files(&self) -> impl Iterator<Item = (&HandbookPath, bool)> {
        self.0.iter().filter_map(|(_, target, shows)| match target {
            Target::Asset(path) => Some((path, *shows)),
            _ => None,
        })
    }
}

/// A site whose destinations are all resolved. A clone is cheap, as one of the site is.
#[derive(Debug, Clone)]
pub struct Linked {
    /// The site.
    pub site: Site,
    texts: Arc<AllTextTargets>,
    /// By chapter.
    fields: Vec<FieldTargets>,
    /// By chapter: what is wrong with the links within its page.
    within: Vec<Arc<Vec<Finding>>>,
    legal: Vec<LegalPage>,
    /// Where readers tell what they think.
    pub feedback: Option<Feedback>,
    /// The handbook in sign language.
    pub sign_language: Option<SignLanguage>,
    numbers: Arc<Numbers>,
    /// The files that are published, in the order of their paths.
    published: Arc<BTreeSet<HandbookPath>>,
    /// The pictures that pages show, by the paths of the originals.
    pub pictures: Arc<Pictures>,
    /// By chapter: the picture that stands for it.
    chapter_pictures: Vec<Option<ChapterPicture>>,
    /// By edition: the pictures that say who made them.
    credits: Vec<Vec<Credit>>,
    /// Pictures that stand for the handbook, by the names of their settings.
    pub images: BTreeMap<&'static str, HandbookPath>,
    /// Logos of partners and funders, with their files.
    pub logos: Vec<(HandbookPath, Logo)>,
}

/// By the paths of the originals.
type Pictures = BTreeMap<HandbookPath, Arc<PublishedPicture>>;
type AllTextTargets = BTreeMap<HandbookPath, TextTargets>;
type TextTargets = Arc<Resolved<Targets>>;
/// By number of the field with Markdown.
type FieldTargets = Arc<Resolved<Vec<Targets>>>;

/// What destinations were resolved to, and what is wrong with them.
#[derive(Debug)]
struct Resolved<T> {
    targets: T,
    findings: Vec<Finding>,
}

impl Linked {
    /// Resolves all destinations of `site`. Of the site before an edit, `last`, what still holds
    /// is taken over.
    pub fn new(site: Site, last: Option<&Self>) -> (Self, Vec<Finding>) {
        let previous = PreviousTargets::new(last, &site);
        let mut findings = Vec::new();
        let nearby = Nearby::new(&site);
        let resolver = Resolver {
            site: &site,
            nearby: &nearby,
        };
        let legal = resolver.legal(&mut findings);
        let feedback = resolver.feedback(&mut findings);
        let sign_language = resolver.sign_language(&mut findings);
        let images = resolver.images(&mut findings);
        let logos = resolver.logos(&mut findings);
        let chapter_pictures = resolver.chapter_pictures(&mut findings);
        let texts = resolve_texts(&resolver, &previous);
        let fields = resolve_fields(&resolver, &previous);
        let of_texts = texts.values().flat_map(|resolved| &resolved.findings);
        let of_fields = fields.iter().flat_map(|resolved| &resolved.findings);
        findings.extend(of_texts.chain(of_fields).cloned());
        let mut linked = Self {
            texts: texts.into(),
            fields,
            within: Vec::new(),
            legal,
            feedback,
            sign_language,
            numbers: Arc::default(),
            published: Arc::default(),
            pictures: Arc::default(),
            images,
            logos,
            chapter_pictures,
            credits: Vec::new(),
            site,
        };
        let (pictures, published) = linked.published_files();
        linked.pictures = pictures.into();
        linked.published = published.into();
        linked.credits = linked.find_credits();
        linked.numbers = linked.find_numbers().into();
        let chapters = linked.site.chapters.par_iter().enumerate();
        let check = |(number, chapter): (usize, &Arc<Chapter>)| {
            let within = previous.within(number, chapter);
            within.unwrap_or_else(|| linked.check_page(number, chapter).into())
        };
        linked.within = chapters.map(check).collect();
        findings.extend(linked.within.iter().flat_map(|found| found.iter().cloned()));
        (linked, findings)
    }

    /// Whether everything is published where it is in `other`, as far as that is known without
    /// comparing it all.
    pub fn has_addresses_of(&self, other: &Self) -> bool {
        self.published == other.published
            && self.pictures == other.pictures
            && self
                .credits
                .iter()
                .map(Vec::len)
                .eq(other.credits.iter().map(Vec::len))
            && self.site.has_addresses_of(&other.site)
    }

    /// Where the destinations of the file at `path` lead.
    pub fn targets(&self, path: &HandbookPath) -> &Targets {
        self.texts
            .get(path)
            .map_or(&NO_TARGETS, |resolved| &resolved.targets)
    }

    /// Where the destinations in a field's Markdown lead.
    pub fn field_targets(&self, chapter: ChapterId, field: usize) -> &Targets {
        &self.fields[chapter.0].targets[field]
    }

    /// The pages that the law asks for.
    pub fn legal(&self) -> &[LegalPage] {
        &self.legal
    }

    /// Whether a chapter is one of them, in any language.
    pub fn is_legal(&self, id: ChapterId) -> bool {
        let is_legal = |page: &ChapterId| self.site.chapter(*page).translations.contains(&id);
        self.legal.iter().any(|page| is_legal(&page.chapter))
    }

    /// The files that are published, and their addresses: those that something leads to, and those that the
    /// settings name.
    pub fn published_assets(&self) -> impl Iterator<Item = (&HandbookPath, &str)> {
        let published = self.published.iter();
        published.filter_map(|path| {
            let (path, address) = self.site.assets.get_key_value(path)?;
            Some((path, address.as_str()))
        })
    }

    /// How many files lie beside the chapters and aren't published.
    pub fn left_out(&self) -> usize {
        let assets = self.site.assets.keys();
        let left_out = assets
            .filter(|path| !self.published.contains(*path) && !self.pictures.contains_key(*path));
        left_out.count()
    }

    /// The chapters that another file's text leads to, or that the settings name.
    pub fn linked_chapters(&self) -> BTreeSet<ChapterId> {
        let texts = self.texts.iter();
        let texts = texts
            .flat_map(|(path, resolved)| resolved.targets.iter().map(move |target| (path, target)));
        let chapters = self.site.chapters.iter().zip(&self.fields);
        let fields = chapters.flat_map(|(chapter, resolved)| {
            let targets = resolved.targets.iter().flat_map(Targets::iter);
            targets.map(|target| (chapter.path(), target))
        });
        let mut linked: BTreeSet<ChapterId> = texts
            .chain(fields)
            .filter_map(|(path, target)| match target {
                Target::Chapter(id, _) if self.site.chapter(*id).path() != path => Some(*id),
                _ => None,
            })
            .collect();
        linked.extend(self.legal.iter().map(|page| page.chapter));
        linked.extend(match self.sign_language {
            Some(SignLanguage::Chapter(id)) => Some(id),
            _ => None,
        });
        linked
    }

    /// The file of the handbook to which `link` leads from the one at `from`, with its address; `None`
    /// if there is none, or it isn't published.
    pub fn file(&self, from: &HandbookPath, link: &str) -> Option<(&HandbookPath, &str)> {
        resolve::file(&self.site, from, link)
    }

    /// Links within the page of the chapter with this number lead to anchors that are on it, with
    /// the texts that it puts in and its fields.
    fn check_page(&self, number: usize, chapter: &Chapter) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen = BTreeSet::new();
        let known = OnceCell::new();
        let included = chapter.includes.iter();
        for text in [&chapter.parsed].into_iter().chain(included) {
            let path = &text.source.path;
            if seen.insert(path) {
                let targets = self.targets(path);
                self.check_anchors(
                    chapter,
                    &known,
                    path,
                    &text.document,
                    targets,
                    &mut findings,
                );
            }
        }
        for (document, targets) in chapter
            .markdown_fields
            .iter()
            .zip(&self.fields[number].targets)
        {
            self.check_anchors(
                chapter,
                &known,
                chapter.path(),
                document,
                targets,
                &mut findings,
            );
        }
        findings
    }

    fn check_anchors<'c>(
        &self,
        chapter: &'c Chapter,
        known: &OnceCell<Suggestions<'c>>,
        path: &HandbookPath,
        document: &Document,
        targets: &Targets,
        findings: &mut Vec<Finding>,
    ) {
        for destination in &document.destinations {
            if let Target::SamePage(anchor) = targets.get(destination.key)
                && !chapter.has_anchor(anchor)
            {
                let finding = Finding::new(&codes::UNKNOWN_ANCHOR, path).at(destination.span);
                let known = known.get_or_init(|| nearby::anchors(chapter));
                findings.push(unknown_anchor(&self.site, finding, chapter, known, anchor));
            }
        }
    }
}

fn resolve_texts(resolver: &Resolver<'_>, previous: &PreviousTargets<'_>) -> AllTextTargets {
    let resolve = |(place, (path, parsed)): (usize, (&HandbookPath, &Arc<Parsed>))| {
        let targets = previous.text(place, parsed).unwrap_or_else(|| {
            let mut findings = Vec::new();
            let targets = resolver.document(path, &parsed.document, false, &mut findings);
            Arc::new(Resolved { targets, findings })
        });
        (path.clone(), targets)
    };
    let texts: Vec<_> = resolver.site.texts.iter().collect();
    let targets: Vec<_> = texts.into_par_iter().enumerate().map(resolve).collect();
    targets.into_iter().collect()
}

fn resolve_fields(resolver: &Resolver<'_>, previous: &PreviousTargets<'_>) -> Vec<FieldTargets> {
    let resolve = |(number, chapter): (usize, &Arc<Chapter>)| {
        previous.fields(number, chapter).unwrap_or_else(|| {
            let mut findings = Vec::new();
            let targets = |document: &Document| {
                resolver.document(chapter.path(), document, true, &mut findings)
            };
            let targets = chapter.markdown_fields.iter().map(targets).collect();
            resolver.files(chapter, &mut findings);
            Arc::new(Resolved { targets, findings })
        })
    };
    let chapters = resolver.site.chapters.par_iter().enumerate();
    chapters.map(resolve).collect()
}

fn unknown_anchor(
    site: &Site,
    finding: Finding,
    chapter: &Chapter,
    known: &Suggestions<'_>,
    anchor: &str,
) -> Finding {
    let found = known.find(anchor);
    let meant = found.and_then(|found| found.unambiguous(anchor));
    let source = finding.place.path.inside();
    let source = source.and_then(|path| site.texts.get(path));
    let finding = match (meant, source) {
        (Some(meant), Some(parsed)) => suggest_replacement(finding, &parsed.source, anchor, meant),
        _ => finding,
    };
    finding
        .with("anchor", anchor)
        .with("path", chapter.path().as_str())
        .with_suggestion(found.map(|found| found.name.to_owned()))
}
