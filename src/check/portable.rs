//! Names that not every system knows: a handbook with them can't be taken to another machine whole, nor
//! its website or its archives.

use std::collections::BTreeMap;

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::source::is_portable;

/// Finds files, and addresses of chapters, that there can't be everywhere.
pub(super) fn names(content: &Content<'_>) -> Vec<Finding> {
    let config = &content.linked.site.config;
    let mut findings = Vec::new();
    let mut by_lower: BTreeMap<String, &str> = BTreeMap::new();
    for (path, _) in content.snapshot.below(config.content) {
        let name = path.as_str().split('/').find(|name| !is_portable(name));
        let at = content.linked.site.at_path(path.as_str());
        let address = at.map(|id| content.linked.site.chapter(id).address.as_str());
        let address = address.unwrap_or_default().split('/');
        let address = address.filter(|name| !name.is_empty());
        let wrong = name.or(address.rev().find(|name| !is_portable(name)));
        if let Some(name) = wrong {
            findings.push(Finding::new(&codes::UNPORTABLE_NAME, path).with("name", name));
        }
        let lower = path.as_str().to_lowercase();
        if let Some(other) = by_lower.insert(lower, path.as_str()) {
            findings.push(Finding::new(&codes::NAMES_DIFFER_IN_CASE, path).with("other", other));
        }
    }
    findings
}
