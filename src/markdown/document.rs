//! What other stages need to know of a text before it is shown.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::definition::{define, part_in};
use super::destination::{Destination, DestinationKey, DestinationKind, is_include};
use super::facts::{Facts, FactsReader};
use super::footnotes::{Footnote, FootnoteProblem, Footnotes};
use super::html::{self, Found, HtmlProblem, HtmlProblemKind};
use super::leftovers::{self, Leftover, MarkdownInHtml};
use super::misread::{Misread, MisreadFinder};
use super::read::{RawHtml, Read, Visitor, first_html, read};
use super::visible::{Lost, VisibleText};
use super::wording::Wording;
use super::{Prepared, Settings};
use crate::source::Span;

/// The facts of one text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Whether its first block is a heading of level 1, which is its title.
    pub has_title: bool,
    /// Headings and includes, in their order. The title is the first of them.
    pub outline: Vec<Outline>,
    /// Everything that leads elsewhere, in its order.
    pub destinations: Vec<Destination>,
    /// Anchors that raw HTML sets.
    pub html_ids: Vec<(String, Span)>,
    /// Programs and styles in raw HTML, which the pages' policy forbids.
    pub active: Vec<(String, Span)>,
    /// Languages of code blocks.
    pub code_languages: Vec<(String, Span)>,
    /// Footnotes that readers would miss.
    pub footnotes: Vec<Footnote>,
    /// What of the text no page would show.
    pub lost: Vec<Lost>,
    /// Markup that nothing understood.
    pub leftovers: Vec<Leftover>,
    /// What was hardly meant as it was read.
    pub misread: Vec<Misread>,
    /// Tags of raw HTML that would harm the page, or aren't shown: what is wrong with each, itself,
    /// and where it stands.
    pub html_problems: Vec<(HtmlProblemKind, String, Span)>,
    /// Raw HTML that is shown as text, because the handbook switched it off.
    pub html_off: Vec<Span>,
    /// What checks of content need to know.
    pub facts: Facts,
    /// The text as the parser gets it.
    pub prepared: Prepared,
    /// Read by the first review that comes by, and kept for those after later edits: it takes as long as
    /// all other reading.
    wording: OnceLock<Wording>,
}

/// A part of a text's outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outline {
    /// A heading.
    Heading(Heading),
    /// Another text is put in: the one that this destination names.
    Include(DestinationKey),
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// The anchor that `{#id}` sets.
    pub id: Option<String>,
    /// Where it stands.
    pub span: Span,
}

impl Document {
    /// Reads `text`, which begins at byte `offset` of its file.
    pub fn read(text: &str, offset: usize, settings: Settings<'_>) -> Self {
        let reader = Reader {
            text,
            offset,
            ..Reader::default()
        };
        let prepared = Prepared::new(text, settings.language);
        let mut visible = VisibleText::new(text);
        let mut misread = MisreadFinder::new(text);
        let mut in_html = MarkdownInHtml::new(settings.language);
        let mut visitors = (
            (reader, &mut visible),
            (
                (Footnotes::default(), &mut misread),
                (FactsReader::default(), &mut in_html),
            ),
        );
        let Read {
            definitions,
            mut problems,
        } = read(text, &prepared, settings, &mut visitors);
        let ((reader, _), ((footnotes, _), (facts, _))) = visitors;
        let Reader {
            mut document,
            referring,
            ..
        } = reader;
        let span = |range: &Range<usize>| Span::new(range.clone()).shifted(offset);
        define(
            &mut document.destinations,
            &referring,
            &definitions,
            text,
            offset,
        );
        document.lost = visible.lost(definitions, offset);
        document.leftovers = leftovers::find(text, visible.bytes(), in_html.finish(), offset);
        document.misread = misread.finish(offset);
        if settings.raw_html {
            let unread = html::unread(text, visible.bytes());
            document.leave_out_what_follows_from(&unread, &mut problems, offset);
            problems.extend(unread);
        } else {
            // All tags are left as text, which one finding says.
            document.html_off = first_html(text, &prepared).iter().map(span).collect();
            document
                .leftovers
                .retain(|leftover| leftover.instead != "left-element");
        }
        let problem = |problem: HtmlProblem| (problem.kind, problem.tag, span(&problem.range));
        document.html_problems = problems.into_iter().map(problem).collect();
        document.footnotes = footnotes.problems(text, visible.bytes(), span);
        document.facts = facts.finish(offset);
        document.prepared = prepared;
        let keys = document.destinations.iter().map(|d| d.key);
        debug_assert!(keys.is_sorted(), "events come in the order of the text");
        document
    }

    /// The wording of the text; `read` reads it when it is first asked for.
    pub fn wording(&self, read: impl FnOnce() -> Wording) -> &Wording {
        self.wording.get_or_init(read)
    }

    /// Takes back what would mend it: within YAML, the signs of Markdown may mean something else.
    pub fn is_within_yaml(&mut self) {
        self.leftovers.iter_mut().for_each(Leftover::remove_fixes);
        self.footnotes.iter_mut().for_each(Footnote::remove_fix);
    }

    /// Gives everything its place in a file, where a text within YAML stands with indented lines.
    pub fn place(&mut self, in_file: impl Fn(Span) -> Span) {
        let place = |span: &mut Span| *span = in_file(*span);
        self.destinations
            .iter_mut()
            .for_each(|d| place(&mut d.span));
        self.footnotes.iter_mut().for_each(|note| {
            place(&mut note.span);
            if let FootnoteProblem::Duplicate(first) = &mut note.problem {
                place(first);
            }
        });
        self.lost.iter_mut().for_each(|lost| place(&mut lost.span));
        self.misread
            .iter_mut()
            .for_each(|misread| place(&mut misread.span));
        for leftover in &mut self.leftovers {
            place(&mut leftover.span);
        }
        self.html_problems
            .iter_mut()
            .for_each(|problem| place(&mut problem.2));
        self.html_ids.iter_mut().for_each(|id| place(&mut id.1));
        self.active
            .iter_mut()
            .for_each(|active| place(&mut active.1));
        self.code_languages
            .iter_mut()
            .for_each(|language| place(&mut language.1));
        self.html_off.iter_mut().for_each(place);
        self.facts.spans(place);
        for part in &mut self.outline {
            if let Outline::Heading(heading) = part {
                place(&mut heading.span);
            }
        }
    }

    /// Leaves out what only follows from HTML that was taken for text: that it is left, and that its
    /// element ends.
    fn leave_out_what_follows_from(
        &mut self,
        unread: &[HtmlProblem],
        problems: &mut Vec<HtmlProblem>,
        offset: usize,
    ) {
        if unread.is_empty() {
            return;
        }
        let starts: BTreeSet<usize> = unread
            .iter()
            .map(|begun| begun.range.start + offset)
            .collect();
        self.leftovers
            .retain(|leftover| !starts.contains(&leftover.span.range().start));
        let names = unread
            .iter()
            .filter_map(|begun| begun.tag.get(1..)?.split(' ').next());
        let ends: BTreeSet<String> = names.map(|name| format!("</{name}>")).collect();
        problems.retain(|problem| {
            problem.kind != HtmlProblemKind::Unopened || !ends.contains(&problem.tag)
        });
    }

    /// The title that its first heading gives.
    pub fn title(&self) -> Option<&str> {
        match self.outline.first() {
            Some(Outline::Heading(heading)) if self.has_title => Some(&heading.text),
            _ => None,
        }
    }

    /// The destination with this key.
    pub fn destination(&self, key: DestinationKey) -> Option<&Destination> {
        let found = self.destinations.binary_search_by_key(&key, |d| d.key);
        found.ok().map(|at| &self.destinations[at])
    }

    /// Headings in their order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.outline.iter().filter_map(|part| match part {
            Outline::Heading(heading) => Some(heading),
            Outline::Include(_) => None,
        })
    }

    /// Whether it puts in other texts.
    pub fn has_includes(&self) -> bool {
        let is_include = |part: &Outline| matches!(part, Outline::Include(_));
        self.outline.iter().any(is_include)
    }
}

/// Gathers a [`Document`] from the events of its text.
#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    offset: usize,
    document: Document,
    /// Whether a block has begun.
    begun: bool,
    heading: Option<Heading>,
    /// How many images are open: what stands in an image's brackets is its alternative text.
    images: usize,
    /// Destinations that stand in a definition: their numbers and its label.
    referring: Vec<(usize, String)>,
}

impl Visitor for Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::Heading(_)) => {
                if let Some(mut heading) = self.heading.take() {
                    heading.text.truncate(heading.text.trim_end().len());
                    self.document.outline.push(Outline::Heading(heading));
                }
            }
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut self.heading {
                    heading.text.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(heading) = &mut self.heading {
                    heading.text.push(' ');
                }
            }
            _ => {}
        }
    }

    fn html(&mut self, html: &RawHtml<'_>) {
        let found = Found::of(&html.tokens);
        for (nth, destination) in found.destinations.iter().enumerate() {
            self.document.destinations.push(Destination {
                key: DestinationKey::new(&html.range, nth),
                target: destination.target.clone(),
                kind: DestinationKind::Html {
                    loads: destination.loads,
                    shows: destination.shows,
                },
                span: self.part(&html.in_text(&destination.tag), &destination.target),
            });
        }
        let span = self.span(&html.range);
        let ids = found.ids.iter().map(|id| (id.clone(), span));
        self.document.html_ids.extend(ids);
        let active = found.active.iter().map(|what| (what.clone(), span));
        self.document.active.extend(active);
    }
}

impl Reader<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(range.clone()).shifted(self.offset)
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { level, id, .. } => {
                let level = *level as u8;
                self.document.has_title |= !self.begun && level == 1;
                let id = id.as_ref().map(ToString::to_string);
                self.heading = Some(Heading {
                    level,
                    text: String::new(),
                    id: id.filter(|id| !id.is_empty()),
                    span: self.span(range),
                });
            }
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.destination(&format!("mailto:{dest_url}"), DestinationKind::Link, range),
            Tag::Link {
                link_type,
                dest_url,
                id,
                ..
            } => {
                self.refers(*link_type, id);
                self.destination(dest_url, DestinationKind::Link, range);
            }
            Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            } => {
                self.refers(*link_type, id);
                self.image(dest_url, range);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let language = info.split([' ', ',', '{']).next().unwrap_or_default();
                if !language.is_empty() {
                    let span = self.part(range, language);
                    let language = (language.to_owned(), span);
                    self.document.code_languages.push(language);
                }
            }
            _ => {}
        }
        self.begun = true;
    }

    /// Notes that the next destination stands in the definition of `label`, if the link is of that type.
    fn refers(&mut self, link_type: LinkType, label: &str) {
        if matches!(
            link_type,
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
        ) {
            let number = self.document.destinations.len();
            self.referring.push((number, label.to_owned()));
        }
    }

    /// An image of a text stands for it, but not within a heading or another image.
    fn image(&mut self, target: &str, range: &Range<usize>) {
        let kind = if is_include(target) && self.heading.is_none() && self.images == 0 {
            let key = DestinationKey::new(range, 0);
            self.document.outline.push(Outline::Include(key));
            DestinationKind::Include
        } else {
            DestinationKind::Image
        };
        self.destination(target, kind, range);
        self.images += 1;
    }

    fn destination(&mut self, target: &str, kind: DestinationKind, range: &Range<usize>) {
        self.document.destinations.push(Destination {
            key: DestinationKey::new(range, 0),
            target: target.to_owned(),
            kind,
            span: self.part(range, target),
        });
    }

    /// Where `part` stands in `range`, its last place if there are several; all of it if nowhere.
    fn part(&self, range: &Range<usize>, part: &str) -> Span {
        self.span(&part_in(self.text, range, part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Document {
        Document::read(
            text,
            0,
            Settings {
                language: "de",
                raw_html: true,
            },
        )
    }

    #[test]
    fn the_first_heading_is_the_title() {
        assert_eq!(
            read("# Runder *Tisch*\n\nText").title(),
            Some("Runder Tisch")
        );
        assert_eq!(read("Text\n\n# Später").title(), None);
        assert_eq!(read("## Kein Titel").title(), None);
    }

    #[test]
    fn headings_know_level_text_and_id() {
        let document = read("## Ablauf `x` {#ablauf}\n\n### Tag 1\n");
        let headings: Vec<_> = document
            .headings()
            .map(|heading| (heading.level, heading.text.as_str(), heading.id.as_deref()))
            .collect();
        assert_eq!(
            headings,
            [(2, "Ablauf x", Some("ablauf")), (3, "Tag 1", None)]
        );
    }

    #[test]
    fn destinations_stand_where_they_are_written() {
        let text = "Ein [Kapitel](a.md#b), ![Bild](c.png \"Titel\") und <a href=\"d.md\">.\n";
        let document = read(text);
        let found: Vec<_> = document
            .destinations
            .iter()
            .map(|d| (d.target.as_str(), d.kind, &text[d.span.range()]))
            .collect();
        assert_eq!(
            found,
            [
                ("a.md#b", DestinationKind::Link, "a.md#b"),
                ("c.png", DestinationKind::Image, "c.png"),
                (
                    "d.md",
                    DestinationKind::Html {
                        loads: false,
                        shows: false
                    },
                    "d.md"
                ),
            ]
        );
    }

    #[test]
    fn an_image_of_markdown_is_an_include() {
        let document = read("## A\n\n![](../_teile/kontakt.md)\n\n## B\n");
        assert!(
            matches!(document.outline[1], Outline::Include(key) if key == document.destinations[0].key)
        );
        assert_eq!(document.destinations[0].kind, DestinationKind::Include);
    }

    #[test]
    fn a_note_without_its_colon_is_one_fault() {
        for (text, colon) in [
            ("Ja[^1] und[^1].\n\n[^1] Hier.\n", " "),
            ("Ja[^1].\n\n[^1] : Hier.\n[^2] Und hier.\n", " : "),
        ] {
            let document = read(text);
            let note = &document.footnotes[0];
            let FootnoteProblem::WithoutColon(Some(at)) = note.problem else {
                panic!("{text}: {:?}", document.footnotes);
            };
            assert_eq!(&text[at.range()], colon);
            let others = document
                .footnotes
                .iter()
                .filter(|other| other.label == note.label);
            assert_eq!(others.count(), 1, "{text}");
        }
        let document = read("[^1] beginnt einen Absatz, und\n[^1] eine Zeile.\n");
        assert_eq!(document.footnotes.len(), 2);
    }

    #[test]
    fn footnotes_with_one_side_are_found() {
        let text = "Ja[^a] und[^b], `[^c]`.\n\n[^a]: Hier.\n[^d]: Nirgends.\n";
        let document = read(text);
        let found: Vec<_> = document
            .footnotes
            .iter()
            .map(|f| (f.label.as_str(), f.problem, &text[f.span.range()]))
            .collect();
        assert_eq!(
            found,
            [
                ("b", FootnoteProblem::Undefined, "[^b]"),
                ("d", FootnoteProblem::Unused, "[^d]")
            ]
        );
    }
}
