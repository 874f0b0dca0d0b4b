//! The events of a text, as pulldown-cmark reads it, with typographic marks of its language.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::quotes::{self, Quotes};
use crate::config::{Config, EditionId};

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings<'a> {
    /// BCP 47 code of its language.
    pub language: &'a str,
    /// Whether HTML is HTML; else it is shown as text.
    pub raw_html: bool,
}

impl<'a> Settings<'a> {
    /// How a handbook's texts in the language of an edition are read.
    pub fn of(config: &'a Config, edition: EditionId) -> Self {
        Self {
            language: config.language(edition),
            raw_html: config.raw_html,
        }
    }
}

/// Events with their bytes in the text.
pub struct Events<'t> {
    text: &'t str,
    events: OffsetIter<'t>,
    quotes: Quotes,
    raw_html: bool,
    /// Inner quotations that are open in the present block: a closing mark with none open is an
    /// apostrophe.
    open: usize,
}

impl<'t> Events<'t> {
    /// The events of `text`.
    pub fn new(text: &'t str, settings: Settings<'_>) -> Self {
        let events = Parser::new_ext(text, options()).into_offset_iter();
        let quotes = quotes::of(settings.language);
        Self {
            text,
            events,
            quotes,
            raw_html: settings.raw_html,
            open: 0,
        }
    }

    /// The mark that stands for the straight one at `range`, for which `curly` was chosen.
    fn mark(&mut self, curly: &str, range: &Range<usize>) -> Option<&'static str> {
        match (self.text.get(range.clone())?, curly) {
            ("\"", "“") => Some(self.quotes.outer[0]),
            ("\"", "”") => Some(self.quotes.outer[1]),
            ("'", "‘") => {
                self.open += 1;
                Some(self.quotes.inner[0])
            }
            ("'", "’") => {
                let letter_before = self.text[..range.start].ends_with(char::is_alphanumeric);
                let letter_after = self.text[range.end..].starts_with(char::is_alphanumeric);
                if self.open == 0 || letter_before && letter_after {
                    return Some("’");
                }
                self.open -= 1;
                Some(self.quotes.inner[1])
            }
            _ => None,
        }
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = (Event<'t>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let (event, range) = self.events.next()?;
        let event = match event {
            Event::Text(text) => match self.mark(&text, &range) {
                Some(mark) => Event::Text(CowStr::Borrowed(mark)),
                None => Event::Text(text),
            },
            Event::Html(text) | Event::InlineHtml(text) if !self.raw_html => Event::Text(text),
            Event::Start(Tag::HtmlBlock) if !self.raw_html => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) if !self.raw_html => Event::End(TagEnd::Paragraph),
            Event::Start(tag @ (Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell)) => {
                self.open = 0;
                Event::Start(tag)
            }
            event => event,
        };
        Some((event, range))
    }
}

/// What is read beyond CommonMark.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, language: &str) -> String {
        Events::new(
            text,
            Settings {
                language,
                raw_html: true,
            },
        )
        .filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        })
        .collect()
    }

    #[test]
    fn straight_marks_become_those_of_the_language() {
        assert_eq!(plain("Er sagte: \"Ja.\"", "de"), "Er sagte: „Ja.“");
        assert_eq!(plain("He said \"yes\"", "en"), "He said “yes”");
        assert_eq!(plain("\"Das 'Wir' zählt\"", "de"), "„Das ‚Wir‘ zählt“");
        assert_eq!(plain("2015 -- 2018 ...", "de"), "2015 – 2018 …");
    }

    #[test]
    fn apostrophes_stay_apostrophes() {
        assert_eq!(
            plain("Wie geht's? Hans' Hut", "de"),
            "Wie geht’s? Hans’ Hut"
        );
        assert_eq!(plain("'So geht's', sagt er", "de"), "‚So geht’s‘, sagt er");
    }

    #[test]
    fn typed_marks_and_code_stay_as_they_are() {
        assert_eq!(plain("“typed” `\"x\"` »so«", "de"), "“typed” \"x\" »so«");
    }

    #[test]
    fn html_can_be_switched_off() {
        let settings = Settings {
            language: "de",
            raw_html: false,
        };
        let html = Events::new("<b>x</b>\n\n<div>\n", settings)
            .any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
        assert!(!html);
    }
}
