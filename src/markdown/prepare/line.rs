//! Beginnings of lines that are text.
//!
//! 1. What quotations and lists put before a line is left out.
//! 2. In German, a day with its month or a span of days is no number of a list, and neither is a
//!    number that the line before leads to ("im / 1. Stock"), or a year ("2018. Danach").
//! 3. A colon begins a definition only with a blank behind it.
//! 4. A colon alone on its line begins a definition, whose text may begin behind a blank line.
//! 5. A hyphen or plus between two numbers is one of a sum or a range that was wrapped.

use std::ops::{Range, RangeInclusive};

use super::{LINE_END, Preparing};

/// Months as Germans and Austrians write them, and the beginnings they shorten them to.
const MONTHS: &[&str] = &[
    "Januar",
    "Jänner",
    "Jan",
    "Februar",
    "Feber",
    "Feb",
    "März",
    "Maerz",
    "Mär",
    "Mrz",
    "April",
    "Apr",
    "Mai",
    "Juni",
    "Jun",
    "Juli",
    "Jul",
    "August",
    "Aug",
    "September",
    "Sept",
    "Sep",
    "Oktober",
    "Okt",
    "November",
    "Nov",
    "Dezember",
    "Dez",
];

/// Words that an ordinal number follows, not a list.
const BEFORE_ORDINALS: &[&str] = &[
    "ab", "am", "an", "auf", "aus", "beim", "bis", "das", "dem", "den", "der", "des", "die", "im",
    "in", "ins", "ist", "jeden", "jeder", "mit", "oder", "seit", "und", "vom", "zum", "zur",
];

/// Years that someone writes of; a list hardly begins with such a number.
const YEARS: RangeInclusive<u16> = 1500..=2199;

/// Bytes behind a year in which a list would go on.
const NEAR: usize = 500;

impl Preparing<'_> {
    /// Marks what is text at the beginning of the line at `start`.
    pub(super) fn line_start(&mut self, start: usize) {
        let Some(first) = self.bytes.get(start) else {
            return;
        };
        // Most lines begin with a letter.
        if first.is_ascii_alphabetic() || !first.is_ascii() {
            return;
        }
        let end = self.bytes[start..].iter().position(|byte| *byte == b'\n');
        let end = end.map_or(self.bytes.len(), |length| start + length);
        let at = self.behind_containers(start, end);
        let line = &self.text[at..end];
        let mut bytes = line.bytes();
        match (bytes.next(), bytes.next()) {
            (Some(b':'), None) if self.goes_on_below(at - start, end) => self.put(end, LINE_END),
            (Some(b':'), Some(next)) if !next.is_ascii_whitespace() && !is_rule(line) => {
                self.mark(at);
            }
            (Some(b'-' | b'+'), Some(b' ')) if self.is_between_numbers(start, at, line) => {
                self.mark(at);
            }
            (Some(b'0'..=b'9'), _) if self.is_german => {
                let digits = line.bytes().take_while(u8::is_ascii_digit).count();
                let dot = at + digits;
                if digits <= 2 && self.bytes.get(dot) == Some(&b'.') {
                    let behind = &line[digits + 1..];
                    if is_date(behind) || digits == 1 && self.follows_word(start, at) {
                        self.mark(dot);
                    }
                } else if self.bytes.get(dot) == Some(&b'.') && self.is_year(at..dot) {
                    self.mark(dot);
                }
            }
            _ => {}
        }
    }

    /// Whether the text of a definition begins behind a blank line below the line that ends at `end`,
    /// whose colon stands `indent` bytes within it.
    fn goes_on_below(&self, indent: usize, end: usize) -> bool {
        let below = self
            .text
            .get(end..)
            .and_then(|rest| rest.strip_prefix("\n\n"));
        let line = below
            .and_then(|below| below.lines().next())
            .unwrap_or_default();
        let text = line.trim_start_matches(' ');
        !text.is_empty() && line.len() - text.len() >= indent + 2
    }

    /// Where a line begins behind what marks quotations and items of lists.
    fn behind_containers(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        let wrapped = self.wrapped_number(start);
        loop {
            while at < end && matches!(self.bytes[at], b' ' | b'\t' | b'>') {
                at += 1;
            }
            // A colon begins the text of a definition.
            let is_item = at + 1 < end
                && matches!(self.bytes[at], b'-' | b'*' | b'+' | b':')
                && matches!(self.bytes[at + 1], b' ' | b'\t');
            // Behind an item's mark stands a date, another mark, or neither.
            if !is_item || wrapped {
                return at;
            }
            at += 1;
        }
    }

    /// Whether the number at `digits` is a year that a sentence ends with: no list goes on there.
    fn is_year(&self, digits: Range<usize>) -> bool {
        let Ok(year) = self.text[digits.clone()].parse::<u16>() else {
            return false;
        };
        let from = self
            .text
            .floor_char_boundary(digits.start.saturating_sub(NEAR));
        let to = self.text.ceil_char_boundary(digits.end + NEAR);
        let begins_with =
            |line: &str, year: u16| line.trim_start().starts_with(&format!("{year}."));
        let mut above = self.text[from..digits.start].lines();
        let mut below = self.text[digits.end..to].lines().skip(1);
        YEARS.contains(&year)
            && !above.any(|line| begins_with(line, year - 1))
            && !below.any(|line| begins_with(line, year + 1))
    }

    /// The line before that at `start`, if it is of the same paragraph.
    fn line_before(&self, start: usize) -> Option<&str> {
        let before = self.text[..start].strip_suffix('\n')?;
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        (!line.is_empty()).then_some(line)
    }

    fn wrapped_number(&self, start: usize) -> bool {
        let line = self.line_before(start);
        line.is_some_and(|line| line.ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether the sign at the beginning of `line`, at `at`, stands between two numbers.
    fn is_between_numbers(&self, start: usize, at: usize, line: &str) -> bool {
        let number_behind = line[1..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
        at - start < 4
            && number_behind
            && self.wrapped_number(start)
            // Below an item of a list stands the next one.
            && self.line_before(start).is_some_and(|line| !line.starts_with(['-', '+', '*', '|']))
    }

    /// Whether the line before leads to the number at `at`.
    fn follows_word(&self, start: usize, at: usize) -> bool {
        let line = self.line_before(start).filter(|_| at - start < 4);
        let word = line.and_then(|line| line.rsplit(char::is_whitespace).next());
        word.is_some_and(|word| BEFORE_ORDINALS.contains(&word))
    }
}

/// Whether a line is the second one of a table.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.bytes().all(|byte| b"|:- \t\r".contains(&byte))
}

/// Whether what stands behind the dot of a day makes a date of it.
pub(in crate::markdown) fn is_date(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix([' ', '\u{a0}', '\u{202f}']) else {
        return false;
    };
    let rest = rest.trim_start();
    let begins_with_day = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && text[digits..].starts_with('.')
    };
    // "24. bis 26. Mai", "24. – 26. Mai", "24. und 25. 5."
    let joins = ["bis ", "und ", "oder ", "/ ", "– ", "- "];
    let other = joins.iter().find_map(|join| rest.strip_prefix(join));
    other.is_some_and(begins_with_day) || begins_with_day(rest) || begins_with_month(rest)
}

fn begins_with_month(text: &str) -> bool {
    MONTHS.iter().any(|month| {
        text.strip_prefix(month)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}
