//! The events of a text, its HTML still as it was written.
//!
//! 1. pulldown-cmark reads the text with its marks; the characters that they stand for come back.
//! 2. Straight quotation marks become those of the text's language.
//! 3. Bare addresses become links.
//! 4. Quotations that begin with the German name of an alert, or with a title behind its name,
//!    become alerts.

mod links;

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, CowStr, Event, MetadataBlockKind, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::alerts;
use super::definition::{Definition, folded_label};
use super::prepare::{Address, Prepared, begins_element, restore_html, restored};
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

/// The title of an alert that has one of its own. pulldown-cmark has no tag for that; its tag for
/// metadata, which isn't read here, stands for it.
pub(crate) const ALERT_TITLE: Tag<'static> = Tag::MetadataBlock(MetadataBlockKind::YamlStyle);

/// The end of [`ALERT_TITLE`].
pub(crate) const ALERT_TITLE_END: TagEnd = TagEnd::MetadataBlock(MetadataBlockKind::YamlStyle);

/// Events with their bytes in the text.
pub(super) struct MarkdownEvents<'t> {
    /// The text with its marks.
    text: &'t str,
    has_marks: bool,
    parser: OffsetIter<'t>,
    quotes: Quotes,
    raw_html: bool,
    /// Inner quotations that are open in the present block: a closing mark with none open is an
    /// apostrophe.
    open: usize,
    /// Bare addresses that are still to come.
    addresses: &'t [Address],
    /// Links, pictures and blocks of code that are open: an address in one is no link of its own.
    no_links: usize,
    /// Whether a link in raw HTML is open.
    html_link: bool,
    /// Quotations that are open, and the alert that each is.
    quotations: Vec<Option<BlockQuoteKind>>,
    /// Events that come next.
    queue: VecDeque<Part<'t>>,
}

/// An event, and where it stands in the text.
pub(super) type Part<'t> = (Event<'t>, Range<usize>);

impl<'t> MarkdownEvents<'t> {
    /// The events of `text`, for which `prepared` was made.
    pub fn new(text: &'t str, prepared: &'t Prepared, settings: Settings<'_>) -> Self {
        let text = prepared.marked(text);
        Self {
            text,
            has_marks: prepared.has_marks(),
            parser: Parser::new_ext(text, options()).into_offset_iter(),
            quotes: quotes::of(settings.language),
            raw_html: settings.raw_html,
            open: 0,
            addresses: &prepared.addresses,
            no_links: 0,
            html_link: false,
            quotations: Vec::new(),
            queue: VecDeque::new(),
        }
    }

    /// The definitions of links, in their order.
    pub(super) fn definitions(&self) -> Vec<Definition> {
        let definitions = self.parser.reference_definitions().iter();
        let mut found: Vec<_> = definitions
            .map(|(label, definition)| Definition {
                label: folded_label(label),
                range: definition.span.clone(),
                is_comment: matches!(&*definition.dest, "" | "#"),
            })
            .collect();
        found.sort_by_key(|definition| definition.range.start);
        found
    }

    /// The parser's next event.
    fn parse(&mut self) -> Option<Part<'t>> {
        let (event, range) = self.parser.next()?;
        let event = match event {
            Event::Text(text) => match self.quotation_mark(&text, &range) {
                Some(mark) => Event::Text(CowStr::Borrowed(mark)),
                None => Event::Text(text),
            },
            Event::Html(text) | Event::InlineHtml(text) if !self.raw_html => Event::Text(text),
            // It was left alone as the address of a link, and became none.
            Event::InlineHtml(html) if !begins_element(&html[1..]) => Event::Text(html),
            Event::Start(Tag::HtmlBlock) if !self.raw_html => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) if !self.raw_html => Event::End(TagEnd::Paragraph),
            Event::Start(tag @ (Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell)) => {
                self.open = 0;
                Event::Start(tag)
            }
            // One label, however it is written.
            Event::FootnoteReference(label) => Event::FootnoteReference(in_lower_case(label)),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                Event::Start(Tag::FootnoteDefinition(in_lower_case(label)))
            }
            event => event,
        };
        let event = match event {
            Event::Html(html) => Event::Html(restore_html(html)),
            event if self.has_marks => restored(event),
            event => event,
        };
        Some((event, range))
    }

    /// The mark that stands for the straight one at `range`, for which `curly` was chosen.
    fn quotation_mark(&mut self, curly: &str, range: &Range<usize>) -> Option<&'static str> {
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

    /// Puts events before those that come next.
    fn put_first(
        &mut self,
        parts: impl IntoIterator<Item = Part<'t>, IntoIter: DoubleEndedIterator>,
    ) {
        for part in parts.into_iter().rev() {
            self.queue.push_front(part);
        }
    }

    /// Looks whether the quotation that has begun is an alert with a German name or a title of its
    /// own, which the parser doesn't know. Gives its kind; what stands in its first paragraph is in
    /// the queue.
    fn alert(&mut self) -> Option<BlockQuoteKind> {
        let first = self.parse()?;
        let is_paragraph = matches!(first.0, Event::Start(Tag::Paragraph));
        let start = first.1.start;
        self.queue.push_back(first);
        let line = self.text.get(start..).filter(|_| is_paragraph)?;
        let line = line.lines().next()?;
        let (name, _) = line.strip_prefix("[!")?.split_once(']')?;
        let kind = alerts::kind(name)?;
        let bracket = start + "[!]".len() + name.len();
        let paragraph = self.queue.pop_back();
        let mut title = Vec::new();
        let mut behind = None;
        while let Some((event, range)) = self.parse() {
            match event {
                Event::SoftBreak | Event::HardBreak => break,
                Event::End(TagEnd::Paragraph) => {
                    behind = Some((event, range));
                    break;
                }
                Event::Text(text) if range.start < bracket => {
                    if range.end > bracket && text.len() == range.len() {
                        let rest = slice(&text, bracket - range.start..text.len());
                        title.push((Event::Text(rest), bracket..range.end));
                    }
                }
                _ if range.end <= bracket => {}
                event => title.push((event, range)),
            }
        }
        if let Some((Event::Text(text), range)) = title.first_mut() {
            let trimmed = text.trim_start();
            range.start = range.end.min(range.start + text.len() - trimmed.len());
            *text = trimmed.to_owned().into();
        }
        title.retain(|(event, _)| !matches!(event, Event::Text(text) if text.is_empty()));
        if !title.is_empty() {
            let place = title[0].1.start..title[title.len() - 1].1.end;
            self.queue
                .push_back((Event::Start(ALERT_TITLE), place.clone()));
            self.queue.extend(title);
            self.queue.push_back((Event::End(ALERT_TITLE_END), place));
        }
        if behind.is_none() {
            self.queue.extend(paragraph);
        }
        Some(kind)
    }
}

impl<'t> Iterator for MarkdownEvents<'t> {
    type Item = Part<'t>;

    fn next(&mut self) -> Option<Part<'t>> {
        loop {
            let part = match self.queue.pop_front() {
                Some(part) => part,
                None => self.parse()?,
            };
            let (event, range) = part;
            let event = match event {
                Event::Text(text) if text.is_empty() => continue,
                Event::Text(text) => {
                    let part = match self.address(&range) {
                        Some(address) => self.link(text, range, address),
                        None => return Some((Event::Text(text), range)),
                    };
                    if part.1.is_empty() {
                        continue;
                    }
                    return Some(part);
                }
                Event::Start(Tag::BlockQuote(None)) => {
                    let kind = self.alert();
                    self.quotations.push(kind);
                    Event::Start(Tag::BlockQuote(kind))
                }
                Event::Start(Tag::BlockQuote(kind)) => {
                    self.quotations.push(kind);
                    Event::Start(Tag::BlockQuote(kind))
                }
                Event::End(TagEnd::BlockQuote(_)) => {
                    Event::End(TagEnd::BlockQuote(self.quotations.pop().flatten()))
                }
                event => {
                    match &event {
                        Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                            self.no_links += 1;
                        }
                        Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                            self.no_links -= 1;
                        }
                        Event::InlineHtml(html) if links::is_tag(html) => {
                            self.html_link = !html.starts_with("</");
                        }
                        Event::End(TagEnd::Paragraph) => self.html_link = false,
                        _ => {}
                    }
                    event
                }
            };
            return Some((event, range));
        }
    }
}

/// The part of a text at `range`.
fn slice<'t>(text: &CowStr<'t>, range: Range<usize>) -> CowStr<'t> {
    match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(&text[range]),
        text => text[range].to_owned().into(),
    }
}

fn in_lower_case(label: CowStr<'_>) -> CowStr<'_> {
    if label.chars().any(char::is_uppercase) {
        label.to_lowercase().into()
    } else {
        label
    }
}

/// What is read beyond CommonMark.
pub(crate) fn options() -> Options {
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
        let settings = Settings {
            language,
            raw_html: true,
        };
        let prepared = Prepared::new(text, language);
        MarkdownEvents::new(text, &prepared, settings)
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
        let text = "<b>x</b>\n\n<div>\n";
        let html = MarkdownEvents::new(text, &Prepared::default(), settings)
            .any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
        assert!(!html);
    }
}
