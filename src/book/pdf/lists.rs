//! Lists, and labels with their values.

use super::blocks::PartReader;
use super::data::{Block, Fact, Item, Mark};
use super::elements::{class, element_of};
use crate::book::tree::{Element, Node};

impl<'p> PartReader<'p> {
    pub(super) fn list(&mut self, element: &'p Element, role: String) -> Block {
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
    pub(super) fn facts(
        &mut self,
        nodes: &'p [Node],
        place: Option<String>,
        items: &mut Vec<Fact>,
    ) {
        let mut place = place;
        // What a group begins belongs to no other.
        let begun = items.len();
        for child in nodes.iter().filter_map(element_of) {
            match child.name.as_str() {
                "dt" => {
                    let mut label = self.inlines(child.children.iter());
                    let own = self.place(child);
                    let last = items[begun..].last_mut();
                    match last.filter(|last| last.values.is_empty()) {
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
                    match items[begun..].last_mut() {
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
}
