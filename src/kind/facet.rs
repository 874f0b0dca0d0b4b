//! What readers can filter by: the values that a field's declaration sets apart, in its order.
//!
//! Choices are such values themselves; numbers, ranges and durations have bands, a flag has yes and
//! no. Other types have none, even if they are declared as facets.

use super::{Amount, Band, Field, FieldType, FieldValue};
use crate::config::Localized;

/// A value that readers can filter by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FacetValue<'a> {
    /// Its name in addresses.
    pub id: &'a str,
    /// As shown; `None` for a flag's yes and no, which the interface has words for.
    pub label: Option<&'a Localized>,
}

/// Ids of a flag's values.
const FLAG: [&str; 2] = ["yes", "no"];

impl Field {
    /// The values of the facet, as declared; none if the field is no facet.
    pub fn facet_values(&self) -> Vec<FacetValue<'_>> {
        if !self.facet {
            return Vec::new();
        }
        match &self.ty {
            FieldType::Choice(choices) | FieldType::Choices(choices) => choices
                .iter()
                .map(|choice| FacetValue {
                    id: &choice.id,
                    label: Some(&choice.label),
                })
                .collect(),
            FieldType::Flag => FLAG.map(|id| FacetValue { id, label: None }).to_vec(),
            _ => self
                .bands()
                .iter()
                .map(|band| FacetValue {
                    id: &band.id,
                    label: Some(&band.label),
                })
                .collect(),
        }
    }

    /// The indices, in [`Field::facet_values`], of those that `value` has; several bands may meet a
    /// range.
    pub fn facets_of(&self, value: &FieldValue) -> Vec<usize> {
        let meeting = |from, to| {
            let bands = self.bands().iter().enumerate();
            let met = bands.filter(|(_, band)| band.meets(from, to));
            met.map(|(index, _)| index).collect()
        };
        match value {
            FieldValue::Choices(chosen) => chosen.clone(),
            FieldValue::Flag(flag) => vec![usize::from(!flag)],
            FieldValue::Number(number) => meeting(Some(*number), Some(*number)),
            FieldValue::Range(range) => meeting(range.from, range.to),
            FieldValue::Duration(duration) => {
                let minutes = |end: Option<Amount>| end.map(Amount::minutes);
                meeting(minutes(duration.from), minutes(duration.to))
            }
            _ => Vec::new(),
        }
    }

    fn bands(&self) -> &[Band] {
        match &self.ty {
            FieldType::Number { bands, .. }
            | FieldType::Range(bands)
            | FieldType::Duration(bands) => bands,
            _ => &[],
        }
    }
}
