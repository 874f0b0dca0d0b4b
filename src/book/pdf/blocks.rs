//! What stands by itself in a part: from its tree to [`data`](super::data).
//!
//! 1. Elements that stand by themselves become blocks; what stands between them as mere words becomes a
//!    paragraph.
//! 2. Levels of headings follow each other without a gap, as the standard asks: a page's title is one below
//!    that of the part around it.
//! 3. Footnotes go to where they are referred to first, see [`inlines`](super::inlines).
//! 4. What means nothing by itself and carries nothing leaves only what stands in it.

use std::collections::{BTreeMap, BTreeSet};

use super::data::{Block, Fact, Inline, Item, Language, Mark};
use super::pictures::Pictures;
use crate::book::refine::WITHIN;
use crate::book::tree::{Element, Node, each_element};
use crate::config::language;

/// The deepest level that a heading can have in a PDF.
const LEVEL_MAX: usize = 6;

/// Reads a part.
pub(super) struct PartReader<'p> {
    /// Its number.
    pub part: usize,
    /// How many parts it stands in.
    pub depth: usize,
    pub pictures: &'p mut Pictures,
    /// The level of the last heading.
    level: usize,
    /// Footnotes, by their ids.
    notes: BTreeMap<String, &'p Element>,
    /// Those that stand in the text already.
    pub(super) noted: BTreeSet<String>,
    /// Places that have a label already.
    places: BTreeSet<String>,
}

impl<'p> PartReader<'p> {
    /// What stands in `nodes`, which are those of the part with the number `part`.
    pub fn read(
        nodes: &'p [Node],
        part: usize,
        depth: usize,
        pictures: &'p mut Pictures,
    ) -> Vec<Block> {
        let mut reader = Self {
            part,
            depth,
            pictures,
            level: depth,
            notes: BTreeMap::new(),
            noted: BTreeSet::new(),
            places: BTreeSet::new(),
        };
        each_element(nodes, &mut |element| {
            if is_notes(element) {
                let notes = element.children.iter().filter_map(element_of);
                let notes = notes.filter(|list| list.name == "ol");
                let notes = notes.flat_map(|list| list.children.iter().filter_map(element_of));
                let notes = notes.filter_map(|note| Some((note.attribute("id")?.to_owned(), note)));
                reader.notes.extend(notes);
            }
        });
        let mut blocks = reader.blocks(nodes);
        blocks.extend(reader.other_notes());
        blocks
    }

    /// Notes that nothing refers to.
    fn other_notes(&mut self) -> Option<Block> {
        let ids: Vec<String> = self.notes.keys().cloned().collect();
        let mut items = Vec::new();
        for id in ids {
            if let Some(body) = self.note(&id) {
                let role = String::new();
                items.push(Item { role, body });
            }
        }
        let list = |items| Block::List {
            ordered: false,
            start: 1,
            role: "notes".to_owned(),
            items,
        };
        (!items.is_empty()).then(|| list(items))
    }

    /// The footnote with an id, unless it stands in the text already.
    pub(super) fn note(&mut self, id: &str) -> Option<Vec<Block>> {
        let note = *self.notes.get(id)?;
        self.noted
            .insert(id.to_owned())
            .then(|| self.blocks(&note.children))
    }

    /// Whether there is a footnote with an id.
    pub(super) fn has_note(&self, id: &str) -> bool {
        self.notes.contains_key(id)
    }

    /// The label of the place with the id `id` in this part.
    pub(super) fn label(&self, id: &str) -> String {
        label(self.part, Some(id))
    }

    /// The label of an element's place, the first time that it is asked for: there is only one of each.
    pub(super) fn place(&mut self, element: &Element) -> Option<String> {
        let id = element.attribute("id").filter(|id| !id.is_empty())?;
        let is_new = self.places.insert(id.to_owned());
        is_new.then(|| self.label(id))
    }

    /// What stands in `nodes`.
    pub(super) fn blocks(&mut self, nodes: &'p [Node]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut words: Vec<&'p Node> = Vec::new();
        for node in nodes {
            match node {
                Node::Element(element) if stands_by_itself(element) => {
                    self.paragraph(&mut words, &mut blocks);
                    self.element(element, &mut blocks);
                }
                node => words.push(node),
            }
        }
        self.paragraph(&mut words, &mut blocks);
        blocks
    }

    /// The paragraph that `words` are, if they say anything.
    fn paragraph(&mut self, words: &mut Vec<&'p Node>, blocks: &mut Vec<Block>) {
        let content = self.inlines(std::mem::take(words).into_iter());
        if !content.is_empty() {
            let role = String::new();
            blocks.push(Block::Paragraph { role, content });
        }
    }

    fn element(&mut self, element: &'p Element, blocks: &mut Vec<Block>) {
        if is_notes(element) {
            return;
        }
        if let Some(level) = heading_level(element) {
            return blocks.push(self.heading(element, level));
        }
        let language = language_of(element);
        if let Some(label) = self.place(element) {
            blocks.push(Block::Place { label });
        }
        let at = blocks.len();
        self.by_name(element, blocks);
        if let Some(language) = language
            && blocks.len() > at
        {
            let body = blocks.split_off(at);
            let role = String::new();
            let language = Some(language);
            blocks.push(Block::Group {
                role,
                language,
                body,
            });
        }
    }

    fn by_name(&mut self, element: &'p Element, blocks: &mut Vec<Block>) {
        let role = class(element);
        let children = &element.children;
        match element.name.as_str() {
            "p" | "summary" | "caption" | "legend" => match only_picture(children) {
                Some(image) => self.figure(image, &[], blocks),
                None => {
                    let content = self.inlines(children.iter());
                    if !content.is_empty() {
                        blocks.push(Block::Paragraph { role, content });
                    }
                }
            },
            "ul" | "ol" | "menu" | "dir" => blocks.push(self.list(element, role)),
            "dl" => {
                let mut items = Vec::new();
                self.facts(children, None, &mut items);
                blocks.push(Block::Facts { items });
            }
            "blockquote" => {
                let body = self.blocks(children);
                blocks.push(Block::Quote { body });
            }
            "pre" => {
                let text = text_of(children);
                let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
                blocks.push(Block::Code { text });
            }
            "figure" => self.figure(element, children, blocks),
            "table" => blocks.push(self.table(element)),
            "hr" => blocks.push(Block::Rule),
            "a" => self.link_around_blocks(element, blocks),
            _ if is_frame(element) => {
                let body = self.blocks(children);
                let mut names = role.split_ascii_whitespace();
                let sort = names.find_map(|name| name.strip_prefix("alert-"));
                let sort = sort.unwrap_or_default().to_owned();
                let role = role.split_ascii_whitespace().next();
                let role = role.unwrap_or_default().to_owned();
                blocks.push(Block::Frame { role, sort, body });
            }
            _ if role.is_empty() || role == "table" => blocks.extend(self.blocks(children)),
            _ => {
                let body = self.blocks(children);
                if !body.is_empty() {
                    let language = None;
                    blocks.push(Block::Group {
                        role,
                        language,
                        body,
                    });
                }
            }
        }
    }

    fn heading(&mut self, element: &'p Element, level: usize) -> Block {
        let content = self.inlines(element.children.iter());
        let own = element.attribute("id").is_some();
        let label = if own { self.place(element) } else { None };
        let level = (self.depth + level).min(self.level + 1).min(LEVEL_MAX);
        // A heading without words would be none to those who hear it.
        if content.is_empty() {
            return label.map_or(
                Block::Group {
                    role: String::new(),
                    language: None,
                    body: Vec::new(),
                },
                |label| Block::Place { label },
            );
        }
        self.level = level;
        let content = match language_of(element) {
            Some(language) => vec![Mark::Language { language, content }.into()],
            None => content,
        };
        Block::Heading {
            level,
            label,
            content,
        }
    }

    fn list(&mut self, element: &'p Element, role: String) -> Block {
        let mut items = Vec::new();
        for child in &element.children {
            match child {
                Node::Element(item) if item.name == "li" => {
                    let mut body = Vec::new();
                    let label = self.place(item);
                    body.extend(label.map(|label| Block::Place { label }));
                    body.extend(self.blocks(&item.children));
                    let role = class(item);
                    items.push(Item { role, body });
                }
                Node::Text(text) if text.trim().is_empty() => {}
                other => {
                    let body = self.blocks(std::slice::from_ref(other));
                    let role = String::new();
                    items.push(Item { role, body });
                }
            }
        }
        let start = element.attribute("start");
        Block::List {
            ordered: element.name == "ol",
            start: start.and_then(|start| start.parse().ok()).unwrap_or(1),
            role,
            items,
        }
    }

    /// Labels and values, which may stand in groups.
    fn facts(&mut self, nodes: &'p [Node], place: Option<String>, items: &mut Vec<Fact>) {
        let mut place = place;
        for child in nodes.iter().filter_map(element_of) {
            match child.name.as_str() {
                "dt" => {
                    let mut label = self.inlines(child.children.iter());
                    let own = self.place(child);
                    match items.last_mut().filter(|last| last.values.is_empty()) {
                        Some(last) => {
                            last.label.push(Mark::Break.into());
                            last.label.append(&mut label);
                        }
                        None => items.push(Fact {
                            place: place.take().or(own),
                            label,
                            values: Vec::new(),
                        }),
                    }
                }
                "dd" => {
                    let value = self.blocks(&child.children);
                    match items.last_mut() {
                        Some(last) => last.values.push(value),
                        None => items.push(Fact {
                            place: place.take(),
                            label: Vec::new(),
                            values: vec![value],
                        }),
                    }
                }
                _ => {
                    let place = self.place(child);
                    self.facts(&child.children, place, items);
                }
            }
        }
    }

    /// A picture with what stands under it.
    fn figure(&mut self, element: &'p Element, children: &'p [Node], blocks: &mut Vec<Block>) {
        let mut pictures = Vec::new();
        if element.name == "figure" {
            each_element(children, &mut |within| {
                if is_picture(within) {
                    pictures.push(within);
                }
            });
        } else {
            pictures.push(element);
        }
        let is_caption = |node: &&'p Node| element_of(node).is_some_and(|e| e.name == "figcaption");
        let captions = children.iter().filter(is_caption).filter_map(element_of);
        let mut caption = Vec::new();
        for element in captions {
            caption.extend(self.blocks(&element.children));
        }
        let picture = match pictures.as_slice() {
            [only] => self.pictures.of_element(only),
            _ => None,
        };
        let body = match picture {
            Some(_) => Vec::new(),
            None => {
                let mut body = Vec::new();
                for node in children.iter().filter(|node| !is_caption(node)) {
                    body.extend(self.blocks(std::slice::from_ref(node)));
                }
                body
            }
        };
        if picture.is_none() && body.is_empty() && caption.is_empty() {
            let alt = element.attribute("alt").unwrap_or_default();
            if !alt.is_empty() {
                let content = vec![Inline::Text(alt.to_owned())];
                let role = String::new();
                blocks.push(Block::Paragraph { role, content });
            }
            return;
        }
        blocks.push(Block::Figure {
            picture,
            body,
            caption,
        });
    }

    /// Blocks that a link is around: a link can't hold them, so it stands behind them.
    fn link_around_blocks(&mut self, link: &'p Element, blocks: &mut Vec<Block>) {
        blocks.extend(self.blocks(&link.children));
        let href = link.attribute("href").unwrap_or_default();
        if !href.is_empty() && !href.starts_with(WITHIN) {
            let content = vec![Inline::Text(href.to_owned())];
            let to = href.to_owned();
            let printed = None;
            let link = Mark::Link {
                to,
                printed,
                content,
            };
            blocks.push(Block::Paragraph {
                role: String::new(),
                content: vec![link.into()],
            });
        }
    }
}

/// The label of a part, or of a place in it.
pub(super) fn label(part: usize, place: Option<&str>) -> String {
    match place {
        Some(place) => format!("part-{part}.{place}"),
        None => format!("part-{part}"),
    }
}

pub(super) fn element_of(node: &Node) -> Option<&Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    }
}

/// The text of nodes.
pub(super) fn text_of(nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Text(own) => text.push_str(own),
            Node::Element(element) if element.name == "br" => text.push('\n'),
            Node::Element(element) => text.push_str(&text_of(&element.children)),
        }
    }
    text
}

pub(super) fn class(element: &Element) -> String {
    element.attribute("class").unwrap_or_default().to_owned()
}

/// The language that an element says it is in.
pub(super) fn language_of(element: &Element) -> Option<Language> {
    let code = element.attribute("lang").filter(|code| !code.is_empty())?;
    let direction = element.attribute("dir");
    let direction = direction.filter(|direction| ["ltr", "rtl"].contains(direction));
    Some(Language {
        code: language::base(code).to_ascii_lowercase(),
        region: region(code),
        direction: Some(
            direction
                .unwrap_or_else(|| language::direction(code))
                .to_owned(),
        ),
    })
}

/// The region in the code of a language.
pub(super) fn region(code: &str) -> Option<String> {
    let mut parts = code.split('-').skip(1);
    let is_region = |part: &&str| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    parts.find(is_region).map(str::to_ascii_uppercase)
}

fn heading_level(element: &Element) -> Option<usize> {
    let level = element.name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn is_notes(element: &Element) -> bool {
    element.attribute("role") == Some("doc-endnotes")
}

fn is_frame(element: &Element) -> bool {
    ["alert", "banner", "facts"]
        .iter()
        .any(|class| element.has_class(class))
}

pub(super) fn is_picture(element: &Element) -> bool {
    matches!(element.name.as_str(), "img" | "svg")
}

/// The picture that is all that stands there, maybe in a link.
fn only_picture(nodes: &[Node]) -> Option<&Element> {
    let is_blank = |node: &&Node| matches!(node, Node::Text(text) if text.trim().is_empty());
    let mut nodes = nodes.iter().filter(|node| !is_blank(node));
    let only = element_of(nodes.next()?)?;
    let is_only = nodes.next().is_none();
    (is_only && is_picture(only)).then_some(only)
}

/// Whether an element stands by itself, by its name or by what stands in it.
pub(super) fn stands_by_itself(element: &Element) -> bool {
    const BLOCKS: [&str; 40] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "ul",
        "optgroup",
    ];
    if BLOCKS.contains(&element.name.as_str()) {
        return true;
    }
    let is_drawn = matches!(element.name.as_str(), "svg" | "math");
    let mut children = element.children.iter().filter_map(element_of);
    !is_drawn && children.any(stands_by_itself)
}
