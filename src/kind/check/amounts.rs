//! Numbers, ranges and lengths of time, and what stands round them.

use super::Checker;
use crate::diagnostic::{Code, codes};
use crate::kind::{Field, FieldValue, quantity};
use crate::yaml::{Remarked, Value};

impl Checker<'_, '_> {
    /// What `parse` reads, with nothing round it but the field's unit. For other words round it, the value
    /// without them is offered.
    pub(super) fn quantity<Q>(
        &mut self,
        field: &Field,
        value: &Value,
        code: &'static Code,
        parse: impl Fn(&str) -> Option<Q>,
    ) -> Option<Q> {
        let key = field.id.as_str();
        let text = self.reader.text(key, value)?;
        if let Some(quantity) = parse(&text) {
            return Some(quantity);
        }
        let remarked = Remarked::find(&text, |text| parse(text).is_some());
        if let Some(Remarked {
            core,
            words: ("", unit),
        }) = remarked
            && field.unit.is_called(unit)
        {
            return parse(core);
        }
        self.refuse(code, key, &text, value.span);
        let remarked = remarked.filter(|remarked| !changes_the_amount(remarked));
        if let Some((remarked, finding)) = remarked.zip(self.reader.findings.last_mut()) {
            finding.suggestion = Some(remarked.core.to_owned());
            finding.set_fix(value.span, remarked.with_comment());
        }
        None
    }

    pub(super) fn number(
        &mut self,
        field: &Field,
        value: &Value,
        min: Option<f64>,
        max: Option<f64>,
    ) -> Option<FieldValue> {
        let key = field.id.as_str();
        let bounded = min.is_some() && max.is_some();
        if bounded
            && value
                .as_text()
                .is_some_and(|text| quantity::number(text).is_none())
        {
            return self.out_of_bounds(key, value, min, max);
        }
        let number = self.quantity(field, value, &codes::NOT_A_NUMBER, quantity::number)?;
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            return self.out_of_bounds(key, value, min, max);
        }
        Some(FieldValue::Number(number))
    }

    fn out_of_bounds(
        &mut self,
        key: &str,
        value: &Value,
        min: Option<f64>,
        max: Option<f64>,
    ) -> Option<FieldValue> {
        let bound = |bound: Option<f64>| bound.map_or("…".into(), |bound| bound.to_string());
        let finding = self.reader.report(&codes::OUT_OF_BOUNDS, value.span);
        finding.set_arg("key", key);
        finding.set_arg("value", value.as_text().unwrap_or_default());
        finding.set_arg("bounds", format!("{} – {}", bound(min), bound(max)));
        None
    }
}

/// Whether an amount would be another one without the words round it: «1 Stunde» isn't 1, «mehrere Wochen» aren't
/// one.
fn changes_the_amount(Remarked { core, words }: &Remarked<'_>) -> bool {
    const MULTIPLIERS: [&str; 16] = [
        "dutzend",
        "hundert",
        "hunderte",
        "k",
        "mio",
        "million",
        "millionen",
        "millions",
        "mrd",
        "prozent",
        "percent",
        "tausend",
        "tausende",
        "thousand",
        "thousands",
        "tsd",
    ];
    let is_bare =
        !core.contains(char::is_whitespace) && !core.contains(|c: char| c.is_ascii_digit());
    let next = words.1.split_whitespace().next().unwrap_or_default();
    let next = next.trim_end_matches('.').to_lowercase();
    let is_time = |unit: &str| quantity::Duration::parse(&format!("1 {unit}")).is_some();
    is_bare && !words.0.is_empty()
        || next.starts_with('%')
        || MULTIPLIERS.contains(&&*next)
        || core.ends_with(|c: char| c.is_ascii_digit()) && is_time(&next)
}
