//! When files changed last, by their history in git.
//!
//! 1. One call of the git program lists all commits with the files that they changed. It writes
//!    nothing and takes no lock.
//! 2. The first time that a file is named is the latest.
//!
//! Without git or a repository there is no history; nor in a shallow clone, whose oldest commit
//! seems to have changed every file.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::Date;

use crate::source::HandbookPath;

/// What begins the day of a commit in the list; no path has it, since git lists paths without
/// leading control characters of its own.
const DAY: char = '\u{1}';

/// The days on which the files below `root` were changed last, as their authors' calendars had it.
pub fn updated(root: &Path) -> BTreeMap<HandbookPath, Date> {
    if git(root, &["rev-parse", "--is-shallow-repository"]).is_none_or(|said| said != "false\n") {
        return BTreeMap::new();
    }
    let log = [
        "-c",
        "log.showSignature=false",
        "log",
        "-z",
        "--name-only",
        "--relative",
        "--no-renames",
        "--format=%x01%as",
    ];
    git(root, &log).map_or_else(BTreeMap::new, |list| read(&list))
}

/// What git says; `None` if it isn't there or refuses.
fn git(root: &Path, args: &[&str]) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).args(args);
    git.env("GIT_OPTIONAL_LOCKS", "0").stdin(Stdio::null());
    let output = git.output().ok()?;
    // A path in another encoding names no chapter.
    let said = || String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then(said)
}

fn read(list: &str) -> BTreeMap<HandbookPath, Date> {
    let mut updated = BTreeMap::new();
    let mut day = None;
    for entry in list.split('\0') {
        let entry = entry.trim_start_matches('\n');
        if let Some(text) = entry.strip_prefix(DAY) {
            day = text.trim_end().parse().ok();
        } else if let (Some(day), false) = (day, entry.is_empty()) {
            updated.entry(HandbookPath::from(entry)).or_insert(day);
        }
    }
    updated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_commit_that_names_a_file_counts() {
        let list = "\u{1}2026-03-02\0\na b.md\0\0\u{1}2026-01-01\0\na b.md\0ä.md\0";
        let updated = read(list);
        let days: Vec<_> = updated
            .iter()
            .map(|(path, day)| format!("{path} {day}"))
            .collect();
        assert_eq!(days, ["a b.md 2026-03-02", "ä.md 2026-01-01"]);
        assert!(read("").is_empty());
    }
}
