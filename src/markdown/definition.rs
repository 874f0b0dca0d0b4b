//! Definitions of links: what is right or wrong of a link that names one stands there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::destination::Destination;
use super::events::Definition;
use crate::source::Span;

/// Where `part` stands in `text` within `range`, its last place if there are several; all of it if
/// nowhere.
pub(super) fn part_in(text: &str, range: &Range<usize>, part: &str) -> Range<usize> {
    let found = text[range.clone()].rfind(part).filter(|_| !part.is_empty());
    found.map_or(range.clone(), |at| {
        range.start + at..range.start + at + part.len()
    })
}

/// Places destinations where they are defined: there stands what is right or wrong of them.
pub(super) fn define(
    destinations: &mut [Destination],
    referring: &[(usize, String)],
    definitions: &[Definition],
    text: &str,
    offset: usize,
) {
    if referring.is_empty() {
        return;
    }
    let folded = |label: &str| {
        let words: Vec<&str> = label.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let mut by_label: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for definition in definitions {
        let range = definition.range.clone();
        by_label.entry(folded(&definition.label)).or_insert(range);
    }
    for (number, label) in referring {
        let Some(range) = by_label.get(&folded(label)) else {
            continue;
        };
        let destination = &mut destinations[*number];
        // The label may read as the target does: `[a.md]: a.md`.
        let label = text[range.clone()]
            .find("]:")
            .map_or(0, |end| end + "]:".len());
        let rest = range.start + label..range.end;
        let place = part_in(text, &rest, &destination.target);
        let place = if place == rest { range.clone() } else { place };
        destination.span = Span::new(place).shifted(offset);
    }
}
