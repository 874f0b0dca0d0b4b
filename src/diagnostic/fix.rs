//! Changes that fix a finding, and when they are safe.

use crate::source::{HandbookPath, Span};

/// A change to one file that fixes a finding for certain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// The file, which need not be the one that the finding is shown in.
    pub path: HandbookPath,
    /// Its changes, apart from each other and in order.
    pub edits: Vec<Edit>,
}

/// A change to one place of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced; an empty span is a place to put something in.
    pub span: Span,
    /// What takes its place. Lines end with `\n`, whatever the file's do.
    pub text: String,
}

/// A text after fixes.
#[derive(Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many of the fixes were made.
    pub count: usize,
}

/// Makes `fixes` in `text`. One that overlaps an earlier one is left for the next time. New lines end
/// as the text's do.
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> Fixed {
    let crlf = text.matches("\r\n").count() * 2 > text.matches('\n').count();
    let mut taken: Vec<&Edit> = Vec::new();
    let mut count = 0;
    for fix in fixes {
        let fits = |Edit { span, .. }: &Edit| {
            let free = |Edit { span: other, .. }: &&Edit| {
                span != other && (span.end <= other.start || other.end <= span.start)
            };
            text.get(span.range()).is_some() && taken.iter().all(free)
        };
        if fix.edits.iter().all(fits) {
            taken.extend(&fix.edits);
            count += 1;
        }
    }
    taken.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        out.push_str(&text[at..edit.span.range().start]);
        out.push_str(&if crlf {
            edit.text.replace('\n', "\r\n")
        } else {
            edit.text.clone()
        });
        at = edit.span.range().end;
    }
    out.push_str(&text[at..]);
    Fixed { text: out, count }
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
            edits: vec![Edit {
                span: Span::new(range),
                text: text.into(),
            }],
        }
    }

    fn applied(text: &str, fixes: &[Fix]) -> (String, usize) {
        let Fixed { text, count } = apply(text, fixes);
        (text, count)
    }

    #[test]
    fn changes_are_made_in_order_and_overlaps_wait() {
        let fixes = [
            fix(4..5, "E"),
            fix(0..2, "ab"),
            fix(1..3, "x"),
            fix(5..5, "!"),
        ];
        assert_eq!(applied("ABcdef", &fixes), ("abcdE!f".into(), 3));
        assert_eq!(applied("Bü", &[fix(2..3, "x")]), ("Bü".into(), 0));
        assert_eq!(applied("B", &[fix(1..9, "x")]), ("B".into(), 0));
        assert_eq!(applied("B", &[fix(0..0, "x"), fix(0..0, "x")]).1, 1);
    }

    #[test]
    fn new_lines_end_as_the_others_do() {
        let fixes = [fix(0..0, "id: a\n")];
        assert_eq!(applied("x\r\ny\r\n", &fixes).0, "id: a\r\nx\r\ny\r\n");
        assert_eq!(applied("x\n", &fixes).0, "id: a\nx\n");
    }
}
