//! Publishing releases: a tree to which editions are added and from which nothing is lost.
//!
//! A tree is a plain folder. At its root stands the current release; below `v/VERSION/` stands every
//! release as it was published, and is never written again. Pages lead on by relative ways only, so
//! the two hold the same files, and share them on disk.
//!
//! 1. [`Tree::open`] takes the lock beside the folder and reads what the last release says of itself.
//!    The handbook is loaded with [`Tree::before`], the release that it is compared with.
//! 2. [`publish`] holds the handbook against the release at the root: no address may be lost. It writes
//!    the new edition beside the tree.
//! 3. It makes the new tree around that: the edition's files at the root, which are links to them, and
//!    the folders of all older editions as they are. So no older file is read, written or counted.
//! 4. What only the root has is written: the list of versions, redirects from all former addresses,
//!    files that the handbook no longer has, and the manifest.
//! 5. The new tree takes the old one's place in one step. Whenever the program is stopped, the
//!    published tree is the old or the new one.
//!
//! [`pack`] makes archives of an edition that is published, [`verify()`] holds a tree against what it
//! says of itself, [`restore()`] puts one right that was changed by hand, and [`write_patches`] writes former addresses into chapters.

mod archive;
mod patch;
mod restore;
mod root;
mod tree;
mod verify;

use crate::diagnostic::{Finding, PlacePath, codes};
use crate::disk::DiskUse;
use crate::output::Index;
use crate::pipeline::Handbook;
use crate::release::{Compatibility, Version};

pub(crate) use archive::{edition, pack};
pub(crate) use patch::write_patches;
pub(crate) use restore::restore;
pub(crate) use tree::{Last, Tree, last};
pub(crate) use verify::verify;

/// How a release takes its place in a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReleaseOptions {
    /// Whether it becomes the one at the root.
    pub latest: bool,
    /// Whether it may be lower than one that is there.
    pub force_lower: bool,
}

/// How a release went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was published, and takes so much.
    Published(DiskUse),
    /// It was there already, byte for byte.
    Unchanged,
    /// It wasn't published; the findings say why.
    Refused,
}

/// Publishes the handbook, which was loaded as a release. `progress` is called after every page, from
/// any thread.
pub(crate) fn publish(
    tree: Tree,
    handbook: &mut Handbook,
    options: ReleaseOptions,
    progress: &(impl Fn() + Sync),
) -> Outcome {
    let Some(version) = handbook
        .plan
        .release()
        .map(|release| release.version.clone())
    else {
        return Outcome::Refused;
    };
    let mut findings: Vec<Finding> = refusal(&tree, &version, options).into_iter().collect();
    let compatibility = match &tree.manifest {
        Some(last) if options.latest => handbook.compatibility(last),
        _ => Compatibility::default(),
    };
    findings.extend(compatibility.findings.iter().cloned());
    handbook.report(findings);
    if handbook.has_errors() {
        return Outcome::Refused;
    }

    // What hasn't changed stands on the disk once. `Tree::open` has looked whether it is as it was published.
    let shared = tree.manifest.as_ref().map(|last| last.files.clone());
    let sink = tree.target.sink_at(&version.folder());
    let sink = sink.sharing(tree.target.old_site(), shared.unwrap_or_default());
    let (manifest, findings) = handbook.write(Index::Make, &sink, progress);
    let disk_use = sink.disk_use();
    handbook.report(findings);
    if handbook.has_errors() {
        return Outcome::Refused;
    }
    if let Some(published) = tree.versions.find(&version) {
        let same = tree.edition(published).is_ok_and(|there| there == manifest);
        if same && published.version == version.as_str() {
            return Outcome::Unchanged;
        }
        let finding = tree.finding(&codes::VERSION_EXISTS);
        handbook.report(vec![finding.with("version", published.version.as_str())]);
        return Outcome::Refused;
    }
    let done = root::write(&tree, handbook, options, manifest, &compatibility)
        .and_then(|()| tree.target.publish());
    match done {
        Ok(()) => Outcome::Published(disk_use),
        Err(finding) => {
            handbook.report(vec![*finding]);
            Outcome::Refused
        }
    }
}

/// Why the tree can't take such a release, whatever the handbook holds.
fn refusal(tree: &Tree, version: &Version, options: ReleaseOptions) -> Option<Finding> {
    let versions = &tree.versions;
    if versions.find(version).is_some() {
        return None;
    }
    if !options.latest && tree.manifest.is_none() {
        return Some(tree.finding(&codes::NO_CURRENT_VERSION));
    }
    let highest = versions.highest()?;
    let lower = *version < highest && !options.force_lower;
    lower.then(|| {
        tree.finding(&codes::VERSION_LOWER)
            .with("version", version.as_str())
            .with("highest", highest.as_str())
    })
}

/// A finding about what the system says.
fn cannot(path: &str, problem: &std::io::Error) -> Box<Finding> {
    let path = PlacePath::outside(path);
    Box::new(Finding::new(&codes::CANNOT_RELEASE, path).with("problem", problem.to_string()))
}
