//! Tera's errors as findings.

use std::collections::BTreeMap;

use tera::ErrorKind;

use crate::diagnostic::{Code, Finding};
use crate::source::{HandbookPath, Span};

static SYNTAX: Code = Code::fatal("template-syntax");
static RENDERING: Code = Code::fatal("template-error");

/// The finding for `error`. `paths` gives the file of a template; `page` is the page at hand.
pub(super) fn finding(
    error: &tera::Error,
    page: Option<&str>,
    paths: &BTreeMap<String, String>,
) -> Finding {
    let file = |name: &str| {
        let path = paths.get(name).map_or(name, String::as_str);
        HandbookPath::from(path)
    };
    let (code, path, span, message) = match error.kind() {
        ErrorKind::SyntaxError(report) => (
            &SYNTAX,
            file(report.filename()),
            Some(report.span()),
            report.message().to_owned(),
        ),
        ErrorKind::RenderingError(report) => (
            &RENDERING,
            file(report.filename()),
            Some(report.span()),
            report.message().to_owned(),
        ),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (&SYNTAX, file(tpl), None, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => {
            (&SYNTAX, file(current), None, error.to_string())
        }
        ErrorKind::TemplateNotFound(name) => (&RENDERING, file(name), None, error.to_string()),
        _ => (&RENDERING, file("base.html"), None, error.to_string()),
    };
    let mut finding = Finding::new(code, &path).with("message", message.trim_end_matches('.'));
    if let Some(span) = span {
        finding = finding.at(Span::new(span.range.clone()));
    }
    finding.with("page", page.unwrap_or("–"))
}
