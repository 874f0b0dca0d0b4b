//! QR codes of the addresses of chapters, for the foot of their printed pages.
//!
//! Every chapter that can be cited has one, if the handbook says where it is published.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::link::Linked;
use crate::pages::{Plan, code_of, code_path};
use crate::site::ChapterId;
use crate::theme::citation::Citation;

/// The light squares that a reader of codes needs around it.
const MARGIN: i32 = 4;

/// The files, by path.
pub(super) fn files(linked: &Linked, plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let site = &linked.site;
    let chapters = (0..site.chapters.len()).map(ChapterId);
    let cited = chapters.filter(|id| !site.chapter(*id).is_index && !linked.is_legal(*id));
    // What stands in for a missing translation has the address of its original.
    let addresses: BTreeSet<String> = cited
        .filter_map(|id| Citation::of(linked, plan.release(), id).url)
        .collect();
    let file = |address: String| {
        Some((
            code_path(&address)?,
            code_of(&address, MARGIN)?.into_bytes(),
        ))
    };
    addresses.into_par_iter().filter_map(file).collect()
}
