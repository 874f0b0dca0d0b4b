//! One file of the site as an HTTP response.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use http_body_util::channel::Channel;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Request, Response, StatusCode};
use percent_encoding::{CONTROLS, utf8_percent_encode};
use tokio::runtime::Handle;

use super::range::{Part, part};
use super::{Body, OWN, Shown, empty, full, news, refusal};
use crate::diagnostic::Finding;
use crate::diagnostic::human::{self, Style};
use crate::disk::{PictureMaker, on_disk};
use crate::markdown::html::escaped;
use crate::output::hosts;
use crate::picture::Recipe;
use crate::pipeline::{Departed, Served, version};
use crate::site::{escape, file_of};
use crate::source::{HandbookPath, Raster};
use crate::text::program;

/// What a server sends for a page that it doesn't have.
const MISSING: &str = "404.html";

/// Size of the pieces in which large files are sent, in bytes.
const PIECE: usize = 64 * 1024;

/// How often, and after how long, a file that is gone is looked for again.
const RETRIES: usize = 6;
const RETRY: Duration = Duration::from_millis(25);

/// The file at `path`, below the site's root.
pub(super) fn file(
    request: &Request<Incoming>,
    path: &str,
    shown: &Shown,
    root: &Path,
    pictures: &Arc<PictureMaker>,
) -> Response<Body> {
    let preview = &shown.preview;
    let file = file_of(path);
    if is_shown(request)
        && let Some(page) = preview.page(&file)
    {
        return match page {
            Ok(page) => {
                let html = page.html.as_bytes();
                page_or_bytes(request, shown, &file, html, StatusCode::OK)
            }
            Err(finding) => broken(request, shown, &finding),
        };
    }
    match preview.get(&file) {
        Some(Ok(Served::Bytes(bytes))) => {
            page_or_bytes(request, shown, &file, &bytes, StatusCode::OK)
        }
        Some(Ok(Served::CopyOf(source))) => copy(request, source, root),
        Some(Ok(Served::Picture(source, raster, recipe))) => {
            match picture(pictures, source, raster, recipe) {
                Some(bytes) => page_or_bytes(request, shown, &file, &bytes, StatusCode::OK),
                None => copy(request, source, root),
            }
        }
        Some(Err(finding)) => broken(request, shown, &finding),
        None if preview.has(&format!("{file}/index.html")) => to_folder(request),
        None if let Some(Departed::To(to)) = shown.departures.of(path) => to_address(to),
        None if is_shown(request)
            && let Some(Ok(page)) = preview.page(MISSING) =>
        {
            let html = page.html.as_bytes();
            page_or_bytes(request, shown, MISSING, html, StatusCode::NOT_FOUND)
        }
        None => match preview.get(MISSING) {
            Some(Ok(Served::Bytes(bytes))) => {
                page_or_bytes(request, shown, MISSING, &bytes, StatusCode::NOT_FOUND)
            }
            _ => refusal(StatusCode::NOT_FOUND),
        },
    }
}

/// A picture, if it was made before. If not, it is made meanwhile for the next time: nobody who writes is to
/// wait for it, and a browser shows the original in its place.
fn picture(
    pictures: &Arc<PictureMaker>,
    source: &HandbookPath,
    raster: &Raster,
    recipe: Recipe,
) -> Option<Vec<u8>> {
    if recipe == Recipe::Whole {
        let made = pictures.make(source, raster, &[recipe]);
        return made.ok()?.pop();
    }
    let known = pictures.cached(raster, recipe);
    if known.is_none() {
        let (pictures, source, raster) = (Arc::clone(pictures), source.clone(), raster.clone());
        Handle::current().spawn_blocking(move || pictures.make_once(&source, &raster, recipe));
    }
    known
}

/// Instead of a page whose template fails: why.
fn broken(request: &Request<Incoming>, shown: &Shown, finding: &Finding) -> Response<Body> {
    let source = |path: &str| shown.preview.handbook().theme.source(path);
    let style = Style { colour: false };
    let why = human::finding(finding, program(shown.language), &source, style);
    let why = escaped(&why);
    let language = shown.language.code();
    let page = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<title>Transferbuch</title>\n<pre>{why}</pre>\n</html>\n"
    );
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    page_or_bytes(request, shown, "index.html", page.as_bytes(), status)
}

/// Leads to the start page.
pub(super) fn to_start() -> Response<Body> {
    to_address("")
}

/// Leads to another page of the site, for now.
fn to_address(address: &str) -> Response<Body> {
    let mut response = refusal(StatusCode::FOUND);
    let to = escape(address);
    let to = format!("/{}", utf8_percent_encode(&to, CONTROLS));
    set(&mut response, header::LOCATION, &to);
    set(&mut response, header::CACHE_CONTROL, "no-store");
    response
}

fn to_folder(request: &Request<Incoming>) -> Response<Body> {
    let path = request.uri().path();
    let query = request.uri().query().map(|query| format!("?{query}"));
    // Only the last name is given: a way that begins with two slashes would lead to another host.
    let name = path.rsplit('/').next().unwrap_or_default();
    let to = format!("{name}/{}", query.unwrap_or_default());
    let mut response = refusal(StatusCode::FOUND);
    match HeaderValue::try_from(format!("./{to}")) {
        Ok(to) => {
            response.headers_mut().insert(header::LOCATION, to);
            response
        }
        Err(_) => refusal(StatusCode::BAD_REQUEST),
    }
}

fn page_or_bytes(
    request: &Request<Incoming>,
    shown: &Shown,
    file: &str,
    bytes: &[u8],
    status: StatusCode,
) -> Response<Body> {
    let version = version(bytes);
    let ty = content_type(file);
    let is_page = ty.starts_with("text/html");
    let with_script = is_page && is_shown(request);
    // What a script fetched must not come from the browser's cache when its reader goes there.
    // Nor must one that had something else then.
    let has = with_script.then(|| news::has(shown, &version));
    let etag = format!("\"{}\"", has.as_deref().unwrap_or(&version));
    if status == StatusCode::OK && is_known(request, &etag) {
        return not_modified(&etag);
    }
    let whole = |bytes| {
        let mut response = with_headers(Response::new(full(bytes)), &ty, &etag);
        if is_page {
            set(&mut response, header::VARY, "accept");
        }
        *response.status_mut() = status;
        response
    };
    if let Some(has) = has {
        return whole(self::with_script(bytes, &has));
    }
    let len = bytes.len() as u64;
    let (from, to) = match wanted(request, len) {
        Part::All => return whole(bytes.to_vec()),
        Part::Beyond => return beyond(len),
        Part::Bytes(from, to) => (from, to),
    };
    let index = |n: u64| usize::try_from(n).unwrap_or(bytes.len());
    let cut = bytes[index(from)..=index(to)].to_vec();
    partial(whole(cut), from, to, len)
}

/// A file of the handbook. It is read as it is now, and only if it still lies in the handbook.
fn copy(request: &Request<Incoming>, source: &HandbookPath, root: &Path) -> Response<Body> {
    let opened = || -> io::Result<(File, u64, String)> {
        let path = on_disk(root, source).canonicalize()?;
        if !path.starts_with(root) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let file = File::open(path)?;
        let meta = file.metadata()?;
        let modified = meta.modified()?.duration_since(std::time::UNIX_EPOCH);
        let stamp = modified.unwrap_or_default().as_nanos();
        Ok((file, meta.len(), format!("\"{stamp:x}-{:x}\"", meta.len())))
    };
    let mut file = opened();
    // A program that saves the file anew may just have taken the old one away.
    for _ in 0..RETRIES {
        if !file
            .as_ref()
            .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        {
            break;
        }
        std::thread::sleep(RETRY);
        file = opened();
    }
    let Ok((mut file, len, etag)) = file else {
        return refusal(StatusCode::NOT_FOUND);
    };
    if is_known(request, &etag) {
        return not_modified(&etag);
    }
    let ty = content_type(source.name());
    let (from, to) = match wanted(request, len) {
        Part::All if len == 0 => return with_headers(Response::new(empty()), &ty, &etag),
        Part::All => (0, len - 1),
        Part::Beyond => return beyond(len),
        Part::Bytes(from, to) => (from, to),
    };
    if file.seek(SeekFrom::Start(from)).is_err() {
        return refusal(StatusCode::INTERNAL_SERVER_ERROR);
    }
    let all = from == 0 && to + 1 == len;
    let mut response = with_headers(Response::new(streamed(file, to + 1 - from)), &ty, &etag);
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, (to + 1 - from).into());
    if all {
        response
    } else {
        partial(response, from, to, len)
    }
}

/// The next `len` bytes of `file`, read as fast as the browser takes them: no thread waits for it.
fn streamed(mut file: File, mut len: u64) -> Body {
    let (mut sender, body) = Channel::<Bytes, io::Error>::new(1);
    Handle::current().spawn(async move {
        while len > 0 {
            let read = tokio::task::spawn_blocking(move || {
                let mut piece = vec![0; PIECE.min(usize::try_from(len).unwrap_or(PIECE))];
                file.read_exact(&mut piece).map(|()| (file, piece))
            });
            let piece = match read
                .await
                .unwrap_or_else(|error| Err(io::Error::other(error)))
            {
                Ok((rest, piece)) => {
                    file = rest;
                    piece
                }
                Err(error) => {
                    // The file was cut off meanwhile: the browser must not take the rest for whole.
                    sender.abort(error);
                    return;
                }
            };
            len -= piece.len() as u64;
            if sender.send_data(piece.into()).await.is_err() {
                return;
            }
        }
    });
    body.boxed()
}

/// Whether a browser asks for a page to show, rather than a program for a file.
fn is_shown(request: &Request<Incoming>) -> bool {
    let accepted = request.headers().get_all(header::ACCEPT).iter();
    accepted
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.contains("text/html"))
}

/// A page with the script that keeps it up to date, and what that page has. It stands in the head and holds back
/// the first picture of the page, so that one that is loaded again is never seen at a place where its reader wasn't.
fn with_script(page: &[u8], has: &str) -> Vec<u8> {
    let attributes = format!("data-has=\"{has}\" defer blocking=\"render\"");
    let script = format!("<script src=\"/{OWN}preview.js\" {attributes}></script>");
    let end = b"</head>";
    let at = page.windows(end.len()).position(|window| window == end);
    let (before, behind) = page.split_at(at.unwrap_or(page.len()));
    [before, script.as_bytes(), behind].concat()
}

fn wanted(request: &Request<Incoming>, len: u64) -> Part {
    let header = request.headers().get(header::RANGE);
    part(header.and_then(|value| value.to_str().ok()), len)
}

fn partial(mut response: Response<Body>, from: u64, to: u64, len: u64) -> Response<Body> {
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    set(
        &mut response,
        header::CONTENT_RANGE,
        &format!("bytes {from}-{to}/{len}"),
    );
    response
}

fn beyond(len: u64) -> Response<Body> {
    let mut response = refusal(StatusCode::RANGE_NOT_SATISFIABLE);
    set(
        &mut response,
        header::CONTENT_RANGE,
        &format!("bytes */{len}"),
    );
    response
}

fn is_known(request: &Request<Incoming>, etag: &str) -> bool {
    let known = request.headers().get_all(header::IF_NONE_MATCH).iter();
    known
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|tag| tag.trim().trim_start_matches("W/") == etag)
}

fn not_modified(etag: &str) -> Response<Body> {
    let mut response = Response::new(empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    set(&mut response, header::ETAG, etag);
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    response
}

pub(super) fn with_headers(mut response: Response<Body>, ty: &str, etag: &str) -> Response<Body> {
    set(&mut response, header::CONTENT_TYPE, ty);
    set(&mut response, header::ETAG, etag);
    set(&mut response, header::CACHE_CONTROL, "no-cache");
    set(&mut response, header::ACCEPT_RANGES, "bytes");
    for (name, value) in hosts::headers() {
        let name = HeaderName::from_bytes(name.as_bytes());
        set(&mut response, name.expect("it is a header's name"), &value);
    }
    response
}

fn set(response: &mut Response<Body>, name: HeaderName, value: &str) {
    let value = HeaderValue::from_str(value).expect("it is made of visible letters");
    response.headers_mut().insert(name, value);
}

fn content_type(file: &str) -> String {
    let ty = mime_guess::from_path(file).first_or_octet_stream();
    let is_text =
        ty.type_() == "text" || matches!(ty.subtype().as_str(), "javascript" | "json" | "xml");
    if is_text {
        format!("{}; charset=utf-8", ty.essence_str())
    } else {
        ty.essence_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_head() {
        let page = with_script(b"<head><title>T</title></head><pre>&lt;/head></pre>", "ab");
        assert_eq!(
            String::from_utf8(page).unwrap(),
            "<head><title>T</title><script src=\"/-/preview.js\" data-has=\"ab\" defer blocking=\"render\">\
             </script></head><pre>&lt;/head></pre>"
        );
        assert!(with_script(b"<p>", "ab").ends_with(b"</script>"));
    }

    #[test]
    fn content_types_say_how_letters_are_written() {
        for (file, ty) in [
            ("a/index.html", "text/html; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.svg", "image/svg+xml"),
            ("a.json", "application/json; charset=utf-8"),
            ("a.PDF", "application/pdf"),
            ("a.mp4", "video/mp4"),
            ("a", "application/octet-stream"),
        ] {
            assert_eq!(content_type(file), ty, "{file}");
        }
    }
}
