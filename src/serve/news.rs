//! What is new for a page that a browser shows.
//!
//! 1. A page comes with what it [`Has`]: its own version, those of what it loads, and the last edit
//!    that it knows of. The browser only hands that back, so the server remembers no browser.
//! 2. The page is made again; it is to be loaded only if it has changed, or if something has that it
//!    loads.
//! 3. It gets the findings, and where it is to follow, the address of the chapter just saved. Edits
//!    are numbered, since several may come while a page is made.

use std::sync::Arc;

use hyper::body::Incoming;
use hyper::header::{self, HeaderValue};
use hyper::{Request, Response};
use serde::Serialize;
use url::form_urlencoded;

use super::gone::Gone;
use super::report::PageReport;
use super::{Body, Shown, full};
use crate::pages::FileSource;
use crate::pipeline::{Departed, Preview, ShownPage, version};
use crate::site::escape;
use crate::site::file_of;
use crate::source::HandbookPath;
use crate::theme::{Theme, ThemeFile};

/// What a browser is told. Fields that say nothing are left out.
#[derive(Debug, Serialize)]
struct News<'n> {
    /// What the browser has once it has done what it's told.
    has: String,
    /// The page is another now, or something has changed that runs on it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reload: bool,
    /// Only the looks have changed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    style: bool,
    /// The chapter to go to.
    #[serde(skip_serializing_if = "Option::is_none")]
    follow: Option<&'n str>,
    /// The address that the page has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<&'n str>,
    /// There is no such page.
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<Gone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<PageReport>,
}

/// What a browser has of a page. What it doesn't have or isn't known is empty.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Has {
    page: String,
    assets: Assets,
    /// The search index, once the page searches.
    index: String,
    /// The last edit that it has heard of.
    edit: u64,
    report: String,
}

impl Has {
    fn parse(text: &str) -> Self {
        let mut parts = text.split('.').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        Self {
            page: part(),
            assets: Assets {
                style: part(),
                rest: part(),
            },
            index: part(),
            edit: part().parse().unwrap_or_default(),
            report: part(),
        }
    }

    fn write(&self) -> String {
        let Assets { style, rest } = &self.assets;
        let Self {
            page,
            index,
            edit,
            report,
            ..
        } = self;
        format!("{page}.{style}.{rest}.{index}.{edit}.{report}")
    }
}

/// The versions of a theme's files.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Assets {
    style: String,
    rest: String,
}

impl Assets {
    /// Those of `theme`.
    pub fn of(theme: &Theme) -> Self {
        let (mut style, mut rest) = (String::new(), String::new());
        for (path, file) in theme.assets() {
            let ThemeFile::Bytes(bytes) = file else {
                continue;
            };
            if path.to_ascii_lowercase().ends_with(".css") {
                style += &version(bytes);
            } else {
                rest += &version(bytes);
            }
        }
        Self {
            style: version(style.as_bytes()),
            rest: version(rest.as_bytes()),
        }
    }
}

/// What a browser has that has just got a page of this `version`.
pub(super) fn has(shown: &Shown, version: &str) -> String {
    let has = Has {
        page: version.to_owned(),
        assets: shown.assets.clone(),
        edit: last_edit(shown),
        ..Has::default()
    };
    has.write()
}

/// What is new for the page that asks.
pub(super) fn answer(request: &Request<Incoming>, shown: &Shown) -> Response<Body> {
    let query = request.uri().query().unwrap_or_default().as_bytes();
    let parameter = |name: &str| {
        let found = form_urlencoded::parse(query).find(|(key, _)| key == name);
        found.map_or_else(String::new, |(_, value)| value.into_owned())
    };
    let page = parameter("page").trim_start_matches('/').to_owned();
    let has = Has::parse(&parameter("has"));
    let news = news(shown, &page, &has, parameter("search") == "yes");
    let json = serde_json::to_vec(&news).expect("it is plain data");
    let mut response = Response::new(full(json));
    let headers = response.headers_mut();
    let ty = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, ty);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn news<'s>(shown: &'s Shown, page: &str, has: &Has, searches: bool) -> News<'s> {
    let preview = &shown.preview;
    let file = file_at(preview, page);
    let html = file.as_deref().and_then(|file| html_of(preview, file));
    let report = shown.report.of_page(preview, file.as_deref());
    let mut now = Has {
        page: html
            .as_ref()
            .map_or_else(String::new, |page| page.version.clone()),
        assets: shown.assets.clone(),
        edit: last_edit(shown),
        report: report.version(),
        ..Has::default()
    };
    if searches {
        let index = preview.index().iter();
        let meta = index.filter(|(path, _)| path.ends_with("/meta.js"));
        now.index = meta.map(|(_, bytes)| version(bytes)).collect();
    }
    let reload = html.as_ref().is_some_and(|page| {
        now.page != has.page
            || now.assets.rest != has.assets.rest
            || !has.index.is_empty() && now.index != has.index
            || shows_changed(page.html.as_bytes(), shown, has.edit)
    });
    if html.is_none() {
        // A page that is gone stays in view: its author may be about to put it back.
        now.page.clone_from(&has.page);
        now.assets.rest.clone_from(&has.assets.rest);
    }
    let new = shown.edits.iter().filter(|edit| edit.number > has.edit);
    let follow = new.filter_map(|edit| edit.follow.as_deref()).next_back();
    let departed = match html {
        Some(_) => None,
        None => shown
            .departures
            .of(page)
            .or_else(|| shown.departures.of(&format!("{page}/"))),
    };
    let (moved, gone) = match departed {
        Some(Departed::To(address)) => (Some(address), None),
        Some(Departed::Deleted(path)) => (None, Some(Gone::new(shown, page, Some(path)))),
        // A page that can't be rendered is there all the same.
        None => (None, file.is_none().then(|| Gone::new(shown, page, None))),
    };
    News {
        moved,
        gone,
        reload,
        style: now.assets.style != has.assets.style,
        follow: follow.filter(|to| *to != page),
        report: (now.report != has.report).then_some(report),
        has: now.write(),
    }
}

fn last_edit(shown: &Shown) -> u64 {
    shown.edits.last().map_or(0, |edit| edit.number)
}

/// The file that is a page. Its address may lack the slash, if it was opened before there was one.
fn file_at(preview: &Preview, page: &str) -> Option<String> {
    let files = [file_of(page), file_of(&format!("{page}/"))];
    files.into_iter().find(|file| preview.has(file))
}

/// The page as a browser gets it. What its template fails at is said instead of it.
fn html_of(preview: &Preview, file: &str) -> Option<Arc<ShownPage>> {
    preview.page(file)?.ok()
}

/// Whether a page loads one of the files that have changed since the edit `seen`: an image is the
/// same way to another picture. Where that isn't known any more, it may.
fn shows_changed(html: &[u8], shown: &Shown, seen: u64) -> bool {
    if shown
        .edits
        .first()
        .is_some_and(|first| first.number > seen + 1)
    {
        return true;
    }
    let changed = || {
        let edits = shown.edits.iter().filter(|edit| edit.number > seen);
        let paths = edits.flat_map(|edit| &edit.changed);
        paths.filter(|path| !path.has_extension("md"))
    };
    if changed().next().is_none() {
        return false;
    }
    let has_changed =
        |file: &HandbookPath| changed().any(|path| file == path || file.is_below(path.as_str()));
    let copied = shown
        .preview
        .files()
        .values()
        .filter_map(|made| match made {
            FileSource::CopyOf(file) | FileSource::Drawing(file) | FileSource::Picture(file, _) => {
                Some(file)
            }
            FileSource::Page(_)
            | FileSource::Theme(_)
            | FileSource::Code(_)
            | FileSource::Book(..) => None,
        });
    let mut names = copied
        .filter(|file| has_changed(file))
        .map(|file| escape(file.name()).into_bytes());
    names.any(|name| html.windows(name.len()).any(|window| window == name))
}
