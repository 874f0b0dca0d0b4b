//! `context`: what a chapter's template gets.

use std::path::Path;

use super::args::Context;
use super::{FINDINGS, Opened, Session, report};
use crate::diagnostic::Suggestions;
use crate::pages::Page;
use crate::site::{ChapterId, Site};
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
    let seen_from_here = path.canonicalize().ok();
    let from_here = seen_from_here
        .as_deref()
        .and_then(|path| path.strip_prefix(root).ok());
    let given = path.to_string_lossy().replace('\\', "/");
    let in_content = HandbookPath::resolve(site.config.content, &given);
    let chapter = from_here
        .and_then(|path| site.at_path(&path.to_string_lossy().replace('\\', "/")))
        .or_else(|| site.at_path(&given))
        .or_else(|| site.at_path(in_content.ok()?.as_str()));
    chapter.ok_or_else(|| {
        let names = site.paths().map(HandbookPath::as_str);
        let nearest = Suggestions::new(names).nearest(&given).unwrap_or("–");
        session.refuse(
            "no-such-chapter",
            [("nearest", nearest.into()), ("path", given.into())],
        )
    })
}
