//! The chapters of a query, best first.
//!
//! 1. For every word, evidence is added up by unit: the levels in its lists times their weights,
//!    and for a compound the weakest of its parts where all are present.
//! 2. A passage inherits what its chapter's head says, and a share of what its other passages say.
//! 3. Evidence is saturated (BM25), times the word's rarity among chapters.
//! 4. The best passage counts for its chapter, times the share of the query that it covers.
//! 5. Chapters that cover too little are no answer, those that cover a part say what they lack; one whose title is the query comes first.

use super::super::IndexError;
use super::super::ranking::Ranking;
use super::expand::Expansion;
use super::index::{Entry, Index, Titled};
use std::rc::Rc;

/// Share of coverage for a word that stands only in another passage of the chapter.
const COVERED_ELSEWHERE: f64 = 0.6;

/// A chapter in the order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Scored {
    /// The chapter's number.
    pub chapter: usize,
    /// Its best passage; 0 is the head.
    pub passage: usize,
    /// The passage is the answer, rather than the chapter as a whole.
    pub deep: bool,
    /// Rounded to six decimals.
    pub score: f64,
    /// The words that the chapter doesn't have: a bit for each.
    pub lacks: u32,
}

/// Evidence for one word.
pub(crate) struct Evidence {
    /// By unit.
    pub units: Vec<f64>,
    /// How good the best kind of match is, from 0 to 1.
    pub quality: f64,
    /// ln of how rare it is.
    pub rarity: f64,
    /// See [`Word::essential`](super::typed::Word::essential).
    pub essential: bool,
    /// Chapters of which it is the whole title.
    pub titles: Vec<usize>,
    /// How far a chapter that has it answers: the end of a longer word may be another one.
    pub certainty: f64,
}

/// Gathers the evidence for one word.
pub(crate) fn evidence(
    index: &Index,
    expansion: &Expansion,
    essential: bool,
) -> Result<Evidence, IndexError> {
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
    if !expansion.chapters.is_empty() {
        quality = 1.0;
    }
    let mut strong = vec![false; units.len()];
    for &chapter in &expansion.chapters {
        if let Some(&head) = index.units[..index.chapters()].get(chapter) {
            units[head] += index.meta.ranking.fact;
            strong[head] = true;
        }
    }
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
        essential,
        titles: Vec::new(),
        certainty: if expansion.by_end {
            index.meta.ranking.tail
        } else {
            1.0
        },
    })
}

/// The evidence for a compound where it doesn't stand itself: the weakest of its parts, where a
/// passage and its chapter's head have them all.
pub(crate) fn together(index: &Index, parts: &[Vec<Rc<Entry>>]) -> Result<Vec<f64>, IndexError> {
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

/// All chapters that answer, best first: those whose title is the query, those whose title begins with it,
/// then by score. `allowed` says which chapters may.
pub(crate) fn score(
    index: &Index,
    words: &[Evidence],
    titled: &Titled,
    allowed: impl Fn(usize) -> bool,
) -> Vec<Scored> {
    let asked = Asked {
        words,
        weight: words.iter().map(|word| word.rarity).sum(),
        strange: words
            .iter()
            .any(|word| word.essential && word.quality == 0.0),
    };
    let mut out: Vec<Scored> = (0..index.chapters())
        .filter(|chapter| allowed(*chapter))
        .filter_map(|chapter| {
            let found = chapter_score(index, &asked, chapter);
            let named = titled.whole.contains(&chapter).then_some(Scored {
                chapter,
                ..Scored::default()
            });
            found.or(named)
        })
        .collect();
    let behind = |hit: &Scored| {
        let is_whole = titled.whole.contains(&hit.chapter);
        (!is_whole, !titled.begun.contains(&hit.chapter))
    };
    out.sort_by(|a, b| {
        let score = b.score.total_cmp(&a.score);
        let order = behind(a).cmp(&behind(b)).then(score);
        order.then(a.chapter.cmp(&b.chapter))
    });
    out
}

/// The words of a query, with what is the same for all chapters.
struct Asked<'w> {
    words: &'w [Evidence],
    /// The rarity of all of them.
    weight: f64,
    /// The handbook lacks an essential one.
    strange: bool,
}

impl Asked<'_> {
    /// Whether a passage that has some of the words and this share of their weight answers at all: no page
    /// on something else does, where the handbook lacks what is asked for.
    fn is_answered(&self, rank: &Ranking, share: f64, here: impl Fn(&Evidence) -> bool) -> bool {
        if share >= rank.coverage {
            return true;
        }
        let found = || self.words.iter().filter(|word| here(word));
        let enough = self.words.len() > 2 && found().count() >= 2.max(self.words.len().div_ceil(2));
        share >= rank.partial && enough && (!self.strange || found().any(|word| word.essential))
    }
}

fn chapter_score(index: &Index, asked: &Asked<'_>, chapter: usize) -> Option<Scored> {
    let rank = &index.meta.ranking;
    let (words, weight) = (asked.words, asked.weight);
    let (head, end) = (index.units[chapter], index.units[chapter + 1]);
    let totals: Vec<f64> = words
        .iter()
        .map(|word| word.units[head..end].iter().sum())
        .collect();
    if totals.iter().all(|total| *total == 0.0) {
        return None;
    }
    let lacking = totals
        .iter()
        .enumerate()
        .filter(|(_, total)| **total == 0.0);
    let lacks = lacking.map(|(at, _)| 1 << at).sum();
    let mut best: Option<Scored> = None;
    // Whoever names a page whole finds it, whatever the other word is.
    let is_named = words.iter().any(|word| word.titles.contains(&chapter));
    for unit in head..end {
        let (mut score, mut covered, mut deep) = (0.0, 0.0, false);
        for (word, total) in words.iter().zip(&totals).filter(|(_, total)| **total > 0.0) {
            let above = word.units[head];
            let own = if unit == head { 0.0 } else { word.units[unit] };
            let here = above + own;
            let evidence = here + rank.elsewhere * (total - here);
            score += word.quality * word.rarity * evidence / (rank.saturation + evidence);
            let here = if here > 0.0 { 1.0 } else { COVERED_ELSEWHERE };
            covered += word.rarity * word.certainty * here;
            deep |= own > 0.0 && above == 0.0;
        }
        let share = covered / weight;
        let score = score * share.powf(rank.coordination);
        let score = (score * 1e6).round() / 1e6;
        let passage = unit - head;
        let better = best.is_none_or(|best| score > best.score);
        let here = |word: &Evidence| word.units[head] + word.units[unit] > 0.0;
        if better && (is_named || asked.is_answered(rank, share, here)) {
            best = Some(Scored {
                chapter,
                passage,
                deep,
                score,
                lacks,
            });
        }
    }
    best
}
