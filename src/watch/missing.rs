//! Texts that are gone or empty, and may come back.
//!
//! On the drive of a network a save may take so long that everybody sees its file empty, or no file at
//! all. Such a text is left as it was for a while, and everything else goes on meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a text may take to come back.
const PATIENCE: Duration = Duration::from_millis(700);

/// The texts that are missing, and since when.
#[derive(Debug, Default)]
pub(super) struct Missing(BTreeMap<PathBuf, Instant>);

impl Missing {
    /// Takes those of `paths` out that are missing at `now`, as `is_missing` says.
    pub fn hold_back(
        &mut self,
        paths: &mut BTreeSet<PathBuf>,
        is_missing: impl Fn(&Path) -> bool,
        now: Instant,
    ) {
        paths.retain(|path| {
            let missing = is_missing(path);
            if missing {
                self.0.entry(path.clone()).or_insert(now);
            } else {
                self.0.remove(path);
            }
            !missing
        });
    }

    /// Those that are missing.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Forgets one of which it is known what became of it.
    pub fn forget(&mut self, path: &Path) {
        self.0.remove(path);
    }

    /// Those that at `now` have been missing for so long that they won't come back. They are forgotten.
    pub fn lost(&mut self, now: Instant) -> BTreeSet<PathBuf> {
        let lost = self.0.extract_if(.., |_, since| now >= *since + PATIENCE);
        lost.map(|(path, _)| path).collect()
    }

    /// How long it takes at `now` until the next one is lost, if nothing comes back.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let since = self.0.values().min()?;
        Some((*since + PATIENCE).saturating_duration_since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(paths: &[&str]) -> BTreeSet<PathBuf> {
        paths.iter().map(PathBuf::from).collect()
    }

    /// What is shown of changes in `paths`, while those of `missing` are.
    fn shown(
        held: &mut Missing,
        paths: &[&str],
        missing: &[&str],
        now: Instant,
    ) -> BTreeSet<PathBuf> {
        let (mut paths, missing) = (set(paths), set(missing));
        held.hold_back(&mut paths, |path| missing.contains(path), now);
        paths
    }

    #[test]
    fn a_text_is_lost_once_it_has_been_missing_for_a_while() {
        let mut held = Missing::default();
        let begun = Instant::now();
        let at = |ms| begun + Duration::from_millis(ms);
        assert_eq!(held.wait(at(0)), None);
        // Others are shown meanwhile.
        assert_eq!(shown(&mut held, &["a", "b"], &["a"], at(0)), set(&["b"]));
        assert_eq!(held.wait(at(300)), Some(Duration::from_millis(400)));
        assert_eq!(held.lost(at(300)), set(&[]));
        // It comes back, and is shown.
        assert_eq!(shown(&mut held, &["a"], &[], at(300)), set(&["a"]));
        assert_eq!(held.wait(at(300)), None);
        assert_eq!(held.lost(at(5000)), set(&[]));
        // It goes again. That it is first gone and then empty makes no difference.
        assert_eq!(shown(&mut held, &["a"], &["a"], at(6000)), set(&[]));
        assert_eq!(
            shown(&mut held, &["a", "c"], &["a", "c"], at(6500)),
            set(&[])
        );
        assert_eq!(held.lost(at(6700)), set(&["a"]));
        assert_eq!(held.wait(at(6700)), Some(Duration::from_millis(500)));
        assert_eq!(held.lost(at(7200)), set(&["c"]));
        assert_eq!(held.wait(at(7200)), None);
    }
}
