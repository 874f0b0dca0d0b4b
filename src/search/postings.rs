//! Postings: which words stand in which units, at which level.
//!
//! 1. Some chapters at a time are weighed (`weights`), and their words let go of.
//! 2. Postings are kept in four bytes each, sorted by slices of the terms.
//! 3. Units are gathered by list, for one slice at a time.

use rayon::prelude::*;

use super::terms::ChapterTerms;
use super::vocabulary::WordTerms;
use super::weights::{Sums, Weigher};

/// A posting in a chunk: the list (counted from its slice's first), the unit (counted from the
/// chunk's first) and the level, in so many bits. There are millions of them.
type Posting = u32;

const LIST_BITS: u32 = (2 * SLICE).ilog2();
const UNIT_BITS: u32 = u32::BITS - LIST_BITS - LEVEL_BITS;
const LEVEL_BITS: u32 = 5;

/// Chapters that are worked through at a time.
const CHUNK: usize = 128;
/// Terms whose lists are gathered at a time; a power of two.
const SLICE: usize = 512;

/// The postings of all chapters, not yet gathered by list. The list `2 * term` has the units with
/// the term itself, `2 * term + 1` those with its kin: compounds with it, and its synonyms.
pub(super) struct Postings {
    chunks: Vec<Chunk>,
    terms: usize,
}

/// The postings of some chapters, or of a part of a very long one.
struct Chunk {
    /// The number of its first unit.
    first: u32,
    /// By slice: where it ends among the postings.
    ends: Vec<u32>,
    /// By slice, and within it in the order of the units.
    postings: Vec<Posting>,
}

/// The lists of some neighbouring terms.
pub(super) struct Slice {
    /// The first of the terms.
    pub first_term: usize,
    starts: Vec<u32>,
    units: Vec<u32>,
    levels: Vec<u8>,
}

impl Postings {
    /// Weighs the words of all chapters, and lets go of them.
    ///
    /// `terms` is how many terms there are.
    pub(super) fn new(chapters: &mut [ChapterTerms], words: &WordTerms, terms: usize) -> Self {
        let mut first = 0;
        let firsts: Vec<u32> = chapters
            .iter()
            .map(|chapter| {
                let units = u32::try_from(chapter.units.len()).expect("fewer than 2^32 passages");
                let next = first + units;
                std::mem::replace(&mut first, next)
            })
            .collect();
        let weigher = Weigher::new(words, chapters);
        let chunks = chapters
            .par_chunks_mut(CHUNK)
            .zip(firsts.par_chunks(CHUNK))
            .enumerate()
            .map_init(
                || Sums::new(2 * terms),
                |sums, (chunk, (chapters, firsts))| {
                    let mut chunks = ChunkBuilder::new(terms);
                    for ((at, chapter), &first) in (chunk * CHUNK..).zip(chapters).zip(firsts) {
                        weigher.chapter(at, chapter, first, sums, |list, unit, level| {
                            chunks.push(list, unit, level);
                        });
                        chapter.forget();
                    }
                    chunks.finish()
                },
            )
            .flatten_iter()
            .collect();
        Self { chunks, terms }
    }

    /// How many slices the lists are gathered in.
    pub(super) fn slices(&self) -> usize {
        self.terms.div_ceil(SLICE)
    }

    /// Gathers the lists of a slice of the terms. Postings come in the order of their units and
    /// keep it.
    pub(super) fn slice(&self, slice: usize) -> Slice {
        let first_term = slice * SLICE;
        let lists = 2 * SLICE.min(self.terms - first_term);
        let parts = || {
            self.chunks
                .iter()
                .map(|chunk| (chunk.first, chunk.slice(slice)))
        };
        let mut starts = vec![0; lists + 1];
        for posting in parts().flat_map(|(_, postings)| postings) {
            starts[list_of(*posting) + 1] += 1;
        }
        for list in 0..lists {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let total = starts[lists] as usize;
        let (mut units, mut levels) = (vec![0; total], vec![0; total]);
        for (first_unit, postings) in parts() {
            for &posting in postings {
                let at = &mut next[list_of(posting)];
                units[*at as usize] = first_unit + (posting >> LEVEL_BITS & ((1 << UNIT_BITS) - 1));
                levels[*at as usize] = u8::try_from(posting & 31).expect("five bits");
                *at += 1;
            }
        }
        Slice {
            first_term,
            starts,
            units,
            levels,
        }
    }
}

/// The list of a posting, counted from its slice's first.
fn list_of(posting: Posting) -> usize {
    (posting >> (UNIT_BITS + LEVEL_BITS)) as usize
}

/// Makes chunks of postings that come in the order of their units.
struct ChunkBuilder {
    chunks: Vec<Chunk>,
    terms: usize,
    /// The first unit of the next chunk.
    first: u32,
    /// Those of the next chunk, with their slices.
    postings: Vec<(u32, Posting)>,
}

impl ChunkBuilder {
    fn new(terms: usize) -> Self {
        Self {
            chunks: Vec::new(),
            terms,
            first: 0,
            postings: Vec::new(),
        }
    }

    fn push(&mut self, list: u32, unit: u32, level: u32) {
        if self.postings.is_empty() {
            self.first = unit;
        } else if unit - self.first >= 1 << UNIT_BITS {
            self.close();
            self.first = unit;
        }
        let (slice, list) = (list >> LIST_BITS, list & ((1 << LIST_BITS) - 1));
        let posting = ((list << UNIT_BITS) | (unit - self.first)) << LEVEL_BITS | level;
        self.postings.push((slice, posting));
    }

    /// Sorts the postings by slice.
    fn close(&mut self) {
        let mut ends = vec![0_u32; self.terms.div_ceil(SLICE)];
        for (slice, _) in &self.postings {
            ends[*slice as usize] += 1;
        }
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        let mut sorted = vec![0; self.postings.len()];
        for (slice, posting) in self.postings.drain(..) {
            let at = &mut ends[slice as usize];
            sorted[*at as usize] = posting;
            *at += 1;
        }
        self.chunks.push(Chunk {
            first: self.first,
            ends,
            postings: sorted,
        });
    }

    fn finish(mut self) -> Vec<Chunk> {
        self.close();
        self.chunks
    }
}

impl Chunk {
    fn slice(&self, slice: usize) -> &[Posting] {
        let start = if slice == 0 { 0 } else { self.ends[slice - 1] };
        &self.postings[start as usize..self.ends[slice] as usize]
    }
}

impl Slice {
    /// How many terms it has.
    pub(super) fn terms(&self) -> usize {
        self.starts.len() / 2
    }

    /// The units of one list with their levels. The slice's first term has the lists 0 and 1.
    pub(super) fn list(&self, list: usize) -> impl ExactSizeIterator<Item = (u32, u8)> {
        let range = self.starts[list] as usize..self.starts[list + 1] as usize;
        self.units[range.clone()]
            .iter()
            .copied()
            .zip(self.levels[range].iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_gathered_by_list_in_the_order_of_units() {
        let last = 2 * u32::try_from(SLICE).unwrap();
        let chunks = |postings: &[(u32, u32, u32)]| {
            let mut chunks = ChunkBuilder::new(SLICE + 1);
            for &(list, unit, level) in postings {
                chunks.push(list, unit, level);
            }
            chunks.finish()
        };
        let mut all = chunks(&[(1, 0, 3), (0, 1, 1), (last, 1, 4)]);
        all.extend(chunks(&[(1, 7, 2), (1, 7 + (1 << UNIT_BITS), 25)]));
        assert_eq!(all.len(), 3);
        let postings = Postings {
            chunks: all,
            terms: SLICE + 1,
        };
        assert_eq!(postings.slices(), 2);
        let (first, second) = (postings.slice(0), postings.slice(1));
        let units = |slice: &Slice, list| slice.list(list).collect::<Vec<_>>();
        assert_eq!(units(&first, 0), [(1, 1)]);
        assert_eq!(
            units(&first, 1),
            [(0, 3), (7, 2), (7 + (1 << UNIT_BITS), 25)]
        );
        assert_eq!(units(&first, 2), []);
        assert_eq!((second.first_term, second.terms()), (SLICE, 1));
        assert_eq!(units(&second, 0), [(1, 4)]);
    }
}
