//! The dictionary: terms in alphabetical order with their forms and postings, cut into files.
//!
//! 1. The postings of some terms at a time are gathered and written out, on all cores.
//! 2. Long lists go into files of their own, and the entry says where: `!file.place.length`.
//! 3. Entries follow each other in files of their own: a key after the one before, its forms, its
//!    list and its kin's list, separated by spaces and ended by `;`.
//!
//! A file leaves as soon as it is full.

use rayon::prelude::*;
use std::collections::BTreeMap;

use super::encode;
use super::files::{ListFile, Part};
use super::postings::{Postings, Slice};
use super::sink::Sink;
use super::vocabulary::Terms;

/// Bytes of a `words` file, after which the next one begins: this many, and one for every five
/// chapters. A large handbook has larger files rather than very many.
const WORDS_FILE: usize = 8_000;
/// Bytes of a `lists` file, after which the next one begins.
const LISTS_FILE: usize = 5_000;
/// Characters of the longest list that stands in its entry.
const INLINE: usize = 400;

/// Before the reversed key of an entry that is there to be found by its end. Sorts after the
/// Latin letters.
pub(super) const TAIL: char = '~';

/// Writes the dictionary's `words` and `lists` files, and gives the first key of each `words` file.
pub(super) fn dictionary(
    terms: &Terms<'_>,
    titles: &BTreeMap<String, Vec<u32>>,
    postings: &Postings,
    chapters: usize,
    sink: &mut Sink<'_>,
) -> Vec<String> {
    let mut others = others(terms, titles).into_iter().peekable();

    let mut words = WordsFiles {
        full: WORDS_FILE + chapters / 5,
        ..WordsFiles::default()
    };
    let mut lists = ListsFiles::default();
    let slices: Vec<usize> = (0..postings.slices()).collect();
    let at_once = 4 * rayon::current_num_threads();
    for slices in slices.chunks(at_once) {
        let columns = slices
            .par_iter()
            .map(|&slice| columns(terms, &postings.slice(slice)));
        for entry in columns
            .collect::<Vec<_>>()
            .iter()
            .flat_map(Columns::entries)
        {
            let key = &*terms.keys[entry.term];
            while let Some((other, column)) = others.next_if(|(other, _)| other.as_str() < key) {
                words.entry(&other, |text, _| text.push_str(&column), sink);
            }
            let columns = |text: &mut String, sink: &mut Sink<'_>| {
                text.push(' ');
                text.push_str(entry.forms);
                for list in entry.lists {
                    text.push(' ');
                    lists.write(list, text, sink);
                }
            };
            words.entry(key, columns, sink);
        }
    }
    for (other, column) in others {
        words.entry(&other, |text, _| text.push_str(&column), sink);
    }
    lists.close(sink);
    words.close(sink);
    words.first_keys
}

/// Entries that are no terms, sorted, with what follows their keys: ends of words, and titles.
fn others(terms: &Terms<'_>, titles: &BTreeMap<String, Vec<u32>>) -> Vec<(String, String)> {
    let reversed = |word: &&str| -> (String, String) {
        let key = std::iter::once(TAIL).chain(word.chars().rev()).collect();
        (key, String::new())
    };
    let list = |with: &[u32]| encode::postings(with.iter().map(|&chapter| (chapter, 0)));
    let titles = titles
        .iter()
        .map(|(key, with)| (key.clone(), format!(" {}", list(with))));
    let tails = terms.tails.iter().map(reversed);
    let mut others: Vec<(String, String)> = tails.chain(titles).collect();
    others.par_sort_unstable();
    others
}

/// The columns behind the keys of some neighbouring terms.
struct Columns {
    text: String,
    first_term: usize,
    /// By term: where its three columns end, and how many units its two lists have.
    ends: Vec<([usize; 3], [usize; 2])>,
}

/// A term's columns.
struct Entry<'c> {
    term: usize,
    forms: &'c str,
    /// Its list and its kin's, with the number of their units.
    lists: [(&'c str, usize); 2],
}

fn columns(terms: &Terms<'_>, slice: &Slice) -> Columns {
    let (mut text, mut ends) = (String::new(), Vec::with_capacity(slice.terms()));
    for at in 0..slice.terms() {
        let term = slice.first_term + at;
        let key = &terms.keys[term];
        for (place, form) in terms.forms.get(term).iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            push_ending(&mut text, form, key);
        }
        let forms_end = text.len();
        let lists = [2 * at, 2 * at + 1].map(|list| {
            let list = slice.list(list);
            let units = list.len();
            encode::push_postings(&mut text, list);
            (text.len(), units)
        });
        let [(own_end, own), (kin_end, kin)] = lists;
        ends.push(([forms_end, own_end, kin_end], [own, kin]));
    }
    Columns {
        text,
        first_term: slice.first_term,
        ends,
    }
}

impl Columns {
    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let mut start = 0;
        self.ends
            .iter()
            .enumerate()
            .map(move |(at, (ends, units))| {
                let &[forms_end, own_end, kin_end] = ends;
                let from = std::mem::replace(&mut start, kin_end);
                Entry {
                    term: self.first_term + at,
                    forms: &self.text[from..forms_end],
                    lists: [
                        (&self.text[forms_end..own_end], units[0]),
                        (&self.text[own_end..kin_end], units[1]),
                    ],
                }
            })
    }
}

/// The `words` files, written one after the other.
#[derive(Default)]
struct WordsFiles {
    /// Bytes from which on the next file begins.
    full: usize,
    text: String,
    previous: String,
    first_keys: Vec<String>,
}

impl WordsFiles {
    /// Adds an entry, of which `columns` writes what follows the key.
    fn entry(
        &mut self,
        key: &str,
        columns: impl FnOnce(&mut String, &mut Sink<'_>),
        sink: &mut Sink<'_>,
    ) {
        if self.text.is_empty() {
            self.first_keys.push(key.to_owned());
            self.previous.clear();
        }
        encode::push_after(&mut self.text, key, &self.previous);
        columns(&mut self.text, sink);
        self.text.push(';');
        self.previous.clear();
        self.previous.push_str(key);
        if self.text.len() >= self.full {
            self.close(sink);
        }
    }

    fn close(&mut self, sink: &mut Sink<'_>) {
        if !self.text.is_empty() {
            let number = self.first_keys.len() - 1;
            sink.words(Part::new("words", Some(number), &self.text));
            self.text.clear();
        }
    }
}

/// The `lists` files, written one after the other.
#[derive(Default)]
struct ListsFiles {
    number: usize,
    file: Option<ListFile>,
    size: usize,
}

impl ListsFiles {
    /// Writes a list into an entry, or where a long one went.
    fn write(&mut self, (list, units): (&str, usize), entry: &mut String, sink: &mut Sink<'_>) {
        if list.len() <= INLINE {
            entry.push_str(list);
            return;
        }
        let number = self.number;
        let file = self
            .file
            .get_or_insert_with(|| ListFile::new("lists", number));
        entry.push_str(&format!("!{number}.{}.{units}", file.items));
        file.push(&format!("\"{list}\""));
        self.size += list.len();
        if self.size >= LISTS_FILE {
            self.close(sink);
        }
    }

    fn close(&mut self, sink: &mut Sink<'_>) {
        if let Some(file) = self.file.take() {
            sink.lists(file.finish());
            self.number += 1;
            self.size = 0;
        }
    }
}

/// Writes a form after its key: how many characters of the key to drop (nothing for none), then
/// the rest.
fn push_ending(out: &mut String, form: &str, key: &str) {
    let shared = encode::shared(form, key, usize::MAX);
    let drop = key[shared.bytes..].chars().count();
    let rest = &form[shared.bytes..];
    if drop > 0 || rest.starts_with(|c: char| c.is_ascii_digit()) {
        out.push_str(&drop.to_string());
        out.push('.');
    }
    out.push_str(rest);
}

/// Reads what [`push_ending`] wrote.
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
            let mut ending = String::new();
            push_ending(&mut ending, form, key);
            assert_eq!(ending, written);
            assert_eq!(read_ending(written, key).as_deref(), Some(form));
        }
        assert_eq!(read_ending("9.x", "ab"), None);
    }
}
