//! What a site is made of, but for the search index and the manifest.
//!
//! 1. [`contents`] lists the files that are made one by one, by path, and how.
//! 2. [`generated`] makes the others, which tell of the whole site.

use std::collections::BTreeMap;

use super::site::file_of;
use super::{hosts, made};
use crate::link::Linked;
use crate::source::HandbookPath;
use crate::theme::{Page, Theme, ThemeFile, address, pages};

/// How a file is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// A page is rendered.
    Page(Page),
    /// It is a file of the theme, by its path there.
    Theme(String),
    /// It is a copy of a file of the handbook.
    CopyOf(HandbookPath),
}

/// The pages of the site of `linked`, and its copies of files.
pub fn contents(linked: &Linked, theme: &Theme) -> BTreeMap<String, Made> {
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
    assets.chain(files).chain(pages).collect()
}

/// Files that are neither pages nor copies.
pub fn generated(linked: &Linked, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    let mut files = made::files(linked);
    files.extend(theme.data(linked));
    let hosts = hosts::files(linked).into_iter();
    files.extend(hosts.map(|(path, text)| (path.to_owned(), text.into_bytes())));
    files
}
