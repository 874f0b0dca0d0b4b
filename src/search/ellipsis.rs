//! Elliptic hyphens: «Sprach- und Integrationskurse» also means «Sprachkurse», and
//! «Stadtentwicklung und -planung» also means «Stadtplanung».
//!
//! Here the two words that belong together are found in a text. Which part they share is known
//! only when compounds have been split, which takes the whole handbook's vocabulary.

use super::words::Token;

/// Two words of which one lends a part to the other; indices into the text's words.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(crate) struct Ellipsis {
    /// The cut word.
    pub cut: usize,
    /// The full word that lends its last part (or its first, if `at_start`).
    pub full: usize,
    /// The cut word lacks its beginning.
    pub at_start: bool,
}

/// How far apart the two may stand, in words.
const REACH: usize = 6;

/// All elliptic spellings among the words of `text`, in their order.
pub(crate) fn ellipses<'a>(
    text: &'a str,
    words: &'a [Token],
) -> impl Iterator<Item = Ellipsis> + 'a {
    let some = if text.contains('-') { words.len() } else { 0 };
    (0..some).flat_map(move |cut| {
        let at_end = full_after(text, words, cut).map(|full| (full, false));
        let at_start = full_before(text, words, cut).map(|full| (full, true));
        let found = at_end.into_iter().chain(at_start);
        found.map(move |(full, at_start)| Ellipsis {
            cut,
            full,
            at_start,
        })
    })
}

/// The word that lends its last part to a cut one before it.
fn full_after(text: &str, words: &[Token], cut: usize) -> Option<usize> {
    if !lacks_end(text, words, cut) {
        return None;
    }
    (cut + 1..words.len().min(cut + REACH))
        .take_while(|&i| leads_on(text, words, i))
        .find(|&i| !words[i].is_link && !lacks_end(text, words, i))
}

/// The word that lends its first part to a cut one after it.
fn full_before(text: &str, words: &[Token], cut: usize) -> Option<usize> {
    if !lacks_start(text, words, cut) {
        return None;
    }
    (cut.saturating_sub(REACH)..cut)
        .rev()
        .find(|&i| !words[i].is_link && !lacks_start(text, words, i))
        .filter(|&full| full + 1 < cut || gap(text, words, full).contains(','))
}

/// The text between a word and the next one.
fn gap<'t>(text: &'t str, words: &[Token], at: usize) -> &'t str {
    let next = words.get(at + 1).map_or(text.len(), |word| word.start);
    &text[words[at].end..next]
}

/// «Sprach- »
fn lacks_end(text: &str, words: &[Token], at: usize) -> bool {
    text.as_bytes().get(words[at].end) == Some(&b'-')
        && text[words[at].end + 1..].starts_with([' ', ',', '\u{a0}', '/'])
}

/// « -planung»
fn lacks_start(text: &str, words: &[Token], at: usize) -> bool {
    at > 0 && text.as_bytes()[..words[at].start].ends_with(b" -")
}

/// Whether the enumeration goes on at a word: it is a link, or follows one, or a comma.
fn leads_on(text: &str, words: &[Token], at: usize) -> bool {
    words[at].is_link || words[at - 1].is_link || gap(text, words, at - 1).contains([',', '/'])
}

/// Whether a spelling links the members of an enumeration.
pub(crate) fn is_link(spelling: &str) -> bool {
    matches!(
        spelling,
        "und" | "oder" | "bzw" | "beziehungsweise" | "sowie" | "als" | "auch" | "wie"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::language::Language;
    use crate::search::words::{Word, words};

    fn pairs(text: &str) -> Vec<(String, String)> {
        let words = words(text, &Language::of("de"));
        let name = |i: usize| words[i].text.to_string();
        let token = |word: &Word| Token {
            start: word.start,
            end: word.end,
            word: 0,
            is_link: is_link(&word.text),
            is_name: false,
        };
        let tokens: Vec<Token> = words.iter().map(token).collect();
        ellipses(text, &tokens)
            .map(|e| (name(e.cut), name(e.full)))
            .collect()
    }

    fn pair(cut: &str, full: &str) -> (String, String) {
        (cut.into(), full.into())
    }

    #[test]
    fn a_cut_end_is_lent_by_the_next_full_word() {
        let expected = [pair("Sprach", "Integrationskurse")];
        assert_eq!(
            pairs("Sprach- und Integrationskurse werden abgestimmt"),
            expected
        );
        assert_eq!(
            pairs("Informations-, Sprach- oder Integrationskurse"),
            [
                pair("Informations", "Integrationskurse"),
                pair("Sprach", "Integrationskurse")
            ]
        );
    }

    #[test]
    fn a_cut_beginning_is_lent_by_the_word_before() {
        assert_eq!(
            pairs("Referat für Stadtentwicklung und -planung"),
            [pair("planung", "Stadtentwicklung")]
        );
    }

    #[test]
    fn dashes_and_plain_hyphens_are_no_ellipsis() {
        assert!(pairs("Zukunfts-Werkstatt und mehr - oder weniger").is_empty());
        assert!(pairs("Die Vor- kommt danach").is_empty());
    }
}
