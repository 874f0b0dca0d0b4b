//! The files of a theme: the handbook's own over the standard ones.

use std::collections::BTreeMap;

use crate::source::{File, HandbookPath, Snapshot};

/// The standard theme, carried by the program.
const STANDARD: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/standard_theme.rs"));

/// The folder of themes.
pub(crate) const FOLDER: &str = "themes";
/// The name of the standard theme.
pub(crate) const STANDARD_NAME: &str = "standard";

/// A file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeFile {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// A file of the handbook that wasn't read.
    At(HandbookPath),
}

impl ThemeFile {
    /// As text; nothing if it wasn't read or is none.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            Self::At(_) => None,
        }
    }
}

/// One layer: files by their path in the theme.
pub(super) type Layer = BTreeMap<String, ThemeFile>;

/// The paths of the standard theme's files, sorted.
pub(crate) fn standard_files() -> impl Iterator<Item = &'static str> {
    STANDARD.iter().map(|(path, _)| *path)
}

/// A file of the standard theme, as it is written there.
pub(crate) fn standard_file(path: &str) -> Option<&'static [u8]> {
    let file = STANDARD.iter().find(|(known, _)| *known == path);
    file.map(|(_, bytes)| *bytes)
}

/// The standard theme as the program carries it.
pub(super) fn standard() -> Layer {
    let file =
        |(path, bytes): &(&str, &[u8])| ((*path).to_owned(), ThemeFile::Bytes(bytes.to_vec()));
    STANDARD.iter().map(file).collect()
}

/// Whether the standard theme has the template `name`.
pub(super) fn has_template(name: &str) -> bool {
    let mut paths = STANDARD.iter().map(|(path, _)| *path);
    paths.any(|path| path.strip_prefix("templates/") == Some(name))
}

/// What the handbook has in `themes/NAME`.
pub(super) fn own(snapshot: &Snapshot, name: &str) -> Layer {
    let folder = format!("{FOLDER}/{name}");
    let file = |(path, file): (&HandbookPath, &File)| {
        let within = path.relative_to(&folder).unwrap_or_default().to_owned();
        let file = match file {
            File::Text(source) => ThemeFile::Bytes(source.text.as_bytes().to_vec()),
            File::Asset { .. } => ThemeFile::At(path.clone()),
        };
        (within, file)
    };
    snapshot.below(&folder).map(file).collect()
}

/// The names of the themes that a handbook can choose.
pub(super) fn names(snapshot: &Snapshot) -> Vec<String> {
    let mut names = vec![STANDARD_NAME.to_owned()];
    for (path, _) in snapshot.below(FOLDER) {
        let within = path.relative_to(FOLDER).unwrap_or_default();
        if let Some((name, _)) = within.split_once('/')
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}
