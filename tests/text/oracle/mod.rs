//! Every letter of a source that is no syntax stands in its page, in order, or a finding says that it doesn't; and
//! every letter of a page comes from its source. It reads Markdown ([`written`]) and HTML ([`shown`]) by itself,
//! and knows only where letters *may* be syntax.

pub mod shown;
mod written;

use std::ops::Range;

use transferbuch::pipeline;

use shown::Shown;
use written::{Letter, Written};

/// Findings that say that text at their place isn't shown, or not as it was written.
const LOSSES: [&str; 4] = [
    "cell-beyond-head",
    "forbidden-html",
    "unused-definition",
    "text-not-shown",
];

/// Findings that say so of a note, of which they underline the label.
const LOST_NOTES: [&str; 2] = ["duplicate-footnote", "unused-footnote"];

/// What was found of a chapter.
#[derive(Debug, Default)]
pub struct Found {
    /// Places at which text isn't shown.
    lost: Vec<Range<usize>>,
    has_wrong_number: bool,
    pub slugs: Vec<&'static str>,
}

/// How the letters of `source` differ from those of the HTML of its page.
pub fn difference(source: &str, html: &str, found: &Found) -> Option<String> {
    let mut written = Written::new(source);
    if written.has_open_html {
        return None;
    }
    if found.has_wrong_number {
        written = written.without_item_numbers();
    }
    let shown = shown::letters(html);
    let letters = written.letters();
    let is_lost = |letter: &Letter| found.lost.iter().any(|lost| lost.contains(&letter.at));
    let required: Vec<Letter> = letters
        .iter()
        .filter(|letter| letter.required && !is_lost(letter))
        .copied()
        .collect();
    let missing = if written.has_notes {
        missing_word(&required, &shown)
    } else {
        missing_letter(&required, &shown)
    };
    if let Some(at) = missing {
        return Some(format!("isn't shown: {:?}", excerpt(source, at)));
    }
    invented(&letters, &shown).map(|text| format!("wasn't written: {text:?}"))
}

/// The place of the first letter that the page doesn't show in its order.
fn missing_letter(required: &[Letter], shown: &[Shown]) -> Option<usize> {
    let mut shown = shown.iter();
    let missing = required
        .iter()
        .find(|letter| !shown.any(|shown| shown.letter == letter.letter))?;
    Some(missing.at)
}

/// The place of the first word that the page doesn't show as often as it was written. Notes stand
/// elsewhere in a page than in their source, so there is no order to hold.
fn missing_word(required: &[Letter], shown: &[Shown]) -> Option<usize> {
    let shown: String = shown
        .iter()
        .map(|shown| shown.letter)
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect();
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut next = None;
    for letter in required {
        match words.last_mut().filter(|_| next == Some(letter.at)) {
            Some((_, word)) => word.push(letter.letter),
            None => words.push((letter.at, letter.letter.into())),
        }
        next = Some(letter.at + letter.letter.len_utf8());
    }
    let count = |word: &str| words.iter().filter(|(_, other)| other == word).count();
    let missing = words
        .iter()
        .find(|(_, word)| shown.matches(word.as_str()).count() < count(word))?;
    Some(missing.0)
}

/// What the page shows and nobody wrote.
fn invented(letters: &[Letter], shown: &[Shown]) -> Option<String> {
    let mut left = letters.iter();
    let mut in_notes = false;
    for (at, next) in shown.iter().enumerate() {
        in_notes |= next.letter == '\0';
        // Notes are numbered in the order in which the text refers to them.
        if in_notes && next.is_ours && next.letter == '\n' {
            left = letters.iter();
        }
        let is_text = next.letter.is_alphanumeric() && !next.is_ours;
        if is_text && !left.any(|letter| letter.letter == next.letter) {
            let text = shown[at.saturating_sub(20)..shown.len().min(at + 20)].iter();
            return Some(text.map(|shown| shown.letter).collect());
        }
    }
    None
}

/// What stands around `at`, with a mark there.
fn excerpt(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(30).collect();
    let before: String = before.into_iter().rev().collect();
    let behind: String = text[at..].chars().take(30).collect();
    format!("{before}▶{behind}")
}

/// What was found in the file at `path`, whose text begins at byte `offset`.
pub fn found(built: &pipeline::Handbook, path: &str, offset: usize, text: &str) -> Found {
    let mut found = Found::default();
    for finding in built
        .findings
        .iter()
        .filter(|finding| finding.place.path.to_string() == path)
    {
        let slug = finding.code.slug;
        found.slugs.push(slug);
        found.has_wrong_number |= slug == "wrong-item-number";
        let Some(span) = finding.place.span else {
            continue;
        };
        let Some(start) = span.range().start.checked_sub(offset) else {
            continue;
        };
        let end = span.range().end - offset;
        if LOSSES.contains(&slug) {
            found.lost.push(start..end);
        } else if LOST_NOTES.contains(&slug) {
            found.lost.push(start..end_of_note(text, end));
        }
    }
    found
}

/// Where the note ends whose label ends at `at`: before the first line behind a blank one that isn't
/// indented.
fn end_of_note(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut is_blank = false;
    for line in text[at..].split_inclusive('\n') {
        if is_blank
            && !line.trim_matches([' ', '\t', '\n']).is_empty()
            && !line.starts_with([' ', '\t', '>'])
        {
            break;
        }
        is_blank = line.trim_matches([' ', '\t', '>', '\n']).is_empty();
        end += line.len();
    }
    end
}
