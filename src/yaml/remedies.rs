//! Changes to one line after which the parser comes further, each with what was wrong.

use serde_yaml::granit_parser::ErrorKind;

use super::diagnose::{Diagnosis, Mended, syntax};
use super::lines::{Line, is_collection, is_open_quote, lines_up_from, open_brackets, sign_in};
use super::parse::{Kind, Trouble, tree};
use super::quote::{meant, quoted};
use crate::diagnostic::codes;

pub(super) fn colon_without_blank(colon: usize) -> Diagnosis {
    let mended = Mended {
        span: colon + 1..colon + 1,
        with: " ".into(),
    };
    syntax(colon..colon + 1, "colon").mended(Some(mended))
}

/// The value of `line` in quotes that work.
pub(super) fn quote_value(text: &str, line: &Line, trouble: &Trouble) -> Option<Diagnosis> {
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

/// What a `#` takes away from a list or a mapping in brackets, in quotes: `{accent: #7a1f5c}`.
pub(super) fn quote_in_brackets(text: &str, line: &Line) -> Option<Diagnosis> {
    let written = &text[line.value..line.end];
    let sign = written
        .find(" #")
        .filter(|_| written.starts_with(['[', '{']))?
        + 1;
    let length = written[sign..].find([',', ']', '}'])?;
    let (before, rest) = written.split_at(sign);
    let (cut, behind) = rest.split_at(length);
    let with = format!("{before}{}{behind}", quoted(cut.trim_end()));
    let shown = text[line.start..line.value].trim_start().to_owned() + &with;
    let at = line.value + sign;
    let found = Diagnosis::new(&codes::YAML_NEEDS_QUOTES, at..at + cut.trim_end().len());
    let found = found.with("sign", "#").with("line", shown);
    Some(found.mended(Some(Mended {
        span: line.value..line.end,
        with,
    })))
}

/// A quote or a bracket that is opened in `line`, closed at its end.
pub(super) fn close(text: &str, line: &Line) -> Option<Diagnosis> {
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
pub(super) fn tab(text: &str, at: usize) -> Option<Diagnosis> {
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
pub(super) fn comes_further(text: &str, at: usize, mended: &Mended) -> bool {
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
