//! Where the files of an index go: each is handed on as soon as it is made, and only its hash is
//! kept, for the fingerprint of all.

use super::IndexFile;
use super::files::{combined, hash};

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

    pub(super) fn lists(&mut self, file: IndexFile) {
        self.lists.push(hash(&file.bytes));
        (self.take)(file);
    }

    pub(super) fn words(&mut self, file: IndexFile) {
        self.words.push(hash(&file.bytes));
        (self.take)(file);
    }

    /// Hands the last two files on. `meta` is made of the fingerprint of all others, `texts` being the
    /// hashes of those that were handed on before.
    pub(super) fn finish(
        self,
        texts: Vec<u64>,
        facets: IndexFile,
        meta: impl FnOnce(String) -> IndexFile,
    ) {
        let facets_hash = vec![hash(&facets.bytes)];
        let hashes = [self.lists, self.words, texts, facets_hash];
        let meta = meta(combined(hashes.concat()));
        (self.take)(facets);
        (self.take)(meta);
    }
}
