//! What a site is made of: every file but the search index, what the catalogues' script loads and
//! the manifest, by path, and how it is made.

use std::collections::BTreeMap;

use super::made;
use super::site::file_of;
use crate::link::Linked;
use crate::source::HandbookPath;
use crate::theme::{Page, Theme, ThemeFile, address, pages};

/// How a file is made.
#[derive(Debug, Clone)]
pub enum Made {
    /// A page is rendered.
    Page(Page),
    /// It holds these bytes.
    Bytes(Vec<u8>),
    /// It is a file of the theme, by its path there.
    Theme(String),
    /// It is a copy of a file of the handbook.
    CopyOf(HandbookPath),
}

/// The files of the site of `linked`.
pub fn contents(linked: &Linked, theme: &Theme) -> BTreeMap<String, Made> {
    let own = made::files(linked).into_iter();
    let own = own.map(|(path, bytes)| (path, Made::Bytes(bytes)));
    let assets = theme.assets().map(|(path, file)| {
        let made = match file {
            ThemeFile::Bytes(_) => Made::Theme(path.to_owned()),
            ThemeFile::At(file) => Made::CopyOf(file.clone()),
        };
        (path.to_owned(), made)
    });
    let files = linked
        .published_assets()
        .map(|(path, to)| (to.to_owned(), Made::CopyOf(path.clone())));
    let pages = pages(linked)
        .into_iter()
        .map(|page| (file_of(&address(&linked.site, page)), Made::Page(page)));
    own.chain(assets).chain(files).chain(pages).collect()
}
