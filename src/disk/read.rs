//! A handbook's files into a [`Snapshot`].

use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::document;
use super::history;
use super::picture;
use crate::config::{Config, FILE, thesaurus};
use crate::diagnostic::{Finding, PlacePath, codes};
use crate::release::MANIFEST;
use crate::source::{File, HandbookPath, Snapshot, Source};

/// Files at the root that belong to a handbook.
const ROOT_FILES: [&str; 4] = [FILE, "glossary.yml", "synonyms.yml", "search.yml"];
/// Folders at the root that belong to a handbook.
const ROOT_FOLDERS: [&str; 3] = ["content", "kinds", "themes"];
/// Files of a theme that are read as text.
const THEME_TEXTS: [&str; 10] = [
    "html", "ftl", "yml", "xml", "css", "js", "svg", "json", "txt", "typ",
];

/// How large a text may be, in MB: a thousand pages. What is larger is no text that someone wrote.
const TEXT_MAX: u64 = 8;
/// How large a thesaurus may be, in MB: the German one of LibreOffice has 28.
const THESAURUS_MAX: u64 = 128;
/// How many files a handbook may have. A folder with more is more likely not meant.
const FILES_MAX: usize = 200_000;

/// Reads the handbook at `root`, and the history of its files if it asks for that. Hidden files, and
/// folders that hold a published site, are none of it.
pub fn read(root: &Path) -> (Snapshot, Vec<Finding>) {
    let mut snapshot = Snapshot::default();
    let bare = is_bare(root);
    let findings = read_below(root, root, bare, &mut snapshot, &mut |_| ());
    let config = Config::read(&snapshot).0;
    if config.updated_from_git || config.authors_from_git {
        snapshot.history = history::history(root);
    }
    (snapshot, findings)
}

/// Whether the folder itself is the content.
pub(super) fn is_bare(root: &Path) -> bool {
    !root.join("content").is_dir()
}

/// Reads what there is at `start`, a file or folder of the handbook at `root`, into `snapshot`.
/// `entered` gets every folder before its names are read.
pub(super) fn read_below(
    root: &Path,
    start: &Path,
    bare: bool,
    snapshot: &mut Snapshot,
    entered: &mut dyn FnMut(&Path),
) -> Vec<Finding> {
    read_at_most(FILES_MAX, root, start, bare, snapshot, entered)
}

/// The same for at most `max` files.
fn read_at_most(
    max: usize,
    root: &Path,
    start: &Path,
    bare: bool,
    snapshot: &mut Snapshot,
    entered: &mut dyn FnMut(&Path),
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut texts, mut assets) = (Vec::new(), Vec::new());
    // In no order: a sorted walk reads a folder's names before it gives the folder.
    let mut walk = WalkDir::new(start).follow_links(true).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                findings.extend(walk_finding(&error, root, bare));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        if entry.path() == root {
            entered(root);
            continue;
        }
        if !belongs(&entry, root, bare) || is_folder && entry.path().join(MANIFEST).is_file() {
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        let Some(path) = path_of(entry.path(), root) else {
            findings.push(Finding::new(
                &codes::UNREADABLE_NAME,
                PlacePath::outside(&entry.path().to_string_lossy()),
            ));
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        };
        if entry.path_is_symlink() && leaves(entry.path(), root) {
            findings.push(Finding::new(&codes::SYMLINK_OUTSIDE, &path));
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        if is_folder {
            entered(entry.path());
        }
        if !entry.file_type().is_file() {
            continue;
        }
        if texts.len() + assets.len() == max {
            let folder = PlacePath::from_root(path.folder());
            findings.push(Finding::new(&codes::TOO_MANY_FILES, folder).with("max", max));
            break;
        }
        let len = entry.metadata().map(|meta| meta.len()).unwrap_or_default();
        if !is_text(&path, bare) {
            assets.push((path, len, entry.into_path()));
        } else if len > max_of(&path) << 20 {
            findings.push(too_large(&path, len));
        } else {
            texts.push((path, entry.into_path()));
        }
    }
    let paths = texts.iter().map(|(path, _)| path);
    findings.extend(doubles(paths.chain(assets.iter().map(|(path, ..)| path))));
    insert_assets(assets, snapshot);
    let read: Vec<_> = texts
        .into_par_iter()
        .map(|(path, file)| match fs::read(file) {
            Ok(bytes) => Ok((path.clone(), Source::new(path, bytes))),
            Err(error) => {
                let finding = Finding::new(&codes::UNREADABLE_FILE, &path);
                Err(Box::new(finding.with("problem", error.to_string())))
            }
        })
        .collect();
    for result in read {
        match result {
            Ok((path, source)) => snapshot.insert(path, File::Text(source.into())),
            Err(finding) => findings.push(*finding),
        }
    }
    findings
}

/// How large a file that is read as text may be, in MB.
fn max_of(path: &HandbookPath) -> u64 {
    if path.has_extension(thesaurus::EXTENSION) {
        THESAURUS_MAX
    } else {
        TEXT_MAX
    }
}

fn too_large(path: &HandbookPath, len: u64) -> Finding {
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Finding::new(&codes::TEXT_TOO_LARGE, path)
        .with("size", number(len.div_ceil(1 << 20)))
        .with("max", number(max_of(path)))
}

/// Some systems tell apart two names that look the same, as an `ü` in one character or in two does.
fn doubles<'p>(paths: impl Iterator<Item = &'p HandbookPath>) -> Vec<Finding> {
    let mut paths: Vec<&HandbookPath> = paths.collect();
    paths.sort_unstable();
    let same = paths.windows(2).filter(|pair| pair[0] == pair[1]);
    same.map(|pair| Finding::new(&codes::SAME_NAME_TWICE, pair[0]))
        .collect()
}

/// Files that are published as they are, with their sizes; of pictures it is read how large they
/// are, whether they are whole, whether they say where they were taken, and what is published of drawings; of
/// documents, what they tell about people.
fn insert_assets(assets: Vec<(HandbookPath, u64, PathBuf)>, snapshot: &mut Snapshot) {
    let measured: Vec<_> = assets
        .into_par_iter()
        .map(|(path, len, file)| {
            let look = picture::look(&file, &path, len);
            let traces = document::traces(&file);
            (path, len, look, traces)
        })
        .collect();
    for (path, len, look, traces) in measured {
        match look.picture {
            Some(picture) => snapshot.insert_picture(path.clone(), len, picture),
            None => match look.recording {
                Some(recording) => snapshot.insert_recording(path.clone(), recording),
                None => snapshot.insert(path.clone(), File::Asset { len }),
            },
        }
        if look.is_broken {
            snapshot.break_picture(path.clone());
        }
        if !traces.is_empty() {
            snapshot.trace(path.clone(), traces);
        }
        if look.has_position {
            snapshot.locate(path);
        }
    }
}

pub(super) fn is_hidden(entry: &DirEntry) -> bool {
    is_hidden_name(&entry.file_name().to_string_lossy())
}

/// Whether a file or folder of this name is none of the handbook's. What sites say of themselves stands in
/// a folder whose name is fixed.
pub(super) fn is_hidden_name(name: &str) -> bool {
    name.starts_with('.') && name != ".well-known"
}

/// Whether an entry can be part of a handbook: at the root only what has a meaning there, unless
/// the root itself is the content.
fn belongs(entry: &DirEntry, root: &Path, bare: bool) -> bool {
    if is_hidden(entry) {
        return false;
    }
    let name = entry.file_name().to_string_lossy();
    if entry.path().parent() != Some(root) || bare && name != "node_modules" {
        return true;
    }
    if entry.file_type().is_dir() {
        ROOT_FOLDERS.contains(&name.as_ref())
    } else {
        is_root_file(&name)
    }
}

/// Whether a file at the root belongs to a handbook: a thesaurus may have any name.
fn is_root_file(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    ROOT_FILES.contains(&name) || extension == Some(thesaurus::EXTENSION)
}

/// Whether the folders around `path` can be part of the handbook at `root`.
pub(super) fn is_within(path: &Path, root: &Path, bare: bool) -> bool {
    let Ok(within) = path.strip_prefix(root) else {
        return false;
    };
    let names: Vec<_> = within.iter().map(|name| name.to_string_lossy()).collect();
    let Some((_, around)) = names.split_last() else {
        return true;
    };
    let known = around.first().is_none_or(|first| {
        bare && first != "node_modules" || ROOT_FOLDERS.contains(&first.as_ref())
    });
    let published = |folder: &Path| folder != root && folder.join(MANIFEST).is_file();
    known
        && !names.iter().any(|name| is_hidden_name(name))
        && !path.ancestors().skip(1).take(around.len()).any(published)
}

/// `None` for a name that isn't Unicode, or that has a character that a path uses.
pub(super) fn path_of(path: &Path, root: &Path) -> Option<HandbookPath> {
    let names: Option<Vec<&str>> = path
        .strip_prefix(root)
        .ok()?
        .iter()
        .map(|name| name.to_str())
        .collect();
    HandbookPath::parse(&names?.join("/")).ok()
}

/// Whether a link leads out of the handbook, or to something hidden in it.
fn leaves(link: &Path, root: &Path) -> bool {
    let (Ok(target), Ok(root)) = (link.canonicalize(), root.canonicalize()) else {
        return true;
    };
    let hidden = |name: &std::ffi::OsStr| is_hidden_name(&name.to_string_lossy());
    target
        .strip_prefix(root)
        .map_or(true, |within| within.iter().any(hidden))
}

fn is_text(path: &HandbookPath, bare: bool) -> bool {
    if path.has_extension("md") {
        return true;
    }
    let ending = path.extension().to_ascii_lowercase();
    if path.is_below("themes") {
        return THEME_TEXTS.contains(&ending.as_str());
    }
    // Other endings are for data of other programs, however large.
    if path.folder().is_empty() && ending == thesaurus::EXTENSION {
        return true;
    }
    let yaml = ending == "yml" || ending == "yaml";
    yaml && (path.folder().is_empty()
        || path.is_below("kinds") && !bare
        || path.folder() == "kinds")
}

fn walk_finding(error: &walkdir::Error, root: &Path, bare: bool) -> Option<Finding> {
    let full = error.path()?;
    let path = full.strip_prefix(root).unwrap_or(full).to_string_lossy();
    let first = path.split('/').next().unwrap_or_default();
    let known = bare || is_root_file(first) || ROOT_FOLDERS.contains(&first);
    if !known || path.split('/').any(is_hidden_name) {
        return None;
    }
    let path = PlacePath::from_root(&path);
    if error.loop_ancestor().is_some() {
        return Some(Finding::new(&codes::SYMLINK_LOOP, path));
    }
    // A link to nothing: it can't be told where it leads, so it isn't followed.
    if error
        .io_error()
        .is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
    {
        return Some(Finding::new(&codes::SYMLINK_OUTSIDE, path));
    }
    let problem = error
        .io_error()
        .map(ToString::to_string)
        .unwrap_or_default();
    Some(Finding::new(&codes::UNREADABLE_FILE, path).with("problem", problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_larger_than_any_handbook_is_told_and_not_read() {
        let folder = tempfile::TempDir::new().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("content")).unwrap();
        for number in 0..5 {
            fs::write(root.join(format!("content/k{number}.md")), "# K").unwrap();
        }
        let large = fs::File::create(root.join("content/gross.md")).unwrap();
        large.set_len((TEXT_MAX << 20) + 1).unwrap();
        let thesaurus = fs::File::create(root.join("th.dat")).unwrap();
        thesaurus.set_len((TEXT_MAX << 20) + 1).unwrap();
        let read = |max| {
            let mut snapshot = Snapshot::default();
            let found = read_at_most(max, root, root, false, &mut snapshot, &mut |_| ());
            let slugs: Vec<&str> = found.iter().map(|found| found.code.slug).collect();
            (snapshot.texts().count(), slugs)
        };
        assert_eq!(read(100), (6, vec!["text-too-large"]));
        let (count, found) = read(3);
        assert!(
            count <= 3 && found.contains(&"too-many-files"),
            "{count} {found:?}"
        );
    }
}
