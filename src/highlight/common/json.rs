//! JSON, with the comments that some allow.

use super::cursor::{Cursor, number};

/// Reads the next part.
pub(super) fn read(code: &mut Cursor<'_>) {
    if code.blanks() {
        return;
    }
    match code.peek() {
        Some('"') => string(code),
        Some('/') if code.starts_with("//") => code.take(code.line().len(), Some('c')),
        Some('/') if code.starts_with("/*") => {
            let rest = code.rest();
            code.take(rest.find("*/").map_or(rest.len(), |end| end + 2), Some('c'));
        }
        Some('-') => code.take(1 + number(&code.rest()[1..]), Some('n')),
        Some('0'..='9') => code.take(number(code.rest()), Some('n')),
        Some(c) if c.is_alphabetic() => {
            let word = code.run(char::is_alphanumeric);
            let constant = matches!(word, "true" | "false" | "null");
            code.take(word.len(), constant.then_some('n'));
        }
        Some('{' | '}' | '[' | ']' | ':' | ',') => code.step(Some('p')),
        _ => code.step(None),
    }
}

/// A text, which is a key if a colon follows.
fn string(code: &mut Cursor<'_>) {
    let rest = code.rest();
    let closing = rest[1..].find(['"', '\\', '\n']).map(|at| at + 1);
    let end = closing.filter(|&at| rest[at..].starts_with('"'));
    match end {
        Some(end) if rest[end + 1..].trim_start().starts_with(':') => code.take(end + 1, Some('a')),
        _ => {
            code.step(Some('s'));
            code.quoted("\"", true, false);
        }
    }
}
