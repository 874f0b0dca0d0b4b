//! What has begun on the way through a text, and isn't written yet.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use crate::link::Target;
use crate::site::Part;

/// A block of code that has begun.
pub(super) struct OpenCode {
    /// The attribute that says where it stands.
    pub place: String,
    pub language: String,
    pub code: String,
}

/// The tables so far, and where in one the writer is.
#[derive(Default)]
pub(super) struct Tables {
    pub count: usize,
    pub in_head: bool,
    pub columns: Vec<Alignment>,
    /// The number of the next cell in its row.
    pub column: usize,
}

/// An image that has begun.
pub(super) struct OpenImage<'s> {
    /// How many images are open, those in its brackets counted.
    pub depth: usize,
    /// The text in its brackets.
    pub alt: String,
    /// Whether nothing else is in its paragraph.
    pub alone: bool,
    /// Nothing if it stands for a text.
    pub shown: Option<ShownImage<'s>>,
    /// The attribute that says where its paragraph stands.
    pub place: String,
}

/// What an image shows.
#[derive(Debug)]
pub(super) struct ShownImage<'s> {
    pub target: &'s Target,
    pub title: String,
}

impl<'s> OpenImage<'s> {
    pub fn new(alone: bool, shown: Option<ShownImage<'s>>, place: String) -> Self {
        Self {
            depth: 1,
            alt: String::new(),
            alone,
            shown,
            place,
        }
    }
}

/// Whether the paragraph that goes on with `events` holds an image and nothing else.
pub(super) fn is_alone(events: &[Part<'_>]) -> bool {
    if !matches!(events.first(), Some((Event::Start(Tag::Image { .. }), _))) {
        return false;
    }
    let ends = |(event, _): &Part<'_>| matches!(event, Event::End(TagEnd::Image));
    let behind = events.iter().position(ends).map(|end| end + 1);
    let behind = behind.and_then(|behind| events.get(behind));
    matches!(behind, Some((Event::End(TagEnd::Paragraph), _)))
}
