//! What changes in a handbook's files while they are edited.
//!
//! 1. [`Changes::watch`] is called for every folder before it is read, so that nothing is missed.
//! 2. [`Changes::next`] waits for the first change and then until nothing more follows: an editor
//!    saves in several steps. A file that went away or was emptied gets a little longer to come
//!    back, since that may be a step in between; a text, much longer, while other changes go on
//!    ([`Missing`]). One that was moved is gone at once.
//! 3. Where the system can't watch so many folders, stamps of files are compared instead.
//!
//! It gives paths and never what happened to them: what is there now is all that counts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::missing::Missing;
use crate::disk::{Changed, Stamps, Tree};

/// How long nothing must happen until a save is taken to be done.
const DEBOUNCE: Duration = Duration::from_millis(5);
/// How long it may take until what has changed so far is shown.
const MAX_DEBOUNCE: Duration = Duration::from_millis(60);
/// How long a file that is gone or empty, and no known text, may take to come back.
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
    missing: Missing,
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
            missing: Missing::default(),
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
        let end = timeout.map(|timeout| Instant::now() + timeout);
        loop {
            let now = Instant::now();
            let lost = self.missing.lost(now);
            if !lost.is_empty() {
                return Next::Changed(Changed {
                    paths: lost.clone(),
                    gone: lost,
                });
            }
            let left = end.map(|end| end.saturating_duration_since(now));
            let event = match self.missing.wait(now).into_iter().chain(left).min() {
                Some(wait) => self.events.recv_timeout(wait),
                None => self.events.recv().map_err(RecvTimeoutError::from),
            };
            let mut paths = BTreeSet::new();
            match event {
                Ok(event) => take(event, tree, &mut paths),
                Err(RecvTimeoutError::Timeout) if end.is_some_and(|end| Instant::now() >= end) => {
                    return Next::TimedOut;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Next::End,
            }
            if paths.is_empty() {
                continue;
            }
            let Some(changed) = self.gather(tree, paths) else {
                return Next::End;
            };
            if !changed.paths.is_empty() {
                return Next::Changed(changed);
            }
        }
    }

    /// Waits until nothing follows the changes at `paths`. `None` if nothing will happen any more.
    fn gather(&mut self, tree: &Tree, mut paths: BTreeSet<PathBuf>) -> Option<Changed> {
        let begun = Instant::now();
        let mut gone: BTreeMap<PathBuf, Instant> = BTreeMap::new();
        loop {
            while let Ok(event) = self.events.try_recv() {
                take(event, tree, &mut paths);
            }
            for path in &paths {
                if !tree.may_come_back(path) || tree.misses_text(path) {
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
                    return Some(self.believed(tree, Changed { paths, gone }));
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// What is believed of changes: all but that a text is missing which wasn't moved.
    fn believed(&mut self, tree: &Tree, changed: Changed) -> Changed {
        let Changed {
            mut paths,
            mut gone,
        } = changed;
        let is_missing = |path: &Path| tree.misses_text(path);
        self.missing
            .hold_back(&mut paths, is_missing, Instant::now());
        for path in tree.moved(self.missing.paths(), &paths) {
            self.missing.forget(&path);
            paths.insert(path.clone());
            gone.insert(path);
        }
        gone.retain(|path| paths.contains(path));
        Changed { paths, gone }
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
                let gone = changed.paths.iter().filter(|path| tree.may_come_back(path));
                changed.gone = gone.cloned().collect();
                changed = self.believed(tree, changed);
            }
            for path in self.missing.lost(Instant::now()) {
                changed.paths.insert(path.clone());
                changed.gone.insert(path);
            }
            if !changed.paths.is_empty() {
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
