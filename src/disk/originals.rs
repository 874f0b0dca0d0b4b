//! The files of a handbook on a disk, for what is made in memory.

use std::fs;
use std::path::{Path, PathBuf};

use super::{PictureMaker, on_disk};
use crate::book::Originals;
use crate::picture::{Problem, Recipe};
use crate::source::{HandbookPath, Raster};

/// The files of the handbook at a root.
#[derive(Debug)]
pub struct DiskOriginals {
    root: PathBuf,
    pub(super) pictures: PictureMaker,
}

impl DiskOriginals {
    /// Those below `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            pictures: PictureMaker::new(root),
        }
    }
}

impl Originals for DiskOriginals {
    fn read(&self, path: &HandbookPath) -> Result<Vec<u8>, String> {
        fs::read(on_disk(&self.root, path)).map_err(|error| error.to_string())
    }

    fn make(
        &self,
        path: &HandbookPath,
        raster: &Raster,
        recipe: Recipe,
    ) -> Result<Vec<u8>, String> {
        let made = self.pictures.make(path, raster, &[recipe]);
        let mut made = made.map_err(|problem| match problem {
            Problem::TooLarge => "> 400 MB".to_owned(),
            Problem::Unreadable(why) => why,
        })?;
        Ok(made.pop().unwrap_or_default())
    }
}
