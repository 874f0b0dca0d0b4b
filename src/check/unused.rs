//! Every file beside the chapters is used by one.

use super::Content;
use super::names::is_misnamed;
use crate::diagnostic::{Finding, codes};

/// Finds files that no text and no field leads to, and that the settings don't name. A bare folder may
/// hold anything beside chapters.
pub(super) fn files(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    if site.config.content.is_empty() {
        return Vec::new();
    }
    let mut used = content.linked.used_assets();
    used.extend(content.linked.published_assets().map(|(path, _)| path));
    let unused = site.assets.keys();
    // What should be a chapter is reported as that.
    let unused =
        unused.filter(|path| !used.contains(path) && !is_misnamed(path.name(), &site.config));
    unused
        .map(|path| Finding::new(&codes::UNUSED_FILE, path))
        .collect()
}
