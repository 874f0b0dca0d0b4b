//! The letters of a Markdown source, and which of them may be syntax.
//!
//! A letter is a letter, a digit, or a sign that stands alone between two of them (`Bürger*innen`,
//! `a_b`, `10:30`): such signs are never syntax. What may be syntax is found by its look alone, and
//! is then neither asked of the page nor forbidden there.

use std::collections::BTreeSet;
use std::ops::Range;

/// Elements of HTML that the tests use, and that authors do.
const ELEMENTS: [&str; 31] = [
    "a",
    "abbr",
    "b",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "hr",
    "i",
    "img",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "span",
    "strong",
    "sub",
    "summary",
    "u",
];

/// More of them.
const MORE_ELEMENTS: [&str; 28] = [
    "s", "q", "tt", "rt", "rb", "rp", "em", "h1", "tr", "center", "font", "sup", "table", "tbody",
    "td", "th", "thead", "tr", "ul", "small", "iframe", "source", "video", "audio", "track",
    "object", "nav", "section",
];

/// Names of alerts.
const ALERTS: [&str; 13] = [
    "note",
    "tip",
    "important",
    "warning",
    "caution",
    "hinweis",
    "info",
    "anmerkung",
    "tipp",
    "wichtig",
    "warnung",
    "vorsicht",
    "achtung",
];

/// References to characters, and what they stand for.
pub const REFERENCES: [(&str, &str); 12] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&nbsp;", "\u{a0}"),
    ("&shy;", "\u{ad}"),
    ("&uuml;", "ü"),
    ("&auml;", "ä"),
    ("&ouml;", "ö"),
    ("&szlig;", "ß"),
    ("&#228;", "ä"),
    ("&ndash;", "–"),
];

/// The letters of a source.
pub struct Written<'t> {
    text: &'t str,
    /// For each byte, whether it may be syntax.
    syntax: Vec<bool>,
    /// Whether a tag or comment begins and doesn't end, so that what follows may be part of it.
    pub has_open_html: bool,
    /// Whether it has footnotes, which stand elsewhere in the page.
    pub has_notes: bool,
}

/// A letter of a source.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub at: usize,
    pub letter: char,
    /// Whether the page has to show it.
    pub required: bool,
}

impl<'t> Written<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut written = Self {
            text,
            syntax: vec![false; text.len()],
            has_open_html: false,
            has_notes: false,
        };
        written.lines();
        written.html();
        written.labels();
        written.destinations();
        for (at, _) in text.match_indices('&') {
            if let Some((range, _)) = written.reference(at) {
                written.mark(range);
            }
        }
        written
    }

    /// All letters, those that may be syntax among them.
    pub fn letters(&self) -> Vec<Letter> {
        let mut letters = Vec::new();
        for (at, letter) in self.text.char_indices() {
            if letter == '&'
                && let Some((_, letter)) = self.reference(at)
                && letter.is_alphanumeric()
            {
                letters.push(Letter {
                    at,
                    letter,
                    required: false,
                });
            }
            if letter.is_alphanumeric() || self.is_sign_between_letters(at, letter) {
                let required = !self.syntax[at];
                letters.push(Letter {
                    at,
                    letter,
                    required,
                });
            }
        }
        letters
    }

    /// The reference to a character that begins at `at`, and the character.
    fn reference(&self, at: usize) -> Option<(Range<usize>, char)> {
        let rest = &self.text[at..];
        if let Some((written, shown)) = REFERENCES
            .iter()
            .find(|(written, _)| rest.starts_with(written))
        {
            return Some((at..at + written.len(), shown.chars().next()?));
        }
        let name = rest[1..].split_once(';')?.0;
        let range = at..at + "&;".len() + name.len();
        if let Some(number) = name.strip_prefix('#') {
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            return Some((range, char::from_u32(number.ok()?)?));
        }
        // There are some two thousand more, of signs.
        let is_name = name.len() < 9 && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_name.then_some((range, '&'))
    }

    fn is_sign_between_letters(&self, at: usize, sign: char) -> bool {
        let before = self.text[..at].chars().next_back();
        let behind = self.text[at + sign.len_utf8()..].chars().next();
        let is = |c: Option<char>, kind: fn(char) -> bool| c.is_some_and(kind);
        match sign {
            '*' => is(before, char::is_alphabetic) && is(behind, char::is_alphabetic),
            '_' | ':' | '.' | '/' | '@' | '%' | '+' | '=' | '~' | '-' | ',' => {
                is(before, char::is_alphanumeric) && is(behind, char::is_alphanumeric)
            }
            _ => false,
        }
    }

    fn mark(&mut self, range: Range<usize>) {
        self.syntax[range].fill(true);
    }

    /// What may be syntax by its place on the line: numbers of items, info strings of code, anchors.
    fn lines(&mut self) {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let trimmed = line.trim_end();
            if let Some(at) = trimmed.find("```").or_else(|| trimmed.find("~~~")) {
                let is_container = |c: char| c.is_ascii_digit() || " \t>-*+.):".contains(c);
                if line[..at].chars().all(is_container) {
                    self.mark(start + at..start + line.len());
                }
            }
            self.item_number(start, trimmed);
            if let Some(brace) = trimmed.rfind("{#")
                && let Some(name) = trimmed[brace + 2..].strip_suffix('}')
                && !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || "-_.:".contains(c))
            {
                self.mark(start + brace..start + trimmed.len());
            }
            start += line.len();
        }
    }

    fn item_number(&mut self, start: usize, line: &str) {
        let mut at = 0;
        loop {
            let rest = &line[at..];
            let rest = rest.trim_start_matches([' ', '\t', '>', '-', '*', '+', ':']);
            let begin = line.len() - rest.len();
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let behind = &rest[digits..];
            let is_item = (1..10).contains(&digits)
                && behind.starts_with(['.', ')'])
                && (behind.len() == 1 || behind[1..].starts_with([' ', '\t']));
            if !is_item {
                return;
            }
            // Leading zeros go, and where all items are numbered 1, so does the 1.
            let number = rest[..digits].trim_start_matches('0');
            let zeros = digits - number.len();
            let marked = if number == "1" { digits } else { zeros };
            self.mark(start + begin..start + begin + marked);
            at = begin + digits + 1;
        }
    }

    /// Marks the numbers of all items.
    pub fn without_item_numbers(mut self) -> Self {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let rest = line.trim_start_matches([' ', '\t', '>', '-', '*', '+', ':']);
            let mut at = line.len() - rest.len();
            loop {
                let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
                if digits == 0 || !line[at + digits..].starts_with(['.', ')']) {
                    break;
                }
                self.mark(start + at..start + at + digits);
                at += digits + 1;
                let rest = line[at..].trim_start_matches([' ', '\t', '>', '-', '*', '+', ':']);
                at = line.len() - rest.len();
            }
            start += line.len();
        }
        self
    }

    fn html(&mut self) {
        let mut at = 0;
        while let Some(length) = self.text[at..].find('<') {
            at += length;
            let rest = &self.text[at..];
            let end = if rest.starts_with("<!--") {
                match rest.find("-->") {
                    Some(end) => {
                        // What it stands in may end before it.
                        self.has_open_html |= rest[..end].contains('\n');
                        Some(end + 3)
                    }
                    None => {
                        self.has_open_html = true;
                        None
                    }
                }
            } else if is_tag(rest) {
                let block = rest.find("\n\n").unwrap_or(rest.len());
                let end = end_of_tag(&rest[..block]);
                // A tag over several lines may be cut by what it stands in, as a comment.
                self.has_open_html |= end.is_none_or(|end| rest[..end].contains('\n'));
                end
            } else {
                None
            };
            if let Some(end) = end {
                self.mark(at..at + end);
                at += end;
            } else {
                at += 1;
            }
        }
    }

    /// Labels of notes, alerts, tasks, and of links whose addresses are defined.
    fn labels(&mut self) {
        let text = self.text;
        let bracketed: Vec<Range<usize>> = text
            .match_indices('[')
            .filter_map(|(at, _)| {
                let end = text[at..].find(']')?;
                Some(at + 1..at + end)
            })
            .collect();
        let (mut seen, mut used) = (BTreeSet::new(), BTreeSet::new());
        let mut definitions = Vec::new();
        for range in &bracketed {
            let inside = &text[range.clone()];
            let behind = &text[range.end + 1..];
            if behind.starts_with(':') {
                definitions.push(range.clone());
            }
            if !seen.insert(label(inside)) || !behind.starts_with(':') {
                used.insert(label(inside));
            }
        }
        let defined: BTreeSet<String> = definitions
            .iter()
            .map(|range| label(&text[range.clone()]))
            .collect();
        for range in &bracketed {
            let inside = &text[range.clone()];
            let is_alert = inside
                .strip_prefix('!')
                .is_some_and(|name| ALERTS.contains(&name.trim().to_lowercase().as_str()));
            let is_second =
                text[..range.start - 1].ends_with(']') && defined.contains(&label(inside));
            let is_note = inside.starts_with('^');
            self.has_notes |= is_note;
            if is_alert || is_note || inside.eq_ignore_ascii_case("x") || is_second {
                self.mark(range.clone());
            }
        }
        for range in definitions {
            let inside = &text[range.clone()];
            if inside.starts_with('^') || !used.contains(&label(inside)) {
                continue;
            }
            // Its address and its title stand on its line or below.
            let lines = text[range.end..].split_inclusive('\n').take(3);
            let end: usize = lines.map(str::len).sum();
            self.mark(range.start..range.end + end);
        }
    }

    /// Addresses and titles of links and pictures.
    fn destinations(&mut self) {
        for (at, _) in self.text.match_indices("](") {
            let rest = &self.text[at + 1..];
            let block = rest.find("\n\n").unwrap_or(rest.len());
            if let Some(length) = destination(&rest[..block]) {
                self.mark(at + 1..at + 1 + length);
            }
        }
    }
}

/// A label as it is compared.
fn label(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Whether `text` begins with a tag of a known element.
fn is_tag(text: &str) -> bool {
    let name = text[1..].trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (name, behind) = name.split_at(end.unwrap_or(name.len()));
    let name = if name.len() < 4 {
        name.to_lowercase()
    } else {
        name.to_owned()
    };
    let is_known = ELEMENTS.contains(&name.as_str()) || MORE_ELEMENTS.contains(&name.as_str());
    let inside = &behind[..behind.find(['<', '>']).unwrap_or(behind.len())];
    let is_bare = inside.trim_matches([' ', '\t', '\n', '/']).is_empty()
        && behind[inside.len()..].starts_with('>');
    is_known && (is_bare || inside.contains('='))
}

/// The length of the tag that `text` begins with.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') if text[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The length of the address and title in brackets that `text` begins with; none if what stands in
/// the brackets can't be that.
fn destination(text: &str) -> Option<usize> {
    let inside = text[1..].trim_start();
    let begin = text.len() - inside.len();
    let end = if inside.starts_with('<') {
        inside.find('>')? + 1
    } else {
        let mut depth = 0_usize;
        let mut escaped = false;
        let mut end = None;
        for (at, c) in inside.char_indices() {
            match c {
                '(' if !escaped => depth += 1,
                ')' if !escaped && depth == 0 => end = Some(at),
                ')' if !escaped => depth -= 1,
                _ if c.is_ascii_whitespace() => end = Some(at),
                _ => {}
            }
            if end.is_some() {
                break;
            }
            escaped = c == '\\' && !escaped;
        }
        end?
    };
    let behind = inside[end..].trim_start();
    let at = begin + inside.len() - behind.len();
    if behind.starts_with(')') {
        return Some(at + 1);
    }
    let closes = match behind.chars().next()? {
        '"' => '"',
        '\'' => '\'',
        '(' => ')',
        _ => return None,
    };
    if !inside[..end].is_empty() && inside.len() - behind.len() == end {
        return None;
    }
    let title = behind[1..].find(closes)? + 2;
    let rest = behind[title..].trim_start();
    rest.starts_with(')')
        .then(|| at + behind.len() - rest.len() + 1)
}
