//! Releases: a published tree to which editions are added and from which nothing is lost.
//!
//! A tree is a plain folder. At its root stands the current release; below `v/VERSION/` stands every
//! release as it was published, and is never written again. Pages lead on by relative ways only, so
//! the two hold the same files, and share them on disk.
//!
//! 1. [`Tree::open`] takes the lock beside the folder and reads what the last release says of itself.
//! 2. [`contract`] holds the handbook against it: no address may be lost.
//! 3. [`publish`] compares with the release before for the list of changes, and writes the new
//!    edition beside the tree.
//! 4. It makes the new tree around that: the edition's files at the root, which are links to them, and
//!    the folders of all older editions as they are. So no older file is read, written or counted.
//! 5. What only the root has is written: the list of versions, redirects from all former addresses,
//!    files that the handbook no longer has, and the manifest.
//! 6. The new tree takes the old one's place in one step. Whenever the program is stopped, the
//!    published tree is the old or the new one.
//!
//! [`pack`] makes archives of an edition that is published.

mod archive;
mod fix;
mod root;
mod tree;
mod verify;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Code, Finding};
use crate::output::contract::{self, Contract};
use crate::output::{PageEntry, addresses, changes, entries, site};
use crate::pipeline::Handbook;
use crate::site::{Release, Version};
use crate::source::HandbookPath;

pub use archive::{edition, pack};
pub use fix::write_fixes;
pub use tree::{Tree, last};
pub use verify::verify;

static EXISTS: Code = Code::fatal("version-exists");
static LOWER: Code = Code::fatal("version-lower");
static NONE_AT_ROOT: Code = Code::fatal("no-current-version");
static CANNOT: Code = Code::fatal("cannot-release");

/// What is to be released.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Its version.
    pub version: Version,
    /// The day that it carries.
    pub date: Date,
    /// Whether it becomes the one at the root.
    pub latest: bool,
    /// Whether it may be lower than one that is there.
    pub force_lower: bool,
}

/// How a release went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was published.
    Published,
    /// It was there already, byte for byte.
    Already,
    /// It wasn't published; the findings say why.
    Refused,
}

/// What the handbook owes to the release at the root of `tree`.
pub fn contract(tree: &Tree, handbook: &Handbook) -> Contract {
    match &tree.manifest {
        Some(last) => contract::check(last, &handbook.linked, &entries(&handbook.linked)),
        None => Contract::default(),
    }
}

/// Publishes the handbook. `progress` is called after every page, from any thread.
pub fn publish(
    tree: Tree,
    handbook: &mut Handbook,
    wish: &Wish,
    index: &BTreeMap<String, Vec<u8>>,
    progress: &(impl Fn() + Sync),
) -> Outcome {
    let mut findings: Vec<Finding> = refusal(&tree, wish).into_iter().collect();
    let pages = entries(&handbook.linked);
    let contract = match &tree.manifest {
        Some(last) if wish.latest => contract::check(last, &handbook.linked, &pages),
        _ => Contract::default(),
    };
    findings.extend(contract.findings.iter().cloned());
    match describe(&tree, handbook, wish, &pages) {
        Ok(release) => handbook.linked.release = Some(release),
        Err(finding) => findings.push(*finding),
    }
    findings.extend(addresses::check(&handbook.linked, &handbook.theme));
    handbook.report(findings);
    if handbook.has_errors() {
        return Outcome::Refused;
    }

    let folder = wish.version.folder();
    let sink = tree.target.sink_at(&folder);
    let (linked, theme) = (&handbook.linked, &handbook.theme);
    let (manifest, findings) = site::write(linked, theme, index, &sink, progress);
    handbook.report(findings);
    if handbook.has_errors() {
        return Outcome::Refused;
    }
    if let Some(published) = tree.versions.find(&wish.version) {
        let same = tree.edition(published).is_ok_and(|there| there == manifest);
        if same && published.version == wish.version.as_str() {
            return Outcome::Already;
        }
        let finding = tree.finding(&EXISTS);
        handbook.report(vec![finding.with("version", published.version.as_str())]);
        return Outcome::Refused;
    }
    let done = root::write(&tree, handbook, wish, manifest, &contract)
        .and_then(|()| tree.target.publish());
    match done {
        Ok(()) => Outcome::Published,
        Err(finding) => {
            handbook.report(vec![*finding]);
            Outcome::Refused
        }
    }
}

/// Why the tree can't take such a release, whatever the handbook holds.
fn refusal(tree: &Tree, wish: &Wish) -> Option<Finding> {
    let versions = &tree.versions;
    if versions.find(&wish.version).is_some() {
        return None;
    }
    if !wish.latest && tree.manifest.is_none() {
        return Some(tree.finding(&NONE_AT_ROOT));
    }
    let highest = versions.highest()?;
    let lower = wish.version < highest && !wish.force_lower;
    lower.then(|| {
        tree.finding(&LOWER)
            .with("version", wish.version.as_str())
            .with("highest", highest.as_str())
    })
}

/// What the pages of the release say of it.
fn describe(
    tree: &Tree,
    handbook: &Handbook,
    wish: &Wish,
    pages: &BTreeMap<String, PageEntry>,
) -> Result<Release, Box<Finding>> {
    let since = tree.versions.before(&wish.version);
    let last = match since.as_ref().and_then(|since| tree.versions.find(since)) {
        Some(published) => Some(tree.edition(published)?),
        None => None,
    };
    let changes = changes(last.as_ref(), &handbook.linked, pages);
    let version = wish.version.clone();
    Ok(Release::new(version, wish.date, since, changes))
}

/// A finding about what the system says.
fn cannot(path: &HandbookPath, problem: &std::io::Error) -> Box<Finding> {
    Box::new(Finding::new(&CANNOT, path).with("problem", problem.to_string()))
}
