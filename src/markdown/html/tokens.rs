//! Raw HTML as tokens: the one place where it is read.
//!
//! 1. `lol_html` gives beginnings of elements, text, comments and declarations, each with its place.
//! 2. What it gives nothing for are ends of elements, and a tag that never ends.
//! 3. References to characters in attributes become the characters.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::LazyLock;

use lol_html::html_content::{Element, SourceLocation};
use lol_html::{
    ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, doc_comments, doc_text,
    doctype, rewrite_str,
};
use pulldown_cmark::{Event, Parser};

/// A part of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes in the HTML.
    pub range: Range<usize>,
}

/// What a part of raw HTML is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// It begins an element.
    Start(StartTag),
    /// It ends the element with this name.
    End(String),
    /// Text, that of programs and styles among it.
    Text,
    /// A comment, which is for authors.
    Comment,
    /// A declaration or an instruction to a program, which mean nothing within a page.
    Declaration,
    /// A tag or comment that never ends.
    Unclosed,
}

/// The beginning of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StartTag {
    /// Its name, in lower case.
    pub name: String,
    /// Names and values of its attributes.
    pub attributes: Vec<(String, String)>,
    /// Whether it ends with a slash.
    pub closes_itself: bool,
}

impl StartTag {
    /// The value of the attribute `name`.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(attribute, _)| attribute == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The tokens of `html`, which may be a fragment, in order.
pub(crate) fn tokens(html: &str) -> Vec<Token> {
    if let Some(kind) = bare_tag(html) {
        let range = 0..html.len();
        return vec![Token { kind, range }];
    }
    let read = RefCell::new(Vec::new());
    let push = |kind, location: SourceLocation| {
        let range = location.bytes();
        read.borrow_mut().push(Token { kind, range });
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(every(|element| {
            let tag = start_tag(element);
            push(TokenKind::Start(tag), element.source_location())
        }))
        .append_document_content_handler(doc_text!(|text| {
            push(TokenKind::Text, text.source_location())
        }))
        .append_document_content_handler(doc_comments!(|comment| {
            push(TokenKind::Comment, comment.source_location())
        }))
        .append_document_content_handler(doctype!(|doctype| {
            push(TokenKind::Declaration, doctype.source_location())
        }));
    // No handler fails, and none of what was read is lost if the rest can't be.
    let _ = rewrite_str(html, settings);
    let mut tokens: Vec<Token> = Vec::new();
    let mut end = 0;
    for mut token in read.into_inner() {
        if token.range.is_empty() {
            continue;
        }
        push_ends(html, end..token.range.start, &mut tokens);
        end = token.range.end;
        if token.kind == TokenKind::Comment {
            token.kind = comment(&html[token.range.clone()]);
        }
        match tokens.last_mut() {
            Some(last) if last.kind == TokenKind::Text && token.kind == TokenKind::Text => {
                last.range.end = end;
            }
            _ => tokens.push(token),
        }
    }
    push_ends(html, end..html.len(), &mut tokens);
    tokens
}

/// Lets `visit` see the beginning of every element.
pub(super) fn every<'h>(
    visit: impl FnMut(&mut Element<'_, '_>) -> HandlerResult + 'h,
) -> (Cow<'static, Selector>, ElementContentHandlers<'h>) {
    static EVERY: LazyLock<Selector> = LazyLock::new(|| "*".parse().expect("a selector"));
    let handlers = ElementContentHandlers::default().element(visit);
    (Cow::Borrowed(&EVERY), handlers)
}

/// A tag that is a name and nothing else, as most are within a paragraph: there is nothing in it to
/// be told apart.
fn bare_tag(html: &str) -> Option<TokenKind> {
    let tag = html.strip_prefix('<')?.strip_suffix('>')?;
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_name {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    Some(if name.len() < tag.len() {
        TokenKind::End(lower)
    } else {
        TokenKind::Start(StartTag {
            name: lower,
            attributes: Vec::new(),
            closes_itself: false,
        })
    })
}

fn start_tag(element: &Element<'_, '_>) -> StartTag {
    let attributes = element.attributes().iter();
    StartTag {
        name: element.tag_name(),
        attributes: attributes
            .map(|attribute| (attribute.name(), decoded(&attribute.value())))
            .collect(),
        closes_itself: element.is_self_closing(),
    }
}

/// What the tokenizer calls a comment: browsers take much for one.
fn comment(text: &str) -> TokenKind {
    let is_comment = text.starts_with("<!--");
    let ends = if is_comment {
        text.ends_with("-->") || text.ends_with("--!>") || text == "<!--->"
    } else {
        text.ends_with('>')
    };
    match (ends, is_comment) {
        (false, _) => TokenKind::Unclosed,
        (true, true) => TokenKind::Comment,
        (true, false) => TokenKind::Declaration,
    }
}

/// The ends of elements in `range`, where the tokenizer gave nothing, and a tag without an end.
fn push_ends(html: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let mut start = range.start;
    while start < range.end {
        let rest = &html[start..range.end];
        let tag = rest.find('>').map(|end| &rest[..=end]);
        // Images and formulas may mark text as such.
        let mark = ["<![CDATA[", "]]>"]
            .iter()
            .find(|mark| rest.starts_with(**mark));
        let (kind, length) = if let Some(mark) = mark {
            (TokenKind::Comment, mark.len())
        } else {
            match tag.and_then(|tag| Some((tag.strip_prefix("</")?, tag.len()))) {
                Some((name, length)) => {
                    let is_end = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
                    let name = &name[..name.find(is_end).unwrap_or(name.len())];
                    // Attributes of an end mean nothing, whatever stands in them.
                    let behind = rest[length..].find('<').unwrap_or(rest.len() - length);
                    (TokenKind::End(name.to_ascii_lowercase()), length + behind)
                }
                None => (TokenKind::Unclosed, rest.len()),
            }
        };
        let range = start..start + length;
        start = range.end;
        tokens.push(Token { kind, range });
    }
}

/// An attribute's value with the characters that references in it stand for.
pub(crate) fn decoded(value: &str) -> String {
    /// As many letters as the longest name of a character has.
    const LONGEST: usize = 34;
    let mut decoded = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let length = rest[1..]
            .find(|c| !is_part(c))
            .map_or(rest.len(), |end| end + 1);
        let is_reference = length <= LONGEST && rest[length..].starts_with(';');
        let end = if is_reference { length + 1 } else { length };
        let reference = &rest[..end];
        match is_reference.then(|| character(reference)).flatten() {
            Some(character) => decoded.push_str(&character),
            None => decoded.push_str(reference),
        }
        rest = &rest[end..];
    }
    decoded.push_str(rest);
    decoded
}

/// The character that a reference stands for: Markdown has the same as HTML.
fn character(reference: &str) -> Option<String> {
    let mut events = Parser::new(reference).filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    events.next().filter(|_| events.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Vec<String> {
        let shown = |token: Token| {
            let text = &html[token.range];
            match token.kind {
                TokenKind::Start(tag) => format!("start {} {text}", tag.name),
                TokenKind::End(name) => format!("end {name} {text}"),
                TokenKind::Text => format!("text {text}"),
                TokenKind::Comment => format!("comment {text}"),
                TokenKind::Declaration => format!("declaration {text}"),
                TokenKind::Unclosed => format!("unclosed {text}"),
            }
        };
        tokens(html).into_iter().map(shown).collect()
    }

    #[test]
    fn all_of_the_html_is_in_one_token_or_another() {
        for html in [
            "<p id=a>ä</p></I></> <!-- c --><br/>x",
            "<textarea><b></textarea>",
            "</b a=\">\">x",
            "<!doctype html><?php ?>",
            "<svg><title>x</title><path d=''/></svg>",
            "<script><!-- <script> </script> x",
            "a < b </",
        ] {
            let mut end = 0;
            for token in tokens(html) {
                assert_eq!(token.range.start, end, "{html}");
                end = token.range.end;
            }
            assert_eq!(end, html.len(), "{html}");
        }
    }

    #[test]
    fn what_never_ends_is_told_from_what_does() {
        assert_eq!(shown("a<!-- b ->"), ["text a", "unclosed <!-- b ->"]);
        assert_eq!(
            shown("<!--a--><!-->"),
            ["comment <!--a-->", "comment <!-->"]
        );
        assert_eq!(shown("</b><a x=\"y>"), ["end b </b>", "unclosed <a x=\"y>"]);
        assert_eq!(shown("<?x"), ["unclosed <?x"]);
        assert_eq!(shown("<DIV>"), ["start div <DIV>"]);
    }

    #[test]
    fn references_in_attributes_become_characters() {
        assert_eq!(decoded("a?b=1&amp;c=2&d&x;"), "a?b=1&c=2&d&x;");
        assert_eq!(decoded("&#x6D;ailto&colon;&#228;"), "mailto:ä");
        assert_eq!(decoded("&&amp;&"), "&&&");
    }
}
