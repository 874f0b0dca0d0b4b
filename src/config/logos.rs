//! Logos of those who take part in a handbook or pay for it.

use super::named::Named;
use crate::yaml::{Fields, Reader, Value};

/// A logo on the start page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its file.
    pub file: Named,
    /// Whose it is, for those who don't see it.
    pub alt: String,
    /// Where it leads.
    pub url: Option<String>,
}

impl Logo {
    pub(super) fn read_all(value: &Value, reader: &mut Reader<'_>) -> Vec<Self> {
        let logos = reader.list("logos", value).into_iter();
        logos
            .filter_map(|value| Self::read(value, reader))
            .collect()
    }

    fn read(value: &Value, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = Fields::of(value, "logos", reader)?;
        let place = fields.get("file").map(|value| value.span);
        let path = fields.required_text("file", reader);
        let alt = fields.required_text("alt", reader);
        let url = fields.text("url", reader);
        fields.finish(reader);
        Some(Self {
            file: Named {
                path: path?,
                span: place?,
            },
            alt: alt?,
            url,
        })
    }
}
