//! Drawings (SVG): from the text of a file to the one that is published.
//!
//! 1. The text is read as XML; what isn't well-formed shows nothing in a browser either.
//! 2. Its size is that of its `width` and `height`, or of its `viewBox`.
//! 3. It is written anew, with nothing but what [`names`] knows to be seen: no script, no comment, nothing that
//!    the program keeps in it that it was drawn with, and nothing that would be loaded.
//! 4. Pictures of pixels within it lose what a camera noted in them.
//! 5. Where it takes the colour of the text around it, that is light on a dark page.

mod entities;
mod names;
mod size;
mod style;
mod within;
mod write;

use roxmltree::{Document, Node, ParsingOptions};

use super::Problem;
use crate::source::{Dimensions, Drawing, decode};

/// The largest file that is read as a drawing, in bytes.
pub const DRAWING_MAX: u64 = 16 << 20;

/// As many elements and texts as a drawing may have.
const NODES_MAX: u32 = 2_000_000;

/// The namespaces of what is seen in a drawing.
const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Reads a drawing: how large it is shown, and what is published of it.
///
/// # Errors
/// It isn't well-formed, or costs more than it shows.
pub fn drawing(bytes: Vec<u8>) -> Result<(Dimensions, Drawing), Problem> {
    if bytes.len() as u64 > DRAWING_MAX {
        return Err(Problem::TooLarge);
    }
    let text = decode(bytes).text;
    if !entities::are_harmless(&text) {
        return Err(Problem::TooLarge);
    }
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: NODES_MAX,
        ..ParsingOptions::default()
    };
    let unreadable = |why: String| Problem::Unreadable(why);
    let document = Document::parse_with_options(&text, options);
    let document = document.map_err(|error| unreadable(error.to_string()))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || !matches!(namespace(root), Some(SVG)) {
        return Err(unreadable(format!("<{}>", root.tag_name().name())));
    }
    let size = size::of(root);
    let has_style = document
        .root()
        .children()
        .any(|node| node.pi().is_some_and(|pi| pi.target == "xml-stylesheet"));
    Ok((size.shown, write::clean(root, &size, has_style)?))
}

/// The namespace of an element. A drawing that says none means that of SVG; a browser asks it to say so.
fn namespace<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.tag_name().namespace().or(Some(SVG))
}

#[cfg(test)]
mod tests;
