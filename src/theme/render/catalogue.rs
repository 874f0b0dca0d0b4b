//! Catalogues: lists that readers filter, the lists of what has one value, and the lists of topics
//! and audiences.
//!
//! A page lists a part of the chapters, and beside them all facets with their values: as links to
//! the lists of what has that value, which the theme's script turns into boxes to tick.

use std::collections::BTreeMap;

use super::View;
use super::listing::paging;
use crate::config::EditionId;
use crate::kind::{Field, Kind, KindId};
use crate::pages::{Page, catalogue_page, data_folder, list_range, parts_of, with_value};
use crate::site::{CatalogueId, FacetId, FacetOf, Value, ValueId, slug};
use crate::theme::context::{
    CatalogueContext, ChosenContext, CountedLink, FacetContext, Item, Named, WordsContext,
};
use crate::theme::data;

/// How many facets are unfolded from the beginning.
const OPEN_MAX: usize = 3;

impl View<'_> {
    pub(super) fn catalogue(&self) -> Option<CatalogueContext> {
        let (id, part, chosen) = match self.page {
            Page::Catalogue(id, part) => (id, part, None),
            Page::Facet(value, part) => (value.facet.catalogue, part, Some(value)),
            Page::Section(id, part) => (self.site.catalogue_at(id)?, part, None),
            _ => return None,
        };
        let catalogue = self.site.catalogue(id);
        let members = chosen.map(|value| &self.site.value(value).members);
        let count = members.map_or(catalogue.chapters.len(), Vec::len);
        let range = list_range(part);
        let shown = (range.start..range.end.min(count))
            .map(|place| catalogue.chapters[members.map_or(place, |members| members[place])]);
        let url = |part| {
            self.url_of(match chosen {
                None => catalogue_page(self.site, id, part),
                Some(value) => Page::Facet(value, part),
            })
        };
        let kind = self.kind_of(id);
        Some(CatalogueContext {
            name: data::name(catalogue),
            url: self.url_of_catalogue(id),
            data: self.url(&data_folder(self.site.edition(self.edition))),
            kind: kind.map(|kind| self.kind_context(kind)),
            comparison: catalogue
                .compares()
                .then(|| self.url_of(Page::Compare(id, 1))),
            catalogues: self.catalogue_links(id),
            finder: self.finder(id).filter(|_| chosen.is_none()),
            facets: self.facets(id, chosen),
            chosen: chosen.map(|value| self.chosen(value)),
            count,
            items: shown.map(|id| self.card(id)).collect(),
            pages: paging(parts_of(count), part, &url),
        })
    }

    /// The drawings on cards of a kind, or of all, by name.
    pub(in crate::theme) fn icons_of(&self, kind: Option<&KindId>) -> BTreeMap<&'static str, &str> {
        let all = self.site.kinds.iter();
        let kinds = all.filter(|other| kind.is_none_or(|kind| *kind == other.id));
        let icons = kinds.flat_map(|kind| {
            let fields = kind.card().map(|at| kind.fields[at].shown_icon());
            fields.chain(kind.look.icon)
        });
        icons
            .filter_map(|name| Some((name, self.theme.icons.get(name)?.as_str())))
            .collect()
    }

    /// The catalogue of all kinds, if there is one.
    pub(super) fn catalogue_of_all(&self) -> Option<CatalogueId> {
        self.site.catalogue_of(self.edition, None)
    }

    /// The kind of the chapters of a catalogue, unless they are of all kinds.
    pub(super) fn kind_of(&self, id: CatalogueId) -> Option<&Kind> {
        let kind = self.site.catalogue(id).kind.as_deref();
        kind.and_then(|kind| self.site.kinds.get(kind))
    }

    /// All catalogues, if there are several.
    fn catalogue_links(&self, here: CatalogueId) -> Vec<CountedLink> {
        let link = |id: CatalogueId| {
            let catalogue = self.site.catalogue(id);
            CountedLink {
                id: data::name(catalogue),
                title: if id.is_of_all() {
                    self.text("catalogue-all")
                } else {
                    self.catalogue_title(id)
                },
                url: self.url_of_catalogue(id),
                current: id == here,
                count: catalogue.chapters.len(),
            }
        };
        self.site.catalogues(self.edition).map(link).collect()
    }

    /// The facets by which the chapters can be told apart.
    fn facets(&self, id: CatalogueId, chosen: Option<ValueId>) -> Vec<FacetContext> {
        let all = self.site.catalogue(id).chapters.len();
        let mut facets = Vec::new();
        for id in self.site.facets(id) {
            let declared = self.site.facet(id);
            let here = chosen.filter(|value| value.facet == id);
            if here.is_none() && declared.values.iter().all(|v| v.members.len() == all) {
                continue;
            }
            let offered: Vec<ValueId> = self.site.offered(id).collect();
            let beyond = here.filter(|value| !offered.contains(value));
            let shown = offered.iter().copied().chain(beyond);
            facets.push(FacetContext {
                id: declared.id.clone(),
                label: self.facet_label(id),
                open: facets.len() < OPEN_MAX || here.is_some(),
                all: self
                    .words_page(declared.of)
                    .filter(|_| declared.values.len() > offered.len())
                    .map(|page| self.url_of(page)),
                values: shown
                    .map(|value| self.value_link(value, Some(value) == here))
                    .collect(),
            });
        }
        facets
    }

    pub(super) fn value_link(&self, id: ValueId, current: bool) -> CountedLink {
        let value = self.site.value(id);
        CountedLink {
            id: value.id.clone(),
            title: self.value_label(value),
            url: self.url_with(id),
            current,
            count: value.members.len(),
        }
    }

    fn chosen(&self, id: ValueId) -> ChosenContext {
        let value = self.site.value(id);
        ChosenContext {
            facet: Named {
                id: self.site.facet(id.facet).id.clone(),
                label: self.facet_label(id.facet),
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
        let catalogue = self.site.catalogue_of(self.edition, Some(kind))?;
        let mut facets = self.site.facets(catalogue);
        let facet = facets.find(|id| self.site.facet(*id).id == field.id.as_str())?;
        Some(self.url_with(self.site.value_of(facet, value)?))
    }

    /// A chapter's topics or audiences, with the ways to all chapters that have them.
    pub(super) fn tags(&self, of: FacetOf, words: &[String]) -> Vec<Item> {
        let facet = self.catalogue_of_all();
        let facet = facet.and_then(|all| self.site.facet_of(all, of));
        let item = |word: &String| Item {
            id: None,
            text: word.clone(),
            scale: None,
            url: facet.and_then(|facet| {
                let value = self.site.value_of(facet, &slug(word))?;
                Some(self.url_with(value))
            }),
        };
        words.iter().map(item).collect()
    }

    /// The way to all chapters of a catalogue.
    pub(super) fn url_of_catalogue(&self, id: CatalogueId) -> String {
        self.url_of(catalogue_page(self.site, id, 1))
    }

    /// The way to the chapters with a value.
    pub(super) fn url_with(&self, id: ValueId) -> String {
        self.url_of(with_value(self.site, id))
    }

    /// The list of all topics or audiences.
    pub(super) fn words(&self) -> Option<WordsContext> {
        let Page::TagIndex(id, part) = self.page else {
            return None;
        };
        let values = self.site.values(id);
        let count = values.len();
        let range = list_range(part);
        let shown = values.skip(range.start).take(range.len());
        let url = |part| self.url_of(Page::TagIndex(id, part));
        Some(WordsContext {
            id: self.site.facet(id).id.clone(),
            items: shown.map(|value| self.value_link(value, false)).collect(),
            pages: paging(parts_of(count), part, &url),
        })
    }

    /// The page of all topics or audiences, if chapters name any.
    pub(super) fn words_page(&self, of: FacetOf) -> Option<Page> {
        let id = self.site.facet_of(self.catalogue_of_all()?, of)?;
        let is_free = self.site.facet(id).is_free();
        is_free.then_some(Page::TagIndex(id, 1))
    }

    pub(super) fn catalogue_title(&self, id: CatalogueId) -> String {
        match self.kind_of(id) {
            Some(kind) => kind.plural.get(self.language).to_owned(),
            None => self.text("catalogue"),
        }
    }

    pub(in crate::theme) fn facet_label(&self, id: FacetId) -> String {
        match self.site.facet(id).of {
            FacetOf::Kind => self.text("search-kind"),
            FacetOf::Topics => self.text("topics"),
            FacetOf::Audiences => self.text("audiences"),
            FacetOf::Field(field) => {
                let kind = self.kind_of(id.catalogue);
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
        let facet = self.facet_label(id.facet);
        let value = self.value_label(self.site.value(id));
        let catalogue = id.facet.catalogue;
        if catalogue.is_of_all() {
            format!("{facet}: {value}")
        } else {
            format!("{} – {facet}: {value}", self.catalogue_title(catalogue))
        }
    }

    /// The pages of the catalogues from that of all kinds to `page`; empty if it is none of them.
    pub(super) fn catalogue_path(&self, page: Page) -> Vec<Page> {
        let Some(id) = catalogue_around(page) else {
            return Vec::new();
        };
        let words = match page {
            Page::Facet(value, _) if id.is_of_all() => {
                self.words_page(self.site.facet(value.facet).of)
            }
            _ => None,
        };
        let kind = (!id.is_of_all()).then(|| catalogue_page(self.site, id, 1));
        let all = self.catalogue_of_all().map(|all| Page::Catalogue(all, 1));
        let own = (!matches!(page, Page::Catalogue(_, 1))).then_some(page);
        [all, kind, words, own].into_iter().flatten().collect()
    }

    /// Whether a catalogue is that of the page's kind.
    pub(super) fn is_same_catalogue(&self, other: CatalogueId) -> bool {
        let own = catalogue_around(self.page);
        let kind = |id| &self.site.catalogue(id).kind;
        own.is_none_or(|own| kind(own) == kind(other))
    }

    /// The catalogue in another language: that of the same kind, else of all, else the start page.
    pub(super) fn in_catalogue(&self, edition: EditionId) -> Page {
        let own = catalogue_around(self.page);
        let kind = own.and_then(|own| self.site.catalogue(own).kind.as_deref());
        let same = self.site.catalogue_of(edition, kind);
        let theirs = same.or_else(|| self.site.catalogue_of(edition, None));
        match theirs {
            Some(id) => catalogue_page(self.site, id, 1),
            None => Page::Section(self.site.edition(edition).root, 1),
        }
    }
}

/// The catalogue that a page belongs to.
fn catalogue_around(page: Page) -> Option<CatalogueId> {
    match page {
        Page::Catalogue(id, _) | Page::Compare(id, _) => Some(id),
        Page::Facet(id, _) => Some(id.facet.catalogue),
        Page::TagIndex(id, _) => Some(id.catalogue),
        _ => None,
    }
}
