//! Putting a published folder right, from an archive of one of its releases.
//!
//! 1. What isn't as it was published is found by the manifests, as in [`super::verify()`].
//! 2. The archive is read once. A file in it whose hash is that of one that is missing or changed takes
//!    its place, whatever the archive calls it: editions and the root share files.
//! 3. A manifest comes first, for only then it is known what else its edition lacks.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

use super::archive::place;
use crate::disk::{Difference, differences, hash_of};
use crate::release::{FROZEN, MANIFEST, Manifest};
use crate::source::hex;

/// Files that aren't as they were published, by the hash that they should have.
type Lacking = BTreeMap<String, Vec<PathBuf>>;

/// Brings back files of the tree at `folder` from `archive`, a `.zip` or `.tar.gz`, and gives their
/// number. `manifest` is the one at the tree's root.
///
/// # Errors
/// What the system says if the archive can't be read, or a file not be written.
pub(crate) fn restore(folder: &Path, manifest: &Manifest, archive: &Path) -> io::Result<usize> {
    let manifests = bring_back(&lacking_manifests(folder, manifest), archive)?;
    Ok(manifests + bring_back(&lacking(folder, manifest), archive)?)
}

fn lacking_manifests(folder: &Path, manifest: &Manifest) -> Lacking {
    let mut lacking = Lacking::new();
    for (version, hash) in &manifest.editions {
        let path = folder.join(format!("{FROZEN}{version}/{MANIFEST}"));
        if hash_of(&path).ok().as_ref() != Some(hash) {
            lacking.entry(hash.clone()).or_default().push(path);
        }
    }
    lacking
}

fn lacking(folder: &Path, manifest: &Manifest) -> Lacking {
    let mut lacking = Lacking::new();
    let mut of = |folder: &Path, manifest: &Manifest| {
        for difference in differences(folder, manifest) {
            let (Difference::Changed(name)
            | Difference::Missing(name)
            | Difference::Unreadable(name, _)) = difference
            else {
                continue;
            };
            // A manifest is a file like any other, and could name anything.
            let inside = Path::new(&name)
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            if let (Some(hash), true) = (manifest.files.get(&name), inside) {
                let paths = lacking.entry(hash.clone()).or_default();
                paths.push(folder.join(name));
            }
        }
    };
    of(folder, manifest);
    for version in manifest.editions.keys() {
        let folder = folder.join(format!("{FROZEN}{version}"));
        let json = fs::read(folder.join(MANIFEST)).ok();
        if let Some(edition) = json.and_then(|json| Manifest::from_json(&json)) {
            of(&folder, &edition);
        }
    }
    lacking
}

fn bring_back(lacking: &Lacking, archive: &Path) -> io::Result<usize> {
    let mut count = 0;
    if lacking.is_empty() {
        return Ok(count);
    }
    let mut take = |file: &mut dyn Read| -> io::Result<()> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let hash = hex(&Sha256::digest(&bytes));
        for path in lacking.get(&hash).into_iter().flatten() {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            // A new file takes the place of the old one, which other editions may share.
            place(path, |to| io::Write::write_all(to, &bytes))?;
            count += 1;
        }
        Ok(())
    };
    let file = File::open(archive)?;
    if archive.extension().is_some_and(|end| end == "zip") {
        let mut zip = zip::ZipArchive::new(file)?;
        for index in 0..zip.len() {
            take(&mut zip.by_index(index)?)?;
        }
    } else {
        for entry in tar::Archive::new(GzDecoder::new(file)).entries()? {
            take(&mut entry?)?;
        }
    }
    Ok(count)
}
