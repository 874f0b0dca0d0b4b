//! A mistake of the program itself ends no preview.
//!
//! 1. [`load`] loads the handbook. If that panics, what was said is kept ([`keep`]) instead of being shown
//!    amidst everything else.
//! 2. The file at which it happens is found by leaving files out: of those that have changed, else of all.
//!    The handbook is loaded without it, and a finding names it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::{Finding, PlacePath, codes};
use crate::pipeline::Handbook;
use crate::source::{HandbookPath, Snapshot};

/// How many files the handbook can do without at a time.
const CULPRITS_MAX: usize = 8;

/// How many guarded calls are at work, in any thread.
static AT_WORK: AtomicUsize = AtomicUsize::new(0);
/// What the last panic in one of them said.
static SAID: Mutex<String> = Mutex::new(String::new());

/// Keeps what a panic says if a guarded call is at work.
pub(crate) fn keep(said: &str) -> bool {
    let keeps = AT_WORK.load(Ordering::SeqCst) > 0;
    if keeps {
        let mut kept = SAID.lock().unwrap_or_else(PoisonError::into_inner);
        said.clone_into(&mut kept);
    }
    keeps
}

/// Calls `work`.
///
/// # Errors
/// What its panic says.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    AT_WORK.fetch_add(1, Ordering::SeqCst);
    // What is left half done isn't used again: callers begin with something fresh.
    let done = catch_unwind(AssertUnwindSafe(work));
    AT_WORK.fetch_sub(1, Ordering::SeqCst);
    done.map_err(|_| std::mem::take(&mut *SAID.lock().unwrap_or_else(PoisonError::into_inner)))
}

/// What is wrong with templates, or with the program at their pages.
pub(super) fn try_templates(handbook: &Handbook) -> Vec<Finding> {
    guarded(|| handbook.smoke_render()).unwrap_or_else(|said| {
        let finding = Finding::new(&codes::INTERNAL_ERROR, PlacePath::from_root("themes"));
        vec![finding.with("problem", said)]
    })
}

/// What `load` makes of `snapshot`, or of it without the files at which it panics; a finding about each of
/// those. `None` if it panics whatever is left out. After a panic, `load` is told to begin afresh.
pub(super) fn load<T>(
    snapshot: &Snapshot,
    changed: &[HandbookPath],
    load: &mut dyn FnMut(&Snapshot, bool) -> T,
) -> (Option<T>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut said = match guarded(|| load(snapshot, false)) {
        Ok(loaded) => return (Some(loaded), findings),
        Err(said) => said,
    };
    let mut left = snapshot.clone();
    for _ in 0..CULPRITS_MAX {
        let mut panics = |snapshot: &Snapshot| guarded(|| load(snapshot, true)).is_err();
        let Some(culprit) = culprit(&left, changed, &mut panics) else {
            break;
        };
        left.remove(&culprit);
        let finding = Finding::new(&codes::INTERNAL_ERROR, &culprit);
        findings.push(finding.with("problem", said.as_str()));
        said = match guarded(|| load(&left, true)) {
            Ok(loaded) => return (Some(loaded), findings),
            Err(said) => said,
        };
    }
    (None, findings)
}

/// A file without which there is a panic less: one of those that have changed, or any.
fn culprit(
    snapshot: &Snapshot,
    changed: &[HandbookPath],
    panics: &mut dyn FnMut(&Snapshot) -> bool,
) -> Option<HandbookPath> {
    let there = |path: &&HandbookPath| snapshot.get(path.as_str()).is_some();
    let changed: Vec<HandbookPath> = changed.iter().filter(there).cloned().collect();
    let all = || snapshot.iter().map(|(path, _)| path.clone()).collect();
    [changed, all()].into_iter().find_map(|files| {
        let without = |kept: usize| {
            let mut snapshot = snapshot.clone();
            for file in &files[kept..] {
                snapshot.remove(file);
            }
            snapshot
        };
        if files.is_empty() || panics(&without(0)) {
            return None;
        }
        // With the first `low` files there is none, with the first `high` there is one.
        let (mut low, mut high) = (0, files.len());
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if panics(&without(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Some(files[low].clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        let mut snapshot = Snapshot::default();
        for (path, text) in files {
            snapshot.insert_text(HandbookPath::parse(path).unwrap(), text.as_bytes().to_vec());
        }
        snapshot
    }

    /// How many texts there are; a text with `!` is a mistake of the program.
    fn fragile(snapshot: &Snapshot) -> usize {
        let texts = snapshot.texts().inspect(|source| {
            assert!(
                !source.text.contains('!'),
                "{} is too much",
                source.path.as_str()
            );
        });
        texts.count()
    }

    #[test]
    fn files_at_which_the_program_fails_are_found_and_left_out() {
        let names: Vec<String> = (0..100)
            .map(|number| format!("content/k{number}.md"))
            .collect();
        let text = |number: usize| if [7, 63].contains(&number) { "!" } else { "x" };
        let files: Vec<(&str, &str)> = names
            .iter()
            .enumerate()
            .map(|(n, name)| (name.as_str(), text(n)))
            .collect();
        let snapshot = snapshot(&files);
        let mut loads = 0;
        let (loaded, findings) = load(&snapshot, &[], &mut |snapshot, _| {
            loads += 1;
            fragile(snapshot)
        });
        assert_eq!(loaded, Some(98));
        let mut blamed: Vec<&str> = findings
            .iter()
            .map(|found| found.place.path.as_str())
            .collect();
        blamed.sort_unstable();
        assert_eq!(blamed, ["content/k63.md", "content/k7.md"]);
        assert!(loads < 30, "{loads}");
        // The last change is suspected first.
        let changed = [HandbookPath::literal("content/k63.md")];
        let (loaded, findings) = load(&snapshot, &changed, &mut |snapshot, _| fragile(snapshot));
        assert_eq!((loaded, findings.len()), (Some(98), 2));
    }

    #[test]
    fn what_fails_whatever_is_left_out_is_told_apart() {
        let snapshot = snapshot(&[("content/a.md", "x")]);
        let (loaded, findings) = load(&snapshot, &[], &mut |_, _| -> usize { panic!("always") });
        assert_eq!((loaded, findings.len()), (None, 0));
    }
}
