//! Ids that stay when files move.

use super::{Chapter, Site};
use crate::diagnostic::{Edit, Fix};
use crate::kind::front_matter::split;
use crate::source::Span;
use crate::yaml::write::scalar;

/// For each chapter that doesn't say its id: a line that says the one it has by its path. References
/// then hold wherever its file is moved to.
pub fn frozen_ids(site: &Site) -> impl Iterator<Item = Fix> {
    let open = site
        .chapters
        .iter()
        .filter(|chapter| chapter.parsed.front.id.is_none());
    open.map(|chapter| fix(chapter))
}

fn fix(chapter: &Chapter) -> Fix {
    let line = format!("id: {}\n", scalar(&chapter.id));
    let edit = match split(&chapter.parsed.source.text).0 {
        Some(front) => Edit {
            span: Span::new(front.end..front.end),
            text: line,
        },
        None => Edit {
            span: Span::default(),
            text: format!("---\n{line}---\n"),
        },
    };
    Fix {
        path: chapter.path().clone(),
        edits: vec![edit],
    }
}
