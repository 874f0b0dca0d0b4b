//! Folders of a published site that the one after it has too, however many files are in them.
//!
//! 1. [`link_edition`] gives the new site a symbolic link for such a folder, to where it will be once the
//!    two sites have exchanged their places.
//! 2. After that, [`restore_editions`] exchanges each link with the folder behind it.
//!
//! Each of these is one step of the system. So whenever the program is stopped, the published site
//! has the folder, in its place or behind a link, and the next run restores what was left.
//!
//! Where the system can't exchange, the new site gets links to all files in the folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::link::link_tree;
use super::sync::sync_folder;

/// Where the site that is replaced stands once the new one has its place, below the folder of the
/// run.
const REPLACED: &str = "new";

/// Gives the site that is made in `staging` the folder `name` of `target`, which stands beside
/// `staging`, if the system can exchange a folder and a link ([`can_exchange`]). Folders lie two levels deep, as `v/1.0` does.
pub(super) fn link_edition(
    target: &Path,
    staging: &Path,
    name: &str,
    can_exchange: bool,
) -> io::Result<()> {
    let new = staging.join(REPLACED).join(name);
    let folder = target.join(name);
    if !can_exchange || !may_move(&folder) {
        return link_tree(&folder, &new);
    }
    if let Some(folder) = new.parent() {
        fs::create_dir_all(folder)?;
    }
    symlink(placeholder(staging, name), &new)
}

/// Puts the folders in `within`, a folder of `target`, in their places if they stand behind links
/// into `staging`.
pub(super) fn restore_editions(target: &Path, staging: &Path, within: &str) -> io::Result<()> {
    let entries = match fs::read_dir(target.join(within)) {
        Ok(entries) => entries,
        Err(error) if is_none(&error) => return Ok(()),
        Err(error) => return Err(error),
    };
    let mut restored = false;
    for entry in entries {
        let entry = entry?;
        if is_placeholder(&entry.path(), staging, within) {
            let name = Path::new(within).join(entry.file_name());
            exchange(&entry.path(), &staging.join(REPLACED).join(name))?;
            restored = true;
        }
    }
    if restored {
        // The folders are part of the published site: on the disk too, before anything else goes there.
        sync_folder(&target.join(within))?;
        sync_folder(&staging.join(REPLACED).join(within))?;
    }
    Ok(())
}

/// Whether folders of the published site stand behind links into `staging`.
pub(super) fn has_links_into(target: &Path, staging: &Path, within: &str) -> bool {
    let entries = fs::read_dir(target.join(within)).into_iter().flatten();
    entries
        .flatten()
        .any(|entry| is_placeholder(&entry.path(), staging, within))
}

/// Whether the folder at `path`, which lies in `within`, stands behind a link into `staging`.
fn is_placeholder(path: &Path, staging: &Path, within: &str) -> bool {
    let (Ok(link), Some(name)) = (fs::read_link(path), path.file_name()) else {
        return false;
    };
    let name = Path::new(within).join(name);
    link == placeholder(staging, &name.to_string_lossy())
}

/// Whether there is no such folder.
fn is_none(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

/// Whether folders stand behind links.
pub(super) fn has_placeholder_links(site: &Path, within: &str) -> bool {
    let entries = fs::read_dir(site.join(within)).into_iter().flatten();
    entries.flatten().any(|entry| entry.path().is_symlink())
}

/// The link from a folder's place in the published site to where the replaced site has it.
fn placeholder(staging: &Path, name: &str) -> PathBuf {
    let staging = staging.file_name().unwrap_or_default();
    Path::new("../..").join(staging).join(REPLACED).join(name)
}

/// Tries whether the file system exchanges a folder and a link.
pub(super) fn can_exchange(staging: &Path) -> bool {
    let (folder, link) = (staging.join("folder"), staging.join("link"));
    let tried = fs::create_dir(&folder)
        .and_then(|()| symlink(Path::new("."), &link))
        .and_then(|()| exchange(&folder, &link));
    for path in [&folder, &link] {
        // One is a folder and the other a link, or isn't there.
        let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
    }
    tried.is_ok()
}

#[cfg(unix)]
use std::os::unix::fs::symlink;

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the system lets this user move the folder elsewhere.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn may_move(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn may_move(_: &Path) -> bool {
    false
}

/// Exchanges what stands at two paths in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
