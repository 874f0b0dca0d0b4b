//! Synonyms: the author's groups of words that mean the same.
//!
//! They are worked into the index, so a query needs no list: a passage with one member of a group
//! is found by the others as well, with less weight. A member of several words («zufällig
//! ausgelost») counts where all its words stand in one passage, in any order.

use rustc_hash::FxHashMap;

use super::language::Language;
use super::words::words;

/// Groups of members, each member a list of folded words.
pub(super) fn groups(synonyms: &[Vec<String>], language: &Language) -> Vec<Vec<Vec<String>>> {
    let member = |text: &String| {
        let keys = words(text, language)
            .iter()
            .map(|word| word.key(language))
            .collect::<Vec<_>>();
        let weighty: Vec<_> = keys
            .iter()
            .filter(|key| !language.stops.contains(*key))
            .cloned()
            .collect();
        if weighty.is_empty() { keys } else { weighty }
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
///
/// A group is kept once, whatever the number of its members: which of them a term leads to is read
/// off its group.
pub(super) struct Synonyms<'v> {
    /// Members as terms.
    groups: &'v [Vec<Vec<u32>>],
    /// By group: the places of its members, sorted by member.
    sorted: Vec<Vec<u32>>,
    /// By term: the groups of which it is a member by itself, as often as it is.
    single: FxHashMap<u32, Vec<u32>>,
    /// By first term: members of several words, as group and place.
    phrases: FxHashMap<u32, Vec<(u32, u32)>>,
}

/// Terms of another member; each weighs its share.
pub(super) type Meaning<'v> = &'v [u32];

impl<'v> Synonyms<'v> {
    /// `groups` gives each group's members as terms.
    pub(super) fn new(groups: &'v [Vec<Vec<u32>>]) -> Self {
        let mut single: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut phrases: FxHashMap<u32, Vec<(u32, u32)>> = FxHashMap::default();
        let mut sorted = Vec::with_capacity(groups.len());
        for (group, members) in (0..).zip(groups) {
            let mut places = Vec::with_capacity(members.len());
            for (place, member) in (0..).zip(members) {
                places.push(place);
                match member.as_slice() {
                    [term] => single.entry(*term).or_default().push(group),
                    [first, ..] => phrases.entry(*first).or_default().push((group, place)),
                    [] => {}
                }
            }
            places.sort_by_key(|place| &members[*place as usize]);
            sorted.push(places);
        }
        Self {
            groups,
            sorted,
            single,
            phrases,
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.single.is_empty() && self.phrases.is_empty()
    }

    /// What one word also means, sorted.
    pub(super) fn of(&self, term: u32) -> Vec<Meaning<'v>> {
        let groups = self.single.get(&term).map_or(&[][..], Vec::as_slice);
        let others = |&group: &u32| {
            let members = &self.groups[group as usize];
            let places = self.sorted[group as usize].iter();
            places
                .map(|place| members[*place as usize].as_slice())
                .filter(|member| *member != [term])
        };
        let mut meanings: Vec<Meaning<'v>> = groups.iter().flat_map(others).collect();
        if groups.len() > 1 {
            meanings.sort_unstable();
        }
        meanings
    }

    /// What the phrases among a passage's terms also mean, with the weight of each phrase.
    /// `written` has the passage's lists, `weight` gives a term's weight there.
    pub(super) fn phrases(
        &self,
        written: &[(u32, f64)],
        weight: impl Fn(u32) -> Option<f64>,
    ) -> Vec<(Vec<Meaning<'v>>, f64)> {
        if self.phrases.is_empty() {
            return Vec::new();
        }
        let terms = written.iter().filter(|(list, _)| list % 2 == 0);
        let begun = terms.filter_map(|(list, _)| self.phrases.get(&(list / 2)));
        let mut begun: Vec<(u32, u32)> = begun.flatten().copied().collect();
        begun.sort_unstable();
        let whole = |(group, place): (u32, u32)| {
            let members = &self.groups[group as usize];
            let phrase = &members[place as usize];
            let mut least = f64::INFINITY;
            for term in phrase {
                least = least.min(weight(*term)?);
            }
            let others = members.iter().filter(|member| *member != phrase);
            Some((others.map(Vec::as_slice).collect(), least))
        };
        begun.into_iter().filter_map(whole).collect()
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
        let groups = [vec![vec![1], vec![2], vec![3, 4]]];
        let synonyms = Synonyms::new(&groups);
        assert_eq!(synonyms.of(1), [&[2][..], &[3, 4]]);
        let phrases = |terms: &[u32]| {
            let written: Vec<_> = terms.iter().map(|term| (2 * term, 0.0)).collect();
            let weight = |term: u32| terms.contains(&term).then_some(f64::from(term));
            synonyms.phrases(&written, weight)
        };
        assert_eq!(phrases(&[3, 4]), [(vec![&[1][..], &[2]], 3.0)]);
        assert_eq!(phrases(&[3]), []);
    }

    #[test]
    fn a_word_of_several_groups_leads_to_the_members_of_all() {
        let groups = [vec![vec![5], vec![1]], vec![vec![1], vec![2], vec![5]]];
        assert_eq!(Synonyms::new(&groups).of(1), [&[2][..], &[5], &[5]]);
    }

    #[test]
    fn a_large_group_takes_no_more_than_its_members() {
        let kept = |members: u32| {
            let groups = [(0..members).map(|term| vec![term]).collect::<Vec<_>>()];
            let synonyms = Synonyms::new(&groups);
            let of_terms: usize = synonyms.single.values().map(Vec::len).sum();
            assert_eq!(synonyms.of(7).len(), members as usize - 1);
            synonyms.sorted[0].len() + of_terms
        };
        assert_eq!(kept(8000), 2 * kept(4000));
    }
}
