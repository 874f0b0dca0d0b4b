//! The index of a book: titles of chapters, their synonyms and topics, and the terms of the glossary.

use std::collections::BTreeMap;

use super::View;
use super::book::BookFacts;
use crate::pages::Page;
use crate::site::{letter_names, order, slug};
use crate::theme::context::{IndexEntry, IndexLetter, Link};

impl View<'_> {
    pub(super) fn index(&self, facts: &BookFacts) -> Vec<IndexLetter> {
        let mut entries: BTreeMap<String, Vec<Link>> = BTreeMap::new();
        for id in &facts.chapters {
            let chapter = self.chapter_at(*id);
            let front = &chapter.parsed.front;
            let words = [&chapter.title]
                .into_iter()
                .chain(&front.synonyms)
                .chain(&front.topics);
            for word in words.filter(|word| !word.trim().is_empty()) {
                let links = entries.entry(word.trim().to_owned()).or_default();
                let link = self.link_to(*id);
                if !links.contains(&link) {
                    links.push(link);
                }
            }
        }
        let terms = self.site.glossary.iter().filter(|_| facts.has_glossary);
        for term in terms {
            let name = term.term.get(self.language);
            let link = Link {
                title: self.text("glossary"),
                url: format!(
                    "{}#{}",
                    self.url_of(Page::Glossary(self.edition)),
                    slug(name)
                ),
                language: None,
            };
            let words = [name, term.long.get(self.language)].into_iter();
            let words = words.chain(term.aliases.iter().map(String::as_str));
            for word in words.filter(|word| !word.is_empty()) {
                let links = entries.entry(word.to_owned()).or_default();
                if !links.contains(&link) {
                    links.push(link.clone());
                }
            }
        }
        self.by_letter(entries)
    }

    fn by_letter(&self, entries: BTreeMap<String, Vec<Link>>) -> Vec<IndexLetter> {
        let collator = order::collator(self.language);
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by(|(a, _), (b, _)| collator.compare(a, b).then_with(|| a.cmp(b)));
        let letter_of = letter_names(self.language);
        let mut letters: Vec<IndexLetter> = Vec::new();
        for (text, links) in entries {
            let letter = letter_of(&text);
            let entry = IndexEntry { text, links };
            match letters.iter_mut().find(|known| known.letter == letter) {
                Some(known) => known.entries.push(entry),
                None => letters.push(IndexLetter {
                    letter,
                    entries: vec![entry],
                }),
            }
        }
        letters
    }
}
