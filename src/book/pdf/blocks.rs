//! What stands by itself in a part: from its tree to [`data`](super::data).
//!
//! 1. Elements that stand by themselves become blocks; what stands between them as mere words becomes a
//!    paragraph.
//! 2. Levels of headings follow each other without a gap, as the standard asks: a page's title is one below
//!    that of the part around it.
//! 3. Footnotes go to where they are referred to first, see [`inlines`](super::inlines).
//! 4. What means nothing by itself and carries nothing leaves only what stands in it.

use std::collections::{BTreeMap, BTreeSet};

use super::data::{Block, Inline, Item, Mark};
use super::elements::{
    class, element_of, heading_level, is_frame, is_notes, label, language_of, only_picture,
    stands_by_itself, text_of,
};
use super::pictures::Pictures;
use crate::book::refine::WITHIN;
use crate::book::tree::{Element, Node, each_element};

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
                let lists = element.children.iter().filter_map(element_of);
                let lists = lists.filter(|list| list.name == "ol");
                let items = lists.flat_map(|list| list.children.iter().filter_map(element_of));
                let by_id = items.filter_map(|note| Some((note.attribute("id")?.to_owned(), note)));
                reader.notes.extend(by_id);
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
            return self.heading(element, level, blocks);
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
            "table" => self.table(element, blocks),
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

    /// A heading. One without words would be none to those who hear it: only its place stays.
    fn heading(&mut self, element: &'p Element, level: usize, blocks: &mut Vec<Block>) {
        let content = self.inlines(element.children.iter());
        let label = self.place(element);
        if content.is_empty() {
            blocks.extend(label.map(|label| Block::Place { label }));
            return;
        }
        let level = (self.depth + level).min(self.level + 1).min(LEVEL_MAX);
        self.level = level;
        let content = match language_of(element) {
            Some(language) => vec![Mark::Language { language, content }.into()],
            None => content,
        };
        blocks.push(Block::Heading {
            level,
            label,
            content,
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
