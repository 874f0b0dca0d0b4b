//! The numbers of sections and chapters, for a handbook that asks for them: `2.3` is the third member of the
//! second section. Pages that the law asks for stand in the footer and have none.

use rustc_hash::FxHashMap;

use super::Linked;
use crate::site::{ChapterId, Node, SectionId};

/// By section or chapter.
pub(super) type Numbers = FxHashMap<Node, String>;

impl Linked {
    /// The number of a section or chapter.
    pub fn number(&self, node: Node) -> Option<&str> {
        self.numbers.get(&node).map(String::as_str)
    }

    /// Whether a member of the start page holds nothing but pages that the law asks for; the footer
    /// links these.
    pub fn is_legal_member(&self, node: Node) -> bool {
        let is_legal = |id: &ChapterId| self.is_legal(*id);
        match node {
            Node::Chapter(id) => is_legal(&id),
            Node::Section(id) => {
                let children = &self.site.section(id).children;
                let legal = |node: &Node| matches!(node, Node::Chapter(id) if is_legal(id));
                !children.is_empty() && children.iter().all(legal)
            }
        }
    }

    /// Numbers the members of each edition.
    pub(super) fn find_numbers(&self) -> Numbers {
        let mut numbers = Numbers::default();
        if self.site.config.numbers {
            for edition in self.site.editions.iter() {
                self.number_members(edition.root, true, "", &mut numbers);
            }
        }
        numbers
    }

    fn number_members(
        &self,
        section: SectionId,
        is_root: bool,
        before: &str,
        numbers: &mut Numbers,
    ) {
        let members = self.site.section(section).children.iter();
        let members = members.filter(|node| !is_root || !self.is_legal_member(**node));
        for (at, node) in members.enumerate() {
            let number = format!("{before}{}", at + 1);
            if let Node::Section(id) = *node {
                self.number_members(id, false, &format!("{number}."), numbers);
                let index = self.site.section(id).index;
                numbers.extend(index.map(|index| (Node::Chapter(index), number.clone())));
            }
            numbers.insert(*node, number);
        }
    }
}
