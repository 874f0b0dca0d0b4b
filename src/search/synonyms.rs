//! Synonyms: the author's groups of words that mean the same.
//!
//! They are worked into the index, so a query needs no list: a passage with one member of a group
//! is found by the others as well, with less weight. A member of several words («zufällig
//! ausgelost») counts where all its words stand in one passage, in any order.

use super::language::Language;
use super::words::words;

/// Groups of members, each member a list of folded words.
pub(super) fn groups(synonyms: &[Vec<String>], language: &Language) -> Vec<Vec<Vec<String>>> {
    let member = |text: &String| {
        let keys = words(text, language)
            .iter()
            .map(|word| word.key(language))
            .collect::<Vec<_>>();
        let telling: Vec<_> = keys
            .iter()
            .filter(|key| !language.stops.contains(*key))
            .cloned()
            .collect();
        if telling.is_empty() { keys } else { telling }
    };
    let group = |texts: &Vec<String>| -> Vec<Vec<String>> {
        texts
            .iter()
            .map(member)
            .filter(|words| !words.is_empty())
            .collect()
    };
    synonyms
        .iter()
        .map(group)
        .filter(|members| members.len() > 1)
        .collect()
}

/// From the terms of a passage to those that mean the same.
pub(super) struct Synonyms {
    /// By term: what a single word also means, sorted by term.
    single: Vec<(u32, Meaning)>,
    /// Members of several words: sorted terms, and what they also mean.
    phrases: Vec<(Vec<u32>, Meaning)>,
}

/// Terms of another member; each weighs its share.
pub(super) type Meaning = Vec<u32>;

impl Synonyms {
    /// `members` gives each group's members as terms.
    pub(super) fn new(members: &[Vec<Vec<u32>>]) -> Self {
        let mut single = Vec::new();
        let mut phrases = Vec::new();
        for group in members {
            for from in group {
                for to in group.iter().filter(|to| *to != from) {
                    match from.as_slice() {
                        [term] => single.push((*term, to.clone())),
                        terms => phrases.push((terms.to_vec(), to.clone())),
                    }
                }
            }
        }
        single.sort();
        Self { single, phrases }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.single.is_empty() && self.phrases.is_empty()
    }

    /// What one word also means.
    pub(super) fn of(&self, term: u32) -> impl Iterator<Item = &Meaning> {
        let start = self.single.partition_point(|(other, _)| *other < term);
        self.single[start..]
            .iter()
            .take_while(move |(other, _)| *other == term)
            .map(|(_, m)| m)
    }

    /// What the phrases among a passage's terms also mean; `weight` gives a term's weight there.
    pub(super) fn phrases(
        &self,
        weight: impl Fn(u32) -> Option<f64>,
    ) -> impl Iterator<Item = (&Meaning, f64)> {
        self.phrases.iter().filter_map(move |(terms, meaning)| {
            let weights = terms
                .iter()
                .map(|term| weight(*term))
                .collect::<Option<Vec<_>>>()?;
            Some((meaning, weights.into_iter().fold(f64::INFINITY, f64::min)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_folded_words_without_stop_words() {
        let german = Language::of("de");
        let given = vec![vec![
            "Losverfahren".to_owned(),
            "zufällig ausgelost".to_owned(),
        ]];
        assert_eq!(
            groups(&given, &german),
            [[vec!["losverfahren"], vec!["zufallig", "ausgelost"]]]
        );
        assert!(groups(&[vec!["allein".to_owned()]], &german).is_empty());
    }

    #[test]
    fn each_member_leads_to_the_others() {
        let synonyms = Synonyms::new(&[vec![vec![1], vec![2], vec![3, 4]]]);
        assert_eq!(synonyms.of(1).collect::<Vec<_>>(), [&vec![2], &vec![3, 4]]);
        let both = synonyms.phrases(|term| [3, 4].contains(&term).then_some(f64::from(term)));
        assert_eq!(both.collect::<Vec<_>>(), [(&vec![1], 3.0), (&vec![2], 3.0)]);
        assert_eq!(
            synonyms.phrases(|term| (term == 3).then_some(1.0)).count(),
            0
        );
    }
}
