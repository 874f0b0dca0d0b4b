//! New files in a handbook.

use std::path::Path;
use std::{fs, io};

/// Writes a file that isn't there yet, with the folders around it.
pub(super) fn file(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create_new(path)?;
    io::Write::write_all(&mut file, bytes.as_ref())
}
