//! Bytes to text. Authors' editors write UTF-8, older ones Windows-1252, and some tools UTF-16.

use std::ops::Range;

use super::{Span, Spanned, is_forbidden_character};

/// An encoding that isn't UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The western European code page of Windows, also what most mean by ISO 8859-1.
    Windows1252,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// No text at all: it has NUL bytes.
    Binary,
}

impl Encoding {
    /// The name that an author finds in the menu of an editor; empty for [`Encoding::Binary`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows1252 => "Windows-1252",
            Self::Utf16 => "UTF-16",
            Self::Binary => "",
        }
    }
}

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// The encoding if it isn't UTF-8, and the first character that shows it.
    pub foreign: Option<Spanned<Encoding>>,
    /// Where control characters stood that no page may hold. Blanks stand there now.
    pub controls: Vec<Span>,
}

/// Decodes `bytes` as UTF-8, else as UTF-16 if they begin with its mark, else as Windows-1252.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    let mut decoded = decode_characters(bytes);
    decoded.controls = blank_controls(&mut decoded.text);
    decoded
}

/// Puts blanks where characters stand that no page may hold, and gives their places.
fn blank_controls(text: &mut String) -> Vec<Span> {
    let suspicious =
        |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || *byte == 0xef;
    if !text.as_bytes().iter().any(suspicious) {
        return Vec::new();
    }
    let forbidden = |(_, c): &(usize, char)| is_forbidden_character(*c);
    let found: Vec<Range<usize>> = text
        .char_indices()
        .filter(forbidden)
        .map(|(at, c)| at..at + c.len_utf8())
        .collect();
    for range in &found {
        text.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    found.into_iter().map(Span::new).collect()
}

fn decode_characters(bytes: Vec<u8>) -> Decoded {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return utf16(&bytes);
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            let foreign = text
                .find('\0')
                .map(|at| Spanned::new(Encoding::Binary, Span::new(at..at + 1)));
            Decoded {
                text,
                foreign,
                controls: Vec::new(),
            }
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            windows_1252(error.as_bytes(), valid)
        }
    }
}

fn utf16(bytes: &[u8]) -> Decoded {
    let unit = if bytes[0] == 0xff {
        u16::from_le_bytes
    } else {
        u16::from_be_bytes
    };
    let units: Vec<u16> = bytes[2..]
        .chunks_exact(2)
        .map(|pair| unit([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16_lossy(&units);
    let first = text.chars().next().map_or(0, char::len_utf8);
    Decoded {
        text,
        foreign: Some(Spanned::new(Encoding::Utf16, Span::new(0..first))),
        controls: Vec::new(),
    }
}

/// `valid` is the length of the prefix that is UTF-8.
fn windows_1252(bytes: &[u8], valid: usize) -> Decoded {
    // The code page's own characters at 0x80 to 0x9f; its five gaps stay control characters.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    // Where a UTF-8 prefix ends, its characters were already two bytes long: keep them.
    let mut text = String::from_utf8_lossy(&bytes[..valid]).into_owned();
    let start = text.len();
    text.extend(bytes[valid..].iter().map(|&byte| match byte {
        0x80..=0x9f => HIGH[usize::from(byte) - 0x80],
        byte => char::from(byte),
    }));
    let encoding = if bytes.contains(&0) {
        Encoding::Binary
    } else {
        Encoding::Windows1252
    };
    let first = text[start..].chars().next().map_or(0, char::len_utf8);
    Decoded {
        text,
        foreign: Some(Spanned::new(encoding, Span::new(start..start + first))),
        controls: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_simply_works() {
        let decoded = decode("\u{feff}Übersicht".into());
        assert_eq!(
            decoded,
            Decoded {
                text: "Übersicht".into(),
                foreign: None,
                controls: Vec::new(),
            }
        );
    }

    #[test]
    fn windows_1252_is_read_and_named() {
        let decoded = decode(b"F\xf6rderung \x84gut\x93".to_vec());
        assert_eq!(decoded.text, "Förderung „gut“");
        assert_eq!(
            decoded.foreign,
            Some(Spanned::new(Encoding::Windows1252, Span::new(1..3)))
        );
    }

    #[test]
    fn utf16_is_read_and_named() {
        let decoded = decode(vec![0xff, 0xfe, 0xdc, 0, b'b', 0]);
        assert_eq!(decoded.text, "Üb");
        assert_eq!(
            decoded.foreign.map(|foreign| foreign.value),
            Some(Encoding::Utf16)
        );
    }

    #[test]
    fn zero_bytes_are_no_text() {
        assert_eq!(
            decode(vec![b'a', 0, 0xff])
                .foreign
                .map(|foreign| foreign.value),
            Some(Encoding::Binary)
        );
        assert_eq!(
            decode(vec![b'a', 0]).foreign.map(|foreign| foreign.value),
            Some(Encoding::Binary)
        );
    }
}
