//! Every file beside the chapters is used by one.

use std::collections::BTreeSet;
use std::iter::successors;

use percent_encoding::percent_decode_str;

use super::Content;
use super::names::is_misnamed;
use crate::diagnostic::{Finding, codes};
use crate::link::Target;
use crate::site::relative;
use crate::source::{HandbookPath, Media};

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
    let missed = missed(content);
    // What should be a chapter is reported as that, and what a link misses at the link.
    let unused = unused.filter(|path| {
        let is_missed = missed.contains(&path.name().to_lowercase());
        !used.contains(path) && !is_missed && !is_misnamed(path.name(), &site.config)
    });
    let folders: BTreeSet<&str> = site.texts.keys().map(HandbookPath::folder).collect();
    let finding = |path: &HandbookPath| {
        // As a chapter near it would link to it.
        let mut around = successors(Some(path.folder()), |folder| {
            let (around, _) = folder.rsplit_once('/')?;
            Some(around)
        });
        let near = around.find(|folder| folders.contains(folder));
        let near = format!("{}/x", near.unwrap_or(path.folder()));
        let is_picture = Media::of(path.name()) == Some(Media::Picture);
        Finding::new(&codes::UNUSED_FILE, path)
            .with("link", relative(&near, path.as_str()))
            .with("picture", if is_picture { "yes" } else { "no" })
    };
    unused.map(finding).collect()
}

/// The names, in small letters, of files that links lead to which don't find them.
fn missed(content: &Content<'_>) -> BTreeSet<String> {
    let texts = content.linked.site.texts.iter();
    let missed = texts.flat_map(|(path, parsed)| {
        let targets = content.linked.targets(path);
        let destinations = parsed.document.destinations.iter();
        destinations.filter(|written| *targets.get(written.key) == Target::Unresolved)
    });
    let names = missed.filter_map(|written| written.target.rsplit(['/', '\\']).next());
    names
        .map(|name| percent_decode_str(name).decode_utf8_lossy().to_lowercase())
        .collect()
}
