//! Links that can be corrected where they stand.

use crate::diagnostic::{Finding, is_plain};
use crate::source::{Source, Span};

/// Lets the finding be fixed by writing `meant` for `found` at its place, where `found` stands
/// there once and as it is. A link with escapes, or one that is defined elsewhere, is left alone.
pub(super) fn suggest_replacement(
    finding: Finding,
    source: &Source,
    found: &str,
    meant: &str,
) -> Finding {
    replace_if(is_plain(meant), finding, source, found, meant)
}

/// As [`suggest_replacement`], with the address that was meant.
pub(super) fn suggest_address(
    finding: Finding,
    source: &Source,
    found: &str,
    meant: &str,
) -> Finding {
    // What needs no quotes or escapes in Markdown and YAML.
    let plain = |c: char| c.is_alphanumeric() || "-_./~:@?=+&%#,".contains(c);
    replace_if(meant.chars().all(plain), finding, source, found, meant)
}

fn replace_if(
    is_plain: bool,
    finding: Finding,
    source: &Source,
    found: &str,
    meant: &str,
) -> Finding {
    let span = finding.place.span.filter(|_| is_plain);
    match span.and_then(|span| only(source, span, found)) {
        Some(place) => finding.with_fix(place, meant),
        None => finding,
    }
}

/// The only place of `part` within `span` where it isn't part of something longer.
fn only(source: &Source, span: Span, part: &str) -> Option<Span> {
    let text = source.text.get(span.range())?;
    let mut places = text.match_indices(part).filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let behind = text[at + part.len()..].chars().next();
        before.is_none_or(|c| "<\"'#".contains(c)) && behind.is_none_or(|c| "#?>\"'".contains(c))
    });
    let (at, _) = places.next()?;
    let alone = places.next().is_none();
    alone.then(|| Span::new(at..at + part.len()).shifted(span.range().start))
}
