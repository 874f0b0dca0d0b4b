//! Analysis of one chapter: a pure function of the chapter and the language.
//!
//! 1. The chapter becomes a head (title, summary, synonyms, labels) and passages (heading, body).
//! 2. Each text becomes words; distinct words are folded once and counted by passage and field.
//! 3. Hyphenated spellings give the joined word too, inner capitals the pieces, and elliptic
//!    hyphens are noted for later.
//! 4. The record that the reader's script shows is written.
//!
//! The result depends on nothing outside the chapter, so that it can be kept between builds.

use super::ellipsis::ellipses;
use super::hash::WordMap;
use super::language::Language;
use super::passage::passages;
use super::ranking::{FIELDS, Field};
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
    pub cut: u32,
    pub full: u32,
    pub at_start: bool,
}

/// What the index takes from one chapter.
pub struct ChapterTerms {
    letters: String,
    ends: Vec<u32>,
    /// By word: occurrences, and those among them that begin with a small letter.
    pub(super) seen: Vec<(u32, u32)>,
    pub(super) uses: Vec<Use>,
    pub(super) cuts: Vec<Cut>,
    /// By unit: words in each field, stop words left out.
    pub(super) lengths: Vec<[u32; FIELDS]>,
    /// The chapter as the reader's script gets it, in JSON.
    pub(super) record: String,
    pub(super) facets: Vec<Facet>,
}

impl ChapterTerms {
    /// The distinct words, by number.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, &end)| &self.letters[start as usize..end as usize])
    }
}

/// Analyses a chapter. Pure: equal chapters give equal results.
pub fn analyse(chapter: &Chapter, language: &Language) -> ChapterTerms {
    let mut reader = Reader::new(language);
    reader.unit();
    reader.read(&chapter.title, Field::Title);
    reader.read(&chapter.summary, Field::Summary);
    for synonym in &chapter.synonyms {
        reader.read(synonym, Field::Synonyms);
    }
    let mut facets = vec![Facet::of_kind(chapter)];
    facets.extend(chapter.facets.iter().cloned());
    for facet in &facets {
        reader.read(&facet.value_label, Field::Labels);
    }
    let mut sections = Vec::with_capacity(chapter.sections.len());
    for section in &chapter.sections {
        let passages = passages(&section.body);
        for passage in &passages {
            reader.unit();
            reader.read(&section.heading, Field::Heading);
            reader.read(passage, Field::Body);
        }
        sections.push((
            section.anchor.as_deref().unwrap_or(""),
            &section.heading,
            passages,
        ));
    }
    let record = (
        &chapter.url,
        &chapter.title,
        &chapter.kind,
        &chapter.summary,
        sections,
    );
    let record = serde_json::to_string(&record).expect("strings and lists are always JSON");
    reader.finish(record, facets)
}

/// Collects the words of a chapter.
struct Reader<'a> {
    language: &'a Language,
    /// Spellings seen, and folded words seen, with their numbers.
    spellings: WordMap<String, u32>,
    numbers: WordMap<String, u32>,
    stop: Vec<bool>,
    terms: ChapterTerms,
}

impl<'a> Reader<'a> {
    fn new(language: &'a Language) -> Self {
        Self {
            language,
            spellings: WordMap::default(),
            numbers: WordMap::default(),
            stop: Vec::new(),
            terms: ChapterTerms {
                letters: String::new(),
                ends: Vec::new(),
                seen: Vec::new(),
                uses: Vec::new(),
                cuts: Vec::new(),
                lengths: Vec::new(),
                record: String::new(),
                facets: Vec::new(),
            },
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
                    cut: numbers[found.cut],
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
            seen.0 += 1;
            seen.1 += u32::from(small);
        }
    }

    /// The number of a word's folded form.
    fn number(&mut self, word: &Word) -> u32 {
        if let Some(&number) = self.spellings.get(&*word.text) {
            return number;
        }
        let number = self.intern(word.key(self.language));
        self.spellings.insert(word.text.to_string(), number);
        number
    }

    fn intern(&mut self, key: String) -> u32 {
        if let Some(&number) = self.numbers.get(&key) {
            return number;
        }
        let number = u32::try_from(self.numbers.len()).expect("fewer than 2^32 words");
        self.terms.letters.push_str(&key);
        let end = u32::try_from(self.terms.letters.len()).expect("a chapter is under 4 GB");
        self.terms.ends.push(end);
        self.terms.seen.push((0, 0));
        let single = key.len() < 2 && !key.bytes().all(|b| b.is_ascii_digit());
        self.stop.push(single || self.language.stops.contains(&key));
        self.numbers.insert(key, number);
        number
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
        let number = self.intern(key);
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
                    let number = self.number(&piece);
                    self.note(number, field, Form::Piece);
                }
                start = at;
            }
        }
    }

    fn finish(self, record: String, facets: Vec<Facet>) -> ChapterTerms {
        ChapterTerms {
            record,
            facets,
            ..self.terms
        }
    }
}

fn has_inner_capital(word: &str) -> bool {
    if word.as_bytes()[1..]
        .iter()
        .all(|byte| byte.is_ascii_lowercase())
    {
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

    fn forms(body: &str) -> Vec<(String, Form, u16)> {
        let chapter = Chapter {
            sections: vec![super::super::Section {
                anchor: None,
                heading: String::new(),
                body: body.into(),
            }],
            ..Chapter::default()
        };
        let terms = analyse(&chapter, &Language::of("de"));
        let words: Vec<_> = terms.words().map(str::to_owned).collect();
        terms
            .uses
            .iter()
            .map(|u| (words[u.word as usize].clone(), u.form, u.count))
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
        let terms = analyse(&chapter, &Language::of("de"));
        let words: Vec<_> = terms.words().collect();
        let cut = terms.cuts[0];
        assert_eq!(words[cut.cut as usize], "sprach");
        assert_eq!(words[cut.full as usize], "integrationskurse");
    }
}
