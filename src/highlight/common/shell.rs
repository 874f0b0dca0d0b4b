//! The language of shells.

use super::cursor::{Cursor, in_name};

/// Behind these a command follows.
const BEFORE_COMMANDS: [&str; 11] = [
    "if", "then", "else", "elif", "while", "until", "do", "time", "!", "{", "coproc",
];
const OTHER_KEYWORDS: [&str; 9] = [
    "fi", "done", "esac", "for", "case", "in", "function", "select", "}",
];

/// Where a word ends that isn't in quotes.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, ';' | '&' | '|' | '<' | '>' | '(' | ')')
}

/// Reads the next part.
pub(super) fn read(code: &mut Cursor<'_>) {
    if code.blanks() {
        return;
    }
    let starts_word = code.read().chars().next_back().is_none_or(ends_word);
    match code.peek() {
        Some('#') if starts_word => code.take(code.line().len(), Some('c')),
        Some('\'') => {
            code.step(Some('s'));
            let text = code.run(|c| c != '\'').len();
            code.take(text, Some('s'));
            code.step(Some('s'));
        }
        Some('"') => double_quoted(code),
        Some('$' | '`') => variable(code),
        Some('\\') => {
            code.step(Some('n'));
            code.step(Some('n'));
        }
        Some('<') if code.starts_with("<<") && !code.starts_with("<<<") => here_document(code),
        Some(';' | '&' | '|' | '<' | '>') => code.step(Some('o')),
        Some('(' | ')') => code.step(Some('p')),
        Some(_) => word(code, starts_word),
        None => {}
    }
}

/// Whether what comes is the name of a command.
fn begins_command(code: &Cursor<'_>) -> bool {
    let line = code.read_of_line().trim_end_matches([' ', '\t']);
    // What a backslash goes on isn't a new command.
    let before = &code.read()[..code.read().len() - code.read_of_line().len()];
    let continued = || before.trim_end_matches([' ', '\t']).ends_with("\\\n");
    if line.is_empty() {
        return !continued();
    }
    let last = line.rsplit(ends_word).next().unwrap_or_default();
    line.ends_with([';', '&', '|', '(']) && !line.ends_with(">&")
        || BEFORE_COMMANDS.contains(&last)
        || is_assignment(last)
}

fn is_assignment(word: &str) -> bool {
    let name = word.split_once('=').map_or("", |(name, _)| name);
    let name = name.strip_suffix('+').unwrap_or(name);
    name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().all(in_name)
}

fn word(code: &mut Cursor<'_>, starts_word: bool) {
    let word = code.run(|c| !ends_word(c) && !matches!(c, '\'' | '"' | '$' | '`' | '\\'));
    if !starts_word {
        return code.take(word.len(), None);
    }
    let command = begins_command(code);
    if command && is_assignment(word) {
        let name = word.find('=').unwrap_or_default();
        code.take(name, Some('v'));
        code.step(Some('o'));
        return code.take(word.len() - name - 1, None);
    }
    let keyword = BEFORE_COMMANDS.contains(&word) || OTHER_KEYWORDS.contains(&word);
    let class = if keyword && (command || word == "in") {
        Some('k')
    } else if command || code.rest()[word.len()..].starts_with("()") {
        Some('f')
    } else if word.starts_with('-') && word.len() > 1 {
        Some('v')
    } else {
        None
    };
    code.take(word.len(), class);
}

fn double_quoted(code: &mut Cursor<'_>) {
    code.step(Some('s'));
    loop {
        code.take(
            code.run(|c| !matches!(c, '"' | '$' | '`' | '\\')).len(),
            Some('s'),
        );
        match code.peek() {
            Some('$' | '`') => variable(code),
            Some('\\') => {
                code.step(Some('n'));
                code.step(Some('n'));
            }
            Some('"') => return code.step(Some('s')),
            _ => return,
        }
    }
}

/// A variable, or the sign that begins a command or sum within a word.
fn variable(code: &mut Cursor<'_>) {
    let rest = code.rest();
    let behind = rest.get(1..).unwrap_or_default();
    let length = match behind.chars().next() {
        Some('{') => rest.find(['}', '\n']).map_or(rest.len(), |end| end + 1),
        Some(c) if c.is_alphabetic() || c == '_' => {
            1 + behind.find(|c| !in_name(c)).unwrap_or(behind.len())
        }
        Some('0'..='9' | '@' | '*' | '#' | '?' | '$' | '!' | '-') => 2,
        _ => return code.step(Some('p')),
    };
    if rest.starts_with('`') {
        return code.step(Some('p'));
    }
    code.take(length, Some('v'));
}

/// The lines up to the one that the operator names.
fn here_document(code: &mut Cursor<'_>) {
    let line = code.line();
    let name = line[2..].trim_start_matches('-').trim_start();
    let before = line.len() - name.len();
    let quote = name.chars().next().filter(|c| matches!(c, '\'' | '"'));
    let (opening, name) = match quote {
        Some(quote) => (1, name[1..].split(quote).next().unwrap_or_default()),
        None => (0, name.split(ends_word).next().unwrap_or_default()),
    };
    let behind = before + opening + name.len() + opening;
    code.take(behind.min(line.trim_end_matches('\n').len()), Some('o'));
    if name.is_empty() {
        return;
    }
    code.take(code.line().trim_end().len(), None);
    code.end_line();
    while !code.rest().is_empty() {
        let line = code.line();
        code.take(line.len(), Some('s'));
        if line.trim_matches(['\t', '\n']) == name {
            return;
        }
    }
}
