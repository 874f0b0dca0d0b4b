//! Quantities in a query, «20 Personen», «höchstens zwei Stunden» or «6 bis 12 Personen»: chapters with a field that
//! says so.
//!
//! 1. A number before a unit is asked for as it is, or with the words before it as a bound or as a range.
//! 2. A field answers a number if it covers it. It answers a bound or a range if it keeps within it or covers it; if
//!    none does, if it has some of it.

use std::ops::Range;

use super::super::IndexError;
use super::super::language::uninflected;
use super::super::words::is_group;
use super::index::Index;

/// Minutes of a day, and of what people call half a day.
const DAY: f64 = 24.0 * 60.0;
const HALF_DAY: (f64, f64) = (3.0 * 60.0, 5.0 * 60.0);

/// A quantity: its places among the query's words, and the chapters that say so.
pub(crate) struct Quantity {
    pub words: Range<usize>,
    pub chapters: Vec<usize>,
}

/// What is asked for.
struct Asked {
    /// The place of its first word.
    start: usize,
    least: f64,
    most: f64,
    is_number: bool,
}

/// The quantities among the words of a query, stop words included.
pub(crate) fn quantities(index: &Index, keys: &[String]) -> Result<Vec<Quantity>, IndexError> {
    let meta = &index.meta;
    let mut out = Vec::new();
    for (at, pair) in keys.windows(2).enumerate() {
        let Some(number) = number(index, &pair[0]) else {
            continue;
        };
        let base = uninflected(&pair[1], &meta.inflections);
        let named = |unit: &String| uninflected(unit, &meta.inflections) == base;
        for (field, units) in meta.quantities.iter().enumerate() {
            let asked = asked(index, keys, at, number);
            let minutes = meta.times.get(&pair[1]).filter(|_| units.is_empty());
            let (least, most) = if units.iter().any(named) {
                (asked.least, asked.most)
            } else if let Some(minutes) = minutes {
                length(&asked, *minutes)
            } else {
                continue;
            };
            let facts = index.facts()?;
            let rows = facts.get(field).map_or(&[][..], Vec::as_slice);
            out.push(Quantity {
                words: asked.start..at + 2,
                chapters: answering(rows, least, most, asked.is_number),
            });
        }
    }
    Ok(out)
}

/// The number at the place `at`, with the words before it.
fn asked(index: &Index, keys: &[String], at: usize, most: f64) -> Asked {
    let bounds = &index.meta.bounds;
    let is = |words: &[String], at: usize| words.contains(&keys[at]);
    let lower = |at: usize| number(index, &keys[at]).filter(|lower| *lower < most);
    let mut before = at;
    while before > 0 && is(&bounds.fill, before - 1) {
        before -= 1;
    }
    let (start, least, most) = match before.checked_sub(1) {
        Some(side)
            if before == at && lower(side).is_some() && !is_group(&keys[side], &keys[at]) =>
        {
            (side, lower(side), Some(most))
        }
        Some(to) if is(&bounds.to, to) && to > 0 && lower(to - 1).is_some() => {
            (to - 1, lower(to - 1), Some(most))
        }
        Some(bound) if is(&bounds.most, bound) => (bound, None, Some(most)),
        Some(bound) if is(&bounds.least, bound) => (bound, Some(most), None),
        _ => {
            return Asked {
                start: at,
                least: most,
                most,
                is_number: true,
            };
        }
    };
    Asked {
        start,
        least: least.unwrap_or(f64::NEG_INFINITY),
        most: most.unwrap_or(f64::INFINITY),
        is_number: false,
    }
}

/// The chapters of `rows` that say what is between `least` and `most`.
fn answering(
    rows: &[(usize, Option<f64>, Option<f64>)],
    least: f64,
    most: f64,
    is_number: bool,
) -> Vec<usize> {
    let ends = |row: &(usize, Option<f64>, Option<f64>)| {
        (
            row.1.unwrap_or(f64::NEG_INFINITY),
            row.2.unwrap_or(f64::INFINITY),
        )
    };
    let chapters = |fits: &dyn Fn(f64, f64) -> bool| -> Vec<usize> {
        let fitting = rows.iter().filter(|row| {
            let (from, to) = ends(row);
            fits(from, to)
        });
        fitting.map(|(chapter, ..)| *chapter).collect()
    };
    let some = chapters(&|from, to| from <= most && to >= least);
    if is_number {
        return some;
    }
    let is_within = |from: f64, to: f64| from >= least && to <= most;
    let mut good = chapters(&|from, to| is_within(from, to) || from <= least && to >= most);
    if good.is_empty() {
        return some;
    }
    // What keeps within it comes first.
    good.extend(chapters(&is_within));
    good
}

/// From how many minutes to how many a length of time is.
fn length(asked: &Asked, minutes: f64) -> (f64, f64) {
    let is_day = (minutes - DAY).abs() < 1.0;
    if is_day && asked.is_number && asked.most < 1.0 {
        HALF_DAY
    } else {
        (asked.least * minutes, asked.most * minutes)
    }
}

/// The number that a word of a query is.
pub(super) fn number(index: &Index, key: &str) -> Option<f64> {
    let digits = key.len() <= 9 && key.bytes().all(|b| b.is_ascii_digit());
    if digits {
        key.parse().ok()
    } else {
        index.meta.numbers.get(key).copied()
    }
}
