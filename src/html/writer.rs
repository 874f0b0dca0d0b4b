//! Steps of a walk to HTML: text, inline markup, headings and links.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::ChapterRenderer;
use super::footnotes::Footnotes;
use super::fragment::{Fragment, Hole};
use super::frame::{Href, SECTION};
use super::open::{OpenCode, OpenImage, ShownImage, Tables, is_alone};
use super::place::TextPlace;
use crate::kind::TOP;
use crate::link::{Target, Targets};
use crate::markdown::DestinationKey;
use crate::site::{Include, PageHeading, Parsed, Part, Placed, Step, escape};
use crate::source::web;

/// A text with its footnotes.
#[derive(Debug, Clone, Default)]
pub struct TextFragments<'s> {
    /// The text.
    pub html: Fragment<'s>,
    /// Its footnotes; empty without any.
    pub notes: Fragment<'s>,
}

impl<'s> TextFragments<'s> {
    /// The text and its footnotes in one.
    pub fn joined(mut self) -> Fragment<'s> {
        self.html.append(self.notes);
        self.html
    }
}

/// Writes the HTML of one text, with the texts that it puts in, as a walk comes along them.
pub struct Writer<'s> {
    pub(super) renderer: ChapterRenderer<'s>,
    pub(super) out: Fragment<'s>,
    pub(super) footnotes: Footnotes<'s>,
    pub(super) images: usize,
    /// The texts that are being written, the innermost last.
    texts: Vec<OpenText<'s>>,
    pub(super) code: Option<OpenCode>,
    pub(super) tables: Tables,
    pub(super) heading: Option<PageHeading<'s>>,
    paragraph: bool,
    /// Whether the paragraph that has begun holds an image and nothing else.
    image_alone: bool,
    pub(super) skips_paragraph_end: bool,
    pub(super) image: Option<OpenImage<'s>>,
    pub(super) links: Vec<bool>,
    /// Elements of raw HTML that are open and in which no term is explained.
    pub(super) plain: usize,
    /// Terms that the section at hand has explained already.
    pub(super) explained: BTreeSet<usize>,
    /// The anchors that a place once had, by its present one.
    former_anchors: BTreeMap<&'s str, Vec<&'s str>>,
}

/// A text that is being written.
struct OpenText<'s> {
    targets: &'s Targets,
    place: TextPlace<'s>,
    /// Whether it stands within a paragraph of the text around.
    paragraph: bool,
    /// The image that stands for it.
    image: Option<OpenImage<'s>>,
}

impl<'s> Writer<'s> {
    /// A writer for the text of the chapter of `renderer`.
    pub fn of_text(renderer: ChapterRenderer<'s>) -> Self {
        let targets = renderer.linked.targets(renderer.chapter().path());
        let place = TextPlace::of_file(&renderer.chapter().parsed);
        let mut writer = Self::new(renderer, targets, place, String::new());
        writer.former_anchors(TOP, &[]);
        writer
    }

    /// A writer for the Markdown of its field with this [`crate::kind::MarkdownText::index`].
    pub fn of_field(renderer: ChapterRenderer<'s>, index: usize) -> Self {
        let targets = renderer.linked.field_targets(renderer.id, index);
        // Where its words stand is worked out only for the preview, which asks for it.
        let place = if renderer.with_places {
            TextPlace::of_field(renderer.chapter(), index)
        } else {
            TextPlace::of_file(&renderer.chapter().parsed)
        };
        Self::new(renderer, targets, place, format!("f{}-", index + 1))
    }

    /// A writer; `prefix` goes into the ids of its footnotes.
    fn new(
        renderer: ChapterRenderer<'s>,
        targets: &'s Targets,
        place: TextPlace<'s>,
        prefix: String,
    ) -> Self {
        let mut former_anchors: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for anchor in &renderer.chapter().parsed.front.anchors {
            let former = former_anchors.entry(anchor.present.as_str()).or_default();
            former.push(anchor.former.as_str());
        }
        let mut writer = Self {
            renderer,
            out: Fragment::default(),
            footnotes: Footnotes::new(prefix),
            images: 0,
            texts: Vec::new(),
            code: None,
            tables: Tables::default(),
            heading: None,
            paragraph: false,
            image_alone: false,
            skips_paragraph_end: false,
            image: None,
            links: Vec::new(),
            plain: 0,
            explained: BTreeSet::new(),
            former_anchors,
        };
        writer.enter(targets, place);
        writer
    }

    /// The HTML and its footnotes.
    pub fn finish(self) -> TextFragments<'s> {
        TextFragments {
            html: self.out,
            notes: self.footnotes.finish(self.renderer.labels),
        }
    }

    /// Writes what a step comes to.
    pub fn step(&mut self, step: &Step<'_, 's, Part<'s>>) {
        match step {
            Step::Part(placed) => self.part(placed),
            Step::Leave => self.leave(),
        }
    }

    fn part(&mut self, placed: &Placed<'_, 's, Part<'s>>) {
        let (event, range) = placed.part;
        if let Some(image) = self.image.take() {
            return self.within_image(image, event);
        }
        match event {
            _ if self.code.is_some() => self.within_code(event),
            Event::Start(tag) => self.start(placed, tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.words(text),
            Event::Code(text) => {
                self.out.push("<code>");
                self.out.text(text);
                self.out.push("</code>");
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.raw_html(text, self.targets_at(range));
            }
            Event::FootnoteReference(label) => {
                self.footnotes
                    .reference(label, self.renderer.labels, &mut self.out);
            }
            Event::SoftBreak => self.out.push("\n"),
            Event::HardBreak => self.out.push("<br>\n"),
            Event::Rule => self.out.push("<hr>\n"),
            Event::TaskListMarker(done) => self.task(*done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.out.text(text),
        }
    }

    /// Where the destinations of the event at `range` lead.
    fn targets_at(&self, range: &Range<usize>) -> impl Fn(usize) -> &'s Target + use<'s> {
        let targets = self.texts.last().map(|text| text.targets);
        let targets = targets.expect("a text is being written");
        let range = range.clone();
        move |nth| targets.get(DestinationKey::new(&range, nth))
    }

    /// The attribute that says where the block at `range` stands, where that is asked for.
    pub(super) fn place(&self, range: &Range<usize>) -> String {
        let text = self.texts.last().filter(|_| self.renderer.with_places);
        text.map_or_else(String::new, |text| text.place.attribute(range.start))
    }

    /// Writes the first tag of the block at `range`: its beginning, where it stands, and its end.
    pub(super) fn open(&mut self, begin: &str, range: &Range<usize>, end: &str) {
        self.out.push(begin);
        if self.renderer.with_places {
            let place = self.place(range);
            self.out.push(&place);
        }
        self.out.push(end);
    }

    fn start(&mut self, placed: &Placed<'_, 's, Part<'s>>, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            // An image alone in a paragraph stands by itself: as a figure, or for a text.
            Tag::Paragraph if is_alone(placed.following) => self.image_alone = true,
            Tag::Paragraph => {
                self.paragraph = true;
                self.open("<p", range, ">");
            }
            Tag::Heading { .. } => {
                if let Some(heading) = placed.heading {
                    self.open_heading(heading, range);
                }
            }
            Tag::Emphasis => self.out.push("<em>"),
            Tag::Strong => self.out.push("<strong>"),
            Tag::Strikethrough => self.out.push("<del>"),
            Tag::Link {
                title, link_type, ..
            } => {
                let is_bare = *link_type == LinkType::Autolink;
                self.open_link(title, self.targets_at(range)(0), is_bare);
            }
            Tag::Image { title, .. } => {
                let alone = std::mem::take(&mut self.image_alone);
                match placed.include {
                    Some(include) => self.include(alone, include),
                    None => {
                        let shown = ShownImage {
                            target: self.targets_at(range)(0),
                            title: title.to_string(),
                        };
                        let place = if alone {
                            self.place(range)
                        } else {
                            String::new()
                        };
                        self.image = Some(OpenImage::new(alone, Some(shown), place));
                    }
                }
            }
            Tag::FootnoteDefinition(label) => {
                let outer = std::mem::take(&mut self.out);
                self.footnotes.begin(label, outer);
            }
            block => self.open_block(block, placed.following, range),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.skips_paragraph_end => self.skips_paragraph_end = false,
            TagEnd::Paragraph => {
                self.paragraph = false;
                self.out.push("</p>\n");
            }
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::Emphasis => self.out.push("</em>"),
            TagEnd::Strong => self.out.push("</strong>"),
            TagEnd::Strikethrough => self.out.push("</del>"),
            TagEnd::Link => {
                let is_link = self.links.pop().unwrap_or(false);
                self.out.push(if is_link { "</a>" } else { "</span>" });
            }
            TagEnd::FootnoteDefinition => {
                let note = std::mem::take(&mut self.out);
                self.out = self.footnotes.end(note);
            }
            block => self.close_block(block),
        }
    }

    fn open_heading(&mut self, heading: PageHeading<'s>, range: &Range<usize>) {
        self.heading = Some(heading);
        if heading.level == SECTION {
            self.explained.clear();
        }
        let id = heading.anchor.map_or("", |anchor| anchor.id.as_str());
        self.out.push("<h");
        self.out.hole(Hole::Level(heading.level));
        self.open("", range, " id=\"");
        self.out.hole(Hole::IdPrefix);
        self.out.attribute(id);
        self.out.push("\">");
        let spellings = heading.anchor.map_or(&[][..], |anchor| &anchor.spellings);
        self.former_anchors(id, spellings);
    }

    /// The anchors that the one at this place once had, and what other programs call it. They work without
    /// script on any server.
    fn former_anchors(&mut self, present: &str, spellings: &[String]) {
        let former = self
            .former_anchors
            .get(present)
            .into_iter()
            .flatten()
            .copied();
        for id in former.chain(spellings.iter().map(String::as_str)) {
            self.out.push("<span id=\"");
            self.out.hole(Hole::IdPrefix);
            self.out.attribute(id);
            self.out.push("\"></span>");
        }
    }

    fn close_heading(&mut self) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        let out = &mut self.out;
        out.push("</h");
        out.hole(Hole::Level(heading.level));
        out.push(">");
        if let Some(anchor) = heading.anchor {
            out.push("<a class=\"anchor\" href=\"#");
            out.hole(Hole::IdPrefixInUrl);
            out.attribute(&escape(&anchor.id));
            out.push("\" aria-label=\"");
            out.attribute(&self.renderer.labels.anchor);
            out.push(" ");
            out.attribute(&anchor.text);
            out.push("\"></a>");
        }
        out.push("\n");
    }

    /// Begins a link. On paper the address of one that is called by it needn't be told once more.
    fn open_link(&mut self, title: &str, target: &'s Target, is_bare: bool) {
        let out = &mut self.out;
        let Some(href) = Href::new(&self.renderer, target) else {
            // Only the preview shows a page with a broken link.
            self.links.push(false);
            out.push("<span class=\"broken-link\">");
            return;
        };
        self.links.push(true);
        out.push("<a href=\"");
        out.href(href);
        if matches!(target, Target::External(url) if web::is_web(url)) {
            out.push("\" rel=\"external");
            if is_bare {
                out.push("\" class=\"bare");
            }
        }
        if let Some(code) = self.renderer.other_language(target) {
            out.push("\" hreflang=\"");
            out.attribute(code);
        }
        if !title.is_empty() {
            out.push("\" title=\"");
            out.attribute(title);
        }
        out.push("\">");
    }

    /// Goes into the text that the image at hand stands for, which closes the paragraph around it.
    fn include(&mut self, alone: bool, include: Include<'s>) {
        self.image = Some(OpenImage::new(alone, None, String::new()));
        let Ok(file) = include.text else {
            return;
        };
        let file: &Parsed = file;
        if self.paragraph {
            self.out.push("</p>\n");
        }
        let targets = self.renderer.linked.targets(&file.source.path);
        self.enter(targets, TextPlace::of_file(file));
    }

    fn enter(&mut self, targets: &'s Targets, place: TextPlace<'s>) {
        self.footnotes.enter();
        self.texts.push(OpenText {
            targets,
            place,
            paragraph: std::mem::take(&mut self.paragraph),
            image: self.image.take(),
        });
    }

    fn leave(&mut self) {
        self.footnotes.leave();
        let Some(text) = self.texts.pop() else { return };
        self.image = text.image;
        self.paragraph = text.paragraph;
        if self.paragraph {
            self.out.push("<p>");
        }
    }
}
