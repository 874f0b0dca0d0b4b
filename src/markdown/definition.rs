//! Definitions of links: what is right or wrong of a link that names one stands there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::destination::Destination;
use crate::source::Span;

/// What a link names to lead to an address that is written elsewhere in the text.
pub(super) struct Definition {
    /// What links name, as [`folded_label`] gives it.
    pub label: String,
    /// Where it stands.
    pub range: Range<usize>,
    /// Whether it leads nowhere, which is how some write comments: `[//]: # (comment)`.
    pub is_comment: bool,
}

/// A label as the parser tells labels apart: without regard to capital letters and to how many blanks
/// stand between its words.
pub(super) fn folded_label(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

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
    let mut by_label: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
    for definition in definitions {
        by_label
            .entry(&definition.label)
            .or_insert(&definition.range);
    }
    for (number, label) in referring {
        let Some(range) = by_label.get(folded_label(label).as_str()) else {
            continue;
        };
        let destination = &mut destinations[*number];
        // The label may read as the target does: `[a.md]: a.md`.
        let label = text[(*range).clone()]
            .find("]:")
            .map_or(0, |end| end + "]:".len());
        let rest = range.start + label..range.end;
        let place = part_in(text, &rest, &destination.target);
        let place = if place == rest {
            (*range).clone()
        } else {
            place
        };
        destination.span = Span::new(place).shifted(offset);
    }
}
