//! Compounds, split with the handbook's own vocabulary (Koehn and Knight 2003).
//!
//! 1. A long word is cut wherever its beginning is a word or a stem of the handbook, a linking
//!    element may follow, and the rest is a noun of the handbook, or a compound again.
//! 2. Of several cuts the one whose parts are the most frequent wins (geometric mean).
//!
//! All parts must be known, so «Kur» is no part of «Kurs», nor «Rat» of «beraten».
//!
//! What a rest is does not depend on what stands before it, so each is looked at once. Most
//! beginnings are no words; a rolling hash of them tells so without looking them up.

use super::language::LINKS;

/// What the splitter asks of a vocabulary.
pub(crate) trait Lexicon {
    /// What a word is known by.
    type Id: Copy;
    /// A word or stem that may begin a compound, with its frequency.
    fn beginning(&self, text: &str) -> Option<(Self::Id, u32)>;
    /// A noun that may end a compound, in any of its forms, with its frequency.
    fn ending(&self, text: &str) -> Option<(Self::Id, u32)>;
    /// Whether there may be a [`beginning`](Self::beginning) with this [`hash`]. No is certain.
    fn may_begin(&self, hash: u64) -> bool;
}

/// A part of a compound: its place in the word, without the linking element, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part<Id> {
    /// Byte offset in the word.
    pub start: u32,
    /// Byte offset after the part.
    pub end: u32,
    /// What the lexicon knows it by.
    pub id: Id,
}

/// Letters of the shortest part, and of the shortest compound.
const SHORTEST_PART: usize = 4;
/// The shortest last part: «Bürgerrat» ends in a word of three letters.
const SHORTEST_LAST: usize = 3;
/// A compound of a known and a compound part counts as seen once.
const NESTED: f64 = 1.0;
/// Bytes of the longest word that is split. The longest that a law was named by has 67 letters.
pub(crate) const LONGEST: usize = 128;

/// The parts of a folded `word`, first to last, or none if it is no compound.
pub(crate) fn split<L: Lexicon>(word: &str, lexicon: &L) -> Vec<Part<L::Id>> {
    if word.len() > LONGEST {
        return Vec::new();
    }
    let mut splitter = Splitter {
        word,
        lexicon,
        rests: Vec::new(),
    };
    let whole = splitter.best(0);
    splitter.parts(whole)
}

/// The best cut of a compound: its first part, and where the rest begins.
#[derive(Clone, Copy)]
struct Best<Id> {
    first: Part<Id>,
    rest: usize,
    score: f64,
}

/// What follows a part and its linking element.
#[derive(Clone, Copy)]
enum Rest<Id> {
    Noun(Id, u32),
    Compound(Best<Id>),
}

struct Splitter<'w, L: Lexicon> {
    word: &'w str,
    lexicon: &'w L,
    /// What was found of the rests looked at so far, with their places in the word.
    rests: Vec<(usize, Option<Rest<L::Id>>)>,
}

impl<L: Lexicon> Splitter<'_, L> {
    /// The best cut of what begins at `start`.
    fn best(&mut self, start: usize) -> Option<Best<L::Id>> {
        let word = self.word;
        let mut best: Option<Best<L::Id>> = None;
        let mut hash = 0;
        for (length, &byte) in (0..).zip(&word.as_bytes()[start..]) {
            let end = start + length;
            if end + SHORTEST_LAST > word.len() {
                break;
            }
            let known = length >= SHORTEST_PART
                && self.lexicon.may_begin(hash)
                && word.is_char_boundary(end);
            hash = add(hash, byte);
            let beginning = known.then(|| self.lexicon.beginning(&word[start..end]));
            let Some((id, frequency)) = beginning.flatten() else {
                continue;
            };
            let first = Part {
                start: place(start),
                end: place(end),
                id,
            };
            for link in LINKS {
                let rest = end + link.len();
                if !word[end..].starts_with(link) || rest + SHORTEST_LAST > word.len() {
                    continue;
                }
                let following = match self.rest(rest) {
                    Some(Rest::Noun(_, frequency)) => f64::from(frequency),
                    Some(Rest::Compound(_)) => NESTED,
                    None => continue,
                };
                let score = (f64::from(frequency) * following).sqrt();
                if best.is_none_or(|best| score > best.score) {
                    best = Some(Best { first, rest, score });
                }
            }
        }
        best
    }

    /// The rest of a compound as one known noun, or else as a compound.
    fn rest(&mut self, start: usize) -> Option<Rest<L::Id>> {
        if let Some((_, known)) = self.rests.iter().find(|(place, _)| *place == start) {
            return *known;
        }
        let text = &self.word[start..];
        let rest = if let Some((id, frequency)) = self.lexicon.ending(text) {
            Some(Rest::Noun(id, frequency))
        } else if text.len() > 2 * SHORTEST_PART {
            self.best(start).map(Rest::Compound)
        } else {
            None
        };
        self.rests.push((start, rest));
        rest
    }

    fn parts(&mut self, mut cut: Option<Best<L::Id>>) -> Vec<Part<L::Id>> {
        let mut parts = Vec::new();
        while let Some(Best { first, rest, .. }) = cut {
            parts.push(first);
            cut = match self.rest(rest) {
                Some(Rest::Compound(best)) => Some(best),
                Some(Rest::Noun(id, _)) => {
                    let (start, end) = (place(rest), place(self.word.len()));
                    parts.push(Part { start, end, id });
                    None
                }
                None => None,
            };
        }
        parts
    }
}

fn place(offset: usize) -> u32 {
    u32::try_from(offset).expect("no word that is split is longer than LONGEST")
}

/// The hash of a text, which is that of the text without its last byte and this byte.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0, add)
}

fn add(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Hashes of texts, one bit each: few of other texts are taken for one of them.
pub(crate) struct HashFilter {
    bits: Vec<u64>,
}

impl HashFilter {
    /// For about this many texts.
    pub fn new(texts: usize) -> Self {
        Self {
            bits: vec![0; (texts / 4).next_power_of_two()],
        }
    }

    pub fn insert(&mut self, hash: u64) {
        let (at, bit) = self.place(hash);
        self.bits[at] |= bit;
    }

    pub fn may_have(&self, hash: u64) -> bool {
        let (at, bit) = self.place(hash);
        self.bits[at] & bit != 0
    }

    /// The upper bits are mixed best.
    fn place(&self, hash: u64) -> (usize, u64) {
        let at = usize::try_from(hash >> 40).unwrap_or_default() & (self.bits.len() - 1);
        (at, 1 << (hash >> 34 & 63))
    }
}

/// Endings that are no words, though a handbook may quote them as such.
pub(crate) fn is_suffix(text: &str) -> bool {
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
    use std::cell::Cell;

    struct Words {
        words: &'static [(&'static str, u32)],
        filter: HashFilter,
        /// What it was asked for, filter included.
        steps: Cell<usize>,
        looked_up: Cell<usize>,
    }

    impl Words {
        fn new(words: &'static [(&'static str, u32)]) -> Self {
            let mut filter = HashFilter::new(words.len());
            for (word, _) in words {
                filter.insert(hash(word));
            }
            Self {
                words,
                filter,
                steps: Cell::new(0),
                looked_up: Cell::new(0),
            }
        }

        fn find(&self, text: &str) -> Option<(&'static str, u32)> {
            self.looked_up.set(self.looked_up.get() + 1);
            self.steps.set(self.steps.get() + 1);
            self.words.iter().copied().find(|(word, _)| *word == text)
        }
    }

    impl Lexicon for Words {
        type Id = &'static str;
        fn beginning(&self, text: &str) -> Option<(&'static str, u32)> {
            self.find(text)
        }
        fn ending(&self, text: &str) -> Option<(&'static str, u32)> {
            self.find(text)
        }
        fn may_begin(&self, hash: u64) -> bool {
            self.steps.set(self.steps.get() + 1);
            self.filter.may_have(hash)
        }
    }

    fn parts(word: &str, words: &'static [(&'static str, u32)]) -> Vec<&'static str> {
        split(word, &Words::new(words))
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
        let places: Vec<_> = split("zukunftswerkstatt", &Words::new(WORDS))
            .iter()
            .map(|p| (p.start, p.end))
            .collect();
        assert_eq!(places, [(0, 7), (8, 17)]);
    }

    #[test]
    fn a_word_that_can_be_cut_in_very_many_ways_is_split_in_few_steps() {
        // Without remembering rests, each piece doubles the steps.
        const PIECES: &[(&str, u32)] = &[("desimple", 2), ("desi", 2), ("simpledesimple", 2)];
        let steps = |pieces: usize| {
            let words = Words::new(PIECES);
            let word = "desimple".repeat(pieces) + "xyz";
            assert!(split(&word, &words).is_empty());
            words.steps.get()
        };
        assert!(steps(14) <= 5 * steps(7), "{} {}", steps(7), steps(14));
    }

    #[test]
    fn a_word_longer_than_any_is_not_looked_at() {
        let words = Words::new(WORDS);
        assert!(split(&"arbeitsmarkt".repeat(20_000), &words).is_empty());
        assert_eq!(words.steps.get(), 0);
    }

    #[test]
    fn beginnings_that_are_no_words_are_not_looked_up() {
        let words = Words::new(WORDS);
        split("unwahrscheinlichkeitsbetrachtung", &words);
        assert!(words.steps.get() >= 25);
        assert!(words.looked_up.get() <= 5, "{}", words.looked_up.get());
    }
}
