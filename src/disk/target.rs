//! The output folder: whether it may be replaced, and the place where its successor is made.
//!
//! Beside a target `public` stands `.public.transferbuch` while a build runs. It holds a lock, which
//! the system frees when the build ends however it ends, and the new site. What a killed build left
//! there is cleared away by the next one.

use std::fs::{self, File, TryLockError};
use std::path::{Component, Path, PathBuf};
use std::{env, io};

use walkdir::{DirEntry, WalkDir};

use super::{FolderSink, carry_over, swap};
use crate::diagnostic::{Code, Finding, PlacePath, codes};
use crate::release::FROZEN;
use crate::release::{MANIFEST, Manifest};

/// Files that a file manager leaves anywhere.
pub(super) const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// An output folder that may be replaced, with the lock on it.
#[derive(Debug)]
pub struct Target {
    target: PathBuf,
    staging: PathBuf,
    root: PathBuf,
    _lock: File,
}

impl Target {
    /// Opens `target` for a handbook at `root`.
    ///
    /// # Errors
    /// A finding if it may not be replaced, or another build is at it.
    pub fn open(target: &Path, root: &Path) -> Result<Self, Box<Finding>> {
        let (target, manifest) = Self::open_tree(target, root)?;
        if manifest.is_some_and(|manifest| !manifest.editions.is_empty()) {
            let shown = PlacePath::outside(&target.target.to_string_lossy());
            return Err(Box::new(Finding::new(
                &codes::TARGET_HOLDS_RELEASES,
                &shown,
            )));
        }
        Ok(target)
    }

    /// Opens `target` for a handbook at `root` as a tree of releases, with the manifest at its root
    /// if there is one.
    ///
    /// # Errors
    /// As for [`Target::open`], but it may hold frozen editions.
    pub fn open_tree(target: &Path, root: &Path) -> Result<(Self, Option<Manifest>), Box<Finding>> {
        let shown = PlacePath::outside(&target.to_string_lossy());
        let finding = |code| Finding::new(code, &shown);
        let cannot = |error: io::Error| {
            Box::new(finding(&codes::TARGET_CANNOT_BE_MADE).with("problem", error.to_string()))
        };
        let target = absolute(target).map_err(cannot)?;
        check_place(&target, root).map_err(|code| Box::new(finding(code)))?;
        let staging =
            staging(&target).ok_or_else(|| Box::new(finding(&codes::TARGET_IS_SYSTEM_FOLDER)))?;
        let lock = lock(&staging).map_err(|error| match error {
            Some(error) => cannot(error),
            None => Box::new(finding(&codes::TARGET_LOCKED)),
        })?;
        let target = Self {
            target,
            staging,
            root: root.to_path_buf(),
            _lock: lock,
        };
        // What a killed release left comes first: folders of the site may still stand there.
        target.clear().map_err(cannot)?;
        let manifest = check_ours(&target.target).map_err(|problem| match problem {
            Problem::Foreign(file) => Box::new(finding(&codes::TARGET_NOT_OURS).with("file", file)),
            Problem::File => Box::new(finding(&codes::TARGET_IS_A_FILE)),
            Problem::Io(error) => cannot(error),
        })?;
        Ok((target, manifest))
    }

    /// A sink for the files of the new site.
    pub fn sink(&self) -> FolderSink {
        self.sink_at("")
    }

    /// A sink for the files of a folder of the new site.
    pub fn sink_at(&self, folder: &str) -> FolderSink {
        FolderSink::new(&self.new_site().join(folder), &self.root)
    }

    /// Where the new site is made.
    pub fn new_site(&self) -> PathBuf {
        self.staging.join("new")
    }

    /// The folder that it takes the place of.
    pub fn old_site(&self) -> &Path {
        &self.target
    }

    /// Gives the new site a folder of the old one, such as `v/1.0`, as it is.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self, folder: &str) -> io::Result<()> {
        carry_over::link_edition(&self.target, &self.staging, folder)
    }

    /// Clears away what there is of an old site or one that wasn't published.
    fn clear(&self) -> io::Result<()> {
        carry_over::restore_editions(&self.target, &self.staging, FROZEN)?;
        swap::remove_all(&self.staging.join("new"))?;
        swap::remove_all(&self.staging.join("old"))
    }

    /// Puts the new site in the old one's place.
    ///
    /// # Errors
    /// What the system says; the old site is whole then.
    pub fn publish(self) -> Result<(), Box<Finding>> {
        let new = self.staging.join("new");
        let swapped = swap::swap(&new, &self.target, &self.staging.join("old"));
        let restore = || carry_over::restore_editions(&self.target, &self.staging, FROZEN);
        swapped.and_then(|()| restore()).map_err(|error| {
            let shown = PlacePath::outside(&self.target.to_string_lossy());
            Box::new(
                Finding::new(&codes::TARGET_CANNOT_BE_MADE, &shown)
                    .with("problem", error.to_string()),
            )
        })
    }
}

impl Drop for Target {
    /// Clears away whatever wasn't published. A failure leaves litter for the next build to clear.
    fn drop(&mut self) {
        // The lock goes last: until then no other build may come here.
        let _ = self.clear();
        let _ = fs::remove_file(self.staging.join("lock"));
        let _ = fs::remove_dir(&self.staging);
    }
}

/// The folder's real place, though it may not exist yet.
fn absolute(target: &Path) -> io::Result<PathBuf> {
    if let Ok(real) = target.canonicalize() {
        return Ok(real);
    }
    let whole = env::current_dir()?.join(target);
    let mut clean = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
        // Links are followed as far as the path exists.
        if let Ok(real) = clean.canonicalize() {
            clean = real;
        }
    }
    Ok(clean)
}

/// The target is no folder that holds other things of value.
fn check_place(target: &Path, root: &Path) -> Result<(), &'static Code> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let home = env::home_dir().and_then(|home| home.canonicalize().ok());
    if target.parent().is_none() || home.is_some_and(|home| home.starts_with(target)) {
        return Err(&codes::TARGET_IS_SYSTEM_FOLDER);
    }
    let sources = ["content", "kinds", "themes", "src", "tests", ".git"];
    let within = |folder: &str| target.starts_with(root.join(folder));
    if root.starts_with(target) || sources.into_iter().any(within) {
        return Err(&codes::TARGET_OVERLAPS_SOURCE);
    }
    Ok(())
}

enum Problem {
    Foreign(String),
    File,
    Io(io::Error),
}

/// The target holds nothing, or nothing but what its manifest names. Frozen editions are looked
/// into by none but `verify`: they are many.
fn check_ours(target: &Path) -> Result<Option<Manifest>, Problem> {
    match fs::metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Problem::Io(error)),
        Ok(meta) if !meta.is_dir() => return Err(Problem::File),
        Ok(_) => {}
    }
    let manifest = match fs::read(target.join(MANIFEST)) {
        Ok(json) => Manifest::from_json(&json),
        Err(_) => None,
    };
    let frozen = |entry: &DirEntry| {
        let within = entry.path().strip_prefix(target.join(FROZEN)).ok();
        let version = within.and_then(Path::to_str);
        let known = |manifest: &Manifest| {
            version.is_some_and(|version| manifest.editions.contains_key(version))
        };
        entry.file_type().is_dir() && manifest.as_ref().is_some_and(known)
    };
    let walk = WalkDir::new(target).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !frozen(entry)) {
        let entry = entry.map_err(|error| Problem::Io(error.into()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let within = entry.path().strip_prefix(target).unwrap_or(entry.path());
        let name = within.to_string_lossy().replace('\\', "/");
        let litter = LITTER.iter().any(|litter| entry.file_name() == *litter);
        let ours = manifest
            .as_ref()
            .is_some_and(|manifest| name == MANIFEST || manifest.files.contains_key(&name));
        if !ours && !litter {
            return Err(Problem::Foreign(name));
        }
    }
    Ok(manifest)
}

fn staging(target: &Path) -> Option<PathBuf> {
    let name = target.file_name()?.to_string_lossy().into_owned();
    Some(target.parent()?.join(format!(".{name}.transferbuch")))
}

/// Takes the lock in `staging`; `Err(None)` if another build holds it.
fn lock(staging: &Path) -> Result<File, Option<io::Error>> {
    loop {
        fs::create_dir_all(staging).map_err(Some)?;
        let path = staging.join("lock");
        let file = match File::create(&path) {
            Ok(file) => file,
            // Another build has just cleared the folder away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(Some(error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(None),
            Err(TryLockError::Error(error)) => return Err(Some(error)),
        }
        // Another build may have cleared the folder away before the lock was ours.
        if path.exists() {
            return Ok(file);
        }
    }
}
