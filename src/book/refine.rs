//! What of a page belongs into a book, and where its links lead there.
//!
//! 1. What only a screen can use goes: programs, drawings beside words that say the same, links of headings
//!    to themselves. Films and sounds become a link to where they are, boxes of tasks become signs, and what
//!    can be folded stands open.
//! 2. A link to another part of the book becomes one to that part, one to another page or file of the site
//!    leads to where that is published. Where that isn't known, the words stay.
//! 3. A picture is named by its address in the site, in the size that is best for the book.

use percent_encoding::percent_decode_str;
use rustc_hash::FxHashMap;

use super::tree::{Element, Node, each_element};
use crate::link::Linked;
use crate::pages::{FileSource, Plan};
use crate::source::web;

/// What addresses within a book begin with: behind it stands the number of a part, and maybe `#` and a place
/// in it.
pub(super) const WITHIN: &str = "book:";

/// What the addresses of pictures begin with: behind it stands its address in the site.
pub(super) const PICTURE: &str = "picture:";

/// The class of links to pages of the site that are no part of the book: on paper their address says nothing.
pub(super) const OF_SITE: &str = "of-site";

/// The signs of a task that is open, and of one that is done.
const TASKS: [&str; 2] = ["☐", "☑"];

/// How a book sees the site.
pub(super) struct Refiner<'a> {
    pub linked: &'a Linked,
    pub plan: &'a Plan,
    /// The numbers of the parts, by the address of the page that they come from.
    pub parts: FxHashMap<String, usize>,
    /// How wide a picture should be at least, in pixels.
    pub picture_width: u32,
}

/// Where a link on a page leads.
enum Way {
    Part(usize, Option<String>),
    Outside(String),
    /// To a page of the site that is no part of the book.
    Page(String),
    Nowhere,
}

impl Refiner<'_> {
    /// The part with the number `number` from the page at `address`.
    pub fn part(&self, nodes: Vec<Node>, number: usize, address: &str) -> Vec<Node> {
        let mut out = Vec::new();
        let mut nodes = nodes.into_iter().peekable();
        while let Some(node) = nodes.next() {
            match node {
                Node::Element(player) if is_player(&player) => {
                    let is_named = nodes.peek().is_some_and(is_for_paper);
                    out.extend(self.recording(&player, is_named, address));
                }
                node => self.node(node, number, address, &mut out),
            }
        }
        out
    }

    fn node(&self, node: Node, part: usize, address: &str, out: &mut Vec<Node>) {
        let Node::Element(mut element) = node else {
            return out.push(node);
        };
        if is_for_screens(&element) {
            return;
        }
        if element.name == "input" {
            return out.extend(task(&element));
        }
        element.attributes.retain(|(name, _)| is_kept(name));
        let children = std::mem::take(&mut element.children);
        element.children = self.part(children, part, address);
        match element.name.as_str() {
            "a" => return self.link(element, part, address, out),
            "img" => self.picture(&mut element, address),
            "details" => "div".clone_into(&mut element.name),
            "summary" => {
                "p".clone_into(&mut element.name);
                element.set("class", "summary-of-details");
            }
            _ => {}
        }
        out.push(element.into());
    }

    /// A link. One that leads nowhere is only its words, which may have an id.
    fn link(&self, mut link: Element, part: usize, address: &str, out: &mut Vec<Node>) {
        let Some(href) = link.take("href") else {
            "span".clone_into(&mut link.name);
            return out.push(link.into());
        };
        match self.way(&href, part, address) {
            Way::Part(number, place) => {
                let place = place.map_or_else(String::new, |place| format!("#{place}"));
                link.set("href", &format!("{WITHIN}{number}{place}"));
                link.take("rel");
            }
            Way::Outside(url) => link.set("href", &url),
            Way::Page(url) => {
                link.set("href", &url);
                link.set("class", OF_SITE);
            }
            Way::Nowhere if link.attribute("id").is_none() => {
                return out.append(&mut link.children);
            }
            Way::Nowhere => {
                for name in ["rel", "hreflang", "role"] {
                    link.take(name);
                }
                "span".clone_into(&mut link.name);
            }
        }
        out.push(link.into());
    }

    fn way(&self, href: &str, part: usize, address: &str) -> Way {
        let (to, place) = match href.split_once('#') {
            Some((to, place)) => (to, Some(decoded(place))),
            None => (href, None),
        };
        let place = place.filter(|place| !place.is_empty());
        if to.is_empty() {
            return Way::Part(part, place);
        }
        let Some(target) = joined(address, to) else {
            return Way::Outside(href.to_owned());
        };
        if let Some(number) = self.parts.get(&target) {
            return Way::Part(*number, place);
        }
        match &self.linked.site.config.url {
            Some(base) => {
                let place = place.map_or_else(String::new, |place| format!("#{place}"));
                let url = format!("{base}{}{place}", crate::site::escape(&target));
                match self.plan.page_at(&target) {
                    Some(_) => Way::Page(url),
                    None => Way::Outside(url),
                }
            }
            None => Way::Nowhere,
        }
    }

    fn picture(&self, image: &mut Element, address: &str) {
        let src = image.take("src").unwrap_or_default();
        if let Some(shown) = self.picture_at(&src, address) {
            image.set("src", &format!("{PICTURE}{shown}"));
        } else if src.starts_with("data:") {
            image.set("src", &src);
        }
        if image.attribute("alt").is_none() {
            image.set("alt", "");
        }
    }

    /// The address of the picture at `src`, in the size for the book.
    fn picture_at(&self, src: &str, address: &str) -> Option<String> {
        let target = joined(address, src)?;
        match self.plan.files().get(&target)? {
            FileSource::Picture(of, _) => {
                let known = self.linked.pictures.get(of);
                let best = known.map(|picture| picture.at_least(self.picture_width));
                Some(best.map_or(target, |file| file.address.clone()))
            }
            FileSource::CopyOf(_) | FileSource::Drawing(_) | FileSource::Theme(_) => Some(target),
            FileSource::Page(_) | FileSource::Code(_) | FileSource::Book(..) => None,
        }
    }

    /// What stands for a film or a sound: its picture, and a link to it, unless that stands behind it anyway.
    fn recording(&self, player: &Element, is_named: bool, address: &str) -> Vec<Node> {
        let mut nodes = Vec::new();
        let poster = player.attribute("poster");
        if let Some(shown) = poster.and_then(|src| self.picture_at(src, address)) {
            let image = Element::new("img", Vec::new());
            let image = image
                .with("src", &format!("{PICTURE}{shown}"))
                .with("alt", "");
            nodes.push(image.into());
        }
        if is_named {
            return nodes;
        }
        let mut sources = vec![player];
        each_element(&player.children, &mut |element| sources.push(element));
        let src = sources
            .iter()
            .find_map(|element| element.attribute("src").or(element.attribute("data")));
        let Some(src) = src else { return nodes };
        let name = player.attribute("title").or(player.attribute("aria-label"));
        let file = src.rsplit('/').next().unwrap_or(src);
        let words = vec![Node::from(name.unwrap_or(file))];
        let link = Element::new("a", words).with("href", src);
        self.link(link, usize::MAX, address, &mut nodes);
        nodes
    }
}

/// Whether only a screen can use it, or nobody sees it.
fn is_for_screens(element: &Element) -> bool {
    let name = element.name.as_str();
    matches!(
        name,
        "script" | "style" | "template" | "link" | "meta" | "track" | "dialog"
    ) || element.has_class("screen-only")
        || name == "a" && element.has_class("anchor")
        || name == "svg" && element.has_class("icon")
        || element.attribute("hidden").is_some()
}

fn is_player(element: &Element) -> bool {
    matches!(
        element.name.as_str(),
        "video" | "audio" | "iframe" | "object" | "embed"
    )
}

/// Whether it stands behind a player for paper.
fn is_for_paper(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.has_class("print-only"))
}

/// Attributes that mean something in a book. What an attribute of a drawing or a formula says, it says there
/// too; programs and styles it may not bring.
fn is_kept(name: &str) -> bool {
    let is_program = name.starts_with("on") || name == "style";
    let of_screen = matches!(
        name,
        "tabindex"
            | "srcset"
            | "sizes"
            | "loading"
            | "decoding"
            | "fetchpriority"
            | "target"
            | "autofocus"
            | "contenteditable"
            | "draggable"
            | "accesskey"
            | "popover"
            | "popovertarget"
    );
    !is_program && !of_screen && !name.starts_with("data-")
}

fn task(input: &Element) -> Option<Node> {
    if input.attribute("type") != Some("checkbox") {
        return None;
    }
    let sign = TASKS[usize::from(input.attribute("checked").is_some())];
    let mut box_ = Element::new("span", vec![sign.into()]).with("class", "box");
    if let Some(label) = input.attribute("aria-label") {
        box_ = box_.with("role", "img").with("aria-label", label);
    }
    Some(box_.into())
}

/// The address in the site that a link on the page at `address` means; `None` if it leads out of the site.
fn joined(address: &str, link: &str) -> Option<String> {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let has_scheme = path
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'));
    if has_scheme || path.starts_with('/') || web::is_web(link) {
        return None;
    }
    let folder = &address[..address.rfind('/').map_or(0, |at| at + 1)];
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let mut is_folder = path.is_empty();
    for name in path.split('/') {
        is_folder = matches!(name, "" | "." | "..");
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    let mut joined = decoded(&names.join("/"));
    if is_folder && !joined.is_empty() {
        joined.push('/');
    }
    Some(joined)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn links_of_pages_lead_to_addresses() {
        for (address, link, to) in [
            ("a/b/", "../c/", Some("a/c/")),
            ("a/b/", "../../", Some("")),
            ("a/b/", "./", Some("a/b/")),
            ("", "a/%C3%A4.png", Some("a/ä.png")),
            ("a/b/", "x.pdf?q=1", Some("a/b/x.pdf")),
            ("a/", "https://x.example/", None),
            ("a/", "mailto:a@b", None),
            ("a/", "//x.example/", None),
        ] {
            assert_eq!(joined(address, link).as_deref(), to, "{address} {link}");
        }
    }
}
