//! The lock on a folder, which the system frees when its holder ends however it ends.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

/// The file in the folder of a run that is locked.
const FILE: &str = "lock";

/// Takes the lock in `staging`, which is made; `Err(None)` if another run holds it.
pub(super) fn lock(staging: &Path) -> Result<File, Option<io::Error>> {
    loop {
        fs::create_dir_all(staging).map_err(Some)?;
        let path = staging.join(FILE);
        let file = match File::create(&path) {
            Ok(file) => file,
            // Another run has just cleared the folder away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(Some(error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(None),
            Err(TryLockError::Error(error)) => return Err(Some(error)),
        }
        // Another run may have cleared the folder away before the lock was ours.
        if path.exists() {
            return Ok(file);
        }
    }
}

/// Takes the folder of a run away, which holds nothing but the lock by now. The lock goes last: until then
/// no other run may come here.
pub(super) fn unlock(staging: &Path) {
    let _ = fs::remove_file(staging.join(FILE));
    let _ = fs::remove_dir(staging);
}
