//! Right spellings for a wrong one, without comparing it with all of them.
//!
//! 1. [`Suggestions::new`] takes the candidates. It costs little, so that they can be taken before
//!    anything is wrong.
//! 2. The first misspelling makes a tree of their beginnings. [`Suggestions::find`] looks for the
//!    nearest there, and remembers one answer per misspelling, since authors repeat them.
//! 3. Where none is near, the only candidate that begins with the word, or of which it is the larger part, may be
//!    meant: `checkliste` for `checkliste-raeume`.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use super::prefix_tree::{Nearest, PrefixTree};

/// How many letters a part of a name has at least that means the whole.
const PART_LEAST: usize = 4;

/// Right spellings, in the order in which one is preferred to others that are as near.
#[derive(Debug, Default)]
pub struct Suggestions<'a> {
    candidates: Vec<&'a str>,
    tree: OnceLock<PrefixTree<'a>>,
    /// The candidate that has a word as one of its parts; `None` where several have it.
    by_part: OnceLock<HashMap<String, Option<usize>>>,
    answers: Mutex<HashMap<String, Option<Match<'a>>>>,
}

/// The right spelling that is most like a wrong one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'a> {
    /// The spelling.
    pub name: &'a str,
    /// Its place among the candidates.
    pub index: usize,
    /// The first candidate that is spelled otherwise and as near.
    rival: Option<usize>,
    /// Whether the wrong spelling is only a part of it.
    is_more: bool,
}

impl<'a> Suggestions<'a> {
    /// Suggestions among `candidates`.
    pub fn new(candidates: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            candidates: candidates.into_iter().collect(),
            tree: OnceLock::new(),
            by_part: OnceLock::new(),
            answers: Mutex::default(),
        }
    }

    /// The candidate that is most like `word`: at most a third of its letters differ, and none of a
    /// word of one or two but in case. The first one wins among equals. Else the only one of which it is a part.
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
        let word = word.to_lowercase();
        let most = word.chars().count() / 3;
        let tree = || PrefixTree::new(self.candidates.iter().copied());
        let nearest = self.tree.get_or_init(tree).find(&word, most, &excluded);
        let Some(Nearest {
            name, place, rival, ..
        }) = nearest
        else {
            return self.whole_of(&word).filter(|found| !excluded(found.index));
        };
        Some(Match {
            name,
            index: place,
            rival,
            is_more: false,
        })
    }

    /// The only candidate of which `word`, in small letters, is a part.
    fn whole_of(&self, word: &str) -> Option<Match<'a>> {
        if word.chars().count() < PART_LEAST {
            return None;
        }
        let by_part = self.by_part.get_or_init(|| {
            let mut by_part = HashMap::new();
            for (index, candidate) in self.candidates.iter().enumerate() {
                let candidate = candidate.to_lowercase();
                let parts = candidate.split(|c: char| !c.is_alphanumeric());
                let weighs = |at: usize, part: &str| at == 0 || 2 * part.len() >= candidate.len();
                let parts = parts.enumerate().filter(|(at, part)| weighs(*at, part));
                for (_, part) in parts {
                    let is_other = |place: &Option<usize>| *place != Some(index);
                    by_part
                        .entry(part.to_owned())
                        .and_modify(|place| {
                            if is_other(place) {
                                *place = None;
                            }
                        })
                        .or_insert(Some(index));
                }
            }
            by_part
        });
        let index = (*by_part.get(word)?)?;
        Some(Match {
            name: self.candidates[index],
            index,
            rival: None,
            is_more: true,
        })
    }
}

impl<'a> Match<'a> {
    /// The spelling that `word` must mean: it isn't a part only, no other is as near, and no digits differ, for those
    /// are no slip of the pen.
    pub fn unambiguous(self, word: &str) -> Option<&'a str> {
        let digits = |text: &'a str| text.bytes().filter(u8::is_ascii_digit);
        let same_digits = word
            .bytes()
            .filter(u8::is_ascii_digit)
            .eq(digits(self.name));
        (self.rival.is_none() && !self.is_more && same_digits).then_some(self.name)
    }
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
        let beginning = prop::sample::select(vec!["", "", "b", "abc", "abc-1"]);
        let end = prop::collection::vec(letter, 0..12).prop_map(String::from_iter);
        (beginning, end).prop_map(|(beginning, end)| beginning.to_owned() + &end)
    }

    proptest! {
        #[test]
        fn the_tree_leaves_nothing_out(
            wrong in word(),
            names in prop::collection::vec(word(), 0..40),
            excluded in 0usize..48,
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let suggestions = Suggestions::new(names.iter().copied());
            let near = |found: &Match<'_>| !found.is_more;
            let short = |found: Match<'_>| (found.index, found.name.to_owned(), found.rival.is_none());
            let owned = |(index, name, alone): (usize, &str, bool)| (index, name.to_owned(), alone);
            let all = plainly(&wrong, &names, usize::MAX).map(owned);
            prop_assert_eq!(suggestions.find(&wrong).filter(near).map(short), all.clone());
            prop_assert_eq!(suggestions.find(&wrong).filter(near).map(short), all, "remembered");
            prop_assert_eq!(
                suggestions.find_except(&wrong, |index| index == excluded).filter(near).map(short),
                plainly(&wrong, &names, excluded).map(owned)
            );
        }
    }

    #[test]
    fn the_nearest_spelling_is_near() {
        let fields = Suggestions::new(["title", "summary"]);
        assert_eq!(fields.nearest("sumary"), Some("summary"));
        assert_eq!(fields.nearest("Title"), Some("title"));
        assert_eq!(fields.nearest("farbe"), None);
        assert_eq!(Suggestions::new(["xy"]).nearest("ab"), None);
    }

    #[test]
    fn long_words_are_compared_to_their_ends() {
        let long = |end: &str| "Maß-".repeat(60) + end;
        let names: Vec<String> = ["eins", "zwei", "drei", "vier", "fünf"].map(long).into();
        let suggestions = Suggestions::new(names.iter().map(String::as_str));
        assert_eq!(suggestions.nearest(&long("vire")), Some(names[3].as_str()));
        assert_eq!(suggestions.nearest("Maß-Maß-"), None);
    }

    #[test]
    fn words_of_many_capitals_differ_in_these_only() {
        let names = ["aaa", "aaA", "aAa", "Aaa", "AAa", "AAA"];
        let found = Suggestions::new(names).find("aab").unwrap();
        assert_eq!((found.index, found.rival), (0, Some(1)));
    }

    #[test]
    fn a_part_means_the_only_whole() {
        let names = [
            "checkliste-raeume",
            "raeume-mieten",
            "team_aufbau",
            "ab-in-den-urlaub",
        ];
        let found = |word| Suggestions::new(names).find(word).map(|found| found.name);
        assert_eq!(found("Checkliste"), Some("checkliste-raeume"));
        assert_eq!(found("Team"), Some("team_aufbau"));
        assert_eq!(found("raeume"), Some("raeume-mieten"));
        assert_eq!(found("mieten"), None, "the smaller part");
        assert_eq!(found("den"), None, "too short");
        let found = Suggestions::new(names).find("team").unwrap();
        assert_eq!(found.unambiguous("team"), None);
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
