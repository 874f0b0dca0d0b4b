//! Where the files of an index go: each is handed on as soon as it is made, and only its hash is
//! kept, for the fingerprint of all and for its own.

use std::collections::BTreeMap;

use super::IndexFile;
use super::files::{Part, combined, marks};

pub(super) struct Sink<'s> {
    take: &'s mut dyn FnMut(IndexFile),
    lists: Vec<u64>,
    words: Vec<u64>,
}

impl<'s> Sink<'s> {
    pub(super) fn new(take: &'s mut dyn FnMut(IndexFile)) -> Self {
        Self {
            take,
            lists: Vec::new(),
            words: Vec::new(),
        }
    }

    pub(super) fn lists(&mut self, Part { file, hash }: Part) {
        self.lists.push(hash);
        (self.take)(file);
    }

    pub(super) fn words(&mut self, Part { file, hash }: Part) {
        self.words.push(hash);
        (self.take)(file);
    }

    /// Hands the last files on. `meta` is made of the fingerprints of all others and of each, `texts` being
    /// the hashes of those that were handed on before.
    pub(super) fn finish(
        self,
        texts: Vec<u64>,
        others: Vec<(&'static str, Part)>,
        meta: impl FnOnce(String, BTreeMap<String, String>) -> IndexFile,
    ) {
        let Self { take, lists, words } = self;
        let mut hashes: BTreeMap<&str, Vec<u64>> =
            BTreeMap::from([("lists", lists), ("words", words), ("texts", texts)]);
        for (name, Part { file, hash }) in others {
            hashes.entry(name).or_default().push(hash);
            take(file);
        }
        let parts = hashes.iter();
        let parts = parts.map(|(name, hashes)| ((*name).to_owned(), marks(hashes)));
        let parts = parts.collect();
        take(meta(
            combined(hashes.into_values().flatten().collect()),
            parts,
        ));
    }
}
