//! Findings of links.

use percent_encoding::percent_decode_str;

use crate::diagnostic::{Code, Finding, codes};
use crate::markdown::{Destination, DestinationKind};
use crate::source::HandbookPath;

pub(super) fn wrong_case(finding: Finding, found: &str) -> Finding {
    // As it is called on the disk.
    let found = percent_decode_str(found).decode_utf8_lossy();
    with_code(finding, &codes::WRONG_CASE).with("found", found.as_ref())
}

pub(super) fn located(
    code: &'static Code,
    path: &HandbookPath,
    destination: &Destination,
) -> Box<Finding> {
    let finding = Finding::new(code, path).at(destination.span);
    Box::new(finding.with("target", destination.target.as_str()))
}

pub(super) fn with_code(finding: Finding, code: &'static Code) -> Finding {
    Finding {
        code,
        severity: code.severity,
        ..finding
    }
}

/// Of what there is none at `link`.
pub(super) fn code_of_missing(kind: DestinationKind, link: &str) -> &'static Code {
    let name = link.trim_end_matches('/').rsplit(['/', '\\']).next();
    let ending = name.and_then(|name| Some(name.rsplit_once('.')?.1));
    let is_file = ending.is_some_and(|end| !end.is_empty() && !end.eq_ignore_ascii_case("md"));
    if is_file || kind == DestinationKind::Image {
        &codes::UNKNOWN_FILE
    } else {
        &codes::UNKNOWN_CHAPTER
    }
}
