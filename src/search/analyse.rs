//! Analysis of chapters, one by one.
//!
//! 1. The chapter becomes a head (title, summary, synonyms, labels) and passages (heading, body).
//! 2. Each text becomes words, counted by passage and field.
//! 3. Hyphenated spellings give the joined word too, inner capitals the pieces, and elliptic
//!    hyphens are noted for later.
//! 4. The record that the reader's script shows is written.
//!
//! Nothing but the chapter decides the result, so that it can be kept between builds; the table of
//! spellings only gives words the same numbers in all chapters.

use super::ellipsis::ellipses;
use super::hash::WordMap;
use super::language::Language;
use super::passage::passages;
use super::ranking::{FIELDS, Field};
use super::spellings::Spellings;
use super::words::{Word, words};
use super::{Chapter, Facet};

/// How a word got into a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Form {
    /// It is written there.
    Written,
    /// It is written with a hyphen or a space.
    Joined,
    /// It is a piece of a word with inner capitals.
    Piece,
}

/// `count` occurrences of a word in one field of one unit (0: the head, then the passages).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    pub unit: u32,
    pub word: u32,
    pub count: u16,
    pub field: Field,
    pub form: Form,
}

/// An elliptic spelling; words by number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub unit: u32,
    pub field: Field,
    pub short: u32,
    pub full: u32,
    pub at_start: bool,
}

/// A spelling in a chapter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub spelling: u32,
    /// Occurrences where the first letter tells something, and those with a small one.
    pub count: u16,
    pub small: u16,
}

/// What the index takes from one chapter.
#[derive(Default)]
pub struct ChapterTerms {
    /// The chapter's words. Several may be one: spellings of it.
    pub(super) seen: Vec<Seen>,
    pub(super) uses: Vec<Use>,
    pub(super) cuts: Vec<Cut>,
    /// By unit: words in each field, stop words left out.
    pub(super) lengths: Vec<[u32; FIELDS]>,
    /// The chapter as the reader's script gets it, in JSON.
    pub(super) record: String,
    pub(super) facets: Vec<Facet>,
}

/// Reads chapters one after the other. What it remembers between them saves time and changes
/// nothing.
pub(super) struct Reader<'i> {
    language: &'i Language,
    table: &'i Spellings,
    /// Spellings met before, with their numbers in the table, and whether they are stop words.
    met: WordMap<Box<str>, (u32, bool)>,
    /// By spelling: the last chapter that had it, and its place there in `terms.seen`.
    places: Vec<(u32, u32)>,
    /// Chapters read, this one included.
    chapter: u32,
    /// By word of this chapter: whether it is a stop word.
    stop: Vec<bool>,
    terms: ChapterTerms,
}

impl<'i> Reader<'i> {
    pub(super) fn new(language: &'i Language, table: &'i Spellings) -> Self {
        Self {
            language,
            table,
            met: WordMap::default(),
            places: Vec::new(),
            chapter: 0,
            stop: Vec::new(),
            terms: ChapterTerms::default(),
        }
    }

    /// Analyses a chapter.
    pub(super) fn chapter(&mut self, chapter: &Chapter) -> ChapterTerms {
        self.chapter += 1;
        self.stop.clear();
        let mut facets = vec![Facet::of_kind(chapter)];
        facets.extend(chapter.facets.iter().cloned());
        self.unit();
        self.read(&chapter.title, Field::Title);
        self.read(&chapter.summary, Field::Summary);
        for synonym in &chapter.synonyms {
            self.read(synonym, Field::Synonyms);
        }
        for facet in &facets {
            self.read(&facet.value_label, Field::Labels);
        }
        let mut sections = Vec::with_capacity(chapter.sections.len());
        for section in &chapter.sections {
            let passages = passages(&section.body);
            for passage in &passages {
                self.unit();
                self.read(&section.heading, Field::Heading);
                self.read(passage, Field::Body);
            }
            sections.push((
                section.anchor.as_deref().unwrap_or(""),
                &section.heading,
                passages,
            ));
        }
        let Chapter {
            url,
            title,
            kind,
            summary,
            ..
        } = chapter;
        let record = serde_json::to_string(&(url, title, kind, summary, sections))
            .expect("strings and lists are always JSON");
        let mut terms = std::mem::take(&mut self.terms);
        // These are kept for as long as the handbook is.
        terms.seen.shrink_to_fit();
        terms.uses.shrink_to_fit();
        ChapterTerms {
            record,
            facets,
            ..terms
        }
    }

    fn unit(&mut self) {
        self.terms.lengths.push([0; FIELDS]);
    }

    /// Takes in one text of the current unit.
    fn read(&mut self, text: &str, field: Field) {
        let words = words(text, self.language);
        let first_use = self.terms.uses.len();
        let mut numbers = Vec::with_capacity(words.len());
        let mut before = "";
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                before = &text[words[at - 1].end..word.start];
            }
            let number = self.number(word);
            numbers.push(number);
            self.see(
                number,
                word,
                at > 0 && !before.contains(['.', '!', '?', ':', '\n', '•']),
            );
            if self.counts(number, field) {
                self.note(number, field, Form::Written);
                let unit = self.terms.lengths.len() - 1;
                self.terms.lengths[unit][field as usize] += 1;
            }
        }
        if self.language.compounds {
            self.joined(text, &words, field);
            self.pieces(&words, field);
            let unit = self.current();
            self.terms
                .cuts
                .extend(ellipses(text, &words).iter().map(|found| Cut {
                    unit,
                    field,
                    short: numbers[found.cut],
                    full: numbers[found.full],
                    at_start: found.at_start,
                }));
        }
        merge(&mut self.terms.uses, first_use);
    }

    fn current(&self) -> u32 {
        u32::try_from(self.terms.lengths.len() - 1).expect("a chapter has fewer than 2^32 passages")
    }

    /// Whether a word counts in a field: stop words do in names only («Über uns»).
    fn counts(&self, number: u32, field: Field) -> bool {
        matches!(field, Field::Title | Field::Synonyms) || !self.stop[number as usize]
    }

    fn note(&mut self, word: u32, field: Field, form: Form) {
        let unit = self.current();
        self.terms.uses.push(Use {
            unit,
            field,
            form,
            word,
            count: 1,
        });
    }

    /// Capitals tell nouns, but not where a sentence begins.
    fn see(&mut self, number: u32, word: &Word, inside: bool) {
        let seen = &mut self.terms.seen[number as usize];
        let small = !word.text.starts_with(char::is_uppercase);
        if inside || small {
            seen.count = seen.count.saturating_add(1);
            seen.small = seen.small.saturating_add(u16::from(small));
        }
    }

    /// A word's place among the chapter's.
    fn number(&mut self, word: &Word) -> u32 {
        if let Some(&known) = self.met.get(&*word.text) {
            return self.add(known);
        }
        let new = self.table.word(word, self.language);
        self.met.insert(word.text.as_ref().into(), new);
        self.add(new)
    }

    /// A spelling's place among the chapter's.
    fn add(&mut self, (spelling, stop): (u32, bool)) -> u32 {
        let at = spelling as usize;
        if at >= self.places.len() {
            self.places.resize(at + at / 2 + 1, (0, 0));
        }
        let (chapter, place) = self.places[at];
        if chapter == self.chapter {
            return place;
        }
        let seen = &mut self.terms.seen;
        let place = u32::try_from(seen.len()).expect("a chapter has fewer than 2^32 words");
        seen.push(Seen {
            spelling,
            count: 0,
            small: 0,
        });
        self.stop.push(stop);
        self.places[at] = (self.chapter, place);
        place
    }

    /// «Beratungs-Stelle» is «Beratungsstelle» too, and a name like «World Café» is «Worldcafé».
    fn joined(&mut self, text: &str, words: &[Word], field: Field) {
        let named = matches!(field, Field::Title | Field::Synonyms | Field::Heading);
        let mut start = 0;
        for at in 1..=words.len() {
            let hyphen = words.get(at).is_some_and(|word| {
                matches!(
                    &text[words[at - 1].end..word.start],
                    "-" | "\u{2010}" | "\u{2011}"
                )
            });
            if hyphen {
                continue;
            }
            if at - start > 1 {
                self.join(&words[start..at], field);
            }
            if at - start > 2 {
                self.join(&words[start..at - 1], field);
            }
            start = at;
        }
        for pair in words.windows(2).filter(|_| named) {
            let is_name = |word: &Word| {
                word.text.starts_with(char::is_uppercase) && word.text.chars().nth(2).is_some()
            };
            if pair.iter().all(is_name) && &text[pair[0].end..pair[1].start] == " " {
                self.join(pair, field);
            }
        }
    }

    fn join(&mut self, words: &[Word], field: Field) {
        let key: String = words.iter().map(|word| word.key(self.language)).collect();
        let number = self.add(self.table.folded(&key, self.language));
        self.note(number, field, Form::Joined);
    }

    /// «LernWerkstatt» is «Lern» and «Werkstatt» too.
    fn pieces(&mut self, words: &[Word], field: Field) {
        for word in words.iter().filter(|word| has_inner_capital(&word.text)) {
            let mut start = 0;
            let text = &word.text;
            let cuts = text
                .char_indices()
                .skip(1)
                .filter(|(_, c)| c.is_uppercase());
            for (at, _) in cuts.chain(std::iter::once((text.len(), ' '))) {
                let piece = &text[start..at];
                if piece.len() >= 4 {
                    let piece = Word {
                        text: piece.into(),
                        start: 0,
                        end: 0,
                    };
                    let number = self.add(self.table.word(&piece, self.language));
                    self.note(number, field, Form::Piece);
                }
                start = at;
            }
        }
    }
}

fn has_inner_capital(word: &str) -> bool {
    if word.as_bytes()[1..].iter().all(u8::is_ascii_lowercase) {
        return false;
    }
    let mut letters = word.chars();
    let mut before = letters.next().unwrap_or(' ');
    letters.any(|c| std::mem::replace(&mut before, c).is_lowercase() && c.is_uppercase())
}

/// Sorts the uses from `from` on, and makes equal ones one.
fn merge(uses: &mut Vec<Use>, from: usize) {
    uses[from..].sort_unstable();
    let mut kept = from;
    for at in from..uses.len() {
        let next = uses[at];
        let same = kept > from && {
            let last = uses[kept - 1];
            (last.unit, last.field, last.form, last.word)
                == (next.unit, next.field, next.form, next.word)
        };
        if same {
            uses[kept - 1].count = uses[kept - 1].count.saturating_add(next.count);
        } else {
            uses[kept] = next;
            kept += 1;
        }
    }
    uses.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Section;
    use std::collections::BTreeMap;

    fn analysed(chapter: &Chapter) -> (ChapterTerms, impl Fn(u32) -> String) {
        let table = Spellings::new();
        let terms = Reader::new(&Language::of("de"), &table).chapter(chapter);
        let all: BTreeMap<u32, String> = table
            .all()
            .into_iter()
            .map(|(number, word)| (number, word.key.into()))
            .collect();
        let spellings: Vec<u32> = terms.seen.iter().map(|seen| seen.spelling).collect();
        (terms, move |word| all[&spellings[word as usize]].clone())
    }

    fn forms(body: &str) -> Vec<(String, Form, u16)> {
        let section = Section {
            body: body.into(),
            ..Section::default()
        };
        let chapter = Chapter {
            sections: vec![section],
            ..Chapter::default()
        };
        let (terms, word) = analysed(&chapter);
        terms
            .uses
            .iter()
            .map(|used| (word(used.word), used.form, used.count))
            .collect()
    }

    fn has(body: &str, word: &str, form: Form) -> bool {
        forms(body)
            .iter()
            .any(|(found, f, _)| found == word && *f == form)
    }

    #[test]
    fn equal_words_are_counted_and_stop_words_left_out() {
        assert_eq!(
            forms("Das Treffen und die Treffen"),
            [("treffen".to_owned(), Form::Written, 2)]
        );
    }

    #[test]
    fn hyphens_join_and_capitals_divide() {
        assert!(has(
            "die Zukunfts-Werkstatt",
            "zukunftswerkstatt",
            Form::Joined
        ));
        assert!(has("Open-Space-Methode", "openspacemethode", Form::Joined));
        assert!(has("Open-Space-Methode", "openspace", Form::Joined));
        assert!(has("die LernWerkstatt", "werkstatt", Form::Piece));
        assert!(has("die LernWerkstatt", "lernwerkstatt", Form::Written));
    }

    #[test]
    fn elliptic_spellings_are_noted() {
        let chapter = Chapter {
            title: "Sprach- und Integrationskurse".into(),
            ..Chapter::default()
        };
        let (terms, word) = analysed(&chapter);
        let cut = terms.cuts[0];
        assert_eq!(word(cut.short), "sprach");
        assert_eq!(word(cut.full), "integrationskurse");
    }
}
