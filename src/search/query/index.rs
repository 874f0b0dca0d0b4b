//! An index as a query sees it: files, read when they are first needed and kept.

use super::super::dictionary::{TAIL, read_ending};
use super::super::encode::{read_after, read_counts, read_postings};
use super::super::files::{FORMAT, FactRow, Meta, part_path, read};
use super::super::language::{strip, uninflected};
use super::super::others;
use super::super::titles::TITLE;
use super::super::{IndexError, Language};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Gives an index file's bytes by its path, or nothing if there is no such file.
pub(crate) type Reader<'r> = dyn Fn(&str) -> Option<Vec<u8>> + 'r;

/// A term of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The stem that its forms share.
    pub key: String,
    /// Its folded forms.
    pub forms: Vec<String>,
    /// Where the term stands.
    pub own: List,
    /// Where compounds with it, and its synonyms, stand.
    pub kin: List,
}

/// A list of postings, written in its entry or in a file of lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// The postings.
    Here(String),
    /// File, place in it, and how many units it has.
    There(usize, usize, usize),
}

impl List {
    /// How many units it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Here(text) => text.bytes().filter(u8::is_ascii_uppercase).count(),
            Self::There(_, _, length) => *length,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let Some(place) = text.strip_prefix('!') else {
            return Some(Self::Here(text.into()));
        };
        let mut numbers = place.splitn(3, '.').map(|number| number.parse().ok());
        Some(Self::There(
            numbers.next()??,
            numbers.next()??,
            numbers.next()??,
        ))
    }
}

impl Entry {
    /// Whether it is of the family of words of which `endings` leave one of these.
    pub fn is_of_family(&self, bases: &[&str], endings: &[String]) -> bool {
        let same = |form: &String| bases.contains(&strip(form, endings));
        bases.contains(&self.key.as_str()) || self.forms.iter().any(same)
    }

    /// In how many units the term or its kin stand.
    pub fn frequency(&self) -> usize {
        self.own.len() + self.kin.len()
    }

    /// How many of its lists have to be loaded.
    pub fn long_lists(&self) -> usize {
        [&self.own, &self.kin]
            .iter()
            .filter(|list| matches!(list, List::There(..)))
            .count()
    }
}

/// A chapter as it is shown: address, title, kind, summary, sections.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Record(
    pub String,
    pub String,
    pub String,
    pub String,
    pub Vec<RecordSection>,
);

/// A section as it is shown: anchor or nothing, heading, passages.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct RecordSection(pub String, pub String, pub Vec<String>);

/// The entries of a file, in the order of their keys.
pub(crate) type Entries = Rc<Vec<Rc<Entry>>>;

/// The chapters with a title that is a query, and those with one that begins with it.
#[derive(Default)]
pub(crate) struct Titled {
    pub whole: Vec<usize>,
    pub begun: Vec<usize>,
}

/// A file of words.
#[derive(Clone, Default)]
struct WordsFile {
    entries: Entries,
    /// By key of a title: the chapters that have it.
    titles: Rc<BTreeMap<String, Vec<usize>>>,
}

/// The files of an index.
pub(crate) struct Index<'r> {
    reader: Box<Reader<'r>>,
    /// The meta file.
    pub meta: Meta,
    /// The language's rules, for words and folding.
    pub language: Language,
    /// By chapter: its first unit (the head); after the last chapter: the number of units.
    pub units: Vec<usize>,
    /// The weights of the levels.
    pub levels: Vec<f64>,
    /// By `texts` file: its first chapter.
    texts: Vec<usize>,
    words: RefCell<BTreeMap<usize, WordsFile>>,
    lists: RefCell<BTreeMap<usize, Rc<Vec<String>>>>,
}

/// What every form of an index says first.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

/// In which of the files with these first keys a key stands, if it stands in one.
fn place_in(first_keys: &[String], key: &str) -> usize {
    first_keys
        .partition_point(|first| first.as_str() <= key)
        .saturating_sub(1)
}

impl<'r> Index<'r> {
    pub fn open(reader: Box<Reader<'r>>) -> Result<Self, IndexError> {
        let bytes = reader("meta.js");
        // One of another form has other fields.
        let Form { format } = read("meta", bytes.clone())?;
        if format != FORMAT {
            return Err(IndexError::Format(format));
        }
        let meta: Meta = read("meta", bytes)?;
        let damaged = || IndexError::Damaged("meta".into());
        let mut units = vec![0];
        for passages in read_counts(&meta.passages).ok_or_else(damaged)? {
            units.push(units[units.len() - 1] + passages + 1);
        }
        let mut texts = vec![0];
        for chapters in read_counts(&meta.texts).ok_or_else(damaged)? {
            texts.push(texts[texts.len() - 1] + chapters);
        }
        let mut weight = meta.levels[0];
        let mut levels = Vec::with_capacity(26);
        for _ in 0..26 {
            levels.push(weight);
            weight *= meta.levels[1];
        }
        let language = Language::of(&meta.language);
        let (words, lists) = (RefCell::default(), RefCell::default());
        Ok(Self {
            reader,
            meta,
            language,
            units,
            levels,
            texts,
            words,
            lists,
        })
    }

    /// How many chapters there are.
    pub fn chapters(&self) -> usize {
        self.units.len() - 1
    }

    /// The `words` file in which a key stands, if it stands in one.
    pub fn place(&self, key: &str) -> usize {
        place_in(&self.meta.words, key)
    }

    /// By phrase of the meta file: the chapters with the value that it means.
    pub fn phrases(&self) -> Result<Vec<Vec<usize>>, IndexError> {
        let lists: Vec<String> = self.read("phrases", None)?;
        let chapters = |list: &String| {
            let postings = read_postings(list)?;
            Some(postings.into_iter().map(|(chapter, _)| chapter).collect())
        };
        let all: Option<Vec<Vec<usize>>> = lists.iter().map(chapters).collect();
        all.ok_or_else(|| IndexError::Damaged("phrases".into()))
    }

    /// Other words for one that no text has.
    pub fn others(&self, word: &str) -> Result<Vec<String>, IndexError> {
        if self.meta.others.is_empty() {
            return Ok(Vec::new());
        }
        let key = uninflected(word, &self.meta.inflections);
        let file = place_in(&self.meta.others, key);
        let text: String = self.read("others", Some(file))?;
        let mut others = others::read(&text).ok_or_else(|| damaged("others", file))?;
        Ok(others.remove(key).unwrap_or_default())
    }

    /// The entries of one `words` file.
    pub fn entries(&self, file: usize) -> Result<Entries, IndexError> {
        Ok(self.words_file(file)?.entries)
    }

    /// The chapters whose title has this key, and those whose title goes on behind it.
    pub fn titled(&self, key: &str) -> Result<Titled, IndexError> {
        let titles = self.words_file(self.place(key))?.titles;
        let begun = titles.range(key.to_owned()..);
        let begun = begun.take_while(|(title, _)| title.starts_with(key));
        let longer = begun.filter(|(title, _)| *title != key);
        Ok(Titled {
            whole: titles.get(key).cloned().unwrap_or_default(),
            begun: longer.flat_map(|(_, chapters)| chapters).copied().collect(),
        })
    }

    fn words_file(&self, file: usize) -> Result<WordsFile, IndexError> {
        if self.meta.words.is_empty() {
            return Ok(WordsFile::default());
        }
        if let Some(words) = self.words.borrow().get(&file) {
            return Ok(words.clone());
        }
        let text: String = self.read("words", Some(file))?;
        let words = parse(&text).ok_or_else(|| damaged("words", file))?;
        self.words.borrow_mut().insert(file, words.clone());
        Ok(words)
    }

    /// The postings of a list: units with levels.
    pub fn postings(&self, list: &List) -> Result<Vec<(usize, usize)>, IndexError> {
        match list {
            List::Here(text) => {
                read_postings(text).ok_or_else(|| IndexError::Damaged("words".into()))
            }
            List::There(file, place, _) => {
                let lists = self.lists(*file)?;
                let text = lists.get(*place);
                text.and_then(|text| read_postings(text))
                    .ok_or_else(|| damaged("lists", *file))
            }
        }
    }

    fn lists(&self, file: usize) -> Result<Rc<Vec<String>>, IndexError> {
        if let Some(lists) = self.lists.borrow().get(&file) {
            return Ok(Rc::clone(lists));
        }
        let lists: Rc<Vec<String>> = Rc::new(self.read("lists", Some(file))?);
        self.lists.borrow_mut().insert(file, Rc::clone(&lists));
        Ok(lists)
    }

    /// A chapter as it is shown.
    pub fn record(&self, chapter: usize) -> Result<Record, IndexError> {
        let file = self.texts.partition_point(|first| *first <= chapter) - 1;
        let mut records: Vec<Record> = self.read("texts", Some(file))?;
        let at = chapter - self.texts[file];
        if at < records.len() {
            Ok(records.swap_remove(at))
        } else {
            Err(damaged("texts", file))
        }
    }

    /// By facet, by value: the chapters that have it.
    pub fn facets(&self) -> Result<Vec<Vec<Vec<usize>>>, IndexError> {
        let lists: Vec<Vec<String>> = self.read("facets", None)?;
        let chapters = |text: &String| {
            let postings = read_postings(text)?;
            Some(postings.into_iter().map(|(chapter, _)| chapter).collect())
        };
        let facets: Option<_> = lists
            .iter()
            .map(|values| values.iter().map(chapters).collect())
            .collect();
        facets.ok_or_else(|| IndexError::Damaged("facets".into()))
    }

    /// By field with quantities: the chapters that say how much.
    pub fn facts(&self) -> Result<Vec<Vec<FactRow>>, IndexError> {
        self.read("facts", None)
    }

    fn read<T: serde::de::DeserializeOwned>(
        &self,
        name: &str,
        number: Option<usize>,
    ) -> Result<T, IndexError> {
        let part = self.meta.part(name, number);
        let part = part.ok_or_else(|| IndexError::Damaged("meta".into()))?;
        read(&part, (self.reader)(&part_path(&part)))
    }
}

fn damaged(name: &str, number: usize) -> IndexError {
    IndexError::Damaged(format!("{name}-{number}"))
}

/// Reads a `words` file.
fn parse(text: &str) -> Option<WordsFile> {
    let (mut entries, mut titles) = (Vec::new(), BTreeMap::new());
    let mut previous = String::new();
    for line in text.split_terminator(';') {
        let mut columns = line.split(' ');
        let key = read_after(columns.next()?, &previous)?;
        previous.clone_from(&key);
        if key.contains(TITLE) {
            let chapters = read_postings(columns.next()?)?;
            titles.insert(
                key,
                chapters.into_iter().map(|(chapter, _)| chapter).collect(),
            );
            continue;
        }
        let mut entry = Entry {
            key,
            forms: Vec::new(),
            own: List::Here(String::new()),
            kin: List::Here(String::new()),
        };
        if !entry.key.starts_with(TAIL) {
            for form in columns.next()?.split(',') {
                entry.forms.push(read_ending(form, &entry.key)?);
            }
            entry.own = List::parse(columns.next()?)?;
            entry.kin = List::parse(columns.next()?)?;
        }
        entries.push(Rc::new(entry));
    }
    Some(WordsFile {
        entries: Rc::new(entries),
        titles: Rc::new(titles),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_parsed() {
        let file = parse("0kurs ,e,en AB !3.1.200;4=kurs 0A;4leit ung  C;0~abc;").unwrap();
        assert_eq!(file.titles["kurs=kurs"], [1]);
        let entries = file.entries;
        assert_eq!(entries[0].forms, ["kurs", "kurse", "kursen"]);
        assert_eq!(entries[0].own.len(), 2);
        assert_eq!(entries[0].kin, List::There(3, 1, 200));
        assert_eq!(entries[1].key, "kursleit");
        assert_eq!(entries[1].frequency(), 1);
        assert_eq!(entries[2].key, "~abc");
        assert!(parse("0kurs e").is_none());
        assert!(parse("0kurs e A !x;").is_none());
    }
}
