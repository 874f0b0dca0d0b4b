//! Quantities in a query, «20 Personen» or «zwei Stunden»: chapters with a field that covers them.

use super::super::IndexError;
use super::super::language::uninflected;
use super::index::Index;

/// Minutes of a day, and of what people call half a day.
const DAY: f64 = 24.0 * 60.0;
const HALF_DAY: (f64, f64) = (3.0 * 60.0, 5.0 * 60.0);

/// A quantity: the places of its number and its unit among the query's words, and the chapters that
/// cover it.
pub(crate) struct Quantity {
    pub words: [usize; 2],
    pub chapters: Vec<usize>,
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
            let (least, most) = if units.iter().any(named) {
                (number, number)
            } else if let Some(minutes) = meta.times.get(&pair[1]).filter(|_| units.is_empty()) {
                length(number, *minutes)
            } else {
                continue;
            };
            let facts = index.facts()?;
            let rows = facts.get(field).map_or(&[][..], Vec::as_slice);
            let covers = |from: &Option<f64>, to: &Option<f64>| {
                from.is_none_or(|from| from <= most) && to.is_none_or(|to| to >= least)
            };
            let covering = rows.iter().filter(|(_, from, to)| covers(from, to));
            out.push(Quantity {
                words: [at, at + 1],
                chapters: covering.map(|(chapter, ..)| *chapter).collect(),
            });
        }
    }
    Ok(out)
}

/// From how many minutes to how many a length of time is.
fn length(number: f64, minutes: f64) -> (f64, f64) {
    let is_day = (minutes - DAY).abs() < 1.0;
    if is_day && number < 1.0 {
        HALF_DAY
    } else {
        (number * minutes, number * minutes)
    }
}

fn number(index: &Index, key: &str) -> Option<f64> {
    let digits = key.len() <= 9 && key.bytes().all(|b| b.is_ascii_digit());
    if digits {
        key.parse().ok()
    } else {
        index.meta.numbers.get(key).copied()
    }
}
