//! Files that are never published: said once of each sort.

use std::collections::BTreeMap;

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::site::{Withheld, withheld};
use crate::source::HandbookPath;
use crate::text::Arg;

/// Finds what programs have left beside the chapters, and copies that they made.
pub(super) fn files(content: &Content<'_>) -> Vec<Finding> {
    let config = &content.linked.site.config;
    let mut findings = Vec::new();
    let mut left: BTreeMap<&str, (&HandbookPath, usize)> = BTreeMap::new();
    for (path, _) in content.snapshot.below(config.content) {
        match config.in_content(path).and_then(withheld) {
            Some(Withheld::LeftBehind(reason)) => left.entry(reason).or_insert((path, 0)).1 += 1,
            Some(Withheld::Copy) => findings.push(Finding::new(&codes::COPY_OF_A_FILE, path)),
            Some(Withheld::Part | Withheld::Hidden) | None => {}
        }
    }
    findings.extend(left.into_iter().map(|(reason, (path, count))| {
        Finding::new(&codes::NEVER_PUBLISHED, path)
            .with("reason", Arg::Message(reason))
            .with("count", count)
    }));
    findings
}
