//! Whether a published folder still is what was published.
//!
//! 1. The root is held against its manifest: every file's hash, and that there are no others.
//! 2. So is every frozen edition, whose manifest's own hash the root's manifest has.

use std::fs;
use std::path::Path;

use crate::diagnostic::{Finding, PlacePath, codes};
use crate::disk::{Difference, differences, hash_of};
use crate::release::FROZEN;
use crate::release::{MANIFEST, Manifest};

/// Holds the folder against `manifest`, which is the one at its root, and gives the number of files
/// that were looked at. `shown` is what findings call the folder.
pub(crate) fn verify(folder: &Path, shown: &Path, manifest: &Manifest) -> (usize, Vec<Finding>) {
    let mut files = manifest.files.len();
    let mut findings = changed(folder, shown, manifest);
    for (version, hash) in &manifest.editions {
        let (edition, differing) = of_edition(folder, shown, version, hash);
        files += edition.map_or(0, |edition| edition.files.len());
        findings.extend(differing);
    }
    let frozen = fs::read_dir(folder.join(FROZEN)).into_iter().flatten();
    let mut others: Vec<String> = frozen
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !manifest.editions.contains_key(name))
        .collect();
    others.sort();
    let foreign = |name| finding(shown, Difference::Foreign(format!("{FROZEN}{name}")));
    findings.extend(others.into_iter().map(foreign));
    (files, findings)
}

/// Holds the frozen edition `version` of a tree against its manifest, which has the hash `hash`.
/// Gives the manifest where there is one.
pub(super) fn of_edition(
    folder: &Path,
    shown: &Path,
    version: &str,
    hash: &str,
) -> (Option<Manifest>, Vec<Finding>) {
    let within = format!("{FROZEN}{version}");
    let (at, named) = (folder.join(&within), shown.join(&within));
    let file = at.join(MANIFEST);
    let difference = match hash_of(&file) {
        Ok(found) if found == *hash => None,
        Ok(_) => Some(Difference::Changed(MANIFEST.into())),
        Err(_) => Some(Difference::Missing(MANIFEST.into())),
    };
    let finding = difference.map(|difference| finding(&named, difference));
    let mut findings: Vec<Finding> = finding.into_iter().collect();
    if let Ok(to) = fs::read_link(&at) {
        let path = PlacePath::outside(&named.to_string_lossy());
        let found = Finding::new(&codes::EDITION_IS_A_LINK, &path);
        findings.push(found.with("target", to.to_string_lossy().into_owned()));
    }
    let json = fs::read(&file).ok();
    let edition = json.and_then(|json| Manifest::from_json(&json));
    if let Some(edition) = &edition {
        findings.extend(changed(&at, &named, edition));
    }
    (edition, findings)
}

/// The files in `folder`, but for frozen editions, that were changed by hand.
pub(super) fn changed(folder: &Path, shown: &Path, manifest: &Manifest) -> Vec<Finding> {
    let differences = differences(folder, manifest).into_iter();
    differences
        .map(|difference| finding(shown, difference))
        .collect()
}

fn finding(shown: &Path, difference: Difference) -> Finding {
    let (code, file) = match difference {
        Difference::Changed(name) => (&codes::TREE_CHANGED, name),
        Difference::Missing(name) => (&codes::TREE_LACKS_FILE, name),
        Difference::Foreign(name) => (&codes::TREE_FOREIGN_FILE, name),
        Difference::Unreadable(name, problem) => {
            (&codes::TREE_CHANGED, format!("{name} ({problem})"))
        }
    };
    let path = PlacePath::outside(&shown.to_string_lossy());
    Finding::new(code, &path).with("file", file)
}
