//! Where browsers go that follow what is saved.

use std::collections::BTreeSet;

use crate::pipeline::Preview;
use crate::source::HandbookPath;

/// The address of the chapter that browsers are to show after a save of the files `changed`: the only one that
/// wasn't there in the `last` preview, or else the only one that was saved.
pub(super) fn chapter_to_follow(
    changed: &[HandbookPath],
    preview: &Preview,
    last: Option<&Preview>,
) -> Option<String> {
    let site = &preview.handbook().linked.site;
    let is_chapter = |path: &HandbookPath| preview.address_of(path).is_some();
    let saved: Vec<&HandbookPath> = changed.iter().filter(|path| is_chapter(path)).collect();
    // A folder that came stands for all that is in it.
    let folders = changed.iter().filter(|path| !path.has_extension("md"));
    let in_folders = folders.flat_map(|folder| {
        let below = site.paths().filter(|path| path.is_below(folder.as_str()));
        below.filter(|path| is_chapter(path))
    });
    let was_there = |path: &HandbookPath| last.is_none_or(|last| last.address_of(path).is_some());
    let all = saved.iter().copied().chain(in_folders);
    let new: BTreeSet<&HandbookPath> = all.filter(|path| !was_there(path)).collect();
    // A first chapter may bring the index of its section.
    let is_index = |path: &HandbookPath| {
        let id = site.at_path(path.as_str());
        id.is_some_and(|id| site.chapter(id).is_index)
    };
    let mut chapters = new.iter().filter(|path| !is_index(path));
    let chapter = match (chapters.next(), chapters.next(), &saved[..]) {
        (Some(only), None, _) => only,
        (None, None, _) if new.len() == 1 => new.first()?,
        (_, _, [saved]) => saved,
        _ => return None,
    };
    preview.address_of(chapter).map(str::to_owned)
}
