//! Archives of a published edition: one file to hand in, to keep, or to carry on a stick.
//!
//! 1. [`edition`] finds the edition in a published folder and holds it against its manifest.
//! 2. [`pack`] writes it as `.zip` and `.tar.gz`, and as a `.zip` for reading without a server. Files stand in the order of the manifest, with one
//!    time and one mode, so that the same edition gives the same bytes wherever it is packed.
//! 3. Each archive is written beside its place and takes it when it is whole. `SHA256SUMS` names it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::verify::{changed, of_edition};
use super::{Last, last};
use crate::diagnostic::Finding;
use crate::disk::{hash_of, sync_folder};
use crate::output::offline;
use crate::release::{FROZEN, MANIFEST, Manifest};
use crate::site::slug;

/// The list of archives and their hashes, as `sha256sum -c` reads it.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// Mode of all files: readable by all.
const MODE: u32 = 0o644;

/// A published edition.
#[derive(Debug)]
pub(crate) struct Edition {
    folder: PathBuf,
    manifest: Manifest,
    /// Whether its folder was put in order, since a run was stopped there.
    pub put_in_order: bool,
}

/// The edition that the folder `dir` holds: the release at its root, or the site that was built there.
///
/// # Errors
/// Findings if there is none, or it isn't as it was published.
pub(crate) fn edition(dir: &Path) -> Result<Edition, Vec<Finding>> {
    let Last {
        manifest,
        put_in_order,
    } = last(dir).map_err(|finding| vec![*finding])?;
    let release = manifest.release.as_ref();
    // The frozen one: the root has redirects and lists besides, which lead to other editions.
    let frozen = release.and_then(|version| manifest.editions.get_key_value(version));
    let (folder, manifest, findings) = match frozen {
        None => {
            let findings = changed(dir, dir, &manifest);
            (dir.to_path_buf(), manifest, findings)
        }
        Some((version, hash)) => {
            let within = format!("{FROZEN}{version}");
            let (edition, findings) = of_edition(dir, dir, version, hash);
            (dir.join(within), edition.unwrap_or_default(), findings)
        }
    };
    if findings.is_empty() {
        Ok(Edition {
            folder,
            manifest,
            put_in_order,
        })
    } else {
        Err(findings)
    }
}

impl Edition {
    /// What the names of its archives begin with, such as `ankommen-1.2`.
    pub fn name(&self) -> String {
        let title = self.manifest.title.as_deref().map(slug);
        let title = title.filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| "handbuch".to_owned());
        match &self.manifest.release {
            Some(version) => format!("{title}-{version}"),
            None => title,
        }
    }

    /// The beginning of the day that it carries; `None` if it is no release.
    pub fn day(&self) -> Option<Timestamp> {
        let day: Date = self.manifest.date.as_ref()?.parse().ok()?;
        Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp())
    }

    /// Its files and their bytes, below a folder of its name.
    fn files(&self) -> impl Iterator<Item = io::Result<(String, Vec<u8>)>> {
        let name = self.name();
        let files = self.manifest.files.keys().map(String::as_str);
        files.chain([MANIFEST]).map(move |file| {
            let bytes = fs::read(self.folder.join(file))?;
            Ok((format!("{name}/{file}"), bytes))
        })
    }

    /// The same without what only servers need, and with pages that lead to files.
    fn offline(&self) -> impl Iterator<Item = io::Result<(String, Vec<u8>)>> {
        let name = self.name();
        let files = self.manifest.files.keys();
        files.filter(|file| offline::has(file)).map(move |file| {
            let mut bytes = fs::read(self.folder.join(file))?;
            // Files of the handbook may be in any encoding; pages are in this one.
            if Path::new(file).extension().is_some_and(|end| end == "html")
                && let Ok(html) = str::from_utf8(&bytes)
            {
                bytes = offline::page(&self.manifest, file, html).into_bytes();
            }
            Ok((format!("{name}/{file}"), bytes))
        })
    }
}

/// Forms of archives.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// Byte for byte as it was published.
    Zip,
    /// The same.
    TarGz,
    /// For opening from a disk.
    Offline,
}

impl Form {
    const ALL: [Self; 3] = [Self::Zip, Self::TarGz, Self::Offline];

    fn file(self, edition: &Edition) -> String {
        let name = edition.name();
        match self {
            Self::Zip => format!("{name}.zip"),
            Self::Offline => format!("{name}-offline.zip"),
            Self::TarGz => format!("{name}.tar.gz"),
        }
    }

    fn write(
        self,
        edition: &Edition,
        time: Timestamp,
        to: impl Write + io::Seek,
    ) -> io::Result<()> {
        match self {
            Self::Zip => zip(edition.files(), time, to),
            Self::Offline => zip(edition.offline(), time, to),
            Self::TarGz => tar_gz(edition.files(), time, to),
        }
    }
}

/// Writes the archives of `edition` and the list of them into the folder `out`, and gives the paths.
/// All files in them carry `time`.
///
/// # Errors
/// The file that couldn't be written, and what the system says.
pub(crate) fn pack(
    edition: &Edition,
    time: Timestamp,
    out: &Path,
) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    fs::create_dir_all(out).map_err(|problem| (out.to_path_buf(), problem))?;
    let forms = Form::ALL.into_par_iter();
    let files = forms.map(|form| {
        let name = form.file(edition);
        let path = out.join(&name);
        let write = |to: &mut BufWriter<File>| form.write(edition, time, to);
        place(&path, write).map_err(|problem| (path.clone(), problem))?;
        Ok((name, path))
    });
    let files: Vec<(String, PathBuf)> = files.collect::<Result<_, (PathBuf, io::Error)>>()?;
    let list = out.join(SUMS);
    sums(&list, &files).map_err(|problem| (list.clone(), problem))?;
    Ok(files
        .into_iter()
        .map(|(_, path)| path)
        .chain([list])
        .collect())
}

/// Writes a file beside `path` and puts it there when it is whole.
pub(super) fn place(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> io::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut file = BufWriter::new(File::create(&part)?);
    let written = write(&mut file).and_then(|()| file.into_inner()?.sync_all());
    if let Err(problem) = written {
        // What is wrong with the disk is said; a file that can't be taken away says no more.
        let _ = fs::remove_file(&part);
        return Err(problem);
    }
    fs::rename(&part, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn zip(
    files: impl Iterator<Item = io::Result<(String, Vec<u8>)>>,
    time: Timestamp,
    to: impl Write + io::Seek,
) -> io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip_time(time))
        .unix_permissions(MODE)
        .system(System::Unix);
    let mut zip = ZipWriter::new(to);
    for file in files {
        let (path, bytes) = file?;
        zip.start_file(path, options)?;
        zip.write_all(&bytes)?;
    }
    zip.finish()?.flush()
}

/// The time as archives of this form know it, in UTC: from 1980 to 2107.
fn zip_time(time: Timestamp) -> zip::DateTime {
    let first = date(1980, 1, 1).at(0, 0, 0, 0);
    let last = date(2107, 12, 31).at(23, 59, 58, 0);
    let time: DateTime = time.to_zoned(TimeZone::UTC).datetime();
    let time = time.clamp(first, last);
    let part = |number: i8| u8::try_from(number).expect("parts of a time aren't negative");
    zip::DateTime::from_date_and_time(
        u16::try_from(time.year()).expect("the year is clamped"),
        part(time.month()),
        part(time.day()),
        part(time.hour()),
        part(time.minute()),
        part(time.second()),
    )
    .expect("the time is clamped")
}

fn tar_gz(
    files: impl Iterator<Item = io::Result<(String, Vec<u8>)>>,
    time: Timestamp,
    to: impl Write,
) -> io::Result<()> {
    // The head of a gzip file has no time unless it is given one.
    let mut tar = tar::Builder::new(GzEncoder::new(to, Compression::default()));
    for file in files {
        let (path, bytes) = file?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(MODE);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(u64::try_from(time.as_second()).unwrap_or_default());
        tar.append_data(&mut header, path, bytes.as_slice())?;
    }
    tar.into_inner()?.finish()?.flush()
}

/// Notes archives in the list, beside those that it names already.
fn sums(list: &Path, files: &[(String, PathBuf)]) -> io::Result<()> {
    let there = match fs::read_to_string(list) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let lines = there.lines().filter_map(|line| line.split_once("  "));
    let mut sums: BTreeMap<String, String> = lines
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect();
    for (name, path) in files {
        sums.insert(name.clone(), hash_of(path)?);
    }
    let line = |(name, hash): (&String, &String)| format!("{hash}  {name}\n");
    let text: String = sums.iter().map(line).collect();
    place(list, |file| file.write_all(text.as_bytes()))
}
