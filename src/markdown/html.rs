//! Destinations in raw HTML: found, and replaced.

use std::cell::RefCell;
use std::ops::Range;

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::source::web;

/// Attributes that lead to another place.
const ATTRIBUTES: [&str; 6] = ["href", "xlink:href", "src", "srcset", "poster", "data"];

/// Elements that load what their `href` names.
const LOADING: [&str; 4] = ["link", "image", "use", "feimage"];

/// What raw HTML has that concerns others.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
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
pub struct HtmlDestination {
    /// As written.
    pub target: String,
    /// Whether the reader's browser loads it with the page.
    pub loads: bool,
    /// The bytes in the HTML of the tag in which it stands.
    pub tag: Range<usize>,
}

/// An image of raw HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HtmlImage {
    /// What it shows: empty where it is marked as decoration, `None` without any attribute for it.
    pub alt: Option<String>,
    /// Its caption.
    pub title: String,
    /// As written.
    pub src: String,
}

/// Finds destinations and anchors in `html`, which may be a fragment.
pub fn find(html: &str) -> Found {
    let found = RefCell::new(Found::default());
    walk(html, |element| {
        let mut found = found.borrow_mut();
        if element.tag_name() == "img" {
            found.images.push(image(element));
        }
        let is_anchor = element.tag_name() == "a";
        let name = element.get_attribute("name").filter(|_| is_anchor);
        found.ids.extend(element.get_attribute("id").or(name));
        found.active.extend(active(element));
        for name in ATTRIBUTES {
            let Some(value) = attribute(element, name) else {
                continue;
            };
            let loads = !name.ends_with("href") || LOADING.contains(&element.tag_name().as_str());
            let loads = loads && embedded(element, name).is_none();
            for target in targets(name, &value) {
                found.destinations.push(HtmlDestination {
                    target: target.to_owned(),
                    loads,
                    tag: element.source_location().bytes(),
                });
            }
        }
    });
    found.into_inner()
}

fn image(element: &Element<'_, '_>) -> HtmlImage {
    let hidden = element
        .get_attribute("role")
        .is_some_and(|role| role == "presentation")
        || element
            .get_attribute("aria-hidden")
            .is_some_and(|hidden| hidden == "true");
    let label = element
        .get_attribute("alt")
        .or(element.get_attribute("aria-label"));
    HtmlImage {
        alt: if hidden { Some(String::new()) } else { label },
        title: element.get_attribute("title").unwrap_or_default(),
        src: element.get_attribute("src").unwrap_or_default(),
    }
}

/// Replaces each destination by what `replace` gives for its number among those that [`find`] finds. What embeds
/// another host becomes what `describe` makes of its address and title. All ids get `prefix`.
pub fn replace(
    html: &str,
    prefix: &str,
    replace: impl Fn(usize, &str) -> Option<String>,
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
            .find_map(|name| embedded(element, name))
            .map(|url| describe(&url, &element.get_attribute("title").unwrap_or_default()));
        for name in ATTRIBUTES {
            let Some(value) = attribute(element, name) else {
                continue;
            };
            let mut changed = String::with_capacity(value.len());
            let mut rest = value.as_str();
            for target in targets(name, &value) {
                let (before, behind) = rest.split_once(target).expect("targets are in order");
                changed.push_str(before);
                changed.push_str(replace(number, target).as_deref().unwrap_or(target));
                number += 1;
                rest = behind;
            }
            changed.push_str(rest);
            if changed != value {
                // Setting fails only for names that are no attribute names.
                let _ = element.set_attribute(name, &changed);
            }
        }
        if let Some(link) = embed {
            element.replace(&link, ContentType::Html);
        }
    })
}

/// The address on another host that an element shows a film, a map or anything else from. A reader
/// gets a link to it instead: no page asks another host for anything.
fn embedded(element: &Element<'_, '_>, name: &str) -> Option<String> {
    let embeds = match element.tag_name().as_str() {
        "audio" | "embed" | "iframe" | "video" => name == "src",
        "object" => name == "data",
        _ => false,
    };
    let url = attribute(element, name).filter(|_| embeds)?;
    let url = url.trim();
    web::is_web(url).then(|| web::absolute(url).into_owned())
}

fn walk(html: &str, mut visit: impl FnMut(&mut Element<'_, '_>)) -> String {
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(element!("*", |element| {
            visit(element);
            Ok(())
        }));
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

/// The programs and styles that an element brings along.
fn active(element: &Element<'_, '_>) -> Vec<String> {
    let name = element.tag_name();
    let inline = name == "style" || name == "script" && element.get_attribute("src").is_none();
    let attributes = element
        .attributes()
        .iter()
        .map(lol_html::html_content::Attribute::name);
    let attributes = attributes.filter(|name| name == "style" || name.starts_with("on"));
    inline
        .then_some(name)
        .into_iter()
        .chain(attributes)
        .collect()
}

/// The attribute's value, if it holds a destination on this element.
fn attribute(element: &Element<'_, '_>, name: &str) -> Option<String> {
    if name == "data" && element.tag_name() != "object" {
        return None;
    }
    element
        .get_attribute(name)
        .filter(|value| !value.trim().is_empty())
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
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    pulldown_cmark_escape::escape_html(&mut escaped, text)
        .expect("writing to a String never fails");
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let up = |_, target: &str| (!target.contains(':')).then(|| format!("../{target}"));
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

    #[test]
    fn broken_html_passes_unharmed() {
        for html in [
            "<",
            "<a href=",
            "</p></p>",
            "<script>if (a<b)",
            "<!--",
            "<img src=\"x",
        ] {
            assert_eq!(replace(html, "", |_, _| None, |_, _| String::new()), html);
            find(html);
        }
    }
}
