//! Values that may be chosen: the one that is meant, and what to say to someone who has written none of them.

use crate::diagnostic::Suggestions;
use crate::kind::Choice;
use crate::text::{Arg, Language};

/// How many letters a part of a label has at least that means it.
const PART_LEAST: usize = 4;

/// The values by their ids and labels, of which either may be written; as a new chapter names them.
pub(super) fn allowed(choices: &[Choice]) -> Arg {
    let name = |choice: &Choice, language: &str| match choice.label.get(language) {
        label if label.is_empty() || *label == choice.id => choice.id.clone(),
        label => format!("{} ({label})", choice.id),
    };
    let names = |language: &'static str| {
        let names = choices.iter().map(|choice| name(choice, language));
        (language, names.collect::<Vec<_>>().join(", "))
    };
    Arg::Localized(Language::ALL.map(|language| names(language.code())).into())
}

/// The value that `text` comes nearest to: by its id or label, by a word for it, or as the only one of whose label
/// it is a part. In the words that it was found by, if those are its label.
pub(super) fn nearest(choices: &[Choice], text: &str) -> Option<String> {
    let written = text.trim().to_lowercase();
    let by_word = choices.iter().find_map(|choice| {
        let words =
            Language::ALL.map(|language| (language.code(), choice.words.get(language.code())));
        let mut named = words.into_iter().filter(|(_, words)| {
            words
                .split(',')
                .any(|word| word.trim().to_lowercase() == written)
        });
        named
            .next()
            .map(|(language, _)| choice.label.get(language).to_owned())
    });
    let names = || {
        choices
            .iter()
            .flat_map(|choice| choice.label.texts().chain([choice.id.as_str()]))
    };
    let by_spelling = || Suggestions::new(names()).nearest(text).map(str::to_owned);
    let by_part = || {
        let mut found = choices.iter().filter_map(|choice| {
            let mut labels = choice.label.texts();
            let label = labels.find(|label| label.to_lowercase().contains(&written))?;
            // One that the list of values doesn't show, such as that in easy language, would look like none of them.
            let is_shown = Language::ALL.map(|language| choice.label.get(language.code()) == label);
            Some(if is_shown.contains(&true) {
                label
            } else {
                &choice.id
            })
        });
        let first = found
            .next()
            .filter(|_| written.chars().count() >= PART_LEAST)?;
        found.next().is_none().then(|| first.to_owned())
    };
    by_word.or_else(by_part).or_else(by_spelling)
}

/// The place of the value that `text` means: its id, else its label, else either word of a label where no other value
/// is called so. What two may mean is neither.
pub(super) fn meant(choices: &[Choice], text: &str) -> Option<usize> {
    let only = |means: &dyn Fn(&Choice) -> bool| {
        let mut found = (0..choices.len()).filter(|index| means(&choices[*index]));
        found.next().filter(|_| found.next().is_none())
    };
    let named = choices.iter().position(|choice| choice.id == text);
    let is_label = || choices.iter().any(|choice| choice.is_called(text));
    let either = || only(&|choice| choice.is_either(text)).filter(|_| !is_label());
    named
        .or_else(|| only(&|choice| choice.is_called(text)))
        .or_else(either)
}
