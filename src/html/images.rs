//! Images, figures, and images that stand for a text.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::fragment::Hole;
use super::frame::Href;
use super::open::{OpenImage, ShownImage};
use super::writer::Writer;
use crate::link::Target;
use crate::markdown::DECORATIVE;
use crate::source::{Dimensions, Media};

impl<'s> Writer<'s> {
    /// Takes an event within an image: its text is the alternative one.
    pub(super) fn within_image(&mut self, mut image: OpenImage<'s>, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. }) => image.depth += 1,
            Event::End(TagEnd::Image) => image.depth -= 1,
            Event::Text(text) | Event::Code(text) => image.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
        if image.depth == 0 {
            self.close_image(image);
        } else {
            self.image = Some(image);
        }
    }

    /// Writes an image. One alone in a paragraph stands by itself, with a title as a figure.
    fn close_image(&mut self, image: OpenImage<'s>) {
        let OpenImage {
            alt,
            alone,
            shown,
            place,
            ..
        } = image;
        // Its paragraph goes.
        self.skips_paragraph_end = alone;
        match shown {
            None => {}
            Some(ShownImage { target, title }) if !alone => self.img(&alt, &title, target),
            Some(ShownImage { target, title }) if title.is_empty() => {
                self.out.push("<p");
                self.out.push(&place);
                self.out.push(">");
                self.img(&alt, "", target);
                self.out.push("</p>\n");
            }
            Some(ShownImage { target, title }) => {
                self.out.push("<figure");
                self.out.push(&place);
                self.out.push(">");
                self.img(&alt, "", target);
                self.out.push("<figcaption>");
                self.out.text(&title);
                self.out.push("</figcaption></figure>\n");
            }
        }
    }

    /// Writes an image, or the player of a film or of sound.
    fn img(&mut self, alt: &str, title: &str, target: &'s Target) {
        let alt = if alt == DECORATIVE { "" } else { alt };
        let media = match target {
            Target::Asset(path) => Media::of(path.name()),
            _ => None,
        };
        match media {
            Some(Media::Film) => return self.player("video", alt, title, target),
            Some(Media::Sound) => return self.player("audio", alt, title, target),
            Some(Media::Picture) | None => {}
        }
        let (published, known) = match target {
            Target::Asset(path) => {
                let linked = self.renderer.linked;
                (linked.pictures.get(path), linked.site.pictures.get(path))
            }
            _ => (None, None),
        };
        let out = &mut self.out;
        out.push("<img");
        if let Some(published) = published {
            out.hole(Hole::Picture(published));
        } else {
            out.push(" src=\"");
            if let Some(href) = Href::new(&self.renderer, target) {
                out.href(href);
            }
            out.push("\"");
        }
        out.push(" alt=\"");
        out.attribute(alt);
        if !title.is_empty() {
            out.push("\" title=\"");
            out.attribute(title);
        }
        let size = known.map(|picture| picture.dimensions);
        if let (None, Some(Dimensions { width, height })) = (published, size) {
            out.push(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        // The first one is likely in sight when the page opens.
        self.images += 1;
        out.push(if self.images > 1 {
            "\" loading=\"lazy\" decoding=\"async\">"
        } else {
            "\" decoding=\"async\">"
        });
    }
}
