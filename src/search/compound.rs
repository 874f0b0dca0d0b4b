//! Compounds, split with the handbook's own vocabulary (Koehn and Knight 2003).
//!
//! 1. A long word is cut wherever its beginning is a word or a stem of the handbook, a linking
//!    element may follow, and the rest is a noun of the handbook, or a compound again.
//! 2. Of several cuts the one whose parts are the most frequent wins (geometric mean).
//!
//! All parts must be known, so «Kur» is no part of «Kurs», nor «Rat» of «beraten».

use super::language::LINKS;

/// What the splitter asks of a vocabulary.
pub trait Lexicon {
    /// What a word is known by.
    type Id: Copy;
    /// A word or stem that may begin a compound, with its frequency.
    fn beginning(&self, text: &str) -> Option<(Self::Id, u32)>;
    /// A noun that may end a compound, in any of its forms, with its frequency.
    fn ending(&self, text: &str) -> Option<(Self::Id, u32)>;
}

/// A part of a compound: its place in the word, without the linking element, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<Id> {
    /// Byte offset in the word.
    pub start: usize,
    /// Byte offset after the part.
    pub end: usize,
    /// What the lexicon knows it by.
    pub id: Id,
}

/// Letters of the shortest part, and of the shortest compound.
const PART: usize = 4;
/// The shortest last part: «Bürgerrat» ends in a word of three letters.
const HEAD: usize = 3;
/// A compound of a known and a compound part counts as seen once.
const NESTED: f64 = 1.0;

/// The parts of a folded `word`, first to last, or none if it is no compound.
pub fn split<L: Lexicon>(word: &str, lexicon: &L) -> Vec<Part<L::Id>> {
    best(word, 0, lexicon).map_or_else(Vec::new, |(parts, _)| parts)
}

fn best<L: Lexicon>(word: &str, offset: usize, lexicon: &L) -> Option<(Vec<Part<L::Id>>, f64)> {
    let mut best: Option<(Vec<Part<L::Id>>, f64)> = None;
    for cut in PART..word.len().saturating_sub(HEAD - 1) {
        if !word.is_char_boundary(cut) {
            continue;
        }
        let Some((id, frequency)) = lexicon.beginning(&word[..cut]) else {
            continue;
        };
        let first = Part {
            start: offset,
            end: offset + cut,
            id,
        };
        for link in LINKS {
            let Some(rest) = word[cut..].strip_prefix(link).filter(|r| r.len() >= HEAD) else {
                continue;
            };
            let start = offset + cut + link.len();
            let Some((parts, score)) = rest_of(rest, start, lexicon) else {
                continue;
            };
            let score = (f64::from(frequency) * score).sqrt();
            if best.as_ref().is_none_or(|(_, highest)| score > *highest) {
                best = Some((std::iter::once(first).chain(parts).collect(), score));
            }
        }
    }
    best
}

/// The rest of a compound as one known noun, or else as a compound.
fn rest_of<L: Lexicon>(rest: &str, start: usize, lexicon: &L) -> Option<(Vec<Part<L::Id>>, f64)> {
    if let Some((id, frequency)) = lexicon.ending(rest) {
        return Some((
            vec![Part {
                start,
                end: start + rest.len(),
                id,
            }],
            f64::from(frequency),
        ));
    }
    (rest.len() > 2 * PART)
        .then(|| best(rest, start, lexicon))
        .flatten()
        .map(|(p, _)| (p, NESTED))
}

/// Endings that are no words, though a handbook may quote them as such.
pub fn is_suffix(text: &str) -> bool {
    let plain = text
        .strip_suffix("en")
        .or_else(|| text.strip_suffix('e'))
        .unwrap_or(text);
    let derives = |ending| {
        matches!(
            ending,
            "schaft" | "heit" | "keit" | "ung" | "lich" | "isch" | "ation"
        )
    };
    derives(text) || derives(plain) || matches!(text, "innen" | "ieren" | "erin")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Words(&'static [(&'static str, u32)]);

    impl Lexicon for Words {
        type Id = &'static str;
        fn beginning(&self, text: &str) -> Option<(&'static str, u32)> {
            self.0.iter().copied().find(|(word, _)| *word == text)
        }
        fn ending(&self, text: &str) -> Option<(&'static str, u32)> {
            self.beginning(text)
        }
    }

    fn parts(word: &str, words: &'static [(&'static str, u32)]) -> Vec<&'static str> {
        split(word, &Words(words))
            .iter()
            .map(|part| part.id)
            .collect()
    }

    const WORDS: &[(&str, u32)] = &[
        ("arbeit", 9),
        ("markt", 5),
        ("integration", 7),
        ("kurs", 8),
        ("sprach", 6),
        ("rat", 4),
        ("burger", 9),
        ("zukunft", 3),
        ("werkstatt", 3),
        ("kur", 1),
        ("orientierung", 2),
    ];

    #[test]
    fn parts_and_linking_elements_are_found() {
        assert_eq!(parts("zukunftswerkstatt", WORDS), ["zukunft", "werkstatt"]);
        assert_eq!(
            parts("arbeitsmarktintegration", WORDS),
            ["arbeit", "markt", "integration"]
        );
        assert_eq!(parts("burgerrat", WORDS), ["burger", "rat"]);
    }

    #[test]
    fn every_part_must_be_known() {
        assert!(parts("hundesteuer", WORDS).is_empty());
        assert!(parts("arbeitsamt", WORDS).is_empty());
        assert_eq!(parts("integrationskurs", WORDS), ["integration", "kurs"]);
        assert!(parts("verantwortung", WORDS).is_empty());
    }

    #[test]
    fn the_more_frequent_parts_win() {
        const TWO: &[(&str, u32)] = &[("wachs", 1), ("tube", 1), ("wach", 9), ("stube", 9)];
        assert_eq!(parts("wachstube", TWO), ["wach", "stube"]);
    }

    #[test]
    fn places_leave_the_linking_element_out() {
        let places: Vec<_> = split("zukunftswerkstatt", &Words(WORDS))
            .iter()
            .map(|p| (p.start, p.end))
            .collect();
        assert_eq!(places, [(0, 7), (8, 17)]);
    }
}
