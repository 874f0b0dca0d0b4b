//! The pages that the law asks for are named, and are no templates any more; then the handbook has an address.

use super::Content;
use crate::config::FILE;
use crate::diagnostic::{Finding, codes};
use crate::markdown::Events;
use crate::markdown::Settings;
use crate::site::Chapter;
use crate::source::{HandbookPath, Span, Spanned};

/// The pages, by the keys of `legal`.
const PAGES: [&str; 3] = ["imprint", "privacy", "accessibility"];

/// Words that stand for what is still to be said.
const PLACEHOLDERS: [&str; 12] = [
    "Muster:",
    "Muster.",
    "Mustermann",
    "Musterfrau",
    "Musterstraße",
    "Musterstadt",
    "Platzhalter",
    "Placeholder",
    "Sample.",
    "TODO",
    "XXX",
    "Lorem ipsum",
];

/// Finds pages that are missing, and pages that say nothing yet. A bare folder has no settings, and
/// is hardly meant for the public; and templates may stay until the handbook has an address. Who has filled them in
/// is about to publish, and hears what the site lacks without one.
pub(super) fn pages(content: &Content<'_>) -> Vec<Finding> {
    let site = &content.linked.site;
    if content.snapshot.text(FILE).is_none() {
        return Vec::new();
    }
    // They may be named in what can't be read of the settings.
    if site.config.is_partial {
        return Vec::new();
    }
    let named: Vec<&str> = site.config.legal.pages().map(|(name, _)| name).collect();
    let missing = PAGES.iter().filter(|page| !named.contains(page));
    let mut findings: Vec<Finding> = missing
        .map(|page| {
            Finding::new(&codes::MISSING_LEGAL_PAGE, HandbookPath::literal(FILE))
                .with("page", *page)
        })
        .collect();
    let mut placeholders = Vec::new();
    for page in content.linked.legal() {
        for translation in &site.chapter(page.chapter).translations {
            let chapter = site.chapter(*translation);
            let settings = Settings {
                language: "",
                raw_html: site.config.raw_html,
            };
            placeholders.extend(placeholder(chapter, settings).map(|found| {
                Finding::new(&codes::PLACEHOLDER_IN_LEGAL_PAGE, chapter.path())
                    .at(found.span)
                    .with("text", found.value)
            }));
        }
    }
    if site.config.url.is_some() {
        findings.extend(placeholders);
    } else if findings.is_empty() && placeholders.is_empty() {
        let file = HandbookPath::literal(FILE);
        findings.push(Finding::new(&codes::MISSING_URL, file));
    }
    findings
}

/// The first placeholder of a page. Its text is read again: there are only three such pages.
fn placeholder(chapter: &Chapter, settings: Settings<'_>) -> Option<Spanned<String>> {
    let parsed = &chapter.parsed;
    let events = Events::new(parsed.text(), &parsed.document.prepared, settings);
    let mut open: Option<usize> = None;
    for (event, range) in events {
        let pulldown_cmark::Event::Text(text) = event else {
            continue;
        };
        let span = |start: usize| Span::new(start..range.end).shifted(parsed.body);
        if let Some(word) = PLACEHOLDERS.iter().find(|word| text.contains(**word)) {
            return Some(Spanned::new((*word).to_owned(), span(range.start)));
        }
        match (&*text, open) {
            ("[", _) => open = Some(range.start),
            ("]", Some(start)) => {
                open = None;
                let inside = &parsed.text()[start..range.end];
                // `[x]` and `[…]` may be part of a quotation.
                if inside.chars().filter(|c| c.is_alphabetic()).count() > 2 {
                    return Some(Spanned::new(inside.to_owned(), span(start)));
                }
            }
            _ => {}
        }
    }
    None
}
