//! What is measured, and where.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Where generated handbooks are kept from run to run.
pub const PRODUCTS: &str = env!("CARGO_TARGET_TMPDIR");
/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_transferbuch");

/// How a bench ends.
pub fn end(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A folder of a run, which is gone when the bench is.
pub struct Fresh(PathBuf);

impl Fresh {
    /// A new folder below `folder`.
    pub fn new(folder: &Path, name: &str) -> Result<Self> {
        let folder = folder.join(format!("{name}-{}", std::process::id()));
        fs::create_dir(&folder)?;
        Ok(Self(folder))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // What can't be removed now lies below the target directory, where `cargo clean` gets it, or in
        // memory, and is gone with the next start.
        let _ = fs::remove_dir_all(&self.0);
    }
}
