//! Findings for people: the line, a caret under the place, and what to do, as rustc lays it out.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Place, Severity};
use crate::source::FileText;
use crate::text::{Arg, Args, Catalog};

/// How findings are shown.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether with colours.
    pub colour: bool,
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
    // A caret needs a place in the text: an edited file may have become shorter.
    let len = source.len();
    let start = floor(source, (span.start as usize).min(len));
    let end = floor(source, (span.end as usize).clamp(start, len));
    let end = source[start..end]
        .find(['\n', '\r'])
        .map_or(end, |line| start + line.max(1));
    // Only the line that the place begins in is shown, so only that is given.
    let line = source.line_index().line(start);
    let place = start - line.range.start..end.min(len) - line.range.start;
    let mut annotation = kind.span(place);
    if let Some(label) = label {
        annotation = annotation.label(label);
    }
    group.element(
        Snippet::source(&source[line.range])
            .line_start(line.number)
            .path(path)
            .annotation(annotation),
    )
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
