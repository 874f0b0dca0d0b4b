//! The folder in which a new site is made, and what a run that was stopped left there.
//!
//! It stands beside the site, `.public.transferbuch` beside `public`, or in it where the site can't be
//! exchanged for another one.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;
use std::{fs, io};

use super::sync::sync_folder;
use super::{carry_over, in_place, lock, swap};
use crate::release::FROZEN;

/// How often, and after how long, one looks again whether a run that is at work has ended.
const TRIES: usize = 40;
const TRY_AFTER: Duration = Duration::from_millis(100);

/// The folder of a run.
#[derive(Debug)]
pub(super) struct Staging {
    /// The published site.
    target: PathBuf,
    folder: PathBuf,
    in_place: bool,
}

impl Staging {
    /// That beside `target`. None beside the root of all.
    pub fn beside(target: &Path) -> Option<Self> {
        let name = target.file_name()?.to_string_lossy().into_owned();
        Some(Self {
            folder: target.parent()?.join(format!(".{name}.transferbuch")),
            target: target.to_path_buf(),
            in_place: false,
        })
    }

    /// That in `target`.
    pub fn within(target: &Path) -> Self {
        Self {
            folder: target.join(in_place::STAGING),
            target: target.to_path_buf(),
            in_place: true,
        }
    }

    /// The published site.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Its place.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the new site is made.
    pub fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Makes the folder and takes the lock on it; `Err(None)` if another run holds it.
    pub fn lock(&self) -> Result<File, Option<io::Error>> {
        if self.in_place {
            in_place::make_staging(&self.target)?;
        }
        lock::lock(&self.folder)
    }

    /// Whether a run was stopped when the new site was whole, and before all of it had its place.
    pub fn is_unsettled(&self) -> bool {
        if self.in_place {
            return in_place::is_begun(&self.folder);
        }
        let moved_away = !self.target.exists() && self.old_site().exists();
        moved_away || carry_over::has_links_into(&self.target, &self.folder, FROZEN)
    }

    /// Puts the new site in the old one's place. `old` are the old one's files.
    pub fn publish(&self, old: impl Iterator<Item = String>, durable: bool) -> io::Result<()> {
        if self.in_place {
            in_place::begin(&self.folder, old, durable)?;
        } else {
            if durable {
                super::sync::sync_tree(&self.new_site())?;
            }
            swap::swap(&self.new_site(), &self.target, &self.old_site())?;
        }
        self.settle(durable)
    }

    /// Ends what a run began that was stopped in the middle of it.
    pub fn settle(&self, durable: bool) -> io::Result<()> {
        if self.in_place {
            if self.is_unsettled() {
                in_place::finish(&self.target, &self.folder, durable)?;
            }
            return Ok(());
        }
        if !self.target.exists() && self.old_site().exists() {
            fs::rename(self.old_site(), &self.target)?;
        }
        if durable {
            self.sync_places()?;
        }
        carry_over::restore_editions(&self.target, &self.folder, FROZEN)
    }

    /// Clears away what there is of an old site or one that wasn't published.
    pub fn clear(&self, durable: bool) -> io::Result<()> {
        let left = [self.new_site(), self.old_site()];
        if self.is_unsettled() {
            self.settle(durable)?;
        } else if durable && !self.in_place && left.iter().any(|folder| folder.exists()) {
            // Nothing may be gone from the disk before what takes its place is there.
            self.sync_places()?;
        }
        left.iter().try_for_each(|folder| swap::remove_all(folder))
    }

    /// Ends what was begun, and takes the folder away. The lock is held.
    pub fn put_in_order(&self) -> io::Result<()> {
        self.clear(true)?;
        lock::unlock(&self.folder);
        Ok(())
    }

    /// Where a site goes that is replaced in two steps.
    fn old_site(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Puts on the disk which site stands where.
    fn sync_places(&self) -> io::Result<()> {
        sync_folder(&self.folder)?;
        self.target.parent().map_or(Ok(()), sync_folder)
    }
}

/// Puts a published folder in order in which a build or a release was stopped: whether there was anything
/// to do. One that is at work now is waited for.
///
/// # Errors
/// What the system says, or that another run is at work for longer.
pub(crate) fn put_in_order(folder: &Path) -> io::Result<bool> {
    let target = super::place::absolute(folder)?;
    let both = [Staging::beside(&target), Some(Staging::within(&target))];
    let mut done = false;
    for staging in both.into_iter().flatten() {
        let mut tries = 0;
        while staging.is_unsettled() {
            match staging.lock() {
                Ok(_lock) => {
                    staging.put_in_order()?;
                    done = true;
                    break;
                }
                Err(Some(error)) => return Err(error),
                Err(None) if tries == TRIES => return Err(io::ErrorKind::ResourceBusy.into()),
                Err(None) => sleep(TRY_AFTER),
            }
            tries += 1;
        }
    }
    Ok(done)
}
