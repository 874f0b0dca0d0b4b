//! Texts of the interface, in Fluent, by language.
//!
//! 1. [`MessageFile::parse`] reads a Fluent file.
//! 2. A [`Catalog`] is made from one or more files of one language; a later file overrides single
//!    messages of an earlier one.
//! 3. [`Catalog::get`] gives a message, or an attribute of one (`message.attribute`), with its
//!    arguments filled in.
//! 4. [`program`] gives the catalog of the program's own messages.
//! 5. [`MessageFile::shapes`] tells what a file holds, for comparing it with the same messages in
//!    other languages.

mod shape;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message};
use unic_langid::LanguageIdentifier;

pub use shape::Shape;

/// A value for a placeable of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put in as it is.
    Text(String),
    /// Put in by the language's rules, and counted by its plural rules.
    Number(f64),
    /// Another message of the same catalog, by its id.
    Message(&'static str),
    /// Words of the handbook in several languages, by the codes of these; the first where none is the catalog's.
    Localized(Vec<(&'static str, String)>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of things in a handbook are small"
    )]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

/// Arguments by name.
pub type Args = BTreeMap<&'static str, Arg>;

/// The messages of one language.
pub struct Catalog {
    bundle: FluentBundle<Arc<FluentResource>>,
    ids: Vec<String>,
    /// Whether its texts are the program's own: a handbook's may ask for what they don't get.
    is_own: bool,
}

/// A Fluent file, read once for all catalogs that it is part of.
#[derive(Debug, Clone)]
pub struct MessageFile(Arc<FluentResource>);

/// A place in a Fluent file that can't be read.
#[derive(Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Bytes in the file.
    pub range: Range<usize>,
    /// What the Fluent parser says.
    pub message: String,
}

impl MessageFile {
    /// Reads a file. What can't be read is left out and reported.
    pub fn parse(text: impl Into<String>) -> (Self, Vec<SyntaxError>) {
        match FluentResource::try_new(text.into()) {
            Ok(resource) => (Self(Arc::new(resource)), Vec::new()),
            Err((resource, errors)) => {
                let error = |error: fluent_syntax::parser::ParserError| SyntaxError {
                    range: error.pos,
                    message: error.kind.to_string(),
                };
                let errors = errors.into_iter().map(error).collect();
                (Self(Arc::new(resource)), errors)
            }
        }
    }

    /// The ids of its messages, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.messages().map(|message| message.id.name)
    }

    fn messages(&self) -> impl Iterator<Item = &Message<&str>> {
        self.0.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
    }
}

impl Catalog {
    /// Makes the catalog of `language` (BCP 47; an unknown one counts as English for plurals).
    pub fn new<'a>(language: &str, files: impl IntoIterator<Item = &'a MessageFile>) -> Self {
        let english = || "en".parse().expect("`en` is a language");
        let language: LanguageIdentifier = language.parse().unwrap_or_else(|_| english());
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let mut ids = Vec::new();
        for file in files {
            ids.extend(file.ids().map(str::to_owned));
            bundle.add_resource_overriding(Arc::clone(&file.0));
        }
        ids.sort_unstable();
        ids.dedup();
        Self {
            bundle,
            ids,
            is_own: false,
        }
    }

    /// The ids of all messages, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }

    /// The message `id`, or the attribute `message.attribute`. `None` if there is no such message.
    /// An argument that is missing shows as its name in braces, as Fluent does.
    pub fn get(&self, id: &str, args: &Args) -> Option<String> {
        let (text, complete) = self.try_format(id, args.iter().map(|(name, arg)| (*name, arg)))?;
        debug_assert!(
            complete || !self.is_own,
            "message {id} lacks an argument: {text}"
        );
        Some(text)
    }

    /// As [`Catalog::get`], with arguments whose names aren't known to the program. `None` also if one
    /// that the message needs is missing.
    pub fn format<'a>(
        &self,
        id: &str,
        args: impl Iterator<Item = (&'a str, &'a Arg)>,
    ) -> Option<String> {
        let (text, complete) = self.try_format(id, args)?;
        complete.then_some(text)
    }

    /// All messages that take no arguments, by id.
    pub fn plain_messages(&self) -> impl Iterator<Item = (&str, String)> {
        self.ids().filter_map(|id| {
            let (text, complete) = self.try_format(id, std::iter::empty())?;
            complete.then_some((id, text))
        })
    }

    /// The text, and whether all arguments were there.
    fn try_format<'a>(
        &self,
        id: &str,
        args: impl Iterator<Item = (&'a str, &'a Arg)>,
    ) -> Option<(String, bool)> {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) if number.fract() != 0.0 => {
                    let point = self.plain("decimal-separator");
                    FluentValue::from(number.to_string().replace('.', &point))
                }
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Message(id) => FluentValue::from(self.plain(id)),
                Arg::Localized(texts) => {
                    let own = self.bundle.locales[0].language.as_str();
                    let own = texts.iter().find(|(code, _)| *code == own);
                    let text = own.or(texts.first()).map_or("", |(_, text)| text);
                    FluentValue::from(text)
                }
            };
            fluent.set(name, value);
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&fluent), &mut errors);
        Some((text.into_owned(), errors.is_empty()))
    }

    /// The message `id` without arguments; the id itself if there is none, so that a gap shows.
    pub fn plain(&self, id: &str) -> String {
        self.get(id, &Args::new()).unwrap_or_else(|| id.to_owned())
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog")
            .field("messages", &self.ids.len())
            .finish_non_exhaustive()
    }
}

/// A language of the program's own messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// German.
    German,
    /// English.
    #[default]
    English,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The program's language for a locale such as `de_AT.UTF-8`; English where it has no other.
    pub fn of_locale(locale: &str) -> Self {
        match locale.split(['_', '-', '.', '@']).next() {
            Some(code) if code.eq_ignore_ascii_case("de") => Self::German,
            _ => Self::English,
        }
    }

    /// BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }
}

/// The program's own messages in `language`.
pub fn program(language: Language) -> &'static Catalog {
    static CATALOGS: [OnceLock<Catalog>; 2] = [const { OnceLock::new() }; 2];
    const TEXTS: [[&str; 3]; 2] = [
        [
            include_str!("de/findings.ftl"),
            include_str!("de/program.ftl"),
            include_str!("de/help.ftl"),
        ],
        [
            include_str!("en/findings.ftl"),
            include_str!("en/program.ftl"),
            include_str!("en/help.ftl"),
        ],
    ];
    let at = usize::from(language == Language::English);
    CATALOGS[at].get_or_init(|| {
        let files = TEXTS[at].map(|text| {
            let (file, errors) = MessageFile::parse(text);
            debug_assert!(errors.is_empty(), "{errors:?}");
            file
        });
        Catalog {
            is_own: true,
            ..Catalog::new(language.code(), &files)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_messages() {
        let ids = |language| {
            program(language)
                .ids()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(Language::German), ids(Language::English));
    }

    #[test]
    fn a_later_file_overrides_single_messages() {
        let [first, second] = ["a = eins\nb = zwei", "b = 2 { $x }"].map(MessageFile::parse);
        assert_eq!((first.1, second.1), (vec![], vec![]));
        let catalog = Catalog::new("de", [&first.0, &second.0]);
        assert_eq!(catalog.plain("a"), "eins");
        let args = Args::from([("x", Arg::Message("a"))]);
        assert_eq!(catalog.get("b", &args).as_deref(), Some("2 eins"));
        assert_eq!(catalog.get("c", &args), None);
    }

    #[test]
    fn a_broken_file_is_located() {
        let (_, errors) = MessageFile::parse("ok = ja\nkaputt\n");
        let starts: Vec<usize> = errors.iter().map(|error| error.range.start).collect();
        assert_eq!(starts, [14]);
    }
}
