//! A tree as XML.
//!
//! XML takes less than HTML: characters and names that it forbids are replaced or left out, every element
//! ends, and elements that HTML no longer has become ones that mean nothing.

use super::tree::{Element, Node, each_element};
use crate::markdown::html::is_void;

/// Writes nodes as they stand in a document of XHTML.
pub(super) fn html(nodes: &[Node], xml: &mut String) {
    write(nodes, Kind::Html, xml);
}

/// `text` as XML has it, between tags and in values.
pub(super) fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' => xml.push(c),
            '\r' => xml.push('\n'),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
    xml
}

/// Whose rules hold for an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Html,
    Svg,
    Math,
}

impl Kind {
    fn namespace(self) -> &'static str {
        match self {
            Self::Html => "http://www.w3.org/1999/xhtml",
            Self::Svg => "http://www.w3.org/2000/svg",
            Self::Math => "http://www.w3.org/1998/Math/MathML",
        }
    }
}

fn write(nodes: &[Node], kind: Kind, xml: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => xml.push_str(&escaped(text)),
            Node::Element(element) => write_element(element, kind, xml),
        }
    }
}

fn write_element(element: &Element, around: Kind, xml: &mut String) {
    let kind = match (around, element.name.as_str()) {
        (Kind::Html, "svg") => Kind::Svg,
        (Kind::Html, "math") => Kind::Math,
        _ => around,
    };
    let name = match kind {
        Kind::Html => html_name(element),
        _ if is_name(&element.name) => element.name.as_str(),
        _ => return write(&element.children, kind, xml),
    };
    xml.push('<');
    xml.push_str(name);
    if kind != around {
        xml.push_str(&format!(" xmlns=\"{}\"", kind.namespace()));
    }
    for (attribute, value) in &element.attributes {
        push_attribute(attribute, value, kind, xml);
    }
    let within = if element.name == "foreignObject" {
        Kind::Html
    } else {
        kind
    };
    if kind == Kind::Html && is_void(name) || kind != Kind::Html && element.children.is_empty() {
        return xml.push_str("/>");
    }
    xml.push('>');
    if within == kind {
        write(&element.children, kind, xml);
    } else {
        xml.push_str(&format!("<div xmlns=\"{}\">", within.namespace()));
        write(&element.children, within, xml);
        xml.push_str("</div>");
    }
    xml.push_str("</");
    xml.push_str(name);
    xml.push('>');
}

fn push_attribute(name: &str, value: &str, kind: Kind, xml: &mut String) {
    if name == "xmlns" || name.starts_with("xmlns:") {
        return;
    }
    let mut push = |name: &str| xml.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    match name {
        "lang" | "xml:lang" if !value.is_empty() => {
            push("lang");
            push("xml:lang");
        }
        "lang" | "xml:lang" => {}
        "epub:type" => push(name),
        "xlink:href" if kind == Kind::Svg => push("href"),
        // Old attributes of looks, which the standard no longer knows.
        "align" | "bgcolor" | "color" | "border" | "valign" | "cellpadding" | "cellspacing"
        | "nowrap" | "clear" | "face" | "frame" | "rules" | "compact" | "noshade"
            if kind == Kind::Html => {}
        name if is_name(name) => push(name),
        _ => {}
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// Elements of HTML.
const KNOWN: [&str; 84] = [
    "a",
    "abbr",
    "address",
    "area",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "button",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
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
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "main",
    "map",
    "mark",
    "meter",
    "nav",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "select",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
    "textarea",
];

/// The name of an element, or of one that means as much.
fn html_name(element: &Element) -> &str {
    let name = element.name.as_str();
    if KNOWN.contains(&name) {
        return name;
    }
    match name {
        "strike" => "s",
        "tt" => "code",
        "acronym" => "abbr",
        "center" | "dir" | "menu" | "search" => "div",
        _ => {
            let mut is_block = false;
            each_element(&element.children, &mut |within| {
                is_block |= matches!(
                    within.name.as_str(),
                    "p" | "div"
                        | "ul"
                        | "ol"
                        | "dl"
                        | "table"
                        | "section"
                        | "figure"
                        | "pre"
                        | "blockquote"
                );
            });
            if is_block { "div" } else { "span" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::book::tree::parse;

    fn xml(text: &str) -> String {
        let mut xml = String::new();
        html(&parse(text), &mut xml);
        xml
    }

    #[test]
    fn html_becomes_xml() {
        for (html, expected) in [
            (
                "<p>a &amp; b<br>&nbsp;<img src=x>",
                "<p>a &amp; b<br/>\u{a0}<img src=\"x\"/></p>",
            ),
            (
                "<center><font color=red>x\u{1}</font></center>",
                "<div><span>x\u{fffd}</span></div>",
            ),
            ("<x-y><p>a</p></x-y>", "<div><p>a</p></div>"),
            (
                "<p @a=1 b:c=2 lang=en>",
                "<p lang=\"en\" xml:lang=\"en\"></p>",
            ),
            (
                "<svg viewBox=\"0 0 1 1\"><path d=m /></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"m\"/></svg>",
            ),
            (
                "<math><mi>x</mi></math>",
                "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>",
            ),
        ] {
            assert_eq!(xml(html), expected, "{html}");
        }
    }
}
