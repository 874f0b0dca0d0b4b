//! The chapters of a query, best first.
//!
//! 1. For every word, evidence is added up by unit: the levels in its lists times their weights,
//!    and for a compound the weakest of its parts where all are present.
//! 2. A passage inherits what its chapter's head says, and a share of what its other passages say.
//! 3. Evidence is saturated (BM25), times the word's rarity among chapters.
//! 4. The best passage counts for its chapter, times the share of the query that it covers.
//! 5. Chapters that cover too little are no answer.

use super::super::IndexError;
use super::expand::Expansion;
use super::index::{Entry, Index};
use std::rc::Rc;

/// Share of coverage for a word that stands only in another passage of the chapter.
const COVERED_ELSEWHERE: f64 = 0.6;

/// A chapter in the order of the results.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// The chapter's number.
    pub chapter: usize,
    /// Its best passage; 0 is the head.
    pub passage: usize,
    /// The passage is the answer, rather than the chapter as a whole.
    pub deep: bool,
    /// Rounded to six decimals.
    pub score: f64,
}

/// Evidence for one word.
pub struct Evidence {
    /// By unit.
    pub units: Vec<f64>,
    /// How good the best kind of match is, from 0 to 1.
    pub quality: f64,
    /// ln of how rare it is.
    pub rarity: f64,
}

/// Gathers the evidence for one word.
pub fn evidence(index: &Index, expansion: &Expansion) -> Result<Evidence, IndexError> {
    let mut units = vec![0.0; index.units[index.chapters()]];
    let mut lists = Vec::new();
    for (list, weight) in expansion.lists.iter().filter(|(list, _)| list.len() > 0) {
        lists.push((index.postings(list)?, *weight));
    }
    let together = together(index, &expansion.parts)?;
    let mut quality = lists.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
    if together.iter().any(|&x| x > 0.0) {
        quality = quality.max(expansion.parts_weight);
    }
    let mut strong = vec![false; units.len()];
    for (postings, weight) in &lists {
        for &(unit, level) in postings {
            if let Some(sum) = units.get_mut(unit) {
                *sum += weight * index.levels[level];
                strong[unit] |= *weight >= quality / 2.0;
            }
        }
    }
    for (unit, x) in together.iter().enumerate().filter(|(_, x)| **x > 0.0) {
        units[unit] += expansion.parts_weight * x;
        strong[unit] |= expansion.parts_weight >= quality / 2.0;
    }
    let with = index
        .units
        .windows(2)
        .filter(|range| strong[range[0]..range[1]].contains(&true));
    Ok(Evidence {
        units,
        quality,
        rarity: rarity(index.chapters(), with.count()),
    })
}

/// The evidence for a compound where it doesn't stand itself: the weakest of its parts, where a
/// passage and its chapter's head have them all.
fn together(index: &Index, parts: &[Vec<Rc<Entry>>]) -> Result<Vec<f64>, IndexError> {
    let mut out = Vec::new();
    let mut by_part = Vec::new();
    for part in parts {
        let mut units = vec![0.0; index.units[index.chapters()]];
        for list in part.iter().flat_map(|entry| [&entry.own, &entry.kin]) {
            for (unit, level) in index.postings(list)? {
                if let Some(weight) = units.get_mut(unit) {
                    *weight += index.levels[level];
                }
            }
        }
        by_part.push(units);
    }
    if by_part.is_empty() {
        return Ok(out);
    }
    out.resize(by_part[0].len(), 0.0);
    for range in index.units.windows(2) {
        let head = range[0];
        let least = |unit: usize| {
            let of_part = |units: &Vec<f64>| {
                if unit == head {
                    units[head]
                } else {
                    units[head] + units[unit]
                }
            };
            by_part.iter().map(of_part).fold(f64::INFINITY, f64::min)
        };
        out[head] = least(head);
        for unit in head + 1..range[1] {
            out[unit] = least(unit) - out[head];
        }
    }
    Ok(out)
}

/// BM25's inverse document frequency.
fn rarity(chapters: usize, with: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (1.0 + (number(chapters) - number(with) + 0.5) / (number(with) + 0.5)).ln()
}

/// All chapters that answer, best first. `allowed` says which chapters may.
pub fn score(index: &Index, words: &[Evidence], allowed: impl Fn(usize) -> bool) -> Vec<Scored> {
    let weight: f64 = words.iter().map(|word| word.rarity).sum();
    let mut out: Vec<Scored> = (0..index.chapters())
        .filter(|chapter| allowed(*chapter))
        .filter_map(|chapter| chapter_score(index, words, weight, chapter))
        .collect();
    out.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.chapter.cmp(&b.chapter)));
    out
}

fn chapter_score(index: &Index, words: &[Evidence], weight: f64, chapter: usize) -> Option<Scored> {
    let rank = &index.meta.ranking;
    let (head, end) = (index.units[chapter], index.units[chapter + 1]);
    let totals: Vec<f64> = words
        .iter()
        .map(|word| word.units[head..end].iter().sum())
        .collect();
    if totals.iter().all(|total| *total == 0.0) {
        return None;
    }
    let mut best: Option<Scored> = None;
    for unit in head..end {
        let (mut score, mut covered, mut deep) = (0.0, 0.0, false);
        for (word, total) in words.iter().zip(&totals).filter(|(_, total)| **total > 0.0) {
            let above = word.units[head];
            let own = if unit == head { 0.0 } else { word.units[unit] };
            let here = above + own;
            let evidence = here + rank.elsewhere * (total - here);
            score += word.quality * word.rarity * evidence / (rank.saturation + evidence);
            covered += word.rarity * if here > 0.0 { 1.0 } else { COVERED_ELSEWHERE };
            deep |= own > 0.0 && above == 0.0;
        }
        let share = covered / weight;
        let score = score * share.powf(rank.coordination);
        let score = (score * 1e6).round() / 1e6;
        let passage = unit - head;
        if share >= rank.coverage && best.is_none_or(|best| score > best.score) {
            best = Some(Scored {
                chapter,
                passage,
                deep,
                score,
            });
        }
    }
    best
}
