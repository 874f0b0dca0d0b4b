//! When files were changed last and by whom, by their history in git.
//!
//! 1. One call of the git program lists all commits, the latest first, with the files that they
//!    changed. It writes nothing and takes no lock.
//! 2. A file that was moved keeps its history: what older commits say of its former path is its own.
//! 3. The first change is the latest. To move a file as it is is no change.
//!
//! Without git or a repository there is no history; nor in a shallow clone, whose oldest commit
//! seems to have changed every file.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::source::{HandbookPath, Past};

/// What begins a commit in the list; no path has it, since paths that begin with it aren't read.
const COMMIT: char = '\u{1}';

/// The histories of the files below `root`: days as their authors' calendars had them, and the
/// names of all authors, the first one first, as `.mailmap` puts them.
pub(crate) fn history(root: &Path) -> BTreeMap<HandbookPath, Past> {
    if git(root, &["rev-parse", "--is-shallow-repository"]).is_none_or(|said| said != "false\n") {
        return BTreeMap::new();
    }
    let log = [
        "-c",
        "log.showSignature=false",
        "log",
        "-z",
        "--name-status",
        "--relative",
        "--find-renames",
        "--format=%x01%as %aN",
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

fn read(list: &str) -> BTreeMap<HandbookPath, Past> {
    let mut past: BTreeMap<HandbookPath, Past> = BTreeMap::new();
    // By a path that older commits name, the one that the file has now.
    let mut moved: BTreeMap<&str, &str> = BTreeMap::new();
    // What the present commit moved holds for older ones only: it may fill the place anew.
    let mut moving = Vec::new();
    let mut commit = None;
    let mut entries = list
        .split('\0')
        .map(|entry| entry.trim_start_matches('\n'))
        .filter(|entry| !entry.is_empty());
    while let Some(entry) = entries.next() {
        if let Some(text) = entry.strip_prefix(COMMIT) {
            let (day, author) = text.split_once(' ').unwrap_or((text, ""));
            moved.extend(moving.drain(..));
            commit = day.parse().ok().map(|day| (day, author.trim()));
            continue;
        }
        let Some(path) = entries.next() else { break };
        let renamed = entry.starts_with('R').then(|| entries.next()).flatten();
        let now = renamed.unwrap_or(path);
        let now = moved.get(now).copied().unwrap_or(now);
        if renamed.is_some() {
            moving.push((path, now));
        }
        let Some((day, author)) = commit.filter(|_| entry != "R100") else {
            continue;
        };
        let Ok(now) = HandbookPath::parse(now) else {
            continue;
        };
        let past = past.entry(now).or_default();
        past.updated.get_or_insert(day);
        past.authors.retain(|other| other != author);
        past.authors.insert(0, author.to_owned());
    }
    past
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(list: &str) -> Vec<String> {
        let line = |(path, past): (HandbookPath, Past)| {
            let day = past.updated.map_or_else(String::new, |day| day.to_string());
            format!("{path} {day} {}", past.authors.join(", "))
        };
        read(list).into_iter().map(line).collect()
    }

    #[test]
    fn the_latest_commit_that_names_a_file_counts() {
        let list = "\u{1}2026-03-02 Ada\0\nM\0a b.md\0\0\
                    \u{1}2026-02-01 Bo Berg\0\nM\0a b.md\0\0\
                    \u{1}2026-01-01 Ada\0\nA\0a b.md\0A\0ä.md\0";
        assert_eq!(
            shown(list),
            ["a b.md 2026-03-02 Ada, Bo Berg", "ä.md 2026-01-01 Ada"]
        );
        assert!(shown("").is_empty());
    }

    #[test]
    fn a_file_keeps_its_history_when_it_is_moved() {
        let list = "\u{1}2026-05-05 Cy\0\nR100\0b.md\0c.md\0\0\
                    \u{1}2026-04-04 Bo\0\nR080\0a.md\0b.md\0A\0a.md\0\0\
                    \u{1}2026-03-03 Ada\0\nA\0a.md\0";
        assert_eq!(
            shown(list),
            ["a.md 2026-04-04 Bo", "c.md 2026-04-04 Ada, Bo"]
        );
    }
}
