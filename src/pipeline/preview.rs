//! A handbook as it is while its author writes: every file of the site, made when it is asked for.
//!
//! 1. A [`Preview`] knows which files the site has and how each is made; after an edit that leaves
//!    all addresses alone it takes that list over from the last one.
//! 2. [`Preview::get`] makes one: the same bytes that a build writes.
//! 3. What a file that can't be read would make is shown as it last was, and all of the site where that file is
//!    none of its texts. Any other mistake shows as what it makes of the page: its author sees what is written.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::Handbook;
use super::shown::{ShownPage, ShownPages};
use crate::config::Config;
use crate::diagnostic::{Finding, PlacePath};
use crate::output::{code, generated};
use crate::pages::FileSource;
use crate::picture::Recipe;
use crate::search;
use crate::source::{HandbookPath, Raster};
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
    pages: ShownPages,
    unreadable: Unreadable,
    /// The last handbook of which all could be read, where that isn't so of this one.
    last_good: Option<Arc<Preview>>,
}

/// The files of a handbook that can't be read.
#[derive(Debug, Default)]
struct Unreadable {
    /// The texts, whose pages they affect.
    texts: BTreeSet<HandbookPath>,
    /// Other files, which may show anywhere.
    elsewhere: BTreeSet<PlacePath>,
}

/// A file of the site.
#[derive(Debug)]
pub enum Served<'p> {
    /// Its bytes.
    Bytes(Cow<'p, [u8]>),
    /// It is this file of the handbook.
    CopyOf(&'p HandbookPath),
    /// It is made of this picture of the handbook.
    Picture(&'p HandbookPath, &'p Raster, Recipe),
}

impl Preview {
    /// A preview of `handbook`; `last` is the one before the edit that led to it.
    pub fn new(handbook: Handbook, last: Option<&Arc<Self>>) -> Self {
        let unreadable = Unreadable::of(&handbook);
        let last_good = last.filter(|_| !unreadable.is_empty()).and_then(|last| {
            if last.unreadable.is_empty() {
                Some(Arc::clone(last))
            } else {
                last.last_good.clone()
            }
        });
        let last_index = last.and_then(|last| last.index.get().or(last.last_index.as_ref()));
        Self {
            last_index: last_index.cloned(),
            index: OnceLock::new(),
            generated: OnceLock::new(),
            pages: last.map_or_else(ShownPages::default, |last| ShownPages::after(&last.pages)),
            unreadable,
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

    /// The file at `path`; `None` if there is none.
    ///
    /// # Errors
    /// A finding, if the template of a page fails.
    pub fn get(&self, path: &str) -> Option<Result<Served<'_>, Box<Finding>>> {
        let Some(source) = self.files().get(path) else {
            let editions = &self.handbook.linked.site.editions;
            let in_index = |edition| path.starts_with(&search::folder(edition));
            let files = if editions.iter().any(in_index) {
                self.index_with(path)
            } else {
                self.generated()
            };
            let bytes = files.get(path)?;
            return Some(Ok(Served::Bytes(Cow::Borrowed(bytes))));
        };
        if let Some(good) = self.last_good.as_ref().filter(|_| self.is_affected(source))
            && let Some(Ok(shown)) = good.get(path)
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
            FileSource::Drawing(file) => {
                let picture = self.handbook.linked.site.pictures.get(file)?;
                let text = &picture.drawing.as_ref()?.text;
                Served::Bytes(Cow::Borrowed(text.as_bytes()))
            }
            FileSource::Picture(file, recipe) => {
                let picture = self.handbook.linked.site.pictures.get(file)?;
                Served::Picture(file, picture.raster.as_ref()?, *recipe)
            }
            FileSource::Code(id) => {
                let Handbook { linked, plan, .. } = &self.handbook;
                let drawing = code(&linked.site, plan, *id);
                Served::Bytes(Cow::Owned(drawing.into_bytes()))
            }
            // A preview has no books: none would be whole before the handbook is.
            FileSource::Book(..) => return None,
        }))
    }

    /// The page in the file at `path`, as a browser gets it; `None` if there is none.
    ///
    /// # Errors
    /// A finding, if its template fails.
    pub fn page(&self, path: &str) -> Option<Result<Arc<ShownPage>, Box<Finding>>> {
        let source = self.files().get(path)?;
        let FileSource::Page(page) = source else {
            return None;
        };
        if let Some(page) = self.pages.get(path) {
            return Some(Ok(page));
        }
        let good = self.last_good.as_ref();
        let shown = match good.filter(|_| self.is_affected(source)) {
            Some(good) => good.page(path).and_then(Result::ok),
            None => None,
        };
        let shown = match shown {
            Some(shown) => shown,
            None => match self.handbook.render_for_preview(*page) {
                Ok(html) => Arc::new(ShownPage::new(path, html)),
                Err(finding) => return Some(Err(finding)),
            },
        };
        self.pages.put(&shown);
        Some(Ok(shown))
    }

    /// The page in the file at `path` before the last edit, if a browser asked for it lately.
    pub fn before(&self, path: &str) -> Option<&Arc<ShownPage>> {
        self.pages.before(path)
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

    /// The index that has a file: parts of the last one may still be asked for, and what is in a part's name
    /// tells which it is.
    fn index_with(&self, path: &str) -> &Index {
        let is_part = |index: &&Arc<Index>| !path.ends_with("/meta.js") && index.contains_key(path);
        match self.last_index.as_ref().filter(is_part) {
            Some(last) => last,
            None => self.index(),
        }
    }

    /// Whether a file is shown as it last was, if that is known.
    fn is_affected(&self, source: &FileSource) -> bool {
        let Unreadable { texts, elsewhere } = &self.unreadable;
        let shown = self.texts_on(source);
        !elsewhere.is_empty() || shown.into_iter().any(|path| texts.contains(path))
    }

    /// The texts that a file shows in full.
    fn texts_on(&self, source: &FileSource) -> Vec<&HandbookPath> {
        let site = &self.handbook.linked.site;
        let subject = match source {
            FileSource::Page(page) => page.subject(site),
            FileSource::CopyOf(_)
            | FileSource::Drawing(_)
            | FileSource::Picture(..)
            | FileSource::Theme(_)
            | FileSource::Code(_)
            | FileSource::Book(..) => None,
        };
        let Some(id) = subject else {
            return Vec::new();
        };
        let chapter = site.chapter(id);
        let included = chapter.includes.iter().map(|text| &text.source.path);
        included.chain([chapter.path()]).collect()
    }

    /// Whether the site's `file` is shown as it last was.
    pub fn is_held_back(&self, file: &str) -> bool {
        let source = self.files().get(file);
        self.last_good.is_some() && source.is_some_and(|source| self.is_affected(source))
    }

    /// Whether what is at `path` can't be read and holds back every page.
    pub fn holds_back_all(&self, path: &PlacePath) -> bool {
        self.unreadable.elsewhere.contains(path)
    }

    /// The texts that stand on the page in `file`.
    pub fn texts_on_page(&self, file: &str) -> Vec<&HandbookPath> {
        let source = self.files().get(file);
        source.map_or_else(Vec::new, |source| self.texts_on(source))
    }

    /// The address of the page on which the text at `path` stands.
    pub fn address_of(&self, path: &HandbookPath) -> Option<&str> {
        let site = &self.handbook.linked.site;
        let id = site.at_path(path.as_str())?;
        Some(site.chapter(id).address.as_str())
    }
}

impl Unreadable {
    fn of(handbook: &Handbook) -> Self {
        let config = &handbook.linked.site.config;
        let mut unreadable = Self::default();
        for finding in &handbook.findings {
            let path = &finding.place.path;
            if !finding.code.severity_locked {
                continue;
            }
            match path.inside().filter(|path| is_text(config, path)) {
                Some(text) => unreadable.texts.insert(text.clone()),
                None => unreadable.elsewhere.insert(path.clone()),
            };
        }
        unreadable
    }

    fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.elsewhere.is_empty()
    }
}

fn is_text(config: &Config, path: &HandbookPath) -> bool {
    path.has_extension("md") && config.in_content(path).is_some()
}
