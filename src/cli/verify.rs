//! `verify`: a published folder held against what it says of itself.

use super::args::Verify;
use super::{FINDINGS, Session, report};
use crate::publish;

/// Says which files of a published folder aren't as they were published.
pub(super) fn run(session: &Session, args: &Verify) -> u8 {
    let (files, findings) = match publish::last(&args.dir) {
        Ok(last) => {
            if last.put_in_order {
                let dir = ("dir", args.dir.display().to_string().into());
                session.say("put-in-order", [dir]);
            }
            publish::verify(&args.dir, &args.dir, &last.manifest)
        }
        Err(finding) => (0, vec![*finding]),
    };
    report::show(session, &findings, &|_| None);
    if findings.is_empty() {
        session.say("verified", [("files", files.into())]);
        return 0;
    }
    errln!(
        "{}",
        session.text("verify-failed", [("files", findings.len().into())])
    );
    FINDINGS
}
