//! What checks of content need to know of a text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::html::{Found, HtmlImage, StartTag, TokenKind};
use super::read::{RawHtml, Visitor};
use crate::prose::names_maker;
use crate::source::{Media, Span};

/// What checks of content need to know of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Where blocks and markup first stand in each other deeper than [`DEPTH_MAX`].
    pub too_deep: Option<Span>,
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
    /// Whether the caption says who made it.
    pub names_maker: bool,
    /// As written.
    pub target: String,
    /// Whether it is raw HTML: there, an empty text marks decoration.
    pub html: bool,
    /// Whether it stands alone in its paragraph, and so has a caption.
    pub alone: bool,
    /// Where it stands.
    pub span: Span,
}

/// What an author writes instead of a text for an image that says nothing.
pub(crate) const DECORATIVE: &str = "-";

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What the reader sees.
    pub text: String,
    /// As written.
    pub target: String,
    /// Where its text stands; with its target, where it has no text of its own.
    pub span: Span,
    /// Whether its author wrote nothing but the address, without any markup.
    pub is_bare: bool,
}

impl Facts {
    /// Calls `place` on every place.
    pub fn spans(&mut self, mut place: impl FnMut(&mut Span)) {
        self.too_deep.iter_mut().for_each(&mut place);
        self.images
            .iter_mut()
            .for_each(|image| place(&mut image.span));
        self.links.iter_mut().for_each(|link| place(&mut link.span));
        self.tables.iter_mut().for_each(&mut place);
        self.videos.iter_mut().for_each(&mut place);
    }
}

/// Gathers the facts of a text. Text isn't kept.
#[derive(Default)]
pub(super) struct FactsReader {
    /// How many blocks and pieces of markup are open.
    depth: usize,
    facts: Facts,
    /// Images that are open, the innermost last.
    images: Vec<Image>,
    link: Option<OpenLink>,
    table: Option<Range<usize>>,
    /// In the header of a table: whether it has said something yet.
    header: Option<bool>,
    code: bool,
    /// Raw HTML's video and table that are open, and whether each has what it needs.
    video: Option<(Span, bool)>,
    html_table: Option<(Span, bool)>,
    /// Whether the caption of a figure is open.
    figcaption: bool,
    has_transcript: bool,
    behind: Behind,
}

/// What stood right before the event at hand.
#[derive(Default, PartialEq)]
enum Behind {
    /// The beginning of a paragraph.
    ParagraphStart,
    /// An image with which its paragraph begins.
    FirstImage,
    /// Anything else.
    #[default]
    Other,
}

struct OpenLink {
    link: Link,
    /// Where the text stands that has been seen of it.
    text: Option<Range<usize>>,
}

/// How deep blocks and markup may stand in each other: browsers give up at some hundreds, readers long before.
pub const DEPTH_MAX: usize = 64;

/// What a link says that leads to what is said in a video.
const TRANSCRIPTS: [&str; 5] = [
    "Transkript",
    "Abschrift",
    "Untertitel",
    "transcript",
    "Transcript",
];

impl Visitor for FactsReader {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEPTH_MAX {
            let first = || Span::new(range.clone());
            self.facts.too_deep.get_or_insert_with(first);
        }
        if self.behind == Behind::FirstImage
            && !matches!(event, Event::End(TagEnd::Paragraph))
            && let Some(image) = self.facts.images.last_mut()
        {
            image.alone = false;
        }
        self.element_of(event, range);
        self.behind = match event {
            Event::Start(Tag::Paragraph) => Behind::ParagraphStart,
            Event::End(TagEnd::Image) if self.images.is_empty() => {
                let last = self.facts.images.last();
                let first = last.is_some_and(|image| image.alone);
                if first {
                    Behind::FirstImage
                } else {
                    Behind::Other
                }
            }
            _ => Behind::Other,
        };
    }

    fn html(&mut self, html: &RawHtml<'_>) {
        let span = Span::new(html.range.clone());
        let image = |image: HtmlImage| Image {
            alt: image.alt,
            names_maker: false,
            title: image.title,
            target: image.src,
            html: true,
            alone: false,
            span,
        };
        let found = Found::of(&html.tokens);
        self.facts
            .images
            .extend(found.images.into_iter().map(image));
        for token in &html.tokens {
            match &token.kind {
                TokenKind::Start(tag) => self.begin(tag, span),
                TokenKind::End(name) => self.end_element(name),
                TokenKind::Text => self.caption(&html.text[token.range.clone()]),
                _ => {}
            }
        }
    }
}

impl FactsReader {
    fn element_of(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(_) if self.code => {}
            Event::Text(text) | Event::Code(text) => self.text(text, range),
            Event::SoftBreak => self.text(" ", range),
            Event::HardBreak => self.text("\n", range),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some(image) = self.images.last_mut() {
            image.alt.get_or_insert_default().push_str(text);
            return;
        }
        if let Some(open) = &mut self.link {
            open.link.text.push_str(text);
            open.text.get_or_insert(range.clone()).end = range.end;
        }
        self.says_header(text);
        self.caption(text);
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Image {
                dest_url, title, ..
            } => {
                let image = Image {
                    alt: Some(String::new()),
                    names_maker: false,
                    title: title.to_string(),
                    target: dest_url.to_string(),
                    html: false,
                    alone: self.behind == Behind::ParagraphStart,
                    span: Span::new(range.clone()),
                };
                self.images.push(image);
            }
            // What stands in an image's brackets is no link, and no other image.
            Tag::Link { dest_url, .. } if self.images.is_empty() => {
                let link = Link {
                    text: String::new(),
                    target: dest_url.to_string(),
                    span: Span::new(range.clone()),
                    is_bare: false,
                };
                self.link = Some(OpenLink { link, text: None });
            }
            Tag::Table(_) => self.table = Some(range.clone()),
            Tag::TableHead => self.header = Some(false),
            Tag::CodeBlock(_) => self.code = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => {
                if let Some(image) = self.images.pop() {
                    self.end_image(image);
                }
            }
            TagEnd::Link if self.images.is_empty() => self.end_link(),
            TagEnd::TableHead => {
                if self.header.take() == Some(false)
                    && let Some(range) = self.table.take()
                {
                    self.facts.tables.push(Span::new(range));
                }
            }
            TagEnd::CodeBlock => self.code = false,
            _ => {}
        }
    }

    fn end_image(&mut self, image: Image) {
        let says = image.alt.clone().unwrap_or_default();
        if let Some(outer) = self.images.last_mut() {
            outer.alt.get_or_insert_default().push_str(&says);
            return;
        }
        // An image is what a link around it or a header cell says.
        if let Some(open) = &mut self.link {
            open.link.text.push_str(&says);
        }
        self.says_header(&says);
        let link = image.target.split(['#', '?']).next().unwrap_or_default();
        if Media::of(link) == Some(Media::Film) {
            self.facts.videos.push(image.span);
        }
        self.facts.images.push(image);
    }

    fn end_link(&mut self) {
        let Some(OpenLink { mut link, text }) = self.link.take() else {
            return;
        };
        if let Some(text) = text {
            let text = Span::new(text);
            link.is_bare = link.span == text;
            link.span = text;
        }
        self.has_transcript |= TRANSCRIPTS.iter().any(|word| link.text.contains(word));
        self.facts.links.push(link);
    }

    fn says_header(&mut self, text: &str) {
        if let Some(says) = &mut self.header {
            *says |= !text.trim().is_empty();
        }
    }

    /// Text within the caption of a figure is one of its image.
    fn caption(&mut self, text: &str) {
        if let Some(image) = self.facts.images.last_mut().filter(|_| self.figcaption) {
            image.title.push_str(text);
        }
    }

    /// The beginning of an element that is checked as a whole.
    fn begin(&mut self, tag: &StartTag, span: Span) {
        let has = |name| tag.attribute(name).is_some();
        match tag.name.as_str() {
            // A film without sound needs no captions; a description may stand elsewhere.
            "video" => self.video = Some((span, has("aria-describedby") || has("muted"))),
            "track" => {
                if let Some((_, has_captions)) = &mut self.video {
                    *has_captions = true;
                }
            }
            "table" => self.html_table = Some((span, has("role"))),
            "th" => {
                if let Some((_, has_header)) = &mut self.html_table {
                    *has_header = true;
                }
            }
            "figcaption" => self.figcaption = true,
            _ => {}
        }
    }

    /// The end of such an element.
    fn end_element(&mut self, name: &str) {
        match name {
            "video" => {
                let video = self.video.take().filter(|(_, has_captions)| !has_captions);
                self.facts.videos.extend(video.map(|(span, _)| span));
            }
            "table" => {
                let table = self.html_table.take().filter(|(_, has_header)| !has_header);
                self.facts.tables.extend(table.map(|(span, _)| span));
            }
            "figcaption" => self.figcaption = false,
            _ => {}
        }
    }

    /// The facts, whose places are shifted by `offset`.
    pub fn finish(mut self, offset: usize) -> Facts {
        if self.has_transcript {
            self.facts.videos.clear();
        }
        for image in &mut self.facts.images {
            image.names_maker = names_maker(&image.title);
        }
        self.facts.spans(|span| *span = span.shifted(offset));
        self.facts
    }
}
