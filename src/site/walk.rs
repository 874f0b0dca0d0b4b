//! The walk over a page: a text, with the texts that it puts in.
//!
//! 1. A [`Walk`] goes over the parts of a text in their order: those of its outline, which is known
//!    ([`Outlines`]), or its events, which are read anew ([`TextEvents`]).
//! 2. It leaves out the heading that the page shows as its title, and says of every other one which
//!    level and which anchor it has on the page.
//! 3. Where a text puts in another, it goes into that one and comes back. Texts that put in each
//!    other, or too many, are refused. The texts it is in are a list, however deep they are.
//!
//! Whoever needs to know what stands on a page, and below which heading, goes this way.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashSet;

use super::{Anchor, Chapter, Parsed, Site, way};
use crate::markdown::{
    Destination, DestinationKey, DestinationKind, Document, Events, Outline, Settings,
};
use crate::source::HandbookPath;

/// How many texts one page may put in, those within others counted: texts that include each other
/// twice would double at every step.
pub const INCLUDES_MAX: usize = 256;

/// Level of the heading below which the Markdown of a field stands.
const FIELD_LEVEL: u8 = 2;

/// All Markdown files, by path.
type Texts = BTreeMap<HandbookPath, Arc<Parsed>>;

/// The file that `target`, written in the file at `path`, puts in.
pub fn included<'t>(
    path: &HandbookPath,
    target: &str,
    texts: &'t Texts,
) -> Option<&'t Arc<Parsed>> {
    let text = |link: &str| texts.get(&HandbookPath::resolve(path.folder(), link).ok()?);
    text(&way(target, |link| text(link).is_some()).link)
}

/// A text on a page.
#[derive(Debug, Clone, Copy)]
pub struct Text<'s> {
    /// What is known of it.
    pub document: &'s Document,
    /// Its Markdown.
    pub markdown: &'s str,
    /// Its file; none if it is that of a field, which puts in no others.
    pub file: Option<&'s Parsed>,
}

impl<'s> Text<'s> {
    fn of(file: &'s Parsed) -> Self {
        Self {
            document: &file.document,
            markdown: file.text(),
            file: Some(file),
        }
    }
}

/// What a walk goes over in every text.
pub trait Parts<'s> {
    /// A part.
    type Part;

    /// The parts of `text`.
    fn of(&self, text: Text<'s>) -> Vec<Self::Part>;

    /// The number of parts up to the end of the first heading.
    fn first_heading(parts: &[Self::Part]) -> usize;

    /// What a part of the text `document` means for the walk.
    fn role(part: &Self::Part, document: &'s Document) -> Role<'s>;
}

/// What a part of a text means for a walk.
#[derive(Debug, Clone, Copy)]
pub enum Role<'s> {
    /// It begins a heading of this level.
    Heading(u8),
    /// It stands for a text to put in.
    Include(&'s Destination),
    /// Nothing.
    Other,
}

/// The outlines of texts.
pub struct Outlines;

impl<'s> Parts<'s> for Outlines {
    type Part = &'s Outline;

    fn of(&self, text: Text<'s>) -> Vec<Self::Part> {
        text.document.outline.iter().collect()
    }

    fn first_heading(_: &[Self::Part]) -> usize {
        1
    }

    fn role(part: &Self::Part, document: &'s Document) -> Role<'s> {
        match part {
            Outline::Heading(heading) => Role::Heading(heading.level),
            Outline::Include(key) => document
                .destination(*key)
                .map_or(Role::Other, Role::Include),
        }
    }
}

/// An event with its bytes in the text.
pub type Part<'s> = (Event<'s>, Range<usize>);

/// The events of texts.
pub struct TextEvents<'s> {
    /// How texts are read.
    pub settings: Settings<'s>,
}

impl<'s> Parts<'s> for TextEvents<'s> {
    type Part = Part<'s>;

    fn of(&self, text: Text<'s>) -> Vec<Self::Part> {
        Events::new(text.markdown, &text.document.prepared, self.settings).collect()
    }

    fn first_heading(parts: &[Self::Part]) -> usize {
        let ends = |(event, _): &Self::Part| matches!(event, Event::End(TagEnd::Heading(_)));
        parts.iter().position(ends).map_or(0, |end| end + 1)
    }

    fn role((event, range): &Self::Part, document: &'s Document) -> Role<'s> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => Role::Heading(*level as u8),
            Event::Start(Tag::Image { .. }) => document
                .destination(DestinationKey::new(range, 0))
                .filter(|destination| destination.kind == DestinationKind::Include)
                .map_or(Role::Other, Role::Include),
            _ => Role::Other,
        }
    }
}

/// A step of a walk.
#[derive(Debug)]
pub enum Step<'w, 's, P> {
    /// To the next part.
    Part(Placed<'w, 's, P>),
    /// Out of a text that was put in, back to the one around it.
    Leave,
}

/// A part of a text, at its place on the page.
#[derive(Debug)]
pub struct Placed<'w, 's, P> {
    /// The part.
    pub part: &'w P,
    /// Those behind it in its text.
    pub following: &'w [P],
    /// The text.
    pub text: Text<'s>,
    /// What the heading is on the page that begins here.
    pub heading: Option<PageHeading<'s>>,
    /// The text that stands to be put in here.
    pub include: Option<Include<'s>>,
}

/// A heading on a page.
#[derive(Debug, Clone, Copy)]
pub struct PageHeading<'s> {
    /// Its level there: 2 to 6, since level 1 is the page's title.
    pub level: u8,
    /// Its anchor, if the page has its anchors yet.
    pub anchor: Option<&'s Anchor>,
}

/// A text that is to be put in.
#[derive(Debug, Clone, Copy)]
pub struct Include<'s> {
    /// Where it is named.
    pub destination: &'s Destination,
    /// It, or why it isn't put in.
    pub text: Result<&'s Arc<Parsed>, Refusal<'s>>,
}

/// Why a text isn't put in.
#[derive(Debug, Clone, Copy)]
pub enum Refusal<'s> {
    /// There is none.
    Missing,
    /// It is being put in already.
    Cycle(&'s Parsed),
    /// The page has put in too many.
    TooMany(&'s Parsed),
}

/// A walk over a page.
pub struct Walk<'s, P: Parts<'s>> {
    parts: P,
    texts: &'s Texts,
    /// The page's anchors from the first heading of the walk on.
    anchors: std::slice::Iter<'s, Anchor>,
    /// The texts it is in, the page's own first.
    open: Vec<Open<'s, P::Part>>,
    /// The files of these.
    open_files: FxHashSet<&'s HandbookPath>,
    /// The text to go into next.
    entering: Option<&'s Arc<Parsed>>,
    /// How many texts it has put in.
    count: usize,
}

/// A text that a walk is in.
struct Open<'s, P> {
    text: Text<'s>,
    parts: Vec<P>,
    /// The number of the next part.
    next: usize,
    /// Level on the page of the heading below which it stands; 0 for the page's own text, which
    /// keeps its levels.
    parent_level: u8,
    /// The highest level of its headings.
    top: u8,
    /// Level on the page of the last heading.
    level: u8,
}

#[cfg(test)]
thread_local! {
    /// How many times this thread has read the text of a page.
    pub(crate) static PAGES_READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl<'s> Walk<'s, TextEvents<'s>> {
    /// Over the events of a chapter's page.
    pub fn page(site: &'s Site, chapter: &'s Chapter, settings: Settings<'s>) -> Self {
        #[cfg(test)]
        PAGES_READ.set(PAGES_READ.get() + 1);
        let mut walk = Self::new(
            TextEvents { settings },
            &site.texts,
            chapter.anchors.of_text(),
        );
        walk.open(Text::of(&chapter.parsed), 0, chapter.opens_with_title());
        walk
    }

    /// Over the events of the Markdown `markdown` in the field of a chapter with the number `field`
    /// among those with Markdown.
    pub fn field(
        site: &'s Site,
        chapter: &'s Chapter,
        field: usize,
        markdown: &'s str,
        settings: Settings<'s>,
    ) -> Self {
        let anchors = chapter.anchors.of_field(field);
        let mut walk = Self::new(TextEvents { settings }, &site.texts, anchors);
        let text = Text {
            document: &chapter.markdown_fields[field],
            markdown,
            file: None,
        };
        walk.open(text, FIELD_LEVEL, false);
        walk
    }
}

impl<'s> Walk<'s, Outlines> {
    /// Over the outline of a page with the text of `file`, whose first heading is left out if
    /// `skip_title`.
    pub fn outline(file: &'s Parsed, skip_title: bool, texts: &'s Texts) -> Self {
        let mut walk = Self::new(Outlines, texts, &[]);
        walk.open(Text::of(file), 0, skip_title);
        walk
    }
}

impl<'s, P: Parts<'s>> Walk<'s, P> {
    fn new(parts: P, texts: &'s Texts, anchors: &'s [Anchor]) -> Self {
        Self {
            parts,
            texts,
            anchors: anchors.iter(),
            open: Vec::new(),
            open_files: FxHashSet::default(),
            entering: None,
            count: 0,
        }
    }

    fn open(&mut self, text: Text<'s>, parent_level: u8, skip_title: bool) {
        let parts = self.parts.of(text);
        let next = if skip_title {
            P::first_heading(&parts).min(parts.len())
        } else {
            0
        };
        self.open_files
            .extend(text.file.map(|file| &file.source.path));
        let levels = text.document.headings().map(|heading| heading.level);
        self.open.push(Open {
            text,
            parts,
            next,
            parent_level,
            top: levels.min().unwrap_or(1),
            level: parent_level.max(1),
        });
    }

    /// The next step; `None` at the end of the page.
    #[expect(
        clippy::should_implement_trait,
        reason = "a step borrows from the walk"
    )]
    pub fn next(&mut self) -> Option<Step<'_, 's, P::Part>> {
        if let Some(file) = self.entering.take() {
            let level = self.open.last().map_or(1, |open| open.level);
            self.open(Text::of(file), level, false);
        }
        let open = self.open.last_mut()?;
        let Some(part) = open.parts.get(open.next) else {
            let left = self.open.pop().and_then(|left| left.text.file);
            if let Some(file) = left {
                self.open_files.remove(&file.source.path);
            }
            return (!self.open.is_empty()).then_some(Step::Leave);
        };
        let (mut heading, mut include) = (None, None);
        match P::role(part, open.text.document) {
            Role::Heading(level) => {
                open.level = open.level_on_page(level);
                heading = Some(PageHeading {
                    level: open.level,
                    anchor: self.anchors.next(),
                });
            }
            Role::Include(destination) => include = Some(destination),
            Role::Other => {}
        }
        open.next += 1;
        let include = include.map(|destination| self.include(destination));
        let open = self.open.last()?;
        Some(Step::Part(Placed {
            part: &open.parts[open.next - 1],
            following: &open.parts[open.next..],
            text: open.text,
            heading,
            include,
        }))
    }

    fn include(&mut self, destination: &'s Destination) -> Include<'s> {
        let around = self.open.last().and_then(|open| open.text.file);
        let found =
            around.and_then(|file| included(&file.source.path, &destination.target, self.texts));
        let is_open = |file: &Parsed| self.open_files.contains(&file.source.path);
        let text = match found {
            None => Err(Refusal::Missing),
            Some(file) if is_open(file) => Err(Refusal::Cycle(file)),
            Some(file) if self.count == INCLUDES_MAX => Err(Refusal::TooMany(file)),
            Some(file) => Ok(file),
        };
        if let Ok(file) = text {
            self.count += 1;
            self.entering = Some(file);
        }
        Include { destination, text }
    }
}

impl<P> Open<'_, P> {
    /// The level on the page of a heading of `level` in the text.
    fn level_on_page(&self, level: u8) -> u8 {
        let shifted = if self.parent_level == 0 {
            level
        } else {
            self.parent_level + 1 + level - self.top
        };
        shifted.clamp(2, 6)
    }
}
