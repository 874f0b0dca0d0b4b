//! What mends a finding, and when that is safe.

use crate::source::{HandbookPath, Span};

/// A change to one file that mends a finding for certain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// The file, which need not be the one that the finding is shown in.
    pub path: HandbookPath,
    /// Spans of its text, apart from each other and in order, with what takes their places. An
    /// empty span is a place to put something in. Lines end with `\n`, whatever the file's do.
    pub edits: Vec<(Span, String)>,
}

/// The text after `fixes`, and how many were made. One that overlaps an earlier one is left for the
/// next time. New lines end as the text's do.
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, usize) {
    let crlf = text.matches("\r\n").count() * 2 > text.matches('\n').count();
    let mut taken: Vec<&(Span, String)> = Vec::new();
    let mut made = 0;
    for fix in fixes {
        let fits = |(span, _): &(Span, String)| {
            let free = |(other, _): &&(Span, String)| {
                *span != *other && (span.end <= other.start || other.end <= span.start)
            };
            text.get(span.range()).is_some() && taken.iter().all(free)
        };
        if fix.edits.iter().all(fits) {
            taken.extend(&fix.edits);
            made += 1;
        }
    }
    taken.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in taken {
        out.push_str(&text[at..span.range().start]);
        out.push_str(&if crlf {
            new.replace('\n', "\r\n")
        } else {
            new.clone()
        });
        at = span.range().end;
    }
    out.push_str(&text[at..]);
    (out, made)
}

/// Whether `text` can be written into Markdown and YAML without quotes or escapes.
pub fn is_plain(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_./~".contains(c);
    text.starts_with(|c: char| c.is_alphanumeric() || c == '.') && text.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(range: std::ops::Range<usize>, text: &str) -> Fix {
        Fix {
            path: HandbookPath::literal("a.md"),
            edits: vec![(Span::new(range), text.into())],
        }
    }

    #[test]
    fn changes_are_made_in_order_and_overlaps_wait() {
        let fixes = [
            fix(4..5, "E"),
            fix(0..2, "ab"),
            fix(1..3, "x"),
            fix(5..5, "!"),
        ];
        assert_eq!(apply("ABcdef", &fixes), ("abcdE!f".into(), 3));
        assert_eq!(apply("Bü", &[fix(2..3, "x")]), ("Bü".into(), 0));
        assert_eq!(apply("B", &[fix(1..9, "x")]), ("B".into(), 0));
        assert_eq!(apply("B", &[fix(0..0, "x"), fix(0..0, "x")]).1, 1);
    }

    #[test]
    fn new_lines_end_as_the_others_do() {
        let fixes = [fix(0..0, "id: a\n")];
        assert_eq!(apply("x\r\ny\r\n", &fixes).0, "id: a\r\nx\r\ny\r\n");
        assert_eq!(apply("x\n", &fixes).0, "id: a\nx\n");
    }
}
