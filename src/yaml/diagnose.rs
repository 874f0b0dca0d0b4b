//! Why a text is no YAML, in words of our own, and what to type instead.
//!
//! 1. A mend is tried at the line where the parser stops and at those above it: the value in quotes, the quote
//!    closed, a blank behind the colon, blanks for tabs. If the parser then comes further, that was it.
//! 2. Else the parser's reason says what sort of mistake it is. Its own words are never shown.

use std::ops::Range;

use serde_yaml::granit_parser::ErrorKind;

use super::lines::{
    Line, bare_colon, is_collection, is_meant_as_item, is_open_quote, lines_up_from, open_brackets,
    sign_in,
};
use super::parse::{Kind, Trouble, tree};
use super::quote::{meant, quoted};
use crate::diagnostic::{Code, Finding, PlacePath, codes};
use crate::source::Span;
use crate::text::Arg;

/// What is wrong, and what would mend it.
#[derive(Debug)]
pub(super) struct Diagnosis {
    code: &'static Code,
    span: Span,
    args: Vec<(&'static str, Arg)>,
    /// The same key, before.
    first: Option<Span>,
    /// The value of one line, as it was meant.
    pub mended: Option<Mended>,
}

/// A change to one line after which the parser comes further.
#[derive(Debug, Clone)]
pub(super) struct Mended {
    /// What to replace.
    pub span: Range<usize>,
    /// With what.
    pub with: String,
}

impl Diagnosis {
    fn new(code: &'static Code, span: Range<usize>) -> Self {
        Self {
            code,
            span: Span::new(span),
            args: Vec::new(),
            first: None,
            mended: None,
        }
    }

    fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    fn mended(self, mended: Option<Mended>) -> Self {
        Self { mended, ..self }
    }

    /// Where the cause stands.
    pub fn at(&self) -> usize {
        self.span.range().start
    }

    /// The finding in the file `path`, in which the text begins at byte `offset`.
    pub fn finding(self, path: &PlacePath, offset: usize) -> Finding {
        let place = |span: Span| crate::diagnostic::Place {
            path: path.clone(),
            span: Some(span.shifted(offset)),
        };
        let mut finding = Finding::new(self.code, path).at(self.span.shifted(offset));
        for (name, arg) in self.args {
            finding.set_arg(name, arg);
        }
        if let Some(first) = self.first {
            finding = finding.with_related(place(first), "first-line-here");
        }
        if let Some(Mended { span, with }) = self.mended {
            if self.code == &codes::YAML_UNCLOSED {
                finding.suggestion = Some(with.clone());
            }
            finding.set_fix(Span::new(span).shifted(offset), with);
        }
        finding
    }
}

/// What is wrong with `text`, in which the parser met `trouble`.
pub(super) fn diagnose(text: &str, trouble: &Trouble) -> Diagnosis {
    let at = floor(text, trouble.at);
    let caret = at..at + text[at..].chars().next().map_or(0, char::len_utf8);
    match &trouble.kind {
        Kind::DuplicateKey { key, first } => {
            let diagnosis = Diagnosis::new(&codes::YAML_DUPLICATE_KEY, at..at + key.len());
            return Diagnosis {
                first: Some(*first),
                ..diagnosis.with("key", key.as_str())
            };
        }
        Kind::Syntax(ErrorKind::RecursionLimitExceeded) => {
            return Diagnosis::new(&codes::YAML_LIMIT, caret);
        }
        Kind::Bullet => return syntax(caret, "bullet"),
        Kind::ItemInText => return syntax(caret, "item-in-text"),
        Kind::SecondDocument => return syntax(caret, "second-document"),
        Kind::ColonWithoutBlank => {
            let colon = text[at..].find(':').map_or(at, |colon| at + colon);
            return colon_without_blank(colon);
        }
        Kind::Anchor { .. } | Kind::Tag | Kind::KeyWithoutText | Kind::Escape => {}
        Kind::Syntax(_) => {
            if let Some(found) = tab(text, at) {
                return found;
            }
        }
    }
    let item_without_blank = lines_up_from(text, at)
        .next()
        .filter(|line| is_meant_as_item(&text[line.start..line.end]));
    if let Some(line) = item_without_blank {
        let written = &text[line.start..line.end];
        let sign = line.start + written.len() - written.trim_start().len();
        let length = text[sign..].chars().next().map_or(0, char::len_utf8);
        return syntax(sign..sign + length, "bullet");
    }
    let progress = |line: &Line, mended: &Mended| comes_further(text, at.max(line.end), mended);
    let lines: Vec<Line> = lines_up_from(text, at).collect();
    let below = text[at..].split('\n').nth(1).unwrap_or_default();
    let is_item = |text: &str| text.trim_start().starts_with("- ");
    if let Some(line) = lines.first()
        && is_item(&text[line.value..line.end])
        && below.starts_with(' ')
        && is_item(below)
    {
        return syntax(line.value..line.value + 1, "list-below");
    }
    for line in lines.iter().take(2) {
        if let Some(found) = quote_value(text, line, trouble).filter(|found| {
            let mended = found.mended.as_ref();
            mended.is_some_and(|mended| progress(line, mended))
        }) {
            // Names that are used may be meant so, and quotes with commas between them as a list.
            let value = &text[line.value..line.end];
            let several = value.contains("\",") || value.contains("',");
            let unsure = several || matches!(trouble.kind, Kind::Anchor { used: true });
            return if unsure { found.mended(None) } else { found };
        }
    }
    for line in lines.iter().take(2) {
        if let Some(colon) = bare_colon(text, line) {
            let found = colon_without_blank(colon);
            if found
                .mended
                .as_ref()
                .is_some_and(|mended| progress(line, mended))
            {
                return found;
            }
        }
    }
    for line in &lines {
        if let Some(found) = close(text, line).filter(|found| {
            let mended = found.mended.as_ref();
            mended.is_some_and(|mended| progress(line, mended))
        }) {
            return found;
        }
    }
    by_reason(text, at, caret, &trouble.kind, &lines)
}

/// What the parser's reason says, where no mend is certain.
fn by_reason(text: &str, at: usize, caret: Range<usize>, kind: &Kind, lines: &[Line]) -> Diagnosis {
    use ErrorKind as E;
    let reason = match kind {
        Kind::Anchor { .. } => {
            let line = lines
                .first()
                .map_or("", |line| text[line.start..line.end].trim());
            let shown = format!("\"{}\"", line.trim_start_matches(['-', ' ']));
            return Diagnosis::new(&codes::YAML_ANCHOR, caret).with("line", shown);
        }
        Kind::Tag => "sign",
        Kind::KeyWithoutText => "key",
        Kind::Escape => "escape",
        Kind::Syntax(reason) => match reason {
            E::UnclosedQuotedScalar
            | E::UnclosedFlowCollection { .. }
            | E::DocumentIndicatorInQuotedScalar
            | E::UnexpectedEof
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping => {
                let open = opening(text, at).unwrap_or(caret.start);
                return Diagnosis::new(&codes::YAML_UNCLOSED, open..open + 1);
            }
            E::InvalidTrailingDoubleQuotedScalar | E::InvalidTrailingSingleQuotedScalar => {
                let line = lines.first().map_or("", |line| &text[line.value..line.end]);
                if line.starts_with(['[', '{']) {
                    "comma"
                } else {
                    "behind-quote"
                }
            }
            E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => "bracket",
            E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => "comma",
            E::SimpleKeyExpected | E::InvalidSimpleKey | E::UnexpectedEndOfPlainScalar => {
                "no-colon"
            }
            E::UnknownQuotedScalarEscape
            | E::InvalidQuotedScalarHexEscape
            | E::InvalidUnicodeEscape => "escape",
            E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => "block",
            E::InvalidIndentation
            | E::MappingValueNotAllowed
            | E::InvalidBlockScalarIndent
            | E::InvalidQuotedScalarIndent
            | E::InvalidFlowScalarIndent => "indentation",
            E::ExpectedBlockMappingKey
            | E::ExpectedBlockSequenceEntry
            | E::BlockSequenceEntryNotAllowed
            | E::MappingKeyNotAllowed => {
                let indent = |line: &Line| {
                    let line = &text[line.start..line.end];
                    line.trim_start()
                        .starts_with("- ")
                        .then(|| line.len() - line.trim_start().len())
                };
                match (reason, lines.first().map(indent), lines.get(1).map(indent)) {
                    (E::ExpectedBlockMappingKey, Some(None), _)
                    | (E::ExpectedBlockSequenceEntry, Some(None), Some(None)) => "indentation",
                    (_, Some(Some(own)), Some(Some(above))) if own != above => "indentation",
                    _ => "list-and-fields",
                }
            }
            E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar => {
                return Diagnosis::new(&codes::YAML_TAB, caret);
            }
            E::CommentInterceptedScalar | E::CommentNotSeparated => "comment",
            E::UnexpectedCharacter { .. } | E::BomInsideDocument => "sign",
            _ => "other",
        },
        _ => "other",
    };
    syntax(caret, reason)
}

/// Reasons, each with the ids of the messages that say what is wrong and what to do.
macro_rules! messages {
    ($($reason:literal),* $(,)?) => {
        [$((
            $reason,
            concat!("yaml-", $reason),
            concat!("yaml-", $reason, "-remedy"),
        )),*]
    };
}

/// A sort of mistake that only its message tells apart.
fn syntax(span: Range<usize>, reason: &'static str) -> Diagnosis {
    const MESSAGES: [(&str, &str, &str); 17] = messages![
        "second-document",
        "indentation",
        "list-and-fields",
        "bullet",
        "list-below",
        "item-in-text",
        "no-colon",
        "colon",
        "comma",
        "bracket",
        "escape",
        "block",
        "behind-quote",
        "comment",
        "key",
        "sign",
        "other",
    ];
    let found = MESSAGES.iter().find(|(name, ..)| *name == reason);
    let (_, problem, remedy) = found.expect("every reason has its messages");
    Diagnosis::new(&codes::YAML_SYNTAX, span)
        .with("problem", Arg::Message(problem))
        .with("remedy", Arg::Message(remedy))
}

fn colon_without_blank(colon: usize) -> Diagnosis {
    let mended = Mended {
        span: colon + 1..colon + 1,
        with: " ".into(),
    };
    syntax(colon..colon + 1, "colon").mended(Some(mended))
}

/// The value of `line` in quotes that work.
fn quote_value(text: &str, line: &Line, trouble: &Trouble) -> Option<Diagnosis> {
    let written = &text[line.value..line.end];
    if written.is_empty() || is_collection(written) || is_open_quote(written) {
        return None;
    }
    let with = quoted(meant(written));
    let shown = text[line.start..line.value].trim_start().to_owned() + &with;
    let code = match trouble.kind {
        Kind::Anchor { .. } => &codes::YAML_ANCHOR,
        _ if written.starts_with(['"', '\'']) && !written.contains('\\') => {
            &codes::YAML_QUOTE_IN_TEXT
        }
        _ => &codes::YAML_NEEDS_QUOTES,
    };
    let span = match trouble.kind {
        Kind::Anchor { .. } => trouble.at..trouble.at + 1,
        _ => line.value..line.end,
    };
    let mut found = Diagnosis::new(code, span).with("line", shown);
    if code == &codes::YAML_NEEDS_QUOTES {
        found = found.with("sign", sign_in(written)?);
    }
    Some(found.mended(Some(Mended {
        span: line.value..line.end,
        with,
    })))
}

/// A quote or a bracket that is opened in `line`, closed at its end.
fn close(text: &str, line: &Line) -> Option<Diagnosis> {
    let written = &text[line.value..line.end];
    let with = match open_brackets(written) {
        _ if is_open_quote(written) => quoted(&written[1..]),
        brackets if !brackets.is_empty() => format!("{}{brackets}", written.trim_end_matches(',')),
        _ => return None,
    };
    let found = Diagnosis::new(&codes::YAML_UNCLOSED, line.value..line.value + 1);
    Some(found.mended(Some(Mended {
        span: line.value..line.end,
        with,
    })))
}

/// A tab in the indentation at or just above `at`.
fn tab(text: &str, at: usize) -> Option<Diagnosis> {
    // The parser may stop at the line end before it.
    let next = text[at..].find('\n').map_or(at, |line| at + line + 1);
    lines_up_from(text, next).take(3).find_map(|line| {
        let written = &text[line.start..line.end];
        let indent = &written[..written.len() - written.trim_start().len()];
        let tab = line.start + indent.find('\t')?;
        let mended = Mended {
            span: line.start..line.start + indent.len(),
            with: indent.replace('\t', "  "),
        };
        let sure = comes_further(text, at.max(line.end), &mended);
        let found = Diagnosis::new(&codes::YAML_TAB, tab..tab + 1);
        Some(found.mended(sure.then_some(mended)))
    })
}

/// Whether the parser reads `text` with this change beyond `at`.
fn comes_further(text: &str, at: usize, mended: &Mended) -> bool {
    let Mended { span, with } = mended;
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    match tree(&format!("{before}{with}{behind}")) {
        Ok(_) => true,
        Err(trouble) => {
            let grown = with.len();
            trouble.at + span.len() > at + grown
                && !matches!(trouble.kind, Kind::Syntax(ErrorKind::UnexpectedEof))
        }
    }
}

/// Where the bracket or quote that nothing closes is opened, in the lines up to `at`.
fn opening(text: &str, at: usize) -> Option<usize> {
    let opens = |at: usize| text[at..].starts_with(['[', '{', '"', '\'']);
    if opens(at) {
        return Some(at);
    }
    let mut lines = lines_up_from(text, at);
    lines.find_map(|line| (line.value < line.end && opens(line.value)).then_some(line.value))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
