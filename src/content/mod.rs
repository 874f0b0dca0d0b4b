//! A chapter's content, read once for all who need it.
//!
//! 1. [`ChapterContent::read`] walks a chapter's page once, and gives its HTML for any page as well as
//!    its [`PlainText`], which the search and the manifest's hashes of sections need.
//! 2. [`Contents`] keeps them while a site is written, so that a chapter's own page, the one for
//!    printing and the manifest share one reading.
//! 3. Who needs only one of them reads only that: [`ChapterRenderer::html`], [`PlainText::read`].

mod cache;
mod plain;

use crate::html::{ChapterHtml, ChapterRenderer, Writer};
use crate::markdown::Settings;
use crate::site::Walk;

pub(crate) use cache::Contents;
use plain::{FieldText, PageText};
pub(crate) use plain::{PlainSection, PlainText, field_text};

/// What the texts of a chapter say.
#[derive(Debug, Clone)]
pub struct ChapterContent<'s> {
    /// As HTML.
    pub html: ChapterHtml<'s>,
    /// Without markup.
    pub plain: PlainText<'s>,
}

impl<'s> ChapterContent<'s> {
    /// Reads the content of the chapter of `renderer`.
    pub fn read(renderer: ChapterRenderer<'s>) -> Self {
        let (site, chapter) = (&renderer.linked.site, renderer.chapter());
        let settings = renderer.settings();
        let plain_settings = plain::settings(site, chapter);
        if settings != plain_settings {
            // The text of a missing translation has the quotation marks of its own language on the
            // page, and those of the edition everywhere else.
            return Self {
                html: renderer.html(),
                plain: PlainText::read(site, renderer.id),
            };
        }
        let (mut html, mut plain) = (Writer::of_text(renderer), PageText::new());
        let mut walk = Walk::page(site, chapter, settings);
        while let Some(step) = walk.next() {
            html.step(&step);
            plain.step(&step);
        }
        let text = html.finish();
        let (mut fields, mut plain_fields) = (Vec::new(), Vec::new());
        for (index, markdown) in chapter.fields.markdown().into_iter().enumerate() {
            let (mut html, mut plain) = (Writer::of_field(renderer, index), FieldText::default());
            let mut walk = Walk::field(site, chapter, index, &markdown.text, settings);
            while let Some(step) = walk.next() {
                html.step(&step);
                plain.step(&step);
            }
            fields.push(html.finish().joined());
            plain_fields.push(plain.finish());
        }
        Self {
            html: ChapterHtml { text, fields },
            plain: PlainText {
                sections: plain.finish(),
                fields: plain_fields,
            },
        }
    }
}
