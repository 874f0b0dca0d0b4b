//! What of a site still holds after an edit.

use std::sync::Arc;

use super::{
    Chapter, ChapterId, Inputs, Options, Parsed, Site, alphabet, assemble, details, editions,
};
use crate::config::EditionId;
use crate::source::{File, HandbookPath, Snapshot, Spanned};

/// Whether every chapter of `last` keeps its place, with all that others depend on: only texts have
/// changed, and what front matter says of its chapter alone.
pub(super) fn holds(
    last: &Site,
    inputs: &Inputs,
    parsed: &[Arc<Parsed>],
    snapshot: &Snapshot,
    options: Options,
) -> bool {
    let same_inputs = Arc::ptr_eq(&last.config, &inputs.config)
        && Arc::ptr_eq(&last.kinds, &inputs.kinds)
        && Arc::ptr_eq(&last.glossary, &inputs.glossary)
        && Arc::ptr_eq(&last.synonyms, &inputs.synonyms)
        && Arc::ptr_eq(&last.queries, &inputs.queries);
    let place_holds = |(known, now): (&Arc<Parsed>, &Arc<Parsed>)| {
        Arc::ptr_eq(known, now)
            || known.source.path == now.source.path
                && known.edition == now.edition
                && known.front.keeps_place(&now.front)
                && (known.front == now.front || !last.is_misplaced(&now.source.path))
    };
    same_inputs
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
    let title = assemble::title(parsed, &chapter.stem);
    if title == chapter.title {
        return;
    }
    chapter.title.clone_from(&title);
    let (edition, section, is_index) = (chapter.edition, chapter.section, chapter.is_index);
    if is_index {
        Arc::make_mut(&mut site.sections)[section.0].title = title;
    }
    let mut editions = std::mem::take(&mut site.editions);
    let edition = &mut Arc::make_mut(&mut editions)[edition.index()];
    alphabet::replace(&mut edition.letters, site, id, &edition.language);
    site.editions = editions;
}

impl Site {
    /// The chapter of this site that is `chapter` in another one, where its number is `number`.
    pub(super) fn known(&self, number: usize, chapter: &Chapter) -> Option<&Arc<Chapter>> {
        let is_same = |known: &&Arc<Chapter>| {
            known.edition == chapter.edition
                && known.is_fallback == chapter.is_fallback
                && known.path() == chapter.path()
        };
        // Few edits move many numbers.
        let same_number = self.chapters.get(number).filter(is_same);
        same_number.or_else(|| {
            let known = &self.chapters[self.by_path.get(chapter.path())?.0];
            let translations = known.translations.iter().map(|id| &self.chapters[id.0]);
            [known].into_iter().chain(translations).find(is_same)
        })
    }

    /// Whether something is wrong with the place of the chapter at `path`, or of another one
    /// because of it.
    fn is_misplaced(&self, path: &HandbookPath) -> bool {
        self.misplaced.iter().any(|finding| {
            let other = finding.related.as_ref().map(|related| &related.place);
            let places = [Some(&finding.place), other];
            let mut paths = places
                .into_iter()
                .flatten()
                .map(|place| place.path.inside());
            paths.any(|place| place == Some(path))
        })
    }

    /// Whether this site was made of `other` by an edit that no chapter's place depends on, and has
    /// as many chapters under each letter and the same former addresses.
    pub fn has_addresses_of(&self, other: &Self) -> bool {
        fn letters(site: &Site) -> impl Iterator<Item = (EditionId, char, usize)> {
            site.numbered_editions().flat_map(|(number, edition)| {
                let letters = edition.letters.iter();
                letters.map(move |letter| (number, letter.letter, letter.chapters.len()))
            })
        }
        fn aliases(site: &Site) -> impl Iterator<Item = (&HandbookPath, &Spanned<String>)> {
            let chapters = site.chapters.iter();
            chapters.flat_map(|chapter| {
                let aliases = chapter.parsed.front.aliases.iter();
                aliases.map(|alias| (chapter.path(), alias))
            })
        }
        Arc::ptr_eq(&self.by_path, &other.by_path)
            && letters(self).eq(letters(other))
            && aliases(self).eq(aliases(other))
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
