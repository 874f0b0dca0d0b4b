//! Right spellings for a wrong one, without comparing it letter by letter with all of them.
//!
//! 1. [`Suggestions::new`] takes the candidates once, each in small letters with a [`Bag`] of these.
//! 2. [`Suggestions::find`] passes over the bags, which costs a few instructions each, and counts the
//!    edits only where length and bag leave room for fewer than the best candidate so far needs.
//! 3. One answer is remembered per misspelling, since authors repeat them.

use std::collections::HashMap;
use std::sync::Mutex;

/// Right spellings, in the order in which one is preferred to others that are as near.
#[derive(Debug, Default)]
pub struct Suggestions<'a> {
    candidates: Vec<Folded<'a>>,
    answers: Mutex<HashMap<String, Option<Match<'a>>>>,
}

/// The right spelling that is most like a wrong one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'a> {
    /// The spelling.
    pub name: &'a str,
    /// Its place among the candidates.
    pub index: usize,
    edits: usize,
    /// The first candidate that is spelled otherwise and as near.
    rival: Option<usize>,
}

#[derive(Debug)]
struct Folded<'a> {
    name: &'a str,
    text: String,
    letters: usize,
    bag: Bag,
}

/// How often each letter stands in a word, as far as that fits into a number: letters are thrown
/// together into groups, and of a group's bits as many are set as it has letters.
///
/// A swap leaves a bag as it is, and any other edit changes at most one bit each way: so bags tell
/// the least number of edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bag(u128);

impl Bag {
    const GROUPS: u32 = 32;
    const BITS: u32 = 128 / Self::GROUPS;

    fn new(text: &str) -> Self {
        let mut bits = 0;
        for c in text.chars() {
            let first = (u32::from(c) % Self::GROUPS) * Self::BITS;
            let group = ((1 << Self::BITS) - 1) << first;
            // The next bit of the group: none is left where it is full.
            bits |= ((bits & group) << 1 | 1 << first) & group;
        }
        Self(bits)
    }

    fn least_edits(self, other: Self) -> usize {
        let missing = (self.0 & !other.0).count_ones();
        let more = (other.0 & !self.0).count_ones();
        missing.max(more) as usize
    }
}

impl<'a> Folded<'a> {
    fn new(name: &'a str) -> Self {
        let text = name.to_lowercase();
        Self {
            letters: text.chars().count(),
            bag: Bag::new(&text),
            name,
            text,
        }
    }

    fn least_edits(&self, other: &Folded<'_>) -> usize {
        let letters = self.letters.abs_diff(other.letters);
        letters.max(self.bag.least_edits(other.bag))
    }
}

impl<'a> Suggestions<'a> {
    /// Suggestions among `candidates`.
    pub fn new(candidates: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            candidates: candidates.into_iter().map(Folded::new).collect(),
            answers: Mutex::default(),
        }
    }

    /// The candidate that is most like `word`: at most a third of its letters differ, and none of a
    /// word of one or two but in case. The first one wins among equals.
    pub fn find(&self, word: &str) -> Option<Match<'a>> {
        let answers = || self.answers.lock().expect("no holder of the lock panics");
        if let Some(known) = answers().get(word) {
            return *known;
        }
        let found = self.search(word, |_| false);
        answers().insert(word.to_owned(), found);
        found
    }

    /// As [`Suggestions::find`], without the candidates at the places that are `excluded`.
    pub fn find_except(&self, word: &str, excluded: impl Fn(usize) -> bool) -> Option<Match<'a>> {
        let found = self.find(word)?;
        if excluded(found.index) || found.rival.is_some_and(&excluded) {
            return self.search(word, excluded);
        }
        Some(found)
    }

    /// The spelling of the candidate that is most like `word`.
    pub fn nearest(&self, word: &str) -> Option<&'a str> {
        self.find(word).map(|found| found.name)
    }

    fn search(&self, word: &str, excluded: impl Fn(usize) -> bool) -> Option<Match<'a>> {
        let word = Folded::new(word);
        let mut best: Option<Match<'a>> = None;
        // How many edits a candidate may need to change the answer.
        let mut room = word.letters / 3;
        for (index, candidate) in self.candidates.iter().enumerate() {
            if word.least_edits(candidate) > room || excluded(index) {
                continue;
            }
            let edits = strsim::osa_distance(&word.text, &candidate.text);
            if edits > room {
                continue;
            }
            match &mut best {
                Some(best) if edits == best.edits => {
                    if candidate.name == best.name {
                        continue;
                    }
                    best.rival = Some(index);
                    let Some(less) = edits.checked_sub(1) else {
                        break;
                    };
                    room = less;
                }
                _ => {
                    best = Some(Match {
                        name: candidate.name,
                        index,
                        edits,
                        rival: None,
                    });
                    room = edits;
                }
            }
        }
        best
    }
}

impl<'a> Match<'a> {
    /// The spelling that `word` must mean: no other is as near, and no digits differ, for those are
    /// no slip of the pen.
    pub fn unambiguous(self, word: &str) -> Option<&'a str> {
        let digits = |text: &'a str| text.bytes().filter(u8::is_ascii_digit);
        let same_digits = word
            .bytes()
            .filter(u8::is_ascii_digit)
            .eq(digits(self.name));
        (self.rival.is_none() && same_digits).then_some(self.name)
    }
}

/// The one of a few `candidates` that is most like `word`, as [`Suggestions::find`] tells it.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates = Suggestions::new(candidates);
    Some(candidates.search(word, |_| false)?.name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What the suggestions must come to, by comparing everything.
    fn plainly<'a>(
        word: &str,
        candidates: &[&'a str],
        excluded: usize,
    ) -> Option<(usize, &'a str, bool)> {
        let word = word.to_lowercase();
        let edits = |other: &str| strsim::osa_distance(&word, &other.to_lowercase());
        let others = candidates.iter().enumerate();
        let others = || others.clone().filter(|(index, _)| *index != excluded);
        let (index, found) = others().min_by_key(|(_, candidate)| edits(candidate))?;
        let least = edits(found);
        let mut rivals = others().filter(|(_, other)| *other != found);
        let alone = rivals.all(|(_, other)| edits(other) > least);
        (least <= word.chars().count() / 3).then_some((index, *found, alone))
    }

    fn word() -> impl Strategy<Value = String> {
        // Few letters, so that there are near misses; two that fall into one group, and digits.
        let letter = prop::sample::select(vec!['a', 'A', 'b', 'c', 'ä', 'Ä', 'A', '1', '2', '-']);
        prop::collection::vec(letter, 0..12).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn bags_leave_nothing_out(
            wrong in word(),
            names in prop::collection::vec(word(), 0..12),
            excluded in 0usize..16,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let suggestions = Suggestions::new(names.iter().copied());
            let short = |found: Match<'_>| (found.index, found.name.to_owned(), found.rival.is_none());
            let owned = |(index, name, alone): (usize, &str, bool)| (index, name.to_owned(), alone);
            let all = plainly(&wrong, &names, usize::MAX).map(owned);
            prop_assert_eq!(suggestions.find(&wrong).map(short), all.clone());
            prop_assert_eq!(suggestions.find(&wrong).map(short), all, "remembered");
            prop_assert_eq!(
                suggestions.find_except(&wrong, |index| index == excluded).map(short),
                plainly(&wrong, &names, excluded).map(owned)
            );
        }
    }

    #[test]
    fn the_nearest_spelling_is_near() {
        assert_eq!(nearest("sumary", ["title", "summary"]), Some("summary"));
        assert_eq!(nearest("Title", ["title", "summary"]), Some("title"));
        assert_eq!(nearest("farbe", ["title", "summary"]), None);
        assert_eq!(nearest("ab", ["xy"]), None);
    }

    #[test]
    fn only_what_can_be_meant_is_unambiguous() {
        let meant = |word: &str, names: &[&'static str]| {
            let found = Suggestions::new(names.iter().copied()).find(word);
            found.and_then(|found| found.unambiguous(word))
        };
        assert_eq!(meant("trefen", &["treffen", "termine"]), Some("treffen"));
        assert_eq!(meant("format-c", &["format-a", "format-b"]), None);
        assert_eq!(meant("kapitel-2", &["kapitel-1"]), None);
        assert_eq!(meant("Treffen", &["treffen"]), Some("treffen"));
    }
}
