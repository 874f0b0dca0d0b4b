//! `verify`: a published folder held against what it says of itself, and put right from an archive.

use super::args::Verify;
use super::{FINDINGS, Session, report};
use crate::publish;

/// Says which files of a published folder aren't as they were published; first brings back what an
/// archive has of them.
pub(super) fn run(session: &Session, args: &Verify) -> u8 {
    let dir = || ("dir", args.dir.display().to_string().into());
    let last = match publish::last(&args.dir) {
        Ok(last) => last,
        Err(finding) => {
            report::show(session, &[*finding], &|_| None);
            return failed(session, 1);
        }
    };
    if last.put_in_order {
        session.say("put-in-order", [dir()]);
    }
    if let Some(archive) = &args.restore {
        match publish::restore(&args.dir, &last.manifest, archive) {
            Ok(files) => session.say("restored", [("files", files.into())]),
            Err(problem) => {
                let path = ("path", archive.display().to_string().into());
                let problem = ("problem", problem.to_string().into());
                return session.refuse("archive-unreadable", [path, problem]);
            }
        }
    }
    let (files, findings) = publish::verify(&args.dir, &args.dir, &last.manifest);
    report::show(session, &findings, &|_| None);
    if findings.is_empty() {
        session.say("verified", [("files", files.into())]);
        return 0;
    }
    let code = failed(session, findings.len());
    if args.restore.is_none() {
        session.say("verify-way-out", [dir()]);
    }
    code
}

fn failed(session: &Session, files: usize) -> u8 {
    errln!(
        "{}",
        session.text("verify-failed", [("files", files.into())])
    );
    FINDINGS
}
