//! The files that scripts load once a reader searches, filters or compares: classic scripts as those of
//! the search index are.
//!
//! For each edition [`script_of_search`]: the search and what it says, so that no page holds it. And below
//! [`data_folder`]:
//!
//! 1. `parts/cards-N.VERSION.js`: what a list shows of the chapters, in reading order, [`CHUNK`] in each file.
//! 2. For each catalogue `NAME.js`: its chapters as places in reading order, their order by title
//!    and by date, and the chapters that each value of each facet has. So filtering needs one small
//!    file, and showing the chapters found only the cards of these.
//! 3. `list.js`, for what a reader keeps, and `parts/ids-N.VERSION.js` with the places of chapters by their
//!    ids, in the file that the letters of the id say.
//! 4. For each catalogue of a kind `parts/NAME-ids.VERSION.js`, and `parts/NAME-facts-N.VERSION.js` with what
//!    is compared.
//!
//! `NAME.js` says which version its parts are of: caches keep these, and that is asked for anew.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::context::{self, Fact, TextLanguage};
use super::layers::ThemeFile;
use super::lookups::{AmountData, amounts, ids};
use super::render::View;
use super::{SearchScript, Theme};
use crate::config::EditionId;
use crate::link::Linked;
use crate::pages::{DATA_PARTS, Page, Plan, SEARCH_SCRIPTS, data_folder};
use crate::search::{IndexFile, digits, script};
use crate::site::{Catalogue, CatalogueId, ChapterId, Edition, FacetId, Site};
use crate::text::Catalog;

/// The function that every file calls.
const CALLBACK: &str = "transferbuchCatalogue";

/// Chapters whose cards, or facts, one file holds.
const CHUNK: usize = 50;

/// The function that the file with the words of the search calls.
const WORDS_CALLBACK: &str = "transferbuchWords";

/// What the search says. The script knows these messages without `search-` before them.
const WORDS: [&str; 23] = [
    "search-also",
    "search-examples",
    "search-forget",
    "search-forget-all",
    "search-recent",
    "search-count-zero",
    "search-count-one",
    "search-count-two",
    "search-count-few",
    "search-count-many",
    "search-count-other",
    "search-all",
    "search-fact",
    "search-fact-off",
    "search-filter",
    "search-hint",
    "search-kind",
    "search-lacks",
    "search-meant",
    "search-more",
    "search-nothing",
    "search-only",
    "search-prompt",
];

/// The scripts that the search consists of, in the order in which they need each other.
const SEARCH: [&str; 4] = ["words", "index", "rank", "core"];

/// Where the script of a search is published.
pub(super) fn search_script(script: &SearchScript) -> String {
    format!("{SEARCH_SCRIPTS}{}.js", script.name)
}

/// Makes the script of a search from the theme's files, and the words that it says. Its name has a
/// fingerprint of all that.
pub(super) fn script_of_search(
    language: &str,
    catalog: &Catalog,
    assets: &BTreeMap<String, ThemeFile>,
) -> SearchScript {
    let parts = SEARCH.map(|part| assets.get(&format!("assets/search-{part}.js")));
    let parts = parts.into_iter().flatten().filter_map(ThemeFile::text);
    let said = WORDS.map(|word| (&word["search-".len()..], catalog.plain(word)));
    let said = script(WORDS_CALLBACK, language, &json(&BTreeMap::from(said)));
    let mut bytes: Vec<u8> = parts
        .flat_map(|part| [part, "\n"])
        .collect::<String>()
        .into();
    bytes.extend(said);
    SearchScript {
        name: format!("{language}.{}", digits(&bytes, 8)),
        bytes,
    }
}

/// What a catalogue's files begin with.
pub(super) fn name(catalogue: &Catalogue) -> String {
    match catalogue.kind {
        None => "all".into(),
        Some(_) => format!("kind-{}", catalogue.slug),
    }
}

/// What a list shows of a chapter, in the order in which the script expects it.
#[derive(Serialize)]
struct Card(
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Look,
    Option<Spoken>,
    Vec<CardFact>,
    Option<CardImage>,
);

/// Where a card's picture is: its address, all its sizes, and how wide and high it is.
#[derive(Serialize)]
struct CardImage(String, Option<String>, Option<u32>, Option<u32>);

/// A kind's label, colour and icon.
#[derive(Serialize)]
struct Look(String, Option<&'static str>, Option<&'static str>);

/// A fact's icon, label and text, whether an author wrote that, and whether it is a sentence.
#[derive(Serialize)]
struct CardFact(&'static str, String, String, bool, bool);

/// `lang` and `dir` of a text in another language than the list.
#[derive(Serialize)]
struct Spoken(String, &'static str);

impl From<TextLanguage> for Spoken {
    fn from(language: TextLanguage) -> Self {
        Self(language.lang, language.dir)
    }
}

/// What is compared of a chapter: its address, its title, its facts and its language.
#[derive(Serialize)]
struct Facts(String, String, Vec<Cell>, Option<Spoken>);

/// A fact: nothing, words, or words and where they lead.
#[derive(Serialize)]
#[serde(untagged)]
enum Cell {
    None,
    Text(String),
    Link(String, String),
}

impl From<Option<Fact>> for Cell {
    fn from(fact: Option<Fact>) -> Self {
        let Some(fact) = fact else { return Self::None };
        let items: Vec<String> = fact.items.into_iter().map(|item| item.text).collect();
        let text = fact.text.unwrap_or_else(|| items.join(", "));
        match fact.url {
            Some(url) => Self::Link(text, url),
            None => Self::Text(text),
        }
    }
}

/// A catalogue's own file.
#[derive(Serialize)]
struct Data<'v> {
    /// Fingerprint of all parts.
    version: String,
    /// How many cards, or chapters' facts, are in a file.
    chunk: usize,
    /// The chapters' places in reading order, as distances.
    chapters: Vec<usize>,
    /// The catalogue's places, by title.
    title: Vec<usize>,
    /// The catalogue's places, the latest first.
    updated: Vec<usize>,
    facets: Vec<FacetData>,
    /// By field, of which a question asks for an amount.
    amounts: BTreeMap<&'v str, Vec<AmountData>>,
    /// The drawings on its cards, by name.
    icons: BTreeMap<&'static str, &'v str>,
}

/// What finds the cards of chapters by their ids.
#[derive(Serialize)]
struct List<'v> {
    /// As in [`Data`].
    version: String,
    chunk: usize,
    /// How many files there are with ids.
    buckets: usize,
    icons: BTreeMap<&'static str, &'v str>,
}

/// Id and label of a facet, and id, label and places (as distances) of its values.
#[derive(Serialize)]
struct FacetData(String, String, Vec<(String, String, Vec<usize>)>);

impl Theme {
    /// The files of an edition, by their address.
    pub fn data(
        &self,
        linked: &Linked,
        plan: &Plan,
        edition: EditionId,
    ) -> BTreeMap<String, Vec<u8>> {
        let site = &linked.site;
        let (id, edition) = (edition, site.edition(edition));
        let search = (
            self.search_script(id),
            self.edition(id).search.bytes.clone(),
        );
        let folder = data_folder(edition);
        // Any page of the edition knows its words; addresses are below the root.
        let view = View::at_root(self, linked, plan, Page::Collection(id));
        edition_files(&view, id)
            .into_iter()
            .map(|file| (format!("{folder}{}", file.path), file.bytes))
            .chain([search])
            .collect()
    }
}

fn edition_files(view: &View<'_>, id: EditionId) -> Vec<IndexFile> {
    let edition = view.site.edition(id);
    let ids = ids(view.site, edition);
    let mut parts = chunks("cards", &edition.reading_order, |id| card(view, *id));
    for catalogue in edition.catalogues.iter().filter(|c| c.compares()) {
        let name = name(catalogue);
        let fields = view.compared_fields(catalogue);
        let facts = |id: &ChapterId| {
            let compared = view.compared(*id, &fields);
            let cells = compared.cells.into_iter().map(Cell::from).collect();
            let language = compared.language.map(Spoken::from);
            Facts(compared.url, compared.title, cells, language)
        };
        parts.extend(chunks(&format!("{name}-facts"), &catalogue.chapters, facts));
        let id = |id: &ChapterId| view.site.chapter(*id).id.as_str();
        let ids: Vec<&str> = catalogue.chapters.iter().map(id).collect();
        parts.push((format!("{name}-ids"), json(&ids)));
    }
    let buckets = ids.len();
    parts.extend(ids);
    let all: String = parts.iter().map(|(_, json)| json.as_str()).collect();
    let version = digits(all.as_bytes(), 8);
    let own = |id: CatalogueId| {
        let catalogue = view.site.catalogue(id);
        let data = Data {
            version: version.clone(),
            chunk: CHUNK,
            chapters: distances(
                catalogue
                    .chapters
                    .iter()
                    .map(|id| view.site.chapter(*id).place),
            ),
            title: by_title(view.site, edition, catalogue),
            updated: by_date(view.site, catalogue),
            facets: view.site.facets(id).map(|id| facet(view, id)).collect(),
            amounts: amounts(view.site, catalogue),
            icons: view.icons_of(catalogue.kind.as_ref()),
        };
        let name = name(catalogue);
        IndexFile {
            bytes: script(CALLBACK, &name, &json(&data)),
            path: name + ".js",
        }
    };
    let part = |(name, json): &(String, String)| {
        let name = format!("{name}.{version}");
        IndexFile {
            bytes: script(CALLBACK, &name, json),
            path: format!("{DATA_PARTS}{name}.js"),
        }
    };
    let mut files: Vec<IndexFile> = parts.iter().map(part).collect();
    files.extend(view.site.catalogues(id).map(own));
    let list = List {
        version,
        chunk: CHUNK,
        buckets,
        icons: view.icons_of(None),
    };
    files.push(IndexFile {
        bytes: script(CALLBACK, "list", &json(&list)),
        path: "list.js".into(),
    });
    files
}

pub(super) fn json(data: &impl Serialize) -> String {
    serde_json::to_string(data).expect("strings, numbers and lists are always JSON")
}

/// Names and data of parts of [`CHUNK`] chapters each.
fn chunks<T: Serialize>(
    name: &str,
    chapters: &[ChapterId],
    make: impl Fn(&ChapterId) -> T + Sync,
) -> Vec<(String, String)> {
    let chunks = chapters.par_chunks(CHUNK).enumerate();
    let write = |(number, chunk): (usize, &[ChapterId])| {
        let data: Vec<T> = chunk.iter().map(&make).collect();
        (format!("{name}-{number}"), json(&data))
    };
    chunks.map(write).collect()
}

fn card(view: &View<'_>, id: ChapterId) -> Card {
    let card = view.card(id);
    // That something is just a page needn't be said.
    let plain = view.site.kind(view.site.chapter(id)).fields.is_empty();
    let label = if plain {
        String::new()
    } else {
        card.kind.label
    };
    Card(
        card.id,
        card.url,
        card.title,
        card.summary,
        card.status.map(|status| status.label),
        card.updated.map(|date| date.text),
        Look(label, card.kind.colour, card.kind.icon),
        card.language.map(Spoken::from),
        card.facts.into_iter().map(fact).collect(),
        card.image
            .map(|image| CardImage(image.url, image.srcset, image.width, image.height)),
    )
}

fn fact(fact: context::CardFact) -> CardFact {
    CardFact(fact.icon, fact.label, fact.text, fact.written, fact.long)
}

fn by_title(site: &Site, edition: &Edition, catalogue: &Catalogue) -> Vec<usize> {
    let mut places = vec![None; edition.reading_order.len()];
    for (place, id) in catalogue.chapters.iter().enumerate() {
        places[site.chapter(*id).place] = Some(place);
    }
    let letters = edition.letters.iter().flat_map(|letter| &letter.chapters);
    letters
        .filter_map(|id| places[site.chapter(*id).place])
        .collect()
}

fn by_date(site: &Site, catalogue: &Catalogue) -> Vec<usize> {
    let mut places: Vec<usize> = (0..catalogue.chapters.len()).collect();
    places.sort_by_key(|place| {
        let chapter = site.chapter(catalogue.chapters[*place]);
        Reverse(chapter.parsed.front.updated)
    });
    places
}

fn facet(view: &View<'_>, id: FacetId) -> FacetData {
    let facet = view.site.facet(id);
    let values = facet.values.iter().map(|value| {
        let members = distances(value.members.iter().copied());
        (value.id.clone(), view.value_label(value), members)
    });
    FacetData(facet.id.clone(), view.facet_label(id), values.collect())
}

/// Ascending numbers as the distance of each from the one before.
fn distances(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut before = 0;
    let distance = |number| number - std::mem::replace(&mut before, number);
    numbers.map(distance).collect()
}
