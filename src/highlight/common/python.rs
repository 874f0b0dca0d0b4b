//! Python.

use super::cursor::{Cursor, in_name, number};

const KEYWORDS: [&str; 34] = [
    "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield",
];

/// Reads the next part.
pub(super) fn read(code: &mut Cursor<'_>) {
    if code.blanks() {
        return;
    }
    match code.peek() {
        Some('#') => code.take(code.line().len(), Some('c')),
        Some('"' | '\'') => string(code, 0),
        Some('@') if code.begins_line() => {
            code.step(Some('f'));
            code.take(code.run(|c| in_name(c) || c == '.').len(), Some('f'));
        }
        Some('0'..='9') => code.take(number(code.rest()), Some('n')),
        Some(c) if in_name(c) => name(code),
        Some('(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' | '.' | ';') => code.step(Some('p')),
        Some('+' | '-' | '*' | '/' | '%' | '=' | '<' | '>' | '!' | '&' | '|' | '^' | '~' | '@') => {
            code.step(Some('o'));
        }
        _ => code.step(None),
    }
}

fn name(code: &mut Cursor<'_>) {
    let name = code.run(in_name);
    let behind = &code.rest()[name.len()..];
    let prefixes = name.len() <= 2 && name.bytes().all(|byte| b"rRbBfFuU".contains(&byte));
    if prefixes && behind.starts_with(['"', '\'']) {
        return string(code, name.len());
    }
    let defines = |word: &str| {
        let before = code.read().trim_end_matches([' ', '\t']);
        before.len() < code.read().len()
            && before
                .strip_suffix(word)
                .is_some_and(|before| !before.ends_with(in_name))
    };
    let class = match name {
        // As names too, where they aren't followed by what they introduce.
        "match" | "case"
            if behind
                .trim_start_matches(' ')
                .starts_with(['=', '.', '(', ')', ',', '\n']) =>
        {
            None
        }
        "True" | "False" | "None" => Some('n'),
        "self" | "cls" => Some('v'),
        _ if KEYWORDS.contains(&name) => Some('k'),
        _ if defines("class") => Some('t'),
        _ if defines("def") || behind.starts_with('(') => Some('f'),
        _ => None,
    };
    code.take(name.len(), class);
}

/// A text with a prefix of so many bytes.
fn string(code: &mut Cursor<'_>, prefix: usize) {
    let raw = code.rest()[..prefix].contains(['r', 'R']);
    code.take(prefix, Some('s'));
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote = quotes.into_iter().find(|quote| code.starts_with(quote));
    let quote = quote.expect("a text begins with a quote");
    code.take(quote.len(), Some('s'));
    code.quoted(quote, !raw, quote.len() == 3);
}
