//! The search index as files of the site.

use std::collections::BTreeMap;

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
    Made(&'a BTreeMap<String, Vec<u8>>),
}

/// The files of the search index of every edition, by path in the site.
pub fn index_files(linked: &Linked) -> BTreeMap<String, Vec<u8>> {
    let editions = 0..linked.site.editions.len();
    editions
        .flat_map(|edition| of_edition(linked, edition))
        .collect()
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
            Self::Make => (0..linked.site.editions.len())
                .flat_map(|edition| {
                    let files: Vec<_> = of_edition(linked, edition).collect();
                    let written = files.into_par_iter().map(|(path, bytes)| put(path, &bytes));
                    written.collect::<Vec<T>>()
                })
                .collect(),
            Self::Made(files) => files
                .par_iter()
                .map(|(path, bytes)| put(path.clone(), bytes))
                .collect(),
        }
    }
}

fn of_edition(linked: &Linked, number: usize) -> impl Iterator<Item = (String, Vec<u8>)> {
    let folder = search::folder(&linked.site.editions[number]);
    let files = search::index(linked, number).into_iter();
    files.map(move |IndexFile { path, bytes }| (format!("{folder}{path}"), bytes))
}
