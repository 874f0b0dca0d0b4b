//! Catalogues: the chapters of an edition that readers can filter, and by what.
//!
//! 1. Every kind that declares facets and has chapters has a catalogue, with the facets in the
//!    order of the declaration.
//! 2. One catalogue holds the chapters of all kinds that have fields, and any other chapter that
//!    names topics or audiences: by kind, topic and audience. Plain pages are found from A to Z.
//!
//! A value knows its chapters; none is kept that no chapter has, and no declared facet that doesn't
//! tell chapters apart.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Chapter, ChapterId, Edition, Node, SectionId, Site, order, slug};
use crate::config::EditionId;
use crate::kind::{Kind, KindId};

/// Number of a catalogue in its edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CatalogueId {
    /// The edition.
    pub edition: EditionId,
    number: usize,
}

/// Number of a facet in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacetId {
    /// The catalogue.
    pub catalogue: CatalogueId,
    number: usize,
}

/// Number of a value in its facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId {
    /// The facet.
    pub facet: FacetId,
    number: usize,
}

impl CatalogueId {
    /// Whether it is the catalogue of all kinds.
    pub fn is_of_all(self) -> bool {
        self.number == 0
    }
}

/// Chapters that readers can filter, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Their kind; `None` where they are of all kinds.
    pub kind: Option<KindId>,
    /// Its part of an address.
    pub slug: String,
    /// The section whose list holds the same chapters, so that it is this catalogue too.
    pub section: Option<SectionId>,
    /// The chapters.
    pub chapters: Vec<ChapterId>,
    /// What one can filter by.
    pub facets: Vec<Facet>,
    /// The fields of the kind that a chapter has, by their indices, in the order of the kind.
    pub fields: Vec<usize>,
}

/// What a facet sets apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetOf {
    /// The kinds of chapters.
    Kind,
    /// The values of a field, by its index in the kind.
    Field(usize),
    /// What chapters are about.
    Topics,
    /// Whom they are for.
    Audiences,
}

/// One way to filter a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// What it sets apart.
    pub of: FacetOf,
    /// Its name in addresses.
    pub id: String,
    /// Its values: declared ones in their order, topics and audiences by name.
    pub values: Vec<Value>,
    /// The values that are offered beside a list, which must not grow with the handbook: all that
    /// are declared, of topics and audiences those with the most chapters.
    offered: Vec<usize>,
    by_id: BTreeMap<String, usize>,
}

/// A value that chapters of the catalogue have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its name in queries.
    pub id: String,
    /// Its part of an address, of its own within the facet.
    pub slug: String,
    /// As shown; `None` for a flag's yes and no.
    pub label: Option<String>,
    /// The chapters that have it, as places in the catalogue.
    pub members: Vec<usize>,
}

/// How many topics or audiences are offered beside a list.
const OFFERED_MAX: usize = 15;

impl Facet {
    fn new(of: FacetOf, id: &str, values: Vec<Value>) -> Self {
        let mut offered: Vec<usize> = (0..values.len()).collect();
        if matches!(of, FacetOf::Topics | FacetOf::Audiences) {
            offered.sort_by_key(|value| Reverse(values[*value].members.len()));
            offered.truncate(OFFERED_MAX);
        }
        let by_id = values.iter().enumerate();
        Self {
            of,
            id: id.into(),
            by_id: by_id
                .map(|(index, value)| (value.id.clone(), index))
                .collect(),
            offered,
            values,
        }
    }

    /// Whether its values are words that authors choose freely.
    pub fn is_free(&self) -> bool {
        matches!(self.of, FacetOf::Topics | FacetOf::Audiences)
    }
}

impl Catalogue {
    /// Whether its chapters can be compared: they are of one kind, and more than one.
    pub fn compares(&self) -> bool {
        self.kind.is_some() && self.chapters.len() > 1
    }
}

impl Site {
    /// The catalogue with this number.
    pub fn catalogue(&self, id: CatalogueId) -> &Catalogue {
        &self.edition(id.edition).catalogues[id.number]
    }

    /// The facet with this number.
    pub fn facet(&self, id: FacetId) -> &Facet {
        &self.catalogue(id.catalogue).facets[id.number]
    }

    /// The value with this number.
    pub fn value(&self, id: ValueId) -> &Value {
        &self.facet(id.facet).values[id.number]
    }

    /// The catalogues of an edition: that of all kinds first.
    pub fn catalogues(&self, edition: EditionId) -> impl Iterator<Item = CatalogueId> + use<> {
        let all = 0..self.edition(edition).catalogues.len();
        all.map(move |number| CatalogueId { edition, number })
    }

    /// The catalogue that a section is.
    pub fn catalogue_at(&self, section: SectionId) -> Option<CatalogueId> {
        let mut all = self.catalogues(self.section(section).edition);
        all.find(|id| self.catalogue(*id).section == Some(section))
    }

    /// The catalogue of a kind's chapters, or of all kinds.
    pub fn catalogue_of(&self, edition: EditionId, kind: Option<&str>) -> Option<CatalogueId> {
        let mut all = self.catalogues(edition);
        all.find(|id| self.catalogue(*id).kind.as_deref() == kind)
    }

    /// The facets of a catalogue.
    pub fn facets(&self, catalogue: CatalogueId) -> impl Iterator<Item = FacetId> + use<> {
        let all = 0..self.catalogue(catalogue).facets.len();
        all.map(move |number| FacetId { catalogue, number })
    }

    /// The facet of a catalogue that sets this apart.
    pub fn facet_of(&self, catalogue: CatalogueId, of: FacetOf) -> Option<FacetId> {
        self.facets(catalogue).find(|id| self.facet(*id).of == of)
    }

    /// The values of a facet.
    pub fn values(&self, facet: FacetId) -> impl ExactSizeIterator<Item = ValueId> + use<> {
        let all = 0..self.facet(facet).values.len();
        all.map(move |number| ValueId { facet, number })
    }

    /// Those of them that are offered beside a list.
    pub fn offered(&self, facet: FacetId) -> impl Iterator<Item = ValueId> {
        let offered = self.facet(facet).offered.iter();
        offered.map(move |number| ValueId {
            facet,
            number: *number,
        })
    }

    /// The value of a facet with this name in queries.
    pub fn value_of(&self, facet: FacetId, name: &str) -> Option<ValueId> {
        let number = *self.facet(facet).by_id.get(name)?;
        Some(ValueId { facet, number })
    }
}

/// The catalogues of an edition: that of all kinds, then one for each kind. None if no chapter has
/// anything to filter by.
pub(super) fn catalogues(site: &Site, edition: &Edition) -> Vec<Catalogue> {
    let chapters = edition.reading_order.iter().copied();
    let chapters: Vec<ChapterId> = chapters.filter(|id| !site.chapter(*id).is_index).collect();
    let of_any = |id: &ChapterId| {
        let chapter = site.chapter(*id);
        let front = &chapter.parsed.front;
        let plain = site.kind(chapter).fields.is_empty();
        !plain || !front.topics.is_empty() || !front.audiences.is_empty()
    };
    let all: Vec<ChapterId> = chapters.iter().copied().filter(of_any).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let language = edition.language.as_str();
    // Names of generated pages beside those of the kinds.
    let made = ["kind", edition.topics(), edition.audiences()];
    let mut slugs: BTreeSet<String> = made.map(str::to_owned).into();
    let mut catalogues = vec![Catalogue {
        kind: None,
        section: None,
        slug: String::new(),
        facets: kinds(site, &all, language)
            .into_iter()
            .chain(words(site, &all, edition))
            .collect(),
        fields: Vec::new(),
        chapters: all,
    }];
    for kind in site.kinds.iter() {
        let declared = kind.fields.iter().any(|f| !f.facet_values().is_empty());
        let of_kind = |id: &ChapterId| declared && site.chapter(*id).kind == kind.id;
        let chapters: Vec<ChapterId> = chapters.iter().copied().filter(of_kind).collect();
        if chapters.is_empty() {
            continue;
        }
        catalogues.push(Catalogue {
            kind: Some(kind.id.clone()),
            section: section_of(site, edition, kind, &chapters),
            slug: unique(&kind.id, &mut slugs),
            facets: [
                fields(site, &chapters, kind, language),
                words(site, &chapters, edition),
            ]
            .concat(),
            fields: filled_fields(site, &chapters),
            chapters,
        });
    }
    catalogues
}

/// The section that says which kind its chapters are of, and lists just these.
fn section_of(
    site: &Site,
    edition: &Edition,
    kind: &Kind,
    chapters: &[ChapterId],
) -> Option<SectionId> {
    let id = site.chapter(*chapters.first()?).section;
    let section = site.section(id);
    let listed = section.children.iter().map(|node| match node {
        Node::Chapter(id) => Some(*id),
        Node::Section(_) => None,
    });
    let same = id != edition.root
        && section.index.is_some()
        && section.kind.as_ref() == Some(&kind.id)
        && listed.eq(chapters.iter().copied().map(Some));
    same.then_some(id)
}

/// The fields that any of the chapters has.
fn filled_fields(site: &Site, chapters: &[ChapterId]) -> Vec<usize> {
    let values = chapters
        .iter()
        .flat_map(|id| &site.chapter(*id).fields.values);
    let filled: BTreeSet<usize> = values.map(|(field, _)| *field).collect();
    filled.into_iter().collect()
}

/// The kinds, in their order.
fn kinds(site: &Site, chapters: &[ChapterId], language: &str) -> Option<Facet> {
    let mut taken = BTreeSet::new();
    let value = |kind: &Kind| {
        let of_kind = |(_, id): &(usize, &ChapterId)| site.chapter(**id).kind == kind.id;
        let members = chapters.iter().enumerate().filter(of_kind);
        Value {
            id: kind.id.to_string(),
            slug: unique(&kind.id, &mut taken),
            label: Some(kind.plural.get(language).to_owned()),
            members: members.map(|(place, _)| place).collect(),
        }
    };
    let mut values: Vec<Value> = site.kinds.iter().map(value).collect();
    values.retain(|value| !value.members.is_empty());
    discriminating(Facet::new(FacetOf::Kind, "kind", values), chapters)
}

/// The facet, unless all chapters have all of its values: it would be no help.
fn discriminating(facet: Facet, chapters: &[ChapterId]) -> Option<Facet> {
    let divides = |value: &Value| value.members.len() < chapters.len();
    facet.values.iter().any(divides).then_some(facet)
}

/// The facets that a kind declares.
fn fields(site: &Site, chapters: &[ChapterId], kind: &Kind, language: &str) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    for (index, field) in kind.fields.iter().enumerate() {
        let mut taken = BTreeSet::new();
        let declared = field.facet_values().into_iter();
        let mut values: Vec<Value> = declared
            .map(|value| Value {
                id: value.id.to_owned(),
                slug: unique(value.id, &mut taken),
                label: value.label.map(|label| label.get(language).to_owned()),
                members: Vec::new(),
            })
            .collect();
        if values.is_empty() {
            continue;
        }
        for (place, id) in chapters.iter().enumerate() {
            let filled = &site.chapter(*id).fields.values;
            for (_, value) in filled.iter().filter(|(field, _)| *field == index) {
                for met in field.facets_of(value) {
                    let members = &mut values[met].members;
                    // An author may write a choice twice.
                    if members.last() != Some(&place) {
                        members.push(place);
                    }
                }
            }
        }
        values.retain(|value| !value.members.is_empty());
        let facet = Facet::new(FacetOf::Field(index), &field.id, values);
        facets.extend(discriminating(facet, chapters));
    }
    facets
}

/// Topics and audiences: free words, the same if their parts of addresses are.
fn words(site: &Site, chapters: &[ChapterId], edition: &Edition) -> Vec<Facet> {
    type WordsOf = fn(&Chapter) -> &[String];
    let sorts: [(FacetOf, &str, WordsOf); 2] = [
        (FacetOf::Topics, "topics", |c| &c.parsed.front.topics),
        (FacetOf::Audiences, "audiences", |c| {
            &c.parsed.front.audiences
        }),
    ];
    let collator = order::collator(&edition.language);
    let mut facets = Vec::new();
    for (of, id, words_of) in sorts {
        let mut found: BTreeMap<String, Value> = BTreeMap::new();
        for (place, chapter) in chapters.iter().enumerate() {
            for word in words_of(site.chapter(*chapter)) {
                let slug = slug(word);
                let value = found.entry(slug.clone()).or_insert_with(|| Value {
                    id: slug.clone(),
                    slug,
                    label: Some(word.clone()),
                    members: Vec::new(),
                });
                if value.members.last() != Some(&place) {
                    value.members.push(place);
                }
            }
        }
        if found.is_empty() {
            continue;
        }
        let mut values: Vec<Value> = found.into_values().collect();
        values.sort_by(|a, b| {
            let [a, b] = [a, b].map(|value| value.label.as_deref().unwrap_or_default());
            collator.compare(a, b)
        });
        facets.push(Facet::new(of, id, values));
    }
    facets
}

/// The part of an address for `id` that none of `taken` is yet.
fn unique(id: &str, taken: &mut BTreeSet<String>) -> String {
    let first = slug(id);
    let later = (2..).map(|number| format!("{first}-{number}"));
    let free = std::iter::once(first.clone())
        .chain(later)
        .find(|slug| taken.insert(slug.clone()));
    free.expect("there are more numbers than names")
}
