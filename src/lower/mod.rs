//! A chapter's Markdown to HTML.
//!
//! 1. [`Lower::body`] walks the events of the chapter's text, and of the texts that it includes,
//!    and writes HTML. Destinations come from the link stage, anchors from the site, both in the
//!    order of the text.
//! 2. Footnotes are gathered on the way and written behind it, with ways back; terms of the
//!    glossary are explained where they first stand in a section.
//! 3. [`Lower::prose`] does the same for Markdown in a field.
//! 4. [`Lower::text_in`] and [`Lower::prose_in`] do so for another page than the chapter's own: a
//!    [`Frame`] says where that is, and keeps the ids of several chapters on it apart.
//!
//! All words that the reader sees or hears come from [`Labels`].

mod blocks;
mod footnotes;
mod frame;
mod images;
mod labels;
mod raw;
mod words;
mod writer;

use crate::kind::TOP;
use crate::link::{Linked, Target};
use crate::markdown::{Events, Settings};
use crate::site::{Chapter, ChapterId, Guard};

pub use frame::Frame;
pub use labels::Labels;
use writer::{Piece, Writer};

/// Lowers the texts of one chapter.
#[derive(Debug, Clone, Copy)]
pub struct Lower<'s> {
    /// The site.
    pub linked: &'s Linked,
    /// The chapter.
    pub id: ChapterId,
    /// Words in the chapter's language.
    pub labels: &'s Labels,
}

/// A text as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub html: String,
    /// Its footnotes; empty without any.
    pub notes: String,
}

impl<'s> Lower<'s> {
    fn chapter(&self) -> &'s Chapter {
        self.linked.site.chapter(self.id)
    }

    fn settings(&self) -> Settings<'s> {
        Settings::of(&self.linked.site.config, self.chapter().parsed.edition)
    }

    /// The chapter's text as HTML with its footnotes, without its title.
    pub fn body(&self) -> String {
        let Text { html, notes } = self.text_in(&Frame::of(self.chapter()));
        html + &notes
    }

    /// The chapter's text on the page that `frame` describes, without its title.
    pub fn text_in(&self, frame: &Frame<'_>) -> Text {
        let chapter = self.chapter();
        let parsed = &chapter.parsed;
        let mut writer = Writer::new(*self, frame, &chapter.anchors, "");
        let mut guard = Guard::new(chapter.path());
        let piece = Piece {
            parsed: Some(parsed),
            document: &parsed.document,
            targets: self.linked.targets(chapter.path()),
            events: Events::new(parsed.text(), self.settings()).collect(),
            below: 0,
            skip_title: chapter.opens_with_title(),
        };
        writer.former_anchors(TOP);
        writer.piece(&piece, &mut guard);
        writer.finish()
    }

    /// The Markdown of the field with this [`crate::kind::Prose::index`] as HTML, with its
    /// footnotes.
    pub fn prose(&self, index: usize) -> String {
        self.prose_in(index, &Frame::of(self.chapter()))
    }

    /// As [`Lower::prose`], on the page that `frame` describes.
    pub fn prose_in(&self, index: usize, frame: &Frame<'_>) -> String {
        let chapter = self.chapter();
        let texts = chapter.fields.prose();
        let later: usize = chapter.prose[index..]
            .iter()
            .map(|document| document.headings().count())
            .sum();
        let anchors = &chapter.anchors[chapter.anchors.len() - later..];
        let prefix = format!("f{}-", index + 1);
        let mut writer = Writer::new(*self, frame, anchors, &prefix);
        let mut guard = Guard::new(chapter.path());
        let piece = Piece {
            parsed: None,
            document: &chapter.prose[index],
            targets: self.linked.prose_targets(self.id, index),
            events: Events::new(&texts[index].text, self.settings()).collect(),
            below: 2,
            skip_title: false,
        };
        writer.piece(&piece, &mut guard);
        let Text { html, notes } = writer.finish();
        html + &notes
    }

    /// The language of the page that `target` leads to, where it is another than this one's.
    pub(crate) fn other_language(&self, target: &Target) -> Option<&'s str> {
        let site = &self.linked.site;
        let edition = self.chapter().edition;
        let other = match target {
            Target::Chapter(id, _) => site.chapter(site.in_edition(*id, edition)).edition,
            _ => edition,
        };
        (other != edition).then(|| site.config.languages[other].as_str())
    }
}
