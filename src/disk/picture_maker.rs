//! Pictures as they are published, made on this machine.
//!
//! 1. What was made before is taken from a cache, if its bytes are still whole.
//! 2. Else the original is read and decoded once for all that is missing. How many are decoded at a time
//!    is bounded by the memory that they take together.
//! 3. What was made is written beside its place in the cache and takes it in one step, so that two builds
//!    may share it, and whoever deletes it loses nothing but time.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use std::{fs, io, panic, process};

use sha2::{Digest, Sha256};

use super::on_disk;
use crate::picture::{self, Problem, Recipe};
use crate::source::{HandbookPath, Raster, hex};

/// Where results are kept, below the handbook's root.
const CACHE: &str = ".transferbuch/cache/pictures";

/// As many bytes as results of former runs may take.
const CACHE_MAX: u64 = 512 << 20;

/// How old a result must be before its file is told that it was used.
const FRESH: Duration = Duration::from_hours(24);

/// A file that was being written so long ago never took its place.
const ABANDONED: Duration = Duration::from_hours(1);

/// As many bytes as all pictures that are being decoded may take together.
const MEMORY_MAX: u64 = 640 << 20;

/// As long as the hash behind a result.
const HASH: usize = 32;

/// Makes the pictures of one handbook.
#[derive(Debug)]
pub struct PictureMaker {
    root: PathBuf,
    cache: PathBuf,
    /// Whether the cache was brought below its bound.
    is_pruned: AtomicBool,
    /// What is being made for the cache alone, by its path there.
    begun: Mutex<BTreeSet<PathBuf>>,
}

impl PictureMaker {
    /// For the handbook at `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            cache: root.join(CACHE),
            is_pruned: AtomicBool::new(false),
            begun: Mutex::default(),
        }
    }

    /// The pictures that `recipes` make of the one at `source`, of which `raster` is known.
    ///
    /// # Errors
    /// The picture can't be read.
    pub fn make(
        &self,
        source: &HandbookPath,
        raster: &Raster,
        recipes: &[Recipe],
    ) -> Result<Vec<Vec<u8>>, Problem> {
        let mut made: Vec<Option<Vec<u8>>> = recipes
            .iter()
            .map(|recipe| self.cached(raster, *recipe))
            .collect();
        let places = made.iter().enumerate();
        let missing: Vec<usize> = places
            .filter_map(|(place, made)| made.is_none().then_some(place))
            .collect();
        if !missing.is_empty() {
            let wanted: Vec<Recipe> = missing.iter().map(|place| recipes[*place]).collect();
            let results = self.decode(source, raster, &wanted)?;
            for (place, bytes) in missing.into_iter().zip(results) {
                self.keep(raster, recipes[place], &bytes);
                made[place] = Some(bytes);
            }
        }
        Ok(made.into_iter().flatten().collect())
    }

    /// Makes a picture for the cache, unless another thread is about to.
    pub fn make_once(&self, source: &HandbookPath, raster: &Raster, recipe: Recipe) {
        let path = self.path(raster, recipe);
        let begun = || self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if begun().insert(path.clone()) {
            // Whoever asks for it once more shows the original again.
            let _ = self.make(source, raster, &[recipe]);
            begun().remove(&path);
        }
    }

    fn decode(
        &self,
        source: &HandbookPath,
        raster: &Raster,
        recipes: &[Recipe],
    ) -> Result<Vec<Vec<u8>>, Problem> {
        let bytes = fs::read(on_disk(&self.root, source));
        let bytes = bytes.map_err(|error| Problem::Unreadable(error.to_string()))?;
        let _room = MEMORY.take(picture::bytes_to_decode(raster));
        // No input may end the program, and not every decoder promises that.
        let made = panic::catch_unwind(|| picture::make(&bytes, raster, recipes));
        made.unwrap_or_else(|_| Err(Problem::Unreadable(String::new())))
    }

    /// What was made before. A whole picture is only copied, which takes no longer than reading it here.
    pub fn cached(&self, raster: &Raster, recipe: Recipe) -> Option<Vec<u8>> {
        if recipe == Recipe::Whole && raster.orientation.number() == 1 {
            return None;
        }
        let path = self.path(raster, recipe);
        let mut bytes = fs::read(&path).ok()?;
        let length = bytes.len().checked_sub(HASH)?;
        let hash = bytes.split_off(length);
        if Sha256::digest(&bytes)[..] != hash[..] {
            return None;
        }
        touch(&path);
        Some(bytes)
    }

    /// Keeps a result. Where that can't be, it will be made again.
    fn keep(&self, raster: &Raster, recipe: Recipe, bytes: &[u8]) {
        if recipe == Recipe::Whole && raster.orientation.number() == 1 {
            return;
        }
        if !self.is_pruned.swap(true, Ordering::Relaxed) {
            self.prune(CACHE_MAX);
        }
        let _ = self.write(&self.path(raster, recipe), bytes);
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        fs::create_dir_all(&self.cache)?;
        // No version control is to keep it.
        if let Some(around) = self.cache.parent() {
            let ignored = around.join(".gitignore");
            if !ignored.exists() {
                fs::write(ignored, "*\n")?;
            }
        }
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let beside = self.cache.join(format!("{}-{number}.part", process::id()));
        let whole = [bytes, &Sha256::digest(bytes)].concat();
        let written = fs::write(&beside, whole).and_then(|()| fs::rename(&beside, path));
        written.inspect_err(|_| {
            let _ = fs::remove_file(&beside);
        })
    }

    fn path(&self, raster: &Raster, recipe: Recipe) -> PathBuf {
        let key = format!(
            "{}/{}/{}",
            raster.hash.to_hex(),
            picture::VERSION,
            recipe.name()
        );
        self.cache.join(hex(&Sha256::digest(key)))
    }

    /// Deletes the results that were used the longest ago, as far as they take more than so many bytes.
    fn prune(&self, most: u64) {
        let entries = fs::read_dir(&self.cache).into_iter().flatten().flatten();
        let now = SystemTime::now();
        let mut files: Vec<(SystemTime, u64, PathBuf)> = entries
            .filter_map(|entry| {
                let meta = entry.metadata().ok()?;
                Some((meta.modified().ok()?, meta.len(), entry.path()))
            })
            .collect();
        files.sort_by(|a, b| b.cmp(a));
        let mut sum = 0;
        for (used, length, path) in files {
            let is_part = path.extension().is_some_and(|ending| ending == "part");
            let age = now.duration_since(used).unwrap_or_default();
            sum += length;
            if sum > most || is_part && age > ABANDONED {
                // Another run may have been faster.
                let _ = fs::remove_file(path);
            }
        }
    }
}

/// Notes that a result was used, if that isn't known of late.
fn touch(path: &Path) {
    let used = fs::metadata(path).and_then(|meta| meta.modified());
    let is_fresh = used.is_ok_and(|used| used.elapsed().is_ok_and(|age| age < FRESH));
    if !is_fresh && let Ok(file) = fs::File::options().append(true).open(path) {
        let _ = file.set_modified(SystemTime::now());
    }
}

/// The memory for pictures that are being decoded.
static MEMORY: Memory = Memory {
    taken: Mutex::new(0),
    freed: Condvar::new(),
};

struct Memory {
    taken: Mutex<u64>,
    freed: Condvar,
}

/// Memory that is taken until this is dropped.
struct Room(u64);

impl Memory {
    /// Waits until there are `bytes`. What takes more than there is in all gets it alone. Whoever has some must
    /// wait for no other thread.
    fn take(&self, bytes: u64) -> Room {
        let bytes = bytes.min(MEMORY_MAX);
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let too_many = |taken: &mut u64| *taken + bytes > MEMORY_MAX;
        let taken = self.freed.wait_while(taken, too_many);
        let mut taken = taken.unwrap_or_else(PoisonError::into_inner);
        *taken += bytes;
        Room(bytes)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut taken = MEMORY.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken -= self.0;
        MEMORY.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Encoding, probe};
    use crate::source::ContentHash;

    fn photo() -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
        let data: Vec<u8> = (0..800 * 600 * 3u32).map(|n| (n / 7 % 251) as u8).collect();
        encoder
            .encode(&data, 800, 600, jpeg_encoder::ColorType::Rgb)
            .unwrap();
        bytes
    }

    #[test]
    fn what_was_used_the_longest_ago_goes_first() {
        let root = tempfile::TempDir::new().unwrap();
        let maker = PictureMaker::new(root.path());
        let file = |name: &str, age: Duration| {
            let path = maker.cache.join(name);
            maker.write(&path, &[0; 100]).unwrap();
            let file = fs::File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - age).unwrap();
        };
        file("new", Duration::from_secs(10));
        file("old", Duration::from_secs(1000));
        file("oldest", Duration::from_secs(2000));
        file("written.part", Duration::from_secs(1));
        file("left.part", 2 * ABANDONED);
        let left = || {
            let entries = fs::read_dir(&maker.cache).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let mut names: Vec<String> = names.collect();
            names.sort();
            names
        };
        maker.prune(CACHE_MAX);
        assert_eq!(left(), ["new", "old", "oldest", "written.part"]);
        // Each takes a hundred bytes and its hash.
        maker.prune(3 * (100 + HASH as u64));
        assert_eq!(left(), ["new", "old", "written.part"]);
        let ignored = maker.cache.parent().unwrap().join(".gitignore");
        assert_eq!(fs::read_to_string(&ignored).unwrap(), "*\n");
        fs::write(&ignored, "own").unwrap();
        file("more", Duration::ZERO);
        assert_eq!(fs::read_to_string(&ignored).unwrap(), "own");
    }

    #[test]
    fn who_decodes_waits_until_there_is_room() {
        let all = MEMORY.take(u64::MAX);
        let (sender, receiver) = std::sync::mpsc::channel();
        let waiting = std::thread::spawn(move || {
            for _ in 0..3 {
                let _room = MEMORY.take(MEMORY_MAX / 2 + 1);
            }
            sender.send(()).unwrap();
        });
        assert!(receiver.recv_timeout(Duration::from_millis(50)).is_err());
        drop(all);
        receiver.recv_timeout(Duration::from_mins(1)).unwrap();
        waiting.join().unwrap();
    }

    #[test]
    fn what_is_kept_is_used_only_if_it_is_whole() {
        let root = tempfile::TempDir::new().unwrap();
        let bytes = photo();
        let hash = ContentHash(Sha256::digest(&bytes).into());
        let raster = probe(&bytes, hash).unwrap().raster;
        let path = HandbookPath::literal("a.jpg");
        fs::write(root.path().join("a.jpg"), &bytes).unwrap();
        let recipe = Recipe::Scaled {
            width: 360,
            height: 270,
            encoding: Encoding::Jpeg,
        };
        let maker = PictureMaker::new(root.path());
        let first = maker.make(&path, &raster, &[recipe]).unwrap();
        let kept = maker.path(&raster, recipe);
        assert!(kept.is_file());
        // A copy is no quicker from here.
        maker.make(&path, &raster, &[Recipe::Whole]).unwrap();
        assert_eq!(fs::read_dir(&maker.cache).unwrap().count(), 1);

        // The original is no longer needed, unless what was kept is damaged.
        fs::remove_file(root.path().join("a.jpg")).unwrap();
        assert_eq!(maker.make(&path, &raster, &[recipe]).unwrap(), first);
        let mut damaged = fs::read(&kept).unwrap();
        damaged[100] ^= 1;
        fs::write(&kept, damaged).unwrap();
        assert!(maker.make(&path, &raster, &[recipe]).is_err());
        fs::write(&kept, b"").unwrap();
        assert!(maker.make(&path, &raster, &[recipe]).is_err());
        fs::write(root.path().join("a.jpg"), &bytes).unwrap();
        assert_eq!(maker.make(&path, &raster, &[recipe]).unwrap(), first);
    }
}
