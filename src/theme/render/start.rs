//! The start page: blocks, one below the other.
//!
//! Its front matter may name them. What it doesn't choose follows from what the handbook holds: the
//! search, questions, its kinds with their numbers, its text, what else it holds, and what was changed
//! last. A block without anything in it is left out.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::View;
use crate::kind::{BLOCKS, KindId};
use crate::pages::{Page, catalogue_page};
use crate::site::{CatalogueId, ChapterId, FacetOf, Node, SectionId};
use crate::theme::context::{
    BlockContext, Card, Link, LogoContext, Picture, StartContext, TileContext,
};

/// How many chapters stand under what is new.
const NEW_MAX: usize = 3;

/// How many topics are named as examples of what to look for.
const EXAMPLES_MAX: usize = 4;

impl View<'_> {
    pub(super) fn start(&self) -> Option<StartContext> {
        let Page::Section(id, 1) = self.page else {
            return None;
        };
        (id == self.root()).then(|| {
            let chosen = self.chosen_blocks();
            let blocks = BLOCKS.iter().copied().filter(|_| chosen.is_empty());
            let blocks = chosen.iter().map(String::as_str).chain(blocks);
            let blocks = blocks.filter_map(|name| self.block(name));
            StartContext {
                blocks: blocks.collect(),
            }
        })
    }

    /// The names of the blocks that the start page lists, or its original does where a translation lists none.
    fn chosen_blocks(&self) -> Vec<String> {
        let Some(own) = self.chapter else {
            return Vec::new();
        };
        let blocks = |id: ChapterId| &self.chapter_at(id).parsed.front.blocks;
        let original = self.chapter_at(own).translations.first().copied();
        let of = [Some(own), original].into_iter().flatten();
        let mut lists = of.map(blocks).filter(|blocks| !blocks.is_empty());
        let names = lists.next().into_iter().flatten();
        names.map(|block| block.value.clone()).collect()
    }

    /// The chapter that the start page shows first.
    fn featured(&self) -> Option<ChapterId> {
        let own = self.chapter_at(self.chapter?);
        let original = own.translations.first().map(|id| self.chapter_at(*id));
        let featured = own.featured.or_else(|| original?.featured)?;
        Some(self.site.in_edition(featured, self.edition))
    }

    fn block(&self, name: &str) -> Option<BlockContext> {
        let block = BlockContext {
            ty: BLOCKS.into_iter().find(|known| *known == name)?,
            ..BlockContext::default()
        };
        Some(match name {
            "hero" => BlockContext {
                links: self.examples(),
                access: self.access(),
                ..block
            },
            "finder" => BlockContext {
                finder: Some(self.first_finder()?),
                ..block
            },
            "kinds" => BlockContext {
                tiles: some(self.tiles())?,
                ..block
            },
            "ways" => block,
            "featured" => BlockContext {
                items: vec![self.card(self.featured()?)],
                ..block
            },
            "text" => {
                self.chapter?;
                block
            }
            "sections" => BlockContext {
                items: some(self.other_members())?,
                ..block
            },
            "new" => BlockContext {
                items: some(self.latest())?,
                ..block
            },
            "logos" => BlockContext {
                logos: some(self.logos())?,
                ..block
            },
            _ => return None,
        })
    }

    /// The logos of partners and funders.
    fn logos(&self) -> Vec<LogoContext> {
        let logos = self.linked.logos.iter();
        let logos = logos.filter_map(|(file, logo)| {
            Some(LogoContext {
                image: Picture {
                    alt: logo.alt.clone(),
                    ..self.picture_of(file)?
                },
                url: logo.url.clone(),
            })
        });
        logos.collect()
    }

    /// Topics of many chapters.
    fn examples(&self) -> Vec<Link> {
        let Some(facet) = self
            .catalogue_of_all()
            .and_then(|all| self.site.facet_of(all, FacetOf::Topics))
        else {
            return Vec::new();
        };
        let topics = self.site.offered(facet).take(EXAMPLES_MAX);
        topics
            .map(|value| Link {
                title: self.value_label(self.site.value(value)),
                url: self.url_with(value),
                language: None,
            })
            .collect()
    }

    /// The kinds that have a catalogue, each with its section if there is just one.
    fn tiles(&self) -> Vec<TileContext> {
        let tile = |id: CatalogueId| {
            let catalogue = self.site.catalogue(id);
            let kind = self.kind_context(self.site.kinds.get(catalogue.kind.as_deref()?)?);
            let section = self.section_of_kind(catalogue.kind.as_ref()?);
            let index = section.and_then(|id| self.section_at(id).index);
            let index = index.map(|index| self.chapter_at(index));
            let section = section.map(|id| Page::Section(id, 1));
            let page = section.unwrap_or_else(|| catalogue_page(self.site, id, 1));
            Some(TileContext {
                title: self.soft(&kind.plural, None),
                one: self.soft(&kind.label, None),
                url: self.url_of(page),
                count: catalogue.chapters.len(),
                summary: index.and_then(|index| index.parsed.front.summary.clone()),
                language: index.and_then(|index| self.language_of_text(index)),
                kind,
            })
        };
        let catalogues = self.site.catalogues(self.edition);
        catalogues.filter_map(tile).collect()
    }

    /// The member of the start page that gives its chapters this kind, if there is just one.
    pub(super) fn section_of_kind(&self, kind: &KindId) -> Option<SectionId> {
        let children = self.section_at(self.root()).children.iter();
        let mut sections = children.filter_map(|node| match node {
            Node::Section(id) => {
                Some(*id).filter(|id| self.section_at(*id).kind.as_ref() == Some(kind))
            }
            Node::Chapter(_) => None,
        });
        let section = sections.next()?;
        sections.next().is_none().then_some(section)
    }

    /// What the start page holds beside the sections of kinds.
    fn other_members(&self) -> Vec<Card> {
        let catalogues = self.site.catalogues(self.edition);
        let kinds = catalogues.filter_map(|id| self.site.catalogue(id).kind.as_ref());
        let shown: BTreeSet<SectionId> = kinds
            .filter_map(|kind| self.section_of_kind(kind))
            .collect();
        let items = self.section_items(self.root(), 1).into_iter();
        let items = items.filter(|node| !matches!(node, Node::Section(id) if shown.contains(id)));
        items.map(|node| self.node_card(node)).collect()
    }

    /// The chapters that were changed last.
    fn latest(&self) -> Vec<Card> {
        let order = self.site.edition(self.edition).reading_order.iter();
        let dated = order.copied().filter_map(|id: ChapterId| {
            let chapter = self.chapter_at(id);
            let counts = !chapter.is_index && !chapter.is_fallback && !self.linked.is_legal(id);
            let date = chapter.parsed.front.updated.filter(|_| counts)?;
            Some((Reverse(date), chapter.place, id))
        });
        let mut dated: Vec<_> = dated.collect();
        // A few among as few are no news.
        if dated.len() <= NEW_MAX {
            return Vec::new();
        }
        dated.sort();
        let latest = dated.into_iter().take(NEW_MAX);
        latest.map(|(_, _, id)| self.card(id)).collect()
    }
}

/// A list with something in it.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}
