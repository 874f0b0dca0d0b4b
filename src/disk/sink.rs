//! A folder that takes the files of an output.
//!
//! The folder is opened once and each folder below it made once; files are made from there.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{OnceLock, PoisonError, RwLock};

use sha2::{Digest, Sha256};

use super::DiskOriginals;
use super::folder::Folder;
use crate::book::Originals;
use crate::output::{Content, Sink, Written};
use crate::picture::{Problem, Recipe};
use crate::source::{HandbookPath, Raster, hex};

/// How much of a file is copied at a time, in bytes: a long film needs no more memory.
const PIECE: usize = 128 << 10;

/// Writes files below a folder and copies those of the handbook from its root.
#[derive(Debug)]
pub struct FolderSink {
    path: PathBuf,
    /// Opened, and made, with the first file.
    folder: OnceLock<io::Result<Folder>>,
    root: PathBuf,
    originals: DiskOriginals,
    /// Folders that were made, by their paths within it.
    made: RwLock<HashSet<Box<str>>>,
    shared: Option<Shared>,
    /// Bytes of files that were written, and of those that are shared.
    written: AtomicU64,
    given: AtomicU64,
}

/// What the files of a folder take on the disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiskUse {
    /// Of those that were written.
    pub new: u64,
    /// Of those that stood there already, in another folder.
    pub shared: u64,
}

/// A site whose files are those of the new one where they are the same byte for byte.
#[derive(Debug)]
struct Shared {
    site: PathBuf,
    /// SHA-256 of its files, in hexadecimal digits, by path.
    files: BTreeMap<String, String>,
}

impl Shared {
    /// Whether the site has what was `written` at `path`.
    fn has(&self, path: &str, written: &Written) -> bool {
        let hash = self.files.get(path);
        hash.is_some_and(|hash| *hash == hex(&written.hash))
    }

    /// Gives the file `new`, which isn't there yet, the content of the site's file at `path`. False if that
    /// isn't what was `written`, or can't be shared.
    fn give(&self, path: &str, written: &Written, new: &Path) -> bool {
        self.has(path, written) && fs::hard_link(self.site.join(path), new).is_ok()
    }
}

impl FolderSink {
    /// A sink that makes `folder`, with the handbook at `root`.
    pub fn new(folder: &Path, root: &Path) -> Self {
        Self {
            path: folder.to_path_buf(),
            folder: OnceLock::new(),
            root: root.to_path_buf(),
            originals: DiskOriginals::new(root),
            made: RwLock::default(),
            shared: None,
            written: AtomicU64::new(0),
            given: AtomicU64::new(0),
        }
    }

    /// The same, which shares files with those of `site` that are the same. `files` has their hashes, and
    /// someone has just looked whether they are right.
    #[must_use]
    pub fn sharing(mut self, site: &Path, files: BTreeMap<String, String>) -> Self {
        let site = site.to_path_buf();
        self.shared = Some(Shared { site, files });
        self
    }

    /// What its files take on the disk so far.
    pub fn disk_use(&self) -> DiskUse {
        DiskUse {
            new: self.written.load(Ordering::Relaxed),
            shared: self.given.load(Ordering::Relaxed),
        }
    }

    /// Notes what was put, and whether it is shared.
    fn count(&self, written: Written, is_shared: bool) -> Written {
        let sum = if is_shared {
            &self.given
        } else {
            &self.written
        };
        sum.fetch_add(written.bytes, Ordering::Relaxed);
        written
    }

    fn folder(&self) -> io::Result<&Folder> {
        let folder = self.folder.get_or_init(|| Folder::open(&self.path));
        // An error of the system can't be cloned; what it says can.
        let again = |error: &io::Error| io::Error::new(error.kind(), error.to_string());
        folder.as_ref().map_err(again)
    }

    /// Makes the folder at `path` and those around it.
    fn make_folder(&self, folder: &Folder, path: &str) -> io::Result<()> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if made.contains(path) {
            return Ok(());
        }
        drop(made);
        if let Some((around, _)) = path.rsplit_once('/') {
            self.make_folder(folder, around)?;
        }
        folder.make_folder(path)?;
        let mut made = self.made.write().unwrap_or_else(PoisonError::into_inner);
        made.insert(path.into());
        Ok(())
    }

    fn write(&self, path: &str, content: Content<'_>) -> io::Result<Written> {
        let folder = self.folder()?;
        if let Some((around, _)) = path.rsplit_once('/') {
            self.make_folder(folder, around)?;
        }
        match content {
            Content::Bytes(bytes) => {
                let written = Written::of(bytes);
                let shared = self.shared.as_ref();
                let new = || self.path.join(path);
                let is_shared = shared.is_some_and(|shared| shared.give(path, &written, &new()));
                if !is_shared {
                    folder.make_file(path)?.write_all(bytes)?;
                }
                Ok(self.count(written, is_shared))
            }
            Content::CopyOf(source) => {
                let copy = || {
                    let mut from = File::open(on_disk(&self.root, source))?;
                    copy(&mut from, &mut folder.make_file(path)?)
                };
                let written = copy()?;
                if let Some(shared) = &self.shared
                    && shared.has(path, &written)
                {
                    let new = self.path.join(path);
                    fs::remove_file(&new)?;
                    if shared.give(path, &written, &new) {
                        return Ok(self.count(written, true));
                    }
                    return Ok(self.count(copy()?, false));
                }
                Ok(self.count(written, false))
            }
        }
    }
}

/// Copies piece by piece, and hashes what it copies.
fn copy(from: &mut File, to: &mut File) -> io::Result<Written> {
    let mut piece = vec![0; PIECE];
    let mut hash = Sha256::new();
    let mut bytes = 0;
    loop {
        let length = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        to.write_all(&piece[..length])?;
        hash.update(&piece[..length]);
        bytes += length as u64;
    }
    Ok(Written {
        bytes,
        hash: hash.finalize().into(),
    })
}

/// Where a handbook's file is on disk. Names are composed Unicode in a snapshot; a disk may hold
/// any of them decomposed.
pub fn on_disk(root: &Path, path: &HandbookPath) -> PathBuf {
    use unicode_normalization::UnicodeNormalization;
    let plain = root.join(path.as_str());
    if path.as_str().is_ascii() || plain.exists() {
        return plain;
    }
    let mut found = root.to_path_buf();
    for name in path.as_str().split('/') {
        let composed = found.join(name);
        let decomposed = found.join(name.nfd().collect::<String>());
        found = if composed.exists() {
            composed
        } else {
            decomposed
        };
    }
    found
}

impl Originals for FolderSink {
    fn read(&self, path: &HandbookPath) -> Result<Vec<u8>, String> {
        self.originals.read(path)
    }

    fn make(
        &self,
        path: &HandbookPath,
        raster: &Raster,
        recipe: Recipe,
    ) -> Result<Vec<u8>, String> {
        self.originals.make(path, raster, recipe)
    }
}

impl Sink for FolderSink {
    fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String> {
        self.write(path, content).map_err(|error| error.to_string())
    }

    fn put_pictures(
        &self,
        source: &HandbookPath,
        raster: &Raster,
        wanted: &[(&str, Recipe)],
    ) -> Result<Vec<Result<Written, String>>, Problem> {
        let recipes: Vec<Recipe> = wanted.iter().map(|(_, recipe)| *recipe).collect();
        let made = self.originals.pictures.make(source, raster, &recipes)?;
        let paths = wanted.iter().map(|(path, _)| *path);
        let files = paths.zip(&made);
        let put = |(path, bytes): (&str, &Vec<u8>)| self.put(path, Content::Bytes(bytes));
        Ok(files.map(put).collect())
    }
}
