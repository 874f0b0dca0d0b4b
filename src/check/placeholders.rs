//! What new chapters begin with isn't published.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::kind::Status;
use crate::markdown::{Events, Settings};
use crate::site::Parsed;
use crate::source::Span;
use crate::text::{Language, program};

/// The sentences that the program writes into new chapters.
const SENTENCES: [&str; 2] = ["add-body", "add-section-body"];

/// Finds those that were left standing in chapters that are no drafts.
pub(super) fn left(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    let sentences: Vec<String> = Language::ALL
        .into_iter()
        .flat_map(|language| SENTENCES.map(|id| program(language).plain(id)))
        .collect();
    let mut findings = Vec::new();
    for (path, parsed) in site.texts.iter() {
        if parsed.front.status == Status::Draft {
            continue;
        }
        let mut found = sentences.iter();
        let found = found.find_map(|sentence| {
            let at = parsed.text().find(sentence.as_str())?;
            is_text(parsed, at, site.config.raw_html).then_some((sentence, at))
        });
        if let Some((sentence, at)) = found {
            let span = Span::new(at..at + sentence.len()).shifted(parsed.body);
            let finding = Finding::new(&codes::PLACEHOLDER_LEFT, path).at(span);
            findings.push(finding.with("text", sentence.as_str()));
        }
    }
    findings
}

/// Whether what stands at a place is text, and no example of it in code.
fn is_text(parsed: &Parsed, at: usize, raw_html: bool) -> bool {
    let settings = Settings {
        language: "",
        raw_html,
    };
    let mut in_code = false;
    let mut events = Events::new(parsed.text(), &parsed.document.prepared, settings);
    events.any(|(event, range)| {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        matches!(event, Event::Text(_)) && !in_code && range.contains(&at)
    })
}
