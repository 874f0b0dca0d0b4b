//! Gender signs: five ways to write one word for all genders.

use std::ops::Range;

use super::words;

/// A way to write one word for all genders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Bürger:innen
    Colon,
    /// Bürger*innen
    Star,
    /// Bürger_innen
    Underscore,
    /// Bürger/innen, Bürger/-innen
    Slash,
    /// BürgerInnen
    InnerCapital,
}

/// Letters before a sign: shorter runs are no words for people.
const STEM_MIN: usize = 3;

/// The gender signs in `text`, each with the word it stands in.
pub(crate) fn find(text: &str) -> impl Iterator<Item = (Sign, Range<usize>)> {
    words(text).filter_map(|(range, word)| {
        let stem = || word.chars().count() >= STEM_MIN && word.starts_with(char::is_uppercase);
        if let Some(end) = inner_capital(word) {
            return Some((Sign::InnerCapital, range.start..range.start + end));
        }
        let rest = &text[range.end..];
        let (sign, ending) = match rest.chars().next()? {
            ':' => (Sign::Colon, &rest[1..]),
            '*' => (Sign::Star, &rest[1..]),
            '_' => (Sign::Underscore, &rest[1..]),
            '/' => (
                Sign::Slash,
                rest[1..].strip_prefix('-').unwrap_or(&rest[1..]),
            ),
            _ => return None,
        };
        let length = feminine(ending)?;
        let end = text.len() - ending.len() + length;
        stem().then_some((sign, range.start..end))
    })
}

/// The length of the feminine ending that `text` begins with: `in` as a whole word, or `innen`,
/// which may begin a compound (Bürger:innenrat).
fn feminine(text: &str) -> Option<usize> {
    let (_, word) = words(text).next()?;
    let begins = text.starts_with(word) && (word == "in" || word.starts_with("innen"));
    begins.then_some(word.len())
}

/// Where a word with an inner capital ends. `In` alone counts only behind `er`: names of products
/// like to end that way.
fn inner_capital(word: &str) -> Option<usize> {
    let behind = |at: usize| word[at..].starts_with(char::is_lowercase) || at == word.len();
    if let Some(at) = word.find("Innen")
        && word[..at].ends_with(char::is_lowercase)
        && word.starts_with(char::is_uppercase)
        && behind(at + "Innen".len())
    {
        return Some(word.len());
    }
    let long = word.chars().count() > STEM_MIN + 2;
    (word.ends_with("erIn") && word.starts_with(char::is_uppercase) && long).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Sign, &str)> {
        find(text)
            .map(|(sign, range)| (sign, &text[range]))
            .collect()
    }

    #[test]
    fn every_sign_is_told_from_the_others() {
        assert_eq!(
            found(
                "Bürger:innen, Helfer*innen, Lehrer_innen, Träger/-innen, Leiter/in, WählerInnen"
            ),
            [
                (Sign::Colon, "Bürger:innen"),
                (Sign::Star, "Helfer*innen"),
                (Sign::Underscore, "Lehrer_innen"),
                (Sign::Slash, "Träger/-innen"),
                (Sign::Slash, "Leiter/in"),
                (Sign::InnerCapital, "WählerInnen"),
            ]
        );
    }

    #[test]
    fn other_uses_of_the_signs_are_none() {
        let text = "Ziel: in Köln. und/in der Stadt, LinkedIn, a_in, 3*in, BERLIN/innen, Innenstadt, \
                    MInnen: INNEN. Bürgerinnen und Bürger";
        assert_eq!(found(text), [(Sign::Slash, "BERLIN/innen")]);
    }

    #[test]
    fn compounds_count() {
        assert_eq!(found("Bürger:innenrat"), [(Sign::Colon, "Bürger:innenrat")]);
    }
}
