//! Answers that an author should know of.

use std::collections::BTreeMap;

use super::{Addresses, Answer, ConnectError};
use crate::diagnostic::{Finding, Place, codes};
use crate::source::{FileText, Span, web};
use crate::text::Arg;

/// What is wrong with `addresses`, at each of their places. `source` gives the text of a path.
pub fn findings<'s>(
    addresses: &Addresses,
    answers: &BTreeMap<String, Answer>,
    source: &impl Fn(&str) -> Option<&'s FileText>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (url, places) in addresses {
        let Some(answer) = answers.get(url) else {
            continue;
        };
        for place in places {
            let source = source(place.path.as_str());
            findings.extend(finding(url, answer, place, source));
        }
    }
    findings
}

fn finding(
    url: &str,
    answer: &Answer,
    place: &Place,
    source: Option<&FileText>,
) -> Option<Finding> {
    let finding = |code| {
        let mut finding = Finding::new(code, &place.path).with("url", url);
        finding.place.span = place.span;
        finding
    };
    let status = |code, status: u16| Some(finding(code).with("status", status.to_string()));
    match answer {
        Answer::Good => None,
        Answer::Gone(code) => status(&codes::EXTERNAL_GONE, *code),
        Answer::Forbidden(code) => status(&codes::EXTERNAL_CLOSED, *code),
        Answer::Failing(code) => status(&codes::EXTERNAL_FAILING, *code),
        Answer::RedirectLoop => Some(finding(&codes::EXTERNAL_ENDLESS)),
        Answer::BadRedirect(to) => {
            Some(finding(&codes::EXTERNAL_LEADS_ASTRAY).with("to", to.as_str()))
        }
        Answer::Unreachable(connect_error) => {
            let problem = match connect_error {
                ConnectError::Address => Arg::Message("external-no-address"),
                ConnectError::Host => Arg::Message("external-no-host"),
                ConnectError::Time => Arg::Message("external-too-slow"),
                ConnectError::Trust => Arg::Message("external-no-trust"),
                ConnectError::Other(problem) => Arg::from(problem.as_str()),
            };
            Some(finding(&codes::EXTERNAL_UNREACHABLE).with("problem", problem))
        }
        Answer::Moved(to) => {
            let to = with_fragment(url, to);
            let moved = finding(&codes::EXTERNAL_MOVED).with("to", to.as_str());
            Some(match place_of(url, place, source) {
                Some(span) if is_same_page(url, &to) => moved.with_fix(span, to),
                _ => moved,
            })
        }
    }
}

/// The new address, with the part behind `#` that the old one had.
fn with_fragment(url: &str, to: &str) -> String {
    match url.split_once('#') {
        Some((_, fragment)) if !to.contains('#') => format!("{to}#{fragment}"),
        _ => to.to_owned(),
    }
}

/// Whether the new address means the old page: many servers lead the addresses of pages that they no
/// longer have to their start page.
fn is_same_page(url: &str, to: &str) -> bool {
    let is_start = |url: &str| web::parse(url).is_ok_and(|url| url.path().len() <= 1);
    let writable = !to.contains(|c: char| c.is_whitespace() || "<>()\"'\\`&".contains(c));
    writable && (is_start(url) || !is_start(to))
}

/// Where the address itself stands at its place, once and as it is.
fn place_of(url: &str, place: &Place, source: Option<&FileText>) -> Option<Span> {
    let span = place.span?;
    let text = source?.get(span.range())?;
    let mut found = text.match_indices(url);
    let (at, _) = found.next()?;
    let ends = |c: char| "<>()\"' \t\n".contains(c);
    let whole = text[at + url.len()..].chars().next().is_none_or(ends);
    let alone = found.next().is_none();
    let from = span.range().start + at;
    (alone && whole).then(|| Span::new(from..from + url.len()))
}
