//! A published tree: its lock, and what it says of itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::cannot;
use super::verify::changed;
use crate::diagnostic::{Code, Finding, PlacePath, codes};
use crate::disk::{Target, TargetOptions, put_in_order};
use crate::release::{
    FORMAT, MANIFEST, Manifest, Published, VERSIONS, VERSIONS_FORMAT, Version, Versions,
};

/// The name of feeds, in the folder of each language.
const FEED: &str = "feed.xml";

/// A tree of releases, locked against others.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(super) target: Target,
    /// What the release at the root says of itself.
    pub(super) manifest: Option<Manifest>,
    pub(super) versions: Versions,
    shown: PlacePath,
}

impl Tree {
    /// Opens the tree at `folder`, which may be empty or not there, for a handbook at `root`.
    ///
    /// # Errors
    /// Findings if it can't take a release: another is at it, it isn't ours, or the part at its
    /// root was changed by hand, which the release would undo. `in_place` asks for a release file by file.
    pub fn open(folder: &Path, root: &Path, in_place: bool) -> Result<Self, Vec<Finding>> {
        let options = TargetOptions {
            durable: true,
            in_place,
        };
        let (target, manifest) =
            Target::open_tree(folder, root, options).map_err(|finding| vec![*finding])?;
        let shown = PlacePath::outside(&folder.to_string_lossy());
        let mut tree = Self {
            target,
            manifest,
            versions: Versions::default(),
            shown,
        };
        let Some(manifest) = &tree.manifest else {
            return Ok(tree);
        };
        if manifest.format != FORMAT {
            let finding = tree.finding(&codes::MANIFEST_FORMAT);
            return Err(vec![finding.with("format", manifest.format.to_string())]);
        }
        let changed = changed(tree.target.old_site(), folder, manifest);
        if !changed.is_empty() {
            return Err(changed);
        }
        if !manifest.editions.is_empty() {
            let json = fs::read(tree.target.old_site().join(VERSIONS));
            let versions = json.ok().and_then(|json| Versions::from_json(&json));
            let finding = || tree.finding(&codes::TREE_CHANGED).with("file", VERSIONS);
            let versions = versions.ok_or_else(|| vec![finding()])?;
            if versions.format > VERSIONS_FORMAT {
                let finding = tree.finding(&codes::MANIFEST_FORMAT);
                return Err(vec![finding.with("format", versions.format.to_string())]);
            }
            tree.versions = versions;
        }
        Ok(tree)
    }

    /// The release that `version` is compared with, and what that says of itself.
    ///
    /// # Errors
    /// A finding if its manifest can't be read.
    pub fn before(&self, version: &Version) -> Result<Option<(Version, Manifest)>, Box<Finding>> {
        let Some(before) = self.versions.before(version) else {
            return Ok(None);
        };
        let published = self.versions.find(&before);
        let manifest = published.map(|published| self.edition(published));
        Ok(manifest.transpose()?.map(|manifest| (before, manifest)))
    }

    /// The feeds of a release, by path in the site.
    pub fn feeds(&self, version: &Version, manifest: &Manifest) -> BTreeMap<String, String> {
        let names = manifest.files.keys();
        let names = names.filter(|name| name.rsplit('/').next() == Some(FEED));
        let feed = |name: &String| {
            let file = format!("{}{name}", self.versions.find(version)?.path);
            let text = fs::read_to_string(self.target.old_site().join(file)).ok()?;
            Some((name.clone(), text))
        };
        names.filter_map(feed).collect()
    }

    /// What the release at its root says of itself.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.manifest.as_ref()
    }

    /// The manifest of a frozen edition.
    pub(super) fn edition(&self, published: &Published) -> Result<Manifest, Box<Finding>> {
        let file = format!("{}{MANIFEST}", published.path);
        let json = fs::read(self.target.old_site().join(&file))
            .map_err(|problem| cannot(&file, &problem))?;
        match Manifest::from_json(&json) {
            Some(manifest) if manifest.format == FORMAT => Ok(manifest),
            Some(manifest) => {
                let finding = self.finding(&codes::MANIFEST_FORMAT);
                Err(Box::new(
                    finding.with("format", manifest.format.to_string()),
                ))
            }
            None => Err(Box::new(
                self.finding(&codes::TREE_CHANGED).with("file", file),
            )),
        }
    }

    /// A finding about the tree.
    pub(super) fn finding(&self, code: &'static Code) -> Finding {
        Finding::new(code, &self.shown)
    }
}

/// What the release at the root of a folder says of itself.
#[derive(Debug)]
pub(crate) struct Last {
    pub manifest: Manifest,
    /// Whether the folder was put in order, since a run was stopped there.
    pub put_in_order: bool,
}

/// Reads what the release at the root of `folder` says of itself, without taking the lock. What a run left
/// that was stopped there is put in order first.
///
/// # Errors
/// A finding if there is none, or none that this program can compare with; or if the folder can't be put
/// in order.
pub(crate) fn last(folder: &Path) -> Result<Last, Box<Finding>> {
    let shown = PlacePath::outside(&folder.to_string_lossy());
    let put_in_order = put_in_order(folder).map_err(|problem| {
        let finding = Finding::new(&codes::PUBLICATION_UNFINISHED, &shown);
        Box::new(finding.with("problem", problem.to_string()))
    })?;
    let json = fs::read(folder.join(MANIFEST)).ok();
    let Some(manifest) = json.and_then(|json| Manifest::from_json(&json)) else {
        return Err(Box::new(Finding::new(&codes::NOT_PUBLISHED, &shown)));
    };
    if manifest.format != FORMAT {
        let finding = Finding::new(&codes::MANIFEST_FORMAT, &shown);
        return Err(Box::new(
            finding.with("format", manifest.format.to_string()),
        ));
    }
    Ok(Last {
        manifest,
        put_in_order,
    })
}
