//! `check --external`: addresses outside the handbook.
//!
//! 1. Answers of former runs are read from a file beside the handbook.
//! 2. What they don't say is asked for, with its number on stderr.
//! 3. All answers are kept for the next run.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::args::Check;
use super::run::Run;
use super::terminal::Progress;
use crate::diagnostic::Finding;
use crate::disk;
use crate::external::{Cache, Client, Limits, Pace, addresses, ask_all, findings};
use crate::link::Linked;
use crate::source::FileText;

/// The answers of former runs, below the handbook's root. The scaffold's `.gitignore` has it.
const CACHE: &str = ".external.transferbuch";

/// When the addresses outside were asked for last, and what was wrong with them then, however long that is ago;
/// nothing if they never were.
pub(super) fn last_asked<'s>(
    root: &Path,
    linked: &Linked,
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Option<(Date, Vec<Finding>)> {
    let cache = Cache::read(&fs::read(root.join(CACHE)).ok()?);
    let asked = i64::try_from(cache.asked()?).ok()?;
    let day = Timestamp::from_second(asked)
        .ok()?
        .to_zoned(TimeZone::UTC)
        .date();
    Some((day, findings(&addresses(linked), &cache.answers(), source)))
}

/// What is wrong with the addresses outside, if that is asked for.
pub(super) fn run(run: &Run<'_>, args: &Check) -> Vec<Finding> {
    if !args.external {
        return Vec::new();
    }
    let session = run.session;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_secs());
    let file = args.cache.clone().unwrap_or_else(|| run.root.join(CACHE));
    let mut cache = fs::read(&file).map_or_else(|_| Cache::default(), |file| Cache::read(&file));

    let addresses = addresses(&run.handbook.linked);
    let mut answers = BTreeMap::new();
    let mut unknown = Vec::new();
    for url in addresses.keys() {
        match cache.get(url, now) {
            Some(answer) => {
                answers.insert(url.clone(), answer.clone());
            }
            None => unknown.push(url.clone()),
        }
    }
    let counts = [
        ("asked", unknown.len().into()),
        ("known", answers.len().into()),
    ];
    session.say("external-asking", counts);
    let progress = Progress::new(session, "external-progress", Instant::now(), unknown.len());
    let client = Client::new(Limits::default());
    let asked = ask_all(&client, unknown, Pace::default(), &|| progress.step());
    progress.finish();
    for (url, answer) in asked {
        cache.put(url.clone(), answer.clone(), now);
        answers.insert(url, answer);
    }
    if let Err(error) = disk::replace(&file, &cache.write(now)) {
        let path = ("path", file.display().to_string().into());
        session.refuse(
            "cannot-make-file",
            [path, ("problem", error.to_string().into())],
        );
    }
    findings(&addresses, &answers, &|path| run.source(path))
}
