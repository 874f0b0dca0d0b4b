//! YAML.

use super::cursor::Cursor;

/// Reads the next part.
pub(super) fn read(code: &mut Cursor<'_>) {
    if code.blanks() {
        return;
    }
    let behind_blank = code
        .read()
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace);
    let rest = code.rest();
    let indicator = |sign: char| rest.starts_with(sign) && !goes_on(&rest[sign.len_utf8()..]);
    match code.peek() {
        Some('#') if behind_blank => code.take(code.line().len(), Some('c')),
        Some('%') if code.begins_line() => code.take(code.line().len(), Some('k')),
        Some('-') if matches!(code.line().trim_end(), "---") => code.take(3, Some('p')),
        Some('.') if matches!(code.line().trim_end(), "...") => code.take(3, Some('p')),
        Some('-' | '?' | ':') if indicator('-') || indicator('?') || indicator(':') => {
            code.step(Some('p'));
        }
        Some(bracket @ ('[' | ']' | '{' | '}' | ',')) => {
            match bracket {
                '[' | '{' => code.depth += 1,
                ',' => {}
                _ => code.depth = code.depth.saturating_sub(1),
            }
            code.step(Some('p'));
        }
        Some('&' | '*') => code.take(word(code), Some('v')),
        Some('!') => code.take(word(code), Some('t')),
        Some('|' | '>') => block(code),
        Some('"' | '\'') => quoted(code),
        Some(_) => plain(code),
        None => {}
    }
}

/// Whether a word goes on with this text.
fn goes_on(text: &str) -> bool {
    text.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ',' | ']' | '}'))
}

fn word(code: &Cursor<'_>) -> usize {
    code.run(|c| !c.is_whitespace() && !matches!(c, ',' | ']' | '}'))
        .len()
}

/// Whether what was taken is a key: a colon is behind it.
fn is_key(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\t']);
    behind
        .strip_prefix(':')
        .is_some_and(|behind| !goes_on(behind))
}

fn quoted(code: &mut Cursor<'_>) {
    let rest = code.rest();
    let quote = &rest[..1];
    let end = rest[1..].find(['\n', '\'', '"']);
    let key = rest[1..]
        .find(quote)
        .filter(|_| end.is_some())
        .map(|at| at + 2);
    let key = key.filter(|&key| !rest[..key].contains('\n') && is_key(&rest[key..]));
    match key {
        Some(key) => code.take(key, Some('a')),
        None => {
            code.step(Some('s'));
            if quote == "\"" {
                code.quoted(quote, true, true);
            } else {
                let text = code.run(|c| c != '\'').len();
                code.take(text, Some('s'));
                code.step(Some('s'));
            }
        }
    }
}

/// A key or a value without quotes.
fn plain(code: &mut Cursor<'_>) {
    let line = code.line().trim_end_matches(['\n', '\r']);
    let flow = code.depth > 0;
    let mut end = line.len();
    for (at, c) in line.char_indices() {
        let behind = &line[at + c.len_utf8()..];
        let blank_before = line[..at].ends_with([' ', '\t']);
        let ends = match c {
            ':' => at > 0 && !goes_on(behind),
            '#' => blank_before,
            ',' | ']' | '}' => flow,
            _ => false,
        };
        if ends {
            end = at;
            break;
        }
    }
    let text = line[..end].trim_end();
    let class = if is_key(&line[text.len()..]) {
        'a'
    } else if is_constant(text) {
        'n'
    } else {
        's'
    };
    code.take(text.len().max(1), Some(class));
}

fn is_constant(text: &str) -> bool {
    let number = text.strip_prefix(['-', '+']).unwrap_or(text);
    let number = number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '_' | '-' | '+'));
    number || matches!(text, "true" | "false" | "null" | "~" | "True" | "False")
}

/// A text of several lines, which are further in than the line that begins it.
fn block(code: &mut Cursor<'_>) {
    let first = code.read_of_line();
    let indent = first.len() - first.trim_start_matches([' ', '-']).len();
    let line = code.line();
    let header = line.trim_end();
    if header.len() > 1
        && !header[1..].starts_with([
            '+', '-', '#', ' ', '1', '2', '3', '4', '5', '6', '7', '8', '9',
        ])
    {
        return plain(code);
    }
    code.take(header.len(), Some('p'));
    code.end_line();
    while !code.rest().is_empty() {
        let line = code.line();
        let blank = line.trim().is_empty();
        if !blank && line.len() - line.trim_start_matches(' ').len() <= indent {
            return;
        }
        code.take(line.len(), Some('s'));
    }
}
