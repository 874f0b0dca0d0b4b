//! `context`: what a chapter's template gets.

use std::path::Path;

use super::args::Context;
use super::{FINDINGS, NO_SUGGESTION, Opened, Session, report};
use crate::config::EditionId;
use crate::diagnostic::Suggestions;
use crate::pages::Page;
use crate::site::{ChapterId, SectionId, Site, last_part};
use crate::source::HandbookPath;

/// Prints the context of a chapter as JSON.
pub(super) fn run(session: &Session, args: &Context) -> u8 {
    let Opened {
        root,
        snapshot,
        handbook,
    } = match session.open(true) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let site = &handbook.linked.site;
    let chapter = match find(session, site, &root, &args.path) {
        Ok(chapter) => chapter,
        Err(code) => return code,
    };
    let page = Page::of_chapter(site, chapter);
    let context = (handbook.theme).context(&handbook.linked, &handbook.plan, page);
    match serde_json::to_string_pretty(&context) {
        Ok(json) => outln!("{json}"),
        Err(error) => errln!("{error}"),
    }
    let source = |path: &str| handbook.source(&snapshot, path);
    report::show(session, &handbook.findings, &source);
    if handbook.has_errors() { FINDINGS } else { 0 }
}

/// The chapter whose file is meant by `path`, which may be seen from here, from the handbook's root or
/// from its content.
pub(super) fn find(
    session: &Session,
    site: &Site,
    root: &Path,
    path: &Path,
) -> Result<ChapterId, u8> {
    let given = path.to_string_lossy().replace('\\', "/");
    let mut meant = meant(site, root, path).into_iter();
    let chapter = meant.find_map(|path| site.at_path(path.as_str()));
    // As references in front matter name it.
    let name = given.strip_suffix(".md").unwrap_or(&given);
    let is_called = |id: &ChapterId| {
        let chapter = site.chapter(*id);
        let is_name = *chapter.id == *name || last_part(&chapter.id) == name;
        chapter.edition == EditionId::DEFAULT && is_name
    };
    let mut called = (0..site.chapters.len()).map(ChapterId).filter(is_called);
    let called = called.next().filter(|_| called.next().is_none());
    let chapter = chapter.or(called);
    chapter.ok_or_else(|| {
        let names = site.paths().map(HandbookPath::as_str);
        let nearest = Suggestions::new(names)
            .nearest(&given)
            .unwrap_or(NO_SUGGESTION);
        session.refuse(
            "no-such-chapter",
            [("nearest", nearest.into()), ("path", given.into())],
        )
    })
}

/// The section whose folder, or whose introduction, is meant by `path`.
pub(super) fn section(
    site: &Site,
    root: &Path,
    path: &Path,
    edition: EditionId,
) -> Option<SectionId> {
    meant(site, root, path).into_iter().find_map(|path| {
        let introduced = site.at_path(path.as_str()).map(|id| site.chapter(id));
        let introduced = introduced.filter(|chapter| chapter.is_index);
        let folder = match introduced {
            Some(chapter) => site.section(chapter.section).folder.as_str(),
            None => path.relative_to(site.config.content)?,
        };
        site.section_at(folder, edition)
    })
}

/// What a path may mean, which may be seen from here, from the handbook's root or from its content.
fn meant(site: &Site, root: &Path, path: &Path) -> Vec<HandbookPath> {
    let seen_from_here = path.canonicalize().ok();
    let from_here = seen_from_here
        .as_deref()
        .and_then(|path| path.strip_prefix(root).ok());
    let plain = |path: &Path| path.to_string_lossy().replace('\\', "/");
    let given = plain(path);
    let from_here = from_here.and_then(|path| HandbookPath::parse(&plain(path)).ok());
    let from_root = HandbookPath::resolve("", &given).ok();
    let in_content = HandbookPath::resolve(site.config.content, &given).ok();
    [from_here, from_root, in_content]
        .into_iter()
        .flatten()
        .collect()
}
