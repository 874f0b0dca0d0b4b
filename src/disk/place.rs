//! Whether a folder may become a site: where it lies, what it holds, and whether it can be exchanged for
//! another one.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::{env, io};

use walkdir::{DirEntry, WalkDir};

use super::in_place;
use crate::diagnostic::{Code, codes};
use crate::release::{FROZEN, MANIFEST, Manifest};

/// Files that a file manager leaves anywhere.
pub(super) const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The folder's real place, though it may not exist yet.
pub(super) fn absolute(target: &Path) -> io::Result<PathBuf> {
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
pub(super) fn check_place(target: &Path, root: &Path) -> Result<(), &'static Code> {
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

pub(super) enum Problem {
    Foreign(String),
    File,
    Io(io::Error),
}

/// The target holds nothing, or nothing but what its manifest names. Frozen editions are looked
/// into by none but `verify`: they are many.
pub(super) fn check_ours(target: &Path) -> Result<Option<Manifest>, Problem> {
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
    // What an unfinished run left here holds a lock, and is none of the site.
    let own = target.join(in_place::STAGING);
    for entry in walk.filter_entry(|entry| !frozen(entry) && entry.path() != own) {
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

/// Whether a file system is mounted at `folder`, be it a part of the one around it. Systems that can't say
/// refuse to move such a folder.
pub(super) fn is_mount(folder: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let Ok(found) = statx(CWD, folder, AtFlags::empty(), StatxFlags::BASIC_STATS) else {
            return false;
        };
        if found
            .stx_attributes_mask
            .contains(StatxAttributes::MOUNT_ROOT)
        {
            return found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let device = |folder: &Path| fs::metadata(folder).map(|meta| meta.dev());
        let around = folder.parent().map(device);
        if let (Ok(own), Some(Ok(around))) = (device(folder), around) {
            return own != around;
        }
    }
    let _ = folder;
    false
}

/// Whether files can be made in `folder`.
pub(super) fn is_writable(folder: &Path) -> bool {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
    }
    #[cfg(not(unix))]
    {
        fs::metadata(folder).is_ok_and(|meta| meta.is_dir() && !meta.permissions().readonly())
    }
}
