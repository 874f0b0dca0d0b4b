//! Values of fields as a language writes them.

use super::View;
use crate::kind::{Amount, Duration, Field, FieldType, FieldValue, Range, Unit};
use crate::site::Chapter;
use crate::text::{Arg, Args};
use crate::theme::context::{Item, Scale};

/// Fewer digits than that stand together, so that a year stays one.
const GROUPED_FROM: usize = 5;

impl View<'_> {
    /// A number with the language's separators.
    pub(super) fn number(&self, number: f64) -> String {
        let text = number.to_string();
        let (sign, text) = match text.strip_prefix('-') {
            Some(rest) => ("−", rest),
            None => ("", text.as_str()),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut written = sign.to_owned();
        let grouped = whole.len() >= GROUPED_FROM;
        for (at, digit) in whole.char_indices() {
            if grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
                written.push_str(&self.text("thousands-separator"));
            }
            written.push(digit);
        }
        if !fraction.is_empty() {
            written.push_str(&self.text("decimal-separator"));
            written.push_str(fraction);
        }
        written
    }

    /// A range, with a dash between its ends.
    pub(super) fn range(&self, range: &Range) -> String {
        let arg = |end: f64| Arg::Text(self.number(end));
        match (range.from, range.to) {
            (Some(from), Some(to)) if from.total_cmp(&to).is_eq() => self.number(from),
            (Some(from), Some(to)) => {
                self.text_with("range-between", [("from", arg(from)), ("to", arg(to))])
            }
            (Some(from), None) => self.text_with("range-from", [("from", arg(from))]),
            (None, Some(to)) => self.text_with("range-to", [("to", arg(to))]),
            (None, None) => String::new(),
        }
    }

    /// A length of time; where both its ends have one unit, that stands once.
    pub(super) fn duration(&self, duration: &Duration) -> String {
        let amount = |end: Amount| Arg::Text(self.time(&self.number(end.number), end));
        match (duration.from, duration.to) {
            (Some(from), Some(to)) if from.unit == to.unit => {
                let (from, last) = (Some(from.number), to);
                let to = Some(to.number);
                self.time(&self.range(&Range { from, to }), last)
            }
            (Some(from), Some(to)) => {
                let ends = [("from", amount(from)), ("to", amount(to))];
                self.text_with("duration-between", ends)
            }
            (Some(from), None) => self.text_with("duration-from", [("duration", amount(from))]),
            (None, Some(to)) => self.text_with("duration-to", [("duration", amount(to))]),
            (None, None) => String::new(),
        }
    }

    /// `written` before the unit of `amount`, in the plural form for that.
    fn time(&self, written: &str, amount: Amount) -> String {
        let id = match amount.unit {
            Unit::Minutes => "duration-minutes",
            Unit::Hours => "duration-hours",
            Unit::Days => "duration-days",
            Unit::Weeks => "duration-weeks",
            Unit::Months => "duration-months",
            Unit::Years => "duration-years",
        };
        let count = ("count", Arg::Number(amount.number));
        self.text_with(id, [count, ("number", Arg::Text(written.to_owned()))])
    }

    /// A quantity before its unit.
    pub(super) fn with_unit(&self, quantity: &str, field: &Field) -> String {
        let unit = field.unit.get(self.language);
        format!("{quantity} {unit}").trim_end().to_owned()
    }

    /// A language's name for its code; the code of one that the theme doesn't know.
    pub(super) fn language_name(&self, code: &str) -> String {
        let code = code.trim();
        let known = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let id = format!("language-{}", code.to_ascii_lowercase());
        let name = self.texts.catalog.get(&id, &Args::default());
        name.filter(|_| known).unwrap_or_else(|| code.to_owned())
    }

    pub(super) fn scale(&self, level: usize, levels: usize) -> Scale {
        let [at, of] = [level, levels].map(|number| Arg::Text(number.to_string()));
        Scale {
            level,
            levels,
            text: self.text_with("level-of", [("level", at), ("levels", of)]),
        }
    }

    /// The chosen values.
    pub(super) fn choices(&self, chapter: &Chapter, field: &Field, chosen: &[usize]) -> Vec<Item> {
        let (FieldType::Choice(choices) | FieldType::Choices(choices)) = &field.ty else {
            return Vec::new();
        };
        let item = |index: &usize| Item {
            id: Some(choices[*index].id.clone()),
            text: choices[*index].label.get(self.language).to_owned(),
            url: self.all_with(&chapter.kind, field, &choices[*index].id),
            scale: Some(self.scale(index + 1, choices.len())),
        };
        chosen.iter().map(item).collect()
    }

    /// A quantity, or yes and no, with the way to all chapters of the same band. What meets several
    /// bands leads to none.
    pub(super) fn banded(
        &self,
        chapter: &Chapter,
        field: &Field,
        value: &FieldValue,
        text: &str,
    ) -> Option<Item> {
        let [met] = field.facets_of(value)[..] else {
            return None;
        };
        let id = field.facet_values().get(met)?.id;
        Some(Item {
            id: Some(id.to_owned()),
            text: text.to_owned(),
            url: Some(self.all_with(&chapter.kind, field, id)?),
            scale: None,
        })
    }
}
