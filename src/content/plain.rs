//! Steps of a walk to plain text, section by section.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Settings;
use crate::kind::MarkdownText;
use crate::markdown::ALERT_TITLE_END;
use crate::markdown::html::plain_text;
use crate::site::{Anchor, Chapter, ChapterId, Part, Site, Step, Walk};

/// A chapter's texts without markup.
#[derive(Debug, Clone, Default)]
pub struct PlainText<'s> {
    /// Its text: what stands before the first heading, and the sections that headings begin.
    pub sections: Vec<PlainSection<'s>>,
    /// Its fields with Markdown, by [`crate::kind::MarkdownText::index`].
    pub fields: Vec<String>,
}

/// A section's text.
#[derive(Debug, Clone, Default)]
pub struct PlainSection<'s> {
    /// Its heading; none before the first one.
    pub anchor: Option<&'s Anchor>,
    /// What stands below it, up to the next heading.
    pub body: String,
}

impl<'s> PlainText<'s> {
    /// Reads the texts of a chapter.
    pub fn read(site: &'s Site, id: ChapterId) -> Self {
        let chapter = site.chapter(id);
        let settings = settings(site, chapter);
        let mut page = PageText::new();
        let mut walk = Walk::page(site, chapter, settings);
        while let Some(step) = walk.next() {
            page.step(&step);
        }
        let fields = chapter.fields.markdown().into_iter();
        Self {
            sections: page.finish(),
            fields: fields.map(|text| field_text(site, id, text)).collect(),
        }
    }
}

/// The plain text of one of a chapter's fields with Markdown.
pub fn field_text(site: &Site, id: ChapterId, text: &MarkdownText) -> String {
    let chapter = site.chapter(id);
    let mut field = FieldText::default();
    let settings = settings(site, chapter);
    let mut walk = Walk::field(site, chapter, text.index, &text.text, settings);
    while let Some(step) = walk.next() {
        field.step(&step);
    }
    field.finish()
}

/// How texts are read for their plain text: in the language of the edition.
pub(super) fn settings<'s>(site: &'s Site, chapter: &Chapter) -> Settings<'s> {
    Settings {
        language: &site.edition(chapter.edition).language,
        raw_html: site.config.raw_html,
    }
}

/// Gathers the plain text of a page.
pub(super) struct PageText<'s> {
    sections: Vec<PlainSection<'s>>,
    in_heading: bool,
}

impl<'s> PageText<'s> {
    pub fn new() -> Self {
        Self {
            sections: vec![PlainSection::default()],
            in_heading: false,
        }
    }

    pub fn step(&mut self, step: &Step<'_, 's, Part<'s>>) {
        let Step::Part(placed) = step else { return };
        match &placed.part.0 {
            Event::Start(Tag::Heading { .. }) => {
                self.in_heading = true;
                let anchor = placed.heading.and_then(|heading| heading.anchor);
                if anchor.is_some() {
                    let body = String::new();
                    self.sections.push(PlainSection { anchor, body });
                }
            }
            Event::End(TagEnd::Heading(_)) => self.in_heading = false,
            _ if self.in_heading => {}
            Event::Text(text) | Event::Code(text) => self.push(text),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            Event::Html(html) | Event::InlineHtml(html) => self.push(&plain_text(html)),
            Event::End(
                TagEnd::Paragraph
                | ALERT_TITLE_END
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableCell
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => self.push("\n"),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(section) = self.sections.last_mut() {
            section.body.push_str(text);
        }
    }

    pub fn finish(self) -> Vec<PlainSection<'s>> {
        self.sections
    }
}

/// Gathers the plain text of a field, its headings among the rest.
#[derive(Default)]
pub(super) struct FieldText(String);

impl FieldText {
    pub fn step(&mut self, step: &Step<'_, '_, Part<'_>>) {
        let Step::Part(placed) = step else { return };
        match &placed.part.0 {
            Event::Text(text) | Event::Code(text) => self.0.push_str(text),
            Event::SoftBreak | Event::HardBreak => self.0.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => self.0.push_str(&plain_text(html)),
            Event::End(TagEnd::Paragraph | ALERT_TITLE_END | TagEnd::Item) => self.0.push('\n'),
            _ => {}
        }
    }

    pub fn finish(self) -> String {
        self.0
    }
}
