//! Images, figures, and images that stand for a text.

use pulldown_cmark::{Event, TagEnd};

use super::writer::{Piece, Writer};
use crate::link::Target;
use crate::markdown::{DECORATIVE, DestinationKey, is_include};
use crate::site::Guard;
use crate::source::Dimensions;

impl<'s> Writer<'s> {
    /// Writes the image that begins at `at`.
    pub(super) fn image(
        &mut self,
        piece: &Piece<'s>,
        at: usize,
        target: &str,
        title: &str,
        guard: &mut Guard,
    ) -> usize {
        let (alt, end) = alternative_text(piece, at);
        if is_include(target) && !self.in_heading() {
            self.include(piece, target, guard);
        } else {
            self.img(&alt, title, image_target(piece, at));
        }
        end + 1
    }

    /// Writes the image that is alone in the paragraph at `at`: with a title as a figure.
    pub(super) fn lone_image(&mut self, piece: &Piece<'s>, at: usize, guard: &mut Guard) -> usize {
        let Event::Start(pulldown_cmark::Tag::Image {
            dest_url, title, ..
        }) = &piece.events[at + 1].0
        else {
            unreachable!("the caller saw an image there");
        };
        let (alt, end) = alternative_text(piece, at + 1);
        if is_include(dest_url) {
            self.include(piece, dest_url, guard);
        } else if title.is_empty() {
            self.out.push_str("<p>");
            self.img(&alt, "", image_target(piece, at + 1));
            self.out.push_str("</p>\n");
        } else {
            self.out.push_str("<figure>");
            self.img(&alt, "", image_target(piece, at + 1));
            self.out.push_str("<figcaption>");
            self.text(title);
            self.out.push_str("</figcaption></figure>\n");
        }
        end + 2
    }

    fn img(&mut self, alt: &str, title: &str, target: &Target) {
        let alt = if alt == DECORATIVE { "" } else { alt };
        let url = self.url(target).unwrap_or_default();
        let pictures = &self.lower.linked.site.pictures;
        let size = match target {
            Target::Asset(path) => pictures.get(path),
            _ => None,
        };
        self.out.push_str("<img src=\"");
        self.attribute(&url);
        self.out.push_str("\" alt=\"");
        self.attribute(alt);
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.attribute(title);
        }
        if let Some(Dimensions { width, height }) = size {
            self.out
                .push_str(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        // The first one is likely in sight when the page opens.
        self.images += 1;
        self.out.push_str(if self.images > 1 {
            "\" loading=\"lazy\" decoding=\"async\">"
        } else {
            "\" decoding=\"async\">"
        });
    }
}

fn image_target<'s>(piece: &Piece<'s>, at: usize) -> &'s Target {
    piece
        .targets
        .get(DestinationKey::new(&piece.events[at].1, 0))
}

/// The text in an image's brackets, and the number of the image's last event.
fn alternative_text(piece: &Piece<'_>, at: usize) -> (String, usize) {
    let mut alt = String::new();
    let mut depth = 0;
    for (number, (event, _)) in piece.events.iter().enumerate().skip(at) {
        match event {
            Event::Start(pulldown_cmark::Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => {
                depth -= 1;
                if depth == 0 {
                    return (alt, number);
                }
            }
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    (alt, piece.events.len())
}
