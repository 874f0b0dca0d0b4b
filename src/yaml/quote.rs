//! Texts in quotes, as YAML takes them.

use super::write::{in_quotes, must_be_escaped};

/// `text` in quotes that work, whatever is in it.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(must_be_escaped) {
        in_quotes(text)
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// Quotes of word processors, which mean nothing to YAML.
const TYPOGRAPHIC: [(char, char); 5] = [('„', '“'), ('„', '”'), ('“', '”'), ('»', '«'), ('«', '»')];

/// The text that the author of `written` means, who has put quotes round it or in it.
pub(super) fn meant(written: &str) -> &str {
    let within = |(open, close): (char, char)| {
        let inner = written.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    };
    if let Some(inner) = TYPOGRAPHIC.into_iter().find_map(within) {
        return inner;
    }
    let Some(mark) = written.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return written;
    };
    let Some(inner) = written[1..].strip_suffix(mark) else {
        return written;
    };
    // In `"A" and "B"` the second mark ends a word; in `"The "great" plan"` it begins one.
    let ends_word = inner.find(mark).is_some_and(|at| {
        let behind = inner[at + 1..].chars().next();
        !inner[..at].ends_with(char::is_whitespace) && !behind.is_some_and(char::is_alphanumeric)
    });
    if ends_word { written } else { inner }
}

/// Whether a text in double quotes is a path of Windows, whose backslashes YAML would change.
pub(super) fn is_path(quoted: &str) -> bool {
    let inner = quoted.trim_start_matches('"');
    let mut signs = inner.chars();
    let drive = signs.next().is_some_and(|c| c.is_ascii_alphabetic());
    let on_drive = drive && signs.as_str().starts_with(":\\");
    let folder = inner.chars().nth(3).is_some_and(char::is_alphanumeric);
    let server = inner.starts_with("\\\\") && !inner.starts_with("\\\\\\");
    on_drive && folder || server && inner[2..].contains('\\')
}

/// Whether what begins with `#` is more likely text than a comment: `#5`, `# 5`, `#wichtig`, a lone `#`.
pub(super) fn is_sticky(comment: &str) -> bool {
    let text = comment.trim_start_matches('#');
    let next = text.trim_start().chars().next();
    let follows = !text.starts_with(char::is_whitespace) && next.is_some();
    let alone = comment.trim_end() == "#";
    follows || alone || next.is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_those_that_the_text_leaves_free() {
        assert_eq!(quoted("Teil 1: Anfang"), "\"Teil 1: Anfang\"");
        assert_eq!(quoted("Wie geht's?"), "\"Wie geht's?\"");
        assert_eq!(quoted("\"Tisch\" im Rathaus"), "'\"Tisch\" im Rathaus'");
        assert_eq!(
            quoted("\"Wie geht's?\" fragen"),
            "'\"Wie geht''s?\" fragen'"
        );
        assert_eq!(quoted("C:\\neu"), "'C:\\neu'");
    }

    #[test]
    fn outer_quotes_are_no_part_of_the_text() {
        assert_eq!(meant("\"Der \"große\" Plan\""), "Der \"große\" Plan");
        assert_eq!(meant("'Wie geht's?'"), "Wie geht's?");
        assert_eq!(meant("\"A\" und \"B\""), "\"A\" und \"B\"");
        assert_eq!(meant("\"Tisch\" im Rathaus"), "\"Tisch\" im Rathaus");
        assert_eq!(meant("Tisch"), "Tisch");
        assert_eq!(meant("„Tisch: rund“"), "Tisch: rund");
        assert_eq!(meant("„Tisch“: ein „Anfang“"), "„Tisch“: ein „Anfang“");
    }

    #[test]
    fn paths_are_known_by_their_drive_or_server() {
        assert!(is_path(r#""C:\neu\test""#));
        assert!(is_path(r#""\\server\team""#));
        for text in [
            r#""C:\\neu""#,
            r#""eins\nzwei""#,
            r#""a: b""#,
            r#""\"x\"""#,
            r#""""#,
        ] {
            assert!(!is_path(text), "{text}");
        }
    }
}
