//! A handbook's files while they are being edited.
//!
//! 1. [`Tree::read`] reads the handbook as [`super::read()`] does, and says of every folder that it
//!    is about to be read, so that a watch on it misses nothing.
//! 2. [`Tree::refresh`] reads again what stands at changed paths: what is gone leaves the snapshot,
//!    a folder is read with all below it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::read::{is_bare, is_within, path_of, read_below};
use crate::diagnostic::Finding;
use crate::release::MANIFEST;
use crate::source::{HandbookPath, Snapshot};

/// The files of a handbook as they were last read.
#[derive(Debug)]
pub struct Tree {
    root: PathBuf,
    bare: bool,
    /// All files.
    pub snapshot: Snapshot,
    findings: Vec<Finding>,
}

/// Where something has changed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Files and folders.
    pub paths: BTreeSet<PathBuf>,
    /// Those of them that are gone or empty, and that not only between two steps of a save.
    pub gone: BTreeSet<PathBuf>,
}

/// When files and folders were last changed, by path.
pub type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Tree {
    /// Reads the handbook at `root`, an absolute path. `entered` gets every folder before its
    /// names are read.
    pub fn read(root: &Path, entered: &mut dyn FnMut(&Path)) -> Self {
        let mut tree = Self {
            root: root.to_path_buf(),
            bare: is_bare(root),
            snapshot: Snapshot::default(),
            findings: Vec::new(),
        };
        tree.findings = read_below(root, root, tree.bare, &mut tree.snapshot, entered);
        tree
    }

    /// The handbook's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What was found wrong with files and folders.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Reads again what stands at `changed`. Gives the paths of the handbook's files that may have
    /// changed; of a folder only its own. What has gone since they were noted is left as it was: that
    /// is a change of its own, and will be noted.
    pub fn refresh(
        &mut self,
        changed: &Changed,
        entered: &mut dyn FnMut(&Path),
    ) -> Vec<HandbookPath> {
        let Changed {
            paths: changed,
            gone,
        } = changed;
        let published = |path: &PathBuf| path.file_name().is_some_and(|name| name == MANIFEST);
        if is_bare(&self.root) != self.bare
            || changed.contains(&self.root)
            || changed.iter().any(published)
        {
            *self = Self::read(&self.root.clone(), entered);
            return vec![HandbookPath::literal("")];
        }
        let mut paths = Vec::new();
        let mut done: Option<&Path> = None;
        for path in changed {
            // Paths come sorted, so what a folder has brought along comes right behind it.
            if done.is_some_and(|done| path.starts_with(done))
                || !is_within(path, &self.root, self.bare)
                || !gone.contains(path) && self.may_come_back(path)
            {
                continue;
            }
            let Some(name) = path_of(path, &self.root) else {
                continue;
            };
            let was_there = self.forget(&name);
            if path.symlink_metadata().is_ok() {
                let (root, snapshot) = (&self.root, &mut self.snapshot);
                let found = read_below(root, path, self.bare, snapshot, entered);
                self.findings.extend(found);
            }
            // What came and went between two readings, as editors' own files do, is no change.
            if was_there || self.has(&name) {
                paths.push(name);
            }
            done = Some(path);
        }
        paths
    }

    /// The changed files and folders since `before`, by their stamps: for systems that can't say.
    pub fn compare(&self, before: &mut Stamps) -> Changed {
        let now = self.stamps();
        let mut changed: BTreeSet<PathBuf> = now
            .iter()
            .filter(|(path, stamp)| before.get(*path) != Some(stamp))
            .map(|(path, _)| path.clone())
            .collect();
        changed.extend(
            before
                .keys()
                .filter(|path| !now.contains_key(*path))
                .cloned(),
        );
        // A folder's own stamp changes with the names in it, and these are in the list themselves.
        changed.retain(|path| !path.is_dir() || !before.contains_key(path));
        *before = now;
        let gone = |path: &&PathBuf| self.may_come_back(path);
        Changed {
            gone: changed.iter().filter(gone).cloned().collect(),
            paths: changed,
        }
    }

    /// Whether a file is known and gone, or empty: so it is between two steps of many a save.
    pub fn may_come_back(&self, path: &Path) -> bool {
        match path.metadata() {
            Ok(meta) => meta.is_file() && meta.len() == 0 && is_within(path, &self.root, self.bare),
            Err(_) => path_of(path, &self.root).is_some_and(|name| self.has(&name)),
        }
    }

    /// The stamps of everything that is part of the handbook.
    pub fn stamps(&self) -> Stamps {
        let walk = walkdir::WalkDir::new(&self.root).follow_links(true);
        let within = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || is_within(&entry.path().join("x"), &self.root, self.bare)
        };
        walk.into_iter()
            .filter_entry(|entry| entry.file_type().is_file() || within(entry))
            .flatten()
            .filter_map(|entry| {
                let meta = entry.metadata().ok()?;
                Some((entry.into_path(), (meta.modified().ok(), meta.len())))
            })
            .collect()
    }

    /// Whether there is a file at `name` or below, or something is wrong with one.
    fn has(&self, name: &HandbookPath) -> bool {
        self.snapshot.get(name.as_str()).is_some()
            || self.snapshot.below(name.as_str()).next().is_some()
            || self
                .findings
                .iter()
                .any(|finding| finding.place.path.inside() == Some(name))
    }

    /// Takes what is known at `name` and below away. Says whether there was anything.
    fn forget(&mut self, name: &HandbookPath) -> bool {
        let was_there = self.has(name);
        let gone: Vec<HandbookPath> = self
            .snapshot
            .below(name.as_str())
            .map(|(path, _)| path.clone())
            .chain([name.clone()])
            .collect();
        for path in gone {
            self.snapshot.remove(&path);
        }
        self.findings.retain(|finding| {
            let path = finding.place.path.inside();
            !path.is_some_and(|path| path == name || path.is_below(name.as_str()))
        });
        was_there
    }
}
