//! A chapter's Markdown to HTML.
//!
//! 1. A [`Writer`] takes the steps of a walk over the chapter's text, or over the Markdown of one of
//!    its fields, and writes a [`Fragment`]: HTML in which everything is left open that depends on
//!    the page it stands on. Destinations come from the link stage, by their keys; levels and
//!    anchors of headings from the walk.
//! 2. Footnotes are gathered on the way and stand behind it, with links back; terms of the glossary
//!    are explained where they first stand in a section.
//! 3. A [`Frame`] describes a page: the chapter's own, or one of several chapters, on which it keeps
//!    their ids apart. [`Fragment::fill`] gives the HTML there.
//!
//! Blocks, images, players, raw HTML and words are methods of the writer, each in a file of its own; what has
//! begun and isn't written yet is in `open.rs`, on which they and the writer rest.
//!
//! All words that the reader sees or hears come from [`Labels`].

mod blocks;
mod embed;
mod footnotes;
mod fragment;
mod frame;
mod images;
mod labels;
mod open;
mod pictures;
mod place;
mod players;
mod raw;
mod words;
mod writer;

use crate::kind::MarkdownText;
use crate::link::{Linked, Target};
use crate::markdown::Settings;
use crate::site::{Chapter, ChapterId, Walk};

pub use fragment::Fragment;
pub use frame::Frame;
pub use labels::Labels;
pub(crate) use place::ATTRIBUTE as PLACE_ATTRIBUTE;
pub use writer::{TextFragments, Writer};

/// A chapter's texts as HTML.
#[derive(Debug, Clone)]
pub struct ChapterHtml<'s> {
    /// Its text, without its title.
    pub text: TextFragments<'s>,
    /// Its fields with Markdown, by [`crate::kind::MarkdownText::index`], with their footnotes.
    pub fields: Vec<Fragment<'s>>,
}

/// What the HTML of one chapter's texts is made from.
#[derive(Debug, Clone, Copy)]
pub struct ChapterRenderer<'s> {
    /// The site.
    pub linked: &'s Linked,
    /// The chapter.
    pub id: ChapterId,
    /// Words in the chapter's language.
    pub labels: &'s Labels,
    /// Whether blocks say where they stand in the author's files.
    pub with_places: bool,
}

impl<'s> ChapterRenderer<'s> {
    /// The chapter.
    pub fn chapter(&self) -> &'s Chapter {
        self.linked.site.chapter(self.id)
    }

    /// How its texts are read.
    pub fn settings(&self) -> Settings<'s> {
        Settings::of(&self.linked.site.config, self.chapter().parsed.edition)
    }

    /// The chapter's texts.
    pub fn html(&self) -> ChapterHtml<'s> {
        let fields = self.chapter().fields.markdown().into_iter().enumerate();
        let field =
            |(index, markdown): (usize, &'s MarkdownText)| self.field(index, &markdown.text);
        ChapterHtml {
            text: self.text(),
            fields: fields.map(field).collect(),
        }
    }

    fn text(&self) -> TextFragments<'s> {
        let mut writer = Writer::of_text(*self);
        let mut walk = Walk::page(&self.linked.site, self.chapter(), self.settings());
        while let Some(step) = walk.next() {
            writer.step(&step);
        }
        writer.finish()
    }

    fn field(&self, index: usize, markdown: &'s str) -> Fragment<'s> {
        let mut writer = Writer::of_field(*self, index);
        let site = &self.linked.site;
        let mut walk = Walk::field(site, self.chapter(), index, markdown, self.settings());
        while let Some(step) = walk.next() {
            writer.step(&step);
        }
        writer.finish().joined()
    }

    /// The language of the page that `target` leads to, where it is another than this one's.
    fn other_language(&self, target: &Target) -> Option<&'s str> {
        let site = &self.linked.site;
        let edition = self.chapter().edition;
        let other = match target {
            Target::Chapter(id, _) => site.chapter(site.in_edition(*id, edition)).edition,
            _ => edition,
        };
        (other != edition).then(|| site.config.language(other))
    }
}
