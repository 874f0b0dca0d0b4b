//! Which folder is the handbook.
//!
//! 1. The nearest folder around with a `handbook.yml` is one, and so is a folder whose `content` holds
//!    Markdown.
//! 2. Where handbooks lie in folders below, one of them is meant, and the folder itself is none.
//! 3. Else a folder with Markdown in it is a bare one: all below it is the content.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::read::is_hidden;
use crate::config::FILE;

/// How deep handbooks are looked for below a folder.
const DEPTH_MAX: usize = 3;

/// The root of a handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Its folder.
    pub path: PathBuf,
    /// Whether it is a bare folder of Markdown.
    pub is_bare: bool,
}

/// Why a folder is in no handbook and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRoot {
    /// These folders in it are, as seen from it.
    Below(Vec<PathBuf>),
    /// There is none.
    Nothing,
}

/// Finds the handbook that `folder` is in, or that it is.
///
/// # Errors
/// It is in none, and is none.
pub fn find_root(folder: &Path) -> Result<Root, NoRoot> {
    let folder = folder.canonicalize().map_err(|_| NoRoot::Nothing)?;
    let mut around = folder.ancestors();
    if let Some(root) = around.find(|folder| folder.join(FILE).is_file()) {
        let path = root.to_path_buf();
        return Ok(Root {
            path,
            is_bare: false,
        });
    }
    let is_bare = !has_markdown(&folder.join("content"), DEPTH_MAX);
    let below = if is_bare { below(&folder) } else { Vec::new() };
    if !below.is_empty() {
        return Err(NoRoot::Below(below));
    }
    if is_bare && !has_markdown(&folder, 1) {
        return Err(NoRoot::Nothing);
    }
    Ok(Root {
        path: folder,
        is_bare,
    })
}

/// The folders below `folder` that have a `handbook.yml`, in order.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = entries(folder, DEPTH_MAX)
        .filter(|path| path.file_name().is_some_and(|name| name == FILE))
        .filter_map(|path| Some(path.parent()?.strip_prefix(folder).ok()?.to_path_buf()))
        .collect();
    found.sort();
    found
}

fn has_markdown(folder: &Path, depth: usize) -> bool {
    let is_markdown = |path: PathBuf| {
        let ending = path.extension();
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
    };
    entries(folder, depth).any(is_markdown)
}

/// All files below `folder` as deep as `depth`, without hidden ones and those of installed packages.
fn entries(folder: &Path, depth: usize) -> impl Iterator<Item = PathBuf> {
    let walk = WalkDir::new(folder).max_depth(depth).into_iter();
    let walk = walk.filter_entry(|entry| {
        entry.depth() == 0 || !is_hidden(entry) && entry.file_name() != "node_modules"
    });
    let files = walk.flatten().filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path)
}
