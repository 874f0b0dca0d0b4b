//! What a result shows: the part of the passage with most of the query's words, and where to mark
//! them.

use super::super::Language;
use super::super::words::{is_single, words};
use super::expand::Expansion;

/// Words of an excerpt, and of its beginning before the first marked one.
const LENGTH: usize = 32;
const BEFORE: usize = 6;

/// A text with the byte ranges to mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text; `…` stands where it is cut.
    pub text: String,
    /// Byte ranges, in order, not overlapping.
    pub marks: Vec<(usize, usize)>,
}

/// A text with the query's words marked.
pub(crate) fn mark(text: &str, expansions: &[Expansion], language: &Language) -> Marked {
    let marks = found(text, expansions, language)
        .into_iter()
        .map(|(range, _)| range)
        .collect();
    Marked {
        text: text.to_owned(),
        marks,
    }
}

/// The words to mark, with the number of the query's word that each is found by.
fn found(
    text: &str,
    expansions: &[Expansion],
    language: &Language,
) -> Vec<((usize, usize), usize)> {
    let mut out: Vec<((usize, usize), usize)> = Vec::new();
    for word in words(text, language) {
        let key = word.key(language);
        if let Some(number) = expansions
            .iter()
            .position(|expansion| matches(&key, expansion))
        {
            // Of two characters the place is that of the first, and both are what was found.
            let single = word.text.starts_with(is_single);
            let end = if single {
                word.start + word.text.len()
            } else {
                word.end
            };
            match out.last_mut() {
                Some(((_, before), last)) if word.start < *before => {
                    *before = end;
                    *last = number.min(*last);
                }
                _ => out.push(((word.start, end), number)),
            }
        }
    }
    out
}

/// Whether a word of a text is what was looked for, or has it as a part.
pub(crate) fn matches(key: &str, expansion: &Expansion) -> bool {
    expansion.forms.iter().any(|form| form == key)
        || expansion
            .stems
            .iter()
            .any(|stem| match stem.chars().count() {
                0..4 => false,
                4 => key.starts_with(stem.as_str()),
                _ => key.contains(stem.as_str()),
            })
}

/// The part of a text with the most different words of the query, cut at words.
pub(crate) fn excerpt(text: &str, expansions: &[Expansion], language: &Language) -> Marked {
    let words = words(text, language);
    let found = found(text, expansions, language);
    let place = |start: usize| words.partition_point(|word| word.start < start);
    let places: Vec<usize> = found.iter().map(|((start, _), _)| place(*start)).collect();
    let mut best = (0, 0);
    for (at, &first) in places.iter().enumerate() {
        let inside = at + places[at..].partition_point(|place| *place < first + LENGTH - BEFORE);
        let mut numbers: Vec<usize> = found[at..inside]
            .iter()
            .map(|(_, number)| *number)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.len() > best.1 {
            best = (first, numbers.len());
        }
    }
    let from = if best.0 < LENGTH - BEFORE {
        0
    } else {
        best.0 - BEFORE
    };
    let to = words.len().min(from + LENGTH);
    let start = if from == 0 { 0 } else { words[from].start };
    let end = if to == words.len() {
        text.len()
    } else {
        words[to - 1].end
    };
    let lead = if start > 0 { "… " } else { "" };
    let trail = if end < text.len() { " …" } else { "" };
    let shift = |at: usize| at - start + lead.len();
    let inside = found
        .iter()
        .filter(|((from, to), _)| *from >= start && *to <= end);
    let marks = inside
        .map(|((from, to), _)| (shift(*from), shift(*to)))
        .collect();
    Marked {
        text: format!("{lead}{}{trail}", &text[start..end]),
        marks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looking_for(form: &str, stem: &str) -> Vec<Expansion> {
        vec![Expansion {
            forms: vec![form.into()],
            stems: vec![stem.into()],
            ..Expansion::default()
        }]
    }

    #[test]
    fn forms_and_compounds_are_marked() {
        let german = Language::of("de");
        let marked = mark(
            "Kurse, Sprachkurse, Kür",
            &looking_for("kurse", "kurs"),
            &german,
        );
        assert_eq!(marked.marks, [(0, 5)]);
        let marked = mark(
            "Prüfer:innen der Kasse",
            &looking_for("prufer", "prufer"),
            &german,
        );
        assert_eq!(marked.marks, [(0, 13)]);
        assert_eq!(&marked.text[0..13], "Prüfer:innen");
    }

    #[test]
    fn an_excerpt_is_cut_around_the_match() {
        let german = Language::of("de");
        let text = format!(
            "{}Hier steht das Protokoll. {}",
            "wort ".repeat(60),
            "ende ".repeat(60)
        );
        let found = excerpt(&text, &looking_for("protokoll", "protokoll"), &german);
        assert!(found.text.starts_with("… wort") && found.text.ends_with(" …"));
        let (from, to) = found.marks[0];
        assert_eq!(&found.text[from..to], "Protokoll");
        assert_eq!(excerpt("Kurz.", &[], &german).text, "Kurz.");
    }
}
