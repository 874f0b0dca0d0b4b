//! Markup in a text that is shown as it is.

use std::ops::Range;

/// Signs that emphasise or mark what stands between two of them, the longer ones first.
const SIGNS: [&str; 5] = ["**", "__", "`", "*", "_"];

/// The first piece of `text` that Markdown would take for emphasis, code or a link.
pub(crate) fn find(text: &str) -> Option<Range<usize>> {
    let links = link(text);
    let pairs = SIGNS.iter().filter_map(|sign| pair(text, sign));
    pairs.chain(links).min_by_key(|range| range.start)
}

/// From a sign before a word to the same sign behind one.
fn pair(text: &str, sign: &str) -> Option<Range<usize>> {
    let is_letter = |c: char| c.is_alphanumeric();
    let opens = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[at + sign.len()..]);
        !before.ends_with(is_letter)
            && !before.ends_with(sign)
            && behind.starts_with(|c: char| !c.is_whitespace())
            && !behind.starts_with(sign)
    };
    let start = text.match_indices(sign).map(|(at, _)| at).find(opens)?;
    let inside = start + sign.len();
    let closes = |at: &usize| {
        let (before, behind) = (&text[inside..*at], &text[at + sign.len()..]);
        !before.is_empty()
            && before.ends_with(|c: char| !c.is_whitespace())
            && !behind.starts_with(is_letter)
    };
    let mut ends = text[inside..]
        .match_indices(sign)
        .map(|(at, _)| inside + at);
    ends.find(closes).map(|end| start..end + sign.len())
}

/// From the bracket that opens the text of a link to that which closes its address.
fn link(text: &str) -> Option<Range<usize>> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = text[middle..].find(')')?;
    Some(start..middle + end + 1)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn markup_is_told_from_signs() {
        let found = |text: &'static str| find(text).map(|range| &text[range]);
        assert_eq!(found("Ein **wichtiger** Tag"), Some("**wichtiger**"));
        assert_eq!(found("Ein *wichtiger Tag*"), Some("*wichtiger Tag*"));
        assert_eq!(found("siehe [Tisch](tisch.md)."), Some("[Tisch](tisch.md)"));
        assert_eq!(found("mit `init`"), Some("`init`"));
        for text in [
            "Bürger*innen und Besucher*innen",
            "5 * 3 * 2",
            "Schüler_innen und Lehrer_innen",
            "Preis*, Menge*",
            "[sic] (siehe oben)",
            "Anna & Co.",
        ] {
            assert_eq!(found(text), None);
        }
    }
}
