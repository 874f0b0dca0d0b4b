//! Every file beside the chapters is used by one.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Endings of files that servers and services look for at the root of a site.
const FOR_SERVERS: [&str; 5] = ["", "txt", "xml", "html", "ico"];

/// Finds files that no text and no field leads to. Of a bare folder they aren't published anyway.
pub(super) fn files(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    if site.config.content.is_empty() {
        return Vec::new();
    }
    let used = content.linked.used_assets();
    let for_servers = |address: &str, ending: &str| {
        let at_root = !address.contains('/');
        at_root && FOR_SERVERS.contains(&ending.to_ascii_lowercase().as_str())
    };
    let unused = site
        .assets
        .iter()
        .filter(|(path, address)| !used.contains(path) && !for_servers(address, path.extension()));
    unused
        .map(|(path, _)| Finding::new(&codes::UNUSED_FILE, path))
        .collect()
}
