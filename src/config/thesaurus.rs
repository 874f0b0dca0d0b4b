//! A thesaurus in the form of MyThes, as LibreOffice and Debian have them: words, each with lines of others
//! that mean about the same. The handbook names the file as `search: {thesaurus: FILE}`.
//!
//! The first line names the encoding; a word's line says how many lines of meanings follow:
//!
//! ```text
//! UTF-8
//! Wagen|2
//! -|Auto|Karre (umgangssprachlich)
//! -|Waggon
//! ```

use std::sync::Arc;

use crate::diagnostic::{Finding, codes};
use crate::source::{HandbookPath, Snapshot, Source, Span};

/// The ending of such files.
pub const EXTENSION: &str = "dat";

/// A thesaurus: its file, which is read anew whenever it is asked for what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Thesaurus(Arc<Source>);

impl Thesaurus {
    /// The thesaurus in `source`.
    ///
    /// # Errors
    /// The place of the first line that is none of a thesaurus.
    pub fn new(source: Arc<Source>) -> Result<Self, Span> {
        let text: &str = &source.text;
        let mut at = text.split_inclusive('\n').next().map_or(0, str::len);
        let encoding = text[..at].trim();
        if encoding.is_empty() || encoding.contains('|') {
            return Err(Span::new(0..at));
        }
        let mut meanings = 0_usize;
        for line in text[at..].split_inclusive('\n') {
            let is_word = line
                .split_once('|')
                .and_then(|(_, count)| count.trim().parse().ok());
            match is_word {
                _ if line.trim().is_empty() => {}
                _ if meanings > 0 && line.contains('|') => meanings -= 1,
                Some(count) if meanings == 0 => meanings = count,
                _ => return Err(Span::new(at..at + line.trim_end().len())),
            }
            at += line.len();
        }
        Ok(Self(source))
    }

    /// Reads the one at `name`, which stands at `span` in the settings.
    pub(super) fn read(
        name: &str,
        span: Span,
        snapshot: &Snapshot,
        settings: &HandbookPath,
    ) -> Result<Self, Box<Finding>> {
        let unknown = || {
            Finding::new(&codes::UNKNOWN_FILE, settings)
                .at(span)
                .with("target", name)
        };
        let source = snapshot.text(name).ok_or_else(|| Box::new(unknown()))?;
        let broken = |at| Box::new(Finding::new(&codes::BROKEN_THESAURUS, &source.path).at(at));
        Self::new(Arc::clone(source)).map_err(broken)
    }

    /// Its words, each with all others that mean about the same.
    pub fn words(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        let mut lines = self.0.text.lines().skip(1);
        std::iter::from_fn(move || {
            let (word, count) = lines.find_map(|line| line.split_once('|'))?;
            let count = count.trim().parse().unwrap_or_default();
            let meanings = lines.by_ref().take(count);
            // The first column says what part of speech the word is.
            let others = meanings.flat_map(|line| line.split('|').skip(1));
            Some((word, others.filter_map(plain).collect()))
        })
    }
}

/// What is said in brackets of a word that means something else, or something wider.
const NO_SYNONYM: [&str; 5] = [
    "Oberbegriff",
    "Assoziation",
    "ntonym",
    "generic term",
    "related term",
];

/// The word without what is said of it in brackets.
fn plain(other: &str) -> Option<&str> {
    let (word, note) = other.split_once(" (").unwrap_or((other, ""));
    let is_synonym = !NO_SYNONYM.iter().any(|no| note.contains(no));
    is_synonym.then_some(word.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thesaurus(text: &str) -> Result<Thesaurus, Span> {
        let path = HandbookPath::literal("th.dat");
        Thesaurus::new(Source::new(path, text.into()).into())
    }

    #[test]
    fn words_have_the_others_of_all_their_meanings() {
        let text = "UTF-8\nWagen|2\n-|Auto|Karre (ugs.)|Ding (Oberbegriff)\n(noun)|Waggon\nlos|1\n-|ab|weg\n";
        let thesaurus = thesaurus(text).unwrap();
        let words: Vec<_> = thesaurus.words().collect();
        assert_eq!(
            words,
            [
                ("Wagen", vec!["Auto", "Karre", "Waggon"]),
                ("los", vec!["ab", "weg"])
            ]
        );
    }

    #[test]
    fn what_is_no_thesaurus_is_told_with_its_place() {
        for (text, at) in [
            ("", 0..0),
            ("Wagen|1\n-|Auto\n", 0..8),
            ("UTF-8\nWagen\n", 6..11),
            ("UTF-8\nWagen|1\nAuto\n", 14..18),
        ] {
            assert_eq!(thesaurus(text).err(), Some(Span::new(at)), "{text}");
        }
        assert!(thesaurus("UTF-8\n").unwrap().words().next().is_none());
    }
}
