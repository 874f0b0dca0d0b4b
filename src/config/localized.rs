//! A text in one or several languages.

use super::language::{self, is_language};
use crate::yaml::{Node, Reader, Value};

/// A text by language; under the empty code when it holds for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Localized(Vec<Translation>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Translation {
    /// A language code; empty for the text of all languages that have none of their own.
    language: String,
    text: String,
}

impl Localized {
    /// The same text in all languages.
    pub fn everywhere(text: impl Into<String>) -> Self {
        Self(vec![Translation {
            language: String::new(),
            text: text.into(),
        }])
    }

    /// Reads plain text, or a mapping from language codes to texts.
    pub fn read(key: &str, value: &Value, reader: &mut Reader<'_>) -> Self {
        let Node::Map(map) = &value.node else {
            return reader
                .text(key, value)
                .map(Self::everywhere)
                .unwrap_or_default();
        };
        let mut texts = Vec::new();
        for (code, value) in map {
            if is_language(&code.text) {
                let language = code.text.clone();
                let text = reader.text(key, value);
                texts.extend(text.map(|text| Translation { language, text }));
            } else {
                language::report_unknown(&code.text, code.span, reader);
            }
        }
        Self(texts)
    }

    /// The text for `language`: its own, that of the language without region or variant, the
    /// general one, the English, or the first. Empty only if there is none at all.
    pub fn get(&self, language: &str) -> &str {
        self.find(language).map_or("", |found| &found.text)
    }

    /// Its texts in all languages.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| text.text.as_str())
    }

    /// The language that [`Localized::get`] answers in; `None` for the general text, which is in the
    /// handbook's default language, and where there is no text.
    pub fn language_for(&self, language: &str) -> Option<&str> {
        let code = &self.find(language)?.language;
        (!code.is_empty()).then_some(code)
    }

    fn find(&self, language: &str) -> Option<&Translation> {
        let codes = [language, language::base(language), "", "en"];
        let found = codes.into_iter().find_map(|code| self.in_language(code));
        found.or(self.0.first())
    }

    fn in_language(&self, code: &str) -> Option<&Translation> {
        self.0.iter().find(|text| text.language == code)
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `text` says it in one of its languages, whatever the case, hyphens and blanks.
    pub fn is_called(&self, text: &str) -> bool {
        let letters = |text: &str| {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        let called = letters(text);
        !called.is_empty() && self.0.iter().any(|label| letters(&label.text) == called)
    }

    /// This text where it has one, else `other`; by language.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        if self.in_language("").is_none() {
            let missing = |text: &&Translation| self.in_language(&text.language).is_none();
            let missing: Vec<_> = other.0.iter().filter(missing).cloned().collect();
            self.0.extend(missing);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> Localized {
        Localized(
            pairs
                .iter()
                .map(|(language, text)| Translation {
                    language: (*language).into(),
                    text: (*text).into(),
                })
                .collect(),
        )
    }

    #[test]
    fn the_nearest_language_answers() {
        let title = texts(&[("de", "Werkzeug"), ("en", "Tool")]);
        assert_eq!(title.get("de-simple"), "Werkzeug");
        assert_eq!(title.get("uk"), "Tool");
        assert_eq!(Localized::everywhere("AID").get("ar"), "AID");
        assert_eq!(Localized::default().get("de"), "");
    }

    #[test]
    fn a_change_keeps_the_languages_it_does_not_name() {
        let label = texts(&[("de", "Methode")]).or(&texts(&[("de", "Format"), ("en", "Format")]));
        assert_eq!((label.get("de"), label.get("en")), ("Methode", "Format"));
    }
}
