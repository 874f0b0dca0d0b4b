//! What of a site still holds after an edit.

use std::sync::Arc;

use super::{Chapter, Given, Options, Parsed, Site, editions};
use crate::source::{File, HandbookPath, Snapshot, Span};

/// Whether every chapter of `last` keeps its place, and all that follows from its front matter:
/// only texts behind front matter have changed, and none of the titles that they give.
pub(super) fn holds(
    last: &Site,
    given: &Given,
    parsed: &[Arc<Parsed>],
    snapshot: &Snapshot,
    options: Options,
) -> bool {
    let given = Arc::ptr_eq(&last.config, &given.config)
        && Arc::ptr_eq(&last.kinds, &given.kinds)
        && Arc::ptr_eq(&last.glossary, &given.glossary)
        && Arc::ptr_eq(&last.synonyms, &given.synonyms)
        && Arc::ptr_eq(&last.queries, &given.queries);
    let place_holds = |(known, now): (&Arc<Parsed>, &Arc<Parsed>)| {
        Arc::ptr_eq(known, now)
            || known.source.path == now.source.path
                && known.edition == now.edition
                && known.front == now.front
                && known.document.title() == now.document.title()
    };
    given
        && last.options == options
        && last.texts.len() == parsed.len()
        && last.texts.values().zip(parsed).all(place_holds)
        && assets(snapshot, last).eq(last.assets.keys())
        && *last.pictures == *snapshot.pictures()
}

/// The paths of the files that are published as they are.
fn assets<'s>(snapshot: &'s Snapshot, last: &'s Site) -> impl Iterator<Item = &'s HandbookPath> {
    snapshot
        .below(last.config.content)
        .filter(|(path, file)| {
            matches!(file, File::Asset { .. }) && last.config.in_content(path).is_some()
        })
        .map(|(path, _)| path)
}

/// `last` with new texts at the same places.
pub(super) fn with_texts(last: &Site, parsed: Vec<Arc<Parsed>>) -> Site {
    let mut site = last.clone();
    let changed = last.texts.values().zip(&parsed);
    for (_, parsed) in changed.filter(|(known, now)| !Arc::ptr_eq(known, now)) {
        let Some(id) = site.by_path.get(&parsed.source.path) else {
            continue;
        };
        // What a translation takes from its original holds, since all front matter does.
        let own = site.chapter(*id).parsed.front.clone();
        let parsed = editions::with_front(parsed, own);
        for id in site.chapter(*id).translations.clone() {
            let chapter = &mut site.chapters[id.0];
            if *chapter.path() == parsed.source.path {
                Arc::make_mut(chapter).parsed = Arc::clone(&parsed);
            }
        }
    }
    let texts = parsed.into_iter().map(|p| (p.source.path.clone(), p));
    site.texts = Arc::new(texts.collect());
    site
}

impl Site {
    /// The chapter of this site whose file is that of `chapter`, a chapter of another one.
    pub(super) fn known(&self, chapter: &Chapter) -> Option<&Arc<Chapter>> {
        let id = self.by_path.get(chapter.path())?;
        Some(&self.chapters[id.0])
    }

    /// Whether this site was made of `other` by an edit that no chapter's place depends on.
    pub fn has_plan_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.by_path, &other.by_path) && Arc::ptr_eq(&self.sections, &other.sections)
    }

    /// Whether every chapter has the former addresses that it has in `other`.
    pub fn has_aliases_of(&self, other: &Self) -> bool {
        fn aliases(site: &Site) -> impl Iterator<Item = (&HandbookPath, &(String, Span))> {
            let chapters = site.chapters.iter();
            chapters.flat_map(|chapter| {
                let aliases = chapter.parsed.front.aliases.iter();
                aliases.map(|alias| (chapter.path(), alias))
            })
        }
        aliases(self).eq(aliases(other))
    }

    /// Whether all places of this site are those of `other`: every chapter and section has the
    /// number and address that it has there, and the same files are beside them. What resolves
    /// to a place in one resolves to it in the other.
    pub fn has_places_of(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
            Arc::ptr_eq(a, b) || a == b
        }
        let sections = || self.sections.iter().zip(other.sections.iter());
        self.config == other.config
            && same(&self.by_path, &other.by_path)
            && same(&self.by_folder, &other.by_folder)
            && self.assets.keys().eq(other.assets.keys())
            && self.texts.keys().eq(other.texts.keys())
            && (Arc::ptr_eq(&self.sections, &other.sections)
                || sections().all(|(a, b)| a.index == b.index))
    }
}
