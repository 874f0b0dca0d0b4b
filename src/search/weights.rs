//! Weights: how much it says that a word stands in a unit.
//!
//! 1. For every unit the weights of its words are added up: an occurrence weighs what its field
//!    does, less in a long field (the sum in the middle of BM25F, so that a query needs no lengths).
//! 2. The words' parts and synonyms get lists of their own, so that a query can weigh them less.
//! 3. Weights are rounded to one of 26 levels, evenly spaced on a logarithmic scale.

use super::ranking::{FIELDS, INDEXING};
use super::synonyms::Synonyms;
use super::terms::{ChapterTerms, Form, Use};
use super::vocabulary::WordTerms;

/// The lowest level's weight.
pub(crate) const LOWEST: f64 = 0.1;
/// The ratio of neighbouring levels.
pub(crate) const RATIO: f64 = 1.25;
/// How many levels there are: one for each capital letter.
pub(crate) const LEVELS: usize = 26;

/// The weights that the levels stand for.
pub(crate) fn levels() -> [f64; LEVELS] {
    let mut weight = LOWEST;
    std::array::from_fn(|_| {
        let higher = weight * RATIO;
        std::mem::replace(&mut weight, higher)
    })
}

/// Average lengths of the fields, over the units that have the field at all.
fn averages(chapters: &[ChapterTerms]) -> [f64; FIELDS] {
    let mut sums = [(0.0, 0.0); FIELDS];
    for unit in chapters.iter().flat_map(|chapter| &chapter.units) {
        let lengths = sums.iter_mut().zip(unit.lengths);
        for (sum, length) in lengths.filter(|(_, length)| *length > 0) {
            sum.0 += f64::from(length);
            sum.1 += 1.0;
        }
    }
    sums.map(|(sum, count)| if count > 0.0 { sum / count } else { 1.0 })
}

/// Weights from which on the next level is nearer.
fn thresholds() -> [f64; LEVELS - 1] {
    let levels = levels();
    std::array::from_fn(|at| (levels[at] * levels[at + 1]).sqrt())
}

/// Weights of the lists of one unit.
pub(super) struct Sums {
    /// By list; nothing where it is not among `lists`.
    weights: Vec<f64>,
    lists: Vec<u32>,
}

impl Sums {
    /// For so many lists.
    pub(super) fn new(lists: usize) -> Self {
        Self {
            weights: vec![0.0; lists],
            lists: Vec::new(),
        }
    }

    /// Adds a weight, which is more than nothing. Sums of floats depend on the order, and the bytes
    /// of the index on the sums.
    fn add(&mut self, list: u32, weight: f64) {
        let sum = &mut self.weights[list as usize];
        if *sum == 0.0 {
            self.lists.push(list);
        }
        *sum += weight;
    }

    /// The weight of a term itself, if it stands there.
    fn of_term(&self, term: u32) -> Option<f64> {
        let weight = self.weights[2 * term as usize];
        (weight > 0.0).then_some(weight)
    }

    /// Takes the lists with their weights out, sorted by list.
    fn drain(&mut self) -> impl Iterator<Item = (u32, f64)> {
        self.lists.sort_unstable();
        let weights = &mut self.weights;
        let take = |list: u32| (list, std::mem::take(&mut weights[list as usize]));
        self.lists.drain(..).map(take)
    }
}

/// Weighs the words of chapters, one by one.
pub(super) struct Weigher<'v> {
    words: &'v WordTerms,
    synonyms: Synonyms<'v>,
    average: [f64; FIELDS],
    thresholds: [f64; LEVELS - 1],
}

impl<'v> Weigher<'v> {
    pub(super) fn new(words: &'v WordTerms, chapters: &[ChapterTerms]) -> Self {
        Self {
            words,
            synonyms: Synonyms::new(&words.synonyms),
            average: averages(chapters),
            thresholds: thresholds(),
        }
    }

    /// Gives `take` list, unit and level of every posting of a chapter, unit by unit. `at` is its
    /// place in the handbook, and `first` the number of its first unit.
    pub(super) fn chapter(
        &self,
        at: usize,
        chapter: &ChapterTerms,
        first: u32,
        sums: &mut Sums,
        mut take: impl FnMut(u32, u32, u32),
    ) {
        let full_forms = &self.words.full_forms[at];
        let words = chapter.words(&self.words.numbers);
        let mut all_uses = chapter.uses();
        let mut start = 0;
        for (unit, number) in chapter.units.iter().zip(0..) {
            let uses = (unit.uses_end - std::mem::replace(&mut start, unit.uses_end)) as usize;
            if uses == 0 {
                continue;
            }
            let weights = self.weights(&unit.lengths);
            for used in all_uses.by_ref().take(uses) {
                self.word(used, words[used.word as usize], &weights, sums);
            }
            for (cut, word) in full_forms.iter().filter(|(cut, _)| cut.unit == number) {
                let weight = weights[cut.field as usize] * INDEXING.joined;
                sums.add(2 * self.words.term[*word as usize], weight);
            }
            if !self.synonyms.is_empty() {
                self.add_synonyms(sums);
            }
            for (list, weight) in sums.drain() {
                let level = self
                    .thresholds
                    .partition_point(|threshold| *threshold <= weight);
                let level = u32::try_from(level).expect("there are 26 levels");
                take(list, first + number, level);
            }
        }
    }

    /// By field: the weight of one occurrence in a unit.
    fn weights(&self, lengths: &[u32; FIELDS]) -> [f64; FIELDS] {
        std::array::from_fn(|field| {
            let slope = INDEXING.length[field];
            let relative = f64::from(lengths[field]) / self.average[field];
            INDEXING.weight[field] / (1.0 - slope + slope * relative)
        })
    }

    /// Adds a word to its own list, and to those of its parts.
    fn word(&self, used: Use, word: u32, weights: &[f64; FIELDS], sums: &mut Sums) {
        let weight = f64::from(used.count) * weights[used.field as usize];
        let term = 2 * self.words.term[word as usize];
        let weight = match used.form {
            Form::Written => weight,
            Form::Joined => weight * INDEXING.joined,
            Form::Piece => return sums.add(term + 1, weight * INDEXING.modifier),
        };
        sums.add(term, weight);
        for (part, share) in self.words.parts.get(word as usize) {
            sums.add(2 * part + 1, weight * share);
        }
    }

    /// Adds what the unit's words also mean.
    fn add_synonyms(&self, sums: &mut Sums) {
        sums.lists.sort_unstable();
        let written: Vec<(u32, f64)> = sums
            .lists
            .iter()
            .map(|&list| (list, sums.weights[list as usize]))
            .collect();
        let phrases = self.synonyms.phrases(&written, |term| sums.of_term(term));
        for (list, weight) in written {
            // A part's synonym is worth what the part is, so «Geflüchtetenhilfe» finds
            // «Flüchtlingshilfe».
            let factor = if list % 2 == 0 { INDEXING.synonym } else { 1.0 };
            for meaning in self.synonyms.of(list / 2) {
                add_meaning(sums, meaning, weight * factor);
            }
        }
        for (meanings, weight) in phrases {
            for meaning in meanings {
                add_meaning(sums, meaning, weight * INDEXING.synonym);
            }
        }
    }
}

fn add_meaning(sums: &mut Sums, terms: &[u32], weight: f64) {
    let share = 1.0 / f64::from(u32::try_from(terms.len()).unwrap_or(u32::MAX));
    for term in terms {
        sums.add(2 * term + 1, weight * share);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_rise_evenly_and_weights_take_the_nearest() {
        let levels = levels();
        assert!((levels[0] - LOWEST).abs() < 1e-9);
        assert!(levels[25] > 20.0);
        let nearest = |weight: f64| thresholds().partition_point(|t| *t <= weight);
        assert_eq!(nearest(0.0), 0);
        assert_eq!(nearest(0.126), 1);
        assert_eq!(nearest(1000.0), 25);
    }

    #[test]
    fn equal_lists_add_up() {
        let mut sums = Sums::new(4);
        for (list, weight) in [(3, 1.0), (1, 0.5), (3, 2.0)] {
            sums.add(list, weight);
        }
        assert_eq!(sums.drain().collect::<Vec<_>>(), [(1, 0.5), (3, 3.0)]);
        assert_eq!(sums.drain().count(), 0);
    }
}
