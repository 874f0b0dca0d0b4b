//! The glossary's terms in running text: where they stand, however they are inflected.
//!
//! 1. [`Terms::new`] writes out the forms of every term and alias in one language, by their first
//!    words: what finding costs hardly depends on how many terms there are.
//! 2. [`Terms::find`] looks up every word of a text, and gives the longest forms that stand there as
//!    words of their own.
//!
//! The forms are those that endings make. A plural with an umlaut is another word (an alias).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::slug;
use crate::config::glossary::Term;

/// The terms of a handbook in one language.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The forms that begin with a word, in the order of their bytes. One that begins with a sign
    /// is found under no word.
    forms: FxHashMap<String, Vec<Form>>,
    terms: Vec<Explained>,
}

/// How a term may stand in texts.
#[derive(Debug, Clone)]
struct Form {
    text: String,
    /// The number of the term.
    term: usize,
}

/// A term as a page explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Its anchor in the glossary.
    pub id: String,
    /// What it stands for and means.
    pub note: String,
    /// Whether it is an abbreviation, which a hyphen may join to other words (`KMU-Förderung`).
    abbreviation: bool,
}

impl Terms {
    /// The terms of `glossary` in `language`.
    pub fn new(glossary: &[Term], language: &str) -> Self {
        let mut found = Self::default();
        for term in glossary {
            let name = term.term.get(language);
            let note = [&term.long, &term.text].map(|text| text.get(language));
            let note: Vec<&str> = note.into_iter().filter(|text| !text.is_empty()).collect();
            if note.is_empty() {
                continue;
            }
            for name in term.aliases.iter().map(String::as_str).chain([name]) {
                for text in forms(name.trim(), language) {
                    let same_word = found.forms.entry(first_word(&text).to_owned());
                    let term = found.terms.len();
                    same_word.or_default().push(Form { text, term });
                }
            }
            found.terms.push(Explained {
                id: slug(name),
                note: note.join(": "),
                abbreviation: is_abbreviation(name),
            });
        }
        for forms in found.forms.values_mut() {
            // Of two terms with the same form the first has it.
            forms.sort_by(|a, b| a.text.cmp(&b.text));
            forms.dedup_by(|later, first| later.text == first.text);
        }
        found
    }

    /// The term with this number.
    pub fn term(&self, number: usize) -> &Explained {
        &self.terms[number]
    }

    /// Where terms stand in `text`, and their numbers.
    pub fn find(&self, text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
        let mut at = if self.forms.is_empty() { text.len() } else { 0 };
        std::iter::from_fn(move || {
            while let Some(first) = text[at..].chars().next() {
                let start = at;
                let word = first_word(&text[at..]);
                at += word.len().max(first.len_utf8());
                if let Some(form) = self.longest(word, &text[start..]) {
                    let range = start..start + form.text.len();
                    if is_word(text, &range, self.terms[form.term].abbreviation) {
                        at = range.end;
                        return Some((range, form.term));
                    }
                }
            }
            None
        })
    }

    /// The longest form with which `text` begins, whose first word is `word`.
    fn longest(&self, word: &str, text: &str) -> Option<&Form> {
        let forms = self.forms.get(word)?;
        let mut beginning = text.as_bytes();
        loop {
            // A form with which it begins is no greater, and greater than any shorter one.
            let behind = forms.partition_point(|form| form.text.as_bytes() <= beginning);
            let form = forms[..behind].last()?;
            if text.starts_with(&form.text) {
                return Some(form);
            }
            let same = beginning.iter().zip(form.text.as_bytes());
            beginning = &beginning[..same.take_while(|(a, b)| a == b).count()];
        }
    }
}

fn is_letter(c: char) -> bool {
    const SOFT_HYPHEN: char = '\u{ad}';
    c.is_alphanumeric() || c == SOFT_HYPHEN
}

/// The letters with which `text` begins.
fn first_word(text: &str) -> &str {
    // Most letters are ASCII, and need no table.
    let plain = text.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    let Some(at) = plain else { return text };
    if text.as_bytes()[at].is_ascii() {
        return &text[..at];
    }
    let end = text.find(|c| !is_letter(c)).unwrap_or(text.len());
    &text[..end]
}

/// Whether what stands at `range` is a word, and no part of a longer one.
fn is_word(text: &str, range: &Range<usize>, joined: bool) -> bool {
    let before = text[..range.start].chars().next_back();
    let mut behind = text[range.end..].chars();
    let (next, after) = (behind.next(), behind.next());
    let ends = match next {
        Some('-') => joined || !after.is_some_and(is_letter),
        // „Multiplikator:innen“
        Some(':' | '*' | '_') => !after.is_some_and(is_letter),
        Some(next) => !is_letter(next),
        None => true,
    };
    ends && !before.is_some_and(|c| is_letter(c) || c == '-')
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(' ')
}

/// The forms in which `name` stands in texts.
fn forms(name: &str, language: &str) -> Vec<String> {
    let Some(last) = name.rsplit(' ').next().filter(|last| !last.is_empty()) else {
        return Vec::new();
    };
    let base = language.split('-').next().unwrap_or_default();
    let before = &name[..name.len() - last.len()];
    let german = base == "de";
    let beginnings = match (german, before) {
        (_, "") => vec![String::new()],
        (true, _) => adjectives(before),
        (false, _) => vec![before.to_owned()],
    };
    let endings = endings(last, base);
    let ended = endings.iter().map(|ending| format!("{last}{ending}"));
    let mut forms: Vec<String> = ended
        .flat_map(|end| beginnings.iter().map(move |start| format!("{start}{end}")))
        .collect();
    if !german && !is_abbreviation(name) {
        let other_case: Vec<String> = forms.iter().filter_map(|form| recased(form)).collect();
        forms.extend(other_case);
    }
    forms
}

/// The endings that a word takes.
fn endings(word: &str, base: &str) -> &'static [&'static str] {
    const LONG: usize = 5;
    let letters = word.chars().count();
    match base {
        _ if is_abbreviation(word) => &["", "s"],
        // „Rate“ is no form of „Rat“: short words take few endings.
        "de" if letters < LONG => &["", "s", "es"],
        "de" if word.ends_with('e') => &["", "n", "r", "s", "m"],
        "de" => &[
            "", "s", "es", "e", "en", "n", "er", "ern", "ens", "em", "se", "sen",
        ],
        "en" => &["", "s", "es", "’s"],
        _ => &[""],
    }
}

/// The forms of the words before a German noun: adjectives change, in capitals or not.
fn adjectives(words: &str) -> Vec<String> {
    const ENDINGS: [&str; 5] = ["e", "er", "es", "en", "em"];
    const STEM: usize = 3;
    let word = words.trim_end();
    let stem = ENDINGS
        .iter()
        .rev()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() >= STEM && !stem.contains(' '));
    let Some(stem) = stem else {
        return vec![words.to_owned()];
    };
    let spelled = [Some(stem.to_owned()), recased(stem)];
    let ended = |stem: String| ENDINGS.map(|ending| format!("{stem}{ending} "));
    spelled.into_iter().flatten().flat_map(ended).collect()
}

/// `word` with its first letter in the other case; nothing if that has only one.
fn recased(word: &str) -> Option<String> {
    let mut rest = word.chars();
    let first = rest.next()?;
    let other: String = if first.is_uppercase() {
        first.to_lowercase().collect()
    } else {
        first.to_uppercase().collect()
    };
    (!other.starts_with(first)).then(|| other + rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Localized;

    fn found(language: &str, terms: &[&str], text: &str) -> Vec<String> {
        let term = |name: &&str| Term {
            term: Localized::everywhere(*name),
            long: Localized::default(),
            text: Localized::everywhere("Erklärung"),
            aliases: Vec::new(),
        };
        let glossary: Vec<Term> = terms.iter().map(term).collect();
        let terms = Terms::new(&glossary, language);
        let all = terms.find(text);
        all.map(|(range, _)| text[range].to_owned()).collect()
    }

    #[test]
    fn german_words_are_found_in_their_cases() {
        let text = "Evaluationen, des Rechtskreises und der Rechtskreise, nicht Rechtskreisverbund";
        assert_eq!(
            found("de", &["Evaluation", "Rechtskreis"], text),
            ["Evaluationen", "Rechtskreises", "Rechtskreise"]
        );
        let text = "am Runden Tisch, runde Tische, Tischrunde";
        assert_eq!(
            found("de", &["Runder Tisch"], text),
            ["Runden Tisch", "runde Tische"]
        );
        assert_eq!(
            found("de", &["Rat"], "des Rates Rate raten Räte"),
            ["Rates"]
        );
    }

    #[test]
    fn a_part_of_a_word_is_no_term() {
        assert_eq!(
            found("de", &["KMU"], "KMU-Förderung, KMUs, kmu, XKMU, KMU"),
            ["KMU", "KMUs", "KMU"]
        );
        assert_eq!(
            found("de", &["Runde"], "Runde-Tische, Runde:n, (Runde)"),
            ["Runde"]
        );
        assert_eq!(
            found("de", &["Case", "Case Management"], "Case Management"),
            ["Case Management"]
        );
    }

    #[test]
    fn english_words_begin_small_or_large() {
        assert_eq!(
            found("en", &["Case management"], "case managements, BAMF"),
            ["case managements"]
        );
        assert_eq!(found("en", &["IT"], "it is IT"), ["IT"]);
        assert_eq!(found("uk", &["громада"], "громада"), ["громада"]);
        assert!(found("de", &[], "Text").is_empty());
        assert!(found("de", &[""], "Text").is_empty());
        let nested = ["A B C", "A", "A A Z", "A B"];
        assert_eq!(
            found("uk", &nested, "A B D, A B C, A A B"),
            ["A B", "A B C", "A", "A B"]
        );
        assert_eq!(
            found("de", &["§ 16i"], "nach § 16i, §§ 16i"),
            ["§ 16i", "§ 16i"]
        );
    }
}
