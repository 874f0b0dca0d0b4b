//! All chapters from A to Z, and the ways to search.

use super::View;
use super::listing::paging;
use crate::pages::{Listing, Page, data_folder, has_letter_pages, list_range, parts_of};
use crate::search;
use crate::site::{Letter, LetterId};
use crate::theme::context::{
    AlphabetContext, BibliographyContext, CollectionContext, LetterGroup, LetterLink, SearchContext,
};

impl View<'_> {
    pub(super) fn alphabet(&self) -> Option<AlphabetContext> {
        let all = || self.site.letters(self.edition);
        let by_letter = has_letter_pages(self.site, self.edition);
        let (groups, pages) = match self.page {
            Page::Alphabet(_) if by_letter => (Vec::new(), None),
            Page::Alphabet(_) => {
                let whole = |id| self.letter_group(id, 0..usize::MAX);
                (all().map(whole).collect(), None)
            }
            Page::Letter(id, part) => {
                let count = self.site.letter(id).chapters.len();
                let url = |part| self.url_of(Page::Letter(id, part));
                let pages = paging(parts_of(count), part, &url);
                (vec![self.letter_group(id, list_range(part))], pages)
            }
            _ => return None,
        };
        // Where all chapters stand on one page, a letter is a place on it.
        let link = |id: LetterId| {
            let letter = self.site.letter(id);
            LetterLink {
                letter: letter.name(),
                url: if by_letter {
                    self.url_of(Page::Letter(id, 1))
                } else {
                    format!("#{}", group_id(letter))
                },
                current: matches!(self.page, Page::Letter(here, _) if here == id),
                count: letter.chapters.len(),
            }
        };
        let bibliography = Listing::Bibliography(self.edition);
        Some(AlphabetContext {
            letters: all().map(link).collect(),
            groups,
            pages,
            bibliography: BibliographyContext {
                bibtex: self.url_of_listing(bibliography, 0),
                csl: self.url_of_listing(bibliography, 1),
            },
        })
    }

    fn letter_group(&self, id: LetterId, range: std::ops::Range<usize>) -> LetterGroup {
        let letter = self.site.letter(id);
        let shown = &letter.chapters[range.start..range.end.min(letter.chapters.len())];
        LetterGroup {
            id: group_id(letter),
            letter: letter.name(),
            items: shown.iter().map(|id| self.card(*id)).collect(),
        }
    }

    pub(super) fn collection(&self) -> CollectionContext {
        CollectionContext {
            url: self.url_of(Page::Collection(self.edition)),
            data: self.url(&data_folder(self.site.edition(self.edition))),
        }
    }

    pub(super) fn search(&self) -> SearchContext {
        let edition = self.site.edition(self.edition);
        SearchContext {
            url: self.url_of(Page::Search(self.edition)),
            index: self.url(&search::folder(edition)),
            words: self.url(&self.theme.search_script(self.edition)),
            alphabet: self.url_of(Page::Alphabet(self.edition)),
            in_page: matches!(self.page_type(), "start" | "search"),
        }
    }
}

fn group_id(letter: &Letter) -> String {
    format!("page-letter-{}", letter.slug())
}
