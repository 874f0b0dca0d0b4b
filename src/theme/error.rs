//! Tera's errors as findings.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::ErrorKind;

use crate::diagnostic::{Finding, PlacePath, codes};
use crate::source::{FileText, Span};

/// The findings for what Tera says when it takes in templates. It has a report for each problem and
/// gives some of them as one text.
pub(super) fn on_loading(
    error: &tera::Error,
    paths: &BTreeMap<String, PlacePath>,
    source: impl Fn(&str) -> Option<Arc<FileText>>,
) -> Vec<Finding> {
    let ErrorKind::Msg(reports) = error.kind() else {
        return vec![finding(error, None, paths)];
    };
    let mut findings = Vec::new();
    let mut message = "";
    for line in reports.lines() {
        if let Some(title) = line.strip_prefix("error: ") {
            message = title;
        }
        let Some((name, row, column)) = line.trim().strip_prefix("--> ").and_then(place) else {
            continue;
        };
        let path = file(name, paths);
        let span =
            source(path.as_str()).map_or(0..0, |source| range(&source, row, column, message));
        let finding = Finding::new(&codes::TEMPLATE_SYNTAX, path).at(Span::new(span));
        findings.push(finding.with("message", message.trim_end_matches('.')));
    }
    if findings.is_empty() {
        findings.push(finding(error, None, paths));
    }
    findings
}

/// The file of a template: for one that isn't there, its name.
fn file(name: &str, paths: &BTreeMap<String, PlacePath>) -> PlacePath {
    paths
        .get(name)
        .cloned()
        .unwrap_or_else(|| PlacePath::outside(name))
}

/// `chapter.html:2:17` taken apart.
fn place(text: &str) -> Option<(&str, usize, usize)> {
    let mut parts = text.trim_matches(['[', ']']).rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let row = parts.next()?.parse().ok()?;
    Some((parts.next()?, row, column))
}

/// Where a problem is: at the name that the message quotes, if the row has it, else at the place that
/// Tera gives, which may be behind it. Rows and columns count from 1.
fn range(text: &str, row: usize, column: usize, message: &str) -> Range<usize> {
    let start: usize = text
        .split_inclusive('\n')
        .take(row.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = text
        .get(start..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or_default();
    let name = message.split('`').nth(1).unwrap_or_default();
    if let Some(at) = line.rfind(name).filter(|_| !name.is_empty()) {
        return start + at..start + at + name.len();
    }
    let at = line
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(line.len(), |(at, _)| at);
    start + at..start + at + 1
}

/// The finding for `error`. `paths` gives the file of a template; `page` is the page at hand.
pub(super) fn finding(
    error: &tera::Error,
    page: Option<&str>,
    paths: &BTreeMap<String, PlacePath>,
) -> Finding {
    let file = |name: &str| file(name, paths);
    let (code, path, span, message) = match error.kind() {
        ErrorKind::SyntaxError(report) => (
            &codes::TEMPLATE_SYNTAX,
            file(report.filename()),
            Some(report.span()),
            report.message().to_owned(),
        ),
        ErrorKind::RenderingError(report) => (
            &codes::TEMPLATE_ERROR,
            file(report.filename()),
            Some(report.span()),
            report.message().to_owned(),
        ),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (&codes::TEMPLATE_SYNTAX, file(tpl), None, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (
            &codes::TEMPLATE_SYNTAX,
            file(current),
            None,
            error.to_string(),
        ),
        ErrorKind::TemplateNotFound(name) => {
            (&codes::TEMPLATE_ERROR, file(name), None, error.to_string())
        }
        _ => (
            &codes::TEMPLATE_ERROR,
            file("base.html"),
            None,
            error.to_string(),
        ),
    };
    let mut finding = Finding::new(code, path).with("message", message.trim_end_matches('.'));
    if let Some(span) = span {
        finding = finding.at(Span::new(span.range.clone()));
    }
    finding.with("page", page.unwrap_or("–"))
}
