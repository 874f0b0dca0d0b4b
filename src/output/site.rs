//! The website.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::entries::{described_chapter, entry};
use super::{Content, Sink, Written, generated, redirect};
use crate::diagnostic::{Code, Finding};
use crate::link::Linked;
use crate::pages::{FileSource, Page, Plan, address};
use crate::release::{MANIFEST, Manifest, PageEntry, chapter_entry_of};
use crate::search;
use crate::site::ChapterId;
use crate::source::HandbookPath;
use crate::theme::{Theme, ThemeFile, chapters_on};

static WRITE: Code = Code::fatal("cannot-write");

/// Writes all pages and files of `plan` into `sink` and the manifest behind them. `chapters` is what
/// that says about each chapter, if it is known already; `index` the search index by path. `progress`
/// is called after every page, from any thread.
pub fn write(
    linked: &Linked,
    plan: &Plan,
    theme: &Theme,
    chapters: Option<&[PageEntry]>,
    index: &BTreeMap<String, Vec<u8>>,
    sink: &impl Sink,
    progress: &(impl Fn() + Sync),
) -> (Manifest, Vec<Finding>) {
    let generated = generated(linked, plan, theme);
    let bytes = generated.iter().chain(index);
    let bytes = bytes.map(|(path, bytes)| (path, Source::Bytes(bytes)));
    let files: Vec<_> = plan
        .files()
        .iter()
        .map(|(path, source)| (path, Source::of(source, theme)))
        .chain(bytes)
        .collect();
    let mut files: Vec<_> = files.into_iter().enumerate().collect();
    let pages = || files.iter().filter_map(|(_, (_, source))| source.page());
    let described = |page: &Page| described_chapter(linked, *page).filter(|_| chapters.is_none());
    let further: Vec<ChapterId> = pages().filter_map(|page| described(&page)).collect();
    let contents = theme.contents(linked, pages(), further.into_iter());
    let reads_like = |id: ChapterId| match chapters {
        Some(chapters) => chapters[id.0].clone(),
        None => {
            let words = search::of_text(&linked.site, id, &contents.get(id).plain);
            chapter_entry_of(linked, id, words)
        }
    };
    let groups = groups(linked, pages());
    // Pages that show the same chapters are made one after the other: few contents are kept.
    files.sort_by_key(|(_, (_, source))| {
        let chapter = source
            .page()
            .and_then(|page| chapters_on(&linked.site, page).pop());
        chapter.and_then(|id| groups.get(&id))
    });
    let renderer = theme.renderer(linked, plan);
    let mut written: Vec<_> = files
        .into_par_iter()
        .map(|(number, (path, source))| {
            let mut described = None;
            let written = match source {
                Source::Bytes(bytes) => put(sink, path, Content::Bytes(bytes)),
                Source::File(file) => put(sink, path, Content::CopyOf(file)),
                Source::Page(page) => {
                    let address = address(&linked.site, page);
                    described = Some((address, entry(linked, page, &reads_like)));
                    let html = renderer.render_from(page, &contents);
                    progress();
                    html.and_then(|html| put(sink, path, Content::Bytes(html.as_bytes())))
                }
            };
            (number, path, written, described)
        })
        .collect();
    written.sort_by_key(|(number, ..)| *number);
    let mut manifest = Manifest::new();
    let mut findings = Vec::new();
    for (_, path, written, described) in written {
        manifest.pages.extend(described);
        match written {
            Ok(written) => manifest.add(path.clone(), written.hash),
            Err(finding) => findings.push(*finding),
        }
    }
    describe(linked, plan, &mut manifest);
    // A mistake in a template shows on every page that uses it: once is enough.
    let mut places = BTreeSet::new();
    findings.retain(|finding| {
        finding.place.span.is_none() || places.insert((finding.code.slug, finding.place.clone()))
    });
    if let Err(finding) = put(sink, MANIFEST, Content::Bytes(&manifest.to_json())) {
        findings.push(*finding);
    }
    (manifest, findings)
}

/// Says in the manifest what its files are.
fn describe(linked: &Linked, plan: &Plan, manifest: &mut Manifest) {
    manifest.redirects = redirect::planned(plan, &linked.site)
        .into_iter()
        .map(|(from, redirect)| (from, redirect.to))
        .collect();
    let attachments = linked.published_assets();
    manifest.attachments = attachments.map(|(_, file)| file.to_owned()).collect();
    manifest.attachments.sort();
    let release = plan.release();
    manifest.release = release.map(|release| release.version.to_string());
    manifest.date = release.map(|release| release.date.to_string());
    let site = &linked.site;
    let language = &site.editions[0].language;
    manifest.title = Some(site.title(language).to_owned());
    manifest.url = site.config.url.as_ref().map(ToString::to_string);
}

/// The number of the page for printing on which a chapter stands.
fn groups(linked: &Linked, pages: impl Iterator<Item = Page>) -> BTreeMap<ChapterId, usize> {
    let prints = pages.filter(|page| matches!(page, Page::Print(..)));
    let chapters = prints.enumerate().flat_map(|(number, page)| {
        let chapters = chapters_on(&linked.site, page).into_iter();
        chapters.map(move |id| (id, number))
    });
    chapters.collect()
}

enum Source<'a> {
    Page(Page),
    Bytes(&'a [u8]),
    File(&'a HandbookPath),
}

impl<'a> Source<'a> {
    fn page(&self) -> Option<Page> {
        match self {
            Self::Page(page) => Some(*page),
            Self::Bytes(_) | Self::File(_) => None,
        }
    }

    fn of(source: &'a FileSource, theme: &'a Theme) -> Self {
        match source {
            FileSource::Page(page) => Self::Page(*page),
            FileSource::CopyOf(file) => Self::File(file),
            FileSource::Theme(path) => {
                let file = theme.asset(path);
                match file.expect("a plan lists only what the theme has") {
                    ThemeFile::Bytes(bytes) => Self::Bytes(bytes),
                    ThemeFile::At(file) => Self::File(file),
                }
            }
        }
    }
}

fn put(sink: &impl Sink, path: &str, content: Content<'_>) -> Result<Written, Box<Finding>> {
    sink.put(path, content)
        .map_err(|problem| Box::new(Finding::new(&WRITE, &path.into()).with("problem", problem)))
}
