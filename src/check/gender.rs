//! One handbook has one gender sign.

use std::collections::BTreeMap;

use super::Content;
use crate::config::EditionId;
use crate::diagnostic::{Finding, codes};
use crate::prose::gender::Sign;
use crate::source::{HandbookPath, Span};

/// How often a sign is there, and where first.
type Count<'l> = (usize, &'l HandbookPath, Span);

/// Finds the signs that a language's edition uses beside its usual one.
pub(super) fn signs(content: &Content<'_>) -> Vec<Finding> {
    let mut editions: BTreeMap<EditionId, BTreeMap<Sign, Count<'_>>> = BTreeMap::new();
    for text in content.texts() {
        for (sign, (count, span)) in &content.wording(&text).gender {
            let signs = editions.entry(text.edition).or_default();
            let first = signs.entry(*sign).or_insert((0, text.path, *span));
            first.0 += count;
        }
    }
    editions.values().flat_map(minority).collect()
}

fn minority(signs: &BTreeMap<Sign, Count<'_>>) -> Vec<Finding> {
    // Among equals the first one counts as usual.
    let usual = signs.iter().rev().max_by_key(|(_, (count, ..))| *count);
    let Some((usual, (usual_count, ..))) = usual else {
        return Vec::new();
    };
    let others = signs.iter().filter(|(sign, _)| *sign != usual);
    others
        .map(|(sign, (count, path, span))| {
            Finding::new(&codes::MIXED_GENDER_SIGNS, *path)
                .at(*span)
                .with("found", shown(*sign))
                .with("count", *count)
                .with("usual", shown(*usual))
                .with("usual_count", *usual_count)
        })
        .collect()
}

fn shown(sign: Sign) -> &'static str {
    match sign {
        Sign::Colon => ":innen",
        Sign::Star => "*innen",
        Sign::Underscore => "_innen",
        Sign::Slash => "/innen",
        Sign::InnerCapital => "Innen",
    }
}
