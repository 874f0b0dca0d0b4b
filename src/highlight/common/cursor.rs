//! A place in code, and the parts before it.

use super::super::{Class, Part};

/// Goes through code from its start to its end.
pub(in crate::highlight) struct Cursor<'c> {
    code: &'c str,
    at: usize,
    /// Where the line begins in which this place is.
    line_start: usize,
    parts: Vec<Part>,
    /// How many brackets are open, for readers that count them.
    pub(super) depth: usize,
}

impl<'c> Cursor<'c> {
    pub(super) fn new(code: &'c str) -> Self {
        Self {
            code,
            at: 0,
            line_start: 0,
            parts: Vec::new(),
            depth: 0,
        }
    }

    pub(super) fn parts(self) -> Vec<Part> {
        self.parts
    }

    /// The code that hasn't been read.
    pub(super) fn rest(&self) -> &'c str {
        &self.code[self.at..]
    }

    /// The code that has been read.
    pub(super) fn read(&self) -> &'c str {
        &self.code[..self.at]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn starts_with(&self, text: &str) -> bool {
        self.rest().starts_with(text)
    }

    /// What has been read of this line.
    pub(super) fn read_of_line(&self) -> &'c str {
        &self.code[self.line_start..self.at]
    }

    /// Whether a line begins here, but for blanks.
    pub(super) fn begins_line(&self) -> bool {
        self.read_of_line().trim_start().is_empty()
    }

    /// The text from here on for as long as its characters are such.
    pub(super) fn run(&self, is_such: impl Fn(char) -> bool) -> &'c str {
        let rest = self.rest();
        &rest[..rest.find(|c| !is_such(c)).unwrap_or(rest.len())]
    }

    /// The rest of the line, with its end.
    pub(super) fn line(&self) -> &'c str {
        let rest = self.rest();
        &rest[..rest.find('\n').map_or(rest.len(), |end| end + 1)]
    }

    /// Says what the next bytes are, and goes behind them.
    pub(super) fn take(&mut self, bytes: usize, class: Option<char>) {
        self.add(bytes, Class::Text(class));
    }

    /// Goes behind the next character.
    pub(super) fn step(&mut self, class: Option<char>) {
        self.take(self.peek().map_or(0, char::len_utf8), class);
    }

    /// Goes behind all blanks and ends of lines; whether there were some.
    pub(super) fn blanks(&mut self) -> bool {
        let blanks = self.run(char::is_whitespace).len();
        self.add(blanks, Class::Blank);
        blanks > 0
    }

    /// Goes behind the blanks up to the line's end, and behind that.
    pub(super) fn end_line(&mut self) {
        let line = self.line();
        let blanks = line.len() - line.trim_start().len();
        self.add(blanks, Class::Blank);
    }

    /// Reads a text in quotes from behind its first quote: up to its last one or, where it ends with the
    /// line, to the line's end. A backslash makes an escape where `escapes` says so.
    pub(super) fn quoted(&mut self, quote: &str, escapes: bool, many_lines: bool) {
        loop {
            let plain = self.run(|c| c != '\\' && c != '\n' && !quote.starts_with(c));
            self.take(plain.len(), Some('s'));
            if self.starts_with(quote) {
                self.take(quote.len(), Some('s'));
                return;
            }
            match self.peek() {
                None => return,
                Some('\n') if !many_lines => return self.step(Some('s')),
                Some('\\') if escapes => self.take(self.escape(), Some('n')),
                Some('\\') => {
                    // A raw text keeps what is behind a backslash, a quote too.
                    self.step(Some('s'));
                    self.step(Some('s'));
                }
                Some(_) => self.step(Some('s')),
            }
        }
    }

    /// The length of the escape that begins here.
    fn escape(&self) -> usize {
        let mut rest = self.rest().chars();
        rest.next();
        let kind = rest.next();
        let digits = match kind {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let digits = rest
            .take(digits)
            .take_while(char::is_ascii_hexdigit)
            .count();
        1 + kind.map_or(0, char::len_utf8) + digits
    }

    fn add(&mut self, bytes: usize, class: Class) {
        if bytes == 0 {
            return;
        }
        let added = &self.code[self.at..self.at + bytes];
        if let Some(end) = added.rfind('\n') {
            self.line_start = self.at + end + 1;
        }
        self.at += bytes;
        match self.parts.last_mut() {
            Some((end, last)) if class == Class::Blank || *last == class => *end = self.at,
            _ => self.parts.push((self.at, class)),
        }
    }
}

/// Whether a character may stand in a name.
pub(super) fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the number at the start of a text, which begins with a digit.
pub(super) fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let sign = end > 0 && matches!(byte, b'+' | b'-') && matches!(bytes[end - 1], b'e' | b'E');
        if !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') || sign) {
            break;
        }
        end += 1;
    }
    end
}
