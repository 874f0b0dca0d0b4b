//! Files that are neither pages nor copies, made from the linked site and its plan: what the program
//! lists for other programs, redirects, and what the script of catalogues loads.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{listings, redirect};
use crate::link::Linked;
use crate::pages::Plan;
use crate::theme::Theme;

/// The files, by path.
pub fn generated(linked: &Linked, plan: &Plan, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    let listings = plan.listings().par_iter();
    let listings: Vec<_> = listings
        .map(|planned| (planned, listings::make(planned.listing, linked, plan)))
        .collect();
    let base = linked.site.config.url.as_ref();
    let mut files = redirect::files(&redirect::planned(plan, &linked.site), base);
    for (planned, texts) in listings {
        let texts = texts.into_iter().map(String::into_bytes);
        files.extend(planned.paths.iter().cloned().zip(texts));
    }
    files.extend(theme.data(linked, plan));
    files
}
