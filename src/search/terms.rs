//! What the index takes from a chapter. It is kept until all chapters are read, so it is small: numbers
//! are packed into as few bytes as they need, mostly one.

use super::ranking::{FIELDS, Field};
use super::{Facet, Quantity};

/// How a word got into a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Form {
    /// It is written there.
    Written,
    /// It is written with a hyphen or a space.
    Joined,
    /// It is a piece of a word with inner capitals.
    Piece,
}

/// `count` occurrences of a word in one field of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// The word's place among those that the chapter has seen.
    pub word: u32,
    pub count: u16,
    pub field: Field,
    pub form: Form,
}

/// A unit: the head of a chapter, or a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Where its uses end among the chapter's; they begin where those of the unit before end.
    pub uses_end: u32,
    /// Words in each field, stop words left out.
    pub lengths: [u32; FIELDS],
}

/// An elliptic spelling; words by number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub unit: u32,
    pub field: Field,
    pub short: u32,
    pub full: u32,
    pub at_start: bool,
}

/// A spelling in a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub spelling: u32,
    /// Occurrences where the first letter tells something, and those with a small one.
    pub count: u16,
    pub small: u16,
}

/// The terms of a chapter while it is read.
#[derive(Default)]
pub(super) struct Terms {
    /// The chapter's words. Several may be one: spellings of it.
    pub seen: Vec<Seen>,
    /// The uses of these, unit by unit.
    pub uses: Vec<Use>,
    pub cuts: Vec<Cut>,
    /// The head, then the passages.
    pub units: Vec<Unit>,
}

impl Terms {
    pub(super) fn clear(&mut self) {
        let Self {
            seen,
            uses,
            cuts,
            units,
        } = self;
        seen.clear();
        uses.clear();
        cuts.clear();
        units.clear();
    }
}

/// The terms of a chapter, with what else the index says of it.
pub(super) struct ChapterTerms {
    /// The number of the reader whose spellings these are.
    reader: u32,
    seen: Packed<3>,
    uses: Packed<2>,
    pub cuts: Box<[Cut]>,
    pub units: Box<[Unit]>,
    /// The chapter as the reader's script gets it, in JSON.
    pub record: String,
    pub facets: Vec<Facet>,
    /// The key of its title.
    pub title: Option<String>,
    pub quantities: Vec<Quantity>,
    /// What people also call its values, where that takes a stop word.
    pub phrases: Vec<String>,
}

/// Forms and fields together are so many kinds of uses.
const FORMS: [Form; 3] = [Form::Written, Form::Joined, Form::Piece];
const KINDS: usize = FORMS.len() * FIELDS;

impl ChapterTerms {
    pub(super) fn new(reader: u32, terms: &Terms, record: String, facets: Vec<Facet>) -> Self {
        let seen = terms.seen.iter();
        let seen = seen.map(|seen| [seen.spelling, seen.count.into(), seen.small.into()]);
        let kind = |used: &Use| used.field as usize * FORMS.len() + used.form as usize;
        let number = |used: &Use| usize::from(used.count) * KINDS + kind(used);
        let uses = terms.uses.iter();
        Self {
            reader,
            seen: seen.collect(),
            uses: uses.map(|used| [used.word, narrow(number(used))]).collect(),
            cuts: terms.cuts.as_slice().into(),
            units: terms.units.as_slice().into(),
            record,
            facets,
            title: None,
            quantities: Vec::new(),
            phrases: Vec::new(),
        }
    }

    /// The number of the reader whose spellings its words are.
    pub(super) fn reader(&self) -> usize {
        self.reader as usize
    }

    /// The chapter's words.
    pub(super) fn seen(&self) -> impl Iterator<Item = Seen> {
        self.seen.iter().map(|[spelling, count, small]| Seen {
            spelling,
            count: narrow(count),
            small: narrow(small),
        })
    }

    /// The uses of its words, unit by unit.
    pub(super) fn uses(&self) -> impl Iterator<Item = Use> {
        self.uses.iter().map(|[word, number]| {
            let (count, kind) = (number as usize / KINDS, number as usize % KINDS);
            Use {
                word,
                count: narrow(count),
                field: Field::ALL[kind / FORMS.len()],
                form: FORMS[kind % FORMS.len()],
            }
        })
    }

    /// By the chapter's words: their numbers, of those that `numbers` gives to each reader's spellings.
    pub(super) fn words(&self, numbers: &[Vec<u32>]) -> Vec<u32> {
        let numbers = &numbers[self.reader()];
        let number = |seen: Seen| numbers[seen.spelling as usize];
        self.seen().map(number).collect()
    }

    /// Lets go of its words and their uses.
    pub(super) fn forget(&mut self) {
        self.seen = Packed::default();
        self.uses = Packed::default();
    }
}

fn narrow<L, S: TryFrom<L>>(number: L) -> S {
    let narrowed = S::try_from(number).ok();
    narrowed.expect("a number is as small as the one that was packed")
}

/// Groups of `N` numbers: seven bits of a number in each byte, the lowest first, and the eighth says that
/// more follow.
#[derive(Default)]
struct Packed<const N: usize>(Box<[u8]>);

impl<const N: usize> FromIterator<[u32; N]> for Packed<N> {
    fn from_iter<I: IntoIterator<Item = [u32; N]>>(groups: I) -> Self {
        let mut bytes = Vec::new();
        for mut number in groups.into_iter().flatten() {
            while number >= 0x80 {
                bytes.push(number.to_le_bytes()[0] | 0x80);
                number >>= 7;
            }
            bytes.push(number.to_le_bytes()[0]);
        }
        Self(bytes.into())
    }
}

impl<const N: usize> Packed<N> {
    fn iter(&self) -> impl Iterator<Item = [u32; N]> {
        let mut bytes = self.0.iter();
        let mut number = move || {
            let (mut number, mut shift) = (0, 0);
            for &byte in bytes.by_ref() {
                number |= u32::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    return Some(number);
                }
                shift += 7;
            }
            None
        };
        std::iter::from_fn(move || {
            let mut group = [0; N];
            for place in &mut group {
                *place = number()?;
            }
            Some(group)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(seen: Vec<Seen>, uses: Vec<Use>) -> ChapterTerms {
        let terms = Terms {
            seen,
            uses,
            ..Terms::default()
        };
        ChapterTerms::new(0, &terms, String::new(), Vec::new())
    }

    #[test]
    fn terms_are_read_as_packed() {
        let seen: Vec<Seen> = [(0, 1, 0), (127, 128, 127), (u32::MAX, u16::MAX, 0)]
            .map(|(spelling, count, small)| Seen {
                spelling,
                count,
                small,
            })
            .into();
        let uses: Vec<Use> = FORMS
            .into_iter()
            .flat_map(|form| Field::ALL.map(|field| (form, field)))
            .zip([1, 2, 7, 200, u16::MAX].into_iter().cycle())
            .zip([0, 1, 300, u32::MAX].into_iter().cycle())
            .map(|(((form, field), count), word)| Use {
                word,
                count,
                field,
                form,
            })
            .collect();
        let terms = packed(seen.clone(), uses.clone());
        assert_eq!(terms.seen().collect::<Vec<_>>(), seen);
        assert_eq!(terms.uses().collect::<Vec<_>>(), uses);
    }

    #[test]
    fn a_usual_use_takes_two_bytes() {
        let used = Use {
            word: 100,
            count: 5,
            field: Field::Body,
            form: Form::Written,
        };
        let terms = packed(Vec::new(), vec![used]);
        assert_eq!(terms.uses.0.len(), 2);
    }
}
