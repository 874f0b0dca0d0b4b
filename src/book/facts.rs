//! What is known of a book before its parts are made, and what its parts are called.

use super::outline::{Placed, Selection, chapters_of};
use super::{Sources, Wanted};
use crate::site::Node;
use crate::theme::{BookFacts, BookPart};

/// What is known of a book with these parts.
pub(super) fn facts(sources: Sources<'_>, wanted: &Wanted, parts: &[Placed]) -> BookFacts {
    let Sources { linked, plan, .. } = sources;
    let site = &linked.site;
    let language = site.edition(wanted.edition).language.as_str();
    let chapters = chapters_of(parts);
    let days = chapters
        .iter()
        .filter_map(|id| site.chapter(*id).parsed.front.updated);
    let released = plan.release().map(|release| release.date);
    let handbook = site.title(language).to_owned();
    let description = site.config.description.get(language).to_owned();
    let (title, subtitle) = match (&wanted.selection, heads(parts).as_slice()) {
        (Selection::Only(..), [only]) => (title_of(sources, *only), handbook),
        _ => (handbook, description),
    };
    BookFacts {
        format: wanted.format.extension(),
        edition: wanted.edition,
        title,
        subtitle,
        date: wanted.date.or(released).or_else(|| days.max()),
        has_glossary: parts.iter().any(|placed| placed.part == BookPart::Glossary),
        chapters,
    }
}

/// The parts with chapters that stand in no other.
fn heads(parts: &[Placed]) -> Vec<BookPart> {
    let is_head = |placed: &&Placed| {
        placed.depth == 0 && matches!(placed.part, BookPart::Chapter(_) | BookPart::Section(_))
    };
    parts
        .iter()
        .filter(is_head)
        .map(|placed| placed.part)
        .collect()
}

fn title_of(sources: Sources<'_>, part: BookPart) -> String {
    let site = &sources.linked.site;
    match part {
        BookPart::Chapter(id) => site.chapter(id).title.clone(),
        BookPart::Section(id) => site.section(id).title.clone(),
        _ => String::new(),
    }
}

/// What a part is called: with its number, where the handbook numbers its chapters.
pub(super) fn title(sources: Sources<'_>, part: BookPart, facts: &BookFacts) -> String {
    let node = match part {
        BookPart::Chapter(id) => Node::Chapter(id),
        BookPart::Section(id) => Node::Section(id),
        BookPart::Title => return facts.title.clone(),
        part => return sources.theme.title_of_part(part, facts.edition),
    };
    let title = title_of(sources, part);
    match sources.linked.number(node) {
        Some(number) => format!("{number}\u{a0}{title}"),
        None => title,
    }
}
