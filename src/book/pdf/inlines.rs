//! What stands in a paragraph: from its tree to [`data`](super::data).
//!
//! 1. Blanks count as HTML has it: several are one, and none stands at the ends of a paragraph or of a line.
//! 2. A footnote stands where it is first referred to; from there on it is only referred to.
//! 3. A link to another part names the page that it leads to, one out of the book what isn't in its words.

use super::blocks::PartReader;
use super::data::{Inline, Mark};
use super::elements::{class, is_picture, label, language_of, shown, stands_by_itself, text_of};
use crate::book::refine::{OF_SITE, WITHIN};
use crate::book::tree::{Element, Node};

/// The paragraph so far.
struct Line {
    content: Vec<Inline>,
    /// Whether a blank is to stand before the next word.
    blank: bool,
    /// Whether it begins here.
    begins: bool,
}

impl Line {
    fn push(&mut self, inline: impl Into<Inline>) {
        self.content.push(inline.into());
    }

    fn text(&mut self, text: &str) {
        let mut out = String::new();
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.blank |= !self.begins;
                continue;
            }
            if std::mem::take(&mut self.blank) {
                out.push(' ');
            }
            self.begins = false;
            out.extend(shown(c));
        }
        if out.is_empty() {
            return;
        }
        match self.content.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&out),
            _ => self.content.push(Inline::Text(out)),
        }
    }

    /// Something that isn't text stands here, like a word.
    fn word(&mut self, mark: Mark) {
        if std::mem::take(&mut self.blank) {
            self.content.push(Inline::Text(" ".to_owned()));
        }
        self.begins = false;
        self.push(mark);
    }

    fn line_break(&mut self) {
        self.blank = false;
        self.begins = true;
        self.push(Mark::Break);
    }
}

impl<'p> PartReader<'p> {
    /// What stands in `nodes`; nothing if they say nothing.
    pub(super) fn inlines(&mut self, nodes: impl Iterator<Item = &'p Node>) -> Vec<Inline> {
        let mut line = Line {
            content: Vec::new(),
            blank: false,
            begins: true,
        };
        for node in nodes {
            self.inline(node, &mut line);
        }
        while let Some(Inline::Mark(Mark::Break)) = line.content.last() {
            line.content.pop();
        }
        line.content
    }

    fn inline(&mut self, node: &'p Node, line: &mut Line) {
        let element = match node {
            Node::Text(text) => return line.text(text),
            Node::Element(element) => element,
        };
        if let Some(label) = self.place(element) {
            line.push(Mark::Place { label });
        }
        match element.name.as_str() {
            "br" => line.line_break(),
            "wbr" => line.text("\u{200b}"),
            "a" => self.link(element, line),
            "math" => line.text(&text_of(&element.children)),
            _ if is_picture(element) => match self.pictures.of_element(element) {
                Some(picture) => line.word(Mark::Picture(picture)),
                None => line.text(element.attribute("alt").unwrap_or_default()),
            },
            "code" | "kbd" | "samp" | "tt" if is_text(element) => {
                let text = text_of(&element.children);
                if !text.is_empty() {
                    line.word(Mark::Code { text });
                }
            }
            _ if stands_by_itself(element) => {
                // Blocks where none can stand: their words, each on lines of their own.
                if !line.begins {
                    line.line_break();
                }
                for child in &element.children {
                    self.inline(child, line);
                }
            }
            _ => self.marked(element, line),
        }
    }

    /// Words that an element says something of.
    fn marked(&mut self, element: &'p Element, line: &mut Line) {
        let content = self.within(element, line);
        if content.is_empty() {
            return;
        }
        let role = class(element);
        let is_reference = element.has_class("footnote-ref");
        let mark = match element.name.as_str() {
            "strong" | "b" | "dfn" => Mark::Strong { content },
            "em" | "i" | "cite" | "var" => Mark::Emphasis { content },
            "del" | "s" | "strike" => Mark::Strike { content },
            "ins" | "u" => Mark::Underline { content },
            "mark" => Mark::Highlight { content },
            "small" => Mark::Small { content },
            "sub" => Mark::Sub { content },
            "sup" if !is_reference => Mark::Super { content },
            "q" | "code" | "kbd" | "samp" | "tt" => Mark::Span {
                role: element.name.clone(),
                content,
            },
            _ if role.is_empty() || is_reference => {
                return in_language(element, content, line);
            }
            _ => Mark::Span { role, content },
        };
        in_language(element, vec![mark.into()], line);
    }

    /// What stands in an element, with the blanks of the paragraph around it.
    fn within(&mut self, element: &'p Element, line: &mut Line) -> Vec<Inline> {
        if std::mem::take(&mut line.blank) {
            // It stands before the element, and none follows it.
            line.push(Inline::Text(" ".to_owned()));
            line.begins = true;
        }
        let outer = std::mem::take(&mut line.content);
        for child in &element.children {
            self.inline(child, line);
        }
        std::mem::replace(&mut line.content, outer)
    }

    fn link(&mut self, element: &'p Element, line: &mut Line) {
        let role = element.attribute("role");
        if role == Some("doc-backlink") {
            return;
        }
        let Some(href) = element.attribute("href") else {
            return self.marked(element, line);
        };
        let within = href.strip_prefix(WITHIN).map(|to| {
            let (part, place) = to.split_once('#').unwrap_or((to, ""));
            (part.parse().unwrap_or(self.part), place)
        });
        if let Some((part, place)) = within
            && part == self.part
            && self.has_note(place)
        {
            return self.reference_to_note(place, line);
        }
        let content = self.within(element, line);
        if content.is_empty() {
            return;
        }
        let mark = match within {
            Some((part, place)) => Mark::Reference {
                to: label(part, Some(place).filter(|place| !place.is_empty())),
                page: part != self.part,
                role: class(element),
                content,
            },
            None => Mark::Link {
                printed: printed(element, href),
                to: href.to_owned(),
                content,
            },
        };
        in_language(element, vec![mark.into()], line);
    }

    fn reference_to_note(&mut self, id: &str, line: &mut Line) {
        let label = self.label(id);
        // The number stands at the word before it.
        line.blank = false;
        line.begins = false;
        let mark = match self.note(id) {
            Some(body) => Mark::Note { label, body },
            None => Mark::NoteAgain { label },
        };
        line.push(mark);
    }
}

/// Adds words, in the language that an element says they are in.
fn in_language(element: &Element, mut content: Vec<Inline>, line: &mut Line) {
    match language_of(element) {
        Some(language) => line.push(Mark::Language { language, content }),
        None => line.content.append(&mut content),
    }
}

/// What stands on paper behind the words of a link: where it leads, unless they say so or it leads to a page
/// that the book is made of.
fn printed(link: &Element, href: &str) -> Option<String> {
    if link.has_class("bare") || link.has_class(OF_SITE) {
        return None;
    }
    let shown = match href.split_once(':') {
        Some(("mailto" | "tel", rest)) => rest.split('?').next().unwrap_or(rest),
        // With its scheme it is known as an address, and broken where addresses are.
        _ => href,
    };
    let words = text_of(&link.children);
    (!words.contains(shown)).then(|| shown.to_owned())
}

fn is_text(element: &Element) -> bool {
    let is_text = |node: &Node| matches!(node, Node::Text(_));
    element.children.iter().all(is_text)
}
