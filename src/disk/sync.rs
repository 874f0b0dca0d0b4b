//! What has to be on the disk itself before the next step, in case the power goes out.
//!
//! A system keeps what is written in memory for a while, and writes it in an order of its own. So the files
//! of a new site are on the disk before it takes the old one's place, and that it has the place is on the
//! disk before the old one is taken away.

use std::fs::File;
use std::io;
use std::path::Path;

/// Puts all that was written below `folder` on the disk.
///
/// # Errors
/// What the system says.
pub(super) fn sync_tree(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        // One call for a whole file system costs far less than one for each file of a site.
        let all = rustix::fs::syncfs(File::open(folder)?);
        if !matches!(
            all,
            Err(rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP)
        ) {
            return Ok(all?);
        }
    }
    sync_each(folder)
}

/// The same file by file. Many at a time: a disk then needn't be waited for with each of them.
fn sync_each(folder: &Path) -> io::Result<()> {
    use rayon::prelude::*;
    let entries: Vec<walkdir::DirEntry> = walkdir::WalkDir::new(folder)
        .into_iter()
        .collect::<Result<_, _>>()?;
    entries.into_par_iter().try_for_each(|entry| {
        let kind = entry.file_type();
        if kind.is_dir() {
            sync_folder(entry.path())
        } else if kind.is_file() {
            // Some systems sync only what is open for writing.
            let mut open = File::options();
            open.read(true).write(cfg!(windows));
            open.open(entry.path())?.sync_all()
        } else {
            Ok(())
        }
    })
}

/// Puts the names in `folder` on the disk: what was made, moved or taken away there.
///
/// # Errors
/// What the system says.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        // Elsewhere a folder can't be opened as a file; the system sees to its names.
        return Ok(());
    }
    // That of a path without one is the folder at hand.
    let is_here = folder.as_os_str().is_empty();
    let folder = if is_here { Path::new(".") } else { folder };
    match File::open(folder)?.sync_all() {
        // Some file systems of networks have no such call for folders.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_synced_as_a_whole_and_file_by_file() {
        let folder = tempfile::TempDir::new().expect("a folder can be made");
        std::fs::create_dir_all(folder.path().join("a/b")).expect("a folder can be made");
        std::fs::write(folder.path().join("a/b/c"), "x").expect("a file can be written");
        assert!(sync_tree(folder.path()).is_ok());
        assert!(sync_each(folder.path()).is_ok());
        assert!(sync_tree(&folder.path().join("fehlt")).is_err());
    }
}
