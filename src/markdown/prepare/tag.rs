//! Angle brackets that begin no HTML.
//!
//! 1. What a tag is called says whether it is one: HTML, SVG and MathML have a known number of
//!    elements, and the rest is a placeholder (`<Datum>`).
//! 2. Words behind the name are attributes only if one has a value or all are known to need none:
//!    `<a oder b>` is text.
//! 3. Some elements have names that are German words. With a capital letter, without values of
//!    attributes and without an end they are placeholders too (`<Link zur Seite>`), and so are those of SVG and MathML in a
//!    text that has neither.
//! 4. Addresses in angle brackets and comments are left to the parser.

use rustc_hash::FxHashSet;

use super::Preparing;
use super::elements::{HTML, SVG_AND_MATHML, SWITCHES, WORDS};
use crate::markdown::html::is_void;

/// What the tags of a text say about each other, found when it is first asked for.
#[derive(Default)]
pub(super) struct TagFacts<'t> {
    ends: Option<FxHashSet<&'t str>>,
    has_graphics: Option<bool>,
}

impl Preparing<'_> {
    /// Marks the angle bracket at `at` if it begins no tag of a known element, no comment and no
    /// address. In a block of HTML, browsers would take what follows it for a tag all the same.
    pub(super) fn angle_bracket(&mut self, at: usize) {
        let behind = &self.text[at + 1..];
        let tag = behind.strip_prefix('/').unwrap_or(behind);
        let ends = tag.len() < behind.len();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let name = &tag[..tag.find(|c: char| !is_part(c)).unwrap_or(tag.len())];
        let next = tag[name.len()..].chars().next();
        let is_text = if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let is_tag = next.is_none_or(|c| c.is_ascii_whitespace() || c == '/' || c == '>');
            if is_tag {
                !self.is_element(name, tag)
            } else {
                ends || !is_address(tag)
            }
        } else {
            ends || behind.starts_with(['!', '?']) && !behind.starts_with("!--")
        };
        if is_text {
            self.mark(at);
        }
    }

    /// Whether `tag`, which begins with `name`, is a tag of a known element.
    fn is_element(&mut self, name: &str, tag: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        let text = self.text;
        let behind = &tag[name.len()..];
        let end = behind.find(['<', '>']);
        let inside = &behind[..end.unwrap_or(behind.len())];
        let mut attributes = inside.trim_end_matches('/').split_ascii_whitespace();
        let has_values = inside.contains('=');
        let is_closed = end.is_some_and(|end| behind[end..].starts_with('>'));
        let is_tag = has_values || is_closed && attributes.all(|name| SWITCHES.contains(&name));
        if !is_tag {
            return false;
        }
        if HTML.binary_search(&lower.as_str()).is_ok() {
            let is_word = name.len() > 2
                && is_capitalised(name)
                && !has_values
                && !inside.ends_with('/')
                && (!is_void(&lower) || WORDS.contains(&lower.as_str()));
            return !is_word || {
                let ends = self.tags.ends.get_or_insert_with(|| ends(text));
                ends.contains(name)
            };
        }
        SVG_AND_MATHML.binary_search(&lower.as_str()).is_ok()
            && *self.tags.has_graphics.get_or_insert_with(|| {
                text.contains("<svg") || text.contains("<math") || text.contains("<SVG")
            })
    }
}

/// Whether what follows an angle bracket may be a tag, as far as its name tells.
pub(in crate::markdown) fn begins_element(text: &str) -> bool {
    let text = text.strip_prefix('/').unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let (name, behind) = text.split_at(end.unwrap_or(text.len()));
    let lower = name.to_ascii_lowercase();
    let is_known = [HTML, SVG_AND_MATHML]
        .iter()
        .any(|names| names.binary_search(&lower.as_str()).is_ok());
    !name.starts_with(|c: char| c.is_ascii_alphabetic())
        || is_known && !behind.starts_with([':', '@', '.', '+'])
}

/// Whether what follows an angle bracket is an address up to the closing one.
fn is_address(text: &str) -> bool {
    let end = text.find(|c: char| c == '<' || c == '>' || c.is_ascii_whitespace());
    let address = end.map_or("", |end| &text[..end]);
    end.is_some_and(|end| text[end..].starts_with('>')) && address.contains([':', '@'])
}

/// Whether only the first letter is a capital one.
fn is_capitalised(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.all(|c| !c.is_ascii_uppercase())
}

/// The names of all elements that are ended in `text`, as written.
fn ends(text: &str) -> FxHashSet<&str> {
    let names = text.split("</").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
        &rest[..end.unwrap_or(rest.len())]
    });
    names.collect()
}
