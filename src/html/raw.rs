//! Raw HTML: its destinations replaced, and films and maps of other hosts by a link to them.

use std::cell::Cell;

use super::fragment::Hole;
use super::writer::Writer;
use super::{ChapterRenderer, Frame, Labels};
use crate::link::Target;
use crate::markdown::html::{self, escaped};
use crate::source::web;

/// Elements in which no term of the glossary is explained.
const PLAIN: [&str; 9] = [
    "a", "abbr", "button", "code", "dfn", "kbd", "label", "samp", "summary",
];

/// A piece of raw HTML, with the targets of its destinations.
#[derive(Debug, Clone)]
pub(super) struct RawHtml<'s> {
    html: String,
    targets: Vec<&'s Target>,
    /// The name of the element that it ends, if it is nothing but an end.
    ends: Option<String>,
}

/// The element whose beginning has become a link and whose end is still to come.
#[derive(Default)]
pub(super) struct OpenEmbed(Option<String>);

impl<'s> RawHtml<'s> {
    /// The HTML on the page that `frame` describes.
    pub fn on(
        &self,
        frame: &Frame<'_>,
        renderer: &ChapterRenderer<'s>,
        open: &mut OpenEmbed,
    ) -> String {
        if self.ends.is_some() && open.0 == self.ends {
            // The beginning of this element has become a link.
            open.0 = None;
            return String::new();
        }
        let embeds = Cell::new(false);
        let describe = |url: &str, title: &str| {
            embeds.set(true);
            described(url, title, renderer.labels)
        };
        let url = |nth: usize, _: &str| frame.url(renderer, self.targets.get(nth)?);
        let replaced = html::replace(&self.html, &frame.prefix, url, describe);
        if embeds.get() && !self.html.contains("</") {
            let name = self.html.trim_start_matches('<');
            let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next();
            open.0 = name.map(str::to_owned);
        }
        replaced
    }
}

impl<'s> Writer<'s> {
    /// Writes raw HTML, whose n-th destination leads to `target(n)`.
    pub(super) fn raw_html(&mut self, text: &str, target: impl Fn(usize) -> &'s Target) {
        let ends = text.strip_prefix("</");
        let ends = ends.and_then(|name| name.strip_suffix('>'));
        // Only attributes depend on the page.
        if ends.is_none() && !text.contains('=') {
            return self.out.push(text);
        }
        let found = html::find(text).destinations.len();
        let mut rest = text.trim_end();
        rest = rest.strip_suffix("</p>").unwrap_or(rest);
        let raw = RawHtml {
            html: rest.to_owned(),
            targets: (0..found).map(target).collect(),
            ends: ends.map(|name| name.trim().to_owned()),
        };
        self.out.hole(Hole::RawHtml(Box::new(raw)));
        // What a footnote may end with stands behind the hole, where it can be found.
        self.out.push(&text[rest.len()..]);
    }

    /// Notes the elements of raw HTML that `html` opens or closes, if no term may stand in them.
    pub(super) fn note_plain(&mut self, html: &str) {
        let (closes, tag) = match html.strip_prefix("</") {
            Some(tag) => (true, tag),
            None => (false, html.trim_start_matches('<')),
        };
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next();
        if !name.is_some_and(|name| PLAIN.iter().any(|plain| name.eq_ignore_ascii_case(plain))) {
            return;
        }
        self.plain = if closes {
            self.plain.saturating_sub(1)
        } else {
            self.plain + 1
        };
    }
}

/// The link that stands for a film or a map of another host.
fn described(url: &str, title: &str, labels: &Labels) -> String {
    // What comes from an attribute has its entities already.
    let kept = |text: &str| {
        text.replace('"', "&quot;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    };
    let title = if title.is_empty() {
        escaped(&labels.embed)
    } else {
        kept(title)
    };
    format!(
        "<span class=\"embed\"><a href=\"{}\" rel=\"external\">{}</a> \
         <span class=\"muted\">{} {}</span></span>",
        kept(url),
        title,
        escaped(&labels.embed_at),
        kept(web::shown_host(url))
    )
}
