//! The dictionary: terms in alphabetical order with their forms and postings, cut into files.
//!
//! An entry is its key after the one before, its forms, its list and its kin's list, separated by
//! spaces and ended by `;`. Short lists stand in the entry; long ones have files of their own, and
//! the entry says where: `!file.place.length`.

use super::IndexFile;
use super::encode;
use super::files::write;
use super::postings::Postings;
use super::vocabulary::Vocabulary;
use rayon::prelude::*;

/// Bytes of a `words` file, after which the next one begins: this many, and one for every five
/// chapters. A large handbook has larger files rather than very many.
const WORDS_FILE: usize = 4_000;
/// Bytes of a `lists` file, after which the next one begins.
const LISTS_FILE: usize = 5_000;
/// Characters of the longest list that stands in its entry.
const INLINE: usize = 160;

/// Before the reversed key of an entry that is there to be found by its end. Sorts after the
/// Latin letters.
pub(super) const TAIL: char = '~';

/// The dictionary's files.
pub(super) struct Dictionary {
    /// `words` and `lists` files.
    pub files: Vec<IndexFile>,
    /// The first key of each `words` file.
    pub first_keys: Vec<String>,
}

/// Writes the dictionary.
pub(super) fn dictionary(
    vocabulary: &Vocabulary,
    postings: &Postings,
    chapters: usize,
) -> Dictionary {
    let mut lists: Vec<String> = (0..2 * vocabulary.keys.len())
        .into_par_iter()
        .map(|list| encode::postings(postings.list(list)))
        .collect();
    let mut files = move_long_lists(&mut lists, postings);
    let tails = vocabulary.tails.iter().map(|word| {
        (
            std::iter::once(TAIL).chain(word.chars().rev()).collect(),
            None,
        )
    });
    let terms = vocabulary
        .keys
        .iter()
        .cloned()
        .zip((0..vocabulary.keys.len()).map(Some));
    let mut entries: Vec<(String, Option<usize>)> = terms.chain(tails).collect();
    entries.par_sort_unstable();

    let (mut first_keys, mut text, mut previous) = (Vec::new(), String::new(), String::new());
    let mut words_files = Vec::new();
    for (key, term) in entries {
        if text.is_empty() {
            first_keys.push(key.clone());
            previous.clear();
        }
        text.push_str(&encode::after(&key, &previous));
        if let Some(term) = term {
            let forms: Vec<_> = vocabulary.forms[term]
                .iter()
                .map(|form| ending(form, &key))
                .collect();
            for column in [&forms.join(","), &lists[2 * term], &lists[2 * term + 1]] {
                text.push(' ');
                text.push_str(column);
            }
        }
        text.push(';');
        previous = key;
        if text.len() >= WORDS_FILE + chapters / 5 {
            words_files.push(std::mem::take(&mut text));
        }
    }
    if !text.is_empty() {
        words_files.push(text);
    }
    files.extend(
        words_files
            .iter()
            .enumerate()
            .map(|(n, text)| write(&format!("words-{n}"), text)),
    );
    Dictionary { files, first_keys }
}

/// Moves long lists into files of their own, leaving where they went.
fn move_long_lists(lists: &mut [String], postings: &Postings) -> Vec<IndexFile> {
    let mut files: Vec<IndexFile> = Vec::new();
    let (mut file, mut size) = (Vec::new(), 0);
    let mut close = |file: &mut Vec<String>| {
        let name = format!("lists-{}", files.len());
        files.push(write(&name, &std::mem::take(file)));
        files.len()
    };
    let mut number = 0;
    for (at, list) in lists
        .iter_mut()
        .enumerate()
        .filter(|(_, list)| list.len() > INLINE)
    {
        let place = format!("!{number}.{}.{}", file.len(), postings.list(at).len());
        size += list.len();
        file.push(std::mem::replace(list, place));
        if size >= LISTS_FILE {
            number = close(&mut file);
            size = 0;
        }
    }
    if !file.is_empty() {
        close(&mut file);
    }
    files
}

/// A form after its key: how many characters of the key to drop (nothing for none), then the rest.
fn ending(form: &str, key: &str) -> String {
    let shared = form
        .chars()
        .zip(key.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let drop = key.chars().count() - shared;
    let rest: String = form.chars().skip(shared).collect();
    if drop > 0 || rest.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{drop}.{rest}")
    } else {
        rest
    }
}

/// Reads what [`ending`] wrote.
pub(super) fn read_ending(text: &str, key: &str) -> Option<String> {
    let (drop, rest) = text.split_once('.').unwrap_or(("0", text));
    let keep = key.chars().count().checked_sub(drop.parse().ok()?)?;
    Some(key.chars().take(keep).chain(rest.chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_written() {
        for (form, key, written) in [
            ("kurse", "kurs", "e"),
            ("happy", "happi", "1.y"),
            ("kurs", "kurs", ""),
            ("g8", "g", "0.8"),
        ] {
            assert_eq!(ending(form, key), written);
            assert_eq!(read_ending(written, key).as_deref(), Some(form));
        }
        assert_eq!(read_ending("9.x", "ab"), None);
    }
}
