//! What a handbook asks of its translations.

use std::collections::BTreeMap;

use super::{Config, EditionId};
use crate::diagnostic::codes;
use crate::source::Spanned;
use crate::yaml::{Fields, Node, Reader, Value};

/// What is asked of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translations {
    /// Whether readers get a chapter in the default language, with a notice, where it isn't
    /// translated.
    pub fallback: bool,
    /// How many chapters of a hundred must be translated and up to date.
    pub at_least: Option<Spanned<u8>>,
}

impl Config {
    /// What is asked of the language of `edition`.
    pub fn translations(&self, edition: EditionId) -> Translations {
        let asked = self.translations.get(self.language(edition));
        asked.cloned().unwrap_or_default()
    }
}

/// Reads the setting `translations`: by language, only for those that the handbook has beside its
/// first.
pub(super) fn read(
    value: &Value,
    languages: &[String],
    reader: &mut Reader<'_>,
) -> BTreeMap<String, Translations> {
    let mut asked = BTreeMap::new();
    let Node::Map(map) = &value.node else {
        reader.wrong_type("translations", value, "type-map");
        return asked;
    };
    let allowed: Vec<&str> = languages.iter().skip(1).map(String::as_str).collect();
    for (code, value) in map {
        if !allowed.contains(&code.text.as_str()) {
            reader.unknown_value("translations", &code.text, code.span, &allowed);
            continue;
        }
        let Some(mut fields) = Fields::of(value, &code.text, reader) else {
            continue;
        };
        let fallback = fields.flag("fallback", reader).unwrap_or(false);
        let at_least = percent(&mut fields, reader);
        fields.finish(reader);
        let translations = Translations { fallback, at_least };
        asked.insert(code.text.clone(), translations);
    }
    asked
}

fn percent(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Option<Spanned<u8>> {
    let number = fields.integer("at_least", reader)?;
    let span = fields.get("at_least")?.span;
    match u8::try_from(number) {
        Ok(percent) if percent <= 100 => Some(Spanned::new(percent, span)),
        _ => {
            let finding = reader.report(&codes::OUT_OF_BOUNDS, span);
            finding.set_arg("key", "at_least");
            finding.set_arg("value", number.to_string());
            finding.set_arg("bounds", "0–100");
            None
        }
    }
}
