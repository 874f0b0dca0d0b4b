//! What authors write as text and Markdown would take for syntax.
//!
//! 1. One pass over a text looks for such characters: a star between two letters or digits, the dot of a date
//!    at the beginning of a line, the bracket of a placeholder. [`mod@line`] looks at beginnings of
//!    lines, [`tag`] at angle brackets, [`address`] at addresses that stand bare in the text.
//! 2. Each becomes a mark: a control character, of which sources have none. Marks mean nothing to
//!    the parser and take one byte like the character, so that all places stay what they are.
//! 3. [`restored`] puts the characters back into what the parser gives.

mod address;
mod elements;
mod line;
mod restore;
mod tag;

pub(super) use address::{Address, AddressKind};
pub(super) use line::is_date;
pub(super) use restore::{restore_html, restored};
pub(super) use tag::begins_element;

/// The characters that marks stand for. The mark of the first is U+0001; U+0009 to U+000D are no marks.
const MARKED: [char; 15] = [
    '*', '.', '<', '\\', ':', '~', '}', '_', '&', '\'', '-', '>', '+', '#', '`',
];

/// The last of the marks before the gap.
const BEFORE_GAP: u8 = 0x08;

/// The first mark behind the gap.
const BEHIND_GAP: u8 = 0x0e;

/// The mark of a line's end that ends no line: white space, as the parser sees it.
const LINE_END: u8 = 0x0c;

/// Which bytes may have to be marked, begin an address or end a line.
const BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let signs = b"\n*~<\\}&hHwW@";
    let mut at = 0;
    while at < signs.len() {
        begins[signs[at] as usize] = true;
        at += 1;
    }
    begins
};

/// How many bytes the address of a link may have for its characters to be recognised as such.
const LONGEST_DESTINATION: usize = 1000;

/// A text as the parser gets it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prepared {
    /// The text with its marks; none without marks.
    marked: Option<Box<str>>,
    /// Where addresses stand bare, in order.
    pub(super) addresses: Vec<Address>,
}

impl Prepared {
    /// Prepares `text`, which is written in the language with this BCP 47 code.
    pub(super) fn new(text: &str, language: &str) -> Self {
        let mut preparing = Preparing {
            text,
            bytes: text.as_bytes(),
            is_german: crate::prose::is_german(language),
            tags: tag::TagFacts::default(),
            marked: None,
            addresses: Vec::new(),
        };
        preparing.run();
        let marked = preparing.marked.map(|bytes| {
            String::from_utf8(bytes).expect("marks and what they stand for are ASCII")
        });
        Self {
            marked: marked.map(String::into_boxed_str),
            addresses: preparing.addresses,
        }
    }

    /// `text` with its marks.
    pub(super) fn marked<'t>(&'t self, text: &'t str) -> &'t str {
        self.marked.as_deref().unwrap_or(text)
    }

    /// Whether the text has marks.
    pub(super) fn has_marks(&self) -> bool {
        self.marked.is_some()
    }
}

/// A text that is being prepared.
struct Preparing<'t> {
    text: &'t str,
    bytes: &'t [u8],
    is_german: bool,
    tags: tag::TagFacts<'t>,
    marked: Option<Vec<u8>>,
    addresses: Vec<Address>,
}

impl Preparing<'_> {
    fn run(&mut self) {
        self.line_start(0);
        let mut at = 0;
        let begins = |byte: &u8| BEGINS[usize::from(*byte)];
        while let Some(length) = self.bytes[at..].iter().position(begins) {
            at += length;
            match self.bytes[at] {
                b'\n' => self.line_start(at + 1),
                b'*' | b'~' if self.is_single(at) && self.between(at, char::is_alphanumeric) => {
                    self.mark(at);
                }
                b'<' => self.angle_bracket(at),
                b'\\' => at = self.path(at),
                b'}' => self.brace(at),
                b'&' if self.is_forbidden_reference(at) => self.mark(at),
                b'h' | b'H' | b'w' | b'W' if !self.may_begin_address(at) => {}
                b'h' | b'H' | b'w' | b'W' | b'@' => at = self.address(at).unwrap_or(at),
                _ => {}
            }
            at += 1;
        }
    }

    /// Marks the character at `at`, unless it belongs to the address of a link, where it means
    /// nothing else and a mark would end the address.
    fn mark(&mut self, at: usize) {
        if self.is_in_destination(at) {
            return;
        }
        let character = char::from(self.bytes[at]);
        let number = MARKED.iter().position(|marked| *marked == character);
        let number = number.expect("all characters that are marked stand in the table");
        let number = u8::try_from(number).expect("the table is short") + 1;
        let mark = if number <= BEFORE_GAP {
            number
        } else {
            number - BEFORE_GAP - 1 + BEHIND_GAP
        };
        self.put(at, mark);
    }

    fn put(&mut self, at: usize, mark: u8) {
        self.marked.get_or_insert_with(|| self.bytes.to_vec())[at] = mark;
    }

    /// Whether the address of a link or an image stands at `at`: behind `](` or `]:`.
    fn is_in_destination(&self, at: usize) -> bool {
        let before = &self.bytes[at.saturating_sub(LONGEST_DESTINATION)..at];
        let is_blank = |byte: &u8| byte.is_ascii_whitespace();
        let word = before
            .iter()
            .rposition(is_blank)
            .map_or(0, |blank| blank + 1);
        // Behind the label of a footnote stands its text.
        let is_definition = |text: &[u8]| {
            let label = text.iter().rposition(|byte| *byte == b'[');
            text.ends_with(b"]:") && label.is_some_and(|at| text.get(at + 1) != Some(&b'^'))
        };
        let begins = |text: &[u8]| {
            let text = text.trim_ascii_end();
            text.ends_with(b"](") || is_definition(text)
        };
        if begins(before) || is_definition(before[..word].trim_ascii_end()) {
            return true;
        }
        let behind_bracket = |pair: &[u8]| pair == b"](";
        if let Some(open) = before[word..].windows(2).rposition(behind_bracket) {
            let inside = &before[word + open + 1..];
            let depth = inside.iter().fold(0_i32, |depth, byte| match byte {
                b'(' => depth + 1,
                b')' => depth - 1,
                _ => depth,
            });
            if depth > 0 {
                return true;
            }
        }
        let angle = before
            .iter()
            .rposition(|byte| matches!(byte, b'<' | b'>' | b'\n'));
        angle.is_some_and(|angle| before[angle] == b'<' && begins(&before[..angle]))
    }

    /// Whether the character at `at` doesn't stand beside one like it.
    fn is_single(&self, at: usize) -> bool {
        let byte = self.bytes.get(at);
        self.bytes.get(at + 1) != byte && (at == 0 || self.bytes.get(at - 1) != byte)
    }

    /// Whether what stands before and behind the character at `at` is of a kind.
    fn between(&self, at: usize, kind: impl Fn(char) -> bool) -> bool {
        self.before(at).is_some_and(&kind) && self.behind(at).is_some_and(&kind)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn behind(&self, at: usize) -> Option<char> {
        self.text[at + 1..].chars().next()
    }

    /// Backslashes of a path on a computer escape nothing: `C:\_alt`, `\\server\#plan`. Gives the
    /// last byte of the path.
    fn path(&mut self, at: usize) -> usize {
        let bytes = self.bytes;
        let begins_word =
            |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'\\';
        let is_drive = at >= 2
            && bytes[at - 1] == b':'
            && bytes[at - 2].is_ascii_alphabetic()
            && begins_word(at - 2);
        let is_server = bytes.get(at + 1) == Some(&b'\\')
            && bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric)
            && begins_word(at);
        if !is_drive && !is_server {
            return at;
        }
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\"`<>|)]".contains(byte);
        let length = bytes[at..]
            .iter()
            .position(ends)
            .unwrap_or(bytes.len() - at);
        for (place, byte) in (at..).zip(&bytes[at..at + length]) {
            if matches!(byte, b'\\' | b'_' | b'*' | b'~') {
                self.mark(place);
            }
        }
        at + length - 1
    }

    /// In braces at the end of a line stands the anchor of a heading, or text: anything else there
    /// would be dropped.
    fn brace(&mut self, at: usize) {
        let rest = &self.bytes[at + 1..];
        let ends = rest
            .iter()
            .find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
        if ends.is_some_and(|byte| *byte != b'\n') {
            return;
        }
        let line = self.text[..at].rsplit('\n').next().unwrap_or_default();
        let Some((before, inside)) = line.rsplit_once('{') else {
            return;
        };
        let is_anchor = inside.strip_prefix('#').is_some_and(is_anchor_name);
        if !is_anchor || before.ends_with('\\') || before.trim_end().ends_with('}') {
            self.mark(at);
        }
    }

    /// Whether a reference to a character begins at `at` that no page may hold.
    fn is_forbidden_reference(&self, at: usize) -> bool {
        // Longer numbers are no characters.
        let longest = self.bytes.len().min(at + "&#x0010ffff;".len());
        let reference = self.bytes[at..longest].utf8_chunks().next();
        let reference = reference.and_then(|chunk| chunk.valid().strip_prefix("&#"));
        let Some((number, _)) = reference.and_then(|reference| reference.split_once(';')) else {
            return false;
        };
        let number = match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16),
            None => number.parse(),
        };
        number.is_ok_and(|number| {
            char::from_u32(number).is_some_and(crate::source::is_forbidden_character)
        })
    }
}

/// Whether `name` is one that an anchor may have, in an address and in HTML.
fn is_anchor_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.:".contains(c))
}
