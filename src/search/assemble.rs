//! Assembly: from the analysed chapters to the files of the index.
//!
//! 1. While chapters come in, their texts go into files, some chapters to a file, and their facets
//!    are gathered: which chapters have which value.
//! 2. The vocabulary: terms, compounds, elliptic spellings, synonyms.
//! 3. The postings, and the dictionary with them.
//! 4. The facets, and the meta file with a fingerprint of all others.

use std::collections::BTreeMap;

use super::analyse::Reader;
use super::dictionary::dictionary;
use super::encode;
use super::files::{self, FORMAT, FacetLabels, FactRow, ListFile, Meta, Part};
use super::fold::fold;
use super::language::{LINKS, Language};
use super::others;
use super::postings::Postings;
use super::quantities::{self, Bounds};
use super::ranking::RANKING;
use super::sink::Sink;
use super::spellings::Spellings;
use super::synonyms;
use super::terms::ChapterTerms;
use super::verbs::PARTICLES;
use super::vocabulary::Vocabulary;
use super::weights::{LOWEST, RATIO};
use super::words::{LETTERS, PERSONS, SINGLES};
use super::{Facet, IndexFile, KIND, Quantity};
use crate::config::thesaurus::Thesaurus;

/// Bytes of a `texts` file, after which the next one begins: at least, and for each chapter of the
/// handbook. A large one has larger files rather than very many.
const TEXTS_FILE: (usize, usize) = (12_000, 2);

/// Writes an index from chapters that come in the order of the handbook.
pub(super) struct IndexWriter {
    texts: TextFiles,
    facets: Facets,
    quantities: Quantities,
    /// By key of a title: the chapters that have it.
    titles: BTreeMap<String, Vec<u32>>,
    /// By phrase: the chapters with the value that it means.
    phrases: BTreeMap<String, Vec<u32>>,
    /// Without their records and facets.
    chapters: Vec<ChapterTerms>,
}

impl IndexWriter {
    /// For so many chapters.
    pub(super) fn new(chapters: usize) -> Self {
        Self {
            texts: TextFiles::new(chapters),
            facets: Facets::default(),
            quantities: Quantities::default(),
            titles: BTreeMap::new(),
            phrases: BTreeMap::new(),
            chapters: Vec::with_capacity(chapters),
        }
    }

    /// How many chapters it has.
    pub(super) fn chapters(&self) -> usize {
        self.chapters.len()
    }

    /// Adds the next chapter; gives the file of texts that is full now.
    pub(super) fn add(&mut self, mut chapter: ChapterTerms) -> Option<IndexFile> {
        let record = std::mem::take(&mut chapter.record);
        let facets = std::mem::take(&mut chapter.facets);
        self.facets.add(self.chapters.len(), facets);
        let quantities = std::mem::take(&mut chapter.quantities);
        self.quantities.add(self.chapters.len(), quantities);
        let place = u32::try_from(self.chapters.len()).expect("fewer than 2^32 chapters");
        for phrase in std::mem::take(&mut chapter.phrases) {
            let with = self.phrases.entry(phrase).or_default();
            if with.last() != Some(&place) {
                with.push(place);
            }
        }
        if let Some(title) = chapter.title.take() {
            self.titles.entry(title).or_default().push(place);
        }
        self.chapters.push(chapter);
        self.texts.add(&record)
    }

    /// Writes what takes all chapters to know. `readers` are those that have analysed them, `synonyms` are
    /// groups of words that mean the same, and a thesaurus may have more.
    pub(super) fn finish(
        mut self,
        (lang, language): (&str, &Language),
        readers: &[Reader],
        (synonyms, thesaurus): (&[Vec<String>], Option<&Thesaurus>),
        take: &mut dyn FnMut(IndexFile),
    ) {
        let count = self.chapters.len();
        if let Some(texts) = self.texts.close() {
            take(texts);
        }
        let mut sink = Sink::new(take);
        let passages = encode::counts(self.chapters.iter().map(|chapter| chapter.units.len() - 1));
        let mut others = Vec::new();
        let (words, first_others) = {
            let groups = synonyms::groups(synonyms, language);
            let spellings: Vec<&Spellings> = readers.iter().map(Reader::spellings).collect();
            let Vocabulary { terms, words } =
                Vocabulary::new(&self.chapters, &groups, language, &spellings);
            let (parts, first_others) = thesaurus.map_or_else(Default::default, |thesaurus| {
                others::files(thesaurus, &terms, language)
            });
            others.extend(parts.into_iter().map(|part| ("others", part)));
            let postings = Postings::new(&mut self.chapters, &words, terms.keys.len());
            // What is not needed any more makes room for the dictionary.
            drop((self.chapters, words));
            let words = dictionary(&terms, &self.titles, &postings, count, &mut sink);
            (words, first_others)
        };
        let (facet_file, facets) = self.facets.finish();
        let texts = encode::counts(self.texts.chapters);
        others.push(("facets", facet_file));
        let Quantities { units, rows, .. } = self.quantities;
        let units: Vec<Vec<String>> = units
            .iter()
            .map(|units| {
                units
                    .iter()
                    .map(|unit| fold(unit, language.umlauts))
                    .collect()
            })
            .collect();
        let (mut numbers, mut times) = (BTreeMap::new(), BTreeMap::new());
        let mut bounds = Bounds::default();
        if !rows.is_empty() {
            others.push(("facts", Part::new("facts", None, &rows)));
            numbers = quantities::numbers(language);
            times = quantities::times(language);
            bounds = Bounds::of(language);
        }
        if !self.phrases.is_empty() {
            let lists: Vec<String> = self
                .phrases
                .values()
                .map(|with| chapter_list(with))
                .collect();
            others.push(("phrases", Part::new("phrases", None, &lists)));
        }
        let phrases = self.phrases.into_keys().collect();
        sink.finish(self.texts.hashes, others, |version, parts| {
            let meta = Meta {
                parts,
                phrases,
                numbers,
                times,
                bounds,
                quantities: units,
                version,
                passages,
                texts,
                words,
                others: first_others,
                facets,
                ..meta(lang, language)
            };
            files::meta(&meta)
        });
    }
}

/// Chapters as postings.
fn chapter_list(chapters: &[u32]) -> String {
    encode::postings(chapters.iter().map(|&chapter| (chapter, 0)))
}

/// What the meta file says of a language.
fn meta(lang: &str, language: &Language) -> Meta {
    let owned = |list: &[&str]| list.iter().map(|&item| item.to_owned()).collect();
    let some = |wanted: bool, list: &[&str]| if wanted { owned(list) } else { Vec::new() };
    let mut stops: Vec<String> = language.stops.iter().cloned().collect();
    stops.sort_unstable();
    Meta {
        format: FORMAT,
        version: String::new(),
        parts: BTreeMap::new(),
        language: lang.to_owned(),
        letters: LETTERS.to_owned(),
        singles: SINGLES.to_owned(),
        umlauts: language.umlauts,
        persons: some(language.gender, &PERSONS),
        links: some(language.compounds, &LINKS),
        particles: some(language.compounds, &PARTICLES),
        stops,
        inflections: language.inflections.clone(),
        derivations: language.derivations.clone(),
        clitics: language.clitics.clone(),
        apostrophes: language.apostrophes,
        levels: [LOWEST, RATIO],
        ranking: RANKING,
        passages: String::new(),
        texts: String::new(),
        words: Vec::new(),
        others: Vec::new(),
        facets: Vec::new(),
        quantities: Vec::new(),
        numbers: BTreeMap::new(),
        times: BTreeMap::new(),
        bounds: Bounds::default(),
        phrases: Vec::new(),
    }
}

/// What the chapters say in numbers, by field in the order in which they came.
#[derive(Default)]
struct Quantities {
    fields: Vec<String>,
    units: Vec<Vec<String>>,
    rows: Vec<Vec<FactRow>>,
}

impl Quantities {
    fn add(&mut self, chapter: usize, quantities: Vec<Quantity>) {
        for Quantity {
            field,
            units,
            from,
            to,
        } in quantities
        {
            let known = self.fields.iter().zip(&self.units);
            let known = known.map(|(id, units)| (id.as_str(), units.as_slice()));
            let at = known
                .into_iter()
                .position(|known| known == (field.as_str(), &*units));
            let at = at.unwrap_or_else(|| {
                self.fields.push(field);
                self.units.push(units);
                self.rows.push(Vec::new());
                self.rows.len() - 1
            });
            self.rows[at].push((chapter, from, to));
        }
    }
}

/// The `texts` files, written one after the other.
struct TextFiles {
    /// Bytes from which on the next file begins.
    full: usize,
    file: Option<ListFile>,
    size: usize,
    /// By file that is done: how many chapters it has, and its hash.
    chapters: Vec<usize>,
    hashes: Vec<u64>,
}

impl TextFiles {
    fn new(chapters: usize) -> Self {
        Self {
            full: TEXTS_FILE.0.max(TEXTS_FILE.1 * chapters),
            file: None,
            size: 0,
            chapters: Vec::new(),
            hashes: Vec::new(),
        }
    }

    /// Adds a record; gives the file that is full now.
    fn add(&mut self, record: &str) -> Option<IndexFile> {
        let number = self.chapters.len();
        let file = self
            .file
            .get_or_insert_with(|| ListFile::new("texts", number));
        file.push(record);
        self.size += record.len();
        (self.size >= self.full).then(|| self.close()).flatten()
    }

    /// The file that isn't full yet.
    fn close(&mut self) -> Option<IndexFile> {
        let file = self.file.take()?;
        self.size = 0;
        self.chapters.push(file.items);
        let Part { file, hash } = file.finish();
        self.hashes.push(hash);
        Some(file)
    }
}

/// The values of a facet, by place and id: their labels and their chapters.
type Values = BTreeMap<(usize, String), (String, Vec<u32>)>;

/// The facets with their values, in the order in which they came.
#[derive(Default)]
struct Facets {
    places: BTreeMap<String, usize>,
    labels: Vec<FacetLabels>,
    values: Vec<Values>,
}

impl Facets {
    fn add(&mut self, chapter: usize, facets: Vec<Facet>) {
        let chapter = u32::try_from(chapter).expect("fewer than 2^32 chapters");
        for facet in facets {
            let Self { labels, values, .. } = self;
            let place = *self.places.entry(facet.id).or_insert_with_key(|id| {
                labels.push(FacetLabels {
                    id: id.clone(),
                    label: facet.label,
                    values: Vec::new(),
                });
                values.push(BTreeMap::new());
                labels.len() - 1
            });
            let value = values[place].entry((facet.place, facet.value));
            let (_, with) = value.or_insert((facet.value_label, Vec::new()));
            if with.last() != Some(&chapter) {
                with.push(chapter);
            }
        }
    }

    /// The `facets` file (by facet, by value: its chapters), and the labels for the meta file.
    fn finish(self) -> (Part, Vec<FacetLabels>) {
        let lists: Vec<Vec<String>> = self
            .values
            .iter()
            .map(|values| {
                values
                    .values()
                    .map(|(_, with)| chapter_list(with))
                    .collect()
            })
            .collect();
        let mut labels = self.labels;
        debug_assert!(labels.first().is_none_or(|first| first.id == KIND));
        for (labels, values) in labels.iter_mut().zip(self.values) {
            let label = |((_, id), (label, _))| (id, label);
            labels.values = values.into_iter().map(label).collect();
        }
        (Part::new("facets", None, &lists), labels)
    }
}
