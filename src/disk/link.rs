//! Files that stand in a second folder without being written again: hard links, and copies where
//! the file system has none.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use rayon::prelude::*;

/// Links all files below the folder `from` into the folder `to`, which isn't there yet.
///
/// # Errors
/// What the system says.
pub(crate) fn link_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    let entries: Vec<fs::DirEntry> = fs::read_dir(from)?.collect::<io::Result<_>>()?;
    entries.into_par_iter().try_for_each(|entry| {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            link_tree(&from, &to)
        } else {
            link(&from, &to)
        }
    })
}

/// Links the files `names` of the folder `from` into the folder `to`.
///
/// # Errors
/// What the system says.
pub fn link_files(from: &Path, to: &Path, names: &[&str]) -> io::Result<()> {
    let folders: BTreeSet<&Path> = names
        .iter()
        .filter_map(|name| Path::new(name).parent())
        .collect();
    fs::create_dir_all(to)?;
    for folder in folders {
        fs::create_dir_all(to.join(folder))?;
    }
    let link = |name: &&str| link(&from.join(name), &to.join(name));
    names.par_iter().try_for_each(link)
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
}
