//! The numbers of a handbook's editions: one for each of its languages.

use serde::Serialize;

use super::Config;

/// Number of the edition in a language: the place of the language in [`Config::languages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EditionId(usize);

impl EditionId {
    /// The edition in the default language.
    pub const DEFAULT: Self = Self(0);

    /// The edition in the language at `index`.
    pub const fn new(index: usize) -> Self {
        Self(index)
    }

    /// Its place among all editions, from 0.
    pub const fn index(self) -> usize {
        self.0
    }
}

impl Config {
    /// The numbers of all editions, in the order of the languages.
    pub fn editions(&self) -> impl ExactSizeIterator<Item = EditionId> + Clone + use<> {
        (0..self.languages.len()).map(EditionId)
    }

    /// The edition in the language with this code.
    pub fn edition_in(&self, code: &str) -> Option<EditionId> {
        let number = self
            .languages
            .iter()
            .position(|known| known.eq_ignore_ascii_case(code));
        number.map(EditionId)
    }

    /// BCP 47 code of an edition's language.
    pub fn language(&self, edition: EditionId) -> &str {
        &self.languages[edition.0]
    }
}
