//! What other stages need to know of a text before it is shown.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::collect::Collector;
use super::facts::Facts;
use super::wording::Wording;
use super::{Events, Settings, html};
use crate::diagnostic::Finding;
use crate::source::Span;

/// The facts of one text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Whether its first block is a heading of level 1, which is its title.
    pub has_title: bool,
    /// Headings and includes, in their order. The title is the first of them.
    pub outline: Vec<Outline>,
    /// Everything that leads elsewhere, in its order.
    pub destinations: Vec<Destination>,
    /// Anchors that raw HTML sets.
    pub html_ids: Vec<(String, Span)>,
    /// Programs and styles in raw HTML, which the pages' policy forbids.
    pub active: Vec<(String, Span)>,
    /// Languages of code blocks.
    pub code_languages: Vec<(String, Span)>,
    /// Footnotes that are referred to and not defined, and those that are defined and not used.
    pub footnotes: Vec<Footnote>,
    /// Raw HTML that is shown as text, because the handbook switched it off.
    pub html_off: Vec<Span>,
    /// What checks of content need to know.
    pub facts: Facts,
    wording: OnceLock<Wording>,
    findings: OnceLock<Vec<Finding>>,
}

/// A part of a text's outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outline {
    /// A heading.
    Heading(Heading),
    /// Another text is put in; the number of its destination.
    Include(usize),
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// The anchor that `{#id}` sets.
    pub id: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// Something that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// As written.
    pub target: String,
    /// How it is used.
    pub usage: Use,
    /// Where it stands.
    pub span: Span,
}

/// How a destination is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The reader may go there.
    Link,
    /// The page shows it.
    Image,
    /// Its text is put in.
    Include,
    /// Raw HTML links to it, or loads it.
    Html {
        /// Whether the reader's browser loads it with the page.
        loads: bool,
    },
}

/// A footnote with only one of its two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Its label.
    pub label: String,
    /// Whether the definition is there, and no reference to it; else the other way round.
    pub defined: bool,
    /// Where it stands.
    pub span: Span,
}

impl Document {
    /// Reads `text`, which begins at byte `offset` of its file.
    pub fn read(text: &str, offset: usize, settings: Settings<'_>) -> Self {
        let facts = Collector::new(text, settings.language);
        let mut walk = Walk::over(text, offset, settings, facts);
        if !settings.raw_html {
            walk.find_switched_off_html(text);
        }
        walk.finish()
    }

    /// The wording of the text; `read` reads it when it is first asked for.
    pub fn wording(&self, read: impl FnOnce() -> Wording) -> &Wording {
        self.wording.get_or_init(read)
    }

    /// What is wrong with the text by itself; `check` finds it when it is first asked for.
    pub fn findings(&self, check: impl FnOnce() -> Vec<Finding>) -> &[Finding] {
        self.findings.get_or_init(check)
    }

    /// Places everything at `span`: a text within YAML has no places of its own in the file.
    pub fn place_at(&mut self, span: Span) {
        self.destinations
            .iter_mut()
            .for_each(|destination| destination.span = span);
        self.footnotes
            .iter_mut()
            .for_each(|footnote| footnote.span = span);
        self.html_ids.iter_mut().for_each(|id| id.1 = span);
        self.active.iter_mut().for_each(|active| active.1 = span);
        self.code_languages
            .iter_mut()
            .for_each(|language| language.1 = span);
        self.html_off.iter_mut().for_each(|off| *off = span);
        self.facts.spans(|place| *place = span);
        for part in &mut self.outline {
            if let Outline::Heading(heading) = part {
                heading.span = span;
            }
        }
    }

    /// The title that its first heading gives.
    pub fn title(&self) -> Option<&str> {
        match self.outline.first() {
            Some(Outline::Heading(heading)) if self.has_title => Some(&heading.text),
            _ => None,
        }
    }

    /// Headings in their order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.outline.iter().filter_map(|part| match part {
            Outline::Heading(heading) => Some(heading),
            Outline::Include(_) => None,
        })
    }

    /// Whether it puts in other texts.
    pub fn has_includes(&self) -> bool {
        let is_include = |part: &Outline| matches!(part, Outline::Include(_));
        self.outline.iter().any(is_include)
    }
}

/// Whether an image's destination is a text to put in.
pub fn is_include(target: &str) -> bool {
    let path = target.split('#').next().unwrap_or_default();
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md"))
        && !target.contains("://")
}

#[derive(Default)]
pub(super) struct Walk<'t> {
    text: &'t str,
    offset: usize,
    document: Document,
    pub facts: Collector<'t>,
    blocks: usize,
    heading: Option<Heading>,
    html: Option<(String, Range<usize>)>,
    used: BTreeSet<String>,
    defined: Vec<(String, Span)>,
    /// Where code stands, in order.
    code: Vec<Range<usize>>,
}

impl<'t> Walk<'t> {
    /// The walk over `text`, at its end.
    pub fn over(
        text: &'t str,
        offset: usize,
        settings: Settings<'_>,
        facts: Collector<'t>,
    ) -> Self {
        let mut walk = Self {
            text,
            offset,
            facts,
            ..Self::default()
        };
        for (event, range) in Events::new(text, settings) {
            walk.facts.event(&event, &range);
            walk.event(event, &range);
        }
        walk
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(range.clone()).shifted(self.offset)
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        if matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))) {
            self.code.push(range.clone());
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::Heading(_)) => {
                if let Some(mut heading) = self.heading.take() {
                    heading.text.truncate(heading.text.trim_end().len());
                    self.document.outline.push(Outline::Heading(heading));
                }
            }
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((html, range)) = self.html.take() {
                    self.raw_html(&html, &range);
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut self.heading {
                    heading.text.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(heading) = &mut self.heading {
                    heading.text.push(' ');
                }
            }
            Event::Html(text) => match &mut self.html {
                Some((html, whole)) => {
                    html.push_str(&text);
                    whole.end = range.end;
                }
                None => self.raw_html(&text, range),
            },
            Event::InlineHtml(text) => self.raw_html(&text, range),
            Event::FootnoteReference(label) => {
                self.used.insert(label.into_string());
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let span = self.span(range);
        match tag {
            Tag::Heading { level, id, .. } => {
                self.document.has_title |= self.blocks == 0 && level as usize == 1;
                let id = id
                    .map(pulldown_cmark::CowStr::into_string)
                    .filter(|id| !id.is_empty());
                let level = level as u8;
                self.heading = Some(Heading {
                    level,
                    text: String::new(),
                    id,
                    span,
                });
            }
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => {
                self.destination(&format!("mailto:{dest_url}"), Use::Link, range);
            }
            Tag::Link { dest_url, .. } => self.destination(&dest_url, Use::Link, range),
            Tag::Image { dest_url, .. } => {
                let include = is_include(&dest_url) && self.heading.is_none();
                if include {
                    let number = self.document.destinations.len();
                    self.document.outline.push(Outline::Include(number));
                }
                let usage = if include { Use::Include } else { Use::Image };
                self.destination(&dest_url, usage, range);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let language = info.split([' ', ',', '{']).next().unwrap_or_default();
                if !language.is_empty() {
                    self.document
                        .code_languages
                        .push((language.to_owned(), self.part(range, language)));
                }
            }
            Tag::HtmlBlock => self.html = Some((String::new(), range.clone())),
            Tag::FootnoteDefinition(label) => {
                let at = range.start..range.start + label.len() + "[^]".len();
                self.defined.push((label.into_string(), self.span(&at)));
            }
            _ => {}
        }
        self.blocks += 1;
    }

    fn destination(&mut self, target: &str, usage: Use, range: &Range<usize>) {
        let span = self.part(range, target);
        self.document.destinations.push(Destination {
            target: target.to_owned(),
            usage,
            span,
        });
    }

    /// Where `part` stands in `range`, its last place if there are several; all of it if nowhere.
    fn part(&self, range: &Range<usize>, part: &str) -> Span {
        let whole = &self.text[range.clone()];
        let found = whole.rfind(part).filter(|_| !part.is_empty());
        let range = found.map_or(range.clone(), |at| {
            range.start + at..range.start + at + part.len()
        });
        self.span(&range)
    }

    fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        let mut found = html::find(html);
        self.facts.html(html, &mut found, range);
        for (target, loads) in found.destinations {
            self.destination(&target, Use::Html { loads }, range);
        }
        let span = self.span(range);
        self.document
            .html_ids
            .extend(found.ids.into_iter().map(|id| (id, span)));
        self.document
            .active
            .extend(found.active.into_iter().map(|what| (what, span)));
    }

    fn find_switched_off_html(&mut self, text: &str) {
        let events = Events::new(
            text,
            Settings {
                language: "",
                raw_html: true,
            },
        );
        let html = events.filter(|(e, _)| matches!(e, Event::Html(_) | Event::InlineHtml(_)));
        let first = html.map(|(_, range)| range).next();
        self.document.html_off = first.iter().map(|range| self.span(range)).collect();
    }

    fn finish(mut self) -> Document {
        self.undefined_footnotes();
        for (label, span) in &self.defined {
            if !self.used.contains(label) {
                let footnote = Footnote {
                    label: label.clone(),
                    defined: true,
                    span: *span,
                };
                self.document.footnotes.push(footnote);
            }
        }
        self.document.facts = self.facts.finish(self.offset);
        self.document
    }

    /// pulldown-cmark leaves a reference without definition as text.
    fn undefined_footnotes(&mut self) {
        let mut at = 0;
        while let Some(found) = self.text[at..].find("[^") {
            let start = at + found;
            at = start + 2;
            let Some(length) = self.text[at..].find([']', '\n', '[', '`']) else {
                continue;
            };
            let label = &self.text[at..at + length];
            let closed = self.text[at + length..].starts_with(']');
            let known = self.used.contains(label) || self.defined.iter().any(|(d, _)| d == label);
            let is_label = !label.is_empty() && !label.contains(char::is_whitespace);
            if closed && is_label && !known && !self.in_code(start) {
                let span = self.span(&(start..at + length + 1));
                self.document.footnotes.push(Footnote {
                    label: label.to_owned(),
                    defined: false,
                    span,
                });
            }
        }
    }

    fn in_code(&self, at: usize) -> bool {
        let before = self.code.partition_point(|range| range.start <= at);
        before > 0 && self.code[before - 1].contains(&at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Document {
        Document::read(
            text,
            0,
            Settings {
                language: "de",
                raw_html: true,
            },
        )
    }

    #[test]
    fn the_first_heading_is_the_title() {
        assert_eq!(
            read("# Runder *Tisch*\n\nText").title(),
            Some("Runder Tisch")
        );
        assert_eq!(read("Text\n\n# Später").title(), None);
        assert_eq!(read("## Kein Titel").title(), None);
    }

    #[test]
    fn headings_know_level_text_and_id() {
        let document = read("## Ablauf `x` {#ablauf}\n\n### Tag 1\n");
        let headings: Vec<_> = document
            .headings()
            .map(|heading| (heading.level, heading.text.as_str(), heading.id.as_deref()))
            .collect();
        assert_eq!(
            headings,
            [(2, "Ablauf x", Some("ablauf")), (3, "Tag 1", None)]
        );
    }

    #[test]
    fn destinations_stand_where_they_are_written() {
        let text = "Ein [Kapitel](a.md#b), ![Bild](c.png \"Titel\") und <a href=\"d.md\">.\n";
        let document = read(text);
        let found: Vec<_> = document
            .destinations
            .iter()
            .map(|d| (d.target.as_str(), d.usage, &text[d.span.range()]))
            .collect();
        assert_eq!(
            found,
            [
                ("a.md#b", Use::Link, "a.md#b"),
                ("c.png", Use::Image, "c.png"),
                ("d.md", Use::Html { loads: false }, "d.md"),
            ]
        );
    }

    #[test]
    fn an_image_of_markdown_is_an_include() {
        let document = read("## A\n\n![](../_teile/kontakt.md)\n\n## B\n");
        assert!(matches!(document.outline[1], Outline::Include(0)));
        assert_eq!(document.destinations[0].usage, Use::Include);
    }

    #[test]
    fn footnotes_with_one_side_are_found() {
        let text = "Ja[^a] und[^b], `[^c]`.\n\n[^a]: Hier.\n[^d]: Nirgends.\n";
        let document = read(text);
        let found: Vec<_> = document
            .footnotes
            .iter()
            .map(|f| (f.label.as_str(), f.defined, &text[f.span.range()]))
            .collect();
        assert_eq!(found, [("b", false, "[^b]"), ("d", true, "[^d]")]);
    }
}
