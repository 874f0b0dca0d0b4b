//! The output folder: whether it may be replaced, and the place where its successor is made.
//!
//! Beside a target `public` stands `.public.transferbuch` while a build runs. It holds a lock, which
//! the system frees when the build ends however it ends, and the new site. What a killed build left
//! there is cleared away by the next one.
//!
//! A folder that can't be exchanged for another one, such as a mounted volume, takes the new site file by
//! file if the user asks for that ([`TargetOptions::in_place`]).

use std::cell::OnceCell;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::place::{Problem, absolute, check_ours, check_place, is_mount, is_writable};
use super::staging::Staging;
use super::{FolderSink, carry_over, lock};
use crate::diagnostic::{Code, Finding, PlacePath, codes};
use crate::release::Manifest;

/// How a new site gets to its place.
#[derive(Debug, Clone, Copy)]
pub struct TargetOptions {
    /// Whether it survives it if the power goes out.
    pub durable: bool,
    /// Whether it is put into the old one file by file.
    pub in_place: bool,
}

/// An output folder that may be replaced, with the lock on it.
#[derive(Debug)]
pub struct Target {
    staging: Staging,
    root: PathBuf,
    options: TargetOptions,
    /// The files of the site that is there.
    files: Vec<String>,
    /// Whether the system can exchange a folder and a link, once that was tried.
    can_exchange: OnceCell<bool>,
    _lock: File,
}

impl Target {
    /// Opens `target` for a handbook at `root`.
    ///
    /// # Errors
    /// A finding if it may not be replaced, or another build is at it.
    pub fn open(target: &Path, root: &Path, options: TargetOptions) -> Result<Self, Box<Finding>> {
        let (opened, manifest) = Self::open_tree(target, root, options)?;
        if manifest.is_some_and(|manifest| !manifest.editions.is_empty()) {
            return Err(opened.finding(&codes::TARGET_HOLDS_RELEASES));
        }
        Ok(opened)
    }

    /// Opens `target` for a handbook at `root` as a tree of releases, with the manifest at its root
    /// if there is one.
    ///
    /// # Errors
    /// As for [`Target::open`], but it may hold frozen editions.
    pub fn open_tree(
        target: &Path,
        root: &Path,
        options: TargetOptions,
    ) -> Result<(Self, Option<Manifest>), Box<Finding>> {
        let shown = PlacePath::outside(&target.to_string_lossy());
        let finding = |code| Finding::new(code, &shown);
        let cannot = |error: &io::Error| {
            Box::new(finding(&codes::TARGET_CANNOT_BE_MADE).with("problem", error.to_string()))
        };
        let target = absolute(target).map_err(|error| cannot(&error))?;
        check_place(&target, root).map_err(|code| Box::new(finding(code)))?;
        if !options.in_place && is_mount(&target) {
            return Err(Box::new(finding(&codes::TARGET_IS_A_MOUNT)));
        }
        let system = || Box::new(finding(&codes::TARGET_IS_SYSTEM_FOLDER));
        let beside = Staging::beside(&target).ok_or_else(system)?;
        let within = Staging::within(&target);
        let (staging, other) = if options.in_place {
            (within, beside)
        } else {
            (beside, within)
        };
        let locked = |error: Option<io::Error>| match error {
            None => Box::new(finding(&codes::TARGET_LOCKED)),
            Some(error) if may_be_filled(&error, &target, options) => {
                let around = target.parent().unwrap_or(&target).display();
                let finding = finding(&codes::TARGET_PARENT_NOT_WRITABLE);
                Box::new(finding.with("parent", around.to_string()))
            }
            Some(error) => cannot(&error),
        };
        let lock = staging.lock().map_err(locked)?;
        let mut opened = Self {
            staging,
            root: root.to_path_buf(),
            options,
            files: Vec::new(),
            can_exchange: OnceCell::new(),
            _lock: lock,
        };
        // What a stopped run left comes first: parts of the site may still stand there.
        if other.folder().exists() {
            match other.lock() {
                Ok(_lock) => {
                    let done = other.put_in_order();
                    done.map_err(|error| opened.unfinished(&error))?;
                }
                // What lies beside a folder doesn't keep one out of it.
                Err(Some(_)) if options.in_place && !other.is_unsettled() => {}
                Err(error) => return Err(locked(error)),
            }
        }
        let cleared = opened.staging.clear(options.durable);
        cleared.map_err(|error| opened.unfinished(&error))?;
        let manifest = check_ours(&target).map_err(|problem| match problem {
            Problem::Foreign(file) => Box::new(finding(&codes::TARGET_NOT_OURS).with("file", file)),
            Problem::File => Box::new(finding(&codes::TARGET_IS_A_FILE)),
            Problem::Io(error) => cannot(&error),
        })?;
        if let Some(manifest) = &manifest {
            opened.files = manifest.files.keys().cloned().collect();
        }
        Ok((opened, manifest))
    }

    /// A sink for the files of the new site.
    pub fn sink(&self) -> FolderSink {
        self.sink_at("")
    }

    /// A sink for the files of a folder of the new site.
    pub fn sink_at(&self, folder: &str) -> FolderSink {
        FolderSink::new(&self.new_site().join(folder), &self.root)
    }

    /// Where the new site is made.
    pub fn new_site(&self) -> PathBuf {
        self.staging.new_site()
    }

    /// The folder that it takes the place of.
    pub fn old_site(&self) -> &Path {
        self.staging.target()
    }

    /// Gives the new site a folder of the old one, such as `v/1.0`, as it is.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self, folder: &str) -> io::Result<()> {
        if self.options.in_place {
            // It stays where it is.
            return Ok(());
        }
        let staging = self.staging.folder();
        // There may be hundreds of folders, and one answer for all of them.
        let can_exchange = *self
            .can_exchange
            .get_or_init(|| carry_over::can_exchange(staging));
        carry_over::link_edition(self.old_site(), staging, folder, can_exchange)
    }

    /// Puts the new site in the old one's place.
    ///
    /// # Errors
    /// What the system says; the old site is whole then, unless a finding says that the new one is there
    /// in part.
    pub fn publish(self) -> Result<(), Box<Finding>> {
        let old = self.files.iter().cloned();
        let published = self.staging.publish(old, self.options.durable);
        published.map_err(|error| match error.kind() {
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                self.finding(&codes::TARGET_IS_A_MOUNT)
            }
            _ => self.unfinished(&error),
        })
    }

    /// What the system says, when the new site isn't in its place or not as a whole.
    fn unfinished(&self, error: &io::Error) -> Box<Finding> {
        let code = if self.staging.is_unsettled() {
            &codes::PUBLICATION_UNFINISHED
        } else {
            &codes::TARGET_CANNOT_BE_MADE
        };
        let finding = *self.finding(code);
        Box::new(finding.with("problem", error.to_string()))
    }

    fn finding(&self, code: &'static Code) -> Box<Finding> {
        let shown = PlacePath::outside(&self.old_site().to_string_lossy());
        Box::new(Finding::new(code, &shown))
    }
}

impl Drop for Target {
    /// Clears away whatever wasn't published. A failure leaves litter for the next build to clear.
    fn drop(&mut self) {
        let _ = self.staging.clear(self.options.durable);
        lock::unlock(self.staging.folder());
    }
}

/// Whether nothing can be made beside `target`, but files in it can.
fn may_be_filled(error: &io::Error, target: &Path, options: TargetOptions) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    let is_refused = matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem);
    !options.in_place && is_refused && target.is_dir() && is_writable(target)
}
