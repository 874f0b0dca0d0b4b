//! Translations that are missing or out of date, by language.

use rayon::prelude::*;

use super::version::{Change, Part, compare, parts};
use crate::config::{EditionId, FILE};
use crate::diagnostic::{Finding, Place, codes};
use crate::link::Linked;
use crate::site::{Chapter, ChapterId, Site};
use crate::source::HandbookPath;

/// How many of the parts that changed a finding names.
const NAMED_MAX: usize = 4;

/// How far a language is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// BCP 47 code.
    pub language: String,
    /// How many chapters there are to translate.
    pub chapters: usize,
    /// How many of them are translated.
    pub translated: usize,
    /// How many of those have an original that changed since.
    pub stale: usize,
}

impl Progress {
    /// How many of a hundred chapters are translated and up to date, rounded down.
    pub fn percent(&self) -> usize {
        ((self.translated - self.stale) * 100)
            .checked_div(self.chapters)
            .unwrap_or(100)
    }
}

/// How far the languages are, beside the default.
pub fn progress(linked: &Linked) -> Vec<Progress> {
    let site = &linked.site;
    let originals = || originals(site).count();
    let changes = changes(site);
    site.edition_ids()
        .skip(1)
        .map(|edition| {
            let of = |id: &ChapterId| site.chapter(*id).edition == edition;
            Progress {
                language: site.edition(edition).language.clone(),
                chapters: originals(),
                translated: translations(site).filter(of).count(),
                stale: changes
                    .iter()
                    .filter(|(id, change)| of(id) && matches!(change, Change::Since { .. }))
                    .count(),
            }
        })
        .collect()
}

/// How the original of `chapter`, a translation, has changed since the version that it names; `None`
/// if it names none.
pub fn change(site: &Site, chapter: &Chapter) -> Option<Change> {
    let version = &chapter.parsed.front.translation_of.as_ref()?.value;
    let original = original(site, chapter)?;
    let parts = parts(&original.parsed, site.kind(original));
    Some(compare(version, parts, original.parsed.front.updated))
}

/// The chapter in the default language, unless `chapter` is in that itself.
pub fn original<'s>(site: &'s Site, chapter: &Chapter) -> Option<&'s Chapter> {
    let original = site.chapter(*chapter.translations.first()?);
    (original.edition == EditionId::DEFAULT
        && chapter.edition != EditionId::DEFAULT
        && !chapter.is_fallback)
        .then_some(original)
}

fn originals(site: &Site) -> impl Iterator<Item = ChapterId> {
    let ids = (0..site.chapters.len()).map(ChapterId);
    ids.filter(|id| site.chapter(*id).edition == EditionId::DEFAULT)
}

fn translations(site: &Site) -> impl Iterator<Item = ChapterId> {
    let ids = (0..site.chapters.len()).map(ChapterId);
    ids.filter(|id| original(site, site.chapter(*id)).is_some())
}

fn changes(site: &Site) -> Vec<(ChapterId, Change)> {
    let all: Vec<ChapterId> = translations(site).collect();
    let changed = all.into_par_iter().filter_map(|id| {
        let change = change(site, site.chapter(id))?;
        (change != Change::None).then_some((id, change))
    });
    changed.collect()
}

/// Finds translations that are out of date, and in languages of which something is asked also those
/// that are missing.
pub(super) fn all(linked: &Linked) -> Vec<Finding> {
    let site = &linked.site;
    let mut findings: Vec<Finding> = changes(site)
        .into_iter()
        .filter_map(|(id, change)| finding(site, site.chapter(id), change))
        .collect();
    for progress in progress(linked) {
        let asked = site.config.translations.get(&progress.language);
        let Some(at_least) = asked.and_then(|asked| asked.at_least) else {
            continue;
        };
        findings.extend(missing(site, &progress.language));
        if progress.percent() < usize::from(at_least.value) {
            findings.push(
                Finding::new(&codes::TOO_FEW_TRANSLATIONS, HandbookPath::literal(FILE))
                    .at(at_least.span)
                    .with("language", progress.language.as_str())
                    .with("done", progress.translated - progress.stale)
                    .with("chapters", progress.chapters)
                    .with("percent", progress.percent()),
            );
        }
    }
    findings
}

fn missing(site: &Site, language: &str) -> Vec<Finding> {
    let has = |id: &&ChapterId| {
        let chapter = site.chapter(**id);
        !chapter.is_fallback && site.edition(chapter.edition).language == language
    };
    originals(site)
        .map(|id| site.chapter(id))
        .filter(|chapter| !chapter.translations.iter().any(|id| has(&id)))
        .map(|chapter| {
            Finding::new(&codes::MISSING_TRANSLATION, chapter.path())
                .with("language", language)
                .with("path", chapter.path().as_str())
        })
        .collect()
}

fn finding(site: &Site, chapter: &Chapter, change: Change) -> Option<Finding> {
    let span = chapter.parsed.front.translation_of.as_ref()?.span;
    let original = original(site, chapter)?;
    let language = site.edition(chapter.edition).language.as_str();
    let finding = |code| {
        Finding::new(code, chapter.path())
            .at(span)
            .with("path", original.path().as_str())
            .with("language", language)
    };
    match change {
        Change::None => None,
        Change::Unknown => Some(finding(&codes::UNKNOWN_VERSION)),
        Change::Since { parts, gone } => {
            let finding = finding(&codes::STALE_TRANSLATION)
                .with("changed", named(&parts, gone, &original.title));
            Some(match parts.first() {
                Some(part) => {
                    let place = Place {
                        path: original.path().into(),
                        span: Some(part.span),
                    };
                    finding.with_related(place, "changed-here")
                }
                None => finding,
            })
        }
    }
}

/// The names of parts of the text `title`, for a message. What stands before the first heading has its name.
pub fn named(parts: &[Part], gone: usize, title: &str) -> String {
    let name = |part: &Part| match part.name.as_str() {
        "" => format!("`{title}`"),
        name => format!("`{name}`"),
    };
    let mut names: Vec<String> = parts.iter().take(NAMED_MAX).map(name).collect();
    let more = parts.len().saturating_sub(NAMED_MAX);
    if more > 0 {
        names.push(format!("+{more}"));
    }
    if gone > 0 {
        names.push(format!("−{gone}"));
    }
    if names.is_empty() {
        names.push("…".into());
    }
    names.join(", ")
}
