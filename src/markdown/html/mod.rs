//! Raw HTML: read, balanced, its destinations found and replaced.
//!
//! 1. [`tokens()`] is where it is read.
//! 2. [`Balance`] makes sure that what a text begins it ends, and nothing else.
//! 3. [`Found`] has the destinations of a piece and what else concerns others; [`replace`] puts in
//!    what the destinations are on a page.
//! 4. [`plain_text`] is what it says.
//! 5. [`unread()`] finds what the parser took for text.

mod balance;
mod elements;
mod piece;
mod plain;
mod problem;
mod tokens;
mod unread;

use std::ops::Range;

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, rewrite_str};

pub(crate) use balance::Balance;
pub(crate) use elements::is_void;
pub(crate) use piece::Piece;
pub(crate) use plain::plain_text;
pub(crate) use problem::{HtmlProblem, HtmlProblemKind};
use tokens::every;
pub(crate) use tokens::{StartTag, Token, TokenKind, decoded, tokens};
pub(super) use unread::unread;

use crate::source::web;

/// Attributes that lead to another place.
const ATTRIBUTES: [&str; 6] = ["href", "xlink:href", "src", "srcset", "poster", "data"];

/// Elements that load what their `href` names.
const LOADING: [&str; 4] = ["link", "image", "use", "feimage"];

/// What raw HTML has that concerns others.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Destinations, in the order of the text.
    pub destinations: Vec<HtmlDestination>,
    /// Anchors.
    pub ids: Vec<String>,
    /// Programs and styles within the page, which its policy forbids: names of elements and
    /// attributes.
    pub active: Vec<String>,
    /// Images.
    pub images: Vec<HtmlImage>,
}

/// What leads elsewhere in raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HtmlDestination {
    /// As it is meant: without references to characters.
    pub target: String,
    /// Whether the reader's browser loads it with the page.
    pub loads: bool,
    /// Whether it is what an image shows, in whatever size.
    pub shows: bool,
    /// The bytes in the HTML of the tag in which it stands.
    pub tag: Range<usize>,
}

/// An image of raw HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct HtmlImage {
    /// What it shows: empty where it is marked as decoration, `None` without any attribute for it.
    pub alt: Option<String>,
    /// Its caption.
    pub title: String,
    /// What it leads to.
    pub src: String,
}

impl Found {
    /// Finds destinations and anchors in the tokens of a piece.
    pub fn of(tokens: &[Token]) -> Self {
        let mut found = Self::default();
        for token in tokens {
            if let TokenKind::Start(tag) = &token.kind {
                found.tag(tag, &token.range);
            }
        }
        found
    }

    fn tag(&mut self, tag: &StartTag, range: &Range<usize>) {
        if tag.name == "img" {
            self.images.push(image(tag));
        }
        let name = tag.attribute("name").filter(|_| tag.name == "a");
        self.ids
            .extend(tag.attribute("id").or(name).map(str::to_owned));
        self.active.extend(active(tag));
        for name in ATTRIBUTES {
            let value = tag.attribute(name);
            let Some(value) = value.and_then(|value| destination(&tag.name, name, value)) else {
                continue;
            };
            let loads = !name.ends_with("href") || LOADING.contains(&tag.name.as_str());
            let loads = loads && embedded(&tag.name, name, &value).is_none();
            let shows =
                name == "src" && shows_one(tag.name.as_str(), |name| tag.attribute(name).is_some());
            for target in targets(name, &value) {
                self.destinations.push(HtmlDestination {
                    target: target.to_owned(),
                    loads,
                    shows,
                    tag: range.clone(),
                });
            }
        }
    }
}

/// Whether an element is an image whose author leaves it to the program in which sizes it is published.
fn shows_one(element: &str, has: impl Fn(&str) -> bool) -> bool {
    element == "img" && !has("srcset")
}

fn image(tag: &StartTag) -> HtmlImage {
    let hidden = tag.attribute("role") == Some("presentation")
        || tag.attribute("aria-hidden") == Some("true");
    let label = tag.attribute("alt").or(tag.attribute("aria-label"));
    let label = if hidden { Some("") } else { label };
    HtmlImage {
        alt: label.map(str::to_owned),
        title: tag.attribute("title").unwrap_or_default().to_owned(),
        src: tag.attribute("src").unwrap_or_default().to_owned(),
    }
}

/// What a destination becomes on a page.
pub(crate) enum Replacement {
    /// This address.
    Url(String),
    /// A picture in several sizes: names and values of the attributes that say so. What the author says of its
    /// width or height holds.
    Image(Vec<(&'static str, String)>),
}

/// Replaces each destination by what `replace` gives for its number among those of its [`Found`]. What embeds
/// another host becomes what `describe` makes of its address and title. All ids get `prefix`.
pub(crate) fn replace(
    html: &str,
    prefix: &str,
    replace: impl Fn(usize, &str) -> Option<Replacement>,
    describe: impl Fn(&str, &str) -> String,
) -> String {
    let mut number = 0;
    walk(html, |element| {
        for name in [
            "id",
            "name",
            "for",
            "headers",
            "aria-labelledby",
            "aria-describedby",
        ] {
            if let Some(id) = element.get_attribute(name).filter(|_| !prefix.is_empty()) {
                let ids = id.split_whitespace().map(|id| format!("{prefix}{id}"));
                // Setting fails only for names that are no attribute names.
                let _ = element.set_attribute(name, &ids.collect::<Vec<_>>().join(" "));
            }
        }
        let embed = ATTRIBUTES
            .iter()
            .find_map(|name| embedded(&element.tag_name(), name, &attribute(element, name)?))
            .map(|url| {
                describe(
                    &url,
                    &decoded(&element.get_attribute("title").unwrap_or_default()),
                )
            });
        for name in ATTRIBUTES {
            let Some(value) = attribute(element, name) else {
                continue;
            };
            let mut changed = String::with_capacity(value.len());
            let mut rest = value.as_str();
            for target in targets(name, &value) {
                let (before, behind) = rest.split_once(target).expect("targets are in order");
                changed.push_str(before);
                match replace(number, target) {
                    Some(Replacement::Url(url)) => changed.push_str(&url),
                    Some(Replacement::Image(attributes)) => {
                        changed.push_str(&set_image(element, attributes));
                    }
                    None => changed.push_str(target),
                }
                number += 1;
                rest = behind;
            }
            changed.push_str(rest);
            if changed != value {
                // Setting fails only for names that are no attribute names.
                let _ = element.set_attribute(name, &escaped(&changed));
            }
        }
        if let Some(link) = embed {
            element.replace(&link, ContentType::Html);
        }
    })
}

/// Sets the attributes of an image but its `src`, which it gives.
fn set_image(element: &mut Element<'_, '_>, attributes: Vec<(&'static str, String)>) -> String {
    let is_sized = element.has_attribute("width") || element.has_attribute("height");
    let mut src = String::new();
    for (name, value) in attributes {
        match name {
            "src" => src = value,
            "width" | "height" if is_sized => {}
            // Setting fails only for names that are no attribute names.
            _ => drop(element.set_attribute(name, &escaped(&value))),
        }
    }
    src
}

/// The address on another host that an element shows a film, a map or anything else from. A reader
/// gets a link to it instead: no page asks another host for anything.
fn embedded(element: &str, name: &str, value: &str) -> Option<String> {
    let url = value.trim();
    let embeds = embedding_attribute(element) == Some(name);
    (embeds && web::is_web(url)).then(|| web::absolute(url).into_owned())
}

/// The attribute by which an element names what it shows within a page.
fn embedding_attribute(element: &str) -> Option<&'static str> {
    match element {
        "audio" | "embed" | "iframe" | "video" => Some("src"),
        "object" => Some("data"),
        _ => None,
    }
}

/// Whether an element shows something within a page, and has an end.
pub(crate) fn is_embedding(element: &str) -> bool {
    embedding_attribute(element).is_some() && !is_void(element)
}

fn walk(html: &str, mut visit: impl FnMut(&mut Element<'_, '_>)) -> String {
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(every(|element| {
            visit(element);
            Ok(())
        }));
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// The programs and styles that an element brings along.
fn active(tag: &StartTag) -> impl Iterator<Item = String> {
    let is_inline = tag.name == "style" || tag.name == "script" && tag.attribute("src").is_none();
    let attributes = tag.attributes.iter().map(|(name, _)| name);
    let attributes = attributes.filter(|name| *name == "style" || name.starts_with("on"));
    is_inline
        .then_some(&tag.name)
        .into_iter()
        .chain(attributes)
        .cloned()
}

/// The value of an attribute, if it holds a destination on this element. Browsers read one without
/// the ends of lines in it.
fn destination(element: &str, name: &str, value: &str) -> Option<String> {
    if value.trim().is_empty() || name == "data" && element != "object" {
        return None;
    }
    let is_list = name == "srcset";
    Some(
        value
            .chars()
            .filter(|c| is_list || !matches!(c, '\t' | '\n' | '\r'))
            .collect(),
    )
}

/// The attribute's value, if it holds a destination on this element.
fn attribute(element: &Element<'_, '_>, name: &str) -> Option<String> {
    let value = element.get_attribute(name)?;
    destination(&element.tag_name(), name, &decoded(&value))
}

/// The destinations in an attribute's value: `srcset` has several, with their sizes.
fn targets<'v>(name: &str, value: &'v str) -> impl Iterator<Item = &'v str> {
    let separator = if name == "srcset" { ',' } else { '\0' };
    let several = name == "srcset";
    value.split(separator).filter_map(move |part| {
        let part = part.trim();
        let target = if several {
            part.split_whitespace().next()
        } else {
            Some(part)
        };
        target.filter(|target| !target.is_empty())
    })
}

/// `text` as HTML, for between tags and for values of attributes.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    pulldown_cmark_escape::escape_html(&mut escaped, text)
        .expect("writing to a String never fails");
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(html: &str) -> Found {
        Found::of(&tokens(html))
    }

    #[test]
    fn destinations_and_anchors_are_found_in_order() {
        let found = find(
            "<p id=a><a href=\"x.md#b\">x</a> <img src='y.png' srcset='y.png 1x, z.png 2x' alt=''>",
        );
        assert_eq!(found.ids, ["a"]);
        let destinations = found.destinations.iter();
        let destinations: Vec<_> = destinations
            .map(|found| (found.target.as_str(), found.loads, found.tag.start))
            .collect();
        assert_eq!(
            destinations,
            [
                ("x.md#b", false, 8),
                ("y.png", true, 31),
                ("y.png", true, 31),
                ("z.png", true, 31)
            ]
        );
    }

    #[test]
    fn replacing_keeps_the_rest() {
        let html = "<b>ä</b><img srcset='y.png 1x, z.png 2x'><a href=https://x.example>x";
        let up = |_, target: &str| {
            (!target.contains(':')).then(|| Replacement::Url(format!("../{target}")))
        };
        let replaced = replace(html, "", up, |_, _| String::new());
        assert_eq!(
            replaced,
            "<b>ä</b><img srcset=\"../y.png 1x, ../z.png 2x\"><a href=https://x.example>x"
        );
    }

    #[test]
    fn what_embeds_another_host_becomes_a_link() {
        let html =
            "a <iframe src=//x.example/film title=Film>instead</iframe> b <video src=own.mp4>";
        let link = |url: &str, title: &str| format!("[{title}]({url})");
        assert_eq!(
            replace(html, "", |_, _| None, link),
            "a [Film](https://x.example/film) b <video src=own.mp4>"
        );
        let loaded: Vec<bool> = find(html).destinations.iter().map(|d| d.loads).collect();
        assert_eq!(loaded, [false, true]);
    }
}
