//! The search index as files of the site.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Content, Sink, Written};
use crate::book::Originals;
use crate::picture::{Problem, Recipe};
use crate::search;
use crate::site::Site;
use crate::source::{HandbookPath, Raster};

/// Whether a site that is written gets a search index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// There is none.
    None,
    /// It is made of the texts that the pages show, while they are made.
    Make,
}

/// The files of the search index of every edition, by path in the site.
pub fn index_files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (id, edition) in site.numbered_editions() {
        let folder = search::folder(edition);
        let index = search::edition_files(site, id).into_iter();
        files.extend(index.map(|file| (format!("{folder}{}", file.path), file.bytes)));
    }
    files
}

/// A sink that keeps the search index and nothing else: for checking.
#[derive(Debug, Default)]
pub struct IndexOnly(Mutex<BTreeMap<String, Vec<u8>>>);

impl IndexOnly {
    /// The files of the index, by path in the site.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Originals for IndexOnly {
    fn read(&self, _: &HandbookPath) -> Result<Vec<u8>, String> {
        Ok(Vec::new())
    }

    fn make(&self, _: &HandbookPath, _: &Raster, _: Recipe) -> Result<Vec<u8>, String> {
        Ok(Vec::new())
    }
}

impl Sink for IndexOnly {
    fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String> {
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::CopyOf(_) => &[],
        };
        if path.starts_with(search::FOLDER) {
            let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            files.insert(path.to_owned(), bytes.to_owned());
        }
        Ok(Written {
            bytes: bytes.len() as u64,
            hash: [0; 32],
        })
    }

    fn put_pictures(
        &self,
        _: &HandbookPath,
        _: &Raster,
        wanted: &[(&str, Recipe)],
    ) -> Result<Vec<Result<Written, String>>, Problem> {
        let none = Written {
            bytes: 0,
            hash: [0; 32],
        };
        Ok(vec![Ok(none); wanted.len()])
    }
}
