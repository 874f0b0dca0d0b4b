//! A folder that takes the files of an output.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, io};

use sha2::{Digest, Sha256};

use crate::output::{Content, Sink, Written};
use crate::source::HandbookPath;

/// Writes files below a folder and copies those of the handbook from its root.
#[derive(Debug)]
pub struct FolderSink {
    folder: PathBuf,
    root: PathBuf,
    /// Folders that exist, so that each is made once.
    made: Mutex<BTreeSet<PathBuf>>,
}

impl FolderSink {
    /// A sink that makes `folder`, with the handbook at `root`.
    pub fn new(folder: &Path, root: &Path) -> Self {
        let made = Mutex::new(BTreeSet::new());
        Self {
            folder: folder.to_path_buf(),
            root: root.to_path_buf(),
            made,
        }
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let known = |made: &BTreeSet<PathBuf>| made.contains(folder);
        let made = self
            .made
            .lock()
            .map_or_else(|poisoned| known(&poisoned.into_inner()), |m| known(&m));
        if made {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        if let Ok(mut made) = self.made.lock() {
            made.insert(folder.to_path_buf());
        }
        Ok(())
    }

    fn write(&self, path: &str, content: Content<'_>) -> io::Result<Written> {
        let file = self.folder.join(path);
        if let Some(folder) = file.parent() {
            self.make_folder(folder)?;
        }
        match content {
            Content::Bytes(bytes) => {
                fs::write(file, bytes)?;
                Ok(Written::of(bytes))
            }
            Content::CopyOf(source) => self.copy(source, &file),
        }
    }

    /// Copies piece by piece, so that a long film needs no memory, and hashes what it copies.
    fn copy(&self, source: &HandbookPath, to: &Path) -> io::Result<Written> {
        struct Hashing<W>(W, Sha256, u64);
        impl<W: io::Write> io::Write for Hashing<W> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                let taken = self.0.write(bytes)?;
                self.1.update(&bytes[..taken]);
                self.2 += taken as u64;
                Ok(taken)
            }

            fn flush(&mut self) -> io::Result<()> {
                self.0.flush()
            }
        }
        let mut from = fs::File::open(on_disk(&self.root, source))?;
        let mut to = Hashing(fs::File::create(to)?, Sha256::new(), 0);
        io::copy(&mut from, &mut to)?;
        Ok(Written {
            bytes: to.2,
            hash: to.1.finalize().into(),
        })
    }
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

impl Sink for FolderSink {
    fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String> {
        self.write(path, content).map_err(|error| error.to_string())
    }
}
