//! Files that are neither pages nor copies, made from the linked site and its plan: what the program
//! lists for other programs, redirects, and what the script of catalogues loads.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{hosts, listings, redirect};
use crate::config::EditionId;
use crate::link::Linked;
use crate::pages::{Listing, Plan, PlannedListing};
use crate::theme::Theme;

/// Files that are made together.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'p> {
    Listing(&'p PlannedListing),
    Redirects,
    /// What the script of an edition's catalogues loads.
    Data(EditionId),
}

/// All parts of a site.
pub(super) fn parts<'p>(linked: &Linked, plan: &'p Plan) -> Vec<Part<'p>> {
    let listings = plan.listings().iter().map(Part::Listing);
    let data = linked.site.edition_ids().map(Part::Data);
    listings.chain([Part::Redirects]).chain(data).collect()
}

impl Part<'_> {
    /// Its files, by path.
    pub(super) fn make(
        self,
        linked: &Linked,
        plan: &Plan,
        theme: &Theme,
    ) -> BTreeMap<String, Vec<u8>> {
        match self {
            Self::Listing(PlannedListing { listing, paths }) => {
                let texts = match listing {
                    Listing::Headers => hosts::files(linked, theme).into(),
                    listing => listings::make(*listing, linked, plan),
                };
                let texts = texts.into_iter();
                paths
                    .iter()
                    .cloned()
                    .zip(texts.map(String::into_bytes))
                    .collect()
            }
            Self::Redirects => {
                let base = linked.site.config.url.as_ref();
                redirect::files(&redirect::planned(plan, &linked.site), base)
            }
            Self::Data(edition) => theme.data(linked, plan, edition),
        }
    }
}

/// The files, by path.
pub fn generated(linked: &Linked, plan: &Plan, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    let parts = parts(linked, plan).into_par_iter();
    parts
        .flat_map(|part| part.make(linked, plan, theme))
        .collect()
}
