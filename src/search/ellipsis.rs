//! Elliptic hyphens: «Sprach- und Integrationskurse» also means «Sprachkurse», and
//! «Stadtentwicklung und -planung» also means «Stadtplanung».
//!
//! Here the two words that belong together are found in a text. Which part they share is known
//! only when compounds have been split, which takes the whole handbook's vocabulary.

use super::words::Word;

/// Two words of which one lends a part to the other; indices into the text's words.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub struct Ellipsis {
    /// The cut word.
    pub cut: usize,
    /// The full word that lends its last part (or its first, if `at_start`).
    pub full: usize,
    /// The cut word lacks its beginning.
    pub at_start: bool,
}

/// How far apart the two may stand, in words.
const REACH: usize = 6;

/// All elliptic spellings among the `words` of `text`.
pub fn ellipses(text: &str, words: &[Word]) -> Vec<Ellipsis> {
    let mut out = Vec::new();
    if !text.contains('-') {
        return out;
    }
    for cut in 0..words.len() {
        if lacks_end(text, words, cut) {
            let full = (cut + 1..words.len().min(cut + REACH))
                .take_while(|&i| leads_on(text, words, i))
                .find(|&i| !is_link(&words[i].text) && !lacks_end(text, words, i));
            out.extend(full.map(|full| Ellipsis {
                cut,
                full,
                at_start: false,
            }));
        }
        if lacks_start(text, words, cut) {
            let full = (cut.saturating_sub(REACH)..cut)
                .rev()
                .find(|&i| !is_link(&words[i].text) && !lacks_start(text, words, i));
            let linked =
                full.is_some_and(|full| full + 1 < cut || gap(text, words, full).contains(','));
            out.extend(full.filter(|_| linked).map(|full| Ellipsis {
                cut,
                full,
                at_start: true,
            }));
        }
    }
    out
}

/// The text between a word and the next one.
fn gap<'t>(text: &'t str, words: &[Word], at: usize) -> &'t str {
    let next = words.get(at + 1).map_or(text.len(), |word| word.start);
    &text[words[at].end..next]
}

/// «Sprach- »
fn lacks_end(text: &str, words: &[Word], at: usize) -> bool {
    let gap = gap(text, words, at);
    gap.strip_prefix('-')
        .is_some_and(|after| after.starts_with([' ', ',', '\u{a0}', '/']))
}

/// « -planung»
fn lacks_start(text: &str, words: &[Word], at: usize) -> bool {
    at > 0 && gap(text, words, at - 1).ends_with(" -")
}

/// Whether the enumeration goes on at a word: it is a link, or follows one, or a comma.
fn leads_on(text: &str, words: &[Word], at: usize) -> bool {
    is_link(&words[at].text)
        || is_link(&words[at - 1].text)
        || gap(text, words, at - 1).contains([',', '/'])
}

fn is_link(word: &str) -> bool {
    matches!(
        word,
        "und" | "oder" | "bzw" | "beziehungsweise" | "sowie" | "als" | "auch" | "wie"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::language::Language;
    use crate::search::words::words;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let words = words(text, &Language::of("de"));
        let name = |i: usize| words[i].text.to_string();
        ellipses(text, &words)
            .iter()
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
