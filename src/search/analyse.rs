//! Analysis of chapters, one by one.
//!
//! 1. The chapter becomes a head (title, summary, synonyms, labels) and passages (heading, body).
//! 2. Each text is read once: its words are interned, and counted by passage and field.
//! 3. Hyphenated spellings give the joined word too, inner capitals the pieces, and elliptic
//!    hyphens are noted for later.
//! 4. The record that the reader's script shows is written on the way.
//!
//! Nothing but the chapter decides the result; the numbers in it are those of the reader that has
//! read the chapter.

use super::ellipsis::ellipses;
use super::language::Language;
use super::passage::Passages;
use super::ranking::{FIELDS, Field};
use super::record::RecordWriter;
use super::spellings::{Initial, Spellings};
use super::terms::{ChapterTerms, Cut, Form, Seen, Terms, Unit, Use};
use super::words::{Token, Words, is_apostrophe, is_group, words};
use super::{Chapter, Facet, Section, phrases, titles};

/// Reads chapters one after the other. What it remembers between them saves time and changes
/// nothing.
pub(super) struct Reader {
    /// Which reader it is.
    number: u32,
    spellings: Spellings,
    /// By spelling: the last chapter that had it, and its place there in `terms.seen`.
    places: Vec<(u32, u32)>,
    /// Chapters read, this one included.
    chapter: u32,
    /// By word of this chapter: the last text that had it, and its place in `terms.uses`.
    last_uses: Vec<(u32, u32)>,
    /// Texts of this chapter that were read, this one included.
    text: u32,
    /// Words of the current unit in each field, stop words left out.
    lengths: [u32; FIELDS],
    tokens: Vec<Token>,
    passages: Passages,
    /// What this chapter has so far.
    terms: Terms,
}

impl Reader {
    pub(super) fn new(number: u32) -> Self {
        Self {
            number,
            spellings: Spellings::default(),
            places: Vec::new(),
            chapter: 0,
            last_uses: Vec::new(),
            text: 0,
            lengths: [0; FIELDS],
            tokens: Vec::new(),
            passages: Passages::default(),
            terms: Terms::default(),
        }
    }

    pub(super) fn number(&self) -> u32 {
        self.number
    }

    pub(super) fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    /// Analyses a chapter.
    pub(super) fn chapter(&mut self, chapter: &Chapter, language: &Language) -> ChapterTerms {
        self.chapter += 1;
        self.last_uses.clear();
        self.text = 0;
        let mut facets = vec![Facet::of_kind(chapter)];
        facets.extend(chapter.facets.iter().cloned());
        self.read(&chapter.title, Field::Title, language);
        self.read(&chapter.summary, Field::Summary, language);
        for synonym in &chapter.synonyms {
            self.read(synonym, Field::Synonyms, language);
        }
        let mut phrases = Vec::new();
        for word in &chapter.words {
            match phrases::key(word, language) {
                Some(phrase) => phrases.push(phrase),
                None => self.read(word, Field::Synonyms, language),
            }
        }
        for facet in &facets {
            self.read(&facet.value_label, Field::Labels, language);
        }
        let mut record = RecordWriter::new(chapter);
        let mut passages = std::mem::take(&mut self.passages);
        for section in &chapter.sections {
            passages.cut(&section.body);
            record.section(section);
            for range in &passages.ranges {
                let passage = &passages.text[range.clone()];
                self.end_unit();
                self.read(&section.heading, Field::Heading, language);
                self.read(passage, Field::Body, language);
                record.passage(passage);
            }
            if !section.facts.is_empty() {
                self.end_unit();
                for (_, value) in &section.facts {
                    self.read(value, Field::Body, language);
                }
                record.passage(&facts(section));
            }
        }
        self.end_unit();
        self.passages = passages;
        let title: Vec<String> = words(&chapter.title, language)
            .iter()
            .map(|word| word.key(language))
            .filter(|key| !key.is_empty())
            .collect();
        let title: Vec<&str> = title.iter().map(String::as_str).collect();
        let title = titles::key(&title, |key| !language.is_stop(key));
        let mut terms = ChapterTerms::new(self.number, &self.terms, record.finish(), facets);
        terms.quantities.clone_from(&chapter.quantities);
        terms.title = title;
        terms.phrases = phrases;
        self.terms.clear();
        terms
    }

    /// Ends the current unit.
    fn end_unit(&mut self) {
        let uses_end = u32::try_from(self.terms.uses.len());
        self.terms.units.push(Unit {
            uses_end: uses_end.expect("a chapter has fewer than 2^32 words"),
            lengths: std::mem::take(&mut self.lengths),
        });
    }

    /// Takes in one text of the current unit.
    fn read(&mut self, text: &str, field: Field, language: &Language) {
        self.text += 1;
        self.tokens.clear();
        let first_use = self.terms.uses.len();
        // Stop words count in names only («Über uns»).
        let in_name = matches!(field, Field::Title | Field::Synonyms);
        let mut end = None;
        for word in Words::new(text, language) {
            let number = self.spellings.number(&word.text, language);
            let spelling = self.spellings.get(number);
            let place = self.place(number);
            // Capitals tell nouns, but not where a sentence begins.
            let begins = || {
                let before = end.map(|end| &text[end..word.start]);
                before.is_none_or(|before| before.contains(['.', '!', '?', ':', '\n', '•']))
            };
            let small = spelling.initial == Initial::Small;
            if small || !begins() {
                let seen = &mut self.terms.seen[place as usize];
                seen.count = seen.count.saturating_add(1);
                seen.small = seen.small.saturating_add(u16::from(small));
            }
            if in_name || !spelling.stop {
                self.count(place, field);
                self.lengths[field as usize] += 1;
            }
            end = Some(word.end);
            self.tokens.push(Token {
                start: word.start,
                end: word.end,
                word: place,
                is_link: spelling.is_link,
                is_name: spelling.initial == Initial::CapitalOfName,
            });
        }
        let tokens = std::mem::take(&mut self.tokens);
        self.groups(text, &tokens, field, language);
        if language.compounds {
            self.joined(text, &tokens, field, language);
            self.pieces(&tokens, field, language);
            let unit = self.current();
            let cuts = ellipses(text, &tokens).map(|found| Cut {
                unit,
                field,
                short: tokens[found.cut].word,
                full: tokens[found.full].word,
                at_start: found.at_start,
            });
            self.terms.cuts.extend(cuts);
        }
        self.tokens = tokens;
        merge(&mut self.terms.uses, first_use);
    }

    fn current(&self) -> u32 {
        u32::try_from(self.terms.units.len()).expect("a chapter has fewer than 2^32 passages")
    }

    /// Counts a word as it is written.
    fn count(&mut self, word: u32, field: Field) {
        let uses = &mut self.terms.uses;
        let last = &mut self.last_uses[word as usize];
        if last.0 == self.text {
            let count = &mut uses[last.1 as usize].count;
            *count = count.saturating_add(1);
        } else {
            let place = u32::try_from(uses.len()).expect("a chapter has fewer than 2^32 words");
            *last = (self.text, place);
            self.note(word, field, Form::Written);
        }
    }

    fn note(&mut self, word: u32, field: Field, form: Form) {
        self.terms.uses.push(Use {
            word,
            count: 1,
            field,
            form,
        });
    }

    /// A spelling's place among the chapter's.
    fn place(&mut self, spelling: u32) -> u32 {
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
        self.last_uses.push((0, 0));
        self.places[at] = (self.chapter, place);
        place
    }

    /// «1 500» is «1500» too.
    fn groups(&mut self, text: &str, tokens: &[Token], field: Field, language: &Language) {
        let written = |token: &Token| &text[token.start..token.end];
        let grouped = |left: &Token, right: &Token| {
            &text[left.end..right.start] == " " && is_group(written(left), written(right))
        };
        for chain in tokens.chunk_by(grouped).filter(|chain| chain.len() > 1) {
            self.join(chain, field, language);
        }
    }

    /// «Beratungs-Stelle» is «Beratungsstelle» too, «geht’s» is «gehts», and a name like «World Café» is
    /// «Worldcafé».
    fn joined(&mut self, text: &str, tokens: &[Token], field: Field, language: &Language) {
        if text.contains('-') || text.contains('\u{2010}') || text.contains('\u{2011}') {
            let hyphen = |left: &Token, right: &Token| {
                matches!(&text[left.end..right.start], "-" | "\u{2010}" | "\u{2011}")
            };
            for chain in tokens.chunk_by(hyphen) {
                if chain.len() > 1 {
                    self.join(chain, field, language);
                }
                if chain.len() > 2 {
                    self.join(&chain[..chain.len() - 1], field, language);
                }
            }
        }
        for pair in tokens.windows(2) {
            let between = &text[pair[0].end..pair[1].start];
            if is_apostrophe(between) {
                self.join(pair, field, language);
            }
        }
        if matches!(field, Field::Title | Field::Synonyms | Field::Heading) {
            for pair in tokens.windows(2) {
                let names = pair.iter().all(|token| token.is_name);
                if names && &text[pair[0].end..pair[1].start] == " " {
                    self.join(pair, field, language);
                }
            }
        }
    }

    fn join(&mut self, tokens: &[Token], field: Field, language: &Language) {
        let seen = &self.terms.seen;
        let spellings = tokens
            .iter()
            .map(|token| seen[token.word as usize].spelling);
        let number = self.spellings.number_joined(spellings, language);
        let word = self.place(number);
        self.note(word, field, Form::Joined);
    }

    /// «LernWerkstatt» is «Lern» and «Werkstatt» too.
    fn pieces(&mut self, tokens: &[Token], field: Field, language: &Language) {
        for token in tokens {
            let whole = self.terms.seen[token.word as usize].spelling;
            if !self.spellings.get(whole).inner_capital {
                continue;
            }
            let text = self.spellings.text(whole).to_owned();
            let mut start = 0;
            let capitals = text.char_indices().skip(1);
            let cuts = capitals.filter(|(_, c)| c.is_uppercase());
            for (at, _) in cuts.chain(std::iter::once((text.len(), ' '))) {
                let piece = &text[start..at];
                if piece.len() >= 4 {
                    let number = self.spellings.number(piece, language);
                    let word = self.place(number);
                    self.note(word, field, Form::Piece);
                }
                start = at;
            }
        }
    }
}

/// A section's facts as they are shown.
fn facts(section: &Section) -> String {
    let facts = section.facts.iter();
    let facts: Vec<String> = facts
        .map(|(label, value)| format!("{label}: {value}"))
        .collect();
    facts.join(" · ")
}

/// Sorts the uses from `from` on, and makes equal ones one.
fn merge(uses: &mut Vec<Use>, from: usize) {
    uses[from..].sort_unstable_by_key(|used| (used.word, used.form));
    let mut kept = from;
    for at in from..uses.len() {
        let next = uses[at];
        let last = &mut uses[kept.saturating_sub(1)];
        if kept > from && (last.word, last.form) == (next.word, next.form) {
            last.count = last.count.saturating_add(next.count);
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

    fn analysed(chapter: &Chapter) -> (ChapterTerms, impl Fn(u32) -> String) {
        let mut reader = Reader::new(0);
        let terms = reader.chapter(chapter, &Language::of("de"));
        let word = |seen: Seen| {
            let spellings = &reader.spellings;
            let folded = spellings.get(seen.spelling).folded;
            spellings.folded().get(folded).to_owned()
        };
        let words: Vec<String> = terms.seen().map(word).collect();
        (terms, move |word| words[word as usize].clone())
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
            .uses()
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
