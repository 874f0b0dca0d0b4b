//! A word of a query in the dictionary: as it is or in another form, by its end, misspelt, or as a
//! compound of known words.

use super::super::IndexError;
use super::super::compound::is_suffix;
use super::super::dictionary::TAIL;
use super::super::language::{strip, uninflected};
use super::edits::{allowed, may_be};
use super::index::{Entry, Index};
use std::cmp::Reverse;
use std::rc::Rc;

/// Longest ending by which a form differs from its key.
pub(crate) const ENDING: usize = 6;
/// `words` files looked through before and after the one in which a word would stand.
const BEFORE: usize = 1;
const AFTER: usize = 2;
/// `words` files looked through for a misspelt word.
const TYPO_FILES: usize = 8;
/// Letters before the end of a word that is found by it.
const BEFORE_END: usize = 2;
/// Words found by their end that are taken.
const ENDS: usize = 8;
/// Words found by a misspelling that are taken.
const TAKEN: usize = 3;
/// Beginnings of a compound that are tried; each one's rest may take another file.
const BEGINNINGS: usize = 2;
/// Letters of a compound's shortest first part, of its longest, and of its shortest last part.
pub(super) const FIRST: usize = 4;
const LONGEST_FIRST: usize = 128;
pub(super) const LAST: usize = 3;

/// Letters that words of one family share, at least.
pub(crate) const FAMILY: usize = 5;
/// What makes a noun of a verb; before it stands the stem that both share.
const NOUN: &str = "ung";

/// The parts of a compound; each is any of its entries.
pub(crate) type Parts = Vec<Vec<Rc<Entry>>>;

/// A word within one or two edits of the typed one.
pub(crate) struct Misspelt {
    pub entry: Rc<Entry>,
    pub form: String,
    pub edits: usize,
}

/// The first `count` letters.
pub(crate) fn prefix(word: &str, count: usize) -> &str {
    word.char_indices()
        .nth(count)
        .map_or(word, |(at, _)| &word[..at])
}

/// How long the first part of a compound may be.
fn lengths_of_beginnings(word: &str) -> std::ops::RangeInclusive<usize> {
    FIRST..=letters_in(word).saturating_sub(LAST).min(LONGEST_FIRST)
}

/// Number of letters.
pub(crate) fn letters_in(word: &str) -> usize {
    word.chars().count()
}

impl Index<'_> {
    /// Entries that share most of a word's beginning, up to the file in which the word would stand.
    /// If the dictionary has the word, its entry is here.
    pub fn before(&self, word: &str) -> Result<Vec<Rc<Entry>>, IndexError> {
        let shortest = prefix(word, letters_in(word).saturating_sub(ENDING).max(3));
        let here = self.place(word);
        self.all(self.place(shortest).max(here.saturating_sub(BEFORE))..=here)
    }

    /// The entries after those, as long as they share the beginning of the word's family.
    pub fn after(&self, word: &str) -> Result<Vec<Rc<Entry>>, IndexError> {
        let base = strip(word, &self.meta.derivations);
        let here = self.place(word);
        let to = self.place(&format!("{base}\u{ffff}")).min(here + AFTER);
        self.all(here + 1..=to)
    }

    /// The entries of some files.
    fn all(&self, files: impl IntoIterator<Item = usize>) -> Result<Vec<Rc<Entry>>, IndexError> {
        let mut out = Vec::new();
        for file in files {
            out.extend(self.entries(file)?.iter().cloned());
        }
        Ok(out)
    }

    /// The entry of which a word is a form, or else one with a form that differs in its ending.
    pub fn known(&self, word: &str) -> Result<Option<Rc<Entry>>, IndexError> {
        let base = uninflected(word, &self.meta.inflections);
        let here = self.place(word);
        let near = self.all(self.place(base).max(here.saturating_sub(BEFORE))..=here)?;
        let exact = near
            .iter()
            .find(|entry| entry.forms.iter().any(|form| form == word));
        if exact.is_some() || letters_in(word) < FIRST {
            return Ok(exact.cloned());
        }
        let same = |form: &String| uninflected(form, &self.meta.inflections) == base;
        Ok(near
            .iter()
            .find(|entry| entry.forms.iter().any(same))
            .cloned())
    }

    /// The entry of a word, or else one of its family: «bereinigen» for «Bereinigung».
    pub fn of_family(&self, word: &str) -> Result<Option<Rc<Entry>>, IndexError> {
        let known = self.known(word)?;
        let bases = self.family_bases(word);
        if known.is_some() || bases.is_empty() {
            return Ok(known);
        }
        let near = self.before(word)?;
        Ok(near
            .into_iter()
            .find(|entry| entry.is_of_family(&bases, &self.meta.derivations)))
    }

    /// What endings leave of a word, one and two of them: «bereinig» and «berein» of «Bereinigung».
    pub fn family_bases<'w>(&self, word: &'w str) -> Vec<&'w str> {
        let endings = &self.meta.derivations;
        let once = strip(word, endings);
        let mut bases = vec![once, strip(once, endings)];
        bases.dedup();
        bases.retain(|base| letters_in(base) >= FAMILY);
        bases
    }

    /// Whether a text of the handbook has exactly this word.
    pub fn has(&self, word: &str) -> Result<bool, IndexError> {
        let near = self.before(word)?;
        Ok(near
            .iter()
            .any(|entry| entry.forms.iter().any(|form| form == word)))
    }

    /// Long words that end as the word does, those with the least before it first.
    pub fn ending_in(&self, word: &str) -> Result<Vec<Rc<Entry>>, IndexError> {
        let reverse = |text: &str| text.chars().rev().collect::<String>();
        let start = format!(
            "{TAIL}{}",
            reverse(uninflected(word, &self.meta.inflections))
        );
        let from = self.place(&start);
        let to = self.place(&format!("{start}\u{ffff}")).min(from + AFTER);
        let mut words: Vec<String> = self
            .all(from..=to)?
            .iter()
            .filter(|entry| {
                let before = entry.key.strip_prefix(&start);
                before.is_some_and(|before| before.len() >= BEFORE_END)
            })
            .map(|entry| reverse(&entry.key[TAIL.len_utf8()..]))
            .collect();
        words.sort_by(|a, b| (letters_in(a), a).cmp(&(letters_in(b), b)));
        let mut out = Vec::new();
        for word in words.iter().take(ENDS) {
            out.extend(self.known(word)?);
        }
        Ok(out)
    }

    /// Of the words with the fewest edits, and no more than `most`, the most frequent ones. A typing error
    /// may make an umlaut of what is none («Phsaen»), so both spellings are compared.
    pub fn misspelt(
        &self,
        word: &str,
        spelt: &str,
        most: usize,
    ) -> Result<Vec<Misspelt>, IndexError> {
        let mut spellings = vec![word];
        if spelt != word {
            spellings.push(spelt);
        }
        let spellings: Vec<(&str, Vec<char>)> = spellings
            .into_iter()
            .map(|spelling| (spelling, spelling.chars().collect()))
            .filter(|(_, letters): &(&str, Vec<char>)| allowed(letters.len()) > 0)
            .collect();
        let mut files = Vec::new();
        for (_, letters) in &spellings {
            files.extend(self.typo_files(letters));
        }
        files.sort_unstable();
        files.dedup();
        let mut fewest = most;
        let mut out = Vec::new();
        for entry in self.all(files)? {
            let mut closest: Option<(&String, usize)> = None;
            for form in &entry.forms {
                for (spelling, letters) in &spellings {
                    if !may_be(letters, form) {
                        continue;
                    }
                    let edits = strsim::osa_distance(spelling, form);
                    // Without an edit it is a part or a synonym, which was found before.
                    let near = edits > 0 && edits <= fewest.min(allowed(letters.len()));
                    if near && closest.is_none_or(|(_, best)| edits < best) {
                        closest = Some((form, edits));
                        fewest = edits;
                    }
                }
            }
            if let Some((form, edits)) = closest {
                let form = form.clone();
                out.push(Misspelt { entry, form, edits });
            }
        }
        out.retain(|found| found.edits == fewest);
        // Stable: equally frequent ones stay in the order of the dictionary.
        out.sort_by_key(|found| Reverse(found.entry.frequency()));
        out.truncate(TAKEN);
        Ok(out)
    }

    /// The files with words of the same first letter, or in a large dictionary of the same first
    /// two; and those for a word whose first letters were swapped or whose first is one too many.
    fn typo_files(&self, letters: &[char]) -> Vec<usize> {
        let range = |count: usize| {
            let start: String = letters[..count].iter().collect();
            (self.place(&start), self.place(&format!("{start}\u{ffff}")))
        };
        let (mut from, mut to) = range(1);
        if to - from >= TYPO_FILES {
            (from, to) = range(2);
        }
        let mut files: Vec<usize> = (from..=to.min(from + TYPO_FILES - 1)).collect();
        let swapped: String = [letters[1], letters[0]]
            .iter()
            .chain(&letters[2..])
            .collect();
        let dropped: String = letters[1..].iter().collect();
        files.extend([self.place(&swapped), self.place(&dropped)]);
        files
    }

    /// Splits a compound into words that the handbook has.
    ///
    /// The longest beginning wins, not the most frequent parts as in the index: every other cut
    /// may take another file.
    pub fn split(&self, word: &str) -> Result<Vec<Rc<Entry>>, IndexError> {
        let beginnings = self.beginnings(word)?;
        if let Some(parts) = self.two_parts(word, &beginnings)? {
            return Ok(parts);
        }
        if let Some((beginning, entry)) = beginnings.first() {
            for rest in self.rests(&word[beginning.len()..], 2 * FIRST + 1) {
                if let Some(mut parts) = self.two_parts(rest, &self.beginnings(rest)?)? {
                    parts.insert(0, Rc::clone(entry));
                    return Ok(parts);
                }
            }
        }
        Ok(Vec::new())
    }

    /// What may follow a beginning: without each linking element, if that leaves enough letters.
    fn rests<'w>(&self, after: &'w str, shortest: usize) -> Vec<&'w str> {
        let rests = self
            .meta
            .links
            .iter()
            .filter_map(|link| after.strip_prefix(&**link));
        rests
            .filter(|rest| letters_in(rest) >= shortest && !is_suffix(rest))
            .collect()
    }

    fn two_parts(
        &self,
        word: &str,
        beginnings: &[(&str, Rc<Entry>)],
    ) -> Result<Option<Vec<Rc<Entry>>>, IndexError> {
        for (beginning, entry) in beginnings {
            for rest in self.rests(&word[beginning.len()..], LAST) {
                if let Some(known) = self.of_family(rest)? {
                    return Ok(Some(vec![Rc::clone(entry), known]));
                }
            }
        }
        Ok(None)
    }

    /// Splits a compound of which a part is known only as the beginning or the end of other words:
    /// «Solarmodul» where the handbook has «Solaranlage» and «Modul».
    pub fn loose_split(&self, word: &str) -> Result<Parts, IndexError> {
        let written = |(_, entry): &(&str, Rc<Entry>)| entry.own.len() > 0;
        let (length, entries) = match self.beginnings(word)?.into_iter().find(written) {
            Some((beginning, entry)) => (beginning.len(), vec![entry]),
            None => self.shared_beginning(word)?,
        };
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        for rest in self.rests(&word[length..], FIRST) {
            let ends = match self.known(rest)? {
                Some(known) if known.own.len() > 0 => vec![known],
                _ if letters_in(rest) > FIRST => self.ending_in(rest)?,
                _ => Vec::new(),
            };
            if !ends.is_empty() {
                return Ok(vec![entries, ends]);
            }
        }
        Ok(Vec::new())
    }

    /// The longest beginning that a word shares with others: its length in bytes, and the others.
    fn shared_beginning(&self, word: &str) -> Result<(usize, Vec<Rc<Entry>>), IndexError> {
        let shared = |form: &str| {
            let same = form.chars().zip(word.chars()).take_while(|(a, b)| a == b);
            same.map(|(a, _)| a.len_utf8()).sum::<usize>()
        };
        let mut entries = self.all([self.place(word)])?;
        entries.retain(|entry| entry.own.len() > 0);
        let longest = |entry: &Rc<Entry>| entry.forms.iter().map(|form| shared(form)).max();
        let length = entries.iter().filter_map(longest).max().unwrap_or(0);
        if letters_in(&word[..length]) <= FIRST {
            return Ok((0, Vec::new()));
        }
        let others = entries
            .iter()
            .filter(|entry| longest(entry) == Some(length));
        Ok((length, others.take(TAKEN).cloned().collect()))
    }

    /// The longest words and stems with which a word begins, longest first; no two of one entry.
    pub fn beginnings<'w>(&self, word: &'w str) -> Result<Vec<(&'w str, Rc<Entry>)>, IndexError> {
        let mut files: Vec<usize> = Vec::new();
        let mut out: Vec<(&str, Rc<Entry>)> = Vec::new();
        for count in lengths_of_beginnings(word).rev() {
            let beginning = prefix(word, count);
            if out.len() == BEGINNINGS || self.meta.stops.iter().any(|stop| stop == beginning) {
                continue;
            }
            files.push(self.place(beginning));
            files.dedup();
            for file in &files {
                let entries = self.entries(*file)?;
                let verb = beginning.strip_suffix(NOUN);
                let is_it = |e: &&Rc<Entry>| {
                    e.key == beginning
                        || verb.is_some_and(|verb| letters_in(verb) >= FAMILY && e.key == verb)
                        || e.forms.iter().any(|f| f == beginning)
                };
                if let Some(entry) = entries.iter().find(is_it) {
                    if out.iter().all(|(_, other)| other.key != entry.key) {
                        out.push((beginning, Rc::clone(entry)));
                    }
                    break;
                }
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_long_word_costs_does_not_grow_with_the_square_of_its_length() {
        assert_eq!(lengths_of_beginnings("stadtrat"), 4..=5);
        assert!(lengths_of_beginnings(&"stadtrat".repeat(20_000)).count() <= LONGEST_FIRST);
    }
}
