//! What a browser is told, over server-sent events.
//!
//! 1. A browser says which page it shows, and which version of it.
//! 2. After every edit its page is made again; the browser hears of it only if it has changed, or
//!    if something has that the page loads.
//! 3. It gets the findings, and where it is to follow, the address of the chapter just saved. Edits
//!    are numbered, since several may come while a page is made.

use std::io;
use std::sync::Arc;

use http_body_util::BodyExt;
use http_body_util::channel::{Channel, Sender};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::{Request, Response};
use serde::Serialize;
use tokio::sync::watch;
use url::form_urlencoded;

use super::answer::version;
use super::{Body, Context, Report, Shown};
use crate::pages::FileSource;
use crate::pipeline::{Preview, Served};
use crate::site::escape;
use crate::site::file_of;
use crate::source::HandbookPath;
use crate::theme::ThemeFile;

/// What a browser is told. Fields that say nothing are left out.
#[derive(Debug, Default, Serialize)]
struct Message<'m> {
    /// The page is another now, or something has changed that runs on it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reload: bool,
    /// Only the looks have changed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    style: bool,
    /// The chapter to go to.
    #[serde(skip_serializing_if = "Option::is_none")]
    follow: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'m Report>,
}

/// What a browser has.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Has {
    page: Option<String>,
    style: Vec<String>,
    rest: Vec<String>,
    /// Whether the page shows a file that has just changed.
    shows_changed: bool,
}

/// Tells the browser that asks of everything that concerns it, for as long as it listens.
pub(super) fn stream(request: &Request<Incoming>, context: &Context) -> Response<Body> {
    let query = request.uri().query().unwrap_or_default().as_bytes();
    let parameter = |name: &str| {
        let found = form_urlencoded::parse(query).find(|(key, _)| key == name);
        found.map_or_else(String::new, |(_, value)| value.into_owned())
    };
    let page = parameter("page").trim_start_matches('/').to_owned();
    let version = parameter("version");
    let searches = parameter("search") == "yes";
    let (sender, body) = Channel::<Bytes, io::Error>::new(4);
    let updates = context.shown.clone();
    tokio::spawn(async move {
        // It only ends when the browser has gone or the preview ends: neither is anyone's mistake.
        let _ = stream_updates(sender, updates, page, version, searches).await;
    });
    let mut response = Response::new(body.boxed());
    let headers = response.headers_mut();
    let ty = HeaderValue::from_static("text/event-stream");
    headers.insert(header::CONTENT_TYPE, ty);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn stream_updates(
    mut sender: Sender<Bytes, io::Error>,
    mut updates: watch::Receiver<Option<Arc<Shown>>>,
    page: String,
    version: String,
    searches: bool,
) -> Option<()> {
    // In one step: an edit between looking and listening would never be told.
    let shown = updates.borrow_and_update().clone()?;
    let mut seen = last_edit(&shown);
    let (mut has, mut shown) = has(shown, &page, searches, seen).await?;
    let reload = has.page.as_ref().is_some_and(|now| *now != version);
    let message = Message {
        reload,
        report: Some(&shown.report),
        ..Message::default()
    };
    send(&mut sender, &message).await?;
    loop {
        updates.changed().await.ok()?;
        // A comment as keep-alive: it detects closed connections before anything is rendered.
        sender.send_data(Bytes::from_static(b":\n\n")).await.ok()?;
        let next = updates.borrow_and_update().clone()?;
        let (now, next) = self::has(next, &page, searches, seen).await?;
        let follow = next.edits.iter().filter(|edit| edit.number > seen);
        let follow = follow.filter_map(|edit| edit.follow.as_deref()).next_back();
        seen = last_edit(&next);
        let gone = now.page.is_none();
        let message = Message {
            // A page that is gone stays in view: its author may be about to put it back.
            reload: !gone && (now.page != has.page || now.rest != has.rest || now.shows_changed),
            style: now.style != has.style,
            follow: follow.filter(|to| *to != page),
            report: (next.report != shown.report).then_some(&next.report),
        };
        let says_nothing = !message.reload
            && !message.style
            && message.follow.is_none()
            && message.report.is_none();
        if !says_nothing {
            send(&mut sender, &message).await?;
        }
        if gone {
            has.style = now.style;
        } else {
            has = now;
        }
        shown = next;
    }
}

async fn send(sender: &mut Sender<Bytes, io::Error>, message: &Message<'_>) -> Option<()> {
    let json = serde_json::to_string(message).expect("it is plain data");
    sender
        .send_data(format!("data: {json}\n\n").into())
        .await
        .ok()
}

fn last_edit(shown: &Shown) -> u64 {
    shown.edits.last().map_or(0, |edit| edit.number)
}

/// What a browser that shows `page` has when it has everything of `shown`, and has heard of all
/// edits up to `seen`.
async fn has(
    shown: Arc<Shown>,
    page: &str,
    searches: bool,
    seen: u64,
) -> Option<(Has, Arc<Shown>)> {
    let page = page.to_owned();
    let has = move || {
        let preview = &shown.preview;
        let html = page_of(preview, &page);
        let mut has = Has {
            shows_changed: html
                .as_deref()
                .is_some_and(|html| shows(html, &shown, seen)),
            page: html.map(|html| version(&html)),
            ..Has::default()
        };
        for (path, file) in preview.handbook().theme.assets() {
            let ThemeFile::Bytes(bytes) = file else {
                continue;
            };
            let list = if path.to_ascii_lowercase().ends_with(".css") {
                &mut has.style
            } else {
                &mut has.rest
            };
            list.push(version(bytes));
        }
        if searches {
            let index = preview.index().iter();
            let meta = index.filter(|(path, _)| path.ends_with("/meta.js"));
            has.rest.extend(meta.map(|(_, bytes)| version(bytes)));
        }
        (has, shown)
    };
    tokio::task::spawn_blocking(has).await.ok()
}

/// A page's HTML. Its address may lack the slash, if it was opened before there was such a page.
fn page_of(preview: &Preview, page: &str) -> Option<Vec<u8>> {
    let files = [file_of(page), file_of(&format!("{page}/"))];
    let file = files.iter().find(|file| preview.has(file))?;
    match preview.get(file, "")? {
        Ok(Served::Bytes(bytes)) => Some(bytes.into_owned()),
        _ => None,
    }
}

/// Whether a page loads one of the files that have changed since the edit `seen`: an image is the
/// same way to another picture.
fn shows(html: &[u8], shown: &Shown, seen: u64) -> bool {
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
            FileSource::CopyOf(file) => Some(file),
            FileSource::Page(_) | FileSource::Theme(_) => None,
        });
    let mut names = copied
        .filter(|file| has_changed(file))
        .map(|file| escape(file.name()).into_bytes());
    names.any(|name| html.windows(name.len()).any(|window| window == name))
}
