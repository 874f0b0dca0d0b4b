//! The search index as files of the site.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::link::Linked;
use crate::search::{self, IndexFile};

/// The search index of a site that is written.
#[derive(Debug, Clone, Copy)]
pub enum Index<'a> {
    /// There is none.
    None,
    /// It is made beside the pages, and no longer held than its files are written.
    Make,
    /// These files by path, which somebody needs besides.
    Files(&'a BTreeMap<String, Vec<u8>>),
}

/// The files of the search index of every edition, by path in the site.
pub fn index_files(linked: &Linked) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    make(linked, |path, bytes| {
        files.insert(path, bytes);
    });
    files
}

impl Index<'_> {
    /// Gives every file to `put`, from any thread, and returns what that says.
    pub(super) fn write<T: Send>(
        self,
        linked: &Linked,
        put: impl Fn(String, &[u8]) -> T + Sync,
    ) -> Vec<T> {
        match self {
            Self::None => Vec::new(),
            Self::Make => {
                let written = Mutex::new(Vec::new());
                rayon::scope(|scope| {
                    let (put, written) = (&put, &written);
                    make(linked, |path, bytes| {
                        scope.spawn(move |_| {
                            let one = put(path, &bytes);
                            written
                                .lock()
                                .unwrap_or_else(PoisonError::into_inner)
                                .push(one);
                        });
                    });
                });
                written.into_inner().unwrap_or_else(PoisonError::into_inner)
            }
            Self::Files(files) => files
                .par_iter()
                .map(|(path, bytes)| put(path.clone(), bytes))
                .collect(),
        }
    }
}

/// Gives the files of every edition to `take`, each as soon as it is made.
fn make(linked: &Linked, mut take: impl FnMut(String, Vec<u8>)) {
    for (id, edition) in linked.site.numbered_editions() {
        let folder = search::folder(edition);
        search::write_index(linked, id, &mut |IndexFile { path, bytes }| {
            take(format!("{folder}{path}"), bytes);
        });
    }
}
