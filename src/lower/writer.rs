//! Events to HTML: text, inline markup and the walk through included texts.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use super::footnotes::Footnotes;
use super::{Frame, Lower, Text};
use crate::link::{Target, Targets};
use crate::markdown::{DestinationKey, Document, Events};
use crate::site::{Anchor, Guard, Parsed, escape, included};

/// Level of the headings that begin a section of a page.
const SECTION: u8 = 2;

/// One text on its way to HTML.
pub(super) struct Piece<'s> {
    /// The file, for a text that can include others.
    pub parsed: Option<&'s Parsed>,
    pub document: &'s Document,
    pub targets: &'s Targets,
    pub events: Vec<(Event<'s>, Range<usize>)>,
    /// Level of the heading below which it stands; 0 for the page's own text.
    pub below: u8,
    pub skip_title: bool,
}

/// What is written, and what of the page is counted on the way.
pub(super) struct Writer<'s> {
    pub lower: Lower<'s>,
    pub frame: &'s Frame<'s>,
    pub out: String,
    pub footnotes: Footnotes,
    pub tables: usize,
    pub images: usize,
    anchors: std::slice::Iter<'s, Anchor>,
    /// Level on the page of the last heading.
    current: u8,
    html: Option<String>,
    pub in_table_head: bool,
    pub columns: Vec<pulldown_cmark::Alignment>,
    pub column: usize,
    pub heading: Option<&'s Anchor>,
    paragraph: bool,
    pub links: Vec<bool>,
    /// Elements of raw HTML that are open and in which no term is explained.
    pub plain: usize,
    /// The element whose beginning has become a link and whose end is still to come.
    pub embedded: Option<String>,
    /// Terms that the section at hand has explained already.
    pub explained: BTreeSet<usize>,
}

impl<'s> Writer<'s> {
    /// A writer for one text; `prefix` goes into the ids of its footnotes.
    pub fn new(
        lower: Lower<'s>,
        frame: &'s Frame<'s>,
        anchors: &'s [Anchor],
        prefix: &str,
    ) -> Self {
        Self {
            lower,
            frame,
            out: String::new(),
            footnotes: Footnotes::new(&format!("{}{prefix}", frame.prefix)),
            tables: 0,
            images: 0,
            anchors: anchors.iter(),
            current: 1,
            html: None,
            in_table_head: false,
            columns: Vec::new(),
            column: 0,
            heading: None,
            paragraph: false,
            links: Vec::new(),
            plain: 0,
            embedded: None,
            explained: BTreeSet::new(),
        }
    }

    /// Writes one text; goes into others where it includes them.
    pub fn piece(&mut self, piece: &Piece<'s>, guard: &mut Guard) {
        self.out.reserve(piece.events.len() * 16);
        self.current = piece.below.max(1);
        self.footnotes.enter();
        let mut at = 0;
        if piece.skip_title {
            let ends =
                |(event, _): &(Event<'_>, _)| matches!(event, Event::End(TagEnd::Heading(_)));
            let end = piece.events.iter().position(ends).map_or(0, |end| end + 1);
            at = end;
        }
        while at < piece.events.len() {
            at = self.event(piece, at, guard);
        }
        self.footnotes.leave();
    }

    /// The HTML and its footnotes.
    pub fn finish(self) -> Text {
        let mut notes = String::new();
        let level = self.frame.level(SECTION);
        let chapter = self.frame.title_id();
        let chapter = (!self.frame.prefix.is_empty()).then_some(chapter.as_str());
        self.footnotes
            .write(self.lower.labels, level, chapter, &mut notes);
        Text {
            html: self.out,
            notes,
        }
    }

    /// The way to `target` from the page that is written.
    pub fn url(&self, target: &Target) -> Option<String> {
        self.frame.url(&self.lower, target)
    }

    pub fn in_heading(&self) -> bool {
        self.heading.is_some()
    }

    /// Writes the event at `at` and gives the number of the next one to write.
    fn event(&mut self, piece: &Piece<'s>, at: usize, guard: &mut Guard) -> usize {
        let (event, range) = &piece.events[at];
        let target = |nth| piece.targets.get(DestinationKey::new(range, nth));
        match event {
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                return self.image(piece, at, dest_url, title, guard);
            }
            Event::Start(Tag::CodeBlock(kind)) => return self.code(&piece.events, at, kind),
            Event::Start(Tag::Paragraph) if alone(&piece.events, at) => {
                // The image alone in a paragraph stands by itself: as a figure, or as an included
                // text. Its paragraph goes.
                return self.lone_image(piece, at, guard);
            }
            Event::Start(tag) => self.start(piece, at, tag),
            Event::End(tag) => self.end(*tag, target),
            Event::Text(text) => self.words(text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.text(text);
                self.out.push_str("</code>");
            }
            Event::Html(text) => match &mut self.html {
                Some(html) => html.push_str(text),
                None => self.raw_html(text, target),
            },
            Event::InlineHtml(text) => {
                self.raw_html(text, target);
                self.note_plain(text);
            }
            Event::FootnoteReference(label) => {
                self.footnotes
                    .reference(label, self.lower.labels, &mut self.out);
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::TaskListMarker(done) => self.task(*done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(text),
        }
        at + 1
    }

    fn start(&mut self, piece: &Piece<'s>, at: usize, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.paragraph = true;
                self.out.push_str("<p>");
            }
            Tag::Heading { level, .. } => {
                let level = crate::site::page_level(piece.document, piece.below, *level as u8);
                self.current = level;
                self.heading = self.anchors.next();
                if level == SECTION {
                    self.explained.clear();
                }
                self.open_heading(level);
            }
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { title, .. } => {
                let key = DestinationKey::new(&piece.events[at].1, 0);
                self.open_link(title, piece.targets.get(key));
            }
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::FootnoteDefinition(label) => {
                let outer = std::mem::take(&mut self.out);
                self.footnotes.begin(label, outer);
            }
            block => self.open_block(block, &piece.events, at),
        }
    }

    fn end(&mut self, tag: TagEnd, target: impl Fn(usize) -> &'s Target) {
        match tag {
            TagEnd::Paragraph => {
                self.paragraph = false;
                self.out.push_str("</p>\n");
            }
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link => {
                let is_link = self.links.pop().unwrap_or(false);
                self.out.push_str(if is_link { "</a>" } else { "</span>" });
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.raw_html(&html, target);
                }
            }
            TagEnd::FootnoteDefinition => {
                let note = std::mem::take(&mut self.out);
                self.out = self.footnotes.end(note);
            }
            block => self.close_block(block),
        }
    }

    fn open_heading(&mut self, level: u8) {
        let level = self.frame.level(level);
        let id = self.heading.map_or("", |anchor| anchor.id.as_str());
        self.out.push_str("<div class=\"heading\"><h");
        self.out.push(char::from(b'0' + level));
        self.out.push_str(" id=\"");
        let frame = self.frame;
        self.attribute(&frame.prefix);
        self.attribute(id);
        self.out.push_str("\">");
        self.former_anchors(id);
    }

    /// The anchors that the one at this place once had. They work without script on any server.
    pub fn former_anchors(&mut self, present: &str) {
        let former = &self.lower.chapter().parsed.front.anchors;
        for anchor in former.iter().filter(|anchor| anchor.present == present) {
            self.out.push_str("<span id=\"");
            self.attribute(&anchor.former);
            self.out.push_str("\"></span>");
        }
    }

    fn close_heading(&mut self) {
        let level = char::from(b'0' + self.frame.level(self.current));
        self.out.push_str("</h");
        self.out.push(level);
        self.out.push('>');
        if let Some(anchor) = self.heading.take() {
            self.out.push_str("<a class=\"anchor\" href=\"#");
            let frame = self.frame;
            self.attribute(&escape(&frame.prefix));
            self.attribute(&escape(&anchor.id));
            self.out.push_str("\" aria-label=\"");
            let labels = self.lower.labels;
            self.attribute(&labels.anchor);
            self.out.push(' ');
            self.attribute(&anchor.text);
            self.out
                .push_str("\"><span aria-hidden=\"true\">#</span></a>");
        }
        self.out.push_str("</div>\n");
    }

    fn open_link(&mut self, title: &str, target: &Target) {
        let Some(url) = self.url(target) else {
            // Only the preview shows a page with a broken link.
            self.links.push(false);
            self.out.push_str("<span class=\"broken-link\">");
            return;
        };
        self.links.push(true);
        self.out.push_str("<a href=\"");
        self.attribute(&url);
        if matches!(target, Target::External(url) if url.contains("//")) {
            self.out.push_str("\" rel=\"external");
        }
        if let Some(code) = self.lower.other_language(target) {
            self.out.push_str("\" hreflang=\"");
            self.attribute(code);
        }
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.attribute(title);
        }
        self.out.push_str("\">");
    }

    /// Goes into the text that the image at hand stands for.
    pub fn include(&mut self, piece: &Piece<'s>, target: &str, guard: &mut Guard) {
        let linked = self.lower.linked;
        let Some(parsed) = piece
            .parsed
            .and_then(|parsed| included(&parsed.source.path, target, &linked.site.texts))
        else {
            return;
        };
        let path = &parsed.source.path;
        if guard.enter(path).is_err() {
            return;
        }
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph {
            self.out.push_str("</p>\n");
        }
        let current = self.current;
        let inner = Piece {
            parsed: Some(parsed),
            document: &parsed.document,
            targets: linked.targets(path),
            events: Events::new(parsed.text(), self.lower.settings()).collect(),
            below: current,
            skip_title: false,
        };
        self.piece(&inner, guard);
        self.current = current;
        self.paragraph = paragraph;
        if paragraph {
            self.out.push_str("<p>");
        }
        guard.leave();
    }

    pub fn text(&mut self, text: &str) {
        escape_html_body_text(&mut self.out, text).expect("writing to a String never fails");
    }

    pub fn attribute(&mut self, text: &str) {
        escape_html(&mut self.out, text).expect("writing to a String never fails");
    }
}

/// Whether the paragraph that begins at `at` holds an image and nothing else.
fn alone(events: &[(Event<'_>, Range<usize>)], at: usize) -> bool {
    if !matches!(
        events.get(at + 1),
        Some((Event::Start(Tag::Image { .. }), _))
    ) {
        return false;
    }
    let ends = |(event, _): &(Event<'_>, _)| matches!(event, Event::End(TagEnd::Image));
    let end = events[at..].iter().position(ends).map(|end| at + end + 1);
    end.is_some_and(|end| matches!(events.get(end), Some((Event::End(TagEnd::Paragraph), _))))
}
