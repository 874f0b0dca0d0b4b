//! What scripts find chapters by: the amounts that questions ask for, and ids.

use std::collections::BTreeMap;

use serde::Serialize;

use super::data::json;
use crate::site::{Catalogue, Edition, Site};

/// Chapters that one file finds by their ids.
const FOUND_BY_ID: usize = 300;

/// A chapter's place (as distance), and its least and greatest value.
#[derive(Serialize)]
pub(super) struct AmountData(usize, Option<f64>, Option<f64>);

/// What the questions of a catalogue's kind ask for, where that is an amount.
pub(super) fn amounts<'v>(
    site: &'v Site,
    catalogue: &Catalogue,
) -> BTreeMap<&'v str, Vec<AmountData>> {
    let kind = catalogue
        .kind
        .as_deref()
        .and_then(|kind| site.kinds.get(kind));
    let asked = kind.into_iter().flat_map(|kind| {
        let questions = kind.questions().into_iter().map(|question| question.field);
        questions.map(|at| (at, &kind.fields[at]))
    });
    let amounts = |at: usize| {
        let mut before = 0;
        let mut found = Vec::new();
        for (place, id) in catalogue.chapters.iter().enumerate() {
            let values = &site.chapter(*id).fields.values;
            let value = values.iter().find(|(field, _)| *field == at);
            if let Some((from, to)) = value.and_then(|(_, value)| value.amount()) {
                found.push(AmountData(place - before, from, to));
                before = place;
            }
        }
        found
    };
    asked
        .filter(|(_, field)| field.is_amount())
        .map(|(at, field)| (field.id.as_str(), amounts(at)))
        .collect()
}

/// The places of chapters in reading order, by id. Which file has an id follows from the sum of its signs.
pub(super) fn ids(site: &Site, edition: &Edition) -> Vec<(String, String)> {
    let chapters = &edition.reading_order;
    let buckets = chapters.len().div_ceil(FOUND_BY_ID).max(1);
    let mut files = vec![BTreeMap::new(); buckets];
    for (place, id) in chapters.iter().enumerate() {
        let id = site.chapter(*id).id.as_str();
        let sum: usize = id.encode_utf16().map(usize::from).sum();
        files[sum % buckets].insert(id, place);
    }
    let files = files.iter().enumerate();
    files
        .map(|(number, places)| (format!("ids-{number}"), json(places)))
        .collect()
}
