//! Headings: one title, and no level left out.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::markdown::Heading;
use crate::site::Chapter;

/// Finds headings that stand too deep below the one before, and titles beside the page's own.
pub(super) fn levels(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let mut findings = Vec::new();
    for (path, parsed) in site.texts.iter() {
        let chapter = site.at_path(path.as_str()).map(|id| site.chapter(id));
        // A part stands below the heading of the place that it is put in: only its own steps count.
        let mut last = chapter.map(|_| 1);
        let title = chapter.is_some_and(Chapter::opens_with_title);
        for heading in parsed.document.headings().skip(usize::from(title)) {
            let finding = |code| Finding::new(code, path).at(heading.span);
            if chapter.is_some() && heading.level == 1 {
                let text = content.snapshot.text(path.as_str());
                let is_underlined = text.is_some_and(|source| {
                    let written = source.text.get(heading.span.range());
                    written.unwrap_or_default().trim_end().ends_with('=')
                });
                let written = if is_underlined { "underlined" } else { "sign" };
                findings.push(finding(&codes::SECOND_TITLE).with("written", written));
            } else if let Some(last) = last
                && heading.level > last + 1
            {
                let marks = |level: u8| "#".repeat(level.into());
                findings.push(
                    finding(&codes::HEADING_LEVEL_SKIPPED)
                        .with("found", marks(heading.level))
                        .with("wanted", marks(last + 1)),
                );
            }
            last = Some(shown(heading, chapter.is_some()));
        }
    }
    findings
}

/// A second title is shown one level down.
fn shown(heading: &Heading, in_chapter: bool) -> u8 {
    if in_chapter {
        heading.level.max(2)
    } else {
        heading.level
    }
}
