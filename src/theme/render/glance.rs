//! A chapter's facts at a glance: those at its top, levels of something, and those of its card.

use super::View;
use crate::content::field_text;
use crate::kind::{Choice, Field, FieldType, FieldValue, Kind, Record};
use crate::prose::sentences;
use crate::site::ChapterId;
use crate::theme::context::{CardFact, Fact};

/// How long what a card quotes of a text may be, in letters.
const QUOTED_MAX: usize = 160;

impl View<'_> {
    /// Says of the levels in `facts`, the records of a field, which of how many they are.
    pub(super) fn mark_levels(
        &self,
        facts: &mut [Vec<Fact>],
        fields: &[Field],
        records: &[Record],
        levels: usize,
    ) {
        for (facts, record) in facts.iter_mut().zip(records) {
            let level = record.iter().find_map(|(index, value)| match value {
                FieldValue::Number(number) if *index == 1 => {
                    (1..=levels).find(|level| level.to_string() == number.to_string())
                }
                _ => None,
            });
            let id = &fields[1].id;
            let Some(level) = level else { continue };
            for fact in facts.iter_mut().filter(|fact| fact.id == id.as_str()) {
                let scale = self.scale(level, levels);
                fact.text = Some(match (level, levels) {
                    (1, 3) => self.text("level-low"),
                    (2, 3) => self.text("level-middle"),
                    (3, 3) => self.text("level-high"),
                    _ => scale.text.clone(),
                });
                fact.scale = Some(scale);
            }
        }
    }

    /// What a card shows of a chapter.
    pub(super) fn card_facts(&self, id: ChapterId) -> Vec<CardFact> {
        let chapter = self.chapter_at(id);
        let kind = self.site.kind(chapter);
        let fact = |at: usize| {
            let field = &kind.fields[at];
            let mut values = chapter.fields.values.iter();
            let (_, value) = values.find(|(index, _)| *index == at)?;
            let text = self.alone(id, field, value)?;
            Some(CardFact {
                id: field.id.to_string(),
                label: field.label.get(self.language).to_owned(),
                icon: field.shown_icon(),
                text,
                written: matches!(value, FieldValue::Text(_) | FieldValue::Markdown(_)),
                long: matches!(value, FieldValue::Markdown(_)),
            })
        };
        kind.card().filter_map(fact).collect()
    }

    /// A value in words that stand without the field's label.
    fn alone(&self, id: ChapterId, field: &Field, value: &FieldValue) -> Option<String> {
        let text = match value {
            FieldValue::Text(text) => text.clone(),
            FieldValue::Number(number) => self.with_unit(&self.number(*number), field),
            FieldValue::Range(range) => self.with_unit(&self.range(range), field),
            FieldValue::Duration(duration) => self.duration(duration),
            FieldValue::Date(date) => self.date(*date).text,
            FieldValue::Url(url) => url.clone(),
            FieldValue::Flag(true) => field.label.get(self.language).to_owned(),
            FieldValue::Choices(chosen) => {
                let (FieldType::Choice(choices) | FieldType::Choices(choices)) = &field.ty else {
                    return None;
                };
                let label = |index: &usize| self.label_alone(&choices[*index]);
                let labels: Vec<&str> = chosen.iter().map(label).collect();
                labels.join(", ")
            }
            FieldValue::Markdown(text) => beginning(&field_text(self.site, id, text)),
            _ => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    pub(super) fn label_alone<'c>(&self, choice: &'c Choice) -> &'c str {
        let alone = if choice.alone.is_empty() {
            &choice.label
        } else {
            &choice.alone
        };
        alone.get(self.language)
    }
}

/// The facts at the top of a chapter, and its other short ones. A list of levels is parted into a
/// fact for each of them.
pub(super) fn glance(kind: &Kind, facts: &[Fact], details: &[Fact]) -> (Vec<Fact>, Vec<Fact>) {
    let chosen = kind.glance();
    let ids: Vec<&str> = chosen
        .iter()
        .map(|at| kind.fields[*at].id.as_str())
        .collect();
    let all = || facts.iter().chain(details);
    let chosen = ids
        .iter()
        .filter_map(|id| all().find(|fact| fact.id == **id));
    let glance = chosen.flat_map(|fact| match &fact.records[..] {
        [] => vec![fact.clone()],
        records => records
            .iter()
            .filter_map(|record| level_of(record))
            .collect(),
    });
    let more = facts.iter().filter(|fact| !ids.contains(&fact.id.as_str()));
    (glance.collect(), more.cloned().collect())
}

/// A record that says how much of something there is, as a fact.
fn level_of(record: &[Fact]) -> Option<Fact> {
    let what = record.first()?.items.first()?;
    let level = record.iter().find(|fact| fact.scale.is_some())?;
    Some(Fact {
        label: what.text.clone(),
        icon: "scale",
        ..level.clone()
    })
}

/// The first sentence of a text, cut off behind a word where it is too long.
fn beginning(text: &str) -> String {
    let first = sentences::find(text).next();
    let first = first.map_or("", |(range, _)| text[range].trim());
    let Some((end, _)) = first.char_indices().nth(QUOTED_MAX) else {
        return first.to_owned();
    };
    let whole = first[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", first[..whole].trim_end_matches([',', ';', ':']))
}
