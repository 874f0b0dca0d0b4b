//! Findings for people: the line, a caret under the place, and what to do, as rustc lays it out.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Place, Severity};
use crate::source::{FileText, Span};
use crate::text::{Arg, Args, Catalog};

/// How findings are shown.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether with colours.
    pub colour: bool,
}

/// Findings that say the same of different places are shown once if there are more of them than these.
const ALIKE_MAX: usize = 3;

/// One finding, and others that say the same of other places.
#[derive(Debug)]
pub struct Fold<'f> {
    /// The one to show.
    pub first: &'f Finding,
    /// The others; only counted.
    pub rest: Vec<&'f Finding>,
}

/// The findings in the order to read them: what keeps others from being true first, then errors before
/// warnings before notes, each by place. Many that say the same are one.
pub fn folded<'f>(findings: &'f [Finding], texts: &Catalog) -> Vec<Fold<'f>> {
    let mut order: Vec<&Finding> = findings.iter().collect();
    order.sort_by_key(|finding| (finding.severity, !finding.code.severity_locked));
    let alike = |finding: &Finding| {
        let message = texts.get(finding.code.slug, &finding.args);
        (finding.code.slug, finding.severity, message)
    };
    let mut groups: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    let mut keys = Vec::with_capacity(order.len());
    for finding in order {
        let key = alike(finding);
        let group = groups.entry(key.clone()).or_default();
        group.push(finding);
        keys.push((key, group.len()));
    }
    let fold = |(key, number): ((&'static str, Severity, Option<String>), usize)| {
        let group = &groups[&key];
        if group.len() <= ALIKE_MAX {
            let first = group[number - 1];
            return Some(Fold {
                first,
                rest: Vec::new(),
            });
        }
        let rest = group[1..].to_vec();
        (number == 1).then(|| Fold {
            first: group[0],
            rest,
        })
    };
    keys.into_iter().filter_map(fold).collect()
}

/// One finding in full. `source` gives the text of a path.
pub fn finding<'a>(
    finding: &Finding,
    texts: &Catalog,
    source: &impl Fn(&str) -> Option<&'a FileText>,
    style: Style,
) -> String {
    let slug = finding.code.slug;
    let title = texts
        .get(slug, &finding.args)
        .unwrap_or_else(|| slug.to_owned());
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = texts.plain(severity_name(finding.severity));
    let help = Level::HELP.with_name(texts.plain("help"));
    let hint = texts.get(&format!("{slug}.hint"), &finding.args);
    let nearest = finding.suggestion.as_ref().and_then(|nearest| {
        texts.get(
            "nearest",
            &Args::from([("nearest", Arg::from(nearest.as_str()))]),
        )
    });
    let other_label = finding
        .related
        .as_ref()
        .map(|related| texts.plain(related.label));

    let mut group = Group::with_title(level.with_name(name).primary_title(title).id(slug));
    group = add_place(group, &finding.place, source, AnnotationKind::Primary, None);
    if let Some(related) = &finding.related {
        let label = other_label.as_deref();
        group = add_place(
            group,
            &related.place,
            source,
            AnnotationKind::Context,
            label,
        );
    }
    for message in [nearest, hint].into_iter().flatten() {
        group = group.element(help.clone().message(message));
    }
    let renderer = if style.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}

/// The message id of a severity's name.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    }
}

fn add_place<'a, 's: 'a>(
    group: Group<'a>,
    place: &'a Place,
    source: &impl Fn(&str) -> Option<&'s FileText>,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Group<'a> {
    let path = place.path.as_str();
    let (Some(span), Some(source)) = (place.span, source(path)) else {
        return group.element(Origin::path(path));
    };
    let line = marked_line(source, span);
    let mut annotation = kind.span(line.place);
    if let Some(label) = label {
        annotation = annotation.label(label);
    }
    group.element(
        Snippet::source(line.text)
            .line_start(line.number)
            .path(path)
            .annotation(annotation),
    )
}

/// The line in which a place begins, and the place in it.
pub(crate) struct MarkedLine<'s> {
    /// Counted from one.
    pub number: usize,
    pub text: &'s str,
    /// In bytes of the text. Ends with the line, where the place goes on behind it.
    pub place: Range<usize>,
}

/// The line of `source` in which `span` begins.
pub(crate) fn marked_line(source: &FileText, span: Span) -> MarkedLine<'_> {
    // A caret needs a place in the text: an edited file may have become shorter.
    let len = source.len();
    let start = floor(source, (span.start as usize).min(len));
    let end = floor(source, (span.end as usize).clamp(start, len));
    let end = source[start..end]
        .find(['\n', '\r'])
        .map_or(end, |line| start + line.max(1));
    let line = source.line_index().line(start);
    MarkedLine {
        number: line.number,
        place: start - line.range.start..end.min(len) - line.range.start,
        text: &source[line.range],
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{PlacePath, codes};
    use crate::text::{Language, program};

    #[test]
    fn errors_come_first_and_many_alike_are_one() {
        let finding = |code, path: &str, at: usize| {
            Finding::new(code, PlacePath::from_root(path)).at(Span::new(at..at + 1))
        };
        let mut findings = vec![finding(&codes::SECOND_TITLE, "a", 0)];
        findings.extend((0..6).map(|at| finding(&codes::INCLUDE_IN_FIELD, "b", at)));
        findings.extend((0..3).map(|at| finding(&codes::FIELD_WITHOUT_VALUES, "c", at)));
        findings.push(finding(&codes::FRONT_MATTER_UNCLOSED, "d", 0));
        let folds = folded(&findings, program(Language::English));
        let shown: Vec<_> = folds
            .iter()
            .map(|fold| {
                (
                    fold.first.code.slug,
                    fold.first.place.span.unwrap().start,
                    fold.rest.len(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("front-matter-unclosed", 0, 0),
                ("include-in-field", 0, 5),
                ("field-without-values", 0, 0),
                ("field-without-values", 1, 0),
                ("field-without-values", 2, 0),
                ("second-title", 0, 0),
            ]
        );
    }
}
