//! Tags of raw HTML, one after the other: Markdown gives an element in pieces.

use std::collections::BTreeMap;

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// The name, as written.
    pub name: &'h str,
    /// Whether it ends an element.
    pub closes: bool,
    /// All between the angle brackets.
    pub text: &'h str,
}

/// Elements that are never closed.
const VOID: [&str; 12] = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
];

/// The tags in `html`.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    html.split('<').skip(1).filter_map(|rest| {
        let (text, _) = rest.split_once('>')?;
        let closes = text.starts_with('/');
        let bare = text.trim_start_matches('/');
        let end = bare.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &bare[..end.unwrap_or(bare.len())];
        (!name.is_empty()).then_some(Tag { name, closes, text })
    })
}

/// The elements that are open at a place, and whether one of them says its language.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Their names, and whether each says its language.
    elements: Vec<(String, bool)>,
    /// How many of them have a name.
    names: BTreeMap<String, usize>,
    /// How many of them say their language.
    saying: usize,
}

impl Open {
    /// Whether the place is inside an element that says its language.
    pub fn says_language(&self) -> bool {
        self.saying > 0
    }

    /// Goes on behind a tag.
    pub fn pass(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        if VOID.contains(&name.as_str()) || tag.text.ends_with('/') {
            return;
        }
        if !tag.closes {
            let mut attributes = tag.text.split_whitespace();
            let says = attributes.any(|attribute| attribute.starts_with("lang="));
            *self.names.entry(name.clone()).or_default() += 1;
            self.saying += usize::from(says);
            self.elements.push((name, says));
        } else if self.names.get(&name).is_some_and(|open| *open > 0) {
            self.close(&name);
        }
    }

    /// Closes the last element with this name, and those in it.
    fn close(&mut self, name: &str) {
        while let Some((open, says)) = self.elements.pop() {
            self.saying -= usize::from(says);
            if let Some(count) = self.names.get_mut(&open) {
                *count -= 1;
            }
            if open == name {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says_language(html: &str) -> bool {
        let mut open = Open::default();
        tags(html).for_each(|tag| open.pass(&tag));
        open.says_language()
    }

    #[test]
    fn a_language_holds_until_its_element_closes() {
        assert!(says_language("<div lang=\"en\"><p>"));
        assert!(says_language("<div lang=\"en\"><p><br></p>"));
        assert!(!says_language("<div lang=\"en\"><p><br></p></div>"));
    }

    #[test]
    fn an_element_that_never_closes_ends_with_its_parent() {
        assert!(!says_language("<section><p lang=en></section>"));
        assert!(!says_language("<<></x><"));
    }
}
