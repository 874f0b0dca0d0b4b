//! What checks of content need to know of a text.

use crate::source::Span;

/// What checks of content need to know of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Its images, in order.
    pub images: Vec<Image>,
    /// Its links, in order.
    pub links: Vec<Link>,
    /// Tables without a header cell that says something.
    pub tables: Vec<Span>,
    /// Videos without captions.
    pub videos: Vec<Span>,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// What it shows, as written. `None` where raw HTML has no such attribute.
    pub alt: Option<String>,
    /// Its caption.
    pub title: String,
    /// As written.
    pub target: String,
    /// Whether it is raw HTML: there, an empty text marks decoration.
    pub html: bool,
    /// Where it stands.
    pub span: Span,
}

/// What an author writes instead of a text for an image that says nothing.
pub const DECORATIVE: &str = "-";

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What the reader sees.
    pub text: String,
    /// As written.
    pub target: String,
    /// Where its text stands; with its target, where it has no text of its own.
    pub span: Span,
}

impl Facts {
    /// Calls `place` on every place.
    pub fn spans(&mut self, mut place: impl FnMut(&mut Span)) {
        self.images
            .iter_mut()
            .for_each(|image| place(&mut image.span));
        self.links.iter_mut().for_each(|link| place(&mut link.span));
        self.tables.iter_mut().for_each(&mut place);
        self.videos.iter_mut().for_each(&mut place);
    }
}
