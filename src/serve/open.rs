//! From a page to its source: what a browser asks to open is a file of the handbook, on the author's machine
//! and by the author.

use std::net::IpAddr;
use std::path::Path;

use hyper::body::Incoming;
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use serde::Serialize;
use url::form_urlencoded;

use super::editor::{Editor, Opened, open_with_system};
use super::{Body, Shown, full, refusal};
use crate::disk::on_disk;
use crate::pages::FileSource;
use crate::site::file_of;
use crate::source::HandbookPath;
use crate::text::{Args, program};

/// What a browser is told. Fields that say nothing are left out.
#[derive(Debug, Default, Serialize)]
struct Answer {
    /// What to say, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The file's path on this machine, for programs that have no such address.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// Addresses that lead there, by the names of editors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<Address>,
    /// Whether a program was to open the file and couldn't.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    failed: bool,
    /// What to call the program that the system has for such files, where it may be asked for (`with=system`).
    #[serde(skip_serializing_if = "Option::is_none")]
    system: Option<String>,
}

#[derive(Debug, Serialize)]
struct Address {
    name: String,
    url: String,
}

/// Opens the file at `place`, or that of the `page`, for a browser at `peer`.
pub(super) fn answer(
    request: &Request<Incoming>,
    shown: &Shown,
    root: &Path,
    editor: &Editor,
    peer: IpAddr,
) -> Response<Body> {
    // Another site may lead here by a link, and none of its requests but that is let through; a form of its
    // own says where it comes from.
    let is_own =
        *request.method() == Method::POST && request.headers().contains_key(header::ORIGIN);
    if !is_own {
        return refusal(StatusCode::METHOD_NOT_ALLOWED);
    }
    let texts = program(shown.language);
    if !peer.to_canonical().is_loopback() {
        let text = Some(texts.plain("watch-open-elsewhere"));
        return json(&Answer {
            text,
            ..Answer::default()
        });
    }
    let query = request.uri().query().unwrap_or_default().as_bytes();
    let parameter = |name: &str| {
        let found = form_urlencoded::parse(query).find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned())
    };
    let place = parameter("place").and_then(|place| {
        let (path, line) = place.rsplit_once(':')?;
        Some((HandbookPath::parse(path).ok()?, line.parse().ok()?))
    });
    let of_page = || Some((of_page(shown, &parameter("page")?)?, 1));
    let Some((path, line)) = place.or_else(of_page) else {
        let text = Some(texts.plain("watch-no-source"));
        return json(&Answer {
            text,
            ..Answer::default()
        });
    };
    let file = on_disk(root, &path).canonicalize();
    let Ok(file) = file.and_then(|file| {
        let is_there = file.starts_with(root) && file.is_file();
        is_there
            .then_some(file)
            .ok_or_else(|| std::io::ErrorKind::NotFound.into())
    }) else {
        let args = Args::from([("path", path.as_str().into())]);
        let text = texts.get("watch-source-gone", &args);
        return json(&Answer {
            text,
            ..Answer::default()
        });
    };
    let with_system = parameter("with").is_some_and(|with| with == "system");
    let opened = if with_system && *editor == Editor::Undecided {
        open_with_system(&file)
    } else {
        editor.open(&file, line)
    };
    let answer = match opened {
        Opened::Yes => Answer::default(),
        Opened::At(addresses) => {
            let args = Args::from([("place", format!("{path}:{line}").into())]);
            let addresses = addresses.into_iter();
            let is_undecided = *editor == Editor::Undecided;
            Answer {
                text: texts.get("watch-choose-editor", &args),
                path: Some(file.display().to_string()),
                addresses: addresses.map(|(name, url)| Address { name, url }).collect(),
                failed: false,
                system: is_undecided.then(|| texts.plain("watch-system-editor")),
            }
        }
        Opened::Failed { program, problem } => {
            let args = Args::from([("program", program.into()), ("problem", problem.into())]);
            let text = texts.get("watch-editor-failed", &args);
            Answer {
                text,
                failed: true,
                ..Answer::default()
            }
        }
    };
    json(&answer)
}

/// The file of the chapter that is at home on a page.
fn of_page(shown: &Shown, address: &str) -> Option<HandbookPath> {
    let preview = &shown.preview;
    let file = file_of(address.trim_start_matches('/'));
    let FileSource::Page(page) = preview.files().get(&file)? else {
        return None;
    };
    let site = &preview.handbook().linked.site;
    Some(site.chapter(page.subject(site)?).path().clone())
}

fn json(answer: &Answer) -> Response<Body> {
    let json = serde_json::to_vec(answer).expect("it is plain data");
    let mut response = Response::new(full(json));
    let headers = response.headers_mut();
    let ty = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, ty);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
