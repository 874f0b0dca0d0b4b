//! Where outputs that are measured go.
//!
//! In memory, if the system has a file system there with room enough: a disk on which thousands of files
//! were just deleted makes new ones several times slower, which would hide what is measured. For the
//! same reason outputs stay until the end of the run; in memory they go earlier if they take its room.

use std::fs;
use std::path::{Path, PathBuf};

use crate::product::{Fresh, PRODUCTS, Result};

/// A file system in memory, on Linux.
const MEMORY: &str = "/dev/shm";
/// The outputs of a round with its peers take about so much a chapter, in bytes.
const BYTES_PER_CHAPTER: u64 = 250_000;

/// A place for outputs.
pub struct Outputs {
    folder: Fresh,
    in_memory: bool,
    /// How much a round needs, in bytes.
    needed: u64,
    number: usize,
    kept: Vec<PathBuf>,
}

impl Outputs {
    pub fn new(chapters: u32) -> Result<Self> {
        let needed = u64::from(chapters) * BYTES_PER_CHAPTER;
        let in_memory = room(Path::new(MEMORY)).is_some_and(|room| room > 2 * needed);
        let place = Path::new(if in_memory { MEMORY } else { PRODUCTS });
        Ok(Self {
            folder: Fresh::new(place, "transferbuch-bench")?,
            in_memory,
            needed,
            number: 0,
            kept: Vec::new(),
        })
    }

    /// A folder for what is no output.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn in_memory(&self) -> bool {
        self.in_memory
    }

    /// Makes room for a round.
    pub fn begin_round(&mut self) -> Result<()> {
        let scarce = |room: u64| room < self.needed + self.needed / 2;
        if self.in_memory && room(Path::new(MEMORY)).is_some_and(scarce) {
            for output in self.kept.drain(..) {
                fs::remove_dir_all(output)?;
            }
        }
        Ok(())
    }

    /// A path at which there is nothing.
    pub fn next(&mut self) -> PathBuf {
        let path = self.folder.path().join(self.number.to_string());
        self.number += 1;
        self.kept.push(path.clone());
        path
    }
}

/// How much may still be written to the file system at `folder`, in bytes. Of one in memory, no more than
/// the system has left.
#[cfg(target_os = "linux")]
fn room(folder: &Path) -> Option<u64> {
    let system = rustix::fs::statvfs(folder).ok()?;
    let memory = fs::read_to_string("/proc/meminfo").ok()?;
    let available = memory
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?
        .trim()
        .trim_end_matches(" kB")
        .parse::<u64>()
        .ok()?;
    Some((system.f_bavail * system.f_frsize).min(available * 1024))
}

#[cfg(not(target_os = "linux"))]
fn room(_: &Path) -> Option<u64> {
    None
}
