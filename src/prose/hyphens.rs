//! Soft hyphens: where browsers may part long words of headings, lists and cards.
//!
//! Browsers of managed offices often have no dictionary of German, and part a word that is wider than its
//! place at any letter. The patterns are those of TeX, in the crate hypher.
//!
//! Words of titles come up on page after page, so each thread remembers where it has parted some.

use std::borrow::Cow;
use std::cell::RefCell;

use hypher::{Lang, hyphenate_bounded};
use rustc_hash::FxHashMap;

/// The sign at which a browser may part a word, and shows a hyphen then.
const SOFT_HYPHEN: char = '\u{ad}';

/// How many letters a word has that is parted, and the least that stand before and behind a hyphen.
const SHORTEST: usize = 10;
const AT_AN_END: usize = 4;

/// How many words a thread remembers.
const REMEMBERED: usize = 4096;

/// By language: words, and at which of their bytes a hyphen may stand.
type Parted = FxHashMap<(Lang, Box<str>), Box<[usize]>>;

thread_local! {
    static PARTED: RefCell<Parted> = RefCell::default();
}

/// `text` with soft hyphens in its long words, in a language by its code; as it is in a language without
/// patterns.
pub fn soften<'t>(text: &'t str, language: &str) -> Cow<'t, str> {
    let Some(language) = patterns(language).filter(|_| text.len() >= SHORTEST) else {
        return Cow::Borrowed(text);
    };
    let mut softened = String::new();
    let mut written = 0;
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let word = &rest[start..];
        let word = &word[..word
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(word.len())];
        let at = text.len() - rest.len() + start;
        rest = &rest[start + word.len()..];
        if word.chars().count() < SHORTEST || rest.starts_with(SOFT_HYPHEN) {
            continue;
        }
        each_hyphen(word, language, |hyphen| {
            softened.push_str(&text[written..at + hyphen]);
            softened.push(SOFT_HYPHEN);
            written = at + hyphen;
        });
    }
    if written == 0 {
        return Cow::Borrowed(text);
    }
    softened.push_str(&text[written..]);
    Cow::Owned(softened)
}

/// Calls `take` with each byte of a word at which a hyphen may stand.
fn each_hyphen(word: &str, language: Lang, take: impl FnMut(usize)) {
    PARTED.with_borrow_mut(|parted| {
        if parted.len() >= REMEMBERED {
            parted.clear();
        }
        let hyphens = parted
            .entry((language, word.into()))
            .or_insert_with(|| hyphens(word, language));
        hyphens.iter().copied().for_each(take);
    });
}

fn hyphens(word: &str, language: Lang) -> Box<[usize]> {
    let mut ends: Vec<usize> = hyphenate_bounded(word, language, AT_AN_END, AT_AN_END)
        .scan(0, |end, part| {
            *end += part.len();
            Some(*end)
        })
        .collect();
    // No hyphen stands at the end.
    ends.pop();
    ends.into()
}

fn patterns(language: &str) -> Option<Lang> {
    let base = language.split(['-', '_']).next()?;
    Lang::from_iso(base.as_bytes().try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, language: &str) -> String {
        soften(text, language).replace(SOFT_HYPHEN, "|")
    }

    #[test]
    fn long_words_can_be_parted_between_syllables() {
        assert_eq!(
            shown("Frühzeitige Informationsveranstaltung", "de"),
            "Früh|zei|tige Infor|ma|ti|ons|ver|an|stal|tung"
        );
        assert_eq!(shown("Bürgerhaushalt", "de-simple"), "Bürger|haus|halt");
        assert!(shown("Participation", "en").ends_with("|tion"));
    }

    #[test]
    fn short_words_and_other_languages_stay_as_they_are() {
        assert_eq!(shown("Runder Tisch", "de"), "Runder Tisch");
        assert_eq!(shown("", "de"), "");
        assert_eq!(
            shown("المشاركة المجتمعية الواسعة", "ar"),
            "المشاركة المجتمعية الواسعة"
        );
        assert_eq!(
            shown("Beteiligungsverfahren", "xx"),
            "Beteiligungsverfahren"
        );
        assert_eq!(soften("Betei\u{ad}ligung", "de"), "Betei\u{ad}ligung");
    }
}
