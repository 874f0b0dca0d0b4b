//! Pages as browsers get them, kept as long as a browser may ask for them again.
//!
//! 1. A page is made once for all tabs that show it.
//! 2. The pages of the handbook before the last edit are kept too: what has changed on a page is told by
//!    holding both against each other.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::source::hex;

/// How many pages are kept: more than anyone has open.
const KEPT: usize = 64;

/// A page as a browser gets it.
#[derive(Debug)]
pub struct ShownPage {
    /// Its file in the site.
    pub file: String,
    /// Its HTML, whose blocks say where they stand in the author's files.
    pub html: String,
    /// By which a browser knows whether it has this one.
    pub version: String,
}

/// The pages that were made last, the latest first.
#[derive(Debug, Default)]
pub(super) struct ShownPages {
    made: Mutex<VecDeque<Arc<ShownPage>>>,
    /// Those from before the last edit.
    before: Vec<Arc<ShownPage>>,
}

impl ShownPage {
    pub(super) fn new(file: &str, html: String) -> Self {
        Self {
            file: file.to_owned(),
            version: version(html.as_bytes()),
            html,
        }
    }
}

impl ShownPages {
    /// None yet, after an edit of the handbook that had these.
    pub fn after(last: &Self) -> Self {
        let made = last.made();
        let older = last.before.iter();
        let older = older.filter(|old| made.iter().all(|page| page.file != old.file));
        Self {
            before: made.iter().chain(older).take(KEPT).cloned().collect(),
            made: Mutex::default(),
        }
    }

    /// The page of a file, if it was made.
    pub fn get(&self, file: &str) -> Option<Arc<ShownPage>> {
        let made = self.made();
        made.iter().find(|page| page.file == file).cloned()
    }

    /// The page of a file as it was before the last edit, if a browser has asked for it.
    pub fn before(&self, file: &str) -> Option<&Arc<ShownPage>> {
        self.before.iter().find(|page| page.file == file)
    }

    /// Keeps a page.
    pub fn put(&self, page: &Arc<ShownPage>) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.retain(|known| known.file != page.file);
        made.truncate(KEPT - 1);
        made.push_front(Arc::clone(page));
    }

    fn made(&self) -> VecDeque<Arc<ShownPage>> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.clone()
    }
}

/// The version of a file, by which a browser knows whether it has these bytes already.
pub fn version(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..8])
}
