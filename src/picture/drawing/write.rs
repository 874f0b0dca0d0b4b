//! A drawing written anew, element by element.

use std::collections::BTreeSet;

use roxmltree::{Attribute, Node};

use super::size::Size;
use super::{SVG, XHTML, XLINK, XML, names, namespace, style, within};
use crate::picture::Problem;
use crate::source::Drawing;

/// How deep elements may stand in each other.
const DEPTH_MAX: usize = 256;

/// What makes the colour of the text around light on a dark page, for those who see one.
const DARK: &str = "<style>@media (prefers-color-scheme:dark){:root{color:#e4eaeb}}</style>";

/// The drawing below `root`. `has_style` says whether it asks for a stylesheet in another file.
pub(super) fn clean(root: Node<'_, '_>, size: &Size, has_style: bool) -> Result<Drawing, Problem> {
    let mut writer = Writer {
        out: String::new(),
        left_out: Vec::new(),
        fonts: BTreeSet::new(),
        has_text: false,
    };
    if has_style {
        writer.left_out.push("xml-stylesheet".to_owned());
    }
    let elements = || root.descendants().filter(Node::is_element);
    let has_own_colour = root.attribute("color").is_some();
    let takes_colour = !has_own_colour && elements().any(takes_colour);
    writer
        .out
        .push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    if elements().any(|node| node.attributes().any(|a| a.namespace() == Some(XLINK))) {
        writer
            .out
            .push_str(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    }
    if let Some(view) = &size.view {
        writer.attribute("viewBox", view);
    }
    if !size.is_said {
        writer.attribute("width", &size.shown.width.to_string());
        writer.attribute("height", &size.shown.height.to_string());
    }
    let is_kept = |attribute: &Attribute<'_, '_>| {
        match attribute.name() {
            // Some programs keep all of their own file there.
            "content" => false,
            "viewBox" => size.view.is_none(),
            "width" | "height" => size.is_said,
            _ => true,
        }
    };
    writer.attributes(root, is_kept);
    writer.out.push('>');
    if takes_colour {
        writer.out.push_str(DARK);
    }
    writer.children(root, 1, false)?;
    writer.out.push_str("</svg>\n");
    let fonts = writer.fonts.into_iter().filter(|_| writer.has_text);
    let mut known = BTreeSet::new();
    let left_out = writer.left_out.into_iter();
    let left_out = left_out.filter(|what| known.insert(what.clone())).collect();
    Ok(Drawing {
        text: writer.out,
        left_out,
        fonts: fonts.collect(),
    })
}

/// Whether an element takes the colour of the text around the drawing.
fn takes_colour(node: Node<'_, '_>) -> bool {
    let has = |text: &str| text.to_ascii_lowercase().contains("currentcolor");
    node.attributes().any(|attribute| has(attribute.value()))
        || node.tag_name().name() == "style" && node.text().is_some_and(has)
}

struct Writer {
    out: String,
    left_out: Vec<String>,
    fonts: BTreeSet<String>,
    has_text: bool,
}

impl Writer {
    fn children(&mut self, node: Node<'_, '_>, depth: usize, blanks: bool) -> Result<(), Problem> {
        if depth > DEPTH_MAX {
            return Err(Problem::TooLarge);
        }
        for child in node.children() {
            if child.is_element() {
                self.element(child, depth, blanks)?;
            } else if child.is_text() {
                let text = child.text().unwrap_or_default();
                if blanks || !text.trim().is_empty() {
                    escape(text, &mut self.out);
                }
            }
        }
        Ok(())
    }

    fn element(&mut self, node: Node<'_, '_>, depth: usize, blanks: bool) -> Result<(), Problem> {
        let name = node.tag_name().name();
        let is_known = match namespace(node) {
            Some(SVG) => names::is_element(name),
            Some(XHTML) => names::is_text_element(name),
            // What other programs keep in it isn't seen.
            _ => return Ok(()),
        };
        if !is_known {
            if !names::is_unseen(name) {
                self.left_out.push(format!("<{name}>"));
            }
            return Ok(());
        }
        // One of those stands for what another program would show.
        let is_for_others = node
            .attribute("requiredExtensions")
            .is_some_and(|value| !value.is_empty());
        if is_for_others && name == "foreignObject" {
            return Ok(());
        }
        let animates = node.attribute("attributeName").unwrap_or_default();
        if animates.ends_with("href") || animates.starts_with("on") {
            self.left_out.push(format!("<{name}>"));
            return Ok(());
        }
        self.has_text |= matches!(name, "text" | "foreignObject");
        self.out.push('<');
        self.out.push_str(name);
        let around = node.parent_element().and_then(namespace);
        if namespace(node) == Some(XHTML) && around != Some(XHTML) {
            self.out.push_str(" xmlns=\"http://www.w3.org/1999/xhtml\"");
        } else if namespace(node) == Some(SVG) && around == Some(XHTML) {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        self.attributes(node, |_| true);
        if name == "style" {
            self.out.push('>');
            let css: String = node.children().filter_map(|child| child.text()).collect();
            let css = style::clean(&css, &mut self.left_out);
            self.note_fonts(&css);
            escape(css.trim(), &mut self.out);
        } else if node.has_children() {
            self.out.push('>');
            self.children(node, depth + 1, blanks || names::has_blanks(name))?;
        } else {
            self.out.push_str("/>");
            return Ok(());
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        Ok(())
    }

    fn attributes(&mut self, node: Node<'_, '_>, is_kept: impl Fn(&Attribute<'_, '_>) -> bool) {
        let is_html = namespace(node) == Some(XHTML);
        for attribute in node.attributes().filter(is_kept) {
            let (name, value) = (attribute.name(), attribute.value());
            match attribute.namespace() {
                Some(XML) if matches!(name, "lang" | "space") => {
                    self.attribute(&format!("xml:{name}"), value);
                }
                Some(XLINK) if name == "href" => self.address("xlink:href", node, value),
                Some(_) => {}
                None if is_program(name) => {
                    self.left_out.push(name.to_owned());
                }
                None if is_html && !names::is_text_attribute(name) => {}
                None if matches!(name, "href" | "src") => self.address(name, node, value),
                None if name == "font-family" => {
                    self.fonts.extend(style::fonts(value));
                    self.attribute(name, value);
                }
                // These are read by people and programs, and not as a style.
                None if is_plain(name) => self.attribute(name, value),
                None => {
                    let clean = style::clean(value, &mut self.left_out);
                    if name == "style" {
                        self.note_fonts(&clean);
                    }
                    self.attribute(name, &clean);
                }
            }
        }
    }

    /// An attribute with an address: one within the drawing, or of a link, which loads nothing.
    fn address(&mut self, name: &str, node: Node<'_, '_>, address: &str) {
        const LINKS: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];
        let address = address.trim();
        let kept = if node.tag_name().name() == "a" {
            let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
            let is_known = |known: &&str| {
                let start = scheme.get(..known.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(known))
            };
            let leads = !scheme.contains(':') || LINKS.iter().any(is_known);
            leads.then(|| address.to_owned())
        } else if address.starts_with('#') {
            Some(address.to_owned())
        } else {
            within::embedded(address)
        };
        match kept {
            Some(kept) => self.attribute(name, &kept),
            None => self.left_out.push(address.chars().take(80).collect()),
        }
    }

    fn note_fonts(&mut self, css: &str) {
        self.fonts
            .extend(style::families(css).flat_map(style::fonts));
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(value, &mut self.out);
        self.out.push('"');
    }
}

/// Whether an attribute holds a program, as `onclick` does.
fn is_program(name: &str) -> bool {
    let start = name.get(..2);
    start.is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

fn is_plain(name: &str) -> bool {
    ["aria-", "data-"]
        .iter()
        .any(|start| name.starts_with(start))
        || matches!(
            name,
            "alt" | "class" | "d" | "id" | "points" | "title" | "transform"
        )
}

/// Writes text so that XML reads it again as it is, in attributes too.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
}
