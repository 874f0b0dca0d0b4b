//! A new site put into a folder that can't be exchanged for another one: a mounted one, or one beside
//! which nothing can be made.
//!
//! 1. The new site is made within the old one, in a folder that only its owner may enter.
//! 2. [`begin`] notes beside it that it is whole, and which files of the old site go.
//! 3. [`finish`] moves file by file to its place: editions first, then what pages load, then pages from the
//!    deepest to the start page, and the manifest. The old files go last.
//!
//! Whenever the program is stopped before the note, the old site is as it was. After it, whoever comes next
//! goes on: what is still to be moved is still in the folder.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::swap::remove_all;
use super::sync::{sync_folder, sync_tree};
use crate::release::{FROZEN, MANIFEST};

/// The folder of a run, in the site itself.
pub(super) const STAGING: &str = ".transferbuch";

/// Its folder of the new site.
const NEW: &str = "new";
/// What notes that the new site is whole.
const NOTE: &str = "in-place.json";
/// Version of the note's form.
const FORMAT: u32 = 1;

/// What is still to be done once all files of the new site have their place.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    format: u32,
    /// Files that only the old site has.
    remove: Vec<String>,
}

/// Makes the folder of a run in `target`, which is made too.
pub(super) fn make_staging(target: &Path) -> io::Result<()> {
    fs::create_dir_all(target)?;
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(target.join(STAGING)) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// Whether a site is on its way to its place.
pub(super) fn is_begun(staging: &Path) -> bool {
    staging.join(NOTE).is_file()
}

/// Notes that the new site in `staging` is whole and takes the place of one with the files `old`.
pub(super) fn begin(
    staging: &Path,
    old: impl Iterator<Item = String>,
    durable: bool,
) -> io::Result<()> {
    let new = files(&staging.join(NEW))?;
    let note = Note {
        format: FORMAT,
        remove: old.filter(|file| !new.contains(file)).collect(),
    };
    if durable {
        sync_tree(&staging.join(NEW))?;
    }
    let beside = staging.join(format!("{NOTE}.part"));
    let json = serde_json::to_vec(&note)?;
    fs::write(&beside, json)?;
    if durable {
        fs::File::open(&beside)?.sync_all()?;
    }
    fs::rename(&beside, staging.join(NOTE))?;
    if durable {
        sync_folder(staging)?;
    }
    Ok(())
}

/// Does what is left of the way of the new site in `staging` to its place in `target`.
pub(super) fn finish(target: &Path, staging: &Path, durable: bool) -> io::Result<()> {
    let json = fs::read(staging.join(NOTE))?;
    let note: Note = serde_json::from_slice(&json)?;
    if note.format != FORMAT {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let new = staging.join(NEW);
    let mut places = Places::new(target);
    let editions = match fs::read_dir(new.join(FROZEN)) {
        Ok(editions) => editions.collect::<Result<Vec<_>, _>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    for edition in editions {
        let name = format!("{FROZEN}{}", edition.file_name().to_string_lossy());
        fs::rename(edition.path(), places.clear_for(&name, false)?)?;
    }
    let mut moved: Vec<String> = files(&new)?.into_iter().collect();
    moved.sort_by_key(|file| (turn(file), Reverse(file.matches('/').count())));
    for file in moved {
        let from = new.join(&file);
        fs::rename(&from, places.clear_for(&file, true)?)?;
        // Where both are links to one file, the system leaves both.
        remove_file(&from)?;
    }
    if durable {
        sync_tree(target)?;
    }
    for file in &note.remove {
        places.remove(file)?;
    }
    if durable {
        sync_tree(target)?;
    }
    remove_file(&staging.join(NOTE))?;
    remove_all(&new)
}

/// When a file is moved: pages lead to other files, and the manifest is about all of them.
fn turn(file: &str) -> u8 {
    let is_page = Path::new(file).extension().is_some_and(|end| end == "html");
    match file {
        MANIFEST => 2,
        _ if is_page => 1,
        _ => 0,
    }
}

/// All files below `folder` but those of editions, by their names from there. None if it isn't there.
fn files(folder: &Path) -> io::Result<BTreeSet<String>> {
    let editions = folder.join(FROZEN);
    let walk = WalkDir::new(folder).into_iter();
    let walk = walk.filter_entry(|entry| entry.path() != editions);
    let mut files = BTreeSet::new();
    for entry in walk {
        let entry = match entry.map_err(io::Error::from) {
            Ok(entry) => entry,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        if !entry.file_type().is_dir() {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            files.insert(name.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(files)
}

/// Places of files in a site. No link leads out of it.
struct Places<'t> {
    target: &'t Path,
    /// Folders that are known to be there.
    folders: HashSet<PathBuf>,
}

impl<'t> Places<'t> {
    fn new(target: &'t Path) -> Self {
        Self {
            target,
            folders: HashSet::new(),
        }
    }

    /// The place of `name`, with its folder, and without a folder at the place itself where a file comes.
    fn clear_for(&mut self, name: &str, is_file: bool) -> io::Result<PathBuf> {
        let place = self.at(name, true)?;
        let is_folder = fs::symlink_metadata(&place).is_ok_and(|meta| meta.is_dir());
        if is_file && is_folder && !FROZEN.starts_with(name) {
            fs::remove_dir_all(&place)?;
            self.folders.retain(|folder| !folder.starts_with(&place));
        }
        Ok(place)
    }

    /// Takes a file away, and folders that hold nothing then.
    fn remove(&mut self, name: &str) -> io::Result<()> {
        let place = self.at(name, false)?;
        // Where a page's folder has taken the place of a file, that is gone already.
        if fs::symlink_metadata(&place).is_ok_and(|meta| !meta.is_dir()) {
            remove_file(&place)?;
        }
        let around = place.ancestors().skip(1);
        for folder in around.take_while(|folder| *folder != self.target) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Where `name` is. Makes the folders on the way if asked.
    fn at(&mut self, name: &str, make: bool) -> io::Result<PathBuf> {
        let mut at = self.target.to_path_buf();
        let mut names = Path::new(name).components().peekable();
        while let Some(part) = names.next() {
            let Component::Normal(part) = part else {
                return Err(io::ErrorKind::InvalidInput.into());
            };
            at.push(part);
            if names.peek().is_none() || self.folders.contains(&at) {
                continue;
            }
            match fs::symlink_metadata(&at) {
                Ok(meta) if meta.is_dir() => {}
                Ok(meta) if meta.is_symlink() => return Err(io::ErrorKind::NotADirectory.into()),
                Ok(_) if make => {
                    fs::remove_file(&at)?;
                    fs::create_dir(&at)?;
                }
                Err(error) if make && error.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir(&at)?;
                }
                _ => continue,
            }
            self.folders.insert(at.clone());
        }
        Ok(at)
    }
}

/// Takes a file away; one that isn't there is gone already.
fn remove_file(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_after_what_they_load_and_the_start_page_after_all_others() {
        let mut files = [
            "index.html",
            MANIFEST,
            "a/b/index.html",
            "a/index.html",
            "a/x.pdf",
            "z.css",
        ];
        files.sort_by_key(|file| (turn(file), Reverse(file.matches('/').count())));
        let order = [
            "a/x.pdf",
            "z.css",
            "a/b/index.html",
            "a/index.html",
            "index.html",
            MANIFEST,
        ];
        assert_eq!(files, order);
    }

    #[test]
    fn a_note_leads_nowhere_outside_of_the_site() {
        let folder = tempfile::TempDir::new().expect("a folder can be made");
        let (site, outside) = (folder.path().join("site"), folder.path().join("x"));
        fs::create_dir_all(&site).expect("a folder can be made");
        fs::write(&outside, "x").expect("a file can be written");
        let mut places = Places::new(&site);
        for name in ["../x", "a/../../x", "/x"] {
            assert!(places.remove(name).is_err(), "{name}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.path(), site.join("weg")).expect("a link");
            assert!(places.remove("weg/x").is_ok() || outside.exists());
            assert!(places.clear_for("weg/x", true).is_err());
        }
        assert!(outside.exists());
    }
}
