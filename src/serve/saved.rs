//! What a save has made of the pages of the chapters that were saved. Browsers that show one of them are told
//! at once, without asking.

use std::sync::OnceLock;

use hyper::body::Bytes;
use serde::Serialize;

use super::Shown;
use super::patch::Patch;
use crate::site::file_of;

/// More chapters at a time are no save, but a checkout.
const SAVED_MAX: usize = 4;

/// The message, made for the first browser that is to hear it.
#[derive(Debug, Default)]
pub(crate) struct Saved(OnceLock<Bytes>);

/// The page of a chapter that was saved.
#[derive(Debug, Serialize)]
struct SavedPage<'s> {
    /// Its address.
    page: &'s str,
    /// The version of it that this is about.
    from: &'s str,
    /// The version that there is now.
    to: &'s str,
    /// What makes one out of the other; none where it has to be loaded.
    #[serde(skip_serializing_if = "Option::is_none")]
    patch: Option<Patch>,
}

/// The message, as an event of the stream.
pub(super) fn event(shown: &Shown) -> Bytes {
    let make = || {
        let json = message(shown).unwrap_or_else(|| "[]".to_owned());
        Bytes::from(format!("data: {json}\n\n"))
    };
    shown.saved.0.get_or_init(make).clone()
}

fn message(shown: &Shown) -> Option<String> {
    let changed = &shown.edits.last()?.changed;
    if changed.len() > SAVED_MAX {
        return None;
    }
    let preview = &shown.preview;
    let chapters: Vec<_> = changed
        .iter()
        .filter_map(|path| preview.address_of(path))
        .filter_map(|address| {
            let file = file_of(address);
            let before = preview.before(&file)?;
            let now = preview.page(&file)?.ok()?;
            (before.version != now.version).then_some((address, before, now))
        })
        .collect();
    let pages: Vec<SavedPage<'_>> = chapters
        .iter()
        .map(|(page, before, now)| SavedPage {
            page,
            from: &before.version,
            to: &now.version,
            patch: shown
                .can_patch
                .then(|| Patch::between(&before.html, &now.html))
                .flatten(),
        })
        .collect();
    serde_json::to_string(&pages).ok()
}
