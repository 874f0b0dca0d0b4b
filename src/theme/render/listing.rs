//! A section's list, and the glossary.

use super::View;
use crate::kind::Kind;
use crate::pages::{Page, list_pages, list_range};
use crate::site::{ChapterId, Node, SectionId, slug};
use crate::theme::context::{Card, KindContext, PageNumber, Paging, SectionContext, TermContext};

impl View<'_> {
    pub(super) fn section_context(&self) -> Option<SectionContext> {
        let Page::Section(id, part) = self.page else {
            return None;
        };
        let section = self.section_at(id);
        let items = self.section_items(id, part).into_iter();
        let items = items.map(|node| self.node_card(node));
        let kind = section
            .kind
            .as_deref()
            .and_then(|kind| self.site.kinds.get(kind));
        let index = section.index.map(|index| self.chapter_at(index));
        Some(SectionContext {
            title: section.title.clone(),
            language: self.language_of_section(id),
            summary: index.and_then(|index| index.parsed.front.summary.clone()),
            kind: kind.map(|kind| self.kind_context(kind)),
            catalogue: match kind {
                Some(kind) => self.site.catalogue_of(self.edition, Some(&kind.id)),
                None if id == self.root() => self.catalogue_of_all(),
                None => None,
            }
            .filter(|catalogue| self.site.catalogue(*catalogue).section != Some(id))
            .map(|id| self.url_of_catalogue(id)),
            items: items.collect(),
            pages: paging(list_pages(self.site, id), part, &|part| {
                self.url_of(Page::Section(id, part))
            }),
            print: self.print_url(id),
        })
    }

    /// The members of a section in a part of its list. The footer links what the law asks for; among
    /// the sections of the start page it is noise.
    pub(super) fn section_items(&self, id: SectionId, part: usize) -> Vec<Node> {
        let children = &self.section_at(id).children;
        let range = list_range(part);
        let shown = children[range.start..range.end.min(children.len())].iter();
        let shown = shown.copied();
        shown
            .filter(|node| id != self.root() || !self.is_legal(*node))
            .collect()
    }

    /// A member of a section as a list shows it.
    pub(super) fn node_card(&self, node: Node) -> Card {
        let card = match node {
            Node::Chapter(id) => self.card(id),
            Node::Section(id) => self.section_card(id),
        };
        Card {
            title: self.numbered(node, card.title),
            ..card
        }
    }

    pub(super) fn kind_context(&self, kind: &Kind) -> KindContext {
        KindContext {
            id: kind.id.to_string(),
            label: kind.label.get(self.language).to_owned(),
            plural: kind.plural.get(self.language).to_owned(),
            colour: kind.look.colour,
            icon: kind.look.icon,
        }
    }

    /// A chapter as a list shows it.
    pub(in crate::theme) fn card(&self, id: ChapterId) -> Card {
        let chapter = self.chapter_at(id);
        let kind = self.site.kind(chapter);
        let language = self.language_of_text(chapter);
        Card {
            id: chapter.id.clone(),
            title: self.soft(&chapter.title, language.as_ref()),
            url: self.url_of_chapter(id),
            language,
            image: self.image_of(id),
            summary: chapter.parsed.front.summary.clone(),
            kind: self.kind_context(kind),
            facts: self.card_facts(id),
            status: self.status(chapter.parsed.front.status),
            updated: chapter.parsed.front.updated.map(|date| self.date(date)),
            section: false,
            count: 0,
        }
    }

    fn section_card(&self, id: SectionId) -> Card {
        let section = self.section_at(id);
        let kind = section
            .kind
            .as_deref()
            .and_then(|kind| self.site.kinds.get(kind));
        let index = section.index.map(|index| self.chapter_at(index));
        let language = self.language_of_section(id);
        Card {
            id: String::new(),
            title: self.soft(&section.title, language.as_ref()),
            url: self.url_of(Page::Section(id, 1)),
            language,
            image: section.index.and_then(|index| self.image_of(index)),
            summary: index.and_then(|index| index.parsed.front.summary.clone()),
            kind: match kind.map(|kind| self.kind_context(kind)) {
                Some(kind) => KindContext {
                    label: kind.plural.clone(),
                    ..kind
                },
                None => KindContext::default(),
            },
            facts: Vec::new(),
            status: None,
            updated: None,
            section: true,
            count: section.count,
        }
    }

    /// The glossary in the order of the language's alphabet.
    pub(super) fn terms(&self) -> Vec<TermContext> {
        if !matches!(self.page, Page::Glossary(_)) {
            return Vec::new();
        }
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut terms: Vec<TermContext> = self
            .site
            .glossary
            .iter()
            .map(|term| TermContext {
                id: slug(term.term.get(self.language)),
                term: term.term.get(self.language).to_owned(),
                language: self.language_of_setting(&term.term),
                long_language: self.language_of_setting(&term.long),
                text_language: self.language_of_setting(&term.text),
                long: filled(term.long.get(self.language)),
                text: filled(term.text.get(self.language)),
                aliases: term.aliases.clone(),
            })
            .collect();
        let collator = crate::site::order::collator(self.language);
        terms.sort_by(|a, b| {
            collator
                .compare(&a.term, &b.term)
                .then_with(|| a.term.cmp(&b.term))
        });
        terms.dedup_by(|a, b| a.id == b.id);
        terms
    }
}

/// The numbers of a long list's pages: the first and last, those around, and gaps between.
pub(super) fn paging(total: usize, part: usize, url: &impl Fn(usize) -> String) -> Option<Paging> {
    if total < 2 {
        return None;
    }

    let mut numbers: Vec<PageNumber> = Vec::new();
    for number in 1..=total {
        let near = number.abs_diff(part) <= 2 || number == 1 || number == total;
        let gap = numbers.last().is_some_and(|last| last.url.is_none());
        if near {
            numbers.push(PageNumber {
                number,
                url: Some(url(number)),
                current: number == part,
            });
        } else if !gap {
            numbers.push(PageNumber {
                number,
                url: None,
                current: false,
            });
        }
    }
    Some(Paging {
        current: part,
        total,
        previous: (part > 1).then(|| url(part - 1)),
        next: (part < total).then(|| url(part + 1)),
        numbers,
    })
}
