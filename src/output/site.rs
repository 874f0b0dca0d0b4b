//! The website.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::manifest::{FILE, Manifest};
use super::{Content, Made, Sink, Written, contents, entries, generated, redirect};
use crate::diagnostic::{Code, Finding};
use crate::link::Linked;
use crate::source::HandbookPath;
use crate::theme::{Page, Theme, ThemeFile};

static WRITE: Code = Code::fatal("cannot-write");

/// Writes all pages and files into `sink` and the manifest behind them. `index` is the search
/// index, by path. `progress` is called after
/// every page, from any thread.
pub fn write(
    linked: &Linked,
    theme: &Theme,
    index: &BTreeMap<String, Vec<u8>>,
    sink: &impl Sink,
    progress: &(impl Fn() + Sync),
) -> (Manifest, Vec<Finding>) {
    let (contents, generated) = (contents(linked, theme), generated(linked, theme));
    let bytes = generated.iter().chain(index);
    let bytes = bytes.map(|(path, bytes)| (path, Source::Bytes(bytes)));
    let files: Vec<_> = contents
        .iter()
        .map(|(path, made)| (path, Source::of(made, theme)))
        .chain(bytes)
        .collect();
    let renderer = theme.renderer(linked);
    let written: Vec<_> = files
        .into_par_iter()
        .map(|(path, source)| {
            let written = match source {
                Source::Bytes(bytes) => put(sink, path, Content::Bytes(bytes)),
                Source::File(file) => put(sink, path, Content::CopyOf(file)),
                Source::Page(page) => {
                    let html = renderer.render(page);
                    progress();
                    html.and_then(|html| put(sink, path, Content::Bytes(html.as_bytes())))
                }
            };
            (path, written)
        })
        .collect();
    let mut manifest = Manifest::new();
    let mut findings = Vec::new();
    for (path, written) in written {
        match written {
            Ok(written) => manifest.add(path.clone(), &written),
            Err(finding) => findings.push(*finding),
        }
    }
    describe(linked, &mut manifest);
    // A mistake in a template shows on every page that uses it: once is enough.
    let mut places = BTreeSet::new();
    findings.retain(|finding| {
        finding.place.span.is_none() || places.insert((finding.code.slug, finding.place.clone()))
    });
    if let Err(finding) = put(sink, FILE, Content::Bytes(&manifest.to_json())) {
        findings.push(*finding);
    }
    (manifest, findings)
}

/// Says in the manifest what its files are.
fn describe(linked: &Linked, manifest: &mut Manifest) {
    manifest.pages = entries(linked);
    manifest.redirects = redirect::of_site(linked)
        .into_iter()
        .map(|(from, redirect)| (from, redirect.to))
        .collect();
    let attachments = linked.published_assets();
    manifest.attachments = attachments.map(|(_, file)| file.to_owned()).collect();
    manifest.attachments.sort();
    let release = linked.release.as_ref();
    manifest.release = release.map(|release| release.version.to_string());
    manifest.date = release.map(|release| release.date.to_string());
    let site = &linked.site;
    let language = &site.editions[0].language;
    manifest.title = Some(site.title(language).to_owned());
    manifest.url.clone_from(&site.config.url);
}

enum Source<'a> {
    Page(Page),
    Bytes(&'a [u8]),
    File(&'a HandbookPath),
}

impl<'a> Source<'a> {
    fn of(made: &'a Made, theme: &'a Theme) -> Self {
        match made {
            Made::Page(page) => Self::Page(*page),
            Made::CopyOf(file) => Self::File(file),
            Made::Theme(path) => {
                let file = theme.asset(path);
                match file.expect("contents list only what the theme has") {
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

/// The file that a server answers an address with.
pub fn file_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}
