//! From the linked site to what the index wants: each chapter's words, section by section.
//!
//! 1. A chapter's text is walked once more, with the texts that it includes, and its plain text is
//!    gathered under the anchors that its page has.
//! 2. Fields follow: long ones as sections without an anchor of their own, short ones as facets.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Chapter, Facet, IndexFile, Section, write};
use crate::kind::{Field, FieldType, FieldValue, Record};
use crate::link::Linked;
use crate::markdown::{Events, Settings, is_include};
use crate::site::{self, Anchor, ChapterId, Guard, Parsed, Site, included};

/// The index of an edition, its chapters in reading order.
pub fn index(linked: &Linked, edition: usize) -> Vec<IndexFile> {
    let mut files = Vec::new();
    write_index(linked, edition, &mut |file| files.push(file));
    files
}

/// As [`index`], but each file is given to `take` as soon as it is made.
pub fn write_index(linked: &Linked, edition: usize, take: &mut dyn FnMut(IndexFile)) {
    let site = &linked.site;
    let edition = &site.editions[edition];
    let language = edition.language.as_str();
    let mut synonyms = Vec::clone(&site.synonyms);
    for term in site.glossary.iter() {
        let names = [term.term.get(language), term.long.get(language)];
        let names = names
            .into_iter()
            .filter(|name| !name.is_empty())
            .map(str::to_owned);
        let group: Vec<String> = names.chain(term.aliases.iter().cloned()).collect();
        if group.len() > 1 {
            synonyms.push(group);
        }
    }
    let chapter = |id: &ChapterId| chapter(site, *id, language);
    write(language, &edition.reading_order, chapter, &synonyms, take);
}

/// A chapter's words, section by section, in the language of its edition.
pub fn chapter(site: &Site, id: ChapterId, language: &str) -> Chapter {
    let chapter = site.chapter(id);
    let kind = site.kind(chapter);
    let front = &chapter.parsed.front;
    let settings = Settings {
        language,
        raw_html: site.config.raw_html,
    };
    let mut text = Text::new(site, settings, &chapter.anchors);
    let mut guard = Guard::new(chapter.path());
    text.walk(&chapter.parsed, chapter.opens_with_title(), &mut guard);
    for (index, value) in &chapter.fields.values {
        let field = &kind.fields[*index];
        text.field(field, value, language);
    }
    let topics = front.topics.iter().chain(&front.audiences);
    Chapter {
        url: chapter.address.clone(),
        title: chapter.title.clone(),
        summary: front.summary.clone().unwrap_or_default(),
        kind: kind.id.clone(),
        kind_label: kind.label.get(language).to_owned(),
        kind_place: site
            .kinds
            .ids()
            .position(|id| id == kind.id)
            .unwrap_or_default(),
        synonyms: front.synonyms.iter().chain(topics).cloned().collect(),
        facets: facets(&kind.fields, &chapter.fields.values, language),
        sections: text.sections,
    }
}

/// A chapter's plain text under its anchors.
struct Text<'s> {
    site: &'s Site,
    settings: Settings<'s>,
    anchors: std::slice::Iter<'s, Anchor>,
    sections: Vec<Section>,
}

impl<'s> Text<'s> {
    fn new(site: &'s Site, settings: Settings<'s>, anchors: &'s [Anchor]) -> Self {
        let sections = vec![Section::default()];
        Self {
            site,
            settings,
            anchors: anchors.iter(),
            sections,
        }
    }

    fn body(&mut self) -> &mut String {
        &mut self
            .sections
            .last_mut()
            .expect("there is a section from the beginning")
            .body
    }

    fn walk(&mut self, parsed: &'s Parsed, skip_title: bool, guard: &mut Guard) {
        let mut title = skip_title;
        let mut in_heading = false;
        for (event, _) in Events::new(parsed.text(), self.settings) {
            match event {
                Event::Start(Tag::Heading { .. }) => {
                    in_heading = true;
                    if !title && let Some(anchor) = self.anchors.next() {
                        self.sections.push(Section {
                            anchor: Some(anchor.id.clone()),
                            heading: anchor.text.clone(),
                            body: String::new(),
                        });
                    }
                }
                Event::End(TagEnd::Heading(_)) => {
                    in_heading = false;
                    title = false;
                }
                Event::Start(Tag::Image { dest_url, .. })
                    if !in_heading && is_include(&dest_url) =>
                {
                    self.include(parsed, &dest_url, guard);
                }
                event if !in_heading => self.text(&event),
                _ => {}
            }
        }
    }

    fn include(&mut self, parsed: &Parsed, target: &str, guard: &mut Guard) {
        let texts = &self.site.texts;
        if let Some(text) = included(&parsed.source.path, target, texts)
            && guard.enter(&text.source.path).is_ok()
        {
            self.walk(text, false, guard);
            guard.leave();
        }
    }

    fn text(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.body().push_str(text),
            Event::SoftBreak | Event::HardBreak => self.body().push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableCell
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => self.body().push('\n'),
            _ => {}
        }
    }

    /// A field's words. Those of short values stand in the first section, as the fact box does.
    fn field(&mut self, field: &'s Field, value: &'s FieldValue, language: &str) {
        let label = field.label.get(language);
        match value {
            FieldValue::Markdown(_) | FieldValue::List(_) | FieldValue::Records(_) => {
                let heading = label.to_owned();
                let mut section = Section {
                    anchor: None,
                    heading,
                    body: String::new(),
                };
                words(field, value, self.settings, &mut section.body);
                self.sections.push(section);
            }
            _ => {
                let mut line = format!("{label}: ");
                let before = line.len();
                words(field, value, self.settings, &mut line);
                if line.len() > before {
                    let first = &mut self.sections[0].body;
                    if !first.is_empty() && !first.ends_with('\n') {
                        first.push('\n');
                    }
                    first.push_str(&line);
                }
            }
        }
    }
}

/// Appends the words of a value, a line for each of its parts.
fn words(field: &Field, value: &FieldValue, settings: Settings<'_>, out: &mut String) {
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    match value {
        FieldValue::Text(text) => line(text),
        FieldValue::List(texts) => texts.iter().for_each(|text| line(text)),
        FieldValue::Choices(chosen) => {
            if let FieldType::Choice(choices) | FieldType::Choices(choices) = &field.ty {
                for index in chosen {
                    line(choices[*index].label.get(settings.language));
                }
            }
        }
        FieldValue::Markdown(prose) => {
            for (event, _) in Events::new(&prose.text, settings) {
                match event {
                    Event::Text(text) | Event::Code(text) => out.push_str(&text),
                    Event::SoftBreak | Event::HardBreak => out.push(' '),
                    Event::End(TagEnd::Paragraph | TagEnd::Item) => out.push('\n'),
                    _ => {}
                }
            }
        }
        FieldValue::Records(records) => {
            if let FieldType::Records(_, fields) = &field.ty {
                for (index, value) in records.iter().flatten() {
                    words(&fields[*index], value, settings, out);
                }
            }
        }
        // Numbers, dates, addresses and files are no words that one searches for.
        _ => {}
    }
}

/// What readers can filter by. A flag's values have no words of their own here, and are left out.
fn facets(fields: &[Field], values: &Record, language: &str) -> Vec<Facet> {
    let mut facets = Vec::new();
    for (index, value) in values {
        let field = &fields[*index];
        let declared = field.facet_values();
        if declared.is_empty() {
            continue;
        }
        for place in field.facets_of(value) {
            let Some(label) = declared[place].label else {
                continue;
            };
            facets.push(Facet {
                id: field.id.clone(),
                label: field.label.get(language).to_owned(),
                value: declared[place].id.to_owned(),
                value_label: label.get(language).to_owned(),
                place,
            });
        }
    }
    facets
}

/// The folder of an edition's index in the published site.
pub fn folder(edition: &site::Edition) -> String {
    format!("assets/search/{}/", edition.language)
}
