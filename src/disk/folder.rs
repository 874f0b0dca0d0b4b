//! An open folder, in which files and folders are made by short names: the system needn't find the way
//! to it again for each of them.

use std::fs::{self, File};
use std::io;
use std::path::Path;

#[cfg(unix)]
use rustix::fs::{Mode, OFlags, mkdirat, openat};

/// A folder to make files in.
#[derive(Debug)]
pub(super) struct Folder {
    #[cfg(unix)]
    handle: File,
    #[cfg(not(unix))]
    path: std::path::PathBuf,
}

impl Folder {
    /// Opens the folder at `path`, which is made if it isn't there.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Ok(Self {
            #[cfg(unix)]
            handle: File::open(path)?,
            #[cfg(not(unix))]
            path: path.to_path_buf(),
        })
    }

    /// Makes a folder in it; one that is there already will do.
    ///
    /// # Errors
    /// What the system says.
    pub fn make_folder(&self, name: &str) -> io::Result<()> {
        #[cfg(unix)]
        let made = mkdirat(&self.handle, name, Mode::from_raw_mode(0o777)).map_err(io::Error::from);
        #[cfg(not(unix))]
        let made = fs::create_dir(self.path.join(name));
        match made {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Makes a file in it, or empties the one that is there.
    ///
    /// # Errors
    /// What the system says.
    pub fn make_file(&self, name: &str) -> io::Result<File> {
        #[cfg(unix)]
        {
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::CLOEXEC;
            let mode = Mode::from_raw_mode(0o666);
            Ok(openat(&self.handle, name, flags, mode)?.into())
        }
        #[cfg(not(unix))]
        File::create(self.path.join(name))
    }
}
