//! HTML with holes: what of a text's HTML depends on the page that it stands on.
//!
//! 1. A text is written once, into a [`Fragment`]. Beginnings of ids, levels of headings and
//!    addresses are left open.
//! 2. [`Fragment::fill`] gives the HTML for the page that a [`Frame`] describes. That is cheap, so
//!    a chapter's own page and the one for printing share the fragment.

use std::borrow::Cow;

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use super::embed::{OpenEmbed, RawHtml};
use super::frame::Href;
use super::pictures::ImageAttributes;
use super::{ChapterRenderer, Frame};
use crate::link::PublishedPicture;
use crate::site::{ChapterId, escape, relative};

/// HTML that can be shown on several pages.
#[derive(Debug, Clone, Default)]
pub struct Fragment<'s> {
    /// All that is the same everywhere.
    html: String,
    /// What goes between, with its place in `html`, in order.
    holes: Vec<(usize, Hole<'s>)>,
}

/// What depends on the page.
#[derive(Debug, Clone)]
pub(super) enum Hole<'s> {
    /// What ids of the chapter begin with there.
    IdPrefix,
    /// The same behind the `#` of an address.
    IdPrefixInUrl,
    /// The level of a heading, which has this one on the chapter's own page.
    Level(u8),
    /// The chapter's name and a colon, on a page of several.
    ChapterName,
    /// The id of the chapter's title behind a blank, on a page of several.
    TitleId,
    /// A link to a chapter, or to a place on it.
    Chapter(ChapterId, Option<&'s str>),
    /// A link to another address of the site.
    Address(Cow<'s, str>),
    /// The attributes of an image that say where its picture is, in all its sizes.
    Picture(&'s PublishedPicture),
    /// Raw HTML with its links.
    RawHtml(Box<RawHtml<'s>>),
}

impl<'s> Fragment<'s> {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty() && self.holes.is_empty()
    }

    /// Writes HTML.
    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Writes text.
    pub(super) fn text(&mut self, text: &str) {
        escape_html_body_text(&mut self.html, text).expect("writing to a String never fails");
    }

    /// Writes text within an attribute.
    pub(super) fn attribute(&mut self, text: &str) {
        escape_html(&mut self.html, text).expect("writing to a String never fails");
    }

    /// Writes a number.
    pub(super) fn number(&mut self, number: usize) {
        self.html.push_str(&number.to_string());
    }

    /// Leaves something open.
    pub(super) fn hole(&mut self, hole: Hole<'s>) {
        self.holes.push((self.html.len(), hole));
    }

    /// Writes a link within an attribute.
    pub(super) fn href(&mut self, href: Href<'s>) {
        match href {
            Href::Fixed(url) => self.attribute(url),
            Href::SamePage(anchor) => {
                self.push("#");
                self.hole(Hole::IdPrefix);
                self.attribute(&escape(anchor));
            }
            Href::Chapter(id, anchor) => self.hole(Hole::Chapter(id, anchor)),
            Href::Address(address) => self.hole(Hole::Address(address.into())),
        }
    }

    /// Writes all of `other`.
    pub(super) fn append(&mut self, other: Self) {
        let offset = self.html.len();
        self.html.push_str(&other.html);
        let holes = other.holes.into_iter();
        self.holes
            .extend(holes.map(|(at, hole)| (at + offset, hole)));
    }

    /// Takes blanks from its end.
    pub(super) fn trim_end(&mut self) {
        let last = self.holes.last().map_or(0, |(at, _)| *at);
        let end = self.html[last..].trim_end().len();
        self.html.truncate(last + end);
    }

    /// Takes `end` from its end, if it is there.
    pub(super) fn strip_suffix(&mut self, end: &str) -> bool {
        let last = self.holes.last().map_or(0, |(at, _)| *at);
        let stripped = self.html[last..].strip_suffix(end).map(str::len);
        if let Some(length) = stripped {
            self.html.truncate(last + length);
        }
        stripped.is_some()
    }

    /// The HTML on the page that `frame` describes. `renderer` is that of its chapter.
    pub fn fill(&self, frame: &Frame<'_>, renderer: &ChapterRenderer<'_>) -> String {
        const FOR_A_HOLE: usize = 16;
        let mut out = Self::default();
        out.html
            .reserve(self.html.len() + self.holes.len() * FOR_A_HOLE);
        let mut embed = OpenEmbed::default();
        let mut from = 0;
        for (at, hole) in &self.holes {
            out.push(&self.html[from..*at]);
            from = *at;
            match hole {
                Hole::IdPrefix => out.attribute(&frame.prefix),
                Hole::IdPrefixInUrl => out.attribute(&escape(&frame.prefix)),
                Hole::Level(level) => out.number(frame.level(*level).into()),
                Hole::ChapterName => {
                    if !frame.name.is_empty() {
                        out.attribute(frame.name);
                        out.push(": ");
                    }
                }
                Hole::TitleId => {
                    if !frame.prefix.is_empty() {
                        out.push(" ");
                        out.attribute(&frame.title_id());
                    }
                }
                Hole::Chapter(id, anchor) => {
                    let site = &renderer.linked.site;
                    out.attribute(&frame.chapter(site, *id, *anchor));
                }
                Hole::Address(address) => out.attribute(&relative(frame.address, address)),
                Hole::Picture(picture) => {
                    for (name, value) in ImageAttributes::new(picture, frame).named() {
                        out.push(&format!(" {name}=\""));
                        out.attribute(&value);
                        out.push("\"");
                    }
                }
                Hole::RawHtml(raw) => out.push(&raw.on(frame, renderer, &mut embed)),
            }
        }
        out.push(&self.html[from..]);
        out.html
    }
}
