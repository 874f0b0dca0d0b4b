//! Outputs: from a linked site, its plan and a theme to files in a sink.
//!
//! 1. [`site::write`] makes the books that the plan has, renders every page, in parallel, and hands it to a [`Sink`] as it is done, with
//!    the files that are copied, those that [`generated()`] makes, and the search [`Index`], which is made
//!    of the chapters' texts while their pages are.
//! 2. It gives the [`Manifest`](crate::release::Manifest) of what was written, which is the last file
//!    of the output.
//!
//! [`offline`] makes pages of a published edition fit for a disk.
//!
//! A sink may be a folder, memory or nothing at all: no output knows a disk.

mod books;
mod codes;
mod entries;
mod fingerprints;
mod generated;
pub mod hosts;
mod index;
mod listings;
pub mod offline;
pub mod redirect;
pub mod site;

use sha2::{Digest, Sha256};

use crate::book::Originals;
use crate::picture::{Problem, Recipe};
use crate::source::{HandbookPath, Raster};

pub use codes::code;
pub use entries::entries;
pub use generated::generated;
pub use index::{Index, IndexOnly, index_files};

/// What a file is to hold.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// A file of the handbook.
    CopyOf(&'a HandbookPath),
}

/// What a sink took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes.
    pub hash: [u8; 32],
}

impl Written {
    /// What holds exactly `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.len() as u64,
            hash: Sha256::digest(bytes).into(),
        }
    }
}

/// Where files go, and where those of the handbook come from. Several threads put files at a time.
pub trait Sink: Originals {
    /// Takes the file at `path`, relative to the output's root.
    ///
    /// # Errors
    /// What the system says, for a finding.
    fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String>;

    /// Takes the files that the recipes in `wanted` make of the picture at `source`, each at the path that
    /// stands with its recipe. Gives what became of each, in the same order.
    ///
    /// # Errors
    /// The picture can't be read.
    fn put_pictures(
        &self,
        source: &HandbookPath,
        raster: &Raster,
        wanted: &[(&str, Recipe)],
    ) -> Result<Vec<Result<Written, String>>, Problem>;
}
