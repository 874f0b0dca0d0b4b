//! A handbook as it is while its author writes: every file of the site, made when it is asked for.
//!
//! 1. A [`Preview`] knows which files the site has and how each is made; after an edit that leaves
//!    all addresses alone it takes that list over from the last one.
//! 2. [`Preview::get`] makes one: the same bytes that a build writes.
//! 3. Where the handbook has errors, what they affect is shown as it last was without them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::Handbook;
use crate::config::Config;
use crate::diagnostic::{Finding, Severity};
use crate::output::generated;
use crate::pages::FileSource;
use crate::search;
use crate::source::HandbookPath;
use crate::theme::ThemeFile;

type Index = BTreeMap<String, Vec<u8>>;

/// A handbook, ready to be shown.
#[derive(Debug)]
pub struct Preview {
    handbook: Handbook,
    index: OnceLock<Arc<Index>>,
    generated: OnceLock<Index>,
    /// The index that was last asked for: a page that began to search in it finds all its files.
    last_index: Option<Arc<Index>>,
    /// Files of chapters that have errors. None are known where errors affect everything.
    affected_by_errors: Option<BTreeSet<HandbookPath>>,
    /// The last handbook without errors, where this one has some.
    last_good: Option<Arc<Preview>>,
}

/// A file of the site.
#[derive(Debug)]
pub enum Served<'p> {
    /// Its bytes.
    Bytes(Cow<'p, [u8]>),
    /// It is this file of the handbook.
    CopyOf(&'p HandbookPath),
}

impl Preview {
    /// A preview of `handbook`; `last` is the one before the edit that led to it.
    pub fn new(handbook: Handbook, last: Option<&Arc<Self>>) -> Self {
        let affected = handbook.has_errors().then(|| affected_by_errors(&handbook));
        let last_good = last.filter(|_| affected.is_some()).and_then(|last| {
            if last.handbook.has_errors() {
                last.last_good.clone()
            } else {
                Some(Arc::clone(last))
            }
        });
        let last_index = last.and_then(|last| last.index.get().or(last.last_index.as_ref()));
        Self {
            last_index: last_index.cloned(),
            index: OnceLock::new(),
            generated: OnceLock::new(),
            affected_by_errors: affected.unwrap_or(Some(BTreeSet::new())),
            handbook,
            last_good,
        }
    }

    /// The handbook that is shown.
    pub fn handbook(&self) -> &Handbook {
        &self.handbook
    }

    /// All files but those of the search index and the [generated](Self::generated) ones, by path.
    pub fn files(&self) -> &BTreeMap<String, FileSource> {
        self.handbook.plan.files()
    }

    /// Whether there is a file at `path`, besides those of the search index.
    pub fn has(&self, path: &str) -> bool {
        self.files().contains_key(path) || self.generated().contains_key(path)
    }

    /// The file at `path`; `None` if there is none. `version` is the index that a reader's search
    /// is in, if it says so.
    ///
    /// # Errors
    /// A finding, if the template of a page fails.
    pub fn get(&self, path: &str, version: &str) -> Option<Result<Served<'_>, Box<Finding>>> {
        let Some(source) = self.files().get(path) else {
            let editions = &self.handbook.linked.site.editions;
            let in_index = |edition| path.starts_with(&search::folder(edition));
            let files = if editions.iter().any(in_index) {
                self.index_for(version)
            } else {
                self.generated()
            };
            let bytes = files.get(path)?;
            return Some(Ok(Served::Bytes(Cow::Borrowed(bytes))));
        };
        if let Some(good) = self.last_good.as_ref().filter(|_| self.is_affected(source))
            && let Some(Ok(shown)) = good.get(path, version)
        {
            return Some(Ok(shown));
        }
        Some(Ok(match source {
            FileSource::Page(page) => match self.handbook.render(*page) {
                Ok(html) => Served::Bytes(Cow::Owned(html.into_bytes())),
                Err(finding) => return Some(Err(finding)),
            },
            FileSource::Theme(path) => match self.handbook.theme.asset(path)? {
                ThemeFile::Bytes(bytes) => Served::Bytes(Cow::Borrowed(bytes)),
                ThemeFile::At(file) => Served::CopyOf(file),
            },
            FileSource::CopyOf(file) => Served::CopyOf(file),
        }))
    }

    /// Files that tell of the whole site. They are made together, when the first one is asked for.
    pub fn generated(&self) -> &Index {
        let handbook = &self.handbook;
        let made = || generated(&handbook.linked, &handbook.plan, &handbook.theme);
        self.generated.get_or_init(made)
    }

    /// The search index.
    pub fn index(&self) -> &Arc<Index> {
        self.index.get_or_init(|| Arc::new(self.handbook.index()))
    }

    fn index_for(&self, version: &str) -> &Index {
        let is_last = |index: &&Arc<Index>| {
            let holds = format!("\"version\":\"{version}\"");
            let says = |(path, bytes): (&String, &Vec<u8>)| {
                path.ends_with("/meta.js") && String::from_utf8_lossy(bytes).contains(&holds)
            };
            !version.is_empty() && index.iter().any(says)
        };
        match self.last_index.as_ref().filter(is_last) {
            Some(last) => last,
            None => self.index(),
        }
    }

    /// Whether an error shows in a file.
    fn is_affected(&self, source: &FileSource) -> bool {
        let Some(affected) = &self.affected_by_errors else {
            return true;
        };
        let FileSource::Page(page) = source else {
            return false;
        };
        let site = &self.handbook.linked.site;
        page.subject(site).is_some_and(|id| {
            let chapter = site.chapter(id);
            let included = chapter.includes.iter().map(|text| &text.source.path);
            included
                .chain([chapter.path()])
                .any(|path| affected.contains(path))
        })
    }

    /// The address of the page on which the text at `path` stands.
    pub fn address_of(&self, path: &HandbookPath) -> Option<&str> {
        let site = &self.handbook.linked.site;
        let id = site.at_path(path.as_str())?;
        Some(site.chapter(id).address.as_str())
    }
}

/// The texts with errors; `None` if one is not in a text, which may show anywhere.
fn affected_by_errors(handbook: &Handbook) -> Option<BTreeSet<HandbookPath>> {
    let config: &Config = &handbook.linked.site.config;
    let errors = handbook.findings.iter();
    errors
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| {
            let path = finding.place.path.inside()?;
            let is_text = path.has_extension("md") && config.in_content(path).is_some();
            is_text.then(|| path.clone())
        })
        .collect()
}
