//! Words: where they begin and end, and what the gender signs in them mean.
//!
//! 1. A word is a run of letters, digits and marks; in scripts that write no spaces, each two characters side by side
//!    are one. In Ukrainian an apostrophe is inside of a word (`сім’я`). Signs belong to a word in names (`C++`, `R&D`),
//!    and groups of digits are one number (`1.500`).
//! 2. German person words with a gender sign (`Teilnehmer:innen`, `Lehrer/-innen`, `Berater(in)`)
//!    or an inner capital (`SchülerInnen`) become the bare form, also inside a compound
//!    (`Mentor_innenprogramm`).
//! 3. Every word is folded, and feminine forms become the bare form as well (`Teilnehmerinnen`).
//!
//! The reader's script takes the same steps; [`LETTERS`] and [`PERSONS`] travel in the index.

use super::fold::fold;
use super::language::Language;
use super::verbs::without_zu;
use std::borrow::Cow;

/// Letters, digits and marks of the scripts in use, in the notation of a character class. Pairs
/// are ranges. Characters beyond the basic plane (emoji, historic scripts) separate words.
pub(crate) const LETTERS: &str = "09AZaz\u{aa}\u{aa}\u{ad}\u{ad}\u{b5}\u{b5}\u{ba}\u{ba}\u{c0}\u{d6}\
    \u{d8}\u{f6}\u{f8}\u{2c1}\u{300}\u{373}\u{376}\u{37d}\u{386}\u{386}\u{388}\u{481}\
    \u{483}\u{556}\u{561}\u{587}\u{591}\u{5bd}\u{5bf}\u{5bf}\u{5d0}\u{5ea}\u{610}\u{61a}\
    \u{620}\u{669}\u{66e}\u{6d3}\u{6d5}\u{6dc}\u{6df}\u{6ff}\u{710}\u{963}\u{966}\u{dff}\
    \u{e50}\u{e59}\u{ed0}\u{ed9}\u{f00}\u{fff}\u{10a0}\u{177f}\u{17e0}\u{1fff}\
    \u{200b}\u{200d}\u{2c00}\u{2dff}\u{a000}\u{d7a3}\u{f900}\u{fdff}\u{fe70}\u{fefc}\
    \u{ff10}\u{ff19}\u{ff21}\u{ff3a}\u{ff41}\u{ff5a}\u{ff66}\u{ffdc}";

/// Characters of scripts that write no spaces, as pairs like [`LETTERS`]: Thai, Lao, Burmese, Khmer, kana and
/// Chinese characters. Each two that stand side by side are a word.
pub(crate) const SINGLES: &str = "\u{e01}\u{e4e}\u{e80}\u{ecf}\u{1000}\u{109f}\u{1780}\u{17df}\u{3005}\u{3007}\u{3041}\u{30ff}\u{3400}\u{9fff}";

/// Endings of folded person words to which «in» makes the feminine form.
pub(crate) const PERSONS: [&str; 19] = [
    "amt", "ant", "anwalt", "arzt", "dat", "ent", "er", "ert", "eur", "freund", "graf", "ist",
    "kund", "leg", "log", "or", "pat", "wirt", "gog",
];

/// A word of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// The word without gender signs, not yet folded.
    pub text: Cow<'t, str>,
    /// Byte offset of its first letter.
    pub start: usize,
    /// Byte offset after its last letter, gender ending included.
    pub end: usize,
}

/// A word of a text by number, with what is known of its spelling.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Byte offset of its first letter.
    pub start: usize,
    /// Byte offset after its last letter, gender ending included.
    pub end: usize,
    /// Its number among the chapter's words.
    pub word: u32,
    /// It links the members of an enumeration.
    pub is_link: bool,
    /// It begins with a capital and has three letters or more.
    pub is_name: bool,
}

impl Word<'_> {
    /// The form that is looked up: folded, feminine forms made bare.
    pub fn key(&self, language: &Language) -> String {
        Self::key_of(&self.text, language)
    }

    /// The [`key`](Self::key) of a word with this text.
    pub fn key_of(text: &str, language: &Language) -> String {
        let mut key = fold(text, language.umlauts);
        if language.gender {
            key = bare(key);
        }
        if !language.clitics.is_empty() {
            key = language.without_clitic(key);
        }
        if language.compounds {
            without_zu(key)
        } else {
            key
        }
    }
}

/// All words of `text`, in order.
pub(crate) fn words<'t>(text: &'t str, language: &Language) -> Vec<Word<'t>> {
    Words::new(text, language).collect()
}

/// The words of a text, one after the other.
pub(crate) struct Words<'t> {
    runs: Runs<'t>,
    /// The run after the last word: it may be the ending behind a gender sign.
    next: Option<(usize, usize)>,
    gender: bool,
    apostrophes: bool,
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str, language: &Language) -> Self {
        let mut runs = Runs { text, at: 0 };
        Self {
            next: runs.next(),
            runs,
            gender: language.gender,
            apostrophes: language.apostrophes,
        }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let (start, end) = self.next?;
        self.next = self.runs.next();
        if let Some(pair) = self.pair(start, end) {
            return Some(pair);
        }
        if self.apostrophes
            && let Some(word) = self.with_apostrophes(start, end)
        {
            return Some(word);
        }
        if let Some((text, end)) = self.with_signs(start, end) {
            return Some(Word { text, start, end });
        }
        let word = &self.runs.text[start..end];
        if !self.gender {
            let text = word.into();
            return Some(Word { text, start, end });
        }
        if let Some(next) = self.next
            && let Some((text, end)) = signed_form(self.runs.text, word, end, next)
        {
            self.next = self.runs.next();
            return Some(Word { text, start, end });
        }
        let text = inner_capital(word);
        Some(Word { text, start, end })
    }
}

impl<'t> Words<'t> {
    /// Two characters of a script without spaces. Each begins a pair, so the place of one is that of its
    /// first character, but for the last one.
    fn pair(&mut self, start: usize, end: usize) -> Option<Word<'t>> {
        let text = self.runs.text;
        let (from, to) = self.next.filter(|(from, _)| *from == end)?;
        if !begins_single(text, start) || !begins_single(text, from) {
            return None;
        }
        let goes_on = self.runs.clone().next();
        let goes_on = goes_on.is_some_and(|(next, _)| next == to && begins_single(text, next));
        if !goes_on {
            self.next = self.runs.next();
        }
        Some(Word {
            text: text[start..to].into(),
            start,
            end: if goes_on { end } else { to },
        })
    }

    /// A word with an apostrophe inside, without it.
    fn with_apostrophes(&mut self, start: usize, end: usize) -> Option<Word<'t>> {
        let text = self.runs.text;
        let (mut whole, mut last) = (String::new(), end);
        while let Some((from, to)) = self
            .next
            .filter(|(from, _)| is_apostrophe(&text[last..*from]))
        {
            whole.push_str(&text[from..to]);
            last = to;
            self.next = self.runs.next();
        }
        (last > end).then(|| Word {
            text: format!("{}{whole}", &text[start..end]).into(),
            start,
            end: last,
        })
    }

    /// A number with all its groups, or a name with its signs, and where it ends.
    fn with_signs(&mut self, start: usize, end: usize) -> Option<(Cow<'t, str>, usize)> {
        let text = self.runs.text;
        let word = &text[start..end];
        if word.len() > GROUP || !word.is_ascii() {
            return None;
        }
        let mut last = end;
        if word.bytes().all(|b| b.is_ascii_digit()) {
            let mut number = String::new();
            while let Some((from, to)) = self.next
                && self.separates(&text[last..from])
                && is_group(word, &text[from..to])
            {
                number.push_str(&text[from..to]);
                last = to;
                self.next = self.runs.next();
            }
            return (last > end).then(|| (format!("{word}{number}").into(), last));
        }
        if word.len() >= GROUP {
            return None;
        }
        if let Some((from, to)) = self.next
            && &text[end..from] == "&"
            && to - from < GROUP
            && text[from..to].is_ascii()
        {
            self.next = self.runs.next();
            return Some((text[start..to].into(), to));
        }
        let next = self.next.map_or(text.len(), |(from, _)| from);
        let sign = ["++", "#"]
            .into_iter()
            .find(|s| text[end..].starts_with(s))?;
        let end = end + sign.len();
        (end < next || end == text.len()).then(|| (text[start..end].into(), end))
    }

    /// Whether this may stand between groups of digits. A comma does where no decimals follow it.
    fn separates(&self, between: &str) -> bool {
        match between {
            "." | "'" | "’" | "\u{a0}" | "\u{2009}" | "\u{202f}" => true,
            "," => !self.gender,
            _ => false,
        }
    }
}

/// Digits of a group, and letters that a name with signs has less of.
const GROUP: usize = 3;

/// Whether these digits, side by side, are groups of one number.
pub(crate) fn is_group(before: &str, after: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let begins = (1..=GROUP).contains(&before.len()) && !before.starts_with('0');
    begins && digits(before) && after.len() == GROUP && digits(after)
}

/// Whether what stands between two words is an apostrophe.
pub(crate) fn is_apostrophe(between: &str) -> bool {
    matches!(between, "'" | "’" | "‘" | "ʼ" | "`")
}

/// Byte ranges of the runs of letters.
#[derive(Clone)]
struct Runs<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Runs<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let mut start = None;
        while let Some(byte) = bytes.get(self.at) {
            // Most letters and most of what stands between words are ASCII.
            let (letter, single, length) = if byte.is_ascii() {
                (byte.is_ascii_alphanumeric(), false, 1)
            } else {
                let c = self.text[self.at..].chars().next().unwrap_or_default();
                let letter = is_letter(c);
                (letter, !letter && is_single(c), c.len_utf8())
            };
            match start {
                None if letter => start = Some(self.at),
                Some(begun) if !letter && self.at - begun > crate::prose::WORD_MAX => start = None,
                Some(start) if !letter => return Some((start, self.at)),
                _ => {}
            }
            self.at += length;
            if single {
                return Some((self.at - length, self.at));
            }
        }
        let last = start.map(|start| (start, self.at));
        last.filter(|(start, end)| end - start <= crate::prose::WORD_MAX)
    }
}

/// Whether a character is in [`LETTERS`].
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else if c <= '\u{24f}' {
        matches!(c, '\u{aa}' | '\u{ad}' | '\u{b5}' | '\u{ba}' | '\u{c0}'..)
            && !matches!(c, '\u{d7}' | '\u{f7}')
    } else {
        in_ranges(LETTERS, c)
    }
}

/// Whether a character is in [`SINGLES`].
pub(crate) fn is_single(c: char) -> bool {
    c >= '\u{e01}' && in_ranges(SINGLES, c)
}

fn begins_single(text: &str, at: usize) -> bool {
    // Three bytes at least, so that other scripts cost nothing.
    text.as_bytes()[at] >= 0xe0 && text[at..].starts_with(is_single)
}

fn in_ranges(pairs: &str, c: char) -> bool {
    let mut bounds = pairs.chars();
    while let (Some(from), Some(to)) = (bounds.next(), bounds.next()) {
        if c <= to {
            return from <= c;
        }
    }
    false
}

/// `Teilnehmer` for `Teilnehmer:innen`, with the end of the ending, if the next run is one.
fn signed_form<'t>(
    text: &'t str,
    word: &'t str,
    end: usize,
    (next, next_end): (usize, usize),
) -> Option<(Cow<'t, str>, usize)> {
    let sign = &text[end..next];
    if sign.starts_with(' ') {
        return None;
    }
    let ending = &text[next..next_end];
    word.chars().nth(2)?;
    match sign {
        "(" | "(-" if matches!(ending, "in" | "innen") => Some((word.into(), next_end)),
        ":" | "*" | "_" | "·" | "•" | "/" | "/-" | ":-" | "*-" => match ending {
            "in" | "innen" => Some((word.into(), next_end)),
            _ => {
                let head = ending.strip_prefix("innen")?;
                let whole = Cow::from(format!("{word}{head}"));
                head.chars().nth(2).map(|_| (whole, next_end))
            }
        },
        _ => None,
    }
}

/// `Schüler` for `SchülerInnen`, `Schülerrat` for `SchülerInnenrat`; anything else as it is.
fn inner_capital(word: &str) -> Cow<'_, str> {
    if !word.as_bytes()[1..].contains(&b'I') {
        return word.into();
    }
    let Some(at) = word
        .find("In")
        .filter(|&at| word[..at].chars().nth(2).is_some())
    else {
        return word.into();
    };
    let (before, ending) = word.split_at(at);
    let after = ending
        .strip_prefix("Innen")
        .or_else(|| ending.strip_prefix("In"));
    match after {
        _ if !before.ends_with(char::is_lowercase) => word.into(),
        Some("") => before.into(),
        Some(head) if ending.starts_with("Innen") && head.chars().nth(2).is_some() => {
            format!("{before}{head}").into()
        }
        _ => word.into(),
    }
}

/// Makes a folded feminine form bare: «teilnehmerinnen» and «teilnehmerin» are «teilnehmer».
pub(crate) fn bare(mut key: String) -> String {
    let middle = || {
        key.as_bytes()
            .windows(5)
            .position(|letters| letters == b"innen")
    };
    if let Some(at) = middle().filter(|&at| at >= 3) {
        let person = ends_like_person(&key[..at]);
        let head = key.len() - at - "innen".len();
        if (head == 0 && (at >= 4 || person)) || (head >= 4 && person) {
            key.replace_range(at..at + "innen".len(), "");
        }
    } else if let Some(stem) = key
        .strip_suffix("in")
        .filter(|s| s.len() >= 4 || *s == "pat")
    {
        let bare = stem.len();
        if ends_like_person(stem) {
            key.truncate(bare);
        }
    }
    key
}

fn ends_like_person(stem: &str) -> bool {
    PERSONS.iter().any(|person| stem.ends_with(person))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let german = Language::of("de");
        words(text, &german)
            .iter()
            .map(|w| w.key(&german))
            .collect()
    }

    #[test]
    fn every_gender_sign_gives_the_bare_form() {
        for form in [
            "Teilnehmer:innen",
            "Teilnehmer*innen",
            "Teilnehmer_innen",
            "Teilnehmer/innen",
            "Teilnehmer/-innen",
            "Teilnehmer·innen",
            "TeilnehmerInnen",
            "Teilnehmer(innen)",
            "Teilnehmer(in)",
            "Teilnehmer:in",
            "Teilnehmerin",
            "Teilnehmerinnen",
            "Teilnehmer",
        ] {
            assert_eq!(keys(form), ["teilnehmer"], "{form}");
        }
        assert_eq!(
            keys("Ärzt:innen und Kolleg*innen"),
            ["arzt", "und", "kolleg"]
        );
        assert_eq!(keys("Patin, Patinnen"), ["pat", "pat"]);
    }

    #[test]
    fn a_gender_sign_inside_a_compound_goes_too() {
        assert_eq!(keys("Mentor_innenprogramm"), ["mentorprogramm"]);
        assert_eq!(keys("Mentorinnenprogramm"), ["mentorprogramm"]);
        assert_eq!(keys("SchülerInnenrat"), ["schulerrat"]);
    }

    #[test]
    fn words_that_only_look_feminine_stay() {
        for word in [
            "termin",
            "magazin",
            "verein",
            "innenstadt",
            "beginnen",
            "erinnerung",
        ] {
            assert_eq!(keys(word), [word]);
        }
        assert_eq!(
            keys("Stadt/Land, und/oder"),
            ["stadt", "land", "und", "oder"]
        );
    }

    #[test]
    fn an_apostrophe_is_inside_of_ukrainian_words() {
        let ukrainian = Language::of("uk");
        let keys = |text| {
            words(text, &ukrainian)
                .iter()
                .map(|word| word.key(&ukrainian))
                .collect::<Vec<_>>()
        };
        for text in ["сім'я", "сім’я", "сімʼя"] {
            assert_eq!(keys(text), ["сімя"]);
        }
        assert_eq!(keys("'сім' я"), ["сім", "я"]);
    }

    #[test]
    fn any_script_has_words() {
        assert_eq!(keys("Привіт, світе! 42"), ["привіт", "світе", "42"]);
        assert_eq!(keys("مرحبا بالعالم"), ["مرحبا", "بالعالم"]);
        assert_eq!(keys("手册指南 a手"), ["手册", "册指", "指南", "a", "手"]);
        assert_eq!(keys("คู่มือ").len(), 5);
        let words = words("手册指南", &Language::of("zh"));
        let places: Vec<_> = words.iter().map(|word| (word.start, word.end)).collect();
        assert_eq!(places, [(0, 3), (3, 6), (6, 12)]);
        assert!(keys("🎉 — …!?").is_empty());
    }
}
