//! Phrases: everyday words for a value that say something only together with a stop word, «nicht funktioniert»
//! or «ohne Geld». Where a query has one, it means the chapters with that value, before those that have its
//! other words.

use super::language::Language;
use super::words::words;

/// Between the words of a phrase.
pub(super) const BETWEEN: char = '=';

/// The phrase's folded words; nothing if all of them carry weight, or none.
pub(super) fn key(phrase: &str, language: &Language) -> Option<String> {
    let keys: Vec<String> = words(phrase, language)
        .iter()
        .map(|word| word.key(language))
        .filter(|key| !key.is_empty())
        .collect();
    let stops = keys.iter().filter(|key| language.is_stop(key)).count();
    (stops > 0 && stops < keys.len()).then(|| keys.join(&BETWEEN.to_string()))
}
