//! Postings: which words stand in which units, and how telling that is.
//!
//! 1. For every unit the weights of its words are added up: an occurrence weighs what its field
//!    does, less in a long field (the sum in the middle of BM25F, so that a query needs no lengths).
//! 2. The words' parts and synonyms get lists of their own, so that a query can weigh them less.
//! 3. Weights are rounded to one of 26 levels, evenly spaced on a logarithmic scale.
//! 4. Units are gathered by list.

use super::analyse::{ChapterTerms, Form, Use};
use super::ranking::{FIELDS, INDEXING};
use super::synonyms::Synonyms;
use super::vocabulary::Vocabulary;
use rayon::prelude::*;

/// The lowest level's weight.
pub const LOWEST: f64 = 0.1;
/// The ratio of neighbouring levels.
pub const RATIO: f64 = 1.25;
/// How many levels there are: one for each capital letter.
pub const LEVELS: usize = 26;

/// The weights that the levels stand for.
pub fn levels() -> [f64; LEVELS] {
    let mut weight = LOWEST;
    std::array::from_fn(|_| {
        let higher = weight * RATIO;
        std::mem::replace(&mut weight, higher)
    })
}

/// All lists: by list, units in rising order with their levels. The list `2 * term` has the units
/// with the term itself, `2 * term + 1` those with its kin: compounds with it, and its synonyms.
pub(super) struct Postings {
    starts: Vec<usize>,
    units: Vec<u32>,
    levels: Vec<u8>,
}

impl Postings {
    /// The units of one list, with their levels.
    pub(super) fn list(&self, list: usize) -> impl ExactSizeIterator<Item = (u32, u8)> {
        let range = self.starts[list]..self.starts[list + 1];
        self.units[range.clone()]
            .iter()
            .copied()
            .zip(self.levels[range].iter().copied())
    }
}

/// A unit in a list: the list, and the unit (counted from its chunk's first) with its level.
type Posting = (u32, u32);

/// Bits of a posting's level.
const LEVEL_BITS: u32 = 5;
/// Chapters that are worked through at a time. Their passages are counted in 27 bits.
const CHUNK: usize = 128;

/// Gathers the postings of all chapters.
pub(super) fn postings(chapters: &[&ChapterTerms], vocabulary: &Vocabulary) -> Postings {
    let synonyms = Synonyms::new(&vocabulary.synonyms);
    let average = averages(chapters);
    let mut first = 0;
    let starts: Vec<u32> = chapters
        .iter()
        .map(|chapter| {
            let units = u32::try_from(chapter.lengths.len()).expect("fewer than 2^32 passages");
            let next = first + units;
            std::mem::replace(&mut first, next)
        })
        .collect();
    let weigher = Weigher {
        vocabulary,
        synonyms,
        average,
        thresholds: thresholds(),
    };
    let chunks: Vec<(u32, Vec<Posting>)> = starts
        .par_chunks(CHUNK)
        .enumerate()
        .map(|(chunk, starts)| {
            let mut out = Vec::new();
            for (at, &first) in (chunk * CHUNK..).zip(starts) {
                weigher.chapter(at, chapters[at], first - starts[0], &mut out);
            }
            out.shrink_to_fit();
            (starts[0], out)
        })
        .collect();
    gather(&chunks, 2 * vocabulary.keys.len())
}

/// Sorts postings by list. They come in the order of their units and keep it.
fn gather(chunks: &[(u32, Vec<Posting>)], lists: usize) -> Postings {
    let mut starts = vec![0; lists + 1];
    for (list, _) in chunks.iter().flat_map(|(_, postings)| postings) {
        starts[*list as usize + 1] += 1;
    }
    for list in 0..lists {
        starts[list + 1] += starts[list];
    }
    let mut next = starts.clone();
    let total = starts[lists];
    let (mut units, mut levels) = (vec![0; total], vec![0; total]);
    for (first, postings) in chunks {
        for &(list, packed) in postings {
            let at = &mut next[list as usize];
            units[*at] = first + (packed >> LEVEL_BITS);
            levels[*at] = u8::try_from(packed & 31).expect("five bits");
            *at += 1;
        }
    }
    Postings {
        starts,
        units,
        levels,
    }
}

/// Average lengths of the fields, over the units that have the field at all.
fn averages(chapters: &[&ChapterTerms]) -> [f64; FIELDS] {
    let mut sums = [(0.0, 0.0); FIELDS];
    for unit in chapters.iter().flat_map(|chapter| &chapter.lengths) {
        for (sum, &length) in sums.iter_mut().zip(unit).filter(|(_, length)| **length > 0) {
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

struct Weigher<'v> {
    vocabulary: &'v Vocabulary,
    synonyms: Synonyms,
    average: [f64; FIELDS],
    thresholds: [f64; LEVELS - 1],
}

impl Weigher<'_> {
    fn chapter(&self, at: usize, chapter: &ChapterTerms, first: u32, out: &mut Vec<Posting>) {
        let full_forms = &self.vocabulary.full_forms[at];
        let mut weights: Vec<(u32, f64)> = Vec::new();
        for uses in chapter.uses.chunk_by(|a, b| a.unit == b.unit) {
            let unit = uses[0].unit;
            let lengths = &chapter.lengths[unit as usize];
            weights.clear();
            for used in uses {
                self.word(
                    used,
                    self.vocabulary.numbers[chapter.seen[used.word as usize].spelling as usize],
                    lengths,
                    &mut weights,
                );
            }
            for (cut, word) in full_forms.iter().filter(|(cut, _)| cut.unit == unit) {
                let weight = self.weight(cut.field as usize, lengths) * INDEXING.joined;
                weights.push((2 * self.vocabulary.term[*word as usize], weight));
            }
            add_up(&mut weights);
            if !self.synonyms.is_empty() {
                self.synonyms(&mut weights);
            }
            out.extend(weights.iter().map(|&(list, weight)| {
                let level = self
                    .thresholds
                    .partition_point(|threshold| *threshold <= weight);
                let level = u32::try_from(level).expect("there are 26 levels");
                (list, (first + unit) << LEVEL_BITS | level)
            }));
        }
    }

    /// Weight of one occurrence in a field of a unit.
    fn weight(&self, field: usize, lengths: &[u32; FIELDS]) -> f64 {
        let slope = INDEXING.length[field];
        let relative = f64::from(lengths[field]) / self.average[field];
        INDEXING.weight[field] / (1.0 - slope + slope * relative)
    }

    /// Adds a word to its own list, and to those of its parts.
    fn word(&self, used: &Use, word: u32, lengths: &[u32; FIELDS], out: &mut Vec<(u32, f64)>) {
        let weight = f64::from(used.count) * self.weight(used.field as usize, lengths);
        let term = 2 * self.vocabulary.term[word as usize];
        let weight = match used.form {
            Form::Written => weight,
            Form::Joined => weight * INDEXING.joined,
            Form::Piece => return out.push((term + 1, weight * INDEXING.modifier)),
        };
        out.push((term, weight));
        let parts = &self.vocabulary.parts[word as usize];
        out.extend(
            parts
                .iter()
                .map(|(part, share)| (2 * part + 1, weight * share)),
        );
    }

    /// Adds what the unit's words also mean.
    fn synonyms(&self, weights: &mut Vec<(u32, f64)>) {
        let written = weights.clone();
        let mut add = |meaning: &Vec<u32>, weight: f64| {
            let share = 1.0 / f64::from(u32::try_from(meaning.len()).unwrap_or(u32::MAX));
            weights.extend(meaning.iter().map(|term| (2 * term + 1, weight * share)));
        };
        for &(list, weight) in &written {
            // A part's synonym is worth what the part is, so «Geflüchtetenhilfe» finds
            // «Flüchtlingshilfe».
            let factor = if list % 2 == 0 { INDEXING.synonym } else { 1.0 };
            self.synonyms
                .of(list / 2)
                .for_each(|meaning| add(meaning, weight * factor));
        }
        let weight_of = |term: u32| {
            let at = written
                .binary_search_by_key(&(2 * term), |(list, _)| *list)
                .ok()?;
            Some(written[at].1)
        };
        for (meaning, weight) in self.synonyms.phrases(weight_of) {
            add(meaning, weight * INDEXING.synonym);
        }
        add_up(weights);
    }
}

/// Sorts by list and makes entries of one list one.
fn add_up(weights: &mut Vec<(u32, f64)>) {
    // Stable: sums of floats depend on the order, and the bytes of the index on the sums.
    weights.sort_by_key(|(list, _)| *list);
    weights.dedup_by(|next, first| {
        let same = next.0 == first.0;
        if same {
            first.1 += next.1;
        }
        same
    });
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
    fn postings_are_gathered_by_list_in_the_order_of_units() {
        let gathered = gather(&[(0, vec![(1, 3), (0, 1)]), (5, vec![(1, 2)])], 3);
        assert_eq!(gathered.list(0).collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!(gathered.list(1).collect::<Vec<_>>(), [(0, 3), (5, 2)]);
        assert_eq!(gathered.list(2).len(), 0);
    }

    #[test]
    fn equal_lists_add_up() {
        let mut weights = vec![(3, 1.0), (1, 0.5), (3, 2.0)];
        add_up(&mut weights);
        assert_eq!(weights, [(1, 0.5), (3, 3.0)]);
    }
}
