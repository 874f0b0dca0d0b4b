//! Lines at the beginning of a text: which were meant to fence front matter, and which are fields.

use std::ops::Range;

use super::front_matter::KEYS;

/// Nobody writes front matter longer than that.
pub(super) const FRONT_MATTER_LINES_MAX: usize = 400;

/// The lines of `text` from byte `start` on, with their line ends.
pub(super) fn lines(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let begin = at;
        at += line.len();
        begin..at
    })
}

/// Where the first empty line in `range` begins.
pub(super) fn first_gap(text: &str, range: Range<usize>) -> Option<usize> {
    lines(text, range.start)
        .take_while(|line| line.start < range.end)
        .find(|line| text[line.clone()].trim().is_empty())
        .map(|line| line.start)
}

pub(super) fn trimmed(text: &str, line: &Range<usize>) -> Range<usize> {
    let written = &text[line.clone()];
    let start = line.start + written.len() - written.trim_start_matches(is_unseen).len();
    start..(line.start + written.trim_end().len()).max(start)
}

pub(super) fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Whether a line was meant as one of three hyphens: more or fewer of them, apart, indented, made into dashes by
/// a word processor, or the end of a YAML document.
pub(super) fn is_almost_fence(line: &str) -> bool {
    let dashes = line.trim_matches(is_unseen);
    let is_dash = |c: char| matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−');
    let count = dashes.chars().filter(|c| is_dash(*c)).count();
    let only = dashes.chars().all(|c| is_dash(c) || c == ' ');
    let long = dashes.chars().any(|c| is_dash(c) && c != '-');
    !is_fence(line) && (only && (count >= 2 || long) || dashes == "...")
}

/// Whether more than three hyphens stand in a line that begins with them.
pub(super) fn is_fence_with_text(line: &str) -> bool {
    let rest = line.trim_matches(is_unseen).strip_prefix("---");
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['-', '|']))
}

/// Whether the first line from byte `at` that holds anything is a field.
pub(super) fn begins_with_field(text: &str, at: usize) -> bool {
    let holds = |line: &Range<usize>| {
        let line = text[line.clone()].trim();
        !line.is_empty() && !line.starts_with('#')
    };
    let line = lines(text, at).take(FRONT_MATTER_LINES_MAX).find(holds);
    line.and_then(|line| key_in(&text[line]))
        .is_some_and(|key| {
            let is_small = |b: u8| b.is_ascii_lowercase() || b == b'_';
            key.bytes().all(is_small) || is_known(key)
        })
}

/// The key in a line `key: value`.
pub(super) fn key_in(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_key = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let key = key.trim_end();
    (!key.is_empty() && key.chars().all(is_key) && !value.starts_with("//")).then_some(key)
}

/// Whether a key is one of every chapter's, or how those are called in German and elsewhere.
pub(super) fn is_known(key: &str) -> bool {
    let small = key.to_lowercase();
    let others = [
        "titel",
        "draft",
        "entwurf",
        "date",
        "author",
        "tags",
        "description",
    ];
    KEYS.contains(&small.as_str()) || others.contains(&small.as_str())
}

/// The first byte behind empty lines, comments and signs that nobody sees.
pub(super) fn skip_unseen(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let seen = rest.trim_start_matches(is_unseen);
        at += rest.len() - seen.len();
        match seen
            .strip_prefix("<!--")
            .and_then(|comment| comment.find("-->"))
        {
            Some(end) => at += "<!--".len() + end + "-->".len(),
            None => return at,
        }
    }
}

/// Blanks, and signs of no width such as a byte order mark.
pub(super) fn is_unseen(c: char) -> bool {
    let no_width = [
        '\u{feff}', '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}',
        '\u{2060}',
    ];
    c.is_whitespace() || no_width.contains(&c)
}
