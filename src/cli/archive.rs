//! `archive`: a published edition as files to hand on.

use std::path::{Path, absolute};

use jiff::Timestamp;

use super::args::Archive;
use super::release::epoch;
use super::{FINDINGS, Session, report};
use crate::publish;

/// Packs the edition that a published folder holds.
pub(super) fn run(session: &Session, args: &Archive) -> u8 {
    // Files in a published folder that weren't published would be taken for changes by hand.
    if within(&args.out, &args.dir) {
        return session.refuse(
            "archive-inside",
            [("dir", args.dir.display().to_string().into())],
        );
    }
    let edition = match publish::edition(&args.dir) {
        Ok(edition) => edition,
        Err(findings) => {
            report::show(session, &findings, &|_| None);
            return FINDINGS;
        }
    };
    if edition.put_in_order {
        let dir = ("dir", args.dir.display().to_string().into());
        session.say("put-in-order", [dir]);
    }
    // What is no release carries no day: the first that archives know, and never the clock's.
    let time = epoch().or_else(|| edition.day());
    let time = time.unwrap_or(Timestamp::UNIX_EPOCH);
    match publish::pack(&edition, time, &args.out) {
        Ok(files) => {
            for path in files {
                session.say("archived", [("path", path.display().to_string().into())]);
            }
            0
        }
        Err((path, problem)) => {
            let path = ("path", path.display().to_string().into());
            let problem = ("problem", problem.to_string().into());
            session.refuse("cannot-make-file", [path, problem]);
            FINDINGS
        }
    }
}

/// Whether `inner` lies in `outer` or is it.
fn within(inner: &Path, outer: &Path) -> bool {
    match (absolute(inner), absolute(outer)) {
        (Ok(inner), Ok(outer)) => inner.starts_with(outer),
        _ => false,
    }
}
