//! Raw HTML: its destinations replaced, and films and maps of other hosts by a link to them.

use std::cell::Cell;

use super::Labels;
use super::writer::Writer;
use crate::link::Target;
use crate::markdown::html::{self, escaped};

/// Elements in which no term of the glossary is explained.
const PLAIN: [&str; 9] = [
    "a", "abbr", "button", "code", "dfn", "kbd", "label", "samp", "summary",
];

impl Writer<'_> {
    /// Writes raw HTML.
    pub(super) fn raw_html<'t>(&mut self, text: &str, target: impl Fn(usize) -> &'t Target) {
        if let Some(name) = text.strip_prefix("</")
            && self.embedded.as_deref() == name.strip_suffix('>').map(str::trim)
            && self.embedded.take().is_some()
        {
            // The beginning of this element has become a link.
            return;
        }
        let labels = self.lower.labels;
        let embedded = Cell::new(false);
        let describe = |url: &str, title: &str| {
            embedded.set(true);
            described(url, title, labels)
        };
        let url = |nth: usize, _: &str| self.frame.url(&self.lower, target(nth));
        let replaced = html::replace(text, &self.frame.prefix, url, describe);
        if embedded.get() && !text.contains("</") {
            let name = text.trim_start_matches('<');
            let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next();
            self.embedded = name.map(str::to_owned);
        }
        self.out.push_str(&replaced);
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
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
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
        kept(host)
    )
}
