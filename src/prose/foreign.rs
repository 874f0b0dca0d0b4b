//! Passages in another language than the text around, told by their most frequent words.
//!
//! Only words that are frequent in one of the languages and no word of the others are counted, and
//! only a whole passage is judged: single foreign words are part of any language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::words;

/// Fewer words prove nothing.
const WORDS_MIN: usize = 12;
/// More words make it no surer.
const WORDS_MAX: usize = 60;
/// No frequent word has more bytes.
const LENGTH_MAX: usize = 6;

/// Frequent words of languages by BCP 47 code.
const FREQUENT: [(&str, &str); 3] = [
    (
        "de",
        "der das und ist nicht mit von den eine für auf im des sich auch werden wurde dass dem wird sind \
         bei aus einen einer nach wir sie oder über zum zur haben",
    ),
    (
        "en",
        "the of and to is that for with are this from have by which not be as at were their they has we you \
         your our or on it can who been",
    ),
    (
        "fr",
        "le la les et une dans pour que qui est pas sur avec sont au aux ce cette nous vous il elle du ou \
         leur été être ont",
    ),
];

/// The language of `text`, where it is surely another than `language` (BCP 47).
pub(crate) fn detect(text: &str, language: &str) -> Option<&'static str> {
    let own = language.split('-').next().unwrap_or_default();
    let own_at = FREQUENT.iter().position(|(code, _)| *code == own)?;
    if let Some(script) = other_script(text) {
        return Some(script);
    }
    let (mut all, mut counts) = (0, [0; FREQUENT.len()]);
    for (_, word) in words(text).take(WORDS_MAX) {
        all += 1;
        if let Some(language) = language_of(word) {
            counts[language] += 1;
        }
    }
    if all < WORDS_MIN {
        return None;
    }
    let (best, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    let surely = best != own_at && count * 5 >= all && counts[own_at] * 10 <= *count;
    surely.then_some(FREQUENT[best].0)
}

/// The number of the language that `word` is frequent in.
fn language_of(word: &str) -> Option<usize> {
    static LANGUAGES: LazyLock<BTreeMap<&str, usize>> = LazyLock::new(|| {
        let languages = FREQUENT.iter().enumerate();
        languages
            .flat_map(|(number, (_, words))| words.split_whitespace().map(move |w| (w, number)))
            .collect()
    });
    if word.len() > LENGTH_MAX {
        return None;
    }
    LANGUAGES.get(word.to_lowercase().as_str()).copied()
}

/// The likely language of a text that is mostly in letters which none of the [`FREQUENT`] uses.
fn other_script(text: &str) -> Option<&'static str> {
    let (mut letters, mut cyrillic, mut arabic) = (0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        cyrillic += usize::from(('\u{400}'..='\u{52f}').contains(&c));
        arabic += usize::from(('\u{600}'..='\u{6ff}').contains(&c));
    }
    let most = |count: usize| letters >= WORDS_MIN && count * 2 > letters;
    if most(cyrillic) {
        Some(if text.contains(['і', 'ї', 'є', 'ґ']) {
            "uk"
        } else {
            "ru"
        })
    } else {
        most(arabic).then_some("ar")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "We have learned that the people who come to the meetings are not the ones \
                           that were invited.";

    #[test]
    fn a_passage_in_another_language_is_told() {
        assert_eq!(detect(ENGLISH, "de"), Some("en"));
        assert_eq!(detect(ENGLISH, "en"), None);
        assert_eq!(
            detect("Ласкаво просимо до нашого міста", "de-simple"),
            Some("uk")
        );
    }

    #[test]
    fn names_and_short_passages_prove_nothing() {
        assert_eq!(detect("The Art of Hosting and the World Café", "de"), None);
        let mixed = "Das Buch „The Art of Hosting and Harvesting of Conversations“ ist für die Praxis \
                     sehr zu empfehlen und auf Englisch";
        assert_eq!(detect(mixed, "de"), None);
        assert_eq!(detect(ENGLISH, "tr"), None);
    }
}
