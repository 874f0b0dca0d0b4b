//! A chapter's Markdown to HTML.
//!
//! 1. [`Lower::body`] walks the events of the chapter's text, and of the texts that it includes,
//!    and writes HTML. Destinations come from the link stage, anchors from the site, both in the
//!    order of the text.
//! 2. Footnotes are gathered on the way and written at the end, with ways back.
//! 3. [`Lower::prose`] does the same for Markdown in a field.
//!
//! All words that the reader sees or hears come from [`Labels`].

mod blocks;
mod footnotes;
mod images;
mod labels;
mod writer;

use crate::link::{Linked, Target};
use crate::markdown::{Events, Settings};
use crate::site::{Chapter, ChapterId, Guard, relative};

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

impl<'s> Lower<'s> {
    fn chapter(&self) -> &'s Chapter {
        self.linked.site.chapter(self.id)
    }

    fn settings(&self) -> Settings<'s> {
        let config = &self.linked.site.config;
        Settings {
            language: &config.languages[self.chapter().parsed.edition],
            raw_html: config.raw_html,
        }
    }

    /// The chapter's text as HTML, without its title.
    pub fn body(&self) -> String {
        let chapter = self.chapter();
        let parsed = &chapter.parsed;
        let mut writer = Writer::new(*self, &chapter.anchors, "");
        let mut guard = Guard::new(chapter.path());
        let piece = Piece {
            parsed: Some(parsed),
            document: &parsed.document,
            targets: self.linked.targets(chapter.path()),
            events: Events::new(parsed.text(), self.settings()).collect(),
            below: 0,
            skip_title: chapter.opens_with_title(),
        };
        writer.piece(&piece, &mut guard);
        writer.finish()
    }

    /// The Markdown of the field with this [`crate::kind::Prose::index`] as HTML.
    pub fn prose(&self, index: usize) -> String {
        let chapter = self.chapter();
        let texts = chapter.fields.prose();
        let later: usize = chapter.prose[index..]
            .iter()
            .map(|document| document.headings().count())
            .sum();
        let anchors = &chapter.anchors[chapter.anchors.len() - later..];
        let prefix = format!("f{}-", index + 1);
        let mut writer = Writer::new(*self, anchors, &prefix);
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
        writer.finish()
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

    /// The way from this chapter's page to `target`; `None` if it leads nowhere.
    pub(crate) fn url(&self, target: &Target) -> Option<String> {
        let site = &self.linked.site;
        let chapter = self.chapter();
        let from = chapter.address.as_str();
        Some(match target {
            Target::Chapter(id, anchor) => {
                let to = site.chapter(site.in_edition(*id, chapter.edition));
                let mut url = relative(from, &to.address);
                // A translation may lack the place; then its beginning serves.
                if let Some(anchor) = anchor.as_ref().filter(|anchor| to.has_anchor(anchor)) {
                    url.push('#');
                    url.push_str(&crate::site::escape(anchor));
                }
                url
            }
            Target::Section(id) => {
                let folder = &site.section(*id).folder;
                let section = site.section_at(folder, chapter.edition).unwrap_or(*id);
                relative(from, &site.section(section).address)
            }
            Target::Here(anchor) => format!("#{}", crate::site::escape(anchor)),
            Target::Asset(path) => relative(from, site.assets.get(path)?),
            Target::Elsewhere(url) => url.clone(),
            Target::Include | Target::Nowhere => return None,
        })
    }
}
