//! A single file, written as a whole or not at all.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use super::on_disk;
use super::sync::sync_folder;
use crate::source::Source;

const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// Puts `bytes` in the place of the file at `path`, or makes it. Whoever reads it meanwhile, or after
/// a crash, gets the old bytes or the new ones. Permissions stay; a link stays one.
///
/// # Errors
/// What the system says; the old file is as it was then.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match path.canonicalize() {
        Ok(target) => target,
        Err(_) => path.to_path_buf(),
    };
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let beside = format!(".{}.transferbuch", name.to_string_lossy());
    let beside = target.with_file_name(beside);
    let written = write(&beside, bytes, &target).and_then(|()| fs::rename(&beside, &target));
    written.inspect_err(|_| {
        let _ = fs::remove_file(&beside);
    })?;
    target.parent().map_or(Ok(()), sync_folder)
}

/// Puts `after` in the place of the text of `before`, a file of the handbook at `root`, with the byte
/// order mark that it has. False if the file is no longer as it was read.
///
/// # Errors
/// What the system says; the file is as it was then.
pub fn replace_text(root: &Path, before: &Source, after: &str) -> io::Result<bool> {
    let file = on_disk(root, &before.path);
    let old = fs::read(&file)?;
    let (mark, text) = match old.strip_prefix(BYTE_ORDER_MARK) {
        Some(text) => (BYTE_ORDER_MARK, text),
        None => (&[][..], old.as_slice()),
    };
    if text != before.text.as_bytes() {
        return Ok(false);
    }
    replace(&file, &[mark, after.as_bytes()].concat())?;
    Ok(true)
}

fn write(beside: &Path, bytes: &[u8], target: &Path) -> io::Result<()> {
    let mut file = fs::File::create(beside)?;
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(target) {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}
