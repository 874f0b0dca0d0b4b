//! Pictures that stand by themselves, with what stands under them.

use super::blocks::PartReader;
use super::data::{Block, Inline};
use super::elements::{element_of, is_picture, text_of};
use crate::book::tree::{Element, Node, each_element};

impl<'p> PartReader<'p> {
    /// A picture with what stands under it.
    pub(super) fn figure(
        &mut self,
        element: &'p Element,
        children: &'p [Node],
        blocks: &mut Vec<Block>,
    ) {
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
        // Words beside a picture that are no caption would be lost without it.
        let others = children.iter().filter(|node| !is_caption(node));
        let has_words = others
            .clone()
            .any(|node| !text_of(std::slice::from_ref(node)).trim().is_empty());
        let picture = match pictures.as_slice() {
            [only] if !has_words || is_picture(element) => self.pictures.of_element(only),
            _ => None,
        };
        let body = match picture {
            Some(_) => Vec::new(),
            None => {
                let mut body = Vec::new();
                for node in others {
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
}
