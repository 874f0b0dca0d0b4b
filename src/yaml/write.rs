//! The one way in which texts are written as YAML: whatever is in them, every reader gets it back.

use crate::source::is_forbidden_character;

/// Words that YAML, or an older version of it, takes for something else than text.
const RESERVED: [&str; 10] = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan",
];

/// How long a key can be, in bytes, so that readers take it for one by its colon alone.
const KEY_MAX: usize = 1000;

/// `text` without quotes if it is a word that nothing can be taken for, and in quotes else.
pub fn scalar(text: &str) -> String {
    let may_be_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/_-.".contains(&byte);
    let is_word = text
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic());
    let is_reserved = RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_word && !is_reserved && text.bytes().all(may_be_plain) {
        return text.to_owned();
    }
    in_quotes(text)
}

/// `text` in quotes, on one line. What no page can hold is U+FFFD there.
pub fn in_quotes(text: &str) -> String {
    let text = text.replace(is_forbidden_character, "\u{fffd}");
    let is_plain = !text.contains(must_be_escaped);
    if is_plain && text.contains('\\') {
        // Backslashes of paths mean nothing there.
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for (place, sign) in text.chars().enumerate() {
        let number = u32::from(sign);
        // With an escape behind it, a drive would be the beginning of a path of Windows.
        let is_drive = place == 1 && sign == ':' && !is_plain;
        match sign {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if sign == '\\' || is_drive || must_be_escaped(sign) => match number {
                0..=0xff => out.push_str(&format!("\\x{number:02x}")),
                0x100..=0xffff => out.push_str(&format!("\\u{number:04x}")),
                _ => out.push_str(&format!("\\U{number:08x}")),
            },
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// The text as a key in quotes, with its colon, on a line that begins with `indent`.
pub fn key(text: &str, indent: &str) -> String {
    let quoted = in_quotes(text);
    if quoted.len() > KEY_MAX {
        format!("{indent}? {quoted}\n{indent}:")
    } else {
        format!("{indent}{quoted}:")
    }
}

/// Whether readers refuse a sign as it is, take it for the end of a line, or for none of the text.
pub(super) fn must_be_escaped(sign: char) -> bool {
    let number = u32::from(sign);
    sign.is_control() || matches!(number, 0x2028 | 0x2029 | 0xfeff) || number & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::PlacePath;
    use crate::yaml::{Node, parse};

    fn read(written: &str) -> Option<String> {
        let value = parse(&format!("k: {written}\n"), 0, PlacePath::outside("x")).ok()?;
        let Node::Map(map) = value.node else {
            return None;
        };
        map[0].1.as_text().map(str::to_owned)
    }

    fn is_read_again(text: &str) {
        let wanted = text.replace(is_forbidden_character, "\u{fffd}");
        for written in [scalar(text), in_quotes(text)] {
            let short: String = written.chars().take(40).collect();
            assert!(read(&written).as_ref() == Some(&wanted), "{short}");
        }
    }

    #[test]
    fn every_sign_is_read_again() {
        let all: Vec<char> = ('\0'..=char::MAX).collect();
        for signs in all.chunks(1_000) {
            is_read_again(&signs.iter().collect::<String>());
        }
        for sign in all
            .iter()
            .filter(|sign| sign.is_ascii() || must_be_escaped(**sign))
        {
            for text in [
                format!("{sign}"),
                format!("a{sign}b"),
                format!("{sign}a b{sign}"),
                format!("{sign}{sign}a{sign}{sign}"),
                format!("C:{sign}neu\u{85}"),
            ] {
                is_read_again(&text);
            }
        }
    }

    #[test]
    fn a_key_is_read_again_however_long() {
        for text in [
            "a",
            "a: b",
            "\u{80}",
            &"ü ".repeat(2_000),
            &"\u{1fffe}".repeat(160),
        ] {
            for indent in ["", "    "] {
                let written = key(text, indent);
                let yaml = format!("{written} 1\n{indent}z: 2\n");
                let value = parse(&yaml, 0, PlacePath::outside("x"))
                    .ok()
                    .map(|value| value.node);
                let Some(Node::Map(map)) = value else {
                    panic!("{yaml}")
                };
                assert_eq!(map[0].0.text, text);
            }
        }
    }

    #[test]
    fn only_plain_words_stand_without_quotes() {
        for plain in ["a", "formate/runder-tisch", "v1.2"] {
            assert_eq!(scalar(plain), plain);
        }
        for quoted in [
            "",
            "True",
            "NULL",
            "1",
            "2024-01-01",
            "a: b",
            "a #b",
            "früher",
            "- a",
            "~",
            "a b",
        ] {
            assert_eq!(scalar(quoted), format!("\"{quoted}\""));
        }
        assert_eq!(scalar("C:\\neu"), "'C:\\neu'");
    }
}
