//! Queries: from what a reader types to the chapters that answer it.
//!
//! 1. The query becomes words; stop words carry no weight.
//! 2. Every word is looked up and expanded (`lookup`, `expand`).
//! 3. Chapters are scored (`score`), and the best ones shown with an excerpt (`excerpt`).
//! 4. If words were misspelt or unknown, another query is suggested.
//!
//! The reader's script does the same in the same order; `tests/search` holds the two together.

mod edits;
mod excerpt;
mod expand;
mod index;
mod lookup;
mod must_find;
mod phrase;
mod quantity;
mod score;
mod together;
mod typed;

pub use excerpt::Marked;
pub use must_find::{Miss, MustFind, must_find};

use super::words::words;
use super::{IndexError, KIND, titles};
use excerpt::{excerpt, mark};
use expand::{Expansion, expand};
use index::{Index, Titled};
pub(super) use lookup::FAMILY;
use lookup::letters_in;
use phrase::phrases;
use quantity::quantities;
use score::{Evidence, Scored, evidence, score};
use together::{join, join_compound, join_particle};
use typed::{Typed, Word};

/// Letters of the shortest word that is suggested for an unknown compound.
const SUGGESTED: usize = 5;

/// Letters of the shortest word that names a page by itself, beside another word.
const NAME: usize = 8;

/// Titles that begin with a query, from which on they come no more before others.
const BEGUN: usize = 3;

/// Which results are wanted.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many.
    pub limit: usize,
    /// Facets with the values of which a chapter must have one.
    pub filter: Vec<(String, Vec<String>)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limit: 10,
            filter: Vec::new(),
        }
    }
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// The best chapters.
    pub hits: Vec<Hit>,
    /// How many chapters there are in all.
    pub total: usize,
    /// «Meinten Sie»: a better query.
    pub suggestion: Option<String>,
    /// «Auch gesucht»: other words for those that the handbook lacks.
    pub also: Vec<String>,
}

/// A chapter that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The chapter's address, with the anchor of the section that answers.
    pub url: String,
    /// The chapter's title.
    pub title: Marked,
    /// The section's heading, or nothing.
    pub heading: Marked,
    /// The chapter's kind: its id and its label.
    pub kind: (String, String),
    /// The part of the passage that answers.
    pub excerpt: Marked,
    /// Comparable within one query only.
    pub score: f64,
    /// The words of the query that the chapter doesn't have.
    pub lacks: Vec<String>,
}

/// An index, ready for queries.
pub struct Searcher<'r> {
    index: Index<'r>,
}

/// The other words that were looked for, if they led to anything.
fn also(looked: &LookedUp) -> Vec<String> {
    let mut also: Vec<String> = Vec::new();
    let others = looked
        .expansions
        .iter()
        .flat_map(|expansion| &expansion.others);
    for other in others.filter(|_| !looked.scored.is_empty()) {
        if !also.contains(other) {
            also.push(other.clone());
        }
    }
    also
}

/// A query that has been looked up.
struct LookedUp {
    words: Vec<Word>,
    expansions: Vec<Expansion>,
    evidence: Vec<Evidence>,
    scored: Vec<Scored>,
}

impl<'r> Searcher<'r> {
    /// Opens an index. `read` gives a file's bytes by its path within the index's folder.
    ///
    /// # Errors
    /// When the meta file is missing, damaged, or of another format.
    pub fn open(read: impl Fn(&str) -> Option<Vec<u8>> + 'r) -> Result<Self, IndexError> {
        Ok(Self {
            index: Index::open(Box::new(read))?,
        })
    }

    /// Answers a query.
    ///
    /// # Errors
    /// When a file of the index is missing or damaged.
    pub fn search(&self, query: &str, options: &Options) -> Result<Results, IndexError> {
        let looked = self.look_up(query, options)?;
        let hits: Result<Vec<Hit>, IndexError> = looked
            .scored
            .iter()
            .take(options.limit)
            .map(|hit| self.show(hit, &looked))
            .collect();
        let suggestion = self.suggest(query, &looked, options)?;
        Ok(Results {
            hits: hits?,
            total: looked.scored.len(),
            suggestion,
            also: also(&looked),
        })
    }

    fn look_up(&self, query: &str, options: &Options) -> Result<LookedUp, IndexError> {
        let index = &self.index;
        let typed = Typed::new(query, index)?;
        let words = &typed.words;
        let mut expansions = Vec::new();
        for word in words {
            expansions.push(expand(index, word, word.key == typed.last)?);
        }
        if index.meta.particles.contains(&typed.last) {
            for (word, expansion) in words.iter().zip(&mut expansions) {
                join_particle(index, word, &typed.last, expansion)?;
            }
        }
        for &pair in &typed.pairs {
            if !join(index, words, &mut expansions, pair)? {
                join_compound(index, words, &mut expansions, pair)?;
            }
        }
        for &(head, modifier) in typed.pairs.iter().chain(&typed.apart) {
            join_compound(index, words, &mut expansions, (modifier, head))?;
        }
        for quantity in quantities(index, &typed.keys)? {
            for key in &typed.keys[quantity.words] {
                if let Some(at) = words.iter().position(|word| word.key == *key) {
                    expansions[at].chapters.extend(&quantity.chapters);
                }
            }
        }
        for phrase in phrases(index, &typed.keys)? {
            for key in &typed.keys[phrase.words] {
                if let Some(at) = words.iter().position(|word| word.key == *key) {
                    expansions[at].mean(&phrase.chapters);
                }
            }
        }
        let mut found = Vec::new();
        for (expansion, word) in expansions.iter().zip(words) {
            let mut evidence = evidence(index, expansion, word.essential)?;
            if evidence.quality == 0.0 && !word.essential {
                evidence.rarity *= index.meta.ranking.unknown_verb;
            }
            found.push(evidence);
        }
        for (evidence, word) in found.iter_mut().zip(words) {
            let names = words.len() == 2 && letters_in(&word.key) >= NAME;
            if let Some(title) = titles::key(&[&word.key], |_| true).filter(|_| names) {
                evidence.titles = index.titled(&title)?.whole;
            }
        }
        let allowed = self.allowed(&options.filter)?;
        let mut titled = match &typed.title {
            Some(title) => index.titled(title)?,
            None => Titled::default(),
        };
        // One word begins many titles, and so may several: then none is what was meant.
        if typed.keys.len() < 2 || titled.begun.len() > BEGUN {
            titled.begun.clear();
        }
        let scored = score(index, &found, &titled, |chapter| {
            allowed.iter().all(|set| set[chapter])
        });
        Ok(LookedUp {
            words: typed.words,
            expansions,
            evidence: found,
            scored,
        })
    }

    /// By filtered facet, by chapter: whether it has one of the values.
    fn allowed(&self, filter: &[(String, Vec<String>)]) -> Result<Vec<Vec<bool>>, IndexError> {
        if filter.is_empty() {
            return Ok(Vec::new());
        }
        let members = self.index.facets()?;
        let mut out = Vec::new();
        for (id, wanted) in filter {
            let mut set = vec![false; self.index.chapters()];
            let facet = self
                .index
                .meta
                .facets
                .iter()
                .zip(&members)
                .find(|(f, _)| f.id == *id);
            if let Some((facet, members)) = facet {
                for ((value, _), chapters) in facet.values.iter().zip(members) {
                    if wanted.contains(value) {
                        for &chapter in chapters {
                            set.get_mut(chapter)
                                .into_iter()
                                .for_each(|allowed| *allowed = true);
                        }
                    }
                }
            }
            out.push(set);
        }
        Ok(out)
    }

    fn show(&self, hit: &Scored, looked: &LookedUp) -> Result<Hit, IndexError> {
        let record = self.index.record(hit.chapter)?;
        let language = &self.index.language;
        let mut rest = hit.passage;
        let section = record.4.iter().find_map(|section| {
            let passages = section.2.len();
            if (1..=passages).contains(&rest) {
                return Some((section, &section.2[rest - 1]));
            }
            rest = rest.saturating_sub(passages);
            None
        });
        let summary = (!record.3.is_empty()).then_some(&record.3);
        let first = record.4.first().and_then(|section| section.2.first());
        let (anchor, heading, text) = match section {
            Some((section, passage)) if hit.deep => (&*section.0, &*section.1, Some(passage)),
            Some((_, passage)) => ("", "", summary.or(Some(passage))),
            None => ("", "", summary.or(first)),
        };
        let hash = if anchor.is_empty() { "" } else { "#" };
        let kinds = self.index.meta.facets.iter().find(|facet| facet.id == KIND);
        let kind = kinds.and_then(|kinds| kinds.values.iter().find(|(id, _)| *id == record.2));
        Ok(Hit {
            url: format!("{}{hash}{anchor}", record.0),
            title: mark(&record.1, &looked.expansions, language),
            heading: mark(heading, &looked.expansions, language),
            kind: kind.cloned().unwrap_or_default(),
            excerpt: excerpt(text.map_or("", |text| text), &looked.expansions, language),
            score: hit.score,
            lacks: looked
                .words
                .iter()
                .enumerate()
                .filter(|(at, _)| hit.lacks >> at & 1 == 1)
                .map(|(_, word)| word.text.clone())
                .collect(),
        })
    }

    /// A better query: misspelt words set right, or if nothing was found, without unknown words.
    fn suggest(
        &self,
        query: &str,
        looked: &LookedUp,
        options: &Options,
    ) -> Result<Option<String>, IndexError> {
        if let Some(best) = looked.scored.first() {
            let corrections = looked.expansions.iter().map(|e| e.correction.as_deref());
            if corrections.clone().all(|correction| correction.is_none()) {
                return Ok(None);
            }
            let record = self.index.record(best.chapter)?;
            let corrections: Vec<_> = looked
                .words
                .iter()
                .map(|word| &word.key)
                .zip(corrections)
                .collect();
            return Ok(Some(self.corrected(query, &corrections, &record)));
        }
        let words: Vec<&str> = looked.words.iter().map(|word| word.key.as_str()).collect();
        let known = |at: usize| looked.evidence[at].units.iter().any(|x| *x > 0.0);
        let rest: Vec<&str> = (0..looked.words.len())
            .filter_map(|at| match &looked.expansions[at].beginning {
                _ if known(at) => Some(looked.words[at].key.as_str()),
                Some(start) if letters_in(start) >= SUGGESTED => Some(start.as_str()),
                _ => None,
            })
            .collect();
        if rest.is_empty() || rest == words {
            return Ok(None);
        }
        let plain = rest.join(" ");
        let again = self.look_up(&plain, options)?;
        let Some(best) = again.scored.first() else {
            return Ok(None);
        };
        let record = self.index.record(best.chapter)?;
        let spelt = rest.iter().map(|word| self.spelling(word, &record));
        Ok(Some(spelt.collect::<Vec<_>>().join(" ")))
    }

    /// The query with words replaced, spelt as in the record.
    fn corrected(
        &self,
        query: &str,
        corrections: &[(&String, Option<&str>)],
        record: &index::Record,
    ) -> String {
        let language = &self.index.language;
        let mut out = String::new();
        let mut end = 0;
        for word in words(query, language) {
            let key = word.key(language);
            let correction = corrections.iter().find(|(typed, _)| **typed == key);
            if let Some((_, Some(form))) = correction {
                out.push_str(&query[end..word.start]);
                out.push_str(&self.spelling(form, record));
                end = word.end;
            }
        }
        out.push_str(&query[end..]);
        out
    }

    /// How a folded form is spelt in a record, where it stands in it.
    fn spelling(&self, form: &str, record: &index::Record) -> String {
        let language = &self.index.language;
        let sections = record.4.iter();
        let texts = sections.flat_map(|section| std::iter::once(&section.1).chain(&section.2));
        [&record.1, &record.3]
            .into_iter()
            .chain(texts)
            .find_map(|text| {
                let words = words(text, language);
                let word = words.iter().find(|word| word.key(language) == form)?;
                Some(text[word.start..word.end].to_owned())
            })
            .unwrap_or_else(|| form.to_owned())
    }
}
