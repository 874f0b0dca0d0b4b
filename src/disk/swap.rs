//! The swap of a new site for an old one.

use std::path::Path;
use std::{fs, io};

use super::carry_over::{exchange, has_placeholder_links};
use crate::release::FROZEN;

/// Puts the folder `new` in the place of `target`. Where the system can exchange two folders that
/// is one step; elsewhere the old one goes to `old` first, and comes back if the second step fails.
pub(super) fn swap(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    if !target.exists() {
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        return fs::rename(new, target);
    }
    // Placeholder links lead to where an exchange leaves the folders, and nowhere else.
    match exchange(new, target) {
        Err(problem) if has_placeholder_links(new, FROZEN) => return Err(problem),
        Err(_) => {}
        Ok(()) => return Ok(()),
    }
    fs::rename(target, old)?;
    fs::rename(new, target).inspect_err(|_| {
        // If even that fails, the old site is still whole at its second place.
        let _ = fs::rename(old, target);
    })
}

/// Removes a folder with all it holds; one that isn't there is removed already.
pub(super) fn remove_all(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
