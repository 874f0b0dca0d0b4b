//! `check --fix`: what is safe to mend, written into the author's files.
//!
//! 1. The fixes of all findings are made in memory, and the handbook is loaded again, until a round
//!    brings none. A file that would have more errors than before keeps its text.
//! 2. The changes are shown as a unified diff, and asked about on a terminal.
//! 3. Each changed file is written as a whole, with its line ends and its byte order mark, unless it
//!    has changed on the disk meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use similar::TextDiff;

use super::args::Check;
use super::{Session, terminal};
use crate::diagnostic::{Finding, Fix, Severity, apply};
use crate::disk;
use crate::pipeline::{Handbook, Memo, load};
use crate::site::{Options, frozen_ids};
use crate::source::{HandbookPath, Snapshot, Source};

/// A fixed text can show what was hidden behind the mistake, such as an anchor behind a file's
/// name. Nothing is hidden deeper.
const ROUNDS_MAX: usize = 8;

/// Fixes what it can in the handbook at `root`, with `more` that another stage found in it. Whether
/// any file was written.
pub(super) fn run(session: &Session, args: &Check, root: &Path, more: &[Finding]) -> bool {
    let (snapshot, _) = disk::read(root);
    let (fixed, made) = fix_in_rounds(&snapshot, args, more);
    let changed: Vec<(&Source, &Source)> = snapshot
        .texts()
        .filter_map(|before| {
            let after = fixed.text(before.path.as_str())?;
            (before.text != after.text).then_some((before.as_ref(), after.as_ref()))
        })
        .collect();
    if changed.is_empty() {
        session.say("fix-nothing", []);
        return false;
    }
    for (before, after) in &changed {
        err!("{}", diff(before, after, session.colour));
    }
    let counts = [("changes", made.into()), ("files", changed.len().into())];
    let agreed = args.fixes.yes || terminal::agrees(&session.text("fix-ask", counts.clone()));
    if !agreed {
        session.say("fix-not-made", []);
        return false;
    }
    let mut written = true;
    for (before, after) in changed {
        let path = ("path", before.path.as_str().into());
        match disk::replace_text(root, before, &after.text) {
            Ok(true) => {}
            Ok(false) => {
                session.refuse("fix-changed-meanwhile", [path]);
                written = false;
            }
            Err(error) => {
                let problem = ("problem", error.to_string().into());
                session.refuse("cannot-make-file", [path, problem]);
                written = false;
            }
        }
    }
    if written {
        session.say("fix-made", counts);
    }
    true
}

/// The handbook after all rounds, and how many changes were made.
fn fix_in_rounds(snapshot: &Snapshot, args: &Check, more: &[Finding]) -> (Snapshot, usize) {
    let options = Options {
        drafts: args.checks.drafts,
        today: Some(args.today.unwrap_or_else(terminal::today)),
    };
    let mut memo = Memo::default();
    let mut current = snapshot.clone();
    let mut handbook = load(&current, options, &mut memo);
    let mut left_alone = BTreeSet::new();
    let mut made = 0;
    for round in 0..ROUNDS_MAX {
        let more = if round == 0 { more } else { &[] };
        let fixes = fixes(&handbook, args, more);
        let mut next = current.clone();
        let mut changes = BTreeMap::new();
        for (path, fixes) in fixes {
            let source = current.text(path.as_str());
            let known = source.filter(|source| source.foreign.is_none());
            let Some(source) = known.filter(|_| !left_alone.contains(&path)) else {
                continue;
            };
            let applied = apply(&source.text, &fixes);
            if applied.text != *source.text {
                next.insert_text(path.clone(), applied.text.into_bytes());
                changes.insert(path, applied.count);
            }
        }
        if changes.is_empty() {
            break;
        }
        let after = load(&next, options, &mut memo);
        let worse = worse(&handbook, &after, changes.keys());
        if worse.is_empty() {
            made += changes.values().sum::<usize>();
            (current, handbook) = (next, after);
        } else {
            left_alone.extend(worse);
        }
    }
    (current, made)
}

/// What would fix the findings, by file.
fn fixes(
    handbook: &Handbook,
    args: &Check,
    more: &[Finding],
) -> BTreeMap<HandbookPath, BTreeSet<Fix>> {
    let mut fixes: BTreeMap<HandbookPath, BTreeSet<Fix>> = BTreeMap::new();
    let mut add = |fix: Fix| {
        fixes.entry(fix.path.clone()).or_default().insert(fix);
    };
    if args.fixes.fix {
        let findings = handbook.findings.iter().chain(more);
        findings
            .filter_map(|finding| finding.fix.clone())
            .for_each(&mut add);
    }
    if args.fixes.freeze_ids {
        frozen_ids(&handbook.linked.site).for_each(&mut add);
    }
    fixes
}

/// Those of `paths` that have more errors than before. One that can't be read hides any number of them.
fn worse<'p>(
    before: &Handbook,
    after: &Handbook,
    paths: impl Iterator<Item = &'p HandbookPath>,
) -> Vec<HandbookPath> {
    let errors = |handbook: &Handbook, path: &HandbookPath| {
        let findings = handbook.findings.iter();
        let errors = findings
            .filter(|f| f.severity == Severity::Error && f.place.path.inside() == Some(path));
        let hiding = errors.clone().filter(|f| f.code.severity_locked).count();
        (hiding, errors.count())
    };
    let worse = paths.filter(|path| errors(after, path) > errors(before, path));
    worse.cloned().collect()
}

fn diff(before: &Source, after: &Source, colour: bool) -> String {
    let diff = TextDiff::from_lines(&*before.text, &*after.text);
    let path = before.path.as_str();
    let shown = diff.unified_diff().header(path, path).to_string();
    // A terminal would take the line ends of Windows for a way back to the line's beginning.
    let shown = shown.replace('\r', "");
    if !colour {
        return shown;
    }
    let paint = |line: &str| match line.as_bytes().first() {
        Some(b'+') => format!("\x1b[32m{line}\x1b[0m\n"),
        Some(b'-') => format!("\x1b[31m{line}\x1b[0m\n"),
        _ => format!("{line}\n"),
    };
    shown.lines().map(paint).collect()
}
