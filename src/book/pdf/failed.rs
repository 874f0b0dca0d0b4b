//! What Typst says of a `book.typ`, as findings at its place in the theme.

use std::collections::BTreeSet;

use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::syntax::DiagSpan;

use super::world::{Files, MAIN, path_of};
use crate::book::Book;
use crate::diagnostic::{Finding, codes};
use crate::source::Span;

/// The findings for errors.
pub(super) fn findings(
    book: &Book<'_>,
    world: &Files,
    errors: &EcoVec<SourceDiagnostic>,
) -> Vec<Finding> {
    let mut places = BTreeSet::new();
    let mut findings = Vec::new();
    for error in errors {
        let files = book.sources.theme.book_files();
        let in_theme = |span: DiagSpan| {
            let name = path_of(span.id()?);
            let range = world.range(span)?;
            files.get(name).map(|file| (file, range))
        };
        // What calls a thing that fails is nearer to the mistake than what comes from the data.
        let calls = error.trace.iter().map(|call| DiagSpan::from(call.span));
        let place = std::iter::once(error.span).chain(calls).find_map(in_theme);
        let message = error.message.to_string();
        let finding = match place {
            Some((file, range)) => {
                Finding::new(&codes::BOOK_TEMPLATE, &file.place).at(Span::new(range))
            }
            None => match files.get(MAIN) {
                Some(file) => Finding::new(&codes::BOOK_TEMPLATE, &file.place),
                None => continue,
            },
        };
        if places.insert((finding.place.path.to_string(), message.clone())) {
            findings.push(finding.with("message", message));
        }
    }
    findings
}

/// The warnings that would leave a book wrong: a font that isn't there, or numbers of pages that may not be
/// those of the pages.
pub(super) fn doubtful(warnings: &EcoVec<SourceDiagnostic>) -> EcoVec<SourceDiagnostic> {
    let is_doubtful = |warning: &&SourceDiagnostic| {
        warning.message.starts_with("unknown font family")
            || warning.message.contains("did not converge")
    };
    warnings.iter().filter(is_doubtful).cloned().collect()
}
