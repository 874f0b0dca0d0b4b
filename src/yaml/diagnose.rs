//! Why a text is no YAML, in words of our own, and what to type instead.
//!
//! 1. A mend is tried at the line where the parser stops and at those above it: the value in quotes, the quote
//!    closed, a blank behind the colon, blanks for tabs. If the parser then comes further, that was it.
//! 2. Else the parser's reason says what sort of mistake it is. Its own words are never shown.

use std::ops::Range;

use serde_yaml::granit_parser::ErrorKind;

use super::lines::{Line, bare_colon, is_meant_as_item, lines_up_from};
use super::parse::{Kind, Trouble};
use super::remedies::{
    close, colon_without_blank, comes_further, quote_in_brackets, quote_value, tab,
};
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
    pub(super) fn new(code: &'static Code, span: Range<usize>) -> Self {
        Self {
            code,
            span: Span::new(span),
            args: Vec::new(),
            first: None,
            mended: None,
        }
    }

    pub(super) fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    pub(super) fn mended(self, mended: Option<Mended>) -> Self {
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
        let closed = quote_in_brackets(text, line).or_else(|| close(text, line));
        if let Some(found) = closed.filter(|found| {
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
                let above = lines.get(1).map(|line| &text[line.value..line.end]);
                match above {
                    Some("|" | ">" | "|-" | ">-") => "text-below",
                    _ => "no-colon",
                }
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
                let line = lines.first().map_or("", |line| &text[line.start..line.end]);
                let is_beside_list = text.starts_with("- ") || text.contains("\n- ");
                match (reason, lines.first().map(indent), lines.get(1).map(indent)) {
                    _ if is_beside_list && !line.starts_with([' ', '-']) && is_list(text) => {
                        "no-item"
                    }
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
pub(super) fn syntax(span: Range<usize>, reason: &'static str) -> Diagnosis {
    const MESSAGES: [(&str, &str, &str); 19] = messages![
        "second-document",
        "indentation",
        "list-and-fields",
        "bullet",
        "list-below",
        "item-in-text",
        "no-colon",
        "no-item",
        "text-below",
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

/// Whether a text is a list as a whole.
fn is_list(text: &str) -> bool {
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.next().is_some_and(|line| line.starts_with("- "))
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
