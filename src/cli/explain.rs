//! `explain`: what a finding means.

use super::args::Explain;
use super::{Session, USAGE};
use crate::diagnostic::Suggestions;
use crate::diagnostic::explanations::{Explanation, all, of};
use crate::diagnostic::human::severity_name;

/// Prints the explanation of a finding, or the list of all.
pub(super) fn run(session: &Session, args: &Explain) -> u8 {
    let Some(slug) = &args.slug else {
        let list = all(session.language);
        let width = list
            .iter()
            .map(|one| one.slug.len())
            .max()
            .unwrap_or_default();
        for one in list {
            let severity = session.texts.plain(severity_name(one.severity));
            outln!("{:width$}  {severity}", one.slug);
        }
        return 0;
    };
    // People copy what they see: `error[unknown-key]`.
    let bare = slug
        .rsplit('[')
        .next()
        .unwrap_or(slug)
        .trim_end_matches([']', ':']);
    match of(session.language, bare) {
        Some(explanation) => {
            show(session, explanation);
            0
        }
        None => unknown(session, bare),
    }
}

fn show(session: &Session, explanation: &Explanation) {
    let severity = session.texts.plain(severity_name(explanation.severity));
    outln!("{severity}[{}]\n\n{}", explanation.slug, explanation.text);
}

fn unknown(session: &Session, slug: &str) -> u8 {
    let slugs = all(session.language).iter().map(|one| one.slug);
    match Suggestions::new(slugs).nearest(slug) {
        Some(nearest) => session.refuse(
            "explain-unknown-nearest",
            [("slug", slug.into()), ("nearest", nearest.into())],
        ),
        None => session.refuse("explain-unknown", [("slug", slug.into())]),
    };
    USAGE
}
