//! What lies beside a film and belongs to it: captions, a picture to show before it begins, and its words as a
//! chapter.

use super::Linked;
use crate::site::ChapterId;
use crate::source::{HandbookPath, Media};

/// Endings of pictures that may stand for a film.
const POSTERS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// Captions of a film, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captions<'l> {
    /// BCP 47 code.
    pub language: &'l str,
    /// Their file.
    pub file: &'l HandbookPath,
}

impl Linked {
    /// The captions beside a film: `film.vtt` in the handbook's first language, `film.en.vtt` and so on in the
    /// others.
    pub fn captions(&self, film: &HandbookPath) -> Vec<Captions<'_>> {
        if Media::of(film.name()).is_none_or(|media| media == Media::Picture) {
            return Vec::new();
        }
        let config = &self.site.config;
        let plain = [(String::new(), config.default_language())].into_iter();
        let languages = self.site.languages();
        let named = languages.map(|language| (format!(".{language}"), language));
        let mut captions: Vec<Captions<'_>> = Vec::new();
        for (suffix, language) in plain.chain(named) {
            let known = captions.iter().any(|known| known.language == language);
            if let Some(file) = self
                .beside(film, &format!("{suffix}.vtt"))
                .filter(|_| !known)
            {
                captions.push(Captions { language, file });
            }
        }
        captions
    }

    /// The picture beside a film that is shown before it begins.
    pub fn poster(&self, film: &HandbookPath) -> Option<&HandbookPath> {
        if Media::of(film.name()) != Some(Media::Film) {
            return None;
        }
        let mut endings = POSTERS.into_iter();
        endings.find_map(|ending| self.beside(film, &format!(".{ending}")))
    }

    /// The chapter beside a film or a sound that has its words: `film.md`.
    pub fn transcript(&self, recording: &HandbookPath) -> Option<ChapterId> {
        let (stem, _) = recording.as_str().rsplit_once('.')?;
        self.site.at_path(&format!("{stem}.md"))
    }

    /// The file with the name of `film`, but for what stands behind its last dot.
    fn beside(&self, film: &HandbookPath, ending: &str) -> Option<&HandbookPath> {
        let (stem, _) = film.as_str().rsplit_once('.')?;
        let found = self
            .site
            .assets
            .get_key_value(format!("{stem}{ending}").as_str());
        found.map(|(path, _)| path)
    }
}
