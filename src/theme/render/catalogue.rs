//! Catalogues: lists that readers filter, the lists of what has one value, and the lists of topics
//! and audiences.
//!
//! A page lists a part of the chapters, and beside them all facets with their values: as links to
//! the lists of what has that value, which the theme's script turns into boxes to tick.

use super::View;
use super::listing::paging;
use crate::config::EditionId;
use crate::kind::{Field, KindId};
use crate::pages::{Page, data_folder, list_range, parts_of};
use crate::pages::{ValueId, is_free_tag};
use crate::site::{Catalogue, FacetOf, Value, slug};
use crate::theme::context::{
    CatalogueContext, ChosenContext, CountedLink, FacetContext, Item, Named, WordsContext,
};
use crate::theme::data;

/// How many facets are unfolded from the beginning.
const OPEN_MAX: usize = 3;

impl<'a> View<'a> {
    pub(super) fn catalogues(&self) -> &'a [Catalogue] {
        &self.site.edition(self.edition).catalogues
    }

    pub(super) fn catalogue(&self) -> Option<CatalogueContext> {
        let (number, part, chosen) = match self.page {
            Page::Catalogue(_, number, part) => (number, part, None),
            Page::Facet(id, part) => (id.catalogue, part, Some(id)),
            _ => return None,
        };
        let catalogue = &self.catalogues()[number];
        let members = chosen.map(|id| &id.of(self.site).2.members);
        let count = members.map_or(catalogue.chapters.len(), Vec::len);
        let range = list_range(part);
        let shown = (range.start..range.end.min(count))
            .map(|place| catalogue.chapters[members.map_or(place, |members| members[place])]);
        let url = |part| {
            self.url_of(match chosen {
                None => Page::Catalogue(self.edition, number, part),
                Some(id) => Page::Facet(id, part),
            })
        };
        let kind = catalogue.kind.as_deref();
        let kind = kind.and_then(|kind| self.site.kinds.get(kind));
        Some(CatalogueContext {
            name: data::name(catalogue),
            url: self.url_of(Page::Catalogue(self.edition, number, 1)),
            data: self.url(&data_folder(self.site.edition(self.edition))),
            kind: kind.map(|kind| self.kind_context(kind)),
            comparison: catalogue
                .compares()
                .then(|| self.url_of(Page::Compare(self.edition, number, 1))),
            catalogues: self.catalogue_links(number),
            facets: self.facets(number, chosen),
            chosen: chosen.map(|id| self.chosen(id)),
            count,
            items: shown.map(|id| self.card(id)).collect(),
            pages: paging(parts_of(count), part, &url),
        })
    }

    /// The way to the catalogue of a kind, if it has one.
    pub(super) fn catalogue_of(&self, kind: &KindId) -> Option<String> {
        let of_kind = |catalogue: &Catalogue| catalogue.kind.as_ref() == Some(kind);
        let number = self.catalogues().iter().position(of_kind)?;
        Some(self.url_of(Page::Catalogue(self.edition, number, 1)))
    }

    /// The way to the catalogue of all kinds, if there is one.
    pub(super) fn catalogue_of_all(&self) -> Option<String> {
        self.catalogues().first()?;
        Some(self.url_of(Page::Catalogue(self.edition, 0, 1)))
    }

    /// All catalogues, if there are several.
    fn catalogue_links(&self, here: usize) -> Vec<CountedLink> {
        let link = |(number, catalogue): (usize, &Catalogue)| CountedLink {
            id: data::name(catalogue),
            title: match number {
                0 => self.text("catalogue-all"),
                _ => self.catalogue_title(number),
            },
            url: self.url_of(Page::Catalogue(self.edition, number, 1)),
            current: number == here,
            count: catalogue.chapters.len(),
        };
        self.catalogues().iter().enumerate().map(link).collect()
    }

    /// The facets by which the chapters can be told apart.
    fn facets(&self, number: usize, chosen: Option<ValueId>) -> Vec<FacetContext> {
        let catalogue = &self.catalogues()[number];
        let all = catalogue.chapters.len();
        let mut facets = Vec::new();
        for (facet, declared) in catalogue.facets.iter().enumerate() {
            let here = chosen.filter(|id| id.facet == facet).map(|id| id.value);
            if here.is_none() && declared.values.iter().all(|v| v.members.len() == all) {
                continue;
            }
            let offered = declared.offered.iter().copied();
            let beyond = here.filter(|value| !declared.offered.contains(value));
            let link = |value| {
                let id = ValueId {
                    edition: self.edition,
                    catalogue: number,
                    facet,
                    value,
                };
                self.value_link(id, Some(value) == here)
            };
            facets.push(FacetContext {
                id: declared.id.clone(),
                label: self.facet_label(number, facet),
                open: facets.len() < OPEN_MAX || here.is_some(),
                all: self
                    .words_page(declared.of)
                    .filter(|_| declared.values.len() > declared.offered.len())
                    .map(|page| self.url_of(page)),
                values: offered.chain(beyond).map(link).collect(),
            });
        }
        facets
    }

    fn value_link(&self, id: ValueId, current: bool) -> CountedLink {
        let (_, _, value) = id.of(self.site);
        let page = id.page(self.site).unwrap_or(Page::Facet(id, 1));
        CountedLink {
            id: value.id.clone(),
            title: self.value_label(value),
            url: self.url_of(page),
            current,
            count: value.members.len(),
        }
    }

    fn chosen(&self, id: ValueId) -> ChosenContext {
        let (_, facet, value) = id.of(self.site);
        ChosenContext {
            facet: Named {
                id: facet.id.clone(),
                label: self.facet_label(id.catalogue, id.facet),
            },
            value: Named {
                id: value.id.clone(),
                label: self.value_label(value),
            },
        }
    }

    /// The way to the chapters of a kind that have a value of a field, if it is a facet.
    pub(super) fn all_with(&self, kind: &KindId, field: &Field, value: &str) -> Option<String> {
        if !field.facet {
            return None;
        }
        let of_kind = |catalogue: &Catalogue| catalogue.kind.as_ref() == Some(kind);
        let catalogue = self.catalogues().iter().position(of_kind)?;
        let facets = &self.catalogues()[catalogue].facets;
        let facet = facets
            .iter()
            .position(|facet| facet.id == field.id.as_str())?;
        let value = facets[facet].value(value)?;
        self.all_of(catalogue, facet, value)
    }

    /// A chapter's topics or audiences, with the ways to all chapters that have them.
    pub(super) fn tags(&self, of: FacetOf, words: &[String]) -> Vec<Item> {
        let facet = self.catalogues().first().and_then(|all| all.facet(of));
        let item = |word: &String| Item {
            id: None,
            text: word.clone(),
            scale: None,
            url: facet.and_then(|(number, facet)| {
                let value = facet.value(&slug(word))?;
                self.all_of(0, number, value)
            }),
        };
        words.iter().map(item).collect()
    }

    fn all_of(&self, catalogue: usize, facet: usize, value: usize) -> Option<String> {
        let id = ValueId {
            edition: self.edition,
            catalogue,
            facet,
            value,
        };
        id.page(self.site).map(|page| self.url_of(page))
    }

    /// The list of all topics or audiences.
    pub(super) fn words(&self) -> Option<WordsContext> {
        let Page::TagIndex(_, number, part) = self.page else {
            return None;
        };
        let facet = &self.catalogues()[0].facets[number];
        let range = list_range(part);
        let shown = range.start..range.end.min(facet.values.len());
        let link = |value| {
            let id = ValueId {
                edition: self.edition,
                catalogue: 0,
                facet: number,
                value,
            };
            self.value_link(id, false)
        };
        let url = |part| self.url_of(Page::TagIndex(self.edition, number, part));
        Some(WordsContext {
            id: facet.id.clone(),
            items: shown.map(link).collect(),
            pages: paging(parts_of(facet.values.len()), part, &url),
        })
    }

    /// The page of all topics or audiences, if chapters name any.
    pub(super) fn words_page(&self, of: FacetOf) -> Option<Page> {
        let all = self.catalogues().first()?;
        let (number, facet) = all.facet(of)?;
        is_free_tag(facet).then_some(Page::TagIndex(self.edition, number, 1))
    }

    pub(super) fn catalogue_title(&self, number: usize) -> String {
        let kind = self.catalogues()[number].kind.as_deref();
        match kind.and_then(|kind| self.site.kinds.get(kind)) {
            Some(kind) => kind.plural.get(self.language).to_owned(),
            None => self.text("catalogue"),
        }
    }

    pub(in crate::theme) fn facet_label(&self, catalogue: usize, facet: usize) -> String {
        let catalogue = &self.catalogues()[catalogue];
        match catalogue.facets[facet].of {
            FacetOf::Kind => self.text("search-kind"),
            FacetOf::Topics => self.text("topics"),
            FacetOf::Audiences => self.text("audiences"),
            FacetOf::Field(field) => {
                let kind = catalogue.kind.as_deref();
                let kind = kind.and_then(|kind| self.site.kinds.get(kind));
                kind.map_or("", |kind| kind.fields[field].label.get(self.language))
                    .to_owned()
            }
        }
    }

    pub(in crate::theme) fn value_label(&self, value: &Value) -> String {
        match &value.label {
            Some(label) => label.clone(),
            None => self.text(&value.id),
        }
    }

    pub(super) fn value_title(&self, id: ValueId) -> String {
        let facet = self.facet_label(id.catalogue, id.facet);
        let value = self.value_label(id.of(self.site).2);
        match id.catalogue {
            0 => format!("{facet}: {value}"),
            number => format!("{} – {facet}: {value}", self.catalogue_title(number)),
        }
    }

    /// The pages of the catalogues from that of all kinds to `page`; empty if it is none of them.
    pub(super) fn catalogue_path(&self, page: Page) -> Vec<Page> {
        let (number, own) = match page {
            Page::Catalogue(_, number, 1) => (number, None),
            Page::Catalogue(_, number, _) | Page::Compare(_, number, _) => (number, Some(page)),
            Page::Facet(id, _) => (id.catalogue, Some(page)),
            Page::TagIndex(..) => (0, Some(page)),
            _ => return Vec::new(),
        };
        let words = match page {
            Page::Facet(id, _) if number == 0 => self.words_page(id.of(self.site).1.of),
            _ => None,
        };
        let kind = (number > 0).then_some(Page::Catalogue(self.edition, number, 1));
        let all = Page::Catalogue(self.edition, 0, 1);
        [Some(all), kind, words, own]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Number of the catalogue that the page belongs to.
    fn own_catalogue(&self) -> Option<usize> {
        match self.page {
            Page::Catalogue(_, number, _) | Page::Compare(_, number, _) => Some(number),
            Page::Facet(id, _) => Some(id.catalogue),
            _ => None,
        }
    }

    /// Whether the catalogue `number` of `edition` is that of the page's kind.
    pub(super) fn is_same_catalogue(&self, edition: EditionId, number: usize) -> bool {
        let theirs = &self.site.edition(edition).catalogues[number];
        let own = self.own_catalogue().map(|own| &self.catalogues()[own].kind);
        own.is_none_or(|kind| *kind == theirs.kind)
    }

    /// The catalogue in another language: that of the same kind, else of all, else the start page.
    pub(super) fn in_catalogue(&self, edition: EditionId) -> Page {
        let number = self.own_catalogue().unwrap_or(0);
        let kind = &self.catalogues()[number].kind;
        let theirs = self.site.edition(edition);
        let same = theirs.catalogues.iter().position(|c| c.kind == *kind);
        match same {
            Some(number) => Page::Catalogue(edition, number, 1),
            None if theirs.catalogues.is_empty() => Page::Section(theirs.root, 1),
            None => Page::Catalogue(edition, 0, 1),
        }
    }
}
