//! From the linked site to what the index wants: each chapter's words, section by section.
//!
//! 1. A chapter's plain text stands under the anchors that its page has.
//! 2. Fields follow: long ones as sections without an anchor of their own, short ones as facets.

use super::files::PARTS;
use super::{Chapter, Facet, IndexBuilder, IndexFile, Quantity, Section, files};
use crate::config::{EditionId, Localized, synonyms};
use crate::content::{PlainSection, PlainText};
use crate::kind::{Amount, Field, FieldType, FieldValue, Record};
use crate::site::{self, ChapterId, Site};

/// Makes the index of an edition of its chapters, whose places are those in reading order.
pub fn builder(site: &Site, edition: EditionId) -> IndexBuilder {
    let edition = site.edition(edition);
    let language = edition.language.as_str();
    let mut synonyms = Vec::clone(&site.synonyms);
    for term in site.glossary.iter() {
        let names = [term.term.get(language), term.long.get(language)];
        let names = names
            .into_iter()
            .filter(|name| !name.is_empty())
            .map(str::to_owned);
        let words = names.chain(term.aliases.iter().cloned());
        let group: Vec<String> = words.take(synonyms::MAX).collect();
        if group.len() > 1 {
            synonyms.push(group);
        }
    }
    let builder = IndexBuilder::new(language, edition.reading_order.len(), synonyms);
    // It is one of the handbook's first language, in whichever form.
    let base = |tag: &str| tag.split('-').next().map(str::to_owned);
    let is_its = base(language) == base(site.config.default_language());
    builder.with_thesaurus(site.config.thesaurus.clone().filter(|_| is_its))
}

/// The index of an edition, from chapters that are read for it alone.
pub fn edition_files(site: &Site, edition: EditionId) -> Vec<IndexFile> {
    let order = &site.edition(edition).reading_order;
    let chapter = |place: usize| chapter(site, order[place]);
    files(&builder(site, edition), order.len(), chapter)
}

/// A chapter's words, section by section, in the language of its edition.
pub fn chapter(site: &Site, id: ChapterId) -> Chapter {
    of_text(site, id, &PlainText::read(site, id))
}

/// As [`chapter`], from its plain text.
pub fn of_text(site: &Site, id: ChapterId, text: &PlainText<'_>) -> Chapter {
    let chapter = site.chapter(id);
    let language = site.edition(chapter.edition).language.as_str();
    let kind = site.kind(chapter);
    let front = &chapter.parsed.front;
    let mut words = Words {
        language,
        sections: text.sections.iter().map(section).collect(),
        fields: &text.fields,
        everyday: Vec::new(),
        quantities: Vec::new(),
    };
    for (index, value) in &chapter.fields.values {
        words.field(&kind.fields[*index], value);
    }
    let topics = front.topics.iter().chain(&front.audiences);
    Chapter {
        url: chapter.address.clone(),
        title: chapter.title.clone(),
        summary: front.summary.clone().unwrap_or_default(),
        kind: kind.id.to_string(),
        kind_label: kind.label.get(language).to_owned(),
        kind_place: site
            .kinds
            .ids()
            .position(|id| id == kind.id.as_str())
            .unwrap_or_default(),
        synonyms: front.synonyms.iter().chain(topics).cloned().collect(),
        facets: facets(&kind.fields, &chapter.fields.values, language),
        words: words.everyday,
        quantities: words.quantities,
        sections: words.sections,
    }
}

fn section(text: &PlainSection<'_>) -> Section {
    Section {
        anchor: text.anchor.map(|anchor| anchor.id.clone()),
        heading: text
            .anchor
            .map_or(String::new(), |anchor| anchor.text.clone()),
        body: text.body.clone(),
        facts: Vec::new(),
    }
}

/// A chapter's words so far.
struct Words<'w> {
    language: &'w str,
    sections: Vec<Section>,
    /// The plain text of its fields with Markdown.
    fields: &'w [String],
    /// What people also call its values.
    everyday: Vec<String>,
    quantities: Vec<Quantity>,
}

impl Words<'_> {
    /// A field's words. Those of short values stand in the first section, as the fact box does.
    fn field(&mut self, field: &Field, value: &FieldValue) {
        let label = field.label.get(self.language);
        match value {
            FieldValue::Markdown(_) | FieldValue::List(_) | FieldValue::Records(_) => {
                let heading = label.to_owned();
                let mut section = Section {
                    anchor: None,
                    heading,
                    ..Section::default()
                };
                self.words(field, value, &mut section.body);
                self.sections.push(section);
            }
            _ => {
                let mut words = String::new();
                self.words(field, value, &mut words);
                if !words.is_empty() {
                    let value = words.trim_end().replace('\n', ", ");
                    self.sections[0].facts.push((label.to_owned(), value));
                }
                self.meanings(field, value);
            }
        }
    }

    /// Adds what a value means in everyday words, and in numbers.
    fn meanings(&mut self, field: &Field, value: &FieldValue) {
        let list = |words: &Localized| -> Vec<String> {
            let words = words.get(self.language).split(',').map(str::trim);
            words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        if let (
            FieldType::Choice(choices) | FieldType::Choices(choices),
            FieldValue::Choices(chosen),
        ) = (&field.ty, value)
        {
            let words = chosen.iter().flat_map(|index| list(&choices[*index].words));
            self.everyday.extend(words);
        }
        let minutes = |amount: Option<Amount>| amount.map(Amount::minutes);
        let (from, to) = match value {
            FieldValue::Number(number) => (Some(*number), Some(*number)),
            FieldValue::Range(range) => (range.from, range.to),
            FieldValue::Duration(duration) => (minutes(duration.from), minutes(duration.to)),
            _ => return,
        };
        let mut units = list(&field.unit);
        units.extend(list(&field.words));
        if matches!(value, FieldValue::Duration(_)) == units.is_empty() {
            self.quantities.push(Quantity {
                field: field.id.to_string(),
                units,
                from,
                to,
            });
        }
    }

    /// Appends the words of a value, a line for each of its parts.
    fn words(&self, field: &Field, value: &FieldValue, out: &mut String) {
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
                        line(choices[*index].label.get(self.language));
                    }
                }
            }
            FieldValue::Markdown(text) => {
                out.push_str(self.fields.get(text.index).map_or("", String::as_str));
            }
            FieldValue::Records(records) => {
                if let FieldType::Records(_, fields) = &field.ty {
                    for (index, value) in records.iter().flatten() {
                        self.words(&fields[*index], value, out);
                    }
                }
            }
            // Numbers, dates, addresses and files are no words that one searches for.
            _ => {}
        }
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
                id: field.id.to_string(),
                label: field.label.get(language).to_owned(),
                value: declared[place].id.to_owned(),
                value_label: label.get(language).to_owned(),
                place,
            });
        }
    }
    facets
}

/// The folder of all indices in the published site.
pub const FOLDER: &str = "assets/search/";

/// The folder of those files of an edition's index in whose names are fingerprints.
pub fn parts_folder(edition: &site::Edition) -> String {
    folder(edition) + PARTS
}

/// The folder of an edition's index in the published site.
pub fn folder(edition: &site::Edition) -> String {
    format!("{FOLDER}{}/", edition.language)
}
