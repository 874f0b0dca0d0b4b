//! HTML that the parser took for text, because it never ends.

use crate::markdown::html::{HtmlProblem, HtmlProblemKind, TokenKind, tokens};

/// How many bytes of a text are looked at for the end of a tag.
const LONGEST_TAG: usize = 500;

/// What begins and ends a comment.
const COMMENT: (&str, &str) = ("<!--", "-->");

/// The beginnings of HTML in `source` that stand in the page as text, which is `visible`: comments,
/// and tags with a quotation mark that never closes.
pub(in crate::markdown) fn unread(source: &str, visible: &[u8]) -> Vec<HtmlProblem> {
    let mut found = Vec::new();
    let mut comment = false;
    for (at, _) in source
        .match_indices('<')
        .filter(|(at, _)| visible[*at] == b'<')
    {
        let rest = &source[at..];
        let begins_comment = rest.starts_with(COMMENT.0);
        // The first comment takes all that follows.
        if begins_comment && comment {
            continue;
        }
        let tag = || unclosed_tag(rest);
        let begun = begins_comment.then_some((COMMENT.0.len(), COMMENT.1));
        let Some((length, end)) = begun.or_else(tag) else {
            continue;
        };
        comment |= begins_comment;
        found.push(HtmlProblem {
            kind: HtmlProblemKind::Unclosed(end.to_owned()),
            tag: rest[..length].to_owned(),
            range: at..at + length,
        });
    }
    found
}

/// The length of the tag at the beginning of `rest` up to the value that never closes, and what ends
/// it.
fn unclosed_tag(rest: &str) -> Option<(usize, &'static str)> {
    let name = rest[1..].find(|c: char| !c.is_ascii_alphanumeric())? + 1;
    if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) || !rest[name..].starts_with(' ') {
        return None;
    }
    let near = &rest[..rest.floor_char_boundary(LONGEST_TAG)];
    let paragraph = &near[..near.find("\n\n").unwrap_or(near.len())];
    let mark = paragraph.get(name..)?.find(['"', '\'', '>', '<'])? + name;
    let end = match &paragraph[mark..=mark] {
        "\"" => "\">",
        "'" => "'>",
        _ => return None,
    };
    let before = paragraph[..mark].strip_suffix('=');
    let is_value = before.is_some_and(|before| before.ends_with(char::is_alphanumeric));
    let is_unclosed =
        || matches!(tokens(paragraph).first(), Some(first) if first.kind == TokenKind::Unclosed);
    (is_value && is_unclosed()).then_some((mark + 1, end))
}
