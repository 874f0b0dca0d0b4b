//! The website.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::manifest::{FILE, Manifest};
use super::{Content, Sink, Written, entries, hosts, made, redirect};
use crate::diagnostic::{Code, Finding};
use crate::link::Linked;
use crate::source::HandbookPath;
use crate::theme::{Page, Theme, ThemeFile, address, pages};

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
    let mut manifest = Manifest::new();
    let mut findings = Vec::new();
    let all = pages(linked);
    let rendered: Vec<_> = all
        .par_iter()
        .map(|page| {
            let address = address(&linked.site, *page);
            let written = write_page(linked, theme, *page, &address, sink);
            progress();
            (address, written)
        })
        .collect();
    for (address, written) in rendered {
        match written {
            Ok(written) => manifest.add(file_of(&address), &written),
            Err(finding) => findings.push(*finding),
        }
    }
    describe(linked, &mut manifest);
    // A mistake in a template shows on every page that uses it: once is enough.
    let mut places = BTreeSet::new();
    findings.retain(|finding| {
        finding.place.span.is_none() || places.insert((finding.code.slug, finding.place.clone()))
    });

    let hosts = hosts::files(linked);
    let made = made::files(linked);
    let mut files: Vec<(String, Source<'_>)> = made
        .iter()
        .map(|(path, bytes)| (path.clone(), Source::Bytes(bytes)))
        .collect();
    files.extend(theme.assets().map(|(path, file)| match file {
        ThemeFile::Bytes(bytes) => (path.to_owned(), Source::Bytes(bytes)),
        ThemeFile::At(file) => (path.to_owned(), Source::File(file)),
    }));
    let data = theme.data(linked);
    files.extend(
        index
            .iter()
            .chain(&data)
            .map(|(path, bytes)| (path.clone(), Source::Bytes(bytes))),
    );
    files.extend(
        hosts
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Source::Bytes(text.as_bytes()))),
    );
    files.extend(
        linked
            .published_assets()
            .map(|(path, to)| (to.to_owned(), Source::File(path))),
    );
    let written: Vec<_> = files
        .into_par_iter()
        .map(|(path, source)| {
            let content = match source {
                Source::Bytes(bytes) => Content::Bytes(bytes),
                Source::File(file) => Content::CopyOf(file),
            };
            (put(sink, &path, content), path)
        })
        .collect();
    for (written, path) in written {
        match written {
            Ok(written) => manifest.add(path, &written),
            Err(finding) => findings.push(*finding),
        }
    }
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
}

enum Source<'a> {
    Bytes(&'a [u8]),
    File(&'a HandbookPath),
}

fn write_page(
    linked: &Linked,
    theme: &Theme,
    page: Page,
    address: &str,
    sink: &impl Sink,
) -> Result<Written, Box<Finding>> {
    let html = theme.render(linked, page)?;
    put(sink, &file_of(address), Content::Bytes(html.as_bytes()))
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
