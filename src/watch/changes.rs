//! What changes in a handbook's files while they are edited.
//!
//! 1. [`Changes::watch`] is called for every folder before it is read, so that nothing is missed.
//! 2. [`Changes::next`] waits for the first change and then until nothing more follows: an editor
//!    saves in several steps. A file that went away or was emptied gets a little longer to come
//!    back, since that may be a step in between.
//! 3. Where the system can't watch so many folders, stamps of files are compared instead.
//!
//! It gives paths and never what happened to them: what is there now is all that counts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk::{Changed, Stamps, Tree};

/// How long nothing must happen until a save is taken to be done.
const DEBOUNCE: Duration = Duration::from_millis(5);
/// How long it may take until what has changed so far is shown.
const MAX_DEBOUNCE: Duration = Duration::from_millis(60);
/// How long a file that is gone or empty may take to come back.
const REAPPEAR_TIMEOUT: Duration = Duration::from_millis(120);
/// How often stamps are compared where nothing can be watched.
const POLL: Duration = Duration::from_millis(600);

/// The changes below some folders.
#[derive(Debug)]
pub(crate) struct Changes {
    watcher: Option<RecommendedWatcher>,
    events: Receiver<notify::Result<notify::Event>>,
    /// Keeps the channel open where nothing is watched.
    _sender: Sender<notify::Result<notify::Event>>,
    problem: Option<String>,
    stamps: Option<Stamps>,
}

/// What waiting for changes led to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Something has changed.
    Changed(Changed),
    /// Nothing happened within the timeout.
    TimedOut,
    /// Nothing will happen any more.
    End,
}

impl Default for Changes {
    fn default() -> Self {
        Self::new()
    }
}

impl Changes {
    /// Watches nothing yet.
    pub fn new() -> Self {
        let (sender, events) = channel();
        let (watcher, problem) = match notify::recommended_watcher(sender.clone()) {
            Ok(watcher) => (Some(watcher), None),
            Err(error) => (None, Some(error.to_string())),
        };
        Self {
            watcher,
            events,
            _sender: sender,
            problem,
            stamps: None,
        }
    }

    /// Watches the names in a folder, and its files.
    pub fn watch(&mut self, folder: &Path) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        match watcher.watch(folder, RecursiveMode::NonRecursive) {
            Ok(()) => {}
            // It has gone again: whoever took it away is reported by the folder around it.
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => {}
            Err(error) if is_not_found(&error) => {}
            Err(error) => {
                self.problem = Some(match error.kind {
                    ErrorKind::MaxFilesWatch => String::new(),
                    _ => error.to_string(),
                });
                self.watcher = None;
            }
        }
    }

    /// Why folders can't be watched, if they can't; empty where there are too many of them.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Waits for the next changes, if there are some within `timeout`.
    pub fn next(&mut self, tree: &Tree, timeout: Option<Duration>) -> Next {
        if self.watcher.is_none() {
            return self.compare(tree, timeout);
        }
        let mut paths = BTreeSet::new();
        while paths.is_empty() {
            let event = match timeout {
                Some(timeout) => self.events.recv_timeout(timeout),
                None => self.events.recv().map_err(RecvTimeoutError::from),
            };
            match event {
                Ok(event) => take(event, tree, &mut paths),
                Err(RecvTimeoutError::Timeout) => return Next::TimedOut,
                Err(RecvTimeoutError::Disconnected) => return Next::End,
            }
        }
        let begun = Instant::now();
        let mut gone: BTreeMap<PathBuf, Instant> = BTreeMap::new();
        loop {
            while let Ok(event) = self.events.try_recv() {
                take(event, tree, &mut paths);
            }
            for path in &paths {
                if !tree.may_come_back(path) {
                    gone.remove(path);
                } else if !gone.contains_key(path) {
                    gone.insert(path.clone(), Instant::now());
                }
            }
            let wait = match gone.values().max() {
                Some(since) => REAPPEAR_TIMEOUT.saturating_sub(since.elapsed()),
                None => DEBOUNCE.min(MAX_DEBOUNCE.saturating_sub(begun.elapsed())),
            };
            match self.events.recv_timeout(wait) {
                Ok(event) => take(event, tree, &mut paths),
                Err(RecvTimeoutError::Timeout) => {
                    let gone = gone.into_keys().collect();
                    return Next::Changed(Changed { paths, gone });
                }
                Err(RecvTimeoutError::Disconnected) => return Next::End,
            }
        }
    }

    fn compare(&mut self, tree: &Tree, timeout: Option<Duration>) -> Next {
        let begun = Instant::now();
        let Some(mut stamps) = self.stamps.take() else {
            // What has changed since the handbook was read is in no list: it is read once more.
            self.stamps = Some(tree.stamps());
            return Next::Changed(Changed {
                paths: BTreeSet::from([tree.root().to_path_buf()]),
                gone: BTreeSet::new(),
            });
        };
        loop {
            std::thread::sleep(POLL);
            let mut changed = tree.compare(&mut stamps);
            if !changed.paths.is_empty() {
                // A save may be in the middle of its steps.
                std::thread::sleep(REAPPEAR_TIMEOUT);
                changed.paths.extend(tree.compare(&mut stamps).paths);
                changed.gone = changed
                    .paths
                    .iter()
                    .filter(|path| tree.may_come_back(path))
                    .cloned()
                    .collect();
                self.stamps = Some(stamps);
                return Next::Changed(changed);
            }
            if timeout.is_some_and(|timeout| begun.elapsed() >= timeout) {
                self.stamps = Some(stamps);
                return Next::TimedOut;
            }
        }
    }
}

fn take(event: notify::Result<notify::Event>, tree: &Tree, changed: &mut BTreeSet<PathBuf>) {
    match event {
        // Reading a file is an event too, and whoever reads at every event never stops.
        Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
        // More happened than the system could note: anything may have changed.
        Ok(event) if event.need_rescan() => {
            changed.insert(tree.root().to_path_buf());
        }
        Ok(event) => changed.extend(event.paths),
        Err(error) if is_not_found(&error) => {}
        Err(_) => {
            changed.insert(tree.root().to_path_buf());
        }
    }
}

fn is_not_found(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}
