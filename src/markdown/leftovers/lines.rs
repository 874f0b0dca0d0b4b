//! Beginnings of lines that were meant as markup.

use super::Leftover;
use crate::markdown::prepare::is_date;
use crate::prose::{BULLETS, DASHES};

/// Letters that word processors put there, with a tab behind them: in their fonts, they are signs.
const LETTERS_AS_BULLETS: &[char] = &['o', '§', 'Ø', 'ü', 'q', 'v'];

/// Ends of words that are written about with a hyphen before them.
const ENDINGS: &[&str] = &["innen", "in", "ung", "heit", "keit"];

/// What stands between the cells of a table: bars, or the tabs of one that was pasted.
const BETWEEN_CELLS: [&str; 2] = [" | ", "\t"];

/// A line of which the beginning is text.
struct Line<'t> {
    /// From the first byte that is text to the line's end.
    source: &'t str,
    /// As it stands in the page.
    visible: &'t [u8],
    /// Where it begins.
    at: usize,
    /// Whether a line of text stands before it in its paragraph.
    continues: bool,
    /// Where the line ends in the source.
    end: usize,
}

impl<'t> Line<'t> {
    /// Its text up to the first byte that isn't.
    fn text(&self) -> &'t str {
        let is_other = |byte: &u8| *byte < b' ' && *byte != b'\t';
        let length = self.visible.iter().position(is_other);
        &self.source[..length.unwrap_or(self.source.len())]
    }
}

/// What is left at the beginnings of lines, in order.
pub(super) fn find(source: &str, visible: &[u8]) -> Vec<Leftover> {
    let lines: Vec<Line<'_>> = lines(source, visible);
    let between = BETWEEN_CELLS
        .into_iter()
        .filter(|sign| source.contains(sign));
    let mut found: Vec<Leftover> = between
        .flat_map(|sign| tables(source, &lines, sign))
        .collect();
    // Whether a bullet stands above in the same paragraph.
    let mut below_bullet = false;
    // The line of the last item of a list that is none, whose first item tells of all.
    let mut last_item = None;
    for (number, line) in lines.iter().enumerate() {
        // No markup begins with a capital letter but Ø, which takes two bytes.
        if line.source.as_bytes()[0].is_ascii_uppercase() {
            continue;
        }
        let before = number.checked_sub(1).map(|before| &lines[before]);
        if line.text().starts_with("[] ") && is_item(&source[..line.at]) {
            let box_of = line.at..line.at + 2;
            found.push(Leftover::new(box_of.clone(), "left-task").with_fix(box_of, "[ ]"));
            continue;
        }
        below_bullet &= line.continues;
        if let Some(leftover) = leftover(line, before, lines.get(number + 1), below_bullet) {
            let continues = line.continues && last_item.is_some_and(|last| last + 1 == number);
            let is_item = ["left-bullet", "left-task", "left-number"].contains(&leftover.instead);
            last_item = is_item.then_some(number);
            let same = |first: &&mut Leftover| continues && first.instead == leftover.instead;
            match found.last_mut().filter(same) {
                Some(first) => first.fixes.extend(leftover.fixes),
                None => found.push(leftover),
            }
        }
        below_bullet |= line.source.starts_with(BULLETS);
    }
    found.sort_by_key(|leftover| leftover.span.start);
    found
}

/// Whether what stands before a text makes it an item of a list.
fn is_item(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    line.ends_with(['-', '*', '+'])
}

/// Tables without their second line and without bars around them: paragraphs of which each line has as many bars
/// between cells, or more than half of the lines have a tab.
fn tables(source: &str, lines: &[Line<'_>], sign: &str) -> Vec<Leftover> {
    let paragraphs = lines.chunk_by(|_, line| line.continues);
    let tables = paragraphs.filter(|lines| {
        let bars = |line: &Line<'_>| line.text().trim_end().matches(sign).count();
        let first = bars(&lines[0]);
        // Not in lists and quotations.
        let begins_line = |line: &Line<'_>| line.at == 0 || source[..line.at].ends_with('\n');
        // A tab stands behind bullets and numbers too.
        let cell = lines[0].text().split(sign).next().unwrap_or_default();
        let is_name = sign != "\t" || cell.chars().filter(|c| c.is_alphabetic()).count() > 1;
        lines.len() > 1
            && first > 0
            && is_name
            && !lines[0].source.starts_with('|')
            && lines.iter().all(begins_line)
            && if sign == "\t" {
                // Cells at the end that are empty have no tab.
                let rows = lines.iter().filter(|line| bars(line) > 0).count();
                rows * 2 > lines.len()
            } else {
                lines.iter().all(|line| bars(line) == first)
            }
    });
    tables
        .map(|lines| Leftover::new(lines[0].at..lines[0].end, "left-table"))
        .collect()
}

fn lines<'t>(source: &'t str, visible: &'t [u8]) -> Vec<Line<'t>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut continues = false;
    for line in source.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let is_text = |at: &usize| visible[*at] > b' ';
        match (start..end).find(is_text) {
            // Code, HTML or an escape before the text: the line begins with that.
            Some(at) if (start..at).all(|at| visible[at] != 1) => {
                lines.push(Line {
                    source: &source[at..end],
                    visible: &visible[at..end],
                    at,
                    continues,
                    end,
                });
                continues = true;
            }
            Some(_) => continues = true,
            None if end == start => continues = false,
            None => {}
        }
        start += line.len();
    }
    lines
}

fn leftover(
    line: &Line<'_>,
    before: Option<&Line<'_>>,
    after: Option<&Line<'_>>,
    below_bullet: bool,
) -> Option<Leftover> {
    let text = line.text();
    let whole = || line.at..line.at + text.trim_end().len();
    let head = |length: usize| line.at..line.at + length;
    let first = text.chars().next()?;
    let follows = |other: Option<&Line<'_>>| other.is_some_and(is_numbered);
    if is_numbered(line)
        && (line.continues && follows(before)
            || after.is_some_and(|line| line.continues) && follows(after))
    {
        let sign = text.find(')').unwrap_or_default();
        let leftover = Leftover::new(head(sign + 1), "left-number");
        let number = text[..sign].trim_end_matches('.');
        let is_number = number.parse::<u8>().is_ok();
        let gap = text[sign + 1..].len() - text[sign + 1..].trim_start_matches(is_gap).len();
        return Some(if is_number {
            leftover.with_fix(head(sign + 1 + gap), format!("{number}. "))
        } else {
            leftover
        });
    }
    match first {
        '#' => heading(line, after),
        '-' | '*' | '+' | '0'..='9' => marker(line, before, after),
        '|' if text.trim_end().ends_with('|') && text.trim_end().len() > 2 => {
            let follows =
                before.is_some_and(|before| line.continues && before.source.starts_with('|'));
            (!follows).then(|| Leftover::new(whole(), "left-table"))
        }
        // What ends one has no name.
        ':' if text.starts_with(":::") && !text.trim_matches(':').trim().is_empty() => {
            Some(Leftover::new(whole(), "left-alert"))
        }
        '!' if text.starts_with("!!! ") => Some(Leftover::new(whole(), "left-alert")),
        '?' if text.starts_with("??? ") || text.starts_with("???+ ") => {
            Some(Leftover::new(whole(), "left-alert"))
        }
        '=' if text.starts_with("=== \"") || text.starts_with("=== '") => {
            Some(Leftover::new(whole(), "left-tab"))
        }
        'i' if is_import(text) => Some(Leftover::new(whole(), "left-program")),
        'e' if text.starts_with("export const ") || text.starts_with("export default ") => {
            Some(Leftover::new(whole(), "left-program"))
        }
        'h' if is_wiki_heading(text) => Some(Leftover::new(whole(), "left-heading")),
        '[' if is_contents(text) => Some(Leftover::new(whole(), "left-contents")),
        '\\' if is_page_break(text) => Some(Leftover::new(whole(), "left-page-break")),
        bullet if BULLETS.contains(&bullet) && text[bullet.len_utf8()..].starts_with(is_gap) => {
            let behind = text.trim_start_matches([bullet, ' ', '\t', '\u{a0}']);
            let length = text.len() - behind.len();
            let (instead, item) = match bullet {
                '☐' => ("left-task", "- [ ] "),
                '☑' | '☒' => ("left-task", "- [x] "),
                _ => ("left-bullet", "- "),
            };
            let leftover = Leftover::new(head(bullet.len_utf8()), instead);
            let is_item = !line.continues || before.is_some_and(is_bulleted);
            Some(if is_item {
                leftover.with_fix(head(length), item)
            } else {
                leftover
            })
        }
        letter
            if LETTERS_AS_BULLETS.contains(&letter)
                && text[letter.len_utf8()..].starts_with('\t') =>
        {
            let length = text.len() - text[letter.len_utf8()..].trim_start().len();
            // Below a bullet, a letter is one of the next level.
            let item = if below_bullet { "  - " } else { "- " };
            Some(Leftover::new(head(letter.len_utf8()), "left-bullet").with_fix(head(length), item))
        }
        dash if DASHES.contains(&dash) && text[dash.len_utf8()..].starts_with(is_gap) => {
            let is_dash =
                |line: Option<&Line<'_>>| line.is_some_and(|line| line.source.starts_with(dash));
            (is_dash(before) || is_dash(after))
                .then(|| Leftover::new(head(dash.len_utf8()), "left-bullet"))
        }
        _ => None,
    }
}

/// Whether a line begins with the bullet of a word processor.
fn is_bulleted(line: &Line<'_>) -> bool {
    line.source.starts_with(BULLETS) || is_lettered(line)
}

/// Whether it is one of those that are letters.
fn is_lettered(line: &Line<'_>) -> bool {
    let rest = line.source.strip_prefix(LETTERS_AS_BULLETS);
    rest.is_some_and(|rest| rest.starts_with('\t'))
}

/// Whether a line begins as letters and numbers stand before the items of a list in offices: `a)`, `1.)`.
fn is_numbered(line: &Line<'_>) -> bool {
    let text = line.text();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let rest = match digits {
        0 => rest.strip_prefix(|c: char| c.is_ascii_lowercase()),
        1 | 2 => rest.strip_prefix('.'),
        _ => None,
    };
    let behind = rest.and_then(|rest| rest.strip_prefix(')'));
    behind.is_some_and(|behind| behind.starts_with(is_gap))
}

fn is_gap(c: char) -> bool {
    c == ' ' || c == '\t' || c == '\u{a0}'
}

/// Number signs without a blank behind them, or with one that doesn't break.
fn heading(line: &Line<'_>, after: Option<&Line<'_>>) -> Option<Leftover> {
    let text = line.text();
    let level = text.len() - text.trim_start_matches('#').len();
    let behind = &text[level..];
    let sign = line.at..line.at + level;
    let first = behind.chars().next()?;
    if level > 6 {
        return None;
    }
    if first == '\u{a0}' {
        let blank = sign.end..sign.end + first.len_utf8();
        return Some(Leftover::new(sign.start..blank.end, "left-no-break").with_fix(blank, " "));
    }
    // A single sign before a word, in a line with others, is a hashtag; before a number, a number.
    let stands_alone = !line.continues && !after.is_some_and(|after| after.continues);
    let is_tag = level == 1 && (!stands_alone || behind.contains('#') || !first.is_alphabetic());
    if is_tag || !first.is_alphanumeric() {
        return None;
    }
    let range = line.at..line.at + text.trim_end().len();
    let place = sign.end..sign.end;
    Some(Leftover::new(range, "left-heading").with_fix(place, " "))
}

/// A sign or a number that begins no item of a list, since no blank stands behind it.
fn marker(
    line: &Line<'_>,
    before: Option<&Line<'_>>,
    after: Option<&Line<'_>>,
) -> Option<Leftover> {
    let text = line.text();
    if text.starts_with("--8<--") {
        let range = line.at..line.at + text.trim_end().len();
        return Some(Leftover::new(range, "left-include"));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = digits + 1;
    if digits > 0 && !text[digits..].starts_with(['.', ')']) {
        return None;
    }
    let behind = text.get(sign..)?;
    let first = behind.chars().next()?;
    let head = line.at..line.at + sign;
    if first == '\u{a0}' {
        // Behind the day of a date, such a blank is right.
        let is_word =
            digits > 0 && behind.trim_start().starts_with(char::is_uppercase) && line.continues;
        let blank = head.end..head.end + first.len_utf8();
        return (!is_word && digits < 3 && !is_date(behind))
            .then(|| Leftover::new(head.start..blank.end, "left-no-break").with_fix(blank, " "));
    }
    let is_ending = ENDINGS.iter().any(|ending| {
        behind
            .strip_prefix(ending)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    });
    let is_task =
        behind.starts_with("[ ]") || behind.starts_with("[x]") || behind.starts_with("[X]");
    let follows_item = line.continues
        && before.is_some_and(|before| {
            let rest = before.source.strip_prefix('-');
            rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        });
    // `1.Ankommen`, `2.Reden`; a date stands alone.
    if digits > 0 && text[digits..].starts_with('.') && first.is_alphabetic() {
        let below = after.is_some_and(|after| after.continues && are_counted(line, after));
        let above = before.is_some_and(|before| line.continues && are_counted(before, line));
        let leftover = Leftover::new(head.clone(), "left-number");
        return (below || above).then(|| leftover.with_fix(head.end..head.end, " "));
    }
    let is_item = text.starts_with('-') && is_task
        || text.starts_with('-') && first.is_alphabetic() && !is_ending && follows_item
        || text.starts_with('-') && first.is_alphabetic() && !is_ending && !line.continues
        || text.starts_with('-')
            && first.is_uppercase()
            && line.continues
            && line.end - line.at < 80;
    is_item.then(|| Leftover::new(head.clone(), "left-bullet").with_fix(head.end..head.end, " "))
}

/// Whether one line begins with a number, a point and a word without a blank, and the other with the next number.
fn are_counted(line: &Line<'_>, next: &Line<'_>) -> bool {
    let number = |line: &Line<'_>| {
        let (number, behind) = line.source.split_once('.')?;
        let is_glued = behind.starts_with(char::is_alphabetic);
        number.parse::<u16>().ok().filter(|_| is_glued)
    };
    let numbers = number(line).zip(number(next));
    numbers.is_some_and(|(one, two)| one.checked_add(1) == Some(two))
}

fn is_import(text: &str) -> bool {
    text.strip_prefix("import ").is_some_and(|rest| {
        rest.contains(" from '") || rest.contains(" from \"") || rest.starts_with(['\'', '"', '{'])
    })
}

/// A heading as some wikis write it.
fn is_wiki_heading(text: &str) -> bool {
    let mut bytes = text.bytes().skip(1);
    matches!(bytes.next(), Some(b'1'..=b'6')) && text[2..].starts_with(". ")
}

fn is_contents(text: &str) -> bool {
    let text = text.trim_end();
    [
        "[TOC]",
        "[toc]",
        "[[_TOC_]]",
        "[[TOC]]",
        "[Inhaltsverzeichnis]",
    ]
    .contains(&text)
}

fn is_page_break(text: &str) -> bool {
    let text = text.trim_end();
    ["\\newpage", "\\pagebreak", "\\clearpage"].contains(&text)
}
