//! The words of the whole handbook, merged and counted, as the compound splitter asks for them.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::compound::{self, HashFilter, LONGEST, Lexicon, Part, is_suffix, split};
use super::language::{Language, strip};
use super::spellings::Spellings;
use super::terms::ChapterTerms;

/// How often a word was seen where its first letter tells something, and how often it had a small
/// one.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    count: u32,
    small: u32,
    /// A text has it, rather than a synonym alone.
    pub(super) written: bool,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.small = self.small.saturating_add(other.small);
        self.written |= other.written;
    }

    /// German nouns have a capital; a word seen only where every word has one may be a noun.
    pub(super) fn is_noun(self) -> bool {
        self.small * 2 < self.count.max(1)
    }
}

/// The distinct words of the chapters.
pub(super) struct Words<'s> {
    /// Sorted, with their counts.
    pub sorted: Vec<(&'s str, Counts)>,
    /// By reader, by spelling: the number of its word among the sorted ones.
    pub numbers: Vec<Vec<u32>>,
}

/// Where a word that is to be merged comes from: the reader, and the word's number there.
type Origin = (usize, usize);

impl<'s> Words<'s> {
    /// Merges what the chapters' readers have met, and the members of synonyms.
    pub(super) fn merge(
        chapters: &[ChapterTerms],
        readers: &[&'s Spellings],
        synonyms: &'s [Vec<Vec<String>>],
    ) -> Self {
        let mut counts: Vec<Vec<Counts>> = readers
            .iter()
            .map(|reader| vec![Counts::default(); reader.folded().len()])
            .collect();
        for chapter in chapters {
            let reader = chapter.reader();
            for seen in chapter.seen() {
                let folded = readers[reader].get(seen.spelling).folded as usize;
                counts[reader][folded].add(Counts {
                    count: seen.count.into(),
                    small: seen.small.into(),
                    written: true,
                });
            }
        }
        let mut all: Vec<(&str, Counts, Option<Origin>)> = Vec::new();
        for (reader, spellings) in readers.iter().enumerate() {
            let folded = counts[reader].iter().enumerate().zip(0..);
            all.extend(folded.map(|((folded, counts), number)| {
                let word = spellings.folded().get(number);
                (word, *counts, Some((reader, folded)))
            }));
        }
        let members = synonyms.iter().flatten().flatten();
        all.extend(members.map(|word| (&**word, Counts::default(), None)));
        all.par_sort_unstable_by_key(|(word, ..)| *word);

        let mut sorted: Vec<(&str, Counts)> = Vec::with_capacity(all.len());
        let mut number_of: Vec<Vec<u32>> =
            counts.iter().map(|counts| vec![0; counts.len()]).collect();
        for (word, counts, origin) in all {
            match sorted.last_mut().filter(|(last, _)| *last == word) {
                Some((_, sum)) => sum.add(counts),
                None => sorted.push((word, counts)),
            }
            if let Some((reader, folded)) = origin {
                let number = u32::try_from(sorted.len() - 1).expect("fewer than 2^32 words");
                number_of[reader][folded] = number;
            }
        }
        let by_spelling = |(reader, number_of): (&&Spellings, Vec<u32>)| {
            let number = |folded: u32| number_of[folded as usize];
            reader
                .all()
                .map(|spelling| number(spelling.folded))
                .collect()
        };
        let numbers = readers.iter().zip(number_of).map(by_spelling).collect();
        Self { sorted, numbers }
    }
}

/// The numbers of a text that is a word or a stem.
#[derive(Clone, Copy, Default)]
struct Numbers {
    /// It is the word with this number.
    word: Option<u32>,
    /// It is the stem with this number.
    stem: Option<u32>,
}

/// The vocabulary as the compound splitter asks for it. Ids are places in the sorted stems.
pub(super) struct CompoundLexicon<'v> {
    words: &'v [(&'v str, Counts)],
    /// The distinct stems, sorted.
    pub stems: Vec<&'v str>,
    stem_of_word: Vec<u32>,
    known: FxHashMap<&'v str, Numbers>,
    /// By stem: the counts of all its forms.
    counts: Vec<Counts>,
    /// Words and stems that may begin a compound.
    beginnings: HashFilter,
    language: &'v Language,
}

impl<'v> CompoundLexicon<'v> {
    /// `stem_of` gives each word's stem.
    pub(super) fn new<S: AsRef<str> + Sync>(
        words: &'v [(&'v str, Counts)],
        stem_of: &'v [S],
        language: &'v Language,
    ) -> Self {
        let mut stems: Vec<&str> = stem_of.iter().map(AsRef::as_ref).collect();
        stems.par_sort_unstable();
        stems.dedup();
        let mut known: FxHashMap<&str, Numbers> = FxHashMap::default();
        known.reserve(words.len() + stems.len() / 2);
        for (&stem, number) in stems.iter().zip(0..) {
            known.entry(stem).or_default().stem = Some(number);
        }
        let mut stem_of_word = Vec::with_capacity(words.len());
        let mut counts = vec![Counts::default(); stems.len()];
        for (((word, seen), stem), number) in words.iter().zip(stem_of).zip(0..) {
            let stem = known[stem.as_ref()].stem.expect("all stems are known");
            stem_of_word.push(stem);
            counts[stem as usize].add(*seen);
            known.entry(word).or_default().word = Some(number);
        }
        let mut lexicon = Self {
            words,
            stems,
            stem_of_word,
            beginnings: HashFilter::new(known.len()),
            known,
            counts,
            language,
        };
        let hashes: Vec<u64> = lexicon
            .words
            .iter()
            .map(|(word, _)| *word)
            .chain(lexicon.stems.iter().copied())
            .filter(|text| lexicon.beginning(text).is_some())
            .map(compound::hash)
            .collect();
        for hash in hashes {
            lexicon.beginnings.insert(hash);
        }
        lexicon
    }

    /// The number of a word.
    pub(super) fn word(&self, text: &str) -> Option<u32> {
        self.known.get(text)?.word
    }

    /// The stem of a word, or the text itself if it is one.
    fn stem(&self, text: &str) -> Option<u32> {
        let known = self.known.get(text)?;
        let of_word = known.word.map(|word| self.stem_of_word[word as usize]);
        of_word.or(known.stem)
    }

    /// The stem of a word that the handbook may have in other forms only. The stemmer would know
    /// better, and take longer than everything else: most of these texts are no words.
    fn stem_of_form(&self, text: &str) -> Option<u32> {
        let is_stem = |text: &str| self.known.get(text)?.stem;
        self.stem(text).or_else(|| {
            let once = strip(text, &self.language.inflections);
            is_stem(once).or_else(|| is_stem(strip(once, &self.language.inflections)))
        })
    }

    /// The stem of a verb of which a text is the noun, with its frequency: «Bereinigung» where the handbook
    /// has «bereinigen».
    fn stem_of_verb(&self, text: &str) -> Option<(u32, u32)> {
        let verb = text
            .strip_suffix("ungen")
            .or_else(|| text.strip_suffix("ung"))?;
        // As the stemmer has it, which would take longer than everything else.
        let stems = [Some(verb), verb.strip_suffix("ig")].into_iter().flatten();
        let stem = stems
            .filter(|stem| stem.len() >= 5)
            .find_map(|stem| self.known.get(stem)?.stem)?;
        let count = self.counts[stem as usize].count;
        (count > 0).then_some((stem, count))
    }

    /// The parts of a noun; the last one alone, if what stands before it is no word of the handbook.
    pub(super) fn split(&self, word: &str, counts: Counts) -> Vec<Part<u32>> {
        if word.len() < 7 || !counts.is_noun() || !word.is_ascii() {
            return Vec::new();
        }
        let parts = split(word, self);
        if parts.is_empty() {
            self.last_part(word).into_iter().collect()
        } else {
            parts
        }
    }

    /// The longest noun with which a word ends, behind a beginning that may be one too.
    fn last_part(&self, word: &str) -> Option<Part<u32>> {
        let end = u32::try_from(word.len())
            .ok()
            .filter(|_| word.len() <= LONGEST)?;
        (UNKNOWN..=word.len().checked_sub(LAST_ALONE)?).find_map(|at| {
            let (id, _) = self.ending(&word[at..])?;
            let start = u32::try_from(at).ok()?;
            Some(Part { start, end, id })
        })
    }
}

/// Letters of the shortest unknown beginning of a compound, and of the last part that is known alone.
const UNKNOWN: usize = 2;
const LAST_ALONE: usize = 5;

/// Whether a text ends as nouns do that are made of verbs, and share their stems.
fn is_noun_of_verb(text: &str) -> bool {
    text.ends_with("ung") || text.ends_with("ungen")
}

impl Lexicon for CompoundLexicon<'_> {
    type Id = u32;

    fn beginning(&self, text: &str) -> Option<(u32, u32)> {
        let stem = self.stem(text)?;
        let count = self.counts[stem as usize].count;
        (count > 0 && !self.language.stops.contains(text)).then_some((stem, count))
    }

    fn ending(&self, text: &str) -> Option<(u32, u32)> {
        if text.len() < 4 {
            let number = self.word(text)? as usize;
            let counts = self.words[number].1;
            let sure = counts.is_noun() && counts.count >= 3;
            return sure.then_some((self.stem_of_word[number], counts.count));
        }
        let Some(stem) = self.stem_of_form(text) else {
            return self.stem_of_verb(text);
        };
        let counts = self.counts[stem as usize];
        let is_noun =
            (counts.is_noun() || is_noun_of_verb(text)) && counts.count > 0 && !is_suffix(text);
        (is_noun && !self.language.stops.contains(text)).then_some((stem, counts.count))
    }

    fn may_begin(&self, hash: u64) -> bool {
        self.beginnings.may_have(hash)
    }
}
