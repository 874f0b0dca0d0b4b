//! The files that are chapters, and what their paths say.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::parsed::split_name;
use super::{Options, Parsed, Withheld, withheld};
use crate::config::{Config, EditionId};
use crate::kind::Status;
use crate::source::{File, HandbookPath, Snapshot};

/// A chapter's file and what its path says.
#[derive(Clone)]
pub(super) struct Entry {
    pub parsed: Arc<Parsed>,
    /// Number of the edition that it is for: not that of its file where it is a fallback.
    pub edition: EditionId,
    /// Whether drafts belong to the site.
    pub with_drafts: bool,
    pub folder: String,
    /// Name without language and ending; empty for a section's index.
    pub name: String,
}

impl Entry {
    pub fn is_index(&self) -> bool {
        self.name.is_empty()
    }
}

/// The files that are chapters, in the order of their paths.
pub(super) fn entries(parsed: &[Arc<Parsed>], config: &Config, options: Options) -> Vec<Entry> {
    let mut entries: Vec<Entry> = parsed
        .iter()
        .filter(|parsed| !parsed.is_part(config))
        .filter(|parsed| options.drafts || parsed.front.status != Status::Draft)
        .map(|parsed| {
            let path = config.in_content(&parsed.source.path).unwrap_or_default();
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            let (name, _) = split_name(file, config);
            let name = if name == "index" { "" } else { name };
            Entry {
                parsed: Arc::clone(parsed),
                edition: parsed.edition,
                with_drafts: options.drafts,
                folder: folder.into(),
                name: name.into(),
            }
        })
        .collect();
    // A README introduces its folder where there is no index, as code hosts show it.
    let indices: BTreeSet<(EditionId, String)> = entries
        .iter()
        .filter(|entry| entry.is_index())
        .map(|entry| (entry.edition, entry.folder.clone()))
        .collect();
    for entry in &mut entries {
        let key = (entry.edition, entry.folder.clone());
        if entry.name.eq_ignore_ascii_case("readme") && !indices.contains(&key) {
            entry.name.clear();
        }
    }
    entries
}

/// The paths below the content folder, without language and ending, of chapters that no list has: drafts that
/// are left out, and what is unlisted.
pub(super) fn not_listed(
    parsed: &[Arc<Parsed>],
    config: &Config,
    options: Options,
) -> BTreeSet<String> {
    let left_out = |parsed: &&Arc<Parsed>| {
        let is_left_out = match parsed.front.status {
            Status::Draft => !options.drafts,
            status => status == Status::Unlisted,
        };
        is_left_out && !parsed.is_part(config)
    };
    parsed
        .iter()
        .filter(left_out)
        .map(|parsed| stem(parsed, config))
        .collect()
}

/// The path of a file below the content folder, without language and ending.
pub(super) fn stem(parsed: &Parsed, config: &Config) -> String {
    let path = config.in_content(&parsed.source.path).unwrap_or_default();
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (name, _) = split_name(file, config);
    format!("{folder}/{name}")
        .trim_start_matches('/')
        .to_owned()
}

/// The title that a chapter gives itself, or its name.
pub(super) fn title(parsed: &Parsed, stem: &str) -> String {
    let own = parsed.front.title.as_deref().or(parsed.document.title());
    own.map_or_else(|| title_of_name(stem), str::to_owned)
}

/// A title for a file or folder that has none: the last name in its path, with blanks, and a capital
/// at first.
pub(super) fn title_of_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(
        || "Handbuch".to_owned(),
        |first| first.to_uppercase().chain(letters).collect(),
    )
}

/// The files that are published as they are.
pub(super) fn assets<'s>(
    snapshot: &'s Snapshot,
    config: &'s Config,
) -> impl Iterator<Item = Asset<'s>> {
    let files = snapshot.below(config.content);
    let assets = files.filter(|(_, file)| matches!(file, File::Asset { .. }));
    assets.filter_map(|(path, _)| {
        let within = config.in_content(path)?;
        let is_hidden = match withheld(within) {
            Some(Withheld::LeftBehind(_) | Withheld::Copy) => return None,
            hidden => hidden.is_some(),
        };
        let published = !is_hidden || config.publish.names(within);
        published.then_some(Asset { path, within })
    })
}

/// A file that is published as it is.
pub(super) struct Asset<'s> {
    pub path: &'s HandbookPath,
    /// Its path below the content folder.
    pub within: &'s str,
}
