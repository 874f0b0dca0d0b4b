//! A page's HTML as a tree, from which both kinds of books are made.
//!
//! The program's HTML ends what it begins (see [`crate::markdown::html`]), so a stack is all that it
//! takes. Own templates may not: what they leave open ends with what is around it, and an end of
//! nothing is left out.

use crate::markdown::html::{StartTag, TokenKind, decoded, is_void, tokens};

/// How deep elements may stand within each other. What is deeper stands there without its tags: no page
/// that someone reads is like that, and whoever goes through the tree needs no more of the stack.
const DEPTH_MAX: usize = 128;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// Text, with the characters that references stand for.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Element {
    /// Its name: in lower case, but in drawings as it was written.
    pub name: String,
    /// Names and values, each name once.
    pub attributes: Vec<(String, String)>,
    /// What stands in it.
    pub children: Vec<Node>,
}

impl Element {
    /// An element without attributes.
    pub fn new(name: &str, children: Vec<Node>) -> Self {
        Self {
            name: name.to_owned(),
            attributes: Vec::new(),
            children,
        }
    }

    /// The same with an attribute.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value.
    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// Takes an attribute away, and gives its value.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let at = self.attributes.iter().position(|(own, _)| own == name)?;
        Some(self.attributes.remove(at).1)
    }

    /// Whether it has a class.
    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|own| own == class)
    }

    /// Its text.
    #[cfg(test)]
    pub fn text(&self) -> String {
        text_of(&self.children)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// The text of nodes.
#[cfg(test)]
pub(super) fn text_of(nodes: &[Node]) -> String {
    let text = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) => element.text(),
    };
    nodes.iter().map(text).collect()
}

/// Calls `visit` for every element, those around before those within.
pub(super) fn each_element<'n>(nodes: &'n [Node], visit: &mut impl FnMut(&'n Element)) {
    for node in nodes {
        if let Node::Element(element) = node {
            visit(element);
            each_element(&element.children, visit);
        }
    }
}

/// The tree of `html`.
pub(super) fn parse(html: &str) -> Vec<Node> {
    let mut open = vec![Element::default()];
    // Names of elements that are too deep.
    let mut deeper: Vec<String> = Vec::new();
    for token in tokens(html) {
        let written = &html[token.range];
        match token.kind {
            TokenKind::Start(tag) => {
                let ends =
                    is_void(&tag.name) || tag.closes_itself && open.iter().skip(1).any(is_drawing);
                if ends {
                    let element = element(tag, written, &open);
                    push(&mut open, element.into());
                } else if open.len() > DEPTH_MAX {
                    deeper.push(tag.name);
                } else {
                    let element = element(tag, written, &open);
                    open.push(element);
                }
            }
            TokenKind::End(name) => match deeper.pop() {
                Some(_) => {}
                None => end(&mut open, &name),
            },
            TokenKind::Text => {
                let is_code =
                    |element: &Element| matches!(element.name.as_str(), "script" | "style");
                let text = match open.last() {
                    Some(element) if is_code(element) => written.to_owned(),
                    _ => decoded(written),
                };
                push(&mut open, Node::Text(text));
            }
            TokenKind::Comment | TokenKind::Declaration | TokenKind::Unclosed => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.swap_remove(0).children
}

fn is_drawing(element: &Element) -> bool {
    matches!(element.name.as_str(), "svg" | "math")
}

fn push(open: &mut [Element], node: Node) {
    let last = open.last_mut().expect("the page is open till the end");
    match (last.children.last_mut(), node) {
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => last.children.push(node),
    }
}

fn end(open: &mut Vec<Element>, name: &str) {
    let begun = open
        .iter()
        .skip(1)
        .rposition(|element| element.name.eq_ignore_ascii_case(name));
    let Some(begun) = begun else { return };
    while open.len() > begun + 1 {
        close(open);
    }
}

fn close(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        push(open, element.into());
    }
}

/// An element as its tag says. In drawings names have capitals, which HTML doesn't ask for and XML does:
/// they stay as they were written.
fn element(tag: StartTag, written: &str, open: &[Element]) -> Element {
    let is_drawn = tag.name == "svg" || open.iter().skip(1).any(|around| around.name == "svg");
    let as_written = |name: String| {
        if is_drawn {
            spelled(written, &name).unwrap_or(name)
        } else {
            name
        }
    };
    let mut element = Element::new(&as_written(tag.name), Vec::new());
    for (name, value) in tag.attributes {
        let name = as_written(name);
        if element.attribute(&name).is_none() {
            element.attributes.push((name, value));
        }
    }
    element
}

/// How a tag spells the name of an element or attribute.
fn spelled(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_');
    let mut found = lower.match_indices(name).map(|(at, _)| at);
    let at = found.find(|at| {
        let before = lower[..*at].chars().next_back();
        let behind = lower[at + name.len()..].chars().next();
        !before.is_some_and(is_name) && !behind.is_some_and(is_name)
    })?;
    Some(tag[at..at + name.len()].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(nodes: &[Node]) -> String {
        let show = |node: &Node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => {
                let attributes = element.attributes.iter();
                let attributes: String = attributes
                    .map(|(name, value)| format!(" {name}={value}"))
                    .collect();
                format!(
                    "({}{attributes}|{})",
                    element.name,
                    shown(&element.children)
                )
            }
        };
        nodes.iter().map(show).collect()
    }

    #[test]
    fn elements_stand_within_each_other() {
        assert_eq!(
            shown(&parse("<p id=a>x <b>&auml;</b><br>y</p><hr>")),
            "(p id=a|x (b|ä)(br|)y)(hr|)"
        );
    }

    #[test]
    fn what_is_left_open_ends_with_what_is_around_it() {
        assert_eq!(shown(&parse("<div><p>a</div></i>b")), "(div|(p|a))b");
    }

    #[test]
    fn drawings_keep_their_capitals() {
        assert_eq!(
            shown(&parse(
                "<svg viewBox=\"0 0 1 1\"><linearGradient id=g /><path d=m /></svg>x"
            )),
            "(svg viewBox=0 0 1 1|(linearGradient id=g|)(path d=m|))x"
        );
    }

    #[test]
    fn what_is_too_deep_stands_without_its_tags() {
        let deep = 10_000;
        let html = format!("{}x{}y", "<div>".repeat(deep), "</div>".repeat(deep));
        assert_eq!(text_of(&parse(&html)), "xy");
        let mut depth = 0;
        each_element(&parse(&html), &mut |_| depth += 1);
        assert_eq!(depth, DEPTH_MAX);
    }
}
