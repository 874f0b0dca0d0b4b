//! The mirror: the least that a program must do to make the very site that the real one makes.
//!
//! 1. [`plan`] lists the files of a site that was built before, with their sizes.
//! 2. [`run`] makes the same folders, reads and parses every chapter as the [`floor`] does, and writes files
//!    of these sizes to these places. All of that on all cores.
//!
//! What the files hold doesn't matter to a file system, so it is always the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::floor::{self, Buffers};

/// Writes the list of the files in `site` to `list`. Gives the sum of their sizes, in bytes.
pub fn plan(site: &Path, list: &Path) -> io::Result<u64> {
    let mut lines = String::new();
    let mut sum = 0;
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(site).map_err(io::Error::other)?;
            let bytes = entry.metadata()?.len();
            lines += &format!("{bytes}\t{}\n", inside.display());
            sum += bytes;
        }
    }
    fs::write(list, lines)?;
    Ok(sum)
}

/// Reads the chapters in `content`, and writes the files of `list` below `out`, which must not exist.
pub fn run(content: &Path, list: &Path, out: &Path) -> io::Result<()> {
    let list = fs::read_to_string(list)?;
    let files: Vec<(usize, &Path)> = list
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(bytes, path)| Ok((bytes.parse().map_err(io::Error::other)?, Path::new(path))))
        .collect::<io::Result<_>>()?;
    let filling = vec![b'x'; files.iter().map(|(bytes, _)| *bytes).max().unwrap_or(0)];
    fs::create_dir(out)?;
    for folders in levels(&files).values() {
        folders
            .par_iter()
            .try_for_each(|folder| fs::create_dir(out.join(folder)))?;
    }
    chapters(content)?
        .par_iter()
        .try_for_each_init(Buffers::default, |buffers, from| {
            floor::html(buffers, from).map(|_| ())
        })?;
    files
        .par_iter()
        .try_for_each(|(bytes, path)| fs::write(out.join(path), &filling[..*bytes]))
}

/// The folders of all files, by how deep they lie: those around others come first.
fn levels<'f>(files: &[(usize, &'f Path)]) -> BTreeMap<usize, BTreeSet<&'f Path>> {
    let mut levels: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (_, file) in files {
        let folders = file.ancestors().skip(1);
        for folder in folders.filter(|folder| !folder.as_os_str().is_empty()) {
            let level = levels.entry(folder.components().count()).or_default();
            if !level.insert(folder) {
                break;
            }
        }
    }
    levels
}

fn chapters(content: &Path) -> io::Result<Vec<PathBuf>> {
    let mut chapters = Vec::new();
    for entry in WalkDir::new(content) {
        let path = entry?.into_path();
        if path.extension().is_some_and(|extension| extension == "md") {
            chapters.push(path);
        }
    }
    Ok(chapters)
}
