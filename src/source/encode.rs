//! Bytes and texts in the letters that others take: hexadecimal digits, percent-encoding.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All of ASCII but what RFC 3986 reserves for nothing.
pub const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// As [`RESERVED`], for a path with slashes between names.
pub const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// `text` with what is `reserved` or isn't ASCII percent-encoded.
pub fn percent_encode(text: &str, reserved: &'static AsciiSet) -> String {
    utf8_percent_encode(text, reserved).to_string()
}

/// As [`percent_encode`], with letters and digits of all languages as they are: browsers show and
/// take them like that.
pub fn percent_encode_signs(text: &str, reserved: &'static AsciiSet) -> String {
    let mut encoded = String::with_capacity(text.len());
    for part in text.split_inclusive(|c: char| !c.is_ascii()) {
        let last = part.char_indices().next_back();
        let letter = last.filter(|(_, c)| !c.is_ascii() && c.is_alphanumeric());
        let (signs, letter) = part.split_at(letter.map_or(part.len(), |(at, _)| at));
        encoded.extend(utf8_percent_encode(signs, reserved));
        encoded.push_str(letter);
    }
    encoded
}

/// Undoes percent-encoding; `None` if it isn't UTF-8 then.
pub fn percent_decode(text: &str) -> Option<String> {
    let decoded = percent_decode_str(text).decode_utf8().ok()?;
    Some(decoded.into_owned())
}

/// Bytes as hexadecimal digits, in small letters.
pub fn hex(bytes: &[u8]) -> String {
    let digit =
        |number: u8| char::from_digit(u32::from(number), 16).expect("four bits are a digit");
    let digits = bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reserved_is_encoded_and_decoded() {
        assert_eq!(percent_encode("ä/1 %", RESERVED), "%C3%A4%2F1%20%25");
        assert_eq!(percent_encode("a/b_c", RESERVED_IN_PATH), "a/b_c");
        assert_eq!(
            percent_encode_signs("Ämter/1 €.png", RESERVED_IN_PATH),
            "Ämter/1%20%E2%82%AC.png"
        );
        assert_eq!(
            percent_decode("Bild%201.png").as_deref(),
            Some("Bild 1.png")
        );
        assert_eq!(percent_decode("100%").as_deref(), Some("100%"));
        assert_eq!(percent_decode("%c3%a4").as_deref(), Some("ä"));
        assert_eq!(percent_decode("%ff"), None);
    }

    #[test]
    fn bytes_have_two_digits_each() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
