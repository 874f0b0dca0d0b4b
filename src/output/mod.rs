//! Outputs: from a linked site and a theme to files in a sink.
//!
//! 1. [`site::write`] renders every page, in parallel, and hands it to a [`Sink`] as it is done;
//!    files beside chapters and files of the theme follow.
//! 2. It gives the [`Manifest`] of what was written, which is the last file of the output.
//! 3. For a release, [`contract::check`] and [`changes`] hold what is to be written against the
//!    manifest of the last one, and [`versions`] tells which releases there are.
//!
//! [`offline`] makes pages of a published edition fit for a disk.
//!
//! [`contents`] says how each file is made, for one that is asked for alone.
//!
//! A sink may be a folder, memory or nothing at all: no output knows a disk.

pub mod addresses;
mod changes;
mod contents;
pub mod contract;
mod entries;
pub mod hosts;
mod listings;
mod made;
mod manifest;
pub mod offline;
pub mod redirect;
pub mod site;
pub mod versions;

use sha2::{Digest, Sha256};

use crate::source::HandbookPath;

pub use changes::changes;
pub use contents::{Made, contents, generated};
pub use entries::entries;
pub use made::redirects;
pub use manifest::{FILE as MANIFEST, FORMAT, Manifest, PageEntry, PageType, SectionEntry};

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

/// Where files go. Several threads put files at a time.
pub trait Sink: Sync {
    /// Takes the file at `path`, relative to the output's root.
    ///
    /// # Errors
    /// What the system says, for a finding.
    fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String>;
}

/// A sink that keeps nothing: for checking.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &str, content: Content<'_>) -> Result<Written, String> {
        Ok(match content {
            Content::Bytes(bytes) => Written {
                bytes: bytes.len() as u64,
                hash: [0; 32],
            },
            Content::CopyOf(_) => Written {
                bytes: 0,
                hash: [0; 32],
            },
        })
    }
}
