//! How far a chapter is, and all that authors write to say so.

use crate::diagnostic::{Finding, Suggestions, codes};
use crate::source::Span;
use crate::text::{Arg, Language};
use crate::yaml::{self, Fields, Key, Node, Reader, Value};

/// How far a chapter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Published like any; the author says no more.
    #[default]
    Published,
    /// Not to be published yet.
    Draft,
    /// Published at its address, to which nothing leads.
    Unlisted,
    /// Checked by somebody else.
    Reviewed,
    /// Replaced by another chapter, kept because it is cited.
    Superseded,
    /// No longer held to be right, kept because it is cited.
    Withdrawn,
}

impl Status {
    const NAMES: [(&'static str, Self); 5] = [
        ("draft", Self::Draft),
        ("unlisted", Self::Unlisted),
        ("reviewed", Self::Reviewed),
        ("superseded", Self::Superseded),
        ("withdrawn", Self::Withdrawn),
    ];

    /// What authors write who know it from the pages or from elsewhere.
    const LABELS: [(&'static str, Self); 12] = [
        ("Entwurf", Self::Draft),
        ("ungelistet", Self::Unlisted),
        ("nicht gelistet", Self::Unlisted),
        ("geprüft", Self::Reviewed),
        ("überholt", Self::Superseded),
        ("ersetzt", Self::Superseded),
        ("zurückgezogen", Self::Withdrawn),
        ("published", Self::Published),
        ("veröffentlicht", Self::Published),
        ("public", Self::Published),
        ("öffentlich", Self::Published),
        ("final", Self::Published),
    ];

    /// The names of all, as front matter has them.
    pub fn names() -> [&'static str; 5] {
        Self::NAMES.map(|(name, _)| name)
    }

    /// The status that is called so, in front matter or on the pages.
    fn called(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let mut all = Self::NAMES.iter().chain(&Self::LABELS);
        let found = all.find(|(known, _)| known.to_lowercase() == name);
        found.map(|(_, status)| *status)
    }

    /// The names of all, in German each with what it is called there.
    fn allowed() -> Arg {
        let label = |status| {
            Self::LABELS
                .iter()
                .find(|(_, labelled)| *labelled == status)
        };
        let names = |language: Language| {
            let names = Self::NAMES
                .iter()
                .map(|(name, status)| match label(*status) {
                    Some((label, _)) if language == Language::German => format!("{name} ({label})"),
                    _ => (*name).to_owned(),
                });
            (language.code(), names.collect::<Vec<_>>().join(", "))
        };
        Arg::Localized(Language::ALL.map(names).into())
    }

    /// Its name in front matter; none for a chapter that says nothing.
    pub fn name(self) -> Option<&'static str> {
        Self::NAMES
            .iter()
            .find(|(_, status)| *status == self)
            .map(|(name, _)| *name)
    }
}

/// How far the chapter is, and the key that says so in the place of `status`. What may be meant as a draft and
/// can't be read keeps the handbook from being published.
pub(super) fn read(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> (Status, Option<String>) {
    if let Some(value) = fields.get("status") {
        let name = value.as_text().unwrap_or_default();
        let status = Status::called(name);
        if status.is_none() {
            unknown_status(name, value.span, reader);
        }
        return (status.unwrap_or_default(), None);
    }
    let says = |(key, value): &(Key, Value)| {
        let means = |flag| says_flag(value) == Some(flag);
        match key.text.to_lowercase().as_str() {
            "draft" | "entwurf" if means(true) => Some("draft"),
            "published" if means(false) => Some("draft"),
            key if Suggestions::new(["status"]).nearest(key).is_some() => {
                Status::called(value.as_text()?)?.name()
            }
            _ => None,
        }
    };
    let other = fields.rest().find_map(|field| Some((field, says(field)?)));
    let Some(((key, value), says)) = other else {
        return (Status::Published, None);
    };
    // Other programs have flags for it, and keys count with their letters.
    let span = Span::new(key.span.range().start..value.span.range().end);
    let finding = unknown_status(&key.text, span, reader);
    finding.suggestion = Some(format!("status: {says}"));
    finding.set_fix(span, format!("status: {says}"));
    (Status::Draft, Some(key.text.clone()))
}

/// What a flag says, in YAML's words or in those of people.
fn says_flag(value: &Value) -> Option<bool> {
    match &value.node {
        Node::Flag(flag) => Some(*flag),
        Node::Text { text, .. } => yaml::flag(text),
        _ => None,
    }
}

fn unknown_status<'r>(found: &str, span: Span, reader: &'r mut Reader<'_>) -> &'r mut Finding {
    let finding = reader.report(&codes::UNKNOWN_STATUS, span);
    finding.set_arg("value", found);
    finding.set_arg("allowed", Status::allowed());
    finding.suggestion = Suggestions::new(Status::names())
        .nearest(found)
        .map(str::to_owned);
    finding
}
