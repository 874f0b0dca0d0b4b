//! What an element is, by its name, its attributes and what stands in it.

use super::data::Language;
use crate::book::tree::{Element, Node};
use crate::config::language;

/// The label of a part, or of a place in it.
pub(super) fn label(part: usize, place: Option<&str>) -> String {
    match place {
        Some(place) => format!("part-{part}.{place}"),
        None => format!("part-{part}"),
    }
}

pub(super) fn element_of(node: &Node) -> Option<&Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    }
}

/// A character as a PDF can show it; nothing for a sign that only chooses the look of the one before it.
pub(super) fn shown(c: char) -> Option<char> {
    match c {
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
        '\n' | '\t' => Some(c),
        '\u{fffe}' | '\u{ffff}' => Some(char::REPLACEMENT_CHARACTER),
        c if c.is_control() => Some(char::REPLACEMENT_CHARACTER),
        c => Some(c),
    }
}

/// The text of nodes.
pub(super) fn text_of(nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Text(own) => text.extend(own.chars().filter_map(shown)),
            Node::Element(element) if element.name == "br" => text.push('\n'),
            Node::Element(element) => text.push_str(&text_of(&element.children)),
        }
    }
    text
}

pub(super) fn class(element: &Element) -> String {
    element.attribute("class").unwrap_or_default().to_owned()
}

/// The language that an element says it is in.
pub(super) fn language_of(element: &Element) -> Option<Language> {
    let code = element.attribute("lang").filter(|code| !code.is_empty())?;
    let direction = element.attribute("dir");
    let direction = direction.filter(|direction| ["ltr", "rtl"].contains(direction));
    Some(Language {
        code: language::base(code).to_ascii_lowercase(),
        region: region(code),
        direction: Some(
            direction
                .unwrap_or_else(|| language::direction(code))
                .to_owned(),
        ),
    })
}

/// The region in the code of a language.
pub(super) fn region(code: &str) -> Option<String> {
    let mut parts = code.split('-').skip(1);
    let is_region = |part: &&str| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    parts.find(is_region).map(str::to_ascii_uppercase)
}

pub(super) fn heading_level(element: &Element) -> Option<usize> {
    let level = element.name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

pub(super) fn is_notes(element: &Element) -> bool {
    element.attribute("role") == Some("doc-endnotes")
}

pub(super) fn is_frame(element: &Element) -> bool {
    ["alert", "banner", "facts"]
        .iter()
        .any(|class| element.has_class(class))
}

pub(super) fn is_picture(element: &Element) -> bool {
    matches!(element.name.as_str(), "img" | "svg")
}

/// The picture that is all that stands there, maybe in a link.
pub(super) fn only_picture(nodes: &[Node]) -> Option<&Element> {
    let is_blank = |node: &&Node| matches!(node, Node::Text(text) if text.trim().is_empty());
    let mut nodes = nodes.iter().filter(|node| !is_blank(node));
    let only = element_of(nodes.next()?)?;
    let is_only = nodes.next().is_none();
    (is_only && is_picture(only)).then_some(only)
}

/// Whether an element stands by itself, by its name or by what stands in it.
pub(super) fn stands_by_itself(element: &Element) -> bool {
    const BLOCKS: [&str; 40] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "ul",
        "optgroup",
    ];
    if BLOCKS.contains(&element.name.as_str()) {
        return true;
    }
    let is_drawn = matches!(element.name.as_str(), "svg" | "math");
    let mut children = element.children.iter().filter_map(element_of);
    !is_drawn && children.any(stands_by_itself)
}
