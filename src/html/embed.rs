//! Raw HTML on a page: its destinations replaced, and films and maps of other hosts by a link to them.

use std::cell::Cell;

use super::pictures::ImageAttributes;
use super::{ChapterRenderer, Frame, Labels};
use crate::link::Target;
use crate::markdown::html::{self, Replacement, escaped};
use crate::source::web;

/// A piece of raw HTML, with the targets of its destinations, and whether an image shows what is there.
#[derive(Debug, Clone)]
pub(super) struct RawHtml<'s> {
    pub html: String,
    pub targets: Vec<(&'s Target, bool)>,
    /// The name of the element that it begins and leaves open, if that may show something of another
    /// host.
    pub begins: Option<String>,
    /// The name of such an element that it ends, if it is nothing but an end.
    pub ends: Option<String>,
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
        let url = |nth: usize, _: &str| {
            let (target, shows) = self.targets.get(nth)?;
            if let (Target::Asset(path), true) = (target, shows)
                && let Some(picture) = renderer.linked.pictures.get(path)
            {
                let attributes = ImageAttributes::new(picture, frame);
                return Some(Replacement::Image(attributes.named()));
            }
            frame.url(renderer, target).map(Replacement::Url)
        };
        let replaced = html::replace(&self.html, &frame.prefix, url, describe);
        if embeds.get() {
            open.0.clone_from(&self.begins);
        }
        replaced
    }
}

/// The link that stands for a film or a map of another host.
fn described(url: &str, title: &str, labels: &Labels) -> String {
    let title = if title.is_empty() {
        &labels.embed
    } else {
        title
    };
    format!(
        "<span class=\"embed\"><a href=\"{}\" rel=\"external\">{}</a> \
         <span class=\"muted\">{} {}</span></span>",
        escaped(url),
        escaped(title),
        escaped(&labels.embed_at),
        escaped(web::shown_host(url))
    )
}
