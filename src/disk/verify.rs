//! A folder held against its manifest.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::in_place;
use super::place::LITTER;
use crate::release::{FROZEN, MANIFEST, Manifest};
use crate::source::hex;

/// What is not as the manifest says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The file holds something else.
    Changed(String),
    /// The file isn't there.
    Missing(String),
    /// The file is no part of it.
    Foreign(String),
    /// The file can't be read; what the system says.
    Unreadable(String, String),
}

/// Where `folder` isn't what `manifest` says, in the order of the paths. What lies below `v/` is
/// left out: it has manifests of its own.
pub fn differences(folder: &Path, manifest: &Manifest) -> Vec<Difference> {
    let mut differences: Vec<Difference> = manifest
        .files
        .par_iter()
        .filter_map(|(name, hash)| match hash_of(&folder.join(name)) {
            Ok(found) if found == *hash => None,
            Ok(_) => Some(Difference::Changed(name.clone())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Some(Difference::Missing(name.clone()))
            }
            Err(error) => Some(Difference::Unreadable(name.clone(), error.to_string())),
        })
        .collect();
    let known: BTreeSet<&str> = manifest.files.keys().map(String::as_str).collect();
    let frozen = folder.join(FROZEN.trim_end_matches('/'));
    let walk = WalkDir::new(folder).min_depth(1).into_iter();
    let own = folder.join(in_place::STAGING);
    let walk = walk.filter_entry(|entry| entry.path() != frozen && entry.path() != own);
    for entry in walk.filter_map(Result::ok) {
        let within = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let name = within.to_string_lossy().replace('\\', "/");
        let litter = LITTER.iter().any(|litter| entry.file_name() == *litter);
        let known = known.contains(name.as_str()) || name == MANIFEST || litter;
        if !entry.file_type().is_dir() && !known {
            differences.push(Difference::Foreign(name));
        }
    }
    differences.sort();
    differences
}

/// SHA-256 of a file, in hexadecimal digits.
///
/// # Errors
/// What the system says.
pub fn hash_of(file: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut fs::File::open(file)?, &mut hash)?;
    Ok(hex(&hash.finalize()))
}
