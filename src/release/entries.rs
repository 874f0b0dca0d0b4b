//! What a manifest says about each chapter: enough to tell in a later release what became of it.

use std::collections::BTreeMap;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{PageEntry, PageType, SectionEntry};
use crate::kind::Status;
use crate::link::Linked;
use crate::search;
use crate::site::{Chapter, ChapterId};
use crate::source::hex;

/// How many bytes of a section's hash are kept: two of a handbook's sections won't share them.
const HASH_LENGTH: usize = 8;

/// What a manifest says about pages, by address.
pub type PageEntries = BTreeMap<String, PageEntry>;

/// The entries of all chapters, by their numbers.
pub fn chapter_entries(linked: &Linked) -> Vec<PageEntry> {
    let all = 0..linked.site.chapters.len();
    all.into_par_iter()
        .map(ChapterId)
        .map(|id| chapter_entry(linked, id, search::chapter(&linked.site, id)))
        .collect()
}

/// The entry of a chapter with these words.
pub fn chapter_entry(linked: &Linked, id: ChapterId, words: search::Chapter) -> PageEntry {
    let site = &linked.site;
    let chapter = site.chapter(id);
    let language = &site.edition(chapter.edition).language;
    let status = chapter.parsed.front.status;
    PageEntry {
        ty: PageType::Chapter,
        id: Some(chapter.id.clone()),
        lang: language.clone(),
        title: chapter.title.clone(),
        kind: Some(site.kind(chapter).label.get(language).to_owned()),
        withdrawn: matches!(status, Status::Withdrawn | Status::Superseded),
        anchors: chapter.anchors.ids().map(str::to_owned).collect(),
        sections: sections(chapter, words),
    }
}

/// Title and summary count to the part before the first heading.
fn sections(chapter: &Chapter, words: search::Chapter) -> Vec<SectionEntry> {
    let mut lead = Some(format!("{}\n{}\n", chapter.title, words.summary));
    words
        .sections
        .into_iter()
        .map(|section| {
            let text = lead.take().unwrap_or_default() + &section.body;
            SectionEntry {
                anchor: section.anchor,
                heading: section.heading,
                hash: hex(&Sha256::digest(text)[..HASH_LENGTH]),
            }
        })
        .collect()
}
