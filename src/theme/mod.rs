//! Themes: templates, texts and files, in layers.
//!
//! 1. [`Theme::load`] lays the handbook's `themes/NAME` over the standard theme, file by file, and
//!    checks that it was made for this program's template [`API`].
//! 2. A [`Renderer`] makes the typed [`context`] of one page and lets Tera render it: a pure function
//!    of the linked site and the page.
//! 3. Errors of templates become findings at template, line and column.

mod asked_for;
pub(crate) mod citation;
mod context;
mod data;
mod error;
mod icons;
mod layers;
mod load;
mod lookups;
mod minify;
mod missing_texts;
mod render;
mod texts;
mod unused;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use jiff::civil::Date;

use self::asked_for::AskedFor;
use crate::config::EditionId;
use crate::diagnostic::PlacePath;
use crate::html::Labels;
use crate::pages::FileSource;
use crate::source::FileText;
use crate::text::Catalog;

pub(crate) use layers::{FOLDER, STANDARD_NAME, ThemeFile, standard_file, standard_files};
pub(crate) use render::{BookFacts, BookPart, Renderer};

/// Version of what templates get. It grows when a theme would have to change.
pub(crate) const API: i64 = 1;

/// What pages may do: nothing but show what their own site holds. The markup of every page carries
/// it, and the files for hosts, which can say more (see [`crate::output::hosts`]).
pub(crate) const POLICY: &str = "default-src 'self'; \
                          img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                          form-action 'self'";

/// A theme, ready to render.
pub struct Theme {
    tera: tera::Tera,
    /// The HTML of its drawings, by name.
    icons: BTreeMap<String, String>,
    /// By edition.
    editions: Vec<EditionTexts>,
    /// Files that are published under `assets/`, by their path there.
    assets: BTreeMap<String, ThemeFile>,
    /// What books are made with, by path in the theme's folder `book`.
    book: BTreeMap<String, BookFile>,
    /// Templates by their file's path, to show findings in them.
    sources: BTreeMap<String, Arc<FileText>>,
    /// File of each template by its name.
    template_paths: BTreeMap<String, PlacePath>,
    /// What each template asks for, with those that it extends and includes.
    asked_for: BTreeMap<String, AskedFor>,
    /// The names of the handbook's own templates.
    own_templates: BTreeSet<String>,
    /// Whether the handbook has own templates of the parts that make the frame of pages. These may
    /// ask for anything, so each page has a frame of its own then.
    own_frame: bool,
}

/// A file that books are made with.
#[derive(Debug, Clone)]
pub struct BookFile {
    /// What is in it.
    pub file: ThemeFile,
    /// Where it is.
    pub place: PlacePath,
}

/// The style of books for reading devices, in the theme's folder `book`.
const BOOK_STYLE: &str = "book.css";

struct EditionTexts {
    catalog: Arc<Catalog>,
    /// Whether it is written from right to left.
    leftwards: bool,
    /// All messages without arguments.
    messages: BTreeMap<String, String>,
    /// The same as templates get them.
    plain: tera::Value,
    /// Dates as the language writes them: pages show the same ones again and again.
    dates: RwLock<BTreeMap<Date, String>>,
    labels: Labels,
    /// The script with the search, and what it says.
    search: SearchScript,
}

/// The name of a script, without its ending, and what is in it.
#[derive(Default)]
struct SearchScript {
    name: String,
    bytes: Vec<u8>,
}

impl Theme {
    /// The text of a template, by the path that findings name.
    pub fn source(&self, path: &str) -> Option<&FileText> {
        self.sources.get(path).map(AsRef::as_ref)
    }

    /// Files that the theme publishes, by their address.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &ThemeFile)> {
        self.assets.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The places of these files in a site, and what each is made from.
    pub fn files(&self) -> impl Iterator<Item = (String, FileSource)> {
        self.assets.iter().map(|(path, file)| {
            let source = match file {
                ThemeFile::Bytes(_) => FileSource::Theme(path.clone()),
                ThemeFile::At(file) => FileSource::CopyOf(file.clone()),
            };
            (path.clone(), source)
        })
    }

    /// Whether the handbook has templates of its own.
    pub(crate) fn has_own_templates(&self) -> bool {
        !self.own_templates.is_empty()
    }

    /// The address of what an edition's pages load once somebody searches: the search itself, and what it
    /// says.
    fn search_script(&self, edition: EditionId) -> String {
        data::search_script(&self.edition(edition).search)
    }

    /// The file that the theme publishes at `address`.
    pub fn asset(&self, address: &str) -> Option<&ThemeFile> {
        self.assets.get(address)
    }

    /// The style of books for reading devices.
    pub fn book_style(&self) -> String {
        let style = self.book.get(BOOK_STYLE);
        let style = style.and_then(|style| style.file.text());
        style.unwrap_or_default().to_owned()
    }

    /// What books are made with, by path in the theme's folder `book`.
    #[cfg(feature = "book")]
    pub fn book_files(&self) -> &BTreeMap<String, BookFile> {
        &self.book
    }

    fn edition(&self, id: EditionId) -> &EditionTexts {
        &self.editions[id.index()]
    }

    /// Words in the HTML of texts, for an edition.
    pub fn labels(&self, edition: EditionId) -> &Labels {
        &self.edition(edition).labels
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme")
            .field("assets", &self.assets.keys())
            .finish_non_exhaustive()
    }
}
