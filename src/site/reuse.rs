//! What of a site still holds after an edit: all comparisons between a site and the one before.
//!
//! 1. [`holds`] says whether every chapter keeps its place, so that only texts are replaced.
//! 2. Of a chapter that has a counterpart in the last site ([`Site::counterpart`]), [`with_fields_of`] says
//!    whether its fields still hold, and [`has_anchors_of`] whether its anchors do.
//! 3. Later stages ask [`Site::has_places_of`] and [`Site::has_addresses_of`].

use std::sync::Arc;

use super::{Chapter, Inputs, Options, Parsed, Site, entry};
use crate::config::EditionId;
use crate::source::{HandbookPath, Snapshot, Spanned};

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
        && entry::assets(snapshot, &last.config)
            .map(|asset| asset.path)
            .eq(last.assets.keys())
        && *last.pictures == *snapshot.pictures()
        && *last.recordings == *snapshot.recordings()
}

/// `chapter` in the last site, where its number is `number`, if it had the same fields there: it and
/// its `original` still say the same.
pub(super) fn with_fields_of<'l>(
    last: &'l Site,
    number: usize,
    chapter: &Chapter,
    original: Option<&Chapter>,
) -> Option<&'l Chapter> {
    let known = last.counterpart(number, chapter)?;
    let same_front =
        Arc::ptr_eq(&known.parsed, &chapter.parsed) || known.parsed.front == chapter.parsed.front;
    if known.kind != chapter.kind || !same_front {
        return None;
    }
    if let Some(original) = original {
        let before = last.chapter(known.translations[0]);
        let same_fields =
            Arc::ptr_eq(&before.fields, &original.fields) || before.fields == original.fields;
        if before.path() != original.path() || !same_fields {
            return None;
        }
    }
    Some(known)
}

/// Whether `chapter` has the anchors that it had as `known`: its own text is the same, and so are those
/// that it puts in. Which ones these are depends on its text and theirs, and on which files there are.
pub(super) fn has_anchors_of(site: &Site, known: &Chapter, chapter: &Chapter) -> bool {
    let same_text = Arc::ptr_eq(&known.parsed, &chapter.parsed)
        && Arc::ptr_eq(&known.markdown_fields, &chapter.markdown_fields)
        && known.title == chapter.title;
    let same_include = |known: &Arc<Parsed>| {
        let now = site.texts.get(&known.source.path);
        now.is_some_and(|now| Arc::ptr_eq(now, known))
    };
    same_text
        && if known.includes.is_empty() {
            !known.parsed.document.has_includes()
        } else {
            known.includes.iter().all(same_include) && known.findings.anchors.is_empty()
        }
}

impl Site {
    /// The chapter of this site that is `chapter` in another one, where its number is `number`.
    pub(super) fn counterpart(&self, number: usize, chapter: &Chapter) -> Option<&Arc<Chapter>> {
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
