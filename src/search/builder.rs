//! The index of one language, made while its chapters are read.
//!
//! 1. Whoever has read a chapter hands it over: from any thread, in any order. That thread analyses it.
//! 2. A chapter waits until all before it have come, and then its texts are written.
//! 3. Once the last one has come, what takes all chapters to know is written.
//!
//! What is in the files depends on the chapters only, not on the threads or on who came first.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::analyse::Reader;
use super::assemble::IndexWriter;
use super::language::Language;
use super::terms::ChapterTerms;
use super::{Chapter, IndexFile};
use crate::config::thesaurus::Thesaurus;

/// Makes an index of chapters that come in one by one.
pub struct IndexBuilder {
    lang: String,
    language: Language,
    chapters: usize,
    synonyms: Vec<Vec<String>>,
    thesaurus: Option<Thesaurus>,
    readers: Mutex<Readers>,
    queue: Mutex<Queue>,
}

/// Those that don't read at the moment. There are never more than threads that analyse at once.
#[derive(Default)]
struct Readers {
    idle: Vec<Reader>,
    made: u32,
}

/// Chapters on their way to the writer.
struct Queue {
    writer: IndexWriter,
    /// Those that came before their turn, by place.
    early: BTreeMap<usize, ChapterTerms>,
}

impl IndexBuilder {
    /// For so many chapters in a language («de», «en», ...), with groups of words that mean the same.
    pub fn new(lang: &str, chapters: usize, synonyms: Vec<Vec<String>>) -> Self {
        Self {
            lang: lang.to_owned(),
            language: Language::of(lang),
            chapters,
            synonyms,
            thesaurus: None,
            readers: Mutex::default(),
            queue: Mutex::new(Queue::new(chapters)),
        }
    }

    /// With other words for those that no chapter has.
    #[must_use]
    pub fn with_thesaurus(self, thesaurus: Option<Thesaurus>) -> Self {
        Self { thesaurus, ..self }
    }

    /// Adds the chapter that stands at `place` in the handbook, and gives the files that are ready to
    /// `take`. Says whether all chapters are there now.
    pub fn add(&self, place: usize, chapter: &Chapter, take: &mut dyn FnMut(IndexFile)) -> bool {
        let mut reader = lock(&self.readers).take();
        let terms = reader.chapter(chapter, &self.language);
        lock(&self.readers).idle.push(reader);
        let (files, added) = lock(&self.queue).add(place, terms);
        files.into_iter().for_each(take);
        added == self.chapters
    }

    /// Gives all other files to `take`. All chapters have been added.
    pub fn finish(&self, take: &mut dyn FnMut(IndexFile)) {
        let mut readers = std::mem::take(&mut lock(&self.readers).idle);
        readers.sort_by_key(Reader::number);
        let queue = std::mem::replace(&mut *lock(&self.queue), Queue::new(0));
        let language = (self.lang.as_str(), &self.language);
        queue.writer.finish(
            language,
            &readers,
            (&self.synonyms, self.thesaurus.as_ref()),
            take,
        );
    }
}

/// What the mutexes hold is whole even if a thread died while it had one.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Readers {
    fn take(&mut self) -> Reader {
        self.idle.pop().unwrap_or_else(|| {
            self.made += 1;
            Reader::new(self.made - 1)
        })
    }
}

impl Queue {
    fn new(chapters: usize) -> Self {
        Self {
            writer: IndexWriter::new(chapters),
            early: BTreeMap::new(),
        }
    }

    /// Gives the files that are full, and how many chapters the writer has.
    fn add(&mut self, place: usize, chapter: ChapterTerms) -> (Vec<IndexFile>, usize) {
        self.early.insert(place, chapter);
        let mut files = Vec::new();
        while let Some(next) = self.early.remove(&self.writer.chapters()) {
            files.extend(self.writer.add(next));
        }
        (files, self.writer.chapters())
    }
}
