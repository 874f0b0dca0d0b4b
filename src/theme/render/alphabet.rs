//! All chapters from A to Z, and the ways to search.

use super::View;
use super::listing::paging;
use crate::pages::{Page, has_letter_pages, list_range, parts_of};
use crate::search;
use crate::site::Letter;
use crate::theme::context::{
    AlphabetContext, BibliographyContext, LetterGroup, LetterLink, SearchContext,
};
use crate::theme::data;

impl View<'_> {
    pub(super) fn alphabet(&self) -> Option<AlphabetContext> {
        let all = &self.site.edition(self.edition).letters;
        let by_letter = has_letter_pages(self.site, self.edition);
        let (groups, pages) = match self.page {
            Page::Alphabet(_) if by_letter => (Vec::new(), None),
            Page::Alphabet(_) => {
                let whole = |letter| self.letter_group(letter, 0..usize::MAX);
                (all.iter().map(whole).collect(), None)
            }
            Page::Letter(_, number, part) => {
                let letter = &all[number];
                let url = |part| self.url_of(Page::Letter(self.edition, number, part));
                let pages = paging(parts_of(letter.chapters.len()), part, &url);
                (vec![self.letter_group(letter, list_range(part))], pages)
            }
            _ => return None,
        };
        // Where all chapters stand on one page, a letter is a place on it.
        let link = |(number, letter): (usize, &Letter)| LetterLink {
            letter: letter.name(),
            url: if by_letter {
                self.url_of(Page::Letter(self.edition, number, 1))
            } else {
                format!("#{}", group_id(letter))
            },
            current: matches!(self.page, Page::Letter(_, here, _) if here == number),
            count: letter.chapters.len(),
        };
        let files = self.site.edition(self.edition).bibliography();
        Some(AlphabetContext {
            letters: all.iter().enumerate().map(link).collect(),
            groups,
            pages,
            bibliography: BibliographyContext {
                bibtex: self.url(&files.bibtex),
                csl: self.url(&files.csl),
            },
        })
    }

    fn letter_group(&self, letter: &Letter, range: std::ops::Range<usize>) -> LetterGroup {
        let shown = &letter.chapters[range.start..range.end.min(letter.chapters.len())];
        LetterGroup {
            id: group_id(letter),
            letter: letter.name(),
            items: shown.iter().map(|id| self.card(*id)).collect(),
        }
    }

    pub(super) fn search(&self) -> SearchContext {
        let edition = self.site.edition(self.edition);
        SearchContext {
            url: self.url(&edition.search()),
            index: self.url(&search::folder(edition)),
            words: self.url(&data::words(edition)),
            alphabet: self.url(&edition.alphabet()),
        }
    }
}

fn group_id(letter: &Letter) -> String {
    format!("page-letter-{}", letter.slug())
}
